"""Modules and functions stay small enough to be read in one go."""

from pathlib import Path

import pytest

from .source_code import code_lines, functions, modules, name_of

LONGEST_MODULE = 400
LONGEST_FUNCTION = 40


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_fits_in_the_budget(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_every_function_fits_in_the_budget(path: Path) -> None:
    lengths = {node.name: code_lines(path, node) for node in functions(path)}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}
