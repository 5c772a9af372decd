"""What stands at the end of every pack: a calendar, the motions and papers that are referred to, abbreviations.

All of it is drawn from the paragraphs that the pack cites anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..dates import first_day, last_day, long_date
from ..extraction import Extraction
from ..messages import Language, message
from ..pack import Item, Section
from ..records.key_date import KeyDate
from ..selection.excerpt import speaks_of_paper
from .abbreviations import meanings
from .motions import motions
from .papers import PaperReference, paper_references


def back_matter(
    sections: Sequence[Section],
    extractions: Sequence[Extraction],
    as_of: date,
    language: Language,
    not_meant: Sequence[str] = (),
) -> Iterator[Section]:
    """The closing sections; none that would be empty.

    Args:
        sections: of the pack so far.
        extractions: of all sources.
        as_of: the day of the pack.
        language: of the words that are not quoted.
        not_meant: names that are taken for a subject of the pack and mean something else (`Raad van Europa`); a date
            in a sentence with one of them is no date of the pack.
    """
    cited = {key: None for section in sections for item in section.items for key in item.citations}
    named = {
        "calendar": tuple(_calendar(_speakers(sections), extractions, as_of, language, not_meant)),
        "motions": tuple(motions(_speakers(sections), extractions)),
        "papers": tuple(_papers(cited, extractions)),
        "abbreviations": tuple(_abbreviations(cited, extractions)),
    }
    for name, items in named.items():
        if items:
            yield Section(
                id=f"slot-{name}",
                title=message(f"back-{name}", language),
                intro=message(f"back-{name}-intro", language),
                layout="calendar" if name == "calendar" else "summary",
                items=items,
            )


def _speakers(sections: Sequence[Section]) -> dict[str, Item]:
    """For each cited paragraph a quotation from it, which tells whose words it holds; a stance names who wants it."""
    quoted = (item for section in sections for item in section.items if item.quoted and item.type != "stance")
    return {key: item for item in quoted for key in item.citations}


def _calendar(
    speakers: Mapping[str, Item],
    extractions: Sequence[Extraction],
    as_of: date,
    language: Language,
    not_meant: Sequence[str],
) -> Iterator[Item]:
    """The key dates in the cited paragraphs from the year of the pack on, the first one first.

    Days of the papers themselves are none, nor are days gone by of which the cabinet does not speak.
    """
    found = {
        (key_date.date, key_date.text): (key_date.date, key, key_date)
        for extraction in extractions
        for key, key_date in _dated(extraction)
        if key in speakers and key_date.date and first_day(key_date.date).year >= as_of.year
        if not any(name in key_date.text for name in not_meant)
        if not speaks_of_paper(key_date.text)
        if speakers[key].holder_kind == "kabinet" or last_day(key_date.date) >= as_of
    }
    ordered = sorted(found.values(), key=lambda entry: (first_day(entry[0]), entry[1]))
    for number, (day, key, key_date) in enumerate(ordered, start=1):
        speaker = speakers[key]
        yield Item(
            id=f"slot-calendar-{number}",
            type="passage",
            text=key_date.text,
            quoted=True,
            citations=(key,),
            holder=speaker.holder,
            holder_kind=speaker.holder_kind,
            date=speaker.date,
            cabinet=speaker.cabinet,
            topic=long_date(day, language),
            day=day,
        )


def _dated(extraction: Extraction) -> Iterator[tuple[str, KeyDate]]:
    source = extraction.document.source.id
    for key_date in extraction.key_dates:
        if key_date.paragraph is not None:
            yield f"{source}:{key_date.paragraph}", key_date


def _papers(cited: Mapping[str, None], extractions: Sequence[Extraction]) -> Iterator[Item]:
    """The parliamentary papers that cited paragraphs refer to, in official style, with the places that name them."""
    found: dict[str, list[PaperReference]] = {}
    for one in paper_references(extractions):
        if one.key in cited:
            found.setdefault(one.citation, []).append(one)
    for number, (citation, references) in enumerate(sorted(found.items()), start=1):
        yield Item(
            id=f"slot-papers-{number}",
            type="note",
            text=citation,
            quoted=False,
            citations=tuple(dict.fromkeys(one.key for one in references)),
            topic=references[0].number,
            url=next(filter(None, (one.url for one in references)), None),
        )


def _abbreviations(cited: Mapping[str, None], extractions: Sequence[Extraction]) -> Iterator[Item]:
    """The abbreviations in the cited paragraphs that some source explains, with where it does."""
    texts = [
        (f"{extraction.document.source.id}:{paragraph.id}", extraction.document.source.label, paragraph)
        for extraction in extractions
        for paragraph in extraction.document.paragraphs
    ]
    words = " ".join(paragraph.text for key, _, paragraph in texts if key in cited)
    explained: dict[str, tuple[str, str]] = {}
    for _, label, paragraph in texts:
        for meaning in meanings(paragraph.text):
            where = f"{label}, ¶ {paragraph.id.removeprefix('p')}"
            explained.setdefault(meaning.short, (meaning.long, where))
    for number, short in enumerate(sorted(name for name in explained if name in words), start=1):
        long, where = explained[short]
        yield Item(id=f"slot-abbreviations-{number}", type="note", text=f"{long} ({where})", quoted=False, topic=short)
