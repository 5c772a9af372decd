"""Rules of what the metadata say: known properties, in their form, and the same as the document information.

ISO 19005-3, 6.6.2.3 and 6.6.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ..lexicon import lexicon
from ..model import Model
from ..tagged import TaggedFile
from ..tagged.metadata import DC, Metadata, Property
from .finding import Fault, shortened

XMP = "http://ns.adobe.com/xap/1.0/"
PDF = "http://ns.adobe.com/pdf/1.3/"

# A date as XMP writes it: a year, or more of it down to a time with its zone (`2026-05-01`, `2026-05-01T09:30:00Z`).
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
# A date as the document information writes it (`D:20260501093000+02'00'`; ISO 32000-1, 7.9.4).
INFO_DATE = re.compile(r"D:(?P<day>\d{4}(?:\d\d(?:\d\d)?)?)\S*")

SAME: Mapping[str, tuple[str, str]] = {
    "Author": (DC, "creator"),
    "Subject": (DC, "description"),
    "Keywords": (PDF, "Keywords"),
    "Producer": (PDF, "Producer"),
    "Creator": (XMP, "CreatorTool"),
    "CreationDate": (XMP, "CreateDate"),
    "ModDate": (XMP, "ModifyDate"),
}
"""The entries of the document information with the property that says the same."""


class _Known(Model):
    """The forms of properties, by their namespace and key."""

    schemas: dict[str, dict[str, str]]


def unknown_properties(file: TaggedFile) -> Iterator[Fault]:
    """A property of a schema that neither the standards nor the file describe."""
    known = _readable(file)
    for each in known.properties if known else ():
        described = each.key in known.described.get(each.namespace, frozenset()) if known else False
        if not described and _form(each) is None:
            yield Fault(details={"found": each.key, "namespace": each.namespace or "–"})


def wrong_values(file: TaggedFile) -> Iterator[Fault]:
    """A property whose value does not have the form that it must have."""
    known = _readable(file)
    for each in known.properties if known else ():
        form = _form(each)
        if form is not None and not FORMS[form](each):
            yield Fault(details={"found": each.key, "value": shortened(" ".join(each.values)) or "–"})


def undeclared(file: TaggedFile) -> Iterator[Fault]:
    """Metadata in a stream that does not say that it is metadata."""
    if file.metadata and not file.metadata.declared:
        yield Fault()


def differences(file: TaggedFile) -> Iterator[Fault]:
    """An entry of the document information that says something else than the metadata."""
    known = _readable(file)
    said = {(each.namespace, each.key): ", ".join(each.values) for each in known.properties} if known else {}
    for key, name in SAME.items():
        info = file.catalog.info.get(key, "")
        if info and said.get(name) and _comparable(info) != _comparable(said[name]):
            yield Fault(details={"key": key, "found": shortened(info), "expected": shortened(said[name])})


def _comparable(text: str) -> str:
    """A text or a day as the document information and the metadata both could write it."""
    found = INFO_DATE.fullmatch(text)
    if found:
        return found["day"]
    return text[:10].replace("-", "") if DATE.fullmatch(text) else " ".join(text.split())


def _readable(file: TaggedFile) -> Metadata | None:
    return file.metadata if file.metadata and file.metadata.well_formed else None


def _form(each: Property) -> str | None:
    """The form that the value of a property must have; `None` for an unknown property."""
    schema = lexicon("metadata-schemas", _Known).schemas.get(each.namespace, {})
    return schema.get(each.key) or schema.get("*")


def _is_text(each: Property) -> bool:
    return each.form == "text"


FORMS: Mapping[str, Callable[[Property], bool]] = {
    "any": lambda _each: True,
    "text": _is_text,
    "whole": lambda each: _is_text(each) and each.values[0].strip().isdecimal(),
    "truth": lambda each: _is_text(each) and each.values[0].strip() in {"True", "False"},
    "date": lambda each: _is_text(each) and DATE.fullmatch(each.values[0].strip()) is not None,
    "bag": lambda each: each.form == "Bag",
    "seq": lambda each: each.form == "Seq",
    "alt": lambda each: each.form == "Alt" and all(each.languages),
}
