"""Rules of what an archive cannot keep: tricks of pictures and graphics, forms that change, limits of programs.

ISO 19005-3, 6.1.7, 6.1.13, 6.2, 6.4, 6.9 to 6.11.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..tagged import TaggedFile
from .finding import Fault

DEEPEST_STATE = 28
"""So many states of the graphics may be kept inside each other (6.1.13)."""

SMALLEST_PAGE, LARGEST_PAGE = 3, 14_400
"""In points, in either direction (6.1.13)."""


def filters(file: TaggedFile) -> Iterator[Fault]:
    """A stream that is packed as it may not be."""
    yield from _counted(file.catalog.filters)


def graphics(file: TaggedFile) -> Iterator[Fault]:
    """A picture, a form or a graphics state with something that programs show in different ways."""
    yield from _counted(file.catalog.graphics)


def entries(file: TaggedFile) -> Iterator[Fault]:
    """A file that depends on the program that shows it."""
    yield from _counted(file.catalog.entries)


def layers(file: TaggedFile) -> Iterator[Fault]:
    """Layers without a name, or that come and go by themselves."""
    yield from _counted(file.catalog.layers)


def _counted(found: Iterable[str]) -> Iterator[Fault]:
    for what, count in Counter(found).items():
        yield Fault(details={"found": what, "count": str(count)})


def nested_states(file: TaggedFile) -> Iterator[Fault]:
    """A page with more states of the graphics inside each other than programs need to follow."""
    for page in file.pages:
        if page.content.deepest > DEEPEST_STATE:
            yield Fault(page.number, details={"found": str(page.content.deepest), "most": str(DEEPEST_STATE)})


def page_sizes(file: TaggedFile) -> Iterator[Fault]:
    """A page that is smaller or larger than programs need to show."""
    for page in file.pages:
        if not all(SMALLEST_PAGE <= side <= LARGEST_PAGE for side in (page.width, page.height)):
            yield Fault(page.number, details={"found": f"{page.width:g} × {page.height:g}"})
