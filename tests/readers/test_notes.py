"""Conventions of notes: text, label, and the exact place of the mark."""

from __future__ import annotations

import pytest

from briefgen.document import Document

from .reading import assert_nothing_lost, document_of, furniture, headings, texts


def anchors(document: Document) -> list[tuple[str, str, str]]:
    """Label, last word before the mark, and text of each note."""
    found = []
    for note in document.footnotes:
        before = document.paragraph_by_id[note.paragraph].text[: note.offset] if note.paragraph else ""
        found.append((note.label, before.split()[-1] if before else "", note.text))
    return found


def test_marks_glued_to_words_with_a_list_at_the_end() -> None:
    document = document_of(
        "De beleidsagenda buitenlandse handel.1 In deze brief gaat het kabinet in op CO2 en 3,5% van het bbp.\n\n"
        "Het verzoek van 12 mei 20242 om grondrechten te beschermen3. De G20 en de 18e economie.\n\n"
        "  1. Bijlage bij Kamerstuk 36 715, nr. 1.↩︎\n\n  2. Kamerstuk 30 821, nr. 260↩︎\n\n  3. Idem.↩︎\n"
    )
    assert anchors(document) == [
        ("1", "handel.", "Bijlage bij Kamerstuk 36 715, nr. 1."),
        ("2", "2024", "Kamerstuk 30 821, nr. 260"),
        ("3", "beschermen", "Idem."),
    ]
    assert texts(document)[1].startswith("Het verzoek van 12 mei 2024 om grondrechten te beschermen. De G20")


def test_a_numbered_list_at_the_end_that_nothing_calls_is_no_list_of_notes() -> None:
    document = document_of("Wij doen drie aanbevelingen:\n\n1. Zet in op handel.\n\n2. Zet in op vrede.\n")
    assert document.footnotes == ()
    assert [paragraph.kind for paragraph in document.paragraphs] == ["body", "list_item", "list_item"]


def test_notes_that_a_converter_of_word_files_writes_in_place() -> None:
    document = document_of(
        "Het potentieel blijft onderbenut.[footnoteRef:3] Meer actie is nodig.[footnoteRef:4]  "
        "[3:  Zo concludeerde het IMF [sic] in 2024. ]  [4:  Kamerstuk 22112 Nr. 4361. ] \n"
    )
    assert texts(document) == ["Het potentieel blijft onderbenut. Meer actie is nodig."]
    assert anchors(document) == [
        ("3", "onderbenut.", "Zo concludeerde het IMF [sic] in 2024."),
        ("4", "nodig.", "Kamerstuk 22112 Nr. 4361."),
    ]


def test_raised_marks_with_the_notes_at_the_bottom_of_a_page_amid_a_sentence() -> None:
    document = document_of(
        "De belangrijkste reden is defensie.¹ Instabiliteit raakt ons via terrorisme en ondermijnende\n\n"
        "¹ Het ministerie stelt een strategie op.\n\ncriminaliteit. We dragen bij aan vredesprocessen op 100 m².\n"
    )
    assert texts(document) == [
        "De belangrijkste reden is defensie. Instabiliteit raakt ons via terrorisme en ondermijnende criminaliteit."
        " We dragen bij aan vredesprocessen op 100 m²."
    ]
    assert anchors(document) == [("1", "defensie.", "Het ministerie stelt een strategie op.")]


