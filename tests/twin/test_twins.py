from dataclasses import replace

import pytest

from briefgen.errors import InputError
from briefgen.messages import LANGUAGES, catalogue
from briefgen.renderers import RENDERERS, Commission, WordTemplate
from briefgen.twin import DESIGN, Difference, compare, read_pdf, read_word
from briefgen.twin.comparing import KINDS, folded, words_of
from briefgen.twin.form import DATA_CHAPTER, Block, Cell, Form

from ..renderers.every_layout import every_commission
from ..renderers.sample import ROOT, commission
from .pair import ADDRESS, AGAIN, NOTE, POSITION, PROMISE, SOURCE, pdf, word


def _differences(of_word: bytes, of_pdf: bytes) -> tuple[Difference, ...]:
    return compare(read_word(of_word, "proef.docx"), read_pdf(of_pdf, "proef.pdf"))


def test_two_forms_that_say_the_same_have_no_differences() -> None:
    assert not _differences(word(), pdf())


IN_WORD = {
    "heading": ('<w:pStyle w:val="Heading2"/></w:pPr><w:bookmarkStart w:id="1" w:name="a_', '</w:pPr><w:x w:name="a_'),
    "item": (POSITION, "Het kabinet zet zich in."),
    "paragraph": (SOURCE, SOURCE.removesuffix(" Dat vraagt voorbereiding.")),
    "note": (NOTE, ""),
    "cell": ("juli 2026", ""),
    "words": ("24 april 2026", "april 2026"),
    "link": ('w:anchor="i_toezeggingen_1"', 'w:anchor="i_inzet_1"'),
    "address": (f'Target="{ADDRESS}"', 'Target="https://example.org/ander-stuk"'),
    "picture": ("Een kaart van de Unie", ""),
}

IN_PDF = {
    "heading": ('<h3 id="a_brief">Brief</h3>', '<p id="a_brief">Brief</p>'),
    "item": (f"<p>{PROMISE}</p>", "<p>Het kabinet informeert de Kamer.</p>"),
    "paragraph": (SOURCE, SOURCE.replace("2029", "2030")),
    "note": (' · <a href="#c_brief_p3">1 Brief, ¶ 3</a>', ""),
    "cell": ("<td>juli 2026</td>", "<td></td>"),
    "words": ("<p>Kabinet</p>", ""),
    "link": ('<a href="#i_toezeggingen_1">Toezeggingen</a>', "Toezeggingen"),
    "address": (f'<a href="{ADDRESS}">{ADDRESS}</a>', ADDRESS),
    "picture": ('alt="Een kaart van de Unie"', 'alt="Een kaart"'),
}


@pytest.mark.parametrize("kind", IN_WORD)
def test_what_changed_in_the_word_file_is_found(kind: str) -> None:
    differences = _differences(word(*IN_WORD[kind]), pdf())
    assert kind in {difference.kind for difference in differences}
    assert all(difference.text(language) for difference in differences for language in LANGUAGES)


@pytest.mark.parametrize("kind", IN_PDF)
def test_what_changed_in_the_pdf_is_found(kind: str) -> None:
    assert kind in {difference.kind for difference in _differences(word(), pdf(*IN_PDF[kind]))}


def test_every_kind_of_difference_is_seeded_in_both_forms() -> None:
    assert set(IN_WORD) == set(IN_PDF) == set(KINDS)


def test_a_statement_that_is_gone_is_found() -> None:
    gone = _differences(word('w:name="i_inzet_1"', 'w:name="x_inzet_1"'), pdf())
    assert ("item", "i_inzet_1") in {(difference.kind, difference.pdf) for difference in gone}


def test_a_note_that_is_cited_again_counts_each_time() -> None:
    assert {each.kind for each in _differences(word(AGAIN, ""), pdf())} == {"note"}


def test_a_note_that_leads_to_another_paragraph_is_found() -> None:
    other = _differences(word('<w:hyperlink w:anchor="c_brief_p3">', '<w:hyperlink w:anchor="c_brief_p4">'), pdf())
    assert {each.kind for each in other} == {"note"}


def test_a_citation_by_other_words_is_found() -> None:
    other = _differences(word(), pdf("1 Brief, ¶ 3</a></p>", "1 Brief, ¶ 4</a></p>"))
    assert [(each.kind, each.where) for each in other] == [("note", "c_brief_p3")]


def test_a_heading_of_another_level_is_found() -> None:
    other = _differences(
        word(), pdf('<h3 id="s_toezeggingen">Toezeggingen</h3>', '<h2 id="s_toezeggingen">Toezeggingen</h2>')
    )
    assert [(each.kind, each.word, each.pdf) for each in other] == [("heading", "3 Toezeggingen", "2 Toezeggingen")]


def test_two_cells_that_changed_places_are_found() -> None:
    swapped = _differences(
        word(),
        pdf(
            f"<td><blockquote><p>{PROMISE}</p></blockquote></td><td>juli 2026</td>",
            f"<td>juli 2026</td><td><blockquote><p>{PROMISE}</p></blockquote></td>",
        ),
    )
    assert "cell" in {difference.kind for difference in swapped}


@pytest.mark.parametrize(("data", "code"), [(b"", "twin-not-word"), (b"PK\x03\x04", "twin-not-word")])
def test_what_is_no_word_file_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_word(data, "proef.docx")
    assert caught.value.code == code


def test_hyphens_white_space_and_signs_do_not_count() -> None:
    assert folded("EU\u2011voorzitter schap") == "EU-voorzitterschap"
    assert words_of("[12] «Brief», ¶ 3 › Kop · juli") == ["12", "Brief", "¶", "3", "Kop", "juli"]


def test_what_differs_by_design_is_said_in_both_languages() -> None:
    assert all(set(catalogue()[f"twin-design-{what}"]) == set(LANGUAGES) for what in DESIGN)


@pytest.mark.parametrize("made", [commission(), every_commission()], ids=["sample", "every layout"])
def test_the_templates_of_the_project_say_the_same(made: Commission) -> None:
    template = WordTemplate("templates/brief.docx", (ROOT / "templates/brief.docx").read_bytes())
    whole = replace(made, templates=replace(made.templates, word=template))
    forms = {suffix: RENDERERS[suffix](whole).content for suffix in ("docx", "pdf")}
    assert not _differences(forms["docx"], forms["pdf"])


def test_whether_a_space_follows_a_hyphen_does_not_count() -> None:
    assert words_of("in- en uitvoer – vergroot de EU-inzet") == words_of("in-en uitvoer –vergroot de EU- inzet")
    assert words_of("de EU-inzet") != words_of("de EU")


def _with_data(subject: str, *around: Block) -> Form:
    """A form with one row of data of a picture."""
    return Form((*around, Block(subject, cell=Cell(0, 1, 0)), Block("13", cell=Cell(0, 1, 1))), ())


@pytest.mark.parametrize(
    ("printed", "kinds"),
    [
        ("Ontwikkelingssamenwerking", []),
        ("Ontwikkelingssamenwer king", []),
        ("Ontwikkelingshulp", ["cell"]),
    ],
)
def test_a_long_word_in_the_data_of_a_picture_may_be_broken_over_lines(printed: str, kinds: list[str]) -> None:
    of_word = _with_data("Ontwikkelingssamenwerking", Block("Gegevens in tabelvorm"))
    of_pdf = _with_data(printed, Block("Gegevens in tabelvorm", level=2, anchors=(DATA_CHAPTER,)))
    assert [difference.kind for difference in compare(of_word, of_pdf)] == kinds
