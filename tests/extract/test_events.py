"""Event coding: tables of our own sentences and the events that they tell of."""

from __future__ import annotations

import pytest

import hand
from accord.extract.events import EventSource, code_events
from accord.model.spans import Span
from accord.model.vocabulary import Quad
from extract.event_cases import coded, entity, read

pytestmark = pytest.mark.filterwarnings("default")

ACTIVE = """
Japan Japan PROPN NNP nsubj 1 B-GPE
accused accuse VERB VBD ROOT 1
Russia Russia PROPN NNP dobj 1 B-GPE
of of ADP IN prep 1
spying spy VERB VBG pcomp 3
"""
PASSIVE = """
Russia Russia PROPN NNP nsubjpass 2 B-GPE
was be AUX VBD auxpass 2
accused accuse VERB VBN ROOT 2
by by ADP IN agent 2
Japan Japan PROPN NNP pobj 3 B-GPE
"""
STRIKE_DEAL = """
Japan Japan PROPN NNP nsubj 1 B-GPE
struck strike VERB VBD ROOT 1
a a DET DT det 3
deal deal NOUN NN dobj 1
with with ADP IN prep 3
Russia Russia PROPN NNP pobj 4 B-GPE
"""
STRIKE_BASE = """
Japan Japan PROPN NNP nsubj 1 B-GPE
struck strike VERB VBD ROOT 1
a a DET DT det 4
Russian russian ADJ JJ amod 4 B-NORP
base base NOUN NN dobj 1
"""
NOBODY = """
It it PRON PRP nsubj 1
attacked attack VERB VBD ROOT 1
the the DET DT det 3
problem problem NOUN NN dobj 1
"""


@pytest.mark.parametrize(
    ("rows", "japan", "russia", "expected"),
    [
        pytest.param(ACTIVE, 0, 2, ("ACCUSE", "n1", "n2", "verb:accuse"), id="active"),
        pytest.param(PASSIVE, 4, 0, ("ACCUSE", "n1", "n2", "verb:accuse"), id="passive: agent acts"),
        pytest.param(STRIKE_DEAL, 0, 5, ("AGREE", "n1 n2", "n1 n2", "verb:strike"), id="strike a deal: both sides on both sides"),
        pytest.param(STRIKE_BASE, 0, 3, ("ASSAULT", "n1", "n2", "verb:strike"), id="strike a base: owner by adjective"),
    ],
)
def test_codes_by_hand(rows: str, japan: int, russia: int, expected: tuple[str, str, str, str]) -> None:
    s = hand.sentence(rows)
    entities = (entity(1, "Japan", "JPN", [(0, japan)], [s]), entity(2, "Russia", "RUS", [(0, russia)], [s]))
    (found,) = code_events(EventSource(report=hand.report("x"), sentences=(s,), entities=entities))
    e = found.event
    assert (e.event_type.value, " ".join(e.actor), " ".join(e.recipient), found.rule) == expected
    assert found.id == "v1"
    assert s.span.contains(found.evidence)
    assert found.evidence.contains(e.trigger)


def test_codes_nothing_without_parties() -> None:
    s = hand.sentence(NOBODY)
    assert code_events(EventSource(report=hand.report("x"), sentences=(s,))) == ()


def test_empty_report() -> None:
    assert code_events(EventSource(report=hand.report(""), sentences=())) == ()


