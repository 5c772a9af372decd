"""Small corpora for the tests of crosslinks."""

from __future__ import annotations

from briefgen.document import Document, Identifiers, Metadata
from briefgen.extraction import Extraction, extract
from briefgen.sources import SourceKind

from ..records.documents import document


def source(
    name: str, *lines: str, date: str | None, title: str | None = None, paper: str = "", kind: SourceKind = "kamerbrief"
) -> Extraction:
    """What one source says, with its own title and number."""
    made: Document = document(*lines, date=date, kind=kind)
    identifiers = Identifiers(kamerstuk=(paper,) if paper else ())
    return extract(
        made.model_copy(
            update={
                "source": made.source.model_copy(update={"id": name}),
                "metadata": Metadata(title=title, identifiers=identifiers),
            }
        )
    )


OTHER_WORDS = [
    "Het kabinet zet in op sterke lidstaten en een open economie.",
    "Nederland steunt de hervorming van de arbeidsmarkt in alle regio's.",
    "De Commissie publiceert haar werkprogramma over digitalisering en natuur.",
    "Landen in Afrika en Azië zoeken partners voor hun grondstoffen.",
    "Scholen en universiteiten leiden mensen op voor technische beroepen.",
]
"""Sentences about other things, so that the words of a subject are rarer than the rest."""
