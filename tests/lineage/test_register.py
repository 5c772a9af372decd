"""Versions in the register: a chain that ends, and one version of each text in force."""

from __future__ import annotations

import pytest

from briefgen.errors import DefinitionError
from briefgen.sources import Register, parse_register


def text(**replaces: str | None) -> str:
    """A register of sources by id, each with what it replaces."""
    tables = (
        f'[[sources]]\nid = "{name}"\nfile = "{name}.txt"\nlabel = "{name}"\nkind = "overig"\n'
        + (f'replaces = "{old}"\n' if old else "")
        for name, old in replaces.items()
    )
    return 'schema = "briefgen/sources@1"\n\n' + "\n".join(tables)


def register(**replaces: str | None) -> Register:
    return parse_register(text(**replaces), "sources.toml")


CHAIN = {"c": "b", "b": "a", "a": None, "los": None}


@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_all_versions_of_a_text_are_known_from_each(name: str) -> None:
    assert register(**CHAIN).versions(name) == ("a", "b", "c")
    assert register(**CHAIN).versions("los") == ("los",)


@pytest.mark.parametrize(("asked", "found"), [(None, "c los"), ("a", "a los"), ("c", "c los"), ("los", "c los")])
def test_one_version_of_each_text_is_in_force(asked: str | None, found: str) -> None:
    assert [entry.id for entry in register(**CHAIN).in_force(asked)] == found.split()


@pytest.mark.parametrize(
    ("replaces", "words"),
    [
        ({"a": "a"}, "'a' vervangt, al dan niet via andere bronnen, zichzelf"),
        ({"a": "c", "b": "a", "c": "b"}, "'a' vervangt, al dan niet via andere bronnen, zichzelf"),
        ({"b": "weg", "a": None}, "replaces noemt de bron 'weg', en die is er niet"),
        ({"c": "a", "b": "a", "a": None}, "'a' wordt ook door 'b' vervangen"),
    ],
)
def test_a_register_that_goes_round_or_nowhere_is_refused(replaces: dict[str, str | None], words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        register(**replaces)
    assert words in caught.value.text("nl")
    assert (
        caught.value.line == text(**replaces).splitlines().index(f'replaces = "{replaces[next(iter(replaces))]}"') + 1
    )
