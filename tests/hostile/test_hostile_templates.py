"""Templates that try to leave their room: code of the program, files, the network, the machine's time and memory."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from briefgen.errors import TemplateError
from briefgen.pipeline.ingredients import gather
from briefgen.pipeline.options import BuildOptions
from briefgen.pipeline.project import Project, read_taxonomy
from briefgen.pipeline.requests import requested
from briefgen.renderers import docx, pdf
from briefgen.renderers.page_tags import tag_faults
from briefgen.renderers.sandbox import render_text
from briefgen.renderers.web import WebTemplate

from ..pipeline.project import write_project
from ..renderers.sample import commission, view

ROOT = Path(__file__).parents[2]
WORD = (ROOT / "templates" / "brief.docx").read_bytes()

CODE = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ().__class__.__bases__[0] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ title['__class__'] }}",
    "{{ chapters|map(attribute='__class__')|list }}",
    "{{ chapters|map(attribute='title.__class__')|list }}",
    "{{ chapters|groupby('__class__') }}",
    "{{ chapters|sort(attribute='__class__') }}",
    "{{ '{0.__class__}'.format(labels) }}",
    "{{ '{0[__class__]}'.format(labels) }}",
    "{{ '{x.__init__.__globals__}'.format_map({'x': labels}) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ dict.mro() }}",
    "{{ range.__class__ }}",
    "{{ labels.model_dump() }}",
    "{{ labels.model_config }}",
    "{{ chapters.__add__ }}",
    "{{ ''.join.__self__ }}",
    "{{ title.upper }}",
    "{{ title|map('upper') }}",
    "{% set x = [] %}{{ x.append(1) }}",
    "{% set x = {} %}{{ x.update({1: 2}) }}",
    "{{ 2 ** 99999 }}",
    "{{ 'a' * 1000000001 }}",
    "{{ [1] * 1000000001 }}",
    "{{ range(100001)|list }}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
]
NAMES = [
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id') }}",
    "{{ lipsum() }}",
    "{{ config }}",
    "{{ request.environ }}",
    "{{ os.environ }}",
    "{{ open('/etc/passwd') }}",
    "{{ __import__('os') }}",
    "{{ __builtins__ }}",
    "{{ environment }}",
]
FILES = [
    "{% include '/etc/passwd' %}",
    "{% include '../seeds/sources.toml' %}",
    "{% import 'brief.html' as x %}",
    "{% from 'brief.html' import x %}",
    "{% extends '/etc/passwd' %}",
]
UNKNOWN_WORDS = ["{{ [1, 2]|random }}", "{% debug %}", "{% do x %}", "{{ (lambda: 1)() }}"]

ADDRESSES = [
    '<img alt="x" src="http://192.0.2.1/x.png">',
    '<img alt="x" src="https://192.0.2.1/x.png">',
    '<img alt="x" src="ftp://192.0.2.1/x.png">',
    '<img alt="x" src="//192.0.2.1/x.png">',
    '<img alt="x" src="file:///etc/passwd">',
    '<img alt="x" src="/etc/passwd">',
    '<img alt="x" src="../seeds/sources.toml">',
    '<img alt="x" src="%2e%2e/seeds/sources.toml">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<a rel="attachment" href="file:///etc/passwd">x</a>',
    '<link rel="stylesheet" href="http://192.0.2.1/x.css">',
    "<style>@import 'http://192.0.2.1/x.css';</style>",
    "<style>@import url(file:///etc/passwd);</style>",
    "<style>p { background: url(file:///etc/passwd) }</style><p>x</p>",
    "<style>@font-face { font-family: x; src: url(http://192.0.2.1/x.woff) } p { font-family: x }</style><p>x</p>",
    "<style>p::before { content: url(file:///etc/passwd) }</style><p>x</p>",
    '<object data="file:///etc/passwd"></object>',
    '<embed src="file:///etc/passwd">',
    '<base href="file:///etc/"><img alt="x" src="passwd">',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
]


def refusal_of_page(body: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        render_text(body, "templates/brief.html", {name: getattr(view(), name) for name in type(view()).model_fields})
    return caught.value


@pytest.mark.parametrize("tag", [*CODE, *NAMES, *FILES, *UNKNOWN_WORDS])
def test_a_page_reaches_nothing_but_its_words(tag: str) -> None:
    error = refusal_of_page(f"<p>\n{tag}</p>")
    assert error.text("en").startswith("templates/brief.html:2")
    assert error.text("nl") != error.text("en")


@pytest.mark.parametrize("tag", NAMES)
def test_what_is_not_a_word_of_templates_is_told_as_an_unknown_name(tag: str) -> None:
    assert refusal_of_page(tag).code == "template-unknown-name"


@pytest.mark.parametrize("tag", FILES)
def test_loading_another_file_is_told_as_forbidden(tag: str) -> None:
    error = refusal_of_page(tag)
    assert error.code == "template-forbidden"
    assert "loading" in error.text("en")


@pytest.mark.parametrize("tag", [*CODE, *NAMES, *FILES])
def test_a_word_template_reaches_nothing_but_its_words(tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        docx.render(view(), word_with(tag), "templates/brief.docx")
    assert caught.value.text("en").startswith("templates/brief.docx")


@pytest.mark.parametrize("tag", ["{{ " + "(" * 20_000 + " }}", "{% if 1 %}" * 3_000, "{{ " + "not " * 20_000 + "1 }}"])
def test_a_page_without_an_end_is_told(tag: str) -> None:
    assert tag_faults(tag, "templates/brief.html")
    assert refusal_of_page(tag).text("en").startswith("templates/brief.html")


@pytest.mark.parametrize("body", ADDRESSES)
def test_a_page_loads_nothing_from_outside_its_folder(body: str) -> None:
    with pytest.raises(TemplateError) as caught:
        pdf.render(commission(template=WebTemplate("templates/brief.html", f"<html><body>{body}</body></html>", {})))
    assert caught.value.code in ("template-remote-address", "template-missing-asset")


@pytest.mark.parametrize("name", ["logo.png", "brief.html", "brief.docx", "fonts"])
def test_a_link_in_the_folder_of_the_templates_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    root = write_project(tmp_path / "project", ROOT / "templates")
    outside = tmp_path / "elders"
    outside.mkdir()
    (outside / "geheim.png").write_bytes(b"x")
    target = outside if name == "fonts" else outside / "geheim.png"
    link = root / "templates" / name
    if link.is_dir():
        shutil.rmtree(link)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    project = Project(root)
    options = BuildOptions(pack="proef", as_of="2026-06-30", formats=("pdf",))
    taxonomy = read_taxonomy(project)
    request = requested(project, options, taxonomy, tuple)
    if name == "fonts":
        assert not any("geheim" in asset for asset in gather(project, request, taxonomy, None).templates.web.assets)
    else:
        with pytest.raises(TemplateError) as caught:
            gather(project, request, taxonomy, None)
        assert caught.value.code == "template-outside"


def word_with(tag: str) -> bytes:
    """The supplied template with one more paragraph at its start."""
    paragraph = f"<w:body><w:p><w:r><w:t>{tag.replace('&', '&amp;').replace('<', '&lt;')}</w:t></w:r></w:p>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.decode().replace("<w:body>", paragraph, 1).encode()
            new.writestr(name, data)
    return buffer.getvalue()
