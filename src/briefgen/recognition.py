"""What a document is, and whose words it holds: told by the words with which its lines begin, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .document import Document
from .lexicon import lexicon
from .model import Model
from .sources import SourceKind

HEAD = 40
"""The most lines of letterhead, cover or page that can tell what a document is."""

OPENING = 8
"""So many of its first paragraphs can, too."""

# What may stand before a cue: signs of a list, the number of a paper or chapter, the kind as pages name it (`Motie:`).
BEFORE_CUE = re.compile(r"^\W*(?:[nN][rR]\.?\s*\w+\.?\s+|(?:[IVX]+|\d+)[.)]?\s+|(?:Motie|Kamervragen|Brief):\s+)?")

MOVER = "indiener"
"""The role that readers give to a member who moves a motion."""

CHAMBERS = {"tk": "Tweede Kamer", "ek": "Eerste Kamer"}

# The members who move a motion: `Motie van het lid Piri c.s. over …`, `Gewijzigde motie van de leden A en B`.
MOVERS = re.compile(
    r"(?:nader )?(?:gewijzigde )?motie van (?:het lid|de leden) (?P<names>[^\W\d_].*?)"
    r"(?=\s+(?:over|ter vervanging|inzake|houdende|\()|[,;:]|$)",
    re.I,
)

# The number of an official report of a debate, by the chamber that held it: `h-tk-20172018-70-6`.
DEBATE = re.compile(r"h-(?P<chamber>tk|ek)-\d")


class _Kind(Model):
    kind: SourceKind
    cues: tuple[str, ...]


class _Holder(Model):
    holder: str
    kinds: tuple[SourceKind, ...]
    cues: tuple[str, ...]


class _Cues(Model):
    kinds: tuple[_Kind, ...]
    holders: tuple[_Holder, ...]


def kind_of(document: Document) -> SourceKind:
    """What a document is, by the words with which its lines begin; `overig` when none tells.

    Args:
        document: as its reader sees it.
    """
    if document.turns or _chamber(document):
        return "handelingen"
    folded = _folded(_lines(document))
    for kind in lexicon("recognition", _Cues).kinds:
        if _begins(folded, kind.cues):
            return kind.kind
    is_published = document.metadata.publisher and not document.metadata.identifiers.kamerstuk
    return "rapport" if is_published else "overig"


def holder_of(document: Document, kind: SourceKind) -> str | None:
    """Whose words a document holds where it does not attribute them; `None` when it does not say.

    Args:
        document: as its reader sees it.
        kind: what it is.
    """
    if kind == "rapport":
        return document.metadata.publisher
    if kind == "motie":
        return _movers(document)
    if kind == "handelingen" and _chamber(document):
        return _chamber(document)
    roles = [author.role for author in document.metadata.authors if author.role]
    headings = [heading.text for heading in document.headings]
    folded = _folded((*_lines(document), *roles, *headings))
    possible = (holder for holder in lexicon("recognition", _Cues).holders if kind in holder.kinds)
    return next((holder.holder for holder in possible if _begins(folded, holder.cues)), None)


def _lines(document: Document) -> Iterator[str]:
    """The lines that can tell what a document is: what stands around and above it, its title, its opening."""
    yield from (piece.text for piece in document.furniture[:HEAD] if piece.kind not in ("mark", "label", "markup"))
    yield from (heading.text for heading in document.headings[:OPENING])
    yield from (paragraph.text for paragraph in document.paragraphs[:OPENING])
    yield document.metadata.title or ""


def _folded(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(BEFORE_CUE.sub("", line).split()).casefold() for line in lines)


def _begins(folded: Iterable[str], cues: tuple[str, ...]) -> bool:
    return any(line.startswith(cues) for line in folded)


def _chamber(document: Document) -> str | None:
    """The chamber whose debate a document reports."""
    numbers = (DEBATE.match(number) for number in document.metadata.identifiers.publication)
    return next((CHAMBERS[match["chamber"]] for match in numbers if match), None)


def _movers(document: Document) -> str | None:
    """The members who move a motion; a line in capitals only where nothing else names them."""
    matches = (MOVERS.match(BEFORE_CUE.sub("", " ".join(line.split()))) for line in _lines(document))
    printed = [match["names"] for match in matches if match]
    *others, last = [author.name for author in document.metadata.authors if author.role == MOVER] or [""]
    authors = f"{', '.join(others)} en {last}" if others else last
    named = (*(names for names in printed if not names.isupper()), authors, *printed)
    return next(filter(None, named), None)
