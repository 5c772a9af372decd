from __future__ import annotations

import pytest

from briefgen.selection.cohesion import concludes, conjoins, names_known, points_back, refers_back, stands_alone


@pytest.mark.parametrize(
    "line",
    [
        "Dit stelt ons in staat de agenda te bepalen.",
        "Zo spant het zich in voor versterking.",
        "Hun deelname sloeg een brug.",
        "Ook hier geldt dat de tijd dringt.",
        "Interessant genoeg doet zich het moment voor een dergelijk besluit voor in 2029.",
        "We doen dat onder meer via kopgroepen.",
        "Op korte termijn vraagt dat om stevige waarborgen in toetredingsverdragen.",
        "Het kabinet draagt hieraan proactief bij.",
        "Migratie blijft een taai onderwerp, en bovenstaande is makkelijker gezegd dan gedaan.",
        "This enables us to set the agenda.",
    ],
)
def test_words_that_need_the_sentence_before_are_recognised(line: str) -> None:
    assert points_back(line)
    assert not stands_alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "Het kabinet deelt deze oplossingsrichting niet.",
        "Nederland steunt dit voorstel van harte.",
        "Op die slagvaardigheid zal een groot beroep worden gedaan.",
        "The government supports this proposal.",
    ],
)
def test_a_sentence_that_names_what_was_said_before_is_recognised(line: str) -> None:
    assert names_known(line)
    assert not stands_alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nederland ziet op dit moment geen noodzaak voor een nieuwe strategie.",
        "Zeker in deze onrustige tijden is samenwerking waardevol.",
        "Het kabinet komt dit jaar met een wetsvoorstel.",
        "Met behulp van partners wil het kabinet de afhankelijkheid van die landen beperken.",
        "Nederland ziet de strategie, die private investeringen combineert, als een manier om invulling te geven.",
        "Een inzet die zich richt op een sterker Europa vraagt om geduld.",
        "Het kabinet voldoet aan de norm. Dat doen we stap voor stap.",
    ],
)
def test_the_present_a_relative_clause_and_what_a_sentence_names_itself_are_no_reference(line: str) -> None:
    assert not refers_back(line)
    assert stands_alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "De terreurorganisatie Hamas mag daarbij op geen enkele manier een rol spelen.",
        "Nederland pleit daarin voor rust.",
    ],
)
def test_a_pronominal_adverb_refers_but_most_of_its_sentence_can_be_read(line: str) -> None:
    assert refers_back(line)
    assert not points_back(line)


def test_a_pronominal_adverb_that_takes_up_its_own_sentence_refers_to_nothing_before() -> None:
    assert not refers_back("Het kabinet investeert in ontwikkelingssamenwerking en zet daarmee een stap.")


@pytest.mark.parametrize(
    "line",
    [
        "Het kabinet is dan ook verheugd met het arrest.",
        "Binnen de NAVO maken we Europa echter sterker.",
        "Daarom spoort het kabinet de Commissie aan tot het sluiten van verdragen.",
        "The government will therefore support the proposal.",
    ],
)
def test_a_sentence_that_concludes_from_the_one_before_is_recognised(line: str) -> None:
    assert concludes(line)
    assert not points_back(line)


@pytest.mark.parametrize(
    "line",
    [
        "De wereld verandert snel, en daarom investeren we in onze veiligheid.",
        "Het kabinet steunt het voorstel. Het is dan ook verheugd.",
        "Het kabinet verwelkomt tevens de inzet van de Commissie.",
    ],
)
def test_a_conclusion_within_a_quotation_and_an_addition_conclude_from_nothing_before(line: str) -> None:
    assert not concludes(line)


def test_an_addition_conjoins_and_a_plain_sentence_does_not() -> None:
    assert conjoins("Het kabinet verwelkomt tevens de inzet van de Commissie.")
    assert not conjoins("Het kabinet verwelkomt de inzet van de Commissie.")


@pytest.mark.parametrize(
    "line",
    [
        "Daarnaast willen we de relaties verdiepen.",
        "Tot slot zet het kabinet in op samenwerking.",
        "In deze context spraken de bondgenoten een norm af.",
        "Moreover, the government supports enlargement.",
    ],
)
def test_a_joining_word_makes_no_headline_but_needs_no_context(line: str) -> None:
    assert not points_back(line)
    assert not stands_alone(line)


def test_a_plain_sentence_stands_alone() -> None:
    assert stands_alone("Het kabinet zet in op een sterke Unie.")
