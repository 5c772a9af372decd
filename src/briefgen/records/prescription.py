"""Prescriptions: sentences in which a text in its own voice says what must be done, and names nobody who wants it.

`Europa moet versneld …`, `Het is van belang dat …`, `De oprichting van … heeft prioriteit`, `Dit vergt …`. What sounds
alike and is analysis (a benefit, a precondition, the importance of a partner) or the view of somebody else is none.
"""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import alternatives, lexicon
from ..model import Model


class PrescriptionWords(Model):
    """The word list of prescriptions; its file explains the groups."""

    modals: tuple[str, ...]
    copulas: tuple[str, ...]
    predicates: tuple[str, ...]
    not_after: tuple[str, ...]
    needs: tuple[str, ...]
    reporters: tuple[str, ...]
    reporting: tuple[str, ...]
    relations: tuple[str, ...]


# Analysis that borrows the words of a prescription, one pattern a form.
_ANALYSIS = (
    # a benefit: `is niet alleen goed voor onze welvaart, maar ook cruciaal voor onze veiligheid`
    re.compile(r"\b(?:is|zijn)\s+(?:daarmee\s+)?niet\s+(?:alleen|slechts|enkel)\b"),
    # a precondition: `Een sterke EU vergt sterke lidstaten`
    re.compile(r"^Een\s+[\w-]+(?:,\s+[\w-]+)*\s+[\w-]+\s+(?:vergt|vereist|vraagt)\b"),
    # a comparison: `is des te urgenter`
    re.compile(r"\bdes\s+te\b"),
    # what need not be: `is niet nodig`, `hoeven we niet`
    re.compile(r"\bniet\s+(?:nodig|noodzakelijk)\b|\bhoeven\b"),
    # what is still to be found out: `kan worden vastgesteld of nadere afspraken moeten worden gemaakt`
    re.compile(
        r"\b(?:vastgesteld|bezien|onderzocht|bekeken|nagegaan|bepaald|afgewogen|vraag\s+is|nagaan|bepalen|onderzoeken)\b"
        r"[^.;]{0,12}?\bof\b[^.;]*\b(?:moet|moeten|dient|dienen)\b"
    ),
    # a fact that is judged: `Dat mensen te lang moeten wachten is zorgelijk`
    re.compile(r"^Dat\s+(?!moet|dient|zal|zou|vraagt|vergt|vereist|betekent|is)[^,]*\bmoeten?\b[^,]*\b(?:is|zijn)\b"),
    # what the law says: `Op grond van de AVG moet het doel omschreven zijn`
    re.compile(r"\b(?:[Oo]p\s+grond|[Uu]it\s+hoofde|[Kk]rachtens|[Ii]ngevolge)\s+(?:van\s+)?(?:de|het|artikel)\b"),
    # a step of a procedure: `is goedkeuring door het parlement vereist alvorens`
    re.compile(r"\b(?:vereist|nodig|noodzakelijk)\s+(?:alvorens|voordat)\b"),
    # an ability: `zal in staat moeten zijn`
    re.compile(r"\bin\s+staat\s+moeten\s+zijn\b"),
    # a change without an object: `De EU zal moeten mee veranderen`
    re.compile(r"\bmoeten\s+mee\s*veranderen\b"),
)
# A clause that describes what must be, and does not ask for it: `de wijze waarop dit moet bijdragen`, `de keuzes die
# Nederland zal moeten maken`; it ends with its modal, or at the comma.
_DESCRIPTIVE = re.compile(
    r"\b(?:waar(?:op|in|aan|van|voor|om|uit|over|toe|naartoe)?(?!\s+(?:nodig|mogelijk|relevant))|(?:keuzes?|stappen|voorwaarden|eisen|regels|normen)\s+die)\s[^,;.]*?"
    r"\b(?:moet|moeten|dient|dienen)\b[^,;.]*"
)
# Verbs that look like a modal: `dienen zich aan`, `dient als`.
_OTHER_SENSE = r"(?!\s+(?:zich|als)\b)(?<!dienen)(?<!dient)|\b(?:dient|dienen)\b(?!\s+(?:zich|als)\b)(?=[^.;]*\bte\b)"
# A prohibition: `mag daarbij op geen enkele manier een rol spelen`
_PROHIBITION = re.compile(r"\b(?:mag|mogen)\b[^.,;]{0,60}\b(?:niet|geen)\b")
# What follows a predicate that stands before its noun: `cruciale speler`.
_ATTRIBUTIVE = r"(?!\s+(?:speler|partner|instrument)\b)"
# A predicate at the head of a sentence: `Van groot belang is ook`, `Positief is dat`
_FRONTED = (
    r"^(?:Van\s+(?:groot\s+)?belang|Essentieel|Cruciaal|Belangrijk|Noodzakelijk|Nodig|Positief)\s+(?:is|zijn|blijft)\b"
)
# `Dat vraagt om`, `vragen om`, `vraagt van ons`, `vraagt een`
_ASKS_FOR = r"\b(?:vraagt|vragen)\b[^.;]{0,60}?\b(?:om|een|van\s+ons)\b"


