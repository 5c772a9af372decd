"""Memory: what a reference means that only the rest of the document tells.

A named paper gets the number that stands beside it or in the note at its end; the same name elsewhere means the same
paper; "Idem." is the note before; "die motie" is the motion named last; `stuk nr. 253` is of the dossier in which that
number was named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from .bibliography import read_same, read_titles
from .checking import KnownPapers, checked
from .mention import Mention, Paper
from .scanner import scan
from .tokens import tokenize
from .vocabulary import parliament, titles

# What may stand between a name and the number in brackets that it has: the rest of the phrase, no end of a sentence.
BESIDE = re.compile(r"[\s,;:(–-]*|(?:[^.;:()]|\.(?!\s))*\(")
# The end of a sentence within a text: what stands before it does not belong to a mark behind it.
SENTENCE_END = re.compile(r"[.!?][’”\"»)]?\s+[A-Z‘“«]")
# A title in quotation marks: ‘Kabinetsreactie WRR-rapport …’
QUOTATION = re.compile(r"[‘“«\"'] ?(?P<title>[^’”»\"]+)[’”»\"]")
# How many characters may stand between a name and its mark: for a letter or a motion, and for other papers, whose name
# may stand in the sentence without being what the note gives.
FARTHEST, NEAR = 250, 25
# How many passages before `die motie` the motion may have been named.
PASSAGES_BACK = 12


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note: its place in a text, and the index of the passage that the note is."""

    offset: int
    note: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in which references stand.

    Attributes:
        text: a clean paragraph or note.
        is_note: whether it is a note.
        marks: the notes that it calls, in order.
    """

    text: str
    is_note: bool = False
    marks: tuple[NoteMark, ...] = ()


@dataclass
class _Memory:
    """What the passages say, mention by mention; the only thing here that changes."""

    passages: Sequence[Passage]
    mentions: list[list[Mention]]
    bindings: dict[str, list[tuple[int, Mention]]] = field(default_factory=dict)
    callers: dict[int, tuple[int, int]] = field(default_factory=dict)
    numbers: dict[str, set[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Notes which passage calls each note, and in which dossiers each number is named."""
        for place, passage in enumerate(self.passages):
            for mark in passage.marks:
                self.callers[mark.note] = (place, mark.offset)
        for mentions in self.mentions:
            for paper in (mention.paper for mention in mentions):
                if paper and paper.dossier:
                    self.numbers.setdefault(paper.number, set()).add((paper.dossier, paper.addition))

    def each(self, change: Callable[[int, int, Mention], Mention]) -> None:
        """Replaces every mention by what `change` makes of it, in reading order."""
        for place, mentions in enumerate(self.mentions):
            for index, mention in enumerate(mentions):
                mentions[index] = change(place, index, mention)


def resolve(
    passages: Sequence[Passage], known: frozenset[str] = frozenset(), dossiers: frozenset[str] = frozenset()
) -> tuple[tuple[Mention, ...], ...]:
    """The references of all passages of a document, resolved as far as the document tells.

    Args:
        passages: paragraphs and notes in reading order.
        known: ids of papers that are known to exist.
        dossiers: dossiers that the document itself belongs to (`36715`, `36800-V`).

    Returns:
        For each passage its mentions, in order.
    """
    memory = _Memory(passages, [_read(passage) for passage in passages])
    papers = KnownPapers.of((mention for mentions in memory.mentions for mention in mentions), known)
    memory.each(lambda _place, _index, mention: checked(mention, papers))
    memory.each(lambda _place, _index, mention: _within_dossier(mention, memory, dossiers))
    memory.each(lambda place, index, mention: _bound(place, index, mention, memory))
    memory.each(lambda place, _index, mention: _remembered(place, mention, memory))
    memory.each(lambda place, index, mention: _referring_back(place, index, mention, memory))
    return tuple(
        tuple(mention for mention in mentions if mention.why != "aforementioned") for mentions in memory.mentions
    )