CASES = [
    # type, actor, recipient, modality, sentence
    ("ACCUSE", "FRA", "RUS", "asserted", "France accused Russia of jamming its satellites."),
    ("ACCUSE", "EGY", "TUR", "asserted", "Egypt condemned Turkey for drilling off the island."),
    ("ACCUSE", "IND", "CHN", "asserted", "India summoned the Chinese ambassador on Friday."),
    ("REJECT", "IRN", "USA", "asserted", "Iran rejected an American offer of direct talks."),
    ("REJECT", "IND", "PAK", "asserted", "India called off a meeting with Pakistan."),
    ("REJECT", "ISR", "FRA", "asserted", "Israel turned down a French proposal."),
    ("REQUEST", "JPN", "CHN", "requested", "Japan urged China to free the fishermen."),
    ("REQUEST", "UN", "RWA", "requested", "The United Nations called on Rwanda to open its border."),
    ("REQUEST", "SRB", "RUS", "requested", "Serbia asked Russia for a loan."),
    ("AGREE", "BRA PER", "BRA PER", "asserted", "Brazil signed a trade treaty with Peru."),
    ("AGREE", "KAZ UZB", "KAZ UZB", "asserted", "Kazakhstan and Uzbekistan agreed to share the water of the river."),
    ("AGREE", "DEU", "UKR", "asserted", "Germany pledged more tanks to Ukraine."),
    ("CONSULT", "POL UKR", "POL UKR", "asserted", "The Polish foreign minister met his Ukrainian counterpart in Lublin."),
    ("CONSULT", "ETH KEN", "ETH KEN", "asserted", "Talks between Ethiopia and Kenya opened on Monday."),
    ("CONSULT", "CAN MEX", "CAN MEX", "asserted", "Canada held talks with Mexico."),
    ("CONSULT", "JPN", "IND", "planned", "Japan's prime minister will visit India in May."),
    ("CONSULT", "NOR", "ISR LBN", "asserted", "Norway mediated between Israel and Lebanon."),
    ("CONSULT", "ITA", "LBY", "asserted", "Italy sent a delegation to Libya."),
    ("SUPPORT", "CHN", "CUB", "asserted", "China praised Cuba for its reforms."),
    ("SUPPORT", "CHL", "PSE", "asserted", "Chile recognised Palestine."),
    ("SUPPORT", "DNK", "NLD", "asserted", "Denmark thanked the Netherlands."),
    ("COOPERATE", "AUS JPN", "AUS JPN", "asserted", "Australia held joint exercises with Japan."),
    ("COOPERATE", "HUN", "RUS", "asserted", "Hungary bought gas from Russia."),
    ("AID", "QAT", "LBN", "asserted", "Qatar sent medical supplies to Lebanon."),
    ("AID", "SWE", "UKR", "asserted", "Sweden provided Ukraine with generators."),
    ("CONCEDE", "USA", "SDN", "asserted", "The United States lifted sanctions on Sudan."),
    ("RETREAT", "TUR", "SYR", "asserted", "Turkey withdrew its troops from Syria."),
    ("RETREAT", "IRN", "GBR", "asserted", "Iran released a British journalist."),
    ("THREATEN", "IRN", "ISR", "asserted", "Iran threatened to attack Israel."),
    ("SANCTION", "CAN", "BLR", "asserted", "Canada imposed sanctions on Belarus."),
    ("SANCTION", "POL", "RUS", "asserted", "Poland expelled two Russian diplomats."),
    ("SANCTION", "COL", "ISR", "asserted", "Colombia broke off relations with Israel."),
    ("MOBILIZE", "GRC", "TUR", "asserted", "Greece deployed warships against Turkey."),
    ("COERCE", "CHN", "CAN", "asserted", "China arrested a Canadian businessman."),
    ("COERCE", "IRN", "KOR", "asserted", "Iran seized a South Korean tanker."),
    ("ASSAULT", "RUS", "UKR", "asserted", "Russia shelled Ukraine for a third night."),
    ("ASSAULT", "ISR", "SYR", "asserted", "Israeli jets bombed a Syrian airfield."),
    ("ASSAULT", "ARM AZE", "ARM AZE", "asserted", "Fighting between Armenia and Azerbaijan went on."),
    ("ASSAULT", "RUS", "GEO", "asserted", "Russia's war against Georgia lasted five days."),
    ("ASSAULT", "SAU", "YEM", "asserted", "A Saudi air strike on Yemen killed ten people."),
    ("CONSULT", "BRA", "CHN", "planned", "Brazil's president will attend a summit in Beijing. China is hosting it."),
    ("REJECT", "AUS", "CHN", "asserted", "Australia boycotted the summit in Beijing that China hosted."),
    ("REQUEST", "PHL", "CHN", "requested", "The Philippines demanded that China withdraw its ships."),
    ("REJECT", "NOR", "LVA", "asserted", "Norway will not release the Latvian trawler."),
    ("ACCUSE", "CHL", "BOL", "asserted", "Chile's president attacked Bolivia's plan."),
    ("ASSAULT", "KEN", "SOM", "denied", "Kenya did not bomb Somalia."),
    ("CONSULT", "IDN", "MYS", "possible", "Indonesia's president may visit Malaysia."),
    ("ACCUSE", "MAR", "DZA", "asserted", "Morocco, which had accused Algeria of meddling, kept silent."),
    ("CONSULT", "CUB", "VEN", "planned", "Cuba's foreign minister is to travel to Venezuela on Sunday."),
    ("COOPERATE", "HRV", "EU", "asserted", "Croatia joined the European Union in 2013."),
    ("COOPERATE", "FIN", "NATO", "asserted", "Finland became a member of NATO."),
    ("SUPPORT", "GHA", "TGO", "asserted", "Ghana welcomed the Togolese election."),
    ("SANCTION", "USA", "HTI", "asserted", "Washington put a Haitian senator on a sanctions list."),
    ("REJECT", "USA", "CUB", "asserted", "Cuba got no invitation to the summit that the United States is hosting in Miami."),
    ("REJECT", "BRA", "CHL", "asserted", "Brazil's president ruled himself out of the summit in Chile, which Chile is hosting."),
    (
        "CONSULT",
        "PAN",
        "USA",
        "planned",
        "The United States is hosting a summit in Miami. Panama will be represented by its foreign minister.",
    ),
    ("ACCUSE", "KEN", "SOM", "asserted", "Kenya said that Somalia was behind the blast."),
    ("ACCUSE", "IND", "PAK", "asserted", "India laid the blame on Pakistan."),
    ("CONCEDE", "JPN", "PHL", "asserted", "Japan paid compensation to the Philippines."),
    ("ASSAULT", "SDN", "SSD", "asserted", "Sudan carried out an attack on South Sudan."),
    ("REQUEST", "ECU", "PER", "requested", "Ecuador urged Peru to wait and demanded an answer from Peru."),
    ("REJECT", "NER", "FRA", "asserted", "Niger slammed the door on France."),
]


