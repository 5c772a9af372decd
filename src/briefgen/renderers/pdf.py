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
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import quote

import pikepdf

from .. import __version__
from ..diagnostics import Diagnostic
from ..errors import TemplateError
from ..messages import Language
from . import archiving, fonts, page_styles, tagging
from .addresses import BASE_URL, asset_path
from .commission import Commission, Rendered
from .garbage import without_garbage_collection
from .illustrating import illustrated
from .page import page_of
from .page_assets import refuse, require_own_names, styles_within
from .properties import Properties, attach, describe, set_colours
from .web import WebTemplate

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse

    from .tagging.recording import Recorder


# What WeasyPrint says of a character that no font has, with its code: '.notdef glyph rendered for … (U+1F642)'.
NO_GLYPH = re.compile(r"\.notdef glyph rendered for .*\(U\+(?P<code>[0-9A-F]+)\)$", re.DOTALL)


# The endings of files that a page shows as pictures.
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg"})


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
    require_own_names(template)
    page, replaced = fonts.printable(page_of(commission.view, template), fonts.among(template.assets))
    fetcher = _Fetcher(template.assets)
    with _warnings(fetcher) as warnings, without_garbage_collection():
        content, recorder = _laid_out(page, fetcher, template.file)
        missing = _missing(warnings)
        if missing:
            fetcher.replaced = fonts.replacement(missing)
            content, recorder = _laid_out(page, fetcher, template.file)
        refuse(template, fetcher.refused)
        tree = tagging.shape(recorder.root, commission.view.language)
        finished = _finished(content, tree, tagging.left_out(recorder.root, tree), commission)
    told = [said for said in warnings if not NO_GLYPH.match(said[1])]
    without_glyph = map(fonts.diagnostic, sorted(missing))
    return Rendered(
        finished, (*replaced, *without_glyph, *_diagnostics(told, template, commission.view.language), *_unsaid(tree))
    )


def style_faults(template: WebTemplate) -> tuple[TemplateError, ...]:
    """The rules of the stylesheets of a template that have no effect on paper, by file and line.

    Args:
        template: with its assets.
    """
    import weasyprint

    fetcher = _Fetcher(template.assets)
    with _warnings(fetcher) as warnings:
        for path in template.assets:
            if path.endswith(".css"):
                weasyprint.CSS(url=BASE_URL + path, url_fetcher=fetcher, media_type="print")
        fetcher.stylesheet = template.file
        for style in styles_within(template):
            weasyprint.CSS(string=style, base_url=BASE_URL, url_fetcher=fetcher, media_type="print")
    return tuple(filter(None, (_fault(template, *warning) for warning in warnings)))


def picture_faults(template: WebTemplate) -> tuple[TemplateError, ...]:
    """The pictures among the assets of a template that cannot be read.

    Args:
        template: with its assets.
    """
    import weasyprint

    fetcher = _Fetcher(template.assets)
    pictures = [path for path in template.assets if PurePosixPath(path).suffix.lower() in PICTURES]
    with _warnings(fetcher) as warnings:
        if pictures:
            page = "".join(f'<img alt="" src="{quote(path)}">' for path in pictures)
            weasyprint.HTML(string=page, base_url=BASE_URL, url_fetcher=fetcher).render()
    return tuple(filter(None, (_fault(template, *warning) for warning in warnings)))


def _fault(template: WebTemplate, stylesheet: str, message: str) -> TemplateError | None:
    """What WeasyPrint warns of, as an error of the template."""
    from weasyprint.css.properties import INITIAL_VALUES

    properties = sorted(name.replace("_", "-") for name in INITIAL_VALUES)
    text = (
        template.text if stylesheet == template.file else template.assets.get(stylesheet, b"").decode(errors="replace")
    )
    return page_styles.told(stylesheet, text, template.file, message.replace(BASE_URL, ""), properties)


def _laid_out(page: str, fetcher: _Fetcher, template: str) -> tuple[bytes, Recorder]:
    """The pages of a document with marked words, and the elements that own them.

    Raises:
        TemplateError: WeasyPrint cannot lay out the page.
    """
    import weasyprint

    from .tagging.recording import Recorder

    source = weasyprint.HTML(string=fetcher.text(page), base_url=BASE_URL, url_fetcher=fetcher)
    recorder = Recorder()
    try:
        document = recorder.recorded(source.render())
        gc.collect()
        content: bytes = document.write_pdf(pdf_version="1.7")
    except (MemoryError, TemplateError):
        raise
    except Exception as error:  # a rare pair of rules makes WeasyPrint raise nearly anything
        raise TemplateError("page-not-laid-out", file=template, problem=str(error) or type(error).__name__) from error
    return content, recorder


def _missing(warnings: list[tuple[str, str]]) -> frozenset[str]:
    """The characters that WeasyPrint found in no font, on this computer or in the template."""
    return frozenset(chr(int(found["code"], 16)) for _, said in warnings if (found := NO_GLYPH.match(said)))


def _finished(
    content: bytes, tree: tagging.Element, left_out: Collection[tagging.Mark], commission: Commission
) -> bytes:
    """A file with its tags, properties and attachments."""
    with pikepdf.open(io.BytesIO(content)) as file:
        archiving.settle(file)
        tagging.write_tags(file, tree, left_out)
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


def _unsaid(tree: tagging.Element) -> Iterator[Diagnostic]:
    """What a screen reader does not say: pictures without a description, tables without headers."""
    silent = sum(element.role == "Figure" and not element.alt for element in tree.descendants())
    if silent:
        told = f"{silent} pictures have no `alt`, so that screen readers cannot say what they show."
        yield Diagnostic(severity="warning", code="silent-pictures", message=told)
    headless = sum(
        element.role == "Table" and not any(inner.role == "TH" for inner in element.descendants())
        for element in tree.descendants()
    )
    if headless:
        told = f"{headless} tables have no header cells (`th`), so that screen readers cannot say what a cell is about."
        yield Diagnostic(severity="warning", code="headless-tables", message=told)


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
    replaced: dict[int, str] = field(default_factory=dict)
    """What stands in for characters that no font has, as `str.translate` takes it."""

    def text(self, written: str) -> str:
        """A page or a stylesheet as WeasyPrint is to read it."""
        return archiving.without_inks(fonts.replaced(written, self.replaced))

    def __call__(self, url: str) -> URLFetcherResponse:
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        if url.startswith("data:"):
            return URLFetcher(allowed_protocols={"data"}).fetch(url)
        path = asset_path(url)
        if path not in self.assets:
            self.refused.append(path)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        data = fonts.plain(self.assets.get(path, b""), path)
        if kind == "text/css":
            self.stylesheet = path
        if kind in {"text/css", "image/svg+xml"}:
            data = self.text(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        return URLFetcherResponse(url, data, {"Content-Type": kind})


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


def _diagnostics(warnings: list[tuple[str, str]], template: WebTemplate, language: str) -> tuple[Diagnostic, ...]:
    """One diagnostic a warning, each once, in their order; in the language of the pack, as far as it is understood."""
    of_people: Language = "en" if language.startswith("en") else "nl"
    found = ((warning, _fault(template, *warning)) for warning in dict.fromkeys(warnings))
    said = (fault.text(of_people) if fault else ": ".join(filter(None, warning)) for warning, fault in found)
    return tuple(Diagnostic(severity="warning", code="page-layout", message=words) for words in dict.fromkeys(said))
