"""Marks of confidentiality: found where documents bear them, and never lowered."""

from __future__ import annotations

import pytest

from briefgen.document import Document, Furniture, FurnitureKind, Metadata, Paragraph
from briefgen.errors import SourceError
from briefgen.lexicon import lexicon
from briefgen.marking import Markings, Raise, marking_in, marking_of, raised, require_open
from briefgen.provenance import Span

from .readers import reading
from .readers.pdf import printing
from .readers.word import building

LETTER = """{mark}

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 12 juni 2026

Betreft: Toekomst van de interne markt

Geachte voorzitter,

Het kabinet zet in op een sterke Unie die haar burgers beschermt en haar bedrijven ruimte geeft.
"""

EDGES = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
PAGES = f"<p>{building.PROSE}</p>" * 30


def document(label: str = "Brief", **fields: object) -> Document:
    source = reading.source().model_copy(update={"label": label})
    return Document.model_validate({"source": source, "length": 0, **fields})


def around(kind: FurnitureKind, text: str) -> Document:
    return document(furniture=(Furniture(kind=kind, text=text, spans=()),))


def bearing(mark: str, label: str = "Brief") -> Document:
    return document(label, metadata=Metadata(marking=mark))


def name_of(found: Document) -> str | None:
    marking = marking_of(found)
    return marking.name if marking else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("LIMITE", "LIMITE"),
        ("LIMITE EN", "LIMITE"),
        ("EU  LIMITE", "LIMITE"),
        ("Departementaal VERTROUWELIJK", "Departementaal VERTROUWELIJK"),
        ("DEPARTEMENTAAL VERTROUWELIJK", "Departementaal VERTROUWELIJK"),
        ("Dep.V.", "Departementaal VERTROUWELIJK"),
        ("RESTREINT UE/EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("Stg. CONFIDENTIEEL", "Stg. CONFIDENTIEEL"),
        ("STG. ZEER GEHEIM", "Stg. ZEER GEHEIM"),
        ("SECRET UE/EU SECRET", "Stg. GEHEIM"),
        ("Concept", None),
        ("Limiteringen", None),
        ("Dit stuk is niet Departementaal VERTROUWELIJK.", None),
        ("Geheim", None),
    ],
)
def test_a_line_is_a_mark_when_it_holds_nothing_else(line: str, name: str | None) -> None:
    assert name_of(bearing(line)) == name


def test_a_mark_stands_at_the_head_or_around_the_pages() -> None:
    span = (Span(0, 6),)
    assert name_of(around("running_head", "LIMITE")) == "LIMITE"
    assert name_of(around("letterhead", "Ministerie van Buitenlandse Zaken\nLIMITE")) == "LIMITE"
    assert name_of(document(paragraphs=(Paragraph(id="p1", text="LIMITE", spans=span),))) == "LIMITE"


def test_a_menu_or_a_word_far_down_is_no_mark() -> None:
    texts = ["Een zin van de brief.", "Nog een.", "Een derde.", "Een vierde.", "Een vijfde.", "LIMITE"]
    paragraphs = tuple(
        Paragraph(id=f"p{number}", text=text, spans=(Span(0, 1),)) for number, text in enumerate(texts, 1)
    )
    assert name_of(around("navigation", "Intern")) is None
    assert name_of(document(paragraphs=paragraphs)) is None


def test_the_highest_of_several_marks_counts() -> None:
    assert name_of(around("running_head", "LIMITE\nDepartementaal VERTROUWELIJK\nIntern gebruik")) == (
        "Departementaal VERTROUWELIJK"
    )


@pytest.mark.parametrize(
    "found",
    [
        reading.document_of(LETTER.format(mark="LIMITE")),
        building.document_of(building.word_file(building.p(building.PROSE) + EDGES, header=building.p("LIMITE"))),
        printing.document_of(
            printing.printed(PAGES, printing.LETTER_STYLE + "@page { @top-center { content: 'LIMITE' } }")
        ),
        printing.document_of(printing.printed("<p>LIMITE</p>" + PAGES)),
    ],
    ids=["text", "word", "pdf", "pdf-first-line"],
)
def test_a_mark_is_found_whatever_the_format(found: Document) -> None:
    assert name_of(found) == "LIMITE"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Concept – openbare bronnen", None),
        ("LIMITE – concept", "LIMITE"),
        ("Departementaal vertrouwelijk, concept", "Departementaal VERTROUWELIJK"),
        ("Stg. ZEER GEHEIM", "Stg. ZEER GEHEIM"),
        ("Internationaal", None),
    ],
)
def test_the_words_of_a_person_name_a_mark(words: str, name: str | None) -> None:
    marking = marking_in(words)
    assert (marking.name if marking else None) == name


@pytest.mark.parametrize(
    ("chosen", "borne", "outcome"),
    [
        ("Concept – openbare bronnen", [None, "LIMITE"], "LIMITE"),
        ("LIMITE – concept", ["LIMITE"], None),
        ("LIMITE – concept", ["LIMITE", "Departementaal VERTROUWELIJK"], "Departementaal VERTROUWELIJK"),
        ("Departementaal VERTROUWELIJK", ["LIMITE"], None),
        ("Concept", [None, "Concept"], None),
        ("Concept", [], None),
    ],
)
def test_a_pack_bears_at_least_the_highest_mark_of_its_sources(
    chosen: str, borne: list[str | None], outcome: str | None
) -> None:
    sources = [bearing(mark, f"Bron {mark}") if mark else document() for mark in borne]
    expected = Raise(marking=outcome, source=f"Bron {outcome}") if outcome else None
    assert raised(chosen, sources) == expected


@pytest.mark.parametrize("mark", ["RESTREINT UE", "Stg. CONFIDENTIEEL", "SECRET UE/EU SECRET", "NATO SECRET"])
def test_classified_documents_are_refused(mark: str) -> None:
    with pytest.raises(SourceError) as caught:
        require_open(bearing(mark))
    assert caught.value.code == "source-classified"


def test_other_documents_are_not_refused() -> None:
    for mark in ("LIMITE", "Departementaal VERTROUWELIJK", "Concept"):
        require_open(bearing(mark))


def test_every_form_belongs_to_one_mark() -> None:
    marks = lexicon("markings", Markings).markings
    forms = [form.casefold() for mark in marks for form in mark.forms]
    assert len(forms) == len(set(forms))
    assert [mark.refused for mark in marks] == sorted(mark.refused for mark in marks)
