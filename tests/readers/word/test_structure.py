"""Headings, lists and tables of Word files."""

from __future__ import annotations

import pytest

from .building import PROSE, cell, document_of, furniture, headings, numbered, p, row, run, table, texts, word_file

LEVELS = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="3">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)

BOLD, ITALIC = "<w:b/>", "<w:i/>"


def test_headings_have_the_level_of_their_style_and_stand_above_what_follows() -> None:
    document = document_of(word_file(p("Inleiding", "Kop1") + p(PROSE) + p("Achtergrond", "Kop2") + p(PROSE)))
    assert headings(document) == [(1, "Inleiding"), (2, "Achtergrond")]
    assert [paragraph.heading_path for paragraph in document.paragraphs] == [
        ("Inleiding",),
        ("Inleiding", "Achtergrond"),
    ]


@pytest.mark.parametrize(
    ("name", "level"),
    [("Kop 1", 1), ("kop2", 2), ("Huisstijl-Kop 3", 3), ("Überschrift 2", 2), ("heading 1 zonder nummer", 1)],
)
def test_a_style_of_another_language_or_house_is_known_by_its_name(name: str, level: int) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    above = "".join(
        f'<w:style w:type="paragraph" w:styleId="k{n}"><w:name w:val="heading {n}"/></w:style>' for n in range(1, level)
    )
    body = "".join(p(f"Deel {n}", f"k{n}") for n in range(1, level)) + p("Onderwerp", "x") + p(PROSE)
    document = document_of(word_file(body, styles=styles + above))
    assert headings(document)[-1] == (level, "Onderwerp")


@pytest.mark.parametrize("name", ["Koptekst", "header", "Kopje", "Standaard", "heading"])
def test_a_style_with_another_name_makes_no_heading(name: str) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    document = document_of(word_file(p("Inleiding", "Kop1") + p(PROSE) + p(PROSE, "x") + p(PROSE), styles=styles))
    assert PROSE in texts(document)


def test_a_style_inherits_the_outline_level_of_the_one_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="c"/><w:basedOn w:val="a"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    document = document_of(word_file(p("Inzet", "b") + p(PROSE, "c"), styles=styles))
    assert headings(document) == [(1, "Inzet")]
    assert texts(document) == [PROSE]


def test_a_style_that_is_based_on_itself_does_no_harm() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="a"/></w:style>'
    assert texts(document_of(word_file(p(PROSE, "a"), styles=styles))) == [PROSE]


def test_a_line_that_only_looks_like_a_heading_is_one() -> None:
    body = p(run("Inzet van het kabinet", BOLD)) + p(PROSE) + p(run("Planning", ITALIC)) + p(PROSE)
    assert headings(document_of(word_file(body))) == [(1, "Inzet van het kabinet"), (2, "Planning")]


def test_a_line_that_is_larger_than_the_text_is_a_heading() -> None:
    body = p(run("Inzet van het kabinet", '<w:sz w:val="32"/>')) + p(PROSE)
    assert headings(document_of(word_file(body))) == [(1, "Inzet van het kabinet")]


@pytest.mark.parametrize(
    "line",
    [
        "Dit is een zin die vet is gezet en daarom nog geen kop wordt.",
        "Wij vragen uw aandacht voor het volgende:",
        "27 januari 2026",
        "en dit begint midden in een zin",
    ],
)
def test_a_bold_line_that_is_no_title_stays_text(line: str) -> None:
    document = document_of(word_file(p("Inzet", "Kop1") + p(run(line, BOLD)) + p(PROSE)))
    assert line in texts(document)


def test_in_a_text_that_is_bold_altogether_bold_says_nothing() -> None:
    body = "".join(p(run(text, BOLD)) for text in ("De minister is aanwezig", PROSE, "De Kamer is akkoord", PROSE))
    plain = "".join(p(text) for text in ("De minister is aanwezig", PROSE, "De Kamer is akkoord", PROSE))
    assert headings(document_of(word_file(body))) == headings(document_of(word_file(plain)))


