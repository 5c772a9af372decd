"""Reading a built pack back and proving it against its sources.

    pack.json ──▶ structure ──▶ citations ──▶ quotations ──▶ findings ──▶ verdicts, one a statement
                  the pack      against       against what
                  alone         the sources   they cite

Nothing here mends anything, and nothing here reads a file: the pack and the sources are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..pack import Pack
from ..serialization import from_json
from .citations import SourceText, citation_findings
from .finding import Finding, Status, Verdict, verdicts
from .folder import folder_findings
from .quotations import quotation_findings
from .structure import count_findings, structure_findings

__all__ = [
    "Finding",
    "SourceText",
    "Status",
    "Verdict",
    "folder_findings",
    "parse_pack",
    "verdicts",
    "verify_pack",
]


def parse_pack(data: bytes, file: str) -> Pack:
    """The pack that the bytes of a `pack.json` hold, read strictly.

    Args:
        data: the whole file.
        file: how messages name it.

    Raises:
        InputError: no JSON, or a key is unknown, missing or has a wrong value.
    """
    return from_json(data, file, Pack)


def verify_pack(pack: Pack, sources: Mapping[str, SourceText]) -> tuple[Finding, ...]:
    """What is wrong with a pack; nothing when every citation resolves and every quotation is verbatim.

    Args:
        pack: as it was read back.
        sources: the sources as they are now, by id; those that the pack does not cite do not matter.
    """
    found = (*structure_findings(pack), *citation_findings(pack, sources), *quotation_findings(pack, sources))
    return found or count_findings(pack)
