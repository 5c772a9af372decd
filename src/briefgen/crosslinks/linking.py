"""All sources of a corpus, with what they say of each other."""

from __future__ import annotations

from collections.abc import Sequence

from ..extraction import Extraction
from ..sentences import sentences
from .changes import changes
from .chronology import earlier_than
from .papers import Papers
from .promises import Promises
from .subjects import Subjects


def link_sources(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The extractions in their order, with references resolved to sources, commitments kept, and relations.

    Args:
        extractions: of all sources of the corpus; what one says alone is not changed.
    """
    papers = Papers.of(extractions)
    named = [papers.resolve(extraction) for extraction in extractions]
    if len(named) < 2:
        return tuple(named)
    subjects = Subjects(
        sentence.text
        for extraction in named
        for paragraph in extraction.document.paragraphs
        for sentence in sentences(paragraph.text)
    )
    promises = Promises(named, subjects)
    kept = [promises.followed_up(extraction) for extraction in named]
    return tuple(
        extraction.model_copy(
            update={
                "relations": (
                    *changes(extraction, earlier_than(extraction, kept), subjects),
                    *promises.fulfilments(extraction),
                )
            }
        )
        for extraction in kept
    )
