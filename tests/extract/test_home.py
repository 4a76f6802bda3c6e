"""The state that a report is about, and who belongs to it without being told."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.reading import Reading

pytestmark = pytest.mark.model

PERU = "LIMA, 3 MAY 1989 (Test) - Peru's government met in Lima. Peru is tired, Peruvians said. "


def _read(text: str) -> Reading:
    return read_closely(hand.parsed(text))


def _country(reading: Reading, words: str) -> str | None:
    text = reading.report.text
    return next((e.country for e in reading.entities for m in e.mentions if m.span.of(text) == words), "no such mention")


@pytest.mark.parametrize(
    ("sentence", "words", "country"),
    [
        ("The police searched a farm.", "police", "PER"),
        ("Guerrillas burned a lorry at dawn.", "Guerrillas", "PER"),
        ("Two bodyguards were killed on the road.", "bodyguards", "PER"),
        ("The foreign ministry kept silent while a court heard the case.", "foreign ministry", "PER"),
        ("Foreign tourists were killed by the rebels.", "Foreign tourists", None),
        ("Jorge Salazar, a farmer, was wounded.", "Jorge Salazar", "PER"),
        ("United Nations envoy Karl Lindqvist arrived.", "Karl Lindqvist", None),
        ("The police in Istanbul searched a farm.", "police", None),
        ("The police in Arequipa searched a farm.", "police", "PER"),
        ("Bolivian soldiers crossed the river.", "Bolivian soldiers", "BOL"),
        ("In Chile, soldiers stayed in barracks.", "soldiers", None),
    ],
    ids=lambda v: str(v)[:32],
)
def test_who_belongs_to_the_reports_state(sentence: str, words: str, country: str | None) -> None:
    found = _country(_read(PERU + sentence), words)
    assert found == country or (country is None and found in (None, "no such mention"))


FEW = "BOGOTA, 6 DEC 89 (Test) -- "
LED = "Peru's army fought. Peru is at war, Peru said. Chile, Brazil and Bolivia looked on. "


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        pytest.param(FEW + "Two explosions were heard. The police came.", "police", "COL", id="hardly any state named: the dateline's"),
        pytest.param(LED + "The rebels burned a farm.", "rebels", "PER", id="a state ahead of the others: its rebels"),
        pytest.param(LED + "Jorge Salazar, a farmer, spoke.", "Jorge Salazar", None, id="a name may be from anywhere"),
        pytest.param(PERU + "The Special Deterrence Force arrested him.", "Special Deterrence Force", "PER", id="a body by its noun"),
        pytest.param(PERU + "Organizers stayed away.", "Organizers", "PER", id="people in the plural"),
    ],
)
def test_home_of_reports_that_name_few_or_many_states(text: str, words: str, country: str | None) -> None:
    found = _country(_read(text), words)
    assert found == country or (country is None and found in (None, "no such mention"))


def test_two_states_told_of_equally_give_no_home() -> None:
    reading = _read("Chile accused Bolivia. Bolivia accused Chile. Chile and Bolivia then met. The police stayed away.")
    assert _country(reading, "police") is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The Saudi-led coalition bombed the port. Later the coalition struck a bridge.", "coalition", "SAU"),
        ("A coalition led by France bombed the port.", "coalition", "FRA"),
        ("A pro-Russian party won in Moldova.", "pro-Russian party", None),
        ("The ruling coalition in Berlin fell.", "ruling coalition", None),
    ],
    ids=["led, then bare", "led by", "leaning", "of parties"],
)
def test_coalitions_have_the_country_of_their_leader(text: str, words: str, country: str | None) -> None:
    found = _country(_read(text), words)
    assert found == country or (country is None and found in (None, "no such mention"))


@pytest.mark.parametrize(
    "text",
    [
        "The Union of Free Miners of Altiplano (UFMA) struck. UFMA leaders met ministers.",
        "The UFMA (Union of Free Miners of Altiplano) struck. UFMA leaders met ministers.",
        "THE UNION OF FREE MINERS OF ALTIPLANO (UFMA) STRUCK. UFMA LEADERS MET MINISTERS.",
    ],
    ids=["name first", "acronym first", "in capitals"],
)
def test_an_acronym_beside_its_name_means_the_same_organisation(text: str) -> None:
    reading = _read(text)
    union = [e for e in reading.entities if "UFMA" in e.aliases]
    assert len(union) == 1
    assert len(union[0].mentions) >= 2
