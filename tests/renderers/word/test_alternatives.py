"""Pictures of a template that say nothing to who does not see them."""

from __future__ import annotations

import pytest

from briefgen.errors import TemplateError
from briefgen.ooxml import parse, w
from briefgen.renderers import RENDERERS, Commission, Templates, WordTemplate
from briefgen.renderers.docx import check, render, silent_pictures
from briefgen.renderers.word.comments import annotated
from briefgen.renderers.word.ooxml import paragraph_text
from briefgen.renderers.word.package import pack, unpack

from ..sample import ROOT, view, web_template
from .rich import rich_pack, rich_view

TEMPLATE = (ROOT / "templates/brief.docx").read_bytes()
NAMES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
DRAWN = "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
DECORATION = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>'


def _drawing(about: str = "", inner: str = DRAWN, extension: str = "") -> str:
    properties = f'<wp:docPr id="1" name="Logo 1"{about}>{extension}</wp:docPr>'
    return f"<w:r><w:drawing {NAMES}><wp:inline>{properties}{inner}</wp:inline></w:drawing></w:r>"


def _with(run: str, part: str = "word/header1.xml") -> bytes:
    parts = unpack(TEMPLATE, "x")
    parts[part] = parts[part].replace(b"</w:pPr>", b"</w:pPr>" + run.encode(), 1)
    return pack(parts)


def test_a_picture_without_words_is_told_with_its_name_and_place() -> None:
    (fault,) = silent_pictures(_with(_drawing()), "templates/brief.docx")
    assert fault.text("en").startswith("templates/brief.docx, header, “{{ title }} {{ marking }}”, Logo 1: ")
    assert "Alternatieve tekst" in fault.text("nl")
    with pytest.raises(TemplateError, match="no alternative text"):
        check(_with(_drawing()), "brief.docx")


@pytest.mark.parametrize(
    "run",
    [
        _drawing(' descr="Wapen van het Rijk"'),
        _drawing(' title="Wapen"'),
        _drawing(' descr="{{ title }}"'),
        _drawing(extension=DECORATION),
        _drawing(inner="<a:graphic/>"),
        f'<w:r><w:pict {NAMES}><v:shape id="s" alt="Wapen"><v:imagedata/></v:shape></w:pict></w:r>',
    ],
    ids=["alternative", "title", "tag", "decoration", "no picture", "old"],
)
def test_a_picture_with_words_or_without_meaning_is_no_fault(run: str) -> None:
    assert silent_pictures(_with(run), "x") == ()
    check(_with(run), "x")


def test_a_picture_as_old_versions_wrote_it_needs_words_too() -> None:
    old = f'<w:r><w:pict {NAMES}><v:shape id="stempel"><v:imagedata/></v:shape></w:pict></w:r>'
    (fault,) = silent_pictures(_with(old, "word/document.xml"), "x")
    assert (fault.tag, fault.kind) == ("stempel", "body")


def test_the_users_own_file_gets_a_comment_at_the_picture() -> None:
    template = _with(_drawing(), "word/document.xml")
    body = parse(unpack(annotated(template, "x", silent_pictures(template, "x")), "x")["word/document.xml"])
    (mark,) = body.iter(w("commentRangeStart"))
    assert paragraph_text(next(mark.iterancestors(w("p")))) == "{{ title }}"


def test_a_build_goes_on_and_says_so() -> None:
    template = _with(_drawing())
    templates = Templates(WordTemplate("brief.docx", template), web_template())
    made = RENDERERS["docx"](Commission(rich_pack(), rich_view(), templates))
    assert [one.code for one in made.diagnostics] == ["word-silent-picture"]
    assert render(view(), template, "x")


def test_a_file_gives_the_day_of_the_pack() -> None:
    templates = Templates(WordTemplate("brief.docx", TEMPLATE), web_template())
    made = RENDERERS["docx"](Commission(rich_pack(), rich_view(), templates))
    assert made.diagnostics == ()
    assert b"2026-06-12T00:00:00Z" in unpack(made.content, "x")["docProps/core.xml"]
