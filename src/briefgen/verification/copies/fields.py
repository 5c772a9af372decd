"""Fields of Word (ECMA-376, part 1, 17.16): where they lead, and whether what they print are words or only numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...ooxml import Element, w

# A field that leads to a bookmark: `NOTEREF n_bron_p12 \h`, `HYPERLINK \l "c_bron_p12"`.
LEADING = re.compile(
    r"\s*(?:NOTEREF|REF|PAGEREF)\s+\"?([^\s\"\\]+)|\s*HYPERLINK\s+(?:\\\w\s+)*?\\l\s+\"([^\"]*)\"", re.I
)
# A field that prints the number of a note, and the bookmark of that note.
NOTE = re.compile(r"\s*NOTEREF\s+\"?([^\s\"\\]+)", re.IGNORECASE)
# A field that prints the number of a note or a page.
NUMBERING = re.compile(r"\s*(?:NOTEREF|PAGEREF|PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field that has begun and not ended."""

    instruction: str = ""
    in_result: bool = False

    @property
    def hidden(self) -> bool:
        return not self.in_result or NUMBERING.match(self.instruction) is not None


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place of a part."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        """Whether text here is an instruction or a number, and no words."""
        return any(one.hidden for one in self._open)

    @property
    def note(self) -> str | None:
        """The bookmark of the note whose number is printed here, if it is one."""
        match = NOTE.match(self._open[-1].instruction) if self._open and self._open[-1].in_result else None
        return None if match is None else match[1]

    def meet(self, element: Element) -> str | None:
        """Take note of an element.

        Args:
            element: of a run, or a simple field; any other element says nothing about fields.

        Returns:
            The bookmark that a field leads to, when the element completes its instruction.
        """
        if element.tag == w("fldSimple"):
            self._open.append(_Field(element.get(w("instr"), ""), in_result=True))
            return self._target()
        if element.tag == w("instrText") and self._open:
            self._open[-1].instruction += element.text or ""
        if element.tag != w("fldChar"):
            return None
        return self._sign(element.get(w("fldCharType"), ""))

    def leave(self) -> None:
        """A simple field ends."""
        if self._open:
            self._open.pop()

    def _sign(self, kind: str) -> str | None:
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
            return self._target()
        elif kind == "end" and self._open:
            ended = self._open[-1]
            target = None if ended.in_result else self._target()
            self._open.pop()
            return target
        return None

    def _target(self) -> str | None:
        match = LEADING.match(self._open[-1].instruction)
        return None if match is None else match[1] or match[2]
