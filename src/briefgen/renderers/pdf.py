"""From a pack to a PDF for archives and for everybody: PDF/A-3a and PDF/UA-1 in one file.

    HTML of the template ──WeasyPrint──▶ pages ──tagging──▶ tag tree ──properties──▶ metadata, attachments ──▶ bytes

WeasyPrint takes a third of a second to import and parses its bindings on the way, so it is imported when a PDF is
made and not before. It reads nothing but what it is handed: no network, no file outside the template's assets.
"""

from __future__ import annotations

import gc
import io
import logging
import mimetypes
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, ClassVar

import pikepdf

from .. import __version__
from ..diagnostics import Diagnostic
from ..errors import TemplateError
from . import fonts, tagging
from .addresses import BASE_URL, asset_path
from .commission import Commission, Rendered
from .garbage import without_garbage_collection
from .illustrating import illustrated
from .page import page_of
from .page_assets import refuse
from .properties import Properties, attach, describe, set_colours
from .web import WebTemplate

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse

    from .tagging.recording import Recorder


# What WeasyPrint says of a declaration that it does not know: "Ignored `colour: navy` at 2:5, unknown property."
IGNORED = re.compile(r"Ignored `(?P<name>[\w-]+)\b[^`]*` at (?P<line>\d+):\d+, (?P<reason>.*?)\.?$", re.DOTALL)


def render(commission: Commission) -> Rendered:
    """The PDF of a pack; the same pack, templates and libraries give the same bytes.

    Args:
        commission: the pack, its template with stylesheet, fonts and pictures, and what is attached.

    Returns:
        The file, with the rules of the stylesheet that have no effect, and the characters that no font has.

    Raises:
        TemplateError: a tag is wrong, a font cannot be read, or the template or its stylesheet loads something that
            is not among the assets.
    """
    template = illustrated(commission)
    page, replaced = fonts.printable(page_of(commission.view, template), fonts.among(template.assets))
    fetcher = _Fetcher(template.assets)
    with _warnings(fetcher) as warnings, without_garbage_collection():
        content, recorder = _laid_out(page, fetcher)
        refuse(template, fetcher.refused)
        tree = tagging.shape(recorder.root)
        finished = _finished(content, tree, commission)
    return Rendered(finished, (*replaced, *_diagnostics(warnings), *_unsaid(recorder.lost, tree)))


def style_faults(template: WebTemplate) -> tuple[TemplateError, ...]:
    """The rules of the stylesheets of a template that have no effect on paper, by file and line.

    Args:
        template: with its assets.
    """
    import weasyprint
    from weasyprint.css.properties import INITIAL_VALUES

    known = sorted(name.replace("_", "-") for name in INITIAL_VALUES)
    fetcher = _Fetcher(template.assets)
    with _warnings(fetcher) as warnings:
        for path in template.assets:
            if path.endswith(".css"):
                weasyprint.CSS(url=BASE_URL + path, url_fetcher=fetcher, media_type="print")
    return tuple(filter(None, (_style_fault(stylesheet, message, known) for stylesheet, message in warnings)))


def _style_fault(stylesheet: str, message: str, known: list[str]) -> TemplateError | None:
    found = IGNORED.match(message)
    if found is None:
        return None
    name, reason, where = found["name"], found["reason"], f"{stylesheet}:{found['line']}"
    near = known if reason.startswith("unknown property") else ()
    return TemplateError("template-style", file=where, name=name, reason=reason, known=near)


def _laid_out(page: str, fetcher: _Fetcher) -> tuple[bytes, Recorder]:
    """The pages of a document with marked words, and the elements that own them."""
    import weasyprint

    from .tagging.recording import Recorder

    source = weasyprint.HTML(string=page, base_url=BASE_URL, url_fetcher=fetcher)
    recorder = Recorder()
    document = recorder.recorded(source.render())
    gc.collect()
    content: bytes = document.write_pdf(pdf_version="1.7")
    return content, recorder


def _finished(content: bytes, tree: tagging.Element, commission: Commission) -> bytes:
    """A file with its tags, properties and attachments."""
    with pikepdf.open(io.BytesIO(content)) as file:
        tagging.write_tags(file, tree)
        day = date.fromisoformat(commission.pack.as_of)
        set_colours(file)
        attach(file, commission.attachments, day)
        describe(file, _properties(commission, day))
        finished = io.BytesIO()
        file.save(
            finished,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return finished.getvalue()


def _properties(commission: Commission, day: date) -> Properties:
    pack, view = commission.pack, commission.view
    return Properties(
        title=view.title,
        subject=view.subtitle,
        author=view.author,
        keywords=pack.keywords,
        marking=view.marking,
        language=view.language,
        day=day,
        program=f"briefgen {__version__}",
    )


def _unsaid(lost: Iterable[str], tree: tagging.Element) -> Iterator[Diagnostic]:
    """What a screen reader does not say: words painted apart, and pictures without a description."""
    for words in lost:
        told = f"Screen readers do not find the words {words!r}: a rule such as `opacity` paints them apart."
        yield Diagnostic(severity="warning", code="words-without-tag", message=told)
    silent = sum(element.role == "Figure" and not element.alt for element in tree.descendants())
    if silent:
        told = f"{silent} pictures have no `alt`, so that screen readers cannot say what they show."
        yield Diagnostic(severity="warning", code="silent-pictures", message=told)


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
        path = asset_path(url)
        if path not in self.assets:
            self.refused.append(path)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        if kind == "text/css":
            self.stylesheet = path
        return URLFetcherResponse(url, fonts.plain(self.assets.get(path, b""), path), {"Content-Type": kind})


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
