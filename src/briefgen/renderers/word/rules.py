"""What a Word template may do: print fields, loop, choose, compare. Everything else of Jinja is refused."""

from __future__ import annotations

from collections.abc import Iterable

import jinja2
from jinja2 import nodes

from ...model import Model
from ..sandbox import environment
from .marks import bookmark, footnote, link, picture, placeholder, site, spoken

# The constructs of Jinja that a template may use.
ALLOWED_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.Filter,
    nodes.Keyword,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
    nodes.Tuple,
    nodes.List,
)

# The filters of Jinja that keep text text; `safe` and its kin would let a quotation write XML.
TEXT_FILTERS = frozenset(
    {
        "capitalize",
        "count",
        "first",
        "groupby",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "reject",
        "rejectattr",
    }
    | {"reverse", "select", "selectattr", "sort", "title", "trim", "unique", "upper"}
)


# What a template of Word can do beside that.
OWN_FILTERS = (link, bookmark, footnote, picture, placeholder, site)


class ForbiddenTagError(jinja2.TemplateSyntaxError):
    """A tag does more than print a field, loop or choose."""


class UnknownFilterError(jinja2.TemplateSyntaxError):
    """A tag uses a filter that does not exist.

    Attributes:
        name: the filter as written.
        known: the filters that there are.
    """

    def __init__(self, name: str, known: Iterable[str], lineno: int) -> None:
        super().__init__(name, lineno, name)
        self.known = tuple(known)


class NotTextError(TypeError):
    """A tag prints a whole chapter, statement or list instead of one of its fields.

    Attributes:
        kind: what it would print.
        fields: the fields it could print instead.
    """

    def __init__(self, value: object) -> None:
        super().__init__(type(value).__name__)
        self.kind = type(value).__name__
        self.fields = tuple(type(value).model_fields) if isinstance(value, Model) else ()


def word_environment() -> jinja2.Environment:
    """The sandbox of all templates, with the filters of Word and no others that could write XML."""
    made = environment()
    made.globals.clear()
    made.filters = {name: function for name, function in made.filters.items() if name in TEXT_FILTERS}
    made.filters |= {one.__name__: one for one in OWN_FILTERS}
    made.finalize = _printed
    return made


def check_rules(template: nodes.Template, filters: Iterable[str]) -> None:
    """Fails at the first thing in a template that is neither a field nor a loop nor a condition.

    Args:
        template: as Jinja has parsed it.
        filters: the filters that there are.

    Raises:
        ForbiddenTagError: a tag does something else.
        UnknownFilterError: a tag uses a filter that does not exist.
    """
    for node in template.find_all(nodes.Node):
        if not isinstance(node, ALLOWED_NODES) or (isinstance(node, nodes.For) and node.recursive):
            raise ForbiddenTagError(type(node).__name__.lower(), _line(node))
        if isinstance(node, nodes.Filter) and node.name not in filters:
            raise UnknownFilterError(node.name, filters, node.lineno)


def _line(node: nodes.Node) -> int:
    """The line of a construct; some that Jinja makes by itself have none, but what stands in them has."""
    lines = (inner.lineno for inner in (node, *node.find_all(nodes.Node)) if inner.lineno)
    return next(lines, 1)


def _printed(value: object) -> object:
    """What a tag prints: a text or a number, never a whole chapter or list."""
    if isinstance(value, str):
        return spoken(value)
    if isinstance(value, int):
        return value
    raise NotTextError(value)
