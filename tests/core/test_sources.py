"""The register of sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import DefinitionError
from briefgen.sources import identify, parse_register

REGISTER = (Path(__file__).parents[2] / "seeds" / "sources.toml").read_text("utf-8")


def test_the_register_lists_every_document_of_the_folder() -> None:
    register = parse_register(REGISTER, "seeds/sources.toml")
    folder = Path(__file__).parents[2] / "seeds"
    assert {entry.file for entry in register.sources} == {path.name for path in folder.iterdir()} - {"sources.toml"}


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ('kind = "rapport"', 'kind = "raport"', "'raport' kan niet bij de sleutel 'kind'. Bedoelde u: rapport?"),
        ('id = "geopolitiek-2026"', 'id = "clingendael-2026"', "de id 'clingendael-2026' staat al bij een ander"),
        ('date = "2025-04-17/2025-06"', 'date = "voorjaar 2025"', "hoort een datum zoals 2026, 2026-06"),
        ('file = "000_', 'file = "../000_', "heeft niet de vorm die bij de sleutel 'file' hoort"),
        ('id = "geopolitiek-2026"', 'id = "geo politiek"', "heeft niet de vorm die bij de sleutel 'id' hoort"),
    ],
)
def test_a_mistake_in_the_register_is_told(right: str, wrong: str, words: str) -> None:
    assert right in REGISTER
    with pytest.raises(DefinitionError) as caught:
        parse_register(REGISTER.replace(right, wrong), "seeds/sources.toml")
    assert words in caught.value.text("nl")


def test_a_source_is_named_from_the_root_of_the_project() -> None:
    entry = parse_register(REGISTER, "seeds/sources.toml").sources[0]
    source = identify(entry, "seeds", "0" * 64)
    assert (source.id, source.file) == (entry.id, f"seeds/{entry.file}")
