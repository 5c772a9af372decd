"""Footnotes of Word, in the places where a template asks for them."""

import re
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.ooxml import WORD, parse, w
from briefgen.renderers.docx import render
from briefgen.renderers.vocabulary import AnnexParagraph
from briefgen.renderers.word.checking import NOTE_FILTER, check
from briefgen.renderers.word.marks import MARK, NOTE, LinkError, footnote
from briefgen.renderers.word.ooxml import paragraph_text
from briefgen.renderers.word.package import Parts, add_story, pack, unpack

from ..sample import ROOT, view

TEMPLATE = (ROOT / "templates/brief.docx").read_bytes()
BODY = re.compile(rb"<w:body>.*(?=<w:sectPr)", re.DOTALL)
LOOP = ("{%p for chapter in chapters %}", "{%p for statement in chapter.statements %}")
ENDS = ("{%p endfor %}", "{%p endfor %}")


def _paragraph(words: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def _template(*content: str) -> Parts:
    parts = unpack(TEMPLATE, "brief.docx")
    made = "".join(one if one.startswith("<") else _paragraph(one) for one in content).encode()
    return parts | {"word/document.xml": BODY.sub(lambda _: b"<w:body>" + made, parts["word/document.xml"])}


def _made(parts: Parts, tmp_path: Path) -> tuple[etree._Element, etree._Element]:
    """Body and notes of the sample pack in a template, in a file in which a validator finds nothing."""
    made = render(view(), pack(parts), "brief.docx")
    file = tmp_path / "made.docx"
    file.write_bytes(made)
    errors = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file)).errors
    assert [str(error) for error in errors] == []
    written = unpack(made, "made.docx")
    return parse(written["word/document.xml"]), parse(written["word/footnotes.xml"])


def _cited() -> set[str]:
    return {source.anchor for chapter in view().chapters for one in chapter.statements for source in one.sources}


def test_notes_stand_in_lists(tmp_path: Path) -> None:
    listed = '<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>'
    body, notes = _made(_template(*LOOP, _paragraph("x{{ statement | footnote }}", listed), *ENDS), tmp_path)
    assert len(list(body.iter(w("footnoteReference")))) == len(list(notes)) - 2 == len(_cited())


def test_notes_stand_in_tables(tmp_path: Path) -> None:
    row = "<w:tr><w:tc><w:tcPr><w:tcW w:w='4000' w:type='dxa'/></w:tcPr>{}</w:tc></w:tr>"
    table = "".join(
        row.format(_paragraph(words))
        for words in ("{%tr for s in chapters[0].statements %}", "{{ s.text }}{{ s | footnote }}", "{%tr endfor %}")
    )
    grid = '<w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    body, notes = _made(_template(f"<w:tbl>{grid}{table}</w:tbl>", "einde"), tmp_path)
    references = list(body.iter(w("footnoteReference")))
    assert references
    assert all(next(one.iterancestors(w("tc")), None) is not None for one in references)
    assert len(references) == len(list(notes)) - 2


def test_one_source_can_have_its_note_by_itself(tmp_path: Path) -> None:
    inner = "Zie{% for source in statement.sources %} {{ source.label }}{{ source | footnote }}{% endfor %}"
    _, notes = _made(_template(*LOOP, inner, *ENDS), tmp_path)
    assert len(list(notes)) - 2 == len(_cited())


def test_notes_of_several_sources_are_parted_by_a_comma(tmp_path: Path) -> None:
    body, _ = _made(_template(*LOOP, "x{{ statement | footnote }}", *ENDS), tmp_path)
    several = max(len(one.sources) for chapter in view().chapters for one in chapter.statements)
    commas = [paragraph_text(one).count(", ") for one in body.iter(w("p"))]
    assert max(commas) == several - 1 > 0


