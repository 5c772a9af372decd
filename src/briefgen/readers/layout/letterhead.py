"""Letterhead that words alone do not show: the address above a salutation, a lone number on the first page."""

from __future__ import annotations

import re
from dataclasses import replace

from ..claims import Claim
from ..front import ADDRESSEE, LABELLED, SALUTATION, Front
from ..lines import Line, Lines, without_lines

# The number of a paper or of the Chamber, printed large on the first page: `2271`.
LONE_NUMBER = re.compile(r"\d{1,5}")

SUBJECTS = ("Betreft", "Onderwerp", "Datum")
"""The labels that end the head of a letter without salutation."""


PROSE = 60
"""The fewest characters of a line of running text."""

LEAST_PROSE = 8
"""The fewest such lines on a first page that is no cover."""


def without_cover(lines: Lines, rest: Lines, front: Front) -> tuple[Lines, Front]:
    """The lines without a cover; all lines, and no cover, where running text stands on the first page.

    Args:
        lines: of the text.
        rest: those that are left without letterhead or cover.
        front: the letterhead or cover.
    """
    first_page = [line for line in lines if line.typography is not None and line.typography.page == 1]
    prose = sum(len(line.text) >= PROSE for line in first_page)
    if front.is_letter or prose < LEAST_PROSE:
        return rest, front
    return lines, Front(contents=front.contents)


def without_letterhead(lines: Lines, front: Front) -> tuple[Lines, Front]:
    """The lines without what is left of the letterhead, and the front with it.

    Args:
        lines: of the text.
        front: what was recognised by its words.
    """
    end = _end(front)
    found = {index for index, line in enumerate(lines) if line.start < end or _is_lone_number(line)}
    claims = tuple(Claim("letterhead", lines[index].text) for index in sorted(found))
    return without_lines(lines, found), replace(front, claims=(*front.claims, *claims))


def _end(front: Front) -> int:
    """Where the head of a letter ends: at its salutation, else at its last label; 0 where there is no letter."""
    head = [claim.text for claim in front.claims if claim.kind == "letterhead"]
    greetings = [text.origins[0] for text in head if SALUTATION.match(text.text)]
    if greetings:
        return greetings[0]
    if not any(ADDRESSEE.match(text.text) for text in head):
        return 0
    labels = [text for text in head if (match := LABELLED.match(text.text)) and match["label"] in SUBJECTS]
    return max((text.origins[0] for text in labels), default=0)


def _is_lone_number(line: Line) -> bool:
    on_first_page = line.typography is not None and line.typography.page == 1
    return on_first_page and bool(LONE_NUMBER.fullmatch(line.text.text))
