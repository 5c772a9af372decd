"""A copy says what a reader sees in it: typography changes nothing; hidden, struck or mislabelled words do."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from copy import deepcopy

import pikepdf
import pytest
from lxml import etree

from briefgen.attestation import AttestedStatement
from briefgen.errors import InputError
from briefgen.ooxml import WORD, w
from briefgen.readers.word.ooxml import parse
from briefgen.verification import Finding, copy_findings, read_pdf, read_word
from briefgen.verification.copies.folding import plain

from .built import attestation, word_file
from .edits import OWN, Draft, new_paragraph


def wrong(draft: Draft) -> list[tuple[str, str | None]]:
    """Codes and statements of what is wrong with an edited copy."""
    return [(one.code, one.item) for one in findings(draft) if one.severity != "info"]


def findings(draft: Draft) -> tuple[Finding, ...]:
    return copy_findings(draft.attestation, read_word(draft.saved(), "copy.docx"))


def made() -> Draft:
    return Draft(word_file(), attestation())


def noted(draft: Draft) -> AttestedStatement:
    """A quotation that calls one note."""
    return next(
        one
        for one in draft.quotations()
        if len(one.citations) == 1 and len(list(draft.paragraph_of(one).iter(w("footnoteReference")))) == 1
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("veto's", "veto’s"),
        ('"paspoort"', "„paspoort”"),
        ("2024–2028", "2024-2028"),
        ("een – soms – twee", "een - soms - twee"),
        ("en zo voort…", "en zo voort..."),
        ("coördinatie", unicodedata.normalize("NFD", "coördinatie")),
        ("officieel", "o\ufb03cieel"),
        ("lidstaten", "lid\u00adstaten"),
        ("36 800", "36\u202f800"),
    ],
)
def test_what_programs_write_for_one_another_is_the_same(typed: str, printed: str) -> None:
    assert plain(typed) == plain(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("wel", "niet"), ("de", "De"), ("3", "8"), ("a, b", "a b"), ("e", "\u0435"), ("EU-land", "EU land")],
)
def test_other_letters_digits_and_signs_are_others(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_a_copy_whose_letters_are_decomposed_is_clean() -> None:
    draft = made()
    for text in draft.body.iter(w("t")):
        text.text = unicodedata.normalize("NFD", text.text or "")
    assert wrong(draft) == []


@pytest.mark.parametrize("property_", ["vanish", "strike", "dstrike"])
def test_a_word_that_is_hidden_or_struck_out_is_not_said(property_: str) -> None:
    draft = made()
    statement = next(one for one in draft.quotations() if len(one.text.split()) > 5)
    _with_look(draft, statement, statement.text.split()[3], property_)
    assert wrong(draft) == [("copy-altered", statement.id)]


def test_a_word_in_bold_is_said() -> None:
    draft = made()
    statement = next(one for one in draft.quotations() if len(one.text.split()) > 5)
    _with_look(draft, statement, statement.text.split()[3], "b")
    assert wrong(draft) == []


def _with_look(draft: Draft, statement: AttestedStatement, word: str, look: str) -> None:
    """Give one word of a statement another look."""
    run = next(draft.text_of(statement).iterancestors(w("r")))
    before, _, behind = statement.text.partition(f" {word} ")
    for words, changed in ((f"{before} ", False), (word, True), (f" {behind}", False)):
        piece = deepcopy(run)
        text = piece.find(w("t"))
        assert text is not None
        text.text = words
        if changed:
            piece.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{WORD}"><w:{look}/></w:rPr>'))
        run.addprevious(piece)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


FORMULA = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{}</m:t></m:r></m:oMath>'
)
DRAWN = (
    f'<w:r xmlns:w="{WORD}" xmlns:v="urn:schemas-microsoft-com:vml">'
    '<w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r>'
)


@pytest.mark.parametrize("shape", [FORMULA, DRAWN])
def test_words_in_a_formula_or_a_drawing_are_said(shape: str) -> None:
    draft = made()
    draft.paragraph_of(draft.quotations()[0]).append(etree.fromstring(shape.format(OWN)))
    assert wrong(draft) == [("copy-added", None)]


def _relabel(element: etree._Element, label: str, other: str) -> None:
    """Let a paragraph name another paragraph of the source."""
    text = next(one for one in element.iter(w("t")) if label in (one.text or ""))
    text.text = (text.text or "").replace(label, other)


def _labels(draft: Draft, key: str) -> tuple[str, str]:
    """The label of a cited paragraph, and that of another one."""
    labels = {citation.key: citation.label for citation in draft.attestation.citations}
    return labels[key], next(label for other, label in labels.items() if other != key)


def test_a_note_that_names_another_paragraph_does_not_cite_although_it_links() -> None:
    draft = made()
    statement = noted(draft)
    number = next(draft.paragraph_of(statement).iter(w("footnoteReference"))).get(w("id"))
    notes = parse(draft.parts["word/footnotes.xml"])
    cited, other = _labels(draft, statement.citations[0])
    _relabel(next(note for note in notes if note.get(w("id")) == number), cited, other)
    draft.parts["word/footnotes.xml"] = etree.tostring(notes)
    assert ("copy-citation-gone", statement.id) in wrong(draft)
    assert {code for code, _ in wrong(draft)} == {"copy-citation-gone"}


def test_a_cited_paragraph_under_another_label_is_found() -> None:
    draft = made()
    citation = draft.attestation.citations[1]
    heading = next(
        next(mark.iterancestors(w("p")))
        for mark in draft.body.iter(w("bookmarkStart"))
        if mark.get(w("name")) == citation.anchor
    )
    _relabel(heading, *_labels(draft, citation.key))
    assert wrong(draft) == [("copy-annex-mislabelled", None)]


def test_a_marking_that_was_taken_away_is_found() -> None:
    draft = made()
    edges = [name for name in draft.parts if name.startswith(("word/header", "word/footer"))]
    for name in edges:
        draft.parts[name] = draft.parts[name].replace(draft.attestation.marking.encode(), b"")
    assert edges
    assert wrong(draft) == [("copy-marking-gone", None)]


def test_a_quotation_that_was_copied_with_its_note_is_quoted_and_without_it_is_not() -> None:
    for keeps_note in (True, False):
        draft = made()
        statement = noted(draft)
        paragraph = draft.paragraph_of(statement)
        second = deepcopy(paragraph)
        for mark in [*second.iter(w("bookmarkStart")), *second.iter(w("bookmarkEnd"))]:
            second.remove(mark)
        run = next(next(second.iter(w("footnoteReference"))).iterancestors(w("r")))
        if not keeps_note:
            second.remove(run)
        draft.paragraph_of(draft.quotations()[-1]).addnext(second)
        assert (wrong(draft) == []) == keeps_note


def test_half_a_sentence_is_no_quotation_although_it_has_a_note() -> None:
    draft = made()
    statement = noted(draft)
    half = new_paragraph(" ".join(statement.text.split()[:4]))
    mark = next(next(draft.paragraph_of(statement).iter(w("footnoteReference"))).iterancestors(w("r")))
    half.append(deepcopy(mark))
    draft.paragraph_of(draft.quotations()[-1]).addnext(half)
    assert wrong(draft) == [("copy-added", None)]


@pytest.mark.parametrize(("begin", "severity"), [("Notitie: ", "info"), ("notitie: ", "info"), ("", "error")])
def test_own_text_that_is_marked_as_such_is_a_notice(begin: str, severity: str) -> None:
    draft = made()
    draft.paragraph_of(draft.quotations()[0]).addnext(new_paragraph(begin + OWN))
    told = [one for one in findings(draft) if one.code in {"copy-added", "copy-own-added"}]
    assert [(one.severity, one.found) for one in told] == [(severity, OWN)]


def test_a_year_that_was_added_is_found() -> None:
    draft = made()
    draft.paragraph_of(draft.quotations()[0]).addnext(new_paragraph("2031"))
    assert wrong(draft) == [("copy-added", None)]


def _note_by_number(number: int) -> Callable[[etree._Element], None]:
    def edit(paragraph: etree._Element) -> None:
        properties = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        mark = etree.fromstring(f'<w:r xmlns:w="{WORD}">{properties}<w:t>{number}</w:t></w:r>')
        paragraph.append(mark)

    return edit


def test_a_raised_number_without_a_field_leads_to_the_note_of_that_number() -> None:
    draft = made()
    fields = [
        one
        for one in draft.quotations()
        if not list(draft.paragraph_of(one).iter(w("footnoteReference")))
        and list(draft.paragraph_of(one).iter(w("instrText")))
    ]
    statement = fields[0]
    paragraph = draft.paragraph_of(statement)
    target = next(one.text or "" for one in paragraph.iter(w("instrText"))).split()[1]
    marks = list(draft.body.iter(w("footnoteReference"), w("bookmarkStart")))
    place = next(number for number, one in enumerate(marks) if one.get(w("name")) == target)
    number = 1 + sum(one.tag == w("footnoteReference") for one in marks[:place])
    for run in [one for one in paragraph.iter(w("r")) if one.find(w("t")) is None or one.find(w("rPr")) is not None]:
        parent = run.getparent()
        if parent is not None and run.find(w("t")) is not draft.text_of(statement):
            parent.remove(run)
    assert wrong(draft) == [("copy-citation-gone", statement.id)]
    _note_by_number(number)(paragraph)
    assert wrong(draft) == []


def test_a_file_with_nothing_of_the_pack_is_another_document() -> None:
    draft = made()
    body = draft.body[0]
    for child in list(body):
        if child.tag != w("sectPr"):
            body.remove(child)
    body.insert(0, new_paragraph(OWN))
    assert [one.code for one in findings(draft) if one.severity != "info"] == ["copy-foreign"]


def test_two_different_provenances_are_refused() -> None:
    draft = made()
    name = next(name for name, data in draft.parts.items() if b"provenance.json" in data[:400])
    draft.parts["customXml/item77.xml"] = draft.parts[name]
    assert wrong(draft) == []
    draft.parts["customXml/item78.xml"] = draft.parts[name].replace(b"briefgen/provenance@1", b"briefgen/provenance@2")
    with pytest.raises(InputError) as refused:
        wrong(draft)
    assert refused.value.code == "copy-attestations-differ"


def test_a_small_number_right_behind_words_of_a_page_is_that_of_a_note() -> None:
    read = read_pdf(_page(b"BT /F 12 Tf 40 700 Td (nr. 2360) Tj /F 6 Tf 5 Ts (17) Tj ET"), "kopie.pdf")
    assert read.blocks[0].text.split() == ["nr.", "2360"]


def test_a_number_in_the_size_of_its_words_is_a_word_also_behind_a_heading() -> None:
    read = read_pdf(_page(b"BT /F 18 Tf 40 700 Td (Doel) Tj /F 9 Tf 0 -20 Td (2029 en 2360) Tj ET"), "kopie.pdf")
    assert read.blocks[0].text.split() == ["Doel", "2029", "en", "2360"]


def _page(content: bytes) -> bytes:
    """A PDF of one page with this content, `F` its only font."""
    document = pikepdf.new()
    page = document.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.obj.Contents = document.make_stream(content)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
