"""What stands around and inside the text of a page and is none of it: navigation, buttons, banners, hidden parts."""

from __future__ import annotations

import re
from collections.abc import Container

from ...document import FurnitureKind
from ..trees.layer import Layer, Run
from ..trees.parsing import Element
from .vocabulary import classes, lineage, name_words, words

TAGS = frozenset(
    {"aside", "button", "dialog", "form", "input", "menu", "nav", "option", "search", "select", "textarea"}
)

ROLES = frozenset(
    {"alert", "banner", "button", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search",
     "tablist", "toolbar"}
)  # fmt: skip

# A style that hides an element.
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

LINKED = 0.5
"""The least share of the text of a table of contents that stands in links."""

ALL = 0.9
MENU_LINKS = 3
MENU_WIDTH = 30
"""Of a menu: the least share of its text that stands in links, the fewest links, and how long they are on average."""

LARGEST = 0.5
"""The greatest share of the text of a page that an element holds that is furniture by its name alone."""


class Furniture:
    """What of a page is no text of its document."""

    def __init__(self, layer: Layer, main: Element, noted: Container[Element]) -> None:
        """Prepare to judge the runs of a page.

        Args:
            layer: its text layer.
            main: the element that holds the text.
            noted: the elements that hold notes, which no name makes furniture.
        """
        self._layer = layer
        self._main = main
        self._noted = noted
        self._kinds: dict[Element, FurnitureKind | None] = {}
        start, end = layer.ranges.get(main, (0, 0))
        self._most = LARGEST * (end - start)

    def kind_of(self, run: Run) -> FurnitureKind | None:
        """What a run is; `None` when it is text of the document."""
        around = list(lineage(run.owner))
        if any(element in self._noted for element in around):
            return None
        if self._main not in around:
            return "navigation"
        kinds = (self._kind(element) for element in around[: around.index(self._main)])
        return next((kind for kind in kinds if kind), None)

    def _kind(self, element: Element) -> FurnitureKind | None:
        if element not in self._kinds:
            self._kinds[element] = self._judged(element)
        return self._kinds[element]

    def _judged(self, element: Element) -> FurnitureKind | None:
        start, end = self._layer.ranges.get(element, (0, 0))
        if classes(element) & words("running_heads"):
            return "running_head"
        if end - start > self._most:
            return None
        if name_words(element) & words("contents") and self._consists_of_links(element):
            return "contents"
        is_named = element.tag in TAGS or (element.get("role") or "") in ROLES
        is_hidden = element.get("hidden") is not None or bool(HIDING.search(element.get("style") or ""))
        is_around = is_named or is_hidden or bool(name_words(element) & words("furniture"))
        return "navigation" if is_around or self._is_menu(element) else None

    def _is_menu(self, element: Element) -> bool:
        """Whether an element holds nothing but several short links."""
        links = self._links(element)
        return len(links) >= MENU_LINKS and sum(links) <= MENU_WIDTH * len(links) and self._linked(element) >= ALL

    def _consists_of_links(self, element: Element) -> bool:
        """Whether most of the text of an element stands in links."""
        return self._linked(element) >= LINKED

    def _linked(self, element: Element) -> float:
        """The share of the text of an element that stands in links."""
        size = len(self._layer.content(element).replace(" ", ""))
        return sum(self._links(element)) / size if size else 0.0

    def _links(self, element: Element) -> list[int]:
        """The numbers of characters of the links inside an element."""
        return [len(text.replace(" ", "")) for link in element.iter("a") if (text := self._layer.content(link))]
