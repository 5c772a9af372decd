"""The reference of the tags: what each gives, with an example, written from the models and the filters themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import get_args, get_origin

from ...labels import Labels
from ...model import Model
from ..vocabulary import PackView
from .consequences import ITEM_NAMES
from .rules import OWN_FILTERS, TEXT_FILTERS, word_environment

# A field in the part "Attributes" of a docstring: its name or names, and what is said of it, also on further lines.
DESCRIBED = re.compile(r"^ {4}(?P<names>\w+(?:, \w+)*): (?P<words>.+(?:\n {6,}.+)*)", re.MULTILINE)

# Where a docstring of a filter shows how a template uses it.
EXAMPLE = re.compile(r"In a template: (?P<example>.+?)\n\n", re.DOTALL)

INTRODUCTION = """\
# Tags of Word templates

This page is written by `./invoke template-tags` from the program itself.

A template is an ordinary Word file. A tag is text between braces, and prints with the look that it has in the
template. Three templates ship: `brief.docx` (a whole pack), `onepage.docx` (its essence on one page) and
`questions.docx` (questions with their answers). Copy one in `templates/`, change it in Word or LibreOffice, name the
copy in the definition of a pack (`word_template = "…"`), and run `./invoke check`: it tells every mistake and writes
a copy of your file with a comment at each.

| to do | write |
|---|---|
| print something | `{{ title }}` |
| repeat paragraphs | `{%p for chapter in chapters %}` and `{%p endfor %}`, each in a paragraph of its own |
| repeat rows of a table | `{%tr for source in sources %}` and `{%tr endfor %}`, each in a row of its own |
| repeat cells of a row | `{%tc for cell in row.cells %}` and `{%tc endfor %}`, each in a cell of its own |
| repeat words in a line | `{% for source in statement.sources %}{{ source.label }} {% endfor %}` |
| print on a condition | `{%p if chapter.intro %}`, `{%p elif … %}`, `{%p else %}`, `{%p endif %}` |
| compare | `{%p if statement.kind == "answer" %}`, with `and`, `or`, `not` |
| know where a loop is | `loop.first`, `loop.last`, `loop.index` |
| write a remark | `{# this is not printed #}` |

The contents of Word (References, Table of Contents) are filled in from the headings, and a table of figures
(References, Insert Table of Figures) from the captions, whose numbers are counted. Where LibreOffice is installed, they
get page numbers, and so do the links in paragraphs of the style Index 1. Styles, headers, footers and pictures stay as
they are; a picture of the template needs alternative text. Words in another language than the pack carry that language
with them, so that a spelling checker and a screen reader know it.
"""


def reference(labels: Labels) -> str:
    """The reference as Markdown.

    Args:
        labels: the fixed words, shown as examples.
    """
    pieces = (INTRODUCTION, *_models(PackView, "", ""), _labels(labels), _own_filters(), _other_filters())
    return "\n".join(pieces)


def described(model: type[Model]) -> dict[str, str]:
    """What the docstring of a model says of each field."""
    return {
        name: " ".join(match["words"].split())
        for match in DESCRIBED.finditer(inspect.getdoc(model) or "")
        for name in match["names"].split(", ")
    }


def _models(model: type[Model], name: str, loop: str) -> Iterator[str]:
    """The section of a model, and those of the models in its lists."""
    yield _section(model, name, loop)
    for field, info in model.model_fields.items():
        item = _item_of(info.annotation)
        if item is not None:
            owner = f"{name}.{field}" if name else field
            yield from _models(item, ITEM_NAMES[field], f"{ITEM_NAMES[field]} in {owner}")


def _section(model: type[Model], name: str, loop: str) -> str:
    words = (inspect.getdoc(model) or "").partition("\n\nAttributes:")[0]
    heading = f"`{loop}`" if loop else "The pack"
    within = f"\nIn a loop: `{{%p for {loop} %}}` … `{{%p endfor %}}`.\n" if loop else ""
    gives = described(model)
    rows = [
        _row(_tag(field, name, _item_of(info.annotation) is not None), gives.get(field, ""))
        for field, info in model.model_fields.items()
        if field != "labels"
    ]
    return "\n".join((f"## {heading}", "", words, within, _table("tag", "gives", rows)))


def _tag(field: str, owner: str, is_list: bool) -> str:
    path = f"{owner}.{field}" if owner else field
    return f"{{%p for {ITEM_NAMES[field]} in {path} %}}" if is_list else f"{{{{ {path} }}}}"


def _labels(labels: Labels) -> str:
    rows = [_row(f"{{{{ labels.{name} }}}}", str(value)) for name, value in labels]
    words = "They stand in `templates/labels/`, one file a language; change them there."
    return "\n".join(("## Fixed words", "", words, "", _table("tag", "prints", rows)))


def _own_filters() -> str:
    rows = [_row(_example_of(one), _summary(one)) for one in OWN_FILTERS]
    return "\n".join(("## Links, bookmarks and notes", "", _table("tag", "gives", rows)))


def _other_filters() -> str:
    filters = word_environment().filters
    rows = [_row(f"| {name}", _summary(filters[name])) for name in sorted(TEXT_FILTERS)]
    words = "They are those of Jinja (https://jinja.palletsprojects.com/templates/#list-of-builtin-filters)."
    return "\n".join(("## Other filters", "", words, "", _table("filter", "gives", rows)))


def _summary(function: Callable[..., object]) -> str:
    """The first sentence of the docstring of a filter."""
    first = (inspect.getdoc(function) or "").partition("\n\n")[0]
    return " ".join(first.replace("``", "`").split()).partition(". ")[0].rstrip(".:") + "."


def _example_of(function: Callable[..., object]) -> str:
    match = EXAMPLE.search(inspect.getdoc(function) or "")
    return " ".join(match["example"].rstrip(".").split()).replace("`", "") if match else f"| {function.__name__}"


def _row(tag: str, words: str) -> str:
    cells = (f"`{tag}`".replace("|", "\\|"), words.replace("|", "\\|").replace("\n", " "))
    return f"| {cells[0]} | {cells[1]} |"


def _table(first: str, second: str, rows: list[str]) -> str:
    return "\n".join((f"| {first} | {second} |", "|---|---|", *rows, ""))


def _item_of(annotation: object) -> type[Model] | None:
    """The model of the items of a list; `None` for anything else."""
    if get_origin(annotation) is not tuple:
        return None
    item = get_args(annotation)[0]
    return item if isinstance(item, type) and issubclass(item, Model) else None
