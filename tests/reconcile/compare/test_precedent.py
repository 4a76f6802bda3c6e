from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.vocabulary import Relation
from accord.reconcile.align import Aligned
from accord.reconcile.compare import precedent

pytestmark = pytest.mark.model

_CASES = {
    "first since against never": (
        "It is the first regatta in Zanzibar since 1994.",
        "Never before has Zanzibar hosted a regatta.",
        Relation.CONTRADICTION,
    ),
    "first against first in years": (
        "It is the first time that Kenya has sent rowers to the regatta.",
        "For Kenya it is the first regatta with rowers of its own in years.",
        Relation.CONTRADICTION,
    ),
    "both first": (
        "It is the first time that Kenya has sent rowers to the regatta.",
        "For the first time Kenya has sent rowers to the regatta.",
        Relation.EQUIVALENCE,
    ),
    "since two years": (
        "It is the first regatta in Zanzibar since 1994.",
        "It is the first regatta in Zanzibar since 2003.",
        Relation.CONTRADICTION,
    ),
    "of other things": (
        "It is the first regatta in Zanzibar since 1994.",
        "Never before has Kenya exported so much tea to Norway.",
        None,
    ),
    "an order is no precedent": ("The first boat came in at noon.", "Never before has Zanzibar hosted a regatta.", None),
    "during it, since it began": (
        "It is the first regatta in Zanzibar since the drought began.",
        "It is the first regatta in Zanzibar during the drought.",
        Relation.EQUIVALENCE,
    ),
    "because is no precedent": ("They did not race since the sea was rough.", "Never before has Zanzibar hosted a regatta.", None),
}


@pytest.mark.parametrize(("a", "b", "relation"), _CASES.values(), ids=_CASES)
def test_two_reports(a: str, b: str, relation: Relation | None) -> None:
    readings = tuple(read_closely(hand.parsed(t, i, published="2024-02-07")) for t, i in ((a, "a"), (b, "b")))
    forward = [d.relation for d in precedent.compare(Aligned(readings=readings))]
    backward = [d.relation for d in precedent.compare(Aligned(readings=readings[::-1]))]
    assert forward == backward == ([relation] if relation else [])
