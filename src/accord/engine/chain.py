"""Emission scores of words -> the likeliest sequence of labels under a linear-chain CRF (Viterbi 1967; Lafferty et al. 2001)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_sequences(emissions: Scores, first: Scores, between: Scores, lengths: list[int]) -> list[list[int]]:
    """The likeliest label indexes of each sequence.

    Args:
        emissions: (batch, words, labels); what is beyond a sequence's length is not looked at.
        first: (labels,) scores of the first label.
        between: (labels, labels) scores of a label after a label.
        lengths: Words of each sequence, each at least 1.
    """
    score = first + emissions[:, 0]
    back = np.zeros(emissions.shape, dtype=np.intp)
    last = {n: score[n] for n, size in enumerate(lengths) if size == 1}
    for word in range(1, emissions.shape[1]):
        paths = score[:, :, None] + between
        back[:, word] = paths.argmax(axis=1)
        score = paths.max(axis=1) + emissions[:, word]
        last |= {n: score[n] for n, size in enumerate(lengths) if size == word + 1}
    out = []
    for n, size in enumerate(lengths):
        labels = [int(last[n].argmax())]
        for word in range(size - 1, 0, -1):
            labels.append(int(back[n, word, labels[-1]]))
        out.append(labels[::-1])
    return out
