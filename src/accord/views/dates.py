"""ISO 8601 and TIMEX3 values -> dates as a reader says them ("3 Sep 2025", "week of 1 Sep 2025", "Oct 2025")."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future", "": "no date"}
_PART_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour", "DE": "decade", "CE": "century"}
_DATE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d{2})(?:-(?P<d>\d{2}))?|W(?P<w>\d{2})(?:-(?P<wd>[1-7]|WE))?|Q(?P<q>[1-4])|H(?P<h>[12])|(?P<s>SP|SU|FA|AU|WI)))?"
    r"(?:T(?P<t>[\dA-Z:.+-]+))?$"
)


def say_date(value: str) -> str:
    """A TIMEX3 value in short English; a value that has no plain wording comes back as it is."""
    if value in _REFERENCES:
        return _REFERENCES[value]
    if decade := re.fullmatch(r"(\d{3})X", value):
        return f"{decade[1]}0s"
    if century := re.fullmatch(r"(\d{2})XX", value):
        return f"{century[1]}00s"
    if duration := re.fullmatch(r"PT?(\d+(?:\.\d+)?|X)(DE|CE|[DWMYH])", value):
        number, unit = duration[1].replace("X", "some"), _UNITS[duration[2]]
        return f"{number} {unit}" + ("s" if number != "1" else "")
    if yearless := re.fullmatch(r"XXXX-(0[1-9]|1[0-2])(?:-(\d{2}))?", value):
        return f"{int(yearless[2])} {_MONTHS[int(yearless[1]) - 1]}" if yearless[2] else _MONTHS[int(yearless[1]) - 1]
    m = _DATE.match(value)
    return _say_match(m, value) if m else value


def _say_match(m: re.Match[str], value: str) -> str:
    year = m["y"]
    try:
        if m["w"]:
            said = _say_week(int(year), int(m["w"]), m["wd"])
        elif m["d"]:
            day = date(int(year), int(m["m"]), int(m["d"]))
            said = f"{day.day} {_MONTHS[day.month - 1]} {year}"
        elif m["m"]:
            said = f"{_MONTHS[date(int(year), int(m['m']), 1).month - 1]} {year}"
        elif m["s"]:
            said = f"{_SEASONS[m['s']]} {year}"
        else:
            part = f"Q{m['q']} " if m["q"] else f"{('first', 'second')[int(m['h']) - 1]} half of " if m["h"] else ""
            said = part + year
    except ValueError:
        return value
    return f"{said}, {_PART_OF_DAY.get(m['t'], m['t'])}" if m["t"] else said


def _say_week(year: int, week: int, day: str | None) -> str:
    if day and day != "WE":
        one = date.fromisocalendar(year, week, int(day))
        return f"{one.day} {_MONTHS[one.month - 1]} {one.year}"
    monday = date.fromisocalendar(year, week, 6 if day else 1)
    return f"{'weekend' if day else 'week'} of {monday.day} {_MONTHS[monday.month - 1]} {monday.year}"


def say_dates(text: str) -> str:
    """A label of our own with its ISO 8601 days said; not for words of a report."""
    return re.sub(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])", lambda m: say_date(m[0]), text)


def say_range(earliest: str | None, latest: str | None) -> str:
    """An interval of days: "3 Sep 2025", "28 – 30 Aug 2025", "29 Aug – 3 Sep 2025"; "" if both ends are open."""
    if earliest is None or latest is None:
        return f"since {say_date(earliest)}" if earliest else f"until {say_date(latest)}" if latest else ""
    if earliest == latest:
        return say_date(earliest)
    first, last = say_date(earliest), say_date(latest)
    if len(earliest) == len(latest) == len("2025-09-03") and earliest[:4] == latest[:4]:
        first = first.split()[0] if earliest[:7] == latest[:7] else first.rpartition(" ")[0]
    return f"{first} – {last}"
