"""Words of an undated report -> days that it lies on or after, and on or before, each with its proof."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from accord.extract.known_events import KNOWN_EVENTS
from accord.extract.numbers import read_number
from accord.extract.time_calendar import safe_date
from accord.extract.time_mentions import TimeMention
from accord.extract.time_tables import FUTURE_WORDS, MONTHS
from accord.model.report import DateEvidence, Report
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import NoiseKind

# A post that a page embeds, or a full date in the lead, is news of these days.
FRESH_DAYS = 7
# A day and month without a year lies this near to a day that is proven; farther ones may be of another year.
_NEAR_DAYS = 90
# A full date this near to the head of the text is a date line or a lead, not history.
_LEAD_SENTENCES, _LEAD_TOKENS = 2, 12
_POST = re.compile(r"\(@\w+\)\s*$|@\w+\s*[-—·|]?\s*$")
_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_FULL_DATE = re.compile(
    rf"\b(?:(?P<m1>{_MONTH_NAMES})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTH_NAMES})\.?,? (?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<n3>\d\d)-(?P<d3>\d\d))\b",
    re.IGNORECASE,
)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_UP_TO = frozenset("by until till through before".split())
_WILL = frozenset("will 'll ’ll would".split())


@dataclass(frozen=True, slots=True)
class Bound:
    """A day that the report lies on or after (or on or before), and why; `near`: and not long after."""

    day: date
    evidence: DateEvidence
    near: bool = False


@dataclass(slots=True)
class Proof:
    """What has been proven so far."""

    lower: list[Bound] = field(default_factory=list)
    upper: list[Bound] = field(default_factory=list)

    @property
    def low(self) -> Bound | None:
        """The latest of the earliest days, or None."""
        return max(self.lower, key=lambda b: (b.day, b.near), default=None)

    @property
    def near(self) -> Bound | None:
        """The latest of the earliest days that the report follows closely, or None."""
        return max((b for b in self.lower if b.near), key=lambda b: b.day, default=None)

    @property
    def high(self) -> Bound | None:
        """The earliest of the latest days, or None."""
        return min(self.upper, key=lambda b: b.day, default=None)


def _full_dates(text: str) -> list[tuple[date, int, int]]:
    out = []
    for m in _FULL_DATE.finditer(text):
        year = int(m["y1"] or m["y2"] or m["y3"])
        month = int(m["n3"]) if m["n3"] else MONTHS[(m["m1"] or m["m2"]).lower()]
        day = safe_date(year, month, int(m["d1"] or m["d2"] or m["d3"])) if 1 <= month <= 12 else None
        if day:
            out.append((day, m.start(), m.end()))
    return out


def from_url(report: Report, proof: Proof) -> None:
    """A date in the address of the page: a newspaper's may be that of the printed edition, out on the web the evening before."""
    m = _URL_DATE.search(report.url or "")
    day = safe_date(int(m[1]), int(m[2]), int(m[3])) if m else None
    if day:
        evidence = DateEvidence(span=None, why=f"its address carries the date {day.isoformat()}")
        proof.lower.append(Bound(day - timedelta(days=1), evidence, near=True))
        proof.upper.append(Bound(day + timedelta(days=1), evidence))


def from_posts(report: Report, mentions: Sequence[TimeMention], proof: Proof) -> None:
    """Dates of posts that the page embeds: it is no older than they are."""
    spans = [n.span for n in report.noise if n.kind is NoiseKind.EMBED]
    found = [(day, Span(s.start + a, s.start + b)) for s in spans for day, a, b in _full_dates(s.of(report.text))]
    for m in mentions:
        day = date.fromisoformat(m.full_date) if m.full_date and _valid(m.full_date) else None
        if day and _POST.search(report.text[max(0, m.span.start - 60) : m.span.start]):
            found.append((day, m.span))
    for day, span in found:
        why = f"it embeds a post of {day.isoformat()}, so it is no older than that"
        proof.lower.append(Bound(day, DateEvidence(span=span, why=why), near=True))


def _valid(iso: str) -> bool:
    year, month, day = (int(p) for p in iso.split("-"))
    return safe_date(year, month, day) is not None


