"""Time expressions of Dutch policy prose, resolved against the date of the document.

`12 juni` in a letter of May 2026 is `2026-06-12`, `in het derde kwartaal van dit jaar` is `2026-Q3`, `13 december jl.`
lies before the letter. A date is as precise as the words and a known calendar allow; what stays open has no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from pydantic import ConfigDict

from ..dates import first_day, is_date, last_day
from ..lexicon import alternatives, lexicon
from ..model import Model
from ..provenance import Span

DateBound = Literal["before", "by", "in"]


class Period(Model):
    """A part of the year: what `in` it means, and the month that it starts with."""

    part: str
    start: str


class Vague(Model):
    """Expressions without a date."""

    expressions: tuple[str, ...]


class Calendar(Model):
    """The word list of time."""

    months: dict[str, int]
    periods: dict[str, Period]
    ordinals: dict[str, int]
    vague: Vague


class Numbers(Model):
    """The numbers in words, of the word list of numbers."""

    model_config = ConfigDict(extra="ignore")

    words: dict[str, int]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words for a time.

    Attributes:
        text, span: as printed, with the preposition.
        resolved: partial ISO date, `None` when the words leave it open.
        bound: how the preposition reads: `before` the date, `by` its end, `in` it.
        past: whether it lies before the date of the document, or the words say so.
    """

    text: str
    span: Span
    resolved: str | None
    bound: DateBound
    past: bool = False


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The first and the last day on which the document may have been written, and where days without a year lie."""

    first: date
    last: date
    ahead: bool

    @classmethod
    def of(cls, written: str | None, ahead: bool) -> _Anchor | None:
        """The days that a date or an interval covers."""
        return cls(first_day(written), last_day(written), ahead) if written and is_date(written) else None

    def relative_year(self, words: str | None) -> int:
        """The year that `dit jaar`, `volgend jaar` or nothing at all means."""
        shift = {"volgend": 1, "komend": 1, "vorig": -1, "afgelopen": -1}
        return self.last.year + next((by for word, by in shift.items() if words and word in words.lower()), 0)

    def year_of(self, month: int, day: int, *, past: bool) -> int:
        """The year of a day without one: the nearest, the last before the document (`jl.`) or the next behind it."""
        years = range(self.first.year - 1, self.last.year + 2)
        there = {year: date(year, month, min(day, 28)) for year in years}
        if past:
            return max(year for year in years if there[year] <= self.last)
        if self.ahead:
            return min(year for year in years if (year, month) >= (self.first.year, self.first.month))
        middle = self.first + (self.last - self.first) / 2
        return min(years, key=lambda year: abs(there[year] - middle))


def time_expressions(text: str, anchor: str | None, *, ahead: bool = False) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence, in order; of overlapping ones the longest.

    Args:
        text: a clean sentence.
        anchor: date or interval of the document (`dates`); without it only complete dates are resolved.
        ahead: whether a day without a year lies behind the document, as in a promise; otherwise it is the nearest.
    """
    found = sorted(_all(text, _Anchor.of(anchor, ahead)), key=lambda e: (e.span.start, -e.span.end))
    kept: list[TimeExpression] = []
    for expression in found:
        if not kept or expression.span.start >= kept[-1].span.end:
            kept.append(expression)
    return tuple(kept)


def _all(text: str, anchor: _Anchor | None) -> Iterator[TimeExpression]:
    for pattern, resolve in _rules():
        for match in pattern.finditer(text):
            within, begin = resolve(match, anchor)
            start = _start(text, match.start())
            bound = _bound(text[start : match.end()])
            resolved = begin if bound == "before" and begin else within
            words = text[start : match.end()]
            past = _PAST.search(words) is not None or _is_past(resolved, anchor)
            yield TimeExpression(words, Span(start, match.end()), resolved, bound, past)


def _start(text: str, position: int) -> int:
    """Where the expression begins whose time stands at `position`: at its preposition or at the event it dates."""
    before = text[max(0, position - _REACH) : position]
    match = _EVENT.search(before) or _BEFORE.search(before)
    return position - len(before) + match.start() if match else position


def _is_past(resolved: str | None, anchor: _Anchor | None) -> bool:
    return resolved is not None and anchor is not None and is_date(resolved) and last_day(resolved) < anchor.first


