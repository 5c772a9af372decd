"""What stands anywhere in a file: scripts, actions, things outside it, files inside it.

Such things may hang on any object, so all are looked at. Most hold nothing of the kind; their notation shows that
faster than their values do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf

from .objects import Identity, entry, identity, integer, items, keys, name, text

FORBIDDEN_ACTIONS = frozenset({
    "Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView",
    "GoToR", "GoToE", "SubmitForm",
})  # fmt: skip
"""Actions that leave the file or that PDF/A does not allow (ISO 19005-3, 6.5.1)."""

ALLOWED_NAMED_ACTIONS = frozenset({"NextPage", "PrevPage", "FirstPage", "LastPage"})
"""What a named action may do (ISO 19005-3, 6.5.1)."""

FORBIDDEN_FILTERS = frozenset({"LZWDecode", "LZW", "Crypt"})
"""How streams may not be packed (ISO 19005-3, 6.1.7.2)."""

FORBIDDEN_IN_PICTURES = ("/Interpolate", "/Alternates", "/OPI")
"""What a picture may not have (ISO 19005-3, 6.2.8); an `/Interpolate` that is false does no harm."""

FORBIDDEN_IN_STATES = ("/TR", "/TR2", "/HTP")
"""What a graphics state may not change (ISO 19005-3, 6.2.5)."""

BLEND_MODES = frozenset({
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
    "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
})  # fmt: skip
"""How colours may be blended (ISO 32000-1, 11.3.5)."""

FORBIDDEN_ENTRIES = ("/Requirements", "/NeedsRendering", "/XFA", "/NeedAppearances", "/AlternatePresentations",
                     "/PresSteps")  # fmt: skip
"""What makes a file depend on the program that shows it (ISO 19005-3, 6.4, 6.10 and 6.11)."""

# A key or a name in the notation of an object that makes it worth looking at (`/JS (app.alert(1))`, `/S /Launch`).
NOTEWORTHY = re.compile(
    rb"/(?:JS|JavaScript|AA|AF|EF|Ref|Filespec|StructParents|Named|BM|AS|PS|%s)\b"
    % b"|".join(
        each.lstrip("/").encode()
        for each in (
            *sorted(FORBIDDEN_ACTIONS | FORBIDDEN_FILTERS),
            *FORBIDDEN_IN_PICTURES,
            *FORBIDDEN_IN_STATES,
            *FORBIDDEN_ENTRIES,
        )
    )
)

DEEPEST_NESTING = 200


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found.

    Attributes:
        scripts: a word for each place with JavaScript.
        actions: kinds of the actions that PDF/A forbids, and `AA` for additional actions.
        outside: what is taken from outside the file.
        filters: forbidden ways in which streams are packed.
        graphics: what pictures and graphics states may not have, by its key or its value.
        entries: what makes the file depend on the program that shows it, by its key.
        associated: file specifications that something names as its associated file.
        specifications: file specifications that carry a file.
        form_parents: key in the parent tree of the content of a form, by its object.
    """

    scripts: tuple[str, ...]
    actions: tuple[str, ...]
    outside: tuple[str, ...]
    filters: tuple[str, ...]
    graphics: tuple[str, ...]
    entries: tuple[str, ...]
    associated: frozenset[Identity]
    specifications: tuple[object, ...]
    form_parents: Mapping[Identity, int]


def survey(opened: pikepdf.Pdf) -> Survey:
    """Look at all objects of a file."""
    found = list(_noteworthy(opened))
    return Survey(
        scripts=tuple(kind for each in found for kind in _scripts(each)),
        actions=tuple(kind for each in found for kind in _actions(each)),
        outside=tuple(what for each in found for what in _outside(each)),
        filters=tuple(kind for each in found for kind in _filters(each)),
        graphics=tuple(what for each in found for what in _graphics(each)),
        entries=tuple(key[1:] for each in found for key in FORBIDDEN_ENTRIES if _is_set(entry(each, key))),
        associated=frozenset(identity(each) for holder in found for each in items(entry(holder, "/AF"))),
        specifications=tuple(each for each in found if entry(each, "/EF") is not None),
        form_parents=dict(_form_parents(found)),
    )


