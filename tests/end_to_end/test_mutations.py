"""One character is changed in cited words, in the pack, in its Word file and in its sources: every one is found.

Nothing else is found: what was not touched stays clean.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.attestation import Attestation
from briefgen.ooxml import w
from briefgen.pack import Pack
from briefgen.pipeline.corpus import extractions
from briefgen.pipeline.project import Project, load_sources
from briefgen.provenance import sha256
from briefgen.readers import text_layer
from briefgen.sources import Source
from briefgen.verification import SourceText, copy_findings, parse_attestation, read_word, verdicts, verify_pack

from ..verification.edits import Draft, with_other_letter
from .conftest import NAME, ROOT, Told

SPANS = 1000

COUNTS = [pytest.param(60, id="some"), pytest.param(SPANS, id="all", marks=pytest.mark.slow)]


@pytest.fixture(scope="module")
def sources() -> dict[str, SourceText]:
    return dict(read_sources(lambda _source, text: text))


def read_sources(change: object) -> Iterator[tuple[str, SourceText]]:
    """The sources as the project has them, each with its decoded text changed."""
    assert callable(change)
    project = Project(ROOT)
    for loaded in load_sources(project):
        text = change(loaded.source, loaded.data.decode("utf-8"))
        data = text.encode()
        source = loaded.source.model_copy(update={"sha256": sha256(data)})
        changed = type(loaded)(source, data)
        (extraction,) = extractions(project, (changed,), Told())
        yield source.id, SourceText(text_layer(data, source), extraction.document, source.sha256)


def batches(names: list[str], count: int) -> Iterator[tuple[random.Random, set[str]]]:
    """So many names in all, some at a time, so that others stay as they are."""
    done = 0
    for number in range(count):
        chance = random.Random(number)  # noqa: S311
        chosen = set(chance.sample(names, min(len(names) // 2, count - done)))
        yield chance, chosen
        done += len(chosen)
        if done == count:
            return


@pytest.mark.parametrize("count", COUNTS)
def test_every_changed_character_in_the_quotations_of_pack_json_is_found(
    pack: Pack, sources: dict[str, SourceText], count: int
) -> None:
    names = [item.id for section in pack.sections for item in section.items if item.quoted]
    for chance, chosen in batches(names, count):
        sections = tuple(
            section.model_copy(
                update={
                    "items": tuple(
                        item.model_copy(update={"text": with_other_letter(item.text, chance)})
                        if item.id in chosen
                        else item
                        for item in section.items
                    )
                }
            )
            for section in pack.sections
        )
        changed = pack.model_copy(update={"sections": sections})
        told = verdicts(changed, verify_pack(changed, sources))
        assert {verdict.item for verdict in told if verdict.status != "matches"} == chosen


@pytest.mark.parametrize("count", COUNTS)
def test_every_changed_character_in_the_citations_of_pack_json_is_found(
    pack: Pack, sources: dict[str, SourceText], count: int
) -> None:
    for chance, chosen in batches([citation.key for citation in pack.citations], count):
        citations = tuple(
            one.model_copy(update={"text": with_other_letter(one.text, chance)}) if one.key in chosen else one
            for one in pack.citations
        )
        changed = pack.model_copy(update={"citations": citations})
        for ground in (sources, None):
            assert {one.citation for one in verify_pack(changed, ground) if one.citation is not None} == chosen


@pytest.mark.parametrize("count", COUNTS)
def test_every_changed_character_in_the_word_file_is_found(built: Path, count: int) -> None:
    data = (built / f"{NAME}.docx").read_bytes()
    copy = read_word(data, "copy.docx")
    assert copy.attested is not None
    attestation = parse_attestation(copy.attested, "copy.docx")
    names = [one.id for one in Draft(data, attestation).quotations()]
    names += [citation.key for citation in attestation.citations]
    for chance, chosen in batches(names, count):
        draft = Draft(data, attestation)
        _change(draft, attestation, chosen, chance)
        found = copy_findings(attestation, read_word(draft.saved(), "copy.docx"))
        labels = {citation.label: citation.key for citation in attestation.citations}
        altered = {one.item or labels[one.where] for one in found if one.severity != "info"}
        assert altered == chosen


def _change(draft: Draft, attestation: Attestation, chosen: set[str], chance: random.Random) -> None:
    """One letter of each of the statements and cited paragraphs is another."""
    texts = {one.id: draft.text_of(one) for one in draft.quotations() if one.id in chosen}
    printed = {text.text: text for text in draft.body.iter(w("t"))}  # the annex is the last place of a text
    texts |= {one.key: printed[one.text] for one in attestation.citations if one.key in chosen}
    for name in sorted(texts):
        texts[name].text = with_other_letter(texts[name].text or "", chance)


@pytest.mark.parametrize("count", [pytest.param(40, id="some"), pytest.param(SPANS, id="all", marks=pytest.mark.slow)])
def test_every_changed_character_in_the_cited_spans_of_the_sources_is_found(pack: Pack, count: int) -> None:
    for chance, chosen in batches([citation.key for citation in pack.citations], count):
        places = {
            key: (citation.source, _letter_in(citation.key, pack, chance))
            for key in sorted(chosen)
            if (citation := pack.citation_by_key[key])
        }

        def changed(
            source: Source, text: str, places: dict[str, tuple[str, int]] = places, chance: random.Random = chance
        ) -> str:
            letters = list(text)
            for name, place in places.values():
                if name == source.id:
                    letters[place] = with_other_letter(letters[place], chance)
            return "".join(letters)

        found = verify_pack(pack, dict(read_sources(changed)))
        assert {one.citation for one in found if one.citation is not None} == chosen


def _letter_in(key: str, pack: Pack, chance: random.Random) -> int:
    """The place of a small letter in the cited span of a source, amid others: no reader takes it for a sign."""
    citation = pack.citation_by_key[key]
    text = (ROOT / _file_of(citation.source, pack)).read_text("utf-8")
    places = [
        place
        for start, end in citation.spans
        for place in range(start + 1, end - 1)
        if text[place - 1 : place + 2].isalpha() and text[place - 1 : place + 2].islower()
    ]
    return chance.choice(places)


def _file_of(source: str, pack: Pack) -> str:
    return next(note.file for note in pack.sources if note.id == source)
