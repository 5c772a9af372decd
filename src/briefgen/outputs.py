"""Writing a pack so that nothing is ever lost and no mixture of two builds passes for a pack.

The files of a build are written aside first, beside the folder of the pack (`.NAME.building`), the new manifest last;
from then on that manifest is the journal of the build. Then each file is moved into its place, the manifest last again.

* An error or an interruption on the way: what was moved is moved back.
* The process is killed or the power fails: the next build finds the journal and finishes the moves first.
* A file on disk is neither what the old manifest nor what the journal records: a person changed it, and it is kept as
  `NAME.edited-1.docx` before the new one takes its place.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout
from pydantic import ValidationError

from .errors import OutputError
from .filesystem import copy, digest_of, explained, read_file, real_path, settle, write
from .manifest import MANIFEST_NAME, Manifest
from .model import Model
from .provenance import sha256
from .serialization import to_json


class Kept(Model):
    """A file that a person changed, and the name under which it was kept."""

    file: str
    kept_as: str


class Mended(Model):
    """Something that an earlier build left unfinished or a person took away.

    Attributes:
        file: what was made again, or `manifest.json`.
        problem: `missing`, a file that the manifest names and that was gone; `interrupted`, a build that stopped
            between two files; `unrecorded`, files of a pack without a readable manifest.
    """

    file: str
    problem: Literal["missing", "interrupted", "unrecorded"]


class WriteReport(Model):
    """What writing a pack did, by names of files in its folder.

    Attributes:
        written: new or changed.
        unchanged: not touched, since they had these bytes already.
        removed: outputs of the build before that this one does not make.
        kept: what people had changed.
        mended: what was unfinished or missing.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    mended: tuple[Mended, ...] = ()

    def notices(self) -> Iterator[tuple[str, dict[str, str]]]:
        """What a person should be told: codes of messages with their details."""
        for mended in self.mended:
            yield f"output-{mended.problem}", {"file": mended.file}
        for kept in self.kept:
            yield "output-kept", {"file": kept.file, "kept_as": kept.kept_as}
        for file in self.removed:
            yield "output-removed", {"file": file}


@dataclass(frozen=True, slots=True)
class _Site:
    """The folder of a pack and the places beside it where its next state is prepared.

    Attributes:
        shown: the folder as the user named it, for messages.
        folder: the same without symbolic links, so that what lies beside it is on the same file system.
    """

    shown: Path
    folder: Path

    @property
    def staging(self) -> Path:
        return self.folder.parent / f".{self.folder.name}.building"

    @property
    def lock(self) -> Path:
        return self.folder.parent / f".{self.folder.name}.lock"

    @property
    def new(self) -> Path:
        return self.staging / "new"

    @property
    def old(self) -> Path:
        return self.staging / "old"

    @property
    def journal(self) -> Path:
        return self.new / MANIFEST_NAME

    @property
    def manifest(self) -> Path:
        return self.folder / MANIFEST_NAME

    def hashes(self, names: set[str]) -> dict[str, str]:
        """The SHA-256 of those of the named files that are in the folder."""
        return _hashes(self.folder, self.shown, names)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done with which files, by name, in order.

    Attributes:
        keep: changed by a person; to be kept under another name first.
        move: ready in `new`, to be moved into the folder.
        remove: of the build before, to be taken out of the folder.
        missing: named by the manifest of the build before, and gone.
    """

    keep: tuple[str, ...]
    move: tuple[str, ...]
    remove: tuple[str, ...]
    missing: tuple[str, ...]


def write_outputs(folder: Path, files: Mapping[str, bytes], manifest: Manifest) -> WriteReport:
    """Write the files of a built pack into its folder, all or nothing, the manifest last.

    Args:
        folder: of the pack; made when it is not there.
        files: bytes of the outputs by their names, without the manifest.
        manifest: of exactly these files.

    Returns:
        What was written, and what a person should know of it.

    Raises:
        OutputError: nothing can be written there, the disk is full, a file is open in another program, or another
            build is writing there. What was in the folder is as it was.
        ValueError: the manifest is not that of the files (a defect).
    """
    if {name: sha256(data) for name, data in files.items()} != _recorded(manifest):
        raise ValueError("the manifest does not fit the files to write")
    site = _Site(shown=folder, folder=real_path(folder))
    with explained(folder):
        site.folder.parent.mkdir(parents=True, exist_ok=True)
    with _locked(site):
        interrupted = _finish_interrupted(site)
        try:
            _stage(site, files, manifest)
            report = _commit(site, manifest)
        finally:
            _discard(site)
    kept = tuple(dict.fromkeys(interrupted.kept + report.kept))
    return report.model_copy(update={"kept": kept, "mended": interrupted.mended + report.mended})


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in the folder of a pack; `None` when there is none that can be read."""
    return _manifest_at(folder / MANIFEST_NAME)


