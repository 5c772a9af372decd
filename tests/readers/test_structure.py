"""Paragraphs, lists, headings, tables, captions, pull-quotes and signatures as a reader of the paper sees them."""

from __future__ import annotations

import pytest

from briefgen.readers.headings import INNER_STOP
from briefgen.readers.levels import NUMBERING, is_division, is_part
from briefgen.readers.patterns import EXCHANGE, PARTY

from .reading import document_of, furniture, headings, texts

PROSE = (
    "De Russische agressieoorlog duurt al langer dan vier jaar en blijft de grootste directe dreiging voor Europa. "
    "Daarnaast tasten conflicten in het Midden-Oosten de Europese belangen aan."
)

WRAPPED = """\
Het kabinet benadrukt dat naast de EU ook andere samenwerkingsverbanden een belangrijke
rol hebben. De NAVO is het belangrijkste samenwerkingsverband op gebied van de Euro-
Atlantische veiligheid. Zo richten we ons wat economische belangen betreft op stabiele lage-
en middeninkomenslanden en wat veiligheid betreft op de nabuurregio’s van Europa zelf.
Dat geldt ook voor de samenwerking.
De toenemende spanningen onderstrepen de noodzaak dat lidstaten zich beter beschermen.
Dit vraagt om urgente actie van Europa ten aanzien van de samenwerking op het gebied van
defensie. Het kabinet ziet toegevoegde waarde in de EPG als een forum voor uitwisseling en
samenwerking en geeft de voorkeur aan een flexibele en lichte structuur van dat verband.
"""


def test_broken_lines_are_joined_and_a_short_line_ends_a_paragraph() -> None:
    first, second = texts(document_of(WRAPPED))
    assert "op gebied van de Euro-Atlantische veiligheid" in first
    assert "stabiele lage- en middeninkomenslanden" in first
    assert first.endswith("ook voor de samenwerking.")
    assert second.startswith("De toenemende spanningen")


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert len(texts(document_of(f"{PROSE}\n{PROSE} Nog een zin.\n"))) == 2


def test_a_paragraph_that_a_picture_and_a_pull_quote_interrupt_is_made_whole() -> None:
    document = document_of(
        f"{PROSE} Dit zou kunnen uitmonden in een nieuwe ‘deal’, in ruil voor\n\n\n\n"
        "Europese leiders tijdens de top op 2 maart 2025. © NATO via Flickr\n\n"
        "Het gezag dat Rutte had opgebouwd is verdampt en moet weer worden opgebouwd\n\n"
        "een substantiële verschuiving van lasten. Het gezag dat premier Rutte had opgebouwd is verdampt en moet weer "
        "worden opgebouwd.\n"
    )
    assert len(document.paragraphs) == 1
    assert "in ruil voor een substantiële verschuiving" in texts(document)[0]
    assert document.captions[0].text == "Europese leiders tijdens de top op 2 maart 2025. © NATO via Flickr"
    assert document.captions[0].after == "p1"
    assert document.pull_quotes[0].repeats == "p1"


def test_a_pull_quote_repeats_a_sentence_nearby_with_a_word_less() -> None:
    document = document_of(
        f"{PROSE}\n\nDe kernvraag is niet alleen hoeveel we uitgeven, maar hoe we onze inspanningen organiseren\n\n"
        "De kernvraag is echter niet alleen hoeveel we uitgeven, maar vooral hoe we onze inspanningen organiseren, met "
        "wie we ons verbinden en op welke grondslagen staten samenwerken.\n"
    )
    assert document.pull_quotes[0].repeats == "p2"
    assert len(document.paragraphs) == 2


def test_items_of_a_list_know_what_introduces_them() -> None:
    document = document_of(
        f"{PROSE} Er zijn drie wegen:\n\n- Constructieve onthouding.\n- ▶ Afkopen van\n\nveto's.\n\uf0b7 Druk.\n"
    )
    assert [paragraph.kind for paragraph in document.paragraphs] == ["body", "list_item", "list_item", "list_item"]
    assert texts(document)[1:] == ["Constructieve onthouding.", "Afkopen van veto's.", "Druk."]
    assert {paragraph.lead_in for paragraph in document.paragraphs[1:]} == {"p1"}


