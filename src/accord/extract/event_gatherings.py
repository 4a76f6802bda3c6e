"""Sentences, places and times -> the gatherings that a report tells of, with host country and day, so that who attends has a host."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from accord.extract.event_cast import Cast
from accord.extract.event_lexicon import object_classes
from accord.extract.event_roles import parties
from accord.extract.event_syntax import governing_verb, subjects
from accord.model.reading import TimeExpression
from accord.model.sentence import Sentence
from accord.model.timex import contains
from accord.model.vocabulary import EntityKind, TimeType

# A gathering may be spoken of this many sentences before its place is told (a headline).
_AHEAD = 2
# Mentions compared with each other; a longer list is no report of one gathering.
_MOST = 60
# A place this many words off, on the same verb, may be that of the gathering.
_NEAR = 8
# Words that point back to a gathering without naming its kind.
_POINTING = frozenset("event gathering occasion ceremony".split())
_HOSTING = frozenset("host hold stage organize organise convene".split())
_LOCATIVE = frozenset("in at to through near outside".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A parade, summit, conference ... as told at one place of a report.

    Attributes:
        token: The noun.
        country: ISO 3166-1 alpha-3 of the country where it is held, or None.
        time: When it is held, or None.
    """

    sentence: int
    token: int
    lemma: str
    country: str | None
    time: TimeExpression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gatherings:
    """The gatherings of one report.

    Attributes:
        mentions: By sentence and token, each completed with host and day from other mentions of the same gathering.
        main: The gathering with a known host that is told of most, or None.
        since: First sentence from which the main gathering is taken for granted.
    """

    mentions: Mapping[tuple[int, int], Gathering]
    main: Gathering | None
    since: int

    def near(self, s: Sentence, tokens: Iterable[int]) -> Gathering | None:
        """The gathering that one of `tokens` names, else the one that the report is about."""
        named = next((self.mentions[s.index, i] for i in sorted(tokens) if (s.index, i) in self.mentions), None)
        return named or (self.main if s.index >= self.since else None)

    def named(self, s: Sentence, tokens: Iterable[int]) -> bool:
        """Whether one of `tokens` names a gathering."""
        return any((s.index, i) in self.mentions for i in tokens)


def _complete(g: Gathering, found: Sequence[Gathering]) -> Gathering:
    """Host and day from other mentions of the same kind, the nearest before first."""
    if g.country and g.time and is_day(g.time):
        return g
    same = [o for o in found if o is not g and (o.lemma == g.lemma or g.lemma in _POINTING or o.lemma in _POINTING)]
    same.sort(key=lambda o: (o.sentence > g.sentence, abs(o.sentence - g.sentence)))
    country = g.country or next((o.country for o in same if o.country), None)
    times = [o.time for o in same if o.time and o.country in (None, country)]
    exact = (t for t in times if is_day(t) and (g.time is None or contains(g.time.value, t.value)))
    time = next(exact, None) or g.time or next(iter(times), None)
    return replace(g, country=country, time=time)


def is_day(time: TimeExpression) -> bool:
    """Whether a time is a single day."""
    return len(time.value) >= 10 and time.value[8:10].isdigit()


def _main(found: Sequence[Gathering]) -> Gathering | None:
    counts = Counter((g.lemma, g.country) for g in found if g.country)
    if not counts:
        return None
    top = counts.most_common(1)[0][0]
    same = [g for g in found if (g.lemma, g.country) == top]
    return next((g for g in same if g.time), same[0])


