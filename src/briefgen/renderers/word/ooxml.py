"""Making WordprocessingML: elements, runs and paragraphs (ECMA-376, part 1)."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from ...ooxml import RELATION, WORD, w

PRESERVE_SPACE = ("{http://www.w3.org/XML/1998/namespace}space", "preserve")


# Elements that stand for a sign.
SIGNS = {f"{{{WORD}}}br": "\n", f"{{{WORD}}}tab": "\t"}


def element(tag: str, /, **attributes: str) -> etree._Element:
    """An element of WordprocessingML with attributes of the same namespace."""
    made = etree.Element(w(tag))
    for key, value in attributes.items():
        made.set(w(key), value)
    return made


def fragment(xml: str) -> etree._Element:
    """An element from XML that uses the prefixes `w` and `r`; copies of it are made faster than new elements."""
    return etree.fromstring(f'<w:x xmlns:w="{WORD}" xmlns:r="{RELATION}">{xml}</w:x>')[0]


_RUN = fragment('<w:r><w:t xml:space="preserve"/></w:r>')


def clone(original: etree._Element) -> etree._Element:
    """A copy of an element with all that stands in it."""
    return copy.deepcopy(original)


def text_run(words: str, style: str | None = None) -> etree._Element:
    """A run with words, in a character style if one is given."""
    made = clone(_RUN)
    made[-1].text = words
    if style:
        style_run(made, style)
    return made


def text_element(words: str, name: str = "t") -> etree._Element:
    """An element with words whose spaces count."""
    made = element(name)
    made.set(*PRESERVE_SPACE)
    made.text = words
    return made


def run_like(run: etree._Element, *content: etree._Element) -> etree._Element:
    """A run with the look of another and its own content."""
    made = element("r")
    look = run.find(w("rPr"))
    if look is not None:
        made.append(clone(look))
    made.extend(content)
    return made


def look_of(run: etree._Element) -> etree._Element:
    """The properties of a run, made when it has none."""
    look = run.find(w("rPr"))
    if look is None:
        look = element("rPr")
        run.insert(0, look)
    return look


def style_run(run: etree._Element, style: str) -> None:
    """Gives a run a character style, unless it has one."""
    look = look_of(run)
    if look.find(w("rStyle")) is None:
        look.insert(0, element("rStyle", val=style))


# What stands after the language among the properties of a run, in the order of the schema (17.3.2.28).
AFTER_LANGUAGE = frozenset(f"{{{WORD}}}{name}" for name in ("eastAsianLayout", "specVanish", "oMath", "rPrChange"))


def speak(run: etree._Element, language: str) -> None:
    """Says that the words of a run are in a language (`w:lang`, 17.3.2.20).

    Args:
        run: with or without a language.
        language: its tag (BCP 47).
    """
    look = look_of(run)
    tag = look.find(w("lang"))
    if tag is None:
        tag = element("lang")
        place = next((number for number, one in enumerate(look) if one.tag in AFTER_LANGUAGE), len(look))
        look.insert(place, tag)
    tag.set(w("val"), language)


def start_of(paragraph: etree._Element) -> int:
    """The place of the first thing in a paragraph after its properties."""
    return 1 if paragraph.find(w("pPr")) is not None else 0


def remove(node: etree._Element) -> None:
    """Takes an element out of its parent."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def serialise(root: etree._Element) -> bytes:
    """The bytes of an XML part, as Word writes them."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def value(parent: etree._Element | None, name: str) -> str | None:
    """The `w:val` of the child `name`, or `None` when there is none."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(w("val"))


def paragraph_style(paragraph: etree._Element) -> str | None:
    """The id of the style of a paragraph; `None` for the default style."""
    return value(paragraph.find(w("pPr")), "pStyle")


def paragraph_text(paragraph: etree._Element) -> str:
    """The words of a paragraph, without those of paragraphs inside it (text boxes)."""
    return "".join(words for _, words in text_pieces(paragraph))


def text_pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The elements that hold the words of a paragraph, with those words; without those of paragraphs inside it."""
    for node in paragraph.iter(w("t"), w("br"), w("tab")):
        run = node.getparent()
        # A `w:tab` outside a run is a tab stop of the paragraph's properties.
        if run is not None and run.tag == w("r") and next(node.iterancestors(w("p")), None) is paragraph:
            yield node, SIGNS.get(node.tag, node.text or "")
