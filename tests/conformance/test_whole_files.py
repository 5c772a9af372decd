import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from briefgen.conformance import check
from briefgen.conformance.describing import DATE, INFO_DATE
from briefgen.conformance.figures import SAYS_NOTHING
from briefgen.conformance.furniture import WORD
from briefgen.conformance.links import ADDRESS
from briefgen.conformance.lists import COUNTING, LABELLED
from briefgen.conformance.looks import BULLET
from briefgen.conformance.navigation import PAGE_NUMBER, folded
from briefgen.conformance.wholeness import SAYS_NOTHING as TITLE_SAYS_NOTHING
from briefgen.tagged import read_tagged

from .faults import broken, elements
from .pages import good, rendered


def _rules(data: bytes) -> set[str]:
    return {finding.rule for finding in check(read_tagged(data, "proef.pdf"), "proef.pdf").findings}


def test_a_file_that_does_not_begin_as_pdf_1_is_found() -> None:
    assert "header" in _rules(good().replace(b"%PDF-1.7", b"%PDF-2.0", 1))


def test_a_file_that_may_be_taken_for_text_is_found() -> None:
    first, second, rest = good().split(b"\n", 2)
    assert second.startswith(b"%")
    assert "taken-for-text" in _rules(b"\n".join((first, b"%abcd"[: len(second)].ljust(len(second)), rest)))


@pytest.mark.parametrize(("rest", "found"), [(b"", False), (b"\n", False), (b"\nx", True), (b"\n\n", True)])
def test_a_file_that_goes_on_after_its_end_is_found(rest: bytes, found: bool) -> None:
    assert ("rest-after-end" in _rules(good().rstrip() + rest)) == found


def test_a_file_without_identifier_is_found() -> None:
    assert "no-identifier" in _rules(good().replace(b"/ID [", b"/IX [", 1))


def test_a_file_that_is_locked_without_a_password_is_found() -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as file:
        file.save(made, encryption=pikepdf.Encryption(owner="geheim", user=""))
    assert "encrypted" in _rules(made.getvalue())


def test_a_longer_file_without_headings_is_found() -> None:
    def without_headings(file: pikepdf.Pdf) -> None:
        for heading in (*elements(file, "H1"), *elements(file, "H2")):
            heading.S = pikepdf.Name.P
        while len(file.pages) < 5:
            file.add_blank_page()

    assert "no-headings" in _rules(broken(good(), without_headings))


def _long() -> bytes:
    parts = "".join(f'<h1 style="break-before: page">Deel {number}</h1><p>Woorden.</p>' for number in range(21))
    return rendered(f'<html lang="nl"><head><title>Lang</title></head><body>{parts}</body></html>')


def test_a_long_file_without_outline_is_found() -> None:
    def without_outline(file: pikepdf.Pdf) -> None:
        del file.Root.Outlines

    assert not _rules(_long())
    assert _rules(broken(_long(), without_outline)) == {"no-outline"}


def test_a_head_of_a_table_that_is_tagged_twice_is_found() -> None:
    def repeated(file: pikepdf.Pdf) -> None:
        for row, head in zip(elements(file, "TR")[30:31], elements(file, "TR")[:1], strict=True):
            for cell, name in zip(row.K, head.K, strict=True):
                cell.S, cell.K, cell.A = pikepdf.Name.TH, name.K, name.A
                cell.Pg = name.Pg

    assert "repeated-head" in _rules(broken(good(), repeated))


def test_a_finding_says_where_it_is_what_to_do_and_which_clause_says_so() -> None:
    def nameless(file: pikepdf.Pdf) -> None:
        del elements(file, "Figure")[0].Alt

    [finding] = check(read_tagged(broken(good(), nameless), "proef.pdf"), "proef.pdf").findings
    assert finding.page == 4
    assert finding.text("nl") == (
        "pagina 4, Figure: deze afbeelding heeft geen alternatieve tekst. Beschrijf wat zij laat zien. "
        "[ISO 14289-1, 7.3; Matterhorn 13-004; ISO 19005-3, 6.7.5]"
    )


@pytest.mark.parametrize("text", ["kaart.png", "img/Kaart 1.SVG", "Figuur 3", "image", "Afbeelding", "grafiek 2."])
def test_a_text_that_names_a_file_or_a_picture_says_nothing(text: str) -> None:
    assert SAYS_NOTHING.fullmatch(text)


@pytest.mark.parametrize("text", ["Een kaart van de Unie", "Figuur 3: steun per lidstaat", "Tijdlijn 2026-2029"])
def test_a_description_says_something(text: str) -> None:
    assert not SAYS_NOTHING.fullmatch(text)


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://x.nl", "mailto:a@b.nl", "urn:nbn:nl:1"])
def test_a_whole_address_leads_somewhere(address: str) -> None:
    assert ADDRESS.fullmatch(address)