def _bound(preposition: str) -> DateBound:
    words = preposition.lower()
    if _BEFORE_THE_END.search(words):
        return "by"
    if re.search(r"\bv(?:oo|óó)r\b|\btot\b(?!\s+en\s+met)", words):
        return "before"
    return "by" if re.search(r"\b(?:uiterlijk|tot|per|eind|einde|binnen)\b", words) else "in"


_Resolver = Callable[[re.Match[str], _Anchor | None], tuple[str | None, str | None]]
"""From a match to its date, and to the date that `before` it means where that is another."""


def _day(match: re.Match[str], anchor: _Anchor | None) -> tuple[str | None, str | None]:
    month, day = _month_number(match["month"]), int(match["day"])
    year = _year_of_day(match, anchor, month, day)
    resolved = f"{year}-{month:02}-{day:02}"
    if match["first"]:
        resolved = f"{year}-{month:02}-{int(match['first']):02}/{resolved}"
    return (resolved if year and is_date(resolved) else None), None


def _month(match: re.Match[str], anchor: _Anchor | None) -> tuple[str | None, str | None]:
    month = _month_number(match["month"])
    year = _year_of_day(match, anchor, month, 15)
    return (f"{year}-{month:02}" if year else None), None


def _quarter(match: re.Match[str], anchor: _Anchor | None) -> tuple[str | None, str | None]:
    year = _year_of_words(match, anchor)
    number = match["digit"] or _calendar().ordinals[match["ordinal"].lower()]
    return (f"{year}-Q{number}" if year else None), None


def _half(match: re.Match[str], anchor: _Anchor | None) -> tuple[str | None, str | None]:
    year = _year_of_words(match, anchor)
    return (f"{year}-H{_calendar().ordinals[match['ordinal'].lower()]}" if year else None), None


def _period(match: re.Match[str], anchor: _Anchor | None) -> tuple[str | None, str | None]:
    periods = {name.lower(): period for name, period in _calendar().periods.items()}
    period, year = periods[match["period"].lower()], _year_of_words(match, anchor)
    return (f"{year}-{period.part}", f"{year}-{period.start}") if year else (None, None)


def _year(match: re.Match[str], anchor: _Anchor | None) -> tuple[str | None, str | None]:
    year = _year_of_words(match, anchor)
    return (str(year) if year else None), None


def _semester(match: re.Match[str], anchor: _Anchor | None) -> tuple[str | None, str | None]:
    half = 1 if anchor and anchor.last.month <= 6 else 2
    return (f"{anchor.last.year}-H{half}" if anchor and match else None), None


def _within(match: re.Match[str], anchor: _Anchor | None) -> tuple[str | None, str | None]:
    """The end of a span of time that begins with the document: `binnen drie maanden`."""
    if anchor is None:
        return None, None
    words = match["count"].lower()
    count = int(words) if words.isdigit() else lexicon("numbers", Numbers).words.get(words, 1)
    if match["unit"].lower().startswith("w"):
        return (anchor.last + timedelta(weeks=count)).isoformat(), None
    months = anchor.last.year * 12 + anchor.last.month - 1 + count
    return f"{months // 12}-{months % 12 + 1:02}", None


def _open(_match: re.Match[str], _anchor: _Anchor | None) -> tuple[str | None, str | None]:
    return None, None


def _year_of_day(match: re.Match[str], anchor: _Anchor | None, month: int, day: int) -> int | None:
    if match["year"]:
        return int(match["year"])
    return anchor.year_of(month, day, past=bool(match["jl"])) if anchor else None


def _year_of_words(match: re.Match[str], anchor: _Anchor | None) -> int | None:
    words = match["year"] or ""
    if words.isdigit():
        return int(words)
    return anchor.relative_year(words) if anchor else None


def _month_number(word: str) -> int:
    return _calendar().months[word.lower().rstrip(".")]


def _calendar() -> Calendar:
    return lexicon("calendar", Calendar)


