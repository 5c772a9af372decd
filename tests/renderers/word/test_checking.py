"""All faults of a template in one run, each at its paragraph."""

import io
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.errors import TemplateError
from briefgen.ooxml import WORD, parse, w
from briefgen.renderers.docx import render
from briefgen.renderers.vocabulary import PackView
from briefgen.renderers.word.blocks import judge
from briefgen.renderers.word.checking import check
from briefgen.renderers.word.comments import annotated
from briefgen.renderers.word.consequences import LOOP_NAME
from briefgen.renderers.word.faults import FaultyTemplateError
from briefgen.renderers.word.kinds import kind_of_model
from briefgen.renderers.word.nesting import LONGEST_REPAIR, nest
from briefgen.renderers.word.ooxml import paragraph_text
from briefgen.renderers.word.package import pack, unpack
from briefgen.renderers.word.rules import word_environment
from briefgen.renderers.word.scanning import HALF_END, PRINTED, SIGN, STATEMENT, TAG_OR_HALF, scan

from ..sample import ROOT, view
from .seeded import Draft, seeded
from .seeded_further import seeded_further

TEMPLATE = (ROOT / "templates/brief.docx").read_bytes()
SHIPPED = sorted((ROOT / "templates").glob("*.docx"))


def _with_words(**words: str) -> bytes:
    """The shipped template with other words in place of some, by a word that stands in them."""
    draft = Draft(random.Random(0))  # noqa: S311
    for old, new in words.items():
        paragraph = draft.anywhere(rf"\b{old}\b")
        for text in paragraph.iter(w("t")):
            text.text = (text.text or "").replace(old, new)
    return draft.seeded("").data


def _words(root: etree._Element) -> list[str]:
    return [paragraph_text(paragraph) for paragraph in root.iter(w("p"))]


@pytest.mark.parametrize("template", SHIPPED, ids=lambda path: path.name)
def test_the_templates_that_ship_have_no_fault(template: Path) -> None:
    assert check(template.read_bytes(), template.name, view()) == ()


@pytest.mark.parametrize("count", [40, pytest.param(100, marks=pytest.mark.slow)])
def test_95_of_100_seeded_mistakes_are_told_at_their_paragraph(count: int) -> None:
    missed = []
    told = 0
    for number in range(count):
        mistake = seeded(number)
        faults = check(mistake.data, "brief.docx")
        told += len(faults)
        if not mistake.right & {(fault.part, fault.paragraph) for fault in faults}:
            missed.append(mistake.what)
    assert len(missed) <= count * 0.05, missed
    assert told <= count * 1.5, "one mistake makes many messages"


@pytest.mark.parametrize(
    "numbers", [range(36), pytest.param(range(36, 200), marks=pytest.mark.slow)], ids=["some", "all"]
)
def test_nearly_all_mistakes_of_moving_and_copying_tags_are_told_at_their_paragraph(numbers: range) -> None:
    mistakes = [seeded_further(number) for number in numbers]
    faults = [check(one.data, "brief.docx") for one in mistakes]
    places = [{(fault.part, fault.paragraph) for fault in found} for found in faults]
    missed = [one.what for one, found in zip(mistakes, places, strict=True) if not one.right & found]
    assert len(missed) <= len(numbers) * 0.03, missed
    assert sum(map(len, faults)) <= len(numbers) * 1.2, "one mistake makes many messages"


def test_every_fault_is_told_in_one_run_in_the_order_of_the_file() -> None:
    template = _with_words(subtitle="subtitel", reason="reden", marking="rubricering")
    faults = check(template, "brief.docx")
    assert {fault.tag for fault in faults} >= {"{{ gap.reden }}", "{{ rubricering }}"}
    with pytest.raises(FaultyTemplateError) as caught:
        render(view(), template, "brief.docx")
    assert caught.value.text("nl").splitlines() == [fault.text("nl") for fault in faults]


