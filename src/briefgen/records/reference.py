"""References to papers: Kamerstukken, motions, treaty articles, EU documents, reports and addresses."""

from __future__ import annotations

from typing import Literal

from ..model import Model
from ..provenance import Span

ReferenceType = Literal[
    "kamerstuk", "motie", "verdragsartikel", "eu-doc", "rapport", "artikel", "url", "document", "zaak", "aanhangsel",
    "handelingen", "ecli", "wet", "overig",
]  # fmt: skip
ReferenceStatus = Literal["certain", "repaired", "doubtful", "unresolved"]


class Reference(Model):
    """One reference, as printed and in normal form.

    Attributes:
        raw: the characters of the text.
        id: normal form (`36715-32`, `36800-V-103`, `VEU-42-7`), `None` for a paper that is only named.
        status: how sure the normal form is; a doubtful one has a `proposal` and is never silently changed.
        url: address of the official publication, where its pattern is known.
        paragraph, footnote: where it stands; one of the two is given.
        span: in the clean text of that paragraph or footnote.
        pages: printed pages of the paper, as in `p. 5-6`.
        why: the rule that found it.
    """

    raw: str
    type: ReferenceType
    id: str | None
    status: ReferenceStatus
    proposal: str | None = None
    url: str | None = None
    paragraph: str | None = None
    footnote: str | None = None
    span: Span
    pages: str | None = None
    why: str
