"""What the XML says of the paper: numbers, title, date, chamber, each as an element of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...citing.links import PAPER_ID, PUBLICATIONS, PUBLISHED_ID
from ...document import Identifiers, Metadata
from ...provenance import Span
from ..dates import DATE, iso_date
from ..trees.layer import Layer
from ..trees.parsing import Element, local_name
from .vocabulary import children, enclosing, named

# The address of the metadata of a publication, with its id: `https://…/kst-36410-XVII-40/metadata.xml`.
RECORD = re.compile(r"/(?P<id>[a-z]+-[\w-]+)/metadata\.xml$")

# The title of a motion or an amendment, which names the paper itself; other papers are known by their dossier.
OWN_TITLE = re.compile(r"(?:(?:NADER\s+)?GEWIJZIGDE?\s+)*(?:MOTIE|AMENDEMENT|SUBAMENDEMENT)\b", re.I)

# A day glued to its month: `3december 2024`.
GLUED_DAY = re.compile(r"(?<=\d)(?=[a-z])")

# The parliamentary year: `Vergaderjaar 2023-2024`.
YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)?\d\d)")


def metadata_of(root: Element, layer: Layer, read: Metadata) -> Metadata:
    """The metadata that the elements give, and for the rest those that were read from the text.

    Args:
        root: of the tree.
        layer: its text layer.
        read: from the text.
    """
    title = _title(root, layer)
    date = _date(root, layer)
    chamber = next((element for element in _lines(root, "kameraanduiding")), None)
    publication = _publication(root)
    papers = _papers(root, layer) or read.identifiers.kamerstuk
    spans = {**read.spans}
    for name, element in (("title", title), ("date", date), ("publisher", chamber)):
        if element is not None:
            spans[name] = Span(*_solid(layer, element))
    return read.model_copy(
        update={
            "title": layer.content(title) if title is not None else read.title,
            "date": _iso(date, layer) if date is not None else read.date,
            "publisher": layer.content(chamber) if chamber is not None else read.publisher,
            "identifiers": _identifiers(read.identifiers, publication, papers, _question_number(root, layer)),
            "url": f"{PUBLICATIONS}/{publication}.html" if publication else read.url,
            "spans": spans,
        }
    )


def _solid(layer: Layer, element: Element) -> tuple[int, int]:
    """The range of an element without white space at its start."""
    start, end = layer.ranges[element]
    text = layer.text[start:end]
    return start + len(text) - len(text.lstrip()), end


def _title(root: Element, layer: Layer) -> Element | None:
    """The element that names the paper."""
    own = next((title for paper in named(root, {"stuk"}) for title in children(paper, "titel")), None)
    if own is not None and OWN_TITLE.match(layer.content(own)):
        return own
    dossier = next((title for paper in named(root, {"dossier"}) for title in children(paper, "titel")), None)
    subject = next(named(root, {"kamervraagonderwerp", "item-titel"}), None)
    return next((element for element in (dossier, subject, own) if element is not None), None)


def _date(root: Element, layer: Layer) -> Element | None:
    """The element with the date of the paper: it stands in its head, with an ISO date or in words."""
    for element in named(root, {"datumtekst", "datum", "vergaderdatum", "datum-vergadering"}):
        if enclosing(element, ("al", "noot", "tekst")) is None and _iso(element, layer):
            return element
    return None


def _iso(element: Element, layer: Layer) -> str | None:
    iso = next((found.get("isodatum") for found in element.iter() if found.get("isodatum")), None)
    match = DATE.search(GLUED_DAY.sub(" ", layer.content(element)))
    return iso or (iso_date(match) if match else None)


def _lines(root: Element, content: str) -> Iterator[Element]:
    """The lines of the printed head that hold something: `vergaderjaar`, `kameraanduiding`."""
    return (element for element in named(root, {"tekstregel"}) if element.get("inhoud") == content)


def _publication(root: Element) -> str | None:
    """The id of the publication, from the address of its metadata or its identifier."""
    for element in named(root, {"meta", "metadata"}):
        content = element.get("content", "")
        match = RECORD.search(content)
        if match:
            return match["id"]
        if element.get("name", "").casefold() in ("dc.identifier", "dcterms.identifier"):
            return content or None
    return None


def _papers(root: Element, layer: Layer) -> tuple[str, ...]:
    """The numbers of the paper, one for each dossier it belongs to."""
    number = next((layer.content(element) for element in named(root, {"ondernummer"})), "")
    if not number:
        return ()
    found = (_dossier(element, layer) for element in named(root, {"dossiernummer"}))
    papers = (f"{dossier}-{number}" for dossier in found)
    return tuple(dict.fromkeys(paper for paper in papers if PAPER_ID.fullmatch(paper)))


def _dossier(element: Element, layer: Layer) -> str:
    """Dossier and addition: `36410-XVII`, `21501-20`."""
    names = ("dossiernr", "begrotingshoofdstuk", "raadnr", "rijkswetnr")
    parts = {local_name(part): re.sub(r"[\s()]", "", layer.content(part)) for part in named(element, names)}
    return "-".join(parts[name] for name in names if parts.get(name))


def _question_number(root: Element, layer: Layer) -> str | None:
    """The id of written questions by year and number: `ah-tk-20232024-2271`."""
    number = next((layer.content(element) for element in named(root, {"kamervraagnummer"})), "")
    year = next((YEARS.search(layer.content(element)) for element in _lines(root, "vergaderjaar")), None)
    chamber = next((layer.content(element) for element in _lines(root, "kameraanduiding")), "")
    digits = re.sub(r"\D", "", number)
    if not digits or not year:
        return None
    last = year["last"] if len(year["last"]) == len(year["first"]) else year["first"][:2] + year["last"]
    return f"ah-{'ek' if chamber.startswith('Eerste') else 'tk'}-{year['first']}{last}-{digits}"


def _identifiers(
    read: Identifiers, publication: str | None, papers: tuple[str, ...], question: str | None
) -> Identifiers:
    """All numbers: a Kamerstuk in its own form, any other publication by its id."""
    paper = (publication or "").removeprefix("kst-")
    named_paper = (paper,) if PAPER_ID.fullmatch(paper) else ()
    published = (publication or "", question or "")
    return read.model_copy(
        update={
            "kamerstuk": tuple(dict.fromkeys((*papers, *named_paper))),
            "publication": tuple(dict.fromkeys(item for item in published if PUBLISHED_ID.fullmatch(item))),
        }
    )
