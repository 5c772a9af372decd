from __future__ import annotations

from collections import Counter

from briefgen.assembly import assemble
from briefgen.extraction import Extraction
from briefgen.receipt import PARAGRAPH, RECORDS, Entry, Receipt, account, receipt
from briefgen.selection import select

from .selection.definitions import spec, taxonomy
from .selection.sources import NEW_LETTER, OLD_LETTER, corpus

SECTIONS = """
[[sections]]
id = "sancties"
title = "Sancties"
show = ["positions"]
topics = ["sancties"]
least = 0.1
limit = 1

[[sections]]
id = "uitbreiding"
title = "Uitbreiding"
show = ["positions"]
topics = ["uitbreiding"]
holders = ["kabinet"]
least = 0.2
exclude = ["letter-2025:p2"]
"""

KINDS = ("positions", "commitments", "questions", "action_options")


def made() -> Receipt:
    selection = select(corpus(), spec(SECTIONS), taxonomy())
    pack = assemble(selection, spec(SECTIONS), corpus(), name="x", as_of="2026-06-01", language="nl")
    return receipt(selection, pack, corpus())


def entry(key: str, kind: str = PARAGRAPH) -> Entry:
    (found,) = [one for one in made().entries if (one.key, one.kind) == (key, kind)]
    return found


def test_every_paragraph_and_record_of_the_sources_has_one_verdict() -> None:
    kinds = Counter(one.kind for one in made().entries)
    assert kinds[PARAGRAPH] == sum(len(one.document.paragraphs) for one in corpus())
    for kind in KINDS:
        assert kinds[kind] == sum(len(getattr(one, kind)) for one in corpus())


def test_every_kind_of_record_is_weighed() -> None:
    assert RECORDS.keys() == Extraction.model_fields.keys() - {"schema_version", "document"}


def test_the_counts_sum_to_the_whole() -> None:
    found = made()
    assert sum(sum(counts.values()) for counts in found.counts.values()) == len(found.entries)
    assert {kind: sum(counts.values()) for kind, counts in found.counts.items()} == Counter(
        one.kind for one in found.entries
    )


def test_what_is_in_says_where_with_score_and_terms() -> None:
    found = entry(f"{NEW_LETTER}:p3")
    assert (found.verdict, found.section) == ("chosen", "sancties")
    assert found.score
    assert "sanctie" in found.terms


def test_a_position_that_is_quoted_is_in() -> None:
    assert entry(f"{NEW_LETTER}:p2", "positions").verdict == "chosen"


def test_what_a_person_left_out_says_so() -> None:
    assert entry(f"{OLD_LETTER}:p2").verdict == "excluded-by-hand"


def test_what_no_section_looks_for_says_so() -> None:
    assert entry(f"{OLD_LETTER}:p3").verdict == "no-match"


def test_the_account_tells_the_counts_in_words() -> None:
    selection = select(corpus(), spec(SECTIONS), taxonomy())
    pack = assemble(selection, spec(SECTIONS), corpus(), name="x", as_of="2026-06-01", language="nl")
    words = " ".join(item.text for item in account(receipt(selection, pack, corpus()), pack, "nl").items)
    paragraphs = sum(len(one.document.paragraphs) for one in corpus())
    assert f"{paragraphs} gewogen: {len(pack.citations)} aangehaald" in words
