"""Values of a PDF as Python knows them: each function takes whatever a file holds and never raises.

A file may hold anything anywhere; a value of the wrong type reads as if it were not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pikepdf

Identity = tuple[int, int]
"""Object number and generation of an indirect object (ISO 32000-1, 7.3.10); (0, 0) for a direct one."""

DIRECT: Identity = (0, 0)

DEEPEST_TREE = 50
"""So deep may a name tree or a number tree be; a balanced one with a million entries has four levels."""


def entry(holder: object, key: str) -> object:
    """The value of a key (`/Lang`) of a dictionary or of a stream; `None` when it has none."""
    return holder.get(key) if isinstance(holder, pikepdf.Object) else None


def keys(holder: object) -> frozenset[str]:
    """The keys of a dictionary or of a stream, with their slash."""
    if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
        return frozenset(holder.keys())
    return frozenset()


def items(value: object) -> list[object]:
    """The items of an array; a single value as a list of one; nothing for nothing."""
    if isinstance(value, pikepdf.Array):
        return list(value)
    return [] if value is None else [value]


def name(value: object) -> str:
    """A name without its slash (`Table`); empty for what is no name."""
    return str(value)[1:] if isinstance(value, pikepdf.Name) else ""


def text(value: object) -> str | None:
    """A text string; `None` for what is no string."""
    return str(value) if isinstance(value, pikepdf.String) else None


def number(value: object) -> float | None:
    """A number; `None` for what is none."""
    return float(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else None


def integer(value: object) -> int | None:
    """A whole number; `None` for what is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def identity(value: object) -> Identity:
    """Which object of the file it is; (0, 0) for what stands inside another one."""
    return value.objgen if isinstance(value, pikepdf.Object) else DIRECT


def leaves(root: object, kind: str) -> Iterator[tuple[object, object]]:
    """The keys and values of a name tree (`/Names`) or a number tree (`/Nums`), in the order of the file.

    A node that was met before, or deeper than a tree can be, is passed over (ISO 32000-1, 7.9.6 and 7.9.7).
    """
    waiting: list[tuple[object, int]] = [(root, 0)]
    met: set[Identity] = set()
    while waiting:
        node, depth = waiting.pop()
        flat = items(entry(node, kind))
        yield from zip(flat[::2], flat[1::2], strict=False)
        for kid in reversed(items(entry(node, "/Kids"))):
            if depth < DEEPEST_TREE and identity(kid) not in met:
                met.update({identity(kid)} - {DIRECT})
                waiting.append((kid, depth + 1))
