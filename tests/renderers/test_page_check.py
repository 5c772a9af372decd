import copy
from dataclasses import replace

import pytest

from briefgen.errors import TemplateError
from briefgen.renderers.page import page_of
from briefgen.renderers.page_check import check
from briefgen.renderers.page_tags import tag_faults
from briefgen.renderers.web import FaultyPageError, WebTemplate

from .sample import view, web_template


def _told(text: str) -> list[str]:
    return [fault.text("nl") for fault in tag_faults(text, "brief.html")]


def test_the_template_of_the_project_has_no_faults() -> None:
    check(web_template())


def test_all_faults_of_a_template_are_told_in_one_run_in_the_order_of_its_lines() -> None:
    text = (
        web_template()
        .text.replace("{{ audience }}", "{{ audienc }}")
        .replace("{% for gap in gaps %}", "{% fro gap in gaps %}")
        .replace("{{ gap.reason }}", "{{ gap.raeson }}")
        .replace("{{ paragraph.label }}", "{{ paragraph.label | uper }}")
    )
    told = tag_faults(text.replace("{{ paragraph.text }}", "{{ paragraph }}"), "brief.html")
    assert [fault.details.get("name", fault.code) for fault in told] == [
        "audienc",
        "fro",
        "raeson",
        "uper",
        "AnnexParagraph",
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("{{ titel }}", "title"),
        ("{% for c in chapters %}{{ c.titel }}{% endfor %}", "title"),
        ("{% for c in chapters if c.openning %}{% endfor %}", "opening"),
        (
            "{% macro m(s) %}{{ s.holdr }}{% endmacro %}{% for c in chapters %}{{ m(c.statements[0]) }}{% endfor %}",
            "holder",
        ),
        ("{% set first = chapters[0] %}{{ first.intr }}", "intro"),
        ('{{ chapters | map(attribute="titel") | join }}', "title"),
        ("{% if chapters is defind %}{% endif %}", "defined"),
        ("{{ title | uper }}", "upper"),
        ("{% with c = chapters[0] %}{{ tittle }}{% endwith %}", "title"),
        ("{% macro never() %}{{ titl }}{% endmacro %}", "title"),
    ],
)
def test_a_name_that_does_not_exist_is_told_with_a_near_one(text: str, near: str) -> None:
    [told] = _told(text)
    assert told.startswith("brief.html:1, {")
    assert told.endswith(f"{near}?") or f" {near}," in told


@pytest.mark.parametrize(
    "text",
    [
        "{% for c in chapters %}{{ loop.index }}{{ loop.changed(c.title) }}{% endfor %}",
        "{% for c in chapters %}{{ loop.nextitem.title if not loop.last else '' }}{% endfor %}",
        "{% set ns = namespace(n=0) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}",
        "{{ range(3) | join }}{{ title[:3] }}{{ chapters | length }}",
        "{% macro m(x, y=1) %}{{ x }}{{ y }}{{ caller() }}{% endmacro %}{% call m(title) %}a{% endcall %}",
        "{% for a, b in [(1, 2)] %}{{ a }}{{ b }}{% endfor %}{% raw %}{{ niets }}{% endraw %}{# {{ niets }} #}",
    ],
)
def test_what_jinja_can_do_is_no_fault(text: str) -> None:
    assert not _told(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [("\n{% if title %}", 2), ("{% endif %}", 1), ("\n\n{{ title | }}", 3), ("{% for %}{% endfor %}", 1)],
)
def test_a_tag_that_cannot_be_read_is_told_with_its_line(text: str, line: int) -> None:
    assert _told(text)[0].startswith(f"brief.html:{line}")


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("{% macro m(x) %}\n{% for a in x %}{{ a }}\n{% endmacro %}{{ title }}", 2, "template-not-closed"),
        ("{% macro m(x) %}{{ x }}\n{% macro n(x) %}{{ x }}{% endmacro %}{{ title }}", 1, "template-not-closed"),
        ("{% if title %}\n{% for c in chapters %}{{ c.title }}{% endfor %}", 1, "template-not-closed"),
        ("{{ title }}\n{% endif %}{% if title %}x{% endif %}", 2, "template-nothing-to-close"),
        ("\n{{ title }\n{% for c in chapters %}{{ c.title }}{% endfor %}", 2, "template-half-tag"),
        ("{% if title }x{% endif %}", 1, "template-half-tag"),
        ("{{ title }}{{ subtitle", 1, "template-half-tag"),
        ("{% for c in chapters %}{{ c.title }}{% enfor %}", 1, "word-unknown-statement"),
        ("{% if title %}a\n{% else if subtitle %}b{% endif %}", 2, "template-else-if"),
        ("\n{% include 'kop.html' %}", 2, "template-other-file"),
        ("{% from 'kop.html' import kop as hoofd %}{{ hoofd(title) }}", 1, "template-other-file"),
        ("{% for c chapters %}{% endfor %}", 1, "template-expected"),
        ("{{ title title }}", 1, "template-unexpected"),
        ("{% for %}{% endfor %}", 1, "template-unfinished"),
    ],
)
def test_a_torn_block_is_one_fault_at_its_own_tag(text: str, line: int, code: str) -> None:
    [fault] = tag_faults(text, "brief.html")
    assert (fault.file, fault.code) == (f"brief.html:{line}", code)
    assert fault.text("nl") != fault.text("en")


