"""The Jinja environment of every template that people write, and its errors as errors of briefgen.

A template is text from a user: it runs in a sandbox, a name that does not exist is an error at once, and what it
prints is escaped. It loads no other file and leaves nothing to chance: the same pack gives the same words. Values are
never templates: `{{ }}` in a quotation is printed as it stands.

What no rule here stops, such as loops within loops, the limits of the process stop that renders it.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sized

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from pydantic import BaseModel

from ..errors import TemplateError

# One tag of Jinja: `{{ … }}` or `{% … %}`, also over several lines.
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)

# The start of a tag that opens a block (`{% for`) or closes one (`{%- endfor`).
BLOCK = re.compile(r"\{%[-+]?\s*(?P<end>end)?(?P<name>for|if|macro|call|filter|block|with|autoescape)\b")

# How Jinja's message begins when a block is not closed; it then names the last line, not that of the block.
NOT_CLOSED = "Unexpected end of template"

# The file name that Jinja gives to a template made from a string, in the frames of a traceback.
COMPILED_FROM_STRING = "<template>"

# What carrying out a tag can raise: Jinja's own errors, and those of Python's operators and filters.
TEMPLATE_FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


# What Jinja offers besides and a brief has no use for: sample text, chance, and objects that keep a state.
WITHDRAWN_GLOBALS = ("cycler", "joiner", "lipsum")
WITHDRAWN_FILTERS = ("random",)

LONGEST_PRODUCT = 1_000_000
"""So many signs or entries may come of a multiplication (`"-" * 40`)."""


class UnknownNameError(jinja2.UndefinedError):
    """A template uses a name that does not exist.

    Attributes:
        name: the name as written.
        known: the names that its owner has; empty for a name at the top of the template.
    """

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


class _Unknown(jinja2.StrictUndefined):
    """Fails where it is made, not where it is printed: each name of a template must exist."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is SecurityError:
            raise SecurityError(hint)
        if name is not None:
            raise UnknownNameError(str(name), _names_of(obj))


class _Environment(ImmutableSandboxedEnvironment):
    """Of a model, a template sees the fields and nothing else; it multiplies within reason."""

    intercepted_binops = frozenset({"*", "**"})

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if isinstance(obj, BaseModel):
            return attr in type(obj).model_fields
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if operator == "**":
            raise SecurityError("powers of numbers")
        if _times(left, right) > LONGEST_PRODUCT:
            raise SecurityError(f"more than {LONGEST_PRODUCT} signs or entries by multiplication")
        return super().call_binop(context, operator, left, right)


def environment() -> jinja2.Environment:
    """A sandboxed Jinja environment that escapes for HTML and XML and in which an unknown name is an error."""
    made = _Environment(
        autoescape=True,
        undefined=_Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
        loader=jinja2.FunctionLoader(_no_other_file),
    )
    for name in WITHDRAWN_GLOBALS:
        del made.globals[name]
    for name in WITHDRAWN_FILTERS:
        del made.filters[name]
    return made


def _times(left: object, right: object) -> int:
    """The length of the product of a text or list and a number; 0 when it is none."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Sized) and isinstance(other, int):
            return len(one) * other
    return 0


def _printable(value: object) -> object:
    """A value that is printed; code and half-made lists would print an address in memory, another in each build."""
    if callable(value) or isinstance(value, Iterator):
        raise SecurityError(f"printing a {type(value).__name__}")
    return value


def _no_other_file(name: str) -> str:
    raise SecurityError(f"loading '{name}'")


def render_text(text: str, file: str, variables: Mapping[str, object]) -> str:
    """The text of a template with its tags carried out.

    Args:
        text: the template.
        file: its name as the user knows it, for messages.
        variables: what the tags may name.

    Raises:
        TemplateError: a tag names something that does not exist, is misspelt, or asks what the sandbox forbids.
    """
    try:
        return environment().from_string(text).render(variables)
    except TEMPLATE_FAULTS as error:
        raise template_error(error, text, file, variables) from error


def template_error(error: Exception, text: str, file: str, known: Iterable[str]) -> TemplateError:
    """What Jinja raised, as an error of briefgen: `file:line`, the tag, what is wrong, and the names that exist.

    Args:
        error: raised while `text` was compiled or carried out, one of `TEMPLATE_FAULTS`.
        text: the template, compiled with `from_string`.
        file: its name as the user knows it.
        known: the names at the top of the template.
    """
    line = failing_line(error, text)
    name = error.name if isinstance(error, UnknownNameError) else ""
    where = f"{file}:{line}" if line else file
    tag = failing_tag(text, line, name) if line else None
    if isinstance(error, UnknownNameError):
        names = error.known or sorted({*known, *_assigned_names(text)})
        return TemplateError("template-unknown-name", file=where, place=tag, name=name, known=names)
    return TemplateError(_code(error), file=where, place=tag, reason=str(error) or type(error).__name__)


def failing_tag(text: str, line: int, name: str = "") -> str | None:
    """The first tag on `line` (counted from 1) that mentions `name`, on one line; `None` when there is none."""
    for match in TAG.finditer(text):
        first = text.count("\n", 0, match.start()) + 1
        if first <= line <= first + match[0].count("\n") and name in match[0]:
            return " ".join(match[0].split())
    return None


def _code(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateSyntaxError):
        return "template-syntax"
    return "template-forbidden" if isinstance(error, SecurityError) else "template-failed"


def failing_line(error: Exception, text: str) -> int | None:
    """The line of the template that failed, counted from 1: Jinja puts the template itself into the traceback."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _open_block_line(text) if str(error.message).startswith(NOT_CLOSED) else error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == COMPILED_FROM_STRING), None)


def _open_block_line(text: str) -> int | None:
    """The line of the innermost block that is not closed."""
    opened: list[int] = []
    for match in BLOCK.finditer(text):
        if not match["end"]:
            opened.append(text.count("\n", 0, match.start()) + 1)
        elif opened:
            opened.pop()
    return opened[-1] if opened else None


def _names_of(owner: object) -> tuple[str, ...]:
    if isinstance(owner, BaseModel):
        return tuple(type(owner).model_fields)
    return tuple(map(str, owner)) if isinstance(owner, Mapping) else ()


def _assigned_names(text: str) -> set[str]:
    """The names that the template itself makes with `for` and `set`."""
    tree = environment().parse(text)
    return {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
