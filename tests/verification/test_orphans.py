"""Whatever a pack states is a quotation with a citation or somebody's own words; anything else is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.messages import message
from briefgen.pack import Chart, Gap, Item, Pack, Section
from briefgen.provenance import Span
from briefgen.verification import OwnWords, orphan_findings

from .sample import good_pack

WRITTEN = ("Interne markt", "Handel", "Let op de datum.", "Deze zin schreef de dossierhouder zelf in de definitie.")
NOBODYS = "Het kabinet overweegt volgend jaar een nieuw standpunt in te nemen."
OWN = OwnWords(WRITTEN, "nl")


def finished() -> Pack:
    """The good pack as it is before it is rendered: every quotation has its place."""
    pack = good_pack()
    gap = pack.sections[1].model_copy(update={"gap": message("no-source", "nl")})
    items = tuple(_placed(item, pack) for item in pack.sections[0].items)
    return pack.model_copy(update={"sections": (pack.sections[0].model_copy(update={"items": items}), gap), "gaps": ()})


def _placed(item: Item, pack: Pack) -> Item:
    if not item.quoted:
        return item
    start = pack.citation_by_key[item.citations[0]].text.index(item.text)
    return item.model_copy(update={"span": Span(start, start + len(item.text))})


def with_section(**changes: object) -> Pack:
    pack = finished()
    return pack.model_copy(update={"sections": (pack.sections[0].model_copy(update=changes), pack.sections[1])})


def with_item(number: int, **changes: object) -> Pack:
    items = list(finished().sections[0].items)
    items[number] = items[number].model_copy(update=changes)
    return with_section(items=tuple(items))


def codes(pack: Pack) -> list[str]:
    return [finding.code for finding in orphan_findings(pack, OWN)]


def test_a_pack_whose_every_sentence_is_somebodys_has_no_orphan() -> None:
    assert orphan_findings(finished(), OWN) == ()


@pytest.mark.parametrize("place", ["title", "intro", "gap"])
def test_a_sentence_of_nobody_in_a_section_is_found(place: str) -> None:
    assert codes(with_section(**{place: NOBODYS})) == ["orphan-sentence"]


def test_a_sentence_of_nobody_that_passes_for_a_note_is_found() -> None:
    assert codes(with_item(2, text=NOBODYS)) == ["orphan-sentence"]


def test_a_sentence_of_nobody_in_the_gaps_is_found() -> None:
    pack = finished().model_copy(update={"gaps": (Gap(section="handel", reason=NOBODYS),)})
    assert codes(pack) == ["orphan-sentence"]


@pytest.mark.parametrize(
    "change", [{"title": NOBODYS}, {"alt": NOBODYS}, {"head": ("Jaar", NOBODYS)}, {"rows": (("2026", NOBODYS),)}]
)
def test_a_sentence_of_nobody_in_a_chart_is_found(change: dict[str, object]) -> None:
    chart = Chart(id="c", kind="timeline", title="Handel", alt="Handel", head=("Jaar",), rows=(("2026",),), marks=())
    assert codes(with_section(charts=(chart,))) == []
    assert codes(with_section(charts=(chart.model_copy(update=change),))) == ["orphan-sentence"]


def test_a_text_that_a_message_of_the_catalogue_fills_in_with_a_quotation_is_the_templates() -> None:
    quotation = finished().sections[0].items[0].text
    reason = message("commitment-overdue", "nl", deadline="1 juni 2026", text=quotation)
    assert codes(finished().model_copy(update={"gaps": (Gap(section="", reason=reason),)})) == []
    reason = message("commitment-overdue", "nl", deadline="1 juni 2026", text=NOBODYS)
    assert codes(finished().model_copy(update={"gaps": (Gap(section="", reason=reason),)})) == ["orphan-sentence"]


def test_a_quotation_without_a_citation_is_found() -> None:
    assert codes(with_item(0, citations=())) == ["no-citation"]


def test_own_words_that_pass_for_a_position_are_found() -> None:
    assert codes(with_item(0, quoted=False)) == ["own-words"]


def test_half_a_sentence_is_found() -> None:
    assert codes(with_item(0, text="Het kabinet wil de interne markt", span=Span(0, 32))) == ["orphan-part"]


@given(st.integers(0, 43), st.characters(categories=("Ll", "Lu", "Nd")))
def test_any_other_letter_in_a_quotation_is_found(place: int, letter: str) -> None:
    text = finished().sections[0].items[0].text
    other = text[:place] + letter + text[place + 1 :]
    assert codes(with_item(0, text=other)) == ([] if other == text else ["orphan-quotation"])


@pytest.mark.parametrize(
    "name", ["Kabinet", "Nr.", "12 juni 2026", "Motie Hoogeveen c.s.", "Kamerstukken II, 36 715, nr. 1"]
)
def test_a_name_a_date_and_a_number_state_nothing(name: str) -> None:
    assert codes(with_section(title=name)) == []


def test_a_full_stop_in_the_name_of_a_holder_ends_no_sentence() -> None:
    assert codes(with_item(0, holder="Mr. A.B. de Vries e.a., voorzitter van de werkgroep d.d. 3 mei jl.")) == []


def test_a_story_in_the_place_of_a_name_is_found() -> None:
    assert codes(with_item(0, topic=f"{NOBODYS} {NOBODYS} {NOBODYS}")) == ["orphan-sentence"]


def test_a_section_may_be_without_anything() -> None:
    assert codes(finished().model_copy(update={"sections": (Section(id="leeg", title="Handel"),)})) == []
