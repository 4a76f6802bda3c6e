"""Every wording of the table says just what the table has it say, of just those parties."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import attendance_wordings as wordings
import hand
from accord.extract.close_reading import read_closely
from accord.reconcile.align import align
from accord.reconcile.attendance import find_attendance

pytestmark = pytest.mark.model


def _rows() -> Iterator[tuple[str, str, frozenset[tuple[str, ...]]]]:
    for lead, table in wordings.TABLES.items():
        for line in table.strip().splitlines():
            words, _, told = line.partition(" | ")
            yield lead, words, frozenset(tuple(p.split()) for p in told.split(", ") if p != "-")


_GAP = pytest.mark.xfail(reason="notyet: a wording that no rule reads", strict=True)
_CASES = [
    pytest.param(lead, words, told, id=f"{lead}: {words}", marks=[_GAP] if words in wordings.GAPS else []) for lead, words, told in _rows()
]


@pytest.mark.parametrize(("lead", "words", "told"), _CASES)
def test_wording(lead: str, words: str, told: frozenset[tuple[str, ...]]) -> None:
    text = f"{wordings.LEADS[lead]} {words}"
    tables = find_attendance(align([read_closely(hand.parsed(text, published=wordings.PUBLISHED[lead]))]))
    assert {(e.country, s.status.value) for t in tables for e in t.entries for s in e.statuses} == told
