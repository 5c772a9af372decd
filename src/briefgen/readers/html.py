"""The reader of saved web pages."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..errors import SourceError
from ..sources import Source
from .assembly import assemble
from .metadata import language_of
from .metadata import metadata_of as metadata_of_text
from .trees.layer import Layer, layer_of
from .trees.letterhead import without_letterhead
from .trees.links import Target, target_of, with_links
from .trees.motions import with_movers
from .trees.parsing import Element, parse_html
from .web.flow import blocks_of
from .web.furniture import Furniture
from .web.landmarks import main_element
from .web.metadata import head_of, metadata_of
from .web.notes import notes_of
from .web.vocabulary import GRAMMAR


def text(data: bytes, source: Source) -> str:
    """The text layer of the page: all its text, navigation too.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: as `read`.
    """
    return _layer(parse_html(data, source.file), source).text


def read(data: bytes, source: Source) -> Document:
    """The document that a saved web page holds.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: the file is empty, too large, holds no text, or its elements nest too deep.
    """
    root = parse_html(data, source.file)
    layer = _layer(root, source)
    head = head_of(root)
    notes = notes_of(root, layer)
    main = main_element(root, layer, head.language or language_of(layer.text))
    blocks, claims = blocks_of(root, layer, notes.cuts, Furniture(layer, main, notes.holders))
    blocks, front = without_letterhead(blocks)
    around = tuple(claim for claim in claims if claim.kind == "navigation")
    metadata = metadata_of(head, metadata_of_text(layer.text, around, front, blocks), root, layer, claims)
    document = assemble(
        layer.text, source, metadata, blocks, notes.notes, (*claims, *notes.notes.claims, *front.claims)
    )
    return with_links(with_movers(document), layer.text, _targets(root, layer))


def _layer(root: Element, source: Source) -> Layer:
    layer = layer_of(root, GRAMMAR)
    if not layer.text.strip():
        raise SourceError("source-not-text", file=source.file)
    return layer


def _targets(root: Element, layer: Layer) -> Iterator[Target]:
    """The links of the page to papers and to other pages."""
    for link in root.iter("a"):
        target = target_of((link.get("href") or "").strip())
        if target and link in layer.ranges:
            yield Target(layer.ranges[link], target)
