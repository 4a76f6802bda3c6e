"""Mentions of events -> vectors of their words in context, by the model that compares passages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from accord.model.passages import Passage, PassageComparer
from accord.model.reading import Reading
from accord.reconcile.event_likeness import Matrix
from accord.reconcile.event_mentions import Mention
from accord.reconcile.passages import passage


class PassageWords:
    """`WordVectors` of a passage comparer.

    Args:
        comparer: The model.
    """

    def __init__(self, comparer: PassageComparer) -> None:
        self._comparer = comparer

    def word_vectors(self, readings: Sequence[Reading], mentions: Sequence[Mention]) -> Matrix:
        """(mentions, width) unit vectors in the order of the mentions; zeros for a word that the model did not see."""
        where = sorted({(m.reading, m.sentence) for m in mentions})
        passages = {at: passage(readings[at[0]], at[1]) for at in where}
        words = dict(zip(where, self._comparer.words([passages[at] for at in where]), strict=True))
        width = max((w.shape[1] for w in words.values()), default=0)
        out = np.zeros((len(mentions), width), dtype=np.float32)
        for k, m in enumerate(mentions):
            found = _word(passages[m.reading, m.sentence], words[m.reading, m.sentence], m)
            if found is not None:
                out[k] = found
        return out


def _word(told: Passage, vectors: NDArray[np.float32], mention: Mention) -> NDArray[np.float32] | None:
    """The mean over the pieces of the mention's word, of length one."""
    rows = [k for k, span in enumerate(told.spans) if span is not None and span.overlap(mention.span) and k < len(vectors)]
    if not rows:
        return None
    mean: NDArray[np.float32] = vectors[rows].mean(axis=0)
    norm = float(np.linalg.norm(mean))
    return mean / np.float32(norm) if norm else mean
