"""What the grammar reads: papers in normal form, and mentions of them with their place in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

MentionType = Literal[
    "kamerstuk", "motie", "verdragsartikel", "eu-doc", "rapport", "artikel", "url", "document", "zaak", "aanhangsel",
    "handelingen", "ecli", "wet", "overig",
]  # fmt: skip
MentionStatus = Literal["certain", "repaired", "doubtful", "unresolved"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A parliamentary paper by its number.

    Attributes:
        dossier: digits of the dossier; empty when only the number within the dossier is printed.
        addition: what distinguishes dossiers with the same digits: `02` in 21501-02, a chapter of the budget `XVII`.
        number: of the paper within the dossier; digits for the Tweede Kamer, letters for the Eerste Kamer.
    """

    dossier: str
    addition: str
    number: str

    @property
    def id(self) -> str:
        """The normal form: `36715-32`, `36800-V-103`, `21501-02-2956`."""
        return "-".join(part for part in (self.dossier, self.addition, self.number) if part)


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference in a text.

    Attributes:
        start, end: its characters in the text.
        id: normal form, `None` when only a name is printed.
        proposal: the id that was probably meant.
        paper: the parts of the id of a Kamerstuk or a numbered motion.
        pages: printed pages of the paper.
        name: what the text calls it, the part of the mention that names it; empty for a bare number.
        why: the rule that read it.
    """

    type: MentionType
    start: int
    end: int
    id: str | None
    status: MentionStatus
    why: str
    proposal: str | None = None
    paper: Paper | None = None
    pages: str | None = None
    name: str = ""

    def resolved(self, target: Mention, status: MentionStatus, why: str) -> Mention:
        """This mention, now known to mean the same as `target`.

        The number of a doubtful target is not printed here, so that only its proposal is taken over.
        """
        doubtful = target.status == "doubtful"
        return replace(
            self,
            type=self.type if self.type == "motie" else target.type,
            id=None if doubtful else target.id,
            paper=None if doubtful else target.paper,
            proposal=target.proposal,
            status="doubtful" if doubtful else status,
            why=why,
        )
