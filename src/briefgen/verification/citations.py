"""Checks of the citations of a pack against the sources as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz import fuzz, process

from ..anchoring import find
from ..document import Document, Paragraph
from ..pack import Citation, Pack
from ..provenance import covered_text, sha256, without_whitespace
from .difference import difference
from .finding import Code, Finding

LIKENESS = 60.0
"""How alike (0 to 100) a paragraph of a changed source must be to pass for the one that was cited."""


class SourceText(NamedTuple):
    """A source as it is now.

    Attributes:
        text: decoded, as the reader of its format decodes it; spans count its characters.
        document: what the reader made of it.
        sha256: of its bytes, hexadecimal.
    """

    text: str
    document: Document
    sha256: str


def citation_findings(pack: Pack, sources: Mapping[str, SourceText]) -> tuple[Finding, ...]:
    """Sources that are gone or changed, and citations that are not what their source says.

    In a source that changed, ids and spans count for nothing any more: a cited paragraph that still stands
    somewhere in it word for word is right.
    """
    recorded = {note.id: note.sha256 for note in pack.sources}
    findings = list(_source_findings(pack, sources, recorded))
    for citation in pack.citations:
        source = sources.get(citation.source)
        if source is None:
            continue
        changed = recorded.get(citation.source, source.sha256) != source.sha256
        findings += _in_changed_source(citation, source) if changed else _in_same_source(citation, source)
    return tuple(findings)


def hash_findings(pack: Pack) -> tuple[Finding, ...]:
    """The cited paragraphs whose text is not the one that was hashed when the pack was built."""
    return tuple(_finding("paragraph-hash-wrong", one) for one in pack.citations if not _is_as_hashed(one))


def _is_as_hashed(citation: Citation) -> bool:
    return citation.sha256 == sha256(citation.text.encode())


def _source_findings(pack: Pack, sources: Mapping[str, SourceText], recorded: Mapping[str, str]) -> Iterator[Finding]:
    for name in dict.fromkeys(citation.source for citation in pack.citations):
        source = sources.get(name)
        if source is None:
            yield Finding(code="source-absent", where=name, source=name)
        elif name in recorded and recorded[name] != source.sha256:
            yield Finding(
                code="source-changed",
                where=source.document.source.file,
                source=name,
                expected=recorded[name][:12],
                found=source.sha256[:12],
            )


def resolve(citation: Citation, source: SourceText) -> Paragraph | None:
    """The paragraph that a citation means: the one of its id, or else the one at its spans.

    Another version of a reader may number or divide a source otherwise; the spans still say which words are meant.
    `None` when no paragraph is so named or begins and ends there, or when only the words prove what was meant.
    """
    named = source.document.paragraph_by_id.get(citation.paragraph)
    if named is not None and citation.spans == named.spans:
        return named
    for paragraph in source.document.paragraphs:
        if paragraph.spans == citation.spans:
            return paragraph
    if named is not None and citation.text != named.text and _words_are_there(citation, source):
        return None
    return named


def _words_are_there(citation: Citation, source: SourceText) -> bool:
    return _words_at(citation, source.text) == without_whitespace(citation.text)


def _in_same_source(citation: Citation, source: SourceText) -> Iterator[Finding]:
    """A citation in a source with the bytes that the pack was built from: everything must be as the reader says."""
    paragraph = resolve(citation, source)
    if paragraph is None:
        code: Code = "paragraph-moved" if _words_are_there(citation, source) else "paragraph-unknown"
        yield _finding(code, citation, found=citation.paragraph)
        return
    if citation.text != paragraph.text:
        yield _finding("paragraph-altered", citation, *difference(paragraph.text, citation.text))
    elif not _is_as_hashed(citation):
        yield _finding("paragraph-hash-wrong", citation)
    yield from _spans(citation, paragraph, source.text)
    if paragraph.id == citation.paragraph:
        yield from _place(citation, paragraph)
    else:
        yield _finding("paragraph-moved", citation, paragraph.id, citation.paragraph)


def _words_at(place: Citation | Paragraph, text: str) -> str:
    return without_whitespace(covered_text(text, place.spans))


def _spans(citation: Citation, paragraph: Paragraph, text: str) -> Iterator[Finding]:
    """The spans are those of the reader, and the source has the words of the paragraph there."""
    if citation.spans != paragraph.spans:
        yield _finding("paragraph-spans-wrong", citation, _printed_spans(paragraph), _printed_spans(citation))
        return
    at_spans, of_paragraph = _words_at(paragraph, text), without_whitespace(paragraph.text)
    if at_spans != of_paragraph:
        yield _finding("paragraph-not-at-spans", citation, *difference(at_spans, of_paragraph))


def _printed_spans(place: Citation | Paragraph) -> str:
    return " ".join(str(span) for span in place.spans)


def _place(citation: Citation, paragraph: Paragraph) -> Iterator[Finding]:
    if (citation.heading_path, citation.page) != (paragraph.heading_path, paragraph.page):
        yield _finding(
            "paragraph-place-wrong",
            citation,
            _printed_place(paragraph.heading_path, paragraph.page),
            _printed_place(citation.heading_path, citation.page),
        )


def _printed_place(heading_path: tuple[str, ...], page: int | None) -> str:
    headings = " › ".join(heading_path)
    return headings if page is None else f"{headings} (p. {page})"


def _in_changed_source(citation: Citation, source: SourceText) -> Iterator[Finding]:
    if not _is_as_hashed(citation):
        yield _finding("paragraph-hash-wrong", citation)
    texts = [paragraph.text for paragraph in source.document.paragraphs]
    if citation.text in texts:
        return
    now = descendant(citation, source.document)
    if now is None:
        yield _finding("paragraph-gone", citation)
    else:
        yield _finding("paragraph-changed", citation, *difference(now, citation.text))


def descendant(citation: Citation, document: Document) -> str | None:
    """The text of the paragraph that a cited one most likely became; `None` when none is like it.

    Args:
        citation: made from an older state of the source.
        document: the source as it is now, or a newer version of it.
    """
    texts = [paragraph.text for paragraph in document.paragraphs]
    best = process.extractOne(citation.text, texts, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return best[0] if best else _found_again(citation, texts)


def _found_again(citation: Citation, texts: Sequence[str]) -> str | None:
    """The paragraph that holds the words of a citation, or stands where they stood."""
    found = find(citation.selector, "".join(texts)) if citation.selector else None
    if found is None:
        return None
    ends = accumulate(len(text) for text in texts)
    return next(text for text, end in zip(texts, ends, strict=True) if found.span.start < end)


def _finding(code: Code, citation: Citation, expected: str = "", found: str = "") -> Finding:
    return Finding(code=code, where=citation.key, citation=citation.key, expected=expected, found=found)
