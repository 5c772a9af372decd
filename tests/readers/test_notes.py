"""Conventions of notes: text, label, and the exact place of the mark."""

from __future__ import annotations

from briefgen.document import Document

from .reading import document_of, furniture, texts


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
