"""Saved pages: where the text is, its structure, what stands around it."""

from __future__ import annotations

import pytest

from briefgen.document import Document
from briefgen.errors import SourceError
from briefgen.extraction import extract
from briefgen.readers import read

from .page import page, proven, source


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in document.headings]


def furniture(document: Document, kind: str) -> list[str]:
    return [item.text for item in document.furniture if item.kind == kind]


PROSE = "<p>Het kabinet zet in op een sterke Unie die voor haar veiligheid zelf kan zorgen, ook als dat geld kost.</p>"


def test_only_the_main_part_of_a_page_is_text() -> None:
    document = page(
        "<header><a href='/'>Logo</a></header><nav><ul><li><a href='/a'>Onderwerpen</a></li></ul></nav>"
        f"<main><h1>Een sterke Unie</h1>{PROSE}</main><footer><p>Over deze site</p></footer>"
    )
    assert headings(document) == [(1, "Een sterke Unie")]
    assert len(texts(document)) == 1
    assert furniture(document, "navigation") == ["Logo", "Onderwerpen", "Over deze site"]


@pytest.mark.parametrize(
    "around",
    [
        "<nav class='breadcrumb'>Home</nav>",
        "<div class='m-share js-share'><p>Delen</p></div>",
        "<div id='cookie-banner'><p>Wij plaatsen cookies.</p><button>Akkoord</button></div>",
        "<aside><p>Lees ook dit.</p></aside>",
        "<p style='display: none'>Verborgen tekst.</p>",
        "<p hidden>Verborgen tekst.</p>",
        "<div role='search'><label>Zoeken</label></div>",
        "<form><label>Uw naam</label></form>",
        "<ul><li><a href='/a'>Home</a></li><li><a href='/b'>Kamerleden</a></li><li><a href='/c'>Contact</a></li></ul>",
    ],
)
def test_what_stands_in_the_main_part_and_is_no_text_is_navigation(around: str) -> None:
    document = page(f"<main>{around}<h1>Een sterke Unie</h1>{PROSE * 3}</main>")
    assert len(texts(document)) == 3
    assert furniture(document, "navigation")


def test_scripts_and_styles_are_no_text_at_all() -> None:
    document = page(
        f"<main><script>var a = '<p>nee</p>';</script><style>p {{ }}</style>{PROSE}<!-- ook niet --></main>"
    )
    assert document.length == len(texts(document)[0]) + 1


def test_a_paper_in_a_dialog_is_the_text_of_its_page() -> None:
    document = page(
        "<main><article><h1>Motie van het lid Klos over de Unie</h1><div role='dialog'><div role='document'>"
        "<h2>36 715 Een weerbare Unie</h2><button>Sluiten</button><h2>Nr. 504<br>MOTIE VAN HET LID KLOS</h2>"
        "<p>Voorgesteld 2 juli 2025</p><p>De Kamer,</p><p>verzoekt de regering te<br>handelen,</p>"
        "<p>en gaat over tot de orde van de dag.</p><p>Klos</p></div></div><h2>Stemmingsuitslagen</h2>"
        + "<p>Voor en tegen.</p>" * 9
        + "<a href='/downloads/document?id=2025D31484'>Download</a></article></main>"
    )
    assert texts(document) == [
        "De Kamer,", "verzoekt de regering te handelen,", "en gaat over tot de orde van de dag.", "Klos",
    ]  # fmt: skip
    assert document.metadata.identifiers.kamerstuk == ("36715-504",)
    assert document.metadata.identifiers.document == ("2025D31484",)
    assert document.metadata.date == "2025-07-02"
    assert document.metadata.title == "Motie van het lid Klos over de Unie"
    assert [author.name for author in document.metadata.authors] == ["Klos"]


def test_without_landmarks_the_paragraphs_of_prose_show_where_the_text_is() -> None:
    prose = (
        "<p>" + "Het kabinet wil dat de Unie voor haar veiligheid kan zorgen en dat zij niet van een land afhangt. " * 4
    )
    document = page(
        "<div><div><a href='/1'>Nieuws van de dag</a> <a href='/2'>Over ons</a> <a href='/3'>Contact</a></div>"
        f"<div><h2>Veiligheid</h2>{prose}</p>{prose}</p>{prose}</p></div>"
        "<div><a href='/4'>Privacy</a> <a href='/5'>Colofon</a> <a href='/6'>Vacatures</a></div></div>"
    )
    assert headings(document) == [(1, "Veiligheid")]
    assert len(texts(document)) == 3


