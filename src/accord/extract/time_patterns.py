"""Patterns over the words of a sentence -> the parts of the time expressions that they spell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from accord.extract import time_tables as tables
from accord.extract.numbers import TENS
from accord.extract.numbers import UNITS as NUMBER_WORDS
from accord.model.vocabulary import TimeType

Fields = Mapping[str, object]


class Words(dict[str, str]):
    """What the groups of a pattern caught, "" for those that caught nothing; `all` is the whole match."""

    def __missing__(self, key: str) -> str:
        """Groups that a pattern lacks caught nothing."""
        return ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One rule.

    Attributes:
        name: For tests and for walking a mention back to its rule.
        triggers: Keys of `trigger_keys`; the pattern is tried only in sentences that have one of them.
        build: Match to the fields of a `TimeMention`; None refuses.
    """

    name: str
    triggers: frozenset[str]
    regex: re.Pattern[str]
    build: Callable[[Words], Fields | None]


def _alt(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


MONTH = rf"(?P<month>{_alt(w for w in tables.MONTHS if len(w) > 4 or w in ('june', 'july', 'may'))}|(?:{_alt(w for w in tables.MONTHS if len(w) < 5)})\b\.?)"
_WD_FULL = _alt(w for w in tables.WEEKDAYS if w.endswith("day"))
_WD = rf"(?P<wd>{_WD_FULL})"
_WD_ANY = rf"(?P<wd>{_WD_FULL}|(?:{_alt(w for w in tables.WEEKDAYS if not w.endswith('day'))})\b\.?)"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d|2100)(?!\d|,\d|\.\d)"
DAY = rf"(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)\b)?(?!\d|,\d{{3}}|[.:]\d|\s?(?:%|percent|per cent|million|billion))|(?:{_alt(tables.ORDINALS)})\b)"
_SMALL = _alt(w for w in NUMBER_WORDS if w != "zero")
_WORDNUM = rf"(?:(?:{_alt(TENS)})(?:[- ]?(?:one|two|three|four|five|six|seven|eight|nine))?|{_SMALL})"
NUM = (
    rf"(?P<num>\d[\d,]*(?:\.\d+)?(?:[- ]\d/\d)?|(?:{_WORDNUM}|an?)(?: (?:hundred|thousand|million|dozen))(?: (?:and )?{_WORDNUM})?|{_WORDNUM}"
    r"|half an?|an?|several|a few|few|a couple of|couple of|a couple|a couple more|a dozen|dozens of|scores of|hundreds of|thousands of|tens of thousands of|many"
    r"|a number of|a handful of|some|various)"
)  # fmt: skip
_TO_NUM = rf"(?:(?: to | or |-|–)(?:\d+|{_WORDNUM}))?"
UNIT = r"(?P<unit>seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|yrs?|decades?|centur(?:y|ies)|weekends?|millenni(?:um|a))\b"
_MODS = r"(?P<mod>early|earlier|late|later|mid|sometime)(?: in| on)?[- ](?:the )?"
_BOUND = rf"(?P<mod>{_alt(w for w, m in tables.MODS.items() if m not in ('START', 'END', 'MID') and w not in ('sometime', 'well', 'shortly'))}) "
_SHIFT = r"(?P<shift>this past|this last|this coming|this next|last|past|this|current|next|coming|upcoming|previous|preceding|prior|following|ensuing|same|that same|that|very next|very same)"
_PART = r"(?P<part>morning|afternoon|evening|night|midday|dawn|dusk|lunchtime)s?\b"
_ORD = rf"(?P<ord>\d{{1,2}}(?:st|nd|rd|th)|{_alt(tables.ORDINALS)})"
_POINT = r"(?P<point>end|beginning|start|middle|close|outset|midst)"
_CLOCK = (
    r"(?:(?P<h>[01]?\d|2[0-4])(?:[:.](?P<mi>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<ap>[ap]\.?\s?m\b\.?|o['’]clock)|(?P<h24>[01]?\d|2[0-4]):(?P<mi24>[0-5]\d)(?::[0-5]\d)?"
    r"|(?P<mil>[0-2]\d[0-5]\d)(?= ?(?:hours|hrs|gmt|utc|local)\b)|(?P<word>noon|midnight|midday))"
)  # fmt: skip
_ZONE = r"(?: ?\(?(?:gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|cet|cest|bst|ist|msk|local time|eastern(?: time)?|moscow time|hours|hrs)\)?)*"


# ------------------------------------------------------------------------------------------------ words to values


