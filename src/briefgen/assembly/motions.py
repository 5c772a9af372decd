"""The motions that a pack mentions, with what they ask as far as a source gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..document import Document, Paragraph
from ..extraction import Extraction
from ..pack import Item
from ..records.reference import Reference
from ..sentences import sentences
from .papers import referring_paragraph

# The head of the paragraph in which a motion asks something, after its considerations (`verzoekt de regering …`,
# `spreekt uit dat …`).
REQUEST = re.compile(r"^(?:verzoekt|verzoeken|spreekt|roept|draagt)\b", re.IGNORECASE)

# A name of a motion without the paper behind it: `motie Becker CS (Kamerstuk 23 987 Nr. 399)`
NAME = re.compile(r"^(?P<name>.+?)(?=\s*(?:[,(]|\bKamerstuk|\bop stuk|\d|$))")


class Mentioned(NamedTuple):
    """A motion where it is mentioned: the key and the paragraph, and the sentence unless it stands in a note."""

    name: str
    key: str
    sentence: str | None
    reference: Reference


def motions(speakers: Mapping[str, Item], extractions: Sequence[Extraction]) -> Iterator[Item]:
    """The motions in the cited paragraphs and their notes, by name.

    What a motion asks is quoted from the motion itself where that is a source; else stands the sentence that mentions
    it, or nothing but its name where only a note has it.

    Args:
        speakers: of each cited paragraph a quotation, which tells whose words it holds.
        extractions: of all sources.
    """
    found: dict[str, Mentioned] = {}
    for one in (one for extraction in extractions for one in _mentioned(extraction) if one.key in speakers):
        known = found.setdefault(one.reference.id or one.name.casefold(), one)
        if known.sentence is None and one.sentence is not None:
            found[one.reference.id or one.name.casefold()] = one
    texts = {extraction.document.source.id: extraction.document for extraction in extractions}
    for number, one in enumerate(sorted(found.values(), key=lambda one: one.name.casefold()), start=1):
        yield _item(f"slot-motions-{number}", one, speakers[one.key], texts.get(one.reference.source or ""))


def _mentioned(extraction: Extraction) -> Iterator[Mentioned]:
    document = extraction.document
    for reference in extraction.references:
        paragraph = referring_paragraph(reference, document)
        if reference.type == "motie" and paragraph in document.paragraph_by_id:
            sentence = _sentence(document.paragraph_by_id[paragraph], reference) if reference.paragraph else None
            yield Mentioned(_name(reference), f"{document.source.id}:{paragraph}", sentence, reference)


def _sentence(paragraph: Paragraph, reference: Reference) -> str | None:
    """The sentence in which a reference stands; both where its own full stop (`c.s.`) parts them."""
    held = [one.span for one in sentences(paragraph.text) if one.span.end > reference.span.start]
    last = next((span for span in held if span.end >= reference.span.end), None)
    return paragraph.text[held[0].start : last.end] if last else None


def _name(reference: Reference) -> str:
    match = NAME.match(reference.raw)
    name = match["name"] if match else reference.raw
    return name[:1].upper() + name[1:]


def _item(name: str, one: Mentioned, speaker: Item, motion: Document | None) -> Item:
    asked = None if motion is None else next((p for p in motion.paragraphs if REQUEST.match(p.text)), None)
    if motion is not None and asked is not None:
        return Item(
            id=name,
            type="passage",
            text=asked.text,
            quoted=True,
            citations=(f"{motion.source.id}:{asked.id}",),
            holder=motion.source.holder,
            holder_kind="fractie",
            date=motion.date,
            topic=one.name,
        )
    if one.sentence is None:
        raw, url = one.reference.raw, one.reference.url
        return Item(id=name, type="note", text=raw, quoted=False, citations=(one.key,), topic=one.name, url=url)
    return Item(
        id=name,
        type="passage",
        text=one.sentence,
        quoted=True,
        citations=(one.key,),
        holder=speaker.holder,
        holder_kind=speaker.holder_kind,
        date=speaker.date,
        cabinet=speaker.cabinet,
        topic=one.name,
    )