def test_headings_without_markup_get_level_and_parent() -> None:
    document = document_of(
        f"{PROSE}\n\n1. Een realistisch buitenlandbeleid\n\n{PROSE}\n\nWe blijven Oekraïne steunen\n\n{PROSE}\n\n"
        f"2. Wat we gaan doen\n\nVerantwoordelijkheid nemen\n\n{PROSE}\n"
    )
    assert headings(document) == [
        (1, "1. Een realistisch buitenlandbeleid"),
        (2, "We blijven Oekraïne steunen"),
        (1, "2. Wat we gaan doen"),
        (2, "Verantwoordelijkheid nemen"),
    ]
    assert document.headings[1].parent == "h1"
    assert document.paragraphs[-1].heading_path == ("2. Wat we gaan doen", "Verantwoordelijkheid nemen")


def test_markdown_headings_keep_their_depth_and_lose_their_signs() -> None:
    document = document_of(f"# Brief\n\n{PROSE}\n\n## Inzet *Nederland*\n\n{PROSE}\n\n---\n\n### Slot\n\n{PROSE}\n")
    assert headings(document) == [(1, "Brief"), (2, "Inzet Nederland"), (3, "Slot")]


def test_questions_and_answers_are_told_apart() -> None:
    document = document_of(
        "I Vragen en opmerkingen vanuit de fracties\n\n"
        "Vragen en opmerkingen van de leden van de D66-fractie\n\n"
        "De leden van de D66-fractie hebben kennisgenomen van de brief en hebben nog enkele vragen.\n\n"
        "De leden van de D66-fractie vragen hoe het kabinet dit ziet.\n\n"
        "1. Antwoord van het kabinet\n\nHet kabinet zet in op een sterke Unie.\n\n"
        "Deze leden vragen voorts wanneer de Kamer wordt geïnformeerd.\n\n"
        "2. Antwoord van het kabinet\n\nVoor de zomer.\n"
    )
    assert [paragraph.kind for paragraph in document.paragraphs] == ["body", "question", "answer", "question", "answer"]
    assert [level for level, _ in headings(document)] == [1, 2, 3, 3]


def test_lines_with_tabs_are_a_table_also_over_a_page_break() -> None:
    document = document_of(
        f"{PROSE}\n\nScenario\tDe zure appel van de snelle afbouw\tKoorddans met behoud van het anker\n"
        "Risico\tVerhoogd risico doordat kosten asymmetrisch uitvallen\tMiddelmatig tot hoog\n\n"
        "Gevolg\tKracht\tHoog doordat capaciteiten intact blijven\tLaag in openlijke zin\n"
    )
    (table,) = document.tables
    cells = {(cell.row, cell.column): document.paragraph_by_id[cell.paragraph].text for cell in table.cells}
    assert cells[0, 0] == "Scenario"
    assert cells[0, 2] == "De zure appel van de snelle afbouw"
    assert cells[2, 1] == "Kracht"
    assert cells[2, 3] == "Laag in openlijke zin"
    heads = {(cell.row, cell.column) for cell in table.cells if cell.header}
    assert heads == {(0, 0), (0, 2), (0, 3), (1, 0), (2, 0), (2, 1)}


def test_signatures_name_role_and_person() -> None:
    document = document_of(
        f"{PROSE}\n\nDe minister van Buitenlandse Handel en\nOntwikkelingssamenwerking,\nS.W. Sjoerdsma\n"
    )
    assert [(paragraph.kind, paragraph.text) for paragraph in document.paragraphs][1:] == [
        ("signature", "De minister van Buitenlandse Handel en Ontwikkelingssamenwerking, S.W. Sjoerdsma")
    ]
    (author,) = document.metadata.authors
    assert (author.name, author.role) == (
        "S.W. Sjoerdsma",
        "minister van Buitenlandse Handel en Ontwikkelingssamenwerking",
    )


