"""References to papers: Kamerstukken, motions, treaty articles, EU documents, reports and addresses.

The grammar is in `citing`; here it meets a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..citing import Mention, NoteMark, Passage, link, resolve
from ..citing.mention import MentionStatus, MentionType
from ..document import Document, Footnote, Paragraph
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
    for text, mentions in zip(texts, found, strict=True):
        for mention in mentions:
            if mention.id is None or mention.id not in own:
                yield _reference(text, mention)


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