@pytest.mark.model
@pytest.mark.parametrize(("kind", "actor", "recipient", "modality", "text"), CASES, ids=[c[4][:45] for c in CASES])
def test_codes(kind: str, actor: str, recipient: str, modality: str, text: str) -> None:
    assert (kind, actor, recipient, modality) in coded(text, "2024-04-10")


SILENT = [
    '"No," said the French minister.',
    "Officials said on Monday that the weather was mild.",
    "The company struck a cheerful note in its report.",
    "The director visited the new wing of the museum.",
    "A teacher thanked her pupils for the cake.",
    "The band called off its concert because of rain.",
    "A spokesman declined to comment.",
    "Prices fell in March.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(text: str) -> None:
    assert coded(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "rule", "never"),
    [
        pytest.param("Serbia called on Friday for calm.", "verb:call_on", True, id="a day is nobody who is called on"),
        pytest.param("France urged Mali to meet Niger.", "verb:meet", True, id="what is asked is told by the request"),
        pytest.param("France denied that it had bombed Mali.", "verb:bomb", False, id="what is denied is told too"),
        pytest.param("Canada rejected talks with Iran.", "noun:talk", True, id="what is rejected is told by the rejection"),
    ],
)
def test_one_event_for_one_act(text: str, rule: str, *, never: bool) -> None:
    source = read(hand.parsed(text))
    assert (rule in {s.rule for s in code_events(source)}) is not never


@pytest.mark.model
def test_attendance_takes_host_and_day_of_the_gathering() -> None:
    text = "A summit will be held in Vienna on 4 May 2024, Austria said. Hungary's prime minister will attend. Slovakia sends a minister."
    source = read(hand.parsed(text), "2024-04-10")
    by_id = {e.id: e for e in source.entities}
    rows = {by_id[s.event.actor[0]].country: s for s in code_events(source) if s.sentence > 0 and s.event.actor}
    for country in ("HUN", "SVK"):
        event = rows[country].event
        assert [by_id[i].country for i in event.recipient] == ["AUT"]
        assert event.time is not None
        assert event.time.value == "2024-05-04"
        assert rows[country].modality.value == "planned"


@pytest.mark.model
def test_statement_carries_time_place_and_quad() -> None:
    source = read(hand.parsed("Turkey bombed two villages in Syria on 3 March 2024."), "2024-04-10")
    (s,) = [s for s in code_events(source) if s.rule == "verb:bomb"]
    assert s.event.quad is Quad.MATERIAL_CONFLICT
    assert s.event.mode == "aerial"
    assert s.event.time is not None
    assert s.event.time.value == "2024-03-03"
    assert s.event.place is not None
    assert s.event.place.country == "SYR"
    assert s.evidence.of(source.report.text).startswith("Turkey bombed")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "attack " * 500,
        "Russia and " * 300 + "Iran met.",
        "“of of of by by” agreed between with",
        "\u202eRussia attacked\u0000 Iran",
    ],
    ids=["empty", "mark", "words", "long list", "prepositions", "controls"],
)
def test_odd_text_never_raises(text: str) -> None:
    source = read(hand.parsed(text))
    for s in code_events(source):
        assert Span(0, len(text)).contains(s.evidence)
