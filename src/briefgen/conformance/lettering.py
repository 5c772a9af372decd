"""Rules of fonts and of the characters in them (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from ..tagged import TaggedFile
from ..tagged.content import Piece
from ..tagged.fonts import Font
from .finding import Fault, shortened

Wrong = Callable[[Font, int], bool]


def embedded(file: TaggedFile) -> Iterator[Fault]:
    """A font that is not in the file."""
    yield from _fonts(file, lambda font: not font.embedded)


def readable(file: TaggedFile) -> Iterator[Fault]:
    """A font whose program cannot be read."""
    yield from _fonts(file, lambda font: not font.readable)


def declared(file: TaggedFile) -> Iterator[Fault]:
    """A font that does not say what its codes mean."""
    yield from _fonts(file, lambda font: not font.declared)


def _fonts(file: TaggedFile, wrong: Callable[[Font], bool]) -> Iterator[Fault]:
    """One fault a font, at the page that uses it first."""
    for known, font in file.fonts.items():
        if wrong(font):
            uses = (page.number for page in file.pages for piece in page.content.pieces if piece.font == known)
            page = next(uses, None)
            if page is not None:
                yield Fault(page, details={"font": font.name or "–"})


def notdef(file: TaggedFile) -> Iterator[Fault]:
    """Text with a glyph that the font does not have."""
    yield from _texts(file, lambda font, code: font.is_notdef(code))


def unmapped(file: TaggedFile) -> Iterator[Fault]:
    """Text with a code that means no known character."""
    yield from _texts(file, lambda font, code: font.declared and not font.unicode.get(code))


def forbidden(file: TaggedFile) -> Iterator[Fault]:
    """Text with a code that means something which is no character."""
    yield from _texts(file, lambda font, code: code in font.forbidden)


def private(file: TaggedFile) -> Iterator[Fault]:
    """Text with a code that means a character of the font's own, or the sign for an unknown one."""
    yield from _texts(file, lambda font, code: any(_is_private(sign) for sign in font.unicode.get(code, "")))


def _is_private(sign: str) -> bool:
    return sign == "\ufffd" or unicodedata.category(sign) == "Co"


def _texts(file: TaggedFile, wrong: Wrong) -> Iterator[Fault]:
    """One fault a page and font with a wrong code, with the first words where it stands."""
    known = {identity: _wrong_codes(font, wrong) for identity, font in file.fonts.items()}
    for page in file.pages:
        met: set[object] = set()
        for piece in page.content.pieces:
            codes = known.get(piece.font)
            if piece.kind == "text" and codes is not None and piece.font not in met and codes(piece):
                met.add(piece.font)
                font = file.fonts[piece.font]
                yield Fault(page.number, f"«{shortened(piece.text.strip())}»", {"font": font.name or "–"})


def _wrong_codes(font: Font, wrong: Wrong) -> Callable[[Piece], bool]:
    """Whether a piece in a font has a wrong code; each code is judged once."""
    judged: dict[int, bool] = {}

    def has_wrong_code(piece: Piece) -> bool:
        for code in set(font.codes(piece.data)):
            if code not in judged:
                judged[code] = wrong(font, code)
            if judged[code]:
                return True
        return False

    return has_wrong_code
