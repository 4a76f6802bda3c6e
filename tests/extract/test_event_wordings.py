"""One sentence of our own for each family of wordings: verbs, event nouns and the sides that take part."""

from __future__ import annotations

import pytest

import hand
from accord.extract.event_lexicon import same_lemma
from accord.extract.events import code_events
from extract.event_cases import coded, read

pytestmark = pytest.mark.filterwarnings("default")

CASES = [
    # type, actor, recipient, sentence
    ("ASSAULT", "SRB", "HRV", "Serbian shells slammed into a Croatian hospital."),
    ("ASSAULT", "ISR", "SYR", "Israeli missiles tore through a Syrian army depot."),
    ("ASSAULT", "UKR", "RUS", "Ukrainian drones landed on a Russian refinery."),
    ("ASSAULT", "ARM", "AZE", "Armenian troops opened up on an Azerbaijani patrol."),
    ("ASSAULT", "ETH", "ERI", "Ethiopian forces recaptured the town from Eritrea."),
    ("ASSAULT", "SYR", "TUR", "Syria used chemical weapons against Turkey."),
    ("ASSAULT", "IND PAK", "IND PAK", "Pakistan and India fired on each other."),
    ("ACCUSE", "IND PAK", "IND PAK", "Pakistan and India accused each other of shelling."),
    ("ACCUSE", "JPN KOR", "JPN KOR", "Japan and South Korea traded accusations."),
    ("ACCUSE", "POL", "BLR", "Poland's president launched a scathing attack on Belarus."),
    ("CONSULT", "FRA ITA", "FRA ITA", "The French president spoke to Italy's prime minister by phone."),
    ("CONSULT", "DEU POL", "DEU POL", "Germany's chancellor dined with the Polish president."),
    ("CONSULT", "FRA SRB", "FRA SRB", "The French president spoke with the Serbian president."),
    ("CONSULT", "FIN", "SWE", "The Finnish president led a delegation to Sweden."),
    ("THREATEN", "KEN", "SOM", "Kenya warned Somalia of consequences."),
    ("THREATEN", "IRN", "ISR", "Iran said it would retaliate against Israel."),
    ("THREATEN", "IRN", "ISR", "Iran vowed revenge on Israel."),
    ("THREATEN", "GRC", "TUR", "Greece will keep fighting Turkey."),
    ("REJECT", "SRB", "XKX", "Serbia does not recognise Kosovo."),
    ("REJECT", "HUN", "SVK", "Hungary said it will not begin talks with Slovakia."),
    ("REJECT", "RWA", "COD", "Rwanda will keep its troops in Congo."),
    ("REJECT", "CHN", "", "China has no intention of talking to Japan."),
    ("REJECT", "EGY", "SDN", "Egypt withheld recognition from Sudan."),
    ("REQUEST", "KEN", "UGA", "Kenya sought an apology from Uganda."),
    ("REQUEST", "KEN", "UGA", "Kenya called on Friday for Uganda to withdraw its troops."),
    ("REQUEST", "FRA", "MLI", "France pressed for Mali to hold elections."),
    ("REQUEST", "MLI", "RUS", "Mali turned to Russia for help."),
    ("REQUEST", "MAR", "ESP", "Morocco pleaded with Spain to reopen the border."),
    ("REQUEST", "CHL", "BOL", "Chile demanded that the Bolivian government return the boats."),
    ("SUPPORT", "BRA", "CHL", "Brazil conveyed its sympathy to Chile."),
    ("SUPPORT", "CAN", "GBR", "Canada paid tribute to Britain."),
    ("SUPPORT", "CUB", "VEN", "Cuba threw its weight behind Venezuela."),
    ("COOPERATE", "OMN", "YEM", "Oman offered cooperation to Yemen."),
    ("COOPERATE", "NOR", "MDA", "Norway sent observers to Moldova."),
    ("COOPERATE", "THA", "MMR", "Thailand opened its border to Myanmar."),
    ("AID", "JOR", "SYR", "Jordan opened its borders to Syrian refugees."),
    ("AID", "CUB", "ITA", "Cuba sent doctors to Italy."),
    ("AID", "IND", "NPL", "India airdropped food into Nepal."),
    ("AID", "QAT", "PSE", "Qatar spent 20 million dollars on Palestine."),
    ("COERCE", "EGY", "SDN", "Egyptian police took two Sudanese journalists into custody."),
    ("COERCE", "ISR", "PSE", "Israeli soldiers set up roadblocks around the Palestinian town."),
    ("COERCE", "IRQ", "", "Iraq shut down three newspapers."),
    ("COERCE", "RUS", "UKR", "Russian troops dragged Ukrainian villagers from their homes."),
    ("MOBILIZE", "CHN", "VNM", "China is building an airstrip near Vietnam."),
    ("MOBILIZE", "RUS", "EST", "Russian troops massed near Estonia."),
    ("MOBILIZE", "CHN", "TWN", "China held naval drills off Taiwan."),
    ("RETREAT", "IND", "CHN", "Indian soldiers pulled back from China."),
    ("RETREAT", "FRA", "MLI", "France handed over control of the base to Mali."),
    ("RETREAT", "ISR", "LBN", "Israel stopped shelling Lebanon."),
    ("RETREAT", "IRN", "", "Iran freed 11 of its prisoners."),
    ("CONCEDE", "TUR", "ARM", "Turkey reopened its border with Armenia."),
    ("CONCEDE", "IND", "USA", "India cut tariffs on American apples."),
    ("CONCEDE", "KEN", "TZA", "Kenya accepted the demands of Tanzania."),
    ("SANCTION", "USA", "IND", "The United States raised tariffs on Indian steel."),
    ("SANCTION", "FRA", "NER", "France suspended joint patrols with Niger."),
    ("SANCTION", "EST", "RUS", "Estonia revoked the visas of Russian officials."),
    ("SANCTION", "CHN", "AUS", "China banned imports from Australia."),
    ("PROTEST", "FRA", "", "French protesters gathered outside the parliament."),
    ("ACCUSE", "USA", "IRN", "The American president called the Iranian minister a stupid man."),
    ("AID", "SWE", "SYR", "Sweden resettled 300 Syrian families."),
    ("COERCE", "ETH", "ERI", "Ethiopia imposed a blockade on Eritrea."),
    ("ASSAULT", "SDN", "TCD", "Sudanese troops drove out the Chadian army."),
    ("ACCUSE", "GHA", "TGO", "Ghana spoke out against Togo."),
    ("COERCE", "RUS", "UKR", "Russia's siege of Ukraine went into its third month."),
    ("ACCUSE", "GUY", "UN", "Guyana took the dispute to the United Nations."),
    ("REQUEST", "LBN", "ISR", "Lebanon wants guarantees from Israel."),
    ("REJECT", "IRN", "USA", "Iran said there will be no more talks with the United States."),
]


