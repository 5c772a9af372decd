"""What a layout engine breaks over pages: WeasyPrint's own tags are the faulty file, the project's the good one."""

import pytest
import weasyprint

from briefgen.conformance import check
from briefgen.conformance.continuity import OPEN_END, OPEN_FOR_SURE
from briefgen.tagged import read_tagged

from .pages import STYLE, rendered

SENTENCE = "De Raad besluit met gekwalificeerde meerderheid over de begroting van de hele Unie en haar lidstaten. "
ROWS = "".join(f"<tr><td>Toezegging {number}</td><td>{number} juni</td></tr>" for number in range(60))
TABLE = f"<table><thead><tr><th scope=col>Wat<th scope=col>Wanneer</thead><tbody>{ROWS}</tbody></table>"
FILLER = f"<h1>Kop</h1><p>{SENTENCE * 21}</p>"


def _page(body: str) -> str:
    style = '<link rel="stylesheet" href="brief.css">'
    return f'<!doctype html><html lang="nl"><head><title>Proef</title>{style}</head><body>{body}</body></html>'


def _rules(data: bytes) -> set[str]:
    return {finding.rule for finding in check(read_tagged(data, "proef.pdf"), "proef.pdf").findings}


def _as_weasyprint_tags_it(body: str) -> set[str]:
    page = f'<html lang="nl"><head><title>Proef</title><style>{STYLE}</style></head><body>{body}</body></html>'
    return _rules(weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


BROKEN_OVER_PAGES = {
    "split-paragraph": f"<h1>Kop</h1><p>{SENTENCE * 60}</p>",
    "split-table": f"<h1>Kop</h1>{TABLE}",
    "split-list": f"{FILLER}<ul>{f'<li>{SENTENCE}</li>' * 20}</ul>",
    "tagged-furniture": f"<h1>Kop</h1><p>{SENTENCE * 90}</p>",
}


@pytest.mark.parametrize("rule", BROKEN_OVER_PAGES)
def test_pieces_of_what_runs_over_pages_are_found(rule: str) -> None:
    assert rule in _as_weasyprint_tags_it(BROKEN_OVER_PAGES[rule])


@pytest.mark.parametrize("rule", BROKEN_OVER_PAGES)
def test_what_runs_over_pages_in_one_element_is_fine(rule: str) -> None:
    assert not _rules(rendered(_page(BROKEN_OVER_PAGES[rule])))


def test_the_rest_of_a_row_on_the_next_page_is_found() -> None:
    table = f"<table><tr><th scope=col>Wat<th scope=col>Wie<tr><td>{SENTENCE * 70}<td>Raad</table>"
    assert {"split-table", "split-row"} & _as_weasyprint_tags_it(f"<h1>Kop</h1>{table}")


@pytest.mark.parametrize(
    "body",
    [
        f"{FILLER}<ul>{'<li>het versterken van de interne markt</li>' * 40}</ul>",
        f"{FILLER}<ol>{'<li>eerst overleg met de lidstaten</li>' * 40}</ol>",
        f"{FILLER}{'<p>Kabinet · 24 april 2026 · [40] Beleidsbrief, ¶ 23</p>' * 40}",
        f"{FILLER}{'<p>Clingendael, 2026</p><blockquote>de Unie moet hervormen</blockquote>' * 20}",
        f"<h1>Kop</h1>{TABLE}<p>Daarnaast:</p>{TABLE}",
        f"<h1>Kop</h1>{TABLE}{TABLE.replace('Wat', 'Wie')}",
    ],
    ids=["bullets", "numbers", "bylines", "quotes", "tables with words between", "tables with other heads"],
)
def test_short_texts_that_end_without_a_full_stop_are_no_pieces_of_each_other(body: str) -> None:
    assert not _rules(rendered(_page(body)))


@pytest.mark.parametrize("ending", ["van de", "de lidstaten,", "inter-", "in 2029", "–"])
def test_a_text_without_a_closing_sign_may_go_on(ending: str) -> None:
    assert OPEN_END.search(ending)


@pytest.mark.parametrize("ending", ["van de Unie.", "waarom?", "als volgt:", "«besluit»", "(zie 3)", "…"])
def test_a_text_with_a_closing_sign_does_not_go_on(ending: str) -> None:
    assert not OPEN_END.search(ending)
    assert not OPEN_FOR_SURE.search(ending)
