"""Registers and journals: documents, cases, annexes, proceedings, EU papers, case law, addresses."""

from __future__ import annotations

import pytest

from briefgen.citing import scan


@pytest.mark.parametrize(
    ("text", "kind", "identifier"),
    [
        ("nr. 2023Z19006", "zaak", "2023Z19006"),
        ("kenmerk 2020D29967", "document", "2020D29967"),
        ("Kamerstuk 2024Z00123", "zaak", "2024Z00123"),
        ("Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 2147.", "aanhangsel", "ah-tk-20232024-2147"),
        ("Aanhangsel van de Handelingen II, 2022/-23, nr. 1823", "aanhangsel", "ah-tk-20222023-1823"),
        ("Kamerstukken II 2023/24, Aanhangsel, nr. 99", "aanhangsel", "ah-tk-20232024-99"),
        ("Kamerstukken II 2023/24, Aanhangsel, 99", "aanhangsel", "ah-tk-20232024-99"),
        ("Aanhangsel Handelingen I 2014/15, nr. 12", "aanhangsel", "ah-ek-20142015-12"),
        ("Handelingen II 2010/11, nr. 108, item 5, p. 25-36", "handelingen", "h-tk-20102011-108-5"),
        ("Stcrt. 2013, nr. 15497", "overig", "stcrt-2013-15497"),
        ("Staatscourant 2013, 15497", "overig", "stcrt-2013-15497"),
        ("Stb. 2001, 580", "wet", "stb-2001-580"),
        ("ECLI:NL:HR:2023:123.", "ecli", "ECLI:NL:HR:2023:123"),
        ("zaak C-156/21", "overig", "C-156/21"),
        ("COM(2021) 559 final", "eu-doc", "COM(2021) 559"),
        ("COM (2021) 556", "eu-doc", "COM(2021) 556"),
        ("SWD(2020)98", "eu-doc", "SWD(2020) 98"),
        ("JOIN(2025) 120", "eu-doc", "JOIN(2025) 120"),
        ("2021/0223 (COD)", "eu-doc", "2021/0223(COD)"),
        ("ST 7914/21 INIT", "eu-doc", "ST-7914-2021-INIT"),
        ("ST-7914-2021-INIT", "eu-doc", "ST-7914-2021-INIT"),
        ("ST 6655/23 REV 1", "eu-doc", "ST-6655-2023-REV-1"),
        ("CELEX:32018R0842", "eu-doc", "32018R0842"),
        ("Verordening (EU) 2018/842", "eu-doc", "32018R0842"),
        ("Verordening (EU, Euratom) 2018/1046", "eu-doc", "32018R1046"),
        ("Verordening (EU) nr. 1093/2010", "eu-doc", "32010R1093"),
        ("Richtlijn 2014/94/EU1 van het Europees Parlement", "eu-doc", "32014L0094"),
        ("Richtlijn 96/53/EG", "eu-doc", "31996L0053"),
        ("Richtlijn (EU) 2018/2001", "eu-doc", "32018L2001"),
        ("Besluit (EU) 2016/1316", "eu-doc", "32016D1316"),
        ("Besluit nr. 1313/2013/EU", "eu-doc", "32013D1313"),
        ("Besluit (GBVB) 2022/266", "eu-doc", "32022D0266"),
    ],
)
def test_a_registered_number_gives_its_normal_form(text: str, kind: str, identifier: str) -> None:
    assert [(mention.type, mention.id, mention.status) for mention in scan(text)] == [(kind, identifier, "certain")]


def test_two_regulations_after_one_word_are_two_references() -> None:
    text = "tot intrekking van Verordeningen (EG) nr. 443/2009 en (EU) nr. 510/2011 (PB L 111 van 25.4.2019, blz. 13)"
    assert [mention.id for mention in scan(text)] == ["32009R0443", "32011R0510", "OJ:L:2019:111"]


def test_a_session_that_cannot_be_leaves_the_annex_in_doubt() -> None:
    (mention,) = scan("Aanhangsel Handelingen, vergaderjaar 2023–34, nr. 1848")
    assert (mention.id, mention.status) == ("ah-tk-20232024-1848", "doubtful")


@pytest.mark.parametrize(
    "text",
    ["C-1000 supermarkten", "Richtlijn 5/10", "een besluit van 3/4", "COM 2 poorten", "ST 12", "Stb. noch Stcrt."],
)
def test_what_only_looks_like_a_register_is_no_reference(text: str) -> None:
    assert scan(text) == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("op www.rijksoverheid.nl is", "https://www.rijksoverheid.nl"),
        ("(nos.nl/artikel/2511721-een-verbod).", "https://nos.nl/artikel/2511721-een-verbod"),
        ("zie https://puc.overheid.nl/nza/doc/PUC_760147_22/.", "https://puc.overheid.nl/nza/doc/PUC_760147_22/"),
        ("(zie https://www.x.nl/a_(b)).", "https://www.x.nl/a_(b)"),
    ],
)
def test_an_address_ends_before_the_signs_of_the_sentence(text: str, address: str) -> None:
    assert [(mention.id, mention.status) for mention in scan(text)] == [(address, "certain")]


def test_an_address_that_a_line_end_broke_is_joined() -> None:
    (mention,) = scan("https://www.rabobank.nl/verkiezingsuitslag-op-de- nederlandse-economie")
    assert mention.id == "https://www.rabobank.nl/verkiezingsuitslag-op-de-nederlandse-economie"
    assert mention.status == "repaired"
