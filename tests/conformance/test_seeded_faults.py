import pytest
from pytest import param

from briefgen.conformance import RULES, check
from briefgen.messages import LANGUAGES
from briefgen.tagged import read_tagged

from .faults import Seed, broken
from .further_faults import SEEDS
from .pages import good

# Rules whose fault is seeded elsewhere: in the bytes of a file, or in a file made for it.
ELSEWHERE = {
    "header",
    "taken-for-text",
    "rest-after-end",
    "no-identifier",
    "encrypted",
    "split-list",
    "split-row",
    "repeated-head",
}

FIRST = {rule: number for number, (rule, _) in reversed(list(enumerate(SEEDS)))}
"""The first fault of each rule is always seeded; its variants are among the long checks."""

FAULTS = [
    param(rule, fault, id=f"{rule}-{number}", marks=() if FIRST[rule] == number else pytest.mark.slow)
    for number, (rule, fault) in enumerate(SEEDS)
]


def test_nothing_is_found_in_a_good_file() -> None:
    report = check(read_tagged(good(), "proef.pdf"), "proef.pdf")
    assert not [finding.text("en") for finding in report.findings]
    assert report.clean
    assert report.pages > 3


@pytest.mark.parametrize(("rule", "fault"), FAULTS)
def test_a_seeded_fault_is_found(rule: str, fault: Seed) -> None:
    report = check(read_tagged(broken(good(), fault), "proef.pdf"), "proef.pdf")
    assert rule in {finding.rule for finding in report.findings}
    assert all(finding.text(language) for finding in report.findings for language in LANGUAGES)


def test_every_rule_has_a_seeded_fault() -> None:
    assert {rule.code for rule in RULES} == {rule for rule, _ in SEEDS} | ELSEWHERE


def test_every_rule_names_its_clause() -> None:
    assert all(rule.clauses and all(clause.startswith("ISO ") for clause in rule.clauses) for rule in RULES)
    assert len({rule.code for rule in RULES}) == len(RULES)
