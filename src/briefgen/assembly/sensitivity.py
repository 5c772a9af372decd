"""What makes a subject sensitive, in counts: who asked, what is still promised, where the position changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..dates import last_day
from ..messages import Language, message
from ..selection import Evidence, SectionOutcome


def sensitivity(chapter: Sequence[SectionOutcome], as_of: date, language: Language) -> str | None:
    """The counts of a chapter in words (`Vragen van D66, PVV; 1 toezegging open`); none when there is nothing to count.

    Args:
        chapter: its sections.
        as_of: the day of the pack, on which a commitment is overdue or not.
        language: of the words.
    """
    said = [choice.evidence for outcome in chapter for choice in outcome.choices]
    counts = "; ".join((*_asked(said, language), *_promised(said, as_of, language), *_changed(said, language)))
    return counts[:1].upper() + counts[1:] or None


def _asked(said: Sequence[Evidence], language: Language) -> Iterator[str]:
    parties = sorted({item.holder for item in said if item.type in ("question", "remark") and item.holder})
    if parties:
        yield message("sensitive-questions", language, parties=", ".join(parties))


def _promised(said: Sequence[Evidence], as_of: date, language: Language) -> Iterator[str]:
    waiting = [item for item in said if item.type == "commitment" and not item.fulfilled]
    overdue = [item for item in waiting if item.deadline is not None and last_day(item.deadline) < as_of]
    for code, count in (("open", len(waiting) - len(overdue)), ("overdue", len(overdue))):
        if count:
            yield message(f"sensitive-{code}", language, count=str(count))


def _changed(said: Sequence[Evidence], language: Language) -> Iterator[str]:
    if any(item.change == "reversed" for item in said):
        yield message("sensitive-reversed", language)