def month_number(text: str) -> int | None:
    """1 to 12; None for a lower-case word, which is no month."""
    word = text.rstrip(".")
    return tables.MONTHS.get(word.lower()) if word[:1].isupper() else None


def _weekday(m: Words) -> int | None:
    word = m["wd"].rstrip(".")
    return tables.WEEKDAYS.get(word.lower()) if word[:1].isupper() else None


def day_number(text: str) -> int | None:
    """1 to 31 from "3", "3rd" or "third"."""
    digits = re.match(r"\d+", text)
    n = int(digits[0]) if digits else tables.ORDINALS.get(text.lower(), 0)
    return n if 1 <= n <= 31 else None


def _year(text: str | None) -> str | None:
    if not text:
        return None
    digits = text.lstrip("'’‘")
    if len(digits) == 2:
        return ("19" if int(digits) >= 40 else "20") + digits
    return digits


def unit_code(text: str) -> str:
    """TIMEX3 unit of a unit word in singular or plural."""
    word = text.lower()
    word = {"mins": "minute", "min": "minute", "hrs": "hour", "hr": "hour", "yrs": "year", "yr": "year", "millennia": "millennium"}.get(word, word)
    return tables.UNITS.get(word) or tables.UNITS.get(word.removesuffix("s")) or "D"


def count_of(text: str) -> float | None:
    """Value of a number phrase; None for "several" and the like."""
    words = text.lower().replace(",", "")
    m = re.match(r"(\d+(?:\.\d+)?)(?:[- ](\d)/(\d))?$", words)
    if m:
        return float(m[1]) + (int(m[2]) / int(m[3]) if m[2] and int(m[3]) else 0)
    if words in {"a", "an"}:
        return 1.0
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2.0
    if words == "a dozen":
        return 12.0
    total, seen = 0.0, False
    for w in re.split(r"[- ]+", words):
        n = NUMBER_WORDS.get(w, TENS.get(w))
        if w in {"a", "an"}:
            total, seen = 1.0, True
        elif n is not None:
            total, seen = total + n, True
        elif w in {"hundred", "thousand", "million", "dozen"} and seen:
            total = (total or 1) * {"hundred": 100, "thousand": 1000, "million": 1e6, "dozen": 12}[w]
        elif w != "and":
            return None
    return total if seen else None


def _mod(m: Words, key: str = "mod") -> str | None:
    return tables.MODS.get(m[key].lower()) or None


def _shift(m: Words) -> tuple[int | None, str]:
    word = m["shift"]
    return tables.SHIFTS[word.lower()] if word else (None, "published")


def _clock(m: Words) -> str | None:
    if m["word"]:
        return {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}[m["word"].lower()]
    if m["mil"]:
        return f"T{m['mil'][:2]}:{m['mil'][2:]}" if int(m["mil"][:2]) <= 24 else None
    if m["h24"]:
        return f"T{int(m['h24']):02d}:{m['mi24']}"
    hour, minute, ap = int(m["h"]), m["mi"] or "00", m["ap"].lower()
    if hour > 12 and ap[0] in "ap":
        return f"T{hour:02d}:{minute}" if hour < 24 else None
    if ap[0] == "p" and hour < 12:
        hour += 12
    elif ap[0] == "a" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute}"


# ------------------------------------------------------------------------------------------------ builders


def _calendar(m: Words) -> Fields | None:
    """Month with day, year, weekday; refuses words in lower case."""
    month = month_number(m["month"])
    day = day_number(groups["day"]) if m["day"] else None
    if month is None or (m["day"] and day is None):
        return None
    fields: dict[str, object] = {"kind": "calendar", "month": month, "day": day, "year": _year(m["year"]), "mod": _mod(m)}
    if m["wd"]:
        fields["weekday"] = _weekday(m)
    if m["shift"]:
        shift, anchor = _shift(m)
        fields |= {"shift": shift, "anchor": anchor}
    return fields


def _numeric(m: Words) -> Fields | None:
    a, b, year = int(m["a"]), int(m["b"]), _year(m["year"])
    slash = "/" in m["all"]
    month, day = (a, b) if (slash and a <= 12) or b > 12 else (b, a)
    return {"kind": "calendar", "month": month, "day": day, "year": year} if 1 <= month <= 12 and 1 <= day <= 31 else None


