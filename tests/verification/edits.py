"""What people do to a Word file of a pack, as functions over its bytes, each with what `verify` must say of it.

An edit takes the file, what it says of itself, and a source of chance. It gives the edited file and the findings that
it must lead to: codes with the id of the statement, without those that are the same for every edit of its kind.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

from briefgen.attestation import Attestation, AttestedStatement
from briefgen.ooxml import WORD, w
from briefgen.readers.word.ooxml import parse

OWN = "De minister heeft hierover gisteren in kleine kring een andere toezegging gedaan."
"""A sentence of no source."""

Expected = frozenset[tuple[str, str | None]]
Edit = Callable[["Draft", random.Random], Expected]
CLEAN: Expected = frozenset()


class Draft:
    """A Word file that is being edited."""

    def __init__(self, data: bytes, attestation: Attestation) -> None:
        self.attestation = attestation
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = parse(self.parts["word/document.xml"])

    def saved(self) -> bytes:
        """The edited file."""
        self._put_notes_in_order()
        self.parts["word/document.xml"] = etree.tostring(self.body)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def _put_notes_in_order(self) -> None:
        """Word numbers the notes in the order of their marks, without those that lost it; LibreOffice counts on it."""
        if "word/footnotes.xml" not in self.parts:
            return
        root = parse(self.parts["word/footnotes.xml"])
        notes = {note.get(w("id")): note for note in root if note.get(w("type")) is None}
        for note in notes.values():
            root.remove(note)
        for number, mark in enumerate(self.body.iter(w("footnoteReference")), start=1):
            note = deepcopy(notes[mark.get(w("id"))])
            root.append(note)
            for one in (note, mark):
                one.set(w("id"), str(number))
        self.parts["word/footnotes.xml"] = etree.tostring(root)

    def quotations(self) -> list[AttestedStatement]:
        """The quotations that stand in one run, as the renderer writes them."""
        return [one for one in self.attestation.statements if one.quoted and self._run_of(one) is not None]

    def text_of(self, statement: AttestedStatement) -> etree._Element:
        """The text element of a quotation."""
        found = self._run_of(statement)
        assert found is not None
        return found

    def paragraph_of(self, statement: AttestedStatement) -> etree._Element:
        """The paragraph of a quotation."""
        return next(self.text_of(statement).iterancestors(w("p")))

    def _run_of(self, statement: AttestedStatement) -> etree._Element | None:
        for mark in self.body.iter(w("bookmarkStart")):
            if mark.get(w("name")) == statement.anchor:
                paragraph = next(mark.iterancestors(w("p")), None)
                texts = [] if paragraph is None else list(paragraph.iter(w("t")))
                return next((text for text in texts if text.text == statement.text), None)
        return None

    def cited_through(self, paragraph: etree._Element) -> set[str]:
        """The statements that lose a note when the notes of a paragraph go: its own, and those that refer to them."""
        gone = {
            mark.get(w("name"), "")
            for mark in paragraph.iter(w("bookmarkStart"))
            if mark.get(w("name"), "").startswith("n_")
        }
        referring = [
            next(field.iterancestors(w("p")))
            for field in self.body.iter(w("instrText"))
            if any(f"NOTEREF {name} " in (field.text or "") for name in gone)
        ]
        anchors = {one.anchor: one.id for one in self.attestation.statements}
        return {
            anchors[name]
            for found in (paragraph, *referring)
            for mark in found.iter(w("bookmarkStart"))
            if (name := mark.get(w("name"), "")) in anchors
        }


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def new_paragraph(words: str) -> etree._Element:
    """A paragraph that somebody typed."""
    return etree.fromstring(f'<w:p xmlns:w="{WORD}"><w:r><w:t>{words}</w:t></w:r></w:p>')


def _other(letter: str, chance: random.Random) -> str:
    return chance.choice([one for one in "aeionrstd" if one != letter.lower()])


def with_other_letter(text: str, chance: random.Random) -> str:
    """A text with one of its letters or digits changed."""
    place = chance.choice([place for place, letter in enumerate(text) if letter.isalnum()])
    return text[:place] + _other(text[place], chance) + text[place + 1 :]


def letter(draft: Draft, chance: random.Random) -> Expected:
    """One letter of a quotation is another."""
    statement = chance.choice(draft.quotations())
    text = draft.text_of(statement)
    text.text = with_other_letter(statement.text, chance)
    return frozenset({("copy-altered", statement.id)})


def word_out(draft: Draft, chance: random.Random) -> Expected:
    """A word of a quotation is gone."""
    statement = chance.choice([one for one in draft.quotations() if len(one.text.split()) > 5])
    words = statement.text.split()
    del words[chance.randrange(1, len(words))]
    draft.text_of(statement).text = " ".join(words)
    return frozenset({("copy-altered", statement.id)})


def negated(draft: Draft, chance: random.Random) -> Expected:
    """A quotation says the opposite."""
    statement = chance.choice([one for one in draft.quotations() if len(one.text.split()) > 5])
    words = statement.text.split()
    words.insert(chance.randrange(2, len(words) - 1), "niet")
    draft.text_of(statement).text = " ".join(words)
    return frozenset({("copy-altered", statement.id)})


def shortened(draft: Draft, chance: random.Random) -> Expected:
    """Only the first half of a quotation is left."""
    statement = chance.choice([one for one in draft.quotations() if len(one.text.split()) > 12])
    words = statement.text.split()
    draft.text_of(statement).text = " ".join(words[: len(words) // 2]) + "."
    return frozenset({("copy-altered", statement.id)})


def tracked(draft: Draft, chance: random.Random) -> Expected:
    """A word of a quotation was replaced with tracked changes."""
    statement = chance.choice([one for one in draft.quotations() if len(one.text.split()) > 5])
    run = next(draft.text_of(statement).iterancestors(w("r")))
    first, second, rest = statement.text.split(" ", 2)
    for words, kind in ((f"{first} ", ""), (second, "del"), ("zeker", "ins"), (f" {rest}", "")):
        piece = deepcopy(run)
        text = piece.find(w("t"))
        assert text is not None
        text.text = words
        if kind == "del":
            text.tag = w("delText")
        if kind:
            change = etree.Element(w(kind), {w("id"): "9", w("author"): "iemand"})
            change.append(piece)
            piece = change
        run.addprevious(piece)
    _remove(run)
    return frozenset({("copy-altered", statement.id)})


def annex_letter(draft: Draft, chance: random.Random) -> Expected:
    """One letter of a paragraph in the annex is another."""
    citation = chance.choice(draft.attestation.citations)
    text = next(text for text in reversed(list(draft.body.iter(w("t")))) if text.text == citation.text)
    text.text = with_other_letter(citation.text, chance)
    return frozenset({("copy-annex-altered", None)})


def note_out(draft: Draft, chance: random.Random) -> Expected:
    """The notes of a statement are gone, as Word takes them out: with their bookmarks."""
    noted = [one for one in draft.quotations() if list(draft.paragraph_of(one).iter(w("footnoteReference")))]
    paragraph = draft.paragraph_of(chance.choice(noted))
    touched = draft.cited_through(paragraph)
    for run in [next(one.iterancestors(w("r"))) for one in paragraph.iter(w("footnoteReference"))]:
        _remove(run)
    _without_bookmarks(paragraph, "n_")
    return frozenset({("copy-citation-gone", item) for item in touched})


def _without_bookmarks(root: etree._Element, prefix: str) -> None:
    starts = [one for one in root.iter(w("bookmarkStart")) if one.get(w("name"), "").startswith(prefix)]
    numbers = {one.get(w("id")) for one in starts}
    for mark in [*starts, *(one for one in root.iter(w("bookmarkEnd")) if one.get(w("id")) in numbers)]:
        _remove(mark)


def other_holder(draft: Draft, chance: random.Random) -> Expected:
    """The words of one are put into the mouth of another."""
    said = [one for one in draft.quotations() if one.holder and one.holder in _line_before(one, draft)]
    statement = chance.choice(said)
    line = draft.paragraph_of(statement).getprevious()
    assert line is not None
    for text in line.iter(w("t")):
        text.text = (text.text or "").replace(statement.holder, "Partij van de Dieren")
    return frozenset({("copy-misattributed", statement.id), ("copy-added", None)})


def _line_before(statement: AttestedStatement, draft: Draft) -> str:
    line = draft.paragraph_of(statement).getprevious()
    return "" if line is None else "".join(text.text or "" for text in line.iter(w("t")))


def known_holder(draft: Draft, chance: random.Random) -> Expected:
    """The words of one are put into the mouth of another whom the file names elsewhere."""
    said = [one for one in draft.quotations() if one.holder and one.holder in _line_before(one, draft)]
    statement = chance.choice(said)
    other = next(one.holder for one in draft.quotations() if one.holder and one.holder != statement.holder)
    line = draft.paragraph_of(statement).getprevious()
    assert line is not None
    for text in line.iter(w("t")):
        text.text = (text.text or "").replace(statement.holder, other)
    return frozenset({("copy-misattributed", statement.id)})


def pasted(draft: Draft, chance: random.Random) -> Expected:
    """A paragraph of somebody's own stands between two others."""
    draft.paragraph_of(chance.choice(draft.quotations())).addnext(new_paragraph(OWN))
    return frozenset({("copy-added", None)})


