"""Motions: the names below their text are of those who put them forward."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...document import Document, Person
from ..blocks import Block
from ..signatures import NAME

# The end of a motion, `en gaat over tot de orde van de dag.`; the names of those who put it forward follow.
MOTION_END = re.compile(r"en\s+gaan?t?\s+over\s+tot\s+de\s+orde\b", re.I)

MOVER = "indiener"
"""The role of a member who put a motion forward."""


def with_names(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the names below a motion as signatures."""
    result: list[Block] = []
    signing = False
    for block in blocks:
        is_name = block.role == "prose" and not block.label and NAME.fullmatch(block.content) is not None
        signing = MOTION_END.match(block.content) is not None or (signing and is_name)
        result.append(replace(block, role="signature") if signing and is_name else block)
    return result


def with_movers(document: Document) -> Document:
    """The document of a single motion with the names below it as its authors; another one as it is."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    ends = [index for index, text in enumerate(texts) if MOTION_END.match(text)]
    if len(ends) != 1 or document.metadata.authors:
        return document
    signed = [paragraph for paragraph in document.paragraphs[ends[0] + 1 :] if paragraph.kind == "signature"]
    if not signed:
        return document
    metadata = document.metadata.model_copy(
        update={
            "authors": tuple(Person(name=paragraph.text, role=MOVER) for paragraph in signed),
            "spans": {**document.metadata.spans, "authors": signed[0].spans[0]},
        }
    )
    return document.model_copy(update={"metadata": metadata})
