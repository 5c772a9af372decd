"""Real papers in XML beside the repository: what was counted by hand."""

from __future__ import annotations

import pytest

from ..web.samples import sample

MOTIONS = {
    "s08-motie-kst-36410-XVII-40.xml": ("36410-XVII-40", "2024-01-31", 2, ("21501-21-2648",)),
    "s09-motie-kst-21501-20-1978.xml": ("21501-20-1978", "2023-12-12", 2, ("21501-02-2790",)),
    "s10-motie-kst-36600-VI-119-gewijzigd.xml": ("36600-VI-119", "2024-12-03", 5, ("29936-69",)),
}


@pytest.mark.parametrize("name", MOTIONS)
def test_a_motion_has_its_number_date_movers_and_references(name: str) -> None:
    document = sample(name)
    targets = tuple(link.target for link in document.links)
    found = document.metadata
    assert (*found.identifiers.kamerstuk, found.date, len(found.authors), targets) == MOTIONS[name]


def test_votes_have_their_speakers_and_papers() -> None:
    document = sample("s11-handelingen-h-tk-20172018-70-6-stemmingen.xml")
    speakers = [heading.text for heading in document.headings if heading.level == 2]
    assert speakers.count("De voorzitter") == 6
    assert speakers.count("De heer Graus (PVV)") == 1
    assert {link.target for link in document.links} == {f"21501-08-{number}" for number in (719, 721, 722, 724, 726)}


def test_a_debate_has_its_speakers_and_motions() -> None:
    document = sample("s12-handelingen-h-tk-20172018-70-4-vao-wmo.xml")
    speakers = [heading.text for heading in document.headings if heading.level == 2]
    assert len(speakers) == 25
    assert speakers.count("De voorzitter") == 13
    assert speakers.count("Minister De Jonge") == 4
    assert speakers.count("Mevrouw Dijksma (PvdA)") == 3
    assert sum(heading.text == "Motie" for heading in document.headings) == 5
    assert {link.target for link in document.links} == {f"29538-{number}" for number in range(253, 258)}
    assert document.metadata.identifiers.publication == ("h-tk-20172018-70-4",)
