"""Reading a built pack back and proving it against its sources.

    pack.json ──▶ structure ──▶ citations ──▶ quotations ──▶ findings ──▶ verdicts, one a statement
                  the pack      against       against what
                  alone         the sources   they cite
    .docx .pdf ─▶ copies: against what the file says of itself ──▶ findings

Nothing here mends anything, and nothing here opens a file: bytes and sources are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..pack import Pack
from ..serialization import from_json
from .attested import attested_pack, parse_attestation, without
from .citations import SourceText, citation_findings, hash_findings
from .copies import COPIES, Copy, copy_findings, read_pdf, read_word
from .finding import CODES, Finding, Status, Verdict, verdicts
from .folder import folder_findings, of_another_build
from .orphans import OwnWords, orphan_findings
from .quotations import quotation_findings
from .report import Basis, ProvenStatement, Report, report_of
from .structure import count_findings, structure_findings
from .versions import version_findings

__all__ = [
    "CODES",
    "COPIES",
    "Basis",
    "Copy",
    "Finding",
    "OwnWords",
    "ProvenStatement",
    "Report",
    "SourceText",
    "Status",
    "Verdict",
    "attested_pack",
    "copy_findings",
    "folder_findings",
    "of_another_build",
    "orphan_findings",
    "parse_attestation",
    "parse_pack",
    "read_pdf",
    "read_word",
    "report_of",
    "verdicts",
    "verify_pack",
    "version_findings",
    "without",
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


def verify_pack(pack: Pack, sources: Mapping[str, SourceText] | None) -> tuple[Finding, ...]:
    """What is wrong with a pack; nothing when every citation resolves and every quotation is verbatim.

    Args:
        pack: as it was read back.
        sources: the sources as they are now, by id; those that the pack does not cite do not matter. `None` when
            none is at hand: the pack is then held against the paragraphs in its own annex, and those against their
            SHA-256.
    """
    of_citations = hash_findings(pack) if sources is None else citation_findings(pack, sources)
    found = (*structure_findings(pack), *of_citations, *quotation_findings(pack, sources or {}))
    return found or count_findings(pack)
