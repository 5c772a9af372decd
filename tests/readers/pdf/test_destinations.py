"""The named places of a PDF."""

import io

import pikepdf
import pytest

from briefgen.errors import SourceError
from briefgen.readers.layout.destinations import destinations


def _pdf(**names: int) -> bytes:
    with pikepdf.new() as document:
        for _ in range(3):
            document.add_blank_page()
        places = {
            f"/{name}": pikepdf.Array([document.pages[page - 1].obj, pikepdf.Name.Fit]) for name, page in names.items()
        }
        document.Root.Dests = pikepdf.Dictionary(places)
        buffer = io.BytesIO()
        document.save(buffer)
    return buffer.getvalue()


def test_each_place_has_its_page_counted_from_1() -> None:
    assert destinations(_pdf(kern=1, s5Fthema=3), "x.pdf") == ({"kern": 1, "s5Fthema": 3}, 3)


def test_a_pdf_without_places_has_none() -> None:
    assert destinations(_pdf(), "x.pdf") == ({}, 3)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(SourceError):
        destinations(b"no pdf", "x.pdf")
