"""A passage comparer without a model: vectors by bag of words, views by a table; and readings from tagged words to go with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

import hand
import tagged
from accord.model.passages import Looks, Passage, PassageView
from accord.model.reading import Reading
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Attendance

_WIDTH = 4096


@dataclass(frozen=True)
class Seen:
    """What the comparer says of a pair of passages."""

    difference: float = -4.0
    agreement: float = -4.0
    aspect: Aspect = Aspect.OTHER
    carries: str = ""

    def view(self, pair: tuple[Passage, Passage]) -> PassageView:
        """With nine tenths of one aspect, and the words that carry the value."""
        words = self.carries.split()
        left, right = (tuple(0.9 if w in words else 0.1 for w in p.words) for p in pair)
        shares = {a: 0.9 if a is self.aspect else 0.1 / (len(Aspect) - 1) for a in Aspect}
        return PassageView(difference=self.difference, agreement=self.agreement, tension=-4.0, aspects=shares, carries=(left, right))


class BagComparer:
    """Views by words that stand in either passage, the first row that fits, and statuses by the word; of all others nothing is seen."""

    name = "bag-1"

    def __init__(self, views: Mapping[tuple[str, str], Seen] | None = None, statuses: Mapping[str, Attendance] | None = None) -> None:
        self._views = views or {}
        self._statuses = statuses or {}
        self.asked: list[tuple[Passage, Passage]] = []

    def look(self, passages: Sequence[Passage], words: Sequence[Sequence[int]]) -> Looks:
        """Passages by their words alone, without marks; words by themselves."""
        asked = [[p.words[k] for k in at] for p, at in zip(passages, words, strict=True)]
        return Looks(passages=_bags(passages), words=tuple(map(_alone, asked)), attendance=tuple(map(self._attending, asked)))

    def _attending(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Of the words of the table, nearly sure of the status; of all others, nearly sure that there is none."""
        out = np.full((len(words), 1 + len(Attendance)), 0.01, dtype=np.float32)
        for k, w in enumerate(words):
            status = self._statuses.get(w)
            out[k, 0 if status is None else 1 + list(Attendance).index(status)] = 0.92
        return out

    def compare(self, pairs: Sequence[tuple[Passage, Passage]]) -> list[PassageView]:
        """In their order."""
        self.asked.extend(pairs)
        return [self._seen(*pair).view(pair) for pair in pairs]

    def _seen(self, first: Passage, second: Passage) -> Seen:
        return next((seen for (a, b), seen in self._views.items() if a in first.words and b in second.words), Seen())


def _bags(passages: Sequence[Passage]) -> NDArray[np.float32]:
    out = np.zeros((len(passages), _WIDTH), dtype=np.float32)
    for k, p in enumerate(passages):
        words = {w.lower() for w in p.words if w.isalnum()}
        out[k, [crc32(w.encode()) % _WIDTH for w in words]] = 1
        out[k] /= np.linalg.norm(out[k]) or 1
    return out


def _alone(words: Sequence[str]) -> NDArray[np.float32]:
    out = np.zeros((len(words), _WIDTH), dtype=np.float32)
    out[range(len(words)), [crc32(w.lower().encode()) % _WIDTH for w in words]] = 1
    return out


def reading(name: str, *sentences: str, published: str | None = None) -> Reading:
    """A reading of sentences as `tagged.sentence` takes them, in which nothing was found yet."""
    rows: list[Sentence] = []
    for words in sentences:
        rows.append(tagged.sentence(words, index=len(rows), start=rows[-1].span.end + 1 if rows else 0))
    report = hand.report(tagged.text(*rows), name, published=published)
    return Reading(report=report, sentences=tuple(rows), published=report.published)


def place(told: Reading, words: str, sentence: int = 0) -> Span:
    """Where words stand in a sentence."""
    start = told.report.text.index(words, told.sentences[sentence].span.start)
    return Span(start, start + len(words))
