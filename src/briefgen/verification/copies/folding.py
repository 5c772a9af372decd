"""Texts as copies are compared: without what programs change of themselves when they write, save or print words.

White space of any kind is one space. A quotation mark, an apostrophe, a dash and three dots are the same sign in each
form that a keyboard, an autocorrection or a typeface gives them. No letter, digit or other sign is another one.
"""

from __future__ import annotations

import re
import unicodedata

# White space of any kind and length.
SPACE = re.compile(r"\s+")

FORMS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u2026": "...",
        "\u00ad": None,  # the hyphen that is only seen at the end of a line
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
    }
)
"""What is written in several forms, and the form in which it is compared."""


def plain(text: str) -> str:
    """A text as copies are compared.

    Args:
        text: as it was built, or as it stands in a copy.
    """
    return SPACE.sub(" ", folded(text)).strip()


def folded(text: str) -> str:
    """The same with its white space; letters with accents are one character each (Unicode, normal form C).

    Args:
        text: or a single character of one.
    """
    return unicodedata.normalize("NFC", text).translate(FORMS)
