"""A place in a row of tokens: the state of the recursive-descent parser.

A rule of the grammar takes a `Cursor` and returns what it read with the cursor behind it, or `None`; it changes
nothing, so that an alternative simply starts again from the same cursor.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from .tokens import Token, Tokens


@dataclass(frozen=True, slots=True)
class Cursor:
    """The token at `position`, and what can be read from there."""

    tokens: Tokens
    position: int = 0

    @property
    def token(self) -> Token:
        """The token here; at the end of the text the closing `end`."""
        return self.tokens[self.position]

    @property
    def previous(self) -> Token | None:
        """The token before this place."""
        return self.tokens[self.position - 1] if self.position else None

    @property
    def read_until(self) -> int:
        """The offset in the text behind the last token that was read."""
        return self.tokens[self.position - 1].end

    @property
    def done(self) -> bool:
        """Whether the text is at its end."""
        return self.token.kind == "end"

    def ahead(self, count: int) -> Token:
        """The token `count` places further."""
        return self.tokens[min(self.position + count, len(self.tokens) - 1)]

    def step(self, count: int = 1) -> Cursor:
        """The place `count` tokens further."""
        return Cursor(self.tokens, min(self.position + count, len(self.tokens) - 1))

    def word(self, *words: str) -> Cursor | None:
        """Behind one of `words` (in small letters), if it stands here."""
        return self.step() if self.token.kind == "word" and self.token.lower in words else None

    def one_of(self, words: Container[str]) -> Cursor | None:
        """Behind a word of a word list (in small letters), if one stands here."""
        return self.step() if self.token.kind == "word" and self.token.lower in words else None

    def phrase(self, *words: str) -> Cursor | None:
        """Behind all of `words` in this order, if they stand here."""
        cursor: Cursor | None = self
        for word in words:
            cursor = cursor.read(word) if cursor else None
        return cursor

    def read(self, text: str) -> Cursor | None:
        """Behind `text` (in small letters), a word, a number or a sign, if it stands here."""
        return self.step() if self.token.lower == text and not self.done else None

    def sign(self, signs: str) -> Cursor | None:
        """Behind one of the `signs`, if it stands here."""
        return self.step() if self.token.kind == "sign" and self.token.text in signs else None

    def skip(self, signs: str) -> Cursor:
        """Behind one of the `signs`, or here."""
        return self.sign(signs) or self

    def skip_word(self, *words: str) -> Cursor:
        """Behind one of `words`, or here."""
        return self.word(*words) or self

    def number(self, least: int = 1, most: int = 9) -> Cursor | None:
        """Behind a number of `least` to `most` digits, if one stands here."""
        return self.step() if self.token.kind == "number" and least <= len(self.token.text) <= most else None
