"""What a network says of pairs of the stories that it left out (`comparer.py fit --fold`), as the comparison sees them."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from accord.model.passages import Passage, PassageView
from accord.model.vocabulary import Aspect
from accord.reconcile.passages import Facing

_ASPECTS = tuple(Aspect)
_NOTHING = Passage((), (), ())


@dataclass(frozen=True, slots=True)
class Said:
    """What readers said of a pair: how far it differs, how far it agrees on something central."""

    difference: float
    agreement: float


def facings(views: Sequence[Path]) -> tuple[dict[str, list[Facing]], dict[str, list[Said]]]:
    """Pairs of each story with the network's view, and what readers said of them."""
    out: dict[str, list[Facing]] = defaultdict(list)
    said: dict[str, list[Said]] = defaultdict(list)
    for path in views:
        keys, logits, told = pickle.loads(path.read_bytes())  # noqa: S301 - our own file
        for (story, a, i, b, j, closeness), row, what in zip(keys, logits, told, strict=True):
            shares = np.exp(row[3:] - row[3:].max())
            view = PassageView(
                difference=float(row[0]), agreement=float(row[1]), tension=float(row[2]),
                aspects=dict(zip(_ASPECTS, map(float, shares / shares.sum()), strict=True)), carries=((), ()),
            )  # fmt: skip
            out[story].append(Facing(a=a, i=i, b=b, j=j, passages=(_NOTHING, _NOTHING), closeness=closeness, view=view))
            said[story].append(Said(*what))
    return out, said
