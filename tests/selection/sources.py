"""Small extractions for the tests of selection, with real lines of policy papers."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.document import Document, Metadata, Paragraph, ParagraphKind
from briefgen.extraction import Extraction
from briefgen.provenance import Span
from briefgen.records.action_option import ActionOption
from briefgen.records.commitment import Commitment
from briefgen.records.position import Position
from briefgen.records.question import Question
from briefgen.sources import Source, SourceKind

NEW_LETTER, OLD_LETTER, REPORT, CONSULTATION = "letter-2026", "letter-2025", "report-2026", "consultation-2025"


def source(name: str, kind: SourceKind = "kamerbrief", holder: str = "kabinet") -> Source:
    return Source(id=name, label=name.capitalize(), kind=kind, file=f"seeds/{name}.txt", sha256="0" * 64, holder=holder)


def paragraph(number: int, text: str, *headings: str, kind: ParagraphKind = "body") -> Paragraph:
    spans = (Span(number * 10_000, number * 10_000 + len(text)),)
    return Paragraph(id=f"p{number}", text=text, kind=kind, heading_path=headings, spans=spans)


def extraction(
    origin: Source,
    date: str | None,
    paragraphs: Sequence[Paragraph],
    positions: Sequence[tuple[str, str]] = (),
    commitments: Sequence[Commitment] = (),
    questions: Sequence[Question] = (),
    options: Sequence[tuple[str, str]] = (),
) -> Extraction:
    """`positions` and `options` are pairs of a paragraph and the words in it."""
    document = Document(source=origin, metadata=Metadata(date=date), length=1_000_000, paragraphs=tuple(paragraphs))
    return Extraction(
        document=document,
        positions=tuple(
            Position(text=text, paragraph=place, why="test", holder=origin.holder, modality="wants")
            for place, text in positions
        ),
        commitments=tuple(commitments),
        questions=tuple(questions),
        action_options=tuple(ActionOption(text=text, paragraph=place, why="test", theme=1) for place, text in options),
    )


ENLARGEMENT = (
    "De Kopenhagencriteria zijn leidend bij uitbreiding: hoe sneller landen hervormen, hoe sneller het kan gaan."
)
SANCTIONS = (
    "Nederland vervult een voortrekkersrol bij het verhogen van de druk op Rusland door het verder versterken van de "
    "EU-Rusland-sancties: het kabinet wil de schaduwvloot aanpakken en sanctie-omzeiling tegengaan."
)
PRESIDENCY = (
    "In 2027 is Nederland voorzitter van de Raad van Europa, de organisatie bij uitstek om invloed uit te oefenen. "
    "In 2029 is Nederland voorzitter van de Raad van de EU. "
    "Dit stelt ons in staat de agenda te bepalen en onze reputatie te versterken."
)
OLD_SANCTIONS = SANCTIONS.replace("EU-Rusland-sancties", "EU Rusland-sancties")
OLD_ENLARGEMENT = "Het kabinet staat zeer kritisch tegenover verdere uitbreiding van de EU."
EXPERT = "Zet in op versneld lidmaatschap van Oekraïne en maak werk van EU-uitbreiding."
QUESTION = (
    "De leden van de SGP-fractie hechten zeer aan de Kopenhagencriteria. "
    "Kan de minister toelichten hoe het kabinet staat in de discussie over uitbreiding van de EU?"
)
ANSWER = f"De WRR wijst op de strategische waarde van uitbreiding. {OLD_ENLARGEMENT}"
COMMITTEE = (
    "De voorzitter van de vaste commissie voor Europese Zaken, Van der Burg, legde de vragen voor aan het kabinet."
)
COUNCIL_WORDS = (
    "De Wetenschappelijke Raad voor het Regeringsbeleid beveelt aan de Nationale Veiligheidsraad te versterken, en de "
    "voorzitter van de Raad van Europa sprak met het kabinet."
)


def corpus() -> tuple[Extraction, ...]:
    """Four sources: a letter of the present cabinet, an older one, a report, and a written consultation."""
    answered = Question(
        number=31,
        numbers=(31,),
        fraction="SGP",
        question=QUESTION,
        answer=ANSWER,
        state="answered",
        question_paragraphs=("p1",),
        answer_paragraphs=("p2",),
        why="test",
    )
    inform = Commitment(
        text="Het kabinet zal de Kamer voor het zomerreces informeren over uitbreiding.",
        paragraph="p4",
        why="test",
        deadline="2026-07",
        deadline_text="voor het zomerreces",
    )
    return (
        extraction(
            source(NEW_LETTER),
            "2026-05-20",
            [
                paragraph(1, PRESIDENCY, "Nederlands EU-voorzitterschap 2029"),
                paragraph(2, ENLARGEMENT, "Versterking van partnerschappen"),
                paragraph(3, f"De steun blijft van belang. {SANCTIONS}", "Steun aan Oekraïne"),
                paragraph(4, f"Dat speelt voor Montenegro. {inform.text}", "Versterking van partnerschappen"),
            ],
            positions=[("p2", ENLARGEMENT), ("p3", SANCTIONS)],
            commitments=[inform],
        ),
        extraction(
            source(OLD_LETTER),
            "2025-03-01",
            [
                paragraph(1, OLD_SANCTIONS, "Rusland"),
                paragraph(2, OLD_ENLARGEMENT),
                paragraph(3, COMMITTEE),
                paragraph(4, COUNCIL_WORDS),
            ],
            positions=[("p1", OLD_SANCTIONS), ("p2", OLD_ENLARGEMENT)],
        ),
        extraction(
            source(REPORT, "rapport", "Clingendael"),
            "2026-03",
            [paragraph(1, EXPERT, "Thema 4 Dilemma's van EU-uitbreiding")],
            positions=[("p1", EXPERT)],
            options=[("p1", EXPERT)],
        ),
        extraction(
            source(CONSULTATION, "schriftelijk-overleg"),
            "2025-05",
            [paragraph(1, QUESTION, kind="question"), paragraph(2, ANSWER, kind="answer")],
            positions=[("p2", OLD_ENLARGEMENT)],
            questions=[answered],
        ),
    )
