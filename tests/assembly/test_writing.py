"""What assembly writes besides the words of the sources: cabinets, the table of the front page, rows to complete."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.assembly import assemble
from briefgen.assembly.cabinets import cabinet_of
from briefgen.assembly.sensitivity import sensitivity
from briefgen.extraction import Extraction
from briefgen.messages import Language
from briefgen.pack import Item, Pack
from briefgen.receipt import receipt
from briefgen.records.stance import extract as stances
from briefgen.selection import Selection, select

from ..selection.definitions import spec, taxonomy
from ..selection.sources import NEW_LETTER, corpus, extraction, paragraph, source
from ..selection.test_comparison import SECTION, sources

FRONT = """
[[sections]]
id = "voorop"
title = "Hoofdlijnen"
layout = "overview"
lines = { uitbreiding = 1, landbouw = 1 }

[[sections]]
id = "uitbreiding"
title = { nl = "Uitbreiding", en = "Enlargement" }
show = ["positions"]
topics = ["uitbreiding"]
holders = ["kabinet"]
least = 0.02
nature = { nl = "Gedachtewisseling", en = "Exchange of views" }

[[sections]]
id = "vragen"
title = "Vragen"
level = 2
layout = "dialogue"
show = ["questions"]
topics = ["uitbreiding"]
least = 0.02

[[sections]]
id = "toezeggingen"
title = "Toezeggingen"
level = 2
show = ["commitments"]

[[sections]]
id = "invulling"
title = "Aan te vullen"
level = 2
layout = "fields"
fields = [{ name = { nl = "Spreekpunten", en = "Speaking points" }, hint = "[In te vullen: drie zinnen]" }]

[[sections]]
id = "landbouw"
title = "Landbouw"
show = ["positions"]
terms = ["landbouw"]
"""


def selected(sections: str, found: tuple[Extraction, ...]) -> Selection:
    return select(found, spec(sections), taxonomy())


def pack(
    sections: str = FRONT,
    found: tuple[Extraction, ...] | None = None,
    language: Language = "nl",
    as_of: str = "2026-06-01",
) -> Pack:
    found = found or corpus()
    return assemble(selected(sections, found), spec(sections), found, name="x", as_of=as_of, language=language)


def items(made: Pack, section: str) -> tuple[Item, ...]:
    return next(found.items for found in made.sections if found.id == section)


@pytest.mark.parametrize(
    ("written", "cabinet"),
    [
        ("2026-04-24", "kabinet-Jetten"),
        ("2026-02-22", "kabinet-Schoof"),
        ("2026-04-24/2026-06-12", "kabinet-Jetten"),
        ("2026-02", None),  # two cabinets in one month
        ("2026", None),
        ("1900", None),
        (None, None),
    ],
)
def test_a_date_tells_the_cabinet_where_only_one_governed(written: str | None, cabinet: str | None) -> None:
    assert cabinet_of(written) == cabinet


def test_words_of_the_cabinet_name_the_cabinet_and_those_of_others_do_not() -> None:
    assert {item.cabinet for item in items(pack(), "uitbreiding")} == {"kabinet-Jetten", "kabinet-Schoof"}
    asked = [item for item in items(pack(), "vragen") if item.type == "question"]
    assert asked and {item.cabinet for item in asked} == {None}


def test_the_front_page_has_a_row_for_every_chapter_also_where_no_source_says_anything() -> None:
    answered, unanswered = items(pack(), "voorop")
    assert (answered.topic, answered.nature, answered.quoted) == ("Uitbreiding", "Gedachtewisseling", True)
    assert (unanswered.topic, unanswered.nature, unanswered.quoted) == ("Landbouw", None, False)
    assert unanswered.text == "Geen bron in het corpus."


def test_sensitivity_counts_in_the_language_of_the_pack() -> None:
    assert items(pack(), "voorop")[0].sensitivity == "Vragen van SGP; 1 toezegging open"
    assert items(pack(language="en"), "voorop")[0].sensitivity == "Questions of SGP; 1 commitment open"
    late = items(pack(as_of="2026-08-01"), "voorop")[0].sensitivity
    assert late == "Vragen van SGP; 1 toezegging over haar termijn"
    assert items(pack(), "voorop")[1].sensitivity is None


def test_a_position_that_was_turned_round_makes_a_subject_sensitive() -> None:
    outcome = selected(SECTION, sources()).by_section["wijziging"]
    assert sensitivity([outcome], date(2026, 6, 1), "nl") == "Mogelijk een gewijzigd standpunt"
    restated = selected(SECTION, sources("restates")).by_section["wijziging"]
    assert sensitivity([restated], date(2026, 6, 1), "nl") is None


def test_a_change_is_written_as_the_newer_words_and_then_the_older_both_cited_and_dated() -> None:
    newer, older = items(pack(SECTION, sources()), "wijziging")
    assert (newer.change, newer.superseded, older.change, older.superseded) == ("reversed", False, None, True)
    assert newer.citations != older.citations
    assert (newer.date, older.date) == ("2026-05-20", "2025-03-01")
    assert (newer.cabinet, older.cabinet) == ("kabinet-Jetten", "kabinet-Schoof")


def test_rows_to_complete_are_no_quotations() -> None:
    (row,) = items(pack(language="en"), "invulling")
    assert (row.type, row.topic, row.quoted, row.citations) == ("placeholder", "Speaking points", False, ())
    assert row.text.startswith("[")


STANCE = "Veel lidstaten willen dat uitbreiding van de EU sneller gaat."
FORCES = """
[[sections]]
id = "inzet"
title = "Inzet"
show = ["positions", "passages"]
topics = ["uitbreiding"]
least = 0.01

[[sections]]
id = "krachtenveld"
title = "Krachtenveld"
show = ["stances"]
topics = ["uitbreiding"]
least = 0.01
"""


@pytest.mark.parametrize(
    ("holder", "language", "byline"),
    [
        ("kabinet", "nl", "Veel lidstaten, volgens het kabinet"),
        ("kabinet", "en", "Veel lidstaten, according to the cabinet"),
        ("Clingendael", "nl", "Veel lidstaten, volgens Clingendael"),
    ],
)
def test_what_others_want_says_who_wants_it_and_who_tells_so_and_is_never_shown_as_a_position(
    holder: str, language: Language, byline: str
) -> None:
    plain = extraction(source(NEW_LETTER, holder=holder), "2026-05-20", [paragraph(1, STANCE)])
    told = plain.model_copy(update={"stances": tuple(stances(plain.document))})
    made = pack(FORCES, (told,), language)
    (item,) = items(made, "krachtenveld")
    assert (item.type, item.holder, item.holder_kind, item.cabinet) == ("stance", byline, "overig", None)
    assert not items(made, "inzet")


def test_the_receipt_knows_the_older_side_of_a_change() -> None:
    found = sources()
    only_changes = SECTION[SECTION.index('[[sections]]\nid = "wijziging"') :].replace("level = 2", "level = 1")
    made = pack(only_changes, found)
    verdicts = {entry.key: entry.verdict for entry in receipt(selected(only_changes, found), made, found).entries}
    assert set(verdicts.values()) == {"chosen"}
