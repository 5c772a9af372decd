"""Rules of files inside the file (ISO 19005-3, 6.8; ISO 14289-1, 7.11)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..tagged import TaggedFile
from ..tagged.attachments import Attachment
from .finding import Fault

RELATIONSHIPS = frozenset({"Source", "Data", "Alternative", "Supplement", "Unspecified"})
"""What a file may be to the document (ISO 19005-3, annex E)."""

# A media type (`application/json`; RFC 6838, 4.2).
MEDIA_TYPE = re.compile(r"[A-Za-z0-9][\w!#$&^.+-]*/[A-Za-z0-9][\w!#$&^.+-]*")


def names(file: TaggedFile) -> Iterator[Fault]:
    """A file without a name in both forms."""
    yield from _faults(file, lambda each: not each.name or not each.unicode_name)


def relationships(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not say what it is to the document."""
    yield from _faults(file, lambda each: each.relationship not in RELATIONSHIPS)


def associations(file: TaggedFile) -> Iterator[Fault]:
    """A file that nothing in the document is associated with."""
    yield from _faults(file, lambda each: not each.associated)


def media_types(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not say what kind of file it is."""
    yield from _faults(file, lambda each: not MEDIA_TYPE.fullmatch(each.media_type))


def descriptions(file: TaggedFile) -> Iterator[Fault]:
    """A file without a description."""
    yield from _faults(file, lambda each: not each.description.strip())


def unlisted(file: TaggedFile) -> Iterator[Fault]:
    """A file that readers do not show among the attachments."""
    yield from _faults(file, lambda each: not each.listed)


def undated(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not say when it was changed last."""
    yield from _faults(file, lambda each: not each.dated)


def damaged(file: TaggedFile) -> Iterator[Fault]:
    """A file that is empty, or whose bytes are not those that the document says."""
    yield from _faults(file, lambda each: not each.size or not each.intact or each.said_size not in {None, each.size})


def _faults(file: TaggedFile, wrong: Callable[[Attachment], bool]) -> Iterator[Fault]:
    for attachment in file.attachments:
        if wrong(attachment):
            yield Fault(None, attachment.unicode_name or attachment.name)