PRINTED = """\
Het kabinet deelt de mening dat de wereldorde snel verandert. Dit vraagt om een integraal
buitenlandbeleid waarin ontwikkelingshulp meer dan voorheen gericht is op wederzijdse
belangen. Conform het Regeerprogramma1 focust het kabinet het ontwikkelingshulpbeleid
op handel en economie, veiligheid en stabiliteit, en migratie, zoals gemeld in juni 20242
en in de Voortgangsbrief 3 die uw Kamer kreeg over landen met een hulprelatie van dezelfde

1 Kamerstuk 36471, nr. 96.
2 https://www.rabobank.nl/kennis/d011446084-trump-versus-harris-de-impact-van-de-verkiezingen-op-de-
nederlandse-economie
3 Kamerstuk 29 237, nr. 183.
Overig
\f aard. Zo richten we ons wat economische belangen betreft op stabiele landen, in lijn met
de strategie. Voor het behartigen van die belangen wordt vervolgens samen met die landen
bekeken op welke thema’s kan worden ingezet. Ook bij het vaststellen van het type zal
gekeken worden wat de wensen van het land zijn, hoe aangesloten kan worden bij initiatieven.
"""


def test_plain_figures_with_the_notes_at_the_bottom_of_a_printed_page() -> None:
    document = document_of(PRINTED)
    assert len(document.paragraphs) == 1
    assert "hulprelatie van dezelfde aard. Zo richten" in texts(document)[0]
    assert anchors(document) == [
        ("1", "Regeerprogramma", "Kamerstuk 36471, nr. 96."),
        (
            "2",
            "2024",
            "https://www.rabobank.nl/kennis/d011446084-trump-versus-harris-de-impact-van-de-verkiezingen-op-de-"
            "nederlandse-economie",
        ),
        ("3", "Voortgangsbrief", "Kamerstuk 29 237, nr. 183."),
    ]
    assert furniture(document, "stray") == ["Overig"]


def test_labels_in_brackets() -> None:
    document = document_of("Met zeer grote gevolgen.[1] En verder.\n\n[1] Aartsma et al., Strategische Monitor.\n")
    assert anchors(document) == [("1", "gevolgen.", "Aartsma et al., Strategische Monitor.")]


def test_two_conventions_that_both_count_from_one_are_kept_apart() -> None:
    document = document_of(
        "Dat is hoger dan dat van Rusland.¹ Toch is het beeld kwetsbaar.\n\n1 Stockholm Peace Research Institute.\n\n"
        "Met zeer grote gevolgen.[1] En verder gaat het.\n\n[1] Aartsma et al., Strategische Monitor.\n"
    )
    assert [(label, word) for label, word, _ in anchors(document)] == [("1", "Rusland."), ("1", "gevolgen.")]


def test_a_mark_without_a_note_and_a_note_without_a_mark_are_reported() -> None:
    document = document_of("Een zin.[footnoteRef:1] Nog een zin.  [2:  Kamerstuk 1. ]\n")
    assert [problem.code for problem in document.diagnostics] == ["note-without-mark", "mark-without-note"]
    assert document.footnotes[0].paragraph is None
    raised = document_of("Dat is hoger dan dat van Rusland.⁷ Toch niet.\n")
    assert [problem.code for problem in raised.diagnostics] == ["mark-without-note"]
    assert texts(raised) == ["Dat is hoger dan dat van Rusland. Toch niet."]


def words_before(text: str) -> list[tuple[str, str]]:
    """Label and last word before the mark of each note, after a check that no character was lost."""
    document = document_of(text)
    assert_nothing_lost(text.encode(), document)
    return sorted((label, word) for label, word, _ in anchors(document))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dat is hoger dan dat van Rusland.¹,² Toch niet.", "Dat is hoger dan dat van Rusland. Toch niet."),
        ("De uitgaven aan beleid1,2 stijgen met 3,5%.", "De uitgaven aan beleid stijgen met 3,5%."),
        ("Dat stelt ‘de Kamer’1 (zie ook HGIS)2 vast.", "Dat stelt ‘de Kamer’ (zie ook HGIS) vast."),
        ("Dat is zo.^1^ En dat ook.^2", "Dat is zo. En dat ook."),
        ("In 2024.1 Op 12 mei 20252 ook.", "In 2024. Op 12 mei 2025 ook."),
        ("NIS2-richtlijn, CO2, 1 m2 en 18e; zo.1 En zo.2", "NIS2-richtlijn, CO2, 1 m2 en 18e; zo. En zo."),
    ],
)
def test_marks_in_a_row_behind_quotes_brackets_and_years(body: str, expected: str) -> None:
    document = document_of(f"{body}\n\n1 Kamerstuk 36471, nr. 96.\n2 Kamerstuk 29 237, nr. 183.\n")
    assert texts(document) == [expected]
    assert [(note.label, note.paragraph) for note in document.footnotes] == [("1", "p1"), ("2", "p1")]