def test_faults_in_branches_that_a_pack_does_not_take_are_found() -> None:
    faults = check(_with_words(no_deadline="geen_termijn"), "brief.docx")
    assert [fault.error.code for fault in faults] == ["template-unknown-name"]


def test_faults_that_only_show_when_a_tag_is_carried_out_are_found_too() -> None:
    template = _with_words(audience="title | join(1, 2, 3)")
    assert check(template, "brief.docx") == ()
    assert {fault.error.code for fault in check(template, "brief.docx", view())} == {"template-failed"}


def test_a_fault_says_in_which_part_it_stands_in_both_languages() -> None:
    parts = {seeded(number).what: check(seeded(number).data, "brief.docx") for number in range(40)}
    places = {fault.place("nl").split(",")[0] for faults in parts.values() for fault in faults}
    assert {"hoofdtekst", "koptekst", "voettekst", "voetnoten", "tekstvak"} >= places
    assert len(places) >= 4


def test_the_checked_file_is_the_own_file_with_a_comment_at_every_fault(tmp_path: Path) -> None:
    for number in range(12):
        mistake = seeded(number)
        faults = check(mistake.data, "brief.docx")
        parts = unpack(annotated(mistake.data, "brief.docx", faults), "x")
        body, comments = parse(parts["word/document.xml"]), parse(parts["word/comments.xml"])
        assert len(list(comments.iter(w("comment")))) == len(faults)
        marks = {mark.get(w("id")): mark for mark in body.iter(w("commentRangeStart"))}
        assert sorted(marks) == sorted(comment.get(w("id"), "") for comment in comments.iter(w("comment")))
        before = parse(unpack(mistake.data, "x")["word/document.xml"])
        assert [paragraph_text(one) for one in body.iter(w("p"))] == [
            paragraph_text(one) for one in before.iter(w("p"))
        ]
        file = tmp_path / "checked.docx"
        file.write_bytes(pack(parts))
        errors = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file)).errors
        assert [str(error) for error in errors if "comment" in str(error).lower()] == []


def test_a_comment_on_a_fault_in_the_body_stands_at_its_paragraph() -> None:
    template = _with_words(reason="reden")
    (fault,) = check(template, "brief.docx")
    body = parse(unpack(annotated(template, "brief.docx", [fault]), "x")["word/document.xml"])
    (mark,) = body.iter(w("commentRangeStart"))
    assert paragraph_text(next(mark.iterancestors(w("p")))) == fault.words


def test_comments_join_those_that_a_template_has() -> None:
    template = _with_words(reason="reden")
    faults = check(template, "brief.docx")
    once = annotated(template, "brief.docx", faults)
    twice = unpack(annotated(once, "brief.docx", check(once, "brief.docx")), "x")
    numbers = [one.get(w("id")) for one in parse(twice["word/comments.xml"]).iter(w("comment"))]
    assert numbers == ["0", "1"]


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError, match="not a Word file"):
        check(io.BytesIO(b"x").getvalue(), "brief.docx")


@given(st.lists(st.sampled_from(["for", "if", "elif", "else", "endfor", "endif"]), max_size=14))
def test_every_tag_of_a_text_belongs_to_a_block_or_is_told(keywords: list[str]) -> None:
    found = nest(keywords)
    ends = {"for": "endfor", "if": "endif"}
    assert all(keywords[end] == ends[keywords[start]] and start < end for start, end in found.ends.items())
    paired = {*found.ends, *found.ends.values(), *found.unclosed, *found.stray}
    assert {number for number, keyword in enumerate(keywords) if keyword not in {"elif", "else"}} <= paired


@given(st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=3), max_leaves=20))
def test_what_is_well_nested_has_no_mistake(tree: list[object]) -> None:
    def written(node: object) -> list[str]:
        inner = [keyword for child in node for keyword in written(child)]
        return ["if", *inner, "else", "endif"] if len(inner) % 2 else ["for", *inner, "endfor"]

    found = nest(written(tree))
    assert (found.unclosed, found.stray) == ((), ())