def test_headings_nest_by_their_rank_whatever_their_numbers() -> None:
    document = page(f"<main><h2>Deel</h2>{PROSE}<h4>Onderdeel</h4>{PROSE}<h2>Tweede deel</h2>{PROSE}</main>")
    assert headings(document) == [(1, "Deel"), (2, "Onderdeel"), (1, "Tweede deel")]


def test_a_bold_line_heads_what_follows_also_before_a_line_break() -> None:
    document = page(
        "<main><h1>Brief</h1><p><strong>Handel</strong></p><p>Handel is goed.</p>"
        "<p><b>Energie</b><br>Energie is schaars.</p><p><b>Let op:</b> dit is geen kop.</p></main>"
    )
    assert headings(document) == [(1, "Brief"), (2, "Handel"), (2, "Energie")]
    assert texts(document) == ["Handel is goed.", "Energie is schaars.", "Let op: dit is geen kop."]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    document = page("<main><div>Een zin<br>gaat door.<br><br>Een tweede alinea.</div></main>")
    assert texts(document) == ["Een zin gaat door.", "Een tweede alinea."]


def test_items_of_a_list_follow_the_line_that_introduces_them() -> None:
    document = page(
        "<main><p>Het kabinet wil:</p><ul><li>meer handel;</li><li><p>minder regels.</p></li></ul>"
        "<p>Verder:<br>- een punt;<br>- nog een punt.</p></main>"
    )
    assert [(item.kind, item.text) for item in document.paragraphs] == [
        ("body", "Het kabinet wil:"), ("list_item", "meer handel;"), ("list_item", "minder regels."),
        ("body", "Verder:"), ("list_item", "een punt;"), ("list_item", "nog een punt."),
    ]  # fmt: skip
    assert document.paragraphs[1].lead_in == "p1"


def test_a_table_of_data_has_cells_with_places_and_a_caption() -> None:
    document = page(
        "<main><table><caption>Uitgaven</caption><thead><tr><th>Land</th><th colspan=2>Jaar</th></tr></thead>"
        "<tr><td rowspan=2>Polen</td><td>2025</td><td>4,7%</td></tr>"
        "<tr><td>2026</td><td><p>4,8%</p><p>raming</p></td></tr></table></main>"
    )
    (table,) = document.tables
    by_id = document.paragraph_by_id
    assert [(cell.row, cell.column, cell.header, by_id[cell.paragraph].text) for cell in table.cells] == [
        (0, 0, True, "Land"), (0, 1, True, "Jaar"), (1, 0, False, "Polen"), (1, 1, False, "2025"),
        (1, 2, False, "4,7%"), (2, 1, False, "2026"), (2, 2, False, "4,8% raming"),
    ]  # fmt: skip
    assert [caption.text for caption in document.captions] == ["Uitgaven"]


def test_a_table_that_only_sets_out_an_item_is_an_item() -> None:
    document = page(
        "<main><p>It covers:</p><table><tr><td><p>(a)</p></td><td><p>own funds;</p></td></tr></table>"
        "<table><tr><td>(b)</td><td>large exposures.</td></tr></table></main>"
    )
    assert not document.tables
    assert [(item.kind, item.text) for item in document.paragraphs[1:]] == [
        ("list_item", "own funds;"), ("list_item", "large exposures."),
    ]  # fmt: skip
    assert furniture(document, "label") == ["(a)", "(b)"]


