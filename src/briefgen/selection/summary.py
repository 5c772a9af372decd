"""The lines of a summary: of each section that it names what says it best in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..messages import Wording
from ..pack import REPEATING
from ..spec import PackSpec, SectionSpec
from .budget import row_lines
from .cohesion import conjoins, refers_back, stands_alone
from .comparison import is_later
from .corpus import Corpus
from .excerpt import with_ground
from .outcome import Choice

HEADLINE_LENGTH = 280
"""Characters: a longer statement is hard to read as a line of a summary."""

GROUNDED_LENGTH = 320
"""Characters that a line may have together with the sentence before it, on which it leans."""

FLAW = 0.12
"""What a headline loses, of a score between 0 and 1, for being long, for not standing alone, and for referring back."""

CONJOINED = 0.04
"""What a headline loses for a word behind its first ones that ties it to the sentence before."""

BREVITY = 0.04
"""What a headline loses when it has that length, and less when it is shorter: of two that fit alike the short one."""

HANDY = 170
"""Characters: in a table that is longer than its page all the same, headlines are so short where others are as good."""

EQUAL = 0.95
"""What part of the score of the best headline is as good when a shorter one is looked for."""

LENGTHS = (280, 220, 170, 130, 90)
"""Characters: a table that is longer than its page takes shorter headlines, where its sections have them."""


def summary(
    section: SectionSpec, spec: PackSpec, chosen: Mapping[str, Sequence[Choice]], corpus: Corpus
) -> tuple[Choice, ...]:
    """The lines of a summary, section by section.

    A table with a budget first gives up the further lines of a section, then takes shorter ones that are as good; each
    section keeps one, and no sentence is cut. Where that does not help, the table is longer. A headline that leans on
    the sentence before it is quoted with that sentence; a row of a table of commitments stays as it is.

    Args:
        section: the summary.
        spec: the definition of the pack.
        chosen: the statements of each section that it takes lines from.
        corpus: the paragraphs that hold them.
    """
    editor = _Editor(spec, chosen, corpus, grounded=GROUNDED_LENGTH if section.layout in REPEATING else 0)
    lines = {name: _varied(editor.of_section(name)) for name in section.lines}

    def table(most: int, longest: int | None) -> tuple[Choice, ...]:
        rows = [
            editor.line(choice, name)
            for name, found in lines.items()
            for choice in editor.brief(found, name, longest)[: min(most, section.lines[name])]
        ]
        return tuple(row for row in rows if not any(editor.repeats(row, other) for other in rows))

    tables = [table(most, longest) for most, longest in _attempts(section)]
    fitting = (one for one in tables if section.budget is None or sum(map(row_lines, one)) <= section.budget)
    return next(fitting, table(1, HANDY))


def _attempts(section: SectionSpec) -> Iterator[tuple[int, int | None]]:
    """How many lines of each section, of at most how many characters; the first that fits is taken."""
    most = max(section.lines.values())
    yield from ((fewer, None) for fewer in range(most, 0, -1))
    yield from ((1, longest) for longest in LENGTHS)


@dataclass(frozen=True, slots=True)
class _Editor:
    """Makes headlines of what was chosen for a pack.

    Attributes:
        grounded: characters that a headline may have together with the sentence before it, on which it leans.
    """

    spec: PackSpec
    chosen: Mapping[str, Sequence[Choice]]
    corpus: Corpus
    grounded: int

    def of_section(self, name: str) -> Sequence[Choice]:
        """The headlines of a section, behind the best newer position of its chapter where one overtook them."""
        section = self.spec.section_by_id[name]
        telling = _telling(section, self._headlines(self.chosen[name]))
        if not telling or telling[0].pinned or section.level > 1:
            return telling
        newer = [choice for choice in self._positions(name) if _is_overtaken(telling[0], choice)]
        return (*self._headlines(newer)[:1], *telling)

    def brief(self, headlines: Sequence[Choice], name: str, longest: int | None) -> Sequence[Choice]:
        """Those that are short enough, with those of the parts of the chapter behind them; or else the shortest."""
        if longest is None or not headlines:
            return headlines
        further = [one for one in self._positions(name) if _is_as_good(one, headlines[0])]
        known = [*headlines, *(one for one in self._headlines(further) if one not in headlines)]
        brief = [one for one in known if len(one.evidence.text) <= longest]
        return brief or [min(known, key=lambda one: len(one.evidence.text))]

    def line(self, choice: Choice, section: str) -> Choice:
        """A choice as a line: with the sentence before it where it leans on that; a question without its answer."""
        item = choice.evidence
        paragraph = self.corpus.text(item.key)
        span = with_ground(paragraph, item.span, self.grounded)
        words = item.model_copy(update={"text": paragraph[span.start : span.end], "span": span, "answers": ()})
        return choice.model_copy(update={"origin": section, "evidence": words})

    def repeats(self, line: Choice, other: Choice) -> bool:
        """Whether another line on the same subject holds all words of this one, and more."""
        mine, its = line.evidence.span, other.evidence.span
        held = line.evidence.key == other.evidence.key and its.start <= mine.start and mine.end <= its.end
        return held and mine != its and self._subject(line) == self._subject(other)

    def _subject(self, line: Choice) -> Wording:
        section = self.spec.section_by_id[line.origin or ""]
        return section.subject or section.title

    def _positions(self, name: str) -> list[Choice]:
        """The positions of the cabinet in the chapter that a section begins; none for a section that begins none."""
        parts = [part.id for chapter in self.spec.chapters if chapter[0].id == name for part in chapter]
        return [
            choice
            for part in parts
            for choice in self.chosen[part]
            if (choice.evidence.type, choice.evidence.holder_kind, choice.evidence.change)
            == ("position", "kabinet", None)
        ]

    def _headlines(self, choices: Sequence[Choice]) -> list[Choice]:
        """The statements of a section, those first that say it best in one line.

        Pinned ones lead; then what no newer letter of the cabinet overtook, its own words before those of others,
        positions before other sentences; then the best, where a line that is long or does not stand alone counts less.
        """
        dates = [choice.evidence.date for choice in choices if choice.evidence.holder_kind == "kabinet"]

        def precedence(choice: Choice) -> tuple[bool, bool, bool, bool, float]:
            item = choice.evidence
            return (
                not choice.pinned,
                any(is_later(date, item.date) for date in dates),
                item.holder_kind != "kabinet",
                item.type != "position",
                self._flaws(choice) - (choice.score or 0.0),
            )

        return sorted(choices, key=precedence)

    def _flaws(self, choice: Choice) -> float:
        """What a choice loses as a headline: for its length, and for what ties it to words that are not quoted."""
        length = len(choice.evidence.text)
        told = self.line(choice, "").evidence.text
        leaning = FLAW * (not stands_alone(told)) + FLAW * refers_back(told) + CONJOINED * conjoins(told)
        return leaning + FLAW * (length > HEADLINE_LENGTH) + BREVITY * length / HEADLINE_LENGTH


def _is_as_good(one: Choice, best: Choice) -> bool:
    """Whether a statement can take the place of the best headline: as new, as fitting, and readable by itself."""
    fits = (one.score or 0.0) >= EQUAL * (best.score or 0.0)
    return fits and not is_later(best.evidence.date, one.evidence.date) and stands_alone(one.evidence.text)


def _is_overtaken(older: Choice, newer: Choice) -> bool:
    return is_later(newer.evidence.date, older.evidence.date)


def _telling(section: SectionSpec, headlines: Sequence[Choice]) -> Sequence[Choice]:
    """Those that fit well, without what a section holds only because it is assured of it; of a chapter at least one."""
    fitting = [one for one in headlines if one.pinned or one.score is None or one.score >= section.least]
    return fitting or headlines[: 1 if section.level == 1 else 0]


def _varied(choices: Sequence[Choice]) -> list[Choice]:
    """The choices with those behind the others whose leading term an earlier one has: they say much the same."""
    seen: set[str] = set()
    first: list[Choice] = []
    later: list[Choice] = []
    for choice in choices:
        leading = choice.terms[0] if choice.terms else choice.evidence.key
        (later if leading in seen else first).append(choice)
        seen.add(leading)
    return first + later
