"""What only the rest of a document tells: names, notes, "Idem.", and typing errors."""

from __future__ import annotations

from briefgen.citing import Mention, NoteMark, Passage, resolve


def noted(text: str, *notes: str) -> list[Passage]:
    """A paragraph in which `[n]` stands for the mark of a note, and its notes."""
    marks = []
    for index in range(len(notes)):
        offset = text.index(f"[{index + 1}]")
        marks.append(NoteMark(offset, index + 1))
        text = text.replace(f"[{index + 1}]", "")
    return [Passage(text, marks=tuple(marks)), *(Passage(note, is_note=True) for note in notes)]


def joined(*groups: list[Passage]) -> list[Passage]:
    """Groups of passages as one document."""
    passages: list[Passage] = []
    for group in groups:
        shift = len(passages)
        for passage in group:
            marks = tuple(NoteMark(mark.offset, mark.note + shift) for mark in passage.marks)
            passages.append(Passage(passage.text, passage.is_note, marks))
    return passages


def resolved(passages: list[Passage], known: frozenset[str] = frozenset()) -> dict[str, Mention]:
    """The mentions by their printed text; the last one of equal texts."""
    found = resolve(passages, known)
    return {
        passage.text[mention.start : mention.end]: mention
        for passage, mentions in zip(passages, found, strict=True)
        for mention in mentions
    }


def test_the_note_at_a_name_gives_the_paper_its_number() -> None:
    found = resolved(noted("Zie de Kamerbrief van 16 december 2024.[1] Uw Kamer", "Kamerstuk 31 985, nr. 85."))
    letter = found["Kamerbrief van 16 december 2024"]
    assert (letter.id, letter.status) == ("31985-85", "certain")


def test_the_note_at_the_end_of_the_sentence_counts_for_a_letter_and_not_for_an_eu_paper() -> None:
    text = "In de beleidsbrief ontwikkelingshulp staat dat de Clean Industrial Deal nodig is.[1]"
    found = resolved(noted(text, "Kamerstuk 36 600 XVII, nr. 53"))
    assert found["Clean Industrial Deal"].id is None


def test_a_note_behind_another_sentence_gives_nothing() -> None:
    found = resolved(noted("De motie Teunissen c.s. is helder. Het kabinet werkt.[1]", "Kamerstuk 31 985, nr. 85."))
    assert found["motie Teunissen c.s."].id is None


def test_the_number_in_brackets_behind_a_name_is_that_of_the_paper() -> None:
    found = resolved([Passage("de motie Brekelmans voor een raad (Kamerstuk 36410-V, nr. 48). De raad")])
    assert found["motie Brekelmans"].id == "36410-V-48"


def test_a_name_keeps_its_number_through_the_document() -> None:
    passages = joined(
        [Passage("De Afrika-strategie loopt.")],
        noted("De Nederlandse Afrika-strategie[1] werkt.", "Kamerstuk 29 237, nr. 183."),
        [Passage("In de Afrikastrategie staat meer.")],
    )
    found = resolved(passages)
    assert {found["Afrika-strategie"].id, found["Afrikastrategie"].id} == {"29237-183"}
    assert found["Afrikastrategie"].status == "repaired"


def test_letters_of_other_dates_are_other_letters() -> None:
    passages = joined(
        noted("De Kamerbrief van 16 december 2024[1] meldt.", "Kamerstuk 31 985, nr. 85."),
        [Passage("De Kamerbrief van 22 december 2023 meldt.")],
    )
    assert resolved(passages)["Kamerbrief van 22 december 2023"].id is None


def test_a_letter_named_by_its_kind_alone_is_not_one_of_a_later_page() -> None:
    passages = joined(
        [Passage("Zoals in de Voortgangsbrief staat.")],
        noted("De daaropvolgende Voortgangsbrief[1] volgt.", "Kamerstuk 30821, nr. 230."),
    )
    found = [mentions for mentions in resolve(passages) if mentions]
    assert [mentions[0].id for mentions in found] == [None, "30821-230", "30821-230"]


def test_idem_is_the_note_before() -> None:
    passages = joined(noted("Dit[1] en dat[2].", "Kamerstuk 30821, nr. 230.", "Idem, p. 3."))
    idem = resolved(passages)["Idem, p. 3"]
    assert (idem.id, idem.status, idem.pages) == ("30821-230", "repaired", "3")


def test_idem_is_doubtful_where_its_sentence_names_another_paper_than_the_note_before() -> None:
    passages = joined(
        noted("De beleidsbrief ontwikkelingshulp[1] en een krant[2].", "Kamerstuk 36 180, nr. 133.", "www.nrc.nl/a"),
        noted("Dat staat in de beleidsbrief ontwikkelingshulp.[1]", "Ibid."),
    )
    same = resolved(passages)["Ibid"]
    assert (same.id, same.status) == ("36180-133", "doubtful")


