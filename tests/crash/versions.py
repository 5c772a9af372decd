"""Two versions of a pack that a writer writes in turn; a module of its own, so that a writer starts fast."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.manifest import Manifest, Program, make

NAMES = ("proef.docx", "proef.pdf", "pack.json", "receipt.json")


def files(version: int) -> dict[str, bytes]:
    """A version of a pack; one file is the same in both, and one is in the second alone."""
    made = {name: f"{name}, versie {version}\n".encode() * 20_000 for name in NAMES} | {"pack.json": b"{}"}
    return made if version else {name: data for name, data in made.items() if name != "proef.pdf"}


def manifest_of(outputs: Mapping[str, bytes]) -> Manifest:
    return make(
        program=Program(name="briefgen", version="0.1.0", sha256="0" * 64),
        options={},
        as_of="2026-06-01",
        sources=[],
        definitions={},
        templates={},
        outputs=outputs,
    )
