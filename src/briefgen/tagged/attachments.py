"""Files inside a file, and what is said of them (ISO 32000-1, 7.11; ISO 19005-3, annex E)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5

import pikepdf

from .objects import Identity, entry, identity, integer, leaves, name, text
from .survey import Survey


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file specification that carries a file.

    Attributes:
        name: of the file (`F`); `unicode_name` is the one in Unicode (`UF`).
        media_type: as the file says it (`application/json`); empty when it does not.
        relationship: to the document (`Data`); empty when it is not said.
        associated: whether the document, a page or an element names it as its associated file.
        listed: whether it is among the embedded files that readers show.
        size: in bytes; `said_size` is what the file says of it.
        dated: whether it says when it was changed last.
        intact: whether its bytes have the checksum that is said of them; true when none is said.
    """

    identity: Identity
    name: str
    unicode_name: str
    description: str
    media_type: str
    relationship: str
    associated: bool
    listed: bool
    size: int
    said_size: int | None
    dated: bool
    intact: bool


def read_attachments(catalog: object, survey: Survey) -> tuple[Attachment, ...]:
    """All files that are inside a file: first those that it lists, in their order.

    Args:
        catalog: of the file.
        survey: what was found all over the file.
    """
    listed = {identity(each): each for _, each in leaves(entry(entry(catalog, "/Names"), "/EmbeddedFiles"), "/Names")}
    everywhere = {identity(each): each for each in survey.specifications}
    return tuple(
        _attachment(each, associated=known in survey.associated, listed=known in listed)
        for known, each in (listed | everywhere).items()
    )


def _attachment(specification: object, *, associated: bool, listed: bool) -> Attachment:
    streams = entry(specification, "/EF")
    stream = entry(streams, "/UF") or entry(streams, "/F")
    data = stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
    checksum = entry(entry(stream, "/Params"), "/CheckSum")
    said = bytes(checksum) if isinstance(checksum, pikepdf.String) else None
    return Attachment(
        identity=identity(specification),
        name=text(entry(specification, "/F")) or "",
        unicode_name=text(entry(specification, "/UF")) or "",
        description=text(entry(specification, "/Desc")) or "",
        media_type=name(entry(stream, "/Subtype")),
        relationship=name(entry(specification, "/AFRelationship")),
        associated=associated,
        listed=listed,
        size=len(data),
        said_size=integer(entry(entry(stream, "/Params"), "/Size")),
        dated=bool(text(entry(entry(stream, "/Params"), "/ModDate"))),
        intact=said in {None, md5(data, usedforsecurity=False).digest()},
    )
