"""Check of the folder of a pack: the files are those that the manifest names."""

from __future__ import annotations

from collections.abc import Mapping

from ..attestation import Attestation
from ..manifest import MANIFEST_NAME, Manifest, Misfit, misfits
from ..pack import Pack
from .finding import Finding
from .structure import items_of


def folder_findings(manifest: Manifest | None, hashes: Mapping[str, str]) -> tuple[Finding, ...]:
    """What in a folder is not as its manifest says.

    Args:
        manifest: of the folder; `None` when it has none that can be read.
        hashes: SHA-256 of the files in the folder, by name. Further files, such as kept versions, do not matter.
    """
    if manifest is None:
        return (Finding(code="manifest-absent", where=MANIFEST_NAME),)
    return tuple(_finding(misfit) for misfit in misfits(manifest, hashes))


def of_another_build(attestation: Attestation, pack: Pack) -> bool:
    """Whether a file in the folder of a pack says of itself that it holds other statements or citations.

    Args:
        attestation: of the file.
        pack: of the folder.
    """
    attested = [(one.id, one.text) for one in attestation.statements]
    cited = [(one.key, one.sha256) for one in attestation.citations]
    stated = [(item.id, item.text) for item in items_of(pack)]
    return attested != stated or cited != [(one.key, one.sha256) for one in pack.citations]


def _finding(misfit: Misfit) -> Finding:
    code = "output-changed" if misfit.problem == "changed" else "output-gone"
    return Finding(code=code, where=misfit.file)
