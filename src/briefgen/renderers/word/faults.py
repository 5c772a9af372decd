"""Faults of a Word template, told by the words of the paragraph in which they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import jinja2

from ...errors import TemplateError
from ..sandbox import NOT_CLOSED, failing_line, template_error
from .rules import ForbiddenTagError, NotTextError, UnknownFilterError

LONGEST_QUOTE = 120


class Story(NamedTuple):
    """A part of a template that holds text, as its messages need it.

    Attributes:
        file: the template as the user knows it.
        part: name of the part in the template (`document`, `header1`).
        paragraphs: the words of its paragraphs, with their tags.
        source: the part as a template of Jinja; its second line is the first paragraph.
    """

    file: str
    part: str
    paragraphs: tuple[str, ...]
    source: str


def template_fault(error: Exception, story: Story, names: Iterable[str]) -> TemplateError:
    """What Jinja raised as an error of briefgen: part, paragraph, tag, what is wrong, and near names.

    Args:
        error: one of `TEMPLATE_FAULTS`, raised while `story.source` was compiled or carried out.
        story: where.
        names: the names at the top of the template.
    """
    line = failing_line(error, story.source)
    general = template_error(error, story.source, story.file, names)
    found = _word_fault(error) or general
    known_line = line is not None and 2 <= line <= len(story.paragraphs) + 1
    paragraph = f"“{shown(story.paragraphs[(line or 0) - 2])}”" if known_line else None
    places = (story.part, paragraph, general.place)
    found.file, found.line, found.place = story.file, None, ", ".join(part for part in places if part)
    return found


def shown(text: str) -> str:
    """The words of a paragraph, short enough for a message."""
    folded = " ".join(text.split())
    return folded if len(folded) <= LONGEST_QUOTE else f"{folded[: LONGEST_QUOTE - 1]}…"


def _word_fault(error: Exception) -> TemplateError | None:
    """The faults for which the Word renderer has better words than the sandbox."""
    if isinstance(error, ForbiddenTagError):
        return TemplateError("template-forbidden", reason=error.message or "")
    if isinstance(error, UnknownFilterError):
        return TemplateError("word-unknown-filter", name=error.name or "", known=error.known)
    if isinstance(error, NotTextError):
        return TemplateError("word-not-text", name=error.kind, known=error.fields)
    if isinstance(error, jinja2.TemplateSyntaxError) and (error.message or "").startswith(NOT_CLOSED):
        return TemplateError("word-block-not-closed")
    return None
