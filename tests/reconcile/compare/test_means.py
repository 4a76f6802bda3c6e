"""Weapons: sorts that exclude each other, and what must stay silent. Without the model: sentences are tagged by hand."""

from __future__ import annotations

import pytest

import hand
import tagged
from accord.model.reading import Reading
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned, Match
from accord.reconcile.compare import means


def _reading(name: str, *words: str) -> Reading:
    rows, at = [], 0
    for index, w in enumerate(words):
        rows.append(tagged.sentence(w, index=index, start=at))
        at = rows[-1].span.end + 1
    report = hand.report(tagged.text(*rows), name)
    return Reading(report=report, sentences=tuple(rows), published=report.published)


def _story(a: tuple[str, ...], b: tuple[str, ...], *, matched: bool = True) -> Aligned:
    match = (Match(0, 0, 1, 0, 0.5),) if matched else ()
    return Aligned(readings=(_reading("a", *a), _reading("b", *b)), matches=match)


_MORTARS = "The army hit/VBD* the village/NN with/IN mortars/NNS in the attack/NN ."
_HOWITZERS = "The army hit/VBD* the village/NN with/IN howitzers/NNS in the attack/NN ."
_DRONES = "A drone/NN hit/VBD* the village/NN in the attack/NN ."
_CAR_BOMB = "A bomb/NN in a car/NN exploded/VBD* ."
_CYCLE_BOMB = "A bomb/NN on a motorcycle/NN exploded/VBD* ."
_CAR = "A car/NN passed/VBD* ."

_FOUND = {
    "fire": ((_MORTARS,), (_HOWITZERS,), "weapon that fired", {"mortars", "howitzers"}),
    "bearer": ((_CAR_BOMB,), (_CYCLE_BOMB,), "what carried the bomb", {"car", "motorcycle"}),
}


@pytest.mark.parametrize(("a", "b", "subject", "values"), _FOUND.values(), ids=_FOUND)
def test_difference(a: tuple[str, ...], b: tuple[str, ...], subject: str, values: set[str]) -> None:
    found = list(means.compare(_story(a, b)))
    assert [(d.relation, d.aspect, d.subject) for d in found] == [(Relation.CONTRADICTION, Aspect.MEANS, subject)]
    assert {v.value for v in found[0].values} == values


_SILENT = {
    "the same": ((_MORTARS,), (_MORTARS,)),
    "other sorts": ((_MORTARS,), (_DRONES,)),
    "a car without a bomb": ((_CAR,), (_CYCLE_BOMB,)),
    "one tells both": ((_MORTARS, _HOWITZERS), (_HOWITZERS,)),
    "nothing to compare": ((_MORTARS,), ("The village/NN slept/VBD* .",)),
}


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    assert list(means.compare(_story(a, b))) == []


def test_sentences_of_other_things_are_not_compared() -> None:
    assert list(means.compare(_story((_MORTARS,), (_HOWITZERS,), matched=False))) == []
