"""The best sequence of labels against all sequences, tried one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from accord.engine.chain import best_sequences


def by_hand(emissions: np.ndarray, first: np.ndarray, between: np.ndarray) -> tuple[int, ...]:
    def total(labels: tuple[int, ...]) -> float:
        moves = sum(between[a, b] for a, b in pairwise(labels))
        return float(first[labels[0]] + moves + sum(emissions[n, label] for n, label in enumerate(labels)))

    return max(product(range(emissions.shape[1]), repeat=len(emissions)), key=total)


@pytest.mark.parametrize("seed", range(5))
def test_it_is_the_best_of_all(seed: int) -> None:
    random = np.random.default_rng(seed)
    lengths = [1, 5, 3]
    emissions = random.normal(size=(3, 5, 3)).astype(np.float32)
    first, between = random.normal(size=3).astype(np.float32), random.normal(size=(3, 3)).astype(np.float32)
    found = best_sequences(emissions, first, between, lengths)
    assert [tuple(labels) for labels in found] == [by_hand(emissions[n, :size], first, between) for n, size in enumerate(lengths)]


def test_what_cannot_follow_does_not() -> None:
    emissions = np.array([[[1, 0, 0], [0, 0, 1]]], dtype=np.float32)
    barred = np.zeros((3, 3), dtype=np.float32)
    barred[0, 2] = -1e4
    assert best_sequences(emissions, np.zeros(3, dtype=np.float32), barred, [2]) != [[0, 2]]
