from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.assembly import illustrated
from briefgen.messages import Language
from briefgen.pack import Chart, Citation, HolderKind, Item, ItemType, Pack, Section, SectionLayout, SourceNote
from briefgen.provenance import Span

from ..selection.definitions import spec

LABELS = {"staat": "Staat van de Unie 2026", "brief": "Beleidsbrief (2026)", "verslag": "Verslag (2025)"}
DATES = {"staat": "2026-04-24/2026-06-12", "brief": "2026-01-27", "verslag": "2025-06"}


PLAIN = """
[[sections]]
id = "uitbreiding"
title = "Uitbreiding"
"""
"""A definition without a summary."""


def said(
    *keys: str,
    type: ItemType = "position",
    holder_kind: HolderKind = "kabinet",
    topic: str | None = None,
    day: str | None = None,
) -> Item:
    """A statement from paragraphs `source:number`, with the words of the first one."""
    return Item(
        id="-".join(keys).replace(":", "-"),
        type=type,
        text=f"Woorden van {keys[0]}.",
        quoted=True,
        citations=keys,
        holder_kind=holder_kind,
        date=DATES.get(keys[0].split(":")[0]),
        topic=topic,
        day=day,
    )


def section(title: str, *items: Item, level: int = 1, layout: SectionLayout = "statements") -> Section:
    return Section(id=title.lower(), title=title, level=level, layout=layout, items=items)


def pack(*sections: Section, labels: dict[str, str] = LABELS) -> Pack:
    """A pack with these sections before its account."""
    keys = sorted({key for one in sections for item in one.items for key in item.citations})
    return Pack(
        pack="proef",
        title="Proef",
        language="nl",
        as_of="2026-06-30",
        marking="",
        sections=(*sections, section("Verantwoording", layout="summary")),
        citations=tuple(_citation(key, number, labels) for number, key in enumerate(keys, start=1)),
        gaps=(),
        sources=tuple(_source(name, label, keys) for name, label in labels.items()),
    )


def _citation(key: str, number: int, labels: dict[str, str]) -> Citation:
    source, paragraph = key.split(":")
    return Citation(
        key=key, number=number, label=f"{labels[source]}, ¶ {paragraph}", source=source, paragraph=paragraph, text="",
        heading_path=(), spans=(Span(0, 0),), sha256="", cited_by=(),
    )  # fmt: skip


def _source(name: str, label: str, keys: Sequence[str]) -> SourceNote:
    return SourceNote(
        id=name, label=label, title=label, kind="brief", holder="kabinet", date=DATES.get(name), file="", sha256="",
        cited=sum(key.startswith(f"{name}:") for key in keys),
    )  # fmt: skip


def charts(made: Pack, language: Language = "nl", definition: str = PLAIN) -> dict[str, Chart]:
    """The charts of a pack by their kind; without a definition every chapter is a subject."""
    drawn = illustrated(made, spec(definition), language)
    return {chart.kind: chart for one in drawn.sections for chart in one.charts}


def calendar(*days: str) -> Section:
    items = (said(f"staat:{number}", type="passage", day=day) for number, day in enumerate(days, start=1))
    return section("Kalender", *items, layout="calendar")


SUBJECTS = (
    section("Uitbreiding", said("staat:1"), said("staat:2"), said("brief:1")),
    section("Rechtsstaat", said("staat:3"), said("brief:2", type="passage")),
    section("Defensie", said("verslag:1"), said("verslag:1", type="answer")),
)


def test_a_timeline_has_one_numbered_row_for_each_date_the_first_one_first() -> None:
    chart = charts(pack(calendar("2029", "2026-06-12", "2026-06", "2026-06-12")))["timeline"]
    assert [(row[0], row[1]) for row in chart.rows] == [("1", "juni 2026"), ("2", "12 juni 2026"), ("3", "2029")]
    assert [(mark.x, mark.label, mark.value) for mark in chart.marks] == [
        ("2026-06", "1", 1),
        ("2026-06-12", "2", 2),
        ("2029", "3", 1),
    ]
    assert chart.rows[1][2] == "Staat van de Unie 2026, ¶\u00a02, ¶\u00a04"


