"""Dates as a reader says them."""

from __future__ import annotations

import pytest

from accord.views.dates import say_date, say_dates, say_range


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2031-03-14", "14 Mar 2031"),
        ("2031-03", "Mar 2031"),
        ("2031", "2031"),
        ("203X", "2030s"),
        ("20XX", "2000s"),
        ("2025-W36", "week of 1 Sep 2025"),
        ("2025-W36-WE", "weekend of 6 Sep 2025"),
        ("2025-W36-2", "2 Sep 2025"),
        ("2031-Q2", "Q2 2031"),
        ("2031-H2", "second half of 2031"),
        ("2031-SU", "summer 2031"),
        ("2031-03-14T10:30", "14 Mar 2031, 10:30"),
        ("2031-03-14TNI", "14 Mar 2031, night"),
        ("XXXX-03-14", "14 Mar"),
        ("XXXX-03", "Mar"),
        ("P3D", "3 days"),
        ("P1Y", "1 year"),
        ("PXM", "some months"),
        ("PAST_REF", "in the past"),
        ("", "no date"),
        ("2031-13-40", "2031-13-40"),
        ("2031-02-30", "2031-02-30"),
        ("2025-W60", "2025-W60"),
        ("six of them", "six of them"),
    ],
)
def test_say_date(value: str, said: str) -> None:
    assert say_date(value) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2031-03-05", "2031-03-05", "5 Mar 2031"),
        ("2031-03-05", "2031-03-07", "5 – 7 Mar 2031"),
        ("2031-02-27", "2031-03-02", "27 Feb – 2 Mar 2031"),
        ("2030-12-30", "2031-01-02", "30 Dec 2030 – 2 Jan 2031"),
        ("2031-03-05", None, "since 5 Mar 2031"),
        (None, "2031-03-05", "until 5 Mar 2031"),
        (None, None, ""),
    ],
)
def test_say_range(earliest: str | None, latest: str | None, said: str) -> None:
    assert say_range(earliest, latest) == said


def test_say_dates_in_a_label() -> None:
    assert say_dates("talks, 2031-03-14; file 2031-03-14-a; 12031-03-14") == "talks, 14 Mar 2031; file 2031-03-14-a; 12031-03-14"
