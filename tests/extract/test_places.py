from __future__ import annotations

import pytest

import hand
from accord.extract.entities import find_entities
from accord.extract.places import find_places
from accord.model.reading import Place
from accord.model.sentence import ParsedReport

PARIS = """
Fire fire NOUN NN nsubj 1
destroyed destroy VERB VBD ROOT 1
homes home NOUN NNS dobj 1
in in ADP IN prep 1
Paris Paris PROPN NNP pobj 3 B-GPE
, , PUNCT , punct 4
Texas Texas PROPN NNP appos 4 B-GPE
. . PUNCT . punct 1
"""


def _places(text: str) -> tuple[Place, ...]:
    parsed = hand.parsed(text)
    return find_places(parsed, find_entities(parsed))


def test_a_container_decides_between_namesakes() -> None:
    sentence = hand.sentence(PARIS)
    text = "Fire destroyed homes in Paris , Texas ."
    parsed = ParsedReport(report=hand.report(text), sentences=(sentence,))
    paris, texas = find_places(parsed, ())
    assert (paris.name, paris.country, round(paris.latitude or 0)) == ("Paris", "USA", 34)
    assert (texas.name, texas.kind) == ("Texas", "region")
    assert paris.span.of(text) == "Paris"


def test_no_sentences_no_places() -> None:
    assert find_places(ParsedReport(report=hand.report(""), sentences=()), ()) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("They met in Oslo.", [("Oslo", "capital", "NOR")], id="capital"),
        pytest.param("Floods hit Peru.", [("Peru", "state", "PER")], id="state"),
        pytest.param("He was born in Mumbai.", [("Mumbai", "city", "IND")], id="city"),
        pytest.param("The ship crossed the Black Sea.", [("Black Sea", "landmark", None)], id="waters"),
        pytest.param("Tanks rolled through Tiananmen Square.", [("Tiananmen Square", "landmark", "CHN")], id="square"),
        pytest.param("Shells fell on the Gaza Strip.", [("Gaza Strip", "region", "PSE")], id="region"),
        pytest.param("Spanish voters stayed at home.", [], id="peoples are no places"),
        pytest.param("A house on Dublin Road burned.", [], id="streets"),
        pytest.param("Bank of China shares fell.", [], id="names of organisations"),
    ],
)
def test_find_places(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert [(p.name, p.kind, p.country) for p in _places(text)] == found


@pytest.mark.model
def test_the_states_of_the_report_decide() -> None:
    inside = _places("Police in Alabama and Georgia searched a farm near Birmingham.")
    assert [p.country for p in inside] == ["USA", "USA", "USA"]


@pytest.mark.model
def test_places_are_in_order_and_have_whole_positions() -> None:
    places = _places("From Lagos to Nairobi, and from Cairo to Cape Town, traders complained.")
    assert [p.span.start for p in places] == sorted(p.span.start for p in places)
    assert len(places) >= 3
    assert all((p.latitude is None) == (p.longitude is None) for p in places)


@pytest.mark.model
def test_a_city_may_end_a_text_without_a_full_stop() -> None:
    report = hand.parsed("The rebels entered Aleppo in Syria on Monday. The army went back to Aleppo")
    assert [p.name for p in find_places(report, ())].count("Aleppo") == 2
