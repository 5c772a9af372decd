"""The reference of the tags is complete, current, and its examples work."""

import re

import pytest

from briefgen.model import Model
from briefgen.ooxml import WORD, parse
from briefgen.renderers import vocabulary
from briefgen.renderers.word.blocks import judge
from briefgen.renderers.word.kinds import kind_of_model
from briefgen.renderers.word.reference import DESCRIBED, EXAMPLE, described, reference
from briefgen.renderers.word.rules import word_environment
from briefgen.renderers.word.scanning import TAG_OR_HALF, scan

from ..sample import ROOT, labels

PAGE = ROOT / "docs/template-tags.md"
MODELS = [
    one
    for one in vars(vocabulary).values()
    if isinstance(one, type) and issubclass(one, Model) and one.__module__ == vocabulary.__name__
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_the_vocabulary_is_described_and_nothing_else(model: type[Model]) -> None:
    assert set(described(model)) == set(model.model_fields)


def test_the_page_is_what_the_program_writes() -> None:
    assert PAGE.read_text("utf-8") == reference(labels()), "run ./invoke template-tags"


def _faults(loops: list[str], tag: str) -> set[str]:
    words = "".join(f"{{% for {loop} %}}" for loop in loops) + tag + "{% endfor %}" * len(loops)
    run = f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:hdr>'
    found = scan(parse(run.encode()))
    names = kind_of_model(vocabulary.PackView).fields
    return {fault.error.code for fault in judge(found.tags, word_environment(), names)}


def test_every_tag_in_the_page_works_in_the_loop_that_the_page_gives() -> None:
    loops: dict[str, list[str]] = {}
    heading, tried = "", 0
    for line in reference(labels()).splitlines():
        if match := re.fullmatch(r"## `(\w+) in (\w+)(\.\w+)?`", line):
            heading = match[1]
            outer = loops[match[2]] if match[3] else []
            loops[heading] = [*outer, line.strip("#` ")]
        for tag in re.findall(r"^\| `(\{\{ [\w.]+ \}\})` \|", line):
            assert _faults(loops[heading] if tag.startswith("{{ " + heading) and heading else [], tag) == set()
            tried += 1
    assert tried > 80


def test_patterns_read_what_docstrings_hold() -> None:
    match = DESCRIBED.search("    subject, date: written out,\n        with the year.\n")
    assert match is not None
    assert (match["names"], match["words"].split()[-1]) == ("subject, date", "year.")
    assert not DESCRIBED.search("Attributes:\n    note that this is a sentence.")
    assert EXAMPLE.search("x\n\nIn a template: `{{ x }}`.\n\nArgs:")
    assert not EXAMPLE.search("x\n\nIn a table.")
    assert TAG_OR_HALF.search("{{ x }}")
