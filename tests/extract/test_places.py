from __future__ import annotations

import time

import pytest

import hand
from accord.extract.entities import find_entities
from accord.extract.place_outlets import outlet_candidates, outlet_country
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
@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        pytest.param("A barn burned down near Athens, Ohio, on Friday.", "Athens", "Ohio", id="state behind a comma"),
        pytest.param("The mayor of Florence, S.C., resigned.", "Florence", "South Carolina", id="abbreviation of a state"),
        pytest.param("Storms closed schools in London, Ontario.", "London", "Ontario", id="province of Canada"),
        pytest.param("The train stopped in Hyderabad in Pakistan.", "Hyderabad", "Sindh", id="container behind in"),
        pytest.param("Floods cut off Cairns and Townsville in Queensland.", "Cairns", "Queensland", id="town of a division"),
    ],
)
def test_containers_decide(text: str, name: str, region: str) -> None:
    found = next(p for p in _places(text) if p.name.startswith(name))
    assert found.region == region


@pytest.mark.model
def test_neighbours_decide() -> None:
    places = _places("Deputies from Denton and Fort Worth searched a ranch. A man from Paris was held. Dallas and Plano sent officers.")
    paris = next(p for p in places if p.name == "Paris")
    assert (paris.country, paris.region) == ("USA", "Texas")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Fargo police searched a flat.", ["Fargo"], id="police of a town"),
        pytest.param("The Boise City Council met on Tuesday.", ["Boise"], id="council of a town"),
        pytest.param("Votes from Polk and Jasper counties came in late.", ["Polk", "Jasper"], id="counties share their noun"),
        pytest.param("Rep. Ann Cole, R-Duluth, voted no.", ["Duluth"], id="home behind a party's letter"),
        pytest.param("Cleveland Browns fans booed.", [], id="teams"),
        pytest.param("The Houston Chronicle reported it.", [], id="papers"),
        pytest.param("Truckers blocked Interstate 80 and Memphis Avenue.", [], id="roads"),
        pytest.param("The White House declined to comment.", [], id="seats of power"),
    ],
)
def test_recognition(text: str, words: list[str]) -> None:
    assert [p.span.of(text) for p in _places(text)] == words


@pytest.mark.model
def test_the_outlet_speaks_for_its_town() -> None:
    text = "Springfield firefighters put out a blaze. Nobody was hurt, the county sheriff said."
    parsed = hand.parsed(text)
    local = ParsedReport(report=hand.report(text, publisher="masslive.com"), sentences=parsed.sentences)
    assert next(p for p in find_places(local, ()) if p.name == "Springfield").region == "Massachusetts"


@pytest.mark.parametrize(
    ("outlet", "country", "first"),
    [
        pytest.param("dallasnews.com", None, "Dallas", id="town in the address"),
        pytest.param("https://www.cambridge-news.co.uk/x", "GBR", "Cambridge", id="domain of a state"),
        pytest.param("The Kansas City Star", None, "Kansas City", id="name of a paper"),
        pytest.param("Reuters", None, None, id="agency"),
        pytest.param("", None, None, id="none"),
    ],
)
def test_outlets(outlet: str, country: str | None, first: str | None) -> None:
    report = hand.report("x", publisher=outlet)
    assert outlet_country(report) == country
    assert next((c.name for c in outlet_candidates(report)), None) == first


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


@pytest.mark.parametrize(
    "rows",
    ["Paris Paris PROPN NNP ROOT 0 B-GPE", ", , PUNCT , ROOT 0", "R-A R-A PROPN NNP ROOT 0", ") ) PUNCT -RRB- ROOT 0 B-LOC"],
    ids=repr,
)
def test_a_sentence_of_one_token(rows: str) -> None:
    sentence = hand.sentence(rows)
    parsed = ParsedReport(report=hand.report(rows.split(maxsplit=1)[0]), sentences=(sentence,))
    assert len(find_places(parsed, ())) <= 1


def test_a_sentence_of_thousands_of_names_is_read_in_time() -> None:
    rows = "\n".join(f"Springfield Springfield PROPN NNP conj {max(0, i - 1)} B-GPE" for i in range(3_000))
    sentence = hand.sentence(rows)
    parsed = ParsedReport(report=hand.report(" ".join(["Springfield"] * 3_000)), sentences=(sentence,))
    start = time.perf_counter()
    find_places(parsed, ())
    assert time.perf_counter() - start < 3