def _noteworthy(opened: pikepdf.Pdf) -> Iterator[object]:
    """The dictionaries and streams that may hold something of interest, also those that stand inside others."""
    waiting: list[tuple[object, int]] = [(each, 0) for each in opened.objects if _worth_a_look(each)]
    while waiting:
        value, depth = waiting.pop()
        held = keys(value)
        if held:
            yield value
        inner = [entry(value, key) for key in held] if held else items(value)
        if depth < DEEPEST_NESTING:
            waiting.extend((each, depth + 1) for each in inner if _stands_here(each))


def _worth_a_look(value: object) -> bool:
    if isinstance(value, pikepdf.Stream):
        return "/F" in value or NOTEWORTHY.search(value.stream_dict.unparse(resolved=True)) is not None
    return isinstance(value, pikepdf.Object) and NOTEWORTHY.search(value.unparse(resolved=True)) is not None


def _stands_here(value: object) -> bool:
    """Whether a value stands inside another one; what is referred to is looked at as an object of its own."""
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect


def _scripts(value: object) -> Iterator[str]:
    if name(entry(value, "/S")) == "JavaScript" or entry(value, "/JS") is not None:
        yield "JavaScript"
    if entry(value, "/JavaScript") is not None:
        yield "Names"


def _actions(value: object) -> Iterator[str]:
    if entry(value, "/AA") is not None:
        yield "AA"
    kind = name(entry(value, "/S"))
    if kind in FORBIDDEN_ACTIONS and name(entry(value, "/Type")) != "StructElem":
        yield kind

    if kind == "Named" and name(entry(value, "/N")) not in ALLOWED_NAMED_ACTIONS:
        yield name(entry(value, "/N")) or kind


def _is_set(value: object) -> bool:
    return value is not None and value is not False


def _filters(value: object) -> Iterator[str]:
    for each in items(entry(value, "/Filter")) if isinstance(value, pikepdf.Stream) else ():
        if name(each) in FORBIDDEN_FILTERS:
            yield name(each)


def _graphics(value: object) -> Iterator[str]:
    """What an archive does not allow in a picture, in a form or in a graphics state."""
    kind = name(entry(value, "/Subtype"))
    if isinstance(value, pikepdf.Stream):
        yield from (
            key[1:] for key in FORBIDDEN_IN_PICTURES if kind in {"Image", "Form"} and _is_set(entry(value, key))
        )
        if "PS" in {kind, name(entry(value, "/Subtype2"))} or (kind == "Form" and entry(value, "/PS") is not None):
            yield "PS"
        return
    for key in FORBIDDEN_IN_STATES:
        if entry(value, key) is not None and not (key == "/TR2" and name(entry(value, key)) == "Default"):
            yield key[1:]
    if name(entry(value, "/Type")) in {"", "ExtGState"}:
        yield from (name(mode) for mode in items(entry(value, "/BM")) if name(mode) not in BLEND_MODES)


def _outside(value: object) -> Iterator[str]:
    """Streams in other files, reference forms, and file specifications without a file."""
    if isinstance(value, pikepdf.Stream) and entry(value, "/F") is not None:
        yield "stream"
    elif isinstance(value, pikepdf.Stream) and entry(value, "/Ref") is not None:
        yield "form"
    elif name(entry(value, "/Type")) in {"Filespec", "F"} and entry(value, "/EF") is None:
        yield text(entry(value, "/UF")) or text(entry(value, "/F")) or "file"


def _form_parents(found: list[object]) -> Iterator[tuple[Identity, int]]:
    for each in found:
        key = integer(entry(each, "/StructParents"))
        if key is not None and isinstance(each, pikepdf.Stream):
            yield identity(each), key
