"""Whatever people do to a text: what they left alone keeps its id, and no id comes to stand for other words."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.document import Document
from briefgen.lineage import Lineage, trace, with_lineage

from .versions import EDITS, NAMES, Edit, Piece, document, edited, pieces, seeds

MOST_EDITS = 12
RUNS = st.lists(EDITS, min_size=1, max_size=MOST_EDITS)
QUICK = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(QUICK, max_examples=500)


def strangers_of(name: str) -> list[str]:
    """Paragraphs of the other documents."""
    others = (paragraph for other in NAMES if other != name for paragraph in seeds()[other].paragraphs)
    return [paragraph.text for paragraph in others if len(paragraph.text.split()) > 20]


def next_version(
    old: Document, present: list[Piece], number: int, retired: tuple[str, ...]
) -> tuple[Document, Lineage]:
    """The next version of a document, with the ids that its lineage gives it."""
    read = document(*(piece.text for piece in present), name=f"versie-{number}")
    lineage = trace(old, read, retired)
    return with_lineage(read, lineage), lineage


def require_ids_that_stay(old: Document, new: Document, present: list[Piece]) -> None:
    """What nobody touched has its id, and an id stands for the words that it stood for or for what became of them."""
    known = {paragraph.id: paragraph.text for paragraph in old.paragraphs}
    times = Counter(piece.text for piece in present)
    for paragraph, piece in zip(new.paragraphs, present, strict=True):
        if known.get(paragraph.id) == paragraph.text:
            continue
        assert piece.touched or times[piece.text] > 1  # of texts that are equal, nobody can tell which is which
        assert paragraph.id not in known or paragraph.id in piece.roots


def check_one_version(name: str, edits: list[Edit]) -> None:
    old = seeds()[name]
    present = edited(pieces(old), edits, strangers_of(name))
    new, lineage = next_version(old, present, 2, ())
    require_ids_that_stay(old, new, present)
    assert len({paragraph.id for paragraph in new.paragraphs}) == len(present)
    gone = {paragraph.id for paragraph in old.paragraphs} - {root for piece in present for root in piece.roots}
    assert gone <= {one.id for one in lineage.deleted}


def check_versions(name: str, generations: list[list[Edit]]) -> None:
    """Over several versions: an id that was once given means the words that it was given to, or none."""
    present, strangers = seeds()[name], strangers_of(name)
    retired: tuple[str, ...] = ()
    ever = {paragraph.id for paragraph in present.paragraphs}
    for number, edits in enumerate(generations):
        texts = edited(pieces(present), edits, strangers[number * MOST_EDITS :])
        new, lineage = next_version(present, texts, number + 2, retired)
        require_ids_that_stay(present, new, texts)
        fresh = {one.id for one in new.paragraphs} - {one.id for one in present.paragraphs}
        assert not fresh & ever
        ever |= fresh
        present, retired = new, lineage.retired


@pytest.mark.parametrize("name", NAMES[-2:])
@QUICK
@given(edits=RUNS)
def test_what_was_left_alone_keeps_its_id_and_no_id_lands_on_another_text(name: str, edits: list[Edit]) -> None:
    check_one_version(name, edits)


@QUICK
@given(generations=st.lists(RUNS, min_size=2, max_size=4))
def test_no_id_is_used_again_over_several_versions(generations: list[list[Edit]]) -> None:
    check_versions(NAMES[0], generations)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@LONG
@given(edits=RUNS)
def test_all_documents_survive_five_hundred_runs_of_edits(name: str, edits: list[Edit]) -> None:
    check_one_version(name, edits)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@settings(LONG, max_examples=100)
@given(generations=st.lists(RUNS, min_size=2, max_size=5))
def test_all_documents_survive_several_versions(name: str, generations: list[list[Edit]]) -> None:
    check_versions(name, generations)
