"""Proof that the Word file and the PDF of a pack say the same.

    NAME.docx ──read_word──▶ Form ─┐
                                   ├──compare──▶ differences
    NAME.pdf  ──read_pdf───▶ Form ─┘

Both are read from their bytes alone: neither the pack nor a template nor a renderer is asked. What differs on purpose
is listed in `form.DESIGN`.
"""

from __future__ import annotations

from .comparing import Difference, compare
from .form import DESIGN, Form
from .pdf import read_pdf
from .word import read_word

__all__ = ["DESIGN", "Difference", "Form", "compare", "read_pdf", "read_word"]
