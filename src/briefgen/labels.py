"""The fixed words of a printed pack, in one language: one TOML file a language in `templates/labels/`.

Templates hold no fixed words of their own: they say `{{ labels.contents }}`.
"""

from __future__ import annotations

from .model import Model


class Labels(Model):
    """The fixed words of a pack in one language.

    Attributes:
        language: BCP 47 tag for the printed file (`nl-NL`).
    """

    language: str
    contents: str
    page: str  # "Pagina {page} van {pages}" is composed in the template from `page` and `of`
    of: str
    as_of: str
    for_whom: str
    marking: str
    sources: str
    source: str
    sources_intro: str
    annex: str
    annex_intro: str
    cited_in: str
    paragraph: str
    date: str
    no_date: str
    title: str
    reference: str
    holder: str
    subject: str
    position: str
    question: str
    answer: str
    question_of: str  # "Vraag van {fractie}"
    remark: str
    option: str
    option_of: str
    commitment: str
    deadline: str
    no_deadline: str
    status: str
    status_open: str
    status_overdue: str
    status_fulfilled: str
    passage: str
    figure: str
    key_date: str
    note: str
    earlier: str  # before an older position
    gap: str  # "Geen bron in het corpus"
    gaps: str
    account: str
    holder_kabinet: str
    holder_fractie: str
    holder_expert: str
    holder_overig: str
    made_with: str
    quoted_hint: str  # how quotations are recognised in print
