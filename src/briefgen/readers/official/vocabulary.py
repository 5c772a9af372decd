"""The elements of the schema, and how they flow."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..trees.layer import Grammar
from ..trees.parsing import Element, local_name

EMPHASIS = frozenset({"nadruk", "vet", "cur", "b", "i", "strong", "em"})
"""Elements of emphasis."""

WORDS = frozenset(
    {
        "achternaam", "begrotingshoofdstuk", "functie", "kamervraagonderwerp", "label", "naam", "nr", "ondernummer",
        "organisatie", "politiek", "subtitel", "term", "titel", "voornaam", "voorvoegsels", "wie",
    }
)  # fmt: skip
"""Elements inside a line that are words of their own."""

INLINE = frozenset(
    {
        "afkorting", "datum", "dossiernr", "dossierref", "dossiernummer", "extref", "extref-groep", "inf", "intref",
        "noot", "noot.nr", "ol", "omissie", "raadnr", "regelnummer", "stuknr", "sub", "sup", "super", "unl", "u",
    }
)  # fmt: skip
"""Other elements inside a line. What is in neither list stands on lines of its own, so that no dialect glues text."""

LINKS = frozenset({"extref", "dossierref"})

STRUCTURE = frozenset(
    {
        "afdeling", "algemeen-deel", "artikel", "bijlage", "boek", "circulaire.divisie", "deel", "divisie", "hoofdstuk",
        "onderdeel", "paragraaf", "sub-paragraaf", "titeldeel", "wijzig-artikel", "wijzig-divisie", "wijzig-lid",
    }
)  # fmt: skip
"""Parts of a paper that nest; each may have a `kop`."""

LETTERHEAD = frozenset(
    {
        "datumtekst", "dossier", "handelingenkop", "kamerstukkop", "kamervraagkop", "kamervraagnummer", "stuknr",
        "tekstregel", "vergadering-kop",
    }
)  # fmt: skip

LABELS = frozenset({"li.nr", "lidnr"})
"""The printed labels of items of lists, and of the members of an article."""

SPEECHES = frozenset({"spreekbeurt", "motie-info", "interruptie"})
"""What one speaker says."""


def lineage(element: Element) -> Iterator[Element]:
    """An element and those around it, the innermost first."""
    yield element
    yield from element.iterancestors()


def enclosing(element: Element, names: Container[str]) -> Element | None:
    """The innermost element of one of these names that an element is or stands in."""
    return next((found for found in lineage(element) if local_name(found) in names), None)


def children(element: Element, name: str) -> Iterator[Element]:
    """The elements directly inside an element that have a name."""
    return (child for child in element if isinstance(child.tag, str) and local_name(child) == name)


def named(root: Element, names: Container[str]) -> Iterator[Element]:
    """All elements of a tree that have one of these names, in document order."""
    return (element for element in root.iter() if isinstance(element.tag, str) and local_name(element) in names)


EXCHANGES = {"vraag": "Vraag", "antwoord": "Antwoord"}
"""What is printed before the number of a question or an answer where the XML has the bare number, or none."""

# A number without a word: `4`, `2 en 3`.
BARE_NUMBER = re.compile(r"\d{1,3}(?:\s*(?:,|en|t/m)\s*\d{1,3})*\.?")


def announced(element: Element) -> str:
    """The word before a question or an answer that the XML leaves to the style of the printed page."""
    name = local_name(element)
    if name in EXCHANGES:
        is_named = any(True for child in ("nr", "kop") for _ in children(element, child))
        return "" if is_named else f"{EXCHANGES[name]}\n"
    parent = element.getparent()
    if name != "nr" or parent is None:
        return ""
    around = parent if local_name(parent) != "kop" else parent.getparent()
    is_bare = BARE_NUMBER.fullmatch((element.text or "").strip()) is not None
    has_label = any(True for _ in children(parent, "label"))
    if around is None or not is_bare or has_label:
        return ""
    word = EXCHANGES.get(local_name(around))
    return f"{word} " if word else ""


GRAMMAR = Grammar(
    is_block=lambda name: name not in WORDS | INLINE | EMPHASIS,
    skipped=frozenset({"metadata", "script", "style"}),
    breaks=frozenset({"br"}),
    apart=frozenset({"noot"}),
    is_spaced=lambda element: local_name(element) in WORDS,
    announced=announced,
)
