"""A small pack as a Word file that says of itself what it holds, made the way a build makes it."""

from __future__ import annotations

import hashlib
from functools import cache

from briefgen.assembly.quoting import with_selectors
from briefgen.attestation import ATTESTATION_NAME, Attestation, attest
from briefgen.manifest import Program, make
from briefgen.pack import Item, Pack, Section
from briefgen.renderers import RENDERERS, Attachment, Commission, Templates, WordTemplate
from briefgen.renderers.presenting import present
from briefgen.renderers.wording import printed
from briefgen.serialization import to_json

from ..renderers.sample import ROOT, labels, web_template
from ..renderers.sample import pack as long_pack

TO_WRITE = Section(
    id="aan-te-vullen",
    title="Aan te vullen",
    items=(Item(id="spreekpunten", type="placeholder", text="[In te vullen: drie zinnen]", quoted=False),),
)


def sample_pack() -> Pack:
    """The sample of the renderers, with true hashes, places of its quotations, and something to be written."""
    pack = long_pack()
    citations = tuple(
        one.model_copy(update={"sha256": hashlib.sha256(one.text.encode()).hexdigest()}) for one in pack.citations
    )
    return with_selectors(
        pack.model_copy(update={"sections": (*pack.sections, TO_WRITE), "citations": citations}), documents={}
    )


def commissioned(pack: Pack, template: str) -> Commission:
    """The pack for a renderer, with its attestation."""
    word = (ROOT / "templates" / template).read_bytes()
    templates = Templates(word=WordTemplate(f"templates/{template}", word), web=web_template())
    ordered = Commission(pack=pack, view=present(pack, labels()), templates=templates)
    manifest = make(
        program=Program(name="briefgen", version="1", sha256="0" * 64),
        options={},
        as_of=pack.as_of,
        sources=(),
        definitions={},
        templates={f"templates/{template}": word},
        outputs={},
    )
    shown = printed(ordered)
    said = attest(
        pack,
        manifest,
        anchors=shown.anchors,
        bylines=shown.bylines,
        cites=shown.cites,
        marks=shown.marks,
        own=labels().note,
        wording=shown.wording,
    )
    attested = Attachment(ATTESTATION_NAME, "application/json", "herkomst", to_json(said))
    return Commission(ordered.pack, ordered.view, templates, attachments=(attested,))


@cache
def word_file(template: str = "brief.docx") -> bytes:
    """The sample as a Word file, from one of the templates that ship."""
    return RENDERERS["docx"](commissioned(sample_pack(), template)).content


@cache
def pdf_file() -> bytes:
    """The sample as a PDF."""
    return RENDERERS["pdf"](commissioned(sample_pack(), "brief.docx")).content


@cache
def attestation(template: str = "brief.docx") -> Attestation:
    """What those files say of themselves."""
    return Attestation.model_validate_json(commissioned(sample_pack(), template).attachments[0].data)
