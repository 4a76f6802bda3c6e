from hypothesis import given
from hypothesis import strategies as st

import hand
from accord.model.reading import Reading
from accord.reconcile.copies import find_copies, is_copy, shingles, sketch


def reading(name: str, words: str) -> Reading:
    rows = "\n".join(f"{w} {w.lower()} NOUN NN ROOT {k}" for k, w in enumerate(words.split()))
    sent = hand.sentence(rows, report_id=name)
    return Reading(report=hand.report(words, name), sentences=(sent,), published=hand.report(words, name).published)


WIRE = (
    "ferry sank off the northern cape late on Sunday with forty passengers aboard"
    " and coast guard boats searched all night for survivors near the reef"
)
OTHER = (
    "minister resigned after the vote on the budget and a caretaker cabinet will run the treasury"
    " until spring when new elections are due nationwide"
)


def test_reports_that_share_their_wording_are_copies() -> None:
    edited = "Officials say " + WIRE.replace("late on Sunday", "on Sunday evening")
    assert find_copies([reading("a", WIRE), reading("b", OTHER), reading("c", edited)]) == ((0, 2),)


def test_one_shared_sentence_part_is_no_copy() -> None:
    quoted = OTHER + " coast guard boats searched all night for survivors"
    assert find_copies([reading("a", WIRE), reading("b", quoted)]) == ()


def test_empty_reports_have_no_copies() -> None:
    empty = Reading(report=hand.report("", "e"), sentences=(), published=hand.report("").published)
    assert find_copies([empty, empty]) == ()
    assert find_copies([]) == ()


def test_shingles_are_the_same_in_every_process() -> None:
    found = shingles(reading("a", WIRE))
    assert len(found) == len(WIRE.split()) - 4
    assert sketch(found)[:3] == (131079806, 305449628, 390929018)
    assert shingles(reading("a", "four words only here")) == frozenset()


def test_a_copy_in_a_longer_report_is_met_in_the_sketch() -> None:
    long, short = (shingles(reading("a", " ".join(f"word{k}" for k in range(n)))) for n in (600, 300))
    assert is_copy(long, short)
    assert set(sketch(long)) & set(sketch(short))


@given(st.sets(st.integers(0, 10**6), max_size=200), st.sets(st.integers(0, 10**6), max_size=200))
def test_a_sketch_is_the_least_of_a_set(one: set[int], other: set[int]) -> None:
    found = sketch(one)
    assert list(found) == sorted(one)[: len(found)]
    assert len(found) == min(len(one), 48)
    # What is among the least of both together is in the sketch of whichever has it.
    assert set(sketch(one | other)) & one <= set(found)
