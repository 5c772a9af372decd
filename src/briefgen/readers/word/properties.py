"""What the properties of a Word file say of the document, and what of that can be trusted."""

from __future__ import annotations

import re

from ...ooxml import DUBLIN_CORE
from .package import Package

# Titles that a program or a template put there: names of files, and words for any document.
NO_TITLE = re.compile(
    r"Microsoft Word\b.*|.*\.(?:docx?|dotx?|rtf|pdf|odt)"
    r"|(?:document|brief|nota|sjabloon|template|titel|title)\W*\d*|\W*",
    re.I,
)


def title_of(package: Package) -> str | None:
    """The title that the properties give, when it names the document.

    Names of people and times in the properties are never read: they say who handled the file and when, not who wrote
    the document or of what date it is.

    Raises:
        SourceError: the properties are damaged.
    """
    root = package.properties()
    entry = None if root is None else root.find(f"{{{DUBLIN_CORE}}}title")
    title = " ".join((entry.text or "").split()) if entry is not None else ""
    return None if NO_TITLE.fullmatch(title) or len(title.split()) < 2 else title
