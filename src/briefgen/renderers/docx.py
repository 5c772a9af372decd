"""A pack as a Word file, from a template that people edit in Word.

    template ──unpack──▶ parts ──fill──▶ words and marks ──▶ bookmarks, links, contents, properties ──pack──▶ .docx

The template decides the look and the order; the pack decides the words. What a quotation holds is never carried out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lxml import etree

from ..errors import TemplateError
from .vocabulary import PackView
from .word.checking import check_parts, variables_of
from .word.contents import clear_contents, fill_contents
from .word.faults import Fault, FaultyTemplateError
from .word.filling import fill
from .word.links import number_bookmarks, place_bookmarks, place_links, web_addresses
from .word.marks import printable
from .word.notes import NoteStyles, cited, empty_notes, has_notes, place_notes
from .word.ooxml import parse, serialise
from .word.package import (
    Parts,
    add_part,
    main_part,
    pack,
    related_part,
    relations_part,
    story_parts,
    unpack,
    with_web_links,
)
from .word.properties import core_properties, extended_properties, quiet_settings, separate_notes
from .word.structure import fill_cells, number_pictures
from .word.styles import set_language, style_ids

Stories = dict[str, etree._Element]


def render(view: PackView, template: bytes, template_name: str, created: date | None = None) -> bytes:
    """A pack as a Word file; the same pack and template give the same bytes.

    Args:
        view: the pack in the words of the templates.
        template: a Word file (.docx) with tags.
        template_name: the template as the user knows it, for messages.
        created: the day that the file gives as its own in its properties; none to give no day.

    Raises:
        TemplateError: the template is no Word file.
        FaultyTemplateError: tags in it are wrong; all of them.
    """
    parts = unpack(template, template_name)
    view = printable(view)
    stories = _fill(parts, view, template_name)
    for root in stories.values():
        fill_cells(root)
        place_bookmarks(root)
    _add_notes(parts, stories, view)
    _connect(parts, stories, _style_ids(parts))
    parts |= {name: serialise(root) for name, root in stories.items()}
    _describe(parts, view, created)
    return pack(parts)


def check(template: bytes, template_name: str) -> None:
    """Check a template as far as that can be done without a pack.

    Args:
        template: a Word file (.docx) with tags.
        template_name: the template as the user knows it, for messages.

    Raises:
        TemplateError: it is no Word file.
        FaultyTemplateError: tags in it are wrong; all of them.
    """
    _refuse(check_parts(unpack(template, template_name), template_name))


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


def _add_notes(parts: Parts, stories: Stories, view: PackView) -> None:
    """Footnotes in the place of their marks; a part for them is added when the template has none."""
    main = main_part(parts)
    if not has_notes(stories[main]):
        return
    name = related_part(parts, main, "footnotes") or add_part(parts, main, "footnotes", serialise(empty_notes()))
    notes = stories.setdefault(name, parse(parts[name]))
    styles = _style_ids(parts)
    place_notes(
        stories[main], notes, cited(view), NoteStyles(styles.get("footnote text"), styles.get("footnote reference"))
    )
    _change(parts, related_part(parts, main, "settings"), separate_notes)


def _connect(parts: Parts, stories: Stories, styles: dict[str, str]) -> None:
    """Contents, links and numbers of all parts; web addresses become relationships in `parts`."""
    number_pictures(stories.values())
    fill_contents(stories[main_part(parts)], styles)
    bookmarks = number_bookmarks(stories.values())
    for name, root in stories.items():
        place_links(root, bookmarks, _web_links(parts, name, root), styles.get("hyperlink"))


def _web_links(parts: Parts, name: str, root: etree._Element) -> dict[str, str]:
    """The web addresses of a part with the ids of their relationships, which are added to `parts`."""
    addresses = web_addresses(root)
    if not addresses:
        return {}
    relations = relations_part(name)
    parts[relations], identifiers = with_web_links(parts.get(relations), addresses)
    return identifiers


def _describe(parts: Parts, view: PackView, created: date | None) -> None:
    """Language, settings and properties."""
    main = main_part(parts)
    settings = related_part(parts, main, "settings")
    _change(parts, related_part(parts, main, "styles"), lambda root: set_language(root, view.language))
    _change(parts, settings, lambda root: quiet_settings(root, view.language))
    if settings:
        # Relationships of settings lead to the template and the address list of the person who made it.
        parts.pop(relations_part(settings), None)
    for kind, data in (
        ("core-properties", core_properties(view, created)),
        ("extended-properties", extended_properties()),
    ):
        name = related_part(parts, "", kind)
        if name in parts:
            parts[name] = data


def _style_ids(parts: Parts) -> dict[str, str]:
    name = related_part(parts, main_part(parts), "styles")
    return style_ids(parse(parts[name])) if name in parts else {}


def _change(parts: Parts, name: str | None, change: Callable[[etree._Element], None]) -> None:
    if name in parts:
        root = parse(parts[name])
        change(root)
        parts[name] = serialise(root)
