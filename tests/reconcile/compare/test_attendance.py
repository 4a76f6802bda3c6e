from __future__ import annotations

from dataclasses import replace

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.vocabulary import Relation
from accord.reconcile.align import Aligned, align
from accord.reconcile.compare import attendance, tensions

pytestmark = pytest.mark.model

_LEAD = (
    "Leaders of twelve countries will gather in Ottawa on 14 May 2024 for a summit on the Arctic. The summit is the largest of its kind."
)
_CASES = {
    "the same": ("Finland will attend the summit.", "Finland will take part in the summit.", {}, Relation.EQUIVALENCE),
    "open, then settled": ("Finland is weighing whether to attend the summit.", "Finland will attend the summit.", {}, Relation.UPDATE),
    "there or not": ("Finland will attend the summit.", "Finland will not attend the summit.", {}, Relation.CONTRADICTION),
    "there, then not": ("Finland will attend the summit.", "Finland will not attend the summit.", {(0, 1): -1}, Relation.UPDATE),
    "host": ("Canada will attend the summit.", "Canada will host the summit.", {}, Relation.EQUIVALENCE),
}


def _story(a: str, b: str, order: dict[tuple[int, int], int]) -> Aligned:
    readings = tuple(read_closely(hand.parsed(f"{_LEAD} {t}", i, published="2024-05-02")) for t, i in ((a, "a"), (b, "b")))
    return replace(align(readings), order=order)


@pytest.mark.parametrize(("a", "b", "order", "relation"), _CASES.values(), ids=_CASES)
def test_two_reports(a: str, b: str, order: dict[tuple[int, int], int], relation: Relation) -> None:
    found = list(attendance.compare(_story(a, b, order)))
    assert [d.relation for d in found] == [relation]
    assert {v.report_id for v in found[0].values} == {"a", "b"}


def test_silence_is_no_finding() -> None:
    assert list(attendance.compare(_story("Finland will attend the summit.", "The hotels are full.", {}))) == []


def test_a_group_against_its_member() -> None:
    story = _story("Western leaders are unlikely to attend.", "Slovakia's president will attend the summit.", {})
    found = list(tensions.compare(story))
    assert [d.relation for d in found] == [Relation.TENSION]


def test_a_group_against_somebody_else() -> None:
    assert list(tensions.compare(_story("Western leaders are unlikely to attend.", "India will attend the summit.", {}))) == []
