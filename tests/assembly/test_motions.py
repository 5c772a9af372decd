from __future__ import annotations

from briefgen.assembly.motions import motions
from briefgen.crosslinks import link_sources
from briefgen.document import Footnote
from briefgen.extraction import Extraction, extract
from briefgen.pack import Item

from ..crosslinks.corpora import source

ASKING = "verzoekt de regering zich in te zetten voor een Europese aanpak van de schaduwvloot,"
LETTER = "Het kabinet voert de motie Becker c.s. (Kamerstuk 23 987, nr. 399) uit. Dat gaat goed."


def rows(*found: Extraction) -> list[Item]:
    spoken = Item(
        id="i", type="position", text="x", quoted=True, holder="kabinet", holder_kind="kabinet", date="2026-04"
    )
    keys = [f"{one.document.source.id}:{paragraph.id}" for one in found for paragraph in one.document.paragraphs]
    return list(motions({key: spoken for key in keys if key.startswith("brief:")}, found))


def letter(text: str = LETTER) -> Extraction:
    return source("brief", text, date="2026-04")


def test_a_motion_stands_with_the_sentence_that_mentions_it() -> None:
    (row,) = rows(letter())
    assert row.topic == "Motie Becker c.s."
    assert (row.text, row.quoted, row.citations) == (LETTER.removesuffix(" Dat gaat goed."), True, ("brief:p1",))
    assert (row.holder, row.date) == ("kabinet", "2026-04")


def test_what_a_motion_asks_is_quoted_from_the_motion_where_it_is_a_source() -> None:
    motion = source("motie", "gehoord de beraadslaging,", ASKING, date="2026-02", paper="23987-399")
    (row,) = rows(*link_sources((letter(), motion)))
    assert (row.text, row.citations, row.date) == (ASKING, ("motie:p2",), "2026-02")


def test_a_motion_in_a_note_alone_is_named_and_not_quoted() -> None:
    plain = letter("Het kabinet pakt de schaduwvloot aan.").document
    note = Footnote(
        label="1", text="Motie Hoogeveen c.s. Kamerstuk 21 501-20, nr. 2344", paragraph="p1", offset=10, spans=()
    )
    (row,) = rows(extract(plain.model_copy(update={"footnotes": (note,)})))
    assert (row.topic, row.quoted, row.citations) == ("Motie Hoogeveen c.s.", False, ("brief:p1",))


def test_a_motion_that_is_named_twice_has_one_row() -> None:
    assert len(rows(letter(f"{LETTER} Over de motie Becker c.s. (Kamerstuk 23 987, nr. 399) later meer."))) == 1


def test_a_motion_outside_the_cited_paragraphs_has_no_row() -> None:
    other = source("andere", LETTER, date="2026-04")
    assert rows(letter("Het kabinet wil vrede."), other) == []
