"""Reading a tagged PDF back from its bytes."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf.settings import get_qpdf_limits, set_qpdf_limits

from ..errors import InputError
from .attachments import read_attachments
from .colours import Profile, read_profile
from .content import read_content
from .file import Catalog, Page, TaggedFile
from .fonts import Font
from .metadata import read_metadata
from .objects import Identity, entry, identity, integer, items, keys, name, number, text
from .places import Places, read_annotations, read_outline
from .structure import read_structure
from .survey import Survey, survey

LARGEST_FILE = 500_000_000
"""In bytes; a pack of 600 pages has some four million."""

LARGEST_STREAM = 100_000_000
"""In bytes, unpacked; the largest stream of a pack is one of its fonts, with less than a million."""

MOST_PAGES = 20_000

# The first line of a file, and a second one that is a comment of four bytes which are no letters (ISO 19005-3, 6.1.2).
BINARY = re.compile(rb"%PDF-[^\r\n]*(?:\r\n|\n|\r)%[\x80-\xff]{4}")
# The end of a file, with one end of line at most.
END = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")


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
        names_in_order=places.in_order,
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
    info = dict(_strings(entry(opened.trailer, "/Info")))
    return Catalog(
        header=data[: data.find(b"\n") + 1].decode("latin-1").rstrip("\r\n"),
        encrypted=opened.is_encrypted,
        has_identifier=len(items(entry(opened.trailer, "/ID"))) == 2,
        marked=_truth(entry(marks, "/Marked")),
        suspects=_truth(entry(marks, "/Suspects")),
        language=text(entry(root, "/Lang")),
        displays_title=_truth(entry(entry(root, "/ViewerPreferences"), "/DisplayDocTitle")),
        info_title=info.get("Title", ""),
        scripts=found.scripts,
        actions=found.actions,
        outside=found.outside,
        filters=found.filters,
        graphics=found.graphics,
        entries=found.entries,
        layers=tuple(_layers(entry(root, "/OCProperties"))),
        info=info,
        is_binary=BINARY.match(data) is not None,
        rest=len(END.split(data)[-1]),
        output_intents=tuple(_output_intents(root)),
    )


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _output_intents(root: object) -> Iterator[tuple[str, Profile | None]]:
    for intent in items(entry(root, "/OutputIntents")):
        yield name(entry(intent, "/S")), read_profile(entry(intent, "/DestOutputProfile"))


def _strings(dictionary: object) -> Iterator[tuple[str, str]]:
    for key in sorted(keys(dictionary)):
        value = text(entry(dictionary, key))
        if value is not None:
            yield key[1:], value


def _layers(properties: object) -> Iterator[str]:
    """What is wrong with the ways in which layers are shown (ISO 19005-3, 6.9)."""
    for way in (entry(properties, "/D"), *items(entry(properties, "/Configs"))):
        if way is not None and not (text(entry(way, "/Name")) or "").strip():
            yield "Name"
        if entry(way, "/AS") is not None:
            yield "AS"