def pasted_near_annex(draft: Draft, chance: random.Random) -> Expected:
    """A paragraph of somebody's own stands in the annex."""
    citation = chance.choice(draft.attestation.citations)
    text = next(text for text in reversed(list(draft.body.iter(w("t")))) if text.text == citation.text)
    next(text.iterancestors(w("p"))).addnext(new_paragraph(OWN))
    return frozenset({("copy-added", None)})


def appended(draft: Draft, chance: random.Random) -> Expected:
    """A sentence of somebody's own follows a quotation in its paragraph."""
    text = draft.text_of(chance.choice(draft.quotations()))
    text.text = f"{text.text} {OWN}"
    return frozenset({("copy-added", None)})


def in_note(draft: Draft, chance: random.Random) -> Expected:
    """A note says something more."""
    notes = parse(draft.parts["word/footnotes.xml"])
    paragraph = chance.choice([note for note in notes if note.get(w("type")) is None]).find(w("p"))
    assert paragraph is not None
    paragraph.append(new_paragraph(OWN)[0])
    draft.parts["word/footnotes.xml"] = etree.tostring(notes)
    return frozenset({("copy-added", None)})


def statement_out(draft: Draft, chance: random.Random) -> Expected:
    """A statement is gone, with its note; those that refer to the note lose it."""
    statement = chance.choice([one for one in draft.quotations() if not _is_alone(one, draft)])
    paragraph = draft.paragraph_of(statement)
    touched = draft.cited_through(paragraph) if list(paragraph.iter(w("footnoteReference"))) else set()
    parent = paragraph.getparent()
    assert parent is not None
    if parent.tag == w("tc"):
        for child in list(paragraph):
            if child.tag != w("pPr"):
                paragraph.remove(child)
    else:
        parent.remove(paragraph)
    gone = {("copy-citation-gone", item) for item in touched - {statement.id}}
    return frozenset({("copy-absent", statement.id), *gone})