@pytest.mark.parametrize(
    "address", ["", "stuk.html", "#slot", "https://", "www.example.org", "https://a b.nl/", "brief:/x"]
)
def test_part_of_an_address_leads_nowhere(address: str) -> None:
    assert not ADDRESS.fullmatch(address)


@pytest.mark.parametrize("title", ["Microsoft Word - nota.docx", "brief.html", "Untitled", "Document 1", "naamloos"])
def test_a_title_that_names_a_file_says_nothing(title: str) -> None:
    assert TITLE_SAYS_NOTHING.fullmatch(title)


@pytest.mark.parametrize("title", ["Nota over het voorzitterschap", "Documenten van 2029", "Raad 3.2: stand van zaken"])
def test_a_title_that_says_what_it_is_about_is_fine(title: str) -> None:
    assert not TITLE_SAYS_NOTHING.fullmatch(title)


@pytest.mark.parametrize("date", ["2026", "2026-05", "2026-05-01", "2026-05-01T09:30:00Z", "2026-05-01T09:30+02:00"])
def test_a_date_of_the_metadata_is_recognised(date: str) -> None:
    assert DATE.fullmatch(date)


@pytest.mark.parametrize("date", ["1 mei 2026", "2026-5-1", "gisteren", "2026-05-01 09:30", "D:20260501"])
def test_any_other_date_is_not(date: str) -> None:
    assert not DATE.fullmatch(date)


def test_the_day_of_the_document_information_is_found() -> None:
    assert [INFO_DATE.fullmatch(date) is not None for date in ("D:20260501093000+02'00'", "D:2026", "2026-05-01")] == [
        *(True, True, False)
    ]


@pytest.mark.parametrize("text", ["12 Kalender", "Kalender . . . . 12", "Kalender 12", "Kalender…12"])
def test_the_number_of_a_page_in_a_table_of_contents_is_left_out(text: str) -> None:
    assert PAGE_NUMBER.sub("", text).strip() == "Kalender"


@pytest.mark.parametrize("text", ["Kalender", "Top 10-lijst van 2029 en verder"])
def test_other_numbers_in_a_title_stay(text: str) -> None:
    assert PAGE_NUMBER.sub("", text) == text


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Kamer\u00adstukken", "Kamerstukken"),
        ("Kern van de zaak", "Kern van\nde zaak"),
        ("\u05e9\u05dc\u05d5\u05dd 2029", "\u05dd\u05d5\u05dc\u05e9 2029"),
        ("o\u0308ffentlich", "\u00f6ffentlich"),
    ],
)
def test_titles_that_look_the_same_are_the_same(title: str, written: str) -> None:
    assert folded(title) == folded(written)


@pytest.mark.parametrize(("text", "begins"), [("•", True), ("▪ punt", True), ("– streep", False), ("•punt", False)])
def test_a_paragraph_that_begins_with_a_bullet_is_recognised(text: str, begins: bool) -> None:
    assert (BULLET.match(text) is not None) == begins


@pytest.mark.parametrize(("text", "has"), [("Inhoud", True), ("Raad 12", True), ("A4", False), ("12–15", False)])
def test_a_word_is_recognised(text: str, has: bool) -> None:
    assert (WORD.search(text) is not None) == has


@pytest.mark.parametrize("text", ["• punt", "1. eerst", "b) dan", "– streep", "(iv) slot", "- koppelteken"])
def test_an_item_that_begins_with_its_label_is_recognised(text: str) -> None:
    assert LABELLED.match(text)


@pytest.mark.parametrize("text", ["Een punt", "2029 is het jaar", "EU-lidstaten", "1.5 procent", "1.000 euro"])
def test_an_item_that_begins_with_a_word_or_a_number_has_no_label(text: str) -> None:
    assert not LABELLED.match(text)


def test_signs_do_not_count_and_numbers_do() -> None:
    assert all(COUNTING.fullmatch(label) for label in ("1.", "12)", "b.", "(iv)", "A"))
    assert not any(COUNTING.fullmatch(label) for label in ("•", "–", "Artikel 3", "▪"))


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_good_file_is_good_for_verapdf_too(profile: str, tmp_path: Path) -> None:
    program = shutil.which("verapdf")
    if program is None:
        pytest.skip("verapdf is not installed: the good file is judged by our own rules alone")
    path = tmp_path / "proef.pdf"
    path.write_bytes(good())
    result = subprocess.run(
        [program, "--flavour", profile, "--format", "text", path], capture_output=True, text=True, check=False
    )
    assert result.stdout.startswith("PASS")
