"""The tags of a template for HTML, judged without carrying them out, so that one run tells all that is wrong.

Names are followed through loops, assignments and macros: a macro is judged with what it is called with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches

import jinja2
from jinja2 import nodes

from ..errors import TemplateError
from .page_blocks import STATEMENTS, whole_blocks
from .sandbox import TAG, environment, failing_line, failing_tag
from .vocabulary import PackView
from .word.expressions import Judge
from .word.kinds import TEXT, UNKNOWN, Kind, kind_of_model, loop_kind

MOST_FAULTS = 50
"""So many tags that Jinja cannot read are looked for."""

IN_STEAD = {
    "for": "{% for _ in () %}",
    "if": "{% if true %}",
    "elif": "{% elif true %}",
    "macro": "{% macro _() %}",
    "set": "",
}
"""What stands in for a tag that cannot be read, so that its end and the tags after it are judged too."""

# What Jinja says of a tag that it cannot read, by the message that tells it: "expected token 'name', got '%}'".
REASONS = {
    "template-unfinished": re.compile(r"expected .*got 'end of ", re.IGNORECASE),
    "template-unexpected": re.compile(
        r"(?:unexpected (?:char )?|expected token 'end of [\w ]+', got )'(?P<found>.+?)'"
    ),
    "template-expected": re.compile(r"expected token '(?P<wanted>.+)', got '(?P<found>.+)'"),
    "word-unknown-statement": re.compile(r"Encountered unknown tag '(?P<name>\w+)'"),
}

IN_MACROS = ("caller", "kwargs", "varargs")

Scope = dict[str, Kind]


def tag_faults(text: str, file: str) -> tuple[TemplateError, ...]:
    """All that is wrong with the tags of a template, in the order of its lines.

    Args:
        text: the template.
        file: its name as the user knows it.
    """
    try:
        return _tag_faults(text, file)
    except RecursionError:
        return (TemplateError("template-too-deep", file=file),)


def _tag_faults(text: str, file: str) -> tuple[TemplateError, ...]:
    made = environment()
    tree, faults = _parsed(text, file, made)
    walk = _Walk(text, file, made, {macro.name: macro for macro in tree.find_all(nodes.Macro)})
    walk.all(tree)
    told = {(one.file, one.code, str(one.details)): one for one in (*faults, *walk.faults)}
    return tuple(sorted(told.values(), key=_line_of))


def _line_of(fault: TemplateError) -> int:
    _, _, line = (fault.file or "").rpartition(":")
    return int(line) if line.isdecimal() else 0


def _parsed(text: str, file: str, made: jinja2.Environment) -> tuple[nodes.Template, list[TemplateError]]:
    """A template as Jinja reads it, with stand-ins for the tags that it cannot read, and what is wrong with those."""
    faults: list[TemplateError] = []
    with suppress(jinja2.TemplateSyntaxError):
        return made.parse(text), faults
    text, torn = whole_blocks(text, file)
    faults.extend(torn)
    for _ in range(MOST_FAULTS):
        try:
            return made.parse(text), faults
        except jinja2.TemplateSyntaxError as error:
            faults.append(_unread(error, text, file))
            mended = _mended(error, text)
            if mended == text:
                break
            text = mended
    return nodes.Template([], lineno=1), faults


def _unread(error: jinja2.TemplateSyntaxError, text: str, file: str) -> TemplateError:
    """What Jinja could not read, with its line."""
    line = failing_line(error, text)
    where = f"{file}:{line}" if line else file
    place = failing_tag(text, line) if line else None
    for code, pattern in REASONS.items():
        if (match := pattern.match(str(error.message))) is not None:
            known = STATEMENTS if code == "word-unknown-statement" else ()
            fault = TemplateError(code, file=where, place=place, known=known)
            fault.details |= {name: str(words) for name, words in match.groupdict().items()}
            return fault
    return TemplateError("template-syntax", file=where, place=place, reason=str(error.message))


def _mended(error: jinja2.TemplateSyntaxError, text: str) -> str:
    """The text with the tag that failed replaced, or with the end of a block that has none."""
    line = failing_line(error, text) or error.lineno
    for match in TAG.finditer(text):
        first = text.count("\n", 0, match.start()) + 1
        if first <= line <= first + match[0].count("\n"):
            stand_in = _stand_in(match[0])
            if str(error.message).startswith("Unexpected end"):
                return text + "{% end" + _keyword(match[0]) + " %}"
            if stand_in != match[0]:
                lines = "\n" * match[0].count("\n")
                return text[: match.start()] + stand_in + lines + text[match.end() :]
    return text


def _keyword(tag: str) -> str:
    """The keyword of a tag, or the one that it was meant to be."""
    first = tag.strip("{%-+ }").split(" ")[0]
    return next(iter(get_close_matches(first, IN_STEAD, n=1)), first)


def _stand_in(tag: str) -> str:
    """The tag with its keyword as it was meant; else one that keeps its block whole; nothing for a tag that prints."""
    if not tag.startswith("{%"):
        return ""
    written, meant = tag.strip("{%-+ }").split(" ")[0], _keyword(tag)
    return tag.replace(written, meant, 1) if written != meant else IN_STEAD.get(meant, "")


@dataclass(frozen=True, slots=True)
class _PageJudge(Judge):
    """Judges the expressions of a page, which may call macros."""

    call: Callable[[Judge, nodes.Call], Kind] = lambda judge, node: UNKNOWN

    def _other(self, node: nodes.Node) -> Kind:
        if isinstance(node, nodes.Call):
            return self.call(self, node)
        if isinstance(node, nodes.Test) and node.name not in self.environment.tests:
            self._unknown(node.name, self.environment.tests)
        for inner in node.iter_child_nodes():
            self.kind(inner)
        is_text = isinstance(node, nodes.Const | nodes.Compare | nodes.Not | nodes.Test | nodes.Concat)
        return TEXT if is_text else UNKNOWN


@dataclass(slots=True)
class _Walk:
    """Walks a template in the order in which it is carried out."""

    text: str
    file: str
    environment: jinja2.Environment
    macros: Mapping[str, nodes.Macro]
    faults: list[TemplateError] = field(default_factory=list)
    judged: set[tuple[str, tuple[int, ...]]] = field(default_factory=set)

    @property
    def top(self) -> Scope:
        """The names that a template has everywhere."""
        names = (*self.environment.globals, *self.macros)
        return {**dict.fromkeys(names, UNKNOWN), **kind_of_model(PackView).fields}

    def all(self, template: nodes.Template) -> None:
        """Judge a template; a macro that nobody calls is judged with arguments of which nothing is known."""
        scope = self.top
        self.body(template.body, scope)
        called = {name for name, _ in self.judged}
        for name, macro in self.macros.items():
            if name not in called:
                self._macro(macro, [], {}, scope)

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        """Judge statements one after the other; assignments change the scope."""
        for node in statements:
            match node:
                case nodes.Output():
                    for inner in node.nodes:
                        self._judge(inner, scope, printed=not isinstance(inner, nodes.TemplateData))
                case nodes.For():
                    self._loop(node, scope)
                case nodes.If():
                    self._judge(node.test, scope)
                    self.body((*node.body, *node.elif_, *node.else_), scope)
                case nodes.Assign():
                    kind = self._judge(node.node, scope)
                    single = isinstance(node.target, nodes.Name)
                    scope |= dict.fromkeys(_names(node.target), kind if single else UNKNOWN)
                case nodes.AssignBlock():
                    self.body(node.body, scope)
                    scope |= dict.fromkeys(_names(node.target), UNKNOWN)
                case nodes.Macro():
                    pass
                case nodes.Include() | nodes.Extends() | nodes.Import() | nodes.FromImport():
                    self._tell(node, [TemplateError("template-other-file", name=_named(node))])
                    scope |= dict.fromkeys(_imported(node), UNKNOWN)
                case _:
                    self._other(node, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        over = self._judge(node.iter, scope)
        if over.known and over.item is None:
            self._tell(node, [TemplateError("word-not-a-list", name=over.name)])
        item = over.item or UNKNOWN
        about = loop_kind(item)
        loop = Kind(about.name, {**about.fields, "changed": UNKNOWN, "cycle": UNKNOWN})
        single = isinstance(node.target, nodes.Name)
        inner = scope | dict.fromkeys(_names(node.target), item if single else UNKNOWN) | {"loop": loop}
        if node.test is not None:
            self._judge(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    def _other(self, node: nodes.Node, scope: Scope) -> None:
        """Blocks of other kinds (`with`, `call`, `filter`): nothing is known of the names that they make."""
        made = dict.fromkeys((*_stored(node), *IN_MACROS), UNKNOWN)
        for inner in node.iter_child_nodes():
            if isinstance(inner, nodes.Stmt):
                self.body([inner], scope | made)
            elif not (isinstance(inner, nodes.Name) and inner.ctx != "load"):
                self._judge(inner, scope | made)

    def _judge(self, node: nodes.Node, scope: Scope, *, printed: bool = False) -> Kind:
        if isinstance(node, nodes.TemplateData):
            return TEXT
        judge = _PageJudge(self.environment, scope, call=self._called)
        kind = judge.kind(node)
        if printed and not kind.is_text:
            judge.faults.append(TemplateError("word-not-text", name=kind.name, known=kind.fields))
        self._tell(node, judge.faults)
        return kind

    def _called(self, judge: Judge, node: nodes.Call) -> Kind:
        given = [judge.kind(argument) for argument in node.args]
        named = {pair.key: judge.kind(pair.value) for pair in node.kwargs}
        if isinstance(node.node, nodes.Name) and node.node.name in self.macros:
            self._macro(self.macros[node.node.name], given, named, self.top)
        else:
            judge.kind(node.node)
        return UNKNOWN

    def _macro(self, macro: nodes.Macro, given: list[Kind], named: Mapping[str, Kind], scope: Scope) -> None:
        parameters = dict.fromkeys((argument.name for argument in macro.args), UNKNOWN)
        parameters |= dict(zip(parameters, given, strict=False)) | {
            name: kind for name, kind in named.items() if name in parameters
        }
        call = (macro.name, tuple(map(id, parameters.values())))
        if call not in self.judged:
            self.judged.add(call)
            self.body(macro.body, scope | parameters | dict.fromkeys(IN_MACROS, UNKNOWN))

    def _tell(self, node: nodes.Node, faults: Iterable[TemplateError]) -> None:
        for fault in faults:
            named = failing_tag(self.text, node.lineno, fault.details.get("name", ""))
            place = named or failing_tag(self.text, node.lineno)
            fault.file, fault.place = f"{self.file}:{node.lineno}", place
            self.faults.append(fault)


def _named(node: nodes.Include | nodes.Extends | nodes.Import | nodes.FromImport) -> str:
    """The other file that a tag asks for."""
    return str(node.template.value) if isinstance(node.template, nodes.Const) else "…"


def _imported(node: nodes.Node) -> Iterator[str]:
    """The names that a template would take from another file."""
    if isinstance(node, nodes.Import):
        yield node.target
    elif isinstance(node, nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)


def _names(target: nodes.Node) -> Iterator[str]:
    """The names that an assignment or a loop makes."""
    yield from (node.name for node in (target, *target.find_all(nodes.Name)) if isinstance(node, nodes.Name))


def _stored(node: nodes.Node) -> Iterator[str]:
    return (name.name for name in node.find_all(nodes.Name) if name.ctx != "load")
