"""From records to what is in a pack and what is out, each with its reason."""

from .choice import select
from .corpus import Corpus, require_paragraphs, unknown_paragraphs
from .outcome import Choice, Evidence, Omission, Reason, SectionOutcome, Selection
from .queries import paragraphs_for, paragraphs_on, parties_in, topics_of_party

__all__ = [
    "Choice",
    "Corpus",
    "Evidence",
    "Omission",
    "Reason",
    "SectionOutcome",
    "Selection",
    "paragraphs_for",
    "paragraphs_on",
    "parties_in",
    "require_paragraphs",
    "select",
    "topics_of_party",
    "unknown_paragraphs",
]
