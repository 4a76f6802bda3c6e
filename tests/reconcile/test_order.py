import pytest

import hand
from accord.model.reading import Reading
from accord.model.report import Published
from accord.model.vocabulary import DateBasis
from accord.reconcile.order import compare_age, newest, sort_key, time_order


def reading(name: str, first: str | None, last: str | None = None) -> Reading:
    when = Published(earliest=first, latest=last or first, basis=DateBasis.STATED) if first else Published()
    return Reading(report=hand.report(name, name), sentences=(), published=when)


@pytest.mark.parametrize(
    ("a", "b", "age"),
    [
        pytest.param(("2024-05-01", None), ("2024-05-02", None), -1, id="older"),
        pytest.param(("2024-05-03", None), ("2024-05-02", None), 1, id="newer"),
        pytest.param(("2024-05-02", None), ("2024-05-02", None), 0, id="same-day"),
        pytest.param(("2024-05-01", "2024-05-04"), ("2024-05-02", None), None, id="overlap"),
        pytest.param((None, None), ("2024-05-02", None), None, id="undated"),
    ],
)
def test_compare_age(a: tuple[str | None, str | None], b: tuple[str | None, str | None], age: int | None) -> None:
    x, y = reading("x", *a), reading("y", *b)
    assert compare_age(x, y) == age
    assert compare_age(y, x) == (None if age is None else -age)


def test_newest_needs_to_be_plainly_newer_than_all() -> None:
    old, late, vague = reading("a", "2024-05-01"), reading("b", "2024-05-03"), reading("c", "2024-05-01", "2024-05-09")
    assert newest([old, late]) == 1
    assert newest([old, late, vague]) is None
    assert newest([late]) is None


def test_undated_reports_sort_last_and_pairs_without_order_are_absent() -> None:
    rows = sorted([reading("x", None), reading("y", "2024-05-03"), reading("z", "2024-05-01")], key=sort_key)
    assert [r.report.id for r in rows] == ["z", "y", "x"]
    assert time_order(rows) == {(0, 1): -1}