def test_an_act_of_the_union_has_its_divisions_and_articles() -> None:
    document = page(
        "<p class='oj-hd-date'>27.6.2013</p><p class='oj-doc-ti'>REGULATION (EU) No 575/2013</p>"
        "<p class='oj-doc-ti'>of 26 June 2013</p><p class='oj-normal'>Whereas:</p>"
        "<p class='oj-ti-section-1'>TITLE I</p><p class='oj-ti-section-2'><span>SCOPE</span></p>"
        "<p class='oj-ti-section-1'>CHAPTER 1</p><p class='oj-ti-art'>Article 1</p><p class='oj-sti-art'>Subject</p>"
        "<p class='oj-normal'>This Regulation lays down rules.</p><p class='oj-doc-ti'>ANNEX I</p><p>Text of it.</p>"
        "<p class='oj-signatory'>The President</p>"
    )
    assert headings(document) == [(1, "TITLE I SCOPE"), (2, "CHAPTER 1"), (3, "Article 1 Subject"), (1, "ANNEX I")]
    assert document.metadata.title == "REGULATION (EU) No 575/2013 of 26 June 2013"
    assert document.metadata.date == "2013-06-26"
    assert furniture(document, "running_head") == ["27.6.2013"]
    assert document.paragraphs[-1].kind == "signature"


def test_the_letterhead_of_a_paper_is_no_text_and_gives_metadata() -> None:
    document = page(
        "<main><h1>36 715 Een weerbare Unie</h1><h1>Nr. 32 BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN</h1>"
        "<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p><p>Den Haag, 27 januari 2026</p>"
        f"{PROSE}<p>De minister van Buitenlandse Zaken,<br>D.M. van Weel</p></main>"
    )
    assert document.metadata.identifiers.kamerstuk == ("36715-32",)
    assert (document.metadata.place, document.metadata.date) == ("Den Haag", "2026-01-27")
    assert document.metadata.addressee == "de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert [author.name for author in document.metadata.authors] == ["D.M. van Weel"]
    assert [item.kind for item in document.paragraphs] == ["body", "signature"]


def test_questions_and_answers_of_a_page_are_pairs() -> None:
    document = page(
        "<main><h1>Antwoord op vragen</h1><h2>Vraag 1</h2><p>Klopt het bericht?</p><h2>Antwoord 1</h2><p>Ja.</p>"
        "<p><strong>Vraag 2</strong><br>Wat gaat u doen?</p><p>Antwoord 2</p><p>Dat staat in de brief.</p></main>"
    )
    assert [(found.numbers, found.question, found.answer) for found in extract(document).questions] == [
        ((1,), "Klopt het bericht?", "Ja."),
        ((2,), "Wat gaat u doen?", "Dat staat in de brief."),
    ]


def test_speakers_of_a_debate_are_headings() -> None:
    document = page(
        "<main><h1>Europese Raad</h1><div><p>De heer <strong>Dijk</strong> (SP):</p><p>Dank u.</p></div>"
        "<div><p>De voorzitter:</p><p>De heer Dijk zei: dank.</p></div></main>"
    )
    assert headings(document) == [(1, "Europese Raad"), (2, "De heer Dijk (SP)"), (2, "De voorzitter")]
    assert texts(document) == ["Dank u.", "De heer Dijk zei: dank."]


def test_links_to_papers_are_links_by_their_normal_form() -> None:
    document = page(
        "<main><p>Zie <a href='https://zoek.officielebekendmakingen.nl/kst-21501-02-2790.html'>het verslag</a>, "
        "<a href='/tkconv/op/ah-tk-20232024-99'>antwoord</a>, <a href='document.html?nummer=2024D51302'>brief</a> en "
        "<a href='https://www.aiv-advies.nl/x'>advies</a>, niet <a href='#top'>boven</a>.</p></main>"
    )
    text = document.paragraphs[0].text
    assert [(link.target, text[slice(*link.span)]) for link in document.links] == [
        ("21501-02-2790", "het verslag"), ("ah-tk-20232024-99", "antwoord"), ("2024D51302", "brief"),
        ("https://www.aiv-advies.nl/x", "advies"),
    ]  # fmt: skip


def test_the_head_of_a_page_gives_metadata() -> None:
    document = page(
        f"<main>{PROSE}</main>",
        "<title>De Unie in 2029 | Clingendael</title><link rel='canonical' href='https://www.clingendael.org/p/unie'>"
        "<meta property='og:title' content='De Unie in 2029'><meta name='DCTERMS.issued' content='2026-03-05T10:00'>"
        "<meta property='og:site_name' content='Clingendael'><meta name='author' content='Adája Stoetman'>",
    )
    found = document.metadata
    assert (found.title, found.date, found.publisher) == ("De Unie in 2029", "2026-03-05", "Clingendael")
    assert found.url == "https://www.clingendael.org/p/unie"
    assert [author.name for author in found.authors] == ["Adája Stoetman"]


