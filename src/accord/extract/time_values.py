"""Time mentions and the day of publication -> TIMEX3 values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accord.extract import time_tables as tables
from accord.extract.time_calendar import nth_weekday, parse_day, safe_date, step_value, value_start
from accord.extract.time_mentions import TimeMention
from accord.extract.time_words import duration_value
from accord.model.reading import TimeExpression
from accord.model.vocabulary import TimeType

# A past tense that would throw a day back this far, while it comes up within two months, is read as ahead: parsers attach dates wrongly.
_HISTORY_YEARS, _HISTORY_DATES, _HISTORY_SHARE = 2, 6, 3
_REPORTED_MONTHS = 3
_NEAR_SENTENCES = 2
_SAID_DAYS = timedelta(days=10)
_FAR_BACK_DAYS, _SOON_DAYS, _SOON_MONTHS = 300, 60, 2


@dataclass(slots=True)
class _Told:
    """Dates told so far, newest last, with their sentences; `history`: they, not the day of publication, anchor what follows."""

    values: list[tuple[str, int]]
    history: bool = False

    def last(self, pattern: str) -> tuple[str, int] | None:
        return next(((v, s) for v, s in reversed(self.values) if re.match(pattern, v)), None)

    def day(self) -> date | None:
        found = self.last(r"\d{4}-\d\d-\d\d")
        return parse_day(found[0]) if found else None


def resolve_mentions(mentions: Sequence[TimeMention], published: str | None) -> tuple[TimeExpression, ...]:
    """One expression a mention, in order; `published` is an ISO 8601 date."""
    day, told, out = parse_day(published), _Told([]), []
    if day is not None and _is_history(mentions, day.year):
        # A day without a year belongs to the year told last, not to the year of publication.
        day, told.history = None, True
    said = _days_of_saying(mentions, day)
    for m in mentions:
        value, direction, kind = _resolve(m, said.get(m.sentence, day) if m.quoted and m.kind == "day" else day, told)
        out.append(TimeExpression(span=m.span, sentence=m.sentence, type=kind, value=value, mod=m.mod, direction=direction))
        # "A year earlier" is said in passing; what comes next goes on from the time before it.
        if (
            kind in {TimeType.DATE, TimeType.TIME}
            and value[:1].isdigit()
            and m.kind != "fixed"
            and not (m.kind == "ago" and (m.shift or 0) < 0)
        ):
            told.values.append((value, m.sentence))
    return tuple(out)


def _days_of_saying(mentions: Sequence[TimeMention], published: date | None) -> dict[int, date]:
    """The day that a sentence tells beside its quotation ("...", he said on Monday), by sentence; days long past are of something else."""
    out: dict[int, date] = {}
    for m in mentions:
        if published is None or m.quoted or m.kind not in {"weekday", "calendar", "day"} or m.anchor != "published" or m.tense > 0:
            continue
        value, _, _ = _resolve(m, published, _Told([]))
        day = parse_day(value[:10])
        if day is not None and timedelta(0) <= published - day <= _SAID_DAYS:
            out.setdefault(m.sentence, day)
    return out


def _is_history(mentions: Sequence[TimeMention], published: int) -> bool:
    """Whether a text tells of years long past: many dates with such years, few that hang on the day of publication."""
    past = sum(m.kind == "calendar" and m.year is not None and int(m.year) <= published - _HISTORY_YEARS for m in mentions)
    hanging = sum(m.kind in {"weekday", "day", "period", "ago"} and m.anchor == "published" for m in mentions)
    return past >= _HISTORY_DATES and past > _HISTORY_SHARE * hanging


def _resolve(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int, TimeType]:
    if m.kind == "fixed":
        return m.value or "PRESENT_REF", 0, m.type
    if m.kind == "in" and m.tense <= 0:
        return duration_value(m.count, m.unit or "D"), 0, TimeType.DURATION
    try:
        value, direction = _RESOLVERS[m.kind](m, published, told)
    except (OverflowError, ValueError):
        value, direction = "XXXX", 0
    if m.part and "T" not in value:
        value += f"T{m.part}"
    elif m.clock and "T" not in value:
        value += m.clock
    return value, direction, m.type


# ------------------------------------------------------------------------------------------------ calendar dates


def _calendar(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    if m.month is None:
        return m.year or "XXXX", 0
    if m.year:
        return _join(m.year, m.month, m.day), 0
    if m.event_year and m.day and (published is None or published >= date(m.event_year, m.month, m.day)):
        return _join(str(m.event_year), m.month, m.day), -1
    if m.shift is not None and published and m.rule == "month-relative":
        return _join(str(published.year + m.shift), m.month, m.day), m.shift
    year = _year_told(m, published, told)
    if year:
        return _join(year, m.month, m.day), 0
    if published is None:
        return _join("XXXX", m.month, m.day), 0
    n = _month_year(m, published) if m.day is None else _day_year(m, published)
    direction = -1 if (n, m.month, m.day or 0) < (published.year, published.month, published.day if m.day else 0) else 1
    return _join(str(n), m.month, m.day), direction


def _join(year: str, month: int, day: int | None) -> str:
    return f"{year}-{month:02d}-{day:02d}" if day else f"{year}-{month:02d}"


def _year_told(m: TimeMention, published: date | None, told: _Told) -> str | None:
    """Without a day of publication, the year of the date told last; outside of history only one told nearby."""
    if published is not None:
        return None
    found = told.last(r"\d{4}")
    if found and not told.history and found[1] != m.sentence:
        # A year told in passing ("the truce of 2003") says nothing of a day without one.
        found = told.last(r"\d{4}-\d\d")
        found = found if found and m.sentence - found[1] <= _NEAR_SENTENCES else None
    return found[0][:4] if found else None


def _month_year(m: TimeMention, published: date) -> int:
    month = m.month or 1
    year, here = published.year, published.month
    if m.shift == -1:
        return year if month < here else year - 1
    if m.shift == 1:
        return year if month > here else year + 1
    if m.shift == 0:
        return year
    back, ahead = (here - month) % 12, (month - here) % 12
    if m.tense and (m.since or min(back, ahead) > _SOON_MONTHS or (back < ahead) == (m.tense < 0)):
        return year - (month > here) if m.tense < 0 else year + (month < here)
    return min((year - 1, year, year + 1), key=lambda y: abs((y - year) * 12 + month - here))


def _day_year(m: TimeMention, published: date) -> int:
    days = [d for y in (published.year - 1, published.year, published.year + 1) if (d := safe_date(y, m.month or 1, m.day or 1))]
    if not days:
        return published.year
    if m.shift is not None and m.rule != "month-relative":
        return _shifted_year(m.shift, days, published)
    if m.weekday:
        fitting = [d for d in days if d.isoweekday() == m.weekday]
        if fitting:
            return fitting[0].year
    past = max((d for d in days if d <= published), default=days[0])
    ahead = min((d for d in days if d >= published), default=days[-1])
    if m.tense > 0:
        far = (ahead - published).days > _FAR_BACK_DAYS and (published - past).days < _SOON_DAYS
        return past.year if far else ahead.year
    if m.tense < 0:
        far = (published - past).days > _FAR_BACK_DAYS and (ahead - published).days < _SOON_DAYS and not m.since
        return ahead.year if far else past.year
    return min((past, ahead), key=lambda d: abs((d - published).days)).year


def _shifted_year(shift: int, days: Sequence[date], published: date) -> int:
    """Reads "last Oct. 23", "next May 3": the nearest such day on that side."""
    if shift < 0:
        return max((d for d in days if d < published), default=days[0]).year
    return min((d for d in days if d > published), default=days[-1]).year if shift else published.year


def _holiday(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    month, weekday, nth = m.month or 1, m.weekday or 1, m.nth or 1
    year = int(m.year) if m.year else None
    if year is None:
        if published is None:
            return f"XXXX-{month:02d}", 0
        days = {y: nth_weekday(y, month, weekday, nth) for y in (published.year - 1, published.year, published.year + 1)}
        back = m.shift == -1 or (m.shift is None and m.tense <= 0)
        year = (
            max((y for y, d in days.items() if d <= published), default=published.year)
            if back
            else min(y for y, d in days.items() if d >= published)
        )
    return nth_weekday(year, month, weekday, nth).isoformat(), 0


# ------------------------------------------------------------------------------------------------ steps from an anchor


def _weekday(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    weekday = m.weekday or 1
    anchor = told.day() if m.anchor == "told" else published
    anchor = anchor or published or told.day()
    if anchor is None:
        return f"XXXX-WXX-{weekday}", 0
    if m.nth is not None and published:
        monday = published - timedelta(days=published.isoweekday() - 1)
        day = monday + timedelta(days=7 * m.nth + weekday - 1)
        return day.isoformat(), (day > published) - (day < published)
    back = (anchor.isoweekday() - weekday) % 7
    ahead = (weekday - anchor.isoweekday()) % 7
    if m.shift == -1:
        return (anchor - timedelta(days=back or 7)).isoformat(), -1
    if m.shift == 1:
        return (anchor + timedelta(days=ahead or 7)).isoformat(), 1
    if m.shift == 0:
        # "This Sunday" is of the week of the report, unless the clause says that it is over, or to come.
        day = anchor + timedelta(days=weekday - anchor.isoweekday())
        week = timedelta(days=7 * ((m.tense > 0 and day < anchor) - (m.tense < 0 and day > anchor)))
        return (day + week).isoformat(), m.tense
    if m.tense > 0:
        return (anchor + timedelta(days=ahead)).isoformat(), 1
    return (anchor - timedelta(days=back)).isoformat(), -1


def _day(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    anchor = (told.day() if m.anchor == "told" else None) or published
    step = m.shift or 0
    return ((anchor + timedelta(days=step)).isoformat() if anchor else "XXXX-XX-XX"), step


def _period(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    unit, step = m.unit or "Y", m.shift
    if unit == "Q":
        return _told_quarter(m, published, told)
    anchor = _anchor(m, published, told)
    if anchor is None:
        return {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "D": "XXXX-XX-XX"}.get(unit, "XXXX"), step or 0
    if unit == "WE":
        return _weekend(m, anchor)
    if unit == "W" and step == -1 and m.anchor == "published" and anchor.isoweekday() == 7:
        # On a Sunday "last week" is the one that ends, though ISO 8601 counts the Sunday with it.
        return step_value(anchor, "W", 0), -1
    return step_value(anchor, unit, float(step or 0)), step or 0


def _anchor(m: TimeMention, published: date | None, told: _Told) -> date | None:
    if m.anchor != "told" and not told.history:
        return published
    pattern = {"D": r"\d{4}-\d\d-\d\d", "W": r"\d{4}-(\d\d-\d\d|W)", "WE": r"\d{4}-\d\d-\d\d", "M": r"\d{4}-\d\d"}.get(
        m.unit or "", r"\d{4}"
    )
    found = told.last(pattern)
    return value_start(found[0]) if found else published


def _weekend(m: TimeMention, anchor: date) -> tuple[str, int]:
    step = m.shift
    if step is None:
        # "The weekend" of a Monday story is the one that is over; on the weekend itself it is this one.
        step = 0 if m.tense > 0 or anchor.isoweekday() >= 6 else -1
    year, week, _ = (anchor + timedelta(weeks=step)).isocalendar()
    return f"{year}-W{week:02d}-WE", step


def _ago(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    sign, unit = m.shift or -1, m.unit or "D"
    if m.count is None:
        return ("PAST_REF" if sign < 0 else "FUTURE_REF"), sign
    steps = sign * m.count
    if m.anchor == "told" or (unit == "Y" and m.count == 1):
        stepped = _from_told(m, steps, told)
        # What happened "a day later" is not still to come on the day of publication: the day that it is laid from was not told.
        ahead = bool(stepped) and m.tense < 0 and published is not None and (parse_day((stepped or "")[:10]) or published) > published
        if stepped and not ahead:
            return stepped, sign
        if ahead:
            return "XXXX", sign
    if published is None:
        return "XXXX", sign
    if unit in {"DE", "CE", "ML"}:
        return f"{published.year + int(steps * {'DE': 10, 'CE': 100, 'ML': 1000}[unit]):04d}", sign
    return step_value(published, unit, steps), sign


def _from_told(m: TimeMention, steps: float, told: _Told) -> str | None:
    """A step from the time told last, at its precision: a year before a quarter is a quarter."""
    unit = m.unit or "D"
    if unit == "Y" and (quarter := told.last(r"\d{4}-Q")):
        value, sentence = quarter
        if m.sentence - sentence <= 2:
            return f"{int(value[:4]) + int(steps):04d}{value[4:]}"
    if m.anchor != "told":
        return None
    if unit in {"D", "W", "F"} or unit.startswith("T"):
        day = told.day()
        if day is None:
            return None
        return step_value(day, "D", steps * {"W": 7, "F": 14}.get(unit, 1)) if not unit.startswith("T") else step_value(day, unit, steps)
    found = told.last(r"\d{4}-\d\d" if unit == "M" else r"\d{4}(?!-Q)")
    if found and steps < 0 and m.sentence - found[1] > 1:
        return None
    start = value_start(found[0]) if found else None
    if found is None or start is None:
        return None
    if unit == "Y" and re.match(r"\d{4}-\d\d$", found[0]):
        return step_value(start, "M", steps * 12)
    return step_value(start, {"DE": "Y", "CE": "Y"}.get(unit, unit), steps * {"DE": 10, "CE": 100}.get(unit, 1))


# ------------------------------------------------------------------------------------------------ seasons and quarters


def _season(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    season = m.season or "SU"
    if m.year or published is None:
        return f"{m.year or _year_told(m, published, told) or 'XXXX'}-{season}", 0
    start = tables.SEASON_STARTS[season]
    begun = published.year if published.month >= start else published.year - 1
    if m.shift == 0 and m.anchor == "published":
        year = published.year if season != "WI" or published.month > 2 else published.year - 1
        return f"{year}-{season}", 0
    running = date(begun, start, 1) <= published and (published - date(begun, start, 1)).days < 92
    if m.shift == -1:
        return f"{begun - 1 if running and season != 'WI' else begun}-{season}", -1
    if m.shift == 1 or m.tense > 0:
        return f"{begun if running and m.shift is None else begun + 1}-{season}", 1
    return f"{begun}-{season}", -1


def _quarter(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    nth = m.nth or 1
    if m.year or published is None:
        return f"{m.year or _year_told(m, published, told) or 'XXXX'}-Q{nth}", 0
    if m.shift is not None:
        return f"{published.year + m.shift}-Q{nth}", m.shift
    begun = published.year if published.month >= nth * 3 - 2 else published.year - 1
    # A quarter just over is reported in the future tense too ("expects a loss for the third quarter").
    if m.tense > 0 and (published.year - begun) * 12 + published.month - nth * 3 > _REPORTED_MONTHS:
        return f"{begun + 1}-Q{nth}", 1
    return f"{begun}-Q{nth}", -1


def _told_quarter(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    """Reads "The quarter": the one told last, else the last that is over."""
    if m.shift is not None and published:
        return step_value(published, "Q", float(m.shift)), m.shift
    found = told.last(r"\d{4}-Q\d")
    if found:
        return found[0], 0
    return (step_value(published, "Q", -1), -1) if published else ("XXXX", 0)


def _half(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    year = m.year or (str(published.year + (m.shift or 0)) if published else "XXXX")
    return f"{year}-H{m.nth or 1}", m.shift or 0


def _clock(m: TimeMention, published: date | None, told: _Told) -> tuple[str, int]:
    """The day told in the same sentence, else the day of publication."""
    found = told.last(r"\d{4}-\d\d-\d\d")
    if found and (found[1] == m.sentence or published is None):
        return found[0][:10], 0
    return (published.isoformat() if published else "XXXX-XX-XX"), 0


_RESOLVERS = {
    "calendar": _calendar, "holiday": _holiday, "weekday": _weekday, "day": _day, "period": _period, "ago": _ago, "in": _ago,
    "season": _season, "quarter": _quarter, "half": _half, "clock": _clock,
}  # fmt: skip
