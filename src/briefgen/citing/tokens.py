"""Signs of a clean text: what the grammar of references reads instead of characters.

Spaces are not signs, but each token knows whether one stands before it: `36-200` and `36 - 200` differ.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["address", "ecli", "celex", "code", "number", "word", "sign", "end"]

# One alternative for each kind of token, the longest notation first.
# Parts of a domain are bounded as in RFC 1035, 2.3.4, so that a long text without a space is looked through once.
TOKEN = re.compile(
    r"""
      (?P<address> (?:https?://|www\.)[^\s<>«»“”‘|]+             # an address with its scheme or `www.`
                 | (?:[a-z0-9-]{1,63}\.){1,8}(?:nl|eu|com|org|int)/[^\s<>«»“”‘|]+ )  # or a domain with a path
    | (?P<ecli>    ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25} )   # ECLI:NL:HR:2023:123
    | (?P<celex>   (?<![A-Za-z0-9])[1-9][0-9]{4}(?:PC|DC|JC|SC|R|L|D|CJ|CC|M|E)[0-9]{4}(?![A-Za-z0-9]) )  # 52021PC0559
    | (?P<code>    (?<![A-Za-z0-9])(?:19|20)[0-9]{2}[ADPZ][0-9]{5}(?![A-Za-z0-9]) )        # 2026D03628
    | (?P<number>  [0-9]+ )
    | (?P<word>    [^\W\d_]+ )
    | (?P<sign>    \S )
    """,
    re.VERBOSE,
)
# What ends an address in running text and does not belong to it: closing signs and full stops.
ADDRESS_TAIL = ".,;:!?'’\"”»]"
# The rest of an address that a line end broke: small letters and digits, with a sign that only addresses have.
ADDRESS_REST = re.compile(r"\s+(?P<rest>[a-z0-9][a-z0-9~%=&?_.-]*[-/.~=][^\s<>«»“”‘|]*|[a-z0-9]+(?=[.,;)]?\s*$))")
# An address cannot end with one of these: its rest is on the next line.
BROKEN_END = re.compile(r"[-_=&?%]$")


@dataclass(frozen=True, slots=True)
class Token:
    """One sign.

    Attributes:
        text: its characters, as printed.
        lower: its characters in small letters.
        start, end: its place in the clean text.
        spaced: white space, or the begin of the text, stands before it.
    """

    kind: TokenKind
    text: str
    lower: str
    start: int
    end: int
    spaced: bool

    @property
    def capital(self) -> bool:
        """Whether this is a word with a capital first letter."""
        return self.kind == "word" and self.text[0].isupper()


Tokens = tuple[Token, ...]


def tokenize(text: str) -> Tokens:
    """The tokens of a clean text, closed by one of kind `end`.

    Args:
        text: a paragraph or a note.
    """
    found: list[Token] = []
    position = 0
    while match := TOKEN.search(text, position):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the names of the groups are the kinds
        end = _address_end(text, match) if kind == "address" else match.end()
        spaced = match.start() == 0 or text[match.start() - 1].isspace()
        printed = text[match.start() : end]
        found.append(Token(kind, printed, printed.lower(), match.start(), end, spaced))
        position = end
    found.append(Token("end", "", "", len(text), len(text), True))
    return tuple(found)


def _address_end(text: str, match: re.Match[str]) -> int:
    """Where an address ends: before the closing signs of the sentence, after a part that a line end parted."""
    end = match.end()
    while BROKEN_END.search(text, match.start(), end) and (rest := ADDRESS_REST.match(text, end)):
        end = rest.end("rest")
    address = text[match.start() : end]
    while True:
        shorter = address.rstrip(ADDRESS_TAIL)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return match.start() + len(address)
        address = shorter
