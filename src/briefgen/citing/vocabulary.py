"""The word lists of the grammar, as typed values: `data/references-*.toml`."""

from __future__ import annotations

from functools import cache
from typing import Literal

from ..lexicon import lexicon
from ..model import Model
from .cursor import Cursor
from .mention import MentionType
from .tokens import tokenize


class Gazette(Model):
    """A journal whose papers are cited by year and number."""

    words: tuple[str, ...]
    prefix: str
    type: Literal["wet", "overig"]


class ParliamentWords(Model):
    """How Dutch parliamentary papers are cited; the file explains each list."""

    keywords: frozenset[str]
    number_words: frozenset[str]
    attachment_words: frozenset[str]
    page_words: frozenset[str]
    amount_words: frozenset[str]
    motion_words: frozenset[str]
    name_particles: frozenset[str]
    no_surnames: frozenset[str]
    gazettes: tuple[Gazette, ...]
    additions: dict[str, frozenset[str]]


class Treaty(Model):
    """A treaty whose articles are cited."""

    id: str
    names: tuple[str, ...]
    articles: int
    partner: str | None = None
    celex: str | None = None


class Law(Model):
    """A national law, or an EU act under its Dutch name."""

    id: str
    names: tuple[str, ...]
    bwb: str | None = None


class UnnamedTreaty(Model):
    """An article that certain words are enough to tell the treaty of."""

    article: int
    words: frozenset[str]
    treaty: str


class ArticleWords(Model):
    """Words in references to articles."""

    article: frozenset[str]
    paragraph: frozenset[str]
    part: frozenset[str]


class LawWords(Model):
    """Treaties, laws and EU acts; the file explains each list."""

    treaties: tuple[Treaty, ...]
    unnamed: tuple[UnnamedTreaty, ...]
    laws: tuple[Law, ...]
    words: ArticleWords
    ordinals: dict[str, int]
    acts: dict[str, str]


class Compounds(Model):
    """Last parts of compounds that name one paper, and compounds that name none."""

    words: tuple[str, ...]
    common: frozenset[str]


class Eponyms(Model):
    """Authors whose reports go by their names, and the words for a report or for what stands in it."""

    authors: frozenset[str]
    papers: frozenset[str]


class TitleWords(Model):
    """How papers are named without a number; the file explains each list."""

    function_words: frozenset[str]
    connectives: frozenset[str]
    months: frozenset[str]
    roles: frozenset[str]
    european: frozenset[str]
    subject_endings: tuple[str, ...]
    subject_heads: frozenset[str]
    subject_connectives: frozenset[str]
    no_subjects: frozenset[str]
    only_with_subject: frozenset[str]
    same_as_before: frozenset[str]
    aforementioned: frozenset[str]
    newspapers: tuple[str, ...]
    report_words: frozenset[str]
    citation_words: frozenset[str]
    english_words: frozenset[str]
    dutch_words: frozenset[str]
    fixed: dict[str, MentionType]
    heads: dict[str, MentionType]
    phrases: dict[str, MentionType]
    endings: dict[str, MentionType]
    english: dict[str, MentionType]
    english_modifiers: frozenset[str]
    compounds: Compounds
    eponyms: Eponyms


@cache
def parliament() -> ParliamentWords:
    """The words of parliamentary papers."""
    words: ParliamentWords = lexicon("references-parliament", ParliamentWords)
    return words


@cache
def law() -> LawWords:
    """The words of treaties, laws and EU acts."""
    words: LawWords = lexicon("references-law", LawWords)
    return words


@cache
def titles() -> TitleWords:
    """The words of papers that are named."""
    words: TitleWords = lexicon("references-titles", TitleWords)
    return words


class Phrases:
    """Names of several words, found at a cursor; the longest name wins."""

    def __init__(self, names: dict[str, str]) -> None:
        """Args: names: each name in small letters, and what it stands for."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, value in names.items():
            parts = tuple(token.lower for token in tokenize(name)[:-1])
            self._by_first.setdefault(parts[0], []).append((parts, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: len(candidate[0]), reverse=True)

    def may_begin(self, word: str) -> bool:
        """Whether a name begins with this word in small letters."""
        return word in self._by_first

    def read(self, cursor: Cursor) -> tuple[str, Cursor] | None:
        """What the name at the cursor stands for, and the cursor behind it."""
        for parts, value in self._by_first.get(cursor.token.lower, ()):
            end = cursor.phrase(*parts)
            if end:
                return value, end
        return None


@cache
def gazettes() -> dict[str, Gazette]:
    """The official journals by the words that call them."""
    return {word: gazette for gazette in parliament().gazettes for word in gazette.words}


@cache
def treaty_names() -> Phrases:
    """All names of treaties, for their ids."""
    return Phrases({name: treaty.id for treaty in law().treaties for name in treaty.names})


@cache
def law_names() -> Phrases:
    """All names of laws, for their ids."""
    return Phrases({name: act.id for act in law().laws for name in act.names})


@cache
def fixed_names() -> Phrases:
    """The names that everybody knows; each stands for itself."""
    return Phrases({name: name for name in titles().fixed})


@cache
def phrase_heads() -> Phrases:
    """The kinds of papers that several words call; each stands for itself."""
    return Phrases({name: name for name in titles().phrases})


@cache
def newspaper_names() -> Phrases:
    """The names of newspapers; each stands for itself."""
    return Phrases({name: name for name in titles().newspapers})


@cache
def newspaper_words() -> frozenset[str]:
    """The first words of the names of newspapers."""
    return frozenset(tokenize(name)[0].lower for name in titles().newspapers)


@cache
def fixed_words() -> frozenset[str]:
    """The first words of the names that everybody knows."""
    return frozenset(tokenize(name)[0].lower for name in titles().fixed)


@cache
def treaties_by_id() -> dict[str, Treaty]:
    """The treaties by id."""
    return {treaty.id: treaty for treaty in law().treaties}


@cache
def laws_by_id() -> dict[str, Law]:
    """The laws by id."""
    return {act.id: act for act in law().laws}