def _iso(m: Words) -> Fields | None:
    month, day = int(m["month"]), int(m["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    fields: dict[str, object] = {"kind": "calendar", "year": m["year"], "month": month, "day": day}
    if m["clock"]:
        fields |= {"clock": "T" + m["clock"][1:], "type": TimeType.TIME}
    return fields


def _weekday_fields(m: Words) -> Fields | None:
    weekday = _weekday(m)
    if weekday is None:
        return None
    shift, anchor = _shift(m)
    fields: dict[str, object] = {"kind": "weekday", "weekday": weekday, "shift": shift, "anchor": anchor, "mod": _mod(m)}
    if m["part"]:
        fields |= {"part": tables.PARTS[m["part"].lower()], "type": TimeType.TIME}
    if m["week"]:
        fields["nth"] = {"last": -1, "this": 0, "next": 1}[m["week"].lower()]
    return fields


_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "yesterdays": -1, "tomorrow": 1, "todays": 0, "day after tomorrow": 2, "day before yesterday": -2}


def _day_word(m: Words) -> Fields:
    word = m["word"].lower()
    fields: dict[str, object] = {"kind": "day", "shift": _DAYS[word], "mod": _mod(m)}
    part = "NI" if word == "tonight" else tables.PARTS.get(m["part"].lower())
    if part:
        fields |= {"part": part, "type": TimeType.TIME}
    return fields


def _part_fields(m: Words) -> Fields:
    """"this morning", "last night", "the next evening", "that afternoon"."""
    shift, anchor = _shift(m)
    return {"kind": "day", "shift": shift, "anchor": anchor, "part": tables.PARTS[m["part"].lower()], "type": TimeType.TIME, "mod": _mod(m)}


def _period(m: Words) -> Fields | None:
    """"last week", "earlier this month", "the following year"; "the past week" is a duration, "recent years" a vague one."""
    unit, words = unit_code(m["unit"]), m["shift"].lower()
    plural = m["unit"].lower().endswith("s") and unit != "CE"
    if plural:
        return None
    the = bool(m["the"])
    if words == "past" and unit not in {"Y", "WE"}:
        n, u = tables.DURATIONS[unit]
        return _duration(float(n), u)
    shift, anchor = _shift(m)
    if unit[0] == "T":
        return None
    if words == "last" and the and unit in {"DE", "CE"}:
        n, u = tables.DURATIONS[unit]
        return _duration(float(n), u)
    return {"kind": "period", "unit": unit, "shift": shift, "anchor": anchor, "mod": _mod(m)}


def _duration(count: float | None, unit: str, mod: str | None = None) -> Fields:
    return {"kind": "fixed", "type": TimeType.DURATION, "value": duration_value(count, unit), "mod": mod}


def duration_value(count: float | None, unit: str) -> str:
    """TIMEX3 duration: `P6M`, `PT24H`, `PXY`; "two and a half years" is `P2Y6M`, in smaller units where they divide evenly."""
    times, code = tables.DURATIONS.get(unit, (1, unit))
    clock = "T" if code.startswith("T") else ""
    letter = code[-1]
    if count is None:
        return f"P{clock}X{'DE' if unit == 'DE' else 'CE' if unit == 'CE' else letter}"
    n = count * times
    whole, rest = int(n), n - int(n)
    smaller = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if clock else (30, "D"), "D": (24, "H"), "W": (7, "D")}
    if rest > 0 and letter in smaller:
        size, small = smaller[letter]
        part = f"{round(rest * size)}{small}"
        t = "T" if letter == "D" else ""
        return f"P{clock}{f'{whole}{letter}' if whole else ''}{t}{part}"
    return f"P{clock}{whole}{letter}"


def _count_unit(m: Words) -> Fields | None:
    """"six months", "a few days", "two-year", "half an hour"; refuses "a second" and ages."""
    unit = unit_code(m["unit"])
    number = m["num"].lower()
    plural = m["unit"].lower().endswith("s")
    if number in {"a", "an"} and unit in {"TS", "CE", "Q"}:
        return None
    if number in {"some", "many", "various"} and not plural:
        return None
    count = count_of(number)
    if count is not None and m["half"]:
        count += 0.5
    return _duration(count, unit, _mod(m) or ("APPROX" if "couple" in number else None))


def _bare_units(m: Words) -> Fields:
    return _duration(None, unit_code(m["unit"]))


def _recent_units(m: Words) -> Fields:
    return _duration(None, unit_code(m["unit"]))


def _shifted_count(m: Words) -> Fields:
    """"the past two months", "the next few days", "the first nine months": durations."""
    count = count_of(m["num"]) if m["num"] else None
    return _duration(count, unit_code(m["unit"]), _mod(m))


