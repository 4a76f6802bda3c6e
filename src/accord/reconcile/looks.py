"""Readings of a story -> its sentences as passages, their vectors, and what a model sees of words in them, by one look at each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from accord.model.passages import Passage, PassageComparer
from accord.model.reading import Reading
from accord.model.spans import Span
from accord.reconcile.event_likeness import Matrix
from accord.reconcile.passages import passages_of


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a sentence: index of the reading, of the sentence there, and where they stand in the text."""

    reading: int
    sentence: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a model saw of each sentence by itself.

    Attributes:
        passages: Of each reading, its first sentences as the model takes them.
        vectors: Of each reading (passages, width) unit vectors.
        words: (wanted words, width) unit vectors; zeros for words that the model did not see.
        attendance: (wanted words, 1 + statuses) probabilities, as in `Looks`; zeros for words that the model did not see.
    """

    passages: tuple[tuple[Passage, ...], ...]
    vectors: tuple[NDArray[np.float32], ...]
    words: Matrix
    attendance: Matrix


def look(readings: Sequence[Reading], wanted: Sequence[Words], comparer: PassageComparer) -> Seen:
    """Shows every sentence to the model once."""
    passages = tuple(passages_of(r) for r in readings)
    starts = np.cumsum([0, *map(len, passages)])
    asked: list[list[int]] = [[] for _ in range(int(starts[-1]))]
    where: list[list[tuple[int, int]]] = []  # of each wanted words: passage, and row of what is seen there
    for w in wanted:
        rows = []
        if w.sentence < len(passages[w.reading]):
            at = int(starts[w.reading]) + w.sentence
            for word in _inside(passages[w.reading][w.sentence], w.span):
                rows.append((at, len(asked[at])))
                asked[at].append(word)
        where.append(rows)
    looks = comparer.look(list(chain.from_iterable(passages)), asked)
    return Seen(
        passages=passages, vectors=tuple(looks.passages[s:e] for s, e in pairwise(starts)),
        words=_unit(_means(where, looks.words)), attendance=_means(where, looks.attendance),
    )  # fmt: skip


def _inside(told: Passage, span: Span) -> list[int]:
    return [k for k, s in enumerate(told.spans) if s is not None and s.overlap(span)]


def _means(where: Sequence[Sequence[tuple[int, int]]], seen: Sequence[NDArray[np.float32]]) -> Matrix:
    """A row for each of the wanted words: the mean of the rows that were seen of them."""
    width = max((s.shape[1] for s in seen), default=0)
    out = np.zeros((len(where), width), dtype=np.float32)
    for k, rows in enumerate(where):
        if rows:
            out[k] = np.mean([seen[at][row] for at, row in rows], axis=0)
    return out


def _unit(rows: Matrix) -> Matrix:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    out: Matrix = (rows / np.where(norms > 0, norms, 1)).astype(np.float32)
    return out
