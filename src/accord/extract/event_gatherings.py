"""Sentences, places and times -> the gatherings that a report tells of, with host country and day, so that who attends has a host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accord.extract.event_lexicon import object_classes
from accord.model.reading import Place, TimeExpression
from accord.model.sentence import Sentence
from accord.model.vocabulary import TimeType

# Words that point back to a gathering without naming its kind.
_POINTING = frozenset("event gathering occasion ceremony".split())
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


@dataclass(frozen=True, slots=True)
class Gatherings:
    """The gatherings of one report in order of mention."""

    mentions: tuple[Gathering, ...]

    def near(self, s: Sentence, tokens: frozenset[int]) -> Gathering | None:
        """The gathering that one of `tokens` names, completed from other mentions; else the one that the report is about."""
        named = next((g for g in self.mentions if g.sentence == s.index and g.token in tokens), None)
        if named is None:
            return self.main(s.index)
        return self._complete(named)

    def named(self, s: Sentence, tokens: frozenset[int]) -> bool:
        """Whether one of `tokens` names a gathering."""
        return any(g.sentence == s.index and g.token in tokens for g in self.mentions)

    def main(self, before: int) -> Gathering | None:
        """The gathering with a known host that is told of most; only if it is told of before or shortly after sentence `before`."""
        hosted = [g for g in self.mentions if g.country]
        if not hosted or hosted[0].sentence > before + 2:
            return None
        counts: dict[tuple[str, str | None], int] = {}
        for g in self.mentions:
            done = self._complete(g, alone=True)
            counts[(done.lemma, done.country)] = counts.get((done.lemma, done.country), 0) + 1
        lemma, country = max((k for k in counts if k[1]), key=lambda k: counts[k])
        return self._complete(next(g for g in hosted if g.country == country and g.lemma == lemma))

    def _complete(self, g: Gathering, *, alone: bool = False) -> Gathering:
        """Host and day from other mentions of the same kind, the nearest before first."""
        if g.country and (g.time or alone):
            return g
        same = [o for o in self.mentions if o is not g and (o.lemma == g.lemma or g.lemma in _POINTING or o.lemma in _POINTING)]
        same.sort(key=lambda o: (o.sentence > g.sentence, abs(o.sentence - g.sentence)))
        country = g.country or next((o.country for o in same if o.country), None)
        time = g.time or next((o.time for o in same if o.time and o.country in (None, country)), None)
        return Gathering(sentence=g.sentence, token=g.token, lemma=g.lemma, country=country, time=time)


def find_gatherings(sentences: Sequence[Sentence], places: Mapping[tuple[int, int], Place], times: Sequence[TimeExpression]) -> Gatherings:
    """Nouns of gathering with the place and the day of their sentence, in order."""
    days: dict[int, list[TimeExpression]] = {}
    for time in times:
        if time.type in (TimeType.DATE, TimeType.TIME) and len(time.value) >= 7:
            days.setdefault(time.sentence, []).append(time)
    kinds = object_classes()["gathering"]
    out = []
    for s in sentences:
        for t in s.tokens:
            low = t.lemma.lower()
            if low not in kinds or t.pos not in ("NOUN", "PROPN") or (t.tag == "NNS" and low in ("talk", "session")):
                continue
            out.append(
                Gathering(sentence=s.index, token=t.i, lemma=low, country=_host(s, t.i, places), time=_day(s, t.i, days.get(s.index, [])))
            )
    return Gatherings(tuple(out))


def _host(s: Sentence, noun: int, places: Mapping[tuple[int, int], Place]) -> str | None:
    inside = [places[(s.index, t.i)].country for t in s.subtree(noun) if (s.index, t.i) in places and _locates(s, t.i)]
    if inside:
        return inside[0]
    near = [(abs(t.i - noun), places[(s.index, t.i)].country) for t in s.tokens if (s.index, t.i) in places and _locates(s, t.i)]
    close = [c for d, c in sorted(near, key=lambda x: x[0]) if d <= 12]
    return close[0] if close else None


def _locates(s: Sentence, i: int) -> bool:
    """Whether a place name stands in an "in", "at" or "to" phrase, or before its noun ("the Ufa summit")."""
    t = s.tokens[i]
    while t.dep in ("compound", "conj", "appos") and t.head != t.i and s.tokens[t.head].pos == "PROPN":
        t = s.tokens[t.head]
    head = s.tokens[t.head]
    return (t.dep == "pobj" and head.lower in _LOCATIVE) or (t.dep == "compound" and head.pos == "NOUN")


def _day(s: Sentence, noun: int, days: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day in the noun's own words, else the only day of the sentence."""
    words = s.subtree(noun)
    for time in days:
        if any(t.start >= time.span.start and t.end <= time.span.end for t in words):
            return time
    return days[0] if len(days) == 1 else None