def find_gatherings(cast: Cast, times: Sequence[TimeExpression], kept: TimeExpression | None = None) -> Gatherings:
    """Nouns of gathering with the place and the day of their sentence, in order.

    Args:
        cast: Who is mentioned where.
        times: The report's times.
        kept: The day of the anniversary that the report tells of: it is that of the gatherings in that week or month.
    """
    days: dict[int, list[TimeExpression]] = {}
    for time in times:
        if time.type in (TimeType.DATE, TimeType.TIME) and len(time.value) >= 7 and not time.value.endswith("REF"):
            days.setdefault(time.sentence, []).append(time)
    kinds = object_classes()["gathering"]
    out = []
    for s in cast.sentences:
        for t in s.tokens:
            low = t.lemma.lower()
            if low not in kinds or t.pos not in ("NOUN", "PROPN") or (t.tag == "NNS" and low in ("talk", "session")):
                continue
            out.append(
                Gathering(sentence=s.index, token=t.i, lemma=low, country=_host(cast, s, t.i), time=_day(s, t.i, days.get(s.index, [])))
            )
    if kept is not None:
        out = [replace(g, time=kept) if g.time is not None and contains(g.time.value, kept.value) else g for g in out]
    full = [_complete(g, out[:_MOST]) for g in out]
    main = _main(full)
    full = [g if g.country or main is None else replace(g, country=main.country, time=g.time or main.time) for g in full]
    first = min((g.sentence for g in out if g.country), default=0)
    return Gatherings(mentions={(g.sentence, g.token): g for g in full}, main=main, since=first - _AHEAD)


def _host(cast: Cast, s: Sentence, noun: int) -> str | None:
    places = cast.places
    if (hosting := _hosting_state(cast, s, noun)) is not None:
        return hosting
    spots = [t.i for t in s.tokens if (s.index, t.i) in places and _locates(s, t.i)]
    inside = {t.i for t in s.subtree(noun)}
    verb = governing_verb(s, noun)
    here = next((t for t in s.tokens if t.lower == "here" and t.dep == "advmod"), None)
    if here is not None and cast.dateline is not None and (here.i in inside or governing_verb(s, here.i) == verb):
        return cast.dateline
    beside = [i for i in spots if abs(i - noun) <= _NEAR and governing_verb(s, i) == verb]
    found = [i for i in spots if i in inside] or beside
    return places[s.index, min(found, key=lambda i: abs(i - noun))].country if found else None


def _hosting_state(cast: Cast, s: Sentence, noun: int) -> str | None:
    """Country of the state that holds or hosts the gathering by its verb."""
    t = s.tokens[noun]
    verb = s.tokens[t.head]
    if t.dep not in ("dobj", "nsubjpass") or verb.lemma.lower() not in _HOSTING:
        return None
    found = (cast.by_id[i] for i in parties(cast, s, subjects(s, verb.i)))
    return next((e.country for e in found if e.kind is EntityKind.STATE and e.country), None)


def _locates(s: Sentence, i: int) -> bool:
    """Whether a place name stands in an "in", "at" or "to" phrase, or before its noun ("the Vienna summit")."""
    t = s.tokens[i]
    while t.dep in ("compound", "conj", "appos") and t.head != t.i and s.tokens[t.head].pos == "PROPN":
        t = s.tokens[t.head]
    head = s.tokens[t.head]
    return (t.dep == "pobj" and head.lower in _LOCATIVE) or (t.dep == "compound" and head.pos == "NOUN")


def _day(s: Sentence, noun: int, days: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day in the noun's own words, else the only day of its clause, not that on which somebody spoke of it."""
    words = s.subtree(noun)
    for time in days:
        if any(t.start >= time.span.start and t.end <= time.span.end for t in words):
            return time
    clauses = _clauses(s, noun)
    told = (time for time in days for t in s.covering(time.span)[:1] if governing_verb(s, t.i) in clauses)
    return next(told, None) if len(days) == 1 else None


def _clauses(s: Sentence, i: int) -> frozenset[int | None]:
    """The verb of a word's clause and those above it, up to a clause that only reports."""
    verbs: list[int | None] = []
    for t in s.ancestors(i):
        if t.pos in ("VERB", "AUX"):
            verbs.append(t.i)
            if t.dep == "ccomp":
                break
    return frozenset(verbs or [None])
