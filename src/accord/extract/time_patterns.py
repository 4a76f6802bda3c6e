"""The table of time patterns: words of a sentence -> which patterns may fit, and how their groups are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from accord.extract import time_builders as build
from accord.extract import time_fiscal_builders as fiscal
from accord.extract import time_set_builders as sets
from accord.extract import time_tables as tables
from accord.extract.time_words import (
    BOUND,
    CLOCK,
    DAY,
    MODS,
    MONTH,
    NUM,
    ORD,
    PART,
    POINT,
    SHIFT,
    TO_NUM,
    UNIT,
    WD,
    WD_ANY,
    WD_FULL,
    WORDNUM,
    YEAR,
    ZONE,
    Fields,
    Words,
    alternatives,
)  # fmt: skip


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
PATTERNS: tuple[Pattern, ...] = (
    _p("iso", "digit", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?P<clock>[T ]\d\d:\d\d)?(?::\d\d)?Z?", build.iso_date),
    _p("numeric", "digit", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)", build.numeric_date),
    _p("month-day", "month",
        rf"(?:{MODS})?(?:{WD_ANY},? (?:the )?)?(?:(?P<shift>last|this|next) |the )?{MONTH} ?(?:the )?{DAY}"
        rf"(?:(?:, ?| |, in ){YEAR}{_REL_YEAR}|{_REL_YEAR})",
        build.calendar),
    _p("day-month", "month",
        rf"(?:{WD_ANY},? (?:the )?)?{DAY}(?: of|-(?!\w+ \d))? ?{MONTH}(?:(?:,? |-){YEAR}| (?P<short>['’]\d\d|\d\d(?=\s*(?:$|[.,;:()\]\[-]))"
        rf"|[6-9]\d(?! (?:\w+s|people|percent|men|women|children|million)\b|\w)))?(?:,? (?P<shift>last|this|next) year)?",
        build.calendar),
    _p("month-year", "month", rf"(?:the )?(?:{MODS})?{MONTH}(?:,? | of |-){YEAR}", build.calendar),
    _p("month-spoken-year", "month", rf"{MONTH} (?P<spoken>nineteen (?:{WORDNUM}))", build.calendar),
    _p("month-relative", "month", rf"(?:{MODS})?{MONTH}(?: of)?,? (?P<shift>last|this|next) year", build.calendar),
    _p("month", "month", rf"(?:{MODS})?(?:{SHIFT} )?{MONTH}", build.calendar),
    _p("weekday", "weekday",
        rf"(?:{MODS})?(?:(?:on )?(?!following){SHIFT} |(?:on )?the {SHIFT} )?{WD}(?:,? (?P<week>last|this|next) week)?(?: (?:at )?{PART})?",
        build.weekday),
    _p("nth-weekday", "weekday", rf"the (?P<which>first|second|third|fourth|last) {WD} (?:of|in) {MONTH}(?:,? {YEAR})?", build.nth_weekday),
    _p("weekdays", "weekday", rf"(?P<wd>{WD_FULL})s(?: {PART})?|(?P<wd>{WD_FULL}) (?:mornings|afternoons|evenings|nights)", sets.weekdays),
    _p("day-word", "dayword",
        rf"(?:{MODS})?(?:the )?(?P<word>day after tomorrow|day before yesterday|todays?|tonight|yesterdays?|tomorrow)(?: {PART})?",
        build.day_word),
    _p("part", "part", rf"(?:{MODS}|the )?{SHIFT} {PART}", build.part_of_day),
    _p("part-of-day", "part", rf"(?<=by )(?:{MODS}){PART}|(?<=in )(?:the )?(?:{MODS}){PART}|(?<=at )(?:{MODS}){PART}", build.late_in_part),
    _p("the-year", "unit",
        r"the (?:full |fiscal )?(?P<unit>year)(?= (?P<ended>ended|ending|to)\b)|(?:(?<=for )|(?<=\bin ))the (?:full |fiscal |rest of"
        r" the |whole )?(?P<unit>year)(?! (?:of|that|when|before|after|\d|to)\b)|(?<=of )the (?P<unit>year|month)|(?<=for )the "
        r"(?P<unit>week|month)(?! of\b)|the (?P<unit>week|month)(?=['’]s)",
        build.the_year),
    _p("overnight", "part", r"overnight", build.overnight),
    _p("period", "unit", rf"(?:{MODS})?(?P<the>the )?{SHIFT} (?:fiscal |calendar |trading |school |whole |entire )?{UNIT}", build.period),
    _p("weekend", "unit", r"(?:over |during )?the weekend", build.weekend),
    _p("shifted-count", "unit",
        rf"(?:{BOUND})?(?:the )?(?P<shift>last|past|next|coming|first|previous|preceding|final|following|latest|initial) "
        rf"(?:{NUM}{TO_NUM} )(?:more |full |consecutive |straight |trading |fiscal |or so )?{UNIT}(?: or so)?",
        build.shifted_units),
    _p("recent", "unit",
        r"(?:the )?(?:recent|coming|past) (?P<unit>hours|days|weeks|months|quarters|years|decades|centuries)(?: ahead)?|the "
        r"(?P<unit>hours|days|weeks|months|years|decades) ahead",
        build.several_units),
    _p("ago", "unit",
        rf"(?:{BOUND})?(?:{NUM}{TO_NUM} )?(?:trading |long |whole |full |short )?{UNIT}(?P<half> and a half)?(?: or so| or two)? "
        rf"(?P<how>ago|earlier|before(?! the\b| that\b| an?\b| his\b| her\b| their\b| its\b| it\b| he\b| she\b| they\b| we\b| "
        rf"(?-i:[A-Z]))|later|previously|prior(?! to\b)|from now|hence|afterwards?|after(?=[.,;]|$))",
        build.ago),
    _p("the-unit", "unit part",
        r"the (?P<unit>day|week|month|year|night|morning|evening|afternoon) (?P<how>before(?! the\b| that\b| an?\b| his\b| her\b|"
        r" their\b| its\b| (?-i:[A-Z]))|after(?=[.,;]|$)|earlier|previously)",
        build.the_unit),
    _p("in-units", "unit", rf"(?<=in )(?:{BOUND})?{NUM} {UNIT}(?:['’] time)?", build.in_units),
    _p("per-unit", "unit",
        r"(?<=once )(?:a|per|each) (?P<unit>day|week|month|year|hour)|(?<=twice )(?:a|per|each) (?P<unit>day|week|month|year|hour)|"
        r"(?<=times )(?:a|per|each) (?P<unit>day|week|month|year|hour)|per (?P<unit>day|week|month|year|annum)",
        sets.per_unit),
    _p("count-unit", "unit",
        rf"(?:{BOUND})?(?:the |another |an additional |each of the )?(?:{NUM}{TO_NUM})(?: |-|–|- )(?:more |additional |full "
        rf"|whole |consecutive |straight |trading |working |long |solid |other |fiscal )?{UNIT}(?P<half> and a half)?(?:-long)?"
        rf"(?! ?-? ?old\b| of age\b|s['’]? old| ?- ?to ?-)",
        build.counted_units),
    _p("bare-units", "unit",
        r"(?<=for )(?:many )?(?P<unit>years|decades|centuries|months|weeks|days|hours|minutes)|(?P<unit>years|decades|centuries|months"
        r"|weeks|days|hours)(?: ?-? ?long\b)|(?<=in )(?P<unit>years|decades|months|weeks|days|hours|minutes)\b|(?<=after )"
        r"(?P<unit>years|decades|months|weeks|days|hours)(?= of\b)|(?<=over the )(?P<unit>years|decades|centuries|months|weeks)"
        r"|(?P<unit>years|decades|months|weeks|days|hours|minutes)(?= (?:before|after)\b)",
        build.several_units),
    _p("while", "while", r"(?:for )?(?:quite )?a (?:long )?while", build.a_while),
    _p("quarter", "quarter",
        rf"(?:the |its |their |{YEAR}(?:['’]s)? |(?P<rel>last|this|next) year['’]s )?(?:(?P<mod>early|late) )?(?:(?:fiscal|fiscal-"
        rf"|year-earlier|(?P<ago>year-ago)) ?)?(?:the )?{ORD}(?:-| |- )(?:fiscal )?quarter(?:(?:,? (?:of )?(?:fiscal )?(?P<year>(?:19"
        rf"|20)\d\d))| of (?P<rel>last|this|next) year)?",
        fiscal.quarter),
    _p("quarter-code", "digit",
        r"Q(?P<q>[1-4])(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?|(?P<year>(?:19|20)\d\d)[ -]?Q(?P<q>[1-4])",
        fiscal.quarter),
    _p("year-ago-quarter", "quarter unit",
        r"the (?:comparable )?(?:year-ago|year-earlier|corresponding) (?:quarter|period)|year-(?:earlier|ago)",
        fiscal.year_before),
    _p("the-quarter", "quarter unit", r"the (?:latest |current |same |most recent )?(?:quarter|latest period)", fiscal.told_quarter),
    _p("half", "half",
        rf"the (?P<which>first|second|last|latter) half(?: of (?:fiscal )?(?:{YEAR}|(?P<rel>last|this|next) year))?",
        fiscal.half),
    _p("season", "season",
        rf"(?:the )?(?:{MODS})?(?:{SHIFT} |the |in (?:the )?)?(?P<season>spring|summer|fall|autumn|winter)(?:(?: of|,)? {YEAR})?",
        build.season),
    _p("decade", "digit decade",
        rf"(?:the )?(?:{MODS})?(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’‘]?[2-9]0['’]?s|{alternatives(tables.DECADES)})",
        build.decade),
    _p("century", "century", rf"(?:the )?(?:{MODS})?(?:the )?{ORD}(?: |-)century", build.century),
    _p("point-of", "point",
        rf"(?:by |at |until |before )?(?:the )?(?:very )?{POINT} of (?:(?:(?:the )?(?P<rel>this|next|last|current|the)) (?:fiscal"
        rf" )?{UNIT}|{MONTH}(?:,? {YEAR})?|(?:fiscal )?(?P<year>(?:19|20)\d\d))",
        build.point_of),
    _p("year-end", "year-end",
        r"(?:by |at |around )?(?:year-end|year end|year['’]s end|mid-year|midyear|month-end)(?: (?P<year>(?:19|20)\d\d))?",
        fiscal.year_end),
    _p("fiscal-year", "digit", rf"(?:the )?(?:{MODS})?(?:fiscal|calendar)(?: year)? {YEAR}", build.year),
    _p("year", "digit", rf"(?:the year )?(?:the )?(?:{MODS}|post-|pre-)?{YEAR}", build.year),
    _p("short-year", "digit", r"(?<!['’‘`])(?P<year>['’‘]\d\d)(?!s|\d)", build.year),
    _p("spoken-year", "spoken",
        rf"(?:the year )?(?P<a>nineteen|eighteen|twenty|two)(?P<thousand> thousand)?(?:(?: and)? (?P<b>{WORDNUM}))?",
        build.spoken_year),
    _p("every", "unit weekday month part season",
        rf"(?:every|each) (?:(?P<other>other) |{NUM} )?(?:{UNIT}|{WD}|{MONTH}|{PART}|(?P<season>spring|summer|fall|autumn|winter))",
        sets.every),
    _p("frequency", "frequency", rf"{alternatives(tables.FREQUENCIES)}", sets.frequency),
    _p("reference", "reference", rf"{alternatives(tables.REFERENCES)}", build.reference),
    _p("holiday", "holiday",
        rf"(?:(?P<shift>last|this|next) )?"
        rf"(?P<holiday>{alternatives([*tables.HOLIDAYS, *tables.MOVABLE]).replace(chr(39), '[' + chr(39) + '’]')})(?:,? {YEAR})?",
        build.holiday),
    _p("clock-date", "clock",
        rf"(?:(?P<mod>about|around|at about|at around) )?{CLOCK}{ZONE}(?:,? (?:on )?(?:{WD}(?:,? {MONTH} {DAY}(?:,? {YEAR})?)?|"
        rf"(?P<dayword>today|yesterday|tomorrow)))?",
        build.clock),
    _p("clock-month", "clock", rf"{CLOCK}{ZONE}(?:,? (?:on )?{MONTH} {DAY}(?:,? {YEAR})?)", build.clock),
    _p("date-clock", "clock",
        rf"(?:{WD}|(?P<dayword>today|yesterday|tomorrow)) (?:at|,)? ?(?:(?P<mod>about|around) )?{CLOCK}{ZONE}",
        build.clock),
    _p("hour-in-part", "part", rf"(?P<hour>\d{{1,2}}|{WORDNUM})(?:[.:](?P<mi>[0-5]\d))?(?: o['’]clock)? in the {PART}", build.hour_in_part),
)  # fmt: skip
_CLOCK_WORDS = frozenset("noon midnight midday a.m a.m. p.m p.m. am pm o'clock o’clock gmt utc hours hrs local".split())
_KEYS: dict[str, tuple[str, ...]] = {}


def _index() -> None:
    def put(words: object, key: str) -> None:
        for w in words:  # type: ignore[attr-defined]
            _KEYS[w] = (*_KEYS.get(w, ()), key)

    put([*tables.MONTHS, *(f"{w}." for w in tables.MONTHS if len(w) < 5)], "month")
    put(
        [
            *tables.WEEKDAYS,
            *(f"{w}s" for w in tables.WEEKDAYS if w.endswith("day")),
            *(f"{w}." for w in tables.WEEKDAYS if not w.endswith("day")),
        ],
        "weekday",
    )
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
    put(
        {
            w
            for r in tables.REFERENCES
            for w in r.split()
            if w not in {"the", "at", "for", "by", "as", "these", "right", "this", "more", "most", "in", "until"}
        },
        "reference",
    )
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
        if not w.isalpha() and any(c.isdigit() for c in w):
            out.add("digit")
            if ":" in w or w.endswith(("m", "m.")):
                out.add("clock")
            if w.endswith("s"):
                out.add("decade")
    return out
