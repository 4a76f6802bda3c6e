"""Words of a date -> a calendar day, where the words give year, month and day."""

from __future__ import annotations

import re
from datetime import date

_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec".split("|")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\b\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
# "4 May 30 people ..." is no year: two digits are one only before a bracket, a dash or the end.
# Group names differ in each form because one pattern may hold each name once.
_FORMS = (
    rf"(?P<d1>\d{{1,2}}){_ORDINAL}[ .-]*(?:of )?(?P<m1>{_MONTH}),?[ -]*(?P<y1>\d{{4}}|'\d{{2}}|\d{{2}}(?=\s*(?:[(),\]|—–]|-|$)))",
    rf"(?P<m2>{_MONTH})[ ]*(?P<d2>\d{{1,2}}){_ORDINAL}(?:,[ ]*|[ ]*)(?P<y2>\d{{4}})",
    r"(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})",
    r"(?P<a4>\d{1,2})(?P<sep>[./-])(?P<b4>\d{1,2})(?P=sep)(?P<y4>\d{4})",
)
FULL_DATE = r"(?<!\w)(?:" + "|".join(_FORMS) + r")(?!\d)"
_FULL = re.compile(FULL_DATE, re.I)
# A day and month, or a weekday, without a year: part of a dateline, but it states no publication date.
PART_DATE = rf"(?:(?:{WEEKDAY},?\s*)?(?:{_MONTH}\s*\d{{1,2}}{_ORDINAL}|\d{{1,2}}{_ORDINAL}\s+{_MONTH})|{WEEKDAY})"
_EARLIEST, _LATEST, _PIVOT = 1800, 2100, 70


def find_date(text: str) -> tuple[re.Match[str], date] | None:
    """The first words in `text` that name one day of one year; None if no words do."""
    for m in _FULL.finditer(text):
        day = date_of(m)
        if day:
            return m, day
    return None


def date_of(m: re.Match[str]) -> date | None:
    """The day that a match of `FULL_DATE` names; None if there is no such day, or if 3/4/2021 may be two days."""
    g = m.groupdict()
    if g["d1"]:
        year, month, day = _year(g["y1"]), _month(g["m1"]), int(g["d1"])
    elif g["d2"]:
        year, month, day = int(g["y2"]), _month(g["m2"]), int(g["d2"])
    elif g["d3"]:
        year, month, day = int(g["y3"]), int(g["m3"]), int(g["d3"])
    else:
        a, b, year = int(g["a4"]), int(g["b4"]), int(g["y4"])
        # With full stops the day comes first everywhere; with slashes and hyphens only a number above 12 tells.
        if g["sep"] != "." and a <= 12 and b <= 12 and a != b:
            return None
        day, month = (b, a) if b > 12 else (a, b)
    return _day(year, month, day)


def parse_metadata_date(value: str) -> tuple[str, str] | None:
    """First and last day of a date in metadata: ISO 8601 with or without a time, `20210304`, `2021-03`, or words."""
    value = value.strip()
    if m := re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)", value):
        day = _day(int(m[1]), int(m[2]), int(m[3]))
        return (day.isoformat(), day.isoformat()) if day else None
    if m := re.fullmatch(r"(\d{4})-(\d{2})", value):
        first = _day(int(m[1]), int(m[2]), 1)
        last = next((d for n in (31, 30, 29, 28) if (d := _day(int(m[1]), int(m[2]), n))), None)
        return (first.isoformat(), last.isoformat()) if first and last else None
    found = find_date(value)
    return (found[1].isoformat(), found[1].isoformat()) if found else None


def _month(word: str) -> int:
    return _NAMES.index(word[:3].lower()) + 1


def _year(digits: str) -> int:
    n = int(digits.lstrip("'"))
    return n if n > 99 else 1900 + n if n >= _PIVOT else 2000 + n


def _day(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
