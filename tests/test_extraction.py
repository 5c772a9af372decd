"""Everything that is extracted from one document, and its public JSON."""

from __future__ import annotations

import json

from briefgen.document import Identifiers
from briefgen.export import to_contract_json
from briefgen.extraction import Extraction, extract
from briefgen.records import RECORD_KINDS

from .records.documents import document

CONSULTATION = document(
    "## Vragen en opmerkingen van de leden van de VVD-fractie",
    "De leden van de VVD-fractie vragen hoe dit zit.",
    "### 1. Antwoord van het kabinet",
    "Het kabinet zet in op handel en zal de Kamer in 2027 informeren.",
    kind="schriftelijk-overleg",
)

KEYS = [
    "schema", "metadata", "headings", "paragraphs", "footnotes", "references", "positions", "commitments", "key_dates",
    "figures", "questions", "remarks", "stances", "views", "action_options", "open_questions", "scenarios", "actors",
    "places", "programme", "question_sentences", "relations", "question_ledger", "captions", "pull_quotes", "links",
    "turns", "diagnostics",
]  # fmt: skip


def test_every_list_of_records_has_its_extractor() -> None:
    assert set(RECORD_KINDS) == set(Extraction.model_fields) - {"schema_version", "document", "relations"}


def test_the_records_of_a_document_are_found_together() -> None:
    found = extract(CONSULTATION)
    assert found.document == CONSULTATION
    assert [question.number for question in found.questions] == [1]
    assert [position.why for position in found.positions] == ["verb:zet-in-op"]
    assert [commitment.deadline for commitment in found.commitments] == ["2027"]


def test_an_extraction_survives_storage() -> None:
    found = extract(CONSULTATION)
    assert Extraction.model_validate_json(found.model_dump_json(by_alias=True)) == found


def test_the_public_json_has_the_keys_of_its_schema_in_order() -> None:
    content = json.loads(to_contract_json(extract(CONSULTATION)))
    assert list(content) == KEYS
    assert content["schema"] == "briefgen/source@1"
    assert content["metadata"]["file"] == "seeds/bron.txt"
    assert content["metadata"]["date"] == "2026-05"


def test_questions_and_answers_show_in_the_kinds_of_paragraphs() -> None:
    content = json.loads(to_contract_json(extract(CONSULTATION)))
    assert [(paragraph["id"], paragraph["kind"]) for paragraph in content["paragraphs"]] == [
        ("p1", "question"),
        ("p2", "answer"),
    ]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_contract_json(extract(CONSULTATION)) == to_contract_json(extract(CONSULTATION))


def test_the_ledger_of_questions_adds_up_for_each_party_and_for_all() -> None:
    (party, everybody) = json.loads(to_contract_json(extract(CONSULTATION)))["question_ledger"]
    assert (party["fraction"], everybody["fraction"]) == ("VVD", None)
    states = ("answered", "combined", "referred", "deferred", "unanswered")
    assert [sum(row[state] for state in states) for row in (party, everybody)] == [party["total"], everybody["total"]]
    assert party["total"] == everybody["total"] == 1


def test_a_document_without_questions_has_an_empty_ledger() -> None:
    assert json.loads(to_contract_json(extract(document("Het kabinet wil vrede."))))["question_ledger"] == []


def test_a_single_number_stands_beside_the_list_of_its_kind() -> None:
    identifiers = Identifiers(kamerstuk=("36715-32",), document=("2026D03628",), zaak=("2026Z01502", "2026Z01503"))
    made = document("Het kabinet wil vrede.")
    made = made.model_copy(update={"metadata": made.metadata.model_copy(update={"identifiers": identifiers})})
    found = json.loads(to_contract_json(extract(made)))["metadata"]["identifiers"]
    assert found["document"] == ["2026D03628"]
    assert found["document_id"] == "2026D03628"
    assert "case_id" not in found