def test_several_notes_on_one_printed_line() -> None:
    document = document_of(
        "Conform het Regeerprogramma1 focust het kabinet op handel2 en veiligheid.3 Dat is zo.\n\n"
        "1 Kamerstuk 36471, nr. 96. 2 Kamerstuk 29 237, nr. 3 Idem, p. 4. 3 https://www.rijksoverheid.nl/brief\n"
    )
    assert [note.text for note in document.footnotes] == [
        "Kamerstuk 36471, nr. 96.",
        "Kamerstuk 29 237, nr. 3 Idem, p. 4.",
        "https://www.rijksoverheid.nl/brief",
    ]


@pytest.mark.parametrize(
    "notes",
    [
        "Noot 1\nKamerstuk 36471, nr. 96.\nNoot 2\nKamerstuk 29 237, nr. 183.",
        "X Noot\n1\n\nKamerstuk 36471, nr. 96.\n\nX Noot\n2\n\nKamerstuk 29 237, nr. 183.",
        "^1 Kamerstuk 36471, nr. 96.\n^2 Kamerstuk 29 237, nr. 183.",
        "- Kamerstuk 36471, nr. 96.↩︎\n- Kamerstuk 29 237, nr. 183.↩︎",
        "1) Kamerstuk 36471, nr. 96.\n2) Kamerstuk 29 237, nr. 183.",
    ],
    ids=["word", "word and number", "caret", "arrows without numbers", "brackets"],
)
def test_the_same_two_notes_below_a_letter_in_other_conventions(notes: str) -> None:
    text = (
        f"Dat is zo.1 Het verzoek van 12 mei 20242 is oud.\n\nDe minister van Defensie,\nR.P. Brekelmans\n\n{notes}\n"
    )
    document = document_of(text)
    assert_nothing_lost(text.encode(), document)
    assert anchors(document) == [
        ("1", "zo.", "Kamerstuk 36471, nr. 96."),
        ("2", "2024", "Kamerstuk 29 237, nr. 183."),
    ]
    assert len(document.paragraphs) == 2


def test_notes_of_markdown_have_names_and_further_lines() -> None:
    document = document_of(
        "Dat is zo.[^1], [^bron] En verder.\n\n[^1]: Kamerstuk 36471, nr. 96, en\n    de bijlage.\n[^bron]: Idem.\n"
    )
    assert texts(document) == ["Dat is zo. En verder."]
    assert anchors(document) == [("1", "zo.", "Kamerstuk 36471, nr. 96, en de bijlage."), ("bron", "zo.", "Idem.")]


def test_numbered_sections_below_words_with_figures_are_no_notes() -> None:
    document = document_of(
        "De leraren van de WPO1 en WEC2 vragen aandacht voor de gevolgen van het wetsvoorstel voor hun scholen.\n\n"
        "1. Inleiding\n\nDe leden van de VVD-fractie hebben met belangstelling kennisgenomen van het wetsvoorstel.\n\n"
        "2. Het ministerie\n\nDe leden van de CDA-fractie hebben kennisgenomen van het wetsvoorstel en de stukken.\n"
    )
    assert document.footnotes == ()
    assert [text for _, text in headings(document)] == ["1. Inleiding", "2. Het ministerie"]


