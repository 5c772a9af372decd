"""Named patterns of pages and papers, with lines that they must and must not match."""

from __future__ import annotations

import pytest

from briefgen.readers.trees.letterhead import PUT_FORWARD
from briefgen.readers.trees.links import target_of
from briefgen.readers.trees.motions import MOTION_END
from briefgen.readers.trees.parsing import ENCODING, OWN_DECLARATIONS
from briefgen.readers.web.flow import HEADING_CLASS, SPEAKER
from briefgen.readers.web.furniture import HIDING
from briefgen.readers.web.metadata import ISO, SITE
from briefgen.readers.web.notes import BACK, LABEL


@pytest.mark.parametrize(
    "line",
    [
        "Voorgesteld 2 juli 2025",
        "Gewijzigd voorgesteld 3 december 2024",
        "Vastgesteld 14 mei 2019",
        "Ontvangen op 20 februari 2025.",
    ],
)
def test_the_line_that_puts_a_paper_forward(line: str) -> None:
    assert PUT_FORWARD.match(line)


@pytest.mark.parametrize("line", ["Voorgesteld wordt om 2 juli 2025 te stemmen.", "Het is 2 juli 2025 vastgesteld."])
def test_a_sentence_with_a_date_puts_no_paper_forward(line: str) -> None:
    assert not PUT_FORWARD.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "De heer Dijk (SP):",
        "De voorzitter:",
        "Minister Van Weel:",
        "Mevrouw Van der Plas (BBB) :",
        "Staatssecretaris Tuinman:",
    ],
)
def test_the_line_of_a_speaker(line: str) -> None:
    assert SPEAKER.fullmatch(line)


@pytest.mark.parametrize(
    "line",
    [
        "De heer Dijk zei dit: nee.",
        "De minister:",
        "Het kabinet wil:",
        "De heer Dijk. Hij wil:",
        "Mevrouw de voorzitter.",
    ],
)
def test_a_line_that_names_no_speaker(line: str) -> None:
    assert not SPEAKER.fullmatch(line)


def test_the_end_of_a_motion() -> None:
    assert MOTION_END.match("en gaat over tot de orde van de dag.")
    assert MOTION_END.match("en gaan over tot de orde van de dag")
    assert not MOTION_END.match("De Kamer gaat over tot de orde van de dag.")


@pytest.mark.parametrize("label", ["1", "[12]", "( 3 )", "a", "iv", "*", "†", "1."])
def test_the_label_of_a_note(label: str) -> None:
    assert LABEL.fullmatch(label)


@pytest.mark.parametrize("label", ["2026", "artikel 1", "1.2", "zie", ""])
def test_a_link_that_is_no_label(label: str) -> None:
    assert not LABEL.fullmatch(label)


def test_the_way_back_from_a_note() -> None:
    assert all(BACK.fullmatch(text) for text in ("↩", "↩︎", "↑", "^", "Terug naar tekst", "terug"))
    assert not any(BACK.fullmatch(text) for text in ("Terugkeer en opvang van vluchtelingen in de Unie", "1", "advies"))


def test_a_class_that_ranks_a_heading() -> None:
    assert [HEADING_CLASS.fullmatch(name)["level"] for name in ("manualheading2", "heading-3", "numheading1")] == [
        "2", "3", "1",
    ]  # fmt: skip
    assert not any(HEADING_CLASS.fullmatch(name) for name in ("heading", "subheading2", "heading-wide"))


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://zoek.officielebekendmakingen.nl/kst-21501-02-2790.html", "21501-02-2790"),
        ("https://zoek.officielebekendmakingen.nl/kst-36800-V-103.pdf?x=1", "36800-V-103"),
        ("kst-36715-32", "36715-32"),
        ("/tkconv/op/ah-tk-20232024-99", "ah-tk-20232024-99"),
        ("stcrt-2013-15497", "stcrt-2013-15497"),
        ("kst-1268678", "https://zoek.officielebekendmakingen.nl/kst-1268678.html"),
        ("dossier/36600-XXIII", "https://zoek.officielebekendmakingen.nl/dossier/36600-XXIII"),
        ("https://www.tweedekamer.nl/kamerstukken/detail?id=2025Z13886&did=2025D31484", "2025D31484"),
        ("https://www.aiv-advies.nl/x", "https://www.aiv-advies.nl/x"),
        ("#top", None),
        ("mailto:info@example.org", None),
        ("/onderwerpen", None),
    ],
)
def test_what_an_address_leads_to(address: str, target: str | None) -> None:
    assert target_of(address) == target


def test_the_declared_encoding() -> None:
    assert ENCODING.search(b"<?xml version='1.0' encoding='ISO-8859-1'?>")[1] == b"ISO-8859-1"
    assert ENCODING.search(b"<meta http-equiv=x content='text/html; charset=windows-1252'>")[1] == b"windows-1252"
    assert not ENCODING.search(b"<p>charset=utf-8</p>")


def test_a_document_type_that_defines_entities() -> None:
    assert OWN_DECLARATIONS.search("<!DOCTYPE x [\n <!ENTITY a 'b'>]>")
    assert not OWN_DECLARATIONS.search("<!DOCTYPE html><p>[<!ENTITY a 'b'>]</p>")


def test_a_style_that_hides() -> None:
    assert HIDING.search("color: red; Display : none")
    assert not HIDING.search("display: block")


def test_a_title_without_the_name_of_its_site() -> None:
    assert SITE.sub("", "Passend onderwijs | Tweede Kamer der Staten-Generaal") == "Passend onderwijs"
    assert SITE.sub("", "NAVO-top en EU-top") == "NAVO-top en EU-top"


def test_an_iso_date_at_the_start_of_a_value() -> None:
    assert ISO.match("2026-01-27T10:00:00+01:00")[0] == "2026-01-27"
    assert not ISO.match("27-01-2026")
