"""Stances: what other member states, groups of them or the institutions of the Union want, as far as a source says.

Three families of rules. *Actor*: somebody of `data/stances.toml` is the subject of a verb that says what he wants, in a
main clause (`Sommige lidstaten zien uitstel als oplossing`), inverted (`Daarom pleiten Frankrijk en Italië voor`) or
reported (`Het blijkt dat veel lidstaten … steunen`). *Agreement*: nobody acts (`Er is brede steun onder lidstaten
voor`). *Heading*: everything under a heading or behind a label that announces the field of forces (`Indicatie
krachtenveld`; the section lists of annotated agendas and BNC fiches, Leidraad BNC).

What the cabinet asks of somebody (`het kabinet spoort de Commissie aan`) is a position of the cabinet and no stance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from pydantic import Field

from ..document import Document
from ..lexicon import alternatives, lexicon
from ..model import Model
from .record import Record
from .speech import Statement, statements

ActorKind = Literal["member_state", "group", "institution"]


class Stance(Record):
    """What somebody else than the cabinet wants.

    Attributes:
        actor: who, as printed; `None` where the words under a heading name nobody.
        kind: what the first actor is.
        holder: who says so: the speaker of the sentence.
    """

    actor: str | None
    kind: ActorKind | None
    holder: str


class VerbWith(Model):
    """Verb forms that count with certain words behind them."""

    forms: tuple[str, ...]
    with_: tuple[str, ...] = Field(alias="with")


class StanceWords(Model):
    """The word list of stances; its file explains the groups."""

    member_states: tuple[str, ...]
    adjectives: tuple[str, ...]
    authorities: tuple[str, ...]
    blocs: tuple[str, ...]
    quantifiers: tuple[str, ...]
    institutions: tuple[str, ...]
    adverbs: tuple[str, ...]
    openings: tuple[str, ...]
    opening_prepositions: tuple[str, ...]
    verbs: tuple[str, ...]
    verbs_with: tuple[VerbWith, ...]
    reporters: tuple[str, ...]
    agreement: tuple[str, ...]


# A heading about the field of forces: `Indicatie krachtenveld (Raad en EP)`, `Eerste inschatting van krachtenveld`
_FIELD_HEADING = re.compile(
    r"\bkrachtenveld\b|\bstandpunt(?:en)?\s+(?:van\s+)?(?:andere\s+)?lidstaten\b", re.IGNORECASE
)
# The same as a label at the head of a paragraph: `Krachtenveld: De meeste lidstaten …`
_FIELD_LABEL = re.compile(r"^(?:[\w-]+\s+){0,4}?krachtenveld\b[^.:]{0,40}:", re.IGNORECASE)
# Words before an actor that make him no subject: a preposition, or a word that opens a condition or a wish.
_NO_SUBJECT = re.compile(
    r"\b(?:met|van|door|voor|aan|bij|naar|tegen|tussen|over|uit|onder|op|in|als|dan|indien|wanneer|mits|tenzij|zolang"
    r"|zodat|opdat|waardoor|of|hoe|wat|waarom|die|dat|omdat|aangezien|en|zoals|jegens|richting|namens|wil|willen|vraagt"
    r"|verzoekt|steunt|spoort|roept)\s+(?:(?:de|het|een)\s+)?$",
    re.IGNORECASE,
)
# Where the clause of a verb ends.
_CLAUSE_END = re.compile(r"[.;:]")
# The verbs of there being agreement.
_COPULA = r"(?:is|zijn|bestaat|bestaan|lijkt|lijken|blijft|ontbreekt)"
# Words right behind a verb that are its subject, so that what stands before it is its object.
_OTHER_SUBJECT = re.compile(r"^\s+(?:het\s+kabinet|dit\s+kabinet|Nederland|wij|we|ik|de\s+regering|men)\b")


def extract(document: Document) -> Iterator[Stance]:
    """The stances of a document in reading order; what parties say in their questions is none."""
    for statement in statements(document):
        if statement.speaker.kind == "party" or statement.text.endswith("?"):
            continue
        if (found := _finding(statement)) is not None:
            why, actor = found
            yield Stance(
                text=statement.text,
                paragraph=statement.paragraph_id,
                span=statement.sentence.span,
                why=why,
                actor=actor,
                kind=_kind(actor) if actor else None,
                holder=statement.speaker.name,
            )


def _finding(statement: Statement) -> tuple[str, str | None] | None:
    """The rule that holds for a sentence, and who is meant."""
    text = statement.text
    if _named().search(text):
        for why, actor in (*_of_actor(text), *_of_agreement(text)):
            return why, actor
    if _under_heading(statement) and text.endswith("."):
        first = _subject().search(text)
        return "heading:krachtenveld", first["actor"] if first else None
    return None


def _under_heading(statement: Statement) -> bool:
    paragraph = statement.paragraph
    if paragraph is None:
        return False
    above = paragraph.heading_path[-1:]
    return any(_FIELD_HEADING.search(heading) for heading in above) or _FIELD_LABEL.match(paragraph.text) is not None


def _of_actor(text: str) -> Iterator[tuple[str, str]]:
    """Somebody beside a verb that says what he wants."""
    for subject in _subject().finditer(text):
        before, behind = text[: subject.start()], text[subject.end() :]
        verb = _verb_behind().match(behind)
        if verb and not _NO_SUBJECT.search(before) and not _OTHER_SUBJECT.match(behind[verb.end() :]):
            yield from _said_with(verb["verb"], behind[verb.end() :], subject["actor"])
        if inverted := _verb_before().search(before):
            yield from _said_with(inverted["verb"], behind, subject["actor"])
        if _reported_before().search(before) and (last := _verb_last().match(behind)):
            yield from _said_with(last["verb"], behind, subject["actor"])


def _said_with(verb: str, clause: str, actor: str) -> Iterator[tuple[str, str]]:
    """The rule and the actor, if a verb form says what its subject wants: alone or with other words of its clause."""
    form, words = verb.lower(), _words()
    rest = _CLAUSE_END.split(clause)[0]
    if form in words.verbs or any(form in one.forms and _any_of(one.with_).search(rest) for one in words.verbs_with):
        yield f"actor:{form}", actor


def _of_agreement(text: str) -> Iterator[tuple[str, str]]:
    """`Er is brede steun onder lidstaten`, `Binnen het Europees Parlement bestaat weerstand tegen`."""
    for subject in _among().finditer(text):
        before, behind = text[: subject.start()], text[subject.end() :]
        if _agreement_before().search(before) or (not before and _agreement_behind().match(behind)):
            yield "agreement", subject["actor"]


def _kind(actor: str) -> ActorKind:
    words = _words()
    if re.search(rf"\b{alternatives(words.institutions)}\b", actor):
        return "institution"
    if re.search(rf"\blidstaten\b|\b{alternatives(words.blocs)}\b", actor):
        return "group"
    return "member_state"


@cache
def _words() -> StanceWords:
    return lexicon("stances", StanceWords)


@cache
def _actor() -> str:
    """One actor: `Frankrijk`, `de Poolse regering`, `een aantal lidstaten`, `de Baltische staten`, `het EP`."""
    words = _words()
    name = rf"{alternatives(words.member_states)}(?!\s*-)"
    authority = rf"(?:[Dd]e\s+)?{alternatives(words.adjectives)}\s+{alternatives(words.authorities)}"
    quantified = rf"(?i:{alternatives(words.quantifiers)})"
    some = rf"(?:[Dd]e\s+)?{quantified}\s+(?:van\s+)?(?:de\s+)?(?:{quantified}\s+)?"
    group = rf"(?:{some}|[Dd]e\s+)(?:EU-\s?)?(?:lidstaten|EU-landen)"
    bloc = rf"(?:[Dd]e\s+)?{alternatives(words.blocs)}"
    institution = rf"(?:(?:[Dd]e|[Hh]et|[Ee]en)\s+)?{alternatives(words.institutions)}"
    person = rf"(?:{authority}|{institution})(?:(?:\s+[Vv]on\s+der)?\s+[A-Z][a-z]+)?"
    return rf"(?<![\w-])(?:^Lidstaten|{person}|{name}|{group}|{bloc})(?![\w-])"


@cache
def _subject() -> re.Pattern[str]:
    """One or more actors, with what may stand behind them between commas or brackets."""
    further = rf"(?:(?:,\s+|\s+en\s+|,?\s+evenals\s+){_actor()})*"
    aside = r"(?:\s*\([^)]{1,80}\)|,\s+waaronder\s[^.;]{1,80}?,)?"
    return re.compile(rf"(?P<actor>{_actor()}{further}){aside}")


@cache
def _named() -> re.Pattern[str]:
    """The words without which no actor is named: a cheap test for most sentences."""
    words = _words()
    names = (*words.member_states, *words.adjectives, *words.blocs, *words.institutions, "idstaten", "EU-landen")
    return re.compile(alternatives(names))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(words)}\b")


@cache
def _verb() -> str:
    words = _words()
    forms = (*words.verbs, *(form for one in words.verbs_with for form in one.forms))
    return rf"(?P<verb>(?i:{alternatives(forms)}))\b"


@cache
def _verb_behind() -> re.Pattern[str]:
    """The verb of a main clause right behind its subject, perhaps with adverbs between them."""
    return re.compile(rf"(?:\s+{alternatives(_words().adverbs)}){{0,3}}\s+{_verb()}")


@cache
def _verb_before() -> re.Pattern[str]:
    """The verb of an inverted clause right before its subject: `Daarom pleiten`, `In de Raad dringen`."""
    words = _words()
    not_acting = r"(?!kabinet\b|Nederland\b|w[ei]j?\b|ik\b)"
    phrase = rf"{alternatives(words.opening_prepositions)}(?:\s+{not_acting}[\w-]+){{1,6}}?"
    openings = alternatives(words.openings)
    adverbs = rf"(?:\s+{alternatives(words.adverbs)}){{0,2}}"
    return re.compile(rf"(?:^|[;:]\s+)(?i:{openings}|{phrase})(?:\s+{openings})?\s+{_verb()}{adverbs}\s+$")


@cache
def _reported_before() -> re.Pattern[str]:
    """What reports a clause: `Het blijkt dat`, `naar verwachting … dat`; not what wishes it (`wil dat`)."""
    return re.compile(rf"\b{alternatives(_words().reporters)}\b[^.;]{{0,60}}?\bdat\s+$")


@cache
def _verb_last() -> re.Pattern[str]:
    return re.compile(rf"[^.;,]{{0,120}}?\s{_verb()}")


@cache
def _among() -> re.Pattern[str]:
    """Those among whom there is agreement, with their preposition."""
    return re.compile(
        rf"(?:[Oo]nder|[Bb]ij|[Bb]innen|[Ii]n|[Vv]an|[Tt]ussen)\s+(?P<actor>{_actor()}|(?:EU-)?lidstaten)"
    )


@cache
def _agreement_before() -> re.Pattern[str]:
    """`Er is brede steun`, `Er lijkt draagvlak te zijn`."""
    noun = alternatives(_words().agreement)
    return re.compile(rf"\b[Ee]r\s+{_COPULA}\b[^.;]{{0,60}}?\b{noun}\b[^.;]{{0,40}}?$")


@cache
def _agreement_behind() -> re.Pattern[str]:
    """`… bestaat weerstand tegen`, `… is nog geen meerderheid`."""
    return re.compile(rf"\s+{_COPULA}\b[^.;]{{0,80}}?\b{alternatives(_words().agreement)}\b")
