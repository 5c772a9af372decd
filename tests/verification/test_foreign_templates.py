"""Other people's templates: a clean file is clean, whatever they print around the statements or leave out."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest

from briefgen.attestation import attest
from briefgen.manifest import Program, make
from briefgen.renderers import RENDERERS, Commission, Templates, WordTemplate
from briefgen.renderers.presenting import present
from briefgen.renderers.wording import printed
from briefgen.verification import Finding, copy_findings, read_word

from ..renderers.sample import labels, web_template
from .built import sample_pack
from .edits import OWN, Draft, new_paragraph

IN_WORDS = (
    "Overzicht van de Eenheid Coördinatie – {{ title }}",
    "{%p for chapter in chapters %}",
    "{{ chapter.title }}",
    "{%p for statement in chapter.statements %}",
    "{{ statement.holder }} zei op {{ statement.date }}: „{{ statement.text }}” "
    "(zie {% for source in statement.sources %}{{ source.label }}{{ ' en ' if not loop.last else '' }}{% endfor %})",
    "{%p endfor %}",
    "{%p endfor %}",
    "Vastgesteld door het hoofd van de eenheid.",
)
WITH_NOTES = (
    "{%p for chapter in chapters %}",
    "{%p for statement in chapter.statements if statement.quoted %}",
    "{{ statement | bookmark }}{{ statement.text }}{{ statement | footnote }}",
    "{%p endfor %}",
    "{%p endfor %}",
)
WITHOUT_CITATIONS = (
    "{%p for chapter in chapters %}",
    "{{ chapter.title | upper }}",
    "{%p for statement in chapter.statements %}",
    "– {{ statement.text }}",
    "{%p endfor %}",
    "{%p endfor %}",
)
TEMPLATES = {"in words": IN_WORDS, "with notes": WITH_NOTES, "without citations": WITHOUT_CITATIONS}


def template(paragraphs: Sequence[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def made(name: str) -> Draft:
    """The sample in a template, with what it says of itself."""
    pack = sample_pack()
    word = WordTemplate("templates/eigen.docx", template(TEMPLATES[name]))
    ordered = Commission(pack, present(pack, labels()), Templates(word=word, web=web_template()))
    shown = printed(ordered)
    manifest = make(
        program=Program(name="briefgen", version="1", sha256="0" * 64),
        options={},
        as_of=pack.as_of,
        sources=(),
        definitions={},
        templates={},
        outputs={},
    )
    attestation = attest(
        pack,
        manifest,
        anchors=shown.anchors,
        bylines=shown.bylines,
        cites=shown.cites,
        marks=shown.marks,
        own=labels().note,
        wording=shown.wording,
    )
    return Draft(RENDERERS["docx"](ordered).content, attestation)


def wrong(draft: Draft) -> list[Finding]:
    found = copy_findings(draft.attestation, read_word(draft.saved(), "eigen.docx"))
    return [one for one in found if one.severity != "info"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_clean_file_gives_no_error(name: str) -> None:
    assert wrong(made(name)) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_paragraph_of_somebodys_own_is_found(name: str) -> None:
    draft = made(name)
    draft.body[0].insert(5, new_paragraph(OWN))
    assert [one.code for one in wrong(draft)] == ["copy-added"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_changed_word_is_found(name: str) -> None:
    draft = made(name)
    statement = draft.attestation.statements[0]
    text = next(text for text in draft.body.iter() if statement.text in (text.text or ""))
    text.text = (text.text or "").replace(statement.text, statement.text.replace("e", "o", 1))
    assert [(one.code, one.item) for one in wrong(draft)] == [("copy-altered", statement.id)]


def test_whether_a_template_names_what_is_cited_is_seen_in_it() -> None:
    assert [made(name).attestation.cites for name in TEMPLATES] == [True, True, False]