_SIGNS = {"ago": -1, "earlier": -1, "before": -1, "previously": -1, "prior": -1, "later": 1, "after": 1, "afterward": 1, "afterwards": 1, "from now": 1, "hence": 1, "on": 1}


def _ago(m: Words) -> Fields | None:
    """"three days ago", "a year earlier", "two weeks later": a step from the day of publication or from the time told last."""
    how = m["how"].lower()
    unit = unit_code(m["unit"])
    number = m["num"].lower()
    count = count_of(number) if number else None
    if m["half"] and count is not None:
        count += 0.5
    anchor = "published" if how in {"ago", "from now", "hence"} else "told"
    if number in {"a", "an"} and unit == "TS":
        return None
    mod = _mod(m)
    return {"kind": "ago", "unit": unit, "count": count, "shift": _SIGNS[how], "anchor": anchor, "mod": mod}


def _the_unit(m: Words) -> Fields:
    """"the day before", "the week after", "the night before"."""
    sign = _SIGNS[m["how"].lower()]
    part = m["unit"].lower() if m["unit"].lower() in tables.PARTS else ""
    if part:
        return {"kind": "day", "shift": sign, "anchor": "told", "part": tables.PARTS[part], "type": TimeType.TIME}
    return {"kind": "ago", "unit": unit_code(m["unit"]), "count": 1.0, "shift": sign, "anchor": "told"}


def _in_units(m: Words) -> Fields | None:
    count = count_of(m["num"])
    return {"kind": "in", "unit": unit_code(m["unit"]), "count": count, "shift": 1, "mod": _mod(m)}


def _quarter(m: Words) -> Fields | None:
    nth = int(groups["q"]) if m["q"] else day_number(m["ord"]) or 0
    if not 1 <= nth <= 4:
        return None
    fields: dict[str, object] = {"kind": "quarter", "nth": nth, "year": _year(m["year"]), "mod": _mod(m)}
    relative = m["rel"].lower()
    if relative:
        fields["shift"] = {"last": -1, "this": 0, "next": 1}[relative]
    elif m["ago"]:
        fields["shift"] = -1
    return fields


def _half(m: Words) -> Fields | None:
    nth = {"first": 1, "second": 2, "last": 2, "latter": 2}[m["which"].lower()]
    relative = m["rel"].lower()
    return {"kind": "half", "nth": nth, "year": _year(m["year"]), "shift": {"last": -1, "this": 0, "next": 1}.get(relative)}


def _season(m: Words) -> Fields:
    shift, anchor = _shift(m)
    return {"kind": "season", "season": tables.SEASONS[m["season"].lower()], "year": _year(m["year"]), "shift": shift, "anchor": anchor, "mod": _mod(m)}


def _decade(m: Words) -> Fields | None:
    text = m["decade"].lower().lstrip("'’‘").rstrip("s").rstrip("'’")
    tens = tables.DECADES.get(m["decade"].lower())
    if tens is None:
        tens = int(text) % 100
    century = text[:2] if len(text) == 4 else "19" if tens >= 20 else "20"
    return {"kind": "fixed", "value": f"{century}{tens // 10}X", "mod": _mod(m)} if tens % 10 == 0 else None


def _century(m: Words) -> Fields | None:
    n = day_number(m["ord"])
    return {"kind": "fixed", "value": f"{n - 1:02d}XX", "mod": _mod(m)} if n and n <= 22 else None


def _year_fields(m: Words) -> Fields:
    return {"kind": "calendar", "year": _year(m["year"]), "mod": _mod(m)}


def _spoken_year(m: Words) -> Fields | None:
    first = count_of(m["a"])
    if m["thousand"]:
        rest = count_of(m["b"]) if m["b"] else 0
        year = 2000 + int(rest or 0)
    else:
        year = int(first or 0) * 100 + int(count_ofm["b"] or 0)
    return {"kind": "calendar", "year": str(year)} if 1000 <= year <= 2100 else None


def _point_of(m: Words) -> Fields | None:
    """"the end of the month", "the start of next year", "the end of November", "the close of 1990"."""
    mod = tables.MODS[m["point"].lower()]
    if m["unit"]:
        word = (m["rel"] or "this").lower()
        shift, anchor = tables.SHIFTS.get(word, (0, "published"))
        return {"kind": "period", "unit": unit_code(m["unit"]), "shift": shift, "anchor": anchor, "mod": mod}
    if m["month"]:
        month = month_number(m["month"])
        return {"kind": "calendar", "month": month, "year": _year(m["year"]), "mod": mod} if month else None
    return {"kind": "calendar", "year": _year(m["year"]), "mod": mod}


