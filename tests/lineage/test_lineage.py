"""A lineage says what became of every paragraph, and the document that is given it takes over its ids."""

from __future__ import annotations

import re

import pytest

from briefgen.document import Caption, Cell, Document, Footnote, Heading, Link, Paragraph, PullQuote, Table, Turn
from briefgen.errors import SourceError
from briefgen.lineage import Lineage, compare, fate, parse_lineage, trace, with_ids, with_lineage
from briefgen.provenance import Span
from briefgen.serialization import to_json

from .test_kinship import ALL, BUDGET, CLIMATE, MARKET, PACT
from .versions import NAMES, SPANS, document, seeds

STRANGER = "De minister sprak in Rabat over de visserij langs de kust van Afrika."
AMENDED = [MARKET, STRANGER, PACT.replace("12 juni", "1 juli"), BUDGET]

# The id of a paragraph or heading, alone in its field.
REFERENCE = re.compile(r'"[ph]\d+"')


def ids(one: Document) -> list[str]:
    return [paragraph.id for paragraph in one.paragraphs]


def test_a_lineage_says_what_became_of_every_paragraph() -> None:
    lineage = trace(document(*ALL), document(*AMENDED, name="brief-2"))
    assert [(one.id, one.change, one.ancestors) for one in lineage.paragraphs] == [
        ("p1", "same", ("p1",)),
        ("p1a", "inserted", ()),
        ("p2", "changed", ("p2",)),
        ("p4", "same", ("p4",)),
    ]
    assert [(one.id, one.text) for one in lineage.deleted] == [("p3", CLIMATE)]
    assert lineage.retired == ("p3",)


def test_headings_keep_their_ids_too() -> None:
    old = document(MARKET, headings=["Inleiding", "Migratie", "Begroting"])
    new = document(MARKET, headings=["Inleiding", "Interne markt en handel", "Migratie"], name="brief-2")
    assert [one.id for one in trace(old, new).headings] == ["h1", "h1a", "h2"]


def test_a_document_takes_over_the_ids_of_its_lineage() -> None:
    new = document(*AMENDED, name="brief-2")
    assert ids(with_lineage(new, trace(document(*ALL), new))) == ["p1", "p1a", "p2", "p4"]


def test_when_the_reader_sees_other_paragraphs_the_others_keep_their_ids() -> None:
    new = document(*AMENDED, name="brief-2")
    lineage = trace(document(*ALL), new)
    read_otherwise = document("Wat eerst een kop was.", *AMENDED[:2], *AMENDED[3:], name="brief-2")
    found = with_lineage(read_otherwise, lineage)
    assert ids(found) == ["p0a", "p1", "p1a", "p4"]
    assert [one.code for one in found.diagnostics] == ["lineage-out-of-step"]


def test_a_document_that_is_read_as_before_has_no_diagnostic() -> None:
    new = document(*AMENDED, name="brief-2")
    assert not with_lineage(new, trace(document(*ALL), new)).diagnostics


def everything() -> Document:
    """A document in which every kind of part names a paragraph or a heading."""
    first = Heading(id="h1", text="Een", level=1, parent=None, spans=SPANS)
    second = Heading(id="h2", text="Twee", level=2, parent="h1", spans=SPANS)
    return document(*ALL).model_copy(
        update={
            "headings": (first, second),
            "paragraphs": (
                Paragraph(id="p1", text=MARKET, heading="h2", lead_in=None, spans=SPANS),
                Paragraph(id="p2", text=PACT, heading="h2", lead_in="p1", spans=SPANS),
            ),
            "footnotes": (Footnote(label="1", text="Noot", paragraph="p1", offset=3, spans=SPANS),),
            "captions": (Caption(text="Foto", after="p2", spans=SPANS),),
            "pull_quotes": (PullQuote(text="Kort", repeats="p2", spans=SPANS),),
            "tables": (Table(id="t1", heading="h1", cells=(Cell(row=0, column=0, header=True, paragraph="p2"),)),),
            "links": (Link(paragraph="p1", span=Span(0, 1), target="21501-02-2790"),),
            "turns": (Turn(speaker="Bergkamp", paragraphs=("p1", "p2")),),
        }
    )


def test_everything_that_names_a_paragraph_or_a_heading_follows() -> None:
    renamed = with_ids(everything(), {"p1": "p7a", "p2": "p7b", "h1": "h7a", "h2": "h7b"})
    assert not REFERENCE.findall(renamed.model_dump_json())
    assert renamed.turns[0].paragraphs == ("p7a", "p7b")
    assert Document.model_validate_json(renamed.model_dump_json()) == renamed


@pytest.mark.parametrize("name", NAMES)
def test_in_real_documents_nothing_names_an_old_id(name: str) -> None:
    one = seeds()[name]
    everyone = [part.id for part in (*one.paragraphs, *one.headings)]
    renamed = with_ids(one, {part: f"{part}x" for part in everyone})
    assert not REFERENCE.findall(renamed.model_dump_json())


