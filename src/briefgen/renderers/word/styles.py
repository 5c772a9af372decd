"""The styles of a template, by the names that every language version of Word writes (`heading 1`, `Hyperlink`)."""

from __future__ import annotations

from lxml import etree

from ...ooxml import w
from .ooxml import element, value


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Style names in lower case to their ids; a Dutch Word calls the id of `heading 1` `Kop1`."""
    named = ((value(style, "name") or "", style.get(w("styleId"), "")) for style in styles.iter(w("style")))
    return {name.lower(): identifier for name, identifier in named}


def set_language(styles: etree._Element, language: str) -> None:
    """Makes `language` (BCP 47) the language of all text that says nothing else."""
    defaults = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if defaults is None:
        return
    tag = defaults.find(w("lang"))
    if tag is None:
        tag = element("lang")
        defaults.append(tag)
    tag.set(w("val"), language)
