"""The named places of a PDF: on which page each stands (ISO 32000-1, 12.3.2.3)."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from .opening import opened

LONGEST_NAME = 1_024
"""Bytes of the name of a destination in UTF-16, with the zero at its end."""


class Destinations(NamedTuple):
    """The named places of a PDF.

    Attributes:
        page_of: their names to their pages, counted from 1.
        pages: how many pages the PDF has.
    """

    page_of: dict[str, int]
    pages: int


def destinations(data: bytes, file: str) -> Destinations:
    """The named places of a PDF; those that lead to no page are left out.

    Args:
        data: the bytes of the file.
        file: its name, for the message.

    Raises:
        SourceError: it is no PDF that can be read.
    """
    with opened(data, file) as document:
        found = dict(_destination(document, index) for index in range(pdfium.FPDF_CountNamedDests(document.raw)))
        return Destinations({name: page for name, page in found.items() if name and page > 0}, len(document))


def _destination(document: pypdfium2.PdfDocument, index: int) -> tuple[str, int]:
    """The name of a destination and its page; 0 for a page that is not there."""
    name, size = ctypes.create_string_buffer(LONGEST_NAME), ctypes.c_long(LONGEST_NAME)
    place = pdfium.FPDF_GetNamedDest(document.raw, index, name, size)
    words = name.raw[: max(size.value, 0)].decode("utf-16-le", "replace").rstrip("\0")
    return words, pdfium.FPDFDest_GetDestPageIndex(document.raw, place) + 1 if place else 0
