"""A pack to render in tests: real Dutch text, every layout, and characters that templates trip on."""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path

from briefgen.labels import Labels
from briefgen.pack import Citation, Gap, Item, Pack, Section, SourceNote
from briefgen.provenance import Span
from briefgen.renderers import Attachment, Commission, Templates, WordTemplate
from briefgen.renderers.presenting import present
from briefgen.renderers.vocabulary import PackView
from briefgen.renderers.web import WebTemplate

ROOT = Path(__file__).parents[2]

WRITTEN = tomllib.loads(Path(__file__).with_name("sample.toml").read_text("utf-8"))
SOURCES = WRITTEN["sources"]
"""In the order of the numbers of the annotated units: 000 is the first."""
AWKWARD = "Het «effect» van {{ 7 * 7 }} & {% if %} is < 5% en > 3%; zie artikel 42, lid 7 → «{n}» ▶ 🙂."


@cache
def labels() -> Labels:
    """The Dutch labels that ship with the project."""
    return Labels.model_validate(tomllib.loads((ROOT / "templates/labels/nl.toml").read_text("utf-8")))


@cache
def units() -> tuple[dict[str, str], ...]:
    """The annotated units of the five sources: `id`, `seed`, `heading`, `kind`, `text`."""
    lines = (ROOT / "tests/gold/units.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def _of(seed: str, kind: str, count: int) -> list[dict[str, str]]:
    return [unit for unit in units() if unit["seed"] == seed and unit["kind"] == kind][:count]


def _key(unit: dict[str, str]) -> str:
    return f"{SOURCES[int(unit['seed'])]['id']}:p{int(unit['id'][-4:])}"


def _first_sentence(text: str) -> str:
    head, stop, _ = text.partition(". ")
    return head + stop.strip()


def _item(unit: dict[str, str], kind: str, **fields: object) -> Item:
    source = SOURCES[int(unit["seed"])]
    given: dict[str, object] = {
        "id": f"{kind}-{unit['id']}",
        "type": kind,
        "text": _first_sentence(unit["text"]),
        "quoted": True,
        "citations": (_key(unit),),
        "holder": source["holder"],
        "holder_kind": "kabinet" if source["holder"] == "kabinet" else "expert",
        "date": source["date"],
    }
    return Item.model_validate(given | fields)


def _dialogue(count: int) -> tuple[Item, ...]:
    items: list[Item] = []
    for question, answer in zip(_of("003", "question", count), _of("003", "answer", count), strict=True):
        party = question["heading"].split(" > ")[0]
        number = question["heading"].rsplit(" ", 1)[-1]
        asked = {"holder": party, "holder_kind": "fractie", "number": number, "text": question["text"]}
        items.append(_item(question, "question", **asked))
        items.append(_item(answer, "answer", number=number, text=answer["text"].replace("\n", " ")))
    remark = _of("003", "remark", 1)[0]
    return (*items, _item(remark, "remark", holder="D66", holder_kind="fractie"))


def _commitments() -> tuple[Item, ...]:
    chosen = _of("001", "para", 40)[-4:]
    return tuple(_item(unit, "commitment", **given) for unit, given in zip(chosen, WRITTEN["deadlines"], strict=True))


def _essence() -> tuple[Item, ...]:
    topics = ("Voorzitterschap", "Veiligheid en defensie", "Interne markt", "Uitbreiding", "Rechtsstaat")
    chosen = _of("004", "para", 25)[-5:]
    return tuple(
        _item(unit, "passage", id=f"essence-{unit['id']}", topic=t) for unit, t in zip(chosen, topics, strict=True)
    )


def _sections(options: int) -> tuple[Section, ...]:
    newest, older, other = _of("004", "para", 9), _of("000", "para", 12), _of("001", "para", 5)
    positions = [_item(unit, "position") for unit in newest]
    superseded = [_item(unit, "position", superseded=True) for unit in older[:3]]
    thrice = _item(newest[0], "position", id="thrice", citations=(_key(newest[0]), _key(older[3]), _key(other[4])))
    awkward = _item(other[2], "position", id="awkward", text=AWKWARD)
    items = {
        "kern": _essence(),
        "ambities": (Item.model_validate(WRITTEN["note"]), thrice, *positions[:4]),
        "veiligheid": (*positions[4:], *superseded, awkward),
        "vragen": _dialogue(6),
        "opties": tuple(_item(unit, "option") for unit in _of("002", "para", options)),
        "toezeggingen": _commitments(),
    }
    return tuple(Section(**written, items=items.get(written["id"], ())) for written in WRITTEN["sections"])


def _citations(sections: tuple[Section, ...]) -> tuple[Citation, ...]:
    cited_by: dict[str, list[str]] = {}
    for section in sections:
        for item in section.items:
            for key in item.citations:
                cited_by.setdefault(key, []).append(item.id)
    unit_of = {_key(unit): unit for unit in units()}
    ordered = sorted(cited_by, key=list(unit_of).index)
    return tuple(_citation(key, number, unit_of[key], cited_by[key]) for number, key in enumerate(ordered, 1))


def _citation(key: str, number: int, unit: dict[str, str], cited_by: list[str]) -> Citation:
    source, paragraph = key.split(":")
    label = SOURCES[int(unit["seed"])]["label"]
    return Citation(
        key=key,
        number=number,
        label=f"{label}, {paragraph}",
        source=source,
        paragraph=paragraph,
        text=unit["text"].replace("\n", " "),
        heading_path=tuple(unit["heading"].split(" > ")),
        spans=(Span(0, len(unit["text"])),),
        sha256=hashlib.sha256(unit["text"].encode()).hexdigest(),
        cited_by=tuple(cited_by),
    )


def _source(written: dict[str, str], file: Path, citations: tuple[Citation, ...]) -> SourceNote:
    return SourceNote(
        title=written["label"],
        kind="overig",
        file=f"seeds/{file.name}",
        sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        cited=sum(citation.source == written["id"] for citation in citations),
        **written,
    )


def pack(options: int = 8) -> Pack:
    """The sample pack, with `options` proposals of experts (at most 122) to make it longer."""
    sections = _sections(options)
    citations = _citations(sections)
    files = sorted((ROOT / "seeds").glob("*.txt"))
    return Pack(
        sections=sections,
        citations=citations,
        gaps=tuple(Gap(**gap) for gap in WRITTEN["gaps"]),
        sources=tuple(_source(source, file, citations) for source, file in zip(SOURCES, files, strict=True)),
        **{name: value for name, value in WRITTEN.items() if isinstance(value, str)},
    )


@cache
def view(options: int = 8) -> PackView:
    """The sample pack in the words of the templates."""
    return present(pack(options), labels())


@cache
def web_template() -> WebTemplate:
    """The template for HTML that ships with the project, with its stylesheet and fonts."""
    folder = ROOT / "templates"
    files = [folder / "brief.css", *folder.glob("fonts/*/*.woff"), *folder.glob("fonts/*/*.ttf")]
    return WebTemplate(
        file="templates/brief.html",
        text=(folder / "brief.html").read_text("utf-8"),
        assets={path.relative_to(folder).as_posix(): path.read_bytes() for path in files},
    )


ATTACHED = (
    Attachment(
        "provenance.json", "application/json", "Herkomst van elk citaat", b'{"schema": "briefgen/provenance@1"}'
    ),
    Attachment("pack.json", "application/json", "Het pakket als gegevens", b'{"schema": "briefgen/pack@1"}'),
)


def commission(shown: PackView | None = None, template: WebTemplate | None = None) -> Commission:
    """The sample pack to be rendered, with other words or another page when they are given."""
    templates = Templates(word=WordTemplate("templates/brief.docx", b""), web=template or web_template())
    return Commission(pack=pack(), view=shown or view(), templates=templates, attachments=ATTACHED)
