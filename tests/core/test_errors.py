"""Errors travel between processes whole."""

from __future__ import annotations

import pickle

import pytest

from briefgen.errors import BriefgenError, DefinitionError, SourceError
from briefgen.renderers.web import FaultyPageError
from briefgen.renderers.word.faults import Fault, FaultyTemplateError

WRONG = DefinitionError("unknown-key", file="templates/packs/x.toml", line=3, name="titel", known=["title"])
FAULT = Fault("templates/brief.docx", "word/document.xml", "body", 2, "{{ titel }}", "{{ titel }}", WRONG)


@pytest.mark.parametrize(
    "error",
    [WRONG, SourceError("source-empty", file="seeds/x.txt"), FaultyTemplateError([FAULT]), FaultyPageError([WRONG])],
    ids=lambda error: type(error).__name__,
)
def test_an_error_from_another_process_says_the_same(error: BriefgenError) -> None:
    received = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(received) is type(error)
    assert received.text("nl") == error.text("nl")
    assert received.exit_code == error.exit_code
