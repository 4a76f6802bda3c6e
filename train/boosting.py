"""Numbers and shares -> gradient-boosted trees, and the form in which they are shipped."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from passages.annotated import fold_of

FOLDS = 4
_BAGS = 5


def tree_fold(story: str) -> int:
    """The part of the stories that trees are learnt without, so that they can be tried on it."""
    return fold_of(f"findings {story}", FOLDS)


def learners() -> list[HistGradientBoostingClassifier]:
    """Shallow trees over a part of the columns, many rows a leaf: there are few differences. Their views are averaged."""
    return [
        HistGradientBoostingClassifier(
            max_iter=120,
            learning_rate=0.05,
            max_leaf_nodes=8,
            l2_regularization=10.0,
            min_samples_leaf=40,
            max_features=0.3,
            random_state=k,
        )
        for k in range(_BAGS)
    ]


def grown(x: NDArray[np.float64], y: NDArray[np.float64]) -> list[HistGradientBoostingClassifier]:
    """Learners of shares: a row of which readers were of two minds stands twice, with the weight of either mind."""
    rows, marks = np.concatenate([x, x]), np.concatenate([np.ones(len(y)), np.zeros(len(y))])
    weights = np.concatenate([y, 1 - y])
    known = weights > 0
    return [m.fit(rows[known], marks[known], sample_weight=weights[known]) for m in learners()]


def odds(models: Sequence[HistGradientBoostingClassifier], x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean log-odds of the models."""
    return np.asarray(np.mean([m.decision_function(x) for m in models], axis=0), dtype=np.float64)


def exported(models: Sequence[HistGradientBoostingClassifier], names: Sequence[str]) -> str:
    """The trees of all models, each with its share of the say, in the form of `accord.reconcile.trees`."""
    trees = []
    for model in models:
        for (predictor,) in model._predictors:  # noqa: SLF001 - scikit-learn has no public way
            trees.append([
                [-1, round(float(n["value"]) / len(models), 6), 0, 0] if n["is_leaf"]
                else [int(n["feature_idx"]), round(float(n["num_threshold"]), 6), int(n["left"]), int(n["right"])]
                for n in predictor.nodes
            ])  # fmt: skip
    base = float(np.mean([m._baseline_prediction.ravel()[0] for m in models]))  # noqa: SLF001
    return json.dumps({"features": list(names), "base": base, "trees": trees}, separators=(",", ":")) + "\n"
