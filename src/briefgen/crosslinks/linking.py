"""All sources of a corpus, with what they say of each other."""

from __future__ import annotations

from collections.abc import Sequence

from ..extraction import Extraction
from ..records.relation import Relation
from ..sentences import sentences
from .changes import Statements
from .chronology import by_date
from .papers import Papers
from .promises import Promises
from .subjects import Subjects


def link_sources(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The extractions in their order, with references resolved to sources, commitments kept, and relations.

    The sources are walked through once, the oldest first, each against what the older ones left behind, so that the
    work grows with their number and not with its square.

    Args:
        extractions: of all sources of the corpus; what one says alone is not changed.
    """
    papers = Papers.of(extractions)
    named = [papers.resolve(extraction) for extraction in extractions]
    if len(named) < 2:
        return tuple(named)
    subjects = _subjects(named)
    statements, promises = Statements(subjects), Promises(subjects)
    relations: dict[str, tuple[Relation, ...]] = {}
    for group in by_date(named):
        for extraction in group:
            found = (*statements.changes(extraction), *promises.fulfilments(extraction))
            relations[extraction.document.source.id] = found
        for extraction in group:
            statements.add(extraction)
            promises.add(extraction)
    return tuple(
        promises.followed_up(extraction).model_copy(
            update={"relations": relations.get(extraction.document.source.id, ())}
        )
        for extraction in named
    )


def _subjects(extractions: Sequence[Extraction]) -> Subjects:
    return Subjects(
        sentence.text
        for extraction in extractions
        for paragraph in extraction.document.paragraphs
        for sentence in sentences(paragraph.text)
    )
