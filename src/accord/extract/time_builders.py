"""What a pattern caught -> the fields of a time mention; one function for each shape of expression, None where the words are no time."""

from __future__ import annotations

import re

from accord.extract import time_tables as tables
from accord.extract.time_words import (
    Fields,
    Words,
    clock_of,
    count_of,
    day_number,
    duration_value,
    mod_of,
    month_number,
    shift_of,
    spoken_year_digits,
    unit_code,
    weekday_number,
    year_digits,
)
from accord.model.vocabulary import TimeType


def calendar(m: Words) -> Fields | None:
    """Month with day, year, weekday; refuses words in lower case."""
    month = month_number(m["month"])
    day = day_number(m["day"]) if m["day"] else None
    if month is None or (m["day"] and day is None):
        return None
    fields: dict[str, object] = {
        "kind": "calendar",
        "month": month,
        "day": day,
        "year": year_digits(m["year"] or m["short"]) or spoken_year_digits(m["spoken"]),
        "mod": mod_of(m),
    }
    if m["wd"]:
        fields["weekday"] = weekday_number(m)
    if m["shift"]:
        shift, anchor = shift_of(m)
        fields |= {"shift": shift, "anchor": anchor}
    return fields


def numeric_date(m: Words) -> Fields | None:
    """Reads "03/09/2021" (month first behind a slash where it can be) and "3.9.2021"."""
    a, b, year = int(m["a"]), int(m["b"]), year_digits(m["year"])
    slash = "/" in m["all"]
    month, day = (a, b) if (slash and a <= 12) or b > 12 else (b, a)
    return {"kind": "calendar", "month": month, "day": day, "year": year} if 1 <= month <= 12 and 1 <= day <= 31 else None


