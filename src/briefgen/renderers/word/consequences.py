"""Mistakes that only follow from another one are left out, so that one slip of the pen is one message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from ...errors import TemplateError
from .nesting import Nesting
from .scanning import Tag

# What the loops of the templates that ship call the items of their lists.
ITEM_NAMES = {
    "chapters": "chapter",
    "statements": "statement",
    "sources": "source",
    "annex": "source",
    "paragraphs": "paragraph",
    "cited_in": "place",
    "gaps": "gap",
    "pictures": "picture",
    "head": "cell",
    "rows": "row",
    "cells": "cell",
    "index": "part",
    "places": "place",
}

# The name that a loop gives to each item.
LOOP_NAME = re.compile(r"\A(\w+)\s+in\b")

NEAR = 0.75
"""Two names are taken for the same when so much of them is alike, from 0 to 1 (Ratcliff and Obershelp)."""


class Found(NamedTuple):
    """A mistake: the number of the tag, and what is wrong, without file and place."""

    tag: int
    error: TemplateError


def without_consequences(
    found: Sequence[Found], tags: Sequence[Tag], meant: Sequence[str], structure: Nesting
) -> list[Found]:
    """The mistakes without those that follow from others.

    Args:
        found: all mistakes.
        tags: of the part.
        meant: the keyword of each tag.
        structure: which tags belong together.
    """
    kept = list({(one.tag, one.error.code, _name(one)): one for one in found}.values())
    for number in structure.stray:
        if meant[number] == "endfor":
            kept = [one for one in kept if not _lacks_loop(one, number, tags)]
    kept = [one for one in kept if not _lost_loop(one, tags, meant, structure)]
    for start, end in structure.ends.items():
        if meant[start] == "for":
            kept = _with_loop_name(kept, start, end, tags)
    return kept


def _lacks_loop(one: Found, end: int, tags: Sequence[Tag]) -> bool:
    """Whether a name is only unknown because the loop that ends with the tag `end` has no beginning."""
    if one.tag >= end or _name(one) not in ITEM_NAMES.values():
        return False
    within, container = tags[one.tag].container, tags[end].container
    return within is not None and any(node is container for node in (within, *within.iterancestors()))


def _lost_loop(one: Found, tags: Sequence[Tag], meant: Sequence[str], structure: Nesting) -> bool:
    """Whether a name is only unknown because its loop seems to end too early: a block after its beginning is torn."""
    torn = (*structure.stray, *structure.unclosed)
    loops = (number for number in range(one.tag) if meant[number] == "for" and _name(one) == _item(tags[number]))
    return bool(_name(one)) and any(number < other < one.tag for number in loops for other in torn)


def _with_loop_name(found: list[Found], start: int, end: int, tags: Sequence[Tag]) -> list[Found]:
    """One mistake at the loop when it calls its item otherwise than all the tags in it do."""
    item = _item(tags[start])
    if not item or any(re.search(rf"\b{item}\b", tag.rest) for tag in tags[start + 1 : end]):
        return found
    named = [one for one in found if start < one.tag < end and _is_near(_name(one), item)]
    if len({one.tag for one in named}) < 2:
        return found
    error = TemplateError("word-loop-name", name=item, used=_name(named[0]))
    return [one for one in found if one not in named] + [Found(start, error)]


def _item(loop: Tag) -> str:
    """What a loop calls each item."""
    match = LOOP_NAME.match(loop.rest)
    return match[1] if match else ""


def _name(one: Found) -> str:
    return one.error.details.get("name", "") if one.error.code == "template-unknown-name" else ""


def _is_near(name: str, other: str) -> bool:
    return bool(name) and SequenceMatcher(None, name, other).ratio() >= NEAR
