"""The reader of Word files (ECMA-376), and what is said of other files of word processors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..diagnostics import Diagnostic
from ..document import Document, Metadata
from ..errors import SourceError
from ..ooxml import w
from ..sources import Source
from .assembly import assemble
from .metadata import metadata_of
from .word.blocks import blocks_of
from .word.layer import Layer
from .word.notes import notes_of
from .word.opening import opening_of
from .word.package import Package, open_package
from .word.properties import title_of
from .word.stories import layer_of
from .word.typed_notes import without_typed_notes

CONVERTED = frozenset({".doc", ".odt", ".rtf"})
"""File name endings of formats that another program turns into Word files first."""


def text(data: bytes, source: Source) -> str:
    """The text layer of a Word file: what it prints, in reading order, one paragraph a line.

    Numbers of lists and marks of notes stand in it as printed. Deleted and hidden text and comments do not.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: the file is empty, too large, encrypted, damaged or no Word file, or it carries macros.
    """
    return layer_of(_opened(data, source)).text


def read(data: bytes, source: Source) -> Document:
    """The document that a Word file holds, with tracked changes accepted.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: the file is empty, too large, encrypted, damaged or no Word file, or it carries macros.
    """
    package = _opened(data, source)
    layer = layer_of(package)
    opening = opening_of(layer)
    words, notes = without_typed_notes(layer, opening.paragraphs, notes_of(layer))
    blocks = blocks_of(layer, words, opening.front)
    metadata = metadata_of(layer.text, opening.titles, opening.front, blocks)
    claims = (*notes.claims, *opening.front.claims, *opening.titles, *opening.around)
    document = assemble(layer.text, source, _titled(metadata, package), blocks, notes, claims)
    return document.model_copy(update={"diagnostics": (*document.diagnostics, *_left_out(layer, package))})


def _opened(data: bytes, source: Source) -> Package:
    suffix = PurePosixPath(source.file).suffix.lower()
    if suffix == ".docm":
        raise SourceError("word-source-macros", file=source.file)
    if suffix in CONVERTED:
        raise SourceError("word-source-convert", file=source.file, format=suffix)
    return open_package(data, source.file)


def _titled(metadata: Metadata, package: Package) -> Metadata:
    """The metadata, with the title of the file's properties when the text has none."""
    return metadata if metadata.title else metadata.model_copy(update={"title": title_of(package)})


def _left_out(layer: Layer, package: Package) -> Iterator[Diagnostic]:
    """What the file holds and the document does not: tracked changes, hidden text, comments."""
    changes = {name: layer.counts.get(name, 0) for name in ("insertion", "deletion", "move")}
    if any(changes.values()):
        counted = ", ".join(f"{name}s: {count}" for name, count in changes.items() if count)
        yield Diagnostic(
            severity="warning",
            code="tracked-changes",
            message=f"The file has tracked changes ({counted}); they are read as accepted.",
        )
    if hidden := layer.counts.get("hidden", 0):
        message = f"Hidden text is left out; places: {hidden}."
        yield Diagnostic(severity="warning", code="hidden-text", message=message)
    comments = package.related("comments")
    if comments is not None and (count := len(comments.findall(w("comment")))):
        yield Diagnostic(severity="info", code="comments", message=f"Comments are left out: {count}.")
