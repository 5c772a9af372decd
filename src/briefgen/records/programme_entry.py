"""Programme entries: what happens when at a conference, as its programme prints it.

A programme prints a time, the heading of the session, and what happens in it; the time may stand before the heading or
in the line of the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document, Paragraph
from ..provenance import Span
from .record import Record


class ProgrammeEntry(Record):
    """One line of a programme.

    Attributes:
        start, end: times of the day, `10:00`.
        session: the heading that it stands under.
    """

    start: str
    end: str | None
    session: str | None


# A time or a period of the day at the head of a line: `10.00 – 10.30`, `9:15 uur`, `13.30-15.30: Workshops`
_TIME = re.compile(
    r"(?P<start>(?:[01]?\d|2[0-3])[.:][0-5]\d)(?:\s*(?:-|–|tot)\s*(?P<end>(?:[01]?\d|2[0-3])[.:][0-5]\d))?"
    r"(?:\s*(?:uur|u\.))?\s*(?:$|[:|–-]\s*|\s(?=[A-ZÀ-Þ‘“]))"
)
# A heading under which such times stand.
_PROGRAMME = re.compile(r"(?:.*\b)?(?:programma|programme|agenda|dagindeling)\b.*", re.IGNORECASE)


def extract(document: Document) -> Iterator[ProgrammeEntry]:
    """The entries of the programmes of a document, in reading order."""
    if not any(_PROGRAMME.fullmatch(heading.text) for heading in document.headings):
        return
    time: re.Match[str] | None = None
    for paragraph in document.paragraphs:
        match = _TIME.match(paragraph.text)
        time = match or (time if paragraph.kind == "list_item" else None)
        begin = match.end() if match else 0
        if time is not None and begin < len(paragraph.text):
            yield _entry(paragraph, begin, time)


def _entry(paragraph: Paragraph, begin: int, time: re.Match[str]) -> ProgrammeEntry:
    return ProgrammeEntry(
        text=paragraph.text[begin:],
        paragraph=paragraph.id,
        span=Span(begin, len(paragraph.text)),
        why="time:of-day",
        start=_clock(time["start"]),
        end=_clock(time["end"]) if time["end"] else None,
        session=paragraph.heading_path[-1] if paragraph.heading_path else None,
    )


def _clock(printed: str) -> str:
    hour, minute = printed.replace(".", ":").split(":")
    return f"{int(hour):02}:{minute}"
