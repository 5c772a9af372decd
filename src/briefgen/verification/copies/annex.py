"""The annex of a copy: whether each cited paragraph still stands under its label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...attestation import Attestation, AttestedCitation
from ...provenance import Span
from .folding import plain
from .ground import Ground

MOST = 0.5
"""The share of cited paragraphs under their label, from which on their template prints it there."""


def mislabelled(
    attestation: Attestation, spans: Mapping[str, Span | None], ground: Ground
) -> Iterator[AttestedCitation]:
    """The cited paragraphs whose label does not stand between the one before and themselves.

    Args:
        attestation: what the copy says of itself.
        spans: where each cited paragraph stands, by its key.
        ground: the text of the copy.
    """
    placed = [(span, one) for one in attestation.citations if (span := spans[one.key]) is not None]
    labelled: list[AttestedCitation] = []
    silent: list[AttestedCitation] = []
    before = 0
    for span, one in sorted(placed, key=lambda pair: pair[0]):
        has = plain(one.label) in ground.text[before : span.start]
        (labelled if has else silent).append(one)
        before = span.end
    if len(labelled) > MOST * len(placed):
        yield from silent
