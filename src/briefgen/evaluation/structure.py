"""Measures of a document: metadata, paragraphs, headings, footnotes, and what should not be in its text."""

from __future__ import annotations

import re
from collections import defaultdict

from .exports import ExportedFootnote, ExportedMetadata, SourceExport
from .gold import GoldFootnote, GoldMetadata, SourceGold
from .measures import Figures, agreement, multiset_agreement, share
from .text import alike, fold, unspaced

# A unit with an exponent (`km²`) is no text with a mark of a note.
UNIT_WITH_EXPONENT = re.compile(r"\b(?:m|km|cm|ha)[²³]")
# What a converter left of a note or a bookmark: `[footnoteRef:3]`, `[bookmark: …]`, an arrow back, `[3:`, a number
# behind the full stop of a sentence, a raised digit.
LEFT_MARK = re.compile(r"\[footnoteRef|\[bookmark|↩|\[\d+:|[^\W\d_]\.\d{1,2}(?:\s|$)|[¹²³⁴-⁹]")

SAME_TITLE = 0.8
SAME_NOTE = 0.97
LEAST_NOISE = 3
LEAST_NOISE_WITHIN = 12
ANCHOR_LENGTH = 16
"""Characters before a mark, white space aside, that tell its place."""


def metadata_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """The share of annotated metadata that was read rightly, and the names of what was not."""
    checks = _metadata_checks(export.metadata, gold.metadata)
    if not checks:
        return {}
    wrong = tuple(sorted(name for name, right in checks.items() if not right))
    return {"metadata": share(len(checks) - len(wrong), len(checks)), "metadata_wrong": wrong}


def _metadata_checks(found: ExportedMetadata, gold: GoldMetadata) -> dict[str, bool]:
    listed = [[ids] if isinstance(ids, str) else ids for ids in found.identifiers.values()]
    identifiers = {identifier.upper() for ids in listed for identifier in ids}
    checks: dict[str, bool] = {}
    if gold.title:
        checks["title"] = alike(found.title, gold.title, SAME_TITLE)
    if gold.date:
        checks["date"] = found.date.startswith(gold.date[:7])
    if gold.document_id:
        checks["document_id"] = gold.document_id.upper() in identifiers
    if gold.case_id:
        checks["case_id"] = gold.case_id.upper() in identifiers
    for paper in gold.paper_ids:
        checks[f"id {paper}"] = any(paper.upper() in identifier for identifier in identifiers)
    return checks


def paragraph_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """Paragraphs that are equal to annotated ones, and how many hold noise that a reader of paper does not see."""
    found = [fold(paragraph.text) for paragraph in export.paragraphs if paragraph.kind != "signature"]
    figures: Figures = {}
    if gold.paragraphs:
        wanted = [fold(text) for text in gold.paragraphs]
        neutral = [fold(line) for lines in gold.letter_parts.values() for line in lines]
        kept = [text for text in found if text in wanted or not _is_part_of_letter(text, neutral)]
        figures["paragraphs"] = multiset_agreement(kept, wanted)
    if gold.split_paragraphs:
        wanted = [fold(text) for text in gold.split_paragraphs]
        missed = [text for text in wanted if text not in found]
        hits = len(wanted) - len(missed)
        figures["split_paragraphs"] = agreement(hits, hits, hits, len(wanted), missed)
    noise = [fold(line) for line in (*gold.boilerplate, *gold.furniture)]
    figures["boilerplate_leaks_count"] = sum(_leaks(line, found) for line in noise if len(line) > LEAST_NOISE)
    figures["marks_left_count"] = sum(bool(LEFT_MARK.search(UNIT_WITH_EXPONENT.sub("", text))) for text in found)
    return figures


def _is_part_of_letter(text: str, parts: list[str]) -> bool:
    return bool(text) and any(text in part or part in text for part in parts)


def _leaks(noise: str, paragraphs: list[str]) -> bool:
    return any(noise == text or (len(noise) > LEAST_NOISE_WITHIN and noise in text) for text in paragraphs)


def heading_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """Headings that are equal to annotated ones; levels are not compared."""
    if not gold.headings:
        return {}
    found = [fold(heading.text) for heading in export.headings]
    return {"headings": multiset_agreement(found, [fold(text) for text in gold.headings])}


def footnote_figures(export: SourceExport, gold: SourceGold) -> Figures:
    """Footnotes with the right label and text, and the share of them whose mark stands at the right place."""
    if not gold.footnotes:
        return {}
    by_label: dict[str, list[ExportedFootnote]] = defaultdict(list)
    for note in export.footnotes:
        by_label[_bare(note.label)].append(note)
    paragraphs = {paragraph.id: paragraph.text for paragraph in export.paragraphs}
    matches = [
        (note, [found for found in by_label[_bare(note.label)] if alike(found.text, note.text, SAME_NOTE)])
        for note in gold.footnotes
    ]
    missed = [f"{note.label}: {note.text}" for note, same in matches if not same]
    right = len(matches) - len(missed)
    anchored = [(note, same) for note, same in matches if note.anchor_context]
    linked = sum(any(_is_anchored(found, note, paragraphs) for found in same) for note, same in anchored)
    return {
        "footnotes": agreement(right, len(export.footnotes), right, len(gold.footnotes), missed),
        "footnotes_linked": share(linked, len(anchored)) if anchored else None,
    }


def _bare(label: str | int) -> str:
    return str(label).strip("[]")


def _is_anchored(found: ExportedFootnote, gold: GoldFootnote, paragraphs: dict[str, str]) -> bool:
    tail = unspaced(gold.anchor_context)[-ANCHOR_LENGTH:]
    before = paragraphs.get(found.paragraph or "", "")[: found.offset or 0]
    return bool(tail) and unspaced(before).endswith(tail)
