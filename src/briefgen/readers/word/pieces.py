"""The inline content of a paragraph as pieces: text with its look, marks of notes, text boxes.

What a reader of the paper does not see is left out and counted: deleted and hidden text. Of a field the result stays
and its instruction goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ...ooxml import COMPATIBILITY, DRAWING, MATH, Element, w
from .ooxml import child, value
from .styles import Look, Styles, look_of

NoteKind = Literal["footnote", "endnote"]

# Characters without a shape: soft hyphen, zero-width space and joiners, direction marks, variation selectors.
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f\ufffe]")

# Figures of a raised mark that somebody typed.
FIGURES = re.compile(r"\d{1,3}")

# Fields that print a table of contents or of pictures, or an index.
CONTENTS_FIELD = re.compile(r"\s*(?:TOC|TOA|INDEX)\b", re.I)

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_SIGNS: dict[str, str] = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
"""Elements of a run that stand for a character."""

_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xE0: "→", 0xA8: "□", 0xFE: "☑", 0x6F: "□", 0x2D: "-"}
"""Signs of the fonts Symbol and Wingdings that people put into text, by their code."""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one look. `in_contents` says that they are of a table of contents."""

    text: str
    look: Look
    in_contents: bool = False


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The mark of a note: its kind, the id of its body, and the sign that somebody chose instead of a number."""

    kind: NoteKind
    id: str
    sign: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A text box that is anchored here."""

    content: Element


Piece = Text | NoteCall | Box


@dataclass(slots=True)
class _Field:
    """A field that has begun and not ended: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False


class Inline:
    """Reads paragraphs one after the other; fields may begin in one and end in another.

    Attributes:
        counts: how many insertions, deletions and pieces of hidden text were met.
    """

    def __init__(self, styles: Styles) -> None:
        """Begin a text.

        Args:
            styles: of the file.
        """
        self.counts: Counter[Literal["insertion", "deletion", "move", "hidden"]] = Counter()
        self._styles = styles
        self._fields: list[_Field] = []
        self._custom: NoteCall | None = None

    def pieces(self, paragraph: Element, look: Look) -> list[Piece]:
        """What a paragraph prints.

        Args:
            paragraph: a `w:p`.
            look: of its style.
        """
        return list(self._children(paragraph, look))

    def _children(self, parent: Element, look: Look) -> Iterator[Piece]:
        for element in parent:
            handler = _HANDLERS.get(str(element.tag))
            if handler is not None:
                yield from handler(self, element, look)

    def _inserted(self, element: Element, look: Look) -> Iterator[Piece]:
        self.counts["insertion"] += 1
        yield from self._children(element, look)

    def _moved(self, element: Element, look: Look) -> Iterator[Piece]:
        self.counts["move"] += 1
        yield from self._children(element, look)

    def _deleted(self, element: Element, look: Look) -> Iterator[Piece]:
        """Nothing; but the ends of fields inside still count."""
        self.counts["deletion"] += 1
        for mark in element.iter(w("fldChar")):
            yield from self._field_sign(mark, look)

    def _moved_away(self, element: Element, look: Look) -> Iterator[Piece]:
        for mark in element.iter(w("fldChar")):
            yield from self._field_sign(mark, look)

    def _run(self, run: Element, look: Look) -> Iterator[Piece]:
        properties = child(run, "rPr")
        named = self._styles.character(value(properties, "rStyle"))  # underlines links; that stresses nothing
        own = look_of(properties).over(replace(named, underlined=None)).over(look)
        if own.hidden:
            self.counts["hidden"] += any(True for _ in run.iter(w("t")))
            for mark in run.iter(w("fldChar"), w("instrText")):
                self._field_part(mark)
            return
        yield from self._children(run, own)

    def _characters(self, element: Element, look: Look) -> Iterator[Piece]:
        yield from self._text(INVISIBLE.sub("", element.text or ""), look)

    def _sign(self, element: Element, look: Look) -> Iterator[Piece]:
        yield from self._text(_SIGNS[str(element.tag)], look)

    def _symbol(self, element: Element, look: Look) -> Iterator[Piece]:
        try:
            code = int(element.get(w("char"), ""), 16)
        except ValueError:
            return
        yield from self._text(_SYMBOLS.get(code & 0xFF, "") if code >= 0xF000 else chr(code), look)

    def _text(self, text: str, look: Look) -> Iterator[Piece]:
        if self._custom is not None and text.strip():
            yield replace(self._custom, sign=text.strip())
            self._custom = None
        elif text and all(field.in_result for field in self._fields):
            raised = look.raised and FIGURES.fullmatch(text)
            yield Text(text.translate(_RAISED) if raised else text, look, self._in_contents())

    def _in_contents(self) -> bool:
        return any(CONTENTS_FIELD.match(field.instruction) for field in self._fields)

    def _note_call(self, element: Element, _: Look) -> Iterator[Piece]:
        kind: NoteKind = "footnote" if element.tag == w("footnoteReference") else "endnote"
        call = NoteCall(kind, element.get(w("id"), ""))
        if element.get(w("customMarkFollows"), "0") in ("1", "true", "on"):
            self._custom = call
        else:
            yield call

    def _field_sign(self, element: Element, _: Look) -> Iterator[Piece]:
        self._field_part(element)
        yield from ()

    def _field_part(self, element: Element) -> None:
        """Take note of a sign or an instruction of a field."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "end" and self._fields:
            self._fields.pop()
        elif self._fields and kind == "separate":
            self._fields[-1].in_result = True
        elif self._fields and kind is None and not self._fields[-1].in_result:
            self._fields[-1].instruction += element.text or ""

    def _simple_field(self, element: Element, look: Look) -> Iterator[Piece]:
        self._fields.append(_Field(element.get(w("instr"), ""), in_result=True))
        yield from self._children(element, look)
        self._fields.pop()

    def _controlled(self, element: Element, look: Look) -> Iterator[Piece]:
        """A content control; the words that only ask for text are none."""
        content = child(element, "sdtContent")
        if content is not None and child(element, "sdtPr", "showingPlcHdr") is None:
            yield from self._children(content, look)

    def _ruby(self, element: Element, look: Look) -> Iterator[Piece]:
        base = child(element, "rubyBase")
        if base is not None:
            yield from self._children(base, look)

    def _alternatives(self, element: Element, look: Look) -> Iterator[Piece]:
        """The first of several forms of a drawing that holds text; they all show the same."""
        forms = [form for form in element if form.tag in (_CHOICE, _FALLBACK)]
        with_text = [form for form in forms if any(text.text for text in form.iter(w("t")))]
        for form in with_text[:1]:
            yield from self._children(form, look)

    def _drawing(self, element: Element, _: Look) -> Iterator[Piece]:
        if any(entry.get("hidden") in ("1", "true") for entry in element.iter(f"{{{DRAWING}}}docPr")):
            self.counts["hidden"] += any(True for _ in element.iter(w("t")))
            return
        for content in element.iter(w("txbxContent")):
            if _is_shown(content, element):
                yield Box(content)


