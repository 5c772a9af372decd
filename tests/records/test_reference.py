"""References of whole documents, as records."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import Document, Footnote, Identifiers, Link, Metadata, Paragraph
from briefgen.provenance import Span
from briefgen.records.reference import Reference, extract
from briefgen.sources import Source

GOLD = Path(__file__).parents[1] / "gold"
Annotated = Callable[[], tuple[Document, list[dict[str, str]]]]
NUMBERED = {"kamerstuk", "motie", "verdragsartikel"}


def document(paragraphs: list[str], notes: tuple[Footnote, ...] = (), own: tuple[str, ...] = ()) -> Document:
    return Document(
        source=Source(id="x", label="x", kind="kamerbrief", file="seeds/x.txt", sha256="", holder="kabinet"),
        metadata=Metadata(identifiers=Identifiers(kamerstuk=own)),
        length=0,
        paragraphs=tuple(Paragraph(id=f"p{number}", text=text, spans=()) for number, text in enumerate(paragraphs, 1)),
        footnotes=notes,
    )


def gold_letter() -> tuple[Document, list[dict[str, str]]]:
    gold = json.loads((GOLD / "letter-001.json").read_text("utf-8"))
    texts = [paragraph["text"] for paragraph in gold["paragraphs"]]
    return document(texts, notes_of(gold, texts)), gold["references"]


def gold_consultation() -> tuple[Document, list[dict[str, str]]]:
    gold = json.loads((GOLD / "qa-003.json").read_text("utf-8"))
    texts = [*gold["intro"], *(remark["text"] for remark in gold["remarks"])]
    texts += [entry[part] for entry in gold["qa"] for part in ("question_text", "answer_text")]
    texts += [row["near"] for row in gold["references"] if "agenda" in row["location"]][-1:]
    return document(texts, notes_of(gold, texts)), gold["references"]


def notes_of(gold: dict[str, list[dict[str, str]]], texts: list[str]) -> tuple[Footnote, ...]:
    """The notes, each with the place of its mark behind its context."""
    notes = []
    for note in gold["footnotes"]:
        context = note["anchor_context"]
        place = next((index for index, text in enumerate(texts) if context in text), None)
        assert place is not None
        offset = texts[place].index(context) + len(context)
        notes.append(
            Footnote(label=note["label"], text=note["text"], paragraph=f"p{place + 1}", offset=offset, spans=())
        )
    return tuple(notes)


def accepted(row: dict[str, str]) -> set[str]:
    keys = ("normalised", "literal_id", "normalised_as_printed", "resolves_to")
    return {row[key] for key in keys if row.get(key)}


@pytest.mark.parametrize("annotated", [gold_letter, gold_consultation])
def test_all_numbered_references_of_the_annotated_documents_are_found_and_no_others(annotated: Annotated) -> None:
    source, rows = annotated()
    found = [reference.id for reference in extract(source) if reference.id and reference.type in NUMBERED]
    cited = [row for row in rows if row.get("tier", "cited") == "cited" and row.get("form", "citation") == "citation"]
    for row in cited:
        if row["type"] in NUMBERED and row["normalised"]:
            assert accepted(row) & set(found), row["raw"]
    assert set(found) <= set().union(*(accepted(row) for row in rows))


@pytest.mark.parametrize("annotated", [gold_letter, gold_consultation])
def test_every_reference_quotes_its_paragraph_or_note(annotated: Annotated) -> None:
    source, _ = annotated()
    notes = {note.label: note.text for note in source.footnotes}
    paragraphs = {paragraph.id: paragraph.text for paragraph in source.paragraphs}
    for reference in extract(source):
        assert (reference.paragraph is None) != (reference.footnote is None)
        text = notes[reference.footnote] if reference.footnote else paragraphs[reference.paragraph or ""]
        assert text[reference.span.start : reference.span.end] == reference.raw


def test_the_number_of_the_document_itself_is_no_reference() -> None:
    source = document(
        ["Tweede Kamer, vergaderjaar 2025–2026, 36 715, nr. 32", "Kamerstuk 36 715, nr. 1"], own=("36715-32",)
    )
    assert [reference.id for reference in extract(source)] == ["36715-1"]


def test_notes_are_read_at_their_mark_and_those_without_a_mark_at_the_end() -> None:
    notes = (
        Footnote(label="2", text="Kamerstuk 30821, nr. 3", paragraph=None, offset=None, spans=()),
        Footnote(label="1", text="Kamerstuk 30821, nr. 2", paragraph="p1", offset=3, spans=()),
    )
    source = document(["Zie Kamerstuk 30821, nr. 1", "en 30821, nr. 4"], notes)
    assert [reference.id for reference in extract(source)] == ["30821-1", "30821-2", "30821-4", "30821-3"]


def test_a_doubtful_number_has_no_address() -> None:
    (reference,) = extract(document(["recentelijk werd Artikel 122 VEU gebruikt"]))
    assert reference == Reference(
        raw="Artikel 122 VEU", type="verdragsartikel", id="VEU-122", status="doubtful", proposal="VWEU-122", url=None,
        paragraph="p1", span=reference.span, why="article:treaty",
    )  # fmt: skip


def test_papers_of_the_corpus_make_a_proposal() -> None:
    (reference,) = extract(document(["Kamerstuk 221112 Nr. 4244"]), known=frozenset({"22112-4244"}))
    assert (reference.id, reference.proposal) == ("221112-4244", "22112-4244")


@given(
    st.lists(st.text(max_size=60), max_size=4),
    st.lists(st.tuples(st.text(max_size=40), st.integers(0, 80)), max_size=4),
)
def test_any_document_gives_references_that_quote_it(paragraphs: list[str], notes: list[tuple[str, int]]) -> None:
    footnotes = tuple(
        Footnote(label=str(number), text=text, paragraph="p1", offset=offset, spans=())
        for number, (text, offset) in enumerate(notes)
    )
    for reference in extract(document(paragraphs, footnotes)):
        assert reference.raw


def test_a_reference_that_the_markup_makes_is_taken_over_where_the_words_name_no_paper() -> None:
    paragraph = Paragraph(id="p1", text="Zie het verslag en Kamerstuk 36 715, nr. 32.", spans=(Span(0, 44),))
    links = (
        Link(paragraph="p1", span=Span(4, 15), target="21501-02-2790"),
        Link(paragraph="p1", span=Span(19, 43), target="36715-32"),
    )
    source = Source(id="b", label="B", kind="overig", file="seeds/b.xml", sha256="0" * 64, holder="kabinet")
    found = list(extract(Document(source=source, length=44, paragraphs=(paragraph,), links=links)))
    assert [(one.raw, one.id, one.why == "markup:link") for one in found] == [
        ("het verslag", "21501-02-2790", True),
        ("Kamerstuk 36 715, nr. 32", "36715-32", False),
    ]
    assert found[0].url == "https://zoek.officielebekendmakingen.nl/kst-21501-02-2790.html"
