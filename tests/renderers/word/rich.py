"""The sample pack with everything that a Word file can show: every layout, a picture, another language, an index."""

from __future__ import annotations

import struct
import zlib
from functools import cache

from briefgen.pack import Chart, Citation, IndexEntry, Item, Pack, Section
from briefgen.renderers.commission import Attachment, Drawing
from briefgen.renderers.docx import render
from briefgen.renderers.presenting import present
from briefgen.renderers.vocabulary import PackView

from ..sample import ROOT, labels, pack

FOREIGN = "futures-2026"
"""The source whose words are taken to be English."""

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="40mm"><path d="M0 0L10 10"/></svg>'
ATTACHED = Attachment("provenance.json", "application/json", "Herkomst", '{"tekst": "< & é 🙂 ]]>"}\n'.encode())

CHARTS = tuple(
    Chart(
        id=name,
        kind="coverage",
        title=f"Aangehaalde alinea's & bronnen {number}",
        alt="Raster van twee onderwerpen en vier bronnen.",
        head=("Onderwerp", "Staat van de Unie 2026", "Clingendael", "Beleidsbrief Buitenlandse Zaken (2026)", "Totaal"),
        rows=(("Uitbreiding en rechtsstaat", "1", "0", "3", "4"), ("Veiligheid", "2", "2", "0", "4")),
        marks=(),
    )
    for number, name in enumerate(("dekking", "standpunten"), 1)
)


def png() -> bytes:
    """The smallest picture: one white dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\x00\xff")) + chunk(b"IEND", b"")


DRAWINGS = {"dekking": Drawing(SVG, png(), 100, 40), "standpunten": Drawing(SVG, png(), 200, 80)}


def _overview(quoted: Item) -> Section:
    felt = {"nature": "Gedachtewisseling", "sensitivity": "Vragen van D66 en PVV"}
    items = (
        quoted.model_copy(update={"id": "hoofdlijn-1", "topic": "Uitbreiding", **felt}),
        quoted.model_copy(update={"id": "hoofdlijn-2", "topic": "Uitbreiding", **felt}),
        Item(id="hoofdlijn-3", type="note", text="Geen bron in het corpus.", quoted=False, topic="Midden-Oosten"),
    )
    return Section(id="hoofdlijnen", title="Hoofdlijnen", layout="overview", items=items)


def _calendar(quoted: Item) -> Section:
    item = quoted.model_copy(update={"id": "dag-1", "topic": "1 juli 2026", "day": "2026-07-01"})
    return Section(id="kalender", title="Kalender", layout="calendar", items=(item,), charts=CHARTS[:1])


def _fields() -> Section:
    names = {"Spreekpunten": "[In te vullen: drie zinnen]", "Gevoeligheden": "wat beter niet gezegd wordt"}
    items = tuple(
        Item(id=f"uitbreiding-invulling-{number}", type="placeholder", text=hint, quoted=False, topic=name)
        for number, (name, hint) in enumerate(names.items(), 1)
    )
    return Section(id="invulling", title="Aan te vullen", layout="fields", items=items)


def _changes(quoted: Item) -> Section:
    reversed_ = {"change": "reversed", "cabinet": "kabinet-Jetten"}
    items = (
        quoted.model_copy(update={"id": "nieuw", **reversed_}),
        quoted.model_copy(update={"id": "ouder", "superseded": True, "cabinet": "kabinet-Schoof"}),
        quoted.model_copy(update={"id": "frans", "type": "stance", "holder": "Frankrijk, volgens het kabinet"}),
        Item(id="vrij", type="placeholder", text="", quoted=False, topic="Inleiding"),
        Item(
            id="stuk", type="note", text="Kamerstukken II 2025/26, 36 715, nr. 32", quoted=False, url="https://a.nl/k"
        ),
    )
    return Section(id="wijziging", title="Wat veranderde", items=items, charts=CHARTS[1:])


def _spoken(item: Item) -> Item:
    foreign = any(key.startswith(FOREIGN) for key in item.citations)
    return item.model_copy(update={"language": "en"}) if foreign else item


def _said(citation: Citation) -> Citation:
    return citation.model_copy(update={"language": "en"}) if citation.source == FOREIGN else citation


@cache
def rich_pack() -> Pack:
    """The pack."""
    made = pack()
    sections = tuple(
        section.model_copy(update={"items": tuple(map(_spoken, section.items))}) for section in made.sections
    )
    quoted = next(item for section in sections for item in section.items if item.type == "position")
    added = (_overview(quoted), *sections, _changes(quoted), _calendar(quoted), _fields())
    return made.model_copy(
        update={
            "sections": added,
            "citations": tuple(map(_said, made.citations)),
            "author": "Directie Integratie Europa",
            "keywords": ("Uitbreiding", "Rechtsstaat"),
            "index": (
                IndexEntry(kind="topic", term="Uitbreiding", items=("hoofdlijn-1", "nieuw")),
                IndexEntry(kind="paper", term="36 715, nr. 32", items=("stuk",)),
            ),
        }
    )


@cache
def rich_view() -> PackView:
    """The pack in the words of the templates."""
    return present(rich_pack(), labels())


@cache
def rich_file(template: str = "brief") -> bytes:
    """The pack as a Word file, with drawings and an attachment."""
    file = ROOT / f"templates/{template}.docx"
    return render(rich_view(), file.read_bytes(), file.name, drawings=DRAWINGS, attachments=(ATTACHED,))
