"""Speakers of a debate: who says what, by the structure of the XML and not by the headings above it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from ...document import Document, Heading, Paragraph, Turn
from ..trees.layer import Layer
from ..trees.parsing import Element, local_name
from .vocabulary import SPEECHES, children, enclosing, lineage, named

ROLES = ("minister", "staatssecretaris", "minister-president")
"""Forms of address that are roles."""


def with_turns(document: Document, root: Element, layer: Layer) -> Document:
    """The document with the turns of its speakers, each paragraph under the heading of who says it.

    The heading of a speaker holds to the end of the speech, and that of a motion to the end of its text: what follows
    is not theirs.

    Args:
        document: whose headings name speakers and motions.
        root: of its tree.
        layer: its text layer.
    """
    scopes = _scopes(document, root, layer)
    speakers = {scope: heading for heading, scope in scopes.items()}
    starts = [run.start for run in layer.runs]
    owners = [layer.runs[bisect_right(starts, paragraph.spans[0].start) - 1].owner for paragraph in document.paragraphs]
    speeches = [_speech_around(owner) for owner in owners]
    paragraphs = tuple(
        _under_speaker(document, paragraph, owner, scopes, speakers.get(speech) if speech is not None else None)
        for paragraph, owner, speech in zip(document.paragraphs, owners, speeches, strict=True)
    )
    return document.model_copy(update={"paragraphs": paragraphs, "turns": tuple(_turns(paragraphs, speeches, layer))})


def _scopes(document: Document, root: Element, layer: Layer) -> dict[str, Element]:
    """For the heading of each speaker and motion, by its id, the speech or motion that it heads."""
    by_start = {heading.spans[0].start: heading for heading in document.headings if heading.spans}
    scopes = {}
    for scope in named(root, SPEECHES | {"motie"}):
        title = next((child for name in ("spreker", "kop") for child in children(scope, name)), None)
        heading = by_start.get(layer.ranges[title][0]) if title is not None else None
        if heading is not None:
            scopes[heading.id] = scope
    return scopes


def _speaker_of(speech: Element) -> Element | None:
    return next(children(speech, "spreker"), None)


def _speech_around(owner: Element) -> Element | None:
    """The innermost speech with a speaker that a block stands in."""
    around = (element for element in lineage(owner) if local_name(element) in SPEECHES)
    return next((speech for speech in around if _speaker_of(speech) is not None), None)


def _under_speaker(
    document: Document, paragraph: Paragraph, owner: Element, scopes: Mapping[str, Element], speaker: str | None
) -> Paragraph:
    """The paragraph under the heading of its speaker, and under none of another speaker or motion."""
    path = _path(document, paragraph.heading)
    if speaker is not None and all(heading.id != speaker for heading in path):
        path = _path(document, speaker)
    path = [heading for heading in path if heading.id not in scopes or _holds(scopes[heading.id], owner)]
    texts = tuple(heading.text for heading in path)
    return paragraph.model_copy(update={"heading": path[-1].id if path else None, "heading_path": texts})


def _holds(scope: Element, owner: Element) -> bool:
    """Whether a block stands in a speech, or in the text of a motion."""
    if local_name(scope) == "motie":
        return enclosing(owner, ("motie", "motie-info")) is scope
    return scope in lineage(owner)


def _path(document: Document, heading: str | None) -> list[Heading]:
    """A heading with those above it, the highest first."""
    path: list[Heading] = []
    while heading is not None:
        path.insert(0, document.heading_by_id[heading])
        heading = path[0].parent
    return path


def _turns(paragraphs: tuple[Paragraph, ...], speeches: list[Element | None], layer: Layer) -> Iterator[Turn]:
    """The turns in reading order: paragraphs in a row of the same speech."""
    said: list[str] = []
    for index, (paragraph, speech) in enumerate(zip(paragraphs, speeches, strict=True)):
        said.append(paragraph.id)
        is_last = index + 1 == len(paragraphs) or speeches[index + 1] is not speech
        if is_last and speech is not None:
            yield _turn(speech, tuple(said), layer)
        if is_last:
            said = []


def _turn(speech: Element, paragraphs: tuple[str, ...], layer: Layer) -> Turn:
    speaker = _speaker_of(speech)
    words = {
        name: _words(speaker, name, layer) for name in ("voorvoegsels", "achternaam", "naam", "politiek", "functie")
    }
    address = words["voorvoegsels"] or ""
    role = words["functie"] or (address if address.casefold().startswith(ROLES) else None)
    name = words["achternaam"] or words["naam"] or ""
    return Turn(speaker=name, party=words["politiek"], role=role, paragraphs=paragraphs)


def _words(speaker: Element | None, name: str, layer: Layer) -> str | None:
    if speaker is None:
        return None
    element = next(named(speaker, {name}), None)
    return layer.content(element) or None if element is not None else None
