"""The register of sources: what `seeds/sources.toml` says, and the identity of one source.

The register holds only what a document does not say of itself. What the text gives (date, numbers, sender,
title) a reader finds in the text, with its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from .dates import is_date
from .definitions import line_of, parse
from .errors import DefinitionError
from .messages import Wording
from .model import Model

SourceKind = Literal[
    "kamerbrief",  # a letter of a minister to the Chamber
    "schriftelijk-overleg",  # questions of parties with the answers of the cabinet
    "rapport",  # a report of an advisory body or a think tank
    "motie",
    "kamervragen",
    "handelingen",
    "eu-document",
    "overig",
]

LARGEST_SOURCE = 50_000_000
"""Bytes. A larger file is no letter or report, but a mistake."""

LONGEST_ID = 60
"""Characters of an id: it stands in citations and in names of files."""

SourceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=LONGEST_ID)]
"""Letters, digits and hyphens: citations (`geo-2026:p34`) and names of files are made of it."""

FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")]
"""A file in the folder of the register itself, never elsewhere."""


def _checked_date(text: str) -> str:
    if not is_date(text):
        raise ValueError("needs-a-date")
    return text


IsoDate = Annotated[str, AfterValidator(_checked_date)]
"""A date or an interval as precise as it is known (see `dates`)."""


class Declared(Model):
    """What people know of a document and its text does not give. Every field may be absent.

    Attributes:
        date: ISO date or interval (see `dates`).
        date_note: where the date comes from, printed beside it.
        overrules: what counts although the text seems to say something else; the rest only completes the text.
    """

    title: str | None = None
    date: IsoDate | None = None
    date_note: Wording | None = None
    publisher: str | None = None
    url: str | None = None
    overrules: tuple[Literal["title", "date"], ...] = ()


UNKNOWN_HOLDER = "onbekend"
"""Whose words a document holds that does not say it, and of which nobody has said it."""


class RegisterEntry(Model):
    """One document as the register lists it.

    Attributes:
        replaces: the id of the older version of the same text, which then is superseded: packs take nothing from it
            any more, and what was cited from it can still be checked.
    """

    id: SourceId
    file: FileName
    label: str
    kind: SourceKind
    holder: str = UNKNOWN_HOLDER
    replaces: SourceId | None = None
    declared: Declared = Declared()


class Register(Model):
    """The whole register, newest document first."""

    schema_version: Literal["briefgen/sources@1"] = Field(alias="schema")
    sources: tuple[RegisterEntry, ...]

    @cached_property
    def successors(self) -> dict[str, str]:
        """The id of the version that replaces each superseded one, by the id of that one."""
        return {entry.replaces: entry.id for entry in self.sources if entry.replaces is not None}

    def versions(self, name: str) -> tuple[str, ...]:
        """The ids of all versions of a text, the oldest first.

        Args:
            name: the id of one of them.
        """
        before = {entry.id: entry.replaces for entry in self.sources if entry.replaces is not None}
        return (*reversed(_chain(name, before)[1:]), *_chain(name, self.successors))

    def in_force(self, asked: str | None = None) -> tuple[RegisterEntry, ...]:
        """One version of each text: the newest, or the one that is asked for.

        Args:
            asked: the id of a version, perhaps a superseded one; its other versions are left out then.
        """
        others = set(self.versions(asked)) - {asked} if asked is not None else set()
        return tuple(
            entry
            for entry in self.sources
            if entry.id not in others and (entry.id == asked or entry.id not in self.successors)
        )


def _chain(name: str, following: Mapping[str, str]) -> list[str]:
    """A version and those that follow it; a circle ends where it began."""
    found = {name: name}
    after = following.get(name)
    while after is not None and after not in found:
        found[after] = after
        after = following.get(after)
    return [*found]


class Source(Model):
    """The identity of one source.

    Attributes:
        id: short name that citations use (`geo-2026`).
        label: how a citation names it in print (`EU als geopolitieke speler (2026)`).
        file: path from the root of the project, with forward slashes.
        sha256: of the bytes of the file.
        holder: whose words they are when the document does not attribute them otherwise (`kabinet`, `Clingendael`).
        declared: metadata that the text does not give.
    """

    id: str
    label: str
    kind: SourceKind
    file: str
    sha256: str
    holder: str
    declared: Declared = Declared()


def parse_register(text: str, file: str) -> Register:
    """The register that a TOML text holds.

    Args:
        text: the whole of `sources.toml`.
        file: how messages name it.

    Raises:
        DefinitionError: a mistake in it, two documents with the same id or file, or a document that cannot replace
            the one that it names.
    """
    register = parse(text, file, Register)
    for mistake in chain(registered_twice(register, text, file), wrong_replacements(register, text, file)):
        raise mistake
    return register


def registered_twice(register: Register, text: str, file: str) -> Iterator[DefinitionError]:
    """The ids and files that belong to two documents, each once.

    Args:
        register: parsed from `text`.
        text: the whole of `sources.toml`, to find the lines of mistakes.
        file: how messages name it.
    """
    for key in ("id", "file"):
        values = [entry.id if key == "id" else entry.file for entry in register.sources]
        for twice in (value for value, count in Counter(values).items() if count > 1):
            index = len(values) - 1 - values[::-1].index(twice)
            line = line_of(text, ("sources", index, key))
            yield DefinitionError("registered-twice", file=file, line=line, key=key, value=twice)


def wrong_replacements(register: Register, text: str, file: str) -> Iterator[DefinitionError]:
    """Documents that replace one that is not there, themselves, each other in a circle, or one that another replaces.

    Args:
        register: parsed from `text`.
        text: the whole of `sources.toml`, to find the lines of mistakes.
        file: how messages name it.
    """
    known = {entry.id: entry for entry in register.sources}
    for index, entry in enumerate(register.sources):
        if entry.replaces is None or _is_sound(entry, register, known):
            continue
        line = line_of(text, ("sources", index, "replaces"))
        other = register.successors[entry.replaces]
        if entry.replaces not in known:
            yield DefinitionError("replaces-unknown", file=file, line=line, name=entry.replaces, known=known)
        elif other != entry.id:
            yield DefinitionError("replaced-twice", file=file, line=line, value=entry.replaces, other=other)
        else:
            yield DefinitionError("replaces-in-circle", file=file, line=line, value=entry.id)


def _is_sound(entry: RegisterEntry, register: Register, known: Container[str]) -> bool:
    """Whether an entry replaces one that there is, that no other one replaces, and that does not come of it."""
    old = entry.replaces
    return (
        old is not None and old in known and register.successors[old] == entry.id and not _is_in_circle(entry, register)
    )


def _is_in_circle(entry: RegisterEntry, register: Register) -> bool:
    return entry.replaces in _chain(entry.id, register.successors)


def identify(entry: RegisterEntry, folder: str, sha256: str) -> Source:
    """The source that an entry of the register describes, now that its bytes are known.

    Args:
        entry: of the register.
        folder: of the register, from the root of the project (`seeds`).
        sha256: of the bytes of the file, hexadecimal.
    """
    return Source(
        id=entry.id,
        label=entry.label,
        kind=entry.kind,
        file=f"{folder}/{entry.file}",
        sha256=sha256,
        holder=entry.holder,
        declared=entry.declared,
    )
