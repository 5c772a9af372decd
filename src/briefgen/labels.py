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
    author: str  # before the name of who answers for the pack
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
    stance: str  # of another member state or an institution
    note: str
    placeholder: str  # what a person is to fill in
    earlier: str  # before an older position
    restated: str  # beside a position that was held before
    reversed: str  # beside a position that is not what it was
    other_value: str  # beside another number for the same thing
    nature: str  # head of a column: the kind of discussion
    sensitivity: str  # head of a column: what makes a subject sensitive
    to_complete: str  # head of a column: what a person is to fill in
    what: str  # head of a column: what happens on a day
    picture: str  # before the number of a picture
    pictures: str  # over the list of pictures
    picture_data: str  # over the data behind a picture
    index: str
    index_topics: str
    index_papers: str
    gap: str  # "Geen bron in het corpus"
    gaps: str
    account: str
    holder_kabinet: str
    holder_fractie: str
    holder_expert: str
    holder_overig: str
    made_with: str
    quoted_hint: str  # how quotations are recognised in print
