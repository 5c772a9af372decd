"""Commitments: promises to inform, publish, deliver or decide.

A promise is one of five things: informing the Chamber, a paper announced to it, a decision taken or announced, a
delivery with a time, and a delivery of something concrete. Effort without any of these is a position; what the paper
itself does (`Hierbij informeer ik u`) is no promise, and neither is what is done (`is uw Kamer geïnformeerd`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from ..document import Document
from ..lexicon import alternatives, lexicon
from ..model import Model
from .record import Record
from .speech import Statement, footnote_statements, statements
from .time_expression import DateBound, TimeExpression, time_expressions


class Commitment(Record):
    """A promise, with its deadline as printed and as an ISO date as precise as the text allows.

    Attributes:
        deadline_bound: how to read `deadline` (`before` the date, `by` its end, `in` the period).
        status: on the date of the extraction; `fulfilled_by` is the key `SOURCE:PARAGRAPH` that fulfils it.
    """

    deadline_text: str | None = None
    deadline: str | None = None
    deadline_bound: DateBound | None = None
    addressee: str | None = None
    status: Literal["open", "fulfilled"] = "open"
    fulfilled_by: str | None = None


class CommitmentWords(Model):
    """The word list of promises."""

    addressees: tuple[str, ...]
    inform_infinitives: tuple[str, ...]
    inform_participles: tuple[str, ...]
    inform_forms: tuple[str, ...]
    papers: tuple[str, ...]
    decide: tuple[str, ...]
    deliver: tuple[str, ...]
    deliverables: tuple[str, ...]
    actors: tuple[str, ...]
    others: tuple[str, ...]


# What the paper itself does: `Met deze brief informeer ik u`, `Hierbij stuur ik u`, `Hiermee is de motie afgedaan`.
_THIS_PAPER = re.compile(
    r"\b(?:[Ii]n|[Mm]et|[Mm]iddels|[Vv]ia)\s+(?:deze|dit|bijgaande)\s+\w*(?:brief|nota|agenda|verslag)\b|^Deze\s+\w*brief\b"
    r"|\bHierbij\s+\w+\s+(?:ik|wij|het kabinet)\b|\bHiermee\s+(?:is|zijn|wordt|informe)"
)
# What was done before it: `is uw Kamer op 13 januari jl. geïnformeerd`, `heeft uw Kamer geïnformeerd`.
_DONE = re.compile(
    r"\b(?:is|zijn|bent|werd|werden|heeft|hebben|heb)\s+(?:(?!(?:wordt|worden|zal|zullen)\b)\S+\s+){0,14}?"
    r"(?:geïnformeerd|toegezonden|gestuurd|aangeboden|gedeeld|toegezegd|ontvangen)\b"
)
# An earlier promise that is told again: `heb ik u bericht dat ik een notitie zal doen toekomen`.
_TOLD_AGAIN = re.compile(
    r"\b(?:heb|heeft|hebben|had)\b[^.;]*\b(?:bericht|meegedeeld|toegezegd|aangegeven|aangekondigd|toegelicht|laten\s+weten)\b"
    r"[^.;]*\b(?:dat|hoe|wanneer)\b"
)
# The words with which a paper announces its own promise: `Via deze brief laat ik u weten dat ik … zal toesturen`.
_ANNOUNCING = re.compile(
    r"^(?:Via|Met|In|Middels)\s+deze\s+\w+\s+(?:laat|deel|meld|bericht|informeer)\w*\b[^.;]*?\bdat\b\s*"
)
# An auxiliary of what is to come.
_FUTURE = (
    r"\b(?:zal|zullen|ga|gaan|gaat|wil|willen|verwacht|verwachten|[Nn]aar\s+verwachting\s+kan|streef\w*\s+ernaar"
    r"|(?:ben|zijn|is)\s+(?:ik\s+|wij\s+|het\s+kabinet\s+)?voornemens|zeg\w*\s+toe)\b"
)
# Coming back to something: `Ik kom hier in de volgende rapportage op terug`, with or without the Chamber.
_COMES_BACK = re.compile(
    r"\b(?:ik|wij|we|het\s+kabinet)\s+kom(?:t|en)?\b[^.;]*\bop\s+terug\b"
    r"|\bkom(?:t|en)?\s+(?:ik|wij|we|het\s+kabinet)\b[^.;]*\bop\s+terug\b",
    re.IGNORECASE,
)
# `Ik zeg toe dat ik de Kamer een brief stuur`, `zegt het kabinet toe`.
_PLEDGE = re.compile(r"\bzeg\w*\s+(?:(?:ik|wij|het kabinet|uw Kamer)\s+)*toe\b")
# `heeft besloten wettelijk te verankeren`, `Besloten is om … te`
_DECIDED = re.compile(r"\b(?:heeft|hebben|heb)\b[^.;]{0,40}\bbesloten\b|\bis\s+besloten\b")
# `Het is de bedoeling om de eerste bijeenkomst … te organiseren`, `Het streven is om`, `is voorzien in 2026`
_INTENTION = re.compile(
    r"\b(?:is\s+(?:het|de)\s+(?:bedoeling|streven|voornemen)|(?:bedoeling|streven|voornemen)\s+is)\b"
    r"|\b(?:ben|zijn|is)\s+(?:ik\s+|wij\s+|het\s+kabinet\s+)?voornemens\b|\b(?:is|staat|wordt|worden)\b[^.;]{0,40}\b(?:voorzien|gepland)\b"
)
# `volgt in de ontwerpbegroting 2027`, `wordt opgenomen in de Voorjaarsnota`: the paper that will hold it.
_FOLLOWS_IN = re.compile(
    r"\b(?:volgt|volgen|komt|wordt\s+opgenomen|worden\s+opgenomen)\s+in\s+(?:de|het|een)\s+[\w-]*(?:begroting|brief|nota|voorstel|rapportage|agenda|plan|strategie)\b"
)
# A condition of time that no calendar knows: `nadat uw Kamer de gelegenheid heeft gehad …`
_AFTER_EVENT = re.compile(
    r"\b[Nn]adat\b[^.;]*|\b[Zz]odra\b[^.;]*?(?=,|$)|\bna\s+afloop\s+van\b[^.,;]*|\b(?:bij|in)\s+(?:de\s+)?(?:komende|volgende|eerstvolgende)\s+[\w-]+\b"
)
# The Chamber as the one who is told.
_KAMER = r"(?i:(?:uw|de|beide|Tweede)\s+Kamers?|u)"
# Words that put telling behind this paper: `informeer ik u nader`, `bericht ik u zodra dit bekend is`.
_LATER = re.compile(r"\b(?:nader|separaat|nog|later|spoedig|binnenkort|zodra|nadat)\b", re.IGNORECASE)
# A clause that only describes a noun; its times are not those of the promise.
_RELATIVE = re.compile(r",\s+(?:die|dat|waar\w*|welke|zoals)\b[^,]*(?:,|$)")
# The year in the name of a paper or programme: `CWP) voor 2027`, `ontwerpbegroting 2027`
_YEAR_OF_NAME = re.compile(r"(?:\)|[Pp]rogramma|[Bb]egroting\w*|[Aa]genda)\s+(?:voor\s+)?(?:het\s+jaar\s+)?$")


def extract(document: Document) -> Iterator[Commitment]:
    """The promises that the cabinet makes in a document, in its text and in its notes."""
    for statement in (*statements(document), *footnote_statements(document)):
        if statement.speaker.kind == "cabinet" and not statement.text.endswith("?"):
            why = _why(statement.text, document.date)
            if why is not None:
                yield _commitment(statement, why, document.date)


def _commitment(statement: Statement, why: str, written: str | None) -> Commitment:
    text = statement.text
    deadline = _deadline(text, written)
    event = _AFTER_EVENT.search(text) if deadline is None or deadline.resolved is None else None
    words = event[0] if event else deadline.text if deadline else None
    return Commitment(
        text=text,
        paragraph=statement.paragraph_id,
        footnote=statement.footnote,
        span=statement.sentence.span,
        why=why,
        deadline_text=words.strip() if words else None,
        deadline=deadline.resolved if deadline else None,
        deadline_bound=deadline.bound if deadline and deadline.resolved else None,
        addressee=_addressee(text),
    )


def _why(text: str, written: str | None) -> str | None:
    """The rule by which a sentence promises something."""
    if _TOLD_AGAIN.search(text):
        return None
    text = _ANNOUNCING.sub("", text)
    if _informs(text, written) or (_COMES_BACK.search(text) and not _THIS_PAPER.search(text)):
        return "promise:inform"
    return None if _THIS_PAPER.search(text) or _DONE.search(text) else _why_else(text, written)


def _why_else(text: str, written: str | None) -> str | None:
    """The rule of a promise that is not to inform."""
    if _DECIDED.search(text) or _decides(text):
        return "promise:decide"
    if _announces_paper().search(text) or _FOLLOWS_IN.search(text):
        return "promise:paper"
    if _others().search(text) and not _actors().search(text):
        return None
    return _delivery(text, written)


def _informs(text: str, written: str | None) -> bool:
    """Informing the Chamber, in the future or as announced; not by this paper and not in the past."""
    if _THIS_PAPER.search(text) or not _addressees().search(text):
        return False
    if _future_of(_words().inform_infinitives).search(text) or _PLEDGE.search(text):
        return True
    told = _passive_inform().search(text) or _receives().search(text)
    if told is None and _informs_now().search(text):
        return not _DONE.search(text) and (_LATER.search(text) is not None or _deadline(text, written) is not None)
    return told is not None and not _DONE.search(text)


def _decides(text: str) -> bool:
    return _future_of(_words().decide).search(text) is not None and _actors().search(text) is not None


def _delivery(text: str, written: str | None) -> str | None:
    deadline = _deadline(text, written)
    if _INTENTION.search(text) and deadline is not None:
        return "promise:intention"
    if not _delivers().search(text):
        return None
    if deadline is not None and deadline.resolved is not None and not _others().search(text):
        return "promise:delivery-with-time"
    return "promise:delivery" if _makes_deliverable().search(text) else None


def _deadline(text: str, written: str | None) -> TimeExpression | None:
    """The first time of the promise itself that is not behind the document."""
    described = [match.span() for match in _RELATIVE.finditer(text)]
    open_ended = None
    for expression in time_expressions(text, written, ahead=True):
        start = expression.span.start
        inside = any(left <= start < right for left, right in described)
        named = expression.text.strip().lower().removeprefix("voor ").isdigit() and _YEAR_OF_NAME.search(text, 0, start)
        if expression.past or inside or named:
            continue
        if expression.resolved is not None:
            return expression
        open_ended = open_ended or expression
    return open_ended


def _addressee(text: str) -> str | None:
    if "Eerste Kamer" in text:
        return "Eerste Kamer"
    told = _addressees().search(text) or _papers().search(text)
    return "Tweede Kamer" if told else None


def _words() -> CommitmentWords:
    return lexicon("commitments", CommitmentWords)


@cache
def _addressees() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(_words().addressees)}(?![\w-])", re.IGNORECASE)


@cache
def _actors() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{alternatives(_words().actors)})\b")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{alternatives(_words().others)})\b")


@cache
def _delivers() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(_words().deliver)}\b")


@cache
def _makes_deliverable() -> re.Pattern[str]:
    """`organiseren de betrokken ministeries gezamenlijk een asieltop`: an actor of the cabinet and a thing made."""
    actor, made = alternatives(_words().actors), rf"[^.;]*\been\s+[\w-]*{alternatives(_words().deliverables)}"
    makes = r"organise\w+|publice\w+|presente\w+|lancee?r\w+"
    return re.compile(
        rf"\b(?:{makes}|stelt|stellen)\s+(?i:(?:de\s+)?{actor})\b{made}\b"
        rf"|\b(?i:{actor})\s+(?:zal|zullen\s+)?(?:{makes})\b{made}\b"
    )


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(_words().papers)}\b")


@cache
def _announces_paper() -> re.Pattern[str]:
    """`zal uw Kamer middels een brief informeren`, `ga in de kabinetsreactie in op`."""
    paper = alternatives(_words().papers)
    return re.compile(rf"{_FUTURE}[^.;]*\b(?:middels|in|via|per)\s+(?:een|de)\s+(?:[\w-]+\s+)?{paper}\b")


@cache
def _future_of(infinitives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_FUTURE}[^.;]*\b{alternatives(infinitives)}\b")


@cache
def _passive_inform() -> re.Pattern[str]:
    """`wordt … geïnformeerd`, `zal worden gedeeld`, and with the auxiliary behind: `gedeeld zal worden`."""
    auxiliary, participle = r"(?:zal|zullen|wordt|worden)", alternatives(_words().inform_participles)
    return re.compile(rf"\b{auxiliary}\b[^.;]*\b{participle}\b|\b{participle}\s+{auxiliary}\b")


@cache
def _receives() -> re.Pattern[str]:
    """`Uw Kamer ontvangt`, `ontvangt uw Kamer`."""
    return re.compile(rf"\b{_KAMER}\s+ontvangt\b|\b[Oo]ntvangt\s+{_KAMER}\b")


@cache
def _informs_now() -> re.Pattern[str]:
    """The present tense, which is a promise only with a time ahead: `Over de uitkomsten bericht ik u in september`."""
    speaker, form = r"(?:ik|wij|het\s+kabinet)", alternatives(_words().inform_forms)
    return re.compile(rf"\b(?:{speaker}\s+{form}|{form}\s+{speaker})\b[^.;]*\b{_KAMER}\b")
