"""Holds a copy of a pack, as people sent it back, against what it says of itself.

    .docx ──▶ word ──┐            ┌──▶ flow ───┐
                     ├──▶ Copy ───┤            ├──▶ Survey ──▶ judging ──▶ findings
    .pdf ───▶ pages ─┘            └──▶ pages ──┘

A copy that nobody touched gives no finding, also after another program saved it again. What somebody added, changed
or took away is found by its words; bookmarks only help to find it.
"""

from .judging import copy_findings
from .model import Block, Copy
from .pages import read_pdf
from .word import read_word

__all__ = ["COPIES", "Block", "Copy", "copy_findings", "read_pdf", "read_word"]

COPIES = {".docx": read_word, ".docm": read_word, ".dotx": read_word, ".pdf": read_pdf}
"""What reads a copy, by the ending of its file."""
