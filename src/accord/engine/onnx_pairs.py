"""Marked pairs -> how each sentence relates its two, by a model file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.engine.onnx import Arrays, OnnxModel
from accord.engine.pair_pieces import EncodedPair, encode_pair
from accord.model.pairs import Direction, MarkedPair, PairRelation, Root

Numbers = NDArray[np.float64]

# Pairs that go through the model together, of like length.
_BATCH = 16
_INPUTS, _OUTPUTS = ("pieces", "present", "source", "target"), ("roots", "directions", "related")


class OnnxPairClassifier:
    """A pair classifier in an ONNX file.

    The file takes `pieces` (batch, n) with `present` 1 where there is one, and the indexes `source` and `target` (batch,) of either
    first mark; it gives logits `roots` (batch, 15), `directions` (batch, 3) and `related` (batch,). Its metadata name `roots` and
    `directions` in their order, say whether a pair is to be read `both_ways`, and have a `calibration`: temperatures of roots and
    directions (Guo et al. 2017), slope and intercept of related (Platt 1999).

    Args:
        path: The model file.
        threads: Threads of one call; 1 leaves the other cores to other processes.
        once: Read a pair as it is marked, also where the file asks for both ways: half the time, a little less sure.

    Raises:
        ModelError: if the file is missing, broken or not such a classifier.
    """

    def __init__(self, path: Path, *, threads: int = 1, once: bool = False) -> None:
        self._model = OnnxModel(path, "pair classifier", inputs=_INPUTS, outputs=_OUTPUTS, threads=threads)
        self.name = self._model.name
        described = self._model.described
        try:
            self._roots = tuple(map(Root, described["roots"].split()))
            self._directions = tuple(map(Direction, described["directions"].split()))
            warmth = json.loads(described["calibration"])
            self._warmth = float(warmth["roots"]), float(warmth["directions"])
            self._slope, self._intercept = map(float, warmth["related"])
            self._both_ways = described["both_ways"] == "1" and not once
            # One pair tells whether the shapes fit, before any work is begun.
            self.classify([MarkedPair(text="", source=(), target=())])
        except Exception as error:  # onnxruntime raises classes of its own without a common base
            raise self._model.unfit(type(error).__name__) from error
        if sorted(self._roots) != sorted(Root) or sorted(self._directions) != sorted(Direction):
            raise self._model.unfit("its roots or directions are others")

    def classify(self, pairs: Sequence[MarkedPair]) -> list[PairRelation]:
        """Views of the pairs, in their order; those of like length go through the model together."""
        turned = [replace(p, source=p.target, target=p.source) for p in pairs] if self._both_ways else []
        rows = [encode_pair(p, self._model.pieces) for p in (*pairs, *turned)]
        roots, directions, related = self._read(rows)
        if self._both_ways:
            # What a pair is to another does not hang on which is marked as which; only the direction turns round.
            back = [self._directions.index(d) for d in map(_TURNED.__getitem__, self._directions)]
            size = len(pairs)
            roots, related = (roots[:size] + roots[size:]) / 2, (related[:size] + related[size:]) / 2
            directions = (directions[:size] + directions[size:][:, back]) / 2
        return [
            PairRelation(
                scores=dict(zip(self._roots, map(float, roots[n]), strict=True)),
                directions=dict(zip(self._directions, map(float, directions[n]), strict=True)),
                related=float(related[n]),
            )
            for n in range(len(pairs))
        ]

    def _read(self, rows: Sequence[EncodedPair]) -> tuple[Numbers, Numbers, Numbers]:
        """Probabilities of roots, directions and related, one row each."""
        order = sorted(range(len(rows)), key=lambda n: len(rows[n].ids))
        roots, directions = np.zeros((len(rows), len(self._roots))), np.zeros((len(rows), len(self._directions)))
        related = np.zeros(len(rows))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            logits = self._model.run(_padded([rows[n] for n in batch], self._model.pieces.pad))
            roots[batch] = _softmax(logits[0] / self._warmth[0])
            directions[batch] = _softmax(logits[1] / self._warmth[1])
            related[batch] = _sigmoid(self._slope * logits[2] + self._intercept)
        return roots, directions, related


_TURNED = {
    Direction.FORWARD: Direction.REVERSED,
    Direction.REVERSED: Direction.FORWARD,
    Direction.SYMMETRIC: Direction.SYMMETRIC,
}


def _padded(rows: Sequence[EncodedPair], pad: int) -> Arrays:
    width = max(len(r.ids) for r in rows)
    out: dict[str, NDArray[Any]] = {
        "pieces": np.full((len(rows), width), pad, dtype=np.int64),
        "present": np.zeros((len(rows), width), dtype=np.float32),
        "source": np.array([r.source for r in rows], dtype=np.int64),
        "target": np.array([r.target for r in rows], dtype=np.int64),
    }
    for k, row in enumerate(rows):
        out["pieces"][k, : len(row.ids)] = row.ids
        out["present"][k, : len(row.ids)] = 1
    return out


def _softmax(logits: NDArray[Any]) -> Numbers:
    exp = np.exp(logits.astype(np.float64) - logits.max(axis=1, keepdims=True))
    out: Numbers = exp / exp.sum(axis=1, keepdims=True)
    return out


def _sigmoid(logits: NDArray[Any]) -> Numbers:
    # By the hyperbolic tangent, which does not overflow.
    out: Numbers = (1 + np.tanh(logits.astype(np.float64) / 2)) / 2
    return out
