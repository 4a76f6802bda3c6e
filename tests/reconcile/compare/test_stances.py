"""A party that is sorry and not to blame, a threat and its end, a denial and what is denied."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.vocabulary import Relation
from accord.reconcile.align import align
from accord.reconcile.compare import stances

pytestmark = pytest.mark.model

_CASES = {
    "sorry, not to blame": ("The ferry company apologised to the families.", "The ferry company sees no fault of its own.", 1),
    "no apology": ("The ferry company refused to apologise.", "The ferry company sees no fault of its own.", 0),
    "empty threat": ("The dockers have threatened a strike.", "No docker has carried out the threat of a strike.", 1),
    "denied": (
        "Soldiers from Chad burned the village of Tine on Monday.",
        "Chad denied that its soldiers had burned the village of Tine.",
        1,
    ),
    "deny somebody something": ("Soldiers burned the bridge at Tine.", "The plan is to deny the soldiers the bridge at Tine.", 0),
    "nothing of the sort": ("The ferry sails at noon.", "The ferry is white.", 0),
}


@pytest.mark.parametrize(("a", "b", "count"), _CASES.values(), ids=_CASES)
def test_stances(a: str, b: str, count: int) -> None:
    story = align([read_closely(hand.parsed(t, i, published="2024-05-02")) for t, i in ((a, "a"), (b, "b"))])
    assert [d.relation for d in stances.compare(story)] == [Relation.TENSION] * count
