"""Passages -> how two of them relate, and vectors by which those of one slot are found, by a model file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.engine.onnx import Arrays, OnnxModel
from accord.engine.passage_pieces import EncodedPassages, encode_passages, of_words
from accord.model.passages import Looks, Passage, PassageView, WordKind
from accord.model.vocabulary import Aspect, Attendance

# Pairs that go through the model together, of like length.
_BATCH = 16
_INPUTS, _OUTPUTS = ("pieces", "features", "present"), ("relations", "aspects", "carries", "states", "attendance")
_RELATIONS = 3  # difference, agreement, tension


class OnnxPassageComparer:
    """A passage comparer in an ONNX file.

    The file takes `pieces` (batch, n), `features` (batch, n, 3) and `present` (batch, n), 1 where there is a piece; it gives log-odds
    `relations` (batch, 3) of difference, agreement and tension, logits `aspects` (batch, aspects), log-odds `carries` (batch, n) that a
    piece belongs to a value, `states` (batch, n, width), and logits `attendance` (batch, n, 1 + statuses) that a piece names a party of no
    status or of one. Its metadata name the `aspects` and the `statuses` in their order.

    Args:
        path: The model file.
        threads: Threads of one call; 1 leaves the other cores to other processes.

    Raises:
        ModelError: if the file is missing, broken or not such a comparer.
    """

    def __init__(self, path: Path, *, threads: int = 1) -> None:
        self._model = OnnxModel(path, "passage comparer", inputs=_INPUTS, outputs=_OUTPUTS, threads=threads)
        self.name = self._model.name
        try:
            self._aspects = tuple(map(Aspect, self._model.described["aspects"].split()))
            self._statuses = [1 + list(Attendance).index(Attendance(s)) for s in self._model.described["statuses"].split()]
            # One pair tells whether the shapes fit, before any work is begun.
            self.compare([(_PROBE, _PROBE)])
            self.look([_PROBE], [[0]])
        except Exception as error:  # onnxruntime raises classes of its own without a common base
            raise self._model.unfit(type(error).__name__) from error
        for what, names in (("an aspect", self._aspects), ("a status", self._statuses)):
            if len(set(names)) < len(names):
                raise self._model.unfit(f"it names {what} twice")

    def compare(self, pairs: Sequence[tuple[Passage, Passage]]) -> list[PassageView]:
        """Views of the pairs, in their order; those of like length go through the model together."""
        rows = [encode_passages(pair, self._model.pieces) for pair in pairs]
        views: dict[int, PassageView] = {}
        for batch in _batches(rows):
            relations, aspects, carries, *_ = self._run([rows[k] for k in batch])
            shares = _softmax(aspects)
            for n, k in enumerate(batch):
                difference, agreement, tension = map(float, relations[n, :_RELATIONS])
                views[k] = PassageView(
                    difference=difference, agreement=agreement, tension=tension,
                    aspects=dict(zip(self._aspects, map(float, shares[n]), strict=True)),
                    carries=(_of_words(rows[k], 0, pairs[k][0], carries[n]), _of_words(rows[k], 1, pairs[k][1], carries[n])),
                )  # fmt: skip
        return [views[k] for k in range(len(rows))]

    def look(self, passages: Sequence[Passage], words: Sequence[Sequence[int]]) -> Looks:
        """Vectors of passages, the mean of the states of their pieces, and what is seen of some of their words, by the mean of theirs."""
        rows = [encode_passages((p,), self._model.pieces) for p in passages]
        whole: dict[int, NDArray[np.float32]] = {}
        parts: dict[int, tuple[NDArray[np.float32], NDArray[np.float32]]] = {}
        for batch in _batches(rows):
            *_, states, logits = self._run([rows[k] for k in batch])
            for n, k in enumerate(batch):
                whole[k] = _unit(states[n, : len(rows[k].ids)].mean(axis=0))
                parts[k] = self._of_wanted(rows[k], words[k], states[n], logits[n])
        order = range(len(rows))
        return Looks(
            passages=np.stack([whole[k] for k in order]) if rows else np.zeros((0, 0), dtype=np.float32),
            words=tuple(parts[k][0] for k in order), attendance=tuple(parts[k][1] for k in order),
        )  # fmt: skip

    def _of_wanted(
        self, encoded: EncodedPassages, wanted: Sequence[int], states: NDArray[Any], logits: NDArray[Any]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(wanted, width) vectors and (wanted, 1 + statuses) probabilities."""
        pieces: dict[int, list[int]] = {word: [] for word in wanted}
        for at, word in of_words(encoded, 0):
            if word in pieces:
                pieces[word].append(at)
        vectors = np.zeros((len(wanted), states.shape[1]), dtype=np.float32)
        shares = np.zeros((len(wanted), 1 + len(Attendance)), dtype=np.float32)
        for n, word in enumerate(wanted):
            if pieces[word]:
                vectors[n] = _unit(states[pieces[word]].mean(axis=0))
                shares[n, [0, *self._statuses]] = _softmax(logits[pieces[word]].mean(axis=0)[None])[0]
        return vectors, shares

    def _run(self, rows: Sequence[EncodedPassages]) -> list[NDArray[Any]]:
        return self._model.run(_padded(rows, self._model.pieces.pad))


# A word of every kind, so that a file whose table of features is too small is found out.
_PROBE = Passage(("word",) * len(WordKind), tuple(WordKind), (None,) * len(WordKind))


def _batches(rows: Sequence[EncodedPassages]) -> list[list[int]]:
    order = sorted(range(len(rows)), key=lambda k: len(rows[k].ids))
    return [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]


def _padded(rows: Sequence[EncodedPassages], pad: int) -> Arrays:
    width = max(len(r.ids) for r in rows)
    pieces = np.full((len(rows), width), pad, dtype=np.int64)
    features = np.zeros((len(rows), width, 3), dtype=np.int64)
    present = np.zeros((len(rows), width), dtype=np.float32)
    for k, row in enumerate(rows):
        size = len(row.ids)
        pieces[k, :size], features[k, :size], present[k, :size] = row.ids, row.features, 1
    return {"pieces": pieces, "features": features, "present": present}


def _of_words(encoded: EncodedPassages, number: int, passage: Passage, logits: NDArray[Any]) -> tuple[float, ...]:
    """The probability of each word of a passage: that of its likeliest piece; 0 for a word that was cut off."""
    out = [0.0] * len(passage.words)
    for at, word in of_words(encoded, number):
        out[word] = max(out[word], float((1 + np.tanh(float(logits[at]) / 2)) / 2))
    return tuple(out)


def _unit(vector: NDArray[Any]) -> NDArray[np.float32]:
    norm = float(np.linalg.norm(vector))
    out: NDArray[np.float32] = (vector / norm if norm else vector).astype(np.float32)
    return out


def _softmax(logits: NDArray[Any]) -> NDArray[np.float64]:
    exp = np.exp(logits.astype(np.float64) - logits.max(axis=1, keepdims=True))
    out: NDArray[np.float64] = exp / exp.sum(axis=1, keepdims=True)
    return out
