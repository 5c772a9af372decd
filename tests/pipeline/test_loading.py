"""What a task loads before there is something to make: a build that is ready, or a known list, is there at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("briefgen.readers", "briefgen.records", "briefgen.selection", "matplotlib", "pikepdf", "weasyprint")
"""Each takes a tenth of a second or more to load."""

LOADED = "import sys, {}; print(*(name for name in {!r} if name in sys.modules))"


@pytest.mark.parametrize("module", ["briefgen.pipeline.build", "briefgen.pipeline.listing"])
def test_nothing_heavy_is_loaded_before_it_is_needed(module: str) -> None:
    program = LOADED.format(module, HEAVY)
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
