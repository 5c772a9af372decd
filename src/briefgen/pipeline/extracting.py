"""From the bytes of one source to what it says, by the process that is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..document import Document
from ..extraction import extract
from ..lineage import with_lineage
from ..marking import require_open
from ..readers import read, text_layer
from .project import LoadedSource
from .summary import summarise


def document_of(loaded: LoadedSource) -> Document:
    """The document that a source holds, with the ids of its lineage when it replaces another one.

    Raises:
        SourceError: the file cannot be read as a document, or may not be.
    """
    document = read(loaded.data, loaded.source)
    require_open(document)
    return document if loaded.lineage is None else with_lineage(document, loaded.lineage)


def extracted(loaded: LoadedSource) -> bytes:
    """What a source says, as the JSON of its extraction.

    Raises:
        SourceError: the file cannot be read as a document, or may not be.
    """
    return extract(document_of(loaded)).model_dump_json(by_alias=True).encode()


def _document(loaded: LoadedSource) -> bytes:
    return document_of(loaded).model_dump_json(by_alias=True).encode()


def _summary(loaded: LoadedSource) -> bytes:
    return summarise(read(loaded.data, loaded.source)).model_dump_json().encode()


def _text(loaded: LoadedSource) -> bytes:
    return text_layer(loaded.data, loaded.source).encode()


TASKS: Mapping[str, Callable[[LoadedSource], bytes]] = {
    "extraction": extracted,
    "document": _document,
    "summary": _summary,
    "text": _text,
}
"""What each `Task` of the workers makes of a source: models as JSON, or its text layer; all in UTF-8."""
