"""What a page says of its document in its head: meta tags (Dublin Core, Open Graph, overheid.nl) and JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote

from ...citing.links import PAPER_ID, PUBLISHED_ID
from ...document import Identifiers, Metadata, Person
from ..claims import Claim
from ..dates import DATE, iso_date
from ..metadata import CASE_NUMBER, DOCUMENT_NUMBER
from ..trees.layer import Layer
from ..trees.links import PUBLICATION
from ..trees.parsing import Element
from .flow import PUBLISHED
from .vocabulary import classes, words

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

TITLES = ("overheidop.documenttitel", "citation_title", "og:title", "twitter:title", "dc.title", "dcterms.title")
DATES = (
    "dcterms.issued", "dc.date.issued", "overheidop.datumbrief", "citation_publication_date", "article:published_time",
    "dcterms.available", "dcterms.date", "dc.date", "date",
)  # fmt: skip
PUBLISHERS = (
    "dcterms.publisher",
    "dc.publisher",
    "dc.creator",
    "overheid.authority",
    "dcterms.creator",
    "og:site_name",
)
AUTHORS = ("citation_author", "author", "article:author", "dcterms.contributor")
"""Names of meta tags in lower case, the most trusted first."""

# An ISO date at the start of a value: `2026-01-27T10:00:00+01:00`.
ISO = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?(?!\d)")

# A date in figures: `21.4.2021`.
NUMERIC_DATE = re.compile(r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)\b")

# What a title has behind the name of the document: `… | Tweede Kamer der Staten-Generaal`, ` - Clingendael`.
SITE = re.compile(r"\s+[|–—•]\s+[^|–—•]{2,60}$")

MOST_JSON = 1_000_000
"""The most characters of a block of JSON-LD that is read."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says.

    Attributes:
        meta: contents of the meta tags by name, in lower case, in their order.
        linked: the objects of JSON-LD that describe a document.
        title: of the page.
        url: its canonical address.
        language: as the page declares it, two letters.
    """

    meta: Mapping[str, tuple[str, ...]]
    linked: tuple[Mapping[str, Json], ...]
    title: str | None
    url: str | None
    language: str | None


def head_of(root: Element) -> Head:
    """What the head of a page says of it.

    Args:
        root: of the page.
    """
    meta: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("itemprop")
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            meta.setdefault(name.casefold(), []).append(content)
    titles = (" ".join((title.text or "").split()) for title in root.iter("title"))
    canonical = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").casefold() == "canonical")
    addresses = [*canonical, *meta.get("og:url", ())]
    language = (root.get("lang") or "").strip()[:2].casefold()
    return Head(
        {name: tuple(values) for name, values in meta.items()},
        tuple(_documents(root)),
        next((title for title in titles if title), None),
        next((address for address in addresses if address and address.startswith("http")), None),
        language if language in ("nl", "en") else None,
    )


def metadata_of(head: Head, read: Metadata, root: Element, layer: Layer, claims: Iterable[Claim]) -> Metadata:
    """The metadata of a page: what its text says, and for the rest what its head says.

    Args:
        head: of the page.
        read: from the text.
        root: of the page.
        layer: its text layer.
        claims: what of the page is no text of the document.
    """
    return read.model_copy(
        update={
            "title": read.title or _title(head, root, layer),
            "date": read.date or _date(head) or _date_of_act(root, layer) or _published(claims),
            "language": head.language or read.language,
            "publisher": read.publisher or _publisher(head),
            "authors": read.authors or tuple(_authors(head)),
            "identifiers": _with_linked(root, _identifiers(head, read.identifiers)),
            "url": head.url or read.url,
        }
    )


def _first(head: Head, names: tuple[str, ...]) -> str | None:
    return next((head.meta[name][0] for name in names if name in head.meta), None)


def _title(head: Head, root: Element, layer: Layer) -> str | None:
    """The title: of the JSON-LD, the only `h1` of the page, a meta tag, the page itself."""
    headline = next((text for item in head.linked for text in _texts(item.get("headline"))), None)
    headings = [layer.content(heading) for heading in root.iter("h1") if layer.content(heading)]
    title = headline or (headings[0] if len(headings) == 1 else None) or _first(head, TITLES) or head.title
    return SITE.sub("", title) if title else None


def _date(head: Head) -> str | None:
    linked = [text for item in head.linked for text in _texts(item.get("datePublished"))]
    values = (*(head.meta[name][0] for name in DATES if name in head.meta), *linked)
    matches = (ISO.match(value) for value in values)
    return next((match[0] for match in matches if match), None)


def _date_of_act(root: Element, layer: Layer) -> str | None:
    """The date in the title of an act of the Union, or in the line with place and date of a proposal."""
    lines = (element for element in root.iter("p") if classes(element) & words("act_titles"))
    matches = (DATE.search(layer.content(line)) for line in lines)
    dated = (element for element in root.iter("p") if classes(element) & words("date_lines"))
    numeric = (NUMERIC_DATE.search(layer.content(line)) for line in dated)
    found = [iso_date(match) for match in matches if match]
    found += [f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}" for match in numeric if match]
    return next(iter(found), None)


def _published(claims: Iterable[Claim]) -> str | None:
    """The date that a line of the site gives beside the kind of the page."""
    matches = (PUBLISHED.fullmatch(claim.text.text) for claim in claims if claim.kind == "letterhead")
    return next((f"{match['year']}-{match['month']}-{match['day']}" for match in matches if match), None)


def _publisher(head: Head) -> str | None:
    linked = (name for item in head.linked for name in _names(item.get("publisher")))
    return _first(head, PUBLISHERS) or next(linked, None)


def _authors(head: Head) -> Iterator[Person]:
    linked = [name for item in head.linked for name in _names(item.get("author"))]
    tagged = next((head.meta[name] for name in AUTHORS if name in head.meta), ())
    for name in dict.fromkeys(linked or tagged):
        if not name.startswith("http"):
            yield Person(name=name)


def _identifiers(head: Head, read: Identifiers) -> Identifiers:
    """The numbers of the text and those that meta tags and the address of the page give."""
    tagged = [value for name in ("dc.identifier", "dcterms.identifier") for value in head.meta.get(name, ())]
    values = [*tagged, head.url or ""]
    published = [match["id"] for match in map(PUBLICATION.search, values) if match]
    papers = [text for item in published if PAPER_ID.fullmatch(text := item.removeprefix("kst-"))]
    papers += _tagged_paper(head)
    joined = " ".join(values)
    return read.model_copy(
        update={
            "kamerstuk": tuple(dict.fromkeys((*read.kamerstuk, *papers))),
            "document": tuple(dict.fromkeys((*read.document, *DOCUMENT_NUMBER.findall(joined)))),
            "zaak": tuple(dict.fromkeys((*read.zaak, *CASE_NUMBER.findall(joined)))),
            "publication": tuple(dict.fromkeys(item for item in published if PUBLISHED_ID.fullmatch(item))),
        }
    )


def _with_linked(root: Element, found: Identifiers) -> Identifiers:
    """The numbers with those of the Chamber that the links of the page name, when they all name the same one."""
    addresses = " ".join(unquote(link.get("href") or "") for link in root.iter("a"))
    documents, cases = set(DOCUMENT_NUMBER.findall(addresses)), set(CASE_NUMBER.findall(addresses))
    update = {
        "document": found.document or (tuple(documents) if len(documents) == 1 else ()),
        "zaak": found.zaak or (tuple(cases) if len(cases) == 1 else ()),
    }
    return found.model_copy(update=update)


def _tagged_paper(head: Head) -> list[str]:
    """The number of a paper by the meta tags of overheid.nl: dossier and number apart."""
    number = _first(head, ("overheidop.ondernummer",))
    dossiers = head.meta.get("overheidop.dossiernummer", ())
    papers = (f"{'-'.join(dossier.split())}-{number}" for dossier in dossiers)
    return [paper for paper in papers if number and PAPER_ID.fullmatch(paper)]


def _documents(root: Element) -> Iterator[Mapping[str, Json]]:
    """The objects of JSON-LD that have a headline or a date: articles, reports, news."""
    for script in root.iter("script"):
        if (script.get("type") or "").casefold() == "application/ld+json" and len(script.text or "") <= MOST_JSON:
            for item in _objects(_parsed(script.text or "")):
                if "headline" in item or "datePublished" in item:
                    yield item


def _parsed(text: str) -> Json:
    try:
        found: Json = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found


def _objects(value: Json) -> Iterator[Mapping[str, Json]]:
    """The objects of a block: itself, those of a list, those of its graph."""
    items = value if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _texts(value: Json) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [" ".join(item.split()) for item in items if isinstance(item, str) and item.strip()]


def _names(value: Json) -> list[str]:
    """The names of persons or organisations: text, or objects with a name."""
    items = value if isinstance(value, list) else [value]
    found = [item.get("name") if isinstance(item, dict) else item for item in items]
    return [name for item in found for name in _texts(item)]
