"""The definition of a pack: what people write in `templates/packs/NAME.toml`.

A definition says which chapters a pack has and what each shows; which paragraphs that brings is the work of
`selection`. Nothing of a particular pack is in code.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .definitions import line_of, parse
from .errors import DefinitionError
from .matching.terms import Term
from .messages import Language, Wording
from .model import Model
from .pack import SectionLayout
from .topics import Taxonomy, TopicId, repeated

SectionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]

Show = Literal[
    "positions",  # what holders want
    "questions",  # what parties asked, with the answers
    "remarks",  # what parties said without an answer
    "options",  # what experts propose
    "commitments",  # what was promised to the Chamber
    "figures",  # sentences with a share, an amount or a count
    "dates",  # sentences with a date
    "stances",  # what other member states and the institutions want
    "changes",  # a newer position or figure beside an older one of the same holder
    "passages",  # any other sentence on the subject
]

Order = Literal["newest", "relevance"]

LEAST = 0.55
"""The score that a statement needs when its section does not say."""


class FieldSpec(Model):
    """A row of a table that people complete.

    Attributes:
        name: what goes there (`Spreekpunten`).
        hint: what to write, printed until somebody writes it.
    """

    name: Wording
    hint: Wording


class SectionSpec(Model):
    """One chapter of a pack, or a part of the chapter before it.

    Attributes:
        intro: one sentence on what the reader finds here.
        show: the kinds of statements, all of equal rank; none for a chapter that only has parts.
        topics: ids of `topics.toml`; a statement belongs here when their terms fit.
        terms: further terms for this section alone.
        within: topics on one of which a statement must bear besides.
        exclude_terms: words that a statement of this section must not hold.
        holders: whose statements: `kabinet`, `fractie`, `expert`, or a name; empty for everybody.
        limit: the most statements it may hold.
        budget: the most lines of print that it and its parts may fill, as `selection.budget` measures them; what fits
            least is left out.
        per_paragraph: the most statements from one paragraph.
        least: the lowest score, between 0 and 1, that a statement needs.
        assured: so many statements are shown also when they fit less, down to seven tenths of `least`.
        order: newest first, or best first.
        lines: for a summary: from which sections it takes lines, and how many, in this order.
        pin: paragraphs that must be in: `SOURCE:pNUMBER`, or words that stand in them.
        exclude: paragraphs that must stay out, written in the same way.
        subject: what a summary calls it, when not by its title.
        note: a remark of the person who made the pack, printed as such.
        nature: the kind of discussion of an agenda item, for the front page.
        fields: the rows of a table that people complete, for the layout `fields`.
        optional: left out of the printed pack when nothing is in it; the list of gaps names it all the same.
    """

    id: SectionId
    title: Wording
    intro: Wording | None = None
    level: Literal[1, 2] = 1
    layout: SectionLayout = "statements"
    show: tuple[Show, ...] = ()
    topics: tuple[TopicId, ...] = ()
    terms: tuple[Term, ...] = ()
    within: tuple[TopicId, ...] = ()
    exclude_terms: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    limit: int = Field(default=8, ge=1, le=200)
    budget: int | None = Field(default=None, ge=10, le=2000)
    per_paragraph: int = Field(default=2, ge=1, le=20)
    least: float = Field(default=LEAST, ge=0, le=1)
    assured: int = Field(default=0, ge=0, le=20)
    order: Order = "newest"
    lines: dict[SectionId, Annotated[int, Field(ge=1, le=20)]] = Field(default_factory=dict)
    pin: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    subject: Wording | None = None
    note: Wording | None = None
    nature: Wording | None = None
    fields: tuple[FieldSpec, ...] = ()
    optional: bool = False


class PackSpec(Model):
    """A whole pack.

    Attributes:
        language: of titles and fixed words, when the person who builds the pack does not choose one.
        marking: a handling mark, printed on every page.
        author: who answers for the pack; stands in the properties of its files.
        word_template, html_template: names of files in `templates/`.
    """

    schema_version: Literal["briefgen/pack-definition@1"] = Field(alias="schema")
    title: Wording
    subtitle: Wording | None = None
    audience: Wording | None = None
    language: Language = "nl"
    marking: Wording
    author: Wording | None = None
    word_template: str = "brief.docx"
    html_template: str = "brief.html"
    sections: tuple[SectionSpec, ...] = Field(min_length=1)

    @cached_property
    def section_by_id(self) -> dict[str, SectionSpec]:
        """The sections by their id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def chapters(self) -> tuple[tuple[SectionSpec, ...], ...]:
        """The sections by chapter: each of level 1 with its parts behind it."""
        chapters: list[list[SectionSpec]] = []
        for section in self.sections:
            if section.level == 1 or not chapters:
                chapters.append([])
            chapters[-1].append(section)
        return tuple(tuple(chapter) for chapter in chapters)


def parse_spec(text: str, file: str) -> PackSpec:
    """The definition of a pack that a TOML text holds.

    Args:
        text: the whole file, decoded.
        file: how messages name it.

    Raises:
        DefinitionError: the text is no TOML, a key or value is wrong, two sections have the same id, or a summary
            takes lines from a section that there is not.
    """
    spec = parse(text, file, PackSpec)
    for mistake in contradictions(spec, text, file):
        raise mistake
    return spec


def contradictions(spec: PackSpec, text: str, file: str) -> Iterator[DefinitionError]:
    """What is wrong between the sections of a definition: ids that stand twice, lines of sections that there are not.

    Args:
        spec: the definition, parsed from `text`.
        text: the whole file, to find the lines of mistakes.
        file: how messages name it.
    """
    for index in repeated(section.id for section in spec.sections):
        line = line_of(text, ("sections", index, "id"))
        yield DefinitionError("repeated-id", file=file, line=line, id=spec.sections[index].id)
    for index, section in enumerate(spec.sections):
        for name in section.lines:
            if name not in spec.section_by_id:
                line = line_of(text, ("sections", index, "lines"))
                yield DefinitionError("unknown-section", file=file, line=line, name=name, known=spec.section_by_id)


def require_topics(spec: PackSpec, taxonomy: Taxonomy, text: str, file: str) -> None:
    """Check that every topic a definition names exists.

    Args:
        spec: the definition, parsed from `text`.
        taxonomy: the topics there are.
        text: the whole file, to find the line of a mistake.
        file: how messages name it.

    Raises:
        DefinitionError: a topic is unknown; the first one.
    """
    for mistake in unknown_topics(spec, taxonomy, text, file):
        raise mistake


def unknown_topics(spec: PackSpec, taxonomy: Taxonomy, text: str, file: str) -> Iterator[DefinitionError]:
    """The topics that a definition names and that do not exist.

    Args:
        spec: the definition, parsed from `text`.
        taxonomy: the topics there are.
        text: the whole file, to find the lines of mistakes.
        file: how messages name it.
    """
    for index, section in enumerate(spec.sections):
        for key, topic in (
            *(("topics", name) for name in section.topics),
            *(("within", name) for name in section.within),
        ):
            if topic not in taxonomy.by_id:
                line = line_of(text, ("sections", index, key))
                yield DefinitionError("unknown-topic", file=file, line=line, name=topic, known=taxonomy.by_id)
