"""Who did it: culprits, claims, doers; and what must stay silent."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned, align
from accord.reconcile.compare import actors

pytestmark = pytest.mark.model

_LEAD = "A bomb exploded at a bus station in Garissa on Monday."
_DEAL = "Kenya and Uganda reached a deal on the lake in Kisumu on Monday."


def _story(*texts: str) -> Aligned:
    return align([read_closely(hand.parsed(t, n, published="2024-02-07")) for t, n in zip(texts, "abc", strict=False)])


_FOUND = {
    "two culprits": (
        f"{_LEAD} Police blamed rebels for the bombing.", f"{_LEAD} Villagers blamed the army for the bombing.",
        Relation.CONTRADICTION, Aspect.ACTOR, "who is to blame for the bombing",
    ),
    "one names both": (
        f"{_LEAD} Police blamed rebels for the bombing.",
        f"{_LEAD} Police blamed rebels for the bombing. Villagers blamed the army for the attack.",
        Relation.TENSION, Aspect.ACTOR, "who is to blame for the bombing",
    ),
    "claimed later": (
        f"{_LEAD} Nobody has claimed responsibility.", f"{_LEAD} Al-Shabaab claimed responsibility for the bombing.",
        Relation.UPDATE, Aspect.STANCE, "who has claimed responsibility for the bombing",
    ),
    "two doers": (
        f"{_DEAL} William Ruto signed the deal on the lake.", f"{_DEAL} Musalia Mudavadi signed the deal on the lake.",
        Relation.CONTRADICTION, Aspect.ACTOR, "who signed the deal",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "aspect", "subject"), _FOUND.values(), ids=_FOUND)
def test_difference(a: str, b: str, relation: Relation, aspect: Aspect, subject: str) -> None:
    found = list(actors.compare(_story(a, b)))
    assert [(d.relation, d.aspect, d.subject) for d in found] == [(relation, aspect, subject)]
    assert {v.report_id for v in found[0].values} == {"a", "b"}


_SILENT = {
    "one camp, two names": (f"{_LEAD} Police blamed rebels for the bombing.", f"{_LEAD} Police blamed guerrillas for the bombing."),
    "one leaves it out": (f"{_LEAD} Police blamed rebels for the bombing.", f"{_LEAD} Shops stayed shut."),
    "only supposed": (f"{_LEAD} Police blamed rebels for the bombing.", f"{_LEAD} It is unclear if the army carried out the bombing."),
    "one person, named twice": (f"{_DEAL} William Ruto signed the deal on the lake.", f"{_DEAL} Ruto signed the deal on the lake."),
    "other deeds": (f"{_DEAL} William Ruto signed the deal on the lake.", f"{_DEAL} Musalia Mudavadi hosted a dinner in Kisumu."),
    "another year's": (
        f"{_DEAL} William Ruto led the talks on the lake.",
        f"{_DEAL} Musalia Mudavadi led the talks on the lake in 2009.",
    ),
    "each his own": (f"{_DEAL} William Ruto announced his candidacy.", f"{_DEAL} Musalia Mudavadi announced his candidacy."),
    "both told by one": (
        f"{_DEAL} William Ruto signed the deal on the lake. Musalia Mudavadi signed the deal on the lake.",
        f"{_DEAL} Musalia Mudavadi signed the deal on the lake.",
    ),
}


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: str, b: str) -> None:
    assert list(actors.compare(_story(a, b))) == []
