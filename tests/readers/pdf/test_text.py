"""What stands on a page in words: lists, tables, hyphens, ligatures, contents, notes of every kind, questions."""

from __future__ import annotations

import pytest

from briefgen.document import Document
from briefgen.extraction import extract
from briefgen.ledger import UNACCOUNTED, ledger
from briefgen.provenance import covered_text, without_whitespace

from .printing import LETTER_STYLE, document_of, note, printed, text_of

PROSE = (
    "De samenwerking met de lidstaten wordt versterkt, zodat de interne markt beter werkt en de weerbaarheid toeneemt. "
    "Daarbij hoort een langdurige inzet op de bescherming van burgers tegen digitale dreigingen in de hele Unie. "
)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_table_keeps_its_rows_and_cells() -> None:
    rows = [("Jaar", "Uitgaven", "Aandeel"), ("2024", "3,5 miljard", "een derde"), ("2025", "4,1 miljard", "de helft")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
    style = LETTER_STYLE + "table { width: 100%; border-collapse: collapse } td { border: .5pt solid; padding: 2pt }"
    document = document_of(printed(f"<p>{PROSE}</p><table>{cells}</table><p>{PROSE}</p>", style))
    (table,) = document.tables
    found = {(cell.row, cell.column): document.paragraph_by_id[cell.paragraph].text for cell in table.cells}
    assert found == {(row, column): text for row, line in enumerate(rows) for column, text in enumerate(line)}


def test_cells_of_several_lines_are_whole() -> None:
    rows = [("Maatregel", "Toelichting"), ("Toezicht", PROSE.strip()), ("Handhaving", PROSE.strip())]
    cells = "".join(
        f'<tr style="vertical-align: top"><td style="width: 30mm">{label}<td>{text}' for label, text in rows
    )
    document = document_of(printed(f"<p>{PROSE}</p><table>{cells}</table>"))
    assert texts(document)[1:] == [cell for row in rows for cell in row]


def test_words_broken_at_line_ends_are_whole() -> None:
    text = (PROSE * 3).strip()
    style = LETTER_STYLE + "p { hyphens: auto; text-align: justify; width: 60mm }"
    assert "‐\n" in text_of(printed(f"<p>{text}</p>", style)).replace("-\n", "‐\n")
    assert texts(document_of(printed(f"<p>{text}</p>", style))) == [text]


def test_ligatures_are_letters() -> None:
    text = "Het officiële oﬃcier vindt de eﬀecten van een ﬁnanciële conﬂictregeling groot genoeg."
    assert texts(document_of(printed(f"<p>{text}</p>"))) == [
        "Het officiële officier vindt de effecten van een financiële conflictregeling groot genoeg."
    ]


def test_words_that_a_bad_layer_broke_are_rejoined_on_evidence() -> None:
    whole = "De minister is verantwoordelijk voor de besluitvorming over de samenwerking en de bescherming."
    broken = "De minister is verant woordelijk voor de besluit vorming over de samen werking, ten minste hier."
    document = document_of(printed(f"<p>{whole}</p><p>{broken}</p>"))
    assert texts(document) == [
        whole,
        "De minister is verantwoordelijk voor de besluitvorming over de samenwerking, ten minste hier.",
    ]


def test_two_words_stay_two_without_more_evidence() -> None:
    text = "Het besluit is tenminste duidelijk. Daarover spreken wij ten minste twee keer."
    assert texts(document_of(printed(f"<p>{text}</p>"))) == [text]


def test_contents_are_no_text_and_name_headings() -> None:
    contents = "<p>Inhoud</p><p>1 Inleiding ........................ 2<br>Wat volgt ........................ 2</p>"
    body = f'<p style="break-before: page">1 Inleiding</p><p>{PROSE}</p><p>Wat volgt</p><p>{PROSE}</p>'
    document = document_of(printed(contents + body))
    assert [heading.text for heading in document.headings] == ["1 Inleiding", "Wat volgt"]
    assert texts(document) == [PROSE.strip()] * 2


def test_indented_first_lines_part_paragraphs() -> None:
    style = LETTER_STYLE + "p { margin: 0; text-indent: 5mm }"
    paragraphs = [f"Alinea {number}. {PROSE.strip()}" for number in range(6)]
    assert texts(document_of(printed("".join(f"<p>{text}</p>" for text in paragraphs), style))) == paragraphs


def test_numbered_paragraphs_lose_the_number_in_the_margin() -> None:
    body = "".join(
        f'<p style="margin-left: 12mm"><span style="position: absolute; left: 0">1.{number}</span>{PROSE}</p>'
        for number in range(1, 4)
    )
    style = LETTER_STYLE + "p { position: relative } p > span { margin-left: -12mm }"
    assert texts(document_of(printed(body, style))) == [PROSE.strip()] * 3


def test_a_figure_lowered_or_raised_without_note_is_a_part_of_its_word() -> None:
    small = "font-size: 6pt; line-height: 0; vertical-align"
    body = f'<p>De uitstoot van CO<span style="{small}: -2pt">2</span> is hoog en een perceel telt 30 m'
    document = document_of(printed(f'{body}<span style="{small}: 3pt">2</span> grond.</p>'))
    assert texts(document) == ["De uitstoot van CO2 is hoog en een perceel telt 30 m² grond."]


def test_a_note_goes_on_over_the_page() -> None:
    long = PROSE.strip() * 12
    document = document_of(printed(f"<p>{PROSE * 14}</p><p>Een zin met een noot{note(long)} erin. {PROSE * 5}</p>"))
    assert [footnote.text for footnote in document.footnotes] == [long]
    assert texts(document) == [(PROSE * 14).strip(), f"Een zin met een noot erin. {PROSE * 5}".strip()]


def test_questions_find_their_answers() -> None:
    exchange = "".join(
        f"<p>Vraag {number}<br>Klopt het dat maatregel {number} van het kabinet in {2020 + number} is uitgesteld?</p>"
        f"<p>Antwoord {number}<br>Ja. {PROSE}</p>"
        for number in range(1, 6)
    )
    questions = extract(document_of(printed(exchange))).questions
    assert [question.number for question in questions] == [1, 2, 3, 4, 5]
    assert all(question.answer and question.answer.startswith("Ja.") for question in questions)


def test_a_fiche_keeps_its_numbered_headings_and_short_answers() -> None:
    style = LETTER_STYLE.replace("margin: 40mm 49mm 30mm 28mm", "margin: 25mm")
    parts = {"a) Titel voorstel": "Mededeling over de interne markt", "b) Nr. Commissiedocument": "COM(2025) 500"}
    short = "".join(f'<p style="margin: 0"><i>{name}</i></p><p>{value}</p>' for name, value in parts.items())
    body = (
        f"<p><b>Fiche 1: Mededeling interne markt</b></p><p><b>1. Algemene gegevens</b></p>{short}"
        f'<p><b>2. Essentie voorstel</b></p><p style="margin: 0"><i>a) Inhoud voorstel</i></p>'
        f"<p>{PROSE * 2}{note('Kamerstuk 22 112, nr. 4361.')}{PROSE}</p><p>{PROSE * 4}</p>"
    )
    document = document_of(printed(body, style))
    assert [(heading.level, heading.text) for heading in document.headings] == [
        (1, "Fiche 1: Mededeling interne markt"),
        (1, "1. Algemene gegevens"),
        (2, "a) Titel voorstel"),
        (2, "b) Nr. Commissiedocument"),
        (1, "2. Essentie voorstel"),
        (2, "a) Inhoud voorstel"),
    ]
    assert texts(document) == [*parts.values(), (PROSE * 3).strip(), (PROSE * 4).strip()]
    assert document.footnotes[0].offset == len((PROSE * 2).strip())
    assert document.metadata.title == "Fiche 1: Mededeling interne markt"


BODIES = (
    f"<h1>Kop</h1><p>{PROSE}{note('Kamerstuk 36 715, nr. 32.')}</p><ul><li>een;<li>twee.</ul>",
    f"<table><tr><td>a<td>b<td>c<tr><td>d<td>e<td>f</table><p>{PROSE * 30}</p>",
    "<p>______</p><p>Inhoud</p><p>Een ..... 3</p><p>1</p>",
)


@pytest.mark.parametrize("body", BODIES)
def test_nothing_is_lost_and_nothing_is_counted_twice(body: str) -> None:
    data = printed(body)
    document, text = document_of(data), text_of(data)
    for part in (*document.paragraphs, *document.headings, *document.footnotes, *document.furniture):
        assert without_whitespace(covered_text(text, part.spans)) == without_whitespace(part.text)
    counts = ledger(document, text)
    assert sum(counts.values()) == len(text) == document.length
    assert UNACCOUNTED not in counts


def test_the_text_layer_is_the_same_every_time_and_parts_pages() -> None:
    data = printed(f"<p>{PROSE * 60}</p>")
    assert text_of(data) == text_of(data)
    assert text_of(data).count("\f") >= 1
