"""Small pages of HTML, laid out and tagged."""

from __future__ import annotations

import io

import pikepdf
import weasyprint

from briefgen.renderers.tagging import Annotation, Element, Mark, left_out, shape, write_tags
from briefgen.renderers.tagging.recording import Recorder

STYLE = """
@page { size: 80mm 80mm; margin: 10mm; @top-left { content: "boven" } @bottom-right { content: counter(page) } }
* { font: 10pt/1.2 sans-serif } .noot { float: footnote }
"""


def tree_of(body: str, style: str = "") -> Element:
    """The tag tree of a page with this body."""
    return _made(body, style)[1]


def tagged(body: str, style: str = "") -> bytes:
    """A tagged PDF of a page with this body."""
    content, tree, rest = _made(body, style)
    with pikepdf.open(io.BytesIO(content)) as file:
        write_tags(file, tree, rest)
        result = io.BytesIO()
        file.save(result)
    return result.getvalue()


def _made(body: str, style: str) -> tuple[bytes, Element, frozenset[Mark]]:
    recorder = Recorder()
    page = f'<html lang="nl"><title>Proef</title><style>{STYLE}{style}</style><body>{body}</body></html>'
    content: bytes = recorder.recorded(weasyprint.HTML(string=page).render()).write_pdf(pdf_version="1.7")
    tree = shape(recorder.root)
    return content, tree, left_out(recorder.root, tree)


def drawn(element: Element) -> str:
    """A tree on one line: `Table(TR(TH TD))`; words are left out."""
    inner = " ".join(drawn(kid) for kid in element.kids if isinstance(kid, Element))
    return f"{element.role}({inner})" if inner else element.role


def pages_of(element: Element) -> list[int]:
    """The pages on which an element has words, each once, counted from 0."""
    own = {kid.page for kid in element.kids if isinstance(kid, Mark | Annotation)}
    return sorted(own.union(*(pages_of(kid) for kid in element.kids if isinstance(kid, Element))))