@pytest.mark.model
@pytest.mark.parametrize(("kind", "actor", "recipient", "text"), CASES, ids=[c[3][:45] for c in CASES])
def test_codes(kind: str, actor: str, recipient: str, text: str) -> None:
    assert (kind, actor, recipient) in [row[:3] for row in coded(text, "2024-04-10")]


# What must not be coded under a rule: type, sentence.
NEVER = [
    pytest.param("CONSULT", "Peru's president saw the Chilean minister as a rival.", id="to see as is no meeting"),
    pytest.param("CONSULT", "The Danish minister spoke to reporters.", id="the press is no party"),
    pytest.param("COOPERATE", "Norway opened the door to doubt.", id="a door is no border"),
    pytest.param("ASSAULT", "The French minister launched a scathing attack on Italy.", id="an attack in words"),
    pytest.param("MOBILIZE", "Japan held exercises for schoolchildren.", id="exercises that are not of soldiers"),
    pytest.param("CONSULT", "The painting was returned to Greece.", id="a thing returned is no guest"),
    pytest.param("ASSAULT", "Israel stopped bombing Lebanon.", id="what is stopped is told by the stopping"),
    pytest.param("ACCUSE", "Hillsborough council called in vague terms for a dangerous road to be closed.", id="a call for is no name"),
    pytest.param("CONSULT", "Danish police were called on Tuesday to a brawl at a motel.", id="called to a scene, not rung up"),
    pytest.param("RETREAT", "Israel stopped building settlements in Palestine.", id="building is no fight"),
    pytest.param("ASSAULT", "Latvia used its reserves against Estonia.", id="no weapon"),
]


@pytest.mark.model
@pytest.mark.parametrize(("kind", "text"), NEVER)
def test_never_codes(kind: str, text: str) -> None:
    assert kind not in [row[0] for row in coded(text)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Peru said it would attack Chile.", "PER", id="it: the state that says so"),
        pytest.param("The Kenyan president said he would visit Uganda.", "KEN", id="he: the person who says so"),
        pytest.param("Brazil and Chile said they would visit Peru.", "BRA", id="they: all who say so"),
    ],
)
def test_pronoun_of_a_reported_clause_is_who_reports(text: str, country: str) -> None:
    source = read(hand.parsed(text))
    by_id = {e.id: e for e in source.entities}
    assert country in {by_id[i].country for s in code_events(source) for i in s.event.actor}


@pytest.mark.model
def test_forces_of_a_report_about_one_state_are_its_own() -> None:
    text = "Sudan is at war. Sudan's president spoke. Sudan's minister resigned. The army bombed a hospital on Friday."
    source = read(hand.parsed(text))
    by_id = {e.id: e for e in source.entities}
    bombing = [s for s in code_events(source) if s.rule == "verb:bomb"]
    assert ["SDN" in {by_id[i].country for i in s.event.actor} for s in bombing] == [True]


def test_former_officials_are_officials() -> None:
    assert same_lemma("ex-minister") == "minister"


@pytest.mark.model
def test_condemned_attack_is_told_beside_its_condemnation() -> None:
    kinds = [row[0] for row in coded("Turkey condemned the attack on Syria.")]
    assert {"ACCUSE", "ASSAULT"} <= set(kinds)
