"""A small good file with everything that rules look at: made by the project's own renderer."""

from functools import cache

from briefgen.renderers import Attachment, pdf
from briefgen.renderers.web import WebTemplate

from ..renderers.sample import commission, view

SENTENCE = "Het kabinet zet zich in voor een sterke Unie, die haar waarden beschermt en haar belangen behartigt. "

STYLE = """
@page {
  size: A4; margin: 30mm;
  @top-left { content: "Proefpakket" }
  @bottom-right { content: "Pagina " counter(page) }
}
body { font-family: "DejaVu Sans", sans-serif; font-size: 11pt }
"""

ROWS = "".join(
    f"<tr><td>Toezegging {number} aan de Kamer</td><td>{number} juni 2026</td></tr>" for number in range(1, 61)
)

BODY = f"""<!doctype html>
<html lang="nl"><head><title>Proef</title><link rel="stylesheet" href="brief.css"></head><body>
<h1 id="begin">Proefpakket</h1>
<p>Zie <a href="#slot">het slot</a> en <a href="https://example.org/stuk">het stuk</a>.</p>
<ul><li>Een eerste punt</li><li>Een tweede punt</li></ul>
<ol><li>Eerst overleg</li><li>Dan een besluit</li></ol>
<p>{SENTENCE * 9}</p>
<p>{SENTENCE * 31}</p>
<h2 id="tabel">Toezeggingen</h2>
<table><caption>Wat is toegezegd</caption><thead><tr><th scope="col">Wat</th><th scope="col">Wanneer</th></tr></thead>
<tbody>{ROWS}</tbody></table>
<h2 id="slot">Slot</h2>
<p><img src="kaart.svg" alt="Een kaart van de Unie" style="width: 60px"></p>
<p>Het slot verwijst naar <a href="#begin">het begin</a> en zegt <span lang="en">thank you</span>.</p>
</body></html>"""

MAP = b'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><rect width="50" height="50" fill="blue"/></svg>'

ATTACHED = (Attachment("pack.json", "application/json", "Het pakket als gegevens", b'{"pack": "proef"}'),)


@cache
def good() -> bytes:
    """The file, of some five pages."""
    return rendered(BODY)


@cache
def rendered(body: str, style: str = STYLE) -> bytes:
    """A page of HTML as the project renders it."""
    template = WebTemplate("proef.html", body, {"brief.css": style.encode(), "kaart.svg": MAP})
    made = commission(view(), template)
    return pdf.render(type(made)(made.pack, made.view, made.templates, made.drawings, ATTACHED)).content
