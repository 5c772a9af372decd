"""Action options: what experts propose that the Netherlands or the EU could do.

Two printed shapes: the items under a heading that announces them (`Handelingsperspectieven …`), and recommendations
with a number of their own, as headings (`1. Zet in op …`) or as the items of a list that its introduction calls so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document, Paragraph
from ..provenance import Span
from .record import Record
from .theme import theme_of


class ActionOption(Record):
    """One option. `theme` is the number of the theme it stands under, as printed."""

    theme: int | None


# A heading that announces options.
_OPTIONS_HEADING = re.compile(
    r"(?:Handelings(?:perspectie(?:f|ven)|opties?)|(?:Beleids)?aanbevelingen|Beleidsopties|Opties voor|"
    r"(?:Policy )?(?:options|recommendations))\b",
    re.IGNORECASE,
)
# A paragraph that introduces numbered recommendations: `Daartoe de volgende aanbevelingen:`
_INTRODUCTION = re.compile(
    r"\b(?:aanbeveling(?:en)?|handelings(?:perspectie\w+|opties)|recommendations)\b[^.?]*[.:]?$", re.IGNORECASE
)
# The number of a recommendation in its heading: `1. Zet in op …`; only where an introduction announced such headings.
_NUMBERED_HEADING = re.compile(r"\d{1,2}[.)]\s+\S.*")
# A heading that says itself that it is a recommendation: `Aanbeveling 2: …`
_NAMED_HEADING = re.compile(r"(?:Aanbeveling|Recommendation)\s+(?:\d{1,2}|[IVX]+)\b.*")
# Kinds of sources in which nobody proposes options: their recommendations are quoted from elsewhere.
_WITHOUT_OPTIONS = frozenset({"kamerbrief", "schriftelijk-overleg", "kamervragen", "motie"})


def extract(document: Document) -> Iterator[ActionOption]:
    """The options of a report in reading order."""
    if document.source.kind in _WITHOUT_OPTIONS:
        return
    announced: set[str] = set()
    previous, lead_in = None, ""
    for paragraph in document.paragraphs:
        if paragraph.kind == "list_item":
            why = _why_item(paragraph, lead_in)
        else:
            why, lead_in = _why(document, paragraph, previous, announced), paragraph.text
        previous = paragraph
        if why is not None:
            theme = theme_of(paragraph.heading_path)
            yield ActionOption(
                text=paragraph.text,
                paragraph=paragraph.id,
                span=Span(0, len(paragraph.text)),
                why=why,
                theme=theme.number if theme else None,
            )


def _why(document: Document, paragraph: Paragraph, previous: Paragraph | None, announced: set[str]) -> str | None:
    """The shape by which a paragraph is an option; `announced` gathers the parents of headings that were announced."""
    heading = document.heading_by_id.get(paragraph.heading or "")
    if heading is None or (previous is not None and previous.heading == heading.id):
        return None
    if _NAMED_HEADING.fullmatch(heading.text):
        return "heading:recommendation"
    if not _NUMBERED_HEADING.fullmatch(heading.text):
        return None
    if previous is not None and _INTRODUCTION.search(previous.text):
        announced.add(heading.parent or "")
    return "heading:numbered" if (heading.parent or "") in announced else None


def _why_item(item: Paragraph, lead_in: str) -> str | None:
    """Whether an item of a list stands under a heading, or behind a paragraph, that announces options."""
    if item.heading_path and _OPTIONS_HEADING.match(item.heading_path[-1]):
        return "heading:options"
    return "lead-in:recommendations" if _INTRODUCTION.search(lead_in) else None
