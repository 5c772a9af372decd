"""A pack as an OpenDocument text, made from its finished Word file by LibreOffice.

LibreOffice writes the number of its session into the settings, and the picture of the first page and empty folders
into the archive; they are left out, so that the same pack gives the same bytes. The archive follows OpenDocument 1.3,
part 2, 2.2: `mimetype` first and not compressed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Mapping

from lxml import etree

from ..archive import open_archive, read_entry, write_archive
from ..errors import OptionError, OutputError
from ..renderers import Attachment
from ..store import Store, key, program_fingerprint
from .office import PATIENCE, OfficeError, office, office_program
from .progress import Progress

FORMAT = "odt"
MIMETYPE, SETTINGS, LIST = "mimetype", "settings.xml", "META-INF/manifest.xml"

ATTACHMENTS = "Attachments"
"""The folder of the archive for files of a pack; OpenDocument leaves it to us (part 2, 2.2.1)."""

# What is left out: the picture of the first page, and what LibreOffice keeps for itself.
LEFT_OUT = ("Thumbnails/", "Configurations2/", "layout-cache")

NAMESPACES = {
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
SESSION = etree.XPath("//config:config-item[@config:name='Rsid' or @config:name='RsidRoot']", namespaces=NAMESPACES)
"""The numbers of an editing session among the settings."""


def require_office(formats: Iterable[str]) -> None:
    """Check, before anything is made, that LibreOffice is there when it will be needed.

    Args:
        formats: that were asked for.

    Raises:
        OptionError: an OpenDocument text was asked for and LibreOffice is not installed.
    """
    if FORMAT in formats and office_program() is None:
        raise OptionError("odt-needs-libreoffice")


def open_document(docx: bytes, attachments: Iterable[Attachment], store: Store, progress: Progress) -> bytes:
    """A finished Word file as an OpenDocument text.

    Args:
        docx: the Word file.
        attachments: files that go into it.
        store: keeps what was made from the same bytes before.
        progress: is told what is done.

    Raises:
        OptionError: LibreOffice is not installed.
        OutputError: LibreOffice cannot convert the file.
    """
    program, given = office_program(), tuple(attachments)
    if program is None:
        raise OptionError("odt-needs-libreoffice")
    name = key([b"odt", program_fingerprint().encode(), docx, *(one.data for one in given)])
    made = store.get(name)
    if made is None:
        progress.step("converting-to-odt")
        try:
            with office(program) as at_work:
                made = tidied(at_work.convert(docx, "docx", FORMAT, FORMAT), given)
        except OfficeError as error:
            raise OutputError("odt-failed", seconds=str(PATIENCE)) from error
        store.put(name, made)
    return made


def tidied(odt: bytes, attachments: Iterable[Attachment]) -> bytes:
    """The same text without what differs from one conversion to the next, and with files inside it.

    Args:
        odt: as LibreOffice wrote it.
        attachments: the files.
    """
    with open_archive(odt) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/") and not name.startswith(LEFT_OUT)]
        parts = {name: read_entry(archive, name) for name in names}
    files = {posixpath.join(ATTACHMENTS, one.name): one for one in attachments}
    parts[SETTINGS] = _without_session(parts[SETTINGS])
    parts[LIST] = _listed(parts[LIST], parts, files)
    return write_archive(parts | {path: one.data for path, one in files.items()}, MIMETYPE, stored={MIMETYPE})


def _without_session(settings: bytes) -> bytes:
    root = etree.fromstring(settings)
    items = SESSION(root)
    for item in items if isinstance(items, list) else ():
        if isinstance(item, etree._Element):
            _remove(item)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _listed(rows: bytes, parts: Collection[str], files: Mapping[str, Attachment]) -> bytes:
    """The list of parts, with those that there are (part 2, 3.2)."""
    path, kind, entry = (f"{{{NAMESPACES['manifest']}}}{name}" for name in ("full-path", "media-type", "file-entry"))
    root = etree.fromstring(rows)
    for row in list(root):
        if row.get(path) not in {"/", *parts}:
            _remove(row)
    for name, one in files.items():
        etree.SubElement(root, entry, {path: name, kind: one.media_type})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
