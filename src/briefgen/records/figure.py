"""Figures: numbers that quantify something: shares, amounts, counts and ranks.

Dates, numbers of papers and articles, numbers inside names (`EU-27`) and round durations (`de afgelopen 80 jaar`) are
none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from ..document import Document
from ..lexicon import alternatives, lexicon
from ..model import Model
from ..provenance import Span
from ..sentences import Sentence, sentences
from .record import Record


class Figure(Record):
    """A number as printed, its value and its unit; of a range, `value` is the lower end and `value_to` the upper."""

    value_text: str
    value: float | None
    value_to: float | None = None
    unit: str | None


class NumberLists(Model):
    """The lists of the word list of numbers; its file explains them."""

    counted: tuple[str, ...]
    not_counted: tuple[str, ...]
    labels: tuple[str, ...]
    ranked: tuple[str, ...]
    in_a_row: tuple[str, ...]


class Numbers(Model):
    """The word list of numbers."""

    words: dict[str, int]
    fractions: dict[str, tuple[int, int]]
    ordinals: dict[str, int]
    scales: dict[str, float]
    lists: NumberLists


# What stands before the rest of a number that spaces part (`12 500`); a year before a number is another (`in 2035 5%`).
_NOT_PARTED = r"(?<!\D\d )(?<!\D\d\d )(?<!\D\d\d\d )"
# A number in digits, Dutch: `1.500`, `3,5`, `155`; not inside a longer one, a code or a name (`EU-27`, `2,5-3`).
_DIGITS = rf"(?<![\w.,/)-]){_NOT_PARTED}(?P<digits>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?)(?![\w.,/-]*\d)"
# A year or a number of a paper: four digits and more without a dot.
_LONG = re.compile(r"\d{4,}")
# The title of an article that a note cites.
_TITLE = re.compile(r"‘[^’]*’|“[^”]*”|'[^']*'|«[^»]*»|\"[^\"]*\"")
# Words from this number on count something; smaller ones enumerate (`twee keuzes`).
_SMALLEST_IN_WORDS = 4
# Characters before a number among which the lower end of its range stands.
_REACH = 80
# An age is a figure although it counts years.
_AGE = re.compile(r"leeftijd\s+van\s+$")


def extract(document: Document) -> Iterator[Figure]:
    """The figures in the body and the notes of a document, in reading order."""
    for paragraph in document.paragraphs:
        if paragraph.kind != "signature":
            for sentence in sentences(paragraph.text):
                yield from _figures(sentence, paragraph.id, None)
    for note in document.footnotes:
        for sentence in sentences(note.text):
            titles = [match.span() for match in _TITLE.finditer(sentence.text)]
            for figure in _figures(sentence, None, note.label):
                place = sentence.text.index(figure.value_text)
                if not any(start <= place < end for start, end in titles):
                    yield figure


def _figures(sentence: Sentence, paragraph: str | None, footnote: str | None) -> Iterator[Figure]:
    """The figures of a sentence; where two rules see the same number, the first rule has it."""
    taken: list[Span] = []
    for why, pattern, read in _rules():
        for match in pattern.finditer(sentence.text):
            span = Span(*match.span("figure"))
            figure = read(match)
            if figure is None or any(span.start < other.end and other.start < span.end for other in taken):
                continue
            lower = _lower_end(match, figure[0])
            taken.append(Span(lower[0], span.end) if lower else span)
            value, unit = figure
            yield Figure(
                text=sentence.text, paragraph=paragraph, footnote=footnote, span=sentence.span, why=why,
                value_text=sentence.text[taken[-1].start : span.end], value=lower[1] if lower else value,
                value_to=value if lower else None, unit=unit,
            )  # fmt: skip


def _lower_end(match: re.Match[str], upper: float | None) -> tuple[int, float] | None:
    """Where a range begins whose upper end was found, and its lower value: `tien tot twaalf weken`, `2 à 3 miljoen`."""
    end = match.start("figure")
    before = _range_before().search(match.string, max(0, end - _REACH), end)
    if before is None or (before["link"].lower() == "en" and not before["between"]):
        return None
    lower, printed = _value(before), _value(match)
    if lower is None or printed is None or upper is None or not lower < printed:
        return None
    return before.start("digits" if before["digits"] else "word"), lower * (upper / printed)


_Reading = Callable[[re.Match[str]], tuple[float | None, str | None] | None]
"""From a match to value and unit, or `None` when it is no figure after all."""


def _percentage(match: re.Match[str]) -> tuple[float | None, str | None]:
    return _value(match), "%"


def _amount(match: re.Match[str]) -> tuple[float | None, str | None]:
    value = _value(match)
    scale = _numbers().scales.get((match["scale"] or "").rstrip("."), 1.0)
    euro = re.search(r"€|EUR|euro", match["figure"])
    return (value * scale if value is not None else None), "euro" if euro else None


def _fraction(match: re.Match[str]) -> tuple[float | None, str | None]:
    top, bottom = _numbers().fractions[re.sub(r"\s+", " ", match["fraction"].lower())]
    return round(top / bottom, 3), "deel"


def _count(match: re.Match[str]) -> tuple[float | None, str | None] | None:
    noun, before = match["noun"], match.string[: match.start("figure")]
    if match["digits"] and _LONG.fullmatch(match["digits"]):
        return None
    if noun.isupper() and noun not in _numbers().lists.counted:
        return None  # an abbreviation behind the number of an article: `artikelen 15 en 20 AVG`
    if noun.lower() in _numbers().lists.not_counted and not (noun == "jaar" and _AGE.search(before)):
        return None
    value = _value(match)
    return None if match["word"] and value is not None and value < _SMALLEST_IN_WORDS else (value, noun)


def _rank(match: re.Match[str]) -> tuple[float | None, str | None]:
    word = match["word"]
    return float(_numbers().ordinals[word.lower()] if word else match["rank"]), match["noun"]


def _rank_below(match: re.Match[str]) -> tuple[float | None, str | None]:
    """`op twee na grootste` is the third rank."""
    return 1.0 + _numbers().words.get(match["word"].lower(), 1), match["noun"]


def _value(match: re.Match[str]) -> float | None:
    found = match.groupdict()
    if found.get("digits"):
        return float(found["digits"].replace(".", "").replace(",", "."))
    return float(_numbers().words[found["word"].lower()]) if found.get("word") else None


@cache
def _range_before() -> re.Pattern[str]:
    """A number with the word that makes it the lower end of what follows: `tien tot `, `tussen de 10 en `."""
    number = rf"(?:{_DIGITS}|(?P<word>\b{alternatives(tuple(_numbers().words))}\b))"
    percent = r"(?:\s?%|\s+procent)?"
    return re.compile(
        rf"(?P<between>\btussen\s+(?:de\s+)?)?{number}{percent}\s+(?P<link>tot|à|en)\s+(?:de\s+)?$", re.IGNORECASE
    )


def _numbers() -> Numbers:
    return lexicon("numbers", Numbers)


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], _Reading], ...]:
    """The kinds of figures in the order in which they claim a number."""
    numbers = _numbers()
    word = rf"(?P<word>\b{alternatives(tuple(numbers.words))}\b)"
    number = rf"(?:{_DIGITS}|{word})"
    scale = alternatives(tuple(numbers.scales))
    labels = "".join(rf"(?<!\b{re.escape(label)}\s)" for label in numbers.lists.labels)
    counted, row = alternatives(numbers.lists.counted), alternatives(numbers.lists.in_a_row)
    share = rf"(?P<figure>{number}\s?(?:%|procent(?:punt(?:en)?)?\b))"
    amount = rf"(?P<figure>(?P<euro>€\s?|EUR\s|\beuro\s)?{number}\s(?P<scale>{scale})\b\.?(?:\s+euro\b)?)"
    euros = rf"(?P<figure>(?P<euro>€\s?|EUR\s){_DIGITS}(?P<scale>\b)(?P<word>(?!))?)"
    fraction = rf"(?P<figure>\b(?P<fraction>{alternatives(tuple(numbers.fractions))})\b)(?!\s+{row}\b)"
    noun = r"(?P<noun>[A-Za-zÀ-ÿ][\w-]+)(?!/)(?P<word>(?!))?"
    count = rf"{labels}(?P<figure>{_DIGITS})\s+(?:andere\s+|extra\s+|nieuwe\s+)?{noun}"
    word_count = rf"(?P<figure>{word})\s+(?:(?!en\b|of\b)[\w-]+\s+){{0,1}}?(?P<noun>{counted})\b(?P<digits>(?!))?"
    ordinal = alternatives(tuple(numbers.ordinals))
    ranked = alternatives(numbers.lists.ranked)
    # `de 18e economie`, `de derde economie`, `de tweede belangrijkste handelspartner`
    rank = rf"(?P<figure>\b(?:(?P<rank>\d{{1,3}})\^?e|(?P<word>{ordinal})))\s+(?:\w+ste\s+)?(?P<noun>{ranked})\b"
    superlative = rf"(?P<figure>\b(?P<rank>(?!))?(?P<word>{ordinal}))\s+(?P<noun>\w{{3,}}ste)\b(?=\s+\w)"
    # `op één na grootste`
    few = rf"één|een|{alternatives(tuple(numbers.words))}"
    below = rf"(?P<figure>\bop\s+(?P<word>{few})\s+na)\s+(?P<noun>\w{{3,}}ste)\b"
    rules: tuple[tuple[str, str, _Reading], ...] = (
        ("number:percentage", share, _percentage),
        ("number:amount", amount, _amount),
        ("number:euros", euros, _amount),
        ("number:fraction", fraction, _fraction),
        ("number:rank", rank, _rank),
        ("number:rank-superlative", superlative, _rank),
        ("number:rank-below", below, _rank_below),
        ("number:count", count, _count),
        ("number:count-in-words", word_count, _count),
    )
    return tuple((why, re.compile(pattern, re.IGNORECASE), read) for why, pattern, read in rules)
