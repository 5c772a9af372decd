"""The reader of the XML of officielebekendmakingen.nl."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..errors import SourceError
from ..sources import Source
from .assembly import assemble
from .metadata import metadata_of as metadata_of_text
from .official.flow import blocks_of
from .official.metadata import metadata_of
from .official.notes import notes_of
from .official.speakers import with_turns
from .official.vocabulary import GRAMMAR, LINKS, named
from .trees.layer import Layer, layer_of
from .trees.letterhead import without_letterhead
from .trees.links import Target, target_of, with_links
from .trees.motions import with_movers
from .trees.parsing import Element, local_name, parse_xml

TEXT = frozenset({"al", "tekst", "considerans.al", "item-titel"})
"""Elements without which an XML file is no paper of this schema."""


def text(data: bytes, source: Source) -> str:
    """The text layer of the file.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: as `read`.
    """
    root, _ = parse_xml(data, source.file)
    return _layer(root, source).text


def read(data: bytes, source: Source) -> Document:
    """The document that an XML file holds.

    Args:
        data: the bytes of the file.
        source: its entry in the register.

    Raises:
        SourceError: the file is empty, too large, no XML, of another schema, defines entities, or nests too deep.
    """
    root, problems = parse_xml(data, source.file)
    layer = _layer(root, source)
    notes = notes_of(root, layer)
    blocks, claims = blocks_of(root, layer, _cuts(root, layer))
    blocks, front = without_letterhead(blocks)
    metadata = metadata_of(root, layer, metadata_of_text(layer.text, (), front, blocks))
    document = assemble(layer.text, source, metadata, blocks, notes, (*claims, *notes.claims, *front.claims))
    document = document.model_copy(update={"diagnostics": (*problems, *document.diagnostics)})
    document = with_movers(with_turns(document, root, layer))
    return with_links(document, layer.text, _targets(root, layer))


def _layer(root: Element, source: Source) -> Layer:
    layer = layer_of(root, GRAMMAR)
    if not layer.text.strip() or next(named(root, TEXT), None) is None:
        raise SourceError("xml-other-schema", file=source.file, name=local_name(root))
    return layer


def _cuts(root: Element, layer: Layer) -> list[tuple[int, int]]:
    return [layer.ranges[note] for note in named(root, {"noot"}) if note in layer.ranges]


def _targets(root: Element, layer: Layer) -> Iterator[Target]:
    """The references that the XML marks up."""
    for element in named(root, LINKS):
        address = element.get("doc") or element.get("href") or ""
        dossier = element.get("dossier")
        target = target_of(f"dossier/{dossier}" if dossier else address)
        if target and element in layer.ranges:
            yield Target(layer.ranges[element], target)