@pytest.mark.parametrize(
    "text",
    [
        "{# {% for x in y %} #}{{ title }}",
        "{% raw %}{% endfor %}{% endraw %}",
        '{{ "{%" }}{% set a = title %}{% set b %}x{% endset %}{{ a }}{{ b }}',
    ],
)
def test_what_only_looks_like_a_block_is_no_fault(text: str) -> None:
    assert not tag_faults(text, "brief.html")


def test_names_in_a_torn_block_are_judged_too() -> None:
    torn = "{% for c in chapters %}\n{% if c.titel %}{{ c.title }}\n{% endfor %}{{ titl }}"
    assert [fault.code for fault in tag_faults(torn, "brief.html")] == [
        "template-not-closed",
        "template-unknown-name",
        "template-unknown-name",
    ]


def test_a_build_that_fails_tells_all_the_faults_too() -> None:
    template = WebTemplate("templates/brief.html", "{{ titel }}\n{{ subtitel }}", {})
    with pytest.raises(FaultyPageError) as caught:
        page_of(view(), template)
    assert [fault.details["name"] for fault in caught.value.faults] == ["titel", "subtitel"]
    assert caught.value.text("nl").count("\n") == 1


def test_what_only_fails_with_a_pack_is_told_as_it_fails() -> None:
    with pytest.raises(TemplateError) as caught:
        page_of(view(), WebTemplate("templates/brief.html", "{{ chapters[0].title + 1 }}", {}))
    assert caught.value.code == "template-failed"


def _with_style(style: str, body: str = "") -> WebTemplate:
    head = '<html lang="nl"><link rel="stylesheet" href="brief.css">'
    return WebTemplate("brief.html", head + body, {"brief.css": style.encode(), "fonts/a.woff": b""})


def _faults(template: WebTemplate) -> list[tuple[str | None, str, str]]:
    with pytest.raises(FaultyPageError) as caught:
        check(template)
    return [(fault.file, fault.code, fault.details["name"]) for fault in caught.value.faults]


def test_everything_that_is_missing_or_remote_is_told_by_name_with_its_line() -> None:
    style = (
        '@import "basis.css";\n@font-face { font-family: A; src: url("fonts/b.woff") }\np { background: url(//e.nl/a) }'
    )
    body = (
        '\n<img alt="" src="kaart.svg"><script src="https://example.org/x.js"></script>'
        '<img alt="" src="{{ file }}"><a href="https://e.nl">'
    )
    told = _faults(_with_style(style, body.replace("{{ file }}", "{{ chapters[0].pictures[0].file }}")))
    assert set(told) == {
        ("brief.html:2", "template-missing-asset", "kaart.svg"),
        ("brief.html:2", "template-remote-address", "https://example.org/x.js"),
        ("brief.html:2", "template-script", "script"),
        ("brief.css:1", "template-missing-asset", "basis.css"),
        ("brief.css:2", "template-missing-asset", "fonts/b.woff"),
        ("brief.css:3", "template-remote-address", "//e.nl/a"),
    }


