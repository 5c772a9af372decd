"""What is measured: the JSON that `extract` and `build-pack` write (`briefgen/source@1`, `briefgen/pack@1`)."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Literal

from pydantic import Field, JsonValue

from .tolerant import Rows, Text, Tolerant

SEED_LENGTH = 3
"""A source goes by the first three characters of its file name in annotations."""


class Named(Tolerant):
    """Anything with a name."""

    name: Text = ""


class Titled(Tolerant):
    """Anything with a title, and authors where it has them."""

    title: Text = ""
    authors: Rows[Named] = ()


class Stated(Tolerant):
    """Anything with a text; the values that its kind of record has besides."""

    text: Text = ""
    theme: JsonValue = None
    deadline: JsonValue = None
    date: JsonValue = None
    value: JsonValue = None


class ExportedParagraph(Tolerant):
    """A paragraph of a source."""

    id: str
    text: Text
    kind: str | None = None


class ExportedFootnote(Tolerant):
    """A footnote and the place of its mark."""

    label: str | int
    text: Text
    paragraph: str | None = None
    offset: int | None = None


class ExportedReference(Tolerant):
    """A reference as printed and in normal form."""

    raw: Text = ""
    type: str | None = None
    id: str | None = None


class ExportedQuestion(Tolerant):
    """A numbered question with its answer."""

    number: int | None = None
    fraction: Text = ""
    question: Text = ""
    answer: Text = ""
    cross_references: Rows[int] = ()


class ExportedScenario(Tolerant):
    """A scenario with its cells of the table of criteria."""

    name: Text = ""
    criteria: Rows[Stated] = ()


class ExportedMetadata(Tolerant):
    """What a source says of itself."""

    id: str
    file: str
    title: Text = ""
    date: Text = ""
    identifiers: dict[str, Rows[str] | str] = Field(default_factory=dict)


class SourceExport(Tolerant):
    """The records of one source."""

    schema_version: Literal["briefgen/source@1"] = Field(alias="schema")
    metadata: ExportedMetadata
    headings: Rows[Stated] = ()
    paragraphs: Rows[ExportedParagraph] = ()
    footnotes: Rows[ExportedFootnote] = ()
    references: Rows[ExportedReference] = ()
    positions: Rows[Stated] = ()
    commitments: Rows[Stated] = ()
    key_dates: Rows[Stated] = ()
    figures: Rows[Stated] = ()
    questions: Rows[ExportedQuestion] = ()
    remarks: Rows[Stated] = ()
    views: Rows[Titled] = ()
    action_options: Rows[Stated] = ()
    open_questions: Rows[Stated] = ()
    captions: Rows[Stated] = ()
    pull_quotes: Rows[Stated] = ()
    scenarios: Rows[ExportedScenario] = ()
    actors: Rows[Named] = ()

    @property
    def seed(self) -> str:
        """The characters that annotations know this source by."""
        return PurePosixPath(self.metadata.file).name[:SEED_LENGTH]


class ExportedCitation(Tolerant):
    """A cited paragraph."""

    key: str
    source: str
    text: Text


class ExportedItem(Tolerant):
    """One statement of a pack."""

    citations: Rows[str] = ()


class ExportedSection(Tolerant):
    """A section of a pack."""

    items: Rows[ExportedItem] = ()


class PackExport(Tolerant):
    """A pack, as far as its citations go."""

    schema_version: Literal["briefgen/pack@1"] = Field(alias="schema")
    sections: Rows[ExportedSection] = ()
    citations: Rows[ExportedCitation] = ()


def texts(rows: tuple[Stated, ...]) -> list[str]:
    """The texts of some rows."""
    return [row.text for row in rows]
