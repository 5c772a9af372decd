"""A new entry of the register says what the document and the person say, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import Document, Furniture, Heading, Metadata, Paragraph, Person, as_declared
from briefgen.errors import DefinitionError
from briefgen.provenance import Span
from briefgen.recognition import DEBATE, MOVERS, holder_of, kind_of
from briefgen.registering import Given, inherited, propose, with_entry
from briefgen.sources import UNKNOWN_HOLDER, Declared, RegisterEntry, Source, parse_register

SPANS = (Span(0, 1),)
REGISTER = (Path(__file__).parents[1] / "seeds" / "sources.toml").read_text("utf-8")


def document(*lines: str, paragraphs: tuple[str, ...] = (), headings: tuple[str, ...] = (), **said: object) -> Document:
    """A document with these lines above its text."""
    source = Source(id="new", label="x", kind="overig", file="x.txt", sha256="0" * 64, holder=UNKNOWN_HOLDER)
    return Document(
        source=source,
        length=1,
        metadata=Metadata.model_validate(said),
        furniture=tuple(Furniture(kind="letterhead", text=line, spans=SPANS) for line in lines),
        headings=tuple(
            Heading(id=f"h{number}", text=text, level=1, parent=None, spans=SPANS)
            for number, text in enumerate(headings, start=1)
        ),
        paragraphs=tuple(
            Paragraph(id=f"p{number}", text=text, spans=SPANS) for number, text in enumerate(paragraphs, start=1)
        ),
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Nr. 103 Brief van de ministers van Buitenlandse Zaken en van Buitenlandse Handel", "kamerbrief"),
        ("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "kamerbrief"),
        ("Nr. 2956 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "schriftelijk-overleg"),
        ("I Vragen en opmerkingen vanuit de fracties", "schriftelijk-overleg"),
        ("Aanhangsel van de Handelingen", "kamervragen"),
        ("Vragen van het lid Piri (GroenLinks-PvdA) aan de minister van Buitenlandse Zaken", "kamervragen"),
        ("Nr. 504 GEWIJZIGDE MOTIE VAN HET LID STOFFER C.S.", "motie"),
        ("Motie: Motie van het lid Van Houwelingen over passend onderwijs", "motie"),
        ("EUROPESE COMMISSIE", "eu-document"),
        ("REGULATION (EU) No 575/2013 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL", "eu-document"),
        ("Adviesrapport 126", "rapport"),
    ],
)
def test_a_document_is_what_its_lines_begin_with(line: str, kind: str) -> None:
    assert kind_of(document("Vergaderjaar 2025-2026", line)) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Uitvoering van de motie van het lid Piri over steun",
        "Reactie op het rapport van Clingendael",
        "Besluitenlijst van de procedurevergadering",
    ],
)
def test_a_line_that_only_mentions_a_kind_tells_nothing(line: str) -> None:
    assert kind_of(document(line)) == "overig"


def test_a_letter_that_carries_out_a_motion_is_a_letter() -> None:
    letter = document("Aan de Voorzitter van de Tweede Kamer", title="Motie van het lid Piri over steun")
    assert kind_of(letter) == "kamerbrief"


def test_the_cabinet_holds_a_letter_that_a_minister_signs() -> None:
    said = {"authors": (Person(name="D. de Vries", role="minister van Financiën"),)}
    assert holder_of(document("Kamerbrief", **said), "kamerbrief") == "kabinet"
    assert holder_of(document("Kamerbrief"), "kamerbrief") is None


def test_the_publisher_holds_a_report_and_the_institution_a_paper_of_the_union() -> None:
    assert holder_of(document(publisher="Instituut X"), "rapport") == "Instituut X"
    assert holder_of(document("Council of the European Union"), "eu-document") == "Raad van de Europese Unie"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Motie van het lid Piri c.s. over steun aan Oekraïne", "Piri c.s."),
        (
            "Gewijzigde motie van de leden Dassen en Paternotte ter vervanging van die gedrukt onder nr. 12",
            "Dassen en Paternotte",
        ),
        ("Motie van het lid Van der Lee", "Van der Lee"),
    ],
)
def test_the_movers_hold_a_motion(line: str, names: str) -> None:
    match = MOVERS.match(line)
    assert match
    assert match["names"] == names
    assert holder_of(document("Nr. 12", "MOTIE VAN HET LID PIRI C.S.", line), "motie") == names


def test_a_proposal_of_the_commission_is_held_by_it_although_it_names_the_act() -> None:
    proposal = document("EUROPEAN COMMISSION", "REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL amending X")
    assert holder_of(proposal, "eu-document") == "Europese Commissie"
    assert holder_of(document("Regulation of the European Parliament and of the Council"), "eu-document") == (
        "Europees Parlement en Raad"
    )


def test_a_motion_in_capitals_has_the_names_that_its_markup_gives() -> None:
    authors = (Person(name="Van Baarle", role="indiener"), Person(name="Teunissen", role="indiener"))
    motion = document("Nr. 40 MOTIE VAN DE LEDEN VAN BAARLE EN TEUNISSEN", authors=authors)
    assert holder_of(motion, "motie") == "Van Baarle en Teunissen"
    more = motion.model_copy(update={"metadata": Metadata(authors=(*authors, Person(name="Piri", role="indiener")))})
    assert holder_of(more, "motie") == "Van Baarle, Teunissen en Piri"
    assert holder_of(document("MOTIE VAN HET LID CLAASSEN"), "motie") == "CLAASSEN"


@pytest.mark.parametrize(
    ("number", "chamber"), [("h-tk-20172018-70-6", "Tweede Kamer"), ("h-ek-20232024-1-2", "Eerste Kamer")]
)
def test_a_debate_is_known_by_its_number_and_held_by_its_chamber(number: str, chamber: str) -> None:
    debate = document("Motie van het lid X", identifiers={"publication": (number,)})
    assert kind_of(debate) == "handelingen"
    assert holder_of(debate, "handelingen") == chamber


@pytest.mark.parametrize("number", ["ah-tk-20232024-2271", "kst-36410-40", "h-vv-20232024-1"])
def test_the_number_of_another_paper_is_no_debate(number: str) -> None:
    assert not DEBATE.match(number)


@pytest.mark.parametrize("line", ["Moties", "Motie van wantrouwen", "Stemmingen over de motie van het lid Piri"])
def test_other_lines_name_no_movers(line: str) -> None:
    assert not MOVERS.match(line)


def test_what_nobody_says_is_absent_and_named() -> None:
    proposal = propose(document(), "brief van dinsdag.pdf", Given(), ())
    assert proposal.entry.model_dump() == {
        "id": "brief-van-dinsdag",
        "file": "brief van dinsdag.pdf",
        "label": "brief van dinsdag",
        "kind": "overig",
        "holder": UNKNOWN_HOLDER,
        "replaces": None,
        "declared": Declared().model_dump(),
    }
    assert proposal.missing == ("title", "date", "kind", "holder")


def test_what_a_person_gives_completes_what_the_document_says() -> None:
    given = Given(title="Toekomst van de Unie", date="2026-05", kind="rapport", holder="AIV", label="AIV (2026)")
    entry = propose(document(), "x.pdf", given, ()).entry
    assert (entry.id, entry.label, entry.kind, entry.holder) == ("toekomst-unie-2026", "AIV (2026)", "rapport", "AIV")
    assert (entry.declared.title, entry.declared.date) == ("Toekomst van de Unie", "2026-05")
    assert entry.declared.date_note is not None


def test_what_a_person_gives_goes_before_what_the_document_says_and_is_told() -> None:
    proposal = propose(document(title="Blz. 3", date="2026-04-01"), "x.pdf", Given(title="Echt", date="2025"), ())
    assert proposal.said == {"title": "Blz. 3", "date": "2026-04-01"}
    declared = proposal.entry.declared
    assert (declared.title, declared.date, declared.overrules) == ("Echt", "2025", ("title", "date"))
    assert (proposal.entry.id, proposal.date) == ("echt-2025", "2025")
    parsed = parse_register(with_entry(REGISTER, "sources.toml", proposal.entry, 0), "sources.toml")
    assert parsed.sources[0] == proposal.entry


def test_what_a_person_gives_and_the_document_says_too_is_not_declared() -> None:
    proposal = propose(document(title="Echt", date="2026-04-01"), "x.pdf", Given(title="Echt", date="2026-04-01"), ())
    assert proposal.said == {}
    assert proposal.entry.declared == Declared()


def test_of_what_is_overruled_the_document_says_nothing_any_more() -> None:
    read = document(title="Blz. 3", date="2026-04-01", spans={"title": SPANS[0], "date": SPANS[0]})
    declared = Declared(title="Echt", overrules=("title",))
    found = as_declared(read.model_copy(update={"source": read.source.model_copy(update={"declared": declared})}))
    assert (found.metadata.title, found.metadata.date, found.date) == (None, "2026-04-01", "2026-04-01")
    assert list(found.metadata.spans) == ["date"]


OLD = RegisterEntry(id="brief-2026", file="x", label="Brief (2026)", kind="rapport", holder="AIV")


@pytest.mark.parametrize(
    ("date", "label"), [("2026-05-01", "Brief (2026)"), (None, "Brief (2026)"), ("2027-01-02", None)]
)
def test_a_new_version_has_the_label_of_the_old_one_unless_its_year_differs(date: str | None, label: str) -> None:
    found = inherited(Given(), OLD, "brief-2026", document(date=date), ["brief-2026", "brief-2026-2"])
    assert (found.id, found.label, found.kind, found.holder) == ("brief-2026-3", label, "rapport", "AIV")


def test_the_id_of_a_new_version_is_no_longer_than_an_id_can_be() -> None:
    oldest = "b" * 60
    assert inherited(Given(), OLD, oldest, document(), [oldest]).id == "b" * 58 + "-2"


@pytest.mark.parametrize(("overrules", "title"), [((), None), (("title",), "Echt")])
def test_a_title_that_overruled_a_wrong_reading_does_so_in_the_new_version(
    overrules: tuple[Literal["title"], ...], title: str | None
) -> None:
    old = OLD.model_copy(update={"declared": Declared(title="Echt", overrules=overrules)})
    assert inherited(Given(), old, "brief-2026", document(title="Blz. 3"), []).title == title


@pytest.mark.parametrize(
    ("title", "date", "name"),
    [
        ("EU als geopolitieke speler", "2026-01-27", "eu-geopolitieke-speler-2026"),
        ("Beleidsbrief Buitenlandse Zaken 2026", "2026-04-24", "beleidsbrief-buitenlandse-zaken-2026"),
        ("Coördinatie & Oekraïne: §3", None, "coordinatie-oekraine-3"),
        ("欧州", "2026", "bestand-2026"),
        ("Een ontzettend" + "lang" * 30 + " woord", None, ("ontzettend" + "lang" * 30)[:45]),
    ],
)
def test_an_id_is_made_of_the_words_that_carry_the_title(title: str, date: str | None, name: str) -> None:
    assert propose(document(title=title, date=date), "bestand.txt", Given(), ()).entry.id == name


def test_two_documents_with_the_same_title_get_two_ids() -> None:
    same = document(title="Staat van de Unie", date="2026")
    taken = ["staat-unie-2026", "staat-unie-2026-2"]
    assert propose(same, "x.txt", Given(), taken).entry.id == "staat-unie-2026-3"


@given(
    st.text(max_size=200), st.text(min_size=1, max_size=30).filter(lambda name: "/" not in name and "\\" not in name)
)
def test_every_title_and_name_give_an_entry_that_can_be_written(title: str, file: str) -> None:
    entry = propose(document(title=title or None), file.replace("\n", "") or "x", Given(), ()).entry
    parsed = parse_register(with_entry(REGISTER, "sources.toml", entry, 0), "sources.toml")
    assert parsed.sources[0] == entry


ENTRY = RegisterEntry(id="new", file="new.pdf", label='Over "alles" \\ en meer', kind="rapport", holder="AIV")
ADDED = r"""[[sources]]
id = "new"
file = "new.pdf"
label = "Over \"alles\" \\ en meer"
kind = "rapport"
holder = "AIV"
"""


def test_all_other_lines_of_the_register_stay() -> None:
    count = len(parse_register(REGISTER, "x").sources)
    for index in range(count + 1):
        extended = with_entry(REGISTER, "sources.toml", ENTRY, index)
        assert ADDED in extended
        assert extended.replace(f"\n{ADDED}", "", 1) == REGISTER
        assert parse_register(extended, "x").sources[index] == ENTRY


def test_a_comment_above_a_document_stays_with_it() -> None:
    old = '# about the old one\n[[sources]]\nid = "old"\nfile = "o"\nlabel = "O"\nkind = "motie"\n'
    text = f'schema = "briefgen/sources@1"\n\n{old}'
    assert with_entry(text, "x", ENTRY, 0).endswith(f"\n\n{ADDED}\n" + old)


def test_lines_keep_their_ends() -> None:
    extended = with_entry(REGISTER.replace("\n", "\r\n"), "x", ENTRY, 1)
    assert "\n" not in extended.replace("\r\n", "")


def test_a_register_without_documents_gets_its_first() -> None:
    assert (
        with_entry('schema = "briefgen/sources@1"\nsources = []\n', "x", ENTRY, 0)
        == f'schema = "briefgen/sources@1"\n\n{ADDED}'
    )


def test_what_was_given_is_written_under_the_document() -> None:
    entry = propose(document(), "x.pdf", Given(title="T", date="2026"), ()).entry
    extended = with_entry(REGISTER, "x", entry, 0)
    assert parse_register(extended, "x").sources[0] == entry
    assert "holder" not in extended.split("[[sources]]")[1]


def test_a_register_of_another_form_is_refused_with_what_to_do() -> None:
    text = 'schema = "briefgen/sources@1"\nsources = [{ id = "a", file = "a", label = "A", kind = "motie" }]\n'
    with pytest.raises(DefinitionError) as caught:
        with_entry(text, "seeds/sources.toml", ENTRY, 0)
    assert "[[sources]]" in caught.value.text("nl")
