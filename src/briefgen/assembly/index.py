"""The index of a pack: its subjects and the parliamentary papers that it rests on, with the statements on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..extraction import Extraction
from ..matching.index import Occurrence, TermIndex
from ..messages import Language, in_language
from ..pack import REPEATING, IndexEntry, Item, Pack
from ..topics import Taxonomy, Topic
from .papers import paper_references

NAMING = 1.0
"""The weight of a term that names its subject by itself (`Term.weight`)."""

# A run of digits, which sorts by its value: `36 715` comes after `9 000`.
NUMBER = re.compile(r"\d+")


def indexed(pack: Pack, taxonomy: Taxonomy, extractions: Sequence[Extraction], language: Language) -> Pack:
    """The pack with its index: the quoted statements by subject, then by parliamentary paper.

    Args:
        pack: complete but for its index.
        taxonomy: the topics; a statement is on those whose terms stand in its words.
        extractions: of all sources, with the references in their paragraphs.
        language: of the names of topics.
    """
    items = tuple(
        item
        for section in pack.sections
        if section.layout not in REPEATING
        for item in section.items
        if item.quoted and item.citations
    )
    return pack.model_copy(update={"index": (*_topics(items, taxonomy, language), *_papers(items, extractions))})


def _topics(items: Sequence[Item], taxonomy: Taxonomy, language: Language) -> Iterator[IndexEntry]:
    """The subjects on which there are statements, in the order of the alphabet."""
    words = TermIndex([item.text for item in items])
    found = {in_language(topic.label, language): _places(topic, taxonomy, words) for topic in taxonomy.topics}
    for label in sorted(found, key=str.casefold):
        if found[label]:
            named = tuple(items[place].id for place in found[label])
            yield IndexEntry(kind="topic", term=label, items=tuple(dict.fromkeys(named)))


def _places(topic: Topic, taxonomy: Taxonomy, words: TermIndex) -> list[int]:
    """The texts in which a term that names a topic stands, and not within words that mean something else."""
    masks = [found for mask in (*taxonomy.not_meant, *topic.exclude) for found in words.find(mask)]
    masked: dict[int, list[Occurrence]] = {}
    for mask in masks:
        masked.setdefault(mask.text, []).append(mask)
    terms = (term.term for term in topic.terms if term.weight >= NAMING)
    found = (occurrence for term in terms for occurrence in words.find(term))
    return sorted({one.text for one in found if not any(map(one.overlaps, masked.get(one.text, ())))})


def _papers(items: Iterable[Item], extractions: Iterable[Extraction]) -> Iterator[IndexEntry]:
    """The parliamentary papers to which the cited paragraphs refer, by number."""
    named: dict[str, list[str]] = {}
    for one in paper_references(extractions):
        named.setdefault(one.key, []).append(one.number)
    found: dict[str, list[str]] = {}
    for item in items:
        for paper in dict.fromkeys(paper for key in item.citations for paper in named.get(key, ())):
            found.setdefault(paper, []).append(item.id)
    for paper in sorted(found, key=_by_number):
        yield IndexEntry(kind="paper", term=paper, items=tuple(dict.fromkeys(found[paper])))


def _by_number(paper: str) -> tuple[tuple[int, ...], str]:
    dossier, _, number = paper.replace(" ", "").partition(",")
    return tuple(int(digits) for digits in NUMBER.findall(f"{dossier} {number}")), paper
