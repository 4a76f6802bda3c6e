"""Readings -> groups of reports that tell of one happening, by shared words and names within a window of days."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from accord.knowledge.people import CHIEFS
from accord.model.reading import Reading
from accord.model.timex import interval
from accord.model.vocabulary import DateBasis, EntityKind
from accord.reconcile.terms import fold_name, terms

_LEAD = 4  # sentences that name the event of a report (inverted pyramid); their words count twice
_NAME_WEIGHT = 1.3
# States, their capitals and heads, titles and houses of government stand in reports of anything: they count for less.
_COMMON_WEIGHT = 0.75
_LEAST_OWN = 3  # other terms that two reports of one happening share at least
_COMMON = frozenset(
    "N:" + fold_name(w)
    for w in """
    president prime minister chancellor secretary general foreign defence defense deputy vice senator king queen prince house white
    ministry department council security united states nations union republic party parliament congress senate national state federal
    supreme court office premier north south east west northern southern eastern western us u.s. uk
    what when where has have this that there they
    """.split()
)
_NAMING = frozenset({"name", "demonym", "metonym"})
_EDGES = " \t\r\n\"'“”‘’`.,;:()"
_KEYS = 30  # heaviest terms of a report that may propose a partner
_ALL_PAIRS = 150  # up to here every pair is looked at; beyond, only pairs that share keys
_LEAST_KEYS = 3
_LEAD_DAYS, _ALL = 2, 10_000  # sentences
_REMEMBERED = 60  # days
_WIDE = 60  # an inferred interval of publication wider than this tells nothing
_INFERRED_NEEDED = 0.25  # an inferred date may be wrong: it never asks for more than this
# Two parts of a group are two stories where each holds together this many times better than the two with each other, words that every
# report has set aside. Development stories: mixed pairs 2.3 to 37 (median 4.6), single stories 1.3 to 2.1; at 2.0 single stories break.
_APART = 2.5
_LEAST_SPLIT, _MOST_SPLIT = 3, 60  # reports of a group that is looked at
_APART_ALONE = 4.5  # where one part is a single report and so has no inner likeness

# Cosine that a pair needs, by days between the two reports. Measured on 45 development stories of four kinds (cosine of pairs
# of one story / of two: Syria 5 % quantile 0.28 / 99 % quantile 0.45 at any distance, MUC-4 0.13 / 0.28, BASIL 0.32 / 0.31,
# AllSides 0.16 / 0.37); stories that look alike are told apart by their days.
_NEEDED = ((3, 0.145), (10, 0.175), (30, 0.42), (400, 0.55))
_FEW, _FEW_NEEDED = 60, 0.10  # leads and briefs of fewer terms than this share fewer
_UNDATED = 0.16
_SAME_DAY_NEEDED = 0.20  # for reports weeks apart that name one day outside their own (a summit to come, a deed to remember)
_OTHER_DAY = 0.85  # factor where the leads place the event on days that exclude each other


@dataclass(frozen=True, slots=True)
class _Profile:
    weights: dict[str, float]
    common: frozenset[str]
    keys: frozenset[str]
    stated: bool
    first: date | None
    last: date | None
    lead_days: frozenset[date]
    days: frozenset[date]


def _profile(reading: Reading) -> _Profile:
    counts: Counter[str] = Counter()
    for k, sent in enumerate(reading.sentences):
        for t in terms(sent):
            counts[t] += 2 if k < _LEAD else 1
    common = _common_terms(reading)
    raw = {t: (1 + math.log(n)) * _weight(t, common) for t, n in counts.items()}
    norm = math.sqrt(sum(w * w for w in raw.values())) or 1.0
    weights = {t: w / norm for t, w in raw.items()}
    keys = frozenset(sorted(weights, key=lambda t: (-weights[t], t))[:_KEYS])
    p = reading.published
    first, last = _day(p.earliest), _day(p.latest)
    stated = p.basis is DateBasis.STATED
    if not stated and first and last and (last - first).days > _WIDE:
        first = last = None
    own = frozenset() if first is None or last is None else frozenset(d for d in _days(reading, _ALL) if first <= d <= last)
    return _Profile(weights, common | _COMMON, keys, stated, first, last, _days(reading, _LEAD_DAYS), _days(reading, _ALL) - own)


def _weight(term: str, common: AbstractSet[str]) -> float:
    if term in common or term in _COMMON:
        return _COMMON_WEIGHT
    return _NAME_WEIGHT if term.startswith("N:") else 1.0


def _common_terms(reading: Reading) -> frozenset[str]:
    """Terms of the states that a report names, in every form, and of those who lead them."""
    out: set[str] = set()
    for e in reading.entities:
        if e.kind is EntityKind.STATE or (e.kind is EntityKind.PERSON and any(o.office in CHIEFS for o in e.offices)):
            spans = {m.span for m in e.mentions if m.how in _NAMING}
            words = {w.strip(_EDGES) for span in spans for w in span.of(reading.report.text).split()} | set(e.name.split())
            for w in words:
                word = w.removesuffix("'s").removesuffix("’s")
                out |= {"N:" + fold_name(word), word.lower().replace("-", "")}
    return frozenset(out)


def _day(iso: str | None) -> date | None:
    span = interval(iso) if iso else None
    return span[0] if span else None


def _days(reading: Reading, sentences: int) -> frozenset[date]:
    """Single days that the first sentences name."""
    days = set()
    for t in reading.times:
        span = interval(t.value) if t.sentence < sentences else None
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
    shared = {t: w * large.weights[t] for t, w in small.weights.items() if t in large.weights}
    # The happening itself must be shared, not only the states and leaders that are in the news.
    if sum(t not in a.common and t not in b.common for t in shared) < _LEAST_OWN:
        return False
    cosine = sum(shared.values())
    if a.lead_days and b.lead_days and not a.lead_days & b.lead_days:
        cosine *= _OTHER_DAY
    gap = _gap(a, b)
    needed = _UNDATED if gap is None else next((c for days, c in _NEEDED if gap <= days), 2.0)
    if not (a.stated and b.stated):
        needed = min(needed, _INFERRED_NEEDED)
    if gap is not None and gap <= _REMEMBERED and a.days & b.days:
        needed = min(needed, _SAME_DAY_NEEDED)
    if len(small.weights) < _FEW and gap is not None and gap <= _NEEDED[0][0]:
        needed = _FEW_NEEDED
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
    tied = frozenset(frozenset(pair) for pair in copies)
    return tuple(sorted(tuple(part) for group in groups.values() for part in _split(group, profiles, tied)))


def _split(group: list[int], profiles: Sequence[_Profile], tied: frozenset[frozenset[int]]) -> list[list[int]]:
    """Parts of a group: average linkage over words that only some of its reports share, which never joins two parts that stand apart."""
    if not _LEAST_SPLIT <= len(group) <= _MOST_SPLIT:
        return [group]
    likeness = _rare_likeness([profiles[k] for k in group])

    def between(x: Sequence[int], y: Sequence[int]) -> float:
        return sum(likeness[i][j] for i in x for j in y) / (len(x) * len(y))

    def within(x: Sequence[int]) -> float | None:
        return sum(likeness[i][j] for i, j in combinations(x, 2)) / math.comb(len(x), 2) if len(x) > 1 else None

    def apart(x: Sequence[int], y: Sequence[int]) -> bool:
        inner = [w for w in (within(x), within(y)) if w is not None]
        if not inner or any(frozenset((group[i], group[j])) in tied for i in x for j in y):
            return False
        return min(inner) >= (_APART if len(inner) == 2 else _APART_ALONE) * max(between(x, y), 1e-6)

    clusters = [[n] for n in range(len(group))]
    while True:
        pairs = sorted(combinations(range(len(clusters)), 2), key=lambda p: -between(clusters[p[0]], clusters[p[1]]))
        joined = next(((i, j) for i, j in pairs if not apart(clusters[i], clusters[j])), None)
        if joined is None:
            return sorted(sorted(group[n] for n in c) for c in clusters)
        clusters[joined[0]] += clusters.pop(joined[1])


def _rare_likeness(profiles: Sequence[_Profile]) -> list[list[float]]:
    """Cosines of profiles, each word weighted by how few of them hold it; a word of one report only counts for nothing."""
    seen = Counter(t for p in profiles for t in p.weights)
    vectors = []
    for p in profiles:
        raw = {t: w * math.log((len(profiles) + 1) / seen[t]) for t, w in p.weights.items() if seen[t] > 1}
        norm = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        vectors.append({t: w / norm for t, w in raw.items()})
    return [[sum(w * b.get(t, 0.0) for t, w in a.items()) for b in vectors] for a in vectors]
