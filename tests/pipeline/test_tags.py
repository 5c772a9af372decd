"""The reference of the tags, written where people look for it."""

import shutil
from pathlib import Path

from briefgen.pipeline.tags import REFERENCE, write_tags

ROOT = Path(__file__).parents[2]


class _Reader:
    language = "nl"

    def __init__(self) -> None:
        self.lines: list[str] = []

    def show(self, line: str = "") -> None:
        self.lines.append(line)


def test_the_reference_is_shown_and_written(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "seeds/sources.toml", tmp_path / "seeds")
    shutil.copytree(ROOT / "templates/labels", tmp_path / "templates/labels")
    reader = _Reader()
    write_tags(tmp_path, reader)
    assert (tmp_path / REFERENCE).read_text("utf-8") == reader.lines[0] == (ROOT / REFERENCE).read_text("utf-8")
