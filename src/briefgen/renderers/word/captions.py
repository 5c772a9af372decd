"""The numbers of captions: what the fields `SEQ` of a filled file give (ECMA-376, part 1, 17.16.5.56)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from .fields import fields


def number_captions(roots: Iterable[etree._Element]) -> None:
    """Counts the captions of each name through the file, and writes the number of each as the result of its field.

    A loop repeats the caption of the template with its number.

    Args:
        roots: the parts in their order.
    """
    counted: Counter[str] = Counter()
    for root in roots:
        for field in fields(root):
            if field.name == "SEQ" and field.arguments:
                counted[field.arguments[0]] += 1
                field.show(str(counted[field.arguments[0]]))
