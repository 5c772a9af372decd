"""What only a person can write: shown between square brackets, and found again when nobody wrote it.

A placeholder is a content control of Word that empties itself when somebody types in it (17.5.2.39 of ECMA-376,
part 1), inside a bookmark that other programs keep as well: `todo_spreekpunten`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...ooxml import parse, w
from ..vocabulary import anchor
from .bookmarks import Bookmarks
from .ooxml import element, paragraph_text
from .package import story_parts, unpack

KIND = "todo"


def bracketed(words: str) -> str:
    """Words between square brackets, as a reader knows what is still to be written."""
    return words if words.startswith("[") and words.endswith("]") else f"[{words}]"


def open_words(run: etree._Element, about: str, name: str, bookmarks: Bookmarks) -> Iterator[etree._Element]:
    """A placeholder inside its bookmark; without a bookmark when the file has one of that name.

    Args:
        run: the words between brackets, with the look that they have in the template.
        about: anchor of the statement that is to be written (`i_spreekpunten`).
        name: what it is, in words, for who writes it.
        bookmarks: of the file.
    """
    bookmark = anchor(KIND, about.partition("_")[2])
    control = _control(run, name, bookmark)
    if bookmark in bookmarks.names:
        yield control
        return
    start, end = bookmarks.ends(bookmark)
    yield from (start, control, end)


def unfilled(docx: bytes) -> tuple[str, ...]:
    """The bookmarks whose words are still a placeholder, in the order of the file.

    Args:
        docx: a pack, as it was made or as people and other programs saved it.

    Returns:
        The names of the bookmarks (`todo_spreekpunten`).

    Raises:
        TemplateError: it is no Word file.
    """
    parts = unpack(docx, "docx")
    roots = (parse(parts[name]) for name in story_parts(parts))
    return tuple(name for root in roots for name, words in _marked(root) if _is_placeholder(words))


def _control(run: etree._Element, name: str, tag: str) -> etree._Element:
    control, properties, content = element("sdt"), element("sdtPr"), element("sdtContent")
    properties.extend([element("alias", val=name), element("tag", val=tag)])
    properties.extend([element("temporary"), element("showingPlcHdr")])
    content.append(run)
    control.extend([properties, content])
    return control


def _is_placeholder(words: str) -> bool:
    return words.startswith("[") and words.endswith("]")


def _marked(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The bookmarks of placeholders, with the words between their ends.

    A bookmark that lost its words stands for those of its paragraph, where somebody wrote behind it.
    """
    opened: dict[str | None, tuple[etree._Element, list[str]]] = {}
    for node in root.iter(w("bookmarkStart"), w("bookmarkEnd"), w("t")):
        number = node.get(w("id"))
        if node.tag == w("t"):
            for _, words in opened.values():
                words.append(node.text or "")
        elif node.tag == w("bookmarkStart") and node.get(w("name"), "").startswith(f"{KIND}_"):
            opened[number] = (node, [])
        elif node.tag == w("bookmarkEnd") and number in opened:
            start, words = opened.pop(number)
            paragraph = next(start.iterancestors(w("p")), start)
            yield start.get(w("name"), ""), " ".join(("".join(words) or paragraph_text(paragraph) or "[]").split())
