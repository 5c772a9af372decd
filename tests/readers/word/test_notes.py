"""Footnotes and endnotes of Word files, and notes that somebody typed."""

from __future__ import annotations

from briefgen.document import Document

from .building import PROSE, call, cell, codes, document_of, notes, numbered, p, row, run, table, texts, word_file


def placed(document: Document) -> list[tuple[str, str, str | None, int | None]]:
    return [(note.label, note.text, note.paragraph, note.offset) for note in document.footnotes]


def test_a_note_knows_its_text_and_the_exact_place_of_its_mark() -> None:
    body = p(run("De inzet is bekend.") + call("footnote", 7) + run(" De Kamer is ingelicht.") + call("footnote", 3))
    document = document_of(word_file(body, footnotes=notes("footnote", {3: " Kamerstuk 2.", 7: " Kamerstuk 1."})))
    assert texts(document) == ["De inzet is bekend. De Kamer is ingelicht."]
    assert placed(document) == [("1", "Kamerstuk 1.", "p1", 19), ("2", "Kamerstuk 2.", "p1", 42)]


def test_a_mark_before_the_first_word_belongs_to_the_paragraph_that_it_begins() -> None:
    body = p("Eerst.") + p(call("footnote", 1) + run("Dan.")) + p(call("footnote", 2) + run("Slot."), extra=numbered(1))
    bullet = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    bullet += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    document = document_of(word_file(body, numbering=bullet, footnotes=notes("footnote", {1: "a", 2: "b"})))
    assert placed(document) == [("1", "a", "p2", 0), ("2", "b", "p3", 0)]


def test_endnotes_are_numbered_in_their_own_form() -> None:
    body = p(run("Eén.") + call("footnote", 1)) + p(run("Twee.") + call("endnote", 1))
    document = document_of(
        word_file(body, footnotes=notes("footnote", {1: "Voet."}), endnotes=notes("endnote", {1: "Eind."}))
    )
    assert placed(document) == [("1", "Voet.", "p1", 4), ("i", "Eind.", "p2", 5)]


def test_the_settings_say_in_which_form_notes_are_numbered() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    body = p(run("Eén.") + call("footnote", 1))
    document = document_of(word_file(body, footnotes=notes("footnote", {1: "Voet."}), settings=settings))
    assert placed(document)[0][0] == "C"


def test_notes_count_anew_in_each_section_where_the_section_says_so() -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = p(run("Eén.") + call("footnote", 1)) + p(PROSE, extra=section) + p(run("Twee.") + call("footnote", 2))
    document = document_of(word_file(body + section, footnotes=notes("footnote", {1: "a", 2: "b"})))
    assert [label for label, *_ in placed(document)] == ["1", "1"]


def test_a_sign_that_somebody_chose_is_the_label_and_does_not_count() -> None:
    custom = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    body = p(run("Eén.") + custom) + p(run("Twee.") + call("footnote", 2))
    document = document_of(word_file(body, footnotes=notes("footnote", {1: "Ster.", 2: "Gewoon."})))
    assert placed(document) == [("*", "Ster.", "p1", 4), ("1", "Gewoon.", "p2", 5)]


def test_a_note_of_several_paragraphs_is_one_text() -> None:
    body = p(run("Eén.") + call("footnote", 1))
    document = document_of(word_file(body, footnotes=notes("footnote", {1: p("Eerst.") + p("Dan.")})))
    assert placed(document) == [("1", "Eerst. Dan.", "p1", 4)]


def test_notes_that_nothing_calls_are_not_there() -> None:
    body = p(run("Eén.") + call("footnote", 1)) + p("<w:del>" + call("footnote", 2) + "</w:del>" + run("Twee."))
    footnotes = notes("footnote", {-1: "scheiding", 1: "Voet.", 2: "Geschrapt."})
    assert [text for _, text, *_ in placed(document_of(word_file(body, footnotes=footnotes)))] == ["Voet."]


def test_a_mark_without_a_body_is_reported() -> None:
    document = document_of(word_file(p(run("Eén.") + call("footnote", 9)), footnotes=notes("footnote", {})))
    assert codes(document) == ["mark-without-note"]


def test_a_note_may_be_called_from_a_cell() -> None:
    rows = [row(cell("Land"), cell(p(run("Bedrag") + call("footnote", 1))))]
    document = document_of(word_file(table(rows), footnotes=notes("footnote", {1: "In euro's."})))
    assert placed(document) == [("1", "In euro's.", "p2", 6)]


def test_typed_notes_of_written_questions_are_notes_beside_those_of_word() -> None:
    body = (
        p("Vraag 1") + p("Kent u het bericht 1)?") + p("Vraag 2") + p("Hoe verhoudt het zich tot de code2), en waarom?")
    )
    body += p("Antwoord op vragen 1 en 2") + p(run("Ja, zie de brief.") + call("footnote", 1))
    body += p("1) NOS, 6 maart 2024.") + p("2) Kamerstuk 33047, nr. 25.")
    document = document_of(word_file(body, footnotes=notes("footnote", {1: "Kamerstuk 29628, nr. 1099."})))
    assert texts(document) == [
        "Kent u het bericht?",
        "Hoe verhoudt het zich tot de code, en waarom?",
        "Ja, zie de brief.",
    ]
    assert [(label, paragraph) for label, _, paragraph, _ in placed(document)] == [
        ("1", "p1"),
        ("2", "p2"),
        ("1", "p3"),
    ]


def test_raised_figures_of_notes_that_somebody_typed_are_marks() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = p(run("De inzet is bekend.") + run("1", raised)) + p(
        run("Het bos is 3 km") + run("2", raised) + run(" groot.")
    )
    document = document_of(word_file(body))
    assert texts(document) == ["De inzet is bekend.", "Het bos is 3 km² groot."]
