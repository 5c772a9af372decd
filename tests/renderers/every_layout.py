"""The sample pack with every layout, kind and mark that a template may meet."""

from __future__ import annotations

from functools import cache

from briefgen.pack import Chart, IndexEntry, Item, Pack, Section
from briefgen.renderers import Commission, Drawing, Templates, WordTemplate
from briefgen.renderers.presenting import present

from .sample import ATTACHED, labels, pack, web_template

DRAWING = Drawing(
    svg=b'<svg xmlns="http://www.w3.org/2000/svg" width="160mm" height="40mm" viewBox="0 0 160 40">'
    b'<path d="M5 20H155" stroke="#154273"/><circle cx="40" cy="20" r="3" fill="#154273"/></svg>',
    png=b"",
    width=160,
    height=40,
)

CHART = Chart(
    id="tijdlijn",
    kind="timeline",
    title="Belangrijke data",
    alt="Tijdlijn met twee data: 12 juni 2026 en 1 januari 2029.",
    head=("Datum", "Wat"),
    rows=(("12 juni 2026", "Staat van de Unie"), ("1 januari 2029", "Begin van het voorzitterschap")),
    marks=(),
)


def _section(name: str, layout: str, items: tuple[Item, ...], **fields: object) -> Section:
    given: dict[str, object] = {"id": name, "title": name.capitalize(), "layout": layout, "items": items}
    return Section.model_validate(given | fields)


def _overview(items: tuple[Item, ...]) -> Section:
    marked = [
        item.model_copy(
            update={
                "id": f"regel-{number}",
                "topic": f"Onderwerp {number // 2}",
                "nature": "beleidsdebat" if number % 2 else "raadsconclusies",
                "sensitivity": "vragen van D66 en PVV; twee open toezeggingen",
            }
        )
        for number, item in enumerate(items)
    ]
    return _section("overzicht", "overview", tuple(marked))


def _marked(items: tuple[Item, ...]) -> Section:
    newer = {"id": "nieuw", "change": "reversed", "cabinet": "kabinet-Schoof"}
    english = {"id": "engels", "language": "en", "type": "stance", "holder": "Europese Commissie"}
    older = {"id": "oud", "superseded": True}
    blank = Item(id="leeg", type="placeholder", text="Wie spreekt namens Nederland?", quoted=False)
    changed = [items[place].model_copy(update=given) for place, given in enumerate((newer, older, english))]
    return _section("krachtenveld", "statements", (*changed, blank), charts=(CHART,))


@cache
def every_pack() -> Pack:
    """The sample pack with an overview, a calendar, fields, a picture, marks and an index."""
    base = pack()
    items = tuple(item for section in base.sections for item in section.items if item.type == "position")[:8]
    dated = tuple(
        item.model_copy(update={"id": f"datum-{n}", "topic": f"{n + 1} juli 2029"}) for n, item in enumerate(items)
    )
    blanks = tuple(
        Item(id=f"veld-{n}", type="placeholder", text=f"In te vullen door de {who}.", quoted=False, topic=who)
        for n, who in enumerate(("delegatieleider", "dossierhouder", "woordvoerder"))
    )
    sections = (
        _overview(items[:4]),
        *base.sections,
        _marked(items),
        _section("kalender", "calendar", dated),
        _section("afspraken", "fields", blanks),
    )
    index = (
        IndexEntry(kind="topic", term="Uitbreiding", items=tuple(item.id for item in items[:3])),
        IndexEntry(kind="paper", term="36 715, nr. 32", items=("nieuw", dated[0].id)),
    )
    return base.model_copy(update={"sections": sections, "index": index, "keywords": ("Uitbreiding", "Rechtsstaat")})


@cache
def every_commission() -> Commission:
    """That pack, to be rendered."""
    made = every_pack()
    templates = Templates(word=WordTemplate("templates/brief.docx", b""), web=web_template())
    return Commission(made, present(made, labels()), templates, {CHART.id: DRAWING}, ATTACHED)