def _read(passage: Passage) -> list[Mention]:
    """The mentions of one passage; in a note also titles and "Idem."."""
    if not passage.is_note:
        return list(scan(passage.text))
    same = read_same(passage.text)
    if same:
        return [same, *(mention for mention in scan(passage.text) if mention.start >= same.end)]
    found = scan(passage.text)
    named = read_titles(passage.text, found)
    free = [mention for mention in found if not any(_overlap(mention, title) for title in named)]
    return sorted([*free, *named], key=lambda mention: mention.start)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


# --------------------------------------------------------------------------------------- number in a dossier


def _within_dossier(mention: Mention, memory: _Memory, own: frozenset[str]) -> Mention:
    """`stuk nr. 253`, with the dossier in which the same number is named, or the only one of the document."""
    if mention.paper is None or mention.paper.dossier:
        return mention
    number = mention.paper.number
    named = memory.numbers.get(number, set())
    if not named:
        named = {(dossier, addition) for dossier, _, addition in (entry.partition("-") for entry in own)}
    if len(named) != 1:
        return mention
    dossier, addition = next(iter(named))
    paper = Paper(dossier, addition, number)
    return replace(mention, id=paper.id, paper=paper, status="repaired", why=f"{mention.why}+dossier")


# ------------------------------------------------------------------------------------------------- names


def _bound(place: int, index: int, mention: Mention, memory: _Memory) -> Mention:
    """A named paper with the number that stands beside it or in its own note."""
    if not mention.name:
        return mention
    if mention.id is not None:
        _bind(place, mention, mention, memory)
        return mention
    beside = _beside(place, index, memory)
    target = beside or _in_note(place, index, memory)
    if not target or not _can_mean(mention, target):
        return mention
    _bind(place, mention, target, memory)
    return mention.resolved(target, "certain", f"{mention.why}+{'beside' if beside else 'note'}")


def _bind(place: int, mention: Mention, target: Mention, memory: _Memory) -> None:
    for key in _keys(mention):
        memory.bindings.setdefault(key, []).append((place, target))


def _can_mean(mention: Mention, target: Mention) -> bool:
    """Whether a name can be that of the paper: a paper of the Union or a law has no number of the Chamber."""
    return target.id is not None and mention.type not in {"eu-doc", "wet", "artikel"}


def _beside(place: int, index: int, memory: _Memory) -> Mention | None:
    """The paper whose number follows the mention at `index` within the same phrase."""
    mentions, text = memory.mentions[place], memory.passages[place].text
    if index + 1 >= len(mentions):
        return None
    mention, following = mentions[index], mentions[index + 1]
    if following.paper is None or following.name or following.start - mention.end > FARTHEST:
        return None
    return following if BESIDE.fullmatch(text, mention.end, following.start) else None


def _in_note(place: int, index: int, memory: _Memory) -> Mention | None:
    """The paper that the note at the end of the mention, or of its sentence, gives a number to."""
    mentions, passage = memory.mentions[place], memory.passages[place]
    end = mentions[index].end
    limit = mentions[index + 1].start if index + 1 < len(mentions) else len(passage.text)
    farthest = FARTHEST if mentions[index].type in {"kamerstuk", "motie"} else NEAR
    nearest = bisect_left(passage.marks, end, key=lambda mark: mark.offset)
    if nearest == len(passage.marks):
        return None
    mark = passage.marks[nearest]
    if mark.offset > min(max(end, limit), end + farthest) or SENTENCE_END.search(passage.text, end, mark.offset):
        return None
    cited = {other.id: other for other in memory.mentions[mark.note] if other.paper and other.paper.dossier}
    return next(iter(cited.values())) if len(cited) == 1 else None


def _remembered(place: int, mention: Mention, memory: _Memory) -> Mention:
    """A named paper that was given a number elsewhere in the document: the last time before, or the first after."""
    if mention.status != "unresolved" or not mention.name:
        return mention
    bindings = memory.bindings.get(_key(mention), [])
    if mention.type == "motie" and len({target.id for _, target in bindings}) > 1:
        return mention
    earlier = [target for bound, target in bindings if bound <= place]
    later = bindings[0][1] if bindings and not _is_bare_letter(mention) else None
    target = earlier[-1] if earlier else later
    if not target:
        return mention
    return mention.resolved(target, "repaired", f"{mention.why}+memory")


