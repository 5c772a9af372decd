"""The expressions of a template, judged without carrying them out: names, fields, filters, and what may be printed.

So every mistake is found, also in the branch that this pack does not take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import jinja2
from jinja2 import nodes

from ...errors import TemplateError
from ..vocabulary import AnnexParagraph, Picture, SourceLink, Statement
from .kinds import TEXT, UNKNOWN, Kind, either, list_of
from .rules import ALLOWED_NODES

Scope = Mapping[str, Kind]

# Filters that need something with a place of its own in the pack.
PLACE_FILTERS = frozenset({"bookmark"})
# Filters that give words, or a mark among words.
MARK_FILTERS = PLACE_FILTERS | {"footnote", "link", "picture", "placeholder"}
# Filters that need some kinds of things: their names, and what is wrong when they get another.
KIND_FILTERS: Mapping[str, tuple[frozenset[str], str]] = {
    name: (frozenset(kind.__name__ for kind in kinds), code)
    for name, kinds, code in (
        ("footnote", (Statement, SourceLink, AnnexParagraph), "word-cites-nothing"),
        ("picture", (Picture,), "word-no-picture"),
        ("placeholder", (Statement,), "word-nothing-to-write"),
    )
}
# Filters that give a list with the same items, and those that give one of its items.
LIST_FILTERS = frozenset({"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"})
ITEM_FILTERS = frozenset({"first", "last"})
TEXT_RESULTS = frozenset({"capitalize", "count", "join", "length", "lower", "site", "title", "trim", "upper"})
# Filters whose first argument is the name of a field of the items.
FIELD_FILTERS = frozenset({"groupby", "rejectattr", "selectattr"})


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the expressions of one tag.

    Attributes:
        environment: with the filters and tests that there are.
        scope: the names that the tag may use.
        faults: what was found so far; without file and place.
    """

    environment: jinja2.Environment
    scope: Scope
    faults: list[TemplateError] = field(default_factory=list)

    def printed(self, node: nodes.Expr) -> None:
        """An expression that a tag prints."""
        kind = self.kind(node)
        if not kind.is_text:
            self.faults.append(TemplateError("word-not-text", name=kind.name, known=kind.fields))

    def kind(self, node: nodes.Node) -> Kind:
        """What an expression gives; what is wrong in it is added to the faults."""
        match node:
            case nodes.Name():
                return self.scope[node.name] if node.name in self.scope else self._unknown(node.name, self.scope)
            case nodes.Getattr():
                return self._field(self.kind(node.node), node.attr)
            case nodes.Getitem():
                return self._item(self.kind(node.node), node.arg)
            case nodes.Filter():
                return self._filtered(node)
            case nodes.CondExpr() | nodes.And() | nodes.Or():
                return self._choice(node)
            case _:
                return self._other(node)

    def _choice(self, node: nodes.CondExpr | nodes.And | nodes.Or) -> Kind:
        """One of two: `a if b else c`, `a and b`, `a or b`."""
        if not isinstance(node, nodes.CondExpr):
            return either(self.kind(node.left), self.kind(node.right))
        self.kind(node.test)
        return either(self.kind(node.expr1), self.kind(node.expr2) if node.expr2 else TEXT)

    def _other(self, node: nodes.Node) -> Kind:
        """Whatever has no fields of its own: a text between quotes, a comparison; or something that is not allowed."""
        if isinstance(node, nodes.Test) and node.name not in self.environment.tests:
            self._unknown(node.name, self.environment.tests)
        if not isinstance(node, ALLOWED_NODES) and not isinstance(node, nodes.Helper):
            self.faults.append(TemplateError("template-forbidden", reason=type(node).__name__.lower()))
            return UNKNOWN
        for inner in node.iter_child_nodes():
            self.kind(inner)
        return (
            TEXT if isinstance(node, nodes.Const | nodes.Compare | nodes.Not | nodes.Test | nodes.Concat) else UNKNOWN
        )

    def _unknown(self, name: str, known: Iterable[str]) -> Kind:
        """A name that does not exist; nothing more is said about what comes from it."""
        self.faults.append(TemplateError("template-unknown-name", name=name, known=sorted(known)))
        return UNKNOWN

    def _field(self, owner: Kind, name: str) -> Kind:
        if not owner.known:
            return UNKNOWN
        return owner.fields[name] if name in owner.fields else self._unknown(name, owner.fields)

    def _item(self, owner: Kind, index: nodes.Expr) -> Kind:
        """What stands between square brackets: the name of a field or the number of an item."""
        if isinstance(index, nodes.Const) and isinstance(index.value, str):
            return self._field(owner, index.value)
        self.kind(index)
        return owner.item or UNKNOWN

    def _filtered(self, node: nodes.Filter) -> Kind:
        given = UNKNOWN if node.node is None else self.kind(node.node)
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.kind(argument)
        if node.name not in self.environment.filters:
            self.faults.append(
                TemplateError("word-unknown-filter", name=node.name, known=sorted(self.environment.filters))
            )
            return UNKNOWN
        if given.known and _needs_place(node) and "anchor" not in given.fields:
            self.faults.append(TemplateError("word-no-place", name=given.name))
        wanted, code = KIND_FILTERS.get(node.name, (frozenset({given.name}), ""))
        if given.known and given.name not in wanted:
            self.faults.append(TemplateError(code, name=given.name))
        return self._result(node, given)

    def _result(self, node: nodes.Filter, given: Kind) -> Kind:
        item = given.item or UNKNOWN
        if node.name in FIELD_FILTERS or node.name == "map":
            item = self._named_field(node, item)
        if node.name in LIST_FILTERS:
            return given
        if node.name in ITEM_FILTERS:
            return item
        if node.name == "map":
            return list_of(item)
        return TEXT if node.name in TEXT_RESULTS or node.name in MARK_FILTERS else UNKNOWN

    def _named_field(self, node: nodes.Filter, item: Kind) -> Kind:
        """The field or filter that the arguments of a filter name."""
        first = node.args[0] if node.args and node.name != "map" else None
        named = next((pair.value for pair in node.kwargs if pair.key == "attribute"), first)
        if isinstance(named, nodes.Const) and isinstance(named.value, str) and "." not in named.value:
            return self._field(item, named.value)
        if node.name == "map" and node.args and isinstance(node.args[0], nodes.Const):
            name = str(node.args[0].value)
            if name not in self.environment.filters:
                self.faults.append(
                    TemplateError("word-unknown-filter", name=name, known=sorted(self.environment.filters))
                )
            return TEXT if name in TEXT_RESULTS | MARK_FILTERS else UNKNOWN
        return UNKNOWN


def _needs_place(node: nodes.Filter) -> bool:
    """A link without a target of its own leads to the place of what it prints."""
    return node.name in PLACE_FILTERS or (node.name == "link" and not node.args and not node.kwargs)
