"""A new entry of the register: what a document says of itself, completed by what a person gave, and nothing else.

What neither says stays absent; it is named, so that the person can give it.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Collection
from itertools import count
from pathlib import PurePosixPath
from typing import Literal

import tomlkit
from tomlkit.items import AoT, Table

from .definitions import TABLE_HEADER
from .document import Document
from .errors import DefinitionError
from .lexicon import lexicon
from .messages import Localised
from .model import Model
from .recognition import holder_of, kind_of
from .sources import LONGEST_ID, UNKNOWN_HOLDER, Declared, IsoDate, RegisterEntry, SourceId, SourceKind, parse_register

Fact = Literal["title", "date", "kind", "holder"]

LONGEST_LABEL = 80
LONGEST_NAME = 45
"""Characters of an id without its year: short enough to type."""

NAMING_WORDS = 4
"""So many words of a title make an id."""

# A year of this or the last century.
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

# A register that lists nothing yet.
NO_SOURCES = re.compile(r"^sources\s*=\s*\[\s*\][ \t]*(?:#.*)?\r?\n?", re.M)

GIVEN_DATE = Localised(nl="opgegeven bij het toevoegen", en="given when it was added")
"""Printed beside a date that no document says."""


class Given(Model):
    """What a person says of a document that is added; `None` where the document shall say it."""

    id: SourceId | None = None
    title: str | None = None
    date: IsoDate | None = None
    label: str | None = None
    kind: SourceKind | None = None
    holder: str | None = None
    replaces: SourceId | None = None


class Proposal(Model):
    """An entry for the register, and what a person should know of it.

    Attributes:
        missing: what neither the document nor the person says.
        said: what the document seems to say of itself and the person gave otherwise; there the person counts.
        date: of the document (ISO), to find its place in the register.
    """

    entry: RegisterEntry
    missing: tuple[Fact, ...]
    said: dict[Fact, str]
    date: str | None


class _Words(Model):
    small_words: tuple[str, ...]


def propose(document: Document, file: str, given: Given, taken: Collection[str]) -> Proposal:
    """The entry that a document gets in the register.

    Args:
        document: as its reader sees it.
        file: its name in the folder of the register.
        given: what a person says of it.
        taken: the ids of the other documents.
    """
    said = document.metadata
    title, date = given.title or said.title, given.date or said.date
    kind = given.kind or kind_of(document)
    holder = given.holder or holder_of(document, kind)
    facts: dict[Fact, str | None] = {
        "title": title,
        "date": date,
        "kind": None if kind == "overig" and given.kind is None else kind,
        "holder": holder,
    }
    label = given.label or _label(
        title or PurePosixPath(file).stem, date, said.publisher if kind == "rapport" else None
    )
    entry = RegisterEntry(
        id=given.id or _free_id(title, file, date, taken),
        file=file,
        label=label,
        kind=kind,
        holder=holder or UNKNOWN_HOLDER,
        replaces=given.replaces,
        declared=_declared(document, given),
    )
    contradicted: dict[Fact, str | None] = {
        "title": said.title if given.title not in (None, said.title) else None,
        "date": said.date if given.date not in (None, said.date) else None,
    }
    return Proposal(
        entry=entry,
        missing=tuple(fact for fact, value in facts.items() if value is None),
        said={fact: value for fact, value in contradicted.items() if value is not None},
        date=date,
    )


def inherited(given: Given, old: RegisterEntry, oldest: str, document: Document, taken: Collection[str]) -> Given:
    """What a person says of a new version of a document, completed by what the register says of the old one.

    Its id is that of the oldest version with the number of the new one. A label with another year is not handed down,
    and neither is a date: a new version has its own.

    Args:
        given: what the person says.
        old: the entry of the version that is replaced.
        oldest: the id of the first version.
        document: the new version, as its reader sees it.
        taken: the ids of all documents.
    """
    year = ((given.date or document.metadata.date) or "")[:4]
    fitting = not year or set(YEAR.findall(old.label)) <= {year}
    untitled = document.metadata.title is None or "title" in old.declared.overrules
    numbered = (f"{oldest[: LONGEST_ID - len(f'-{number}')]}-{number}" for number in count(2))
    return given.model_copy(
        update={
            "id": given.id or next(name for name in numbered if name not in taken),
            "label": given.label or (old.label if fitting else None),
            "kind": given.kind or old.kind,
            "holder": given.holder or (None if old.holder == UNKNOWN_HOLDER else old.holder),
            "title": given.title or (old.declared.title if untitled else None),
        }
    )


def with_entry(text: str, file: str, entry: RegisterEntry, index: int) -> str:
    """The register with one more document; every other line of it stays as it is.

    Args:
        text: the register, as `parse_register` reads it.
        file: how messages name it.
        entry: the new document.
        index: its place among the documents, from 0.

    Raises:
        DefinitionError: the register is written in a way that cannot be added to, or has the id or file already.
    """
    # Written into the lines, not into the tree of tomlkit: there, a comment above a table belongs to the one before.
    lines = NO_SOURCES.sub("", text).splitlines(keepends=True)
    headers = [number for number, line in enumerate(lines) if _is_source(line)]
    at = headers[index] if index < len(headers) else len(lines)
    while index < len(headers) and at and lines[at - 1].startswith("#"):
        at -= 1
    table = _toml(entry).replace("\n", "\r\n" if "\r\n" in text else "\n")
    end = "\r\n" if "\r\n" in text else "\n"
    before, after = "".join(lines[:at]), "".join(lines[at:])
    extended = before.rstrip("\r\n") + end * 2 + table + (end + after if after else "")
    wanted = list(parse_register(text, file).sources)
    wanted.insert(index, entry)
    if _sources_of(extended, file) != wanted:
        raise DefinitionError("register-not-extended", file=file)
    return extended


def _sources_of(text: str, file: str) -> list[RegisterEntry] | None:
    """The documents of a register; `None` when it cannot be read."""
    try:
        return list(parse_register(text, file).sources)
    except DefinitionError:
        return None


def _declared(document: Document, given: Given) -> Declared:
    """What the person says and the document does not, or says otherwise."""
    said = document.metadata
    title = given.title if given.title != said.title else None
    date = given.date if given.date != said.date else None
    overrules: list[Literal["title", "date"]] = []
    if title is not None and said.title is not None:
        overrules.append("title")
    if date is not None and said.date is not None:
        overrules.append("date")
    return Declared(title=title, date=date, date_note=GIVEN_DATE if date else None, overrules=tuple(overrules))


def _label(title: str, date: str | None, publisher: str | None) -> str:
    """How citations name it: `Clingendael, State of the Union (2026)`."""
    named = title if publisher is None or publisher.casefold() in title.casefold() else f"{publisher}, {title}"
    short = textwrap.shorten(named, LONGEST_LABEL, placeholder="…")
    if not date or date[:4] in short:
        return short
    return f"{short} ({date[:4]})"


def _free_id(title: str | None, file: str, date: str | None, taken: Collection[str]) -> str:
    """A short name that no other document has, of the words of the title that carry it, with the year."""
    words = [
        word
        for word in re.findall(r"\w+", title or "")
        if word.casefold() not in lexicon("registering", _Words).small_words
    ]
    naming = [word for word in words if not YEAR.fullmatch(word)] or words
    slug = next(filter(None, (_slug(" ".join(naming[:NAMING_WORDS])), _slug(PurePosixPath(file).stem))), "bron")
    year = date[:4] if date else next(iter(YEAR.findall(title or "")), "")
    name = f"{slug}-{year}" if year and year not in slug else slug
    return next(free for number in count(1) if (free := name if number == 1 else f"{name}-{number}") not in taken)


def _slug(text: str) -> str:
    """Letters, digits and hyphens only, cut between words."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_text.casefold())
    return (
        textwrap.shorten(" ".join(words), LONGEST_NAME, placeholder="").replace(" ", "-")
        or "".join(words)[:LONGEST_NAME]
    )


def _is_source(line: str) -> bool:
    header = TABLE_HEADER.match(line)
    return header is not None and header["array"] is not None and header["name"].strip() == "sources"


def _toml(entry: RegisterEntry) -> str:
    """The table of one document, as people write it."""
    table = tomlkit.table()
    unknown = {"holder"} if entry.holder == UNKNOWN_HOLDER else set()
    for name, value in entry.model_dump(exclude={"declared"} | unknown, exclude_none=True).items():
        table.add(name, value)
    declared = entry.declared.model_dump(exclude_none=True, exclude_defaults=True)
    if declared:
        table.add("declared", _declared_table(declared))
    register = tomlkit.document()
    register.add("sources", AoT([table]))
    return tomlkit.dumps(register)


def _declared_table(declared: dict[str, str | tuple[str, ...] | dict[str, str]]) -> Table:
    table = tomlkit.table()
    table.comment("given by the person who added it; the text does not say it, or says otherwise")
    for name, value in declared.items():
        if isinstance(value, dict):
            inline = tomlkit.inline_table()
            inline.update(value)
            table.add(name, inline)
        else:
            table.add(name, value if isinstance(value, str) else list(value))
    return table
