"""Proves a built pack, or a copy of it that people sent back, against the sources as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..attestation import attested_pack, without
from ..errors import FindingsError, OptionError
from ..filesystem import replace_file
from ..lineage import Lineage
from ..outputs import output_hashes, read_manifest
from ..pack import PACK_NAME, Pack
from ..reporting import REPORTERS
from ..sources import LARGEST_SOURCE
from ..verification import (
    COPIES,
    Copy,
    Finding,
    Report,
    SourceText,
    copy_findings,
    folder_findings,
    parse_attestation,
    parse_pack,
    report_of,
    verify_pack,
    version_findings,
)
from .corpus import extractions, readable_sources
from .progress import Progress
from .project import Project, find_project, read_register
from .reading import read_apart, read_copy
from .replacing import lineages
from .worker import CopyFile


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be proven.

    Attributes:
        pack: with all its statements.
        cited: the same without what somebody took out of a copy: what is gone needs no source.
        findings: what was found before any source was looked at.
    """

    pack: Pack
    cited: Pack
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a pack is held against: the sources as they are now, which of them another one replaces, and how."""

    sources: Mapping[str, SourceText]
    successors: Mapping[str, str]
    lineages: Mapping[str, Lineage]


def prove(root: Path, path: Path, progress: Progress, report: Path | None = None) -> None:
    """Check that every citation resolves and every quotation is verbatim, and show what is wrong.

    Args:
        root: a folder of the project, with the sources; without them, a pack is held against what it says of itself.
        path: the folder of a built pack, its `pack.json`, or a Word file or PDF of it, perhaps edited since.
        progress: is told and shown.
        report: file for a report of each statement, `.html`, `.docx` or `.json`.

    Raises:
        OptionError: there is no built pack at `path`, or a report cannot be made in that format.
        InputError: the file or the register cannot be read.
        FindingsError: something is wrong, or a source that is cited cannot be read.
    """
    reporter = None if report is None else REPORTERS.get(report.suffix.removeprefix("."))
    if report is not None and reporter is None:
        raise OptionError("unknown-report-format", name=report.suffix.removeprefix("."), known=REPORTERS)
    subject = _subject(path)
    ground = _ground(root, subject.pack, progress)
    if ground is None:
        progress.tell("verify-without-sources")
    made = report_of(
        str(path),
        subject.pack,
        (*subject.findings, *_against(ground, subject.cited)),
        "file" if ground is None else "sources",
        progress.language,
    )
    if report is not None and reporter is not None:
        replace_file(report, reporter(made))
    _show(made, len(subject.pack.citations), progress)
    if report is not None:
        progress.tell("report-written", path=str(report))
    if made.wrong:
        raise FindingsError("pack-not-proven", file=str(path), count=str(len(made.wrong)))


def _subject(path: Path) -> Subject:
    if path.is_dir():
        return _folder(path)
    suffix = path.suffix.lower()
    if path.is_file() and suffix == ".json":
        pack = parse_pack(_bytes(path), str(path))
        return Subject(pack, pack)
    if path.is_file() and suffix in COPIES:
        return _copy(_printed(path), path)
    raise OptionError("not-a-pack", file=str(path))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_SOURCE:
            raise OptionError("source-too-large", file=str(path), megabytes=str(LARGEST_SOURCE // 1_000_000))
        return path.read_bytes()
    except OSError as error:
        raise OptionError("file-unreadable", file=str(path), problem=error.strerror or str(error)) from error


def _folder(folder: Path) -> Subject:
    """The folder of a pack; the Word files and PDFs in it that are not as they were built are looked into."""
    file = folder / PACK_NAME
    if not file.is_file():
        raise OptionError("not-a-pack", file=str(folder))
    pack = parse_pack(_bytes(file), str(file))
    manifest = read_manifest(folder)
    found = folder_findings(manifest, output_hashes(folder, manifest) if manifest else {})
    changed = [one.where for one in found if one.code == "output-changed" and Path(one.where).suffix in COPIES]
    inside = tuple(finding for name in changed for finding in _inside(folder / name))
    return Subject(pack, pack, (*found, *inside))


def _inside(path: Path) -> Iterator[Finding]:
    """What was found in a copy, with the name of its file before each place."""
    for finding in _copy(_printed(path), path).findings:
        yield finding.model_copy(update={"where": f"{path.name}: {finding.where}"})


def _printed(path: Path) -> Copy:
    """What a Word file or PDF prints, read within limits."""
    made = read_copy(CopyFile(_bytes(path), str(path)))
    if not isinstance(made, Copy):
        raise TypeError(f"a worker gave a {type(made).__name__} for a copy")
    return made


def _copy(copy: Copy, path: Path) -> Subject:
    if copy.attested is None:
        raise OptionError("copy-without-attestation", file=str(path))
    attestation = parse_attestation(copy.attested, str(path))
    found = copy_findings(attestation, copy)
    gone = {finding.item for finding in found if finding.code == "copy-absent"}
    return Subject(attested_pack(attestation), attested_pack(without(attestation, gone)), found)


def _against(ground: Ground | None, pack: Pack) -> tuple[Finding, ...]:
    if ground is None:
        return verify_pack(pack, None)
    newer = version_findings(pack, ground.successors, ground.sources, ground.lineages)
    return (*verify_pack(pack, ground.sources), *newer)


def _ground(root: Path, pack: Pack, progress: Progress) -> Ground | None:
    """The sources as they are now; none comes from what the pack says about them.

    One that cannot be read is not among them; when the pack cites it, the reason is told. `None` when there is no
    project, or another one, that has none of the sources.
    """
    try:
        project = find_project(root)
    except OptionError:
        return None
    register = read_register(project)
    cited = {citation.source for citation in pack.citations}
    if cited and not cited & {entry.id for entry in register.sources}:
        return None
    return Ground(_source_texts(project, cited, progress), register.successors, lineages(project, register))


def _source_texts(project: Project, cited: set[str], progress: Progress) -> dict[str, SourceText]:
    loaded, unreadable = readable_sources(project, progress, superseded=True)
    for one in unreadable:
        if one.id in cited:
            progress.tell("cited-source-unread", source=one.label, reason=one.error.text(progress.language))
    documents = [extraction.document for extraction in extractions(project, loaded, progress)]
    texts = read_apart(loaded, "text", progress)
    return {
        one.source.id: SourceText(text.decode(), document, one.source.sha256)
        for one, text, document in zip(loaded, texts, documents, strict=True)
    }


def _show(report: Report, citations: int, progress: Progress) -> None:
    for finding in report.wrong:
        progress.show(finding.text(progress.language))
    for finding in report.findings:
        if finding.severity == "info":
            progress.tell("finding-notice", finding=finding.text(progress.language))
    if not report.wrong:
        progress.tell("pack-proven", path=report.file, statements=str(len(report.statements)), citations=str(citations))
