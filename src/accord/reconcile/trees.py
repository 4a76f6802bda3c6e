"""Rows of numbers -> probabilities, by gradient-boosted trees kept in a data file (Friedman 2001)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

# A node: index of the feature (-1 for a leaf), threshold or the leaf's value, and the nodes for "at most" and "more".
Node = tuple[int, float, int, int]


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees, in log-odds.

    Attributes:
        features: Names of the columns.
        base: Log-odds before any tree.
        trees: Nodes of each, the root first.
    """

    features: tuple[str, ...]
    base: float
    trees: tuple[tuple[Node, ...], ...]

    def probability(self, row: Mapping[str, float]) -> float:
        """Of one row; every feature must be there."""
        values = [row[name] for name in self.features]
        odds = self.base + math.fsum(_leaf(tree, values) for tree in self.trees)
        return (1 + math.tanh(odds / 2)) / 2


def _leaf(tree: Sequence[Node], values: Sequence[float]) -> float:
    feature, number, left, right = tree[0]
    while feature >= 0:
        feature, number, left, right = tree[left if values[feature] <= number else right]
    return number


@cache
def trees(name: str) -> Trees:
    """The trees of a data file of this room, without its ending."""
    return read_trees(resources.files("accord.reconcile").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))


def read_trees(text: str) -> Trees:
    """The trees of a data file's text."""
    kept = json.loads(text)
    nodes = tuple(tuple((int(f), float(v), int(left), int(right)) for f, v, left, right in tree) for tree in kept["trees"])
    return Trees(features=tuple(kept["features"]), base=float(kept["base"]), trees=nodes)
