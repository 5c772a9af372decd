"""Makes the first version of `templates/questions.docx`: a book of questions with their answers.

python tools/questions_template.py templates/questions.docx
"""

from __future__ import annotations

import sys
from pathlib import Path

from brief_template import annex, byline, commitments, contents, cover, gaps, lines, sources, statements
from template_parts import TEXT, each_chapter, loop, paragraph, strong, template, when

MARK = "{{ statement.name }}{% if statement.number %} {{ statement.number }}{% endif %}"


def dialogue() -> str:
    """Each question in a panel of its own; answers and remarks below it."""
    question = paragraph("QuestionMark", strong(MARK), " · {{ statement.byline }}") + paragraph("QuestionText", TEXT)
    answer = byline(MARK, "{{ statement.byline }}", "BylineAnswer") + paragraph("Quote", TEXT)
    return loop("statement in chapter.statements", when('statement.kind == "question"', question, otherwise=answer))


def chapters() -> str:
    """Every chapter, in the form that its layout asks for."""
    forms = {"dialogue": dialogue(), "commitments": commitments(), "summary": lines()}
    return each_chapter("chapter in chapters", forms=forms, otherwise=statements())


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template(cover(), contents(), chapters(), gaps(), sources(), annex()))
