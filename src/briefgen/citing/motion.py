"""The grammar of motions by the names of those who moved them.

motion  = ("motie" | "amendement") (["-"] movers | movers-of) ["c.s."] [[","] ["("] papers [")"]]
movers  = surname {("/" | "-" | "," | "en") surname} ["(" party ")"]
surname = {particle} capital {"-" capital}
"""

from __future__ import annotations

from dataclasses import replace

from .cursor import Cursor
from .kamerstuk import read_papers
from .mention import Mention
from .parts import Reading
from .vocabulary import parliament


def read_motion(cursor: Cursor) -> Reading | None:
    """A motion: `motie-Van Lanschot`, `motie Becker CS (Kamerstuk 23 987 Nr. 399)`, `motie 36 410, nr. 5`."""
    word = cursor.one_of(parliament().motion_words)
    if not word:
        return None
    movers = _movers(_opened(word))
    if not movers:
        return _numbered(cursor, word)
    end = _and_others(_party(movers))
    stop = end.read_until
    mention = Mention("motie", cursor.token.start, stop, None, "unresolved", "motion:named")
    return _with_paper(mention, end)


def _numbered(start: Cursor, word: Cursor) -> Reading | None:
    """A motion by its number alone: `moties 12 345, nr. 6 en nr. 8`, `motie op stuk nr. 253`."""
    opened = word.skip_word("op")
    bracket = opened.sign("(")
    papers = read_papers(bracket or opened)
    if not papers:
        return None
    end = (papers[1].sign(")") if bracket else None) or papers[1]
    found = [replace(paper, type="motie", why=f"motion:{paper.why}") for paper in papers[0]]
    found[0] = replace(found[0], start=start.token.start)
    found[-1] = replace(found[-1], end=end.read_until)
    return tuple(found), end


def _with_paper(mention: Mention, cursor: Cursor) -> Reading:
    """The motion together with the papers that follow it directly."""
    opened = cursor.skip(",")
    bracket = opened.sign("(")
    papers = read_papers(bracket or opened)
    named = replace(mention, name=_name_of(mention, cursor))
    if not papers:
        return (named,), cursor
    first, *others = papers[0]
    end = (papers[1].sign(")") if bracket else None) or papers[1]
    stop = first.end if others else end.read_until
    numbered = replace(first, type="motie", start=mention.start, end=stop, name=named.name, why="motion:numbered")
    return (numbered, *(replace(other, type="motie") for other in others)), end


def _name_of(mention: Mention, end: Cursor) -> str:
    """The words of the motion, with single spaces."""
    return " ".join(token.text for token in end.tokens if mention.start <= token.start and token.end <= mention.end)


def _opened(word: Cursor) -> Cursor:
    """Behind what stands between the word and the names: `-`, `van het lid`, `van de leden`."""
    hyphen = word.sign("-–‑")
    if hyphen:
        return hyphen
    article = word.skip_word("van").skip_word("het", "de")
    return article.word("lid", "leden", "heer") or article.word("mevrouw") or word


def _movers(cursor: Cursor) -> Cursor | None:
    end = _surname(cursor)
    if not end:
        return None
    while joined := end.sign("/-–,") or end.word("en"):
        following = _surname(joined)
        if not following:
            break
        end = following
    return end


def _surname(cursor: Cursor) -> Cursor | None:
    words = parliament()
    while cursor.token.lower in words.name_particles and cursor.step().token.kind == "word":
        cursor = cursor.step()
    if not cursor.token.capital or cursor.token.lower in words.no_surnames:
        return None
    end = cursor.step()
    while (hyphen := end.sign("-–")) and not end.token.spaced and hyphen.token.capital and not hyphen.token.spaced:
        end = hyphen.step()
    return end


def _party(cursor: Cursor) -> Cursor:
    """Behind the party in brackets, `(GroenLinks-PvdA)`, or here."""
    bracket = cursor.sign("(")
    if not bracket or bracket.token.kind != "word" or bracket.token.lower in parliament().keywords:
        return cursor
    for length in range(1, 5):
        closed = bracket.step(length).sign(")")
        if closed:
            numbers = any(bracket.ahead(index).kind == "number" and len(bracket.ahead(index).text) > 2
                          for index in range(length))  # fmt: skip
            return cursor if numbers else closed
    return cursor


def _and_others(cursor: Cursor) -> Cursor:
    """Behind `c.s.`, also printed as `cs` or `CS`, or here."""
    dotted = cursor.phrase("c", ".", "s")
    if dotted:
        return dotted.skip(".") if not dotted.token.spaced else dotted
    plain = cursor.word("cs")
    return plain or cursor
