"""The manifest: what a pack was built from and what came out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest
from pydantic import ValidationError

from briefgen.errors import InputError
from briefgen.manifest import Manifest, Misfit, OptionValue, OutputHash, Program, make, misfits
from briefgen.provenance import sha256
from briefgen.serialization import from_json, to_json
from briefgen.sources import Source


def source(identity: str) -> Source:
    return Source(
        id=identity,
        label=identity,
        kind="kamerbrief",
        file=f"seeds/{identity}.txt",
        sha256=sha256(identity.encode()),
        holder="kabinet",
    )


OPTIONS: dict[str, OptionValue] = {"pack": "presidency-2029", "formats": ("docx", "pdf"), "raad": None}
OUTPUTS = {"presidency-2029.docx": b"word", "pack.json": b"{}"}


def manifest(
    options: Mapping[str, OptionValue] = OPTIONS,
    sources: Sequence[str] = ("staat-2026", "geo-2026"),
    templates: Sequence[str] = ("templates/brief.docx",),
    outputs: Mapping[str, bytes] = OUTPUTS,
) -> Manifest:
    return make(
        program=Program(name="briefgen", version="0.1.0", sha256="0" * 64),
        options=options,
        as_of="2026-06-01",
        sources=[source(name) for name in sources],
        definitions={"templates/topics.toml": b"t", "templates/packs/presidency-2029.toml": b"p"},
        templates=dict.fromkeys(templates, b"sjabloon"),
        outputs=outputs,
    )


def test_the_order_in_which_things_are_given_does_not_matter() -> None:
    turned = manifest(
        sources=("geo-2026", "staat-2026"),
        options=dict(reversed(OPTIONS.items())),
        outputs=dict(reversed(OUTPUTS.items())),
    )
    assert to_json(turned) == to_json(manifest())


@pytest.mark.parametrize("day", ["x", "2026-13-01", "20260601", ""])
def test_a_manifest_with_another_date_than_a_day_is_refused(day: str) -> None:
    changed = to_json(manifest()).replace(b'"2026-06-01"', json.dumps(day).encode())
    with pytest.raises(InputError):
        from_json(changed, "manifest.json", Manifest)


def test_the_json_says_where_everything_came_from() -> None:
    content = json.loads(to_json(manifest()))
    assert content["schema"] == "briefgen/manifest@1"
    assert content["program"] == {"name": "briefgen", "version": "0.1.0", "sha256": "0" * 64}
    assert content["options"] == {"formats": ["docx", "pdf"], "pack": "presidency-2029", "raad": None}
    assert content["sources"][0] == {
        "file": "seeds/geo-2026.txt",
        "sha256": sha256(b"geo-2026"),
        "id": "geo-2026",
    }
    assert content["outputs"] == [
        {"file": "pack.json", "sha256": sha256(b"{}")},
        {"file": "presidency-2029.docx", "sha256": sha256(b"word")},
    ]


def test_the_json_is_utf_8_and_ends_with_a_newline() -> None:
    data = to_json(manifest(options={"fractie": "Groep Markuszower é"}))
    assert data.endswith(b"}\n")
    assert "Markuszower é".encode() in data


def test_a_manifest_read_back_is_the_same() -> None:
    assert from_json(to_json(manifest()), "manifest.json", Manifest) == manifest()


def test_files_as_recorded_fit() -> None:
    hashes = {"presidency-2029.docx": sha256(b"word"), "pack.json": sha256(b"{}"), "notities.txt": sha256(b"eigen")}
    assert misfits(manifest(), hashes) == ()


def test_a_changed_and_a_missing_file_are_told_apart() -> None:
    assert misfits(manifest(), {"presidency-2029.docx": sha256(b"anders")}) == (
        Misfit(file="pack.json", problem="missing"),
        Misfit(file="presidency-2029.docx", problem="changed"),
    )


@pytest.mark.parametrize("path", ["/home/x/brief.docx", "C:/brief.docx", "templates\\brief.docx", "../brief.docx"])
def test_a_path_of_this_machine_is_a_defect(path: str) -> None:
    with pytest.raises(ValueError, match="path from the root"):
        manifest(templates=[path])


def test_a_colon_in_the_name_of_a_file_is_none_of_our_business() -> None:
    assert manifest(templates=["templates/Brief: nieuw.docx"]).templates[0].file == "templates/Brief: nieuw.docx"


@pytest.mark.parametrize("name", ["../x.docx", "a/b.docx", "/etc/passwd", "..", "", "manifest.json", "C:x.docx"])
def test_an_output_lies_in_the_folder_of_the_pack(name: str) -> None:
    with pytest.raises(ValidationError, match="not the name of an output"):
        OutputHash(file=name, sha256=sha256(b""))


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        (b'"as_of"', b'"as-of"', None, "the key 'as-of' does not belong here"),
        (b'  "as_of": "2026-06-01",\n', b"", None, "the key 'as_of' is missing"),
        (b'"briefgen/manifest@1"', b'"briefgen/manifest@2"', "schema", "not possible here"),
        (b'"pack.json"', b'"../pack.json"', "outputs[0].file", "not possible here"),
        (b'"0.1.0"', b"0.1", "program.version", "not possible here"),
        (b"}\n", b"", None, "not valid JSON"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_place(old: bytes, new: bytes, place: str | None, words: str) -> None:
    head, _, tail = to_json(manifest()).rpartition(old)
    with pytest.raises(InputError) as caught:
        from_json(head + new + tail, "out/x/manifest.json", Manifest)
    assert caught.value.place == place
    assert str(caught.value).startswith("out/x/manifest.json")
    assert words in str(caught.value)
