"""Proves a built pack against the sources as they are now."""

from __future__ import annotations

from pathlib import Path

from ..errors import FindingsError, OptionError
from ..outputs import output_hashes, read_manifest
from ..pack import Pack
from ..readers import text_layer
from ..verification import Finding, SourceText, folder_findings, parse_pack, verify_pack
from .corpus import extractions, readable_sources
from .progress import Progress
from .project import Project, find_project

PACK_NAME = "pack.json"


def prove(root: Path, path: Path, progress: Progress) -> None:
    """Check that every citation of a built pack resolves and every quotation is verbatim, and show what is wrong.

    Args:
        root: a folder of the project, with the sources.
        path: the folder of a built pack, or its `pack.json`.
        progress: is told and shown.

    Raises:
        OptionError: there is no built pack at `path`.
        InputError: `pack.json` or the register cannot be read.
        FindingsError: something in the pack is wrong, or a source that it cites cannot be read.
    """
    folder = path if path.is_dir() else None
    file = path / PACK_NAME if folder else path
    if file.suffix != ".json" or not file.is_file():
        raise OptionError("not-a-pack", file=str(path))
    pack = parse_pack(file.read_bytes(), str(file))
    findings = list(verify_pack(pack, _source_texts(find_project(root), pack, progress)))
    if folder:
        manifest = read_manifest(folder)
        findings += folder_findings(manifest, output_hashes(folder, manifest) if manifest else {})
    _report(findings, str(path), sum(len(section.items) for section in pack.sections), len(pack.citations), progress)


def _source_texts(project: Project, pack: Pack, progress: Progress) -> dict[str, SourceText]:
    """The sources as they are now; none comes from what the pack says about them.

    One that cannot be read is not among them; when the pack cites it, the reason is told.
    """
    loaded, unreadable = readable_sources(project, progress)
    cited = {citation.source for citation in pack.citations}
    for one in unreadable:
        if one.id in cited:
            progress.tell("cited-source-unread", source=one.label, reason=one.error.text(progress.language))
    documents = [extraction.document for extraction in extractions(project, loaded, progress)]
    return {
        one.source.id: SourceText(text_layer(one.data, one.source), document, one.source.sha256)
        for one, document in zip(loaded, documents, strict=True)
    }


def _report(findings: list[Finding], path: str, statements: int, citations: int, progress: Progress) -> None:
    for finding in findings:
        progress.show(finding.text(progress.language))
    if findings:
        raise FindingsError("pack-not-proven", file=path, count=str(len(findings)))
    progress.tell("pack-proven", path=path, statements=str(statements), citations=str(citations))
