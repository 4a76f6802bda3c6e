"""Readings -> pairs of reports that share their wording, so that a wire story printed twice counts as one source."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import combinations

from accord.model.reading import Reading

_WIDTH = 5  # words a shingle (Broder 1997)
_SHARE = 0.35  # of the shorter report's shingles; independent reports of one event share under 0.1 (quotes), re-edited wire copy over 0.4
_LEAST = 12  # shingles that two reports must share, so that one shared quotation is no copy
_COMMON = 50  # a shingle in more reports than this is boilerplate
_SKETCH = 48  # least shingles of a report by which its copies are found in a stream (bottom-k sketch, Broder 1997)


@lru_cache(maxsize=256)  # those of a story, which are asked for twice
def _shingles(words: tuple[str, ...]) -> frozenset[int]:
    # Not `hash`, which differs from one process to the next: the least shingles of a report must be the same everywhere.
    return frozenset(zlib.crc32(" ".join(words[k : k + _WIDTH]).encode()) for k in range(len(words) - _WIDTH + 1))


def shingles(reading: Reading, sentences: range | None = None) -> frozenset[int]:
    """Hashes of the word 5-grams of a report, or of a run of its sentences."""
    run = reading.sentences if sentences is None else reading.sentences[sentences.start : sentences.stop]
    return _shingles(tuple(t.lower for s in run for t in s.tokens if t.text[:1].isalnum()))


def sketch(of: AbstractSet[int]) -> tuple[int, ...]:
    """The least shingles: two reports of which one is mostly in the other share some of them."""
    return tuple(sorted(of)[:_SKETCH])


def is_copy(a: AbstractSet[int], b: AbstractSet[int]) -> bool:
    """Whether enough shingles of the shorter report stand in the other."""
    return _enough(len(a & b), min(len(a), len(b)))


def find_copies(readings: Sequence[Reading]) -> tuple[tuple[int, int], ...]:
    """Pairs of indexes a < b of reports whose word 5-grams are contained in one another, in order.

    Cost grows with the number of shared shingles, not with the square of the number of reports.
    """
    sets = [shingles(r) for r in readings]
    where: dict[int, list[int]] = defaultdict(list)
    for k, found in enumerate(sets):
        for s in found:
            where[s].append(k)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for ks in where.values():
        if 1 < len(ks) <= _COMMON:
            for pair in combinations(ks, 2):
                shared[pair] += 1
    return tuple(sorted((a, b) for (a, b), n in shared.items() if _enough(n, min(len(sets[a]), len(sets[b])))))


def _enough(shared: int, shorter: int) -> bool:
    return shared >= _LEAST and shared >= _SHARE * shorter
