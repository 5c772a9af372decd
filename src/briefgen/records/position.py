"""Positions: sentences in which somebody wants, supports, opposes, prioritises or commits effort.

Two families of rules. *Explicit*: the holder is named (`het kabinet`, `Nederland`, `wij`) beside a verb of
`data/positions.toml`, in the order of a main clause (`het kabinet zet in op`), inverted (`daarom zet het kabinet in
op`) or behind an auxiliary (`het kabinet zal … blijven steunen`). *Normative*: nobody is named, but the text in its own
voice prescribes a course; `prescription.py` has these rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field

from ..document import Document
from ..lexicon import alternatives, lexicon
from ..model import Model
from .consultation import asks
from .prescription import prescription
from .record import Record
from .speech import Statement, statements

Modality = Literal["wants", "supports", "opposes", "explores", "prescribes"]


class Position(Record):
    """What a holder wants of a policy.

    Attributes:
        holder: `kabinet`, a party, or the author or institute of a report.
        topics: ids of the taxonomy, kept for other programs; no rule gives any, since subjects are a matter of packs.
    """

    holder: str
    modality: Modality
    topics: tuple[str, ...] = ()


class PositionVerb(Model):
    """One line of the word list; the file explains the keys."""

    name: str
    modality: Modality
    forms: str = ""
    infinitive: str = ""
    participle: str = ""
    with_: tuple[str, ...] = Field(default=(), alias="with")
    general: bool = False
    reversible: bool = False

    def fits(self, rest: str) -> bool:
        """Whether one of the words that must follow stands in `rest`."""
        return not self.with_ or _any_word(self.with_).search(rest) is not None


class PositionWords(Model):
    """The word list of positions."""

    holders: tuple[str, ...]
    values: tuple[str, ...]
    verbs: tuple[PositionVerb, ...]
    party_verbs: tuple[PositionVerb, ...]


@dataclass(frozen=True, slots=True)
class _Finding:
    """A rule that holds for a sentence, and the modality it gives."""

    why: str
    modality: Modality


# A sentence about the paper itself: `In deze brief gaat het kabinet in op`, `Hierbij bieden wij u aan`.
_PAPER = r"(?:\w*brief|\w*nota|notitie|stuk|fiche|document)"
_READING_GUIDE = re.compile(
    rf"\b(?:[Ii]n|[Mm]et|[Mm]iddels|[Vv]ia)\s+(?:deze|dit|bijgaande)\s+{_PAPER}\b|\bHierbij\s+(?:bied|stu|zend|ontvang)|^Deze\s+{_PAPER}\b"
)
# A fragment that only illustrates the sentence before it.
_EXAMPLE = re.compile(r"(?:Denk aan|Denk hierbij|Bijvoorbeeld op|Concreet gaat het)\b")
# A consequence of something else: `Door krachten te bundelen, versterken we …`
_BY_DOING = re.compile(r"Door\b[^,]*(?:,|\bte\b)")
# Up to two words between holder and verb: `Nederland en Europa investeren`, `waarbij het kabinet prioriteit geeft`.
_GAP = r"(?:\s+(?!en\b|dat\b|die\b|of\b)[\wÀ-ÿ-]+){0,2}?(?:\s+en\s+[A-Z][\w-]+)?\s+"
# Words up to a second verb of the same holder: `Nederland neemt dit serieus, maar ziet … als`.
_ONE_CLAUSE = r"(?:(?!\b(?:dat|die|waar\w*|of|hoe)\b)[^.;:])*?"
# `het` for the cabinet of the sentence before: `Ook kijkt het uit naar`, `Zo spant het zich in`, `Het ziet … als`
_PRONOUN = r"(?:(?<=^)Het|\bhet(?=\s+(?:zich|uit|door|in|er|ook|aan|daarom|daarnaast|op|hierbij)\b))"
# Auxiliaries behind which an infinitive states the position.
_AUXILIARY = (
    r"(?:zal|zullen|blijft|blijven|gaat|gaan|wil|willen|moet|dient|probeert|proberen|zou(?:den)?\s+(?:graag|willen))"
)
# Auxiliaries of a perfect.
_PERFECT = r"(?:heeft|hebben|heb|had)"
# Where the clause of an auxiliary ends.
_CLAUSE_END = re.compile(r"[;:]|,\s+(?:en|maar|want)\s")
# A negation that turns a verb round, not `niet alleen`.
_NEGATION = re.compile(r"\b(?:niet(?!\s+(?:alleen|enkel|slechts|in het minst))|geen|noch)\b")
# `De Nederlandse inzet is gericht op`, `De inzet van het kabinet blijft`, `de kabinetsinzet richt zich`
_EFFORT = (
    r"(?:Nederlandse\s+(?:[\w-]+-)?(?:inzet|insteek|prioriteit(?:en)?)|kabinetsinzet"
    r"|inzet\s+van\s+(?:het|dit)\s+(?:Nederlandse\s+)?kabinet)"
)
_EFFORT_NOUN = re.compile(
    rf"\b{_EFFORT}\b[^.]{{0,60}}?\b(?:is|zijn|blijft|blijven|richt|ziet|was)\b"
    rf"|\b(?:is|zijn|blijft|blijven)\s+(?:dan\s+ook\s+)?(?:de|een)\s+{_EFFORT}"
    r"|\b[Gg]rondhouding\b[^.;]*\b(?:positief|negatief|neutraal)\b|\b(?:positieve|negatieve|neutrale)\s+grondhouding\b"
)
# `Er wordt ingezet op`, `wordt daarnaast ook gewerkt aan`, `wordt toenadering gezocht`
_EFFORT_PARTICIPLE = (
    r"(?:ingezet\s+op|gewerkt\s+aan|gestreefd\s+naar|gepleit\s+voor|toenadering\s+gezocht|gestuurd\s+op)"
)
_PASSIVE_EFFORT = re.compile(
    rf"\b(?:wordt|worden)\b[^.;]{{0,120}}?\b{_EFFORT_PARTICIPLE}|\b(?:ingezet\s+wordt|gewerkt\s+wordt\s+aan)"
)
# `wordt op dit moment niet overwogen`, `is niet aan de orde`: what the speaker does not want, without naming himself
_PASSIVE_DECLINE = re.compile(
    r"\b(?:wordt|worden|is|zijn)\b[^.;,]{0,80}\b(?:niet\s+(?:overwogen|beoogd|aan\s+de\s+orde)|geen\s+optie)\b"
)
# `Dat doen we door`, `We doen dat onder meer via`, `Dit doet het kabinet`: continues the sentence before.
_DOING_THAT = re.compile(
    r"(?:Dat|Dit)\s+(?:doet|doen)\b|(?:We|Wij|Het kabinet|Nederland)\s+(?:doet|doen)\s+(?:dat|dit)\b"
)
# `Datzelfde geldt voor Canada.`, `Dat geldt ook voor …`
_SAME_HOLDS = re.compile(r"(?:Datzelfde|Hetzelfde|Dat|Dit)\s+geldt\b(?:\s+ook)?")

# `deze leden`, `de leden van de SGP-fractie`, `zij` before a verb of a party
_MEMBERS = r"(?:leden(?:\s+van\s+(?:de\s+)?[\w-]+?-?fractie)?|^Zij)"


def extract(document: Document) -> Iterator[Position]:
    """The positions of a document in reading order, each under the name of who speaks."""
    previous: _Finding | None = None
    for statement in statements(document):
        before = previous if statement.index else None
        previous = _finding(statement, before)
        if previous is not None:
            yield Position(
                text=statement.text,
                paragraph=statement.paragraph_id,
                span=statement.sentence.span,
                why=previous.why,
                holder=statement.speaker.name,
                modality=previous.modality,
            )


def _finding(statement: Statement, before: _Finding | None) -> _Finding | None:
    text = statement.text
    if text.endswith("?") or _READING_GUIDE.search(text) or _EXAMPLE.match(text):
        return None
    if statement.speaker.kind == "party":
        return None if asks(text) else _of_party(text)
    if statement.speaker.kind == "author":
        return _normative(text)
    return _explicit(text, statement.before) or _continued(text, before) or _normative(text)


def _explicit(text: str, before: str | None) -> _Finding | None:
    """A named holder with a verb, a noun or a value of its own; a verb of action counts when nothing else is there."""
    verbs = list(_verbs_of_holder(text, before))
    if specific := [(verb, rest) for verb, rest in verbs if not verb.general]:
        return _of_verb(*specific[0])
    for why, pattern in (("noun:inzet", _EFFORT_NOUN), ("value:voor-het-kabinet", _value_for_holder())):
        if pattern.search(text):
            return _Finding(why, "wants")
    if verbs and not _BY_DOING.match(text):
        return _of_verb(*verbs[0])
    if _PASSIVE_DECLINE.search(text):
        return _Finding("passive:declines", "opposes")
    return _Finding("passive:ingezet-op", "wants") if _PASSIVE_EFFORT.search(text) else None


def _of_verb(verb: PositionVerb, rest: str) -> _Finding:
    """The finding that a verb gives; some verbs turn round when negated in their clause."""
    clause = rest.partition(",")[0]
    negated = verb.reversible and _NEGATION.search(clause) is not None
    return _Finding(f"verb:{verb.name}", "opposes" if negated else verb.modality)


def _continued(text: str, before: _Finding | None) -> _Finding | None:
    """An elliptic sentence that gives the position before it a new object or way."""
    if before is not None and (_DOING_THAT.match(text) or _SAME_HOLDS.match(text)):
        return _Finding(f"continues:{before.why}", before.modality)
    return None


def _normative(text: str) -> _Finding | None:
    why = prescription(text)
    return _Finding(why, "prescribes") if why else None


def _of_party(text: str) -> _Finding | None:
    for match in _party_clause().finditer(text):
        rest = text[match.end() :]
        for verb in _by_word("party")[(match["verb"] or match["inverted"]).lower()]:
            if verb.fits(rest):
                return _of_verb(verb, rest)
    return None


def _verbs_of_holder(text: str, before: str | None) -> Iterator[tuple[PositionVerb, str]]:
    """The verbs that a holder governs in `text`, each with the words behind it."""
    pronoun = before is not None and "kabinet" in before.lower()
    for match in (*_clause(pronoun).finditer(text), *_second_verb(pronoun).finditer(text)):
        form = next(group for group in match.groups() if group)
        for verb in _by_word("finite")[form.lower()]:
            if verb.fits(text[match.start() :]):
                yield verb, text[match.end() :]
    for auxiliary, kind in ((_AUXILIARY, "infinitive"), (_PERFECT, "participle")):
        for match in _auxiliary_clause(auxiliary, pronoun).finditer(text):
            rest = _CLAUSE_END.split(text[match.end() :])[0]
            for word in _words(kind).finditer(rest):
                yield from ((verb, rest) for verb in _by_word(kind)[_plain(word.group())] if verb.fits(rest))


def _plain(infinitive: str) -> str:
    """An infinitive without `te` inside: `in te zetten` is `inzetten`."""
    return re.sub(r"\s+te\s+", "", infinitive.lower())


@cache
def _words_of_positions() -> PositionWords:
    return lexicon("positions", PositionWords)


@cache
def _any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(words)}\b", re.IGNORECASE)


@cache
def _by_word(kind: str) -> dict[str, tuple[PositionVerb, ...]]:
    """The lines of the word list by each of their forms of one kind."""
    words = _words_of_positions()
    found: dict[str, tuple[PositionVerb, ...]] = {}
    for verb in words.party_verbs if kind == "party" else words.verbs:
        forms = {
            "finite": verb.forms,
            "party": verb.forms,
            "infinitive": verb.infinitive,
            "participle": verb.participle,
        }
        for form in forms[kind].split():
            found[form] = (*found.get(form, ()), verb)
    return found


@cache
def _words(kind: str) -> re.Pattern[str]:
    forms = [re.escape(form) for form in _by_word(kind)]
    if kind == "infinitive":
        forms += [rf"{form[: -len(stem)]}\s+te\s+{stem}" for form in _by_word(kind) for stem in _stems(form)]
    return re.compile(r"\b(?:" + "|".join(sorted(forms, key=len, reverse=True)) + r")\b", re.IGNORECASE)


# Particles of separable verbs, which let `te` inside: `in te zetten`.
_PARTICLES = ("in", "op", "aan", "af", "uit", "door", "bij", "mee", "vast", "tegen", "na")


def _stems(infinitive: str) -> list[str]:
    return [
        infinitive.removeprefix(particle)
        for particle in _PARTICLES
        if infinitive.startswith(particle) and len(infinitive) > len(particle) + 3
    ]


@cache
def _holder(pronoun: bool) -> str:
    named = "(?i:" + alternatives(_words_of_positions().holders) + ")"
    return rf"(?:\b{named}|{_PRONOUN})" if pronoun else rf"\b{named}"


@cache
def _clause(pronoun: bool) -> re.Pattern[str]:
    """A holder beside a finite verb, in either order, or far before it in a subordinate clause: `dat we … zetten`."""
    verb = "(?i:" + alternatives(tuple(_by_word("finite"))) + ")"
    holder = _holder(pronoun)
    final = alternatives(tuple(form for form in _by_word("finite") if form.startswith(_PARTICLES)))
    return re.compile(
        rf"{holder}{_GAP}({verb})\b|\b({verb})\s+(?:zich\s+)?{holder}(?![\w-])"
        rf"|\b(?:dat|waarbij|omdat|die|waar|zodat)\s+{holder}\b[^.;:]{{0,120}}?\b({final})\b"
    )


@cache
def _second_verb(pronoun: bool) -> re.Pattern[str]:
    """A later verb of the same holder: `Nederland neemt dit serieus, maar ziet … als`."""
    singular = alternatives(tuple(form for form in _by_word("finite") if form.endswith("t")))
    return re.compile(rf"{_holder(pronoun)}\b{_ONE_CLAUSE}\b(?:en|maar)\s+({singular})\b")


@cache
def _auxiliary_clause(auxiliary: str, pronoun: bool) -> re.Pattern[str]:
    holder = _holder(pronoun)
    return re.compile(rf"{holder}{_GAP}{auxiliary}\b|\b(?i:{auxiliary})\s+{holder}(?![\w-])")


@cache
def _party_clause() -> re.Pattern[str]:
    verb = alternatives(tuple(_by_word("party")))
    return re.compile(rf"{_MEMBERS}\s+(?P<verb>{verb})\b|\b(?P<inverted>{verb})\s+(?:de|deze)\s+leden\b")


@cache
def _value_for_holder() -> re.Pattern[str]:
    """`Voor het kabinet blijft … het uitgangspunt`, `Aandachtspunten voor het kabinet zijn`, in either order."""
    value = rf"\b{alternatives(_words_of_positions().values)}\b"
    holder = r"\bvoor\s+(?:het\s+kabinet|dit\s+kabinet|Nederland|ons)\b"
    speaking = r"\bwat\s+(?:het\s+kabinet|dit\s+kabinet|Nederland|ons|mij)\s+betreft\b"
    return re.compile(rf"{holder}[^;:]*?{value}|{value}[^;:]*?{holder}|{speaking}", re.IGNORECASE)
