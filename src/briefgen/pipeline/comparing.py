"""Two versions of a source compared: short ones here, longer ones in a process with limits."""

from __future__ import annotations

import os

from ..document import Document
from ..errors import SourceError
from ..lineage import Lineage, trace
from .difference import lines_of
from .isolation import LimitError, workers
from .limits import read_limits
from .worker import Difference, Succession

HARMLESS_CHARACTERS = 64_000
"""Of two texts together: they are compared in some seconds at most, whatever they hold."""


def lineage_of(versions: Succession) -> Lineage:
    """The lineage of a version that replaces another one.

    Args:
        versions: both versions, and the ids that older ones had.

    Raises:
        OptionError: a limit in the environment is none.
        SourceError: to compare the versions asks for more time or memory than there may be.
    """
    if _are_harmless(versions.old, versions.new):
        return trace(versions.old, versions.new, versions.retired)
    made = _made_apart(versions)
    if not isinstance(made, Lineage):
        raise TypeError(f"a worker gave a {type(made).__name__} for a lineage")
    return made


def difference_of(versions: Difference) -> tuple[str, ...]:
    """What happened to each paragraph between two versions, in lines.

    Args:
        versions: both versions, and the language of the lines.

    Raises:
        OptionError: a limit in the environment is none.
        SourceError: to compare the versions asks for more time or memory than there may be.
    """
    if _are_harmless(versions.old, versions.new):
        return lines_of(versions.old, versions.new, versions.language)
    made = _made_apart(versions)
    if not isinstance(made, tuple):
        raise TypeError(f"a worker gave a {type(made).__name__} for a difference")
    return made


def _are_harmless(*documents: Document) -> bool:
    return sum(len(one.text) for document in documents for one in document.paragraphs) <= HARMLESS_CHARACTERS


def _made_apart(versions: Succession | Difference) -> object:
    """What a worker makes of two versions."""
    limits = read_limits(os.environ, "READ")
    with workers(("comparison",), limits) as crew:
        try:
            return crew["comparison"].do(versions)
        except LimitError as error:
            file, old = versions.new.source.file, versions.old.source.label
            raise SourceError(f"comparing-{error.reason}", file=file, line=None, old=old, **error.details) from error
