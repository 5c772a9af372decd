"""Hostile and broken sources: each ends within its limits, with a message that says what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pytest

from briefgen.errors import DefinitionError, SourceError
from briefgen.messages import LANGUAGES
from briefgen.pipeline.build import build
from briefgen.pipeline.options import BuildOptions
from briefgen.pipeline.project import LoadedSource
from briefgen.pipeline.reading import Crew
from briefgen.sources import Source
from briefgen.verification import parse_pack

from ..pipeline.project import Told, write_project
from .archives import word_sources
from .pages import page_sources, pdf_sources, text_sources, xml_sources

ROOT = Path(__file__).parents[2]
READ = "read"

SOURCES = dict(chain(word_sources(), text_sources(), page_sources(), xml_sources(), pdf_sources()))

EXPECTED = {
    "empty.docx": "source-empty",
    "spaces.docx": "source-empty",
    "text.docx": "word-source-other",
    "old.docx": "word-source-old",
    "encrypted.docx": "word-source-encrypted",
    "truncated.docx": "word-source-damaged",
    "half-directory.docx": "word-source-damaged",
    "wrong-sum.docx": "word-source-broken",
    "locked.docx": "word-source-encrypted",
    "bomb.docx": "word-source-bomb",
    "many-parts.docx": "word-source-bomb",
    "lying-size.docx": "word-source-damaged",
    "twice.docx": "word-source-damaged",
    "no-body.docx": "word-source-other",
    "no-types.docx": "word-source-other",
    "laughs.docx": "word-source-broken",
    "outside-file.docx": "word-source-broken",
    "outside-net.docx": "word-source-broken",
    "macro-type.docx": "word-source-macros",
    "macro.docm": "word-source-macros",
    "deep.docx": "word-source-broken",
    "deep-tables.docx": "word-source-broken",
    "wide-cell.docx": READ,
    "long.docx": "word-source-broken",
    "not-xml.docx": "word-source-broken",
    "control.docx": "word-source-broken",
    "another-root.docx": READ,
    "looping-styles.docx": READ,
    "wild-numbers.docx": READ,
    "slipping.docx": READ,
    "device.docx": READ,
    "outside-parts.docx": READ,
    "chunk.docx": READ,
    "order.docx": READ,
    "open-fields.docx": READ,
    "laughing-styles.docx": "word-source-broken",
    "nested-properties.docx": "word-source-broken",
    "many-numbers.docx": READ,
    "bad-letters.docx": "word-source-broken",
    "same-place.docx": "word-source-damaged",
    "unknown-packing.docx": "word-source-damaged",
    "wrong-checks.docx": "word-source-damaged",
    "endless-sizes.docx": "word-source-bomb",
    "far-directory.docx": "word-source-damaged",
    "before.docx": "word-source-other",
    "empty.txt": "source-empty",
    "spaces.txt": "source-empty",
    "zeros.txt": "source-not-text",
    "binary.txt": "source-not-text",
    "not-utf-8.txt": READ,
    "word.txt": "source-other-format",
    "control.txt": READ,
    "turned.txt": READ,
    "empty-rows.txt": READ,
    "unseen.txt": READ,
    "utf-16-cut.txt": READ,
    "utf-16-halves.txt": READ,
    "utf-16-bare.txt": "source-not-text",
    "ends.txt": READ,
    "rich.txt": "source-other-format",
    "no-suffix": "unknown-format",
    "program.exe": "unknown-format",
    "empty.html": "source-empty",
    "deep.html": "markup-limits",
    "deep-spans.html": "markup-limits",
    "unclosed.html": READ,
    "wide-cell.html": READ,
    "laughs.html": READ,
    "frames.html": READ,
    "script.html": READ,
    "zeros.html": "source-not-text",
    "wrong-charset.html": READ,
    "utf-16.html": READ,
    "refresh.html": READ,
    "inside.html": READ,
    "formatting.html": "markup-limits",
    "charset.html": READ,
    "spanning.html": READ,
    "pdf.html": "source-other-format",
    "empty.xml": "source-empty",
    "laughs.xml": "markup-entities",
    "outside-file.xml": "markup-entities",
    "outside-net.xml": "markup-entities",
    "parameter.xml": "markup-entities",
    "once.xml": "markup-entities",
    "quadratic.xml": "markup-entities",
    "including.xml": "xml-other-schema",
    "deep.xml": "markup-limits",
    "deep-closed.xml": "markup-limits",
    "wrong-encoding.xml": "xml-other-schema",
    "another-root.xml": "xml-other-schema",
    "two-roots.xml": "xml-other-schema",
    "empty.pdf": "source-empty",
    "head.pdf": "pdf-damaged",
    "noise.pdf": "pdf-damaged",
    "truncated.pdf": "pdf-damaged",
    "encrypted.pdf": "pdf-locked",
    "word.pdf": "pdf-other-format",
    "no-text.pdf": "pdf-without-text",
    "looping-pages.pdf": "pdf-damaged-page",
    "many-pages.pdf": READ,
    "endless-range.pdf": "pdf-without-text",
    "length.pdf": READ,
    "launch.pdf": READ,
    "same-page.pdf": "pdf-too-many-pages",
    "both.pdf": READ,
    "postscript.pdf": "pdf-other-format",
}
"""How the small ones end: read, or the code of the message."""

LARGE = sorted(SOURCES.keys() - EXPECTED.keys())
"""Those that are long rather than broken: each is read, or stopped by a limit."""

STOPPED = {
    "reading-too-slow",
    "reading-too-large",
    "reading-ended",
    "pdf-damaged",
    "pdf-damaged-page",
    "pdf-without-text",
    "markup-limits",
}
"""How the long ones may end without being read."""

SECRETS = ("root:x:0:0", "root:*:0:0")
"""What `/etc/passwd` begins with; no document may hold it."""


def loaded(name: str) -> LoadedSource:
    source = Source(id="bron", label=name, kind="overig", file=f"seeds/{name}", sha256="", holder="onbekend")
    return LoadedSource(source, SOURCES[name])


def outcomes(names: Iterable[str]) -> Mapping[str, str]:
    """How reading each one ends, two at a time."""
    crew = Crew(2, "extraction")
    names = list(names)

    def outcome(name: str) -> str:
        try:
            text = crew.read(loaded(name)).decode()
        except SourceError as error:
            assert all(error.text(language).startswith(f"seeds/{name}") for language in LANGUAGES)
            return error.code
        assert not any(secret in text for secret in SECRETS)
        return READ

    try:
        with ThreadPoolExecutor(crew.size) as pool:
            return dict(zip(names, pool.map(outcome, names), strict=True))
    finally:
        crew.end()


def test_the_corpus_is_large_enough() -> None:
    assert len(SOURCES) >= 120
    assert EXPECTED.keys() <= SOURCES.keys()


def test_every_broken_source_ends_with_its_message() -> None:
    assert outcomes(EXPECTED) == EXPECTED


def test_a_source_that_takes_too_long_is_stopped_and_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFGEN_READ_SECONDS", "1")
    assert outcomes(["one-line.txt", "one-word.txt"]) == dict.fromkeys(
        ["one-line.txt", "one-word.txt"], "reading-too-slow"
    )


@pytest.mark.slow
def test_every_long_source_ends_within_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFGEN_READ_SECONDS", "20")
    ended = outcomes(LARGE)
    assert set(ended.values()) <= {READ, *STOPPED}


def test_others_still_build_and_those_left_out_are_named(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", ROOT / "templates")
    refused = [name for name, code in EXPECTED.items() if code != READ and name.endswith((".txt", ".xml", ".html"))]
    with (project / "seeds" / "sources.toml").open("a", encoding="utf-8") as register:
        for number, name in enumerate(refused):
            (project / "seeds" / name).write_bytes(SOURCES[name])
            register.write(f'\n[[sources]]\nid = "v{number}"\nfile = "{name}"\nlabel = "{name}"\nkind = "overig"\n')
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    told = Told("en")
    options = BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx",), keep_going=True)
    build(project, options, project / "out", told)
    pack = parse_pack((project / "out" / "proef" / "pack.json").read_bytes(), "pack.json")
    assert [gap.topic for gap in pack.gaps if not gap.section] == refused
    assert [source.id for source in pack.sources] == ["interne-markt-2026"]
    assert sum("is left out of the pack" in line for line in told.lines) == len(refused)
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert all(path.is_relative_to(project / "out") or path.is_relative_to(project / ".cache") for path in new)


def test_a_source_behind_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", ROOT / "templates")
    source = project / "seeds" / "markt.txt"
    source.rename(tmp_path / "elders.txt")
    source.symlink_to(tmp_path / "elders.txt")
    with pytest.raises(SourceError, match=r"seeds/markt\.txt: this is a link to a file outside"):
        build(project, BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx",)), project / "out", Told())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_a_source_that_is_no_file_is_refused_and_not_waited_for(tmp_path: Path, kind: str) -> None:
    project = write_project(tmp_path / "project", ROOT / "templates")
    source = project / "seeds" / "markt.txt"
    source.unlink()
    if kind == "pipe":
        os.mkfifo(source)
    else:
        source.mkdir()
    with pytest.raises(SourceError, match=r"seeds/markt\.txt: this is no ordinary file"):
        build(project, BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx",)), project / "out", Told())


@pytest.mark.parametrize("name", ["../elders.txt", "a/b.txt", "/etc/passwd", "a\\b.txt"])
def test_the_register_names_files_of_its_own_folder_only(tmp_path: Path, name: str) -> None:
    project = write_project(tmp_path / "project", ROOT / "templates")
    register = project / "seeds" / "sources.toml"
    register.write_text(register.read_text("utf-8").replace("markt.txt", name.replace("\\", "\\\\")), "utf-8")
    with pytest.raises(DefinitionError, match=r"sources\.toml, line 7"):
        build(project, BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx",)), project / "out", Told())
