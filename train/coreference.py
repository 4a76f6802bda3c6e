"""Trains what tells events apart: the weights of the likeness of two mentions, with and without vectors of words in their context.

    python train/coreference.py SHARED --work FOLDER [--vectors FILE.npz] [--to src/accord/reconcile/data]

Logistic regression on all pairs of validated event mentions of each ECB+ train topic, every topic with equal say. The threshold over which
mentions are joined is the one that does best on train topics, each scored by weights of the other four fifths of the topics, and is taken
off the bias. Prints CoNLL F1 of that cross-validation (the threshold of a fold chosen on the other folds); the dev split is not touched.
FILE.npz: see `bench/event_coreference.py`. Needs `scipy`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from accord.reconcile import event_likeness
from accord.reconcile.coreference import linked
from event_coreference import Group, Label, groups_of, matrix, readings_of, rows_of, vectors_of

_Array = NDArray[np.float64]
FEATURES = tuple(
    """
    lemma sense stem verbs nouns sentences reports one_report one_sentence next_sentence lead modality rare subjects subjects_apart
    objects objects_apart days days_apart places places_apart numbers numbers_apart names participants
    """.split()
)
PRODUCTS = ("lemma*sentences",)
WITH_VECTORS = ("word", "sense*reports", "lemma*reports", "rare*sense")  # products that without vectors do not help
_FOLDS = 5
_ALIKE = 0.35  # share of the weight of pairs of one event
_RIDGE = 1.0
_ROUNDS = 15
_THRESHOLDS = tuple(np.arange(0.5, 3.01, 0.25).tolist())


class Topic:
    """Pairs of mentions of one topic as the model sees them."""

    def __init__(self, group: Group, terms: Sequence[str], vectors: Mapping[Label, event_likeness.Matrix] | None) -> None:
        found = event_likeness.features(group.mentions, group.reports, matrix(group, vectors))
        self.number, self.clusters, self.lost = group.topic, group.clusters, len(group.lost)
        self.at = np.triu_indices(len(group.mentions), 1)
        self.x = np.stack([event_likeness.term(found, t)[self.at] for t in terms], axis=1).astype(np.float64)
        names = np.array(group.clusters)
        self.y = (names[self.at[0]] == names[self.at[1]]).astype(np.float64)

    def counts(self, odds: _Array) -> _Array:
        """Sums of MUC, B-cubed and CEAFe, which add up over topics, when pairs over 0 are joined."""
        n = len(self.clusters)
        pairs = np.zeros((n, n), dtype=np.float32)
        pairs[self.at] = odds
        return counts(self.clusters, linked(pairs + pairs.T)) + self.lost * np.array([0, 0, 0, 0, 1, 1, 1, 1, 1, 1])


def counts(gold: Sequence[str], groups: Sequence[Sequence[int]]) -> _Array:
    """Links held, links of the gold, links held, links said; B-cubed sums and size; likeness, events and groups of CEAFe."""
    names = {g: k for k, g in enumerate(dict.fromkeys(gold))}
    table = np.zeros((len(names), len(groups)))
    for column, members in enumerate(groups):
        for m in members:
            table[names[gold[m]], column] += 1
    events, said = table.sum(axis=1), table.sum(axis=0)
    likeness = 2 * table / (events[:, None] + said[None, :])
    best = linear_sum_assignment(-likeness)
    return np.array([
        len(gold) - (table > 0).sum(), len(gold) - len(events), len(gold) - (table > 0).sum(), len(gold) - len(said),
        (table**2 / said).sum(), (table**2 / events[:, None]).sum(), len(gold),
        likeness[best].sum(), len(events), len(said),
    ], dtype=np.float64)  # fmt: skip


def conll(c: _Array) -> tuple[float, float, float, float]:
    """The mean, MUC, B-cubed and CEAFe."""
    parts = [_f1(c[2], c[3], c[0], c[1]), _f1(c[4], c[6], c[5], c[6]), _f1(c[7], c[9], c[7], c[8])]
    return sum(parts) / 3, parts[0], parts[1], parts[2]


def _f1(right: float, said: float, held: float, gold: float) -> float:
    p, r = right / max(said, 1e-9), held / max(gold, 1e-9)
    return float(2 * p * r / max(p + r, 1e-9))


def fit(topics: Sequence[Topic]) -> _Array:
    """Weights, the bias last (Newton's method, ridge on standard scale)."""
    x, y = np.vstack([t.x for t in topics]), np.concatenate([t.y for t in topics])
    say = np.concatenate([np.where(t.y == 1, _ALIKE / max(1.0, t.y.sum()), (1 - _ALIKE) / max(1.0, (1 - t.y).sum())) for t in topics])
    say *= 2000 / say.sum()
    mean, deviation = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.c_[(x - mean) / deviation, np.ones(len(x))]
    ridge = np.diag([_RIDGE] * x.shape[1] + [0.0])
    b = np.zeros(z.shape[1])
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-z @ b))
        b -= np.linalg.solve((z.T * (p * (1 - p) * say)) @ z + ridge, z.T @ ((p - y) * say) + ridge @ b)
    return np.append(b[:-1] / deviation, b[-1] - (b[:-1] * mean / deviation).sum())


