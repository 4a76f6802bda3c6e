"""What a trained model that compares two passages is given and what it gives back: words with kinds, and how the two relate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

from accord.model.spans import Span
from accord.model.vocabulary import Aspect

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray


class WordKind(IntEnum):
    """What reading found a word to be part of."""

    PLAIN = 0
    NUMBER = 1
    TIME = 2
    PLACE = 3
    NAME = 4
    STATE = 5
    EVENT = 6
    ORDER = 7


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as the model sees it: the day that a time means stands in brackets behind its words.

    Attributes:
        words: Words and marks.
        kinds: One a word.
        spans: Where each stands in the report's text; None for what was put in.
    """

    words: tuple[str, ...]
    kinds: tuple[WordKind, ...]
    spans: tuple[Span | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A model's view of a pair of passages.

    Attributes:
        difference, agreement, tension: Log-odds that the two give different values of one slot, the same or compatible ones, or what a
            reader wants to see side by side.
        aspects: Share of each aspect, should they differ or agree.
        carries: For either passage, one probability a word: that it belongs to what carries the value.
    """

    difference: float
    agreement: float
    tension: float
    aspects: Mapping[Aspect, float]
    carries: tuple[tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What a model makes of single passages.

    Attributes:
        passages: (n, width) unit vectors: passages that tell of like things lie close.
        words: For each passage (its wanted words, width) unit vectors of those words in their context; zeros for one that was cut off.
        attendance: For each passage (its wanted words, 1 + statuses) probabilities: that the word names nobody who is told to come or stay
            away, then of each `Attendance` in its order; zeros for a word that was cut off.
    """

    passages: NDArray[float32]
    words: tuple[NDArray[float32], ...]
    attendance: tuple[NDArray[float32], ...]


class PassageComparer(Protocol):
    """A trained model that lays passages side by side, without a network."""

    @property
    def name(self) -> str:
        """Name and version, for provenance."""
        ...

    def look(self, passages: Sequence[Passage], words: Sequence[Sequence[int]]) -> Looks:
        """One look at each passage by itself.

        Args:
            passages: Any number.
            words: For each, the indexes of the words whose vectors are wanted.
        """
        ...

    def compare(self, pairs: Sequence[tuple[Passage, Passage]]) -> list[PassageView]:
        """Views of the pairs, in their order."""
        ...
