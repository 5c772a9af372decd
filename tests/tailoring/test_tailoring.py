from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import DefinitionError
from briefgen.messages import in_language
from briefgen.spec import PackSpec
from briefgen.tailoring.agenda import parse_agenda
from briefgen.tailoring.raden import Raad
from briefgen.tailoring.skeleton import Skeleton, parse_skeleton
from briefgen.tailoring.specs import FRONT, pack_for_party, pack_for_raad, pack_on_topics

from ..selection.definitions import taxonomy
from .test_agenda import AGENDA

TEXT = (Path(__file__).parents[2] / "templates" / "skeleton.toml").read_text("utf-8")
RBZ = Raad(code="rbz", name="Raad Buitenlandse Zaken", short="RBZ")


def skeleton() -> Skeleton:
    return parse_skeleton(TEXT, "skeleton.toml")


def for_rbz(audience: str = "dossierhouder") -> PackSpec:
    return pack_for_raad(RBZ, taxonomy(), skeleton(), audience=skeleton().audience_by_id[audience])


def titles(spec: PackSpec) -> list[str]:
    return [in_language(section.title, "nl") for section in spec.sections if section.level == 1]


def parts(spec: PackSpec, chapter: str) -> list[str]:
    return [section.id for section in spec.sections if section.id.partition("-")[0] == chapter]


def test_the_page_with_the_main_lines_stands_first() -> None:
    assert for_rbz().sections[0].id == FRONT
    assert for_rbz().sections[0].layout == "overview"
    assert set(for_rbz().sections[0].lines) >= {section.id for section in for_rbz().sections[1:] if section.level == 1
                                                and not section.within and section.show}  # fmt: skip


def test_without_an_agenda_the_chapters_are_the_topics_and_those_on_the_side_come_last() -> None:
    assert titles(for_rbz())[:3] == ["Hoofdlijnen", "Sancties", "Uitbreiding"]
    assert for_rbz().section_by_id["uitbreiding"].within == ("sancties",)


def test_with_an_agenda_each_item_is_a_chapter_in_its_order() -> None:
    agenda = parse_agenda(AGENDA, "agenda.toml", taxonomy())
    spec = pack_for_raad(RBZ, taxonomy(), skeleton(), audience=skeleton().audiences[0], agenda=agenda)
    assert titles(spec)[:3] == ["Hoofdlijnen", "Sancties tegen Rusland", "Diversen"]
    assert spec.section_by_id["punt-1"].intro == "Gedachtewisseling"
    assert spec.section_by_id["punt-1"].nature == "Gedachtewisseling"
    assert spec.subtitle is not None
    assert in_language(spec.subtitle, "nl") == "Vergadering van 22 juni 2026"


def test_an_audience_changes_order_and_depth_and_not_where_facts_come_from() -> None:
    officer, chamber = for_rbz(), for_rbz("kamer")
    assert parts(officer, "sancties").index("sancties-inzet") < parts(officer, "sancties").index("sancties-vragen")
    assert parts(chamber, "sancties").index("sancties-vragen") < parts(chamber, "sancties").index("sancties-inzet")
    for section in chamber.sections:
        twin = officer.section_by_id.get(section.id)
        assert twin is None or (twin.topics, twin.show, twin.holders) == (section.topics, section.show, section.holders)


def test_every_chapter_has_a_budget_and_few_chapters_have_more_each() -> None:
    officer = skeleton().audiences[0]
    (topic, *_) = taxonomy().topics
    budgets = [section.budget for section in for_rbz().sections if section.level == 1 and section.show]
    assert budgets and None not in budgets
    alone = pack_on_topics([topic], skeleton(), audience=officer).section_by_id[topic.id].budget
    assert alone is not None and officer.budget is not None and alone > officer.budget


def test_a_chapter_ends_with_a_table_to_complete_and_one_on_the_side_has_none() -> None:
    spec = for_rbz()
    assert [field.name for field in spec.section_by_id["sancties-invulling"].fields]
    assert spec.section_by_id["sancties-invulling"].layout == "fields"
    assert "uitbreiding-invulling" not in spec.section_by_id


def test_a_part_of_the_skeleton_shows_something_or_has_rows_to_complete() -> None:
    text = TEXT.replace('show = ["stances"]', "")
    with pytest.raises(DefinitionError) as caught:
        parse_skeleton(text, "skeleton.toml")
    assert caught.value.code == "empty-part"
    assert text.splitlines()[(caught.value.line or 0) - 1] == "[[parts]]"


def test_few_chapters_hold_more_each() -> None:
    (topic, *_) = taxonomy().topics
    one = pack_on_topics([topic], skeleton(), audience=skeleton().audiences[0])
    many = pack_on_topics(taxonomy().topics, skeleton(), audience=skeleton().audiences[0])
    name = f"{topic.id}-experts"
    assert one.section_by_id[name].limit > many.section_by_id[name].limit


def test_the_pack_on_a_party_begins_with_its_own_words() -> None:
    spec = pack_for_party("D66", taxonomy().topics[:1], skeleton(), audience=skeleton().audiences[0])
    assert [section.id for section in spec.sections[1:3]] == ["fractie-vragen", "fractie-opmerkingen"]
    assert spec.section_by_id["fractie-vragen"].holders == ("D66",)
    assert in_language(spec.title, "nl") == "De fractie van D66: vragen en belangen"


def test_a_party_that_raised_no_known_subject_has_a_pack_with_its_words_alone() -> None:
    spec = pack_for_party("D66", (), skeleton(), audience=skeleton().audiences[0])
    assert len(spec.sections) == 3


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('parts = ["kern", "inzet", "krachtenveld", "cijfers"', 'parts = ["kern", "inzett", "cijfers"'),
        ('part = "toezeggingen"', 'part = "toezegging"'),
        ("limits = { vragen = 8", "limits = { vraag = 8"),
    ],
)
def test_a_part_that_there_is_not_is_a_mistake_with_its_line(right: str, wrong: str) -> None:
    assert right in TEXT
    text = TEXT.replace(right, wrong)
    with pytest.raises(DefinitionError) as caught:
        parse_skeleton(text, "skeleton.toml")
    assert caught.value.code == "unknown-part"
    assert wrong in text.splitlines()[(caught.value.line or 0) - 1]