def test_a_text_too_long_for_the_best_repair_is_still_read() -> None:
    found = nest(["if"] * (LONGEST_REPAIR + 1))
    assert len(found.unclosed) == LONGEST_REPAIR + 1


@pytest.mark.parametrize(
    ("pattern", "matches", "others"),
    [
        (TAG_OR_HALF, ["{{ x }}", "{% if x == '%}' %}", "{# a #}", "{{ x }", "x %}"], ["{ 5 }", "5 % van {X}"]),
        (TAG_OR_HALF, ["{ x }", "5 % van {x.y}"], ["{x y}", "{}"]),
        (STATEMENT, ["{%p if x %}", "{%tr for a in b %}", "{%if x%}", "{% endif -%}"], ["{{ x }}", "{% %}"]),
        (PRINTED, ["{{ x }}", "{{r x }}"], ["{% x %}", "{{ x"]),
        (SIGN, ["{{", "{%", "%}", "#}", "{ x"], ["{ {", "}{", "%"]),
        (LOOP_NAME, ["gap in gaps", "s in x if s.a"], ["a, b in x", "inhoud"]),
        (HALF_END, ["} x", "a{{ b"], ["abc"]),
    ],
)
def test_patterns_match_what_they_name(pattern: re.Pattern[str], matches: list[str], others: list[str]) -> None:
    assert [text for text in matches if not pattern.search(text)] == []
    assert [text for text in others if pattern.search(text)] == []


def test_a_name_between_single_braces_is_a_mistake_and_other_words_are_not() -> None:
    assert [fault.error.code for fault in check(_with_words(reason="reason }} {title} {tja} {{ gap.reason"), "x")] == [
        "word-single-brace"
    ]


def _words_of(*paragraphs: str) -> list[str]:
    """The messages on a header with these paragraphs, each as the words of its tag and the code of its message."""
    made = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    found = scan(parse(f'<w:hdr xmlns:w="{WORD}">{made}</w:hdr>'.encode()))
    faults = judge(found.tags, word_environment(), kind_of_model(PackView).fields)
    return [f"{found.tags[one.tag].written} {one.error.code}" for one in faults]


def test_a_loop_without_beginning_is_one_mistake() -> None:
    faults = _words_of("{{ gap.section }} {{ gap.reason }}", "{{ titel }}", "{%p endfor %}")
    assert faults == ["{{ titel }} template-unknown-name", "{%p endfor %} word-nothing-to-close"]


def test_a_loop_that_misspells_the_name_of_its_item_is_told_at_the_loop() -> None:
    loop = "{%p for chaptr in chapters %}"
    assert _words_of(loop, "{{ chapter.title }}", "{{ chapter.gap }}", "{%p endfor %}") == [f"{loop} word-loop-name"]


def test_a_misspelt_item_in_one_place_is_told_at_that_place() -> None:
    faults = _words_of("{%p for chapter in chapters %}", "{{ chaptr.title }} {{ chapter.gap }}", "{%p endfor %}")
    assert faults == ["{{ chaptr.title }} template-unknown-name"]


def test_a_text_box_that_word_keeps_twice_is_told_once() -> None:
    box = "<w:p><w:r><w:t>{{ titel }}</w:t></w:r></w:p>"
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    copies = f"<m:AlternateContent><m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback></m:AlternateContent>"
    root = parse(f'<w:hdr xmlns:w="{WORD}" xmlns:m="{space}"><w:p><w:r>{copies}</w:r></w:p></w:hdr>'.encode())
    assert len(scan(root).tags) == 1


def test_a_tag_cut_in_two_paragraphs_is_one_mistake() -> None:
    root = parse(f'<w:hdr xmlns:w="{w("x")[1:-2]}"><w:p><w:r><w:t>{{{{ ti</w:t></w:r></w:p><w:p/></w:hdr>'.encode())
    assert [tag.half for tag in scan(root).tags] == ["{{"]
