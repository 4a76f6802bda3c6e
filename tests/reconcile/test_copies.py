import hand
from accord.model.reading import Reading
from accord.reconcile.copies import find_copies


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
