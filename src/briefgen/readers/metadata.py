"""What a document says of itself: numbers, date, sender, addressee, title, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Generic, TypeVar

from ..document import Identifiers, Metadata, Person
from ..provenance import MappedText, Span
from .blocks import Block
from .claims import Claim
from .dates import DATE, DATE_LINE, iso_date
from .front import ADDRESSEE, ADOPTED, DOSSIER, LABELLED, LABELLED_DATE, PAPER, SENATE_PAPER, Front
from .joining import ends_unfinished, joined
from .lexicon import words
from .signatures import BETWEEN_NAMES, NAME, role_and_name

Value = TypeVar("Value")

# The paper of a document on its page: `Onderdeel van kamerstukdossier 36715 -32`.
DOSSIER_FACT = re.compile(
    r"kamerstukdossier\s+(?P<dossier>\d{2}\s?\d{3})(?:-(?P<chapter>[IVXLC]+|[A-J]|\d{2}))?\s*-\s*(?P<number>\d+|[A-Z]{1,2})\b"
)

# A document or a case of the Chamber: `2026D03628`, `2026Z01502`.
DOCUMENT_NUMBER = re.compile(r"\b20\d\dD\d{5}\b")
CASE_NUMBER = re.compile(r"\b20\d\dZ\d{5}\b")

# The date that a page states: `datum: 2026-01-27`, `Gepubliceerd: 27 januari 2026`.
DATE_FACT = re.compile(r"(?:datum|gepubliceerd(?: op)?)\s*:?\s*(?P<iso>(?:19|20)\d\d-\d\d-\d\d)", re.I)

# The same with the day first, behind the kind of document: `Kamerstuk: Kamerbrief | 03-02-2026`.
DAY_FIRST_FACT = re.compile(r"\|\s*(?P<date>(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>(?:19|20)\d\d))$")

# When an answer to written questions came: `(ontvangen 4 februari 2025)`.
RECEIVED = re.compile(rf"\(ontvangen\s+{DATE.pattern}\)", re.I)

# Who put written questions to whom about what, above the first of them:
# `Vragen van het lid Dobbe (SP) aan de Minister van Financiën over de btw (ingezonden 7 mei 2024).`
QUESTIONS_PUT = re.compile(
    r"(?P<title>Vragen\s+van\s+(?:het\s+(?:Kamer)?lid|de\s+(?:Kamer)?leden|de\s+heer|mevrouw)\s.{3,800}?)"
    r"\s*\(ingezonden\b"
)

# A line of a page with nothing but the day of its document, perhaps with the time: `12 maart 2026 - 09:30`.
PAGE_DAY = re.compile(rf"{DATE.pattern}(?:\s*[-–|,]?\s*\d\d[:.]\d\d)?$", re.I)

# A classification or handling mark, as printed on a line of its own.
MARKING = re.compile(
    r"(?:(?:Departementaal\s+)?VERTROUWELIJK|Stg\.?\s+(?:ZEER\s+)?(?:GEHEIM|CONFIDENTIEEL)|(?:EU\s+)?RESTRICTED"
    r"|RESTREINT\s+UE(?:/EU\s+RESTRICTED)?|LIMITE|Concept|EMBARGO.*)$"
)

# The editors of a report on its cover: `René Cuperus en Joke Hahn (red.)`.
EDITORS = re.compile(r"(?P<names>.+?)\s+\((?P<role>red(?:actie)?\.?|eds?\.?)\)$")

# An address of the page itself.
ADDRESS = re.compile(r"https?://\S+[\w/]")

# The most frequent small words of the two languages.
DUTCH = re.compile(r"\b(?:de|het|een|van|en|voor)\b", re.I)
ENGLISH = re.compile(r"\b(?:the|of|and|to|for|is)\b", re.I)


OPENING = 4
"""The most blocks above the first of written questions."""

SHORT_COVER = 3
"""The most lines of a cover whose first line of several words is its title."""


@dataclass(frozen=True, slots=True)
class _Found(Generic[Value]):
    """A value and the characters that say it."""

    value: Value
    span: Span


def metadata_of(source_text: str, page: Sequence[Claim], front: Front, blocks: Sequence[Block]) -> Metadata:
    """The metadata of a document; what its text does not say is `None`.

    Args:
        source_text: the decoded source.
        page: what stood around the document on a web page.
        front: its letterhead or cover.
        blocks: its text.
    """
    head = [claim.text for claim in front.claims if claim.kind in ("letterhead", "cover")]
    around = [claim.text for claim in page]
    dated = [*head, *around]
    fields = {
        "title": _title(head, page, front, blocks),
        "date": _first(_dates(dated)) or _first(_received(blocks[:OPENING])),
        "publisher": _first(_publishers(head)),
        "addressee": _first(_whole(ADDRESSEE, list(_unbroken(head)), after=r"Aan\s+")),
        "place": _first(_groups(DATE_LINE, head, "place")),
        "marking": _first(_whole(MARKING, head)),
        "url": _first(_searched(ADDRESS, around)),
    }
    numbers = {
        "kamerstuk": [*_papers(head), *_paper_facts(around)],
        "document": list(_searched(DOCUMENT_NUMBER, dated)),
        "zaak": list(_searched(CASE_NUMBER, dated)),
    }
    authors = [*_editors(head), *_signatories(blocks)]
    spans = {name: found.span for name, found in fields.items() if found}
    spans |= {f"identifiers.{name}": found[0].span for name, found in numbers.items() if found}
    spans |= {"authors": authors[0].span} if authors else {}
    return Metadata(
        title=_value(fields["title"]),
        date=_value(fields["date"]),
        language=language_of(source_text),
        publisher=_value(fields["publisher"]),
        addressee=_value(fields["addressee"]),
        place=_value(fields["place"]),
        marking=_value(fields["marking"]),
        authors=tuple(dict.fromkeys(found.value for found in authors)),
        identifiers=Identifiers(
            kamerstuk=_distinct(numbers["kamerstuk"]),
            document=_distinct(numbers["document"]),
            zaak=_distinct(numbers["zaak"]),
        ),
        url=_value(fields["url"]),
        spans=spans,
    )


def language_of(text: str) -> str:
    """`nl` or `en`, by the most frequent small words."""
    return "en" if len(ENGLISH.findall(text)) > len(DUTCH.findall(text)) else "nl"


def _value(found: _Found[str] | None) -> str | None:
    return found.value if found else None


def _first(found: Iterable[_Found[str]]) -> _Found[str] | None:
    return next(iter(found), None)


def _distinct(found: Iterable[_Found[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.value for item in found))


def _at(text: MappedText, start: int, end: int, value: str | None = None) -> _Found[str]:
    """The characters `[start, end)` of a text as a found value, or another value that they say."""
    span = Span(text.origins[start], text.origins[end - 1] + 1)
    return _Found(text.text[start:end] if value is None else value, span)


def _searched(pattern: re.Pattern[str], texts: Iterable[MappedText]) -> Iterable[_Found[str]]:
    return (_at(text, *match.span()) for text in texts for match in pattern.finditer(text.text))


def _groups(pattern: re.Pattern[str], texts: Iterable[MappedText], group: str) -> Iterable[_Found[str]]:
    return (_at(text, *match.span(group)) for text in texts if (match := pattern.match(text.text)) and match[group])


def _whole(pattern: re.Pattern[str], texts: Iterable[MappedText], after: str = "") -> Iterable[_Found[str]]:
    """The lines that a pattern matches, without what stands before."""
    for text in texts:
        if pattern.match(text.text):
            before = re.match(after, text.text)
            start = before.end() if before else 0
            yield _at(text, start, len(text), text.slice(start).collapsed().text)


def _unbroken(head: Sequence[MappedText]) -> Iterable[MappedText]:
    """The lines of a letterhead, each that ends unfinished joined with the next one."""
    for text, following in zip_longest(head, head[1:]):
        yield joined((text, following)) if following and ends_unfinished(text.text) else text


def _dates(texts: Sequence[MappedText]) -> Iterable[_Found[str]]:
    """The dates of the document: of the letter, of a labelled line, of the page."""
    for text in texts:
        labelled = LABELLED.match(text.text)
        is_dated = DATE_LINE.fullmatch(text.text) or ADOPTED.match(text.text)
        if is_dated or (labelled and labelled["label"] == "Datum"):
            match = DATE.search(text.text)
            if match:
                yield _at(text, *match.span(), iso_date(match))
    for text in texts:
        fact = DATE_FACT.search(text.text)
        if fact:
            yield _at(text, *fact.span("iso"))
        if page_day := PAGE_DAY.match(text.text):
            yield _at(text, *page_day.span(), iso_date(page_day))
        if day_first := DAY_FIRST_FACT.search(text.text):
            yield _at(text, *day_first.span("date"), "{year}-{month}-{day}".format(**day_first.groupdict()))


def _received(blocks: Sequence[Block]) -> Iterable[_Found[str]]:
    """The date on which an answer to written questions came, from the lines above the first question."""
    for block in blocks:
        if match := RECEIVED.search(block.content):
            yield _at(block.text, match.start(), match.end(), iso_date(match))


def _papers(head: Sequence[MappedText]) -> list[_Found[str]]:
    """The numbers of the paper: each dossier of the letterhead with the number of the paper."""
    dossiers = [match for text in head if (match := DOSSIER.match(text.text))]
    papers = [(text, match) for text in head if (match := PAPER.match(text.text) or SENATE_PAPER.match(text.text))]
    if not papers:
        return []
    text, paper = papers[0]
    found = _at(text, *paper.span("number"))
    return [_Found(_normal_form(dossier, paper["number"]), found.span) for dossier in dossiers]


def _paper_facts(around: Sequence[MappedText]) -> list[_Found[str]]:
    return [
        _at(text, *match.span(), _normal_form(match, match["number"]))
        for text in around
        if (match := DOSSIER_FACT.search(text.text))
    ]


def _normal_form(dossier: re.Match[str], number: str) -> str:
    """`36715-32`, `36800-V-103`, `21501-02-2956`."""
    parts = (re.sub(r"\s", "", dossier["dossier"]), dossier["chapter"], number)
    return "-".join(part for part in parts if part)


def _title(
    head: Sequence[MappedText], page: Sequence[Claim], front: Front, blocks: Sequence[Block]
) -> _Found[str] | None:
    """The title: of an enclosed document, the subject of the letter, of the page, of the cover, of the Markdown.

    Written questions that have none of these are named by the line that says who put them.
    """
    titled = [block.text for block in blocks if block.role == "title"]
    subjects = _subjects(head)
    marked = [block.text for block in blocks[:1] if block.role == "heading" and block.depth == 1]
    covers = [claim.text for claim in front.claims if claim.kind == "cover"]
    for texts in (titled, subjects, [claim.text for claim in page if claim.is_title], _cover_titles(covers), marked):
        if texts:
            text = texts[0].collapsed()
            return _at(text, 0, len(text))
    return _first(_groups(QUESTIONS_PUT, [block.text.collapsed() for block in blocks[:OPENING]], "title"))


def _subjects(head: Sequence[MappedText]) -> list[MappedText]:
    """What a letter says it is about, behind its label or on the line below."""
    found: list[MappedText] = []
    for index, text in enumerate(head):
        match = LABELLED.match(text.text)
        if match and match["label"] in ("Betreft", "Onderwerp"):
            found += [text.slice(match.start("value"))] if match["value"] else head[index + 1 : index + 2]
    return found


def _cover_titles(cover: Sequence[MappedText]) -> list[MappedText]:
    """The likely titles of a cover, the best first: a line of several words that cover and title page repeat.

    A long cover that repeats none names its title in a way that is not known.
    """
    named = (text for text in cover if not (DATE_LINE.match(text.text) or LABELLED_DATE.match(text.text)))
    several = [text for text in named if len(text.text.split()) > 1]
    folded = [text.text.casefold() for text in several]
    repeated = [text for text in several if folded.count(text.text.casefold()) > 1 and not text.text.isupper()]
    return repeated or (several if len(cover) <= SHORT_COVER else [])


def _publishers(head: Sequence[MappedText]) -> Iterable[_Found[str]]:
    """The name before the kind of publication: `Clingendael Rapport`."""
    for text in head:
        name, _, kind = text.text.rpartition(" ")
        if name and kind.casefold() in words("publications") and len(name.split()) <= 4:
            yield _at(text, 0, len(name))


def _editors(head: Sequence[MappedText]) -> list[_Found[Person]]:
    found = []
    for text in head:
        match = EDITORS.match(text.text)
        if match:
            span = _at(text, *match.span("names")).span
            names = BETWEEN_NAMES.split(match["names"])
            found += [_Found(Person(name=name, role=match["role"]), span) for name in names if NAME.fullmatch(name)]
    return found


def _signatories(blocks: Sequence[Block]) -> list[_Found[Person]]:
    found = []
    for block in blocks:
        if block.role == "signature":
            role, name = role_and_name(block.content)
            if role and not DATE.search(block.content):
                span = _at(block.text, 0, len(block.text)).span
                found.append(_Found(Person(name=name, role=role), span))
    return found
