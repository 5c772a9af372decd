"""The numbers of footnotes and endnotes: those that the text calls, counted in the order of their marks."""

from __future__ import annotations

from ...ooxml import Element, w
from .numbering import formatted
from .ooxml import children, number, value
from .pieces import NoteCall, NoteKind

_DEFAULT_FORMS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}


class NoteNumbers:
    """Gives each note of one kind its label when its mark is met.

    Attributes:
        kind: of the notes.
        called: the ids of the notes so far and their labels, in the order of their marks.
    """

    def __init__(self, kind: NoteKind, notes: Element | None, settings: Element | None) -> None:
        """Begin to count.

        Args:
            kind: of the notes.
            notes: the root of the part with their bodies, or `None` when the file has none.
            settings: where their form is declared: the settings of the file, or the properties of a section.
        """
        self.kind = kind
        self.called: dict[str, str] = {}
        self._bodies = {body.get(w("id"), ""): body for body in children(notes, kind)}
        self._form = _DEFAULT_FORMS[kind]
        self._restarts = False
        self._start = 1
        self._declare(settings)
        self._next = self._start

    def section(self, properties: Element | None) -> None:
        """Begin a section, which may count anew or in another form.

        Args:
            properties: of the section.
        """
        self._declare(properties)
        if self._restarts:
            self._next = self._start

    def label(self, call: NoteCall) -> str:
        """The label that a mark prints; a note that is called again keeps its label."""
        if call.id not in self.called:
            if call.sign is None:
                self.called[call.id] = formatted(self._next, self._form)
                self._next += 1
            else:
                self.called[call.id] = call.sign
        return self.called[call.id]

    def body(self, identifier: str) -> Element | None:
        """The body of a note, or `None` when the file lacks it."""
        return self._bodies.get(identifier)

    def _declare(self, parent: Element | None) -> None:
        for declared in children(parent, f"{self.kind}Pr"):
            self._form = value(declared, "numFmt") or self._form
            start = number(declared, "numStart")
            self._start = self._start if start is None else start
            self._restarts = value(declared, "numRestart") in ("eachSect", "eachPage")
