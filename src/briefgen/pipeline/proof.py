"""Proves a built pack, or a copy of it that people sent back, against the sources as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ..attestation import Attestation
from ..errors import FindingsError, OptionError
from ..filesystem import replace_file
from ..lineage import Lineage
from ..outputs import output_hashes, read_manifest
from ..pack import PACK_NAME, Pack
from ..reporting import REPORTERS
from ..verification import (
    CODES,
    Basis,
    Copy,
    Finding,
    Report,
    SourceText,
    attested_pack,
    copy_findings,
    folder_findings,
    of_another_build,
    parse_attestation,
    parse_pack,
    report_of,
    verify_pack,
    version_findings,
    without,
)
from .copies import attested_copy, is_copy, outputs_in, read
from .corpus import extractions, readable_sources
from .intake import result
from .progress import Progress
from .project import Project, find_project, read_register
from .reading import read_apart
from .replacing import lineages

MOST_NOTICES = 5
"""Notices of one kind that are told one by one."""


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


def prove(root: Path, path: Path, progress: Progress, report: Path | None = None, original: Path | None = None) -> None:
    """Check that every citation resolves and every quotation is verbatim, and show what is wrong.

    Args:
        root: a folder of the project, with the sources; without them, a pack is held against what it says of itself.
        path: the folder of a built pack, its `pack.json`, or a Word file or PDF of it, perhaps edited since.
        progress: is told and shown.
        report: file for a report of each statement, `.html`, `.docx` or `.json`.
        original: the pack as it was built, its folder or a file of it; a copy is then held against what that says, and
            may have lost its own provenance.

    Raises:
        OptionError: there is no built pack at `path`, or a report cannot be made in that format.
        InputError: the file or the register cannot be read.
        FindingsError: something is wrong, or a source that is cited cannot be read.
    """
    reporter = None if report is None else REPORTERS.get(report.suffix.removeprefix("."))
    if report is not None and reporter is None:
        raise OptionError("unknown-report-format", name=report.suffix.removeprefix("."), known=REPORTERS)
    subject = _subject(path, original)
    ground = _ground(root, subject.pack, progress)
    basis: Basis = "sources" if ground else "original" if original else "file"
    if ground is None:
        progress.tell(f"verify-without-sources-{basis}")
    made = report_of(
        str(path),
        subject.pack,
        (*subject.findings, *_against(ground, subject.cited)),
        basis,
        progress.language,
    )
    if report is not None and reporter is not None:
        replace_file(report, reporter(made))
    _show(made, len(subject.cited.citations), progress)
    if report is not None:
        progress.tell("report-written", path=str(report))
    if made.wrong:
        raise FindingsError("pack-not-proven", file=str(path), count=str(len(made.wrong)))


def _subject(path: Path, original: Path | None) -> Subject:
    if path.is_dir():
        return _folder(path)
    if path.is_file() and path.suffix.lower() == ".json":
        pack = parse_pack(result(path), str(path))
        return Subject(pack, pack)
    if is_copy(path):
        return _copy(path, original)
    raise OptionError("not-a-copy" if path.is_file() else "not-a-pack", file=str(path))


def _folder(folder: Path) -> Subject:
    """The folder of a pack, with what its Word files and PDFs hold: also a manifest can be changed."""
    file = folder / PACK_NAME
    if not file.is_file():
        raise OptionError("not-a-pack", file=str(folder))
    pack = parse_pack(result(file), str(file))
    manifest = read_manifest(folder)
    found = folder_findings(manifest, output_hashes(folder, manifest) if manifest else {})
    copies = {path.name: read(path) for path in outputs_in(folder)}
    attested = next((copy.attested for copy in copies.values() if copy.attested), None)
    inside = (
        finding
        for name, copy in copies.items()
        if (said := copy.attested or attested)
        for finding in _inside(name, copy, parse_attestation(said, str(folder / name)), pack)
    )
    return Subject(pack, pack, (*found, *inside))


def _inside(name: str, copy: Copy, attestation: Attestation, pack: Pack) -> Iterator[Finding]:
    """What was found in a file of a folder, with its name before each place."""
    if of_another_build(attestation, pack):
        yield Finding(code="output-of-another-build", where=name)
    for finding in copy_findings(attestation, copy):
        if finding.code != "copy-placeholder":  # a pack that was just built is still to be filled in
            yield finding.model_copy(update={"where": f"{name}: {finding.where}"})


def _copy(path: Path, original: Path | None) -> Subject:
    copy, attestation = attested_copy(path, original)
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
    _show_notices([finding for finding in report.findings if finding.severity == "info"], progress)
    if not report.wrong:
        left = str(len(report.statements) - report.counts.get("deleted", 0))
        progress.tell("pack-proven", path=report.file, statements=left, citations=str(citations))


def _show_notices(notices: Iterable[Finding], progress: Progress) -> None:
    """Tell the first notices of each kind, and how many more there are: a copy can lack a hundred statements."""
    for _, group in groupby(sorted(notices, key=lambda one: CODES.index(one.code)), key=lambda one: one.code):
        alike = list(group)
        for finding in alike[:MOST_NOTICES]:
            progress.tell("finding-notice", finding=finding.text(progress.language))
        if len(alike) > MOST_NOTICES:
            progress.tell("more-notices", count=str(len(alike) - MOST_NOTICES))
