"""The printed structure of a written consultation: who asks, which answer belongs to which question.

The walk goes over the blocks of a document in reading order and keeps three things in mind: the party whose turn it
is, the paragraphs that wait for an answer, and the exchange that is being answered. `question.py` and `remark.py`
make records of what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal

from ..document import Document, Heading, Paragraph
from ..lexicon import alternatives, lexicon
from ..model import Model
from .questioners import parties_of_questioners


class Parties(Model):
    """The word list of parties."""

    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, and its text without the label printed before it."""

    paragraph: Paragraph
    text: str


@dataclass(slots=True)
class Exchange:
    """A question and its answer while the walk is under way; `why` names the shape that was read."""

    numbers: tuple[int, ...]
    fraction: str | None
    question: list[Passage]
    why: str
    answer: list[Passage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Comment:
    """A paragraph in which a party introduces or remarks something that no answer takes up."""

    fraction: str | None
    paragraph: Paragraph
    why: str


@dataclass(slots=True)
class Consultation:
    """What the walk found, in reading order."""

    exchanges: list[Exchange] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


# Numbers in a row: `4`, `4 en 5`, `1, 2 en 7`, `7, 8, en 9`, `3 t/m 6`, `3-6`
NUMBERS = r"\d{1,3}(?:\s*(?:,\s*en|,|en|t/m|tot en met|-|–|&)\s*\d{1,3})*"
_RANGE = re.compile(r"(\d{1,3})\s*(?:t/m|tot en met|-|–)\s*(\d{1,3})|(\d{1,3})")

# `4. Antwoord van het kabinet`, `12 Antwoord`
_NUMBERED_ANSWER = re.compile(rf"(?P<numbers>{NUMBERS})[.:)]?\s+Antwoord(?:en)?(?:\s+van\s+.{{1,60}})?\s*:?")
# `Antwoord 4 en 5`, `Antwoord op vraag 3:`, `Antwoord`, `Antwoord:`; group `rest`: the answer on the same line
_ANSWER = re.compile(
    r"Antwoord(?:en)?(?:\s+(?:op\s+)?(?:de\s+)?(?:vra(?:ag|gen)\s+)?(?P<numbers>" + NUMBERS + r"))?\s*"
    r"(?:$|[.:]\s*)(?P<rest>.*)", re.DOTALL,
)  # fmt: skip
# `Antwoord van het kabinet`, `Antwoord van de minister van Buitenlandse Zaken:`
_ANSWER_OF = re.compile(r"Antwoord(?:en)?\s+van\s+(?:het\s+kabinet|de\s+[^.:?]{4,70})\s*:?(?P<numbers>(?!))?")
# `Vraag 4 en 5`, `Vraag 1:`, `Vragen 2, 3`, also `Vraag` alone; group `rest`: the question on the same line
_QUESTION = re.compile(
    rf"(?:Vra(?:ag|gen)\s+(?P<numbers>{NUMBERS})\s*(?:$|[.:]\s*|\s+(?=[A-Z]))|Vraag\s*(?:$|:\s*))(?P<rest>.*)",
    re.DOTALL,
)
# A number that stands alone as a paragraph: the label of a question in the Aanhangsel.
_BARE_NUMBER = re.compile(r"(?P<numbers>\d{1,3})[.:]?(?P<rest>)")
# `I Vragen en opmerkingen vanuit de fracties`, `II Antwoord/ Reactie van de minister`, `III Volledige agenda`
_PART = re.compile(r"(?:[IVX]{1,4}|\d)\.?\s+(?P<title>(?:Vragen|Antwoord|Reactie|Volledige|Inbreng|Bijlage)\b.*)")
# `Vragen en opmerkingen van de leden van de D66-fractie`, `Inbreng van de VVD-fractie`, `CDA-fractie`
_PARTY_HEADING = re.compile(
    r"(?:(?:Vragen|Inbreng|Opmerkingen|Antwoord(?:en)?|Reactie)\b.*?\b)?(?:[Dd]e\s+)?"
    r"(?P<party>(?:Lid\s+)?[\w-]+?|Partij voor de Dieren|Forum voor Democratie)-?\s?fractie\s*:?"
)
# `Vragen van het lid Piri (GL-PvdA)`, `Vragen van de leden Van der Werf en Klos (D66)`
_MEMBER_HEADING = re.compile(r"Vragen\s+van\s+(?:het\s+lid|de\s+leden)\s.{2,80}?\((?P<party>[\w-]+)\)\s*:?")
# The voice of a party: `De leden van de SGP-fractie`, `deze leden`, `vragen de aan het woord zijnde leden`.
# Not in `de vraag van de leden van …`, where an answer quotes the question.
_PARTY_VOICE = re.compile(
    r"(?<!raag van )(?<!ragen van )(?<!rzoek van )"
    r"\b(?:[Dd]e|[Dd]eze|[Vv]oornoemde|[Vv]oorgenoemde|woord zijnde)\s+leden\b(?!\s+van\s+(?:uw|de)\s+Kamer)"
    r"(?:\s+van\s+(?:de\s+)?(?:fractie\s+van\s+(?:de\s+|het\s+)?)?(?P<party>[\w-]+?)(?:-fractie|\b))?"
)
# A paragraph that begins anew instead of building on the one before.
_FRESH_START = re.compile(r"(?:De|Voor de|Tot slot|Verder|Daarnaast|Ook)\b.{0,60}?\bleden van\b")
# The verb `vragen`, not the noun of `enkele vragen`, `de vragen`, `vragen en opmerkingen`.
_TO_ASK = (
    r"(?<!enkele )(?<!enige )(?<!aantal )(?<!volgende )(?<!stellen )(?<!\bde )(?<!\ben )(?<!\bhun )"
    r"\bvragen\b(?!\s+(?:en opmerkingen|over de|bij de))"
)
# Wishing to hear: `vernemen graag`, `graag een reactie`.
_TO_HEAR = (
    r"\b(?:vernemen|horen|ontvangen|zien)\b[^.]{0,30}\bgraag\b"
    r"|\bgraag\b[^.]{0,60}\b(?:vernemen|horen|ontvangen|weten|toelicht\w+|reactie)\b"
)
# Asking: a question mark, `vragen deze leden`, `willen weten`, `zijn benieuwd`, `vernemen graag`.
_ASKING = re.compile(
    rf"\?|{_TO_ASK}|{_TO_HEAR}|\bvraagt\b|\bverzoek(?:en|t)\b|\bwillen\b[^.]{{0,40}}\bweten\b|\bbenieuwd\b"
)
# Announcing questions without asking them.
_NOUN_QUESTIONS = re.compile(
    r"\b(?:vragen en opmerkingen|nog (?:enkele|enige|een aantal|de volgende)\b.{0,20}\bvragen)\b"
)

# Kinds of sources that are consultations by themselves.
_KINDS = frozenset({"schriftelijk-overleg", "kamervragen"})

_Label = Literal["part", "party", "question", "answer", "text"]


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of the walk: a label with its numbers or party, or text."""

    label: _Label
    passage: Passage | None = None
    numbers: tuple[int, ...] = ()
    name: str | None = None


def numbers_of(text: str) -> tuple[int, ...]:
    """The numbers that a printed list means: `1, 2 en 5` and `3 t/m 5` alike."""
    found: list[int] = []
    for first, last, single in _RANGE.findall(text):
        found.extend([int(single)] if single else range(int(first), int(last) + 1))
    return tuple(found)


def consultation(document: Document) -> Consultation:
    """The exchanges and comments of a document; empty for one that is no consultation."""
    blocks = _with_unlabelled_answers(list(_blocks(document)))
    if not _is_consultation(document, blocks):
        return Consultation()
    walk = _Walk(_questioners(document, blocks))
    for block in blocks:
        walk.step(block)
    walk.close_turn()
    return walk.found


def _is_consultation(document: Document, blocks: list[_Block]) -> bool:
    """Whether the document is registered as a consultation, or prints labels of answers and of who or what they answer.

    A lone number or the name of a party between the paragraphs of a letter makes no consultation of it.
    """
    labels = {block.label for block in blocks}
    if document.source.kind in _KINDS:
        return bool(labels & {"question", "answer", "party"})
    return "answer" in labels and bool(labels & {"question", "party"})


def _questioners(document: Document, blocks: list[_Block]) -> str | None:
    """The parties of the members who put the questions, where no heading names a party."""
    if any(block.label == "party" for block in blocks):
        return None
    passages = (block.passage for block in blocks)
    opening = takewhile(lambda passage: passage and not speaks_for_party(passage.text), passages)
    lines = [document.metadata.title or "", *(passage.text for passage in opening if passage)]
    return next((", ".join(parties) for line in lines if (parties := parties_of_questioners(line))), None)


def _with_unlabelled_answers(blocks: list[_Block]) -> list[_Block]:
    """The blocks, in a document without labels of answers with one where a paragraph is known as one by its look."""
    if any(block.label == "answer" for block in blocks):
        return blocks
    result: list[_Block] = []
    kinds = [block.passage.paragraph.kind if block.passage else None for block in blocks]
    for block, kind, before in zip(blocks, kinds, [None, *kinds], strict=False):
        if kind == "answer" and before != "answer":
            result.append(_Block("answer"))
        elif kind == "question" and before == "answer":
            result.append(_Block("question"))
        result.append(block)
    return result


def _blocks(document: Document) -> Iterator[_Block]:
    """The headings and paragraphs of a document in reading order, each with what it is in a consultation."""
    items: list[Heading | Paragraph] = [*document.headings, *document.paragraphs]
    for item in sorted(items, key=lambda item: item.spans[0].start if item.spans else 0):
        if isinstance(item, Heading):
            block = _heading_block(item.text)
            if block:
                yield block
        elif item.kind not in ("signature", "table_cell"):
            yield from _paragraph_blocks(item)


def _heading_block(text: str) -> _Block | None:
    if match := _NUMBERED_ANSWER.fullmatch(text) or _ANSWER_OF.fullmatch(text) or _ANSWER.fullmatch(text):
        return _Block("answer", numbers=numbers_of(match["numbers"] or ""))
    if match := _QUESTION.fullmatch(text) or _BARE_NUMBER.fullmatch(text):
        return _Block("question", numbers=numbers_of(match["numbers"] or ""))
    if match := _PART.fullmatch(text):
        return _Block("part", name=match["title"])
    party = _party_of_heading(text)
    return _Block("party", name=party) if party else None


def _party_of_heading(text: str) -> str | None:
    names = lexicon("parties", Parties).parties
    if re.fullmatch(alternatives(names), text):
        return text
    match = _PARTY_HEADING.fullmatch(text) or _MEMBER_HEADING.fullmatch(text)
    return match["party"] if match else None


def _paragraph_blocks(paragraph: Paragraph) -> Iterator[_Block]:
    """A paragraph as its label and its text, whichever of the two it has."""
    rest: str = paragraph.text
    if match := _NUMBERED_ANSWER.fullmatch(rest) or _ANSWER_OF.fullmatch(rest):
        yield _Block("answer", numbers=numbers_of(match["numbers"] or ""))
        return
    if match := _MEMBER_HEADING.fullmatch(rest):
        yield _Block("party", name=match["party"])
        return
    if match := _ANSWER.fullmatch(rest):
        yield _Block("answer", numbers=numbers_of(match["numbers"] or ""))
        rest = match["rest"]
    elif match := _QUESTION.fullmatch(rest) or _BARE_NUMBER.fullmatch(rest):
        yield _Block("question", numbers=numbers_of(match["numbers"] or ""))
        rest = match["rest"]
    if rest:
        yield _Block("text", passage=Passage(paragraph, rest))


class _Walk:
    """The state of the walk over the blocks."""

    def __init__(self, questioners: str | None) -> None:
        self.found = Consultation()
        self.party = questioners
        self.numbers: tuple[int, ...] = ()
        self.labelled = False  # whether what waits stands behind a label
        self.waiting: list[Passage] = []
        self.answered: Exchange | None = None
        self.listening = False  # whether text belongs to somebody's turn
        self.answers_apart = False  # whether the part with all answers has begun

    def step(self, block: _Block) -> None:
        """Take one block."""
        match block.label:
            case "part":
                self._part(block.name or "")
            case "party":
                self._turn(block.name)
            case "question":
                self.close_turn()
                self.numbers, self.labelled, self.listening, self.answered = block.numbers, True, True, None
            case "answer":
                self._answer(block.numbers)
            case "text" if block.passage:
                self._text(block.passage)

    def close_turn(self) -> None:
        """What waits for an answer and gets none: a question if it was labelled or asks, else comments."""
        if self.labelled and self.waiting:
            self._open(self.waiting, self.numbers, "label:question")
        elif self.waiting:
            asking = [passage for passage in self.waiting if asks(passage.text)]
            self._comment(passage for passage in self.waiting if passage not in asking)
            if asking and not self.answered_elsewhere():
                self._open(asking, (), "voice:party")
            else:
                self._comment(asking)
        self.waiting, self.numbers, self.labelled = [], (), False

    def answered_elsewhere(self) -> bool:
        """Whether this document prints labelled answers behind the questions."""
        return any(exchange.answer for exchange in self.found.exchanges)

    def _part(self, title: str) -> None:
        self.close_turn()
        self.answers_apart = title.startswith(("Antwoord", "Reactie"))
        self.party, self.answered = None, None
        self.listening = self.answers_apart

    def _turn(self, party: str | None) -> None:
        self.close_turn()
        self.party, self.answered, self.listening = party, None, True
        if self.answers_apart:
            self.answered = self._last_of(party)

    def _answer(self, numbers: tuple[int, ...]) -> None:
        numbers, labelled = numbers or self.numbers, self.labelled and bool(self.waiting)
        if labelled:
            self.close_turn()
        known = [e for e in self.found.exchanges if set(e.numbers) & set(numbers) and not e.answer]
        if labelled and not numbers:
            self.answered = self.found.exchanges[-1]
        elif known:
            self.answered = _merged(self.found.exchanges, known)
        else:
            self._answer_to_voice(numbers)
        self.waiting, self.listening = [], True

    def _answer_to_voice(self, numbers: tuple[int, ...]) -> None:
        """An answer to what the party said before it without a label."""
        waiting = self.waiting or self._taken_back()
        first = _first_of_question(waiting)
        self._comment(waiting[:first])
        self._open(waiting[first:], numbers, "label:answer")

    def _taken_back(self) -> list[Passage]:
        """What ends the answer before and asks without naming a party: `En hoe kijkt hij aan tegen …?`."""
        answer = self.answered.answer if self.answered else []
        taken: list[Passage] = []
        while len(answer) > 1 and answer[-1].text.endswith("?"):
            taken.insert(0, answer.pop())
        return taken

    def _text(self, passage: Passage) -> None:
        if self.answers_apart:
            self._answer_of_party(passage)
        elif self.answered is not None and not (self.answered.answer and speaks_for_party(passage.text)):
            self.answered.answer.append(passage)
        elif self.listening:
            self.answered = None
            self.waiting.append(passage)

    def _answer_of_party(self, passage: Passage) -> None:
        """In the part with all answers, a paragraph that names a party turns to that party's questions."""
        voice = _PARTY_VOICE.search(passage.text)
        if voice and voice["party"] and (exchange := self._last_of(voice["party"])):
            self.answered = exchange
        if self.answered is not None:
            self.answered.answer.append(passage)

    def _last_of(self, party: str | None) -> Exchange | None:
        return next((e for e in reversed(self.found.exchanges) if e.fraction == party), None)

    def _open(self, question: list[Passage], numbers: tuple[int, ...], why: str) -> None:
        fraction = self.party or (_fraction_of(question[0].text) if question else None)
        self.answered = Exchange(numbers, fraction, question, why)
        self.found.exchanges.append(self.answered)

    def _comment(self, passages: Iterator[Passage] | list[Passage]) -> None:
        for passage in passages:
            fraction = self.party or _fraction_of(passage.text)
            self.found.comments.append(Comment(fraction, passage.paragraph, "voice:party-without-answer"))


def _merged(exchanges: list[Exchange], known: list[Exchange]) -> Exchange:
    """One exchange for questions that one answer takes together; the later ones are taken off the list."""
    first, *others = known
    for other in others:
        first.numbers += other.numbers
        first.question.extend(other.question)
        exchanges.remove(other)
    return first


def _first_of_question(waiting: list[Passage]) -> int:
    """Where the question begins in what a party says before an answer: behind its introduction and comments.

    The last paragraph that asks belongs to it, and so do those before it that ask, and one that only prepares a
    question which does not begin anew.
    """
    if not any(asks(passage.text) for passage in waiting):
        return max(0, len(waiting) - 1)
    first = next(i for i, passage in enumerate(waiting) if asks(passage.text))
    while first and not _FRESH_START.match(waiting[first].text) and not _introduces(waiting[first - 1].text):
        first -= 1
    return first


def _introduces(text: str) -> bool:
    return _NOUN_QUESTIONS.search(text) is not None or "kennisgenomen" in text


def asks(text: str) -> bool:
    """Whether a paragraph of a party asks something."""
    return _ASKING.search(_NOUN_QUESTIONS.sub("", text)) is not None


def speaks_for_party(text: str) -> bool:
    """Whether a paragraph is in the voice of the members of a party."""
    return _PARTY_VOICE.search(text) is not None


def _fraction_of(text: str) -> str | None:
    match = _PARTY_VOICE.search(text)
    return match["party"] if match else None
