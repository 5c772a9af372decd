"""Findings speak to people in both languages; the folder of a pack is held against its manifest."""

from __future__ import annotations

import pytest

from briefgen.manifest import Program, make
from briefgen.messages import LANGUAGES, Language
from briefgen.provenance import sha256
from briefgen.verification import Finding, folder_findings
from briefgen.verification.finding import CODES, GRAVITY, STATUS_OF, Code

MANIFEST = make(
    program=Program(name="briefgen", version="0.1.0", sha256="0" * 64),
    options={},
    as_of="2026-06-01",
    sources=[],
    definitions={},
    templates={},
    outputs={"pack.json": b"{}", "p.docx": b"word"},
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_each_finding_has_its_wording(code: Code, language: Language) -> None:
    text = Finding(code=code, where="markt-1", expected="verwacht", found="gevonden").text(language)
    assert text.startswith("markt-1: ")
    assert "{" not in text


def test_every_status_has_its_gravity() -> None:
    assert set(GRAVITY) == {*STATUS_OF.values(), "matches"}


def test_a_folder_as_its_manifest_says_has_no_finding() -> None:
    hashes = {"pack.json": sha256(b"{}"), "p.docx": sha256(b"word"), "p.edited-1.docx": sha256(b"eigen")}
    assert folder_findings(MANIFEST, hashes) == ()


def test_a_changed_and_a_missing_file_are_found() -> None:
    findings = folder_findings(MANIFEST, {"p.docx": sha256(b"veranderd")})
    assert [(finding.code, finding.where) for finding in findings] == [
        ("output-changed", "p.docx"),
        ("output-gone", "pack.json"),
    ]


def test_a_folder_without_a_manifest_is_unfinished() -> None:
    (finding,) = folder_findings(None, {})
    assert finding.code == "manifest-absent"
