"""From a pack to a tagged PDF: the HTML of the template, laid out by WeasyPrint.

WeasyPrint takes a third of a second to import and parses its bindings on the way, so it is imported when a PDF is
made and not before. It reads nothing but what it is handed: no network, no file outside the template's assets.
"""

from __future__ import annotations

import gc
import logging
import mimetypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import unquote, urlsplit

from ..diagnostics import Diagnostic
from ..errors import TemplateError
from . import fonts, html
from .vocabulary import PackView

if TYPE_CHECKING:
    import pydyf
    import weasyprint
    from weasyprint.urls import URLFetcherResponse

# Where the template and its assets seem to live; a made-up scheme, so that no address can lead out of it.
BASE_URL = "brief:/"

# Tagged and with the metadata of ISO 14289-1.
VARIANT = "pdf/ua-1"

FONT_SUFFIXES = frozenset({".otf", ".ttf", ".woff", ".woff2"})


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF, and what a person should know about how it was made.

    Attributes:
        content: the bytes of the file, the same for the same pack, template and libraries.
        diagnostics: rules of the stylesheet that have no effect, and characters that no font has.
    """

    content: bytes
    diagnostics: tuple[Diagnostic, ...]


def render(view: PackView, template: html.WebTemplate) -> PdfFile:
    """The PDF of a pack.

    Args:
        view: the pack in the words of the templates.
        template: with its stylesheet, fonts and pictures.

    Raises:
        TemplateError: a tag is wrong, a font cannot be read, or the template or its stylesheet loads something that
            is not among the assets.
    """
    page, replaced = fonts.printable(html.render(view, template), _fonts(template.assets))
    fetcher = _Fetcher(template.assets)
    with _warnings(fetcher) as warnings, _without_garbage_collection():
        content = _laid_out(page, fetcher)
    if fetcher.refused:
        raise _refusal(template, fetcher.refused)
    return PdfFile(content, replaced + _diagnostics(warnings))


def _laid_out(page: str, fetcher: _Fetcher) -> bytes:
    import weasyprint

    source = weasyprint.HTML(string=page, base_url=BASE_URL, url_fetcher=fetcher)
    content: bytes = source.write_pdf(pdf_variant=VARIANT, finisher=_describe_links)
    return content


def _describe_links(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Says of each link what it goes to, in its own words (ISO 14289-1, 7.18.5); WeasyPrint gives the address."""
    import pydyf

    for page in document.pages:
        for *_, box in page.links:
            if box.element is not None and box.link_annotation:
                words = " ".join("".join(box.element.itertext()).split())
                box.link_annotation["Contents"] = pydyf.String(words)


@dataclass(slots=True)
class _Fetcher:
    """Answers WeasyPrint from the assets, and keeps what it asked for in vain.

    A refused address is answered with nothing, so that one run finds them all.
    """

    _fail_on_errors: ClassVar[bool] = False  # WeasyPrint asks it of a fetcher that raises
    assets: Mapping[str, bytes]
    refused: list[str] = field(default_factory=list)
    stylesheet: str = ""
    """The stylesheet that was asked for last: the one that WeasyPrint is reading, when it warns."""

    def __call__(self, url: str) -> URLFetcherResponse:
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        if url.startswith("data:"):
            return URLFetcher(allowed_protocols={"data"}).fetch(url)
        path = _asset_path(url)
        if path not in self.assets:
            self.refused.append(path)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        if kind == "text/css":
            self.stylesheet = path
        return URLFetcherResponse(url, fonts.plain(self.assets.get(path, b""), path), {"Content-Type": kind})


def _asset_path(url: str) -> str:
    """The path of an address among the assets; an address elsewhere as it is."""
    parts = urlsplit(url)
    return unquote(parts.path).lstrip("/") if f"{parts.scheme}:/" == BASE_URL and not parts.netloc else url


def _refusal(template: html.WebTemplate, refused: list[str]) -> TemplateError:
    remote = [address for address in refused if urlsplit(address).scheme]
    if remote:
        return TemplateError("template-remote-address", file=template.file, name=", ".join(dict.fromkeys(remote)))
    names = list(dict.fromkeys(refused))
    return TemplateError(
        "template-missing-asset",
        file=template.file,
        name=", ".join(names),
        known=template.assets if len(names) == 1 else (),
    )


def _fonts(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in assets.items() if PurePosixPath(path).suffix.lower() in FONT_SUFFIXES}


class _Recorder(logging.Handler):
    """Keeps what WeasyPrint warns about, with the stylesheet it was reading."""

    def __init__(self, fetcher: _Fetcher) -> None:
        super().__init__(logging.WARNING)
        self.fetcher = fetcher
        self.messages: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append((self.fetcher.stylesheet, record.getMessage()))


@contextmanager
def _warnings(fetcher: _Fetcher) -> Iterator[list[tuple[str, str]]]:
    """The warnings of WeasyPrint while the block runs, as (stylesheet, message)."""
    logger, recorder = logging.getLogger("weasyprint"), _Recorder(fetcher)
    logger.addHandler(recorder)
    try:
        yield recorder.messages
    finally:
        logger.removeHandler(recorder)


def _diagnostics(warnings: list[tuple[str, str]]) -> tuple[Diagnostic, ...]:
    """One diagnostic a warning, each once, in their order."""
    return tuple(
        Diagnostic(
            severity="warning", code="page-layout", message=f"{stylesheet}: {message}" if stylesheet else message
        )
        for stylesheet, message in dict.fromkeys(warnings)
    )


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Layout makes millions of objects that all live to the end: looking for garbage among them only costs time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
