"""Mentions of events in a story's reports -> clusters that tell of one event, and the statements of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from accord.model.reading import Reading, StatementId
from accord.reconcile.event_likeness import Matrix, odds
from accord.reconcile.event_mentions import Mention, mentions_at, stated
from accord.reconcile.likeness import likeness
from accord.reconcile.profiles import Frequencies, profile

Clusters = tuple[tuple[int, ...], ...]
_MOST = 3000  # mentions that are compared, each with each; those of the first sentences of every report come first


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event as the reports of a story tell it.

    Attributes:
        mentions: The words that tell of it, in the order of the readings.
        statements: (index of the reading, statement), in that order.
    """

    mentions: tuple[Mention, ...]
    statements: tuple[tuple[int, StatementId], ...]

    @property
    def readings(self) -> tuple[int, ...]:
        """Indexes of the readings that tell of it, each once."""
        return tuple(dict.fromkeys(k for k, _ in self.statements))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """The words of a story that tell of events.

    Attributes:
        mentions: Of all readings, in their order.
        compared: Indexes of those that are compared with each other, sorted; the rest stand alone.
        told: Of each reading, the statements by (sentence, token).
    """

    mentions: tuple[Mention, ...]
    compared: tuple[int, ...]
    told: tuple[Mapping[tuple[int, int], tuple[StatementId, ...]], ...]

    @property
    def near(self) -> tuple[Mention, ...]:
        """Those that are compared."""
        return tuple(self.mentions[k] for k in self.compared)


def between(readings: Sequence[Reading]) -> Matrix:
    """(n, n) log-odds that two reports tell of one happening."""
    profiles = [profile(r) for r in readings]
    frequencies = Frequencies()
    frequencies.add(profiles)
    weighted = [frequencies.weigh(p) for p in profiles]
    out = np.zeros((len(readings), len(readings)), dtype=np.float32)
    for a, x in enumerate(weighted):
        for b, y in enumerate(weighted[:a]):
            out[a, b] = out[b, a] = likeness(x, y)
    return out


def link(mentions: Sequence[Mention], reports: Matrix, vectors: Matrix | None = None) -> Clusters:
    """Groups of indexes of mentions that tell of one event, each sorted, in the order of their first member.

    Groups are joined best first by the mean log-odds of their pairs (average linkage).

    Args:
        mentions: Of all reports that may tell of one event.
        reports: (n, n) log-odds that two reports tell of one happening (`between`), by the index that mentions carry.
        vectors: (mentions, width) vectors of the words in their context, from a model; its own weights go with them.
    """
    if not mentions:
        return ()
    return linked(odds(mentions, reports, vectors))


def linked(pairs: Matrix) -> Clusters:
    """Groups by average linkage over pairs whose mean is above 0.

    A group only ever grows by one with which it has a pair above 0, so that what such pairs hold together is grouped by itself.
    """
    # Rounded, so that the last bits of a sum, which differ between machines, settle no order.
    pairs = np.round(pairs, 4)
    groups = [g for part in _parts(pairs > 0) for g in _joined(pairs[np.ix_(part, part)].astype(float), part)]
    return tuple(sorted(tuple(sorted(g)) for g in groups))


def _parts(near: np.ndarray) -> list[list[int]]:
    """Indexes that a chain of near ones connects."""
    left = np.ones(len(near), dtype=bool)
    out = []
    for first in range(len(near)):
        if not left[first]:
            continue
        left[first] = False
        part, todo = [first], [first]
        while todo:
            found = np.flatnonzero(near[todo.pop()] & left)
            left[found] = False
            part.extend(found.tolist())
            todo.extend(found.tolist())
        out.append(sorted(part))
    return out


def _joined(mean: np.ndarray, members: Sequence[int]) -> list[list[int]]:
    """Joins the two groups of the highest mean until none is above 0."""
    groups = [[m] for m in members]
    size = np.ones(len(groups))
    np.fill_diagonal(mean, -np.inf)
    best = mean.max(axis=1)
    for _ in range(len(groups) - 1):
        a = int(best.argmax())
        if best[a] <= 0:
            break
        b = int(mean[a].argmax())
        groups[a] += groups[b]
        groups[b] = []
        row = (mean[a] * size[a] + mean[b] * size[b]) / (size[a] + size[b])
        size[a] += size[b]
        row[[a, b]] = -np.inf
        stale = np.flatnonzero((best == mean[a]) | (best == mean[b]))
        mean[b], mean[:, b] = -np.inf, -np.inf
        mean[a], mean[:, a] = row, row
        best = np.maximum(best, row)
        best[stale] = mean[stale].max(axis=1)
        best[a], best[b] = row.max(), -np.inf
    return [g for g in groups if g]


def mentioned(readings: Sequence[Reading]) -> Mentioned:
    """The words by which the statements of a story's reports tell of events."""
    told = tuple(stated(r) for r in readings)
    mentions = tuple(m for k, r in enumerate(readings) for m in mentions_at(r, k, told[k]))
    compared = sorted(sorted(range(len(mentions)), key=lambda k: (mentions[k].sentence, k))[:_MOST])
    return Mentioned(mentions=mentions, compared=tuple(compared), told=told)


def happenings(found: Mentioned, reports: Matrix, vectors: Matrix | None = None) -> tuple[Happening, ...]:
    """The events that the statements of a story's reports tell, each with all statements that tell of it, in order of their first.

    Args:
        found: In the readings of one story.
        reports: Log-odds that two of them tell of one happening (`between`).
        vectors: Of the compared mentions (`Mentioned.near`), as `link` takes them.
    """
    groups = [tuple(found.compared[k] for k in g) for g in link(found.near, reports, vectors)]
    groups += [(k,) for k in sorted(set(range(len(found.mentions))) - set(found.compared))]
    return tuple(_happening([found.mentions[k] for k in g], found.told) for g in sorted(groups))


def _happening(mentions: Sequence[Mention], told: Sequence[Mapping[tuple[int, int], tuple[StatementId, ...]]]) -> Happening:
    statements = [(m.reading, s) for m in mentions for s in told[m.reading][m.sentence, m.token]]
    return Happening(mentions=tuple(mentions), statements=tuple(statements))
