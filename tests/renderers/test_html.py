import re
from html.parser import HTMLParser

import pytest

from briefgen.errors import TemplateError
from briefgen.renderers.page import page_of as render
from briefgen.renderers.web import WebTemplate

from .sample import AWKWARD, view, web_template

# A colour of the stylesheet, by its name: `--ink: #1c2430`.
COLOUR = re.compile(r"--(?P<name>ink|quiet|accent|tint): (?P<value>#[0-9a-f]{6})")


class _Page(HTMLParser):
    """Collects the ids, the targets of links and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.targets += [given["href"] or ""] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def page() -> _Page:
    return _Page(render(view(), web_template()))


def test_every_id_is_given_once(page: _Page) -> None:
    assert len(page.ids) == len(set(page.ids))


def test_every_link_inside_the_page_has_its_target(page: _Page) -> None:
    inside = {target.removeprefix("#") for target in page.targets if target.startswith("#")}
    assert inside <= set(page.ids)


def test_each_statement_links_to_its_paragraphs_and_each_paragraph_back(page: _Page) -> None:
    for chapter in view().chapters:
        for statement in chapter.statements:
            if statement.sources:
                assert f"#{statement.anchor}" in page.targets
            assert {f"#{source.anchor}" for source in statement.sources} <= set(page.targets)


def test_links_outside_are_those_of_the_sources(page: _Page) -> None:
    outside = {target for target in page.targets if not target.startswith("#")}
    assert outside == {source.url for source in view().sources if source.url}


def test_a_quotation_with_tags_and_signs_is_printed_as_it_stands(page: _Page) -> None:
    assert AWKWARD in page.text


def test_words_of_a_source_are_quotations_and_words_of_the_pack_are_not() -> None:
    page = render(view(), web_template())
    for statement in (statement for chapter in view().chapters for statement in chapter.statements):
        if "&" not in statement.text and "'" not in statement.text:
            assert (f"<blockquote>{statement.text}</blockquote>" in page) is statement.quoted


def test_a_page_has_the_language_and_the_title_of_the_pack() -> None:
    page = render(view(), web_template())
    assert '<html lang="nl-NL">' in page
    assert f"<title>{view().title}</title>" in page


def test_a_pack_without_subtitle_audience_gaps_and_sources_has_a_page() -> None:
    bare = view().model_copy(update={"subtitle": "", "audience": "", "gaps": (), "sources": (), "annex": ()})
    assert "None" not in _Page(render(bare, web_template())).text


def test_a_pack_with_many_sources_counts_them_on_the_cover() -> None:
    many = view().model_copy(update={"sources": view().sources * 8})
    assert '<p class="cover-count">40</p>' in render(many, web_template())


def test_a_misspelt_name_is_told_with_the_line_of_the_template() -> None:
    with pytest.raises(TemplateError) as caught:
        render(view(), WebTemplate("templates/brief.html", "<h1>{{ title }}</h1>\n{{ chapter.title }}", {}))
    assert caught.value.text("nl").startswith("templates/brief.html:2, {{ chapter.title }}: ")
    assert caught.value.text("nl").endswith("Bedoelde u: chapters?")


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("part", "paper"), [(0, "#ffffff"), (1, "#11161d")], ids=["light", "dark"])
def test_every_colour_of_words_contrasts_with_paper_and_with_the_tint(part: int, paper: str) -> None:
    style = web_template().assets["brief.css"].decode().split("prefers-color-scheme: dark")[part]
    colours = {match["name"]: match["value"] for match in COLOUR.finditer(style)}
    assert part == 0 or f"background: {paper}" in style
    for name in ("ink", "quiet", "accent"):
        for background in (paper, colours["tint"]):
            darker, lighter = sorted((_luminance(background), _luminance(colours[name])))
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5
