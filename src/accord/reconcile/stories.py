"""Readings -> groups of reports that tell of one happening, by shared words and names within a window of days."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from accord.model.reading import Reading
from accord.model.timex import interval
from accord.reconcile.terms import terms

_LEAD = 4  # sentences that name the event of a report (inverted pyramid); their words count twice
_NAME_WEIGHT = 1.3
_KEYS = 30  # heaviest terms of a report that may propose a partner
_ALL_PAIRS = 150  # up to here every pair is looked at; beyond, only pairs that share keys
_LEAST_KEYS = 3

# Cosine that a pair needs, by days between the two reports. Measured on 45 development stories of four kinds (cosine of pairs
# of one story / of two: Syria 5 % quantile 0.28 / 99 % quantile 0.45 at any distance, MUC-4 0.13 / 0.28, BASIL 0.32 / 0.31,
# AllSides 0.16 / 0.37); stories that look alike are told apart by their days.
_NEEDED = ((3, 0.145), (10, 0.205), (30, 0.42), (10_000, 0.55))
_UNDATED = 0.16
_OTHER_DAY = 0.75  # factor where the leads place the event on days that exclude each other


@dataclass(frozen=True, slots=True)
class _Profile:
    weights: dict[str, float]
    keys: frozenset[str]
    first: date | None
    last: date | None
    lead_days: frozenset[date]


def _profile(reading: Reading) -> _Profile:
    counts: Counter[str] = Counter()
    for k, sent in enumerate(reading.sentences):
        for t in terms(sent):
            counts[t] += 2 if k < _LEAD else 1
    raw = {t: (1 + math.log(n)) * (_NAME_WEIGHT if t.startswith("N:") else 1.0) for t, n in counts.items()}
    norm = math.sqrt(sum(w * w for w in raw.values())) or 1.0
    weights = {t: w / norm for t, w in raw.items()}
    keys = frozenset(sorted(weights, key=lambda t: (-weights[t], t))[:_KEYS])
    p = reading.published
    return _Profile(weights, keys, _day(p.earliest), _day(p.latest), _lead_days(reading))


def _day(iso: str | None) -> date | None:
    span = interval(iso) if iso else None
    return span[0] if span else None


def _lead_days(reading: Reading) -> frozenset[date]:
    days = set()
    for t in reading.times:
        span = interval(t.value) if t.sentence < 2 else None
        if span and span[0] == span[1]:
            days.add(span[0])
    return frozenset(days)


def _gap(a: _Profile, b: _Profile) -> int | None:
    """Days between the intervals of publication, 0 where they overlap, None if one is not known."""
    if not (a.first and a.last and b.first and b.last):
        return None
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def _together(a: _Profile, b: _Profile) -> bool:
    small, large = (a, b) if len(a.weights) <= len(b.weights) else (b, a)
    cosine = sum(w * large.weights.get(t, 0.0) for t, w in small.weights.items())
    if a.lead_days and b.lead_days and not a.lead_days & b.lead_days:
        cosine *= _OTHER_DAY
    gap = _gap(a, b)
    needed = _UNDATED if gap is None else next((c for days, c in _NEEDED if gap <= days), 1.0)
    return cosine >= needed


def _candidates(profiles: Sequence[_Profile]) -> Iterator[tuple[int, int]]:
    if len(profiles) <= _ALL_PAIRS:
        yield from combinations(range(len(profiles)), 2)
        return
    where: dict[str, list[int]] = defaultdict(list)
    for k, p in enumerate(profiles):
        for key in p.keys:
            where[key].append(k)
    shared: Counter[tuple[int, int]] = Counter()
    most = max(40, int(len(profiles) * 0.05))
    for ks in where.values():
        if len(ks) <= most:
            shared.update(combinations(ks, 2))
    yield from sorted(pair for pair, n in shared.items() if n >= _LEAST_KEYS)


def group_stories(readings: Sequence[Reading], copies: Sequence[tuple[int, int]] = ()) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes, each sorted, in the order of their first member; a report of no other's story is a group of its own.

    Args:
        readings: In any order; the groups depend on the set only.
        copies: Pairs of indexes that share their wording; they always belong together.
    """
    profiles = [_profile(r) for r in readings]
    parent = list(range(len(readings)))

    def find(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for a, b in copies:
        parent[find(b)] = find(a)
    for a, b in _candidates(profiles):
        if find(a) != find(b) and _together(profiles[a], profiles[b]):
            parent[find(b)] = find(a)
    groups: dict[int, list[int]] = defaultdict(list)
    for k in range(len(readings)):
        groups[find(k)].append(k)
    return tuple(sorted(map(tuple, groups.values())))
