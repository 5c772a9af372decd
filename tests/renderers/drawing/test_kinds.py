"""What each kind of picture shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefgen.pack import Mark
from briefgen.renderers.drawing import draw, style
from briefgen.renderers.drawing.canvas import width_of
from briefgen.renderers.drawing.lettering import lines_of, shortened

from .reading import chart, nothing_off_the_sheet, words

PAGE = 230
"""Millimetres: a picture with its caption stands on one page."""


def luminance(colour: str) -> float:
    """WCAG 2.2, definition of "relative luminance"."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, definition of "contrast ratio"."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 1])
def test_a_count_can_be_read_on_every_shade(share: float) -> None:
    assert contrast(style.INK, style.shade(share)) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [(style.QUIET, style.WHITE), (style.WHITE, style.ACCENT), (style.INK, style.TINT), (style.INK, style.WHITE)],
)
def test_all_other_words_can_be_read_on_their_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def test_shades_grow_darker_with_the_count_also_in_grey() -> None:
    shades = [luminance(style.shade(share / 10)) for share in range(11)]
    assert shades == sorted(shades, reverse=True)


def test_a_timeline_has_a_band_for_each_year_with_a_date() -> None:
    drawing = draw(chart("timeline", *(Mark(x=x, label="7") for x in ("2026-03-01", "2029", "2031-Q2"))), "nl")
    assert {"2026", "2029", "2031"} < set(words(drawing))
    assert "2027" not in words(drawing)


def test_every_mark_of_a_timeline_is_drawn() -> None:
    days = [date(2026, 1, 1) + timedelta(9 * number) for number in range(40)]
    drawing = draw(chart("timeline", *(Mark(x=f"{day}", label=str(n)) for n, day in enumerate(days, 101))), "nl")
    assert [word for word in words(drawing) if word.isdecimal() and 100 < int(word) < 200] == [
        str(number) for number in range(101, 141)
    ]


def test_a_period_over_several_years_is_on_each_band_that_it_touches() -> None:
    drawing = draw(chart("timeline", Mark(x="2028/2034", label="77"), Mark(x="2030-05-09", label="78")), "nl")
    assert words(drawing).count("77") == 3


def test_the_years_that_are_too_many_share_the_last_band() -> None:
    drawing = draw(chart("timeline", *(Mark(x=f"{year}-05-09", label="1") for year in range(2026, 2046))), "nl")
    assert "2035–2045" in words(drawing)
    assert words(drawing).count("1") == 20
    assert drawing.height < PAGE


def test_one_date_is_a_timeline_too() -> None:
    with nothing_off_the_sheet():
        assert "9" in words(draw(chart("timeline", Mark(x="2026-12-31", label="9")), "nl"))


def test_two_hundred_dates_stay_on_one_page() -> None:
    days = [date(2026, 1, 1) + timedelta(4 * number) for number in range(200)]
    with nothing_off_the_sheet():
        drawing = draw(chart("timeline", *(Mark(x=f"{day}", label=str(n)) for n, day in enumerate(days, 1))), "nl")
    assert drawing.height < PAGE
    assert {str(number) for number in range(1, 201)} <= set(words(drawing))


def test_the_legend_names_the_forms_that_are_there_and_no_other() -> None:
    drawing = draw(chart("timeline", Mark(x="2026-06", label="1")), "nl")
    assert "een dag" not in words(drawing)
    assert "een maand, jaar of andere periode" in words(drawing)


def test_every_count_of_a_coverage_is_drawn_with_the_sum_of_its_row() -> None:
    marks = [Mark(x=f"Bron {column}", y="Uitbreiding", value=100 + column) for column in range(15)]
    assert words(draw(chart("coverage", *marks), "nl")).count("1605") == 3  # three grids of at most six columns
    assert {str(100 + column) for column in range(15)} < set(words(draw(chart("coverage", *marks), "nl")))


def test_a_subject_that_a_source_does_not_speak_on_counts_nought() -> None:
    marks = [Mark(x="Brief", y="Uitbreiding", value=3), Mark(x="Verslag", y="Rechtsstaat", value=2)]
    assert words(draw(chart("coverage", *marks), "nl")).count("0") == 2


def test_positions_have_a_band_for_each_subject_and_a_scale_of_months() -> None:
    marks = [
        Mark(x="2025-04-17/2025-06", y="Uitbreiding", label="11"),
        Mark(x="2026-01-27", y="Rechtsstaat", label="12"),
    ]
    written = words(draw(chart("positions", *marks), "nl"))
    assert {"Uitbreiding", "Rechtsstaat", "11", "12", "mrt 2025", "jan 2026"} < set(written)


def test_positions_over_many_years_have_a_scale_of_years() -> None:
    marks = [Mark(x="1998", y="Uitbreiding", label="1"), Mark(x="2026-01-27", y="Uitbreiding", label="2")]
    assert {"2000", "2005", "2020"} < set(words(draw(chart("positions", *marks), "nl")))


@pytest.mark.parametrize("kind", ["timeline", "positions"])
@pytest.mark.parametrize("day", ["0001", "0001-01-01", "9999-11", "9999-12-31", "0001/9999-11"])
def test_the_first_and_the_last_day_of_the_calendar_can_be_drawn(kind: str, day: str) -> None:
    with nothing_off_the_sheet():
        assert "9" in words(draw(chart(kind, Mark(x=day, y="Uitbreiding", label="9")), "nl"))


def test_a_line_is_broken_between_words_and_only_the_last_one_is_cut() -> None:
    lines = lines_of("Internationale rechtsorde, mensenrechten en multilaterale instellingen", 30, 2)
    assert lines[0] == "Internationale"
    assert lines[1].endswith("…")
    assert all(width_of(line) <= 30 for line in lines)


def test_words_that_fit_are_left_alone_and_where_no_letter_fits_nothing_is_written() -> None:
    assert shortened("Uitbreiding", 100) == "Uitbreiding"
    assert shortened("Uitbreiding", 0.5) == ""