def test_linked_data_gives_metadata() -> None:
    document = page(
        f"<main>{PROSE}</main>",
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"headline": "De Unie",'
        '"datePublished": "2026-03", "author": [{"name": "A. Jansen"}], "publisher": {"name": "HCSS"}}]}</script>'
        '<script type="application/ld+json">{kapot</script>',
    )
    found = document.metadata
    assert (found.title, found.date, found.publisher) == ("De Unie", "2026-03", "HCSS")
    assert [author.name for author in found.authors] == ["A. Jansen"]


def test_tags_of_overheid_give_the_number_of_the_paper() -> None:
    document = page(
        f"<main>{PROSE}</main>",
        "<meta name='OVERHEIDop.dossiernummer' content='36800 V'><meta name='OVERHEIDop.ondernummer' content='103'>"
        "<meta name='DC.identifier' content='kst-36800-V-103'>",
    )
    assert document.metadata.identifiers.kamerstuk == ("36800-V-103",)


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset='windows-1252'><p>Oekraïne – één</p>".encode("cp1252"),
        "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-15'><p>Oekraïne – één</p>".replace(
            "–", "-"
        ).encode("iso-8859-15"),
        "<p>Oekraïne – één</p>".encode(),
        "<p>Oekraïne – één</p>".encode("utf-8-sig"),
        "\ufeff<p>Oekraïne – één</p>".encode("utf-16-le"),
    ],
    ids=["windows-1252", "iso-8859-15", "utf-8", "utf-8-mark", "utf-16"],
)
def test_the_encoding_of_a_page_is_the_one_it_declares_or_marks(data: bytes) -> None:
    assert texts(proven(data))[0].replace("-", "–") == "Oekraïne – één"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source-empty"),
        (b"<html><head><title>Leeg</title></head><body></body></html>", "source-not-text"),
        (b"<div>" * 5000 + b"diep", "markup-limits"),
        pytest.param(b"<p>" + b"x" * 11_000_000, "markup-limits", marks=pytest.mark.slow),
        (b"PK\x03\x04 zip", "source-other-format"),
    ],
    ids=["empty", "no-text", "deep", "long", "zip"],
)
def test_what_cannot_be_read_says_so(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data, source())
    assert caught.value.code == code


def test_what_a_page_shows_of_a_paper_above_it_is_no_text() -> None:
    document = page(
        "<main><h1>Kamerstuk</h1><table><tr><th>Datum publicatie</th><th>Dossier- en ondernummer</th></tr>"
        "<tr><td>29-05-2026</td><td>34700 nr. 19</td></tr></table><div class='stuk'>"
        "<h2>34 700 Kabinetsformatie</h2><h2>Nr. 19 BRIEF VAN DE INFORMATEUR</h2>"
        "<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p><p>Den Haag, 29 mei 2026</p>"
        f"{PROSE}</div></main>"
    )
    assert len(texts(document)) == 1
    assert not document.headings
    assert document.metadata.identifiers.kamerstuk == ("34700-19",)


def test_a_tag_that_is_cut_off_does_not_stop_the_reading() -> None:
    document = page(f"<div><a<p>Een zin.</p>{PROSE}</div>")
    assert any("Een zin." in text for text in texts(document))


def test_the_line_with_kind_and_date_of_a_page_is_no_text() -> None:
    document = page(f"<main><h1>Een sterke Unie</h1><p>Nieuwsbericht | 12-06-2026 | 10:15</p>{PROSE}</main>")
    assert len(texts(document)) == 1
    assert document.metadata.date == "2026-06-12"


def test_the_number_of_an_article_is_a_heading() -> None:
    document = page(
        "<main><h1>Wet</h1><p>Artikel 3a</p><p>Deze wet treedt in werking.</p><p>Zie artikel 3a.</p></main>"
    )
    assert headings(document) == [(1, "Wet"), (2, "Artikel 3a")]
