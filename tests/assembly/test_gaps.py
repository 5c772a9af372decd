from __future__ import annotations

from datetime import date

import pytest

from briefgen.assembly.cabinets import cabinet_on
from briefgen.assembly.gaps import gaps
from briefgen.pack import Gap, Item, Section
from briefgen.spec import PackSpec

from ..selection.definitions import spec

DAY = date(2026, 6, 30)


def chapter(*parts: str) -> PackSpec:
    texts = [
        f'[[sections]]\nid = "{name}"\ntitle = "{name}"\nlevel = {1 if number == 0 else 2}\nshow = ["positions"]'
        for number, name in enumerate(parts)
    ]
    return spec("\n".join(texts))


def position(day: str) -> Item:
    return Item(id="i", type="position", text="Wij willen.", quoted=True, holder_kind="kabinet", date=day)


def found(*sections: Section) -> list[Gap]:
    return list(gaps(sections, chapter(*(section.id for section in sections)), DAY, "nl"))


@pytest.mark.parametrize(
    ("day", "name"),
    [("2024-07-01", "kabinet-Rutte IV"), ("2024-07-02", "kabinet-Schoof"), ("2026-06-30", "kabinet-Jetten")],
)
def test_a_cabinet_holds_from_the_day_on_which_it_was_sworn_in(day: str, name: str) -> None:
    cabinet = cabinet_on(date.fromisoformat(day))
    assert cabinet is not None
    assert cabinet.name == name


def test_before_all_known_cabinets_there_is_none() -> None:
    assert cabinet_on(date(1900, 1, 1)) is None


def test_a_position_of_an_earlier_cabinet_is_a_gap() -> None:
    (gap,) = found(Section(id="handel", title="Handel", items=(position("2026-01-27"),)))
    assert "27 januari 2026" in gap.reason
    assert "kabinet-Jetten" in gap.reason


@pytest.mark.parametrize("day", ["2026-04-24", "2026", "2026-02"])
def test_a_position_that_may_be_of_the_present_cabinet_is_none(day: str) -> None:
    assert found(Section(id="handel", title="Handel", items=(position(day),))) == []


def test_the_empty_parts_of_a_chapter_are_one_gap() -> None:
    nothing = "Geen bron in het corpus."
    (gap,) = found(
        Section(id="handel", title="Handel", items=(position("2026-05-01"),)),
        Section(id="vragen", title="Vragen", level=2, gap=nothing),
        Section(id="experts", title="Experts", level=2, gap=nothing),
    )
    assert (gap.section, gap.topic, gap.reason) == ("handel", "Vragen; Experts", nothing)


def test_that_nothing_changed_is_no_gap_and_that_no_source_tells_what_others_want_is_one() -> None:
    definition = spec(
        '[[sections]]\nid = "a"\ntitle = "A"\nshow = ["positions"]\n'
        '[[sections]]\nid = "b"\ntitle = "Wijziging"\nlevel = 2\nshow = ["changes"]\n'
        '[[sections]]\nid = "c"\ntitle = "Krachtenveld"\nlevel = 2\nshow = ["stances"]\n'
    )
    nothing = "Geen bron in het corpus."
    sections = (
        Section(id="a", title="A", items=(position("2026-04-24"),)),
        Section(id="b", title="Wijziging", level=2, gap=nothing),
        Section(id="c", title="Krachtenveld", level=2, gap=nothing),
    )
    (gap,) = gaps(sections, definition, DAY, "nl")
    assert gap.topic == "Krachtenveld"
