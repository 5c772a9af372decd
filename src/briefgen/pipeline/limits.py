"""How long a job may take and how much memory it may use: settings of the environment, with defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ..errors import OptionError
from ..model import Model

SECONDS_VARIABLE = "BRIEFGEN_{}_SECONDS"
MEGABYTES_VARIABLE = "BRIEFGEN_{}_MEGABYTES"

FEWEST_MEGABYTES = 256
"""What a worker needs before it has read anything."""


class Limits(Model):
    """What reading one source or rendering one file may use.

    Attributes:
        seconds: of time; a report or a pack of a hundred pages takes five, a pack of thousands of pages some minutes.
        megabytes: of address space; a pack of a hundred pages takes 600, one of thousands of pages 2,000. Not every
            system holds a process to it: Windows and macOS do not.
    """

    seconds: int
    megabytes: int


DEFAULTS = {"READ": Limits(seconds=120, megabytes=2048), "RENDER": Limits(seconds=600, megabytes=4096)}


def read_limits(environment: Mapping[str, str], job: Literal["READ", "RENDER"] = "RENDER") -> Limits:
    """The limits that the environment sets, with the defaults for those that it does not.

    Args:
        environment: of the process; `BRIEFGEN_RENDER_SECONDS` and `BRIEFGEN_RENDER_MEGABYTES` are whole numbers, and
            likewise `BRIEFGEN_READ_SECONDS` and `BRIEFGEN_READ_MEGABYTES`.
        job: for which they are.

    Raises:
        OptionError: one of them is no number, or too small to do anything.
    """
    defaults = DEFAULTS[job]
    return Limits(
        seconds=_number(environment, SECONDS_VARIABLE.format(job), defaults.seconds, 1),
        megabytes=_number(environment, MEGABYTES_VARIABLE.format(job), defaults.megabytes, FEWEST_MEGABYTES),
    )


def _number(environment: Mapping[str, str], name: str, default: int, least: int) -> int:
    value = environment.get(name, "")
    if not value:
        return default
    if not (value.isascii() and value.isdecimal()) or int(value) < least:
        raise OptionError("wrong-limit", variable=name, value=value, least=str(least))
    return int(value)
