"""What is measured against: annotations made by hand (`tests/gold/`, with the guidelines that annotators followed)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, JsonValue, TypeAdapter

from .tolerant import Rows, Text, Tolerant

GOLD_FILES = "*-[0-9h][0-9][0-9].json"
"""The file names of annotations of a source; they end in the characters that the source goes by."""


def _text_of_row(value: object) -> object:
    return value.get("text") if isinstance(value, dict) else value


def _name_of_row(value: object) -> object:
    return value.get("name") if isinstance(value, dict) else value


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


Line = Annotated[Text, BeforeValidator(_text_of_row)]
"""A text, bare or in a row with remarks on it."""

PersonName = Annotated[Text, BeforeValidator(_name_of_row)]
"""The name of a person, bare or in a row with the role."""

LetterPart = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
"""The lines of one part of a letter (`letterhead`, `signature`)."""


class GoldText(Tolerant):
    """An annotated text; outside the set `core`, finding it is neither right nor wrong."""

    text: Text = ""
    set: str = "core"
    theme: JsonValue = None


class GoldFootnote(Tolerant):
    """A footnote. `anchor_context` is the text before its mark."""

    label: str | int
    text: Text
    anchor_context: Text = ""


class GoldReference(Tolerant):
    """A reference.

    Attributes:
        tier: `cited`, or another word for a paper that is only mentioned.
        form: `citation`, or another word for a bare name.
        normalised: normal form; `literal_id` and `normalised_as_printed` are right as well.
        resolves_to: the paper that a name stands for.
    """

    raw: Text
    type: str | None = None
    tier: str = "cited"
    form: str = "citation"
    normalised: str | None = None
    literal_id: str | None = None
    normalised_as_printed: str | None = None
    resolves_to: str | None = None


class GoldSentence(Tolerant):
    """A sentence with the kinds of record it is (`labels`) or may be (`doubtful`)."""

    text: Text
    labels: Rows[str] = ()
    doubtful: Rows[str] = ()
    position_kind: str | None = None


class GoldStatement(Tolerant):
    """A sentence with its value: the deadline of a commitment, a date, a number."""

    sentence: Text = ""
    text: Text = ""
    level: str = "core"
    doubtful: bool = False
    deadline: JsonValue = None
    date: JsonValue = None
    value: JsonValue = None

    @property
    def is_certain(self) -> bool:
        """Whether annotators agreed on it."""
        return self.level == "core" and not self.doubtful


class GoldQuestion(Tolerant):
    """A numbered question with its answer."""

    number: int
    fraction: Text
    question_text: Text
    answer_text: Text
    cross_references: Rows[int] = ()


class GoldView(Tolerant):
    """A contribution to a report, with its authors."""

    title: Text
    authors: Rows[PersonName] = ()


class GoldTheme(Tolerant):
    """A theme of a report; either field holds its contributions."""

    expert_views: Rows[GoldView] = ()
    views: Rows[GoldView] = ()


class GoldActor(Tolerant):
    """A person. An eponym only lends his name to something (`motie-Jansen`)."""

    name: str
    eponym: bool = False


class GoldMetadata(Tolerant):
    """What a source says of itself; empty where it says nothing."""

    title: Text = ""
    date: Text = ""
    document_id: Text = ""
    case_id: Text = ""
    paper_ids: Rows[str] = ()


class SourceGold(Tolerant):
    """The annotation of one source.

    Attributes:
        partial: only part of the source is annotated, so that precision cannot be told.
        scenarios: scenarios with their table, as a tree.
    """

    partial: bool = False
    metadata: GoldMetadata = GoldMetadata()
    letter_parts: dict[str, LetterPart] = Field(default_factory=dict)
    boilerplate: Rows[Line] = ()
    furniture: Rows[Line] = ()
    paragraphs: Rows[Line] = ()
    split_paragraphs: Rows[Line] = ()
    headings: Rows[Line] = ()
    footnotes: Rows[GoldFootnote] = ()
    references: Rows[GoldReference] = ()
    sentences: Rows[GoldSentence] = ()
    footnote_sentences: Rows[GoldSentence] = ()
    commitments: Rows[GoldStatement] = ()
    key_dates: Rows[GoldStatement] = ()
    figures: Rows[GoldStatement] = ()
    qa: Rows[GoldQuestion] = ()
    remarks: Rows[GoldText] = ()
    action_options: Rows[GoldText] = ()
    open_questions: Rows[GoldText] = ()
    captions: Rows[GoldText] = ()
    pull_quotes: Rows[GoldText] = ()
    themes: Rows[GoldTheme] = ()
    scenarios: JsonValue = None
    actors: Rows[GoldActor] = ()


class Unit(Tolerant):
    """A passage of a source that was judged for packs."""

    id: str
    seed: str
    text: str


class Requirement(Tolerant):
    """A passage that a pack must or must not cite; those of `also_in` say the same."""

    unit: str
    also_in: Rows[str] = ()


class PackGold(Tolerant):
    """What is required of one pack; its folder has one of the names."""

    name: str
    build: Rows[str] = ()
    must_contain: tuple[Requirement, ...]
    must_not_contain: tuple[Requirement, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the folder, the best one first."""
        return (self.name, *self.build)


PACK_REQUIREMENTS = TypeAdapter(dict[str, PackGold])
"""The form of `pack-requirements.json`: requirements by code of the pack."""


class Judgements(Tolerant):
    """Relevance judgements of passages for packs.

    Attributes:
        units: the passages.
        grades: by code of the pack and id of the passage: 2 essential, 1 relevant, 0 not.
        second: by code of the pack, passages that a second judge finds relevant; citing them is not wrong.
        packs: what is required, by code of the pack.
    """

    units: tuple[Unit, ...]
    grades: dict[str, dict[str, int]]
    second: dict[str, frozenset[str]] = Field(default_factory=dict)
    packs: dict[str, PackGold]


def read_judgements(units: str, grades: str, second: str, requirements: str) -> Judgements:
    """The judgements in the texts of their four files.

    Args:
        units: `units.jsonl`, a passage a line.
        grades: `qrels.tsv`: code of the pack, id of the passage, grade, with tabs between.
        second: `qrels2.tsv`, the same with a heading; empty when there was no second judge.
        requirements: `pack-requirements.json`.

    Raises:
        pydantic.ValidationError: a file does not have this form.
    """
    relevant: dict[str, set[str]] = {}
    for pack, unit, grade in _table(second):
        if grade:
            relevant.setdefault(pack, set()).add(unit)
    graded: dict[str, dict[str, int]] = {}
    for pack, unit, grade in _table(grades):
        graded.setdefault(pack, {})[unit] = grade
    return Judgements(
        units=tuple(Unit.model_validate_json(line) for line in units.splitlines() if line.strip()),
        grades=graded,
        second={pack: frozenset(ids) for pack, ids in relevant.items()},
        packs=PACK_REQUIREMENTS.validate_json(requirements),
    )


def _table(text: str) -> list[tuple[str, str, int]]:
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("pack\t")]
    return [(pack, unit, int(grade)) for pack, unit, grade in rows]
