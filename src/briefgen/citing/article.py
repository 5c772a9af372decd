"""The grammar of articles of treaties and laws.

    articles  = ("artikel" | "art.") article {("," | "en" | "of" | "t/m") article} [","] ["van" ["het" | "de"]] act
    article   = number [letter] {part}
    part      = "." number | "(" number ")" | [","] ("lid" number | ordinal "lid") | [","] "onder" letter
    unnamed   = "artikel" number "-" word            (artikel 7-procedure)

An article without a treaty or a law (of a proposal, of a code of conduct, of a budget) is no reference.
"""

from __future__ import annotations

from dataclasses import dataclass

from .cursor import Cursor
from .mention import Mention, MentionStatus
from .parts import HYPHENS, Reading
from .vocabulary import law, law_names, treaties_by_id, treaty_names

# The longest list of articles that is read: a list without an act is read again from its second article.
MOST_ARTICLES = 20


@dataclass(frozen=True, slots=True)
class Article:
    """One article as printed: `42`, paragraph `7`, part `e`."""

    number: str
    parts: tuple[str, ...]
    start: int
    end: int


def read_articles(cursor: Cursor) -> Reading | None:
    """The treaty or law articles at the cursor; nothing when their treaty or law is not named."""
    first = cursor.one_of(law().words.article)
    if not first:
        return None
    first = first.skip(".")
    unnamed = _unnamed(cursor, first)
    if unnamed:
        return unnamed
    articles, behind = _articles(first)
    if not articles:
        return None
    act = _act(behind)
    if not act:
        return None
    kind, identifier, end = act
    stop = end.read_until
    return _mentions(cursor.token.start, articles, stop, kind, identifier), end


def _mentions(start: int, articles: list[Article], stop: int, kind: str, act: str) -> tuple[Mention, ...]:
    """One mention for each article: the first begins with the word "artikel", the last ends with the act."""
    found = []
    for index, article in enumerate(articles):
        begin = start if index == 0 else article.start
        end = stop if index == len(articles) - 1 else article.end
        identifier = "-".join((act, article.number, *article.parts))
        if kind == "law":
            found.append(Mention("wet", begin, end, identifier, "certain", "article:law"))
            continue
        status, proposal = _possible(act, article)
        found.append(Mention("verdragsartikel", begin, end, identifier, status, "article:treaty", proposal=proposal))
    return tuple(found)


def _possible(act: str, article: Article) -> tuple[MentionStatus, str | None]:
    """Whether the treaty has this article; if not, the treaty that was probably meant."""
    treaty = treaties_by_id()[act]
    number = int("".join(filter(str.isdigit, article.number)))
    if 1 <= number <= treaty.articles:
        return "certain", None
    partner = treaties_by_id().get(treaty.partner or "")
    if partner and number <= partner.articles:
        return "doubtful", "-".join((partner.id, article.number, *article.parts))
    return "doubtful", None


def _unnamed(cursor: Cursor, number: Cursor) -> Reading | None:
    """`artikel 7-procedure`: the word behind the number tells the treaty."""
    hyphen = number.number(1, 3)
    word = hyphen.sign(HYPHENS) if hyphen else None
    if not word:
        return None
    for entry in law().unnamed:
        end = word.one_of(entry.words)
        if end and int(number.token.text) == entry.article:
            identifier = f"{entry.treaty}-{entry.article}"
            stop = word.token.end
            return (
                Mention("verdragsartikel", cursor.token.start, stop, identifier, "repaired", "article:unnamed"),
            ), end
    return None


def _articles(cursor: Cursor) -> tuple[list[Article], Cursor]:
    found: list[Article] = []
    behind = cursor
    while len(found) < MOST_ARTICLES and (following := _article(cursor)):
        article, behind = following
        found.append(article)
        joined = _joined(behind)
        if not joined:
            break
        cursor = joined.skip(".")
        cursor = (cursor.one_of(law().words.article) or cursor).skip(".")
    return found, behind


def _joined(cursor: Cursor) -> Cursor | None:
    """Behind what joins two articles, if it stands here."""
    through = cursor.phrase("tot", "en", "met") or cursor.phrase("t", "/", "m")
    return through or cursor.skip(",").word("en", "of", "jo", "juncto") or cursor.sign(",")


def _article(cursor: Cursor) -> tuple[Article, Cursor] | None:
    start = cursor.token
    behind = cursor.number(1, 4)
    if not behind:
        return None
    number = str(int(start.text))
    letter = behind.token
    if letter.kind == "word" and not letter.spaced and len(letter.text) <= 2 and letter.text.islower():
        number, behind = number + letter.text, behind.step()
    parts: list[str] = []
    while following := _part(behind):
        part, behind = following
        parts.append(part)
    end = behind.read_until
    return Article(number, tuple(parts), start.start, end), behind


def _part(cursor: Cursor) -> tuple[str, Cursor] | None:
    """A paragraph or a part of an article: `(7)`, `lid 7`, `, zevende lid`, `.7`, `, sub e`."""
    glued = cursor.sign(".")
    if glued and not cursor.token.spaced and not glued.token.spaced and glued.number(1, 2):
        return glued.token.text, glued.step()
    bracket = cursor.sign("(")
    if bracket and (bracket.number(1, 2) or _letter(bracket)):
        closed = bracket.step().sign(")")
        return (bracket.token.lower, closed) if closed else None
    named = cursor.skip(",")
    return _paragraph(named) or _lettered(named)


def _paragraph(cursor: Cursor) -> tuple[str, Cursor] | None:
    words = law().words
    behind = cursor.one_of(words.paragraph)
    if behind and behind.number(1, 2):
        return behind.token.text, behind.step()
    ordinal = law().ordinals.get(cursor.token.lower)
    more = cursor.step().word("en")  # `eerste en tweede lid`: the first stands for both
    behind_ordinals = more.one_of(law().ordinals) if more else cursor.step()
    end = behind_ordinals.one_of(words.paragraph) if ordinal and behind_ordinals else None
    if ordinal and end:
        return str(ordinal), end
    suffixed = cursor.number(1, 2)
    suffix = suffixed.word("e", "de", "ste") if suffixed else None
    end = suffix.one_of(words.paragraph) if suffix else None
    return (cursor.token.text, end) if end else None


def _lettered(cursor: Cursor) -> tuple[str, Cursor] | None:
    opened = (cursor.phrase("aanhef", "en") or cursor).one_of(law().words.part)
    letter = opened.skip("(") if opened else None
    if letter and (_letter(letter) or letter.number(1, 2)):
        return letter.token.lower, letter.step().skip(")")
    return None


def _letter(cursor: Cursor) -> bool:
    return cursor.token.kind == "word" and len(cursor.token.text) == 1 and cursor.token.text.islower()


def _act(cursor: Cursor) -> tuple[str, str, Cursor] | None:
    """The treaty or the law that the articles are of: its kind, its id, and the cursor behind its name."""
    opened = cursor.skip(",").skip_word("van", "uit", "in").skip_word("het", "de")
    opened = opened.sign("(") or opened
    for kind, names in (("treaty", treaty_names()), ("law", law_names())):
        named = names.read(opened)
        if named:
            end = named[1]
            return kind, named[0], _abbreviated(end, named[0], kind)
    return None


def _abbreviated(cursor: Cursor, identifier: str, kind: str) -> Cursor:
    """Behind the abbreviation of a name in brackets, `(VEU)`, or here."""
    bracket = cursor.sign("(")
    again = (treaty_names() if kind == "treaty" else law_names()).read(bracket) if bracket else None
    closed = again[1].sign(")") if again and again[0] == identifier else None
    return closed or cursor
