import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from briefgen.conformance import check
from briefgen.conformance.figures import SAYS_NOTHING
from briefgen.conformance.links import ADDRESS
from briefgen.conformance.lists import COUNTING, LABELLED
from briefgen.tagged import read_tagged

from .faults import broken, elements
from .pages import good, rendered


def _rules(data: bytes) -> set[str]:
    return {finding.rule for finding in check(read_tagged(data, "proef.pdf"), "proef.pdf").findings}


def test_a_file_that_does_not_begin_as_pdf_1_is_found() -> None:
    assert "header" in _rules(good().replace(b"%PDF-1.7", b"%PDF-2.0", 1))


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