def _is_alone(statement: AttestedStatement, draft: Draft) -> bool:
    return sum(one.section == statement.section for one in draft.attestation.statements) == 1


def bookmarks_out(draft: Draft, _: random.Random) -> Expected:
    """Another program lost all bookmarks but those of notes."""
    for prefix in ("i_", "c_", "s_", "a_"):
        _without_bookmarks(draft.body, prefix)
    return CLEAN


def runs_split(draft: Draft, chance: random.Random) -> Expected:
    """Word cut the runs, as it does when it checks spelling."""
    for statement in draft.quotations():
        text = draft.text_of(statement)
        run = next(text.iterancestors(w("r")))
        place = chance.randrange(1, len(statement.text))
        second = deepcopy(run)
        text.text, rest = statement.text[:place], second.find(w("t"))
        assert rest is not None
        rest.text = statement.text[place:]
        for one in (text, rest):
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addnext(second)
        run.addnext(etree.Element(w("proofErr"), {w("type"): "spellStart"}))
    return CLEAN


def renumbered(draft: Draft, chance: random.Random) -> Expected:
    """The numbers of notes and of the annex are others."""
    for text in draft.body.iter(w("t")):
        if text.text and text.text.isdigit():
            text.text = str(chance.randrange(1, 400))
    return CLEAN


def moved(draft: Draft, chance: random.Random) -> Expected:
    """A statement stands before another one, with the line that says whose words it is."""
    said = [one for one in draft.quotations() if one.holder and one.holder in _line_before(one, draft)]
    first, second = (draft.paragraph_of(one) for one in chance.sample(said, 2))
    line, place = first.getprevious(), second.getprevious()
    assert line is not None
    assert place is not None
    place.addprevious(line)
    place.addprevious(first)
    return CLEAN


def broken_in_two(draft: Draft, chance: random.Random) -> Expected:
    """A quotation was divided over two paragraphs at a space."""
    statement = chance.choice([one for one in draft.quotations() if len(one.text.split()) > 5])
    text, paragraph = draft.text_of(statement), draft.paragraph_of(statement)
    tail = statement.text.partition(". " if ". " in statement.text else " ")[2]
    run = next(text.iterancestors(w("r")))
    second = deepcopy(paragraph)
    _without_bookmarks(second, "i_")
    next(one for one in second.iter(w("t")) if one.text == statement.text).text = tail
    for behind in list(run.itersiblings()):
        paragraph.remove(behind)
    text.text = statement.text[: len(statement.text) - len(tail)].rstrip()
    paragraph.addnext(second)
    return CLEAN


def restyled(draft: Draft, _: random.Random) -> Expected:
    """Everything has another style and colour."""
    for style in draft.body.iter(w("pStyle")):
        style.set(w("val"), "Normal")
    for run in draft.body.iter(w("r")):
        run.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{WORD}"><w:color w:val="FF0000"/></w:rPr>'))
    return CLEAN


EDITS: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (
        *(letter, word_out, negated, shortened, tracked, annex_letter, note_out, other_holder, known_holder),
        *(pasted, pasted_near_annex, appended, in_note, statement_out),
        *(bookmarks_out, runs_split, renumbered, moved, broken_in_two, restyled),
    )
}


def drafts(data: bytes, attestation: Attestation, count: int) -> Iterator[tuple[str, bytes, Expected]]:
    """Edited copies, every kind of edit in turn: the name of the edit, the file, and what must be found."""
    names = list(EDITS)
    for number in range(count):
        name = names[number % len(names)]
        draft = Draft(data, attestation)
        expected = EDITS[name](draft, random.Random(number))  # noqa: S311
        yield f"{name}-{number}", draft.saved(), expected
