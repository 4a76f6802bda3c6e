"""Pieces of time expressions: regular expressions for them, and their words -> numbers and TIMEX3 codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from accord.extract import time_tables as tables
from accord.extract.numbers import TENS
from accord.extract.numbers import UNITS as NUMBER_WORDS

Fields = Mapping[str, object]


class Words(dict[str, str]):
    """What the groups of a pattern caught, "" for those that caught nothing; `all` is the whole match."""

    def __missing__(self, key: str) -> str:
        """Groups that a pattern lacks caught nothing."""
        return ""


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_MONTH_FULL = alternatives(w for w in tables.MONTHS if len(w) > 4 or w in {"june", "july", "may"})
_MONTH_SHORT = alternatives(w for w in tables.MONTHS if len(w) < 5)
MONTH = rf"(?P<month>{_MONTH_FULL}|(?:{_MONTH_SHORT})\b\.?)"
WD_FULL = alternatives(w for w in tables.WEEKDAYS if w.endswith("day"))
_WD_SHORT = alternatives(w for w in tables.WEEKDAYS if not w.endswith("day"))
WD = rf"(?P<wd>{WD_FULL})"
WD_ANY = rf"(?P<wd>{WD_FULL}|(?:{_WD_SHORT})\b\.?)"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d|2100)(?!\d|,\d|\.\d)"
_NO_DAY_BEFORE = r"(?!\d|,\d{3}|[.:]\d|\s?(?:%|percent|per cent|million|billion))"
DAY = rf"(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)\b)?{_NO_DAY_BEFORE}|(?:{alternatives(tables.ORDINALS)})\b)"
_SMALL = alternatives(w for w in NUMBER_WORDS if w != "zero")
WORDNUM = rf"(?:(?:{alternatives(TENS)})(?:[- ]?(?:one|two|three|four|five|six|seven|eight|nine))?|{_SMALL})"
NUM = (
    rf"(?P<num>\d[\d,]*(?:\.\d+)?(?:[- ]\d/\d)?|(?:{WORDNUM}|an?)(?: (?:hundred|thousand|million|dozen))(?: (?:and )?{WORDNUM})?|{WORDNUM}"
    r"|half an?|an?|several|a few|few|a couple of|couple of|a couple|a couple more|a dozen|dozens of|scores of|hundreds of|thousands of"
    r"|tens of thousands of|many|a number of|a handful of|some|various)"
)
TO_NUM = rf"(?:(?: to | or |-|–)(?:\d+|{WORDNUM}))?"
UNIT = (
    r"(?P<unit>seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|yrs?|decades?|centur(?:y|ies)"
    r"|weekends?|millenni(?:um|a))\b"
)
MODS = r"(?P<mod>early|earlier|late|later|mid|sometime)(?: in| on)?[- ](?:the )?"
_POINT_MODS = frozenset(("START", "END", "MID"))
_BOUNDS = alternatives(w for w, m in tables.MODS.items() if m not in _POINT_MODS and w not in {"sometime", "well", "shortly"})
BOUND = rf"(?P<mod>{_BOUNDS}) "
SHIFT = (
    r"(?P<shift>this past|this last|this coming|this next|last|past|this|current|next|coming|upcoming|previous|preceding|prior|following"
    r"|ensuing|same|that same|that|very next|very same)"
)
PART = r"(?P<part>morning|afternoon|evening|night|midday|dawn|dusk|lunchtime)s?\b"
ORD = rf"(?P<ord>\d{{1,2}}(?:st|nd|rd|th)|{alternatives(tables.ORDINALS)})"
POINT = r"(?P<point>end|beginning|start|middle|close|outset|midst)"
CLOCK = (
    r"(?:(?P<h>[01]?\d|2[0-4])(?:[:.](?P<mi>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<ap>[ap]\.?\s?m\b\.?|o['’]clock)"
    r"|(?P<h24>[01]?\d|2[0-4]):(?P<mi24>[0-5]\d)(?::[0-5]\d)?"
    r"|(?P<mil>[0-2]\d[0-5]\d)(?= ?(?:hours|hrs|gmt|utc|local)\b)|(?P<word>noon|midnight|midday))"
)
ZONE = r"(?: ?\(?(?:gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|cet|cest|bst|ist|msk|local time|eastern(?: time)?|moscow time|hours|hrs)\)?)*"


def month_number(text: str) -> int | None:
    """1 to 12; None for a lower-case word, which is no month."""
    word = text.rstrip(".")
    return tables.MONTHS.get(word.lower()) if word[:1].isupper() else None


def weekday_number(m: Words) -> int | None:
    """1 Monday to 7 Sunday; None for a word in lower case, which is no weekday."""
    word = m["wd"].rstrip(".")
    return tables.WEEKDAYS.get(word.lower()) if word[:1].isupper() else None


def day_number(text: str) -> int | None:
    """1 to 31 from "3", "3rd" or "third"."""
    digits = re.match(r"\d+", text)
    n = int(digits[0]) if digits else tables.ORDINALS.get(text.lower(), 0)
    return n if 1 <= n <= 31 else None


def year_digits(text: str | None) -> str | None:
    """Four digits from "2019" or "'89"; None from nothing."""
    if not text:
        return None
    digits = text.lstrip("'’‘")
    if len(digits) == 2:
        return ("19" if int(digits) >= 40 else "20") + digits
    return digits


def spoken_year_digits(text: str) -> str | None:
    """Reads "nineteen ninety-seven"."""
    rest = count_of(text.partition(" ")[2]) if text else None
    return str(1900 + int(rest)) if rest is not None and 1 <= rest <= 99 else None


def unit_code(text: str) -> str:
    """TIMEX3 unit of a unit word in singular or plural."""
    word = text.lower()
    word = {"mins": "minute", "min": "minute", "hrs": "hour", "hr": "hour", "yrs": "year", "yr": "year", "millennia": "millennium"}.get(
        word, word
    )
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


def mod_of(m: Words, key: str = "mod") -> str | None:
    """TIMEX3 mod of the words before a time, or None."""
    return tables.MODS.get(m[key].lower()) or None


def shift_of(m: Words) -> tuple[int | None, str]:
    """Steps and anchor of "last", "this", "following"; (None, "published") without such a word."""
    word = m["shift"]
    return tables.SHIFTS[word.lower()] if word else (None, "published")


def clock_of(m: Words) -> str | None:
    """A clock time in any writing as "T14:30"; None if it is none."""
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
