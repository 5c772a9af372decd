"""Tables whose columns a loop made: no word is broken, and numbers stand under one another."""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml import w
from briefgen.renderers.word.tables import LETTER, fit_columns

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _row(*words: str, head: bool = False) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="8957" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableData"/></w:pPr>'
        f"<w:r><w:t>{word}</w:t></w:r></w:p></w:tc>"
        for word in words
    )
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{mark}{cells}</w:tr>"


def _fitted(*rows: str) -> etree._Element:
    grid = '<w:tblGrid><w:gridCol w:w="8957"/></w:tblGrid>'
    root = etree.fromstring(f"<w:body {NAMESPACE}><w:tbl>{grid}{''.join(rows)}</w:tbl></w:body>")
    fit_columns(root)
    return root


HEAD = _row("Onderwerp", "Beleidsbrief Buitenlandse Zaken (2026)", "Schriftelijk overleg (2025)", "Totaal", head=True)


def test_every_column_is_wide_enough_for_its_longest_word_and_together_they_keep_the_width() -> None:
    root = _fitted(HEAD, _row("Partnerschappen en ontwikkelingssamenwerking in de wereld van nu", "12", "0", "12"))
    widths = [int(column.get(w("w"), "0")) for column in root.iter(w("gridCol"))]
    longest = [len("ontwikkelingssamenwerking"), len("Buitenlandse"), len("Schriftelijk"), len("Totaal")]
    assert all(width >= letters * LETTER for width, letters in zip(widths, longest, strict=True))
    assert 8957 - len(widths) <= sum(widths) <= 8957


def test_a_column_of_numbers_is_flush_right_with_its_head_and_no_other() -> None:
    root = _fitted(HEAD, _row("Uitbreiding", "12", "geen", "12"), _row("Sancties", "0", "1", "1"))
    for row in root.iter(w("tr")):
        aligned = [cell.find(f".//{w('jc')}") is not None for cell in row.iter(w("tc"))]
        assert aligned == [False, True, False, True]
