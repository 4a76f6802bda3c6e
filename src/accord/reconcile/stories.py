"""Profiles, day by day -> stories: groups of reports that tell of one happening, over a stream of any length."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TypeVar

from accord.model.reading import Reading
from accord.reconcile.copies import sketch
from accord.reconcile.likeness import COPY, STRANGERS, days_between, likeness
from accord.reconcile.profiles import Frequencies, Profile, Weighted, profile
from accord.reconcile.segments import MOST_ITEMS, by_first_item, itemized

WINDOW = timedelta(days=60)  # reports further apart than this are not of one story; what is older than this is closed
_LONGEST = 3 * WINDOW  # a story that began longer ago ends: a text printed day by day, each a copy of the last, would never close
# Log-odds over which groups are joined, as the model was trained (35 of 100 pairs alike). Chosen as the best mean over development stories
# of five kinds, each scored by a model of the other four (`train/stories.py`).
_NEEDED = -1.0
# Who names a few reports has chosen them: they are of one story unless they look otherwise. At -3, of 224 annotated stories 217 stay whole
# and of 295 pairs of stories mixed 291 come apart; at -1, 187 and 295.
FEW, _NEEDED_FEW = 24, -3.0
# Log-odds over which an item is put in the story of other reports, and over which items alone make one: two paragraphs that both stand
# inside reports of something else are alike by chance more often (`bench/round_ups.py`).
_NEEDED_ITEM, _NEEDED_NEW = -1.0, 2.0
_POSTINGS = 400  # latest reports that hold a key; a key that more hold says little
_LEAST_KEYS = 2
_LEAST_SWEPT = 10_000  # keys that are held before those of closed stories are looked for
_PARTNERS = 60  # likeliest partners of a report that are looked at closely

Key = TypeVar("Key")


class StoryStream:
    """Puts reports into stories as the days come.

    Each report is compared with those of the window that share its rarest words; the stories of the reports that are open are found by
    joining groups best first by the mean likeness of their members (average linkage). The order of reports within a day changes nothing.
    A report of several items (`Profile.items`) is grouped as a whole; then each item is put in the story of other reports to which it is
    likest, if that is like enough and likelier than its own report's. So items never move a report, and it may be in several stories.
    Cost and memory of a report hang on how many the window holds, not on how many came before it.

    Args:
        frequencies: How common words are where that is known beforehand; it is counted on as reports come.
        needed: Log-odds over which groups are joined.
    """

    def __init__(self, frequencies: Frequencies | None = None, needed: float = _NEEDED) -> None:
        self._frequencies = frequencies or Frequencies()
        self._needed = needed
        self._open: dict[int, Weighted] = {}  # entries: reports and their items
        self._report: dict[int, int] = {}  # entry -> number of its report
        self._main: dict[int, int] = {}  # entry -> that of the report as a whole
        self._left: Counter[int] = Counter()  # report -> entries of it that are open
        self._odds: dict[int, dict[int, float]] = {}
        self._where: dict[str | int, list[int]] = defaultdict(list)
        self._swept = _LEAST_SWEPT
        self._came = self._entered = 0

    def add(self, profiles: Sequence[Profile]) -> None:
        """Takes the reports of one day, numbered from 0 in the order in which they are given.

        Args:
            profiles: Of one day, not before those that were added earlier; those without a date together, after the others.
        """
        first, self._came = self._came, self._came + len(profiles)
        self._frequencies.add(profiles)
        entries: list[int] = []
        for k in sorted(range(len(profiles)), key=lambda k: profiles[k].digest):
            main = self._entered
            for p in (profiles[k], *profiles[k].items):
                entries.append(self._entered)
                self._report[self._entered], self._main[self._entered] = first + k, main
                self._enter(self._entered, self._frequencies.weigh(p))
                self._entered += 1
            self._left[first + k] = self._entered - main
        for entry in entries:
            self._compare(entry)

    def close(self, day: date | None) -> tuple[tuple[int, ...], ...]:
        """Stories whose last report came more than the window before a day, and such as began very long before it.

        Each is sorted, and they stand in the order of their first report. They take no more reports and are forgotten. Without a day, all.
        A report of several items may be in several stories; `holds` says whether more can come.
        """
        done = [g for part in self._parts(day) for g in self._groups(part) if day is None or self._has_ended(g, day)]
        stories = [sorted({self._report[e] for e in group}) for group in done if self._is_story(group)]
        for entry in (e for group in done for e in group):
            for other in self._odds.pop(entry):
                self._odds.get(other, {}).pop(entry, None)
            del self._open[entry], self._main[entry]
            self._left[self._report.pop(entry)] -= 1
        self._left = +self._left
        self._sweep()
        return tuple(sorted(tuple(g) for g in stories))

    def holds(self, report: int) -> bool:
        """Whether a story with that report may still come."""
        return report in self._left

    def _is_story(self, group: Sequence[int]) -> bool:
        """Not an item alone whose report is told already."""
        return any(self._main[e] == e for e in group) or len({self._report[e] for e in group}) > 1

    def _parts(self, day: date | None) -> Iterator[set[int]]:
        """Entries that hang together by pairs alike enough to join, those only where a story may be over.

        No two parts can be joined: the mean likeness of two groups is at most that of their likest pair, and pairs that were not compared
        count as strangers. So a day costs what is told of its own stories, not of all that are open.
        """
        seen: set[int] = set()
        for entry in self._open:
            if entry in seen or not (day is None or self._is_over(entry, day)):
                continue
            part, todo = {entry}, [entry]
            while todo:
                at = todo.pop()
                near = {o for o, value in self._odds[at].items() if value >= self._needed} | self._siblings(at)
                todo.extend(near - part)
                part |= near
            seen |= part
            yield part

    def _siblings(self, entry: int) -> set[int]:
        """The report of an item, the items of a report, as far as they are open."""
        main = self._main[entry]
        return {e for e in range(main, main + MOST_ITEMS + 1) if self._main.get(e) == main}

    def _groups(self, part: set[int]) -> list[list[int]]:
        if len(part) == 1:
            return [list(part)]
        # Numbered anew in an order that the reports themselves settle: sums of floats, and which of two equals is joined first, hang on it.
        ordered = sorted(part, key=lambda r: (self._open[r].profile.digest, r))
        mains = [r for r in ordered if self._main[r] == r]
        groups = [[mains[k] for k in g] for g in _linked(self._among(mains), self._needed)]
        return [sorted(g) for g in self._with_items(groups, [r for r in ordered if self._main[r] != r])]

    def _among(self, entries: Sequence[int]) -> dict[int, dict[int, float]]:
        """Odds of entries with one another, by their place in the sequence."""
        place = {r: k for k, r in enumerate(entries)}
        return {place[r]: {place[o]: v for o, v in self._odds[r].items() if o in place} for r in entries}

    def _with_items(self, groups: list[list[int]], items: Sequence[int]) -> list[list[int]]:
        """The groups with the items that belong to them; what items of several reports alone tell is a group, too.

        Items come when all reports have their story, and are measured by those, so that none moves a report. One that belongs to no other
        story stays with its report.
        """
        own = {e: k for k, group in enumerate(groups) for e in group}
        where = {item: self._story_of(item, groups, own) for item in items}
        out = [[*g, *(i for i in items if where[i] == k)] for k, g in enumerate(groups)]
        rest = [i for i in items if where[i] is None]
        told = [{self._report[e] for e in g} for g in out]
        for found in _linked(self._among(rest), _NEEDED_NEW):
            group = [rest[k] for k in found]
            reports = {self._report[e] for e in group}
            if len(reports) > 1 and not any(reports <= others for others in told):
                out.append(group)
                continue
            for item in group:
                if self._main[item] in own:
                    out[own[self._main[item]]].append(item)
                else:
                    out.append([item])
        return out

    def _story_of(self, item: int, groups: Sequence[Sequence[int]], own: Mapping[int, int]) -> int | None:
        """The group to which an item is likest, if it is like enough and likelier than that of its report."""
        near: dict[int, list[float]] = defaultdict(list)
        for other, value in self._odds[item].items():
            if other in own:
                near[own[other]].append(value - STRANGERS)
        home = own.get(self._main[item])
        mean = {k: STRANGERS + math.fsum(found) / (len(groups[k]) - (k == home)) for k, found in near.items()}
        best = max(mean, key=lambda k: (mean[k], -k), default=None)
        return None if best is None or best == home or mean[best] < _NEEDED_ITEM else best

    def _sweep(self) -> None:
        """Forgets keys that only closed stories hold, whenever their number has doubled."""
        if len(self._where) > self._swept:
            oldest = min(self._open, default=self._entered)
            for key in [k for k, held in self._where.items() if held[-1] < oldest]:
                del self._where[key]
            self._swept = max(_LEAST_SWEPT, 2 * len(self._where))

    def _has_ended(self, group: Sequence[int], day: date) -> bool:
        return all(self._is_over(r, day) for r in group) or any(self._is_over(r, day, _LONGEST) for r in group)

    def _is_over(self, report: int, day: date, span: timedelta = WINDOW) -> bool:
        last = self._open[report].profile.last
        return last is not None and day - last > span

    def _enter(self, report: int, weighted: Weighted) -> None:
        self._open[report] = weighted
        self._odds[report] = {}
        keys: tuple[str | int, ...] = (*weighted.keys, *sketch(weighted.profile.shingles))
        for key in keys:
            held = self._where[key]
            if held and held[0] not in self._open:
                held[:] = [r for r in held if r in self._open]
            held.append(report)
            if len(held) > 2 * _POSTINGS:
                del held[:-_POSTINGS]

    def _compare(self, report: int) -> None:
        mine = self._open[report]
        for other in self._candidates(report):
            gap = days_between(mine.profile, self._open[other].profile)
            if other not in self._odds[report] and (gap is None or gap <= WINDOW.days):
                self._odds[report][other] = self._odds[other][report] = likeness(mine, self._open[other])

    def _candidates(self, report: int) -> list[int]:
        """Open reports that share keys with it, the likeliest first, then those that share its wording."""
        weighted, me = self._open[report], self._report[report]
        shared: Counter[int] = Counter()
        weight: dict[int, float] = defaultdict(float)
        for key in weighted.keys:
            for other in self._where[key][-_POSTINGS:]:
                shared[other] += 1
                weight[other] += weighted.vector[key]
        likely = [k for k, n in shared.items() if n >= _LEAST_KEYS and self._report.get(k) not in {None, me}]
        likely.sort(key=lambda k: (-weight[k], self._open[k].profile.digest, k))
        held = (k for key in sketch(weighted.profile.shingles) for k in self._where[key][-_POSTINGS:])
        copies = {k for k in held if self._report.get(k) not in {None, me}}
        return [*likely[:_PARTNERS], *sorted(copies - set(likely[:_PARTNERS]))]


def _linked(odds: Mapping[int, Mapping[int, float]], needed: float) -> list[list[int]]:
    """Groups by average linkage; copies belong together from the start. Two reports that were never compared are strangers."""
    groups, at = _copied(odds)
    sums: dict[int, dict[int, float]] = {g: {} for g in groups}  # group -> group -> odds above those of strangers
    for a, others in odds.items():
        for b, value in others.items():
            if a < b and at[a] != at[b]:
                x, y = at[a], at[b]
                sums[x][y] = sums[y][x] = sums[x].get(y, 0.0) + value - STRANGERS
    queue: list[tuple[float, int, int]] = []

    def consider(x: int, y: int) -> None:
        mean = STRANGERS + sums[x][y] / (len(groups[x]) * len(groups[y]))
        if mean >= needed:
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


def _copied(odds: Mapping[int, Mapping[int, float]]) -> tuple[dict[int, list[int]], dict[int, int]]:
    """Each report alone, or with those that share its wording; and the group of each report."""
    groups = {r: [r] for r in sorted(odds)}
    at = {r: r for r in groups}
    for a in sorted(odds):
        for b in sorted(odds[a]):
            if a < b and at[a] != at[b] and odds[a][b] == COPY:
                keep, drop = sorted((at[a], at[b]))
                for r in groups[drop]:
                    at[r] = keep
                groups[keep] = sorted(groups[keep] + groups.pop(drop))
    return groups, at


def group_stories(readings: Sequence[Reading], *, itemize: bool = True) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes, each sorted, in the order of their first member; a report of no other's story is a group of its own.

    Args:
        readings: In any order; the groups depend on the set only.
        itemize: Whether a report that tells of several happenings is put in the story of each; else it is in one group only.
    """
    profiles = [itemized(r) if itemize else profile(r) for r in readings]
    few = len(profiles) <= FEW
    if few:
        profiles = [by_first_item(p) for p in profiles]
    frequencies = Frequencies()
    frequencies.add(profiles)  # all are at hand: what is common among them is known from the first day on
    stream = StoryStream(frequencies, _NEEDED_FEW if few else _NEEDED)
    order: list[int] = []
    for day in by_day([p.first for p in profiles]):
        stream.add([profiles[k] for k in day])
        order.extend(day)
    return tuple(sorted(tuple(sorted(order[k] for k in group)) for group in stream.close(None)))


