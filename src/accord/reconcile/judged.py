"""Pairs of passages -> how likely each differs, or agrees, on one slot; and the pairs of several reports that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.model.passages import PassageComparer
from accord.model.reading import Reading
from accord.reconcile.figures import TREES as FIGURES
from accord.reconcile.figures import FigurePair, Figures, features_of
from accord.reconcile.looks import Seen
from accord.reconcile.pair_features import PairFeatures
from accord.reconcile.passages import Facing, face
from accord.reconcile.trees import Trees, trees

Sentence = tuple[int, int]  # reading, sentence


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with the calibrated probabilities that a careful reader would mark a difference, or a central agreement."""

    facing: Facing
    difference: float
    agreement: float


def judge(readings: Sequence[Reading], seen: Seen, comparer: PassageComparer) -> tuple[Judged, ...]:
    """Every pair of near sentences of a story, in its order (trained by `comparer.py`, `figures.py`, `findings.py` of `train/`)."""
    pairs = face(seen.passages, seen.vectors, comparer)
    rows = rows_of(readings, pairs, trees(FIGURES))
    differ, agree = trees("differences"), trees("agreements")
    return tuple(Judged(f, differ.probability(row), agree.probability(row)) for f, row in zip(pairs, rows, strict=True))


def rows_of(readings: Sequence[Reading], pairs: Sequence[Facing], one_thing: Trees) -> list[dict[str, float]]:
    """For each pair its numbers by name, as the trees take them; `one_thing` says how likely two figures measure one thing."""
    figures = Figures(readings)

    def likely(p: FigurePair) -> float:
        return one_thing.probability(p.row)

    return [row | features_of(figures.of(f), likely) for f, row in zip(pairs, PairFeatures(readings).of(pairs), strict=True)]


def groups(pairs: Sequence[Facing], scores: Sequence[float], least: float) -> list[list[Sentence]]:
    """Sentences that one finding joins, each group in the order in which it grew: best pair first, then other reports' sentences.

    A sentence belongs to one group; a group has one sentence of a report.
    """
    out: list[list[Sentence]] = []
    of: dict[Sentence, int] = {}
    for k in sorted((k for k, s in enumerate(scores) if s >= least), key=lambda k: (-scores[k], k)):
        left, right = (pairs[k].a, pairs[k].i), (pairs[k].b, pairs[k].j)
        if left not in of and right not in of:
            of[left] = of[right] = len(out)
            out.append([left, right])
        elif (left in of) != (right in of):
            known, new = (left, right) if left in of else (right, left)
            group = out[of[known]]
            if all(report != new[0] for report, _ in group):
                group.append(new)
                of[new] = of[known]
    return out
