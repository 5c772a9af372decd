import re
from dataclasses import replace

import pytest
from lxml import html as parsing

from briefgen.errors import TemplateError
from briefgen.renderers import html
from briefgen.renderers.web import WebTemplate

from .every_layout import every_commission
from .sample import AWKWARD, commission, view

# What a browser would ask for from outside: an address that is loaded, in an element or in a style.
LOADS = re.compile(r"""(?:src|data|<link[^>]*href)=["'](?!data:)|url\((?!["']?data:)""")


@pytest.fixture(scope="module")
def made() -> str:
    return html.render(every_commission()).content.decode()


def test_a_page_asks_for_nothing_beside_it_and_runs_nothing(made: str) -> None:
    assert not LOADS.search(made)
    assert "<script" not in made


def test_a_page_has_its_language_its_title_and_its_properties(made: str) -> None:
    root = parsing.document_fromstring(made)
    assert made.startswith("<!doctype html>")
    assert (root.get("lang"), root.findtext(".//title")) == ("nl-NL", view().title)
    assert root.xpath("string(//meta[@name='keywords']/@content)") == "Uitbreiding, Rechtsstaat"


def test_a_page_holds_the_words_of_the_pack_and_the_drawings(made: str) -> None:
    root = parsing.document_fromstring(made)
    assert AWKWARD.replace("🙂", "□") in root.text_content()
    assert [picture.get("alt") for picture in root.iter("img")] == [
        "Tijdlijn met twee data: 12 juni 2026 en 1 januari 2029."
    ]


def test_fonts_hold_the_signs_of_the_page_and_no_others(made: str) -> None:
    assert made.count("data:font/woff;base64,") == 7
    assert len(made) < 500_000


def test_the_same_pack_gives_the_same_bytes(made: str) -> None:
    assert html.render(every_commission()).content.decode() == made


def test_a_quotation_in_another_language_says_so(made: str) -> None:
    root = parsing.document_fromstring(made)
    assert [quote.get("lang") for quote in root.iter("blockquote") if quote.get("lang")] == ["en"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<img alt="" src="kaart.png">', "template-missing-asset"),
        ('<img alt="" src="https://example.org/kaart.png">', "template-remote-address"),
        ('{% for c in chapters[:1] %}<img alt="" src="{{ c.title }}.png">{% endfor %}', "template-missing-asset"),
    ],
)
def test_what_is_not_there_is_an_error_of_the_template(body: str, code: str) -> None:
    template = WebTemplate("templates/brief.html", f"<html><body>{body}", {})
    with pytest.raises(TemplateError) as caught:
        html.render(commission(template=template))
    assert caught.value.code == code


def test_an_address_in_a_stylesheet_is_read_from_where_the_stylesheet_is() -> None:
    page = '<html><link rel="stylesheet" href="css/a.css"><p>x'
    assets = {"css/a.css": b"p { background: url(../img/punt.png) }", "img/punt.png": b"punt"}
    made = html.render(commission(template=WebTemplate("brief.html", page, assets)))
    assert (
        b"url(&quot;data:image/png;base64,cHVudA==&quot;)" in made.content
        or b'url("data:image/png;base64,cHVudA==")' in made.content
    )


def test_a_page_without_a_stylesheet_stays_as_it_is() -> None:
    bare = replace(
        commission(), templates=replace(commission().templates, web=WebTemplate("b.html", "<p>{{ title }}", {}))
    )
    assert view().title in html.render(bare).content.decode()