def iso_date(m: Words) -> Fields | None:
    """Reads "2021-09-03" and "2021-09-03T14:00"."""
    month, day = int(m["month"]), int(m["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    fields: dict[str, object] = {"kind": "calendar", "year": m["year"], "month": month, "day": day}
    if m["clock"]:
        fields |= {"clock": "T" + m["clock"][1:], "type": TimeType.TIME}
    return fields


DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "yesterdays": -1,
    "tomorrow": 1,
    "todays": 0,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}


def weekday(m: Words) -> Fields | None:
    """Reads "Tuesday", "last Friday", "Tuesday last week", "Friday night"; refuses words in lower case."""
    weekday = weekday_number(m)
    if weekday is None:
        return None
    shift, anchor = shift_of(m)
    fields: dict[str, object] = {"kind": "weekday", "weekday": weekday, "shift": shift, "anchor": anchor, "mod": mod_of(m)}
    if m["part"]:
        fields |= {"part": tables.PARTS[m["part"].lower()], "type": TimeType.TIME}
    if m["week"]:
        fields["nth"] = {"last": -1, "this": 0, "next": 1}[m["week"].lower()]
    return fields


def day_word(m: Words) -> Fields:
    """Reads "today", "tomorrow night", "the day after tomorrow"."""
    word = m["word"].lower()
    fields: dict[str, object] = {"kind": "day", "shift": DAY_WORDS[word], "mod": mod_of(m)}
    part = "NI" if word == "tonight" else tables.PARTS.get(m["part"].lower())
    if part:
        fields |= {"part": part, "type": TimeType.TIME}
    return fields


def part_of_day(m: Words) -> Fields:
    """Reads "this morning", "last night", "the next evening", "that afternoon"."""
    shift, anchor = shift_of(m)
    if m["all"].lower().startswith("the next"):
        anchor = "told"
    return {
        "kind": "day",
        "shift": shift,
        "anchor": anchor,
        "part": tables.PARTS[m["part"].lower()],
        "type": TimeType.TIME,
        "mod": mod_of(m),
    }


def period(m: Words) -> Fields | None:
    """Reads "last week", "earlier this month", "the following year"; "the past week" is a duration, "recent years" a vague one."""
    unit, words = unit_code(m["unit"]), m["shift"].lower()
    plural = m["unit"].lower().endswith("s") and unit != "CE"
    if plural:
        return None
    the = bool(m["the"])
    if words == "past" and unit not in {"Y", "WE"}:
        n, u = tables.DURATIONS[unit]
        return duration(float(n), u)
    shift, anchor = shift_of(m)
    if words == "next" and (the or unit == "D"):
        anchor = "told"
    # "The last day of talks" is a day of something, not a step from today.
    if unit[0] == "T" or (unit == "D" and anchor == "published"):
        return None
    if words == "last" and the and unit in {"DE", "CE"}:
        n, u = tables.DURATIONS[unit]
        return duration(float(n), u)
    return {"kind": "period", "unit": unit, "shift": shift, "anchor": anchor, "mod": mod_of(m)}


def duration(count: float | None, unit: str, mod: str | None = None) -> Fields:
    """The fields of a duration of `count` units, or of several where it is None."""
    return {"kind": "fixed", "type": TimeType.DURATION, "value": duration_value(count, unit), "mod": mod}


def counted_units(m: Words) -> Fields | None:
    """Reads "six months", "a few days", "two-year", "half an hour"; refuses "a second" and ages."""
    unit = unit_code(m["unit"])
    number = m["num"].lower()
    plural = m["unit"].lower().endswith("s")
    if number in {"a", "an"} and unit in {"TS", "CE", "Q"}:
        return None
    # "1000 hours" is a clock time, "the 1988 quarter" one of that year.
    if (unit == "TH" and re.fullmatch(r"[0-2]\d[0-5]\d", number)) or (not plural and re.fullmatch(r"(?:1[89]|20)\d\d", number)):
        return None
    if number in {"some", "many", "various"} and not plural:
        return None
    count = count_of(number)
    if count is not None and m["half"]:
        count += 0.5
    return duration(count, unit, mod_of(m) or ("APPROX" if "couple" in number else None))


def shifted_units(m: Words) -> Fields:
    """Reads "the past two months", "the next few days", "the first nine months": durations."""
    count = count_of(m["num"]) if m["num"] else None
    return duration(count, unit_code(m["unit"]), mod_of(m))


SIGNS = {
    "ago": -1,
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "prior": -1,
    "later": 1,
    "after": 1,
    "afterward": 1,
    "afterwards": 1,
    "from now": 1,
    "hence": 1,
    "on": 1,
}


def ago(m: Words) -> Fields | None:
    """Reads "three days ago", "a year earlier", "two weeks later": a step from the day of publication or from the time told last."""
    how = m["how"].lower()
    unit = unit_code(m["unit"])
    number = m["num"].lower()
    count = count_of(number) if number else None
    if m["half"] and count is not None:
        count += 0.5
    anchor = "published" if how in {"ago", "from now", "hence"} else "told"
    bare = not number and not m["unit"].lower().endswith("s")
    # "The second before" counts no seconds, and without a number only a year stands alone ("from year earlier").
    if (number in {"a", "an"} and unit == "TS") or (bare and unit != "Y"):
        return None
    mod = mod_of(m)
    if anchor == "told" and (unit[0] == "T" or (number and count is None)):
        # Hours from an event, or a few days: nobody can lay them on a calendar, the stretch is what is told.
        return duration(count, unit, mod)
    return {"kind": "ago", "unit": unit, "count": count, "shift": SIGNS[how], "anchor": anchor, "mod": mod}


def the_unit(m: Words) -> Fields:
    """Reads "the day before", "the week after", "the night before"."""
    sign = SIGNS[m["how"].lower()]
    part = m["unit"].lower() if m["unit"].lower() in tables.PARTS else ""
    if part:
        return {"kind": "day", "shift": sign, "anchor": "told", "part": tables.PARTS[part], "type": TimeType.TIME}
    return {"kind": "ago", "unit": unit_code(m["unit"]), "count": 1.0, "shift": sign, "anchor": "told"}


def the_year(m: Words) -> Fields:
    """Reads "the year ended March 31" as a duration, "for the year" as the current one."""
    if m["ended"] in {"ended", "ending"}:
        return duration(1.0, "Y")
    return {"kind": "period", "unit": unit_code(m["unit"]), "shift": 0, "anchor": "published"}


def in_units(m: Words) -> Fields | None:
    """Reads "in two weeks": a day to come in the future tense, else a duration."""
    count = count_of(m["num"])
    return {"kind": "in", "unit": unit_code(m["unit"]), "count": count, "shift": 1, "mod": mod_of(m)}


def season(m: Words) -> Fields:
    """Reads "last summer", "the winter of 2019"."""
    shift, anchor = shift_of(m)
    return {
        "kind": "season",
        "season": tables.SEASONS[m["season"].lower()],
        "year": year_digits(m["year"]),
        "shift": shift,
        "anchor": anchor,
        "mod": mod_of(m),
    }


def decade(m: Words) -> Fields | None:
    """Reads "the late 1970s", "the '90s", "the nineties"."""
    text = m["decade"].lower().lstrip("'’‘").rstrip("s").rstrip("'’")
    tens = tables.DECADES.get(m["decade"].lower())
    if tens is None:
        tens = int(text) % 100
    century = text[:2] if len(text) == 4 else "19" if tens >= 20 else "20"
    return {"kind": "fixed", "value": f"{century}{tens // 10}X", "mod": mod_of(m)} if tens % 10 == 0 else None


def century(m: Words) -> Fields | None:
    """Reads "the 20th century", which is 19XX."""
    n = day_number(m["ord"])
    return {"kind": "fixed", "value": f"{n - 1:02d}XX", "mod": mod_of(m)} if n and n <= 22 else None


def year(m: Words) -> Fields:
    """Reads "2019", "fiscal 2019", "mid-2019"."""
    return {"kind": "calendar", "year": year_digits(m["year"]), "mod": mod_of(m)}


def spoken_year(m: Words) -> Fields | None:
    """Reads "nineteen ninety-seven" and "two thousand and five"; refuses "twenty two"."""
    first, rest = m["a"].lower(), count_of(m["b"]) if m["b"] else None
    if m["thousand"]:
        return {"kind": "calendar", "year": str(2000 + int(rest or 0))} if first == "two" and (rest or 0) < 100 else None
    if first not in {"nineteen", "eighteen"} or rest is None or rest >= 100:
        return None
    return {"kind": "calendar", "year": str(int(count_of(first) or 0) * 100 + int(rest))}


def point_of(m: Words) -> Fields | None:
    """Reads "the end of the month", "the start of next year", "the end of November", "the close of 1990"."""
    mod = tables.MODS[m["point"].lower()]
    if m["unit"]:
        if unit_code(m["unit"])[0] == "T":
            return None
        word = (m["rel"] or "this").lower()
        shift, anchor = tables.SHIFTS.get(word, (0, "published"))
        return {"kind": "period", "unit": unit_code(m["unit"]), "shift": shift, "anchor": anchor, "mod": mod}
    if m["month"]:
        month = month_number(m["month"])
        return {"kind": "calendar", "month": month, "year": year_digits(m["year"]), "mod": mod} if month else None
    return {"kind": "calendar", "year": year_digits(m["year"]), "mod": mod}


def reference(m: Words) -> Fields:
    """Reads "now", "recently", "the future"."""
    return {"kind": "fixed", "value": tables.REFERENCES[re.sub(r"\s+", " ", m["all"].lower())]}


def holiday(m: Words) -> Fields | None:
    """Reads "Christmas Eve", "last Thanksgiving"; refuses words in lower case."""
    name = m["holiday"].lower().replace("’", "'")
    shift = {"last": -1, "next": 1, "this": 0}.get(m["shift"].lower())
    if not m["holiday"][0].isupper():
        return None
    if name in tables.MOVABLE:
        month, weekday, nth = tables.MOVABLE[name]
        return {"kind": "holiday", "month": month, "weekday": weekday, "nth": nth, "shift": shift, "year": year_digits(m["year"])}
    month, day = tables.HOLIDAYS[name]
    return {"kind": "calendar", "month": month, "day": day, "shift": shift, "year": year_digits(m["year"])}


def nth_weekday(m: Words) -> Fields | None:
    """Reads "the last Sunday of February"."""
    weekday, month = weekday_number(m), month_number(m["month"])
    if weekday is None or month is None:
        return None
    nth = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}[m["which"].lower()]
    return {"kind": "holiday", "month": month, "weekday": weekday, "nth": nth, "year": year_digits(m["year"])}


