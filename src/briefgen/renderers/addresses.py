"""The addresses that a page and its stylesheets write, as paths among the assets of the template."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

BASE_URL = "brief:/"
"""Where the template and its assets seem to live; a made-up scheme, so that no address can lead out of it."""


def asset_path(address: str, folder: str = "") -> str:
    """The path of an address among the assets; an address elsewhere as it is.

    Args:
        address: as a page or a stylesheet writes it, or made absolute with `BASE_URL`.
        folder: of the stylesheet that writes it, among the assets.
    """
    parts = urlsplit(address)
    if not parts.scheme and not parts.netloc:
        # `urljoin` only knows how to join addresses of the web.
        joined = urlsplit(urljoin(f"http://brief/{folder}/" if folder else "http://brief/", address))
        return unquote(joined.path).lstrip("/")
    return unquote(parts.path).lstrip("/") if f"{parts.scheme}:/" == BASE_URL and not parts.netloc else address
