"""From records to what is in a pack and what is out, each with its reason."""

from .choice import select
from .corpus import require_paragraphs
from .outcome import Choice, Evidence, Omission, Reason, SectionOutcome, Selection
from .queries import paragraphs_on

__all__ = [
    "Choice",
    "Evidence",
    "Omission",
    "Reason",
    "SectionOutcome",
    "Selection",
    "paragraphs_on",
    "require_paragraphs",
    "select",
]
