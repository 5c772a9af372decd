"""Rules of the file as a whole: marked, titled, in a language, whole in itself (ISO 14289-1, 6.2 and 7.1)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from babel import Locale

from ..tagged import TaggedFile
from ..tagged.colours import Profile
from .finding import Fault, at

# The first line of a file of PDF 1 (`%PDF-1.7`).
HEADER = re.compile(r"%PDF-1\.[0-7]")
# A language tag: a language of two or three letters, then subtags (`nl`, `nl-NL`, `en-GB`; BCP 47, 2.1).
LANGUAGE_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z0-9]{1,8})*")

LATEST_PROFILE = 4
"""The latest major version of a colour profile (ISO 19005-3, 6.2.3)."""

WITHOUT_LANGUAGE = frozenset({"und", "zxx", "mul", "mis"})
"""Tags that name no language (BCP 47, 4.1)."""

# A title that names a file or says that there is none (`brief.docx`, `Microsoft Word - nota.doc`, `Document1`).
SAYS_NOTHING = re.compile(
    r"(?:Microsoft (?:Word|PowerPoint|Excel) - .*|[\w ()-]+\.(?:docx?|html?|pdf|odt|pptx?|xlsx?|indd|rtf|txt)"
    r"|(?:untitled|naamloos|document|presentation|presentatie|title|titel)\W*\d*)",
    re.IGNORECASE,
)


def header(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not begin as PDF 1."""
    if not HEADER.fullmatch(file.catalog.header):
        yield Fault(details={"found": file.catalog.header[:20]})


def identifier(file: TaggedFile) -> Iterator[Fault]:
    """A file without its pair of identifiers."""
    if not file.catalog.has_identifier:
        yield Fault()


def encryption(file: TaggedFile) -> Iterator[Fault]:
    """A file that is locked, even when it opens without a password."""
    if file.catalog.encrypted:
        yield Fault()


def structure(file: TaggedFile) -> Iterator[Fault]:
    """A file without tags."""
    if not file.tree.elements:
        yield Fault()


def marked(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not say that it is tagged."""
    if file.catalog.marked is not True:
        yield Fault()


def suspects(file: TaggedFile) -> Iterator[Fault]:
    """A file that says that its own tags may be wrong."""
    if file.catalog.suspects:
        yield Fault()


def language(file: TaggedFile) -> Iterator[Fault]:
    """A file that names no language, or none that there is."""
    if not _is_language(file.catalog.language or ""):
        yield Fault(details={"found": file.catalog.language or "–"})


def element_language(file: TaggedFile) -> Iterator[Fault]:
    """An element in a language that there is not."""
    for element in file.tree.elements:
        if element.language is not None and not _is_language(element.language):
            yield at(file, element, found=element.language or "–")


def marked_language(file: TaggedFile) -> Iterator[Fault]:
    """Words that are marked as being in a language that there is not."""
    for page in file.pages:
        for found in sorted(page.content.languages):
            if not _is_language(found):
                yield Fault(page.number, details={"found": found or "–"})


def _is_language(tag: str) -> bool:
    found = LANGUAGE_TAG.fullmatch(tag)
    known = Locale("en").languages.keys() - WITHOUT_LANGUAGE
    return found is not None and found["language"].lower() in known


def title(file: TaggedFile) -> Iterator[Fault]:
    """A file without a title in its metadata."""
    if file.metadata is None or not file.metadata.title:
        yield Fault()


def empty_title(file: TaggedFile) -> Iterator[Fault]:
    """A title that names a file, or nothing."""
    if file.metadata and SAYS_NOTHING.fullmatch(file.metadata.title):
        yield Fault(details={"found": file.metadata.title})


def title_shown(file: TaggedFile) -> Iterator[Fault]:
    """A file that has its name shown instead of its title."""
    if file.catalog.displays_title is not True:
        yield Fault()


def titles_agree(file: TaggedFile) -> Iterator[Fault]:
    """A file with two titles."""
    known = file.metadata.title if file.metadata else ""
    if known and file.catalog.info_title != known:
        yield Fault(details={"found": file.catalog.info_title or "–", "expected": known})


def first_lines(file: TaggedFile) -> Iterator[Fault]:
    """A file that programs may take for text."""
    if not file.catalog.is_binary:
        yield Fault()


def rest(file: TaggedFile) -> Iterator[Fault]:
    """A file that goes on after its end."""
    if file.catalog.rest:
        yield Fault(details={"count": str(file.catalog.rest)})


def scripts(file: TaggedFile) -> Iterator[Fault]:
    """A file that runs a program of its own."""
    for where in dict.fromkeys(file.catalog.scripts):
        yield Fault(details={"found": where})


def actions(file: TaggedFile) -> Iterator[Fault]:
    """A file that starts something else than a link does."""
    for kind, count in Counter(file.catalog.actions).items():
        yield Fault(details={"found": kind, "count": str(count)})


def outside(file: TaggedFile) -> Iterator[Fault]:
    """A file that needs something outside itself."""
    for what in dict.fromkeys(file.catalog.outside):
        yield Fault(details={"found": what})


def output_intent(file: TaggedFile) -> Iterator[Fault]:
    """A file that does not say which colours its colours are."""
    if not _profiles(file):
        yield Fault()


def _profiles(file: TaggedFile) -> list[Profile]:
    return [profile for kind, profile in file.catalog.output_intents if kind == "GTS_PDFA1" and profile]


def colour_profile(file: TaggedFile) -> Iterator[Fault]:
    """A colour profile that is damaged, of another kind than that of a screen or a printer, or too new."""
    for profile in _profiles(file):
        of_output = profile.device in {"mntr", "prtr"} and profile.space in {"RGB", "CMYK", "GRAY"}
        if not (of_output and profile.fits and profile.whole and profile.version <= LATEST_PROFILE):
            yield Fault(details={"found": " ".join(filter(None, (profile.device, profile.space))) or "–"})


def device_colours(file: TaggedFile) -> Iterator[Fault]:
    """Colours of a device that the output intent says nothing about."""
    components = {profile.components for profile in _profiles(file)}
    fitting = {"DeviceGray"} | {name for name, count in (("DeviceRGB", 3), ("DeviceCMYK", 4)) if count in components}
    if not components:
        return
    for page in file.pages:
        for colour in sorted(page.content.colours - fitting):
            yield Fault(page.number, details={"found": colour})
