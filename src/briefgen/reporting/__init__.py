"""From the report of a verification to a file that people read: one file a format, one line in `REPORTERS`.

A report holds everything in itself: nothing is loaded, and nothing leaves the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..serialization import to_json
from ..verification import Report

__all__ = ["REPORTERS", "Reporter"]

Reporter = Callable[[Report], bytes]


def _html(report: Report) -> bytes:
    from .page import page

    return page(report)


def _docx(report: Report) -> bytes:
    from .word import word_file

    return word_file(report)


REPORTERS: Mapping[str, Reporter] = {"html": _html, "docx": _docx, "json": to_json}
"""The formats of a report by the suffix of its file. Each loads its library only when it is used."""