def test_notes_join_those_of_the_template(tmp_path: Path) -> None:
    own = "<w:r><w:footnoteReference w:id='7'/></w:r>"
    parts = _template(f"<w:p>{own}</w:p>", *LOOP, "x{{ statement | footnote }}", *ENDS)
    note = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="7">{_paragraph("Per {{ as_of }}")}</w:footnote></w:footnotes>'
    )
    add_story(parts, "word/document.xml", "footnotes", note.encode())
    written = unpack(render(view(), pack(parts), "x"), "x")
    notes = list(parse(written["word/footnotes.xml"]))
    assert [one.get(w("id")) for one in notes] == [str(number) for number in range(7, 8 + len(_cited()))]
    assert paragraph_text(notes[0][0]) == f"Per {view().as_of}"
    body = parse(written["word/document.xml"])
    repeated = [one for one in body.iter(w("instrText")) if "NOTEREF" in (one.text or "")]
    assert repeated
    assert min(int(_result(one)) for one in repeated) >= 2, "the note of the template is number 1"


def _result(instruction: etree._Element) -> str:
    run = instruction.getparent()
    assert run is not None
    return list(run.itersiblings(w("r")))[1].findtext(w("t")) or ""


def test_a_template_without_styles_for_notes_has_small_raised_numbers(tmp_path: Path) -> None:
    parts = _template(*LOOP, "x{{ statement | footnote }}", *ENDS)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"footnote ", b"other ")
    body, _ = _made(parts, tmp_path)
    run = next(body.iter(w("footnoteReference"))).getparent()
    assert run is not None
    assert run.find(f"{w('rPr')}/{w('vertAlign')}") is not None


def test_references_look_like_references_whatever_the_look_of_their_tag(tmp_path: Path) -> None:
    styled = (
        '<w:p><w:r><w:rPr><w:rStyle w:val="Strong"/><w:b/></w:rPr><w:t xml:space="preserve">'
        "x{{ statement | footnote }}</w:t></w:r></w:p>"
    )
    body, _ = _made(_template(*LOOP, styled, *ENDS), tmp_path)
    marks = [*body.iter(w("footnoteReference")), *body.iter(w("instrText"))]
    assert {run.find(f"{w('rPr')}/{w('rStyle')}").get(w("val")) for run in (one.getparent() for one in marks)} == {
        "FootnoteReference"
    }


def test_notes_speak_of_the_annex_only_where_the_file_has_one(tmp_path: Path) -> None:
    _, notes = _made(_template(*LOOP, "x{{ statement | footnote }}", *ENDS), tmp_path)
    assert not [one for one in notes.iter(w("p")) if view().labels.annex in paragraph_text(one)]
    assert not list(notes.iter(w("hyperlink")))


def test_a_template_without_notes_has_no_part_for_them() -> None:
    made = unpack(render(view(), pack(_template("{{ title }}")), "x"), "x")
    assert "word/footnotes.xml" not in made
    assert b"footnotePr" not in made["word/settings.xml"]


def test_a_note_where_word_has_none_is_a_fault_of_the_template() -> None:
    parts = unpack(TEMPLATE, "x")
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(
        b"{{ title }}", b"{{ chapters[0].statements[0] | footnote }}"
    )
    assert [fault.error.code for fault in check(pack(parts), "x")] == ["word-note-outside-body"]


@pytest.mark.parametrize("tag", ["{{ chapters[0] | footnote }}", "{{ title | footnote }}"])
def test_a_note_on_what_cites_nothing_is_a_fault(tag: str) -> None:
    assert [fault.error.code for fault in check(pack(_template(tag)), "x")] == ["word-cites-nothing"]
    with pytest.raises(LinkError):
        footnote(view().chapters[0])


def test_marks_of_notes_are_found_and_nothing_else() -> None:
    paragraph = AnnexParagraph(number=1, anchor="c_x", label="x", path="", text="x", language="", cited_in=())
    match = MARK.fullmatch(footnote(paragraph))
    assert match is not None
    assert (match["kind"], match["about"]) == (NOTE, "c_x")
    assert not MARK.search("c_x")
    assert [bool(NOTE_FILTER.search(rest)) for rest in ("s | footnote", "x|map('footnote')", "footnote", "s.note")] == [
        True,
        True,
        False,
        False,
    ]
