"""The commands `check-pdf` and `twin`: what they show, what they write and how they end."""

import json
from pathlib import Path

import pikepdf
import pytest

from briefgen.errors import FindingsError, InputError, OptionError
from briefgen.messages import Language
from briefgen.pipeline.conformance import check_pdf
from briefgen.pipeline.twin import prove_twins

from ..twin.pair import pdf, word
from .faults import broken, elements
from .pages import good


class Listener:
    """Keeps what a command says."""

    language: Language = "nl"

    def __init__(self) -> None:
        self.told: list[str] = []
        self.shown: list[str] = []

    def step(self, code: str, **details: str) -> None: ...

    def tell(self, code: str, **details: str) -> None:
        self.told.append(code)

    def show(self, line: str = "") -> None:
        self.shown.append(line)

    def table(self, rows: object) -> None: ...


def test_a_good_file_ends_well_and_says_what_a_machine_cannot_check(tmp_path: Path) -> None:
    path, listener = tmp_path / "proef.pdf", Listener()
    path.write_bytes(good())
    check_pdf(path, tmp_path / "report.json", listener)
    assert (listener.told, listener.shown) == (["pdf-clean"], [])
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["clean"] is True


def test_findings_are_shown_ten_a_rule_and_written_all(tmp_path: Path) -> None:
    def without_parents(file: pikepdf.Pdf) -> None:
        for cell in elements(file, "TD"):
            cell.P = elements(file, "P")[0]

    path, listener = tmp_path / "proef.pdf", Listener()
    path.write_bytes(broken(good(), without_parents))
    with pytest.raises(FindingsError) as caught:
        check_pdf(path, tmp_path / "report.json", listener)
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert caught.value.exit_code == 3
    assert (len(listener.shown), listener.shown[-1]) == (11, "… en nog 110 keer hetzelfde.")
    assert {finding["rule"] for finding in report["findings"]} == {"wrong-parent"}
    assert len(report["findings"]) == 120


def test_a_file_that_is_not_there_is_wrong_input(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        check_pdf(tmp_path / "nergens.pdf", None, Listener())
    assert caught.value.exit_code == 1


def _pack(folder: Path, of_word: bytes, of_pdf: bytes) -> Path:
    folder.mkdir()
    (folder / f"{folder.name}.docx").write_bytes(of_word)
    (folder / f"{folder.name}.pdf").write_bytes(of_pdf)
    return folder


def test_twins_that_agree_end_well_and_say_what_was_not_compared(tmp_path: Path) -> None:
    _pack(tmp_path / "proef", word(), pdf())
    listener = Listener()
    prove_twins("proef", tmp_path, listener)
    assert listener.told[0] == "twin-equal"
    assert "twin-design-citations" in listener.told


def test_twins_that_differ_are_findings(tmp_path: Path) -> None:
    folder, listener = _pack(tmp_path / "proef", word("juli 2026", "juni 2026"), pdf()), Listener()
    with pytest.raises(FindingsError) as caught:
        prove_twins(str(folder), tmp_path, listener)
    assert caught.value.exit_code == 3
    assert any("juni" in line and "juli" in line for line in listener.shown)


def test_a_pack_without_both_forms_is_wrong_input(tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        prove_twins("proef", tmp_path, Listener())