def test_the_words_of_a_timeline_hold_its_counts_and_its_ends() -> None:
    days = ("2026", "2026-06-12", "2026-Q3", "2028-05-01/2034")
    assert charts(pack(calendar(*days)))["timeline"].alt == (
        "Tijdlijn met 4 data uit 4 aangehaalde alinea's, van 2026 tot en met 2034. De meeste vallen in 2026: 3."
    )
    assert charts(pack(calendar(*days)), "en")["timeline"].alt == (
        "Timeline with 4 dates from 4 cited paragraphs, from 2026 to 2034. Most of them are in 2026: 3."
    )


@pytest.mark.parametrize(
    "days", [(), ("2026-06-12", "2026-07-01"), ("2026", "2029", "2030-06", "2031"), ("2026-06-12",) * 9]
)
def test_there_is_no_timeline_of_less_than_three_dates_or_of_bare_years(days: Sequence[str]) -> None:
    assert "timeline" not in charts(pack(calendar(*days)))


def test_a_timeline_stands_in_the_calendar_and_the_others_in_the_account() -> None:
    drawn = illustrated(pack(*SUBJECTS, calendar("2026-06", "2026-07", "2026-08")), spec(PLAIN), "nl")
    assert {one.title: [chart.kind for chart in one.charts] for one in drawn.sections if one.charts} == {
        "Kalender": ["timeline"],
        "Verantwoording": ["coverage", "positions"],
    }


def test_a_coverage_counts_each_cited_paragraph_once_for_a_subject() -> None:
    chart = charts(pack(*SUBJECTS))["coverage"]
    assert chart.head == ("Onderwerp", *LABELS.values(), "Totaal")
    assert chart.rows == (
        ("Uitbreiding", "2", "1", "0", "3"),
        ("Rechtsstaat", "1", "1", "0", "2"),
        ("Defensie", "0", "0", "1", "1"),
    )


def test_the_marks_of_a_coverage_are_the_cells_of_its_table() -> None:
    chart = charts(pack(*SUBJECTS))["coverage"]
    cells = {
        (row[0], column): int(count)
        for row in chart.rows
        for column, count in zip(LABELS.values(), row[1:], strict=False)
    }
    assert {(mark.y, mark.x): mark.value for mark in chart.marks} == cells


def test_the_words_of_a_coverage_hold_its_counts_and_its_extremes() -> None:
    assert charts(pack(*SUBJECTS))["coverage"].alt == (
        "Raster van 3 onderwerpen en 3 bronnen met in elk vak het aantal aangehaalde alinea's. De meeste komen uit "
        "Staat van de Unie 2026 over Uitbreiding: 2. 4 van de 9 vakken hebben er geen."
    )


def test_subjects_and_sources_of_the_same_name_are_counted_together() -> None:
    labels = LABELS | {"brief": "Brief", "verslag": "Brief"}
    twice = (*SUBJECTS, section("Uitbreiding", said("brief:7"), said("verslag:1")))
    chart = charts(pack(*twice, labels=labels))["coverage"]
    assert chart.rows[0] == ("Uitbreiding", "2", "3", "5")


def test_there_is_no_coverage_of_one_source_or_of_two_subjects() -> None:
    one_source = [section(f"Onderwerp {number}", said(f"staat:{number}")) for number in range(5)]
    assert "coverage" not in charts(pack(*one_source))
    assert "coverage" not in charts(pack(*SUBJECTS[:2]))


FRONT = """
[[sections]]
id = "hoofdlijnen"
title = "Hoofdlijnen"
layout = "summary"
lines = { uitbreiding = 1, rechtsstaat = 1, defensie = 1 }

[[sections]]
id = "uitbreiding"
title = "Uitbreiding"

[[sections]]
id = "rechtsstaat"
title = "Standpunten over de rechtsstaat"
subject = "Rechtsstaat"

[[sections]]
id = "defensie"
title = "Defensie"
"""


def test_the_subjects_are_those_that_a_summary_takes_its_lines_from() -> None:
    others = section("Vragen", said("verslag:8", type="answer"), layout="dialogue")
    chart = charts(pack(*SUBJECTS, others), definition=FRONT)["coverage"]
    assert [row[0] for row in chart.rows] == ["Uitbreiding", "Rechtsstaat", "Defensie", "Overige delen van het pakket"]
    assert chart.rows[-1][1:] == ("0", "0", "1", "1")
    assert chart.alt.startswith("Raster van 3 onderwerpen")