def _every(m: Words) -> Fields | None:
    if m["wd"]:
        weekday = _weekday(m)
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


def _weekdays_plural(m: Words) -> Fields | None:
    weekday = tables.WEEKDAYS.get(m["wd"].lower())
    part = tables.PARTS.get(m["part"].lower())
    value = f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    return {"kind": "fixed", "type": TimeType.SET, "value": value} if m["wd"][0].isupper() else None


def _frequency(m: Words) -> Fields:
    return {"kind": "fixed", "type": TimeType.SET, "value": tables.FREQUENCIES[m["all"].lower()]}


def _per_unit(m: Words) -> Fields:
    return {"kind": "fixed", "type": TimeType.SET, "value": duration_value(1.0, unit_code(m["unit"].replace("annum", "year")))}


def _reference(m: Words) -> Fields:
    return {"kind": "fixed", "value": tables.REFERENCES[re.sub(r"\s+", " ", m["all"].lower())]}


def _holiday(m: Words) -> Fields | None:
    name = m["holiday"].lower().replace("’", "'")
    shift = {"last": -1, "next": 1, "this": 0}.get(m["shift"].lower())
    if not m["holiday"][0].isupper():
        return None
    if name in tables.MOVABLE:
        month, weekday, nth = tables.MOVABLE[name]
        return {"kind": "holiday", "month": month, "weekday": weekday, "nth": nth, "shift": shift, "year": _year(m["year"])}
    month, day = tables.HOLIDAYS[name]
    return {"kind": "calendar", "month": month, "day": day, "shift": shift, "year": _year(m["year"])}


def _clock_fields(m: Words) -> Fields | None:
    """A clock time, with a date before or behind it where one stands there."""
    clock = _clock(m)
    if clock is None:
        return None
    fields: dict[str, object] = {"kind": "clock", "clock": clock, "type": TimeType.TIME, "mod": _mod(m)}
    if m["wd"]:
        weekday = _weekday(m)
        if weekday is None:
            return None
        fields |= {"kind": "weekday", "weekday": weekday}
    if m["month"]:
        month, day = month_number(m["month"]), day_number(m["day"])
        if month is None or day is None:
            return None
        fields |= {"kind": "calendar", "month": month, "day": day, "year": _year(m["year"])}
    if m["dayword"]:
        fields |= {"kind": "day", "shift": _DAYS[m["dayword"].lower()]}
    return fields


