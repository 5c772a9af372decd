"""Problems that do not stop a run, as values.

A stage that meets something odd (a footnote mark without a note, a reference with a typing error) returns a
`Diagnostic` beside its result. Diagnostics are counted in the account of a pack and fatal under `--strict`.
"""

from __future__ import annotations

from typing import Literal

from .model import Model
from .provenance import Span

Severity = Literal["info", "warning", "error"]


class Diagnostic(Model):
    """One problem: how bad, which kind, what it says, and where in the source it is.

    Attributes:
        severity: `info` for what was mended, `warning` for what a person should look at, `error` for what is wrong.
        code: the kind of problem, in words with hyphens (`note-without-mark`).
        message: the problem in one English sentence, without the place.
        span: where it is in the decoded source, if it is at one place.
    """

    severity: Severity
    code: str
    message: str
    span: Span | None = None
