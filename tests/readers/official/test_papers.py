"""Papers of officielebekendmakingen.nl: kamerstuk, motie, written questions, debates."""

from __future__ import annotations

import pytest

from briefgen.document import Document
from briefgen.errors import SourceError
from briefgen.extraction import extract
from briefgen.readers import read
from briefgen.sources import Source

from ..web.page import proven, source

FILE = "seeds/paper.xml"


def paper(
    inner: str,
    *,
    title: str = "BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN",
    dossier: str = "<dossiernr>36 715</dossiernr>",
) -> Document:
    return proven(
        f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
  <metadata><meta name="OVERHEIDop.externMetadataRecord" scheme="" content=""/></metadata>
  <kamerstuk>
    <kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2025-2026</tekstregel>
      <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel></kamerstukkop>
    <dossier><dossiernummer>{dossier}</dossiernummer><titel>Een weerbare Unie</titel></dossier>
    <stuk><stuknr>Nr. <ondernummer kamer="2">32</ondernummer></stuknr><titel>{title}</titel>
      <datumtekst>Ontvangen <datum isodatum="2026-01-27">27 januari 2026</datum></datumtekst>
      <algemeen><vrije-tekst>{inner}</vrije-tekst></algemeen></stuk>
  </kamerstuk>
</officiele-publicatie>""".encode(),
        FILE,
    )


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in document.headings]


def test_the_head_of_a_paper_gives_its_metadata_and_is_no_text() -> None:
    document = paper("<tekst><al>Het kabinet zet in op een weerbare Unie.</al></tekst>")
    assert texts(document) == ["Het kabinet zet in op een weerbare Unie."]
    assert document.metadata.identifiers.kamerstuk == ("36715-32",)
    assert document.metadata.title == "Een weerbare Unie"
    assert document.metadata.date == "2026-01-27"
    assert document.metadata.publisher == "Tweede Kamer der Staten-Generaal"


@pytest.mark.parametrize(
    ("dossier", "expected"),
    [
        ("<dossiernr>36 800</dossiernr><begrotingshoofdstuk>XVII</begrotingshoofdstuk>", "36800-XVII-32"),
        ("<dossiernr>21 501</dossiernr>-<raadnr>20</raadnr>", "21501-20-32"),
        ("\n  <dossiernr>\n  21 501\n </dossiernr>\n - \n<raadnr>\n 08\n</raadnr>", "21501-08-32"),
    ],
)
def test_dossier_and_number_become_the_normal_form(dossier: str, expected: str) -> None:
    document = paper("<tekst><al>Tekst.</al></tekst>", dossier=dossier)
    assert document.metadata.identifiers.kamerstuk == (expected,)


def test_a_note_leaves_its_paragraph_and_keeps_the_place_of_its_mark() -> None:
    document = paper(
        "<tekst><al>De Unie<noot id='n1' type='voet'><noot.nr>1</noot.nr><noot.al>Zie "
        "<extref doc='kst-21501-02-2790' soort='document'>Kamerstuk 21 501-02, nr. 2790</extref>.</noot.al>"
        "<noot.al>Ook de bijlage.</noot.al></noot>, zo blijkt, groeit.</al></tekst>"
    )
    assert texts(document) == ["De Unie, zo blijkt, groeit."]
    (note,) = document.footnotes
    assert (note.label, note.text) == ("1", "Zie Kamerstuk 21 501-02, nr. 2790. Ook de bijlage.")
    assert (note.paragraph, note.offset) == ("p1", len("De Unie"))


def test_references_that_the_xml_marks_up_are_links_with_their_place() -> None:
    document = paper(
        "<tekst><al>Zie het verslag (Kamerstuk <extref doc='kst-21501-02-2790' soort='document'>21 501-02, nr. 2790"
        "</extref>) en <extref soort='URL' doc='https://www.aiv-advies.nl/x'>het advies</extref>.</al></tekst>"
    )
    text = document.paragraphs[0].text
    assert [(link.target, text[slice(*link.span)]) for link in document.links] == [
        ("21501-02-2790", "21 501-02, nr. 2790"),
        ("https://www.aiv-advies.nl/x", "het advies"),
    ]


def test_divisions_give_headings_their_levels_also_where_they_do_not_nest() -> None:
    document = paper(
        "<divisie><kop><nr>1.</nr><titel>Inleiding</titel></kop><tekst><al>Een.</al></tekst></divisie>"
        "<divisie><kop><nr>2.</nr><titel>Inzet</titel></kop>"
        "<divisie><kop><nr>2.1</nr><titel>Handel</titel></kop><tekst><al>Twee.</al></tekst></divisie></divisie>"
        "<divisie><kop><nr>2.2</nr><titel>Energie</titel></kop><tekst><tussenkop kopopmaak='cur'>Gas</tussenkop>"
        "<al>Drie.</al></tekst></divisie>"
    )
    assert headings(document) == [
        (1, "1. Inleiding"), (1, "2. Inzet"), (2, "2.1 Handel"), (2, "2.2 Energie"), (3, "Gas"),
    ]  # fmt: skip


def test_a_bold_line_heads_what_follows() -> None:
    document = paper(
        "<tekst><al><nadruk type='vet'>Krachtenveld</nadruk></al><al>De meeste lidstaten zijn voor.</al>"
        "<al><nadruk type='vet'>Nederland</nadruk> is ook voor.</al></tekst>"
    )
    assert headings(document) == [(1, "Krachtenveld")]
    assert texts(document) == ["De meeste lidstaten zijn voor.", "Nederland is ook voor."]


def test_items_of_lists_have_their_label_apart() -> None:
    document = paper(
        "<tekst><al>Het kabinet wil:</al><lijst type='expliciet'><li><li.nr>a.</li.nr><al>meer handel;</al></li>"
        "<li><li.nr>b.</li.nr><al>minder regels.</al><al>Ook voor het mkb.</al></li></lijst></tekst>"
    )
    assert [(item.kind, item.text) for item in document.paragraphs] == [
        ("body", "Het kabinet wil:"),
        ("list_item", "meer handel;"),
        ("list_item", "minder regels."),
        ("list_item", "Ook voor het mkb."),
    ]
    assert {item.lead_in for item in document.paragraphs[1:]} == {"p1"}


def test_cells_of_a_table_know_their_place_also_where_others_span() -> None:
    document = paper(
        "<tekst><table><title>Uitgaven</title><tgroup cols='3'><colspec colname='c1'/><colspec colname='c2'/>"
        "<colspec colname='c3'/><thead><row><entry colname='c1'><al>Land</al></entry>"
        "<entry namest='c2' nameend='c3'><al>Jaar</al></entry></row></thead><tbody>"
        "<row><entry morerows='1'><al>Polen</al></entry><entry><al>2025</al></entry><entry><al>4,7%</al></entry></row>"
        "<row><entry><al>2026</al></entry><entry><al>4,8%</al></entry></row></tbody></tgroup></table></tekst>"
    )
    (table,) = document.tables
    by_id = document.paragraph_by_id
    assert [(cell.row, cell.column, cell.header, by_id[cell.paragraph].text) for cell in table.cells] == [
        (0, 0, True, "Land"), (0, 1, True, "Jaar"), (1, 0, False, "Polen"), (1, 1, False, "2025"),
        (1, 2, False, "4,7%"), (2, 1, False, "2026"), (2, 2, False, "4,8%"),
    ]  # fmt: skip
    assert [caption.text for caption in document.captions] == ["Uitgaven"]


def test_a_signature_gives_the_author() -> None:
    document = paper(
        "<tekst><al>Tot zover.</al></tekst><tekst-sluiting><ondertekening><functie>De Minister van Buitenlandse Zaken,"
        "</functie><naam><achternaam>D.M. van Weel</achternaam></naam></ondertekening></tekst-sluiting>"
    )
    assert document.paragraphs[-1].kind == "signature"
    assert [(author.name, author.role) for author in document.metadata.authors] == [
        ("D.M. van Weel", "Minister van Buitenlandse Zaken")
    ]


def test_a_motion_has_its_movers_and_its_own_title() -> None:
    document = paper(
        "<tekst><al>De Kamer,</al><al>gehoord de beraadslaging,</al><al>verzoekt de regering te handelen,</al>"
        "<al>en gaat over tot de orde van de dag.</al><al-groep><al>Van Baarle</al><al>Kostić</al></al-groep></tekst>",
        title="GEWIJZIGDE MOTIE VAN HET LID VAN BAARLE C.S.",
    )
    assert document.metadata.title == "GEWIJZIGDE MOTIE VAN HET LID VAN BAARLE C.S."
    assert [author.name for author in document.metadata.authors] == ["Van Baarle", "Kostić"]
    assert [item.kind for item in document.paragraphs] == ["body"] * 4 + ["signature"] * 2


QUESTIONS = """<officiele-publicatie><kamervragen>
  <kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023–2024</tekstregel></kamervraagkop>
  <kamervraagnummer>2271</kamervraagnummer>
  <kamervraagomschrijving>Vragen van het lid <naam><achternaam>Klos</achternaam></naam> (<politiek>D66</politiek>) over
    <kamervraagonderwerp>de tijdelijke tolken</kamervraagonderwerp>.</kamervraagomschrijving>
  <vraag><nr>Vraag 1</nr><al>Klopt het bericht?<noot type="voet"><noot.nr>1</noot.nr>
    <noot.al>NRC, 3 mei.</noot.al></noot></al></vraag>
  <antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
  <vraag><kop><label>Vraag</label><nr>2</nr></kop><al>Wat gaat u doen?</al></vraag>
  <vraag><kop><label>Vraag</label><nr>3</nr></kop><al>En wanneer?</al></vraag>
  <antwoord><kop><label>Antwoord</label><nr>2 en 3</nr></kop><al>Dat staat in de brief.</al>
    <al>Die komt nog.</al></antwoord>
</kamervragen></officiele-publicatie>"""


def test_written_questions_have_their_answers() -> None:
    document = proven(QUESTIONS.encode(), FILE)
    assert document.metadata.identifiers.publication == ("ah-tk-20232024-2271",)
    assert document.metadata.title == "de tijdelijke tolken"
    found = [(question.numbers, question.question, question.answer) for question in extract(document).questions]
    assert found == [
        ((1,), "Klopt het bericht?", "Ja."),
        ((2, 3), "Wat gaat u doen? En wanneer?", "Dat staat in de brief. Die komt nog."),
    ]
    kinds = [(item.kind, item.text) for item in document.paragraphs]
    assert ("question", "En wanneer?") in kinds
    assert ("answer", "Die komt nog.") in kinds


@pytest.mark.parametrize(
    "paper",
    [
        "<vraag><nr>1</nr><al>Klopt het?</al></vraag><antwoord><nr>1</nr><al>Ja.</al></antwoord>",
        "<vraag><kop><nr>1.</nr></kop><al>Klopt het?</al></vraag><antwoord><al>Ja.</al></antwoord>",
        "<vraag><nr>Vraag 1</nr><al>Klopt het?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>",
    ],
)
def test_a_bare_number_is_that_of_a_question_or_an_answer_by_its_element(paper: str) -> None:
    document = proven(f"<kamervragen>{paper}</kamervragen>".encode(), FILE)
    assert [(found.question, found.answer) for found in extract(document).questions] == [("Klopt het?", "Ja.")]


DEBATE = """<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord"
  content="https://zoek.officielebekendmakingen.nl/h-tk-20242025-12-4/metadata.xml"/></metadata>
<handelingen><agendapunt><nr>4</nr><item-titel>Europese Raad</item-titel>
 <spreekbeurt><spreker><voorvoegsels>De</voorvoegsels><naam><achternaam>voorzitter</achternaam></naam>:</spreker>
  <tekst><al>Het woord is aan de heer Klos.</al></tekst></spreekbeurt>
 <spreekbeurt><spreker>
   <voorvoegsels>
    De heer
   </voorvoegsels>
   <naam><achternaam>
     Klos
   </achternaam></naam>
   (
   <politiek>
    D66
   </politiek>
   ):
  </spreker>
  <tekst><al>Ik dien een motie in.</al>
   <motie><kop><titel>Motie</titel></kop><al>De Kamer,</al><al>verzoekt de regering te handelen,</al>
    <al>en gaat over tot de orde van de dag.</al>
    <motie-info><spreker><voorvoegsels>De</voorvoegsels><naam><achternaam>voorzitter</achternaam></naam>:</spreker>
     <al>Zij krijgt nr. <extref doc="kst-21501-20-2100">2100</extref>
     (<extref doc="kst-21501-20-2100">21501-20</extref>).</al></motie-info></motie>
   <al>Dank u wel.</al></tekst></spreekbeurt>
 <tekst><al>De vergadering wordt geschorst.</al></tekst>
 <spreekbeurt><spreker><voorvoegsels>Minister</voorvoegsels><naam><achternaam>Van Weel</achternaam></naam>:</spreker>
  <tekst><al>Ik ontraad de motie.</al></tekst></spreekbeurt>
</agendapunt></handelingen></officiele-publicatie>"""


def test_each_paragraph_of_a_debate_stands_under_who_said_it() -> None:
    document = proven(DEBATE.encode(), FILE)
    paths = {item.text: item.heading_path[1:] for item in document.paragraphs}
    assert paths["Ik dien een motie in."] == ("De heer Klos (D66)",)
    assert paths["De Kamer,"] == ("De heer Klos (D66)", "Motie")
    assert paths["Zij krijgt nr. 2100 (21501-20)."] == ("De voorzitter",)
    assert paths["Dank u wel."] == ("De heer Klos (D66)",)
    assert paths["De vergadering wordt geschorst."] == ()
    assert paths["Ik ontraad de motie."] == ("Minister Van Weel",)


def test_turns_name_the_speaker_with_party_or_role() -> None:
    document = proven(DEBATE.encode(), FILE)
    assert [(turn.speaker, turn.party, turn.role) for turn in document.turns] == [
        ("voorzitter", None, None),
        ("Klos", "D66", None),
        ("voorzitter", None, None),
        ("Klos", "D66", None),
        ("Van Weel", None, "Minister"),
    ]
    assert document.metadata.identifiers.publication == ("h-tk-20242025-12-4",)
    assert document.metadata.authors == ()


@pytest.mark.parametrize(
    "mark", [b"\xef\xbb\xbf", b"\xc3\xaf\xc2\xbb\xc2\xbf", b"\xef\xbb\xbf\xc3\xaf\xc2\xbb\xc2\xbf\n"]
)
def test_byte_order_marks_and_doubly_encoded_text_are_mended(mark: bytes) -> None:
    text = "<?xml version='1.0' encoding='utf-8'?><stuk><al>Dat is één voorstel voor Oekraïne.</al></stuk>"
    twice = text.encode().decode("cp1252").encode()
    assert texts(proven(mark + twice, FILE)) == ["Dat is één voorstel voor Oekraïne."]


def test_a_named_entity_of_html_is_its_character() -> None:
    assert texts(proven(b"<stuk><al>Oekra&iuml;ne&nbsp;&amp; Polen</al></stuk>", FILE)) == ["Oekraïne & Polen"]


def test_what_is_not_well_formed_is_read_and_reported() -> None:
    document = proven(b"<stuk><al>Een zin & nog een.</al><al>Een tweede <nadruk>zin.</al><al>En", FILE)
    assert texts(document)[0].startswith("Een zin")
    assert [problem.code for problem in document.diagnostics] == ["markup-repaired"]


def test_an_element_that_nobody_knows_keeps_its_text() -> None:
    document = paper("<tekst><nieuw><al>Een.</al><anders>Twee.</anders></nieuw></tekst>")
    assert texts(document) == ["Een.", "Twee."]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><stuk><al>&b;</al></stuk>", "markup-entities"),
        (b"<stuk>" + b"<al>" * 3000 + b"diep" + b"</al>" * 3000 + b"</stuk>", "markup-limits"),
        pytest.param(b"<stuk><al>" + b"x" * 11_000_000 + b"</al></stuk>", "markup-limits", marks=pytest.mark.slow),
        (b"<rss><channel><title>Nieuws</title></channel></rss>", "xml-other-schema"),
        (b"<stuk><al></al></stuk>", "xml-other-schema"),
        (b"geen opmaak", "markup-unreadable"),
        (b"", "source-empty"),
        (b"%PDF-1.7", "source-other-format"),
    ],
    ids=["entities", "deep", "long", "rss", "no-text", "no-markup", "empty", "pdf"],
)
def test_what_cannot_be_read_says_so(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data, source(FILE))
    assert caught.value.code == code


def test_no_other_file_is_read() -> None:
    data = b"<!DOCTYPE stuk SYSTEM 'file:///etc/passwd'><stuk><al>Tekst.</al></stuk>"
    assert texts(proven(data, FILE)) == ["Tekst."]


def test_the_source_is_kept() -> None:
    given = Source(id="x", label="X", kind="motie", file=FILE, sha256="", holder="Kamer")
    assert read(b"<stuk><al>Tekst.</al></stuk>", given).source == given
