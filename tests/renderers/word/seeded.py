"""Templates with one mistake each, made from the shipped one: the mistakes that people make in Word."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from briefgen.ooxml import parse, w
from briefgen.renderers.word.ooxml import element, paragraph_text, serialise
from briefgen.renderers.word.package import Parts, add_story, pack, story_parts, unpack

from ..sample import ROOT

NAME = r"(?<=\{\{ )[a-z_.]+(?= [}|])"
CONTROL = re.compile(r"\{%(?:p|tr) (?P<keyword>\w+)[^}]*%\}")


@dataclass(frozen=True)
class Seeded:
    """A template with a mistake: what was done, and the paragraphs that a message may name (part and number)."""

    what: str
    data: bytes
    right: frozenset[tuple[str, int]]


class Draft:
    """A template that is being spoilt."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.parts = _base()
        self.roots = {name: parse(self.parts[name]) for name in story_parts(self.parts)}

    def paragraphs(self, part: str, pattern: str) -> list[etree._Element]:
        return [one for one in self.roots[part].iter(w("p")) if re.search(pattern, paragraph_text(one))]

    def place(self, paragraph: etree._Element) -> tuple[str, int]:
        for part, root in self.roots.items():
            for number, one in enumerate(root.iter(w("p"))):
                if one is paragraph:
                    return part, number
        raise AssertionError("the paragraph is gone")

    def anywhere(self, pattern: str) -> etree._Element:
        """A paragraph that matches, from any part, so that the small parts come up as often as the body."""
        parts = [part for part in self.roots if self.paragraphs(part, pattern)]
        return self.chance.choice(self.paragraphs(self.chance.choice(parts), pattern))

    def seeded(self, what: str, *right: etree._Element) -> Seeded:
        places = frozenset(map(self.place, right))
        return Seeded(what, pack(self.parts | {name: serialise(root) for name, root in self.roots.items()}), places)


def rewrite(
    paragraph: etree._Element, pattern: str, change: Callable[[re.Match[str]], str], chance: random.Random
) -> str:
    """Changes one match in the text of a paragraph, and says what became of it."""
    hits = [(text, hit) for text in paragraph.iter(w("t")) for hit in re.finditer(pattern, text.text or "")]
    text, hit = chance.choice(hits)
    words = text.text or ""
    text.text = words[: hit.start()] + change(hit) + words[hit.end() :]
    return f"{hit[0]} → {change(hit)}"


def misspelt(draft: Draft) -> Seeded:
    """A letter is missing from a name."""
    paragraph = draft.anywhere(NAME)
    what = rewrite(paragraph, NAME, lambda hit: hit[0][:-3] + hit[0][-2:], draft.chance)
    return draft.seeded(f"name: {what}", paragraph)


def split(draft: Draft) -> Seeded:
    """A misspelt name in a tag that Word has cut into runs."""
    paragraph = draft.anywhere(NAME)
    what = rewrite(paragraph, NAME, lambda hit: hit[0][:-3] + "x" + hit[0][-2:], draft.chance)
    for run in list(paragraph.iter(w("r"))):
        text = run.find(w("t"))
        if text is not None and "{{" in (text.text or ""):
            cut = (text.text or "").index("{{") + draft.chance.randint(1, 8)
            rest = copy.deepcopy(run)
            second = rest.find(w("t"))
            assert second is not None
            text.text, second.text = (text.text or "")[:cut], (text.text or "")[cut:]
            run.addnext(rest)
            run.addnext(element("proofErr", type="spellStart"))
    return draft.seeded(f"runs: {what}", paragraph)


def brace(draft: Draft) -> Seeded:
    """A brace or percent sign is missing."""
    paragraph = draft.anywhere(r"\{[{%]")
    what = rewrite(paragraph, r"\{\{|\}\}|\{%|%\}", lambda hit: hit[0][draft.chance.randint(0, 0)], draft.chance)
    return draft.seeded(f"brace: {what} in {paragraph_text(paragraph)!r}", paragraph)


def unknown_filter(draft: Draft) -> Seeded:
    """A filter that does not exist."""
    paragraph = draft.anywhere(r"\{\{")
    name = draft.chance.choice(["hoofdletters", "lnk", "bokmark", "safe", "upperr"])
    what = rewrite(paragraph, r" \}\}", lambda _: f" | {name} }}}}", draft.chance)
    return draft.seeded(f"filter: {what}", paragraph)