def prescription(text: str) -> str | None:
    """The rule by which a sentence prescribes a course (`norm:modal`), `None` when it prescribes nothing."""
    if any(pattern.search(text) for pattern in (*_ANALYSIS, _importance_of_relation(), _reported())):
        return None
    main = _DESCRIPTIVE.sub("", text)
    rules = (
        ("norm:modal", _modal(), main),
        ("norm:modal", _PROHIBITION, main),
        ("norm:predicate", _predicate(), text),
        ("norm:need", _need(), text),
    )
    return next((why for why, pattern, words in rules if pattern.search(words)), None)


def _words() -> PrescriptionWords:
    return lexicon("prescriptions", PrescriptionWords)


@cache
def _modal() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(_words().modals)}\b{_OTHER_SENSE}")


@cache
def _predicate() -> re.Pattern[str]:
    """A predicate behind its verb, before it at the end of a clause (`dat het belangrijk is dat`), or at the head."""
    words = _words()
    free = "".join(rf"(?<!\b{word}\s)" for word in words.not_after)
    value = rf"{free}\b{alternatives(words.predicates)}\b"
    behind = rf"\b{alternatives(words.copulas)}\b[^.;:]{{0,220}}?{value}{_ATTRIBUTIVE}"
    before = rf"\b(?:het|zal|zullen)\b[^.;]{{0,80}}{value}\s+(?:is|zijn|blijven)(?=\s+(?:dat|om|te)\b|[.,]?$)"
    return re.compile(rf"{behind}|{before}|{_FRONTED}")


@cache
def _need() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(_words().needs)}\b|{_ASKS_FOR}")


@cache
def _importance_of_relation() -> re.Pattern[str]:
    """`Onze partners in de Golfregio zijn essentieel voor …`; with `om` or `dat` behind it a course follows."""
    adverb = r"(?:(?:bovendien|daarbij|ook|hierbij|in\s+meerdere\s+opzichten)\s+)?"
    value = r"(?:essentieel|cruciaal|van\s+(?:groot\s+)?belang)"
    return re.compile(
        rf"\b{alternatives(_words().relations)}\b[^.;]*\b(?:is|zijn|blijft|blijven)\s+{adverb}{value}\b(?!\s+(?:om|dat)\b)",
        re.IGNORECASE,
    )


@cache
def _reported() -> re.Pattern[str]:
    """`De WRR stelt dat`, `benadrukt de WRR`, `volgens de Commissie`."""
    words = _words()
    reporter, verb = alternatives(words.reporters), alternatives(words.reporting)
    return re.compile(
        rf"\b{reporter}\b[^.,;]{{0,40}}\b{verb}\b|\b{verb}\s+(?:ook\s+)?(?:de|het)\s+{reporter}\b|\b[Vv]olgens\s+(?:de|het)\s+(?!kabinet)"
    )
