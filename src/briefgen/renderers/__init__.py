"""From a `Pack` to bytes: one file an output format, one line in `RENDERERS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from ..diagnostics import Diagnostic
from .commission import Attachment, Commission, Drawing, Rendered, Templates, WordTemplate
from .word.faults import Fault

__all__ = ["RENDERERS", "Attachment", "Commission", "Drawing", "Rendered", "Renderer", "Templates", "WordTemplate"]


def _docx(commission: Commission) -> Rendered:
    from . import docx

    word = commission.templates.word
    made = docx.render(
        commission.view,
        word.data,
        word.file,
        date.fromisoformat(commission.pack.as_of),
        drawings=commission.drawings,
        attachments=commission.attachments,
    )
    return Rendered(made, tuple(map(_diagnostic, docx.silent_pictures(word.data, word.file))))


def _diagnostic(fault: Fault) -> Diagnostic:
    return Diagnostic(severity="warning", code=fault.error.code, message=fault.text("en"))


def _pdf(commission: Commission) -> Rendered:
    from . import pdf

    return pdf.render(commission)


def _html(commission: Commission) -> Rendered:
    from . import html

    return html.render(commission)


Renderer = Callable[[Commission], Rendered]

RENDERERS: Mapping[str, Renderer] = {"docx": _docx, "pdf": _pdf, "html": _html}
"""The output formats by the suffix of their file. Each loads its library only when it is used."""
