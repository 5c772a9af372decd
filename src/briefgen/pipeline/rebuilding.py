"""Builds a pack again from its manifest, and tells what came out otherwise and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import FindingsError, OptionError
from ..filesystem import read_file
from ..manifest import MANIFEST_NAME, InputHash, Manifest, OutputHash, Program, with_outputs
from ..messages import message
from ..outputs import write_outputs
from ..serialization import from_json
from .build import make, prepare
from .progress import Progress
from .project import find_project
from .recording import options_of
from .workshop import Workshop

Notice = tuple[str, dict[str, str]]
"""A code of the catalogue with its details."""

SHOWN_DIGITS = 12
"""Of a SHA-256 in a message."""


def rebuild(root: Path, file: Path, out: Path | None, progress: Progress) -> None:
    """Build the pack of a manifest again, and compare every hash.

    Nothing of the pack that is there is used or changed.

    Args:
        root: a folder of the project, with the sources and the templates.
        file: the manifest, or the folder that holds it.
        out: where the folder of the new pack goes, if it is to be kept; from the current folder.
        progress: is told and shown.

    Raises:
        OptionError: there is no manifest.
        InputError: the manifest cannot be read, or something that people gave is wrong.
        FindingsError: an input is not what it was, or an output came out otherwise.
    """
    recorded = _read(file)
    project = find_project(root)
    options = options_of(recorded, project, str(file))
    job = prepare(Workshop(root, progress, keep_going=options.keep_going), options)
    files = make(job, progress)
    made = with_outputs(job.planned, files)
    if out is not None:
        write_outputs(out / options.pack, files, made)
        progress.show(str(out / options.pack))
    found = tuple(differences(recorded, made))
    for code, details in found:
        progress.show(message(code, progress.language, **details))
    if found:
        raise FindingsError("not-reproduced", file=str(file), count=str(len(found)))
    progress.tell("reproduced", path=str(file), count=str(len(made.outputs)))


def differences(recorded: Manifest, made: Manifest) -> Iterator[Notice]:
    """What two builds of a pack do not share, inputs first.

    Args:
        recorded: of the first build.
        made: of the second one.
    """
    yield from _of_programs(recorded.program, made.program)
    if recorded.options != made.options:
        names = sorted({name for name, _ in recorded.options.items() ^ made.options.items()})
        yield "rebuilt-options", {"names": ", ".join(names)}
    for kind, before, after in (
        ("source", recorded.sources, made.sources),
        ("definition", recorded.definitions, made.definitions),
        ("template", recorded.templates, made.templates),
        ("output", recorded.outputs, made.outputs),
    ):
        yield from _of_files(kind, _hashes(before), _hashes(after))


def _read(file: Path) -> Manifest:
    file = file / MANIFEST_NAME if file.is_dir() else file
    try:
        return from_json(read_file(file), str(file), Manifest)
    except OSError as error:
        raise OptionError("no-manifest", file=str(file)) from error


def _of_programs(before: Program, after: Program) -> Iterator[Notice]:
    if before != after:
        yield "rebuilt-program", {"before": _shown(before), "after": _shown(after)}


def _shown(program: Program) -> str:
    return f"{program.version} ({program.sha256[:SHOWN_DIGITS]})"


def _of_files(kind: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Notice]:
    for name in sorted({*before, *after}):
        if name not in after:
            yield f"rebuilt-{kind}-gone", {"name": name}
        elif name not in before:
            yield f"rebuilt-{kind}-new", {"name": name}
        elif before[name] != after[name]:
            yield f"rebuilt-{kind}-changed", {"name": name}


def _hashes(files: Sequence[InputHash | OutputHash]) -> dict[str, str]:
    return {one.file: one.sha256 for one in files}
