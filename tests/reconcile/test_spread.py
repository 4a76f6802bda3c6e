"""Which reports of a story of very many are laid side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

import hand
from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.reconcile.order import sort_key
from accord.reconcile.reconcile import tell_stories
from accord.reconcile.spread import MOST, completed, representatives

FIRST = date(2022, 4, 1)


def reading(name: str, day: int, words: str) -> Reading:
    """A report of one long sentence; the same words make a copy."""
    made = hand.report(f"{words} {name}", name, published=(FIRST + timedelta(days=day)).isoformat())
    rows = "\n".join(f"{words}{k} {words}{k} NOUN NN dep 0" for k in range(40))
    return Reading(report=made, sentences=(hand.sentence(rows, report_id=name),), published=made.published)


def own(count: int) -> list[Reading]:
    return [reading(f"r{n:03}", n, f"w{chr(97 + n % 26)}{chr(97 + n // 26)}") for n in range(count)]


def names(readings: tuple[Reading, ...]) -> list[str]:
    return [r.report.id for r in readings]


@pytest.mark.parametrize("count", [0, 1, MOST])
def test_all_of_a_story_that_is_not_too_large(count: int) -> None:
    assert names(representatives(own(count)[::-1])) == [r.report.id for r in own(count)]


def test_the_reports_are_spread_over_time_from_the_first_to_the_last() -> None:
    assert names(representatives(own(101), 5)) == ["r000", "r025", "r050", "r075", "r100"]
    assert names(representatives(own(3), 1)) == ["r002"]


def test_of_copies_the_newest_stands_for_all() -> None:
    copies = [reading(f"c{n}", 2 * n, "wire") for n in range(4)]
    rows = [*copies, *own(3)]
    assert names(representatives(rows, 4)) == ["r000", "r001", "r002", "c3"]


def test_copies_fill_what_is_left() -> None:
    copies = [reading(f"c{n}", n, "wire") for n in range(6)]
    assert names(representatives([*copies, *own(2)], 5)) == names(tuple(sorted([copies[0], copies[4], copies[5], *own(2)], key=sort_key)))


def test_the_order_of_input_changes_nothing() -> None:
    rows = [*own(60), *(reading(f"c{n}", n, "wire") for n in range(20))]
    assert representatives(rows) == representatives(rows[::-1])


def test_the_others_are_named_and_told_as_copies() -> None:
    rows = [*(reading(f"c{n}", n, "wire") for n in range(3)), *own(2)]
    chosen = representatives(rows, 3)
    (told,) = tell_stories([chosen])
    whole = completed(told, rows)
    assert set(names(chosen)) == {"c2", "r000", "r001"}
    assert set(whole.left_out) == {ReportId("c0"), ReportId("c1")}
    assert set(whole.report_ids) == {r.report.id for r in rows}
    assert set(whole.copies) == {("c0", "c2"), ("c1", "c2")}
    assert whole.newest == "c2"


def test_a_story_told_whole_stays_as_it_is() -> None:
    rows = own(2)
    (told,) = tell_stories([rows])
    assert completed(told, rows) == replace(told, left_out=())
