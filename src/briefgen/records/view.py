"""Expert views: a contribution to a report under the name of its authors."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document, Heading, Person
from ..model import Model
from .byline import Byline, bylines
from .theme import theme_of


class View(Model):
    """One contribution, its theme and its authors."""

    theme: int | None
    theme_title: str | None
    title: str
    authors: tuple[Person, ...]
    paragraphs: tuple[str, ...]
    why: str


def extract(document: Document) -> Iterator[View]:
    """The contributions of a report in reading order: a byline, the heading behind it, and the text up to the next."""
    if document.source.kind != "rapport":
        return
    found = list(bylines(document))
    ends = [byline.position for byline in found[1:]] + [document.length]
    for byline, end in zip(found, ends, strict=False):
        title = _title(document, byline, end)
        if title is not None:
            yield _view(document, byline, title, end)


def _title(document: Document, byline: Byline, end: int) -> Heading | None:
    """The first heading behind a byline that does not open another theme."""
    between = (heading for heading in document.headings if byline.position < heading.spans[0].start < end)
    first = next(between, None)
    return first if first and theme_of((first.text,)) is None else None


def _view(document: Document, byline: Byline, title: Heading, end: int) -> View:
    theme = theme_of(_path(document, title))
    start = title.spans[0].end
    stop = min(
        [end, *(h.spans[0].start for h in document.headings if h.spans[0].start > start and h.level < title.level)]
    )
    return View(
        theme=theme.number if theme else None,
        theme_title=theme.title if theme else None,
        title=title.text,
        authors=byline.authors,
        paragraphs=tuple(p.id for p in document.paragraphs if start <= p.spans[0].start < stop),
        why="byline:title-behind",
    )


def _path(document: Document, heading: Heading) -> tuple[str, ...]:
    """The texts of the headings above `heading`, the highest first."""
    above: list[str] = []
    parent = document.heading_by_id.get(heading.parent or "")
    while parent is not None:
        above.insert(0, parent.text)
        parent = document.heading_by_id.get(parent.parent or "")
    return tuple(above)
