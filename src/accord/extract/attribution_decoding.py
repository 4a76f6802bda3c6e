"""A tagger's view of a window of words -> attributions as ranges of words: what belongs to which cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accord.extract.attribution_windows import ROLES
from accord.model.tagging import Tagged

# Probability from which a stretch belongs to a cue. Content that no cue asks for is content of the likeliest.
_BELONGS = 0.3
Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Decoded:
    """An attribution as inclusive ranges of words of the window.

    Attributes:
        confidence: Mean probability that its source and content belong to its cue, 0 to 1.
    """

    source: Run | None
    cue: Run
    content: tuple[Run, ...]
    confidence: float


def decode(tagged: Tagged) -> list[Decoded]:
    """Attributions of one window in the order of their cues; a cue without content is none."""
    runs: dict[str, list[Run]] = {role: [] for role in ROLES}
    for role, run in _runs(tagged.labels):
        runs[role].append(run)
    cues = runs["cue"]
    if not cues or not runs["content"]:
        return []
    logits = tagged.belongs[[low for low, _ in cues]]
    content, source = _belonging(logits, runs["content"]), _belonging(logits, runs["source"])
    owners = content.argmax(axis=0)
    out = []
    for n, cue in enumerate(cues):
        mine = [k for k, owner in enumerate(owners) if owner == n and content[n, k] >= _BELONGS]
        if not mine:
            continue
        best = int(source[n].argmax()) if runs["source"] else -1
        whose = runs["source"][best] if best >= 0 and source[n, best] >= _BELONGS else None
        parts = [content[n, k] for k in mine] + ([source[n, best]] if whose is not None else [])
        out.append(Decoded(whose, cue, tuple(runs["content"][k] for k in mine), float(np.mean(parts))))
    return out


def _runs(labels: Sequence[str]) -> Iterator[tuple[str, Run]]:
    """Role and range of each stretch, in order."""
    start, role = 0, ""
    for n, label in enumerate([*labels, "O"]):
        if role and label != f"I-{role}":
            yield role, (start, n - 1)
            role = ""
        if label != "O" and not role:
            start, role = n, label[2:]


def _belonging(logits: NDArray[np.float32], runs: Sequence[Run]) -> NDArray[np.float32]:
    """(cues, words) logits -> (cues, runs) probabilities that a run belongs to a cue, from the mean of its words."""
    means = np.array([logits[:, low : high + 1].mean(axis=1) for low, high in runs], dtype=np.float32).reshape(len(runs), len(logits))
    out: NDArray[np.float32] = (1 / (1 + np.exp(-np.clip(means.T, -30, 30)))).astype(np.float32)
    return out
