"""Rules of fonts and of the characters in them (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from ..tagged import TaggedFile
from ..tagged.content import Piece
from ..tagged.fonts import Font
from ..tagged.objects import Identity
from .finding import Fault, shortened

Wrong = Callable[[Font, int], bool]

MOST_OFF = 1
"""In thousandths of the size of the letters: so far may a glyph be from the width that is said of it."""

ALIKE = str.maketrans({
    "\u2010": "-", "\u2011": "-", "\u00ad": "-", "\u2212": "-", "\u00a0": " ", "\u2126": "ω", "\u2206": "δ",
    "\u00b5": "μ", "\u2215": "/", "\u2219": "·", "\u2044": "/",
})  # fmt: skip
"""Characters that fonts draw with the glyph of another one."""


def embedded(file: TaggedFile) -> Iterator[Fault]:
    """A font that is not in the file."""
    yield from _fonts(file, lambda font: not font.embedded)


def readable(file: TaggedFile) -> Iterator[Fault]:
    """A font whose program cannot be read."""
    yield from _fonts(file, lambda font: not font.program.readable)


def declared(file: TaggedFile) -> Iterator[Fault]:
    """A font that does not say what its codes mean."""
    yield from _fonts(file, lambda font: not font.declared)


def _fonts(file: TaggedFile, wrong: Callable[[Font], bool]) -> Iterator[Fault]:
    """One fault a font, at the page that uses it first."""
    for font, page in _used(file):
        if wrong(font):
            yield Fault(page, details={"font": font.name or "–"})


def _used(file: TaggedFile) -> Iterator[tuple[Font, int]]:
    """The fonts that show something, with the page that uses them first."""
    first: dict[Identity, int] = {}
    for page in file.pages:
        for piece in page.content.pieces:
            first.setdefault(piece.font, page.number)
    return ((font, first[known]) for known, font in file.fonts.items() if known in first)


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
    """Text with a code that means a character of the font's own, or the sign for an unknown one, and no other text."""
    yield from _texts(
        file,
        lambda font, code: any(_is_private(sign) for sign in font.unicode.get(code, "")),
        lambda page, piece: not piece.mark.replaced and not _is_replaced(file, page, piece),
    )


def _is_replaced(file: TaggedFile, page: int, piece: Piece) -> bool:
    """Whether an element around a piece says what it says in other words."""
    owner = file.tree.owner_of_content.get((page, piece.mark.stream, piece.mark.mcid or 0))
    around = (owner, *file.tree.ancestors(owner)) if owner is not None and piece.mark.mcid is not None else ()
    return any(element.actual_text for element in around)


def _is_private(sign: str) -> bool:
    return sign == "\ufffd" or unicodedata.category(sign) == "Co"


def widths(file: TaggedFile) -> Iterator[Fault]:
    """Text with a glyph that is wider or narrower in the font than the file says."""
    yield from _texts(file, _is_of_other_width)


def _is_of_other_width(font: Font, code: int) -> bool:
    drawn = font.drawn_width(code)
    return drawn is not None and abs(drawn - font.said_width(code)) > MOST_OFF


def other_characters(file: TaggedFile) -> Iterator[Fault]:
    """Text with a code that is said to mean another character than the font has its glyph for."""
    yield from _texts(file, _means_another)


def _means_another(font: Font, code: int) -> bool:
    meant, own = _plain(font.unicode.get(code, "")), font.own_characters(code)
    return bool(meant and own) and not any(
        _plain(sign) in meant or meant in _plain(sign) or unicodedata.mirrored(sign) for sign in own
    )


def _plain(text: str) -> str:
    """A text as signs that look the same have in common: without the forms that writing gives them."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(ALIKE)
    return "".join(sign for sign in folded if not unicodedata.combining(sign)) or folded


def listed_glyphs(file: TaggedFile) -> Iterator[Fault]:
    """A font that says which glyphs it has, and does not name them all."""
    yield from _fonts(file, lambda font: font.listed is not None and bool(_unlisted(font)))


def _unlisted(font: Font) -> frozenset[int]:
    program = font.program
    identifiers = range(program.glyphs or 0) if program.by_identifier is None else program.by_identifier
    return frozenset(identifiers) - (font.listed or frozenset()) - {0}


def complete(file: TaggedFile) -> Iterator[Fault]:
    """A font that does not say all that a reader needs to use it."""
    for font, page in _used(file):
        if font.lacks:
            yield Fault(page, details={"font": font.name or "–", "found": ", ".join(font.lacks)})


def _texts(
    file: TaggedFile, wrong: Wrong, counts: Callable[[int, Piece], bool] = lambda _page, _piece: True
) -> Iterator[Fault]:
    """One fault a page and font with a wrong code, with the first words where it stands."""
    known = {identity: _wrong_codes(font, wrong) for identity, font in file.fonts.items()}
    for page in file.pages:
        met: set[object] = set()
        for piece in page.content.pieces:
            codes = known.get(piece.font)
            is_new = piece.kind == "text" and codes is not None and piece.font not in met
            if is_new and codes is not None and codes(piece) and counts(page.number, piece):
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
