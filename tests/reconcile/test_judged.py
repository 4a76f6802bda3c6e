"""Pairs with their probabilities, and which sentences one finding joins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.passages import Passage
from accord.model.reading import Quantity, Reading
from accord.reconcile.judged import Judged, groups, judge
from accord.reconcile.looks import look
from accord.reconcile.passages import Facing
from accord.reconcile.trees import Trees
from bag_comparer import BagComparer, Seen, place, reading

NOTHING = Passage((), (), ())


def facing(a: int, i: int, b: int, j: int) -> Facing:
    return Facing(a=a, i=i, b=b, j=j, passages=(NOTHING, NOTHING), closeness=0.5, view=Seen().view((NOTHING, NOTHING)))


def pair(words: str) -> tuple[Facing, float]:
    """ "a1 b2 0.5": sentence 1 of the first report, sentence 2 of the second, and how likely."""
    left, right, score = words.split()
    return facing("abcdef".index(left[0]), int(left[1:]), "abcdef".index(right[0]), int(right[1:])), float(score)


def grouped(rows: str, least: float = 0.3) -> str:
    found = [pair(words) for words in rows.split(", ")] if rows else []
    out = groups([f for f, _ in found], [score for _, score in found], least)
    return ", ".join(" ".join(f"{'abcdef'[report]}{sentence}" for report, sentence in group) for group in out)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("a1 b2 0.5", "a1 b2", id="one pair"),
        pytest.param("a1 b2 0.3", "a1 b2", id="just likely enough"),
        pytest.param("a1 b2 0.29", "", id="not likely enough"),
        pytest.param("a1 b2 nan", "", id="no number"),
        pytest.param("a1 b2 0.5, a3 b4 0.9", "a3 b4, a1 b2", id="the likeliest first"),
        pytest.param("a1 b2 0.5, a3 b4 0.5", "a1 b2, a3 b4", id="of equals in the order of the pairs"),
        pytest.param("a1 b2 0.5, a1 c3 0.9", "a1 c3 b2", id="a third report joins"),
        pytest.param("a1 b2 0.5, b2 c3 0.9", "b2 c3 a1", id="a third report joins on either side"),
        pytest.param("a1 b2 0.9, a1 b5 0.8", "a1 b2", id="one sentence of a report"),
        pytest.param("a1 b2 0.9, b2 c3 0.8, a7 c3 0.7", "a1 b2 c3", id="also by way of a third"),
        pytest.param("a1 b2 0.9, a1 c3 0.8, b2 c3 0.7", "a1 b2 c3", id="a pair inside a group adds nothing"),
        pytest.param("a1 b2 0.9, c3 d4 0.8, b2 c3 0.7", "a1 b2, c3 d4", id="two groups stay two"),
        pytest.param("a1 b2 0.9, a1 b5 0.8, b5 c6 0.7", "a1 b2, b5 c6", id="who could not join is free for another"),
        pytest.param("a1 b2 0.9, a1 c3 0.8, c3 d4 0.7, d4 e5 0.6", "a1 b2 c3 d4 e5", id="a chain"),
    ],
)
def test_groups(pairs: str, expected: str) -> None:
    assert grouped(pairs) == expected


PAIRS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 4), st.integers(0, 3), st.sampled_from((0.1, 0.3, 0.5, 0.7, 0.9))),
    max_size=30,
).map(lambda rows: [(facing(a, i, b, j), s) for a, i, b, j, s in rows if a < b])


@given(PAIRS)
def test_a_sentence_is_in_one_group_and_a_group_has_one_sentence_of_a_report(pairs: list[tuple[Facing, float]]) -> None:
    found = groups([f for f, _ in pairs], [s for _, s in pairs], 0.3)
    members = [sentence for group in found for sentence in group]
    assert len(members) == len(set(members))
    assert all(2 <= len(group) == len({report for report, _ in group}) for group in found)
    likely = {frozenset(((f.a, f.i), (f.b, f.j))): s for f, s in sorted(pairs, key=lambda p: p[1]) if s >= 0.3}
    # Every member hangs on an earlier one by a likely pair, and nobody likely is left out without need.
    assert all(any(frozenset((x, y)) in likely for y in group[:k]) for group in found for k, x in enumerate(group) if k)
    assert all(set(pair) & set(members) for pair in likely)
    if likely:
        assert likely[frozenset(found[0][:2])] == max(likely.values())


def fixed(names: Mapping[str, str]) -> Mapping[str, Trees]:
    """For each name trees of which the log-odds are one feature, in steps of one from -5 to 5."""
    steps = [k + 0.5 for k in range(-5, 5)]
    stumps = tuple(((0, step, 1, 2), (-1, -0.5, 0, 0), (-1, 0.5, 0, 0)) for step in steps)
    return {name: Trees(features=(feature,), base=0.0, trees=stumps) for name, feature in names.items()}


def judged(told: Sequence[Reading], comparer: BagComparer) -> tuple[Judged, ...]:
    """Pairs of readings as a comparer sees them."""
    return judge(told, look(told, (), comparer), comparer)


def test_pairs_are_judged_by_the_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = fixed({"figures": "unit", "differences": "view_difference", "agreements": "view_agreement"})
    monkeypatch.setattr("accord.reconcile.judged.trees", kept.__getitem__)
    told = [reading("a", "Nine miners died/VBD*"), reading("b", "Ten miners died/VBD*"), reading("c", "Nine miners died/VBD* there")]
    seen = {("Nine", "Ten"): Seen(difference=3.0), ("Nine", "there"): Seen(agreement=2.0)}
    found = judged(told, BagComparer(seen))
    assert [(j.facing.a, j.facing.b) for j in found] == [(0, 1), (0, 2), (1, 2)]
    high, some, low = 0.952574, 0.880797, 0.017986  # of log-odds 3, 2 and -4
    assert [j.difference for j in found] == pytest.approx([high, low, low], abs=1e-6)
    assert [j.agreement for j in found] == pytest.approx([low, some, low], abs=1e-6)
    assert judged([], BagComparer()) == judged(told[:1], BagComparer()) == ()


def test_what_figures_say_reaches_the_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trees of figures that hold every two of one unit to be of one thing, trees of differences that go by a clash of such."""
    kept = fixed({"figures": "unit", "differences": "figures_clash", "agreements": "figures_fit"})
    monkeypatch.setattr("accord.reconcile.judged.trees", kept.__getitem__)

    def toll(name: str, number: int) -> Reading:
        told = reading(name, f"{number} miners/NNS died/VBD*")
        count = Quantity(span=place(told, f"{number} miners"), sentence=0, low=number, high=number, exact=number, unit="miner", head=1)
        return replace(told, quantities=(count,))

    clash, fit = (judged([toll("a", 9), toll("b", n)], BagComparer())[0] for n in (10, 9))
    assert clash.difference > fit.difference
    assert fit.agreement > clash.agreement
