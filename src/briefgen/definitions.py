"""TOML files that people write (packs, topics, labels, the register of sources), read into frozen models.

Every mistake becomes one `DefinitionError` that names the file, the line and the key, what is wrong, and the nearest
name that would have been right.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain, islice
from typing import NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from .errors import DefinitionError
from .messages import catalogue

Definition = TypeVar("Definition", bound=BaseModel)
Location = tuple[int | str, ...]

# Where tomllib puts the place of a mistake: at the end of its message, in brackets.
TOML_PLACE = re.compile(r"^(?P<problem>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")

# A table header (`[declared]`, `[[sections]]`) with its dotted name.
TABLE_HEADER = re.compile(r"^\s*\[(?P<array>\[)?\s*(?P<name>[\w.\-\"' ]+?)\s*\]")

DEEPEST = 20
"""So many tables and lists may stand in each other; people write three or four."""

MOST_MISTAKES = 50
"""So many mistakes of one file are told; no person makes more."""

LONGEST_VALUE = 80
"""Characters of what was given, in a message."""

NEEDS: Mapping[str, str] = {
    "string_type": "needs-text",
    "int_type": "needs-whole-number",
    "int_parsing": "needs-whole-number",
    "int_from_float": "needs-whole-number",
    "float_type": "needs-number",
    "float_parsing": "needs-number",
    "bool_type": "needs-true-or-false",
    "bool_parsing": "needs-true-or-false",
    "tuple_type": "needs-list",
    "dict_type": "needs-table",
    "model_type": "needs-table",
    "string_pattern_mismatch": "wrong-form",
    "string_too_long": "too-long",
}
"""The messages for values of the wrong kind, by the kinds of pydantic."""

BOUNDS: Mapping[str, str] = {
    "greater_than": "> {gt}",
    "greater_than_equal": "≥ {ge}",
    "less_than": "< {lt}",
    "less_than_equal": "≤ {le}",
}
"""What a number must be, by the kinds of pydantic."""


class _Mistake(NamedTuple):
    """One mistake as pydantic found it.

    Attributes:
        type: its kind (https://docs.pydantic.dev/latest/errors/validation_errors/).
        location: keys and indexes from the top.
        message: in English.
        value: what was given.
        limits: by name, what the value must hold to, such as the values that would have been right; as `error` what
            a validator of ours raised, a code of the catalogue.
    """

    type: str
    location: Location
    message: str
    value: str
    limits: Mapping[str, str]


def parse(text: str, file: str, model: type[Definition]) -> Definition:
    """The definition that a TOML text holds.

    Args:
        text: the whole file, decoded.
        file: how messages name it.
        model: what the file must hold.

    Raises:
        DefinitionError: the text is no TOML, or a key is unknown, missing or has a wrong value; the first mistake.
    """
    content = _content(text, file)
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise next(_mistakes(error, content, text, file, model)) from error


def mistakes(text: str, file: str, model: type[BaseModel]) -> list[DefinitionError]:
    """All that `parse` would refuse, misspelt keys first; of a text that is no TOML only the place where it breaks.

    A key that is missing because it is misspelt is one mistake. Of very many, the first ones are told, and that there
    are more.

    Args:
        text: the whole file, decoded.
        file: how messages name it.
        model: what the file must hold.
    """
    try:
        content = _content(text, file)
    except DefinitionError as error:
        return [error]
    try:
        model.model_validate(content)
    except ValidationError as error:
        found = list(islice(_mistakes(error, content, text, file, model), MOST_MISTAKES + 1))
        return found if len(found) <= MOST_MISTAKES else [*found[:-1], DefinitionError("more-mistakes", file=file)]
    return []


def _holds_another(mistake: _Mistake, found: Iterable[_Mistake]) -> bool:
    """Whether a mistake comes of another one inside it: a list with one wrong table counts as too short."""
    length = len(mistake.location)
    return any(len(other.location) > length and other.location[:length] == mistake.location for other in found)


def _is_misspelt(key: Location, unknown: Iterable[Location]) -> bool:
    """Whether a key that is missing stands in the same table under a name that is much like it."""
    names = [str(other[-1]) for other in unknown if other[:-1] == key[:-1]]
    return bool(get_close_matches(str(key[-1]), names))


def line_of(text: str, location: Location) -> int:
    """The line (from 1) of a TOML text on which a key stands, or the nearest one above it that can be found.

    Args:
        text: the TOML text.
        location: keys and indexes from the top, as pydantic names a place (`("sections", 2, "title")`).
    """
    lines = text.splitlines()
    found, start, table = 1, 0, ""
    for index, part in enumerate(location):
        if isinstance(part, int):
            continue
        table = f"{table}.{part}" if table else part
        following = location[index + 1] if index + 1 < len(location) else 0
        nth = following if isinstance(following, int) else 0
        line = _header_line(lines, table, start, nth)
        if line is None:
            line = _key_line(lines, part, start)
        if line is None:
            break
        found, start = line + 1, line
    return found


def lines_of(text: str, table: str, key: str, count: int) -> list[int]:
    """The line (from 1) on which each table of an array sets a key, or the nearest one above it, as `line_of` does.

    Args:
        text: the TOML text.
        table: the name of the array.
        key: the key.
        count: how many tables it has.
    """
    lines = text.splitlines()
    heads = [
        number
        for number, line in enumerate(lines)
        if (match := TABLE_HEADER.match(line)) and match["name"].replace(" ", "") == table
    ]
    if len(heads) != count:  # the array is not written as tables with a header each
        return [line_of(text, (table, index, key)) for index in range(count)]
    keys = (_key_line(lines, key, head) for head in heads)
    return [(head if found is None else found) + 1 for head, found in zip(heads, keys, strict=True)]


def _header_line(lines: list[str], table: str, start: int, nth: int) -> int | None:
    """The index of the header of a table, the `nth` (from 0) at or after line `start`."""
    count = 0
    for number in range(start, len(lines)):
        match = TABLE_HEADER.match(lines[number])
        if match and match["name"].replace(" ", "") == table:
            if count == nth:
                return number
            count += 1
    return None


def _key_line(lines: list[str], key: str, start: int) -> int | None:
    """The index of the first line at or after `start` that sets `key`, within the same table."""
    # `key = …`, `"key" = …` or the same inside an inline table: `{ key = …`
    setting = re.compile(rf"(?:^|[{{,])\s*[\"']?{re.escape(key)}[\"']?\s*(?:\.[\w.\-]+\s*)?=")
    for number in range(start, len(lines)):
        if number > start and TABLE_HEADER.match(lines[number]):
            return None
        if setting.search(lines[number]):
            return number
    return None


def _content(text: str, file: str) -> dict[str, object]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _broken_toml(str(error), text, file) from error
    except RecursionError as error:
        raise DefinitionError("too-deep", file=file, levels=str(DEEPEST)) from error
    if _is_deeper(content, DEEPEST):
        raise DefinitionError("too-deep", file=file, levels=str(DEEPEST))
    return content


def _is_deeper(content: object, levels: int) -> bool:
    """Whether tables and lists stand in each other on more levels than that."""
    layer = [content]
    for _ in range(levels):
        layer = [inner for outer in layer for inner in _inside(outer)]
    return bool(layer)


def _inside(value: object) -> Iterable[object]:
    """The values that a table or a list holds."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _broken_toml(problem: str, text: str, file: str) -> DefinitionError:
    match = TOML_PLACE.match(problem)
    if not match:
        return DefinitionError("broken-toml", file=file, problem=problem)
    line = match["line"] or str(len(text.splitlines()))
    return DefinitionError("broken-toml", file=file, line=int(line), problem=match["problem"])


def _keys(location: Location, content: object, *, missing: bool) -> Location:
    """A place by keys and indexes alone; pydantic also names the kinds of things that a value may be."""
    keys: list[int | str] = []
    for number, part in enumerate(location, start=1):
        if inner := _at(content, part):
            (content,) = inner
        elif not (missing and number == len(location)):
            continue
        keys.append(part)
    return tuple(keys)


def _at(content: object, part: int | str) -> Sequence[object]:
    """What a table or a list holds at a key or an index; nothing when there is no such place."""
    if isinstance(content, list) and isinstance(part, int):
        return content[part : part + 1]
    return (content[part],) if isinstance(content, dict) and part in content else ()


def _mistakes(
    error: ValidationError, content: object, text: str, file: str, model: type[BaseModel]
) -> Iterator[DefinitionError]:
    """Each mistake when it is asked for: to find its line, the whole file is looked through."""
    found = [
        _Mistake(
            each["type"],
            _keys(each["loc"], content, missing=each["type"] == "missing"),
            each["msg"],
            _short(str(each["input"])),
            {name: str(limit) for name, limit in each.get("ctx", {}).items()},
        )
        for each in error.errors()
    ]
    # A value that may be one of several things is a mistake in each of them: the first one is told.
    found = list({mistake.location: mistake for mistake in reversed(found)}.values())[::-1]
    # A misspelt key also makes the right one missing: the misspelling is the mistake to show.
    misspelt = [mistake for mistake in found if mistake.type == "extra_forbidden"]
    unknown = [mistake.location for mistake in misspelt]
    others = (mistake for mistake in found if mistake.type != "extra_forbidden" and not _holds_another(mistake, found))
    told = (one for one in others if one.type != "missing" or not _is_misspelt(one.location, unknown))
    return (_told(mistake, text, file, model) for mistake in chain(misspelt, told))


def _told(mistake: _Mistake, text: str, file: str, model: type[BaseModel]) -> DefinitionError:
    key = str(next((part for part in reversed(mistake.location) if isinstance(part, str)), ""))
    line = line_of(text, mistake.location[:-1] if mistake.type == "missing" else mistake.location)
    if mistake.type == "extra_forbidden":
        known = _field_names(model, mistake.location[:-1])
        return DefinitionError("unknown-key", file=file, line=line, name=key, known=known)
    if mistake.type == "missing":
        return DefinitionError("missing-key", file=file, line=line, key=key)
    if mistake.type == "literal_error":
        expected = re.findall(r"'([^']*)'", mistake.limits["expected"])
        return DefinitionError("unknown-value", file=file, line=line, key=key, name=mistake.value, known=expected)
    if mistake.type in BOUNDS:
        bound = BOUNDS[mistake.type].format(**mistake.limits)
        return DefinitionError("out-of-bounds", file=file, line=line, key=key, value=mistake.value, bound=bound)
    code = NEEDS.get(mistake.type) or mistake.limits.get("error")
    if code in catalogue():
        return DefinitionError(code, file=file, line=line, key=key, value=mistake.value)
    return DefinitionError("wrong-value", file=file, line=line, key=key, problem=mistake.message)


def _short(value: str) -> str:
    return value if len(value) <= LONGEST_VALUE else f"{value[: LONGEST_VALUE - 1]}…"


def _field_names(model: type[BaseModel], location: Location) -> list[str]:
    """The keys that are allowed at a place of a definition, as they are written in the file."""
    here = model
    for part in location:
        if not isinstance(part, str):
            continue
        field = here.model_fields.get(part) or next(
            (field for field in here.model_fields.values() if field.alias == part), None
        )
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            break
        here = inner
    return [field.alias or name for name, field in here.model_fields.items()]


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model that an annotation such as `tuple[SectionSpec, ...] | None` holds, if it holds one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        inner = _model_in(part)
        if inner is not None:
            return inner
    return None
