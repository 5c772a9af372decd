"""The grammar of papers of the European Union.

commission = ("COM" | "SWD" | "SEC" | "JOIN" | "C") ["("] year [")" | "/"] number ["final" | "definitief"]
procedure  = year "/" number "(" ("COD" | "CNS" | "NLE" | …) ")"
council    = "ST" ["-"] number ("/" | "-") year [("INIT" | ("REV" | "ADD" | "COR") number)]
acts       = "verordening" (body number-pair | number-pair "/" body) {("," | "en") …}
celex      = 52021PC0559
"""

from __future__ import annotations

from dataclasses import dataclass

from .cursor import Cursor
from .mention import Mention, MentionStatus
from .parts import Reading
from .vocabulary import law

COMMISSION_SERIES = ("COM", "SWD", "SEC", "JOIN", "C")
COUNCIL_WORDS = frozenset({"st", "raadsdocument", "raadsdoc"})
PROCEDURES = ("cod", "cns", "nle", "app", "bud", "inl", "ini", "dec", "avc", "syn")
BODIES = ("eu", "eg", "eeg", "ec", "eec", "euratom", "gbvb", "jbz", "egks", "cfsp", "ega")
# Since 1 January 2015 all acts of a year share one series, and the year stands first.
COMMON_SERIES = 2015


@dataclass(frozen=True, slots=True)
class Pair:
    """The number of an act, as printed: `2018/842`, `1093/2010`."""

    first: str
    second: str
    cursor: Cursor


def read_commission(cursor: Cursor) -> Reading | None:
    """A paper of the Commission: `COM(2021) 559 final`, `SWD (2021) 631`, `JOIN/2020/5`."""
    if cursor.token.text not in COMMISSION_SERIES:
        return None
    year = cursor.step().skip("(/-")
    behind = year.number(4, 4)
    if not behind or not 1970 <= int(year.token.text) <= 2100:
        return None
    number = behind.skip(")/-").skip_word("nr", "no").skip(".")
    end = number.number(1, 5)
    if not end or (cursor.token.text == "C" and behind.token.text != ")"):
        return None
    identifier = f"{cursor.token.text}({year.token.text}) {int(number.token.text)}"
    final = end.word("final", "definitief", "def")
    stop = end.token.end if final else number.token.end
    return (Mention("eu-doc", cursor.token.start, stop, identifier, "certain", "commission"),), final or end


def read_procedure(cursor: Cursor) -> Reading | None:
    """An interinstitutional file: `2021/0223 (COD)`."""
    slash = cursor.number(4, 4)
    number = slash.sign("/") if slash else None
    bracket = number.number(3, 4) if number else None
    kind = bracket.sign("(") if bracket else None
    end = kind.word(*PROCEDURES) if kind else None
    closed = end.sign(")") if end else None
    if not number or not kind or not closed:
        return None
    identifier = f"{cursor.token.text}/{number.token.text.zfill(4)}({kind.token.text.upper()})"
    stop = closed.read_until
    return (Mention("eu-doc", cursor.token.start, stop, identifier, "certain", "procedure"),), closed


def read_council(cursor: Cursor) -> Reading | None:
    """A document of the Council: `ST 7914/21 INIT`, `ST-7914-2021-INIT`, `Raadsdocument 7914/1/21 REV 1`."""
    if cursor.token.text != "ST" and cursor.token.lower not in {"raadsdocument", "raadsdoc"}:
        return None
    number = cursor.step().skip("-.").skip_word("nr").skip(".")
    slash = number.number(4, 5)
    year = slash.sign("/-") if slash else None
    if year and (revised := year.number(1, 1)) and revised.sign("/"):
        year = revised.step()
    end = year.number(2, 4) if year else None
    if not year or not end or len(year.token.text) == 3:
        return None
    suffix, stop = _revision(end)
    full_year = year.token.text if len(year.token.text) == 4 else f"20{year.token.text}"
    identifier = f"ST-{number.token.text}-{full_year}-{suffix}"
    place = stop.read_until
    return (Mention("eu-doc", cursor.token.start, place, identifier, "certain", "council"),), stop