def test_numbers_of_headings_are_part_of_them_as_printed() -> None:
    body = p("Inleiding", "Kop1", numbered(3)) + p(PROSE) + p("Doel", "Kop2", numbered(3, 1)) + p(PROSE)
    body += p("Inzet", "Kop1", numbered(3)) + p(PROSE) + p("Middelen", "Kop2", numbered(3, 1)) + p(PROSE)
    assert [text for _, text in headings(document_of(word_file(body, numbering=LEVELS)))] == [
        "I Inleiding",
        "1.1 Doel",
        "II Inzet",
        "2.1 Middelen",
    ]


def test_the_items_of_a_list_have_their_number_as_label_and_know_what_leads_in() -> None:
    body = p("Het kabinet let op:") + p("de prijs;", extra=numbered(1)) + p("de markt;", extra=numbered(1, 1))
    body += p("de tijd.", extra=numbered(1, 1)) + p("de kwaliteit.", extra=numbered(1)) + p(PROSE)
    document = document_of(word_file(body, numbering=LEVELS))
    assert furniture(document, "label") == ["1.", "a)", "b)", "2."]
    assert [(item.kind, item.lead_in) for item in document.paragraphs] == [
        ("body", None),
        *[("list_item", "p1")] * 4,
        ("body", None),
    ]


def test_bullets_of_private_fonts_are_printed_as_bullets() -> None:
    document = document_of(word_file(p("Een punt", extra=numbered(2)) + p(PROSE), numbering=LEVELS))
    assert furniture(document, "label") == ["•"]


def test_a_list_that_starts_elsewhere_counts_from_there() -> None:
    body = p("vijf", extra=numbered(4)) + p("zes", extra=numbered(4))
    assert furniture(document_of(word_file(body, numbering=LEVELS)), "label") == ["5.", "6."]


def test_a_paragraph_that_leaves_its_list_has_no_number() -> None:
    document = document_of(word_file(p("Geen punt van de lijst.", extra=numbered(0)), numbering=LEVELS))
    assert furniture(document, "label") == []


def test_typed_labels_are_labels_too() -> None:
    document = document_of(word_file(p("Inzet", "Kop1") + p("De lijst:") + p("- een punt;") + p("- nog een punt.")))
    assert [item.text for item in document.paragraphs if item.kind == "list_item"] == ["een punt;", "nog een punt."]


def test_cells_are_paragraphs_with_their_row_column_and_header() -> None:
    rows = [row(cell("Jaar"), cell("Bedrag"), header=True), row(cell("2025"), cell("3 miljoen"))]
    document = document_of(word_file(p(PROSE) + table(rows) + p(PROSE)))
    (found,) = document.tables
    by_id = document.paragraph_by_id
    assert [(item.row, item.column, item.header, by_id[item.paragraph].text) for item in found.cells] == [
        (0, 0, True, "Jaar"),
        (0, 1, True, "Bedrag"),
        (1, 0, False, "2025"),
        (1, 1, False, "3 miljoen"),
    ]
    assert {by_id[item.paragraph].kind for item in found.cells} == {"table_cell"}


def test_merged_cells_count_once_and_keep_the_others_in_their_column() -> None:
    rows = [
        row(cell("Land", '<w:vMerge w:val="restart"/>'), cell("Uitgaven", '<w:gridSpan w:val="2"/>'), cell("Bron")),
        row(cell("", "<w:vMerge/>"), cell("2024"), cell("2025"), cell("CBS")),
    ]
    (found,) = document_of(word_file(table(rows))).tables
    assert [(item.row, item.column) for item in found.cells] == [(0, 0), (0, 1), (0, 3), (1, 1), (1, 2), (1, 3)]


def test_a_cell_of_several_paragraphs_is_one_and_holds_the_table_inside_it() -> None:
    inner = table([row(cell("binnen"))])
    document = document_of(word_file(table([row(cell("A"), cell(p("een") + p("twee") + inner + p("drie")))])))
    assert texts(document) == ["A", "een twee binnen drie"]


def test_two_tables_behind_each_other_stay_two() -> None:
    one = table([row(cell("a"), cell("b"))])
    assert len(document_of(word_file(one + one)).tables) == 2


def test_a_table_that_only_places_text_is_no_table() -> None:
    rows = [row(cell("De Kamer,"), cell("")), row(cell(""), cell(p(PROSE) + p(PROSE)))]
    document = document_of(word_file(table(rows, "")))
    assert document.tables == ()
    assert texts(document) == ["De Kamer,", PROSE, PROSE]


