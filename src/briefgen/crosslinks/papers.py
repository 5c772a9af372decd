"""References that name another source of the corpus: by number, or by a title of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..extraction import Extraction
from ..matching.stems import stems
from ..records.reference import Reference

SHORTEST_TITLE = 3
"""Words; a shorter title is also a phrase of running text."""


@dataclass(frozen=True)
class Papers:
    """The sources by their numbers, and by the stems of their titles under the first of these."""

    numbers: dict[str, str]
    titles: dict[str, list[tuple[str, tuple[str, ...]]]]

    @classmethod
    def of(cls, extractions: Iterable[Extraction]) -> Papers:
        """The papers that the sources are."""
        numbers: dict[str, str] = {}
        titles: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for document in (extraction.document for extraction in extractions):
            for _, identifiers in document.metadata.identifiers:
                numbers |= dict.fromkeys(identifiers, document.source.id)
            title = stems(document.metadata.title or document.source.declared.title or "")
            if len(title) >= SHORTEST_TITLE:
                titles[title[0]].append((document.source.id, title))
        return cls(numbers, titles)

    def resolve(self, extraction: Extraction) -> Extraction:
        """The extraction, each reference to another source with the id of that source."""
        own = extraction.document.source.id
        return extraction.model_copy(
            update={"references": tuple(self._resolved(reference, own) for reference in extraction.references)}
        )

    def _resolved(self, reference: Reference, own: str) -> Reference:
        number = reference.proposal or reference.id
        source = self.numbers.get(number) if number else self._titled(reference.raw)
        return reference if source in (None, own) else reference.model_copy(update={"source": source})

    def _titled(self, raw: str) -> str | None:
        """The source whose whole title stands in a name without a number, if only one has it."""
        words = stems(raw)
        found = {
            source
            for start, word in enumerate(words)
            for source, title in self.titles.get(word, ())
            if words[start : start + len(title)] == title
        }
        return found.pop() if len(found) == 1 else None