def keyword(draft: Draft) -> Seeded:
    """A misspelt statement."""
    paragraph = draft.anywhere(r"\{%")
    wrong = {"for": "fro", "if": "fi", "endfor": "enfor", "endif": "endfi", "else": "esle", "elif": "elsif"}
    what = rewrite(
        paragraph, r"(?<=\{%)((?:p|tr)? )(\w+)", lambda hit: hit[1] + wrong.get(hit[2], hit[2] + "x"), draft.chance
    )
    return draft.seeded(f"statement: {what}", paragraph)


def _blocks(draft: Draft, part: str) -> list[tuple[etree._Element, etree._Element]]:
    """The paragraphs in which the blocks of a part begin and end."""
    opened: list[etree._Element] = []
    found = []
    for paragraph in draft.roots[part].iter(w("p")):
        match = CONTROL.fullmatch(paragraph_text(paragraph).strip())
        if match and match["keyword"] in {"for", "if"}:
            opened.append(paragraph)
        elif match and match["keyword"].startswith("end"):
            found.append((opened.pop(), paragraph))
    return found


def _drop(paragraph: etree._Element) -> None:
    """Deletes a paragraph, with its row when it is a row for a tag."""
    row = next(paragraph.iterancestors(w("tr")), None) if "{%tr" in paragraph_text(paragraph) else None
    gone = paragraph if row is None else row
    parent = gone.getparent()
    assert parent is not None
    parent.remove(gone)


def _some_block(draft: Draft) -> tuple[etree._Element, etree._Element]:
    parts = [part for part in draft.roots if _blocks(draft, part)]
    return draft.chance.choice(_blocks(draft, draft.chance.choice(parts)))


def unclosed(draft: Draft) -> Seeded:
    """The end of a block was deleted."""
    opening, end = _some_block(draft)
    _drop(end)
    return draft.seeded(f"unclosed: {paragraph_text(opening)}", opening)


def unopened(draft: Draft) -> Seeded:
    """The beginning of a block was deleted."""
    opening, end = _some_block(draft)
    _drop(opening)
    return draft.seeded(f"unopened: {paragraph_text(opening)}", end)


def crossed(draft: Draft) -> Seeded:
    """Two blocks end in the wrong order."""
    pairs = [
        (one, other)
        for one, other in zip(
            _blocks(draft, "word/document.xml"), _blocks(draft, "word/document.xml")[1:], strict=False
        )
        if paragraph_text(one[1]) != paragraph_text(other[1]) and one[1].getparent() is other[1].getparent()
    ]
    inner, outer = draft.chance.choice(pairs)
    for text, words in zip(
        [*inner[1].iter(w("t")), *outer[1].iter(w("t"))],
        [paragraph_text(outer[1]), paragraph_text(inner[1])],
        strict=True,
    ):
        text.text = words
    return draft.seeded(
        f"crossed: {paragraph_text(inner[0])} and {paragraph_text(outer[0])}", inner[0], inner[1], outer[1]
    )


KINDS = (misspelt, split, brace, unknown_filter, keyword, unclosed, unopened, crossed, misspelt, brace)


def seeded(number: int) -> Seeded:
    """The template with the mistake of this number; the same number gives the same mistake."""
    return KINDS[number % len(KINDS)](Draft(random.Random(number)))  # noqa: S311


def _base() -> Parts:
    """The shipped template, with a footnote and a text box, in which tags stand too."""
    parts = unpack((ROOT / "templates/brief.docx").read_bytes(), "brief.docx")
    body = parse(parts["word/document.xml"])
    first = next(body.iter(w("p")))
    first.append(_note_reference())
    first.append(_text_box())
    parts["word/document.xml"] = serialise(body)
    if "word/footnotes.xml" not in parts:
        add_story(parts, "word/document.xml", "footnotes", NOTES.encode())
    else:
        notes = parse(parts["word/footnotes.xml"])
        notes.append(parse(NOTES.encode())[-1])
        parts["word/footnotes.xml"] = serialise(notes)
    return parts


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTROLS = "".join(
    f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    for words in ("{%p if audience %}", "Voor {{ audience }} per {{ as_of }}", "{%p endif %}")
)
NOTES = (
    f'<w:footnotes xmlns:w="{WORD}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="77">{CONTROLS}</w:footnote></w:footnotes>'
)


def _note_reference() -> etree._Element:
    run = element("r")
    run.append(element("footnoteReference", id="77"))
    return run


def _text_box() -> etree._Element:
    """A text box as Word 97 to 2007 wrote it, which every version reads."""
    return parse(
        (
            f'<w:r xmlns:w="{WORD}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape id="box" '
            'style="width:100pt;height:50pt" alt="Kader"><v:textbox><w:txbxContent>'
            f"{CONTROLS}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        ).encode()
    )
