"""Faults inside a report: offices out of time, remarks told twice, claims that defeat themselves; and what must not be called one."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned, align
from accord.reconcile.compare import incoherence, offices, repetition

pytestmark = pytest.mark.model


def _story(text: str, published: str = "2024-02-07") -> Aligned:
    return align([read_closely(hand.parsed(text, published=published))])


@pytest.mark.parametrize(
    ("text", "published", "faults"),
    [
        ("President Mauricio Macri opened a bridge in Buenos Aires.", "2024-02-07", 1),
        ("President Mauricio Macri opened a bridge in Buenos Aires.", "2017-02-07", 0),
        ("Former President Mauricio Macri opened a bridge in Buenos Aires.", "2024-02-07", 0),
        ("The road was built under President Mauricio Macri.", "2024-02-07", 0),
        ("President Mauricio Macri opened the bridge in 2017.", "2024-02-07", 0),
        ("President Mauricio Macri opened a bridge while President Javier Milei looked on.", "2024-02-07", 0),
        ("President Barack Obama gave a speech in Chicago.", "2024-02-07", 0),
        ("Kofi Annan, the Secretary-General of the United Nations, opened the meeting.", "2015-02-07", 1),
        ("Kofi Annan, the Secretary-General of the United Nations, opened the meeting.", "2005-02-07", 0),
        ("Kofi Annan, a former Secretary-General of the United Nations, opened the meeting.", "2015-02-07", 0),
        ("In Lima, Peru's President Fernando Belaunde received the miners.", "1989-02-07", 1),
        ("In Lima, Peru's President Fernando Belaunde received the miners.", "1984-02-07", 0),
    ],
    ids=[
        "gone",
        "in office",
        "marked",
        "history",
        "past year",
        "true holder named",
        "courtesy",
        "head of the UN",
        "in time",
        "once head",
        "of the last century",
        "in his time",
    ],
)
def test_offices(text: str, published: str, faults: int) -> None:
    found = list(offices.compare(_story(text, published)))
    assert [d.relation for d in found] == [Relation.ANACHRONISM] * faults


def test_offices_say_who_and_since_when() -> None:
    found = next(offices.compare(_story("President Mauricio Macri opened a bridge in Buenos Aires.")))
    assert "10 December 2019" in found.explanation
    assert "Javier" in found.explanation


_FILLER = "The harbour was quiet. Nets hung from the rails. A ferry came in at noon. Rain is forecast for the weekend."


@pytest.mark.parametrize(
    ("first", "second", "faults"),
    [
        (
            "Amina Odhiambo, a Mombasa-based hydrologist at a coastal institute, said the lagoon would lose half of its mangroves.",
            "A Mombasa-based hydrologist at a coastal institute warned that the lagoon would lose half of its mangroves within years.",
            1,
        ),
        (
            "The lagoon feeds nine villages and two small towns along the northern shore, the council said.",
            "The lagoon feeds nine villages and two small towns along the northern shore, and it is shrinking.",
            1,
        ),
        (
            "The lagoon feeds nine villages and two small towns along the northern shore of the bay.",
            "The lagoon feeds nine villages and two small towns along the northern shore, and it is shrinking.",
            0,
        ),
        ("The lagoon feeds nine villages.", "The council met on Tuesday about the budget of the harbour.", 0),
        ("Storms killed 12 people in the northern district on Monday.", "Storms killed 31 people in the southern district on Friday.", 0),
        (
            'Father Tomas Brandl, a parish priest of Gmunden, said that "the ferry is our bread and our road".',
            "One clergyman of Gmunden likewise called the boat the loaf and the street of his people.",
            1,
        ),
        (
            'Father Tomas Brandl, a parish priest of Gmunden, said that "the ferry is our bread and our road".',
            "One clergyman of Linz warned that the mine would close within a year.",
            0,
        ),
    ],
    ids=["unnamed is named", "printed twice", "printed twice by nobody", "different", "other numbers", "paraphrased", "another speaker"],
)
def test_repetition(first: str, second: str, faults: int) -> None:
    text = f"The lagoon is in danger. Its people wait. {_FILLER} {first} {_FILLER} {second}"
    # The filler stands twice word for word, in sentences too short to count.
    assert len(list(repetition.compare(_story(text)))) == faults


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Kenya and Uganda share a lake. Both countries have sent aid to Uganda.", Aspect.ACTOR),
        ("Kenya and Uganda share a lake. Both countries have sent aid to Malawi.", None),
        ("Kenya and Uganda share a lake. Both countries have sent aid to each other.", None),
        ("The port moved 40 tons of goods: 20 tons of tea, 15 tons of maize and 12 tons of rice.", Aspect.COUNT_OTHER),
        ("The port moved 47 tons of goods: 20 tons of tea, 15 tons of maize and 12 tons of rice.", None),
        ("The port moved 40 tons of goods: 20 tons of tea and 15 tons of maize.", None),
        ("Of the 60 sailors, 25 have gone home and 41 are still in port.", Aspect.COUNT_OTHER),
        ("Of the 60 sailors, 25 have gone home and 35 are still in port.", None),
        ("Of the 60 sailors, 25, 12 of them cooks, have gone home and 30 are in port.", None),
        ("Six people were killed: two guards, a driver and the cook.", Aspect.COUNT_KILLED),
        ("Four people were killed: two guards, a driver and the cook.", None),
        ("Six people were killed, among them two guards, a driver and the cook.", None),
    ],
    ids=[
        "helps itself",
        "helps another",
        "each other",
        "parts over total",
        "parts fit",
        "parts short of total",
        "of the total",
        "shares fit",
        "part of a part",
        "closed list",
        "list fits",
        "open list",
    ],
)
def test_incoherence(text: str, aspect: Aspect | None) -> None:
    found = list(incoherence.compare(_story(text)))
    assert [d.aspect for d in found] == ([aspect] if aspect else [])
    assert all(d.relation == Relation.INCOHERENT for d in found)
