"""What every record has: its words, the paragraph they stand in, and the rule that found them."""

from __future__ import annotations

from ..model import Model
from ..provenance import Span


class Record(Model):
    """Something a document states, quoted.

    Attributes:
        text: verbatim part of the clean text of `paragraph`.
        paragraph: the id of the paragraph; `None` when the words stand in a footnote only.
        footnote: the label of the note that holds the words, when they stand in a footnote only.
        span: where `text` is in the text of the paragraph or of the note.
        why: the rule that found it (`verb:zet-in-op`), for review.
    """

    text: str
    paragraph: str | None
    footnote: str | None = None
    span: Span | None = None
    why: str
