"""Makes the first version of `templates/onepage.docx`: the essence of a pack on one page.

python tools/onepage_template.py templates/onepage.docx
"""

from __future__ import annotations

import sys
from pathlib import Path

from template_parts import TEXT, TO_WRITE, control, loop, paragraph, strong, template, when, words


def head() -> str:
    """Title, for whom and as at; the marking stands in the header."""
    who = "{% if audience %}{{ labels.for_whom }}: {{ audience }} · {% endif %}"
    return paragraph("PageTitle", "{{ title }}") + paragraph(
        "PageLine", f"{who}{{{{ labels.as_of }}}}: {{{{ as_of }}}}"
    )


def statement() -> str:
    """One statement in one paragraph: subject, words with their notes, who and when."""
    what = '{% if chapter.layout != "statements" and statement.subject %}{{ statement.subject }} – {% endif %}'
    due = "{% if statement.deadline %} · {{ statement.deadline }}{% endif %}"
    stands = "{% if statement.status %} · {{ statement.status }}{% endif %}"
    felt = "{% if statement.sensitivity %} · {{ statement.sensitivity }}{% endif %}"
    who = f"{{% if statement.byline %}} ({{{{ statement.byline }}}}{due}{stands}{felt}){{% endif %}}"
    number = "{% if statement.number %} {{ statement.number }}{% endif %}"
    asked = f"{{{{ statement.name }}}}{number}: "
    said = words("{% if statement.quoted %}") + words(TEXT, "QuotedWords") + words("{% else %}")
    own = words(TEXT) + words("{% endif %}")
    return (
        control('if statement.kind in ["question", "answer"]')
        + paragraph("PagePoint", strong(asked), said, own, who)
        + control('elif statement.kind == "placeholder"')
        + paragraph("PagePoint", strong(what), TO_WRITE)
        + control("else")
        + paragraph("PagePoint", strong(what), said, own, who)
        + control("endif")
    )


def chapters() -> str:
    """The opening summary with its statements as points; of a pack that has none, every chapter."""
    return loop(
        "chapter in chapters if chapter.opening or not chapters[0].opening",
        paragraph("PageHeading", "{{ chapter | bookmark }}{{ chapter.title }}"),
        when("chapter.gap", paragraph("PagePoint", "{{ chapter.gap }}")),
        loop("statement in chapter.statements", statement()),
    )


def gaps() -> str:
    """What the sources do not say."""
    what = ("{% if gap.subject %}: {{ gap.subject }}{% endif %}. ", "{{ gap.reason }}")
    return when(
        "gaps",
        paragraph("PageHeading", "{{ labels.gaps }}"),
        loop("gap in gaps", paragraph("PagePoint", strong("{{ gap.section }}"), *what)),
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template(head(), chapters(), gaps(), cover=False))