def validate(topics: Sequence[Topic]) -> tuple[float, tuple[float, float, float, float]]:
    """The threshold that does best over all topics, and the figures when each fold takes the one that does best on the others."""
    folds = {number: k % _FOLDS for k, number in enumerate(sorted(t.number for t in topics))}
    tables: dict[float, list[_Array]] = {th: [] for th in _THRESHOLDS}
    where: list[int] = []
    for fold in range(_FOLDS):
        w = fit([t for t in topics if folds[t.number] != fold])
        for t in topics:
            if folds[t.number] == fold:
                where.append(fold)
                odds = t.x @ w[:-1] + w[-1]
                for th in _THRESHOLDS:
                    tables[th].append(t.counts(odds - th))
    total = np.zeros(10)
    for fold in range(_FOLDS):
        best = max(_THRESHOLDS, key=lambda th: conll(_sum(tables[th], where, lambda k: k != fold))[0])  # noqa: B023 - used at once
        total += _sum(tables[best], where, lambda k: k == fold)  # noqa: B023
    return max(_THRESHOLDS, key=lambda th: conll(_sum(tables[th], where, lambda _: True))[0]), conll(total)


def _sum(tables: Sequence[_Array], where: Sequence[int], wanted: Callable[[int], bool]) -> _Array:
    total: _Array = np.sum([c for c, k in zip(tables, where, strict=True) if wanted(k)], axis=0)
    return total


def main() -> int:
    """Trains with and without vectors."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--work", type=Path, required=True)
    ap.add_argument("--vectors", type=Path)
    ap.add_argument("--to", type=Path)
    a = ap.parse_args()
    rows = rows_of(a.shared, "train")
    groups = groups_of(rows, readings_of(rows, a.work / "ecb.pkl"), "topic")
    vectors = vectors_of(a.vectors)
    for name in (event_likeness.WITHOUT, event_likeness.WITH):
        if name == event_likeness.WITH and vectors is None:
            print("no vectors: their weights stay as they are")
            continue
        with_vectors = name == event_likeness.WITH
        terms = (*FEATURES, *PRODUCTS, *(WITH_VECTORS if with_vectors else ()))
        topics = [Topic(g, terms, vectors if with_vectors else None) for g in groups]
        threshold, figures = validate(topics)
        print(f"{name}: CoNLL {{:.4f}} MUC {{:.4f}} B3 {{:.4f}} CEAFe {{:.4f}}, threshold {threshold}".format(*figures))
        if a.to:
            weights = fit(topics)
            weights[-1] -= threshold
            lines = [f"{t}\t{w:.4f}\n" for t, w in zip((*terms, "bias"), weights, strict=True)]
            (a.to / name).write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
