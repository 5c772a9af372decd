"""What holds of every picture: nothing is lost or off the sheet, and the same chart gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefgen.pack import Chart, Mark
from briefgen.renderers.drawing import DRAWERS, draw
from briefgen.renderers.fonts import REPLACEMENTS

from .reading import chart, nothing_off_the_sheet, words

DAYS = st.dates(date(2025, 1, 1), date(2045, 12, 31))
PARTIAL = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map("{:%Y-%m}".format),
    DAYS.map("{:%Y}".format),
    st.builds("{:%Y}-Q{}".format, DAYS, st.integers(1, 4)),
    st.builds("{:%Y}-H{}".format, DAYS, st.integers(1, 2)),
    st.lists(DAYS, min_size=2, max_size=2).map(lambda days: "/".join(day.isoformat() for day in sorted(days))),
)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
NUMBERS = st.integers(0, 999).map(str)

CHARTS = st.one_of(
    st.lists(st.builds(Mark, x=PARTIAL, label=NUMBERS), max_size=8).map(lambda marks: chart("timeline", *marks)),
    st.lists(st.builds(Mark, x=PARTIAL, y=NAMES, label=NUMBERS), max_size=8).map(
        lambda marks: chart("positions", *marks)
    ),
    st.lists(st.builds(Mark, x=NAMES, y=NAMES, value=st.integers(0, 999)), max_size=8).map(
        lambda marks: chart("coverage", *marks)
    ),
)

EXAMPLES = {
    "timeline": chart("timeline", Mark(x="2026-06-12", label="1"), Mark(x="2026-06", label="2")),
    "positions": chart(
        "positions",
        Mark(x="2026-01-27", y="Uitbreiding", label="3"),
        Mark(x="2026-04-24/2026-06-12", y="Uitbreiding", label="5"),
    ),
    "coverage": chart(
        "coverage",
        Mark(x="Staat van de Unie", y="Uitbreiding", value=4),
        Mark(x="Beleidsbrief", y="Uitbreiding", value=0),
    ),
}

PROGRAM = """
import hashlib
from briefgen.pack import Chart
from briefgen.renderers.drawing import draw
drawing = draw(Chart.model_validate_json(input()), "nl")
print(hashlib.sha256(drawing.svg + drawing.png).hexdigest())
"""


@settings(max_examples=25, deadline=None)
@given(CHARTS)
def test_any_chart_can_be_drawn_and_nothing_falls_off_the_sheet(any_chart: Chart) -> None:
    with nothing_off_the_sheet():
        draw(any_chart, "nl")


@pytest.mark.parametrize("kind", DRAWERS)
def test_a_chart_without_marks_is_an_empty_picture(kind: str) -> None:
    assert draw(chart(kind), "nl").height > 0


@pytest.mark.parametrize("kind", DRAWERS)
def test_very_long_names_are_broken_and_cut_and_stay_on_the_sheet(kind: str) -> None:
    name = "Donaudampfschifffahrtselektrizitäten" * 4 + " en alle andere onderwerpen van de Raad" * 5
    marks = (Mark(x=name if kind == "coverage" else "2026-06-12", y=name, value=3, label="3") for _ in range(2))
    with nothing_off_the_sheet():
        drawing = draw(chart(kind, *marks), "nl")
    assert kind == "timeline" or any("…" in line for line in words(drawing))


@pytest.mark.parametrize("kind", DRAWERS)
def test_a_drawing_is_as_wide_as_the_text_of_a_page_in_both_formats(kind: str) -> None:
    drawing = draw(EXAMPLES[kind], "nl")
    svg = etree.fromstring(drawing.svg)
    assert drawing.width == 166
    assert float(svg.get("width").removesuffix("pt")) == pytest.approx(drawing.width / 25.4 * 72, abs=0.01)
    assert float(svg.get("height").removesuffix("pt")) == pytest.approx(drawing.height / 25.4 * 72, abs=0.01)
    assert struct.unpack(">I", drawing.png[16:20])[0] == pytest.approx(drawing.width / 25.4 * 300, abs=1)


@pytest.mark.parametrize("kind", DRAWERS)
def test_a_drawing_loads_nothing_and_tells_nothing_of_the_machine(kind: str) -> None:
    svg = draw(EXAMPLES[kind], "nl").svg
    assert b"<!DOCTYPE" not in svg
    assert b"<text" not in svg
    assert b"metadata" not in svg
    assert b"clip-path" not in svg
    assert not etree.fromstring(svg).xpath("//@*[local-name() = 'href']")


def test_the_same_chart_gives_the_same_bytes_whatever_the_settings_of_the_machine(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "matplotlibrc").write_text("font.size: 30\nsvg.fonttype: none\naxes.facecolor: red\n")
    machine = {"PYTHONHASHSEED": "4", "TZ": "Asia/Tokyo", "LC_ALL": "C", "MATPLOTLIBRC": str(folder)}
    drawings = [draw(example, "nl") for example in EXAMPLES.values()]
    here = hashlib.sha256(drawings[0].svg + drawings[0].png).hexdigest()
    assert draw(EXAMPLES["timeline"], "nl") == drawings[0]
    assert _drawn_elsewhere(EXAMPLES["timeline"], machine) == here


def _drawn_elsewhere(example: Chart, environment: dict[str, str]) -> str:
    """The fingerprint of a drawing that another process makes."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=example.model_dump_json(),
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_signs_that_no_font_has_are_replaced_and_formulas_are_not_typeset() -> None:
    drawing = draw(
        chart("coverage", Mark(x="Kosten: $300 & <b> $\\frac{1}{2}$", y="東京 → Łódź Ελλάδα", value=1)), "nl"
    )
    sign = REPLACEMENTS[0]
    assert any(f"{sign}{sign} → Łódź Ελλάδα" in line for line in words(drawing))
    assert any("$300" in line for line in words(drawing))


def test_months_and_legend_are_in_the_language_of_the_pack() -> None:
    dutch, english = (words(draw(EXAMPLES["timeline"], language)) for language in ("nl", "en"))
    assert {"mrt", "een dag"} < set(dutch)
    assert {"Mar", "a day"} < set(english)
