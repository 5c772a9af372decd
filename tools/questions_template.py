"""Makes the first version of `templates/questions.docx`: a book of questions with their answers.

python tools/questions_template.py templates/questions.docx
"""

from __future__ import annotations

import sys
from pathlib import Path

from brief_template import (
    BYLINE,
    annex,
    byline,
    contents,
    cover,
    gaps,
    index,
    sources,
    statements,
    tables,
)
from template_parts import NEW_PAGE, TEXT, each_chapter, loop, paragraph, strong, template, when

MARK = "{{ statement.name }}{% if statement.number %} {{ statement.number }}{% endif %}"


def dialogue() -> str:
    """Each question in a panel of its own; answers and remarks below it."""
    question = paragraph("QuestionMark", strong(MARK), f" · {BYLINE}") + paragraph("QuestionText", TEXT)
    answer = byline(MARK, BYLINE, "BylineAnswer") + paragraph("Quote", TEXT)
    return loop("statement in chapter.statements", when('statement.kind == "question"', question, otherwise=answer))


def chapters() -> str:
    """Every chapter, in the form that its layout asks for."""
    forms = {"dialogue": dialogue(), **tables()}
    return each_chapter("chapter in chapters", forms=forms, otherwise=statements())


if __name__ == "__main__":
    parts = (cover(), contents(NEW_PAGE), chapters(), gaps(), sources(), annex(), index())
    Path(sys.argv[1]).write_bytes(template(*parts))
