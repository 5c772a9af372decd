"""A pack bears its mark on every page, and never a lower one than its sources."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefgen.errors import SourceError
from briefgen.pipeline.adding import add
from briefgen.pipeline.build import build
from briefgen.pipeline.ingredients import ASSET_SUFFIXES
from briefgen.pipeline.options import BuildOptions
from briefgen.registering import Given

from .project import Told, letter

ROOT = Path(__file__).parents[2]
OPTIONS = BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx", "pdf"))
REFUSED = "RESTREINT UE/EU RESTRICTED"


def mark(project: Path, words: str) -> None:
    path = project / "seeds" / "markt.txt"
    path.write_text(f"{words}\n\n{path.read_text('utf-8')}", "utf-8")


@pytest.fixture
def styled(project: Path) -> Path:
    """A project with the stylesheet and fonts of a page too."""
    for path in ROOT.joinpath("templates").rglob("*"):
        if path.suffix in ASSET_SUFFIXES:
            target = project / "templates" / path.relative_to(ROOT / "templates")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return project


def test_a_pack_takes_the_mark_of_its_highest_source_and_says_so(styled: Path) -> None:
    mark(styled, "LIMITE")
    told = Told("en")
    build(styled, OPTIONS, styled / "out", told)
    folder = styled / "out" / "proef"
    assert json.loads((folder / "pack.json").read_bytes())["marking"] == "LIMITE"
    assert any(
        line.startswith("The pack is marked 'LIMITE' and not 'Intern', because the source") for line in told.lines
    )
    for page in pages_of(folder / "proef.pdf"):
        assert "LIMITE" in page
    with zipfile.ZipFile(io.BytesIO((folder / "proef.docx").read_bytes())) as word:
        texts = {name: word.read(name).decode() for name in word.namelist() if name.endswith(".xml")}
    edges = [text for name, text in texts.items() if name.startswith(("word/header", "word/footer"))]
    assert edges
    assert all("LIMITE" in text for text in edges)
    assert "LIMITE" in texts["docProps/core.xml"]


def test_the_mark_is_in_the_metadata_of_the_pdf(styled: Path) -> None:
    build(styled, OPTIONS.model_copy(update={"formats": ("pdf",)}), styled / "out", Told())
    with pikepdf.open(styled / "out" / "proef" / "proef.pdf") as pdf:
        assert "Intern" in str(pdf.docinfo["/Keywords"])


def test_a_mark_that_is_high_enough_stays(project: Path) -> None:
    mark(project, "Intern gebruik")
    told = Told("en")
    build(project, OPTIONS.model_copy(update={"formats": ("docx",)}), project / "out", told)
    assert json.loads((project / "out" / "proef" / "pack.json").read_bytes())["marking"] == "Intern"
    assert not any("marked" in line for line in told.lines)


def test_a_classified_source_is_not_added(project: Path) -> None:
    classified = project / "brief.txt"
    classified.write_text(f"{REFUSED}\n\n{letter('defensie')}", "utf-8")
    before = {path.name: path.read_bytes() for path in (project / "seeds").iterdir()}
    with pytest.raises(SourceError) as caught:
        add(project, classified, Given(), Told())
    assert f"classified as {REFUSED}" in caught.value.text("en")
    assert {path.name: path.read_bytes() for path in (project / "seeds").iterdir()} == before


def test_a_classified_source_stops_a_build_or_is_left_out(project: Path) -> None:
    register = project / "seeds" / "sources.toml"
    with register.open("a", encoding="utf-8") as file:
        file.write('\n[[sources]]\nid = "geheim"\nfile = "g.txt"\nlabel = "G"\nkind = "kamerbrief"\n')
    (project / "seeds" / "g.txt").write_text(f"Stg. GEHEIM\n\n{letter('defensie')}", "utf-8")
    options = OPTIONS.model_copy(update={"formats": ("docx",)})
    with pytest.raises(SourceError, match="classified as Stg"):
        build(project, options, project / "out", Told())
    build(project, options.model_copy(update={"keep_going": True}), project / "out", Told())
    pack = json.loads((project / "out" / "proef" / "pack.json").read_bytes())
    assert [source["id"] for source in pack["sources"]] == ["interne-markt-2026"]


def pages_of(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()
