"""How papers are cited: the grammar of references, from the signs of a text to normal forms and addresses.

    text ──tokens──▶ Tokens ──rules (kamerstuk, article, european, …)──▶ Mention ──scanner──▶ mentions of one text
                                 all texts of a document ──memory, checking──▶ mentions resolved

The package knows texts, not documents; `records.reference` gives it the paragraphs and notes of one.
"""

from .links import link, official_citation
from .memory import NoteMark, Passage, resolve
from .mention import Mention, Paper
from .scanner import scan

__all__ = ["Mention", "NoteMark", "Paper", "Passage", "link", "official_citation", "resolve", "scan"]
