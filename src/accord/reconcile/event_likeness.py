"""Mentions of events -> log-odds of each pair that both tell of one event: a logistic model over named features and their products."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from accord.reconcile.event_mentions import Mention

Matrix = NDArray[np.float32]

_LEAD = 4  # sentences that name the event of a report
_STEM = 8  # first letters that are compared
_FAR, _CLOSE = -5.0, 6.0  # log-odds of two reports beyond which more say no more
_NAMES = 4  # shared names beyond which more say no more
WITH, WITHOUT = "coreference_vectors.tsv", "coreference.tsv"  # weights, with and without vectors of words


def features(mentions: Sequence[Mention], likeness: Matrix, vectors: Matrix | None = None) -> dict[str, Matrix]:
    """Symmetric (n, n) matrices by name, each about 0 to 1 but for `reports` (log-odds of the two reports, a fifth).

    Args:
        mentions: Of all reports that may tell of one event.
        likeness: Log-odds of two reports that they tell of one happening, by the indexes that mentions carry.
        vectors: (n, width) unit vectors of the words in their context; without them there is no `word`.
    """
    reading = np.array([m.reading for m in mentions], dtype=int)
    sentence = np.array([m.sentence for m in mentions], dtype=int)
    one_report = _same(reading)
    gap = np.abs(sentence[:, None] - sentence[None, :])
    out = {
        "bias": np.ones_like(one_report),
        "lemma": _same(m.lemma for m in mentions),
        "sense": np.maximum(_same(m.sense for m in mentions), _same(m.lemma for m in mentions)),
        "stem": _stems([m.lemma for m in mentions]),
        "verbs": _both([m.pos == "VERB" for m in mentions]),
        "nouns": _both([m.pos == "NOUN" for m in mentions]),
        "sentences": _cosines([m.words for m in mentions], [(m.reading, m.sentence) for m in mentions]),
        "reports": np.where(one_report > 0, _CLOSE, np.clip(likeness[np.ix_(reading, reading)], _FAR, _CLOSE)) / 5,
        "one_report": one_report,
        "one_sentence": one_report * (gap == 0),
        "next_sentence": one_report * (gap == 1),
        "lead": _both([m.sentence < _LEAD for m in mentions]),
        "modality": _same(m.modality for m in mentions),
        "rare": _rarity([m.sense for m in mentions]),
    }
    for name in ("subjects", "objects", "days", "places", "numbers"):
        shared, apart = _overlap([getattr(m, name) for m in mentions])
        out[name] = np.minimum(shared, 1)
        out[name + "_apart"] = apart
    out["names"] = np.minimum(_overlap([m.names for m in mentions])[0], _NAMES) / _NAMES
    out["participants"] = np.minimum(_overlap([m.subjects | m.objects for m in mentions])[0], 1)
    if vectors is not None:
        out["word"] = vectors @ vectors.T
    return {name: np.asarray(x, dtype=np.float32) for name, x in out.items()}


def odds(mentions: Sequence[Mention], likeness: Matrix, vectors: Matrix | None = None) -> Matrix:
    """(n, n) log-odds that two mentions tell of one event, less the threshold over which they are joined."""
    rows = weights(WITHOUT if vectors is None else WITH)
    return weighed(features(mentions, likeness, vectors), rows)


def weighed(found: Mapping[str, Matrix], rows: Mapping[str, float]) -> Matrix:
    """Weighted sum of terms; "a*b" is the product of two features, "bias" is 1."""
    some = next(iter(found.values()))
    total = np.zeros_like(some, dtype=np.float64)
    for name, weight in rows.items():
        total += weight * term(found, name)
    return np.asarray(total, dtype=np.float32)


def term(found: Mapping[str, Matrix], name: str) -> Matrix:
    """A feature, or the product of those that `*` joins."""
    first, *others = name.split("*")
    out = found[first]
    for other in others:
        out = out * found[other]
    return out


@cache
def weights(name: str) -> Mapping[str, float]:
    """Weight of each term of a table beside this module."""
    text = resources.files("accord.reconcile").joinpath("data", name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {term_: float(weight) for term_, weight in rows}


def _same(values: Iterable[Hashable]) -> Matrix:
    codes: dict[Hashable, int] = {}
    row = np.array([codes.setdefault(v, len(codes)) for v in values], dtype=int)
    return np.asarray(row[:, None] == row[None, :], dtype=np.float32)


def _both(marks: Sequence[bool]) -> Matrix:
    row = np.array(marks, dtype=np.float32)
    return np.outer(row, row)


def _stems(lemmas: Sequence[str]) -> Matrix:
    """Share of the first letters that two lemmas have in common, of the shorter one's, at most eight."""
    long = np.array([min(len(x), _STEM) for x in lemmas], dtype=np.float32)
    shared = np.zeros((len(lemmas), len(lemmas)), dtype=np.float32)
    for k in range(1, _STEM + 1):
        enough = [len(x) >= k for x in lemmas]
        shared += _same(x[:k] for x in lemmas) * _both(enough)
    least: Matrix = np.minimum(long[:, None], long[None, :])
    return np.asarray(shared / np.maximum(least, 3), dtype=np.float32)  # a word of one or two letters shares little


def _rarity(senses: Sequence[str]) -> Matrix:
    """1 for words that stand once among the mentions, less for those that stand often."""
    seen = Counter(senses)
    row = np.array([seen[s] ** -0.25 for s in senses], dtype=np.float32)
    return np.outer(row, row)


def _incidence(sets: Sequence[frozenset[Hashable]]) -> tuple[Matrix, list[Hashable]]:
    """A row a set, a column a member, and the members."""
    columns: dict[Hashable, int] = {}
    for members in sets:
        for x in sorted(members, key=str):
            columns.setdefault(x, len(columns))
    out = np.zeros((len(sets), len(columns)), dtype=np.float32)
    for row, members in enumerate(sets):
        out[row, [columns[x] for x in members]] = 1
    return out, list(columns)


def _overlap(sets: Sequence[frozenset[Hashable]]) -> tuple[Matrix, Matrix]:
    """How many members two share; and 1 where both have some and share none."""
    held, _ = _incidence(sets)
    shared = held @ held.T
    return shared, _both([bool(x) for x in sets]) * (shared == 0)


def _cosines(bags: Sequence[frozenset[str]], sentences: Sequence[tuple[int, int]]) -> Matrix:
    """Cosine of the words of two sentences, each weighted by how few of the sentences hold it."""
    distinct = dict(zip(sentences, bags, strict=True))
    seen = Counter(w for bag in distinct.values() for w in bag)
    rarity = {w: math.log(1 + len(distinct) / n) for w, n in seen.items()}
    raw, words = _incidence(bags)
    raw *= np.array([rarity[str(w)] for w in words], dtype=np.float32)
    norm = np.sqrt((raw * raw).sum(axis=1, keepdims=True))
    unit = raw / np.maximum(norm, 1e-9)
    return np.asarray(unit @ unit.T, dtype=np.float32)
