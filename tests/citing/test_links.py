"""Addresses and official citations."""

from __future__ import annotations

import pytest

from briefgen.citing import link, official_citation


@pytest.mark.parametrize(
    ("identifier", "address"),
    [
        ("36715-32", "https://zoek.officielebekendmakingen.nl/kst-36715-32.html"),
        ("36800-V-103", "https://zoek.officielebekendmakingen.nl/kst-36800-V-103.html"),
        ("21501-02-2956", "https://zoek.officielebekendmakingen.nl/kst-21501-02-2956.html"),
        ("ah-tk-20232024-2147", "https://zoek.officielebekendmakingen.nl/ah-tk-20232024-2147.html"),
        ("h-tk-20202021-90-7", "https://zoek.officielebekendmakingen.nl/h-tk-20202021-90-7.html"),
        ("stcrt-2013-15497", "https://zoek.officielebekendmakingen.nl/stcrt-2013-15497.html"),
        ("2026D03628", "https://www.tweedekamer.nl/kamerstukken/detail?id=2026D03628&did=2026D03628"),
        ("32018R0842", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32018R0842"),
        ("COM(2021) 559", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2021:559:FIN"),
        ("VEU-42-7", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:12016M042"),
        ("VWEU-122", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:12016E122"),
        ("ST-7914-2021-INIT", "https://data.consilium.europa.eu/doc/document/ST-7914-2021-INIT/nl/pdf"),
        ("ECLI:NL:HR:2023:123", "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2023:123"),
        ("GW-68", "https://wetten.overheid.nl/BWBR0001840"),
        ("https://www.nctv.nl", "https://www.nctv.nl"),
        ("h-tk-20202021-90", None),
        ("NAVO-5", None),
        ("VEU-122", None),
        ("Coalitieakkoord", None),
        ("", None),
    ],
)
def test_an_id_has_an_address_where_its_pattern_is_known(identifier: str, address: str | None) -> None:
    assert link(identifier) == address


@pytest.mark.parametrize(
    ("identifier", "year", "citation"),
    [
        ("36715-32", "2025/26", "Kamerstukken II 2025/26, 36 715, nr. 32"),
        ("36800-V-103", None, "Kamerstukken II, 36 800 V, nr. 103"),
        ("21501-02-2956", "2024/25", "Kamerstukken II 2024/25, 21 501-02, nr. 2956"),
        ("31700-VI-D", "2008/09", "Kamerstukken I 2008/09, 31 700 VI, D"),
        ("2026D03628", None, "2026D03628"),
    ],
)
def test_a_paper_is_cited_in_official_style(identifier: str, year: str | None, citation: str) -> None:
    assert official_citation(identifier, year) == citation
