"""What a trained pair classifier is given and what it gives back: two marked actors of one sentence, and how it relates them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from accord.model.spans import Span


class Root(StrEnum):
    """The 15 event types that PLV tells apart (Hu et al. 2024); YIELD covers PLOVER's CONCEDE and RETREAT."""

    ACCUSE = "ACCUSE"
    AGREE = "AGREE"
    AID = "AID"
    ASSAULT = "ASSAULT"
    COERCE = "COERCE"
    CONSULT = "CONSULT"
    COOPERATE = "COOPERATE"
    MOBILIZE = "MOBILIZE"
    PROTEST = "PROTEST"
    REJECT = "REJECT"
    REQUEST = "REQUEST"
    SANCTION = "SANCTION"
    SUPPORT = "SUPPORT"
    THREATEN = "THREATEN"
    YIELD = "YIELD"


class Direction(StrEnum):
    """Which of the two marked actors acts: the source, the target, or both alike."""

    FORWARD = "forward"
    REVERSED = "reversed"
    SYMMETRIC = "symmetric"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPair:
    """Two actors of one sentence.

    Attributes:
        text: The sentence.
        source, target: Where each is named, half-open code points into `text`, in order. One of the two may be empty: a party that the
            sentence does not name. The one may lie in the other ("Iraqi" in "Iraqi troops").
    """

    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRelation:
    """A classifier's view of a pair.

    Attributes:
        scores: Probability of each root, given that the sentence relates the two at all; they add up to 1.
        directions: Probability of each direction, given the same.
        related: Probability that the sentence relates the two at all.
    """

    scores: Mapping[Root, float]
    directions: Mapping[Direction, float]
    related: float

    @property
    def root(self) -> Root:
        """The likeliest root."""
        return max(self.scores, key=lambda root: self.scores[root])

    @property
    def direction(self) -> Direction:
        """The likeliest direction."""
        return max(self.directions, key=lambda d: self.directions[d])


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """A pair as somebody's file has it: with an id, which comes back as it was."""

    id: str | int
    pair: MarkedPair


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPair:
    """What became of a `PairRow`."""

    id: str | int
    relation: PairRelation


class PairClassifier(Protocol):
    """A trained model that says how a sentence relates two of its actors, without a network."""

    @property
    def name(self) -> str:
        """Name and version, for provenance."""
        ...

    def classify(self, pairs: Sequence[MarkedPair]) -> list[PairRelation]:
        """Views of the pairs, in their order."""
        ...
