from __future__ import annotations

from briefgen.extraction import Extraction
from briefgen.records.relation import EarlierPassage, Relation, RelationKind
from briefgen.selection import Choice, select

from .definitions import spec, taxonomy
from .sources import NEW_LETTER, OLD_LETTER, extraction, paragraph, source

NEWER = "Het kabinet steunt uitbreiding van de EU als geostrategische investering."
OLDER = "Het kabinet is geen voorstander van verdere uitbreiding van de EU."
OTHER = "Het kabinet steunt een gezamenlijke aanpak van de schaduwvloot met sancties."

SECTION = """
[[sections]]
id = "uitbreiding"
title = "Uitbreiding"
show = ["positions"]
topics = ["uitbreiding"]
least = 0.02

[[sections]]
id = "wijziging"
title = "Wat veranderde"
level = 2
show = ["changes"]
topics = ["uitbreiding"]
least = 0.02
"""


def sources(
    kind: RelationKind = "opposes", newer: str | None = "2026-05-20", older: str = "2025-03-01", old_words: str = OLDER
) -> tuple[Extraction, ...]:
    before = extraction(source(OLD_LETTER), older, [paragraph(1, old_words)], positions=[("p1", old_words)])
    after = extraction(source(NEW_LETTER), newer, [paragraph(1, NEWER)], positions=[("p1", NEWER)])
    earlier = EarlierPassage(source=OLD_LETTER, paragraph="p1", text=old_words, date=older)
    relation = Relation(kind=kind, text=NEWER, paragraph="p1", holder="kabinet", earlier=earlier, why="test")
    return (after.model_copy(update={"relations": (relation,)}), before)


def changes(found: tuple[Extraction, ...], sections: str = SECTION) -> tuple[Choice, ...]:
    return select(found, spec(sections), taxonomy()).by_section["wijziging"].choices


def test_a_change_shows_the_newer_words_with_the_older_ones() -> None:
    (choice,) = changes(sources())
    earlier = choice.evidence.earlier
    assert earlier is not None
    assert (choice.evidence.text, choice.evidence.change) == (NEWER, "reversed")
    assert (earlier.text, earlier.date) == (OLDER, "2025-03-01")


def test_the_words_of_a_change_also_stand_by_themselves() -> None:
    selected = select(sources(), spec(SECTION), taxonomy())
    assert NEWER in {choice.evidence.text for choice in selected.by_section["uitbreiding"].choices}


def test_a_change_is_shown_only_when_the_later_day_is_certain() -> None:
    assert not changes(sources(newer=None))
    assert not changes(sources(newer="2026-04-24/2026-06-12", older="2026-04-24"))
    assert changes(sources(newer="2026-04-24/2026-06-12", older="2026-04-23"))


def test_both_sides_of_a_change_must_be_on_the_subject() -> None:
    assert not changes(sources(old_words=OTHER))


def test_a_promise_that_was_kept_is_no_change_of_position() -> None:
    assert not changes(sources(kind="fulfils"))


def test_what_was_turned_round_stands_before_what_was_said_again_and_old_words_stand_once() -> None:
    (newer, older) = sources("restates")
    opposed = newer.relations[0].model_copy(update={"kind": "opposes"})
    twice = newer.model_copy(update={"relations": (*newer.relations, opposed)})
    assert len(changes((twice, older))) == 1


def test_the_same_words_are_no_change_whatever_stands_before_them() -> None:
    (newer, older) = sources("restates")
    same = "Dit steunt het kabinet: uitbreiding van de EU."
    letters = [
        extraction(one.document.source, one.document.date, [paragraph(1, f"{before} {same}")], [("p1", same)])
        for one, before in ((newer, "De Commissie deed in mei een nieuw voorstel."), (older, "De Raad sprak erover."))
    ]
    earlier = newer.relations[0].earlier.model_copy(update={"text": same})
    relation = newer.relations[0].model_copy(update={"text": same, "earlier": earlier})
    assert not changes((letters[0].model_copy(update={"relations": (relation,)}), letters[1]))


def test_a_section_of_others_has_no_change_of_the_cabinet() -> None:
    assert not changes(sources(), SECTION + 'holders = ["expert"]')
