"""Marks become footnotes of Word (ECMA-376, part 1, 17.11): one for each cited paragraph.

The first place that cites a paragraph gets the note; the places after it refer to that note with its number
(`NOTEREF`, 17.16.5.42), so that a paragraph has one note however often it is cited.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from ...ooxml import WORD, w
from ..vocabulary import AnnexParagraph, PackView
from .bookmarks import Bookmarks
from .links import inner_link
from .marks import Foreign
from .ooxml import clone, element, speak, text_element, text_run

# The marks between the text and its notes, with their numbers (17.11.23 and 17.11.1).
SEPARATORS = {"separator": "-1", "continuationSeparator": "0"}


@dataclass(frozen=True, slots=True)
class NoteStyles:
    """The ids of the styles of notes in a template; `None` for what it does not have."""

    text: str | None
    reference: str | None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """What notes say: the cited paragraphs by the bookmark of their place in the annex, and the word for the annex."""

    paragraphs: Mapping[str, AnnexParagraph]
    annex: str


def cited(view: PackView) -> Cited:
    """What the notes of a pack say."""
    paragraphs = {paragraph.anchor: paragraph for source in view.annex for paragraph in source.paragraphs}
    return Cited(paragraphs, view.labels.annex)


def first_free(notes: etree._Element | None) -> int:
    """The id from which new notes may be numbered.

    Args:
        notes: the root of the part with the notes; `None` when there is none.
    """
    return max((int(note.get(w("id"), "0")) for note in ([] if notes is None else notes)), default=0) + 1


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


class Notes:
    """The footnotes of a file while its body is made: their references, and then the notes themselves."""

    def __init__(self, said: Cited, styles: NoteStyles, first_free: int, bookmarks: Bookmarks) -> None:
        """No note yet.

        Args:
            said: what the notes say.
            styles: of the notes.
            first_free: id from which new notes may be numbered.
            bookmarks: of the file.
        """
        self._said, self._styles, self._bookmarks, self._first_free = said, styles, bookmarks, first_free
        self._placed: dict[str, str] = {}
        self._counted = 0
        self._reference = _raised(element("footnoteReference"), styles)
        self._again = _repeated(styles)
        self._comma = _raised(text_element(", "), styles)

    @property
    def placed(self) -> bool:
        """Whether there is any."""
        return bool(self._placed)

    def count(self, reference: etree._Element) -> None:
        """Counts a note that the template itself has, unless it has a mark of its own (17.11.14)."""
        if reference.get(w("customMarkFollows")) is None:
            self._counted += 1

    def comma(self) -> etree._Element:
        """What stands between two references."""
        return clone(self._comma)

    def reference(self, anchor: str) -> Iterator[etree._Element]:
        """The mark of a new note, or the number of the note that the paragraph has.

        Args:
            anchor: of the cited paragraph.
        """
        if anchor in self._placed:
            yield from self._number_again(anchor)
            return
        made, number = clone(self._reference), str(self._first_free + len(self._placed))
        made[-1].set(w("id"), number)
        self._counted += 1
        self._placed[anchor] = str(self._counted)
        start, end = self._bookmarks.ends(_bookmark_of(anchor))
        yield from (start, made, end)

    def write(self, notes: etree._Element) -> None:
        """Adds the notes to those of the file, when all marks of its body are placed.

        Args:
            notes: the root of the part with the notes.
        """
        empty = _empty_note(self._styles)
        for number, anchor in enumerate(self._placed, self._first_free):
            note = clone(empty)
            note.set(w("id"), str(number))
            note[0].extend(self._words(self._said.paragraphs[anchor]))
            notes.append(note)

    def _number_again(self, anchor: str) -> Iterator[etree._Element]:
        runs = [clone(run) for run in self._again]
        runs[1][-1].text = rf" NOTEREF {_bookmark_of(anchor)} \h "
        runs[3][-1].text = self._placed[anchor]
        yield from runs

    def _words(self, paragraph: AnnexParagraph) -> Iterator[etree._Element]:
        """Label, headings, and number in the annex where the file has one; the label leads to it."""
        annexed = paragraph.anchor in self._bookmarks.names
        label = text_run(paragraph.label, self._styles.link if annexed else None)
        if annexed:
            hyperlink = inner_link(paragraph.anchor)
            hyperlink.append(label)
            yield hyperlink
        else:
            yield label
        yield from self._further(paragraph.path, f" · {self._said.annex} [{paragraph.number}]" if annexed else "")

    def _further(self, path: str, annex: str) -> Iterator[etree._Element]:
        if isinstance(path, Foreign):
            foreign = text_run(path)
            speak(foreign, path.language)
            yield from (text_run(" · "), foreign)
        words = annex if isinstance(path, Foreign) or not path else f" · {path}{annex}"
        if words:
            yield text_run(words)


def _raised(content: etree._Element, styles: NoteStyles) -> etree._Element:
    """A run in the style of references to notes; a small raised one where the template has no such style."""
    run, look = element("r"), element("rPr")
    look.append(
        element("rStyle", val=styles.reference) if styles.reference else element("vertAlign", val="superscript")
    )
    run.extend([look, content])
    return run


def _repeated(styles: NoteStyles) -> tuple[etree._Element, ...]:
    """The runs of a field that gives the number of a note; its instruction is the second, its result the fourth."""
    contents = (
        element("fldChar", fldCharType="begin"),
        text_element("", "instrText"),
        element("fldChar", fldCharType="separate"),
        text_element(""),
        element("fldChar", fldCharType="end"),
    )
    return tuple(_raised(content, styles) for content in contents)


def _empty_note(styles: NoteStyles) -> etree._Element:
    """A note with its mark and without words."""
    note, words = element("footnote"), element("p")
    if styles.text:
        properties = element("pPr")
        properties.append(element("pStyle", val=styles.text))
        words.append(properties)
    words.extend([_raised(element("footnoteRef"), styles), text_run(" ")])
    note.append(words)
    return note


def _bookmark_of(anchor: str) -> str:
    """The bookmark of a note, after that of its paragraph in the annex: `c_bron_p12` gives `n_bron_p12`."""
    return f"n{anchor[1:]}"
