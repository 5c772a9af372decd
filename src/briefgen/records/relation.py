"""Relations between what two sources say: found by comparing them, shown to a person, and never asserted.

Only the whole corpus tells them, so that no `extract` finds them; `crosslinks` does.
"""

from __future__ import annotations

from typing import Literal

from ..model import Model

RelationKind = Literal["restates", "opposes", "other_value", "fulfils"]


class EarlierPassage(Model):
    """What an earlier source says, quoted."""

    source: str
    paragraph: str | None
    footnote: str | None = None
    text: str
    date: str | None


class Relation(Model):
    """A passage of this source beside one of an earlier source.

    Attributes:
        kind: `restates` (the newest wording of the same position), `opposes` (the same question, the other answer),
            `other_value` (another number for the same thing), `fulfils` (what was promised).
        text, paragraph, footnote: the later passage, in this source.
        holder: whose words both are; `None` where they may be of different speakers.
        status: always `candidate`: a person judges.
        why: the rule, and the words that both passages share.
    """

    kind: RelationKind
    text: str
    paragraph: str | None
    footnote: str | None = None
    holder: str | None
    earlier: EarlierPassage
    status: Literal["candidate"] = "candidate"
    why: str