def test_positions_outside_the_subjects_are_not_drawn_over_time() -> None:
    again = section("Eerdere standpunten", said("brief:1"), said("staat:3"))
    rows = charts(pack(*SUBJECTS, again), definition=FRONT)["positions"].rows
    assert [row[0] for row in rows] == ["Uitbreiding", "Rechtsstaat", "Defensie"]


def test_a_part_belongs_to_the_subject_of_its_chapter_unless_it_is_one_itself() -> None:
    part = section("Nederlandse inzet", said("brief:7"), level=2)
    own = section("Defensie", said("verslag:1"), level=2)
    rows = charts(pack(SUBJECTS[0], part, SUBJECTS[1], own), definition=FRONT)["coverage"].rows
    assert rows == (
        ("Uitbreiding", "2", "2", "0", "4"),
        ("Rechtsstaat", "1", "1", "0", "2"),
        ("Defensie", "0", "0", "1", "1"),
    )


def test_what_a_summary_repeats_is_not_counted_again() -> None:
    front = section("Hoofdlijnen", said("verslag:9"), layout="summary")
    assert charts(pack(front, *SUBJECTS), definition=FRONT)["coverage"].rows[-1][0] == "Defensie"


def test_of_many_sources_the_most_cited_have_a_column_and_the_others_share_one() -> None:
    labels = {f"bron{number}": f"Bron {number}" for number in range(9)}
    items = [said(*(f"bron{number}:{paragraph}" for paragraph in range(number + 1))) for number in range(9)]
    chart = charts(pack(*(section(f"Onderwerp {number}", *items) for number in range(3)), labels=labels))["coverage"]
    assert chart.head[1:-1] == ("Bron 4", "Bron 5", "Bron 6", "Bron 7", "Bron 8", "Overige bronnen (4)")
    assert chart.rows[0][1:] == ("5", "6", "7", "8", "9", "10", "45")


def test_of_many_subjects_the_last_ones_share_a_row() -> None:
    subjects = (section(f"Onderwerp {n}", said(f"staat:{n}"), said(f"brief:{n}")) for n in range(30))
    rows = charts(pack(*subjects))["coverage"].rows
    assert len(rows) == 21
    assert rows[-1] == ("Overige delen van het pakket", "10", "10", "0", "20")


def test_positions_are_counted_by_subject_and_by_the_date_of_their_source() -> None:
    chart = charts(pack(*SUBJECTS))["positions"]
    assert chart.rows == (
        ("Uitbreiding", "27 januari 2026: 1; tussen 24 april en 12 juni 2026: 2", "3"),
        ("Rechtsstaat", "tussen 24 april en 12 juni 2026: 1", "1"),
        ("Defensie", "juni 2025: 1", "1"),
    )
    assert [(mark.x, mark.y, mark.label) for mark in chart.marks][:2] == [
        ("2026-01-27", "Uitbreiding", "1"),
        ("2026-04-24/2026-06-12", "Uitbreiding", "2"),
    ]
    assert chart.alt == (
        "Per onderwerp hoeveel standpunten van het kabinet dit pakket aanhaalt en van wanneer ze zijn: 5 over 3 "
        "onderwerpen, van juni 2025 tot en met 12 juni 2026. De meeste gaan over Uitbreiding: 3."
    )


def test_positions_of_experts_and_parties_are_not_counted_as_those_of_the_cabinet() -> None:
    kinds: tuple[HolderKind, ...] = ("expert", "fractie", "overig")
    others = [said(f"staat:{number}", holder_kind=kind) for number, kind in enumerate(kinds)]
    rows = charts(pack(*SUBJECTS, section("Klimaat", *others)))["positions"].rows
    assert [row[0] for row in rows] == ["Uitbreiding", "Rechtsstaat", "Defensie"]


def test_a_position_that_is_repeated_on_a_subject_counts_once() -> None:
    again = section("Uitbreiding", said("brief:1"), said("brief:1"))
    assert charts(pack(again, *SUBJECTS[1:]))["positions"].rows[0] == ("Uitbreiding", "27 januari 2026: 1", "1")


def test_there_are_no_positions_over_time_of_one_date() -> None:
    assert "positions" not in charts(pack(*(section(f"Onderwerp {n}", said(f"brief:{n}")) for n in range(5))))
