"""All paragraphs of all sources, indexed for matching, with the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from ..definitions import line_of
from ..document import ParagraphKind
from ..errors import DefinitionError
from ..extraction import Extraction
from ..matching.index import TermIndex
from ..spec import PackSpec
from .comparison import compared
from .evidence import evidence, widened
from .outcome import Evidence
from .ranking import Field, Query, Ranked, rank

# The key of a paragraph, as citations have it: `staat-van-de-unie-2026:p39`.
KEY = re.compile(r"[\w-]+:p\d+[a-z]*")


class Corpus:
    """The paragraphs of the sources; they keep the order of the sources and of the text."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        """Index the paragraphs of `extractions` and the headings above them."""
        self.extractions = tuple(extractions)
        self._texts: dict[str, str] = {}
        self._paths: dict[str, tuple[str, ...]] = {}
        self._kinds: dict[str, ParagraphKind] = {}
        for extraction in extractions:
            document = extraction.document
            for paragraph in document.paragraphs:
                key = f"{document.source.id}:{paragraph.id}"
                self._texts[key] = paragraph.text
                self._paths[key] = paragraph.heading_path
                self._kinds[key] = paragraph.kind

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all paragraphs, in their order."""
        return tuple(self._texts)

    def text(self, key: str) -> str:
        """The clean text of a paragraph."""
        return self._texts[key]

    def is_cell(self, key: str) -> bool:
        """Whether a paragraph is a cell of a table."""
        return self._kinds[key] == "table_cell"

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

    def with_words(self, words: str) -> tuple[str, ...]:
        """The keys of the paragraphs that hold some words, however they are spaced and whatever their case."""
        sought = " ".join(words.split()).casefold()
        return tuple(key for key, text in self._texts.items() if sought in text.casefold())

    @cached_property
    def pool(self) -> tuple[Evidence, ...]:
        """Everything that the sources offer to quote."""
        offered = (item for extraction in self.extractions for item in evidence(extraction))
        return tuple(widened(item, self.text(item.key)) for item in offered)

    @cached_property
    def changes(self) -> tuple[Evidence, ...]:
        """The positions and figures that an older source states too, or otherwise, each with the older one."""
        return tuple(compared(self.extractions))

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
        DefinitionError: no paragraph has that key or holds those words; the first one.
    """
    for mistake in unknown_paragraphs(spec, extractions, text, file):
        raise mistake


def unknown_paragraphs(
    spec: PackSpec, extractions: Sequence[Extraction], text: str, file: str
) -> Iterator[DefinitionError]:
    """The paragraphs that a definition pins or excludes and that no source has.

    Args:
        spec: the definition, parsed from `text`.
        extractions: of all sources.
        text: the whole file, to find the lines of mistakes.
        file: how messages name it.
    """
    corpus = Corpus(extractions)
    for index, section in enumerate(spec.sections):
        for key, wanted in (("pin", section.pin), ("exclude", section.exclude)):
            for words in wanted:
                if not corpus.holding(words):
                    line = line_of(text, ("sections", index, key))
                    known = corpus.keys if KEY.fullmatch(words) else ()
                    yield DefinitionError("unknown-paragraph", file=file, line=line, name=words, known=known)
