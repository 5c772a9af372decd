"""The grammar of what a paper is about, where its subject tells it from others and is printed without capitals.

subject = apposition | definite
apposition = {adjective | "EU"} noun                         (verordening buitenlandse subsidies)
definite   = connective ["de" | "het"] {adjective} noun      (de mededeling over de versterking, een Routekaart voor …)

An apposition counts behind the words of `subject_heads`. With a connective, the paper must be a definite one: "een
voorstel voor verbetering" names nothing.
"""

from __future__ import annotations

from functools import lru_cache

from .cursor import Cursor
from .vocabulary import titles

MOST_WORDS = 4
SHORTEST_NOUN = 6
SHORTEST_ADJECTIVE = 5
PARTICIPLE_ENDINGS = ("de", "te")
# How many words may stand between the article and the paper: `de recent door de Commissie gepubliceerde mededeling`.
FARTHEST_ARTICLE = 4


def read_subject(cursor: Cursor, head: str) -> Cursor | None:
    """Behind the subject of a paper, if it stands here.

    Args:
        cursor: behind the word for the paper.
        head: that word, in small letters.
    """
    if not _has_subject(head):
        return None
    apposed = None if head in titles().only_with_subject else _apposition(cursor.skip_word("over"))
    return apposed or _definite(cursor)


@lru_cache(maxsize=4096)
def _has_subject(head: str) -> bool:
    return any(head == word or (head.endswith(word) and len(head) > len(word) + 2) for word in titles().subject_heads)


def _apposition(cursor: Cursor) -> Cursor | None:
    place, end = cursor, None
    for _ in range(MOST_WORDS):
        if _is_listed_noun(place):
            end = place = place.step()
        elif _is_adjective(place) or place.token.text == "EU":
            place = place.step()
        else:
            break
    return end


def _is_listed_noun(cursor: Cursor) -> bool:
    """Whether a word ends as the subjects of policy do; also one that begins with a name: `Chinabeleid`."""
    word = cursor.token.text
    is_word = cursor.token.kind == "word" and len(word) >= SHORTEST_NOUN and word[1:].islower()
    return is_word and word.endswith(titles().subject_endings) and cursor.token.lower not in titles().no_subjects


def _is_adjective(cursor: Cursor) -> bool:
    """Whether a word is an adjective; a participle is none: `in de kamerbrief aangekondigde maatregelen`."""
    word = cursor.token.text
    is_word = cursor.token.kind == "word" and len(word) >= SHORTEST_ADJECTIVE and word[1:].islower()
    return is_word and word.endswith("e") and not word.endswith(PARTICIPLE_ENDINGS)


def _definite(cursor: Cursor) -> Cursor | None:
    connective = cursor.one_of(titles().subject_connectives)
    if not connective or not (_behind_article(cursor) or _is_name(cursor)):
        return None
    place = connective.skip_word("de", "het")
    for _ in range(MOST_WORDS):
        if not (_is_adjective(place) and place.step().token.kind == "word" and place.step().token.text.islower()):
            break
        place = place.step()
    word = place.token
    is_noun = word.kind == "word" and len(word.text) >= SHORTEST_NOUN and word.text[1:].islower()
    listed = titles()
    return place.step() if is_noun and word.lower not in listed.no_subjects | listed.function_words else None


def _is_name(cursor: Cursor) -> bool:
    """Whether the paper before the cursor has a capital within a sentence: `een Routekaart voor kwaliteitsbanen`."""
    head, before = cursor.tokens[cursor.position - 1], cursor.position - 2
    return head.capital and before >= 0 and cursor.tokens[before].kind == "word"


def _behind_article(cursor: Cursor) -> bool:
    """Whether an article stands before the paper, with nothing but words between."""
    for back in range(2, FARTHEST_ARTICLE + 3):
        if cursor.position < back:
            return False
        token = cursor.tokens[cursor.position - back]
        if token.lower in {"de", "het"}:
            return True
        if token.kind != "word" or token.lower in {"een", "geen"}:
            return False
    return False
