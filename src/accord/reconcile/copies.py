"""Readings -> pairs of reports that share their wording, so that a wire story printed twice counts as one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from accord.model.reading import Reading

_WIDTH = 5  # words a shingle (Broder 1997)
_SHARE = 0.35  # of the shorter report's shingles; independent reports of one event share under 0.1 (quotes), re-edited wire copy over 0.4
_LEAST = 12  # shingles that two reports must share, so that one shared quotation is no copy
_COMMON = 50  # a shingle in more reports than this is boilerplate


@lru_cache(maxsize=4096)
def _shingles(words: tuple[str, ...]) -> frozenset[int]:
    return frozenset(hash(words[k : k + _WIDTH]) for k in range(len(words) - _WIDTH + 1))


def _words(reading: Reading) -> tuple[str, ...]:
    return tuple(t.lower for s in reading.sentences for t in s.tokens if t.text[:1].isalnum())


def find_copies(readings: Sequence[Reading]) -> tuple[tuple[int, int], ...]:
    """Pairs of indexes a < b of reports whose word 5-grams are contained in one another, in order.

    Cost grows with the number of shared shingles, not with the square of the number of reports.
    """
    sets = [_shingles(_words(r)) for r in readings]
    where: dict[int, list[int]] = defaultdict(list)
    for k, shingles in enumerate(sets):
        for s in shingles:
            where[s].append(k)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for ks in where.values():
        if 1 < len(ks) <= _COMMON:
            for pair in combinations(ks, 2):
                shared[pair] += 1
    return tuple(sorted((a, b) for (a, b), n in shared.items() if n >= _LEAST and n >= _SHARE * min(len(sets[a]), len(sets[b]))))
