"""The cache on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.store import Store, key, program_fingerprint


def test_what_was_stored_is_found_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    assert store.get("a") is None
    store.put("a", b"1")
    store.put("a", b"2")
    assert store.get("a") == b"2"
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["a"]


def test_a_cache_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    store = Store(tmp_path / "cache")
    store.put("a", b"1")
    assert store.get("a") is None


def test_an_interrupted_write_leaves_the_old_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.put("a", b"old")

    def interrupted(_self: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.put("a", b"new")
    assert store.get("a") == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_key_depends_on_where_one_part_ends_and_the_next_begins() -> None:
    assert key([b"ab", b"c"]) != key([b"a", b"bc"])


def test_the_fingerprint_of_the_program_is_stable() -> None:
    assert len(program_fingerprint()) == 64
    assert program_fingerprint() == program_fingerprint()
