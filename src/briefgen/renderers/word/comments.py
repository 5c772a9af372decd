"""The user's own template with a comment of Word at every fault (ECMA-376, part 1, 17.13.4).

Word keeps comments in the body only. A fault in a header, a footer, a note or a text box is told at the paragraph of
the body to which that belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from ...messages import Language
from ...ooxml import WORD, parse, r, w
from .faults import Fault
from .ooxml import element, serialise, start_of, text_run
from .package import Parts, add_story, main_part, pack, related_part, relations_part, unpack

AUTHOR, INITIALS = "briefgen", "bg"


def annotated(template: bytes, name: str, faults: Iterable[Fault], language: Language = "nl") -> bytes:
    """A template with a comment at the paragraph of each fault; nothing else in it is changed.

    Args:
        template: the Word file that was checked.
        name: the template as the user knows it, for messages.
        faults: what `check` found in it.
        language: of the comments.

    Raises:
        TemplateError: the file is no Word file.
    """
    parts = unpack(template, name)
    main = main_part(parts)
    body = parse(parts[main])
    part, comments = _comments(parts, main)
    places = _Places(parts, main, body)
    for number, fault in enumerate(faults, _first_free(comments)):
        comments.append(_comment(number, fault, language))
        _mark(places.paragraph(fault), number)
    parts[main] = serialise(body)
    if part is None:
        add_story(parts, main, "comments", serialise(comments))
    else:
        parts[part] = serialise(comments)
    return pack(parts)


class _Places:
    """Where in the body a fault is told."""

    def __init__(self, parts: Parts, main: str, body: etree._Element) -> None:
        self._parts, self._main, self._body = parts, main, body
        self._paragraphs = list(body.iter(w("p")))

    def paragraph(self, fault: Fault) -> etree._Element:
        """The paragraph of the body to which the comment on `fault` belongs."""
        if fault.part == self._main:
            return _outermost(self._paragraphs[fault.paragraph or 0])
        found = self._of_note(fault) if fault.kind in {"footnotes", "endnotes"} else self._of_margin(fault)
        return self._paragraphs[0] if found is None else found

    def _of_note(self, fault: Fault) -> etree._Element | None:
        """The paragraph that refers to the note in which the fault stands."""
        kind = fault.kind.removesuffix("s")
        paragraphs = list(parse(self._parts[fault.part]).iter(w("p")))
        note = next(paragraphs[fault.paragraph or 0].iterancestors(w(kind)), None)
        number = None if note is None else note.get(w("id"))
        references = self._body.iter(w(f"{kind}Reference"))
        return next((_paragraph_of(one) for one in references if one.get(w("id")) == number), None)

    def _of_margin(self, fault: Fault) -> etree._Element | None:
        """The last paragraph of the section on whose pages the header or footer stands."""
        target = fault.part.rsplit("/", 1)[-1]
        relations = parse(self._parts[relations_part(self._main)])
        identifiers = {one.get("Id") for one in relations if one.get("Target", "").endswith(target)}
        references = self._body.iter(w("headerReference"), w("footerReference"))
        found = next((one for one in references if one.get(r("id")) in identifiers), None)
        return None if found is None else next(found.iterancestors(w("p")), None)


def _outermost(paragraph: etree._Element) -> etree._Element:
    """The paragraph of the text itself: that which holds the text box in which `paragraph` stands."""
    return next(reversed([paragraph, *paragraph.iterancestors(w("p"))]))


def _paragraph_of(node: etree._Element) -> etree._Element:
    return _outermost(next(node.iterancestors(w("p"))))


def _comments(parts: Mapping[str, bytes], main: str) -> tuple[str | None, etree._Element]:
    """The part with the comments and its root; a new root when the template has no comments."""
    part = related_part(parts, main, "comments")
    if part is not None and part in parts:
        return part, parse(parts[part])
    return None, etree.Element(w("comments"), nsmap={"w": WORD})


def _first_free(comments: etree._Element) -> int:
    return max((int(one.get(w("id"), "-1")) for one in comments.iter(w("comment"))), default=-1) + 1


def _comment(number: int, fault: Fault, language: Language) -> etree._Element:
    made = element("comment", id=str(number), author=AUTHOR, initials=INITIALS)
    for words in (fault.place(language), fault.advice(language)):
        paragraph = element("p")
        paragraph.append(text_run(words))
        made.append(paragraph)
    return made


def _mark(paragraph: etree._Element, number: int) -> None:
    """Puts the range of a comment around the words of a paragraph."""
    paragraph.insert(start_of(paragraph), element("commentRangeStart", id=str(number)))
    run = element("r")
    run.append(element("commentReference", id=str(number)))
    paragraph.extend([element("commentRangeEnd", id=str(number)), run])
