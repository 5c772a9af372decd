"""Marks become elements of Word: links, bookmarks, notes, pictures, languages (see `marks`).

One walk over the texts that hold a mark. A run is cut where a mark stands; its pieces keep its look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from ...ooxml import w
from .bookmarks import Bookmarks
from .links import Links
from .marks import BOOKMARK, END, LANGUAGE, LINK, MARK, NOTE, OPEN, PICTURE
from .notes import Notes
from .ooxml import PRESERVE_SPACE, clone, element, remove, run_like, speak
from .pictures import Pictures
from .placeholders import bracketed, open_words

TEXT, FOOTNOTE_REFERENCE = w("t"), w("footnoteReference")

# The bookmarks that the marks of a text will make.
TO_COME = re.compile(f"{BOOKMARK}([^{END}]*){END}")


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes the elements of one part of a file."""

    bookmarks: Bookmarks
    notes: Notes
    links: Links
    pictures: Pictures


def announced(root: etree._Element) -> frozenset[str]:
    """The names of the bookmarks that the marks of a part will make."""
    texts = (text.text or "" for text in _marked(root) if text.tag != FOOTNOTE_REFERENCE)
    return frozenset(name for text in texts if BOOKMARK in text for name in TO_COME.findall(text))


def place_marks(root: etree._Element, makers: Makers) -> None:
    """Puts elements of Word in the place of all marks of a part.

    Args:
        root: the body, a header, a footer or notes, with its tags carried out.
        makers: what makes the elements.
    """
    for node in _marked(root):
        if node.tag == FOOTNOTE_REFERENCE:
            makers.notes.count(node)
            continue
        run = _alone(node)
        if run is not None:
            _Cut(run, makers).place(node.text or "")


def _marked(root: etree._Element) -> list[etree._Element]:
    """Texts in which a mark or the end of a line stands, and the notes of the template itself, in their order."""
    return [
        node
        for node in root.iter(TEXT, FOOTNOTE_REFERENCE)
        if node.tag == FOOTNOTE_REFERENCE or END in (words := node.text or "") or "\n" in words
    ]


def _alone(text: etree._Element) -> etree._Element | None:
    """The run of a text, with nothing beside that text: what stands before and behind it gets runs of its own."""
    run = text.getparent()
    if run is None or run.tag != w("r"):
        return None
    before = [one for one in text.itersiblings(preceding=True) if one.tag != w("rPr")]
    behind = list(text.itersiblings())
    if before:
        run.addprevious(run_like(run, *reversed(before)))
    if behind:
        run.addnext(run_like(run, *behind))
    return run


class _Cut:
    """Cuts a run that holds one text into pieces with its look."""

    def __init__(self, run: etree._Element, makers: Makers) -> None:
        self._run, self._makers = run, makers
        self._shell = clone(run)
        self._shell[-1].set(*PRESERVE_SPACE)
        self._paragraph = next(run.iterancestors(w("p")))
        self._making: Mapping[str, Callable[[re.Match[str]], Iterator[etree._Element]]] = {
            BOOKMARK: self._bookmark,
            NOTE: self._note,
            LINK: self._link,
            LANGUAGE: self._foreign,
            PICTURE: self._picture,
            OPEN: self._open,
        }

    def place(self, words: str) -> None:
        """Puts the pieces in the place of the run.

        Args:
            words: of the run, with marks.
        """
        for piece in self._pieces(words):
            self._run.addprevious(piece)
        remove(self._run)

    def _pieces(self, words: str) -> Iterator[etree._Element]:
        done, noted = 0, False
        for match in MARK.finditer(words):
            yield from self._plain(words[done : match.start()])
            beside = noted and done == match.start()
            noted = match["kind"] == NOTE
            if noted and beside:
                yield self._makers.notes.comma()
            yield from self._making[match["kind"]](match)
            done = match.end()
        yield from self._plain(words[done:])

    def _plain(self, words: str, language: str | None = None) -> Iterator[etree._Element]:
        """Words with the look of the run; a line ends where they say so."""
        if not words:
            return
        for line, piece in enumerate(words.split("\n")):
            if line:
                yield run_like(self._run, element("br"))
            if piece:
                yield self._said(piece, language)

    def _said(self, words: str, language: str | None = None) -> etree._Element:
        made = clone(self._shell)
        made[-1].text = words
        if language:
            speak(made, language)
        return made

    def _bookmark(self, match: re.Match[str]) -> Iterator[etree._Element]:
        self._makers.bookmarks.around(self._paragraph, match["about"])
        yield from ()

    def _note(self, match: re.Match[str]) -> Iterator[etree._Element]:
        yield from self._makers.notes.reference(match["about"])

    def _link(self, match: re.Match[str]) -> Iterator[etree._Element]:
        words = list(self._plain(match["words"] or "", match["detail"]))
        parent = self._run.getparent()
        # A link inside a link that the template itself has would not open in Word.
        inside = parent is not None and parent.tag == w("hyperlink")
        link = None if inside else self._makers.links.to(match["about"])
        if link is None:
            yield from words
        else:
            link.extend(self._makers.links.styled(words))
            yield link

    def _foreign(self, match: re.Match[str]) -> Iterator[etree._Element]:
        yield from self._plain(match["words"] or "", match["about"])

    def _picture(self, match: re.Match[str]) -> Iterator[etree._Element]:
        drawing = self._makers.pictures.drawing(match["about"])
        if drawing is None:
            yield from self._plain(match["words"] or "")
        else:
            yield run_like(self._run, drawing)

    def _open(self, match: re.Match[str]) -> Iterator[etree._Element]:
        words = self._said(bracketed(match["words"] or ""))
        yield from open_words(words, match["about"], match["detail"] or "", self._makers.bookmarks)
