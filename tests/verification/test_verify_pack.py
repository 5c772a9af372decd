"""A good pack gives no finding; each fault gives exactly its finding."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefgen.errors import InputError
from briefgen.pack import Pack
from briefgen.serialization import to_json
from briefgen.verification import SourceText, parse_pack, verdicts, verify_pack

from .sample import FIRST, SECOND, TEXT, good_pack, sha256, source_text, sources


def tampered(*changes: tuple[str, object]) -> Pack:
    """The good pack with other values at the given places (`sections.0.items.1.text`)."""
    content = json.loads(to_json(good_pack()))
    for place, value in changes:
        *parents, last = (int(part) if part.isdigit() else part for part in place.split("."))
        target = content
        for part in parents:
            target = target[part]
        target[last] = value
    return parse_pack(json.dumps(content).encode(), "pack.json")


def found(pack: Pack, given: dict[str, SourceText] | None = None) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in verify_pack(pack, sources() if given is None else given)]


def statuses(pack: Pack, given: dict[str, SourceText] | None = None) -> list[str]:
    findings = verify_pack(pack, sources() if given is None else given)
    return [verdict.status for verdict in verdicts(pack, findings)]


def test_a_good_pack_has_no_finding() -> None:
    assert verify_pack(good_pack(), sources()) == ()
    assert statuses(good_pack()) == ["matches", "matches", "matches"]


def test_a_pack_that_was_written_and_read_back_has_no_finding() -> None:
    assert verify_pack(parse_pack(to_json(good_pack()), "pack.json"), sources()) == ()


def test_the_spans_of_the_sample_cover_its_paragraphs() -> None:
    first = good_pack().citations[0]
    assert len(first.spans) == 2
    assert TEXT[first.spans[0].start : first.spans[0].end].endswith("versterken.")


ITEM = "sections.0.items"


@pytest.mark.parametrize(
    ("place", "value", "code", "where"),
    [
        (f"{ITEM}.0.text", "Het kabinet wil de interne merkt versterken.", "quotation-altered", "markt-1"),
        (f"{ITEM}.0.text", "Het kabinet wil de interne markt versterken", "quotation-altered", "markt-1"),
        (f"{ITEM}.0.span", [1, 45], "quotation-altered", "markt-1"),
        (f"{ITEM}.1.text", "Nederland draagt 3,6% van het bbp bij – ook in 2029.", "quotation-altered", "markt-2"),
        (f"{ITEM}.1.text", "ederland draagt 3,5% van het bbp bij – ook in 2029.", "quotation-altered", "markt-2"),
        (f"{ITEM}.1.text", "Nederland draagt 3,5% van het bbp bij - ook in 2029.", "quotation-altered", "markt-2"),
        (f"{ITEM}.1.text", "", "quotation-altered", "markt-2"),
        (f"{ITEM}.1.citations", ["geo-2026:p1"], "quotation-altered", "markt-2"),
        (f"{ITEM}.1.citations", ["geo-2026:p2"], "cited-by-wrong", "geo-2026:p1"),
        (f"{ITEM}.0.citations", [], "no-citation", "markt-1"),
        (f"{ITEM}.0.citations", ["geo-2026:p9"], "citation-missing", "markt-1"),
        (f"{ITEM}.0.quoted", False, "own-words", "markt-1"),
        (f"{ITEM}.2.type", "position", "own-words", "markt-3"),
        (f"{ITEM}.2.quoted", True, "no-citation", "markt-3"),
        (f"{ITEM}.2.id", "markt-1", "repeated-id", "items"),
        ("citations.0.key", "geo-2026:p7", "citation-key-wrong", "geo-2026:p7"),
        ("citations.0.text", FIRST.replace("minder", "mindere"), "paragraph-altered", "geo-2026:p1"),
        ("citations.0.sha256", sha256("iets anders"), "paragraph-hash-wrong", "geo-2026:p1"),
        ("citations.1.spans", [[94, 170]], "paragraph-spans-wrong", "geo-2026:p2"),
        ("citations.1.spans", [], "paragraph-spans-wrong", "geo-2026:p2"),
        ("citations.0.heading_path", ["Defensie"], "paragraph-place-wrong", "geo-2026:p1"),
        ("citations.0.page", 3, "paragraph-place-wrong", "geo-2026:p1"),
        ("citations.1.number", 3, "citation-number-wrong", "geo-2026:p2"),
        ("citations.0.cited_by", ["markt-1"], "cited-by-wrong", "geo-2026:p1"),
        ("sources.0.cited", 3, "cited-count-wrong", "geo-2026"),
        ("gaps.0.section", "weg", "gap-section-unknown", "gaps"),
        ("sections.1.id", "markt", "repeated-id", "sections"),
    ],
)
def test_each_fault_gives_its_finding(place: str, value: object, code: str, where: str) -> None:
    assert found(tampered((place, value))) == [(code, where)]


def test_a_source_that_the_pack_does_not_list_is_named_at_each_citation() -> None:
    pack = tampered(("sources.0.id", "geo-2025"))
    assert found(pack) == [("source-unlisted", "geo-2026:p1"), ("source-unlisted", "geo-2026:p2")]


def test_a_citation_that_was_taken_out_is_missed_by_each_statement_that_cites_it() -> None:
    citations = json.loads(to_json(good_pack()))["citations"]
    pack = tampered(("citations", citations[1:]))
    assert found(pack) == [("citation-missing", "markt-1"), ("citation-missing", "markt-2")]
    assert statuses(pack) == ["citation-missing", "citation-missing", "matches"]


RENAMED = (
    ("citations.1.key", "geo-2026:p7"),
    ("citations.1.paragraph", "p7"),
    (f"{ITEM}.1.citations.0", "geo-2026:p7"),
)


def test_a_paragraph_that_the_source_does_not_have_is_found() -> None:
    pack = tampered(*RENAMED, ("citations.1.spans", [[0, 5]]))
    assert found(pack) == [("paragraph-unknown", "geo-2026:p7")]
    assert statuses(pack) == ["matches", "citation-missing", "matches"]


def test_a_paragraph_that_the_reader_numbers_otherwise_now_is_not_called_altered() -> None:
    assert found(tampered(*RENAMED)) == [("paragraph-moved", "geo-2026:p7")]
    assert statuses(tampered(*RENAMED)) == ["matches", "matches", "matches"]


def test_a_paragraph_that_the_reader_divides_otherwise_now_is_not_called_altered() -> None:
    start = TEXT.index("Nederland draagt")
    half = "Nederland draagt 3,5% van het bbp bij – ook in 2029."
    pack = tampered(
        ("citations.1.text", half),
        ("citations.1.sha256", sha256(half)),
        ("citations.1.spans", [[start, start + len(half)]]),
    )
    assert found(pack) == [("paragraph-moved", "geo-2026:p2")]


def test_a_quotation_is_right_also_when_the_reader_gives_the_id_to_another_paragraph_now() -> None:
    text, document, digest = source_text()
    first, second = document.paragraphs
    swapped = (first.model_copy(update={"id": "p2"}), second.model_copy(update={"id": "p1"}))
    renumbered = SourceText(text, document.model_copy(update={"paragraphs": swapped}), digest)
    assert found(good_pack(), {"geo-2026": renumbered}) == [
        ("paragraph-moved", "geo-2026:p1"),
        ("paragraph-moved", "geo-2026:p2"),
    ]


def test_a_quotation_and_its_paragraph_changed_alike_are_both_found() -> None:
    pack = tampered(
        (f"{ITEM}.1.text", "Nederland draagt 9,5% van het bbp bij – ook in 2029."),
        ("citations.1.text", SECOND.replace("3,5%", "9,5%")),
        ("citations.1.sha256", sha256(SECOND.replace("3,5%", "9,5%"))),
    )
    assert found(pack) == [("paragraph-altered", "geo-2026:p2"), ("quotation-altered", "markt-2")]


def test_a_paragraph_whose_words_do_not_stand_at_its_spans_is_found() -> None:
    misread = source_text()._replace(text=TEXT.replace("3,5%", "3,6%"))
    assert found(good_pack(), {"geo-2026": misread}) == [("paragraph-not-at-spans", "geo-2026:p2")]


def test_a_quotation_may_stand_behind_the_same_letters_within_a_word() -> None:
    assert found(tampered((f"{ITEM}.1.text", "en voor een Euro-Atlantische samenwerking."))) == []
    assert found(tampered((f"{ITEM}.1.text", "een"))) == []  # first in "geen", then by itself
    assert found(tampered((f"{ITEM}.1.text", "eigen"))) == [("quotation-altered", "markt-2")]


def test_an_empty_quotation_with_an_empty_span_is_found() -> None:
    pack = tampered((f"{ITEM}.0.text", ""), (f"{ITEM}.0.span", [0, 0]))
    assert found(pack) == [("quotation-altered", "markt-1")]


def test_a_paragraph_that_nothing_cites_does_not_belong_in_the_annex() -> None:
    assert found(tampered((ITEM, []))) == [("cited-by-wrong", "geo-2026:p1"), ("cited-by-wrong", "geo-2026:p2")]
    never = tampered((ITEM, []), ("citations.0.cited_by", []), ("citations.1.cited_by", []))
    assert found(never) == [("cited-by-wrong", "geo-2026:p1"), ("cited-by-wrong", "geo-2026:p2")]


def test_a_statement_that_cites_a_paragraph_twice_is_counted_once() -> None:
    assert found(tampered((f"{ITEM}.0.citations", ["geo-2026:p1", "geo-2026:p1"]))) == []


def test_a_source_that_is_not_there_is_found_once() -> None:
    assert found(good_pack(), {}) == [("source-absent", "geo-2026")]
    assert statuses(good_pack(), {}) == ["source-absent", "source-absent", "matches"]


def test_a_source_that_changed_elsewhere_is_found_once_and_its_quotations_stand() -> None:
    changed = {"geo-2026": source_text(TEXT.replace("Inzet in Europa", "De inzet in Europa"))}
    assert found(good_pack(), changed) == [("source-changed", "seeds/geo.txt")]
    assert statuses(good_pack(), changed) == ["matches", "matches", "matches"]


def test_a_cited_paragraph_that_changed_in_its_source_is_named_with_the_difference() -> None:
    second = SECOND.replace("3,5%", "5%")
    changed = {"geo-2026": source_text(TEXT.replace("3,5%", "5%"), second=second)}
    findings = verify_pack(good_pack(), changed)
    assert [finding.code for finding in findings] == ["source-changed", "paragraph-changed"]
    assert findings[1].expected == "Nederland draagt [5%] van het bbp bij – ook in …"
    assert findings[1].found == "Nederland draagt [3,5%] van het bbp bij – ook in …"
    assert statuses(good_pack(), changed) == ["matches", "source-changed", "matches"]


def test_a_cited_paragraph_that_left_its_source_is_named() -> None:
    changed = {"geo-2026": source_text(TEXT + "\n", second="Geheel andere woorden over vis.")}
    assert found(good_pack(), changed) == [("source-changed", "seeds/geo.txt"), ("paragraph-gone", "geo-2026:p2")]


def test_an_altered_quotation_shows_the_difference() -> None:
    pack = tampered((f"{ITEM}.1.text", "Nederland draagt 3,6% van het bbp bij – ook in 2029."))
    (finding,) = verify_pack(pack, sources())
    assert finding.text("nl") == (
        "markt-2: dit staat zo niet in de bron. Bron: «Nederland draagt 3,[5]% van het bbp bij – ook in …». "
        "Pakket: «Nederland draagt 3,[6]% van het bbp bij – ook in …». "
        "Herstel het citaat, of merk de tekst als eigen opmerking."
    )


@pytest.mark.parametrize(
    ("edit", "place", "words"),
    [
        (lambda text: text.replace('"quoted"', '"qouted"', 1), "sections[0].items[0]", "the key 'qouted'"),
        (lambda text: text.replace('"as_of": "2026-06-01",', "", 1), None, "the key 'as_of' is missing"),
        (lambda text: text.replace('"type": "position"', '"type": "opinion"', 1), "sections[0].items[0].type", "value"),
        (lambda text: text.replace('"quoted": true', '"quoted": "yes"', 1), "sections[0].items[0].quoted", "value"),
        (lambda text: text.replace("pack@1", "pack@9", 1), "schema", "value"),
        (lambda text: text[:-20], None, "not valid JSON"),
        (lambda _text: "", None, "not valid JSON"),
        (lambda _text: "[" * 100_000, None, "not valid JSON"),
    ],
)
def test_a_pack_json_that_is_not_as_it_was_is_refused_with_the_place(
    edit: Callable[[str], str], place: str | None, words: str
) -> None:
    with pytest.raises(InputError) as caught:
        parse_pack(edit(to_json(good_pack()).decode()).encode(), "out/p/pack.json")
    assert caught.value.place == place
    assert words in str(caught.value)


CHARACTERS = st.characters(codec="utf-8", exclude_characters="\n")


@given(st.data())
def test_any_change_of_one_character_in_a_quotation_is_found(data: st.DataObject) -> None:
    number = data.draw(st.sampled_from([0, 1]))
    text = good_pack().sections[0].items[number].text
    position = data.draw(st.integers(0, len(text) - 1))
    replacement = data.draw(st.one_of(CHARACTERS, st.just("")))
    changed = text[:position] + replacement + text[position + 1 :]
    # Without a span, a last character that is no part of a word may be left out: what is quoted is still verbatim.
    assume(changed != text and not (number == 1 and changed == text[:-1]))
    assert found(tampered((f"{ITEM}.{number}.text", changed))) == [("quotation-altered", f"markt-{number + 1}")]


@given(st.data())
def test_any_character_put_into_a_quotation_is_found(data: st.DataObject) -> None:
    number = data.draw(st.sampled_from([0, 1]))
    text = good_pack().sections[0].items[number].text
    position = data.draw(st.integers(0, len(text)))
    changed = text[:position] + data.draw(CHARACTERS) + text[position:]
    # Without a span, the quotation may take in the character that follows it in the source.
    assume(not (number == 1 and changed in SECOND))
    assert found(tampered((f"{ITEM}.{number}.text", changed))) == [("quotation-altered", f"markt-{number + 1}")]


@given(st.data())
def test_any_change_of_one_character_in_the_annex_is_found(data: st.DataObject) -> None:
    number, text = data.draw(st.sampled_from([(0, FIRST), (1, SECOND)]))
    position = data.draw(st.integers(0, len(text) - 1))
    changed = text[:position] + data.draw(CHARACTERS) + text[position + 1 :]
    assume(changed != text)
    findings = found(tampered((f"citations.{number}.text", changed)))
    assert findings == [("paragraph-altered", f"geo-2026:p{number + 1}")]


@given(st.integers(0, 1), st.integers(-3, 3), st.integers(-3, 3))
def test_any_span_that_was_shifted_is_found(number: int, start: int, end: int) -> None:
    assume((start, end) != (0, 0))
    spans = [[span.start, span.end] for span in good_pack().citations[number].spans]
    spans[0] = [spans[0][0] + start, spans[0][1] + end]
    findings = found(tampered((f"citations.{number}.spans", spans)))
    assert findings == [("paragraph-spans-wrong", f"geo-2026:p{number + 1}")]
