"""Readings of one story -> pairs of passages that may speak of one slot, and a trained model's view of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from accord.model.passages import Passage, PassageComparer, PassageView, WordKind
from accord.model.reading import Reading
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind, TimeType

_WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_PART = re.compile(r"\d+|-")
# Words by which something is called the first, the last or the only one.
ORDER = frozenset("first last only second third never since ever previous previously record unprecedented".split())
_LONGEST = 64  # words of a passage; longer sentences are lists or damage
_NEAREST = 2  # partners of a sentence in another report, looked for from both sides
_LEAST = 0.3  # cosine of vectors under which two sentences are never of one slot
MOST_SENTENCES = 400  # sentences of a report that are looked at
_SHARE = 40  # pairs a report of the story, so that a story costs what its reports cost, not their square; the closest are kept
_PAIRS = 40  # pairs of two reports that the model is asked about, the closest first; 97 of 100 annotated differences are among them


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """Two sentences of different reports and how a model sees them.

    Attributes:
        a, b: Indexes of the readings in the story, a < b.
        i, j: Sentence of `a`, sentence of `b`.
        passages: The two as the model saw them.
        closeness: Cosine of their vectors.
    """

    a: int
    i: int
    b: int
    j: int
    passages: tuple[Passage, Passage]
    closeness: float
    view: PassageView


def passages_of(reading: Reading) -> tuple[Passage, ...]:
    """The first sentences as a model takes them: what reading found is marked, days are written out behind the words that mean them."""
    marks = _marks(reading)
    days: dict[int, dict[int, str]] = defaultdict(dict)
    for t in reading.times:
        if t.type in (TimeType.DATE, TimeType.TIME):
            days[t.sentence][t.span.end] = t.value[:10]
    return tuple(
        _passage(reading.report.text, s.span, marks.get(s.index, ()), days.get(s.index, {})) for s in reading.sentences[:MOST_SENTENCES]
    )


def _passage(text: str, span: Span, marks: Sequence[tuple[Span, WordKind]], days: Mapping[int, str]) -> Passage:
    words: list[str] = []
    kinds: list[WordKind] = []
    spans: list[Span | None] = []
    for found in _WORD.finditer(text, span.start, span.end):
        here = Span(found.start(), found.end())
        kind = max((k for s, k in marks if s.overlap(here)), key=_PRECEDENCE.index, default=WordKind.PLAIN)
        if kind is WordKind.PLAIN and found.group().lower() in ORDER:
            kind = WordKind.ORDER
        words.append(found.group())
        kinds.append(kind)
        spans.append(here)
        for end, value in days.items():
            day = _DATE.match(value)
            if day and here.start < end <= here.end:
                written = ["(", *_PART.findall(day.group()), ")"]
                words.extend(written)
                kinds.extend([WordKind.TIME] * len(written))
                spans.extend([None] * len(written))
        if len(words) > _LONGEST:
            break
    return Passage(tuple(words), tuple(kinds), tuple(spans))


# Where marks overlap, the later stands: a number in a time is a number.
_PRECEDENCE = (
    WordKind.PLAIN, WordKind.NAME, WordKind.STATE, WordKind.PLACE, WordKind.EVENT, WordKind.TIME, WordKind.NUMBER,
)  # fmt: skip


def _marks(reading: Reading) -> dict[int, list[tuple[Span, WordKind]]]:
    """What was found in each sentence."""
    out: dict[int, list[tuple[Span, WordKind]]] = defaultdict(list)
    for e in reading.entities:
        kind = WordKind.STATE if e.kind is EntityKind.STATE else WordKind.NAME
        for m in e.mentions:
            if m.how != "pronoun":
                out[m.sentence].append((m.span, kind))
    for p in reading.places:
        if p.kind != "state":
            out[p.sentence].append((p.span, WordKind.PLACE))
    for s in reading.statements:
        out[s.sentence].append((s.event.trigger, WordKind.EVENT))
    for t in reading.times:
        out[t.sentence].append((t.span, WordKind.TIME))
    for q in reading.quantities:
        out[q.sentence].append((q.span, WordKind.NUMBER))
    return out


def face(passages: Sequence[Sequence[Passage]], vectors: Sequence[np.ndarray], comparer: PassageComparer) -> tuple[Facing, ...]:
    """Pairs of sentences of different reports that lie close, each with the model's view, in the order of the story.

    Each sentence is compared with its nearest in every other report, from both sides.

    Args:
        passages: Of each reading.
        vectors: Of each reading (passages, width) unit vectors.
        comparer: The model.
    """
    near = [(a, i, b, j, c) for a, b in combinations(range(len(passages)), 2) for i, j, c in nearest(vectors[a], vectors[b])]
    closest = sorted(near, key=lambda x: (-round(x[4], 4), x[:4]))[: _SHARE * len(passages)]
    near = sorted(closest, key=lambda x: (x[0], x[2], x[1], x[3]))
    views = comparer.compare([(passages[a][i], passages[b][j]) for a, i, b, j, _ in near])
    return tuple(
        Facing(a=a, i=i, b=b, j=j, passages=(passages[a][i], passages[b][j]), closeness=c, view=view)
        for (a, i, b, j, c), view in zip(near, views, strict=True)
    )


def nearest(left: np.ndarray, right: np.ndarray) -> list[tuple[int, int, float]]:
    """Pairs of rows of which either is among the nearest of the other, in order."""
    if not len(left) or not len(right):
        return []
    cosine = left @ right.T
    # Rounded, so that the last bits of a sum, which differ between machines, settle no order.
    order = np.round(cosine, 4)
    pairs = {(i, int(j)) for i in range(len(left)) for j in np.argsort(-order[i], kind="stable")[:_NEAREST]}
    pairs |= {(int(i), j) for j in range(len(right)) for i in np.argsort(-order[:, j], kind="stable")[:_NEAREST]}
    close = sorted(((i, j, float(cosine[i, j])) for i, j in pairs if cosine[i, j] > _LEAST), key=lambda x: (-round(x[2], 4), x[0], x[1]))
    return sorted(close[:_PAIRS])
