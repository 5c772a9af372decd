"""Whatever bytes come in, what comes out is a result or an error that people can act on; never anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.definitions import mistakes, parse
from briefgen.errors import DefinitionError, SourceError, TemplateError
from briefgen.extraction import extract
from briefgen.labels import Labels
from briefgen.readers import read
from briefgen.renderers.page_tags import tag_faults
from briefgen.renderers.sandbox import render_text
from briefgen.renderers.vocabulary import PackView
from briefgen.renderers.word.package import unpack
from briefgen.sources import Register, Source, parse_register
from briefgen.spec import PackSpec, parse_spec
from briefgen.tailoring.raden import parse_councils
from briefgen.topics import parse_topics

from ..readers.word.building import PROSE, cell, p, row, table, word_file
from ..renderers.sample import view
from .pages import page, pdf_with

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
FOUND = sorted(path for path in (Path(__file__).parent / "found").iterdir() if path.suffix != ".md")

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 12 juni 2026

Betreft: Toekomst van de interne markt (Kamerstuk 21501-02, nr. 2956)

1. Inzet

Het kabinet zet in op 3,5% van het bbp in 2035 (motie-Jansen c.s., Kamerstuk 36715, nr. 32).[1] Vraag van de leden
van de D66-fractie: wat vindt u? Antwoord: ik zeg toe de Kamer voor het zomerreces te informeren.

* een punt
* nog een punt

[1] Artikel 42, zevende lid, VEU; COM(2026) 123.
"""

XML = (
    "<officiele-publicatie><kamerstuk><stuk><titel>Brief</titel><algemeen><vrije-tekst><tekst><al>Het kabinet zet in op"
    ' <extref doc="kst-21501-02-2956">Kamerstuk 21501-02</extref>.</al></tekst></vrije-tekst></algemeen></stuk>'
    "</kamerstuk></officiele-publicatie>"
)

WHOLE = {
    "letter.txt": LETTER.encode(),
    "letter.html": page(f"<h1>Brief</h1><p>{PROSE}</p><ul><li>{PROSE}</ul><table><tr><td>a<td>b</table>"),
    "letter.xml": XML.encode(),
    "letter.docx": word_file(p("Inzet", "Kop1") + p(PROSE) + table([row(cell("a"), cell("b"))])),
    "letter.pdf": pdf_with(b"BT /F1 12 Tf 72 720 Td (Het kabinet zet in op een sterke Unie.) Tj ET"),
}
"""A sound file of each format."""

DEFINITIONS: dict[str, Callable[[str], object]] = {
    "packs/presidency-2029.toml": lambda text: parse_spec(text, "x.toml"),
    "topics.toml": lambda text: parse_topics(text, "x.toml"),
    "raden.toml": lambda text: parse_councils(text, "x.toml"),
    "labels/nl.toml": lambda text: parse(text, "x.toml", Labels),
    "../seeds/sources.toml": lambda text: parse_register(text, "x.toml"),
}

# Bits of the languages that templates and documents are written in.
WORDS = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{% for x in chapters %}", "{% endfor %}", "{% if", "{{ title", "|", "|attr('x')", "'",
     '"', "(", ")", "[", "]", "<p>", "</p>", "<!--", "<![CDATA[", "&", "\0", "\u202e", "\ud7ff", "1", " ", "\n", "\\",
     "é", "Kamerstuk 36715, nr. 32", "artikel 5", "12 juni 2026", "3,5%", "[1]", "motie-", "d.d. ", "€ 5 mln."]
)  # fmt: skip
BYTES = st.binary(max_size=12) | WORDS.map(str.encode)

# Where a file is changed, how many bytes are taken out there, and what is put in.
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), BYTES), min_size=1, max_size=6)

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
few = settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=SLOW)
many = settings(few, max_examples=1_500, derandomize=False)


def changed(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, gone, new in changes:
        at = int(place * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


def source(name: str) -> Source:
    return Source(id="bron", label="Bron", kind="overig", file=f"seeds/{name}", sha256="", holder="onbekend")


def survives_reading(name: str, data: bytes) -> None:
    try:
        document = read(data, source(name))
    except SourceError as error:
        assert error.text("nl").startswith(f"seeds/{name}")
        return
    extract(document)


def survives_defining(name: str, text: str) -> None:
    try:
        DEFINITIONS[name](text)
    except DefinitionError as error:
        assert error.text("nl").startswith("x.toml")


def survives_rendering(text: str) -> None:
    told = [fault.text("nl") for fault in tag_faults(text, "x.html")]
    assert all(each.startswith("x.html") for each in told)
    try:
        render_text(text, "x.html", {name: getattr(view(), name) for name in PackView.model_fields})
    except TemplateError as error:
        assert error.text("nl").startswith("x.html")


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_before_does_no_harm_again(path: Path) -> None:
    survives_reading(path.name, path.read_bytes())


@pytest.mark.parametrize("name", WHOLE)
@few
@given(changes=CHANGES)
def test_a_damaged_source_is_read_or_refused(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    survives_reading(name, changed(WHOLE[name], changes))


@pytest.mark.slow
@pytest.mark.parametrize("name", WHOLE)
@many
@given(changes=CHANGES)
def test_many_damaged_sources_are_read_or_refused(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    survives_reading(name, changed(WHOLE[name], changes))


@pytest.mark.parametrize("name", WHOLE)
@few
@given(data=st.binary(max_size=400))
def test_noise_is_read_or_refused(name: str, data: bytes) -> None:
    survives_reading(name, data)


@few
@given(words=st.lists(WORDS | st.text(max_size=5), max_size=40))
def test_a_text_of_odd_words_is_read(words: list[str]) -> None:
    survives_reading("letter.txt", "".join(words).encode("utf-8", "ignore"))


@pytest.mark.parametrize("name", DEFINITIONS)
@few
@given(changes=CHANGES)
def test_a_damaged_definition_is_read_or_told(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    survives_defining(name, changed((TEMPLATES / name).read_bytes(), changes).decode("utf-8", "replace"))


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 50_000, "a" + ".b" * 2_000 + " = 1", "[" + "a." * 2_000 + "b]\n", 'x = "\0"']
)
def test_a_definition_without_an_end_is_told(text: str) -> None:
    for parsed in DEFINITIONS.values():
        with pytest.raises(DefinitionError):
            parsed(text)
    assert mistakes(text, "x.toml", PackSpec)
    assert mistakes(text, "x.toml", Register)


@few
@given(changes=CHANGES)
def test_a_damaged_page_is_carried_out_or_told(changes: list[tuple[float, int, bytes]]) -> None:
    survives_rendering(changed((TEMPLATES / "brief.html").read_bytes(), changes).decode("utf-8", "replace"))


@few
@given(words=st.lists(WORDS, max_size=30))
def test_a_page_of_odd_tags_is_carried_out_or_told(words: list[str]) -> None:
    survives_rendering("".join(words))


@few
@given(changes=CHANGES)
def test_a_damaged_word_template_is_opened_or_told(changes: list[tuple[float, int, bytes]]) -> None:
    try:
        unpack(changed((TEMPLATES / "brief.docx").read_bytes(), changes), "brief.docx")
    except TemplateError as error:
        assert error.text("nl").startswith("brief.docx")
