"""The locks hold everything that is declared, each version with its hashes."""

import re
import tomllib

from .source_code import ROOT

# A locked version: `lxml==6.1.3 \`, or with a marker: `numpy==2.4.6 ; python_full_version < '3.12' \`.
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?: ; (?P<marker>.+))? \\$", re.MULTILINE)
# The name at the start of a requirement: `PyStemmer` of `PyStemmer>=3.0`.
REQUIRED = re.compile(r"^[A-Za-z0-9_-]+")

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNTIME, DEVELOPERS = ((ROOT / f"{name}.lock").read_text("utf-8") for name in ("requirements", "requirements-dev"))


def names(requirements: list[str]) -> set[str]:
    found = (REQUIRED.match(requirement) for requirement in requirements)
    return {match[0].lower().replace("_", "-") for match in found if match}


def pins(lock: str) -> set[tuple[str, str, str | None]]:
    return {(pin["name"], pin["version"], pin["marker"]) for pin in PINNED.finditer(lock)}


def test_what_is_declared_is_locked() -> None:
    groups = PROJECT["dependency-groups"]
    needed = names(PROJECT["project"]["dependencies"] + groups["build"])
    assert needed <= {name for name, _, _ in pins(RUNTIME)}
    assert needed | names(groups["dev"]) <= {name for name, _, _ in pins(DEVELOPERS)}


def test_developers_run_the_versions_that_users_run() -> None:
    ours = {(name, version) for name, version, _ in pins(RUNTIME)}
    assert ours <= {(name, version) for name, version, _ in pins(DEVELOPERS)}


def test_every_version_has_its_hashes() -> None:
    for lock in (RUNTIME, DEVELOPERS):
        entries = [entry for entry in PINNED.split(lock)[4::4] if entry.strip()]
        assert len(entries) == len(pins(lock))
        assert all("--hash=sha256:" in entry for entry in entries)
