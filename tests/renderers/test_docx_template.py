"""Word templates as people write them: with mistakes, from another program, or with bad intentions."""

import io
import re
import zipfile

import pytest
from lxml import etree

from briefgen.archive import MOST_ENTRIES
from briefgen.errors import TemplateError
from briefgen.ooxml import w
from briefgen.renderers.docx import render
from briefgen.renderers.word.ooxml import paragraph_text
from briefgen.renderers.word.package import Parts, pack, unpack

from .sample import ROOT, view

TEMPLATE = (ROOT / "templates/brief.docx").read_bytes()
BODY = re.compile(rb"<w:body>.*(?=<w:sectPr)", re.DOTALL)


def _template(*paragraphs: str, part: str = "") -> bytes:
    """The shipped template with another body, one paragraph for each text; or with another header."""
    parts = unpack(TEMPLATE, "brief.docx")
    made = "".join(text if text.startswith("<") else f"<w:p>{_run(text)}</w:p>" for text in paragraphs).encode()
    if part:
        parts[part] = re.sub(rb"<w:p>.*</w:p>", lambda _: made, parts[part], flags=re.DOTALL)
    else:
        parts["word/document.xml"] = BODY.sub(lambda _: b"<w:body>" + made, parts["word/document.xml"])
    return pack(parts)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _printed(*paragraphs: str) -> list[str]:
    made = render(view(), _template(*paragraphs), "brief.docx")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [paragraph_text(paragraph) for paragraph in root.iter(w("p"))]


def _error(template: bytes, language: str = "en") -> str:
    with pytest.raises(TemplateError) as caught:
        render(view(), template, "templates/brief.docx")
    return caught.value.text("nl" if language == "nl" else "en")


def _changed(change: dict[str, bytes]) -> bytes:
    parts: Parts = unpack(TEMPLATE, "brief.docx")
    return pack(parts | change)


