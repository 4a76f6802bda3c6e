"""What a trained token tagger is given and what it gives back: windows of words with features, and scores for each word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Successive words of a report that a tagger sees at once.

    Attributes:
        words: Texts of the tokens.
        features: One row a word: small integers, each with its own closed vocabulary; 0 is "none".
        positions: Where the words come from: index of the sentence in the report's tuple, and of the token in the sentence.
    """

    words: tuple[str, ...]
    features: tuple[tuple[int, ...], ...]
    positions: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A tagger's view of one window of n words.

    Attributes:
        labels: The likeliest sequence of labels, one a word.
        belongs: (n, n) logits: [i, j] that word j belongs to what word i begins.
    """

    labels: tuple[str, ...]
    belongs: NDArray[float32]


class TokenTagger(Protocol):
    """A trained model that labels words in their context, without a network."""

    @property
    def name(self) -> str:
        """Name and version, for provenance."""
        ...

    def tag(self, windows: Sequence[Window]) -> list[Tagged]:
        """Views of the windows, in their order."""
        ...
