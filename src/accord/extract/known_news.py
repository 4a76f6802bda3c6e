"""Happenings that reports name by their weekday, and roles that people had for a while: words -> the days that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class NewsEvent:
    """A happening of one day.

    Attributes:
        name: For the sentence that says why.
        day: Where it happened, as reports there have it.
        words: What names it in a sentence.
        context: Each of these stands somewhere in the report too.
        plain: Its words name nothing else, so that a report that has them is no older than the day.
        keys: A text that has none of these, in lower case, cannot have the words.
    """

    name: str
    day: date
    words: re.Pattern[str]
    context: tuple[re.Pattern[str], ...] = ()
    plain: bool = True
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody in a role that has no office: the words, and the first and last day on which news call them that."""

    name: str
    words: re.Pattern[str]
    since: date
    until: date


# American presidential debates: the two sides, and their days.
_DEBATES: tuple[tuple[str, str, str], ...] = (
    ("bush", "dukakis", "1988-09-25 1988-10-13"), ("bush", "clinton", "1992-10-11 1992-10-15 1992-10-19"),
    ("clinton", "dole", "1996-10-06 1996-10-16"), ("bush", "gore", "2000-10-03 2000-10-11 2000-10-17"),
    ("bush", "kerry", "2004-09-30 2004-10-08 2004-10-13"), ("obama", "mccain", "2008-09-26 2008-10-07 2008-10-15"),
    ("obama", "romney", "2012-10-03 2012-10-16 2012-10-22"), ("clinton", "trump", "2016-09-26 2016-10-09 2016-10-19"),
    ("trump", "biden", "2020-09-29 2020-10-22 2024-06-27"), ("trump", "harris", "2024-09-10"),
)  # fmt: skip
_VICE_DEBATES: tuple[tuple[str, str, str], ...] = (
    ("quayle", "bentsen", "1988-10-05"), ("cheney", "lieberman", "2000-10-05"), ("cheney", "edwards", "2004-10-05"),
    ("biden", "palin", "2008-10-02"), ("biden", "ryan", "2012-10-11"), ("kaine", "pence", "2016-10-04"),
    ("harris", "pence", "2020-10-07"), ("vance", "walz", "2024-10-01"),
)  # fmt: skip
_DEBATE = r"(?<!republican )(?<!gop )(?<!democratic )(?<!primary )(?<!vice presidential )(?<!vice-presidential )\bdebates?\b"
_VICE = r"\bvice[- ]presidential debate|\bvp debate"
_NOMINEE = r"nominees?|general election|running mates?"


def _near(a: str, b: str) -> str:
    """Either order, at most six words apart and no stop between."""
    gap = r"[^\w.!?]{1,5}(?:\w+[^\w.!?]{1,5}){0,6}?"
    return rf"\b(?:(?:{a}){gap}(?:{b})|(?:{b}){gap}(?:{a}))\b"


def _event(day: str, name: str, words: str, *context: str, plain: bool = True, keys: tuple[str, ...] = ()) -> NewsEvent:
    found = tuple(_compiled(rf"\b(?:{c})\b") for c in context)
    return NewsEvent(name, date.fromisoformat(day), _compiled(words), found, plain, keys)


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _keys(words: str) -> tuple[str, ...]:
    """What each alternative begins with."""
    starts = (re.match(r"[\w ]*", a.removeprefix("(?:").removeprefix(r"\b").removeprefix("(?:")) for a in words.split("|"))
    return tuple(m[0] if m else "" for m in starts)


def _rows(name: str) -> Iterator[list[str]]:
    text = resources.files("accord.extract").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")


@cache
def news_events() -> tuple[NewsEvent, ...]:
    """Everything in `data/news_events.tsv`, and the American presidential debates."""
    out = []
    for day, name, words, context, plain in _rows("news_events.tsv"):
        a, _, b = words.partition(" & ")
        found = filter(None, context.split(" & "))
        out.append(_event(day, name, _near(a, b) if b else words, *found, plain=plain == "1", keys=_keys(a)))
    for one, other, days in _DEBATES:
        for day in days.split():
            out.append(_event(day, "a presidential debate", _DEBATE, one, other, _NOMINEE, plain=False, keys=(one,)))
    for one, other, day in _VICE_DEBATES:
        out.append(_event(day, "the vice-presidential debate", _VICE, one, other, plain=False, keys=(one,)))
    return tuple(out)


@cache
def roles() -> tuple[Role, ...]:
    """Nominees of American parties, from the day on which nobody could overtake them to that of the election."""
    not_now = r"(?<!former )(?<!onetime )(?<!failed )(?<!losing )(?<!20\d\d )(?<!19\d\d )"
    kind = rf"{not_now}(?:vice[- ]?presidential|presidential|republican|democratic|gop)"
    out = []
    for family, given, since, until in _rows("nominees.tsv"):
        words = rf"\b{kind}['’s]* (?:(?:vice[- ]?)?presidential )?nominee,? (?:(?:sen|gov)\. )?{given} {family}\b"
        days = date.fromisoformat(since), date.fromisoformat(until)
        out.append(Role(f"{family.title()} as nominee", re.compile(words, re.IGNORECASE), *days))
    return tuple(out)