def test_that_motion_is_the_motion_named_last() -> None:
    passages = [
        Passage("De motie-Ceder (36 410 XVII, nr. 40) is aangenomen."),
        Passage("Het kabinet voert die motie uit. Deze motie niet."),
    ]
    found = resolved(passages)
    assert (found["die motie"].id, found["die motie"].status) == ("36410-XVII-40", "repaired")


def test_that_letter_without_any_letter_before_is_no_reference() -> None:
    assert resolved([Passage("In die brief staat het.")]) == {}


def test_a_number_within_the_dossier_belongs_to_the_dossier_in_which_it_was_named() -> None:
    passages = [Passage("Zij krijgt nr. 253 (29538)."), Passage("Dan de motie op stuk nr. 253.")]
    found = resolved(passages)
    assert (found["motie op stuk nr. 253"].id, found["motie op stuk nr. 253"].status) == ("29538-253", "repaired")


def test_a_number_within_the_dossier_of_the_document_itself() -> None:
    ((mention,),) = resolve([Passage("Gewijzigde motie (t.v.v. nr. 8)")], dossiers=frozenset({"36682"}))
    assert (mention.id, mention.status) == ("36682-8", "repaired")


def test_a_typing_error_gets_the_known_paper_as_proposal() -> None:
    passages = [
        Passage("(Kamerstuk 36410-V, nr. 48)"),
        Passage("Kamerstuk 326410-V-48.", is_note=True),
        Passage("Kamerstuk 30 821 Nr. 202. Kamerstuk 3082, nr. 249.", is_note=True),
        Passage("Kamerstuk 308 21, nr. 244", is_note=True),
    ]
    found = resolved(passages)
    assert found["Kamerstuk 326410-V-48"].proposal == "36410-V-48"
    assert found["Kamerstuk 3082, nr. 249"].proposal == "30821-249"
    assert found["Kamerstuk 308 21, nr. 244"].proposal == "30821-244"


def test_papers_of_the_corpus_help_to_tell_a_typing_error() -> None:
    found = resolved([Passage("Kamerstuk 221112 Nr. 4244")], known=frozenset({"22112-4244", "21501-20-3"}))
    mention = found["Kamerstuk 221112 Nr. 4244"]
    assert (mention.id, mention.status, mention.proposal) == ("221112-4244", "doubtful", "22112-4244")


def test_two_dossiers_that_are_equally_near_make_no_proposal() -> None:
    found = resolved([Passage("Kamerstuk 3082, nr. 9; Kamerstuk 30821, nr. 1; Kamerstuk 30825, nr. 1")])
    assert found["Kamerstuk 3082, nr. 9"].proposal is None


def test_a_name_whose_note_has_a_typing_error_takes_over_the_proposal_alone() -> None:
    passages = joined(
        noted("De Voortgangsbrief van 6 december 2024.[1]", "Kamerstuk 3082, nr. 249."),
        [Passage("Kamerstuk 30821, nr. 2")],
    )
    letter = resolved(passages)["Voortgangsbrief van 6 december 2024"]
    assert (letter.id, letter.status, letter.proposal) == (None, "doubtful", "30821-249")


def test_a_note_that_is_a_title_names_a_paper() -> None:
    title = "Scaling Up the Single Market to Boost Productivity"
    prose = (
        "Zo concludeerde het IMF dat de grootste barrières in Europa zelf zitten. Bron: " + title + "; Een stuk ‘Zo’"
    )
    assert title in resolved([Passage(title + ".", is_note=True)])
    assert {title, "Een stuk ‘Zo’"} <= set(resolved([Passage(prose, is_note=True)]))


def test_a_note_of_prose_names_nothing() -> None:
    note = "Het gaat daarbij onder meer om halfgeleiders, open source en chips."
    assert resolved([Passage(note, is_note=True)]) == {}


def test_the_publications_of_a_note_are_cited_by_author_title_publisher_and_date() -> None:
    note = (
        "Nick Walsh, 'Rubio's message to Europe: Change', CNN, 15 februari 2026; Arnout Brouwers, 'Amerikaanse "
        "minister wil vernieuwde relatie, maar wel in lijn', De Volkskrant, 14 februari 2026."
    )
    found = resolved([Passage(note, is_note=True)])
    assert list(found) == note[:-1].split("; ")
    assert [mention.type for mention in found.values()] == ["overig", "artikel"]


def test_a_publication_and_its_address_are_two_references() -> None:
    title = "De Volkskrant, 18 maart 2025, 'Opinie: Het beleid heeft behoefte aan regie en visie'"
    found = resolved([Passage(f"{title}, https://www.volkskrant.nl/a/", is_note=True)])
    assert [(text, mention.type) for text, mention in found.items()] == [
        (title, "artikel"),
        ("https://www.volkskrant.nl/a/", "url"),
    ]


def test_prose_with_a_quotation_is_no_publication() -> None:
    assert resolved([Passage("Dat noemt het kabinet ook wel 'de nieuwe wereld' in de praktijk.", is_note=True)]) == {}
