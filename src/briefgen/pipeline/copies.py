"""Copies of packs that people sent back: read within limits, with what they or the built pack say of themselves."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..archive import ArchiveError, open_archive, read_entry
from ..attestation import ATTESTATION_NAME, Attestation
from ..errors import InputError, OptionError
from ..outputs import read_manifest
from ..sources import LARGEST_SOURCE
from ..verification import COPIES, Copy, parse_attestation
from .intake import result
from .office import OfficeError, office, office_program
from .open_document import ATTACHMENTS
from .reading import read_copy
from .worker import CopyFile

OPEN_DOCUMENT = ".odt"
CONVERTED = frozenset({OPEN_DOCUMENT, ".doc", ".rtf"})
"""What LibreOffice turns into a Word file before it is read."""


def is_copy(path: Path) -> bool:
    """Whether a file can be a copy of a pack, by its ending."""
    return path.is_file() and path.suffix.lower() in {*COPIES, *CONVERTED}


def attested_copy(path: Path, original: Path | None = None) -> tuple[Copy, Attestation]:
    """What a copy prints, and what was built.

    Args:
        path: the copy.
        original: the pack as it was built, its folder or a file of it, for a copy that lost its provenance.

    Raises:
        OptionError: neither the copy nor the original says of itself what it holds, or LibreOffice is needed and not
            there.
        InputError: one of them cannot be read.
    """
    copy = read(path)
    if original is not None:
        return copy, built(original)
    if copy.attested is None:
        raise OptionError("copy-without-attestation", file=str(path))
    return copy, parse_attestation(copy.attested, str(path))


def built(original: Path) -> Attestation:
    """What a built pack says of itself.

    Args:
        original: the folder of the pack, or a file of it.

    Raises:
        OptionError: it says nothing.
        InputError: it cannot be read.
    """
    for path in outputs_in(original) if original.is_dir() else [original]:
        attested = read(path).attested if is_copy(path) else None
        if attested is not None:
            return parse_attestation(attested, str(path))
    raise OptionError("original-without-attestation", file=str(original))


def outputs_in(folder: Path) -> Iterator[Path]:
    """The files of a built pack that say of themselves what they hold, as its manifest names them."""
    manifest = read_manifest(folder)
    paths = (folder / output.file for output in (manifest.outputs if manifest else ()))
    return (path for path in paths if path.suffix in COPIES and path.is_file())


def read(path: Path) -> Copy:
    """What a copy prints, read within limits.

    Raises:
        OptionError: LibreOffice is needed and not there.
        InputError: it cannot be read.
    """
    data, suffix = result(path, LARGEST_SOURCE), path.suffix.lower()
    if suffix not in CONVERTED:
        return _read(data, str(path))
    copy = _read(_as_word(data, path), f"{path}.docx")
    return replace(copy, attested=_attested_in(data) if suffix == OPEN_DOCUMENT else None)


def _read(data: bytes, file: str) -> Copy:
    made = read_copy(CopyFile(data, file))
    if not isinstance(made, Copy):
        raise TypeError(f"a worker gave a {type(made).__name__} for a copy")
    return made


def _as_word(data: bytes, path: Path) -> bytes:
    program = office_program()
    if program is None:
        raise OptionError("copy-needs-libreoffice", file=str(path))
    with office(program) as ready:
        try:
            return ready.convert(data, path.suffix.lower().removeprefix("."), "docx", "docx")
        except OfficeError as error:
            raise InputError("copy-not-converted", file=str(path)) from error


def _attested_in(data: bytes) -> bytes | None:
    """The provenance in an OpenDocument text; other programs leave it out when they save one."""
    name = posixpath.join(ATTACHMENTS, ATTESTATION_NAME)
    try:
        return read_entry(open_archive(data, lambda entry: entry == name), name)
    except (ArchiveError, KeyError):
        return None