def test_markup_and_invisible_characters_do_not_reach_the_text() -> None:
    document = document_of(
        "[bookmark: _Hlk1]De *Coalition of the **Willing*** is de 18^e in [de lijst](#) van Europa\u200b.<br/> "
        "Dat is zo.\n"
    )
    assert texts(document) == ["De Coalition of the Willing is de 18e in de lijst van Europa. Dat is zo."]
    assert furniture(document, "bookmark") == ["[bookmark: _Hlk1]"]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("27. Antwoord van het kabinet", True),
        ("Vraag 4 en 5", True),
        ("Antwoorden op vraag 3, 4, 5, 9 en 10", True),
        ("Antwoord op vraag 3 is dat het kabinet dit steunt.", False),
        ("Vragen en opmerkingen vanuit de fracties", False),
    ],
)
def test_labels_of_questions_and_answers(text: str, matches: bool) -> None:
    assert bool(EXCHANGE.match(text)) is matches


def test_headings_of_parties_parts_and_divisions() -> None:
    assert PARTY.fullmatch("Vragen en opmerkingen van de leden van de GroenLinks-PvdA-fractie")
    assert not PARTY.fullmatch("Vragen en opmerkingen vanuit de fracties")
    assert is_part("Thema 4 | Dilemma's van EU-uitbreiding")
    assert not is_part("Thema’s van de conferentie")
    assert is_division("Aanbeveling II.: Herijk de Nederlandse inzet")
    assert not is_division("Aanbevelingen voor het kabinet")
    assert NUMBERING.match("2.3 Beoordeling en inzet")
    assert not NUMBERING.match("2029 is het jaar")
    assert INNER_STOP.search("Dit is een zin. Dit ook")
    assert not INNER_STOP.search("Rede van J. de Vries t.a.v. Europa")


def test_words_that_the_typesetter_broke_are_whole_again() -> None:
    document = document_of(
        "De samenwerking in de Europese Unie en de regelgeving van de lidstaten blijven samen-\n"
        "werking van alle lidstaten vragen op het gebied van de regelgeving en van de toezicht-\n"
        "houders. Dat geldt voor alle landen van de Unie en voor alle regel-\n"
        "geving in de hele wereld, ook voor de Noord-Atlantische gemeenschap met de NAVO-\n"
        "bondgenoten en voor de landen met lage- en middeninkomens in alle delen van de lage-\n"
        "en middeninkomenslanden van de gehele wereld die daar nu aan meedoen en ook later nog\n"
        "meer dan nu het geval is in de landen van de Europese Unie en in de rest van Europa zelf\n"
        "en in de landen daaromheen waar dat ook geldt voor alle burgers en voor alle be\u00ad\n"
        "drijven.\n"
    )
    (text,) = texts(document)
    assert "blijven samenwerking van" in text
    assert "toezichthouders" in text
    assert "alle regelgeving in" in text
    assert "NAVO-bondgenoten" in text
    assert "lage- en middeninkomenslanden" in text
    assert text.endswith("alle bedrijven.")


def test_a_signature_without_comma_and_on_behalf_of_another_minister() -> None:
    document = document_of(
        f"{PROSE}\n\nMede namens de minister van Binnenlandse Zaken,\n\n"
        "De minister van Justitie\n\nD. Yeşilgöz-Zegerius\n"
    )
    assert [paragraph.kind for paragraph in document.paragraphs] == ["body", "signature", "signature"]
    (author,) = document.metadata.authors
    assert (author.name, author.role) == ("D. Yeşilgöz-Zegerius", "minister van Justitie")


def table_of(text: str) -> dict[tuple[int, int], tuple[bool, str]]:
    document = document_of(text)
    (table,) = document.tables
    return {
        (cell.row, cell.column): (cell.header, document.paragraph_by_id[cell.paragraph].text) for cell in table.cells
    }