def output_hashes(folder: Path, manifest: Manifest) -> dict[str, str]:
    """The SHA-256 of those outputs of a manifest that are in a folder, by name.

    Raises:
        OutputError: one of them cannot be read.
    """
    return _hashes(folder, folder, set(_recorded(manifest)))


def was_interrupted(folder: Path) -> bool:
    """Whether a build that was killed left something beside the folder of a pack; the next write clears it up."""
    return _Site(shown=folder, folder=real_path(folder)).staging.exists()


@contextmanager
def _locked(site: _Site) -> Iterator[None]:
    """The right to write into the folder, held by one process at a time.

    The system takes the lock back from a process that ends in any way, so that a file left behind locks nothing.
    """
    with explained(site.shown):
        try:
            held = FileLock(site.lock, blocking=False).acquire()
        except Timeout as error:
            raise OutputError("output-busy", file=str(site.shown)) from error
    with held:
        try:
            yield
        finally:
            with contextlib.suppress(OSError):  # Windows removes no file that is open
                site.lock.unlink()


def _finish_interrupted(site: _Site) -> WriteReport:
    """Finish the moves of a build that was killed after its journal was complete; drop one that came less far."""
    journal = _manifest_at(site.journal)
    report = WriteReport()
    if journal is not None:
        finished = _commit(site, journal)
        names = finished.written or (MANIFEST_NAME,)
        mended = tuple(Mended(file=name, problem="interrupted") for name in names)
        report = WriteReport(kept=finished.kept, mended=mended)
    _discard(site)
    return report


def _stage(site: _Site, files: Mapping[str, bytes], manifest: Manifest) -> None:
    """Write aside what differs from the folder; the journal last, when everything else is whole."""
    with explained(site.shown):
        site.new.mkdir(parents=True)
    for name, data in files.items():
        with explained(site.shown / name):
            if digest_of(site.folder / name) != sha256(data):
                write(site.new / name, data)
    journal = to_json(manifest)
    with explained(site.shown / MANIFEST_NAME):
        if digest_of(site.manifest) != sha256(journal):
            unnamed = site.staging / "journal"
            write(unnamed, journal)
            settle(site.new)
            unnamed.rename(site.journal)
            settle(site.new)


def _commit(site: _Site, manifest: Manifest) -> WriteReport:
    """Move what stands ready in `new` into its place; undo all of it when anything fails.

    Args:
        site: where.
        manifest: of the state that `new` leads to.
    """
    before = _manifest_at(site.manifest)
    recorded = _recorded(before) if before else {}
    expected = _recorded(manifest)
    present = site.hashes({*recorded, *expected})
    staged = {name for name in expected if (site.new / name).exists()}
    plan = _plan(present, recorded, expected, staged)
    _check_writable(site, plan.move)
    with ExitStack() as undo:
        _make_folder(site, undo)
        kept = tuple(Kept(file=name, kept_as=_keep(site, name, undo)) for name in plan.keep)
        for name in plan.move:
            _move(site, name, undo)
        for name in plan.remove:
            _take_out(site, name, undo)
        with explained(site.shown):
            settle(site.folder)
        if site.journal.exists():
            _move(site, MANIFEST_NAME, undo)
        undo.pop_all()
    mended = tuple(Mended(file=name, problem="missing") for name in plan.missing)
    if before is None and present:
        mended = (Mended(file=MANIFEST_NAME, problem="unrecorded"), *mended)
    return WriteReport(
        written=plan.move,
        unchanged=tuple(sorted(expected.keys() - set(plan.move))),
        removed=tuple(name for name in plan.remove if name not in plan.keep),
        kept=kept,
        mended=mended,
    )