def follow(days: Iterable[Sequence[tuple[Key, Profile]]]) -> Iterator[tuple[Key, ...]]:
    """Stories of a stream, by the keys of their reports, each as soon as no further report can join it; in the order of the days.

    Args:
        days: Reports of one day together, in order of the days; those without one in one go at the end. Days are taken as they are needed.
    """
    stream = StoryStream()
    keys: dict[int, Key] = {}
    again: set[int] = set()  # reports that were told and may be told in another story
    came = 0

    def told(day: date | None) -> Iterator[tuple[Key, ...]]:
        stories = stream.close(day)
        yield from (tuple(keys[k] for k in group) for group in stories)
        again.update(k for group in stories for k in group)
        for k in [k for k in again if not stream.holds(k)]:
            again.remove(k)
            del keys[k]

    for rows in days:
        first = min((p.first for _, p in rows if p.first), default=None)
        if first is not None:
            yield from told(first)
        stream.add([p for _, p in rows])
        keys.update(enumerate((key for key, _ in rows), start=came))
        came += len(rows)
    yield from told(None)


def by_day(days: Sequence[date | None]) -> Iterator[list[int]]:
    """Indexes of one day together, in order of the days; those without one last."""
    ordered: Iterable[int] = sorted(range(len(days)), key=lambda k: (days[k] is None, days[k] or date.min))
    for _, same in groupby(ordered, key=lambda k: days[k]):
        yield list(same)
