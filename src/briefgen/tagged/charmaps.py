"""CMaps: from the codes of a shown string to characters, or to the glyphs of a font (ISO 32000-1, 9.7.5 and 9.10.3).

A CMap is written in the tokens of a content stream, with its entries before the operators that end them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from .objects import integer

LONGEST_RANGE = 0x10000
"""No range of a CMap is longer: codes have at most two bytes here."""


def to_unicode(cmap: object) -> dict[int, str]:
    """What a ToUnicode CMap says that codes mean."""
    meanings: dict[int, str] = {}
    for first, last, value in _entries(cmap, "bf"):
        meanings |= _meanings(first, last, value)
    return meanings


def to_glyphs(cmap: object) -> dict[int, int]:
    """The identifiers (CIDs) of the glyphs that an embedded CMap gives to codes."""
    found: dict[int, int] = {}
    for first, last, value in _entries(cmap, "cid"):
        start = integer(value)
        if start is not None:
            found |= {code: start + step for step, code in enumerate(_codes(first, last))}
    return found


def _entries(cmap: object, kind: str) -> Iterator[tuple[int, int, object]]:
    """The entries of a CMap of one kind (`bf`, `cid`): first code, last code, value."""
    if not isinstance(cmap, pikepdf.Stream):
        return
    for instruction in pikepdf.parse_content_stream(cmap, operators=f"end{kind}char end{kind}range"):
        values: list[object] = list(instruction.operands)
        if str(instruction.operator).endswith("char"):
            yield from ((_code(key), _code(key), value) for key, value in zip(values[::2], values[1::2], strict=False))
        else:
            for first, last, value in zip(values[::3], values[1::3], values[2::3], strict=False):
                yield _code(first), _code(last), value


def _codes(first: int, last: int) -> range:
    return range(first, min(last, first + LONGEST_RANGE) + 1)


def _meanings(first: int, last: int, value: object) -> dict[int, str]:
    """The entries of one range: its meanings one by one, or counted up from the first."""
    if isinstance(value, pikepdf.Array):
        return {code: _meaning(each) for code, each in zip(_codes(first, last), value, strict=False)}
    start = _meaning(value)
    if not start:
        return {}
    stem, final = start[:-1], ord(start[-1])
    return {code: stem + chr(min(final + step, 0x10FFFF)) for step, code in enumerate(_codes(first, last))}


def _code(value: object) -> int:
    return int.from_bytes(bytes(value)) if isinstance(value, pikepdf.String) else 0


def _meaning(value: object) -> str:
    return bytes(value).decode("utf-16-be", "replace") if isinstance(value, pikepdf.String) else ""
