"""The patterns of the reader of PDFs, on lines that they must and must not match."""

from __future__ import annotations

import re

import pytest

from briefgen.readers.layout.broken_words import PAIR
from briefgen.readers.layout.contents import LED, NUMBER, NUMBERED
from briefgen.readers.layout.edges import FIGURES
from briefgen.readers.layout.glyphs import NAMELESS
from briefgen.readers.layout.headings import NUMBER as HEADING_NUMBER
from briefgen.readers.layout.note_area import NOTE_LABEL
from briefgen.readers.layout.notes import FIGURES as RAISED
from briefgen.readers.layout.notes import STARRED
from briefgen.readers.layout.paragraphs import PARAGRAPH_NUMBER
from briefgen.readers.layout.rows import LABEL
from briefgen.readers.layout.segments import MARK


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (NOTE_LABEL, "¹² Kamerstuk 36 715, nr. 32."),
        (NOTE_LABEL, "6 Memorie van toelichting, paragraaf 3.2."),
        (NOTE_LABEL, "2. Kamerstuk 23 235, nr. 240"),
        (NOTE_LABEL, "[3] Zie de brief van 12 juni."),
        (NOTE_LABEL, "* Regulation (EU) 2021/1119"),
        (PARAGRAPH_NUMBER, "2.26 De onderlinge verantwoordelijkheden"),
        (LED, "Inleiding ........ 3"),
        (LED, "Belangen bij de verwerking…………23"),
        (LED, "Conclusie . . . . . 8"),
        (NUMBERED, "1.1 Achtergrond 4"),
        (NUMBER, "1.1 Achtergrond"),
        (NUMBER, "a. Doel"),
        (NUMBER, "• Toestemming"),
        (HEADING_NUMBER, "2.3 Perspectief overheid"),
        (HEADING_NUMBER, "(e) Aanvullende documenten"),
        (HEADING_NUMBER, "IV. Slot"),
    ],
)
def test_lines_that_begin_so(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.match(line)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (NOTE_LABEL, "Kamerstuk 36 715, nr. 32."),
        (NOTE_LABEL, "2024"),
        (PARAGRAPH_NUMBER, "2 De onderlinge verantwoordelijkheden"),
        (PARAGRAPH_NUMBER, "12.30"),
        (LED, "Dit is nog niet af..."),
        (NUMBERED, "Kamerstuk 2024D12345"),
        (NUMBER, "Achtergrond"),
        (HEADING_NUMBER, "Artikel 2"),
        (HEADING_NUMBER, "De conclusie"),
    ],
)
def test_lines_that_do_not_begin_so(pattern: re.Pattern[str], line: str) -> None:
    assert not pattern.match(line)


@pytest.mark.parametrize("label", ["1.", "2.26", "(a)", "iv)", "•", "–", "¹²", "[3]", "(12)", "*"])
def test_labels(label: str) -> None:
    assert LABEL.match(label)


@pytest.mark.parametrize("text", ["Datum", "Zaak:", "2024 en 2025", "(onder meer", "Nr. 4"])
def test_what_is_no_label(text: str) -> None:
    assert not LABEL.match(text)


@pytest.mark.parametrize("mark", ["1", "12", "3,4", "3 4", "2)"])
def test_marks(mark: str) -> None:
    assert MARK.fullmatch(mark)


@pytest.mark.parametrize("text", ["2024", "e", "nd", "1.5"])
def test_what_is_no_mark(text: str) -> None:
    assert not MARK.fullmatch(text)


def test_raised_figures_and_stars_in_a_sentence() -> None:
    assert [match[0] for match in RAISED.finditer("de mededeling ² over m², later.³Toen ¹²")] == ["²", "³", "¹²"]
    assert [match[0] for match in STARRED.finditer("de h*mo-emancipatie* en 3 * 4")] == ["*"]


def test_the_font_tells_its_weight_by_name_or_not_at_all() -> None:
    assert all(NAMELESS.fullmatch(name) for name in ("f1", "abcdef+cidfont+f2", "tt3", "abcdef+f12"))
    assert not any(NAMELESS.fullmatch(name) for name in ("verdana", "abcdef+rijksoverheidsanstext-bold", "candara"))


def test_pairs_of_words_overlap() -> None:
    assert [match.groups() for match in PAIR.finditer("de ver antwoord 12 zijn")] == [
        ("de", "ver"),
        ("ver", "antwoord"),
    ]


def test_figures_of_a_running_head() -> None:
    assert FIGURES.sub("#", "Tweede Kamer, 35 538, nr. 4, blz. ix") == "Tweede Kamer, # #, nr. #, blz. #"
