"""From a pack to one web page that needs nothing beside it: style, fonts and pictures are in the file.

It runs no script and asks nothing of a network, so it can be mailed, kept and opened anywhere.
"""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Iterator, Mapping

from lxml import etree, html

from . import fonts
from .addresses import asset_path
from .commission import Commission, Rendered
from .illustrating import illustrated
from .page import page_of
from .page_assets import refuse

# An address in a stylesheet: `url("fonts/a.woff")`, `url(img/kaart.png)`.
ADDRESS = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>[^"')]+)(?P=quote)\s*\)""")

LOADED: Mapping[str, str] = {"img": "src", "link": "href", "source": "src", "embed": "src", "object": "data"}
"""What elements load when the page is opened: the attribute that names it."""


def render(commission: Commission) -> Rendered:
    """The web page of a pack; the same pack and template give the same bytes.

    Args:
        commission: the pack, its template with stylesheet, fonts and pictures.

    Returns:
        The page in UTF-8, with the characters that no font of the template has.

    Raises:
        TemplateError: a tag is wrong, a font cannot be read, or the template or its stylesheet loads something that
            is not among the assets.
    """
    template = illustrated(commission)
    shown, replaced = fonts.printable(page_of(commission.view, template), fonts.among(template.assets))
    root = html.document_fromstring(shown)
    packer = _Packer(template.assets, frozenset(shown))
    for element in list(root.iter(*LOADED)):
        packer.take_in(element)
    refuse(template, packer.refused)
    content = html.tostring(root, encoding="utf-8", doctype="<!doctype html>")
    return Rendered(content, replaced)


class _Packer:
    """Puts assets into a page; an address that is not among them is kept in `refused`."""

    def __init__(self, assets: Mapping[str, bytes], characters: frozenset[str]) -> None:
        self._assets = assets
        self._characters = characters
        self._addresses: dict[str, str] = {}
        self.refused: list[str] = []

    def take_in(self, element: etree._Element) -> None:
        """Put what an element loads into the page: a stylesheet as an element, anything else as an address."""
        attribute = LOADED[element.tag]
        written = element.get(attribute)
        if element.tag != "link":
            element.set(attribute, self._address(written or "", ""))
        elif element.get("rel") == "stylesheet":
            element.tag = "style"
            element.text = self._style(written or "")
            element.attrib.clear()

    def _style(self, written: str) -> str:
        path = asset_path(written)
        if path not in self._assets:
            self.refused.append(path)
        text = self._assets.get(path, b"").decode("utf-8-sig", "replace")
        folder = path.rpartition("/")[0]
        return ADDRESS.sub(lambda match: f'url("{self._address(match["address"], folder)}")', text)

    def _address(self, written: str, folder: str) -> str:
        """The content of an asset as an address of its own (RFC 2397); fonts hold only the signs of the page."""
        if written.startswith(("data:", "#")):
            return written
        path = asset_path(written, folder)
        if path not in self._assets:
            self.refused.append(path)
            return ""
        if path not in self._addresses:
            self._addresses[path] = "".join(self._encoded(path))
        return self._addresses[path]

    def _encoded(self, path: str) -> Iterator[str]:
        data, kind = self._assets[path], mimetypes.guess_type(path)[0] or "application/octet-stream"
        if fonts.is_font(path):
            data, kind = fonts.with_only(self._characters, data, path), "font/woff"
        yield f"data:{kind};base64,"
        yield base64.b64encode(data).decode()