def test_a_title_that_the_contents_list_is_no_note() -> None:
    document = document_of(
        "Contents\n\n1   Imports    3\n2   Conclusion    5\n\n1 Imports\n\n"
        "Imports from China grew in 2023.1 The Parliament wants tougher rules.2 That is all there is to say.\n\n"
        "2 Conclusion\n\nThe Union needs a plan.\n\n1 Eurostat, 2024.\n2 European Parliament, 2024.\n"
    )
    assert [note.text for note in document.footnotes] == ["Eurostat, 2024.", "European Parliament, 2024."]
    assert [text for _, text in headings(document)] == ["Contents", "1 Imports", "2 Conclusion"]


PAGE_BOTTOM = """\
De Raad spreekt over het sanctiepakket1 en over de inzet van de bevroren tegoeden van Rusland. Het
kabinet zet in op verdere verhoging van de druk, conform de motie.2 Verder zal Nederland ook de

1 Kamerstuk 21 501-02, nr. 3001.
2 Kamerstuk 36 045, nr. 200.
\fnoodzaak van steun onderstrepen. Nederland blijft Oekraïne steunen zolang dat nodig is in de oorlog.
De Raad spreekt ook over Gaza. Nederland hecht aan onbelemmerde toegang1 en aan het bestand daar.
Nederland blijft zich daarvoor inzetten in alle gremia waar dat zin heeft, ook met de andere landen
van de Unie die dat willen, en ook in de Verenigde Naties en bij de partners van Nederland elders in
de wereld. Dat doet Nederland op alle niveaus, ook met de landen van de regio die daarvoor open staan.

1 Zie de verklaring van de Hoge Vertegenwoordiger.
\fDe Raad sluit af met een lunch.

1 Kamerstuk 36 045, nr. 201.
"""


def test_notes_that_start_again_on_each_page() -> None:
    document = document_of(PAGE_BOTTOM)
    assert [(label, word) for label, word, _ in anchors(document)] == [
        ("1", "sanctiepakket"),
        ("2", "motie."),
        ("1", "toegang"),
        ("1", ""),
    ]
    assert "Verder zal Nederland ook de noodzaak van steun" in texts(document)[0]
    assert [problem.code for problem in document.diagnostics] == ["note-without-mark"]


def test_a_postbox_is_no_year_with_a_mark() -> None:
    assert words_before("Schrijf naar Postbus 20061 in Den Haag of bel.1 Dat kan.\n\n1 Kamerstuk 36 045.\n") == [
        ("1", "bel.")
    ]


def test_notes_that_run_on_over_printed_lines_and_begin_amid_them() -> None:
    document = document_of(
        "Hieraan wordt voldaan,1 zoals de Afdeling stelt.2 De bron-\nen contactopsporing is essentieel.3 Hier ook.4\n\n"
        "1 Artikel 6, eerste lid, AVG. De toestemming moet vrij en geïnformeerd zijn (artikel 4, onder\n"
        "11, AVG). 2 Artikel 7 AVG. 3 Ook volgens de richtsnoeren draagt een wettelijke grondslag bij aan de\n"
        "rechtszekerheid. 4 https://www.rijksoverheid.nl/brief\n"
    )
    assert [(note.label, note.text[-22:]) for note in document.footnotes] == [
        ("1", "rtikel 4, onder 11, AVG)."[-22:]),
        ("2", "Artikel 7 AVG."),
        ("3", "aan de rechtszekerheid."[-22:]),
        ("4", "s://www.rijksoverheid.nl/brief"[-22:]),
    ]
    assert all(note.paragraph == "p1" for note in document.footnotes)


def test_a_stop_that_a_converter_put_on_the_next_line_belongs_to_its_sentence() -> None:
    document = document_of(
        "U heeft een brief ontvangen over deze aanpak1\n.\nDat is zo.\n\n1 Kamerstuk 32 793, nr. 677.\n"
    )
    assert texts(document)[0].startswith("U heeft een brief ontvangen over deze aanpak.")
    assert anchors(document)[0][1] == "aanpak"
