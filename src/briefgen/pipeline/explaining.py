"""Says why a paragraph is or is not in a pack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import OptionError
from ..messages import Language, message
from ..receipt import LONGEST
from ..selection import Choice, Corpus, Omission, Selection, select
from .options import BuildOptions
from .progress import Progress
from .requests import named, requested
from .workshop import Workshop

MOST = 5
"""So many paragraphs are explained when the words stand in many."""


def explain(root: Path, options: BuildOptions, words: str, progress: Progress) -> None:
    """Show what became of the paragraphs that hold some words, section by section.

    Args:
        root: a folder of the project.
        options: of the pack.
        words: some words of a paragraph, or its key.
        progress: is told and shown.

    Raises:
        OptionError: there is no such pack, or no paragraph holds the words.
        InputError: something that people gave is wrong.
    """
    workshop = Workshop(root, progress)
    options = named(workshop.project, options, workshop.taxonomy, lambda: workshop.corpus.extractions)
    request = requested(workshop.project, options, workshop.taxonomy, lambda: workshop.corpus.extractions)
    corpus = workshop.corpus
    keys = corpus.holding(words) or corpus.with_words(words)
    if not keys:
        raise OptionError("words-nowhere", words=words)
    selection = select(corpus.extractions, request.spec, workshop.taxonomy, corpus)
    for key in keys[:MOST]:
        for line in explained(key, selection, corpus, progress.language):
            progress.show(line)
    if len(keys) > MOST:
        progress.tell("more-paragraphs", count=str(len(keys) - MOST))


def explained(key: str, selection: Selection, corpus: Corpus, language: Language) -> Iterator[str]:
    """What became of a paragraph, in lines: the paragraph, then each statement of it in each section.

    Args:
        key: of the paragraph.
        selection: of the pack.
        corpus: the sources.
        language: of the words.
    """
    yield f"{key}  {_short(corpus.text(key))}"
    lines = [*_chosen(key, selection, language), *_omitted(key, selection, language)]
    yield from lines or (f"  {message('explain-no-match', language)}",)


def _chosen(key: str, selection: Selection, language: Language) -> Iterator[str]:
    for outcome in selection.sections:
        for choice in outcome.choices:
            told = choice.evidence.told
            if choice.origin is None and key in (*choice.also, *(one.key for one in told)):
                text = next((one.text for one in told if one.key == key), choice.evidence.text)
                yield message("explain-in", language, section=outcome.section, text=_short(text))
                yield message("explain-score", language, **_decided(choice))


def _omitted(key: str, selection: Selection, language: Language) -> Iterator[str]:
    """The statement that came nearest in each section that left the paragraph out."""
    for outcome in selection.sections:
        left_out = [omission for omission in outcome.omissions if omission.key == key]
        if left_out and not any(choice.evidence.key == key for choice in outcome.choices):
            nearest = max(left_out, key=lambda omission: omission.score or 0.0)
            reason = message(f"verdict-{nearest.reason}", language)
            if nearest.instead and nearest.instead != key:
                reason += f" ({nearest.instead})"
            yield message("explain-out", language, section=outcome.section, reason=reason, text=_short(nearest.text))
            yield message("explain-score", language, **_decided(nearest))


def _decided(one: Choice | Omission) -> dict[str, str]:
    return {
        "score": "–" if one.score is None else f"{one.score:.2f}",
        "terms": ", ".join(one.terms) or "–",
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