def test_a_frame_around_one_column_of_text_is_no_table() -> None:
    document = document_of(word_file(p(PROSE) + table([row(cell(p("Kader") + p(PROSE)))])))
    assert document.tables == ()
    assert PROSE in texts(document)[1:]


def test_an_empty_item_takes_its_number_as_in_print() -> None:
    body = p("een", extra=numbered(1)) + p("", extra=numbered(1)) + p("drie", extra=numbered(1))
    assert furniture(document_of(word_file(body, numbering=LEVELS)), "label") == ["1.", "3."]


def test_titles_amid_the_text_head_its_parts() -> None:
    body = p("Een sterke Unie", "Titel") + p(PROSE * 2) + p("Tweede deel", "Titel") + p(PROSE)
    document = document_of(word_file(body))
    assert document.metadata.title == "Een sterke Unie"
    assert headings(document) == [(1, "Tweede deel")]


def test_captions_are_no_paragraphs() -> None:
    document = document_of(word_file(p(PROSE) + p("Figuur met uitgaven per land", "Bijschrift") + p(PROSE)))
    assert [(caption.text, caption.after) for caption in document.captions] == [("Figuur met uitgaven per land", "p1")]


def test_a_line_break_behind_the_label_of_a_question_parts_them() -> None:
    question = run("Vraag 1") + "<w:r><w:br/></w:r>" + run("Kent u het bericht over de prijzen?")
    document = document_of(word_file(p(question) + p("Antwoord op vraag 1") + p("Ja.")))
    assert [text for _, text in headings(document)] == ["Vraag 1", "Antwoord op vraag 1"]
    assert [(item.kind, item.text) for item in document.paragraphs] == [
        ("question", "Kent u het bericht over de prijzen?"),
        ("answer", "Ja."),
    ]


def test_a_bold_first_line_heads_the_others_of_its_paragraph() -> None:
    headed = p(run("Aanleiding", BOLD) + "<w:r><w:br/></w:r>" + run(PROSE))
    unheaded = p(run(PROSE) + "<w:r><w:br/></w:r>" + run("Tweede regel."))
    document = document_of(word_file(headed + unheaded))
    assert headings(document) == [(1, "Aanleiding")]
    assert texts(document) == [PROSE, f"{PROSE} Tweede regel."]


def test_the_numbers_of_a_label_may_have_a_comma_before_their_last() -> None:
    document = document_of(word_file(p("Vraag 7") + p("Wat vindt u?") + p("Antwoord op vragen 7, 8, en 9") + p(PROSE)))
    assert [text for _, text in headings(document)] == ["Vraag 7", "Antwoord op vragen 7, 8, en 9"]


def test_a_numbered_label_that_asks_is_a_heading() -> None:
    levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Vraag %1"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    body = p("Kent u het bericht over de prijzen?", extra=numbered(1)) + p("Antwoord:") + p("Ja.")
    document = document_of(word_file(body, numbering=numbering))
    assert headings(document)[0][1] == "Vraag 1"


def test_below_bold_questions_plain_text_answers() -> None:
    body = "".join(
        p(run(f"Vraag {number}", BOLD)) + p(run("Deelt u deze mening?", BOLD)) + p(PROSE) + p(PROSE)
        for number in (1, 2)
    )
    kinds = [paragraph.kind for paragraph in document_of(word_file(body)).paragraphs]
    assert kinds == ["question", "answer", "answer"] * 2


def test_a_sentence_that_was_broken_off_is_whole_again() -> None:
    body = p("Inzet", "Kop1") + p("In antwoord op uw brief van 6 december 2023, nr. 2023Z19677, deel ik u mede")
    body += p("dat de vragen zijn beantwoord zoals aangegeven in de bijlage.")
    assert len(document_of(word_file(body)).paragraphs) == 1


def test_lines_of_a_motion_stay_apart() -> None:
    lines = ["De Kamer,", "gehoord de beraadslaging,", "constaterende dat de prijzen stijgen;", "verzoekt de regering,"]
    body = p("Motie", "Kop1") + "".join(p(line) for line in lines)
    assert texts(document_of(word_file(body))) == lines
