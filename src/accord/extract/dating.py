"""A report without a date and what it says -> the days on which it can have been published, with the words that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from accord.extract.dating_evidence import (
    FRESH_DAYS,
    Proof,
    from_anniversaries,
    from_explicit,
    from_near_days,
    from_posts,
    from_url,
    from_weekday_and_day,
    from_weeks,
)
from accord.extract.dating_window import from_news, from_people, from_year, is_dateline
from accord.extract.time_calendar import safe_date
from accord.extract.time_mentions import TimeMention
from accord.model.report import DateEvidence, Published, Report, ReportId
from accord.model.sentence import Sentence
from accord.model.vocabulary import DateBasis

_WIDEST_DAYS = 31


def date_report(report: Report, sentences: Sequence[Sentence], mentions: Sequence[TimeMention]) -> Published:
    """The stated date, or an interval of days from inner evidence, or unknown.

    Evidence: full dates in the text and in embedded posts, anniversaries of well-dated events, a weekday that agrees with a day of the
    month, a day and month near a proven day, "next week" for an event whose day is known, weekdays told as past.

    Args:
        report: Its `noise` of kind `embed` is read for the dates of posts.
        sentences: Of this report.
        mentions: As `find_times` gives them for `sentences`.
    """
    if report.published.basis is DateBasis.STATED or report.published.earliest:
        return report.published
    proof = Proof()
    from_url(report, proof)
    if proof.lower:
        # What the address says is meant as the date; words of the text only ever pull it astray.
        return _conclude(sentences, (), proof)
    from_posts(report, mentions, proof)
    from_explicit(sentences, mentions, proof)
    coming = from_anniversaries(report, sentences, proof)
    from_people(report, sentences, mentions, proof)
    from_news(report, sentences, mentions, proof)
    from_weekday_and_day(mentions, proof)
    from_year(sentences, mentions, proof)
    from_near_days(sentences, mentions, proof)
    if coming is not None:
        from_weeks(mentions, coming, proof)
    return _conclude(sentences, mentions, proof)


def _conclude(sentences: Sequence[Sentence], mentions: Sequence[TimeMention], proof: Proof) -> Published:
    low, high = proof.low, proof.high
    if low is None and high is None:
        return Published()
    if low and high and low.day > high.day:
        # The evidence is at odds (a slip in the report, a wrong tense): the later word on the past is believed, the rest dropped.
        high = None
    evidence = [b.evidence for b in (low, high) if b]
    first, last = low.day if low else None, high.day if high else None
    near = proof.near
    if first and near and near.day + timedelta(days=FRESH_DAYS) >= first and (last is None or (last - near.day).days > FRESH_DAYS):
        last = near.day + timedelta(days=FRESH_DAYS)
    if first and last and (last - first).days <= FRESH_DAYS:
        first, last, more = _by_weekdays(mentions, first, last)
        evidence.extend(more)
    if first is None or last is None or (last - first).days > _WIDEST_DAYS:
        # Two distant years close an interval only by chance: on dated reports read as undated such intervals were wrong six times of seven.
        return Published()
    return Published(earliest=first.isoformat(), latest=last.isoformat(), basis=DateBasis.INFERRED, evidence=tuple(dict.fromkeys(evidence)))


def _told_weekdays(mentions: Sequence[TimeMention]) -> list[TimeMention]:
    return [m for m in mentions if m.kind == "weekday" and m.weekday and m.shift is None and m.nth is None and m.tense < 0]


def _by_weekdays(mentions: Sequence[TimeMention], first: date, last: date) -> tuple[date, date, list[DateEvidence]]:
    """Inside one week, the latest weekday told as past is the earliest day that is left."""
    days = {first + timedelta(days=n): None for n in range((last - first).days + 1)}
    if first.isocalendar()[:2] != last.isocalendar()[:2]:
        return first, last, []
    best: tuple[date, TimeMention] | None = None
    for m in _told_weekdays(mentions):
        day = next((d for d in days if d.isoweekday() == m.weekday), None)
        if day and (best is None or day > best[0]):
            best = (day, m)
    if best is None:
        return first, last, []
    why = f"this weekday is past, and in that week it is {best[0].isoformat()}"
    return best[0], last, [DateEvidence(span=best[1].span, why=why)]


# An undated report of a story is published from so many days before the dated ones to so many after.
_BEFORE_DAYS, _AFTER_DAYS = 2, 5
_NARROW_DAYS = 10
Dated = tuple[Report, Sequence[Sentence], Sequence[TimeMention], Published]


def date_story(reports: Sequence[Dated]) -> dict[ReportId, Published]:
    """Publication dates of reports that tell one happening: dated ones date the others.

    A report whose own evidence leaves more than ten days lies in the days around its dated sisters; the weekdays that it tells as past, and
    days of the month past or to come, narrow that. Reports that are dated, and all of them if none is, stay as they are.
    """
    out = {report.id: published for report, _, _, published in reports}
    known = [p for p in out.values() if _width(p) <= _NARROW_DAYS]
    if not known:
        return out
    first = min(date.fromisoformat(p.earliest) for p in known if p.earliest)
    last = max(date.fromisoformat(p.latest) for p in known if p.latest)
    if (last - first).days > 2 * _NARROW_DAYS:
        return out
    for report, sentences, mentions, published in reports:
        if _width(published) > _NARROW_DAYS:
            out[report.id] = _beside(sentences, mentions, published, (first, last))
    return out


def _width(p: Published) -> int:
    if not p.earliest or not p.latest:
        return _WIDEST_DAYS
    return (date.fromisoformat(p.latest) - date.fromisoformat(p.earliest)).days


def _beside(sentences: Sequence[Sentence], mentions: Sequence[TimeMention], own: Published, sisters: tuple[date, date]) -> Published:
    first, last = sisters[0] - timedelta(days=_BEFORE_DAYS), sisters[1] + timedelta(days=_AFTER_DAYS)
    told = f"{sisters[0].isoformat()}" if sisters[0] == sisters[1] else f"{sisters[0].isoformat()} to {sisters[1].isoformat()}"
    evidence = [DateEvidence(span=None, why=f"reports of the same story are of {told}")]
    if own.earliest and own.latest:
        low, high = max(first, date.fromisoformat(own.earliest)), min(last, date.fromisoformat(own.latest))
        if low <= high:
            first, last = low, high
            evidence.extend(own.evidence)
    for m in mentions:
        day = _day_beside(m, sisters[1])
        if day is None:
            continue
        if is_dateline(sentences, m) and abs((day - sisters[1]).days) <= _NARROW_DAYS:
            why = f"its dateline says {day.isoformat()}, in the year of the other reports"
            return Published(
                earliest=day.isoformat(),
                latest=day.isoformat(),
                basis=DateBasis.INFERRED,
                evidence=(*evidence, DateEvidence(span=m.span, why=why)),
            )
        if m.tense < 0 and first < day <= last:
            first, last = day, min(last, day + timedelta(days=_AFTER_DAYS))
            evidence.append(DateEvidence(span=m.span, why=f"it tells of {day.isoformat()} as past"))
        elif m.tense > 0 and m.kind == "calendar" and first <= day < last:
            last = day
            evidence.append(DateEvidence(span=m.span, why=f"{day.isoformat()} is still to come"))
    return Published(earliest=first.isoformat(), latest=max(first, last).isoformat(), basis=DateBasis.INFERRED, evidence=tuple(evidence))


def _day_beside(m: TimeMention, beside: date) -> date | None:
    """The day nearest to `beside` that a weekday told as past, or a day and month, can mean."""
    if m.kind == "weekday" and m.weekday and m.shift is None and m.nth is None:
        step = (m.weekday - beside.isoweekday()) % 7
        # Sisters come out within a day of one another; what would lie two days ahead is last week's.
        return beside + timedelta(days=step if step <= 1 else step - 7)
    if m.kind == "calendar" and m.month and m.day and not m.year:
        days = [d for y in (beside.year - 1, beside.year, beside.year + 1) if (d := safe_date(y, m.month, m.day))]
        return min(days, key=lambda d: abs((d - beside).days), default=None)
    return None
