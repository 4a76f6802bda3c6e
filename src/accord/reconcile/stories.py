"""Profiles, day by day -> stories: groups of reports that tell of one happening, over a stream of any length."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from accord.model.reading import Reading
from accord.reconcile.copies import is_copy, sketch
from accord.reconcile.likeness import STRANGERS, days_between, likeness
from accord.reconcile.profiles import Frequencies, Profile, Weighted, profile

WINDOW = timedelta(days=60)  # reports further apart than this are not of one story; what is older than this is closed
# Log-odds over which groups are joined, as the model was trained (35 of 100 pairs alike). Chosen as the best mean over development stories
# of five kinds, each scored by a model of the other four (`train/stories.py`).
_NEEDED = -1.0
_POSTINGS = 400  # latest reports that hold a key; a key that more hold says little
_LEAST_KEYS = 2
_PARTNERS = 60  # likeliest partners of a report that are looked at closely


class StoryStream:
    """Puts reports into stories as the days come.

    Each report is compared with those of the window that share its rarest words; the stories of the reports that are open are found by
    joining groups best first by the mean likeness of their members (average linkage). The order of reports within a day changes nothing.
    Cost and memory of a report hang on how many the window holds, not on how many came before it.

    Args:
        frequencies: How common words are where that is known beforehand; it is counted on as reports come.
    """

    def __init__(self, frequencies: Frequencies | None = None) -> None:
        self._frequencies = frequencies or Frequencies()
        self._open: dict[int, Weighted] = {}
        self._odds: dict[int, dict[int, float]] = {}
        self._where: dict[str | int, deque[int]] = defaultdict(lambda: deque(maxlen=_POSTINGS))
        self._came = 0

    def add(self, profiles: Sequence[Profile]) -> None:
        """Takes the reports of one day, numbered from 0 in the order in which they are given.

        Args:
            profiles: Of one day, not before those that were added earlier; those without a date together, after the others.
        """
        first, self._came = self._came, self._came + len(profiles)
        order = sorted(range(len(profiles)), key=lambda k: profiles[k].digest)
        self._frequencies.add(profiles)
        for k in order:
            self._enter(first + k, self._frequencies.weigh(profiles[k]))
        for k in order:
            self._compare(first + k)

    def close(self, day: date | None) -> tuple[tuple[int, ...], ...]:
        """Stories whose last report came more than the window before a day, each sorted, in the order of their first report.

        They take no more reports and are forgotten. Without a day, all.
        """
        done = [g for g in _linked(self._open, self._odds) if day is None or self._is_over(g, day)]
        for report in (r for group in done for r in group):
            for other in self._odds.pop(report):
                self._odds.get(other, {}).pop(report, None)
            del self._open[report]
        if done:
            oldest = min(self._open, default=self._came)
            for key in [k for k, held in self._where.items() if held[-1] < oldest]:
                del self._where[key]
        return tuple(sorted(tuple(g) for g in done))

    def _is_over(self, group: Sequence[int], day: date) -> bool:
        days = [self._open[r].profile.last for r in group]
        return all(d is not None and day - d > WINDOW for d in days)

    def _enter(self, report: int, weighted: Weighted) -> None:
        self._open[report] = weighted
        self._odds[report] = {}
        for word in weighted.keys:
            self._where[word].append(report)
        for shingle in sketch(weighted.profile.shingles):
            self._where[shingle].append(report)

    def _compare(self, report: int) -> None:
        mine = self._open[report]
        for other in self._candidates(report):
            gap = days_between(mine.profile, self._open[other].profile)
            if other not in self._odds[report] and (gap is None or gap <= WINDOW.days):
                self._odds[report][other] = self._odds[other][report] = likeness(mine, self._open[other])

    def _candidates(self, report: int) -> list[int]:
        """Open reports that share keys with it, the likeliest first, then those that share its wording."""
        weighted = self._open[report]
        shared: Counter[int] = Counter()
        weight: dict[int, float] = defaultdict(float)
        for key in weighted.keys:
            for other in self._where[key]:
                shared[other] += 1
                weight[other] += weighted.vector[key]
        likely = [k for k, n in shared.items() if n >= _LEAST_KEYS and k != report and k in self._open]
        likely.sort(key=lambda k: (-weight[k], self._open[k].profile.digest, k))
        copies = {k for key in sketch(weighted.profile.shingles) for k in self._where[key] if k != report and k in self._open}
        return [*likely[:_PARTNERS], *sorted(copies - set(likely[:_PARTNERS]))]


def _linked(reports: Mapping[int, Weighted], odds: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
    """Groups by average linkage; copies belong together from the start. Two reports that were never compared are strangers."""
    groups, at = _copied(reports, odds)
    sums: dict[int, dict[int, float]] = {g: {} for g in groups}  # group -> group -> odds above those of strangers
    for a, others in odds.items():
        for b, value in others.items():
            if a < b and at[a] != at[b]:
                x, y = at[a], at[b]
                sums[x][y] = sums[y][x] = sums[x].get(y, 0.0) + value - STRANGERS
    queue: list[tuple[float, int, int]] = []

    def consider(x: int, y: int) -> None:
        mean = STRANGERS + sums[x][y] / (len(groups[x]) * len(groups[y]))
        if mean >= _NEEDED:
            heapq.heappush(queue, (-mean, min(x, y), max(x, y)))

    for x in sorted(sums):
        for y in sorted(sums[x]):
            if x < y:
                consider(x, y)
    new = max(groups, default=0)
    while queue:
        _, x, y = heapq.heappop(queue)
        if x not in groups or y not in groups:
            continue
        new += 1
        groups[new] = sorted(groups.pop(x) + groups.pop(y))
        left, right = sums.pop(x), sums.pop(y)
        sums[new] = {z: left.get(z, 0.0) + right.get(z, 0.0) for z in sorted((left.keys() | right.keys()) - {x, y})}
        for z, value in sums[new].items():
            sums[z].pop(x, None)
            sums[z].pop(y, None)
            sums[z][new] = value
            consider(new, z)
    return list(groups.values())


def _copied(reports: Mapping[int, Weighted], odds: Mapping[int, Mapping[int, float]]) -> tuple[dict[int, list[int]], dict[int, int]]:
    """Each report alone, or with those that share its wording; and the group of each report."""
    groups = {r: [r] for r in sorted(reports)}
    at = {r: r for r in groups}
    for a in sorted(odds):
        for b in sorted(odds[a]):
            if a < b and at[a] != at[b] and is_copy(reports[a].profile.shingles, reports[b].profile.shingles):
                keep, drop = sorted((at[a], at[b]))
                for r in groups[drop]:
                    at[r] = keep
                groups[keep] = sorted(groups[keep] + groups.pop(drop))
    return groups, at


def group_stories(readings: Sequence[Reading]) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes, each sorted, in the order of their first member; a report of no other's story is a group of its own.

    Args:
        readings: In any order; the groups depend on the set only.
    """
    profiles = [profile(r) for r in readings]
    frequencies = Frequencies()
    frequencies.add(profiles)  # all are at hand: what is common among them is known from the first day on
    stream = StoryStream(frequencies)
    order: list[int] = []
    for day in by_day([p.first for p in profiles]):
        stream.add([profiles[k] for k in day])
        order.extend(day)
    return tuple(sorted(tuple(sorted(order[k] for k in group)) for group in stream.close(None)))


def by_day(days: Sequence[date | None]) -> Iterator[list[int]]:
    """Indexes of one day together, in order of the days; those without one last."""
    ordered: Iterable[int] = sorted(range(len(days)), key=lambda k: (days[k] is None, days[k] or date.min))
    for _, same in groupby(ordered, key=lambda k: days[k]):
        yield list(same)
