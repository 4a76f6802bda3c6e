"""What a copy does to the wording that it took over."""

from __future__ import annotations

import time

import pytest

import hand
from accord.model.reading import Reading
from accord.model.vocabulary import EditKind
from accord.reconcile.edits import find_edits

SHIP = "a grain ship ran onto the reef off Lamu on Friday and the harbour master closed the channel to all traffic until dawn"
TUG = "two tugs from Mombasa reached the wreck at noon and began to pump fuel out of its tanks"
NAMES = {"Lamu", "Mombasa", "Friday", "Kilifi"}


def reading(words: str, name: str = "a") -> Reading:
    """Words as one sentence; numbers and the names above are tagged."""
    if not words:
        return Reading(report=hand.report("", name), sentences=(), published=hand.report("").published)
    tags = (
        "NUM CD" if w[0].isdigit() else "PROPN NNP" if w in NAMES else "PUNCT ." if not w[0].isalnum() else "NOUN NN" for w in words.split()
    )
    rows = "\n".join(f"{w} {w.lower()} {tag} ROOT {k}" for k, (w, tag) in enumerate(zip(words.split(), tags, strict=True)))
    return Reading(
        report=hand.report(words, name), sentences=(hand.sentence(rows, report_id=name),), published=hand.report(words).published
    )


def shown(first: str, second: str) -> list[tuple[EditKind, str, str, bool]]:
    """Kind, words of the first, words of the second, whether a fact is changed."""
    edits = find_edits(reading(first), reading(second, "b"))
    return [(e.kind, e.first.of(first), e.second.of(second), e.is_fact) for e in edits]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(SHIP, SHIP, [], id="same"),
        pytest.param(SHIP, SHIP.upper(), [], id="capitals"),
        pytest.param(f"{SHIP} U.S. coast guard", f"{SHIP} , US coastguard .", [], id="spelling-and-punctuation"),
        pytest.param(SHIP, SHIP.replace("Friday", "Kilifi"), [(EditKind.REPLACED, "Friday", "Kilifi", True)], id="name"),
        pytest.param(f"{SHIP} 12 crew", f"{SHIP} 14 crew", [(EditKind.REPLACED, "12", "14", True)], id="number"),
        pytest.param(f"{SHIP} it leaks", f"{SHIP} it never leaks", [(EditKind.ADDED, "", "never", True)], id="negation"),
        pytest.param(SHIP, SHIP.replace("grain ", ""), [(EditKind.DROPPED, "grain", "", False)], id="dropped-word"),
        pytest.param(f"{SHIP} {TUG}", TUG, [(EditKind.DROPPED, SHIP, "", True)], id="dropped-passage"),
        pytest.param(SHIP, f"{SHIP} {TUG}", [(EditKind.ADDED, "", TUG, True)], id="added-passage"),
        pytest.param(
            SHIP,
            SHIP.replace("ran onto the reef", "hit a reef"),
            [(EditKind.REPLACED, "ran onto the", "hit a", False)],
            id="near-edits-are-one",
        ),
        pytest.param("", SHIP, [(EditKind.ADDED, "", SHIP, True)], id="empty"),
        pytest.param("", "", [], id="nothing"),
    ],
)
def test_edits(first: str, second: str, expected: list[tuple[EditKind, str, str, bool]]) -> None:
    assert shown(first, second) == expected


def test_a_passage_that_stands_elsewhere_is_moved_and_not_lost() -> None:
    end = "nobody was hurt and the cargo of wheat can be saved the owner wrote to its insurers in the evening"
    assert shown(f"{SHIP} {TUG} {end}", f"{TUG} {end} {SHIP}") == [(EditKind.MOVED, SHIP, SHIP, False)]


def test_an_empty_side_says_where_the_words_would_stand() -> None:
    (edit,) = find_edits(reading(SHIP), reading(SHIP.replace("grain ", ""), "b"))
    assert (edit.second.start, edit.second.end) == (1, 1)


@pytest.mark.parametrize("words", [" ".join(f"w{k}" for k in range(30_000)), "the " * 6_000], ids=["long", "one-word"])
def test_long_reports_take_no_long_time(words: str) -> None:
    first, second = reading(words.strip()), reading(words.strip() + " more words at last", "b")
    start = time.perf_counter()
    edits = find_edits(first, second)
    assert time.perf_counter() - start < 5
    assert [(e.kind, len(e.second)) for e in edits] == [(EditKind.ADDED, len("more words at last"))]
