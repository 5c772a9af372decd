"""The figures of an evaluation: precision, recall and F1, with the texts that were missed or found wrongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pydantic import JsonValue

from ..model import Model
from .text import fold, folded_alike, folded_overlap

PRECISION = 3
"""Decimals of every share."""


class Agreement(Model):
    """How well what was found agrees with an annotation.

    Attributes:
        precision: share of what was found that is right.
        recall: share of the annotation that was found.
        f1: their harmonic mean.
        predicted: number of findings that were judged.
        gold: number of annotated ones.
        misses: what was annotated and not found.
        false_finds: what was found and is not annotated.
    """

    precision: float
    recall: float
    f1: float
    predicted: int
    gold: int
    misses: tuple[str, ...] = ()
    false_finds: tuple[str, ...] = ()


class Coverage(Model):
    """How much of a partial annotation was found; what was found besides is neither right nor wrong."""

    recall: float
    gold: int
    misses: tuple[str, ...] = ()


class Share(Model):
    """A share between 0 and 1, with the texts that it lacks."""

    value: float
    misses: tuple[str, ...] = ()


Figure = Agreement | Coverage | Share | float | int | str | tuple[str, ...] | None
"""One measure: an agreement, a share between 0 and 1, a count, or what a figure is about in words."""

Figures = dict[str, Figure]
"""The measures of one source or one pack, by name."""


def share(part: float, whole: float) -> float:
    """`part / whole`, rounded."""
    return round(part / whole, PRECISION)


def agreement(
    right: int, predicted: int, found: int, gold: int, misses: Iterable[str] = (), false_finds: Iterable[str] = ()
) -> Agreement:
    """The agreement of `predicted` findings, of which `right` are right, with `gold` annotations, `found` of them.

    With nothing to find, recall is 1, and precision is 1 only if nothing was found.
    """
    precision = right / predicted if predicted else float(not gold)
    recall = found / gold if gold else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Agreement(
        precision=round(precision, PRECISION),
        recall=round(recall, PRECISION),
        f1=round(f1, PRECISION),
        predicted=predicted,
        gold=gold,
        misses=tuple(misses),
        false_finds=tuple(false_finds),
    )


def multiset_agreement(predicted: Sequence[str], gold: Sequence[str]) -> Agreement:
    """The agreement of two lists of texts, each text as often as it occurs, in any order."""
    ours, theirs = Counter(predicted), Counter(gold)
    common = (ours & theirs).total()
    return agreement(common, len(predicted), common, len(gold), (theirs - ours).elements(), (ours - theirs).elements())


def text_agreement(
    predicted: Iterable[str], gold: Iterable[str], ignore: Iterable[str] = (), near: float | None = None
) -> Agreement:
    """The agreement of two lists of texts, matched by containment.

    Args:
        predicted: the texts that were found.
        gold: the annotated texts.
        ignore: texts that are neither right nor wrong, such as doubtful ones; findings that match only these
            do not count.
        near: when given, texts of at least this likeness match too.
    """

    def same(one: str, other: str) -> bool:
        return folded_overlap(one, other) or (near is not None and folded_alike(one, other, near))

    ours, theirs = [fold(text) for text in predicted], [fold(text) for text in gold]
    doubtful = [fold(text) for text in ignore]
    missed = [text for text in theirs if not any(same(our, text) for our in ours)]
    strays = [our for our in ours if not any(same(our, text) for text in theirs)]
    wrong = [stray for stray in strays if not any(same(stray, text) for text in doubtful)]
    right = len(ours) - len(strays)
    return agreement(right, right + len(wrong), len(theirs) - len(missed), len(theirs), missed, wrong)


def without_precision(figures: Figures) -> Figures:
    """The figures against a partial annotation: each agreement as a coverage."""
    return {
        name: Coverage(recall=figure.recall, gold=figure.gold, misses=figure.misses)
        if isinstance(figure, Agreement)
        else figure
        for name, figure in figures.items()
    }


def headline(figure: Figure) -> float | None:
    """The one number that a figure is held to: F1, recall, or the share or count itself; `None` without one."""
    if isinstance(figure, Agreement):
        return figure.f1
    if isinstance(figure, Coverage):
        return figure.recall
    if isinstance(figure, Share):
        return figure.value
    return figure if isinstance(figure, int | float) else None


def as_json(figures: Mapping[str, Figure]) -> dict[str, JsonValue]:
    """The figures as plain numbers, in the short form of a table: `p`, `r`, `f1`, `predicted`, `gold`."""
    return {name: _plain(figure) for name, figure in figures.items()}


def _plain(figure: Figure) -> JsonValue:
    if isinstance(figure, Agreement):
        return {
            "p": figure.precision,
            "r": figure.recall,
            "f1": figure.f1,
            "predicted": figure.predicted,
            "gold": figure.gold,
        }
    if isinstance(figure, Coverage):
        return {"r": figure.recall, "gold": figure.gold}
    if isinstance(figure, Share):
        return figure.value
    return list(figure) if isinstance(figure, tuple) else figure