def _revision(cursor: Cursor) -> tuple[str, Cursor]:
    kind = cursor.skip("-")
    if kind.token.text == "INIT":
        return "INIT", kind.step()
    if kind.token.text in {"REV", "ADD", "COR"}:
        number = kind.step().skip("-")
        if number.number(1, 2):
            return f"{kind.token.text}-{number.token.text}", number.step()
    return "INIT", cursor


def read_acts(cursor: Cursor) -> Reading | None:
    """Acts of the Union: `Verordening (EU) 2018/842`, `Richtlijn 2014/94/EU`, two after one word."""
    letter = law().acts.get(cursor.token.lower)
    if not letter:
        return None
    found: list[Mention] = []
    place, end = cursor.step(), cursor
    while act := _act(place, letter):
        identifier, end = act
        start = place.token.start if found else cursor.token.start
        found.append(Mention("eu-doc", start, end.read_until, identifier, *_sure(identifier)))
        joined = end.skip(",").word("en", "and") or end.sign(",")
        if not joined:
            break
        place = joined
    return (tuple(found), end) if found else None


def _sure(identifier: str) -> tuple[MentionStatus, str]:
    year = int(identifier[1:5])
    return ("certain" if 1952 <= year <= 2100 else "doubtful"), "eu-act"


def _act(cursor: Cursor, letter: str) -> tuple[str, Cursor] | None:
    """The CELEX number of the act whose number stands at the cursor, and the cursor behind it."""
    bracket = cursor.sign("(")
    body = bracket.word(*BODIES) if bracket else None
    body = body.skip(",").skip_word("euratom") if body else None
    number = (body.sign(")") if body else None) or cursor
    worded = number.word("nr", "no")
    pair = _pair((worded or number).skip("."))
    if not pair:
        return None
    slash = pair.cursor.sign("/")
    behind = slash.word(*BODIES) if slash else None
    if not bracket and not behind and len(pair.first) < 4 and len(pair.second) < 4:
        return None
    year, serial = _year_and_number(pair, letter, numbered=worded is not None)
    return f"3{year}{letter}{int(serial):04d}", behind or pair.cursor


def _pair(cursor: Cursor) -> Pair | None:
    slash = cursor.number(1, 5)
    second = slash.sign("/") if slash else None
    end = second.number(1, 5) if second else None
    return Pair(cursor.token.text, second.token.text, end) if second and end else None


def _year_and_number(pair: Pair, letter: str, *, numbered: bool) -> tuple[str, str]:
    """Which of the two numbers is the year: the first, except in regulations before 2015 (`nr. 1093/2010`)."""
    year_first = letter != "R" or _is_common_year(pair.first)
    if year_first and not numbered:
        return _full_year(pair.first), pair.second
    if numbered and letter != "R" and len(pair.first) in {2, 4} and len(pair.second) != 4:
        return _full_year(pair.first), pair.second
    return _full_year(pair.second), pair.first


def _is_common_year(text: str) -> bool:
    return len(text) == 4 and COMMON_SERIES <= int(text) <= 2100


def _full_year(text: str) -> str:
    """A year in four digits: `96` is 1996. What is no year stays, and leaves the act in doubt."""
    if len(text) == 2:
        return f"19{text}" if int(text) >= 52 else f"20{text}"
    return text.zfill(4)[:4]


def read_celex(cursor: Cursor) -> Reading | None:
    """A CELEX number: `52021PC0559`, `CELEX:32018R0842`."""
    number = cursor.word("celex")
    number = number.skip(":") if number else cursor
    if number.token.kind != "celex":
        return None
    mention = Mention("eu-doc", cursor.token.start, number.token.end, number.token.text, "certain", "celex")
    return (mention,), number.step()
