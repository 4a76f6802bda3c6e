"""TIMEX3 values and steps -> days and values: the arithmetic of the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from accord.extract import time_tables as tables

_DAY_VALUE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def parse_day(value: str | None) -> date | None:
    """The day of an ISO 8601 date or a TIMEX3 value of day precision, else None."""
    m = _DAY_VALUE.match(value or "")
    return safe_date(int(m[1]), int(m[2]), int(m[3])) if m else None


def safe_date(year: int, month: int, day: int) -> date | None:
    """A date, or None for 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; a negative `nth` means the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def value_start(value: str) -> date | None:
    """First day of a DATE value."""
    m = re.match(r"(\d{4})(?:-(?:W(\d\d)|Q(\d)|H(\d)|(SP|SU|FA|WI)|(\d\d)(?:-(\d\d))?))?", value)
    if not m:
        return None
    year = int(m[1])
    if m[2]:
        return date.fromisocalendar(year, max(1, min(52, int(m[2]))), 1)
    month = int(m[3]) * 3 - 2 if m[3] else int(m[4]) * 6 - 5 if m[4] else tables.SEASON_STARTS[m[5]] if m[5] else int(m[6] or 1)
    return safe_date(year, month, int(m[7] or 1))


def step_value(anchor: date, unit: str, steps: float) -> str:
    """The unit that lies `steps` from the one that holds `anchor`, at the precision of the unit."""
    n = int(steps)
    if unit.startswith("T"):
        hours = {"TH": steps, "TM": steps / 60, "TS": steps / 3600}[unit]
        return (anchor + timedelta(days=int(hours / 24))).isoformat()
    if unit == "D":
        return (anchor + timedelta(days=n)).isoformat()
    if unit in {"W", "F"}:
        year, week, _ = (anchor + timedelta(weeks=n * (2 if unit == "F" else 1))).isocalendar()
        return f"{year}-W{week:02d}"
    if unit in {"M", "Q"}:
        months = anchor.year * 12 + anchor.month - 1 + n * (3 if unit == "Q" else 1)
        return f"{months // 12}-Q{months % 12 // 3 + 1}" if unit == "Q" else f"{months // 12}-{months % 12 + 1:02d}"
    if unit == "Y" and steps != n:
        months = anchor.year * 12 + anchor.month - 1 + round(steps * 12)
        return f"{months // 12}-{months % 12 + 1:02d}"
    if unit == "Y":
        return f"{anchor.year + n:04d}"
    if unit == "DE":
        return f"{anchor.year // 10 + n:03d}X"
    return f"{anchor.year // 100 + n:02d}XX"
