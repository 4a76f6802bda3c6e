"""Words of an undated report -> the year that it lies in, and with the year what its days and months prove."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from accord.extract.dating_evidence import Bound, Proof, is_to_come, looks_ahead
from accord.extract.known_news import NewsEvent, news_events, roles
from accord.extract.time_calendar import safe_date
from accord.extract.time_mentions import TimeMention
from accord.knowledge.people import CHIEFS, WELL_KNOWN, Person, holders, holders_by_surname
from accord.model.report import DateEvidence, Report
from accord.model.sentence import Sentence
from accord.model.spans import Span

# Titles to offices; "minister" alone may be any.
_OFFICES = {
    "president": "chief_of_state",
    "premier": "head_of_government",
    "chancellor": "head_of_government",
    "minister": "head_of_government",
}
_NOT_NOW = frozenset(
    "former ex late then ex- then- deposed ousted acting vice deputy past onetime ex-president elect old first slain".split()
)
_WEEK_DAYS = 6
# Between a time and the happening that it dates, in words.
_BEFORE_HEAD, _BEHIND_HEAD = 4, 8
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|in advance of|upcoming|prepar\w+|heading into|leading up|going into|eve of|before|next|look\w* ahead)\b", re.I
)
_DATELINE_TOKENS = 14
_DASHES = frozenset(("(", "-", "--", "–", "—"))


# ------------------------------------------------------------------------------------------------ happenings


def from_news(report: Report, sentences: Sequence[Sentence], mentions: Sequence[TimeMention], proof: Proof) -> None:
    """A report that names a happening is no older than it; "Monday's debate" and "the attack on Sunday" give the week."""
    low, high = proof.low, proof.high
    by_sentence: dict[int, list[TimeMention]] = {}
    for m in mentions:
        by_sentence.setdefault(m.sentence, []).append(m)
    named: list[tuple[NewsEvent, TimeMention, Span, int]] = []
    for event in _possible(report.text):
        if (low and event.day < low.day - timedelta(days=_WEEK_DAYS)) or (high and event.day > high.day + timedelta(days=_WEEK_DAYS)):
            continue
        for sent in sentences:
            for m in by_sentence.get(sent.index, ()) if _is_week_time(by_sentence.get(sent.index, ())) else ():
                for head in event.words.finditer(sent.span.of(report.text)):
                    direction = _dated_by(sent, m, Span(sent.span.start + head.start(), sent.span.start + head.end()), event.day)
                    if direction is not None:
                        named.append((event, m, Span(sent.span.start + head.start(), sent.span.start + head.end()), direction))
        if event.plain and (found := event.words.search(report.text)):
            evidence = DateEvidence(span=Span(*found.span()), why=f"{event.name} was on {event.day.isoformat()}")
            proof.lower.append(Bound(event.day, evidence))
    _of_one_day(named, {m.tense for m in mentions if m.kind == "weekday" and any(m.weekday == n[1].weekday for n in named)}, proof)


def _of_one_day(named: Sequence[tuple[NewsEvent, TimeMention, Span, int]], tenses: set[int], proof: Proof) -> None:
    """Two happenings of different days cannot both be of this week; the words must agree on one.

    `tenses` are those of that weekday wherever the report has it: where it is both past and to come, neither is believed.
    """
    days = {event.day for event, *_ in named}
    if len(days) != 1:
        return
    event, m, _, _ = named[0]
    directions = {d for *_, d in named} | ({0} if {-1, 1} <= tenses else set())
    first = event.day - timedelta(days=0 if directions == {-1} else _WEEK_DAYS)
    last = event.day + timedelta(days=0 if directions == {1} else _WEEK_DAYS)
    evidence = DateEvidence(span=m.span, why=f"{event.name} of {event.day.isoformat()} is dated by its weekday")
    proof.lower.append(Bound(first, evidence, near=directions == {-1}))
    proof.upper.append(Bound(last, evidence))


def _possible(text: str) -> list[NewsEvent]:
    low = text.lower()
    return [e for e in news_events() if any(k in low for k in e.keys) and all(c.search(text) for c in e.context) and e.words.search(text)]


def _is_week_time(mentions: Sequence[TimeMention]) -> bool:
    return any(m.kind == "weekday" for m in mentions)


def _dated_by(sent: Sentence, m: TimeMention, head: Span, day: date) -> int | None:
    """-1, 0 or +1 for a happening that the weekday `m` dates as past, open or to come; None if it does not date it."""
    if m.kind != "weekday" or m.weekday != day.isoweekday() or m.nth is not None or m.shift not in {None, -1}:
        return None
    covered = sent.covering(head)
    if not covered:
        return None
    first, last = covered[0].i, covered[-1].i
    if m.last < last and m.first < last:
        gap, step = sent.tokens[m.last + 1 : last], _BEFORE_HEAD
        possessed = bool(gap) and gap[0].tag == "POS"
        if not possessed and any(t.pos in {"ADP", "PRON", "DET"} for t in gap):
            return None
    else:
        gap, step = sent.tokens[last + 1 : m.first], _BEHIND_HEAD
    if first <= m.first <= last:
        gap = ()
    if len(gap) > step or any(t.pos in {"VERB", "AUX", "PUNCT", "SCONJ"} and t.tag != "POS" for t in gap):
        return None
    ahead = _AHEAD_OF.search(" ".join(t.lower for t in sent.tokens[: m.first]))
    if m.tense > 0:
        # An infinitive ("tries to win over voters at Monday's debate") says nothing of when the debate is.
        return 1 if ahead or looks_ahead(sent) else 0
    return -1 if m.tense < 0 and not ahead else 0


# ------------------------------------------------------------------------------------------------ people in office


def from_people(report: Report, sentences: Sequence[Sentence], mentions: Sequence[TimeMention], proof: Proof) -> None:
    """A chief of state, or a nominee, who acts on a weekday of the report is in office then."""
    current = {m.sentence for m in mentions if m.kind in {"weekday", "day"} and m.anchor == "published"}
    for sent in sentences:
        words = sent.span.of(report.text)
        for role in roles() if "nominee" in words.lower() else ():
            found = role.words.search(words)
            if found is None:
                continue
            span = Span(sent.span.start + found.start(), sent.span.start + found.end())
            evidence = DateEvidence(span=span, why=f"{role.name}: {role.since.isoformat()} to {role.until.isoformat()}")
            proof.lower.append(Bound(role.since, evidence))
            if sent.index in current:
                proof.upper.append(Bound(role.until, evidence))
        if sent.index in current:
            for name, span, since, until in _chiefs(sent, [m for m in mentions if m.sentence == sent.index]):
                evidence = DateEvidence(span=span, why=f"{name} was in office from {since or '?'} to {until or 'now'}")
                if since:
                    proof.lower.append(Bound(date.fromisoformat(since), evidence))
                if until:
                    proof.upper.append(Bound(date.fromisoformat(until), evidence))


def _acts_on(sent: Sentence, m: TimeMention) -> set[int]:
    """The verb that a time of the week belongs to, and its auxiliaries' place."""
    if m.kind not in {"weekday", "day"} or m.anchor != "published":
        return set()
    at = sent.tokens[m.last]
    for up in sent.ancestors(at.i):
        if up.pos in {"VERB", "AUX"}:
            return {up.i}
    return set()