def from_explicit(sentences: Sequence[Sentence], mentions: Sequence[TimeMention], proof: Proof) -> None:
    """Dates with a year: told as past they are the earliest, told as to come the latest that the report can be."""
    first = sentences[0].index if sentences else 0
    for m in mentions:
        if m.kind != "calendar" or not m.year or len(m.year) != 4 or not 1900 <= int(m.year) <= 2100:
            continue
        year, month = int(m.year), m.month
        day = safe_date(year, month or 1, m.day or 1)
        if day is None:
            continue
        words = m.full_date or (f"{year}-{month:02d}" if month else str(year))
        if not month and _is_modifier(sentences, m):
            # "The 2016 election" is spoken of before it, in it and after it.
            continue
        if is_to_come(sentences, m) or (m.tense > 0 and (m.day or _behind_preposition(sentences, m))):
            end = safe_date(year, month or 12, m.day or 28) or day
            end = end if m.day else (end.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            proof.upper.append(Bound(end, DateEvidence(span=m.span, why=f"{words} is still to come")))
        else:
            near = bool(m.day) and m.sentence - first < _LEAD_SENTENCES and m.first < _LEAD_TOKENS
            if (m.tense >= 0 and not near) or (not month and _word_before(sentences, m) in _UP_TO):
                continue
            proof.lower.append(Bound(day, DateEvidence(span=m.span, why=f"it speaks of {words} as past"), near=near))


def _sentence_of(sentences: Sequence[Sentence], m: TimeMention) -> Sentence | None:
    """The sentence of a mention; sentences are numbered as they come."""
    at = m.sentence - sentences[0].index if sentences else -1
    if 0 <= at < len(sentences) and sentences[at].index == m.sentence:
        return sentences[at]
    return next((s for s in sentences if s.index == m.sentence), None)


def _word_before(sentences: Sequence[Sentence], m: TimeMention) -> str:
    sent = _sentence_of(sentences, m)
    return sent.tokens[m.first - 1].lower if sent is not None and m.first > 0 else ""


def _is_modifier(sentences: Sequence[Sentence], m: TimeMention) -> bool:
    """Whether a year stands before the noun that it belongs to."""
    sent = _sentence_of(sentences, m)
    following = sent.tokens[m.last + 1] if sent and m.last + 1 < len(sent.tokens) else None
    return following is not None and (following.pos in {"NOUN", "PROPN", "ADJ"} or following.tag == "POS")


def _behind_preposition(sentences: Sequence[Sentence], m: TimeMention) -> bool:
    """Reads "Will vote in 2027", not "will recall 2012"."""
    sent = _sentence_of(sentences, m)
    return (
        sent is not None
        and _word_before(sentences, m) in {"in", *_UP_TO}
        and any(t.lower in {"will", "'ll", "’ll", "shall"} or t.lower in FUTURE_WORDS for t in sent.tokens[: m.first])
    )


def is_to_come(sentences: Sequence[Sentence], m: TimeMention) -> bool:
    """Whether the noun that a date belongs to ("the September 3rd parade") is spoken of as coming elsewhere in the report."""
    sent = _sentence_of(sentences, m)
    if sent is None or m.tense < 0 or m.day is None:
        return False
    following = sent.tokens[m.last + 1] if m.last + 1 < len(sent.tokens) else None
    if following is None or following.pos != "NOUN":
        return False
    return any(looks_ahead(s) for s in sentences if any(t.lemma == following.lemma and t.pos == "NOUN" for t in s))


def looks_ahead(sent: Sentence) -> bool:
    """Whether a sentence speaks of what is set to come."""
    return any(t.lower in _WILL or (t.lower in FUTURE_WORDS and t.lower not in {"about", "likely", "set"}) for t in sent) or any(
        a.lower == "set" and b.lower in {"to", "for"} for a, b in zip(sent.tokens, sent.tokens[1:], strict=False)
    )


def from_anniversaries(report: Report, sentences: Sequence[Sentence], proof: Proof) -> tuple[date, DateEvidence] | None:
    """Reads "The tenth anniversary of X" gives the year, and the day if the keeping of it is to come."""
    for sent in sentences:
        found = _years_since(sent)
        if found is None:
            continue
        years, span = found
        words = report.text[span.start : sent.span.end]
        event = next((e for e in KNOWN_EVENTS if e.words.search(words) and (e.where is None or e.where.search(report.text))), None)
        day = safe_date(event.day.year + years, event.day.month, event.day.day) if event and years < 2000 else None
        if event is None or day is None:
            continue
        evidence = DateEvidence(span=span, why=f"{event.name} ({event.day.isoformat()}) has its {years}th anniversary on {day.isoformat()}")
        # Anniversaries are kept, and spoken of, in the months around the day.
        proof.lower.append(Bound(day - timedelta(days=180), evidence))
        if looks_ahead(sent):
            proof.upper.append(Bound(day, evidence))
            return day, evidence
        proof.upper.append(Bound(day + timedelta(days=180), evidence))
    return None


def _years_since(sent: Sentence) -> tuple[int, Span] | None:
    toks = sent.tokens
    for t in toks:
        if t.lower not in {"anniversary", "anniversaries", "years"}:
            continue
        for i in range(max(0, t.i - 4), t.i):
            number = read_number(toks, i)
            if number is None or number.exact is None or number.end > t.i:
                continue
            ordinal = number.kind == "ordinal" and t.lower != "years"
            since = (
                t.lower == "years"
                and t.i + 1 < len(toks)
                and toks[t.i + 1].lower in {"since", "after"}
                and any(k.lower in {"mark", "marks", "marking", "marked"} for k in toks)
            )
            if ordinal or since:
                return int(number.exact), Span(toks[i].start, t.end)
    return None


def from_weekday_and_day(mentions: Sequence[TimeMention], proof: Proof) -> None:
    """Reads "Monday 8 September" is right in one year of five or six; a bound from elsewhere picks it."""
    low, high = proof.low, proof.high
    start = low.day.year if low else (high.day.year - 5 if high else None)
    if start is None:
        return
    for m in mentions:
        if not (m.kind == "calendar" and m.weekday and m.month and m.day and not m.year):
            continue
        days = [d for y in range(start, start + 6) if (d := safe_date(y, m.month, m.day)) and d.isoweekday() == m.weekday]
        days = [
            d
            for d in days
            if (not low or d >= low.day - timedelta(days=_NEAR_DAYS)) and (not high or d <= high.day + timedelta(days=_NEAR_DAYS))
        ]
        if len(days) == 1:
            evidence = DateEvidence(span=m.span, why=f"that day of the month falls on that weekday in {days[0].year}")
            if m.tense > 0:
                proof.upper.append(Bound(days[0], evidence))
                proof.lower.append(Bound(days[0] - timedelta(days=_NEAR_DAYS), evidence))
            else:
                proof.lower.append(Bound(days[0], evidence, near=m.tense < 0))


def from_near_days(sentences: Sequence[Sentence], mentions: Sequence[TimeMention], proof: Proof) -> None:
    """A day and month without a year, near a proven day: past it moves the earliest day, to come the latest."""
    low = proof.near
    if low is None:
        return
    for m in mentions:
        if m.kind != "calendar" or m.year or not m.month or not m.day or m.shift is not None:
            continue
        days = [d for y in (low.day.year - 1, low.day.year, low.day.year + 1) if (d := safe_date(y, m.month, m.day))]
        day = min(days, key=lambda d: abs((d - low.day).days), default=None)
        if day is None or day < low.day or (day - low.day).days > _NEAR_DAYS:
            continue
        if m.tense > 0 or is_to_come(sentences, m):
            proof.upper.append(Bound(day, DateEvidence(span=m.span, why=f"{day.isoformat()} is still to come")))
        elif m.tense < 0 and (day - low.day).days <= FRESH_DAYS:
            proof.lower.append(Bound(day, DateEvidence(span=m.span, why=f"it speaks of {day.isoformat()} as past"), near=True))


def from_weeks(mentions: Sequence[TimeMention], coming: tuple[date, DateEvidence], proof: Proof) -> None:
    """The event of a known day is "next week" or "this week", "tomorrow" or "today": so is the day of publication."""
    day, _ = coming
    for m in mentions:
        if m.anchor != "published" or m.shift is None or m.shift < 0 or m.tense < 0:
            continue
        if m.kind == "period" and m.unit == "W":
            monday = day - timedelta(days=day.isoweekday() - 1 + 7 * m.shift)
            low, high = monday, monday + timedelta(days=6)
        elif m.kind == "day" and m.shift in {0, 1} and m.part is None:
            low = high = day - timedelta(days=m.shift)
        elif m.kind == "period" and m.unit == "M":
            months = day.year * 12 + day.month - 1 - m.shift
            low = date(months // 12, months % 12 + 1, 1)
            high = (low + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        else:
            continue
        if m.kind == "period" and m.mod in {"START", "END"} and m.shift == 0 and m.tense <= 0:
            continue
        evidence = DateEvidence(
            span=m.span,
            why=f"the event of {day.isoformat()} is told in these words, so the report is of {low.isoformat()} to {high.isoformat()}",
        )
        proof.lower.append(Bound(low, evidence, near=True))
        proof.upper.append(Bound(high, evidence))
        return
