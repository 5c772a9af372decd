"""`manifest.json`: what a pack was built from and what came out, by content.

It holds nothing of the machine or the moment, so that the same inputs and options give the same manifest. It is written
last: a folder whose manifest does not fit its files holds an unfinished build, or files that people changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PureWindowsPath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from .model import Model
from .provenance import sha256
from .sources import Source

MANIFEST_NAME = "manifest.json"

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

OptionValue = str | int | bool | tuple[str, ...] | None
"""The value of an option of the build; a file is named from the root of the project."""


def _portable(path: str) -> str:
    on_windows = PureWindowsPath(path)
    if "\\" in path or on_windows.drive or on_windows.root or ".." in on_windows.parts:
        raise ValueError(f"'{path}' is not a path from the root of the project, with forward slashes")
    return path


def _in_folder(name: str) -> str:
    if not name or name in (".", "..", MANIFEST_NAME) or any(sign in name for sign in "/\\:\0"):
        raise ValueError(f"'{name}' is not the name of an output in the folder of the pack")
    return name


def _day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(f"'{text}' is not a day such as 2026-06-30")
    return text


class Program(Model):
    """The program that built the pack; `sha256` is that of its code and word lists."""

    name: str
    version: str
    sha256: Sha256


class InputHash(Model):
    """A definition or template by content. `file` is its path from the root of the project, with forward slashes."""

    file: Annotated[str, AfterValidator(_portable)]
    sha256: Sha256


class SourceHash(InputHash):
    """A source by content. `id` is its name in the register."""

    id: str


class OutputHash(Model):
    """An output by content. `file` is its name in the folder of the pack."""

    file: Annotated[str, AfterValidator(_in_folder)]
    sha256: Sha256


class Manifest(Model):
    """What a pack was built from and what came out.

    Attributes:
        options: of the build, by name; `None` for one that was not given.
        as_of: the date of the pack, ISO.
        sources: in the order of their ids; the other files in the order of their names.
        definitions: pack, topics, labels: the TOML files that decided.
        outputs: every file of the pack but the manifest itself.
    """

    schema_version: Literal["briefgen/manifest@1"] = Field(default="briefgen/manifest@1", alias="schema")
    program: Program
    options: dict[str, OptionValue]
    as_of: Annotated[str, AfterValidator(_day)]
    sources: tuple[SourceHash, ...]
    definitions: tuple[InputHash, ...]
    templates: tuple[InputHash, ...]
    outputs: tuple[OutputHash, ...]


class Misfit(Model):
    """An output that is not as the manifest says: changed, or missing."""

    file: str
    problem: Literal["changed", "missing"]


def make(
    *,
    program: Program,
    options: Mapping[str, OptionValue],
    as_of: str,
    sources: Iterable[Source],
    definitions: Mapping[str, bytes],
    templates: Mapping[str, bytes],
    outputs: Mapping[str, bytes],
) -> Manifest:
    """The manifest of a build.

    Args:
        program: that builds.
        options: of the build, by name.
        as_of: the date of the pack, ISO.
        sources: that the build read.
        definitions: bytes of the TOML files, by path from the root of the project.
        templates: bytes of the template files, by path from the root of the project.
        outputs: bytes of what was made, by name in the folder of the pack.

    Raises:
        ValueError: a path that is absolute or leaves its folder (a defect).
    """
    return Manifest(
        program=program,
        options=dict(sorted(options.items())),
        as_of=as_of,
        sources=tuple(
            SourceHash(id=source.id, file=source.file, sha256=source.sha256)
            for source in sorted(sources, key=lambda source: source.id)
        ),
        definitions=_input_hashes(definitions),
        templates=_input_hashes(templates),
        outputs=_output_hashes(outputs),
    )


def with_outputs(manifest: Manifest, outputs: Mapping[str, bytes]) -> Manifest:
    """The manifest of a build whose outputs are known now.

    Args:
        manifest: of the same build, made before.
        outputs: bytes of what was made, by name in the folder of the pack.
    """
    return manifest.model_copy(update={"outputs": _output_hashes(outputs)})


def misfits(manifest: Manifest, hashes: Mapping[str, str]) -> tuple[Misfit, ...]:
    """The outputs that are not as the manifest says; nothing when the manifest fits.

    Args:
        manifest: of the folder.
        hashes: SHA-256 of the files in the folder, by name; files that the manifest does not name do not matter.
    """
    return tuple(
        Misfit(file=output.file, problem="changed" if output.file in hashes else "missing")
        for output in manifest.outputs
        if hashes.get(output.file) != output.sha256
    )


def _input_hashes(files: Mapping[str, bytes]) -> tuple[InputHash, ...]:
    return tuple(InputHash(file=file, sha256=sha256(data)) for file, data in sorted(files.items()))


def _output_hashes(outputs: Mapping[str, bytes]) -> tuple[OutputHash, ...]:
    return tuple(OutputHash(file=file, sha256=sha256(data)) for file, data in sorted(outputs.items()))
