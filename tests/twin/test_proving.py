"""Which folder `twin` looks in."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import OptionError
from briefgen.pipeline.twin import prove_twins

from ..pipeline.project import Told


def test_a_name_that_is_nearly_that_of_a_built_pack_is_told(tmp_path: Path) -> None:
    (tmp_path / "presidency-2029").mkdir()
    (tmp_path / "presidency-2029" / "manifest.json").write_text("{}")
    (tmp_path / "records").mkdir()
    with pytest.raises(OptionError, match=r"Did you mean: presidency-2029\?"):
        prove_twins("presidancy-2029", tmp_path, Told("en"))