def _half_clock(m: Words) -> Fields | None:
    """"8.30 in the morning", "four in the afternoon"."""
    hour = count_of(m["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    late = m["part"].lower() in {"afternoon", "evening", "night"}
    h = int(hour) % 12 + (12 if late else 0)
    return {"kind": "clock", "clock": f"T{h:02d}:{m['mi'] or '00'}", "type": TimeType.TIME}


# ------------------------------------------------------------------------------------------------ the table


_GROUP = re.compile(r"\(\?P<(\w+)>")


def _p(name: str, triggers: str, regex: str, build: Callable[[Words], Fields | None]) -> Pattern:
    return Pattern(name, frozenset(triggers.split()), re.compile(rf"(?<![\w$£€])(?:{_number_groups(regex)})(?!\w)", re.IGNORECASE), build)


def _number_groups(regex: str) -> str:
    """A group name may stand in several branches; `re` wants each once, so later ones get a number."""
    seen: dict[str, int] = {}

    def name(m: re.Match[str]) -> str:
        seen[m[1]] = seen.get(m[1], 0) + 1
        return m[0] if seen[m[1]] == 1 else f"(?P<{m[1]}_{seen[m[1]]}>"

    return _GROUP.sub(name, regex)


def caught(m: re.Match[str]) -> Words:
    """The groups of a match under their own names."""
    out = Words(all=m[0])
    for name, text in m.groupdict().items():
        if text:
            out.setdefault(name.partition("_")[0], text)
    return out


_REL_YEAR = r"(?: of)?(?:,? (?P<shift>last|this|next) year)?"
_QUARTER_OF = rf"(?:,? (?:of )?(?:fiscal )?{YEAR}| of (?P<rel>last|this|next) year)?"

PATTERNS: tuple[Pattern, ...] = (
    _p("iso", "digit", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?P<clock>[T ]\d\d:\d\d)?(?::\d\d)?Z?", _iso),
    _p("numeric", "digit", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)", _numeric),
    _p("month-day", "month", rf"(?:{_MODS})?(?:{_WD_ANY},? (?:the )?)?(?:the )?{MONTH} ?(?:the )?{DAY}(?:(?:, ?| |, in ){YEAR}{_REL_YEAR}|{_REL_YEAR})", _calendar),
    _p("day-month", "month", rf"(?:{_WD_ANY},? (?:the )?)?{DAY}(?: of|-)? ?{MONTH}(?:(?:,? |-){YEAR}| (?P<short>['’]?\d\d)(?! ?(?:%|percent|people|\w)))?(?:,? (?P<shift>last|this|next) year)?", _calendar),
    _p("month-year", "month", rf"(?:the )?(?:{_MODS})?{MONTH}(?:,? | of |-){YEAR}", _calendar),
    _p("month-spoken-year", "month", rf"{MONTH} (?P<x>nineteen (?:{_WORDNUM}))", _calendar),
    _p("month-relative", "month", rf"(?:{_MODS})?{MONTH}(?: of)?,? (?P<shift>last|this|next) year", _calendar),
    _p("month", "month", rf"(?:{_MODS})?(?:{_SHIFT} )?{MONTH}", _calendar),
    _p("weekday", "weekday", rf"(?:{_MODS})?(?:(?:on |the )?{_SHIFT} )?{_WD}(?:,? (?P<week>last|this|next) week)?(?: (?:at )?{_PART})?", _weekday_fields),
    _p("weekdays", "weekday", rf"(?P<wd>{_WD_FULL})s(?: {_PART})?|(?P<wd>{_WD_FULL}) (?:mornings|afternoons|evenings|nights)", _weekdays_plural),
    _p("day-word", "dayword", rf"(?:{_MODS})?(?:the )?(?P<word>day after tomorrow|day before yesterday|todays?|tonight|yesterdays?|tomorrow)(?: {_PART})?", _day_word),
    _p("part", "part", rf"(?:{_MODS}|the )?{_SHIFT} {_PART}", _part_fields),
    _p("overnight", "part", r"overnight", lambda _: {"kind": "day", "shift": -1, "part": "NI", "type": TimeType.TIME}),
    _p("period", "unit", rf"(?:{_MODS})?(?P<the>the )?{_SHIFT} (?:fiscal |calendar |trading |school |whole |entire )?{UNIT}", _period),
    _p("weekend", "unit", r"(?:over |during )?the weekend", lambda _: {"kind": "period", "unit": "WE", "shift": None, "anchor": "published"}),
    _p("shifted-count", "unit", rf"(?:{_BOUND})?(?:the )?(?P<shift>last|past|next|coming|first|previous|preceding|final|following|latest|initial) (?:{NUM}{_TO_NUM} )(?:more |full |consecutive |straight |trading |fiscal |or so )?{UNIT}(?: or so)?", _shifted_count),
    _p("recent", "unit", r"(?:the )?(?:recent|coming|past) (?P<unit>hours|days|weeks|months|quarters|years|decades|centuries)(?: ahead)?|the (?P<unit>hours|days|weeks|months|years|decades) ahead", lambda m: _duration(None, unit_code(m["unit"]))),
    _p("ago", "unit", rf"(?:{_BOUND})?(?:{NUM}{_TO_NUM} )?(?:trading |long |whole |full |short )?{UNIT}(?P<half> and a half)?(?: or so| or two)? (?P<how>ago|earlier|before(?! the\b| that\b| an?\b| his\b| her\b| their\b| its\b| it\b| he\b| she\b| they\b| we\b| [A-Z])|later|previously|from now|hence|afterwards?|after(?=[.,;]|$))", _ago),
    _p("the-unit", "unit part", r"the (?P<unit>day|week|month|year|night|morning|evening|afternoon) (?P<how>before(?! the\b| that\b| an?\b| his\b| her\b| their\b| its\b| [A-Z])|after(?=[.,;]|$)|earlier|previously)", _the_unit),
    _p("in-units", "unit", rf"(?<=in )(?:{_BOUND})?{NUM} {UNIT}(?:['’] time)?", _in_units),
    _p("count-unit", "unit", rf"(?:{_BOUND})?(?:the |another |an additional |each of the |every )?(?:{NUM}{_TO_NUM})(?: |-|–|- )(?:more |additional |full |whole |consecutive |straight |trading |working |long |solid |good |other |fiscal )?{UNIT}(?P<half> and a half)?(?:-long)?(?! ?-? ?old\b| of age\b|s['’]? old)", _count_unit),
    _p("bare-units", "unit", r"(?<=for )(?:many )?(?P<unit>years|decades|centuries|months|weeks|days|hours|minutes)|(?P<unit>years|decades|centuries|months|weeks|days|hours)(?: ?-? ?long\b)|(?<=in )(?P<unit>years|decades|months|weeks|days|hours|minutes)\b|(?<=after )(?P<unit>years|decades|months|weeks|days|hours) of|(?<=over the )(?P<unit>years|decades|centuries|months|weeks)", lambda m: _duration(None, unit_code(m["unit"]))),
    _p("while", "while", r"(?:for )?(?:quite )?a (?:long )?while|(?:for )?some time(?! ago)", lambda m: _duration(None, "X") if "while" in m["all"] else None),
    _p("quarter", "quarter", rf"(?:the |its |their |{YEAR}(?:['’]s)? |(?P<rel>last|this|next) year['’]s )?(?:(?P<mod>early|late) )?(?:(?:fiscal|fiscal-|year-earlier|(?P<ago>year-ago)) ?)?(?:the )?{_ORD}(?:-| |- )(?:fiscal )?quarter(?:(?:,? (?:of )?(?:fiscal )?(?P<year>(?:19|20)\d\d))| of (?P<rel>last|this|next) year)?", _quarter),
    _p("quarter-code", "digit", r"Q(?P<q>[1-4])(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?|(?P<year>(?:19|20)\d\d)[ -]?Q(?P<q>[1-4])", _quarter),
    _p("year-ago-quarter", "quarter unit", r"the (?:comparable )?(?:year-ago|year-earlier|corresponding) (?:quarter|period)|year-(?:earlier|ago)", lambda _: {"kind": "ago", "unit": "Y", "count": 1.0, "shift": -1, "anchor": "told"}),
    _p("the-quarter", "quarter unit", r"the (?:latest |current |same |most recent )?(?:quarter|latest period)", lambda m: {"kind": "period", "unit": "Q", "shift": 0 if "current" in m["all"].lower() else None, "anchor": "told"}),
    _p("half", "half", rf"the (?P<which>first|second|last|latter) half(?: of (?:fiscal )?(?:{YEAR}|(?P<rel>last|this|next) year))?", _half),
    _p("season", "season", rf"(?:the )?(?:{_MODS})?(?:{_SHIFT} |the |in (?:the )?)?(?P<season>spring|summer|fall|autumn|winter)(?:(?: of|,)? {YEAR})?", _season),
    _p("decade", "digit decade", rf"(?:the )?(?:{_MODS})?(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’‘]?[2-9]0['’]?s|{_alt(tables.DECADES)})", _decade),
    _p("century", "century", rf"(?:the )?(?:{_MODS})?(?:the )?{_ORD}(?: |-)century", _century),
    _p("point-of", "point", rf"(?:by |at |until |before )?(?:the )?(?:very )?{_POINT} of (?:(?:(?:the )?(?P<rel>this|next|last|current|the)) (?:fiscal )?{UNIT}|{MONTH}(?:,? {YEAR})?|(?:fiscal )?(?P<year>(?:19|20)\d\d))", _point_of),
    _p("year-end", "year-end", r"(?:by |at |around )?(?:year-end|year end|year['’]s end|mid-year|midyear|month-end)(?: (?P<year>(?:19|20)\d\d))?", lambda m: {"kind": "calendar", "year": m["year"], "mod": "END"} if m["year"] else {"kind": "period", "unit": "M" if "month" in m["all"].lower() else "Y", "shift": 0, "mod": "MID" if "mid" in m["all"].lower() else "END"}),
    _p("fiscal-year", "digit", rf"(?:the )?(?:{_MODS})?(?:fiscal|calendar)(?: year)? {YEAR}", _year_fields),
    _p("year", "digit", rf"(?:the year )?(?:the )?(?:{_MODS}|post-|pre-)?{YEAR}", _year_fields),
    _p("short-year", "digit", r"(?P<year>['’‘]\d\d)(?!s|\d)", _year_fields),
    _p("spoken-year", "spoken", rf"(?:the year )?(?P<a>nineteen|eighteen|twenty|two) (?P<thousand>thousand )?(?:and )?(?P<b>{_WORDNUM})?", lambda m: _spoken_year(m) if (m["thousand"] and m["a"].lower() == "two") or (m["b"] and not m["thousand"] and m["a"].lower() in {"nineteen", "eighteen"}) else None),
    _p("every", "unit weekday month part season", rf"(?:every|each) (?:(?P<other>other) |{NUM} )?(?:{UNIT}|{_WD}|{MONTH}|{_PART}|(?P<season>spring|summer|fall|autumn|winter))", _every),
    _p("frequency", "frequency", rf"{_alt(tables.FREQUENCIES)}", _frequency),
    _p("per-unit", "unit", r"(?<=once )(?:a|per|each) (?P<unit>day|week|month|year|hour)|(?<=twice )(?:a|per|each) (?P<unit>day|week|month|year|hour)|(?<=times )(?:a|per|each) (?P<unit>day|week|month|year|hour)|per (?P<unit>day|week|month|year|annum)", _per_unit),
    _p("reference", "reference", rf"{_alt(tables.REFERENCES)}", _reference),
    _p("holiday", "holiday", rf"(?:(?P<shift>last|this|next) )?(?P<holiday>{_alt([*tables.HOLIDAYS, *tables.MOVABLE]).replace(chr(39), '[' + chr(39) + '’]')})(?:,? {YEAR})?", _holiday),
    _p("clock-date", "clock", rf"(?:(?P<mod>about|around|at about|at around) )?{_CLOCK}{_ZONE}(?:,? (?:on )?(?:{_WD}(?:,? {MONTH} {DAY}(?:,? {YEAR})?)?|(?P<dayword>today|yesterday|tomorrow)))?", _clock_fields),
    _p("clock-month", "clock", rf"{_CLOCK}{_ZONE}(?:,? (?:on )?{MONTH} {DAY}(?:,? {YEAR})?)", _clock_fields),
    _p("date-clock", "clock", rf"(?:{_WD}|(?P<dayword>today|yesterday|tomorrow)) (?:at|,)? ?(?:(?P<mod>about|around) )?{_CLOCK}{_ZONE}", _clock_fields),
    _p("hour-in-part", "part", rf"(?P<hour>\d{{1,2}}|{_WORDNUM})(?:[.:](?P<mi>[0-5]\d))?(?: o['’]clock)? in the {_PART}", _half_clock),
)  # fmt: skip


_CLOCK_WORDS = frozenset("noon midnight midday a.m a.m. p.m p.m. am pm o'clock o’clock gmt utc hours hrs local".split())
_KEYS: dict[str, tuple[str, ...]] = {}


def _index() -> None:
    def put(words: object, key: str) -> None:
        for w in words:  # type: ignore[attr-defined]
            _KEYS[w] = (*_KEYS.get(w, ()), key)

    put([*tables.MONTHS, *(f"{w}." for w in tables.MONTHS if len(w) < 5)], "month")
    put([*tables.WEEKDAYS, *(f"{w}s" for w in tables.WEEKDAYS if w.endswith("day")), *(f"{w}." for w in tables.WEEKDAYS if not w.endswith("day"))], "weekday")
    put(("today", "todays", "tonight", "yesterday", "yesterdays", "tomorrow"), "dayword")
    put([*tables.PARTS, "overnight"], "part")
    put([*tables.UNITS, *(f"{u}s" for u in tables.UNITS), "centuries", "year-earlier", "year-ago", "mins", "min", "hrs"], "unit")
    put(("quarter", "quarters"), "quarter")
    put(("half",), "half")
    put(tables.SEASONS, "season")
    put(tables.DECADES, "decade")
    put(("century",), "century")
    put(("end", "beginning", "start", "middle", "close", "outset", "midst"), "point")
    put(("year-end", "year", "midyear", "mid-year", "month-end"), "year-end")
    put(("nineteen", "eighteen", "thousand"), "spoken")
    put(tables.FREQUENCIES, "frequency")
    put(("while", "time"), "while")
    put({w for r in tables.REFERENCES for w in r.split() if w not in {"the", "at", "for", "by", "as", "these", "right", "this", "more", "most", "in", "until"}}, "reference")
    put({h.split()[0] for h in [*tables.HOLIDAYS, *tables.MOVABLE]}, "holiday")
    put(_CLOCK_WORDS, "clock")


_index()


def trigger_keys(words: list[str]) -> set[str]:
    """Which groups of patterns the lower-case words of a sentence may feed."""
    out: set[str] = set()
    for w in words:
        if keys := _KEYS.get(w):
            out.update(keys)
        elif "-" in w and len(w) > 3:
            for piece in w.split("-"):
                out.update(_KEYS.get(piece, ()))
        if w[:1].isdigit() or w[1:2].isdigit():
            out.add("digit")
            if ":" in w or w.endswith(("m", "m.")):
                out.add("clock")
            if w.endswith("s"):
                out.add("decade")
    return out
