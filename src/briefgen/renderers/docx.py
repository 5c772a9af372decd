"""A pack as a Word file, from a template that people edit in Word.

    template ──unpack──▶ parts ──fill──▶ words and marks ──▶ bookmarks, links, contents, properties ──pack──▶ .docx

The template decides the look and the order; the pack decides the words. What a quotation holds is never carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from lxml import etree

from ..errors import TemplateError
from ..ooxml import parse
from .commission import Attachment, Drawing
from .garbage import without_garbage_collection
from .vocabulary import PackView, anchor
from .word.attachments import add_attachments
from .word.bookmarks import Bookmarks
from .word.captions import number_captions
from .word.checking import check_parts, silent_parts, variables_of
from .word.contents import clear_contents, fill_contents
from .word.faults import Fault, FaultyTemplateError
from .word.filling import fill
from .word.links import Links
from .word.marks import printable
from .word.notes import Notes, NoteStyles, cited, empty_notes, first_free
from .word.ooxml import serialise
from .word.package import Parts, add_part, add_story, main_part, pack, related_part, relations_part, story_parts, unpack
from .word.pictures import Pictures, add_media, drawn_pictures, text_width
from .word.placing import Makers, announced, place_marks
from .word.properties import core_properties, extended_properties, quiet_settings, separate_notes
from .word.relations import Relations
from .word.structure import fill_cells, number_pictures, use_transitional_values
from .word.styles import set_language, style_ids
from .word.tables import fit_columns

Stories = dict[str, etree._Element]


def render(
    view: PackView,
    template: bytes,
    template_name: str,
    created: date | None = None,
    *,
    drawings: Mapping[str, Drawing] | None = None,
    attachments: Iterable[Attachment] = (),
) -> bytes:
    """A pack as a Word file; the same pack and template give the same bytes.

    Args:
        view: the pack in the words of the templates.
        template: a Word file (.docx) with tags.
        template_name: the template as the user knows it, for messages.
        created: the day that the file gives as its own in its properties; none to give no day.
        drawings: of the charts of the pack, by the id of the chart.
        attachments: files that go into it.

    Raises:
        TemplateError: the template is no Word file.
        FaultyTemplateError: tags in it are wrong; all of them.
    """
    with without_garbage_collection():
        return _rendered(view, unpack(template, template_name), template_name, created, drawings or {}, attachments)


def _rendered(
    view: PackView,
    parts: Parts,
    template_name: str,
    created: date | None,
    drawings: Mapping[str, Drawing],
    attachments: Iterable[Attachment],
) -> bytes:
    view = printable(view)
    stories = _fill(parts, view, template_name)
    for root in stories.values():
        fill_cells(root)
        fit_columns(root)
        use_transitional_values(root)
    _place(parts, stories, view, {anchor("f", chart): drawing for chart, drawing in drawings.items()})
    parts |= {name: serialise(root) for name, root in stories.items()}
    _describe(parts, view, created)
    add_attachments(parts, attachments)
    return pack(parts)


def check(template: bytes, template_name: str) -> None:
    """Check a template as far as that can be done without a pack.

    Args:
        template: a Word file (.docx) with tags.
        template_name: the template as the user knows it, for messages.

    Raises:
        TemplateError: it is no Word file.
        FaultyTemplateError: tags in it are wrong, or pictures have no alternative text; all of them.
    """
    parts = unpack(template, template_name)
    _refuse(check_parts(parts, template_name) + silent_parts(parts, template_name))


def silent_pictures(template: bytes, template_name: str) -> tuple[Fault, ...]:
    """The pictures of a template without alternative text, which do not stop a build.

    Args:
        template: a Word file (.docx) with tags.
        template_name: the template as the user knows it, for messages.

    Raises:
        TemplateError: it is no Word file.
    """
    return silent_parts(unpack(template, template_name), template_name)


def _refuse(faults: tuple[Fault, ...]) -> None:
    if faults:
        raise FaultyTemplateError(faults)


def _fill(parts: Parts, view: PackView, template_name: str) -> Stories:
    """The parts that hold text, with their tags carried out."""
    _refuse(check_parts(parts, template_name))
    stories = {name: parse(parts[name]) for name in story_parts(parts)}
    for root in stories.values():
        clear_contents(root)
    variables = variables_of(view)
    try:
        return {name: fill(root, variables, template_name) for name, root in stories.items()}
    except TemplateError:
        # Carrying out the tags one by one takes time, so it is done only to tell all that fail.
        _refuse(check_parts(parts, template_name, view))
        raise


def _place(parts: Parts, stories: Stories, view: PackView, drawings: Mapping[str, Drawing]) -> None:
    """Bookmarks, links, notes and pictures in the place of their marks; what they need is put into `parts`."""
    main, styles = main_part(parts), _style_ids(parts)
    bookmarks = Bookmarks()
    bookmarks.adopt(stories.values())
    known = frozenset(bookmarks.names).union(*map(announced, stories.values()))
    notes = _notes(parts, stories, view, styles, bookmarks)
    drawn = drawn_pictures((one for chapter in view.chapters for one in chapter.pictures), drawings)
    width = text_width(stories[main])
    for name, root in stories.items():
        relations = Relations(parts.get(relations_part(name)))
        pictures = Pictures(drawn, relations, width, media={})
        links = Links(known, styles.get("hyperlink"), relations)
        place_marks(root, Makers(bookmarks, notes, links, pictures))
        if relations.changed:
            parts[relations_part(name)] = relations.data()
        add_media(parts, name, pictures.media)
    if notes.placed:
        _write_notes(parts, stories, notes)
    number_captions(stories.values())
    fill_contents(stories[main], styles, bookmarks)
    number_pictures(stories.values())


def _notes(parts: Parts, stories: Stories, view: PackView, styles: Mapping[str, str], bookmarks: Bookmarks) -> Notes:
    name = related_part(parts, main_part(parts), "footnotes")
    named = NoteStyles(styles.get("footnote text"), styles.get("footnote reference"), styles.get("hyperlink"))
    return Notes(cited(view), named, first_free(stories.get(name or "")), bookmarks)


def _write_notes(parts: Parts, stories: Stories, notes: Notes) -> None:
    """Footnotes at their end of the file; a part for them is added when the template has none."""
    main = main_part(parts)
    name = related_part(parts, main, "footnotes") or add_story(parts, main, "footnotes", serialise(empty_notes()))
    notes.write(stories.setdefault(name, parse(parts[name])))
    _change(parts, related_part(parts, main, "settings"), separate_notes)


def _describe(parts: Parts, view: PackView, created: date | None) -> None:
    """Language, settings and properties."""
    main = main_part(parts)
    settings = related_part(parts, main, "settings")
    _change(parts, related_part(parts, main, "styles"), lambda root: set_language(root, view.language))
    for kind in ("numbering", "fontTable"):
        _change(parts, related_part(parts, main, kind), use_transitional_values)
    _change(parts, settings, lambda root: quiet_settings(root, view.language))
    if settings:
        # Relationships of settings lead to the template and the address list of the person who made it.
        parts.pop(relations_part(settings), None)
    for one in (core_properties(view, created), extended_properties()):
        name = related_part(parts, "", one.kind.rpartition("/")[2])
        if name in parts:
            parts[name] = one.data
        else:
            add_part(parts, "", one.name, one.kind, one.content_type, one.data)


def _style_ids(parts: Parts) -> dict[str, str]:
    name = related_part(parts, main_part(parts), "styles")
    return style_ids(parse(parts[name])) if name in parts else {}


def _change(parts: Parts, name: str | None, change: Callable[[etree._Element], None]) -> None:
    if name in parts:
        root = parse(parts[name])
        change(root)
        parts[name] = serialise(root)