def chained(*versions: list[str]) -> dict[str, Lineage]:
    """The lineages of versions of a text, by the id of the one that was replaced."""
    found: dict[str, Lineage] = {}
    old, retired = document(*versions[0], name="v1"), tuple[str, ...]()
    for number, texts in enumerate(versions[1:], start=2):
        new = document(*texts, name=f"v{number}")
        lineage = trace(old, new, retired)
        found[old.source.id] = lineage
        old, retired = with_lineage(new, lineage), lineage.retired
    return found


@pytest.mark.parametrize(
    ("key", "change", "keys"),
    [
        ("v1:p1", "same", ("v2:p1",)),
        ("v1:p2", "changed", ("v2:p2",)),
        ("v1:p3", "deleted", ()),
        ("v1:p4", "same", ("v2:p4",)),
        ("v2:p1a", "same", ("v2:p1a",)),
        ("elders:p9", "same", ("elders:p9",)),
    ],
)
def test_a_citation_has_a_fate(key: str, change: str, keys: tuple[str, ...]) -> None:
    found = fate(key, chained(ALL, AMENDED))
    assert found is not None
    assert (found.change, found.keys) == (change, keys)


def test_a_paragraph_that_never_was_has_no_fate() -> None:
    assert fate("v1:p99", chained(ALL, AMENDED)) is None


def test_a_fate_goes_on_over_several_versions_and_the_gravest_change_counts() -> None:
    lineages = chained(ALL, AMENDED, [*AMENDED[1:], MARKET], [STRANGER, f"{BUDGET} {MARKET}"])
    fates = {key: fate(f"v1:{key}", lineages) for key in ("p1", "p2", "p4")}
    assert {key: (one.change, one.keys) for key, one in fates.items() if one} == {
        "p1": ("merged", ("v4:p1",)),
        "p2": ("deleted", ()),
        "p4": ("merged", ("v4:p1",)),
    }


def test_a_split_paragraph_has_all_its_parts_for_a_fate() -> None:
    found = fate("v1:p1", chained([f"{MARKET} {PACT}", CLIMATE], [MARKET, PACT, CLIMATE]))
    assert found is not None
    assert (found.change, found.keys) == ("split", ("v2:p1a", "v2:p1"))


def test_of_a_split_paragraph_the_part_that_is_left_counts() -> None:
    found = fate("v1:p1", chained([f"{MARKET} {PACT}", CLIMATE], [MARKET, PACT, CLIMATE], [MARKET, CLIMATE]))
    assert found is not None
    assert (found.change, found.keys) == ("split", ("v3:p1a",))


def test_a_comparison_needs_no_lineage() -> None:
    rows = compare(document(*ALL), document(*AMENDED, name="anders"))
    assert [(row.change, row.old, row.new) for row in rows] == [
        ("same", ("p1",), "p1"),
        ("inserted", (), "p2"),
        ("changed", ("p2",), "p3"),
        ("deleted", ("p3",), None),
        ("same", ("p4",), "p4"),
    ]


def test_what_was_deleted_at_the_start_stands_first() -> None:
    assert [row.change for row in compare(document(*ALL), document(*ALL[1:]))] == ["deleted", "same", "same", "same"]


def amended_file() -> tuple[Document, bytes]:
    new = document(*AMENDED, name="brief-2")
    return new, to_json(trace(document(*ALL), new))


def test_a_lineage_is_written_and_read_back() -> None:
    new, data = amended_file()
    assert parse_lineage(data, "x", new.source, "brief") == trace(document(*ALL), new)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (b"{", b"", "lineage-broken"),
        (b'"ancestors"', b'"parents"', "lineage-broken"),
        (b'"p1a"', b'"../p1a"', "lineage-broken"),
        (b'"changed"', b'"improved"', "lineage-broken"),
        (b'"brief-2"', b'"brief-3"', "lineage-of-another"),
        (b'"brief"', b'"brief-0"', "lineage-of-another"),
    ],
)
def test_a_lineage_that_was_changed_by_hand_is_refused(before: bytes, after: bytes, code: str) -> None:
    new, data = amended_file()
    with pytest.raises(SourceError) as caught:
        parse_lineage(data.replace(before, after), "seeds/brief-2.lineage.json", new.source, "brief")
    assert caught.value.code == code
    assert caught.value.text("nl").startswith("seeds/brief-2.lineage.json: ")


def test_a_lineage_of_other_bytes_is_refused() -> None:
    new, data = amended_file()
    changed = new.source.model_copy(update={"sha256": "0" * 64})
    with pytest.raises(SourceError, match="was changed after it was added"):
        parse_lineage(data, "x", changed, "brief")