def test_a_row_that_the_end_of_a_page_cuts_is_one_row_and_a_repeated_head_is_a_head() -> None:
    cells = table_of(
        f"{PROSE}\n\nScenario\tDe zure appel\tKoorddans\n"
        "Risico\tVerhoogd risico doordat kosten asymmetrisch uitvallen en Europa\tMiddelmatig, mits er zicht is op\n"
        "\f\tzelf moet betalen.\tde taakverdeling.\nScenario\tDe zure appel\tKoorddans\nGevolg\tHoog\tLaag\n"
    )
    assert cells[1, 1] == (False, "Verhoogd risico doordat kosten asymmetrisch uitvallen en Europa zelf moet betalen.")
    assert cells[1, 2] == (False, "Middelmatig, mits er zicht is op de taakverdeling.")
    assert cells[2, 1] == (True, "De zure appel")
    assert cells[3, 1] == (False, "Hoog")


def test_a_table_in_markdown_is_a_table_without_its_signs() -> None:
    cells = table_of(f"{PROSE}\n\n| Land | Uitgaven | Doel |\n|---|:--:|---|\n| Polen | **4%** | |\n| | 3,5% | 5% |\n")
    assert {place: text for place, (_, text) in cells.items()} == {
        (0, 0): "Land",
        (0, 1): "Uitgaven",
        (0, 2): "Doel",
        (1, 0): "Polen",
        (1, 1): "4%",
        (2, 1): "3,5%",
        (2, 2): "5%",
    }


def test_a_title_amid_broken_lines_stands_apart_because_a_further_word_had_room() -> None:
    document = document_of(
        "Op 28 april jl. ontving uw Kamer de brief over de Staat van de Unie. Hierin blikte het kabinet terug op\n"
        "de belangrijkste ontwikkelingen in de Europese Unie van het afgelopen jaar en presenteerde het een visie.\n"
        "In deze brief wordt aan dit verzoek voldaan en wordt ingegaan op de speech van de voorzitter van de Unie.\n"
        "De speech van de voorzitter van de Unie\n"
        "Op 14 september jl. sprak de voorzitter van de Europese Commissie de jaarlijkse Staat van de Unie uit. In\n"
        "de speech was veel aandacht voor Oekraïne en de energiecrisis. Verder was er aandacht voor uitbreiding en\n"
        "voor het versterken van de democratie. Ook sprak de voorzitter steun uit voor het starten van een nieuwe\n"
        "conventie. Het kabinet deelt de analyse dat Europa zich op een belangrijk punt begeeft door de crises die\n"
        "tot veel onzekerheid leiden bij burgers. De voorstellen zijn aangeboden in een brief aan het parlement. De\n"
        "conferentie is daarin gemarkeerd.\n"
    )
    assert headings(document) == [(1, "De speech van de voorzitter van de Unie")]
    assert len(document.paragraphs) == 2


def test_a_number_in_the_margin_belongs_to_what_it_counts() -> None:
    document = document_of(f"{PROSE}\n\n2\n\nJuridische analyse\n\n2.1\n\n{PROSE}\n\n2.10\n\n{PROSE}\n")
    assert [text for _, text in headings(document)] == ["2 Juridische analyse"]
    assert [text[:8] for text in texts(document)] == ["De Russi", "2.1 De R", "2.10 De "]


def test_a_roman_number_heads_a_chapter_without_blank_lines_around_it() -> None:
    document = document_of(
        "I Vragen en opmerkingen vanuit de fracties\nVragen en opmerkingen van de leden van de VVD-fractie\n"
        "De leden van de VVD-fractie hebben kennisgenomen van de brief en hebben hierover geen vragen.\n"
        "II Antwoord/Reactie van de minister\n"
        "De minister dankt de leden van de VVD-fractie voor hun inbreng en heeft daaraan niets toe te voegen.\n"
    )
    assert headings(document) == [
        (1, "I Vragen en opmerkingen vanuit de fracties"),
        (2, "Vragen en opmerkingen van de leden van de VVD-fractie"),
        (1, "II Antwoord/Reactie van de minister"),
    ]


def test_a_heading_that_names_a_part_of_a_sentence_is_no_pull_quote() -> None:
    document = document_of(
        "De commissie heeft verzocht om een appreciatie van de rede over de Staat van de Unie van voorzitter Von der "
        f"Leyen, en om nog enkele andere stukken. {PROSE}\n\n"
        f"Rede over de Staat van de Unie van voorzitter Von der Leyen\n\n{PROSE}\n"
    )
    assert document.pull_quotes == ()
    assert headings(document) == [(1, "Rede over de Staat van de Unie van voorzitter Von der Leyen")]


