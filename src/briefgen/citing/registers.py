"""The grammar of what registers number themselves: documents and cases of the Chamber, the official journals, case law.

code        = [keyword] 20yy ("A" | "D" | "P" | "Z") 5 digits
annex       = ["Kamerstukken" chamber session ","] "Aanhangsel" ["van de"] ["Handelingen"] {session} ["nr"] number
proceedings = "Handelingen" [chamber] session "," "nr" number ["," "item" number] [pages]
gazette     = ("Stcrt" | "Stb" | "Trb") year "," ["nr"] number
case        = "ECLI:…" | ("C" | "T") "-" number "/" number
"""

from __future__ import annotations

from dataclasses import replace

from .cursor import Cursor
from .mention import Mention, MentionStatus, MentionType
from .parts import HYPHENS, Reading, read_chamber, read_number_word, read_pages
from .sessions import Session, read_session
from .vocabulary import Gazette, gazettes, parliament

# The letter of a case of the Court of Justice and of the General Court.
CASE_LETTERS = frozenset({"C", "T"})
# What the letter of a code of the Chamber registers: Document, Zaak, Activiteit, persoonlijk stuk.
CODE_TYPES: dict[str, MentionType] = {"D": "document", "Z": "zaak"}


def read_code(cursor: Cursor) -> Reading | None:
    """A document or a case of the Chamber: `2026D03628`, `Kamerstuk 2024Z00123`."""
    keyword = cursor.one_of(parliament().keywords)
    code = keyword or cursor
    if code.token.kind != "code":
        return None
    found = CODE_TYPES.get(code.token.text[4], "overig")
    return (Mention(found, cursor.token.start, code.token.end, code.token.text, "certain", "code"),), code.step()


def read_annex(cursor: Cursor) -> Reading | None:
    """Questions with their answers: `Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 2147`."""
    behind, session = _before_annex(cursor)
    annex = behind.word("aanhangsel")
    if not annex:
        return None
    annex = annex.skip_word("van").skip_word("de", "der").skip_word("handelingen").skip_word("tk", "ek")
    chamber = "ek" if annex.token.text == "I" or (behind.previous is not None and behind.previous.text == "I") else "tk"
    annex = read_chamber(annex).skip(",").skip_word("vergaderjaar")
    printed = read_session(annex)
    if printed:
        session, annex = printed
    number = read_number_word(annex.skip(",")) or annex.skip(",")
    end = number.number(1, 4)
    if not session or not end or number.token.text == "0":
        return None
    identifier = f"ah-{chamber}-{session.compact}-{number.token.text}"
    return (_dated(cursor, end, "aanhangsel", identifier, session, "aanhangsel"),), end


def _before_annex(cursor: Cursor) -> tuple[Cursor, Session | None]:
    """Behind `Kamerstukken II 2023/24,`, with its session, or here."""
    keyword = cursor.one_of(parliament().keywords)
    if not keyword:
        return cursor, None
    session = read_session(read_chamber(keyword).skip(",").skip_word("vergaderjaar"))
    return (session[1].skip(","), session[0]) if session else (cursor, None)


def _dated(start: Cursor, end: Cursor, found: MentionType, identifier: str, session: Session, why: str) -> Mention:
    """A mention from `start` to `end`; a misprinted session leaves it in doubt."""
    status: MentionStatus = "certain" if session.consecutive else "doubtful"
    stop = end.read_until
    proposal = None if session.consecutive else identifier
    return Mention(found, start.token.start, stop, identifier, status, why, proposal=proposal)


def read_proceedings(cursor: Cursor) -> Reading | None:
    """A page of the proceedings: `Handelingen II 2010/11, nr. 108, item 5, p. 25-36`."""
    word = cursor.word("handelingen")
    if not word:
        return None
    chamber = "ek" if word.token.text == "I" else "tk"
    session = read_session(read_chamber(word).skip(",").skip_word("vergaderjaar"))
    if not session:
        return None
    number = read_number_word(session[1].skip(",")) or session[1].skip(",")
    end = number.number(1, 3)
    if not end:
        return None
    identifier = f"h-{chamber}-{session[0].compact}-{number.token.text}"
    item = end.skip(",").word("item")
    if item and item.number(1, 3):
        identifier, end = f"{identifier}-{item.token.text}", item.step()
    mention = _dated(cursor, end, "handelingen", identifier, session[0], "handelingen")
    pages = read_pages(end)
    if pages:
        stop = pages[1].read_until
        return (replace(mention, pages=pages[0], end=stop),), pages[1]
    return (mention,), end


def read_gazette(cursor: Cursor) -> Reading | None:
    """A paper of an official journal: `Stcrt. 2013, nr. 15497`, `Stb. 2001, 580`."""
    gazette = gazettes().get(cursor.token.lower)
    return _gazette_number(cursor, gazette) if gazette else None


def _gazette_number(cursor: Cursor, gazette: Gazette) -> Reading | None:
    year = cursor.step().skip(".").skip(",")
    behind = year.number(4, 4)
    if not behind or not 1813 <= int(year.token.text) <= 2100:
        return None
    number = read_number_word(behind.skip(",")) or behind.sign(",") or behind.sign(HYPHENS)
    end = number.number(1, 6) if number else None
    if not number or not end:
        return None
    identifier = f"{gazette.prefix}-{year.token.text}-{int(number.token.text)}"
    stop = number.token.end
    return (Mention(gazette.type, cursor.token.start, stop, identifier, "certain", f"gazette:{gazette.prefix}"),), end


def read_case_law(cursor: Cursor) -> Reading | None:
    """A judgment: `ECLI:NL:HR:2023:123`, or a case of the Court of Justice: `C-123/20`."""
    token = cursor.token
    if token.kind == "ecli":
        text = token.text.rstrip(".")
        mention = Mention("ecli", token.start, token.start + len(text), text, "certain", "ecli")
        return (mention,), cursor.step()
    if token.text not in CASE_LETTERS:
        return None
    hyphen = cursor.step().sign(HYPHENS)
    slash = hyphen.number(1, 4) if hyphen else None
    year = slash.sign("/") if slash else None
    end = year.number(2, 2) if year else None
    if not hyphen or not year or not end:
        return None
    identifier = f"{token.text}-{hyphen.token.text}/{year.token.text}"
    return (Mention("overig", token.start, year.token.end, identifier, "certain", "case"),), end


def read_address(cursor: Cursor) -> Reading | None:
    """An address on the web; one that a line end broke is joined and marked as repaired."""
    token = cursor.token
    if token.kind != "address":
        return None
    joined = "".join(token.text.split())
    identifier = joined if joined.startswith("http") else f"https://{joined}"
    status: MentionStatus = "certain" if joined == token.text else "repaired"
    return (Mention("url", token.start, token.end, identifier, status, "address"),), cursor.step()
