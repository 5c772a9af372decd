import io
import zipfile

import pytest

from briefgen.archive import ArchiveError, open_archive, read_entry, write_archive

ENTRIES = {"b.xml": b"<b/>", "mimetype": b"application/x", "a.xml": b"<a/>" * 100}


def test_an_archive_does_not_depend_on_the_order_in_which_its_entries_are_given() -> None:
    assert write_archive(ENTRIES, "mimetype") == write_archive(dict(reversed(ENTRIES.items())), "mimetype")


def test_an_archive_begins_with_the_entry_that_must_be_first_and_comes_out_as_it_went_in() -> None:
    with open_archive(write_archive(ENTRIES, "mimetype", stored={"mimetype"})) as archive:
        assert archive.namelist() == ["mimetype", "a.xml", "b.xml"]
        assert {name: read_entry(archive, name) for name in ENTRIES} == ENTRIES
        compressed = {entry.filename: entry.compress_type == zipfile.ZIP_DEFLATED for entry in archive.infolist()}
        assert compressed == {"mimetype": False, "a.xml": True, "b.xml": True}


def test_two_entries_with_one_name_are_damage() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("a.xml", b"1")
        archive.writestr("a.xml", b"2")
    with pytest.raises(ArchiveError) as caught:
        open_archive(buffer.getvalue())
    assert caught.value.problem == "damaged"


def test_an_entry_that_is_not_there_is_damage() -> None:
    with open_archive(write_archive(ENTRIES, "mimetype")) as archive, pytest.raises(ArchiveError):
        read_entry(archive, "c.xml")
