from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.pack import Chart, Mark, Pack, Section
from briefgen.pipeline.drawings import drawings
from briefgen.store import Store

from .project import Told

TIMELINE = Chart(
    id="tijdlijn",
    kind="timeline",
    title="Tijdlijn",
    alt="Tijdlijn met 1 datum.",
    head=("Nr.", "Datum"),
    rows=(("1", "12 juni 2026"),),
    marks=(Mark(x="2026-06-12", label="1"),),
)
WHOLE = Pack(
    pack="proef",
    title="Proef",
    language="nl",
    as_of="2026-06-30",
    marking="",
    sections=(Section(id="slot", title="Kalender", charts=(TIMELINE,)),),
    citations=(),
    gaps=(),
    sources=(),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def test_each_chart_of_a_pack_has_its_drawing(store: Store) -> None:
    made = drawings(WHOLE, "nl", store, Told())
    assert list(made) == ["tijdlijn"]
    assert made["tijdlijn"].svg.startswith(b"<?xml")
    assert made["tijdlijn"].png.startswith(b"\x89PNG")


def test_a_drawing_is_made_once_and_read_back_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = drawings(WHOLE, "nl", store, Told())
    monkeypatch.setattr("briefgen.pipeline.drawings.draw", lambda *_: pytest.fail("drawn again"))
    assert drawings(WHOLE, "nl", store, Told()) == made


def test_another_language_makes_another_drawing(store: Store) -> None:
    dutch, english = (drawings(WHOLE, language, store, Told())["tijdlijn"] for language in ("nl", "en"))
    assert dutch.svg != english.svg


def test_a_damaged_file_of_the_cache_is_made_again(store: Store, tmp_path: Path) -> None:
    made = drawings(WHOLE, "nl", store, Told())
    for file in tmp_path.iterdir():
        file.write_bytes(b'{"svg": "')
    assert drawings(WHOLE, "nl", store, Told()) == made
