"""Check of the folder of a pack: the files are those that the manifest names."""

from __future__ import annotations

from collections.abc import Mapping

from ..manifest import MANIFEST_NAME, Manifest, Misfit, misfits
from .finding import Finding


def folder_findings(manifest: Manifest | None, hashes: Mapping[str, str]) -> tuple[Finding, ...]:
    """What in a folder is not as its manifest says.

    Args:
        manifest: of the folder; `None` when it has none that can be read.
        hashes: SHA-256 of the files in the folder, by name. Further files, such as kept versions, do not matter.
    """
    if manifest is None:
        return (Finding(code="manifest-absent", where=MANIFEST_NAME),)
    return tuple(_finding(misfit) for misfit in misfits(manifest, hashes))


def _finding(misfit: Misfit) -> Finding:
    code = "output-changed" if misfit.problem == "changed" else "output-gone"
    return Finding(code=code, where=misfit.file)
