"""References to papers: Kamerstukken, motions, treaty articles, EU documents, reports and addresses.

The grammar is in `citing`; here it meets a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ..citing import Mention, NoteMark, Passage, link, resolve
from ..citing.links import type_of
from ..citing.mention import MentionStatus, MentionType
from ..document import Document, Footnote, Link, Paragraph
from ..model import Model
from ..provenance import Span

ReferenceType = MentionType
ReferenceStatus = MentionStatus


class Reference(Model):
    """One reference, as printed and in normal form.

    Attributes:
        raw: the characters of the text.
        id: normal form (`36715-32`, `36800-V-103`, `VEU-42-7`), `None` for a paper that is only named.
        status: how sure the normal form is: `certain` as printed, `repaired` from what the document says elsewhere,
            `doubtful` when the printed number cannot be right, `unresolved` for a paper that is only named. A doubtful
            one keeps the printed number as `id`, and is never silently changed.
        proposal: the id that was probably meant, of a doubtful one.
        url: address of the official publication, where the id tells it; none for a doubtful id.
        paragraph, footnote: where it stands; one of the two is given.
        span: in the clean text of that paragraph or footnote.
        pages: printed pages of the paper, as in `p. 5-6`.
        source: the id of the source of the corpus that the paper is, filled in when all sources are linked.
        why: the rule that found it.
    """

    raw: str
    type: ReferenceType
    id: str | None
    status: ReferenceStatus
    proposal: str | None = None
    url: str | None = None
    paragraph: str | None = None
    footnote: str | None = None
    span: Span
    pages: str | None = None
    source: str | None = None
    why: str


def extract(document: Document, known: frozenset[str] = frozenset()) -> Iterator[Reference]:
    """All references of a document, in reading order: a note is read at its mark.

    Args:
        document: its paragraphs and footnotes are read.
        known: ids of papers that other documents of the corpus have or cite; a doubtful number is compared with them.

    Yields:
        References, without those by which the document names its own number.
    """
    texts = _reading_order(document)
    own = frozenset(document.metadata.identifiers.kamerstuk)
    dossiers = frozenset(identifier.rpartition("-")[0] for identifier in own)
    found = resolve(_passages(texts), known | own, dossiers)
    links = _links_by_text(document)
    for text, mentions in zip(texts, found, strict=True):
        read = [_reference(text, mention) for mention in mentions if mention.id is None or mention.id not in own]
        marked = [_marked_up(text, one) for one in links.get(id(text), ()) if one.target not in own]
        yield from sorted((*read, *_not_read(marked, read)), key=lambda reference: reference.span)


def _reading_order(document: Document) -> list[Paragraph | Footnote]:
    """The paragraphs, each followed by the notes that it calls; at the end the notes that nothing calls."""
    called: dict[str | None, list[Footnote]] = {}
    for note in document.footnotes:
        known = note.paragraph if note.paragraph in document.paragraph_by_id else None
        called.setdefault(known, []).append(note)
    read = chain.from_iterable((paragraph, *called.get(paragraph.id, ())) for paragraph in document.paragraphs)
    return [*read, *called.get(None, ())]


def _passages(texts: list[Paragraph | Footnote]) -> list[Passage]:
    """The texts as the grammar reads them, with the marks of their notes."""
    marks: dict[str, list[NoteMark]] = {}
    for place, text in enumerate(texts):
        if isinstance(text, Footnote) and text.paragraph is not None and text.offset is not None:
            marks.setdefault(text.paragraph, []).append(NoteMark(text.offset, place))
    return [
        Passage(text.text, is_note=True)
        if isinstance(text, Footnote)
        else Passage(text.text, marks=tuple(sorted(marks.get(text.id, ()), key=lambda mark: mark.offset)))
        for text in texts
    ]


def _links_by_text(document: Document) -> dict[int, list[Link]]:
    """The references that the markup of the source makes, by the identity of the paragraph or note they stand in."""
    found: dict[int, list[Link]] = {}
    for one in document.links:
        if one.footnote is not None:
            found.setdefault(id(document.footnotes[one.footnote]), []).append(one)
        elif one.paragraph is not None:
            found.setdefault(id(document.paragraph_by_id[one.paragraph]), []).append(one)
    return found


def _marked_up(text: Paragraph | Footnote, one: Link) -> Reference:
    return Reference(
        raw=text.text[one.span.start : one.span.end],
        type=type_of(one.target),
        id=one.target,
        status="certain",
        url=link(one.target),
        paragraph=text.id if isinstance(text, Paragraph) else None,
        footnote=text.label if isinstance(text, Footnote) else None,
        span=one.span,
        why="markup:link",
    )


def _not_read(marked: Iterable[Reference], read: Sequence[Reference]) -> Iterator[Reference]:
    """The marked-up references whose words the grammar did not read as a reference already."""
    for reference in marked:
        span = reference.span
        if not any(span.start < other.span.end and other.span.start < span.end for other in read):
            yield reference


def _reference(text: Paragraph | Footnote, mention: Mention) -> Reference:
    doubtful = mention.status == "doubtful"
    return Reference(
        raw=text.text[mention.start : mention.end],
        type=mention.type,
        id=mention.id,
        status=mention.status,
        proposal=mention.proposal,
        url=link(mention.id) if mention.id and not doubtful else None,
        paragraph=text.id if isinstance(text, Paragraph) else None,
        footnote=text.label if isinstance(text, Footnote) else None,
        span=Span(mention.start, mention.end),
        pages=mention.pages,
        why=mention.why,
    )