def _plan(
    present: Mapping[str, str], recorded: Mapping[str, str], expected: Mapping[str, str], staged: set[str]
) -> _Plan:
    """What leads from the files that are there to those that are expected; the mappings are SHA-256 by name."""
    changed = {name for name, found in present.items() if found not in (recorded.get(name), expected.get(name))}
    return _Plan(
        keep=tuple(sorted(changed)),
        move=tuple(sorted(staged)),
        remove=tuple(sorted(present.keys() - expected.keys())),
        missing=tuple(sorted((recorded.keys() & expected.keys()) - present.keys())),
    )


def _check_writable(site: _Site, names: tuple[str, ...]) -> None:
    """Refuse before anything is moved when another program holds a file: Word does, on Windows."""
    for name in names:
        shown = site.shown / name
        with explained(shown):
            try:
                (site.folder / name).open("r+b").close()
            except FileNotFoundError:
                continue
            except PermissionError as error:
                raise OutputError("output-in-use", file=str(shown)) from error


def _make_folder(site: _Site, undo: ExitStack) -> None:
    if not site.folder.is_dir():
        undo.callback(_remove_if_empty, site.folder)
        with explained(site.shown):
            site.folder.mkdir()


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _move(site: _Site, name: str, undo: ExitStack) -> None:
    """Move a file from `new` into its place, with the way back laid before."""
    with explained(site.shown / name):
        _lay_way_back(site, name, undo)
        (site.new / name).replace(site.folder / name)


def _take_out(site: _Site, name: str, undo: ExitStack) -> None:
    """Take a file out of the folder, with the way back laid before."""
    with explained(site.shown / name):
        _lay_way_back(site, name, undo)
        (site.folder / name).unlink()


def _lay_way_back(site: _Site, name: str, undo: ExitStack) -> None:
    target = site.folder / name
    if target.exists():
        undo.callback(copy(target, site.old / name).replace, target)
    else:
        undo.callback(target.unlink, missing_ok=True)


def _keep(site: _Site, name: str, undo: ExitStack) -> str:
    """Keep a changed file under a name that is free, or that holds the same already; returns that name."""
    target = site.folder / name
    with explained(site.shown / name):
        content = digest_of(target)
        for number in count(1):
            kept = target.with_name(f"{target.stem}.edited-{number}{target.suffix}")
            if not os.path.lexists(kept):
                aside = copy(target, site.old / kept.name)
                undo.callback(_drop_copy, kept, target)
                aside.rename(kept)
                break
            if kept.is_file() and digest_of(kept) == content:
                break
    return kept.name


def _drop_copy(kept: Path, original: Path) -> None:
    """Remove a kept copy again, but only while the original holds the same."""
    if kept.exists() and digest_of(kept) == digest_of(original):
        kept.unlink()


def _discard(site: _Site) -> None:
    """Remove what was prepared; the journal first, so that a part of it never passes for the whole."""
    with explained(site.shown):
        site.journal.unlink(missing_ok=True)
        if site.staging.exists():
            shutil.rmtree(site.staging)


def _manifest_at(path: Path) -> Manifest | None:
    try:
        return Manifest.model_validate_json(read_file(path), strict=True)
    except (OSError, ValidationError):
        return None


def _recorded(manifest: Manifest) -> dict[str, str]:
    return {output.file: output.sha256 for output in manifest.outputs}


def _hashes(folder: Path, shown: Path, names: set[str]) -> dict[str, str]:
    found = {}
    for name in sorted(names):
        with explained(shown / name):
            present = digest_of(folder / name)
        if present is not None:
            found[name] = present
    return found
