"""Real files beside the repository, where somebody put them: counted by hand, never copied."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefgen.document import Document

from .page import proven

FOLDER = Path(os.environ.get("BRIEFGEN_SAMPLES", "samples"))


def sample(name: str) -> Document:
    """The document of a sample, proven to lose nothing; the test is skipped where the file is not there."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"{name} is not there; BRIEFGEN_SAMPLES names the folder of the samples")
    return proven(path.read_bytes(), f"seeds/{name}")
