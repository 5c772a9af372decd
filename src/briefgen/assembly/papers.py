"""The parliamentary papers that paragraphs refer to, as official style cites them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..citing.links import official_citation, parse_paper
from ..document import Document
from ..extraction import Extraction
from ..records.reference import Reference

NUMBERED = frozenset({"kamerstuk", "motie"})
"""The kinds of references that have an official style of citing."""


class PaperReference(NamedTuple):
    """A paper and a paragraph that refers to it.

    Attributes:
        citation: in official style, without its parliamentary year: `Kamerstukken II, 36 715, nr. 32`.
        key: of the paragraph.
        url: where the reference itself gives one.
    """

    citation: str
    key: str
    url: str | None

    @property
    def number(self) -> str:
        """The paper without its series: `36 715, nr. 32`."""
        return self.citation.partition(", ")[2]


def paper_references(extractions: Iterable[Extraction]) -> Iterator[PaperReference]:
    """The references to numbered papers in the paragraphs of some sources and their notes, in reading order."""
    for extraction in extractions:
        document = extraction.document
        for reference in extraction.references:
            paragraph = referring_paragraph(reference, document)
            if paragraph and reference.type in NUMBERED and reference.id and parse_paper(reference.id):
                key = f"{document.source.id}:{paragraph}"
                yield PaperReference(official_citation(reference.id), key, reference.url)


def referring_paragraph(reference: Reference, document: Document) -> str | None:
    """The paragraph of a reference, or the one that its note belongs to."""
    if reference.paragraph is not None or reference.footnote is None:
        return reference.paragraph
    return next((note.paragraph for note in document.footnotes if note.label == reference.footnote), None)