def _chiefs(sent: Sentence, mentions: Sequence[TimeMention]) -> Iterator[tuple[str, Span, str | None, str | None]]:
    """Persons under a title of chief who act on a day of the week, with the days on which anybody of that name held the office."""
    toks = sent.tokens
    verbs: set[int] = set()
    for m in mentions:
        verbs |= _acts_on(sent, m)
    for t in toks:
        office = _OFFICES.get(t.lower)
        if office is None or not t.text[0].isupper() or (t.i and toks[t.i - 1].lower in _NOT_NOW):
            continue
        if t.lower == "minister" and (t.i == 0 or toks[t.i - 1].lower != "prime" or (t.i > 1 and toks[t.i - 2].lower in _NOT_NOW)):
            continue
        end = t.i + 1
        while end < len(toks) and toks[end].pos == "PROPN" and end - t.i <= 4:
            end += 1
        name = " ".join(k.text for k in toks[t.i + 1 : end])
        head = toks[end - 1]
        if head.dep not in {"nsubj", "nsubjpass"} or head.head not in verbs:
            continue
        terms = [
            (k.since, k.until)
            for p in _persons(name)
            for k in p.terms
            if k.office in {office, *CHIEFS} and k.since and (k.certain or k.until)
        ] if name else []  # fmt: skip
        if terms:
            until = None if any(u is None for _, u in terms) else max(u for _, u in terms if u)
            yield f"{t.text} {name}", Span(t.start, toks[end - 1].end), min(s for s, _ in terms if s), until


def _persons(name: str) -> tuple[Person, ...]:
    found = holders(name)
    return found or tuple(p for p in holders_by_surname(name) if p.country in WELL_KNOWN)


# ------------------------------------------------------------------------------------------------ days of the year


def from_year(sentences: Sequence[Sentence], mentions: Sequence[TimeMention], proof: Proof) -> None:
    """Where the year is proven, days and months without one are of it: past they move the first day, to come the last.

    Newspapers write the year of a date that is not of the running year (Associated Press Stylebook).
    """
    year = _year(proof)
    if year is None:
        return
    for m in mentions:
        if m.kind != "calendar" or not m.month or m.year or m.shift is not None or m.event_year:
            continue
        first = safe_date(year, m.month, m.day or 1)
        if first is None:
            continue
        last = first if m.day else (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        words = first.isoformat() if m.day else first.isoformat()[:7]
        if m.day and is_dateline(sentences, m):
            evidence = DateEvidence(span=m.span, why=f"its dateline says {words}, in the year that the rest proves")
            proof.lower.append(Bound(first, evidence))
            proof.upper.append(Bound(first + timedelta(days=1), evidence))
        elif m.tense > 0 or is_to_come(sentences, m):
            proof.upper.append(Bound(last, DateEvidence(span=m.span, why=f"{words} is still to come")))
        elif m.tense < 0:
            proof.lower.append(Bound(first, DateEvidence(span=m.span, why=f"it speaks of {words} as past")))


def _year(proof: Proof) -> int | None:
    low, high = proof.low, proof.high
    if low is None or high is None or low.day > high.day:
        return None
    # A term that ends in January leaves the year before it.
    early = high.day.year == low.day.year + 1 and high.day.month == 1 and low.day.month > 1
    return low.day.year if low.day.year == high.day.year or early else None


def is_dateline(sentences: Sequence[Sentence], m: TimeMention) -> bool:
    """A day and month before the dash or the agency's bracket at the head of the text."""
    sent = next((s for s in sentences[:3] if s.index == m.sentence), None)
    if sent is None or m.kind != "calendar" or m.first > _DATELINE_TOKENS or m.first == 0:
        return False
    before = sent.tokens[m.first - 1]
    return before.text in {",", ")"} and any(t.text in _DASHES for t in sent.tokens[m.last + 1 : m.last + 8])
