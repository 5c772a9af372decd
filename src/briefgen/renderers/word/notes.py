"""Marks become footnotes of Word (ECMA-376, part 1, 17.11): one for each cited paragraph.

The first place that cites a paragraph gets the note; the places after it refer to that note with its number
(`NOTEREF`, 17.16.5.42), so that a paragraph has one note however often it is cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from ..vocabulary import AnnexParagraph, PackView
from .marks import END, NOTE, link
from .ooxml import WORD, bookmark_ends, element, run_like, text_element, text_run, w

NOTE_MARK = re.compile(f"{NOTE}([^{END}]*){END}")
# A text is cut where a note stands.
CUT = re.compile(f"({NOTE}[^{END}]*{END})")

# The marks between the text and its notes, with their numbers (17.11.23 and 17.11.1).
SEPARATORS = {"separator": "-1", "continuationSeparator": "0"}


@dataclass(frozen=True, slots=True)
class NoteStyles:
    """The ids of the styles of notes in a template; `None` for what it does not have."""

    text: str | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """What notes say: the cited paragraphs by the bookmark of their place in the annex, and the word for the annex."""

    paragraphs: Mapping[str, AnnexParagraph]
    annex: str


def cited(view: PackView) -> Cited:
    """What the notes of a pack say."""
    paragraphs = {paragraph.anchor: paragraph for source in view.annex for paragraph in source.paragraphs}
    return Cited(paragraphs, view.labels.annex)


def has_notes(root: etree._Element) -> bool:
    """Whether a mark of a note stands in a part."""
    return any(NOTE in (text.text or "") for text in root.iter(w("t")))


def empty_notes() -> etree._Element:
    """The notes of a file that has none yet: only the marks between text and notes."""
    root = etree.Element(w("footnotes"), nsmap={"w": WORD})
    for kind, number in SEPARATORS.items():
        note, paragraph, run = element("footnote", type=kind, id=number), element("p"), element("r")
        run.append(element(kind))
        paragraph.append(run)
        note.append(paragraph)
        root.append(note)
    return root


def place_notes(body: etree._Element, notes: etree._Element, said: Cited, styles: NoteStyles) -> None:
    """Puts a note or a reference to one in the place of every mark; what the notes link to is still a mark.

    Args:
        body: the root of the main part.
        notes: the root of the part with the notes; new ones are added to it.
        said: what the notes say.
        styles: of the notes.
    """
    first_free = max((int(note.get(w("id"), "0")) for note in notes), default=0) + 1
    placed: dict[str, etree._Element] = {}
    for run in [run for run in body.iter(w("r")) if _is_marked(run)]:
        for piece in _cut(run, placed, styles, first_free):
            run.addprevious(piece)
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    printed = {mark.get(w("name")) for mark in body.iter(w("bookmarkStart"))}
    for anchor, reference in placed.items():
        start, end = bookmark_ends(_bookmark_of(anchor))
        reference.addprevious(start)
        reference.addnext(end)
        annex = said.annex if anchor in printed else ""
        notes.append(_note(_id_of(reference), said.paragraphs[anchor], annex, styles))
    _number(body)


def _is_marked(run: etree._Element) -> bool:
    return any(NOTE in (text.text or "") for text in run.iterchildren(w("t")))


def _cut(
    run: etree._Element, placed: dict[str, etree._Element], styles: NoteStyles, first_free: int
) -> Iterator[etree._Element]:
    """The run as several: one for each note, one for what stands between them."""
    for child in list(run):
        if child.tag == w("rPr"):
            continue
        if child.tag != w("t"):
            yield run_like(run, child)
            continue
        after_note = False
        for piece in filter(None, CUT.split(child.text or "")):
            mark = NOTE_MARK.fullmatch(piece)
            if mark is None:
                yield run_like(run, text_element(piece))
            else:
                if after_note:
                    yield _raised(text_element(", "), styles)
                yield from _reference(mark[1], placed, styles, first_free)
            after_note = mark is not None


def _reference(
    anchor: str, placed: dict[str, etree._Element], styles: NoteStyles, first_free: int
) -> Iterator[etree._Element]:
    """The mark of a new note, or the number of the note that the paragraph has."""
    if anchor not in placed:
        placed[anchor] = _raised(element("footnoteReference", id=str(first_free + len(placed))), styles)
        yield placed[anchor]
        return
    instruction = rf" NOTEREF {_bookmark_of(anchor)} \h "
    for content in (
        element("fldChar", fldCharType="begin"),
        text_element(instruction, "instrText"),
        element("fldChar", fldCharType="separate"),
        text_element(anchor),  # its number is known when all notes stand
        element("fldChar", fldCharType="end"),
    ):
        yield _raised(content, styles)


def _raised(content: etree._Element, styles: NoteStyles) -> etree._Element:
    """A run in the style of references to notes; a small raised one where the template has no such style."""
    run, look = element("r"), element("rPr")
    look.append(
        element("rStyle", val=styles.reference) if styles.reference else element("vertAlign", val="superscript")
    )
    run.extend([look, content])
    return run


def _note(number: str, paragraph: AnnexParagraph, annex: str, styles: NoteStyles) -> etree._Element:
    """A note: label, headings, and number in the annex where the file has one; the label leads to it."""
    note, words = element("footnote", id=number), element("p")
    if styles.text:
        properties = element("pPr")
        properties.append(element("pStyle", val=styles.text))
        words.append(properties)
    words.append(_raised(element("footnoteRef"), styles))
    words.append(text_run(" "))
    words.append(text_run(link(paragraph)))
    further = (paragraph.path, f"{annex} [{paragraph.number}]" if annex else "")
    words.append(text_run("".join(f" · {piece}" for piece in further if piece)))
    note.append(words)
    return note


def _number(body: etree._Element) -> None:
    """Writes the number of its note into every reference to a note that stands before it (the result of its field)."""
    notes = [one for one in body.iter(w("footnoteReference")) if one.get(w("customMarkFollows")) is None]
    number_of = {one.get(w("id")): str(number) for number, one in enumerate(notes, 1)}
    by_bookmark = {
        start.get(w("name")): number_of.get(_id_of(run))
        for start in body.iter(w("bookmarkStart"))
        if (run := start.getnext()) is not None and run.find(w("footnoteReference")) is not None
    }
    for instruction in body.iter(w("instrText")):
        words = (instruction.text or "").split()
        if words[:1] == ["NOTEREF"] and words[1] in by_bookmark:
            run = instruction.getparent()
            result = None if run is None else next(run.itersiblings(w("r"))).getnext()
            text = None if result is None else result.find(w("t"))
            if text is not None:
                text.text = by_bookmark[words[1]]


def _id_of(reference: etree._Element) -> str:
    mark = reference.find(w("footnoteReference"))
    return "" if mark is None else mark.get(w("id"), "")


def _bookmark_of(anchor: str) -> str:
    """The bookmark of a note, after that of its paragraph in the annex: `c_bron_p12` gives `n_bron_p12`."""
    return f"n{anchor[1:]}"
