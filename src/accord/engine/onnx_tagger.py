"""Windows of words -> labels and links, by a model file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.engine.chain import best_sequences
from accord.engine.onnx import OnnxModel
from accord.model.tagging import Tagged, Window

# Windows that go through the model together, of like length: more gain nothing on one thread and cost memory.
_BATCH = 8
# Places that the encoder knows, less those of its two marks.
_MOST_PIECES = 510
_INPUTS, _OUTPUTS = ("pieces", "features", "present", "begins"), ("emissions", "asks", "answers")


class OnnxTagger:
    """A token tagger in an ONNX file.

    Args:
        path: The model file.
        threads: Threads of one call; 1 leaves the other cores to other processes.

    Raises:
        ModelError: if the file is missing, broken or not a tagger.
    """

    def __init__(self, path: Path, *, threads: int = 1) -> None:
        self._model = OnnxModel(path, "tagger", inputs=_INPUTS, outputs=_OUTPUTS, threads=threads)
        self.name, self._pieces = self._model.name, self._model.pieces
        try:
            first, between = json.loads(self._model.described["transitions"])
            self._labels = tuple(self._model.described["labels"].split())
            self._first, self._between = np.array(first, dtype=np.float32), np.array(between, dtype=np.float32)
        except (KeyError, TypeError, ValueError) as error:
            raise self._model.unfit(type(error).__name__) from error

    def tag(self, windows: Sequence[Window]) -> list[Tagged]:
        """Views of the windows, in their order; those of like length go through the model together."""
        rows = [self._row(w) for w in windows]
        order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]))
        out: dict[int, Tagged] = {}
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            emissions, asks, answers = self._model.run(_padded([rows[n] for n in batch], self._pieces.pad))
            sizes = [len(windows[n].words) for n in batch]
            for k, labels in enumerate(best_sequences(emissions, self._first, self._between, sizes)):
                size = sizes[k]
                named = tuple(self._labels[i] for i in labels)
                out[batch[k]] = Tagged(labels=named, belongs=asks[k, :size] @ answers[k, :size].T)
        return [out[n] for n in range(len(windows))]

    def _row(self, window: Window) -> tuple[list[int], list[tuple[int, ...]], list[int]]:
        """Ids of the pieces with the marks around them, the features of each piece, and where each word begins."""
        split = [self._pieces(word) for word in window.words]
        if sum(map(len, split)) > _MOST_PIECES:
            # A page of links or of another script: the beginning of each word must do.
            split = [pieces[:1] for pieces in split]
        none = (0,) * (len(window.features[0]) if window.features else 0)
        ids, features, begins = [self._pieces.start], [none], []
        for pieces, row in zip(split, window.features, strict=True):
            begins.append(len(ids))
            ids.extend(pieces)
            features.extend([row] * len(pieces))
        return [*ids, self._pieces.end], [*features, none], begins


def _padded(rows: Sequence[tuple[list[int], list[tuple[int, ...]], list[int]]], pad: int) -> dict[str, NDArray[Any]]:
    """The model's inputs: pieces (batch, n), features (batch, n, f), present (batch, n), begins (batch, words)."""
    pieces, words = max(len(ids) for ids, _, _ in rows), max(len(begins) for _, _, begins in rows)
    out: dict[str, NDArray[Any]] = {
        "pieces": np.full((len(rows), pieces), pad, dtype=np.int64),
        "features": np.zeros((len(rows), pieces, len(rows[0][1][0])), dtype=np.int64),
        "present": np.zeros((len(rows), pieces), dtype=np.float32),
        "begins": np.zeros((len(rows), words), dtype=np.int64),
    }
    for k, (ids, features, begins) in enumerate(rows):
        out["pieces"][k, : len(ids)] = ids
        out["features"][k, : len(ids)] = features
        out["present"][k, : len(ids)] = 1
        out["begins"][k, : len(begins)] = begins
    return out