# Words that put a time behind the document.
_PAST = re.compile(r"\b(?:jl|jongstleden|vorig|afgelopen|sinds)\b", re.IGNORECASE)
# Prepositions and adverbs before a time, up to its beginning: `uiterlijk voor`, `in de loop van`, `eind`, `al`.
_BEFORE = re.compile(
    r"\b(?:(?:uiterlijk|nog|al|reeds|pas|vóór|voor|tot|per|vanaf|sinds|na|in|op|van|uit|tijdens|rond|binnen|gedurende|medio|begin|half|"
    r"eind|einde|(?:de\s+)?(?:eerste|tweede)\s+helft\s+van|aan\s+het\s+(?:begin|eind|einde)\s+van|in\s+de\s+loop\s+van|het\s+(?:begin|einde?)\s+van)\s+){1,4}"
    r"(?:(?:de|het|deze|dit|komende?)\s+)?$|\b(?:de|het|deze|dit|komende?)\s+$",
    re.IGNORECASE,
)
# An event that a month dates, with its preposition: `voor de NAVO-top in juni`
_EVENT = re.compile(
    r"\b(?:voor|vóór|na|tijdens|op|bij)\s+(?:de|het)\s+[\w-]*(?:top|debat|overleg|[Rr]aad|conferentie|bijeenkomst|vergadering)\s+"
    r"(?:in|van|op|begin|eind)\s+$",
    re.IGNORECASE,
)
# `voor het einde van het jaar`: by its end, and not before it begins.
_BEFORE_THE_END = re.compile(r"\bv(?:oo|óó)r\s+(?:het\s+)?einde?\b")
# How far before a time its preposition is sought, in characters.
_REACH = 60
# Words that put a time behind the document.
_PAST = re.compile(r"\b(?:jl|jongstleden|vorig|afgelopen|sinds)\b", re.IGNORECASE)
# A year behind another expression, as a number or relative to the document.
_OF_YEAR = r"(?:\s+(?:van\s+)?(?P<year>(?:20|19)\d{2}|(?:dit|volgend|komend|vorig)\s+jaar))?"
_YEAR = r"(?P<year>(?:20|19)\d{2})"


@cache
def _rules() -> tuple[tuple[re.Pattern[str], _Resolver], ...]:
    """What each kind of expression looks like, without its preposition, and how it is resolved."""
    calendar = _calendar()
    month = rf"(?P<month>{alternatives(tuple(calendar.months))})(?:\.(?=\s))?"
    ordinal = rf"(?P<ordinal>{alternatives(tuple(calendar.ordinals))})"
    number = alternatives(("een", "één", *lexicon("numbers", Numbers).words))
    jl = r"(?P<jl>\s+(?:jl\.|jl\b|jongstleden))?(?:\s+a\.s\.)?"
    rules: tuple[tuple[str, _Resolver], ...] = (
        (
            rf"\b(?:(?P<first>\d{{1,2}})\s*(?:-|–|en|tot\s+en\s+met|tot|t/m)\s*)?(?P<day>\d{{1,2}})\s+{month}(?![\w-])(?:\s+{_YEAR})?{jl}",
            _day,
        ),
        (rf"\b{month}(?![\w-])(?:\s+{_YEAR})?{jl}", _month),
        (rf"\b(?:Q(?P<digit>[1-4])|{ordinal}\s+kwartaal){_OF_YEAR}", _quarter),
        (rf"\b{ordinal}\s+(?:jaarhelft|helft(?=\s+van\s+(?:20|dit|volgend))){_OF_YEAR}", _half),
        (rf"\b(?P<period>{alternatives(tuple(calendar.periods))})\b{_OF_YEAR}", _period),
        (rf"\bbinnen\s+(?P<count>\d{{1,2}}|{number})\s+(?P<unit>weken|week|maanden|maand)\b", _within),
        (r"\b(?:dit|lopende)\s+(?:semester|half\s*jaar)", _semester),
        (r"\beinde?\s+van\s+(?P<year>(?:het|dit|volgend)\s+jaar)\b", _year),
        (r"\b(?P<year>(?:dit|volgend|komend|vorig|afgelopen)\s+(?:jaar|kalenderjaar))\b", _year),
        (rf"(?<![\w.,/–-])(?<!nr\. )(?<!nr )(?<!nrs\. ){_YEAR}(?![\w/]|[.,]\d|-\d|\)\s?\d)", _year),
        (rf"\b{alternatives(calendar.vague.expressions)}", _open),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), resolve) for pattern, resolve in rules)
