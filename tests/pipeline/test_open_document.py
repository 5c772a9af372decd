"""A pack as OpenDocument text: made from the Word file, the same every time, and refused without LibreOffice."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from briefgen.errors import OptionError, OutputError
from briefgen.pipeline import finishing, open_document
from briefgen.pipeline.office import OfficeError, office_program
from briefgen.pipeline.options import FORMATS, BuildOptions, rendered_formats
from briefgen.renderers import Attachment
from briefgen.renderers.docx import render
from briefgen.store import Store

from ..renderers.sample import ROOT, view
from .project import Told

SETTINGS = (
    '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0">'
    '<config:config-item config:name="Rsid" config:type="int">{0}</config:config-item>'
    '<config:config-item config:name="RsidRoot" config:type="int">{0}</config:config-item>'
    '<config:config-item config:name="PrintTables" config:type="boolean">true</config:config-item>'
    "</office:document-settings>"
)
LIST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/>'
    "</manifest:manifest>"
)
ATTACHED = Attachment("provenance.json", "application/json", "Herkomst", b"{}")


def _odt(session: int) -> bytes:
    """What LibreOffice writes, in another order and with another session each time."""
    parts = {
        "Configurations2/menubar/": "",
        "META-INF/manifest.xml": LIST,
        "Thumbnails/thumbnail.png": "x",
        "content.xml": "<x/>",
        "mimetype": "application/vnd.oasis.opendocument.text",
        "settings.xml": SETTINGS.format(session),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in sorted(parts.items(), reverse=bool(session % 2)):
            archive.writestr(name, text)
    return buffer.getvalue()


def test_what_differs_between_conversions_is_left_out() -> None:
    assert open_document.tidied(_odt(1), [ATTACHED]) == open_document.tidied(_odt(2), [ATTACHED])


def test_the_archive_is_as_the_standard_asks() -> None:
    with zipfile.ZipFile(io.BytesIO(open_document.tidied(_odt(1), [ATTACHED]))) as archive:
        first, *others = archive.infolist()
        names = [one.filename for one in others]
        listed = archive.read("META-INF/manifest.xml").decode()
        assert b"PrintTables" in archive.read("settings.xml")
        assert archive.read("Attachments/provenance.json") == b"{}"
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert (
        names
        == sorted(names)
        == ["Attachments/provenance.json", "META-INF/manifest.xml", "content.xml", "settings.xml"]
    )
    assert {one.date_time for one in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}
    assert "thumbnail" not in listed
    assert 'full-path="Attachments/provenance.json" manifest:media-type="application/json"' in listed


def test_without_libreoffice_it_is_refused_before_anything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_document, "office_program", lambda: None)
    open_document.require_office(("docx", "pdf"))
    with pytest.raises(OptionError) as caught:
        open_document.require_office(("docx", "odt"))
    assert "LibreOffice" in caught.value.text("nl")
    assert "--formats docx,pdf" in caught.value.text("en")


def test_a_conversion_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(open_document, "office_program", lambda: str(tmp_path / "no-such-program"))
    with pytest.raises(OutputError, match="could not make"):
        open_document.open_document(b"PK", [], Store(tmp_path / "store"), Told())
    assert str(OfficeError("slow")) == "slow"


def test_it_is_made_from_a_word_file_that_is_rendered_also_when_nobody_asked_for_that() -> None:
    assert "odt" in FORMATS
    assert rendered_formats(["odt"]) == ("docx",)
    assert rendered_formats(["pdf", "odt"]) == ("docx", "pdf")


@pytest.mark.parametrize(
    ("formats", "asked", "there", "expected"),
    [
        (("docx", "pdf"), True, True, True),
        (("odt",), True, True, True),
        (("pdf",), True, True, False),
        (("docx",), True, False, False),
        (("docx",), False, True, False),
    ],
)
def test_pages_are_numbered_where_there_is_a_word_file_and_libreoffice(
    monkeypatch: pytest.MonkeyPatch, formats: tuple[str, ...], asked: bool, there: bool, expected: bool
) -> None:
    monkeypatch.setattr(finishing, "can_number_pages", lambda: there)
    options = BuildOptions(pack="x", as_of="2026-06-01", formats=formats, page_numbers=asked)
    assert finishing.numbers_pages(options) is expected


@pytest.mark.slow
@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
def test_the_same_pack_gives_the_same_bytes_and_every_statement(tmp_path: Path) -> None:
    docx = render(view(), (ROOT / "templates/brief.docx").read_bytes(), "brief.docx")
    made = [open_document.open_document(docx, [ATTACHED], Store(tmp_path / name), Told()) for name in "ab"]
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as archive:
        content = archive.read("content.xml").decode()
        about = archive.read("meta.xml").decode()
    assert view().title in about
    assert content.count("<text:note ") > 40
    assert all(statement.anchor in content for chapter in view().chapters for statement in chapter.statements)
