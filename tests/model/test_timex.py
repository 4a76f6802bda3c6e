from datetime import date

import pytest

from accord.model.timex import contains, disjoint, interval

D = date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-09-03", (D(2025, 9, 3), D(2025, 9, 3))),
        ("2025-09-03T10:00", (D(2025, 9, 3), D(2025, 9, 3))),
        ("2025-09-03TNI", (D(2025, 9, 3), D(2025, 9, 3))),
        ("2025-09", (D(2025, 9, 1), D(2025, 9, 30))),
        ("2024-02", (D(2024, 2, 1), D(2024, 2, 29))),
        ("2024-12", (D(2024, 12, 1), D(2024, 12, 31))),
        ("2025", (D(2025, 1, 1), D(2025, 12, 31))),
        ("199X", (D(1990, 1, 1), D(1999, 12, 31))),
        ("19XX", (D(1900, 1, 1), D(1999, 12, 31))),
        ("2025-W36", (D(2025, 9, 1), D(2025, 9, 7))),
        ("2025-W36-3", (D(2025, 9, 3), D(2025, 9, 3))),
        ("2025-W36-WE", (D(2025, 9, 6), D(2025, 9, 7))),
        ("2021-Q1", (D(2021, 1, 1), D(2021, 3, 31))),
        ("2021-H2", (D(2021, 7, 1), D(2021, 12, 31))),
        ("2020-SU", (D(2020, 6, 1), D(2020, 8, 31))),
        ("2020-WI", (D(2020, 12, 1), D(2021, 2, 28))),
        ("P6M", None),
        ("PT48H", None),
        ("PRESENT_REF", None),
        ("XXXX-09-03", None),
        ("XXXX-WXX-5", None),
        ("2025-02-30", None),
        ("2021-W53", None),
        ("", None),
    ],
)
def test_interval(value: str, expected: tuple[date, date] | None) -> None:
    assert interval(value) == expected


def test_a_week_and_its_day_are_not_disjoint() -> None:
    assert not disjoint("2025-W36", "2025-09-03")
    assert contains("2025-W36", "2025-09-03")
    assert not contains("2025-09-03", "2025-W36")


def test_two_days_are_disjoint_and_unknown_ones_are_not() -> None:
    assert disjoint("2025-09-03", "2025-09-04")
    assert not disjoint("2025-09-03", "XXXX-09-04")
    assert not disjoint("P1D", "2025-09-03")
