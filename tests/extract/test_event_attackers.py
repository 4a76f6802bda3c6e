"""Attacks and condemnations that leave the attacker unsaid."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely

pytestmark = pytest.mark.model


def _sides(text: str, lemma: str) -> tuple[set[str | None], set[str | None]]:
    reading = read_closely(hand.parsed(text))
    events = [s.event for s in reading.statements if s.event.lemma == lemma]
    assert events, [s.event.lemma for s in reading.statements]
    return ({reading.entity(i).country for i in events[-1].actor}, {reading.entity(i).country for i in events[-1].recipient})


RAID = "Ethiopian jets bombed a Somali town on Monday. "


@pytest.mark.parametrize(
    ("text", "lemma", "actor", "recipient"),
    [
        (RAID + "Forty Somali civilians were killed in the raid.", "kill", "ETH", "SOM"),
        (RAID + "Kenya condemned the attack.", "condemn", "KEN", "ETH"),
        (RAID + "Kenya condemned the attack and urged an inquiry.", "urge", "KEN", "ETH"),
        (RAID + "Its warplanes then bombed a Somali port.", "bomb", "ETH", "SOM"),
    ],
    ids=["passive", "condemned", "request joined to it", "possessive"],
)
def test_the_one_attacker_of_a_report_is_filled_in(text: str, lemma: str, actor: str, recipient: str) -> None:
    actors, recipients = _sides(text, lemma)
    assert actor in actors
    assert recipient in recipients


def test_an_attacker_who_is_told_stays() -> None:
    actors, _ = _sides(RAID + "Somali gunmen killed two Ethiopian officers.", "kill")
    assert "ETH" not in actors


def test_two_attackers_give_none() -> None:
    text = "Ethiopian jets bombed a Somali town. Eritrean troops attacked a Somali village. Forty Somali civilians were killed on Sunday."
    assert _sides(text, "kill")[0] == set()
