"""Reading a tagged PDF back from its bytes."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf.settings import get_qpdf_limits, set_qpdf_limits

from ..errors import InputError
from .attachments import read_attachments
from .content import read_content
from .file import Catalog, Page, TaggedFile
from .fonts import Font
from .metadata import read_metadata
from .objects import Identity, entry, identity, integer, items, name, number, text
from .places import Places, read_annotations, read_outline
from .structure import read_structure
from .survey import Survey, survey

LARGEST_FILE = 500_000_000
"""In bytes; a pack of 600 pages has some four million."""

LARGEST_STREAM = 100_000_000
"""In bytes, unpacked; the largest stream of a pack is one of its fonts, with less than a million."""

MOST_PAGES = 20_000


def read_tagged(data: bytes, file: str) -> TaggedFile:
    """A PDF as values.

    Args:
        data: the whole file.
        file: how messages name it.

    Raises:
        InputError: it is no PDF, it needs a password, it is damaged, or it is larger than anything briefgen makes.
    """
    if len(data) > LARGEST_FILE:
        raise InputError("tagged-too-large", file=file, size=str(len(data) // 1_000_000))
    if b"%PDF-" not in data[:1024]:
        raise InputError("tagged-not-a-pdf", file=file)
    try:
        with _with_care(), pikepdf.open(BytesIO(data), attempt_recovery=False) as opened:
            if len(opened.pages) > MOST_PAGES:
                raise InputError("tagged-too-large", file=file, size=str(len(data) // 1_000_000))
            return _read(opened, data)
    except pikepdf.PasswordError:
        raise InputError("tagged-locked", file=file) from None
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, UserWarning) as error:
        raise InputError("tagged-damaged", file=file, problem=str(error).splitlines()[0][:200]) from error


@contextmanager
def _with_care() -> Iterator[None]:
    """While a file is read, no stream unpacks without end, and what pikepdf only warns about is damage too."""
    before = get_qpdf_limits()["flate_max_memory"]
    set_qpdf_limits(flate_max_memory=LARGEST_STREAM)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            yield
    finally:
        set_qpdf_limits(flate_max_memory=int(before))


def _read(opened: pikepdf.Pdf, data: bytes) -> TaggedFile:
    page_objects = [page.obj for page in opened.pages]
    page_of = {identity(page): number_ for number_, page in enumerate(page_objects)}
    places = Places(opened.Root, page_of)
    found = survey(opened)
    fonts: dict[Identity, Font] = {}
    pages = tuple(_page(page, number_, fonts, places) for number_, page in enumerate(page_objects))
    return TaggedFile(
        catalog=_catalog(opened, data, found),
        metadata=read_metadata(entry(opened.Root, "/Metadata")),
        pages=pages,
        fonts=fonts,
        tree=read_structure(entry(opened.Root, "/StructTreeRoot"), page_of),
        outline=read_outline(opened.Root, places),
        attachments=read_attachments(opened.Root, found),
        destinations=places.destinations,
        form_parents=found.form_parents,
    )


def _page(page: pikepdf.Object, page_number: int, fonts: dict[Identity, Font], places: Places) -> Page:
    box = [number(value) or 0 for value in items(entry(page, "/MediaBox"))]
    width, height = (abs(box[2] - box[0]), abs(box[3] - box[1])) if len(box) == 4 else (0.0, 0.0)
    return Page(
        number=page_number,
        width=width,
        height=height,
        struct_parents=integer(entry(page, "/StructParents")),
        tabs=name(entry(page, "/Tabs")),
        content=read_content(page, fonts),
        annotations=tuple(read_annotations(page, page_number, places)),
    )


def _catalog(opened: pikepdf.Pdf, data: bytes, found: Survey) -> Catalog:
    root, marks = opened.Root, entry(opened.Root, "/MarkInfo")
    return Catalog(
        header=data[: data.find(b"\n") + 1].decode("latin-1").rstrip("\r\n"),
        encrypted=opened.is_encrypted,
        has_identifier=len(items(entry(opened.trailer, "/ID"))) == 2,
        marked=_truth(entry(marks, "/Marked")),
        suspects=_truth(entry(marks, "/Suspects")),
        language=text(entry(root, "/Lang")),
        displays_title=_truth(entry(entry(root, "/ViewerPreferences"), "/DisplayDocTitle")),
        info_title=text(entry(entry(opened.trailer, "/Info"), "/Title")) or "",
        scripts=found.scripts,
        actions=found.actions,
        outside=found.outside,
        output_intents=tuple(_output_intents(root)),
    )


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _output_intents(root: object) -> Iterator[tuple[str, int | None]]:
    for intent in items(entry(root, "/OutputIntents")):
        yield name(entry(intent, "/S")), integer(entry(entry(intent, "/DestOutputProfile"), "/N"))
