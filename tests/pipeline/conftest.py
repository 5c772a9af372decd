"""A project of its own for each test of a job."""

from __future__ import annotations

from pathlib import Path

import pytest

from .project import write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project, to add to and to break."""
    return write_project(tmp_path / "project", Path(__file__).parents[2] / "templates")