# --- mistakes in tags -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paragraphs", "place", "advice"),
    [
        (["Over {{ titel }}"], "body, “Over {{ titel }}”, {{ titel }}", "Did you mean: title"),
        (
            ["Kop", "{%p for chapter in chapters %}", "Kop: {{ chaptr.title }}", "{%p endfor %}"],
            "body, “Kop: {{ chaptr.title }}”, {{ chaptr.title }}",
            "Did you mean: chapter, chapters",
        ),
        (
            ["{%p for chapter in chapters %}", "Kop: {{ chapter.titel }}", "{%p endfor %}"],
            "body, “Kop: {{ chapter.titel }}”, {{ chapter.titel }}",
            "Did you mean: title?",
        ),
        (["{{ labels.content }}"], "“{{ labels.content }}”", "Did you mean: contents"),
        (["{{ title | lnk }}"], "“{{ title | lnk }}”, {{ title | lnk }}", "Did you mean: link"),
        (["een", "{%p if title %}", "twee"], "“{%p if title %}”, {%p if title %}", "ends nowhere"),
        (["een", "{%p for c in chapters %}", "{%p if c.gap %}", "{%p endif %}"], "“{%p for c in chapters", "nowhere"),
        (["een {{ title"], "body, “een {{ title”, {{ title", "the other half of {{ is missing"),
        (["een title }}"], "body, “een title }}”", "the other half of }} is missing"),
        (["{%p fro c in chapters %}"], "“{%p fro c in chapters %}”", "no statement `fro`. Did you mean: for?"),
        (["{%p endfor %}"], "“{%p endfor %}”", "no for is open here"),
        (["{%p for c in chapters %}", "{{ c }}", "{%p endfor %}"], "“{{ c }}”", "a whole (Chapter)"),
        (["{{ chapters }}"], "“{{ chapters }}”", "a whole (list)"),
        (["{{ labels | link }}"], "“{{ labels | link }}”", "no place to link to"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_paragraph_tag_and_advice(paragraphs: list[str], place: str, advice: str) -> None:
    message = _error(_template(*paragraphs))
    assert message.startswith("templates/brief.docx, ")
    assert place in message
    assert advice in message


def test_a_mistake_in_a_header_is_told_with_the_header() -> None:
    message = _error(_template("{{ markng }}", part="word/header1.xml"), "nl")
    assert message.startswith("templates/brief.docx, koptekst, “{{ markng }}”, {{ markng }}: ")
    assert message.endswith("Bedoelde u: marking?")


def test_a_loop_that_leaves_its_table_is_told() -> None:
    row = f"<w:tr><w:tc><w:p>{_run('{%p for c in chapters %}')}</w:p></w:tc></w:tr>"
    assert "stands in another place of the file" in _error(_template(f"<w:tbl>{row}</w:tbl>", "{%p endfor %}"))


# --- what is no mistake -----------------------------------------------------------------------------------------


def test_a_tag_that_word_cut_into_runs_is_one_tag() -> None:
    cut = f"<w:p>{_run('{{ ti')}<w:proofErr w:type='spellStart'/>{_run('tle')}{_run(' }')}{_run('}')}</w:p>"
    assert _printed(cut) == [view().title]


def test_spaces_that_do_not_break_and_curled_quotes_in_tags_do_no_harm() -> None:
    assert _printed("{%p\u00a0if name == “presidency-2029” %}", "{{\u00a0title\u00a0}}", "{%p endif %}") == [
        view().title
    ]


def test_a_link_keeps_the_look_of_its_tag_and_needs_no_special_tag() -> None:
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Zie {{ source | link }}.</w:t></w:r>'
    template = _template(
        "{%p for source in annex %}", "{{ source | bookmark }}x", f"<w:p>{bold}</w:p>", "{%p endfor %}"
    )
    with zipfile.ZipFile(io.BytesIO(render(view(), template, "brief.docx"))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    links = list(root.iter(w("hyperlink")))
    assert [paragraph_text(link.getparent()) for link in links] == [f"Zie {source.label}." for source in view().annex]
    assert all(link.find(f"{w('r')}/{w('rPr')}/{w('b')}") is not None for link in links)


def test_a_link_to_a_place_that_the_template_leaves_out_is_plain_words() -> None:
    template = _template("{% for source in annex %}{{ source | link }};{% endfor %}")
    with zipfile.ZipFile(io.BytesIO(render(view(), template, "brief.docx"))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert not list(root.iter(w("hyperlink")))
    assert next(paragraph_text(paragraph) for paragraph in root.iter(w("p"))).startswith(view().annex[0].label)


def test_only_addresses_of_the_web_become_links() -> None:
    addresses = ("javascript:alert(1)", "file:///etc/passwd", "http://[broken", "https://example.org/a?b=1&amp;c=2")
    texts = tuple(f"{{{{ 'hier' | link('{address}') }}}}" for address in addresses)
    with zipfile.ZipFile(io.BytesIO(render(view(), _template(*texts), "brief.docx"))) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    assert "javascript" not in relations
    assert "file:" not in relations
    assert relations.count('TargetMode="External"') == 1


def test_bookmarks_that_a_loop_repeats_are_kept_once() -> None:
    marked = f'<w:p><w:bookmarkStart w:id="7" w:name="plek"/>{_run("x")}<w:bookmarkEnd w:id="7"/></w:p>'
    template = _template("{%p for c in chapters %}", marked, "{%p endfor %}")
    with zipfile.ZipFile(io.BytesIO(render(view(), template, "brief.docx"))) as archive:
        body = archive.read("word/document.xml")
    assert body.count(b'w:name="plek"') == body.count(b"<w:bookmarkEnd") == 1


def test_a_cell_that_a_condition_empties_keeps_the_paragraph_that_word_requires() -> None:
    content = "".join(f"<w:p>{_run(text)}</w:p>" for text in ("{%p if not title %}", "x", "{%p endif %}"))
    assert _printed(f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>", "einde") == ["", "einde"]


# --- bad intentions ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tag",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ title.upper() }}",
        "{{ labels.model_dump }}",
        "{{ title | safe }}",
        "{{ title | attr('__class__') }}",
        "{% autoescape false %}{{ title }}{% endautoescape %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        "{% for x in range(9) %}{{ x }}{% endfor %}",
        "{{ title * 999999999 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 9 ** 999999999 }}",
        "{% set a = title ~ title %}",
        "{% for c in chapters recursive %}{{ loop(chapters) }}{% endfor %}",
    ],
)
def test_a_template_prints_fields_and_runs_no_code(tag: str) -> None:
    assert "templates/brief.docx, body, “" in _error(_template(tag))


def test_loops_in_loops_in_loops_are_stopped() -> None:
    depth = 9
    loops = [f"{{%p for c{number} in chapters %}}" for number in range(depth)]
    message = _error(_template(*loops, 50 * "lange tekst ", *(depth * ["{%p endfor %}"])))
    assert "carry out more than" in message


def test_what_is_no_word_file_is_told() -> None:
    assert "not a Word file" in _error(b"PK\x03\x04 no zip")
    assert "not a Word file" in _error(b"")
    assert "not a Word file" in _error(pack({"[Content_Types].xml": b"<Types/>", "a.txt": b""}))
    assert "not a Word file" in _error(TEMPLATE[: len(TEMPLATE) // 2])


def test_a_file_with_macros_is_refused() -> None:
    types = unpack(TEMPLATE, "x")["[Content_Types].xml"]
    macro = types.replace(b"officedocument.wordprocessingml.document.main", b"x").replace(
        b"application/vnd.openxmlformats-x", b"application/vnd.ms-word.document.macroEnabled.main"
    )
    assert "macros" in _error(_changed({"[Content_Types].xml": macro}))


def test_a_file_that_unpacks_to_a_mountain_is_refused_before_it_is_unpacked() -> None:
    assert "larger than 64 MB" in _error(_changed({"word/media/image1.png": bytes(65 * 1024 * 1024)}))
    assert "parts" in _error(_changed({f"word/media/{number}.png": b"" for number in range(MOST_ENTRIES)}))


def test_a_damaged_part_is_told_by_name() -> None:
    assert _error(_changed({"word/styles.xml": b"<w:styles>"})).startswith("templates/brief.docx, word/styles.xml: ")


def test_a_part_with_a_document_type_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    assert "word/settings.xml" in _error(_changed({"word/settings.xml": bomb}))


def test_traces_of_the_person_who_made_the_template_are_left_out() -> None:
    parts = unpack(TEMPLATE, "x")
    settings = parts["word/settings.xml"].replace(b"<w:zoom", b'<w:attachedTemplate r:id="t"/><w:updateFields/><w:zoom')
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="file:///C:/Users/jansen/mijn.dotx" TargetMode="External"/></Relationships>'
    )
    core = (
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        b"<cp:lastModifiedBy>jansen</cp:lastModifiedBy></cp:coreProperties>"
    )
    changed = {"word/settings.xml": settings, "word/_rels/settings.xml.rels": relations, "docProps/core.xml": core}
    made = unpack(render(view(), _changed(changed), "brief.docx"), "x")
    assert not [name for name, data in made.items() if b"jansen" in data]
    assert b"attachedTemplate" not in made["word/settings.xml"]
    assert b"updateFields" not in made["word/settings.xml"]


def test_a_template_of_a_dutch_word_has_its_own_style_ids() -> None:
    dutch = {b"Heading": b"Kop", b'"TOC1"': b'"Inhopg1"', b'"TOC2"': b'"Inhopg2"', b'"Hyperlink"': b'"Koppeling"'}
    parts = unpack(TEMPLATE, "x")
    for part in ("word/document.xml", "word/styles.xml"):
        for english, local in dutch.items():
            ids = rb'((?:w:styleId|w:pStyle w:val|w:basedOn w:val|w:rStyle w:val)=")' + english.strip(b'"')
            parts[part] = re.sub(ids, lambda match, local=local: match[1] + local.strip(b'"'), parts[part])
    made = unpack(render(view(), pack(parts), "brief.docx"), "x")["word/document.xml"]
    assert made.count(b'"Inhopg2"') >= 2
    assert b'w:val="Koppeling"' in made


def test_a_table_of_contents_that_word_filled_in_the_template_is_made_anew() -> None:
    parts = unpack(TEMPLATE, "x")
    stale = b"<w:r><w:t>{{ chapter.title }} 3</w:t></w:r>"
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        '<w:r><w:t xml:space="preserve">…</w:t></w:r>'.encode(), stale
    )
    assert stale in parts["word/document.xml"]
    assert unpack(render(view(), pack(parts), "x"), "x") == unpack(render(view(), TEMPLATE, "x"), "x")


def test_headings_on_which_word_left_its_bookmarks_get_an_entry_each() -> None:
    heading = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="1" w:name="_Toc1"/>'
        f'{_run("{{ c.title }}")}<w:bookmarkEnd w:id="1"/></w:p>'
    )
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        + ("<w:r><w:instrText>TOC</w:instrText></w:r>" * (kind == "begin"))
        for kind in ("begin", "separate", "end")
    )
    template = _template(f"<w:p>{field}</w:p>", "{%p for c in chapters %}", heading, "{%p endfor %}")
    body = etree.fromstring(unpack(render(view(), template, "x"), "x")["word/document.xml"])
    targets = [link.get(w("anchor")) for link in body.iter(w("hyperlink"))]
    assert len(set(targets)) == len(targets) == len(view().chapters)
    assert set(targets) == {mark.get(w("name")) for mark in body.iter(w("bookmarkStart"))}


def _luminance(colour: str) -> float:
    """Relative luminance of a colour in sRGB (WCAG 2.1)."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_words_has_enough_contrast_with_the_paper_and_the_panels() -> None:
    styles = etree.fromstring(unpack(TEMPLATE, "x")["word/styles.xml"])
    looks = [
        (
            {node.get(w("val"), "") for node in style.iter(w("color"))},
            {node.get(w("fill"), "") for node in style.iter(w("shd"))},
        )
        for style in styles.iter(w("style"))
    ]
    pale = {"FFFFFF"} | {ground for words, grounds in looks if not words for ground in grounds}
    pairs = {(colour, ground) for words, grounds in looks for colour in words for ground in grounds or pale}
    assert pairs
    assert {pair: contrast for pair in pairs if (contrast := _contrast(*pair)) < 4.5} == {}


def _contrast(one: str, other: str) -> float:
    """Of two colours (WCAG 2.1)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)
