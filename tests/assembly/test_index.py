from __future__ import annotations

import pytest

from briefgen.assembly import indexed
from briefgen.document import Footnote
from briefgen.messages import Language
from briefgen.pack import IndexEntry, Item, Pack, Section
from briefgen.records.reference import Reference

from ..selection.definitions import taxonomy
from ..selection.sources import NEW_LETTER, extraction, paragraph, source
from .test_assembly import build

TEXTS = (
    "De Kopenhagencriteria zijn leidend bij uitbreiding: hoe sneller landen hervormen, hoe sneller het gaat.",
    "De voorzitter van de Raad van Europa sprak over de zaak.",
    "Nieuwe sancties raken ook de schaduwvloot.",
)


def _item(number: int, text: str, **fields: object) -> Item:
    given = {
        "id": f"i-{number}",
        "type": "position",
        "text": text,
        "quoted": True,
        "citations": (f"{NEW_LETTER}:p{number}",),
    }
    return Item.model_validate(given | fields)


def _pack(*sections: Section) -> Pack:
    return build().model_copy(update={"sections": sections, "index": ()})


def _section(*items: Item, layout: str = "statements", name: str = "deel") -> Section:
    return Section.model_validate({"id": name, "title": "Deel", "layout": layout, "items": items})


def _index(pack: Pack, language: Language = "nl", *references: Reference) -> tuple[IndexEntry, ...]:
    cited = extraction(source(NEW_LETTER), "2026-01-27", [paragraph(n, text) for n, text in enumerate(TEXTS, 1)])
    note = Footnote(label="3", text="Kamerstuk", paragraph="p3", offset=0, spans=())
    document = cited.document.model_copy(update={"footnotes": (note,)})
    whole = cited.model_copy(update={"references": references, "document": document})
    return indexed(pack, taxonomy(), [whole], language).index


def _reference(number: str, **place: str) -> Reference:
    return Reference.model_validate(
        {"raw": number, "type": "kamerstuk", "id": number, "status": "certain", "span": (0, 1), "why": "test", **place}
    )


def test_a_statement_stands_under_the_subjects_whose_terms_are_in_its_words() -> None:
    found = _index(_pack(_section(*(_item(number, text) for number, text in enumerate(TEXTS, 1)))))
    assert [(entry.kind, entry.term, entry.items) for entry in found] == [
        ("topic", "Sancties", ("i-3",)),
        ("topic", "Uitbreiding", ("i-1",)),
    ]


def test_the_subjects_are_in_the_language_of_the_pack() -> None:
    assert [entry.term for entry in _index(_pack(_section(_item(1, TEXTS[0]))), "en")] == ["Enlargement"]


@pytest.mark.parametrize("layout", ["summary", "overview"])
def test_what_only_repeats_a_statement_and_what_nobody_said_is_not_indexed(layout: str) -> None:
    own = _item(3, TEXTS[2], type="note", quoted=False, citations=())
    assert not _index(_pack(_section(_item(1, TEXTS[0]), layout=layout, name="voor"), _section(own)))


def test_papers_stand_in_the_order_of_their_numbers_with_the_statements_whose_paragraphs_name_them() -> None:
    pack = _pack(_section(*(_item(number, "Woorden.") for number in (1, 2, 3))))
    references = (
        _reference("36715-32", paragraph="p2"),
        _reference("36715-4", paragraph="p1"),
        _reference("36715-4", paragraph="p2"),
        _reference("22112-3980", footnote="3"),
    )
    assert [(entry.term, entry.items) for entry in _index(pack, "nl", *references)] == [
        ("22 112, nr. 3980", ("i-3",)),
        ("36 715, nr. 4", ("i-1", "i-2")),
        ("36 715, nr. 32", ("i-2",)),
    ]
