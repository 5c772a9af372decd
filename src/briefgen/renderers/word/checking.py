"""Checks a Word template: all faults of all its parts in one run, each at its paragraph.

First every tag is judged by itself, also in branches that this pack does not take; then the tags are carried out
without the words around them, again and again until none fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from ...errors import TemplateError
from ...ooxml import parse, w
from ..sandbox import TEMPLATE_FAULTS, UnknownNameError, failing_line
from ..vocabulary import PackView
from .alternatives import silent_pictures
from .blocks import judge
from .consequences import Found
from .contents import clear_contents
from .faults import Fault, PartKind
from .filling import fill
from .kinds import Kind, kind_of_model
from .ooxml import paragraph_text
from .package import Parts, story_parts, unpack
from .rules import NotTextError, word_environment
from .scanning import Scan, Tag, scan

PART_KINDS: Mapping[str, PartKind] = {
    "document": "body",
    "header": "header",
    "footer": "footer",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}

# The filter that makes footnotes, by itself or for all items of a list.
NOTE_FILTER = re.compile(r"\|\s*(?:footnote\b|map\(\s*['\"]footnote)")

# So many faults that only show while a part is carried out are looked for.
MOST_RUNS = 100

# Far above any pack: so many tags are carried out.
MOST_TAGS = 500_000

# What stands in for a tag that failed, so that those after it are carried out too.
IN_STEAD = {"for": "{% for _ in () %}", "if": "{% if true %}", "elif": "{% elif true %}", "": ""}


def check(template: bytes, name: str, view: PackView | None = None) -> tuple[Fault, ...]:
    """All faults of a template.

    Args:
        template: a Word file (.docx) with tags.
        name: the template as the user knows it, for messages.
        view: a pack to carry the tags out with; without one they are judged by the types of the vocabulary only.

    Returns:
        The faults of tags in the order of the file (body, headers, footers, notes), and then those of pictures.

    Raises:
        TemplateError: the file is no Word file, or not one that may be used.
    """
    parts = unpack(template, name)
    faults, silent = check_parts(parts, name, view), silent_parts(parts, name)
    if faults or view is None:
        return faults + silent
    return silent + tuple(fault for part in story_parts(parts) for fault in _torn(parts[part], part, name, view))


def check_parts(parts: Parts, name: str, view: PackView | None = None) -> tuple[Fault, ...]:
    """The faults of the tags of an unpacked template; see `check`."""
    return tuple(fault for part in story_parts(parts) for fault in _part_faults(parts[part], part, name, view))


def silent_parts(parts: Parts, name: str) -> tuple[Fault, ...]:
    """The pictures of an unpacked template that have no alternative text; a pack can be made with it all the same.

    Args:
        parts: of the template.
        name: the template as the user knows it, for messages.
    """
    return tuple(fault for part in story_parts(parts) for fault in _silent(parts[part], part, name))


def _silent(data: bytes, part: str, file: str) -> Iterator[Fault]:
    root = parse(data)
    paragraphs = list(root.iter(w("p")))
    for silent in silent_pictures(root):
        number = paragraphs.index(silent.paragraph)
        error = TemplateError("word-silent-picture")
        yield Fault(file, part, _part_kind(part), number, paragraph_text(silent.paragraph), silent.name, error)


def _part_faults(data: bytes, part: str, file: str, view: PackView | None) -> Iterator[Fault]:
    found = scan(parse(data))
    kind = _part_kind(part)
    errors = judged(found, kind_of_model(PackView).fields) + _misplaced_notes(found, kind)
    if not errors and view is not None:
        errors = carried_out(found, variables_of(view))
    for one in sorted(errors, key=lambda one: one.tag):
        tag = found.tags[one.tag]
        place = found.places[tag.paragraph]
        yield Fault(file, part, "text-box" if place.boxed else kind, tag.paragraph, place.words, tag.written, one.error)


def variables_of(view: PackView) -> dict[str, object]:
    """What the tags of a template may name."""
    return {name: getattr(view, name) for name in PackView.model_fields}


def judged(found: Scan, names: Mapping[str, Kind]) -> list[Found]:
    """The faults of a part that show without carrying it out.

    Args:
        found: the tags of the part.
        names: what the tags may name.
    """
    return judge(found.tags, word_environment(), names)


def _misplaced_notes(found: Scan, kind: PartKind) -> list[Found]:
    """Tags that make footnotes where Word has none."""
    return [
        Found(number, TemplateError("word-note-outside-body"))
        for number, tag in enumerate(found.tags)
        if NOTE_FILTER.search(tag.rest) and (kind != "body" or found.places[tag.paragraph].boxed)
    ]


def carried_out(found: Scan, variables: Mapping[str, object]) -> list[Found]:
    """The faults of a part that show only when its tags are carried out.

    Args:
        found: the tags of the part, without faults of their own.
        variables: what the tags may name.
    """
    lines = ["" if tag.half else tag.code for tag in found.tags]
    errors: list[Found] = []
    for _ in range(MOST_RUNS):
        failed = _first_failure(lines, variables)
        if failed is None:
            break
        errors.append(failed)
        lines[failed.tag] = _in_stead(found.tags[failed.tag])
    return errors


def _first_failure(lines: list[str], variables: Mapping[str, object]) -> Found | None:
    """Carries out the tags, one on each line with a sign before it, so that empty loops are counted too."""
    source = "".join(f"·{line}\n" for line in lines)
    try:
        pieces = word_environment().from_string(source).generate(variables)
        if any(number > MOST_TAGS for number, _ in enumerate(pieces)):
            return Found(0, TemplateError("word-too-long", most=str(MOST_TAGS)))
    except TEMPLATE_FAULTS as error:
        line = failing_line(error, source)
        return Found(min((line or 1), len(lines)) - 1, _told(error))
    return None


def _told(error: Exception) -> TemplateError:
    if isinstance(error, UnknownNameError):
        return TemplateError("template-unknown-name", name=error.name, known=error.known)
    if isinstance(error, NotTextError):
        return TemplateError("word-not-text", name=error.kind, known=error.fields)
    return TemplateError("template-failed", reason=str(error) or type(error).__name__)


def _in_stead(tag: Tag) -> str:
    return IN_STEAD.get(tag.keyword, "")


def _torn(data: bytes, part: str, file: str, view: PackView) -> Iterator[Fault]:
    """What no tag alone is to blame for: parts of the file that a loop would tear apart."""
    try:
        root = parse(data)
        clear_contents(root)
        fill(root, variables_of(view), file)
    except TemplateError as error:
        error.file = error.line = error.place = None
        yield Fault(file, part, _part_kind(part), None, "", "", error)


def _part_kind(part: str) -> PartKind:
    stem = PurePosixPath(part).stem.rstrip("0123456789")
    return PART_KINDS.get(stem, "body")