_CHOICE = f"{{{COMPATIBILITY}}}Choice"
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"


def _is_shown(content: Element, drawing: Element) -> bool:
    """Whether a text box of a drawing is neither inside another one nor only the older form of one."""
    for ancestor in content.iterancestors():
        if ancestor is drawing:
            return True
        if ancestor.tag in (w("txbxContent"), _FALLBACK):
            return False
    return True


_Handler = Callable[[Inline, Element, Look], Iterator[Piece]]

_HANDLERS: dict[str, _Handler] = {
    **dict.fromkeys(map(w, ("hyperlink", "smartTag", "customXml", "dir", "bdo")), Inline._children),
    **dict.fromkeys((f"{{{MATH}}}{name}" for name in ("oMath", "oMathPara", "f", "num", "den")), Inline._children),
    **dict.fromkeys((f"{{{MATH}}}{name}" for name in ("e", "sup", "sub", "sSup", "sSub", "d")), Inline._children),
    **dict.fromkeys(_SIGNS, Inline._sign),
    w("ins"): Inline._inserted,
    w("moveTo"): Inline._moved,
    w("del"): Inline._deleted,
    w("moveFrom"): Inline._moved_away,
    w("r"): Inline._run,
    f"{{{MATH}}}r": Inline._run,
    w("t"): Inline._characters,
    f"{{{MATH}}}t": Inline._characters,
    w("sym"): Inline._symbol,
    w("footnoteReference"): Inline._note_call,
    w("endnoteReference"): Inline._note_call,
    w("fldChar"): Inline._field_sign,
    w("instrText"): Inline._field_sign,
    w("fldSimple"): Inline._simple_field,
    w("sdt"): Inline._controlled,
    w("ruby"): Inline._ruby,
    f"{{{COMPATIBILITY}}}AlternateContent": Inline._alternatives,
    w("drawing"): Inline._drawing,
    w("pict"): Inline._drawing,
    w("object"): Inline._drawing,
}
"""What each element of a paragraph prints; elements that are not here print nothing."""
