"""A small source, its document, and a pack that cites it rightly."""

from __future__ import annotations

import hashlib

from briefgen.document import Document, Heading, Paragraph
from briefgen.pack import Citation, Gap, Item, Pack, Section, SourceNote
from briefgen.provenance import Span
from briefgen.sources import Source
from briefgen.verification import SourceText

TEXT = """Inzet in Europa

Het kabinet wil de interne markt
versterken.12 Daarom pleit Nederland voor minder regels, en voor een Euro-
Atlantische samenwerking.

Pagina 2

Nederland draagt 3,5% van het bbp bij – ook in 2029. Dat is geen nieuw beleid.
"""

FIRST = (
    "Het kabinet wil de interne markt versterken. "
    "Daarom pleit Nederland voor minder regels, en voor een Euro-Atlantische samenwerking."
)
SECOND = "Nederland draagt 3,5% van het bbp bij – ook in 2029. Dat is geen nieuw beleid."

HEADING_PATH = ("Inzet in Europa",)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def source_text(text: str = TEXT, first: str = FIRST, second: str = SECOND) -> SourceText:
    """The source with its document; its paragraphs begin and end with the same words in each version."""
    mark = text.index("12 Daarom")
    source = Source(
        id="geo-2026",
        label="EU als geopolitieke speler (2026)",
        kind="kamerbrief",
        file="seeds/geo.txt",
        sha256=sha256(text),
        holder="kabinet",
    )
    paragraphs = (
        Paragraph(
            id="p1",
            text=first,
            heading="h1",
            heading_path=HEADING_PATH,
            spans=(
                Span(text.index("Het kabinet"), mark),
                Span(mark + 3, text.index("samenwerking.") + len("samenwerking.")),
            ),
        ),
        Paragraph(
            id="p2",
            text=second,
            heading="h1",
            heading_path=HEADING_PATH,
            spans=(Span(text.index("Nederland draagt"), text.index("beleid.") + len("beleid.")),),
        ),
    )
    heading = Heading(id="h1", text="Inzet in Europa", level=1, parent=None, spans=(span_of("in Europa", text),))
    document = Document(source=source, length=len(text), headings=(heading,), paragraphs=paragraphs)
    return SourceText(text=text, document=document, sha256=sha256(text))


def citation(number: int, paragraph: Paragraph, cited_by: tuple[str, ...]) -> Citation:
    return Citation(
        key=f"geo-2026:{paragraph.id}",
        number=number,
        label=f"EU als geopolitieke speler (2026), ¶ {paragraph.id[1:]}",
        source="geo-2026",
        paragraph=paragraph.id,
        text=paragraph.text,
        heading_path=paragraph.heading_path,
        spans=paragraph.spans,
        sha256=sha256(paragraph.text),
        cited_by=cited_by,
    )


def good_pack() -> Pack:
    first, second = source_text().document.paragraphs
    items = (
        Item(
            id="markt-1",
            type="position",
            text="Het kabinet wil de interne markt versterken.",
            quoted=True,
            citations=("geo-2026:p1",),
            span=Span(0, 44),
        ),
        Item(
            id="markt-2",
            type="passage",
            text="Nederland draagt 3,5% van het bbp bij – ook in 2029.",
            quoted=True,
            citations=("geo-2026:p2", "geo-2026:p1"),
        ),
        Item(id="markt-3", type="note", text="Let op de datum.", quoted=False),
    )
    return Pack(
        pack="presidency-2029",
        title="Voorzitterschap 2029",
        language="nl",
        as_of="2026-06-01",
        marking="Intern",
        sections=(
            Section(id="markt", title="Interne markt", items=items),
            Section(id="handel", title="Handel", gap="De bronnen zeggen hierover niets."),
        ),
        citations=(citation(1, first, ("markt-1", "markt-2")), citation(2, second, ("markt-2",))),
        gaps=(Gap(section="handel", reason="no source paragraph found"),),
        sources=(
            SourceNote(
                id="geo-2026",
                label="EU als geopolitieke speler (2026)",
                title="EU als geopolitieke speler",
                kind="kamerbrief",
                holder="kabinet",
                date="2026-01-27",
                file="seeds/geo.txt",
                sha256=sha256(TEXT),
                cited=2,
            ),
        ),
    )


def sources() -> dict[str, SourceText]:
    """The sources as the pack was built from them."""
    return {"geo-2026": source_text()}