def clock(m: Words) -> Fields | None:
    """A clock time, with a date before or behind it where one stands there."""
    clock = clock_of(m)
    if clock is None:
        return None
    fields: dict[str, object] = {"kind": "clock", "clock": clock, "type": TimeType.TIME, "mod": mod_of(m)}
    if m["wd"]:
        weekday = weekday_number(m)
        if weekday is None:
            return None
        fields |= {"kind": "weekday", "weekday": weekday}
    if m["month"]:
        month, day = month_number(m["month"]), day_number(m["day"])
        if month is None or day is None:
            return None
        fields |= {"kind": "calendar", "month": month, "day": day, "year": year_digits(m["year"])}
    if m["dayword"]:
        fields |= {"kind": "day", "shift": DAY_WORDS[m["dayword"].lower()]}
    return fields


def hour_in_part(m: Words) -> Fields | None:
    """Reads "8.30 in the morning", "four in the afternoon"."""
    hour = count_of(m["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    late = m["part"].lower() in {"afternoon", "evening", "night"}
    h = int(hour) % 12 + (12 if late else 0)
    return {"kind": "clock", "clock": f"T{h:02d}:{m['mi'] or '00'}", "type": TimeType.TIME}


def late_in_part(m: Words) -> Fields:
    """Reads "by mid afternoon": of the day of publication."""
    return {"kind": "day", "shift": 0, "part": tables.PARTS[m["part"].lower()], "type": TimeType.TIME, "mod": mod_of(m)}


def overnight(_: Words) -> Fields:
    """The night before the day of publication."""
    return {"kind": "day", "shift": -1, "part": "NI", "type": TimeType.TIME}


def weekend(_: Words) -> Fields:
    """Reads "the weekend": which one, the tense tells."""
    return {"kind": "period", "unit": "WE", "shift": None, "anchor": "published"}


def several_units(m: Words) -> Fields:
    """Reads "for years", "recent weeks", "decades-long"."""
    return duration(None, unit_code(m["unit"]))


def a_while(_: Words) -> Fields:
    """A stretch of no unit at all."""
    return {"kind": "fixed", "type": TimeType.DURATION, "value": "PXX"}
