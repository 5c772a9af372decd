"""Reads a Word file that was built, and perhaps edited and saved by other programs since (ECMA-376, part 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...attestation import ATTESTATION_NAME
from ...errors import InputError
from ...ooxml import Element, w
from ...readers.word.package import Package, open_package
from .model import Block, Copy, Place
from .story import NOTE_REFERENCES, Note, Passage, Story, read_story

EDGES = frozenset({"header", "footer"})

# Where custom XML stands in a Word file.
CUSTOM_XML = re.compile(r"customXml/item\d+\.xml")

ATTACHMENT = "{urn:briefgen:attachment}attachment"
"""The element that holds a file inside a Word file."""

LONGEST_TEXT = 5_000_000
"""Characters: more than fifteen hundred pages."""


def read_word(data: bytes, file: str) -> Copy:
    """What a Word file prints.

    Args:
        data: the whole file.
        file: how messages name it.

    Raises:
        InputError: it is no Word file, damaged, encrypted or far too large, it carries macros, or more than one
            provenance.
    """
    package = open_package(data, file)
    root = package.root(package.main)
    if root is None:
        raise InputError("word-source-other", file=file)
    body = read_story(root)
    if sum(len(word) for passage in body.passages for word in passage.words) > LONGEST_TEXT:
        raise InputError("word-source-too-long", file=file, millions=str(LONGEST_TEXT // 1_000_000))
    notes = _Notes({note: read_story(element) for note, element in _notes(package)}, body)
    blocks = (
        *(notes.block(passage) for passage in body.passages),
        *(_block(passage, "note") for story in notes.called for passage in story.passages),
        *(_block(passage, "edge") for part in _edges(package) for passage in read_story(part).passages),
    )
    return Copy(blocks=blocks, attested=_attested(package, file), flowing=True)


@dataclass(frozen=True, slots=True)
class _Notes:
    """The notes of a file, and the body that calls them."""

    stories: dict[Note, Story]
    body: Story

    @property
    def called(self) -> Iterator[Story]:
        """The notes that the body still calls, in the order of their part."""
        called = {note for passage in self.body.passages for note in passage.notes}
        return (story for note, story in self.stories.items() if note in called)

    def block(self, passage: Passage) -> Block:
        """A paragraph of the body with what its notes say, also those that it only refers to."""
        linked = [note for link in passage.links for note in self.body.marked.get(link, ())]
        called = [*passage.notes, *linked, *self._numbered(passage)]
        return _block(
            passage,
            notes=tuple(inner.text for note in called if note in self.stories for inner in self.stories[note].passages),
        )

    def _numbered(self, passage: Passage) -> Iterator[Note]:
        """The notes whose numbers a paragraph prints without a bookmark that leads to them."""
        numbers = [number for number, target in passage.numbers if target not in self.body.marked]
        in_order = [note for one in self.body.passages for note in one.notes] if numbers else []
        return (in_order[number - 1] for number in numbers if 0 < number <= len(in_order))


def _block(passage: Passage, place: Place = "body", notes: tuple[str, ...] = ()) -> Block:
    return Block(
        text=passage.text,
        place=place,
        anchors=frozenset(passage.anchors),
        links=frozenset(passage.links),
        notes=notes,
        row=passage.row,
    )


def _notes(package: Package) -> Iterator[tuple[Note, Element]]:
    for kind in sorted(set(NOTE_REFERENCES.values())):
        part = package.related(kind)
        for element in () if part is None else part:
            if isinstance(element.tag, str) and element.get(w("type"), "normal") == "normal":
                yield (kind, element.get(w("id"), "")), element


def _edges(package: Package) -> Iterator[Element]:
    for relation in package.relations:
        part = package.root(relation.target) if relation.kind in EDGES else None
        if part is not None:
            yield part


def _attested(package: Package, file: str) -> bytes | None:
    """The text of the custom XML part that holds the provenance, also when other programs saved the file."""
    parts = (package.root(name) for name in sorted(package.archive.namelist()) if CUSTOM_XML.fullmatch(name))
    found = {
        (root.text or "").encode()
        for root in parts
        if root is not None and root.tag == ATTACHMENT and root.get("name") == ATTESTATION_NAME
    }
    if len(found) > 1:
        raise InputError("copy-attestations-differ", file=file)
    return next(iter(found), None)
