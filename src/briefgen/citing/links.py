"""Addresses of official publications, and how they are cited in official Dutch style.

The patterns are those of officielebekendmakingen.nl, tweedekamer.nl, wetten.overheid.nl, EUR-Lex and the register of
the Council; the style is that of Aanwijzing 3.43 of the Aanwijzingen voor de regelgeving. An address is only given
where the id alone determines it.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from .mention import MentionType, Paper
from .vocabulary import laws_by_id, treaties_by_id

PUBLICATIONS = "https://zoek.officielebekendmakingen.nl"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="

# The id of a Kamerstuk: dossier, perhaps a part of it, number. 36715-32, 36800-V-103, 21501-02-2956
PAPER_ID = re.compile(
    r"(?P<dossier>[0-9]{5})(?:-(?P<addition>[0-9]{2}|[A-Z]+)(?=-))?-(?P<number>[0-9]{1,4}[a-z]?|[A-Z]{1,3})"
)
# A paper of a journal or of the proceedings, which officielebekendmakingen.nl has under its id.
PUBLISHED_ID = re.compile(
    r"(?:stcrt|stb|trb)-[0-9]{4}-[0-9]+|ah-(?:tk|ek)-[0-9]{8}-[0-9]+|h-(?:tk|ek)-[0-9]{8}-[0-9]+-[0-9]+"
)
# A document or a case of the Tweede Kamer.
CODE_ID = re.compile(r"(?:19|20)[0-9]{2}[DZ][0-9]{5}")
# A paper of the Commission: COM(2021) 559
COMMISSION_ID = re.compile(r"(?P<series>COM|SWD|SEC|JOIN)\((?P<year>[0-9]{4})\) (?P<number>[0-9]+)")
# A document of the Council: ST-7914-2021-INIT
COUNCIL_ID = re.compile(r"ST-[0-9]{4,5}-[0-9]{4}-[A-Z]+(?:-[0-9]+)?")
# An issue of the Official Journal, and since 2023 an act in it: OJ:L:2016:119
JOURNAL_ID = re.compile(r"OJ:(?P<series>[LC][EI]?):(?P<year>[0-9]{4}):(?P<number>[0-9]{1,5})")
# In October 2023 the Official Journal began to publish act by act.
ACT_BY_ACT = 2024
# A CELEX number: 32018R0842
CELEX_ID = re.compile(r"[1-9][0-9]{4}[A-Z]{1,2}[0-9]{4}")
# An article of a treaty or a law: VEU-42-7, GW-68
ARTICLE_ID = re.compile(r"(?P<act>[A-Z]+)-(?P<article>[0-9]{1,4})[a-z]{0,2}(?:-[0-9a-z]+)*")
# A case of the Court of Justice of the Union: C-123/20
CASE_ID = re.compile(r"[CT]-[0-9]{1,4}/[0-9]{2}")


def type_of(target: str) -> MentionType:
    """What kind of paper a normal form or an address names.

    Args:
        target: a normal form (`36715-32`, `ah-tk-20232024-99`, `2026D03628`) or an address.
    """
    if PAPER_ID.fullmatch(target):
        return "kamerstuk"
    if CODE_ID.fullmatch(target):
        return "document" if target[4] == "D" else "zaak"
    if PUBLISHED_ID.fullmatch(target):
        published: dict[str, MentionType] = {"ah": "aanhangsel", "h": "handelingen"}
        return published.get(target.partition("-")[0], "overig")
    return "url" if target.startswith(("http://", "https://")) else "overig"


def link(identifier: str) -> str | None:
    """The address of the official publication.

    Args:
        identifier: a normal form (`36715-32`, `VEU-42-7`, `32018R0842`, `2026D03628`) or an address.

    Returns:
        The address, or `None` where the id does not tell it.
    """
    if identifier.startswith(("http://", "https://")):
        return identifier
    if PAPER_ID.fullmatch(identifier):
        return f"{PUBLICATIONS}/kst-{identifier}.html"
    if PUBLISHED_ID.fullmatch(identifier):
        return f"{PUBLICATIONS}/{identifier}.html"
    if CODE_ID.fullmatch(identifier):
        return f"https://www.tweedekamer.nl/kamerstukken/detail?id={identifier}&did={identifier}"
    return _european_link(identifier) or _article_link(identifier)


def _european_link(identifier: str) -> str | None:
    paper = COMMISSION_ID.fullmatch(identifier)
    if paper:
        return f"{EUR_LEX}{paper['series']}:{paper['year']}:{paper['number']}:FIN"
    if journal := JOURNAL_ID.fullmatch(identifier):
        series, year, number = journal.group("series", "year", "number")
        by_act = int(year) >= ACT_BY_ACT
        return f"{EUR_LEX}OJ:{series}_{year}{int(number):05}" if by_act else f"{EUR_LEX}{identifier}:TOC"
    if CELEX_ID.fullmatch(identifier):
        return f"{EUR_LEX}CELEX:{identifier}"
    if COUNCIL_ID.fullmatch(identifier):
        return f"https://data.consilium.europa.eu/doc/document/{identifier}/nl/pdf"
    return _judgment_link(identifier)


def _judgment_link(identifier: str) -> str | None:
    if CASE_ID.fullmatch(identifier):
        return f"https://curia.europa.eu/juris/liste.jsf?num={quote(identifier, safe='')}"
    if identifier.startswith("ECLI:NL:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={identifier}"
    return f"{EUR_LEX}{identifier}" if identifier.startswith("ECLI:EU:") else None


def _article_link(identifier: str) -> str | None:
    article = ARTICLE_ID.fullmatch(identifier)
    if not article:
        return None
    treaty = treaties_by_id().get(article["act"])
    if treaty and treaty.celex and int(article["article"]) <= treaty.articles:
        return f"{EUR_LEX}CELEX:{treaty.celex.format(article=article['article'].zfill(3))}"
    act = laws_by_id().get(article["act"])
    return f"https://wetten.overheid.nl/{act.bwb}" if act and act.bwb else None


def parse_paper(identifier: str) -> Paper | None:
    """The parts of the id of a Kamerstuk, or `None` for another id."""
    match = PAPER_ID.fullmatch(identifier)
    return Paper(match["dossier"], match["addition"] or "", match["number"]) if match else None


def official_citation(identifier: str, year: str | None = None) -> str:
    """A paper in official Dutch style: `Kamerstukken II 2025/26, 36 715, nr. 32`.

    Args:
        identifier: a normal form.
        year: the parliamentary year of the paper (`2025/26`), where it is known.

    Returns:
        The citation; an id of another kind than a Kamerstuk is returned as it is.
    """
    paper = parse_paper(identifier)
    if not paper:
        return identifier
    digits = f"{paper.dossier[:2]} {paper.dossier[2:]}"
    part = f"-{paper.addition}" if paper.addition.isdigit() else f" {paper.addition}" if paper.addition else ""
    chamber, number = ("II", f"nr. {paper.number}") if paper.number[0].isdigit() else ("I", paper.number)
    dated = f" {year}" if year else ""
    return f"Kamerstukken {chamber}{dated}, {digits}{part}, {number}"
