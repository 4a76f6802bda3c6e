"""One act of one sentence is one event, with the day on which it was done."""

from __future__ import annotations

import pytest

import hand
from accord.extract.events import code_events
from extract.event_cases import coded, read

pytestmark = pytest.mark.model

ONCE = [
    pytest.param(
        "ASSAULT", 1, "Kenya bombed Uganda, killing ten Ugandan soldiers and wounding two.", id="a blow with its dead and wounded"
    ),
    pytest.param("ASSAULT", 1, "Two Ugandan soldiers were killed and ten Ugandan farmers wounded by Kenya.", id="the dead and the wounded"),
    pytest.param("ASSAULT", 1, "Ten Ugandan soldiers were killed in a Kenyan air strike.", id="verb and noun"),
    pytest.param("CONSULT", 1, "Kenya met Uganda for talks.", id="to meet for talks"),
    pytest.param(
        "CONSULT", 2, "Kenya's president hopes to meet Uganda's, with whom he had three summits in 2018.", id="talks of another day"
    ),
    pytest.param("ASSAULT", 2, "Kenya bombed Uganda and Ethiopia shelled Kenya.", id="two blows"),
]


@pytest.mark.parametrize(("kind", "times", "text"), ONCE)
def test_how_often(kind: str, times: int, text: str) -> None:
    assert [row[0] for row in coded(text)].count(kind) == times


def test_joined_event_keeps_all_sides() -> None:
    (row,) = [r for r in coded("Ten Ugandan soldiers were killed in a Kenyan air strike.") if r[0] == "ASSAULT"]
    assert row[1:3] == ("KEN", "UGA")


TIMES = [
    pytest.param("Kenya said on Tuesday that its jets had bombed Uganda.", "bombed", None, id="the day of telling is not that of the deed"),
    pytest.param(
        "Kenya said on Tuesday that it rejected Uganda's offer.", "rejected", "2024-04-09", id="words are done when they are said"
    ),
    pytest.param("Kenya, which bombed Uganda, voted on Tuesday.", "bombed", None, id="an aside has a time of its own"),
    pytest.param("On Tuesday Kenya bombed Uganda.", "bombed", "2024-04-09", id="the clause's own"),
    pytest.param("It was in 2015 when Kenya bombed Uganda.", "bombed", "2015", id="the time that the clause is about"),
]


@pytest.mark.parametrize(("text", "trigger", "value"), TIMES)
def test_time(text: str, trigger: str, value: str | None) -> None:
    source = read(hand.parsed(text), "2024-04-10")
    (found,) = [s.event for s in code_events(source) if s.event.trigger.of(text) == trigger]
    assert (found.time.value if found.time else None) == value


def test_gathering_on_an_anniversary_has_its_day() -> None:
    text = (
        "China holds a parade in Beijing next week. The parade will mark the 80th anniversary of the victory over Japan."
        " Cuba's president will attend the parade."
    )
    source = read(hand.parsed(text), "2025-08-28")
    attending = [s.event.time.value for s in code_events(source) if s.event.lemma == "attend" and s.event.time]
    assert attending == ["2025-09-03"]


def test_mediation_that_is_tried_is_one() -> None:
    rows = coded("Kenya is working to broker peace between Uganda and Ethiopia.")
    assert ("CONSULT", "KEN", "ETH UGA", "asserted") in rows
