"""The parts of the Word renderer, one by one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.ooxml import WORD, parse, w
from briefgen.renderers.vocabulary import BackLink
from briefgen.renderers.word.bookmarks import Bookmarks
from briefgen.renderers.word.contents import LEVELS, SEQUENCE, WORDS_OWN_BOOKMARK
from briefgen.renderers.word.filling import SESSION_MARK, TAG_IN_XML, XML_PREFIX, fill
from briefgen.renderers.word.links import Links
from briefgen.renderers.word.marks import (
    MARK,
    REPLACEMENT,
    UNPRINTABLE,
    Foreign,
    bookmark,
    link,
    printable,
    site,
    spoken,
)
from briefgen.renderers.word.notes import Cited, Notes, NoteStyles
from briefgen.renderers.word.ooxml import paragraph_text
from briefgen.renderers.word.package import main_part, pack, related_part, story_parts, unpack
from briefgen.renderers.word.pictures import Pictures
from briefgen.renderers.word.placing import TO_COME, Makers, place_marks
from briefgen.renderers.word.relations import Relations

from .sample import ROOT

PLACE = BackLink(label="Inzet & <invloed>", anchor="i_1")


def _paragraph(text: str) -> etree._Element:
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return parse(f'<w:hdr xmlns:w="{WORD}"><w:p>{run}</w:p></w:hdr>'.encode())


def _makers(relations: Relations, *known: str) -> Makers:
    """What makes the elements of a file that has bookmarks with these names."""
    bookmarks = Bookmarks()
    notes = Notes(Cited({}, ""), NoteStyles(None, None), 1, bookmarks)
    return Makers(bookmarks, notes, Links(frozenset(known), None, relations), Pictures({}, relations, 1, {}))


def _printed(template: str, **variables: object) -> str:
    root = fill(_paragraph(template), variables, "brief.docx")
    place_marks(root, _makers(Relations()))
    return paragraph_text(next(root.iter(w("p"))))


# White space at the ends of lines is XML's own affair (XML 1.0, 2.11), so it is left out here.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\t\n"), max_size=60)


@given(TEXTS)
def test_any_text_is_printed_verbatim_but_for_what_xml_forbids(text: str) -> None:
    place = printable(BackLink(label=text, anchor="i_1"))
    assert _printed("[{{ place.label }}]", place=place) == f"[{UNPRINTABLE.sub(REPLACEMENT, text)}]"


@given(TEXTS)
def test_any_text_can_be_the_words_of_a_link(text: str) -> None:
    place = printable(BackLink(label=f"x{text}", anchor="i_1"))
    assert _printed("{{ place | link }}", place=place) == UNPRINTABLE.sub(REPLACEMENT, f"x{text}")


@given(st.dictionaries(st.text("abc/._", min_size=1, max_size=12), st.binary(max_size=50), max_size=6))
def test_packing_is_reproducible_whatever_the_order_of_the_parts(parts: dict[str, bytes]) -> None:
    assert pack(parts) == pack(dict(reversed(parts.items())))


def test_a_model_without_odd_characters_is_not_copied() -> None:
    assert printable(PLACE) is PLACE


def test_links_of_several_things_can_be_joined() -> None:
    printed = _printed("{{ places | map('link') | join('; ') }}", places=(PLACE, PLACE))
    assert printed == "Inzet & <invloed>; Inzet & <invloed>"


def test_docxtpl_habits_do_no_harm() -> None:
    assert _printed("Zie {{r place | link }}.", place=PLACE) == "Zie Inzet & <invloed>."


@pytest.mark.parametrize(
    ("pattern", "matches", "others"),
    [
        (TAG_IN_XML, ["{{ x }}", "{<w:r/>{ x }<w:r/>}", "{% if x %}"], ["{ x }", "<w:t>x</w:t>"]),
        (XML_PREFIX, ["{{r x }}", "{{p x }}", "{{tr x }}"], ["{{ r }}", "{{ref }}", "{%p if x %}"]),
        (SESSION_MARK, [f"{{{WORD}}}rsidR", f"{{{WORD}}}dirty"], [f"{{{WORD}}}val", "rsidR"]),
        (LEVELS, [r'TOC \o "1-2" \h', r'TOC \h \o"1-9"'], ["TOC", r"TOC \o", r'TOC \o "x-y"']),
        (SEQUENCE, [r'TOC \h \z \c "Figuur"', r"TOC \c Tabel"], ["TOC", r'TOC \o "1-2"']),
        (WORDS_OWN_BOOKMARK, ["_Toc123", "_GoBack"], ["s_Toc", "_Ref123", "c_1"]),
        (MARK, [link(PLACE), link("hier", "https://a.nl"), bookmark(PLACE)], ["#i_1", link("hier", "")]),
        (MARK, [spoken(Foreign("here", "en")), link(Foreign("here", "en"), PLACE)], [spoken("hier")]),
        (TO_COME, [bookmark(PLACE)], [link(PLACE), "i_1"]),
        (UNPRINTABLE, ["\x00", "\x0c", "\ufdd0", "\uffff"], ["\n", "\t", "é", "▶", "🙂", "\u00ad", "\ue000"]),
    ],
)
def test_patterns_match_what_they_name_and_nothing_else(
    pattern: re.Pattern[str], matches: list[str], others: list[str]
) -> None:
    assert [text for text in matches if not pattern.match(text) and not pattern.search(text)] == []
    assert [text for text in others if pattern.match(text)] == []


def test_the_levels_of_a_table_of_contents_are_read() -> None:
    match = LEVELS.search(r' TOC \h \o "1-2" \z ')
    assert match is not None
    assert (match["first"], match["last"]) == ("1", "2")


def test_the_site_of_an_address_is_its_name() -> None:
    assert site("https://www.clingendael.org/sites/x.pdf") == "www.clingendael.org"
    assert site("") == ""


def test_every_address_of_the_web_has_one_relationship() -> None:
    texts = [link("b", "https://b.nl"), link("a", "https://a.nl"), link("b", "https://b.nl"), link("c", "javascript:c")]
    root = fill(_paragraph("{{ text }}"), {"text": "".join(texts)}, "brief.docx")
    relations = Relations()
    place_marks(root, _makers(relations))
    assert [row.get("Target") for row in parse(relations.data())] == ["https://b.nl", "https://a.nl"]
    assert paragraph_text(next(root.iter(w("p")))) == "babc"


def test_a_new_relationship_takes_an_id_that_is_free() -> None:
    first = Relations()
    assert first.to("hyperlink", "https://a.nl", external=True) == "hyperlink1"
    second = Relations(first.data())
    assert not second.changed
    assert second.to("hyperlink", "https://b.nl", external=True) == "hyperlink2"
    assert second.to("hyperlink", "https://b.nl", external=True) == "hyperlink2"


def test_the_parts_of_the_shipped_template_are_found() -> None:
    parts = unpack((ROOT / "templates/brief.docx").read_bytes(), "brief.docx")
    assert main_part(parts) == "word/document.xml"
    assert story_parts(parts)[0] == "word/document.xml"
    assert {"word/header1.xml", "word/footer2.xml"} < set(story_parts(parts))
    assert related_part(parts, "", "core-properties") == "docProps/core.xml"
    assert related_part(parts, "word/document.xml", "comments") is None
