"""From a finished pack to what its renderers are given: words, templates, drawings, and files inside the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..attestation import ATTESTATION_NAME, attest
from ..manifest import Manifest
from ..messages import message
from ..pack import PACK_NAME, Pack
from ..renderers import Attachment, Commission
from ..renderers.commission import Drawing
from ..renderers.presenting import present
from ..renderers.wording import printed
from ..serialization import to_json
from .ingredients import Ingredients


def commission(pack: Pack, ingredients: Ingredients, planned: Manifest, drawings: Mapping[str, Drawing]) -> Commission:
    """The pack with everything that goes into its files.

    Args:
        pack: complete.
        ingredients: templates and fixed words.
        planned: the manifest of the build; its outputs do not matter.
        drawings: of the charts of the pack, by the id of the chart.
    """
    ordered = Commission(
        pack=pack, view=present(pack, ingredients.labels), templates=ingredients.templates, drawings=drawings
    )
    shown = printed(ordered)
    attestation = attest(
        pack,
        planned,
        anchors=shown.anchors,
        bylines=shown.bylines,
        cites=shown.cites,
        marks=shown.marks,
        own=ingredients.labels.note,
        wording=shown.wording,
    )
    attached = {ATTESTATION_NAME: ("attestation", to_json(attestation)), PACK_NAME: ("pack-data", to_json(pack))}
    return replace(
        ordered,
        attachments=tuple(
            Attachment(name, "application/json", message(code, ingredients.language), data)
            for name, (code, data) in attached.items()
        ),
    )
