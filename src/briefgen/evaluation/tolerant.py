"""The base of what an evaluation reads: files of others, of which it knows only the fields that it measures."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BeforeValidator, ConfigDict

from ..model import Model

Row = TypeVar("Row")


class Tolerant(Model):
    """A frozen model of some fields of a JSON object; the others are ignored."""

    model_config = ConfigDict(extra="ignore")


def _empty_text(value: object) -> object:
    return "" if value is None else value


def _empty_list(value: object) -> object:
    return () if value is None else value


Text = Annotated[str, BeforeValidator(_empty_text)]
"""A text; `null` counts as an empty one."""

Rows = Annotated[tuple[Row, ...], BeforeValidator(_empty_list)]
"""A list; `null` counts as an empty one."""
