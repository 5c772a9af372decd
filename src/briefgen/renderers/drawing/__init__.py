"""From the description of a chart to a picture: SVG for every format that takes it, and PNG for the others.

One file a kind of chart, one line in `DRAWERS`. A picture holds few words: numbers, names and days. The rest is in the
table that goes with it. What matters is told by place and by number, colour only repeats it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Literal

from ...messages import Language
from ...pack import Chart
from ..commission import Drawing

Drawer = Callable[[Chart, Language], Drawing]


def _coverage(chart: Chart, language: Language) -> Drawing:
    from . import coverage

    return coverage.draw(chart, language)


def _positions(chart: Chart, language: Language) -> Drawing:
    from . import positions

    return positions.draw(chart, language)


def _timeline(chart: Chart, language: Language) -> Drawing:
    from . import timeline

    return timeline.draw(chart, language)


DRAWERS: Mapping[Literal["timeline", "coverage", "positions"], Drawer] = {
    "coverage": _coverage,
    "positions": _positions,
    "timeline": _timeline,
}
"""What draws each kind of chart. Each loads its library only when it is used."""


def draw(chart: Chart, language: Language) -> Drawing:
    """The picture of a chart, as wide as the text of a page and as high as it needs to be.

    Args:
        chart: its dates are partial ISO dates or intervals.
        language: of the names of months.

    Returns:
        The same bytes for the same chart, language and version of matplotlib.

    Raises:
        ValueError: a date is not of this form.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # what it says of its own caches concerns nobody here
    return DRAWERS[chart.kind](chart, language)
