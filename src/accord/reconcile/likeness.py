"""Two profiles -> how likely they tell of one happening: a logistic model over shared words, names, places, days and numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib import resources

from accord.reconcile.copies import is_copy
from accord.reconcile.profiles import Profile, Weighted

COPY = 10.0  # log-odds of two reports that share their wording
STRANGERS = -5.0  # log-odds of two reports that have nothing in common: less than `LEAST_WORDS`, or states and leaders alone
LEAST_WORDS = 0.05  # likeness of words
_LEAST_OWN = 3  # shared terms
_NO_GAP = 3  # days that stand for a gap that is not known
_FEW = 60  # leads and briefs of fewer terms than this share fewer
_NAMES, _NUMBERS = 5, 3  # shared names and numbers beyond which more say no more

# In the order of `features`.
FEATURES = (
    "words", "lead", "gap", "undated", "places_apart", "places", "day_shared", "days_apart", "numbers", "names", "short",
)  # fmt: skip


def likeness(a: Weighted, b: Weighted) -> float:
    """Log-odds that two reports tell of one happening (trained by `train/stories.py`); the same whichever comes first."""
    if is_copy(a.profile.shingles, b.profile.shingles):
        return COPY
    found = features(a, b)
    if found[0] < LEAST_WORDS or not _share_happening(a, b):
        return STRANGERS
    weights, bias = _weights()
    return bias + sum(w * x for w, x in zip(weights, found, strict=True))


def _share_happening(a: Weighted, b: Weighted) -> bool:
    """Whether more than the states and leaders that are in the news is shared."""
    shared = a.vector.keys() & b.vector.keys()
    return len(shared - a.profile.common - b.profile.common) >= _LEAST_OWN


def features(a: Weighted, b: Weighted) -> tuple[float, ...]:
    """What the model sees, each about 0 to 1 but for the gap (log of days), in the order of `FEATURES`."""
    p, q = a.profile, b.profile
    gap = days_between(p, q)
    apart = p.lead_places and q.lead_places and not p.lead_places & q.places and not q.lead_places & p.places
    other_days = p.event_days and q.event_days and not p.event_days & q.event_days
    return (
        _dot(a.vector, b.vector),
        _dot(a.lead, b.lead),
        math.log1p(_NO_GAP if gap is None else gap),
        float(gap is None),
        float(bool(apart)),
        _shared(a.places, b.places),
        float(bool(p.lead_days & q.lead_days)),
        float(bool(other_days)),
        min(len(p.numbers & q.numbers), _NUMBERS) / _NUMBERS,
        min(len(p.names & q.names), _NAMES) / _NAMES,
        float(min(len(p.counts), len(q.counts)) < _FEW),
    )


def days_between(a: Profile, b: Profile) -> int | None:
    """Days between the intervals of publication, 0 where they overlap, None if one is not known."""
    if not (a.first and a.last and b.first and b.last):
        return None
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    # In an order of its own, since a sum of floats hangs on its order and the result on neither report's.
    return math.fsum(w * large[t] for t, w in small.items() if t in large)


def _shared(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    both = math.fsum(w for t, w in a.items() if t in b)
    every = math.fsum(a.values()) + math.fsum(w for t, w in b.items() if t not in a)
    return both / every if every else 0.0


@cache
def _weights() -> tuple[tuple[float, ...], float]:
    text = resources.files("accord.reconcile").joinpath("data", "story_weights.tsv").read_text(encoding="utf-8")
    rows = dict(line.split("\t") for line in text.splitlines())
    return tuple(float(rows[name]) for name in FEATURES), float(rows["bias"])
