"""What a pattern caught -> the fields of a TIMEX3 set: times that come again."""

from __future__ import annotations

from accord.extract import time_tables as tables
from accord.extract.time_words import Fields, Words, count_of, duration_value, month_number, unit_code, weekday_number
from accord.model.vocabulary import TimeType


def every(m: Words) -> Fields | None:
    """Reads "every Monday", "each year", "every two weeks", "every other day"."""
    if m["wd"]:
        weekday = weekday_number(m)
        return {"kind": "fixed", "type": TimeType.SET, "value": f"XXXX-WXX-{weekday}"} if weekday else None
    if m["month"]:
        month = month_number(m["month"])
        return {"kind": "fixed", "type": TimeType.SET, "value": f"XXXX-{month:02d}"} if month else None
    if m["part"]:
        return {"kind": "fixed", "type": TimeType.SET, "value": f"XXXX-XX-XXT{tables.PARTS[m['part'].lower()]}"}
    if m["season"]:
        return {"kind": "fixed", "type": TimeType.SET, "value": f"XXXX-{tables.SEASONS[m['season'].lower()]}"}
    count = (count_of(m["num"]) if m["num"] else 2.0 if m["other"] else 1.0) or 1.0
    return {"kind": "fixed", "type": TimeType.SET, "value": duration_value(count, unit_code(m["unit"]))}


def weekdays(m: Words) -> Fields | None:
    """Reads "Mondays", "Tuesday nights": sets."""
    weekday = tables.WEEKDAYS.get(m["wd"].lower())
    part = tables.PARTS.get(m["part"].lower())
    value = f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    return {"kind": "fixed", "type": TimeType.SET, "value": value} if m["wd"][0].isupper() else None


def frequency(m: Words) -> Fields:
    """Reads "daily", "weekly"."""
    return {"kind": "fixed", "type": TimeType.SET, "value": tables.FREQUENCIES[m["all"].lower()]}


def per_unit(m: Words) -> Fields:
    """Reads "twice a week", "per year"."""
    return {"kind": "fixed", "type": TimeType.SET, "value": duration_value(1.0, unit_code(m["unit"].replace("annum", "year")))}