@pytest.mark.parametrize("name", ["Bromet", "De Gier", "E.I. Schippers"])
def test_a_clerk_signs_without_an_article(name: str) -> None:
    document = document_of(f"{PROSE}\n\nAdjunct-griffier van de commissie,\n\n{name}\n")
    assert [paragraph.kind for paragraph in document.paragraphs] == ["body", "signature"]
    assert document.metadata.authors[0].name == name


def test_the_rank_of_a_heading_follows_its_number_and_unnumbered_parts_stand_beside_the_sections() -> None:
    document = document_of(
        "Contents\n\nExecutive summary    1\n1   Introduction    3\n2   Trade    5\n    2.1 Imports    6\n\n"
        f"Executive summary\n\n{PROSE}\n\n1 Introduction\n\n{PROSE}\n\n2 Trade\n\n2.1 Imports\n\n{PROSE}\n"
    )
    assert headings(document)[1:] == [
        (1, "Executive summary"),
        (1, "1 Introduction"),
        (1, "2 Trade"),
        (2, "2.1 Imports"),
    ]


@pytest.mark.parametrize(
    "dirt",
    [
        "Het\u00a0kabinet zet in op samen\u00adwerking\u200b met Oekraïne.",
        "Het kabinet zet in op samenwerking\ufe0f met Oekraïne\ue003.",
        "Het kabinet  zet in\t op samenwerking met Oekraïne.",
    ],
)
def test_dirt_does_not_reach_the_text(dirt: str) -> None:
    document = document_of(f"{PROSE}\r\n\r\n{dirt.replace(chr(9), '')}\r\n")
    assert texts(document)[1] == "Het kabinet zet in op samenwerking met Oekraïne."


def test_questions_are_the_highest_headings_where_no_party_asks() -> None:
    document = document_of(
        f"Vraag 1\n\nDeelt u deze mening?\n\nAntwoord 1\n\n{PROSE}\n\n1. Zet in op preventie en vroege behandeling\n\n"
        f"{PROSE}\n\nVraag 2\n\nWat gaat u doen?\n\nAntwoord 2\n\n{PROSE}\n"
    )
    assert headings(document) == [
        (1, "Vraag 1"),
        (1, "Antwoord 1"),
        (2, "1. Zet in op preventie en vroege behandeling"),
        (1, "Vraag 2"),
        (1, "Antwoord 2"),
    ]


def test_a_letter_without_blank_lines_has_headings_lists_a_table_and_notes() -> None:
    document = document_of(
        "Geachte Voorzitter,\nMet deze brief informeer ik uw Kamer over de uitvoering van het Pact.1\nStand van zaken\n"
        "a) Wetgeving\nDe wet is op 3 maart jl. door uw Kamer aangenomen.2 Daarmee is een belangrijke stap gezet.\n"
        "Financiën\nVoor de uitvoering is structureel € 200 mln. beschikbaar (zie tabel 1).\n"
        "Tabel 1: Middelen Pact (x € 1 mln.)\n2026\t2027\nIND\t50\t60\nCOA\t100\t110\nVervolg\n"
        "Ik zal uw Kamer voor het einde van het jaar opnieuw informeren.\nDe Minister van Asiel en Migratie,\n"
        "B. van den Brink\n1 Kamerstuk 36 871, nr. 12.\n2 Handelingen II 2025/26, nr. 55, item 8.\n"
    )
    assert [text for _, text in headings(document)] == ["Stand van zaken", "Financiën", "Vervolg"]
    assert [paragraph.kind for paragraph in document.paragraphs if paragraph.kind != "table_cell"] == [
        "body",
        "list_item",
        "body",
        "body",
        "body",
        "signature",
    ]
    assert [(cell.row, cell.column) for cell in document.tables[0].cells][:3] == [(0, 1), (0, 2), (1, 0)]
    assert [note.label for note in document.footnotes] == ["1", "2"]
