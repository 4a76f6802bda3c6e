"""Who can have done what a verb tells, and the state that goes without saying."""

from __future__ import annotations

import pytest

from extract.event_cases import coded

pytestmark = pytest.mark.model

HOME = "Kenya's president spoke in Nairobi. Kenya's parliament sat. Kenya mourns. "

NEVER = [
    pytest.param("COERCE", "The new law prohibits Kenya from exporting ivory.", id="a law"),
    pytest.param("ASSAULT", "An earthquake killed 40 people in Kenya.", id="an earthquake"),
    pytest.param("ASSAULT", "A Kenyan farmer was killed in a collision.", id="a collision"),
    pytest.param("ASSAULT", "The Kenyan minister suffered a heart attack in Uganda.", id="a heart attack"),
    pytest.param("ASSAULT", "Mexico's war on drugs cost the United States billions.", id="a war on drugs"),
    pytest.param("ASSAULT", "Senator Wanda Kruse is fighting Governor Paul Ibsen over taxes.", id="persons fight in words"),
    pytest.param("ASSAULT", "Governor Paul Ibsen's attacks on Kenya went on.", id="a person attacks in words"),
    pytest.param("CONSULT", "The Kenyan president talked about rain.", id="to talk about something"),
    pytest.param("CONSULT", "The Kenyan president repeated his call for reform.", id="a call for something"),
    pytest.param("REJECT", "The Kenyan president sent in troops.", id="to send in is to send somebody"),
    pytest.param("MOBILIZE", "The Kenyan army entered a new phase.", id="to enter a phase"),
    pytest.param("REJECT", "The Kenyan opposition greeted Uganda.", id="the opposition is people"),
]


@pytest.mark.parametrize(("kind", "text"), NEVER)
def test_never_codes(kind: str, text: str) -> None:
    assert kind not in [row[0] for row in coded(text)]


IMPLIED = [
    pytest.param(("COERCE", "KEN", "KEN"), HOME + "A Kenyan minister was arrested on Friday.", id="arrested: the report's state"),
    pytest.param(("COERCE", "UGA", "KEN"), "A Kenyan minister was arrested in Uganda.", id="arrested: the state of the place"),
    pytest.param(("ASSAULT", "?", "KEN"), HOME + "Kenyan rebels blew up a bridge.", id="rebels strike what is the state's"),
]


@pytest.mark.parametrize(("row", "text"), IMPLIED)
def test_state_that_goes_without_saying(row: tuple[str, str, str], text: str) -> None:
    assert row in [found[:3] for found in coded(text)]


def test_soldiers_strike_at_home_but_not_their_state() -> None:
    rows = [row for row in coded(HOME + "Kenyan troops stormed a village in Kenya.") if row[0] == "ASSAULT"]
    assert rows
    assert all(row[2] != "KEN" for row in rows)


DIRECTION = [
    pytest.param(("ASSAULT", "", "KEN"), "The attack on Kenya killed ten people.", id="an attack on X is not by X"),
    pytest.param(("ASSAULT", "UGA", "KEN"), "Ugandan strikes on Kenya killed ten people.", id="an adjective tells whose"),
    pytest.param(("ASSAULT", "USA", "SYR"), "The US air strikes on Syria angered Iran.", id="so does a short form"),
]


@pytest.mark.parametrize(("row", "text"), DIRECTION)
def test_direction_of_nouns_that_act(row: tuple[str, str, str], text: str) -> None:
    rows = [found[:3] for found in coded(text)]
    assert row in rows or (row[1] == "" and all(found[1] != row[2] for found in rows))


def test_fined_beside_arrested_is_done_to_the_subject() -> None:
    rows = coded("The Kenyan senator was arrested and fined by Uganda.")
    assert all(row[1] != "KEN" for row in rows)