def test_a_font_without_a_file_is_told_also_behind_a_named_value() -> None:
    style = ':root { --serif: "Rijks Serif", serif }\np { font-family: var(--serif) }\nb { font: 9pt "Rijks Sans" }'
    assert _faults(_with_style(style)) == [
        ("brief.css:3", "template-unknown-font", "Rijks Sans"),
        ("brief.css:1", "template-unknown-font", "Rijks Serif"),
    ]


def test_a_property_that_does_not_exist_or_has_no_effect_is_told_with_its_line() -> None:
    with pytest.raises(FaultyPageError) as caught:
        check(
            _with_style("p { color: navy }\np { colour: navy; font-size: blauw }\n@media screen { p { colour: red } }")
        )
    unknown, invalid = (fault.text("nl") for fault in caught.value.faults)
    assert unknown.startswith("brief.css:2: het stijlblad zegt `colour`")
    assert unknown.endswith("Bedoelde u: color?")
    assert invalid.startswith("brief.css:2: het stijlblad zegt `font-size: blauw`")


@pytest.mark.parametrize(
    ("style", "code", "near"),
    [
        ("\np { color: reddish }", "template-value", ""),
        ("\np:: { color: red }", "template-selector", ""),
        ("\n@pagina { margin: 1cm }", "template-unknown-rule", "@page"),
        ("@page {\n  @top-lef { content: 'x' } }", "template-unknown-rule", "@top-left"),
        ("h1 { color: red }\np { color: red; h2 { color: navy }", "template-open-style", ""),
        (":root { --accent: navy }\np { color: var(--accnt) }", "template-unknown-value", "var(--accent)"),
        (
            "h2 { string-set: hoofdstuk content() }\np::after { content: string(hoofstuk) }",
            "template-unknown-value",
            "string(hoofdstuk)",
        ),
        ("\np::after { content: counter(pagina) }", "template-unknown-value", "counter(page)"),
    ],
)
def test_a_fault_of_a_stylesheet_is_told_with_its_line_and_near_names(style: str, code: str, near: str) -> None:
    with pytest.raises(FaultyPageError) as caught:
        check(_with_style(style))
    [fault] = caught.value.faults
    assert (fault.file, fault.code) == ("brief.css:2", code)
    assert near in fault.text("nl")
    assert fault.text("nl") != fault.text("en")


def test_counters_and_names_that_a_stylesheet_gives_are_no_faults() -> None:
    style = (
        "h2 { counter-increment: deel; string-set: hoofdstuk content() }"
        "@page { @top-left { content: string(hoofdstuk, start) } }"
        "h2::before { content: counters(deel, '.') target-counter(attr(href), page) }"
    )
    check(_with_style(style))


def test_styles_in_the_page_itself_are_judged_too() -> None:
    assert _faults(_with_style("", '\n<style>\np { colr: red }</style><p style="colr: red">')) == [
        ("brief.html:3", "template-unknown-property", "colr"),
        ("brief.html:3", "template-unknown-property", "colr"),
    ]


def test_pictures_and_fonts_that_nobody_can_read_are_told_by_name() -> None:
    template = _with_style('@font-face { font-family: A; src: url("fonts/a.woff") }', '<img alt="" src="a.svg">')
    with pytest.raises(FaultyPageError) as caught:
        check(replace(template, assets={**template.assets, "a.svg": b"<svg", "fonts/a.woff": b"wOFFx"}))
    assert {(fault.file, fault.code) for fault in caught.value.faults} == {
        ("a.svg", "template-broken-picture"),
        ("fonts/a.woff", "not-a-font"),
    }


def test_a_picture_for_large_screens_is_loaded_from_the_folder_too() -> None:
    [fault] = _faults(_with_style("", '<img alt="" src="data:," srcset="https://e.nl/a.png 2x">'))
    assert fault == ("brief.html:1", "template-remote-address", "https://e.nl/a.png")


def test_faults_travel_between_processes() -> None:
    template = replace(web_template(), text="{{ titel }}")
    with pytest.raises(FaultyPageError) as caught:
        page_of(view(), template)
    assert copy.copy(caught.value).text("nl") == caught.value.text("nl")


def test_a_picture_that_says_nothing_is_told() -> None:
    style, body = (
        "",
        '\n<img src="data:image/gif;base64,"><img src="{{ title }}" alt="{{ title }}"><img src="data:," alt="">',
    )
    assert _faults(_with_style(style, body)) == [("brief.html:2", "template-silent-picture", "data:image/gif;base64,")]
