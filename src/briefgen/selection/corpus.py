"""All paragraphs of all sources, indexed for matching, with the headings above them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ..definitions import line_of
from ..errors import DefinitionError
from ..extraction import Extraction
from ..matching.index import TermIndex
from ..spec import PackSpec
from .ranking import Field, Query, Ranked, rank


class Corpus:
    """The paragraphs of the sources; they keep the order of the sources and of the text."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        """Index the paragraphs of `extractions` and the headings above them."""
        self._texts: dict[str, str] = {}
        self._paths: dict[str, tuple[str, ...]] = {}
        for extraction in extractions:
            document = extraction.document
            for paragraph in document.paragraphs:
                key = f"{document.source.id}:{paragraph.id}"
                self._texts[key] = paragraph.text
                self._paths[key] = paragraph.heading_path

    def text(self, key: str) -> str:
        """The clean text of a paragraph."""
        return self._texts[key]

    def holding(self, words: str) -> tuple[str, ...]:
        """The keys of the paragraphs that a person means: by key, or by words that stand in them."""
        if words in self._texts:
            return (words,)
        return tuple(key for key, text in self._texts.items() if words in text)

    def rank(self, queries: Sequence[Query]) -> tuple[dict[str, Ranked], ...]:
        """How well each paragraph fits each query, by key; a query without terms fits nothing and gives nothing."""
        rows = rank(self._index, self._fields, queries)
        return tuple(
            dict(zip(self._texts, row, strict=True)) if query.weights else {}
            for query, row in zip(queries, rows, strict=True)
        )

    @cached_property
    def _headings(self) -> dict[str, int]:
        """The number of each heading in the index, behind the paragraphs."""
        texts = dict.fromkeys(heading for path in self._paths.values() for heading in path)
        return {heading: number for number, heading in enumerate(texts, start=len(self._texts))}

    @cached_property
    def _index(self) -> TermIndex:
        return TermIndex([*self._texts.values(), *self._headings])

    @cached_property
    def _fields(self) -> tuple[Field, ...]:
        return tuple(
            Field(body=number, headings=tuple(self._headings[heading] for heading in path))
            for number, path in enumerate(self._paths.values())
        )


def require_paragraphs(spec: PackSpec, extractions: Sequence[Extraction], text: str, file: str) -> None:
    """Check that the sources have every paragraph that a definition pins or excludes.

    Args:
        spec: the definition, parsed from `text`.
        extractions: of all sources.
        text: the whole file, to find the line of a mistake.
        file: how messages name it.

    Raises:
        DefinitionError: no paragraph has that key or holds those words.
    """
    corpus = Corpus(extractions)
    for index, section in enumerate(spec.sections):
        for key, wanted in (("pin", section.pin), ("exclude", section.exclude)):
            for words in wanted:
                if not corpus.holding(words):
                    line = line_of(text, ("sections", index, key))
                    raise DefinitionError("unknown-paragraph", file=file, line=line, name=words)
