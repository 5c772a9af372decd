"""More templates with one mistake each: those that people make when they move, copy and write tags themselves."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable

from lxml import etree

from briefgen.ooxml import w
from briefgen.renderers.word.ooxml import element, paragraph_text, text_run

from .seeded import Draft, Seeded, rewrite

FIELD = r"(?<=\{\{ )[a-z]+\.[a-z_]+(?= [}|])"
PRINTS = r"\{\{ [a-z_.]+ \}\}"


def _swap(draft: Draft, pattern: str, change: Callable[[re.Match[str]], str], part: str = "") -> Seeded:
    """A mistake in the words of one paragraph."""
    paragraph = draft.chance.choice(draft.paragraphs(part, pattern)) if part else draft.anywhere(pattern)
    what = rewrite(paragraph, pattern, change, draft.chance)
    return draft.seeded(what, paragraph)


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def row_end(draft: Draft) -> Seeded:
    """The row that ends a loop or condition of a table was deleted."""
    ends = [one for one in draft.roots["word/document.xml"].iter(w("tr")) if "{%tr end" in "".join(one.itertext())]
    gone = draft.chance.choice(ends)
    table = next(gone.iterancestors(w("tbl")))
    _remove(gone)
    openings = [one for one in table.iter(w("p")) if re.match(r"\{%tr (for|if)", paragraph_text(one))]
    return draft.seeded("row end", *openings, *table.iter(w("p")))


def small_part_end(draft: Draft) -> Seeded:
    """The end of a condition in a note or a text box was deleted."""
    part = draft.chance.choice(["word/footnotes.xml", "word/document.xml"])
    ends = [
        one
        for one in draft.roots[part].iter(w("p"))
        if paragraph_text(one) == "{%p endif %}" and (part != "word/document.xml" or _boxed(one))
    ]
    gone = draft.chance.choice(ends)
    opening = next(one for one in gone.itersiblings(w("p"), preceding=True) if "{%p if" in paragraph_text(one))
    _remove(gone)
    return draft.seeded(f"end in {part}", opening)


def _boxed(paragraph: etree._Element) -> bool:
    return next(paragraph.iterancestors(w("txbxContent")), None) is not None


def margin_block(draft: Draft) -> Seeded:
    """A condition in a header or footer that never ends."""
    part = draft.chance.choice([name for name in draft.roots if "header" in name or "footer" in name])
    first = next(draft.roots[part].iter(w("p")))
    opening = element("p")
    opening.append(text_run(draft.chance.choice(["{%p if marking %}", "{%p for chapter in chapters %}"])))
    first.addprevious(opening)
    return draft.seeded(f"block in {part}", opening)


def deep_field(draft: Draft) -> Seeded:
    """A field that the thing does not have."""
    name = draft.chance.choice(["tekst", "bron", "naam", "xyz", "items"])
    return _swap(draft, FIELD, lambda hit: f"{hit[0].split('.')[0]}.{name}")


def wrong_loop(draft: Draft) -> Seeded:
    """A loop within a loop goes over a list that is not there."""
    return _swap(
        draft,
        r"(?<=in )(chapter\.statements|source\.paragraphs|row\.places|paragraph\.cited_in|picture\.rows)",
        lambda hit: draft.chance.choice([hit[0].split(".")[1], hit[0] + "s", hit[0].replace(".", "s.")]),
        "word/document.xml",
    )


def wrong_filter(draft: Draft) -> Seeded:
    """A filter that does not fit what it is given."""
    used = draft.chance.choice(["bookmark", "footnote", "picture", "placeholder", "link"])
    return _swap(draft, PRINTS, lambda _: f"{{{{ labels | {used} }}}}")


def whole_thing(draft: Draft) -> Seeded:
    """A list or a whole thing is printed."""
    return _swap(draft, PRINTS, lambda _: draft.chance.choice(["{{ chapters }}", "{{ annex }}", "{{ labels }}"]))


def loop_over_text(draft: Draft) -> Seeded:
    """A loop goes over a text."""
    return _swap(draft, r"(?<= in )(chapters|annex|sources|gaps|index)(?= %| if)", lambda _: "title")


def row_tag_in_text(draft: Draft) -> Seeded:
    """A tag for rows stands outside a table."""
    root = draft.roots["word/document.xml"]
    plain = [
        one
        for one in root.iter(w("p"))
        if re.match(r"\{%p (for|if)", paragraph_text(one)) and next(one.iterancestors(w("tc")), None) is None
    ]
    paragraph = draft.chance.choice(plain)
    what = rewrite(paragraph, r"\{%p (?=for|if)", lambda _: "{%tr ", draft.chance)
    return draft.seeded(what, paragraph)


def words_beside(draft: Draft) -> Seeded:
    """Words beside a tag that takes its paragraph with it."""
    paragraph = draft.anywhere(r"\A\{%p (for|if|endfor|endif)[^}]*%\}\Z")
    paragraph.append(text_run(" LET OP"))
    return draft.seeded("beside", paragraph)


def unknown_test(draft: Draft) -> Seeded:
    """A comparison that does not exist."""
    return _swap(draft, r"(?<=if )(chapter\.intro|subtitle|audience|author|gaps)(?= %)", lambda hit: f"{hit[0]} is vol")


def one_equals_sign(draft: Draft) -> Seeded:
    """One sign of equality in place of two."""
    return _swap(draft, r"==", lambda _: "=", "word/document.xml")


def else_if(draft: Draft) -> Seeded:
    """`else if` in place of `elif`."""
    return _swap(draft, r"(?<=\{%p )elif", lambda _: "else if", "word/document.xml")


def single_braces(draft: Draft) -> Seeded:
    """One brace on each side."""
    return _swap(draft, r"\{\{ (title|marking|as_of|audience|subtitle) \}\}", lambda hit: f"{{{hit[1]}}}")


def open_quotation(draft: Draft) -> Seeded:
    """A text in a tag that does not end."""
    return _swap(draft, PRINTS, lambda hit: hit[0].replace(" }}", " ~ 'x }}"))


def torn_tag(draft: Draft) -> Seeded:
    """A tag whose end stands in the next paragraph."""
    paragraph = draft.anywhere(PRINTS)
    text = next(one for one in paragraph.iter(w("t")) if "}}" in (one.text or ""))
    words = text.text or ""
    cut = words.index("}}")
    text.text = words[:cut]
    second = element("p")
    second.append(text_run(words[cut:]))
    paragraph.addnext(second)
    return draft.seeded("torn", paragraph, second)


def split_letters(draft: Draft) -> Seeded:
    """A misspelt name of which every letter has a run of its own."""
    paragraph = draft.anywhere(PRINTS)
    what = rewrite(paragraph, PRINTS, lambda hit: hit[0].replace(" }}", "q }}"), draft.chance)
    for run in list(paragraph.iter(w("r"))):
        text = run.find(w("t"))
        if text is None or "{{" not in (text.text or ""):
            continue
        for letter in reversed((text.text or "")[1:]):
            other = copy.deepcopy(run)
            found = other.find(w("t"))
            assert found is not None
            found.text = letter
            run.addnext(other)
        text.text = (text.text or "")[:1]
    return draft.seeded(f"letters: {what}", paragraph)


def forbidden(draft: Draft) -> Seeded:
    """Something that a template may not do."""
    bad = ["{% set x = 1 %}", "{{ title.upper() }}", "{% include 'x' %}", "{{ title | safe }}", "{{ 3 * title }}"]
    return _swap(draft, PRINTS, lambda _: draft.chance.choice(bad))


KINDS = (
    *(row_end, small_part_end, margin_block, deep_field, wrong_loop, wrong_filter, whole_thing, loop_over_text),
    *(row_tag_in_text, words_beside, unknown_test, one_equals_sign, else_if, single_braces, open_quotation, torn_tag),
    *(split_letters, forbidden),
)


def seeded_further(number: int) -> Seeded:
    """The template with the mistake of this number; the same number gives the same mistake."""
    kind = KINDS[number % len(KINDS)]
    made = kind(Draft(random.Random(number)))  # noqa: S311
    return Seeded(f"{kind.__name__}: {made.what}", made.data, made.right)
