"""The patterns of the reader of Word files, with what they must and must not match."""

from __future__ import annotations

import re

import pytest

from briefgen.readers.notes import parenthesised
from briefgen.readers.word.numbering import PLACE, PRINTABLE_BULLET
from briefgen.readers.word.passages import EMPTY_LINE
from briefgen.readers.word.pieces import CONTENTS_FIELD, FIGURES, INVISIBLE
from briefgen.readers.word.properties import NO_TITLE


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (CONTENTS_FIELD, ' TOC \\o "1-3" \\h'),
        (CONTENTS_FIELD, "INDEX"),
        (PLACE, "%1"),
        (PRINTABLE_BULLET, "–"),
        (parenthesised.BODY, "1) NOS, 6 maart 2024"),
        (parenthesised.BODY, "2)Contact marechaussee"),
        (parenthesised.BODY, "3. Bureau Beke, februari 2022"),
    ],
)
def test_it_matches(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.match(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (CONTENTS_FIELD, "PAGEREF _Toc123"),
        (CONTENTS_FIELD, "DOCPROPERTY toc"),
        (PLACE, "%"),
        (PRINTABLE_BULLET, "\uf0b7"),
        (parenthesised.BODY, "3.5 miljard"),
        (parenthesised.BODY, "2024) en later"),
    ],
)
def test_it_does_not_match(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.match(text)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (FIGURES, "12", True),
        (FIGURES, "e", False),
        (FIGURES, "2024", False),
        (NO_TITLE, "Microsoft Word - 2024 brief", True),
        (NO_TITLE, "brief aan de Kamer def.docx", True),
        (NO_TITLE, "Document 1", True),
        (NO_TITLE, " - ", True),
        (NO_TITLE, "Brief over de inzet van het kabinet", False),
        (NO_TITLE, "Document van de Raad", False),
    ],
)
def test_it_matches_a_whole_text(pattern: re.Pattern[str], text: str, expected: bool) -> None:
    assert bool(pattern.fullmatch(text)) is expected


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("het handelingskader 2), met name", [" 2)"]),
        ("verward gedrag2) waarin staat", ["2)"]),
        ("de uitzending ‘Het laatste kwartier’? 1)", [" 1)"]),
        ("(nos.nl)”1)?", ["1)"]),
        ("zoals gemeld (zie vraag 3) en", []),
        ("in 2024) en", []),
        ("(1) de prijs en (2) de markt", []),
    ],
)
def test_marks_with_a_bracket(line: str, marks: list[str]) -> None:
    enclosed = [match.span() for match in parenthesised.ENCLOSED.finditer(line)]
    found = [match for match in parenthesised.MARK.finditer(line) if not is_inside(match.end(), enclosed)]
    assert [match[0] for match in found] == marks


def is_inside(place: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start < place <= end for start, end in ranges)


def test_shapeless_characters_go_and_an_empty_line_parts() -> None:
    assert INVISIBLE.sub("", "be\u00adleid\u200b") == "beleid"
    assert EMPTY_LINE.split("een\n \ntwee\ndrie") == ["een", "twee\ndrie"]
