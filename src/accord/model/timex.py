"""TIMEX3 values as intervals of days, so that dates of different precision can be compared."""

from __future__ import annotations

import re
from datetime import date, timedelta

_SEASON = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 2)}
_PATTERN = re.compile(
    r"(?P<y>\d{4}|\d{3}X|\d{2}XX)(?:-(?:W(?P<w>\d{2})(?:-(?P<wd>\d|WE))?|Q(?P<q>[1-4])|H(?P<h>[12])|(?P<s>SP|SU|FA|AU|WI)"
    r"|(?P<m>\d{2})(?:-(?P<d>\d{2}))?))?(?:T.*)?$"
)


def interval(value: str) -> tuple[date, date] | None:
    """First and last day that a DATE or TIME value may mean, both inclusive.

    None for durations, sets, references such as PRESENT_REF, and values with an unknown year.
    """
    m = _PATTERN.match(value)
    if not m:
        return None
    year, width = int(m["y"].replace("X", "0")), 10 ** m["y"].count("X")
    try:
        if width > 1:
            return date(year, 1, 1), date(year + width - 1, 12, 31)
        if m["w"]:
            return _week(year, int(m["w"]), m["wd"])
        if m["q"] or m["h"]:
            months = 3 if m["q"] else 6
            first = (int(m["q"] or m["h"]) - 1) * months + 1
            return date(year, first, 1), _month_end(year, first + months - 1)
        if m["s"]:
            first, last = _SEASON[m["s"]]
            return date(year, first, 1), _month_end(year + (last < first), last)
        if m["d"]:
            day = date(year, int(m["m"]), int(m["d"]))
            return day, day
        if m["m"]:
            return date(year, int(m["m"]), 1), _month_end(year, int(m["m"]))
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _week(year: int, week: int, day: str | None) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    if day == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if day:
        one = monday + timedelta(days=int(day) - 1)
        return one, one
    return monday, monday + timedelta(days=6)


def _month_end(year: int, month: int) -> date:
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)


def disjoint(a: str, b: str) -> bool:
    """Whether two values certainly mean different days; False where one of them cannot be told."""
    x, y = interval(a), interval(b)
    return x is not None and y is not None and (x[1] < y[0] or y[1] < x[0])


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` is a day of `outer`."""
    x, y = interval(outer), interval(inner)
    return x is not None and y is not None and x[0] <= y[0] and y[1] <= x[1]