def _is_bare_letter(mention: Mention) -> bool:
    """Whether a letter is named by its kind alone (`Voortgangsbrief`): it is one that was named before."""
    return mention.type == "kamerstuk" and mention.why.startswith("name:compound")


def _keys(mention: Mention) -> tuple[str, ...]:
    """The names under which a paper is remembered: its own, and the title in its quotation marks."""
    quotation = QUOTATION.search(mention.name)
    title = _key(replace(mention, name=quotation["title"])) if quotation and mention.type != "motie" else ""
    return tuple(dict.fromkeys(key for key in (_key(mention), title) if key))


def _key(mention: Mention) -> str:
    """What two names of the same paper have in common; for a motion, its first mover."""
    listed = titles().function_words
    tokens = [token for token in tokenize(mention.name) if token.kind in {"word", "number"}]
    words = [token.lower for token in tokens if token.lower not in listed]
    if mention.type != "motie":
        return "".join(words)
    movers = [word for word in words if word not in parliament().name_particles and word not in {"lid", "leden"}]
    return "motie " + "".join(movers[1:2])


# ----------------------------------------------------------------------------------------- referring back


def _referring_back(place: int, index: int, mention: Mention, memory: _Memory) -> Mention:
    if mention.why == "same":
        return _same(place, mention, memory)
    if mention.why == "aforementioned":
        target = _last(place, index, mention, memory)
        return mention.resolved(target, "repaired" if target.id else "unresolved", "memory:last") if target else mention
    return mention


def _last(place: int, index: int, mention: Mention, memory: _Memory) -> Mention | None:
    """The mention of the same type before this one that is nearest; one with the same word goes first."""
    word = memory.passages[place].text[mention.start : mention.end].split()[-1].lower()
    candidates = list(_before(place, index, mention, memory))
    same = (other for other in candidates if word in other.name.lower())
    return next(same, candidates[0] if candidates else None)


def _before(place: int, index: int, mention: Mention, memory: _Memory) -> Iterator[Mention]:
    """The mentions of the same type in this and the few passages before, the nearest first."""
    for earlier in range(place, max(-1, place - PASSAGES_BACK), -1):
        mentions = memory.mentions[earlier][:index] if earlier == place else memory.mentions[earlier]
        if memory.passages[earlier].is_note and earlier != place:
            continue
        for other in reversed(mentions):
            if other.type == mention.type and other.why != "aforementioned":
                yield other


def _same(place: int, mention: Mention, memory: _Memory) -> Mention:
    """The paper of "Idem.": the note before it; the paper named at its mark where that is another one."""
    before = _note_before(place, memory)
    at_mark = _named_at_mark(place, memory)
    target = at_mark or before
    if not target:
        return mention
    if at_mark and before and at_mark.id != before.id:
        doubtful = mention.resolved(target, "doubtful", "memory:mark")
        return replace(doubtful, proposal=target.id)
    return mention.resolved(target, "repaired", "memory:mark" if at_mark else "memory:note-before")


def _note_before(place: int, memory: _Memory) -> Mention | None:
    for earlier in range(place - 1, -1, -1):
        if memory.passages[earlier].is_note:
            cited = [mention for mention in memory.mentions[earlier] if mention.id]
            return cited[-1] if cited else None
    return None


def _named_at_mark(place: int, memory: _Memory) -> Mention | None:
    """The named paper that stands nearest before the mark of the note at `place`, in the same sentence."""
    if place not in memory.callers:
        return None
    index, offset = memory.callers[place]
    before = (mention for mention in reversed(memory.mentions[index]) if mention.name and mention.end <= offset)
    named = next(before, None)
    if named is None or named.id is None or offset - named.end > FARTHEST:
        return None
    return None if SENTENCE_END.search(memory.passages[index].text, named.end, offset) else named
