"""Passages -> ids of the word pieces that a passage comparer is shown, with three features each, and which word each piece is of.

Training imports this, so that what a model is trained on and what it is given cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.engine.wordpiece import WordPieces
from accord.model.passages import Passage

LONGEST = 110
_FIRST, _SECOND = 1, 2
_ALONE, _SHARED = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedPassages:
    """One passage, or two behind one another.

    Attributes:
        ids: Pieces from [CLS] to the last [SEP].
        features: One row a piece: which passage (1, 2; 0 for [CLS]), kind of the word, and whether the other passage has the word (2) or
            not (1; 0 for marks).
        words: For each piece the passage (0, 1) and the index of its word there, or (-1, -1).
    """

    ids: tuple[int, ...]
    features: tuple[tuple[int, int, int], ...]
    words: tuple[tuple[int, int], ...]


def encode_passages(passages: tuple[Passage, ...], pieces: WordPieces, *, longest: int = LONGEST) -> EncodedPassages:
    """Writes `[CLS] first [SEP]` or `[CLS] first [SEP] second [SEP]`; what is over the longest is cut off at the end of the longer one.

    Args:
        passages: One or two.
        pieces: Splits words.
        longest: Most pieces, with [CLS] and [SEP].

    Raises:
        ValueError: if there are more than two, or `longest` leaves no room for [CLS] and [SEP].
    """
    if not 1 <= len(passages) <= 2 or longest <= len(passages):
        raise ValueError(f"{len(passages)} passages in {longest} pieces; one needs 2, two need 3")
    split = [[(k, piece) for k, word in enumerate(p.words) for piece in pieces(word)] for p in passages]
    kept = _lengths([len(s) for s in split], longest - 1 - len(passages))
    said = [{w.lower() for w in p.words} for p in passages]
    ids, features, words = [pieces.start], [(0, 0, 0)], [(-1, -1)]
    for n, (p, size) in enumerate(zip(passages, kept, strict=True)):
        other = said[1 - n] if len(passages) == 2 else frozenset[str]()
        for k, piece in split[n][:size]:
            ids.append(piece)
            features.append(((_FIRST, _SECOND)[n], int(p.kinds[k]), _SHARED if p.words[k].lower() in other else _ALONE))
            words.append((n, k))
        ids.append(pieces.end)
        features.append(((_FIRST, _SECOND)[n], 0, 0))
        words.append((-1, -1))
    return EncodedPassages(ids=tuple(ids), features=tuple(features), words=tuple(words))


def _lengths(sizes: list[int], room: int) -> list[int]:
    """How many pieces of each are kept: the longer gives way first."""
    if len(sizes) == 1 or sum(sizes) <= room:
        return [min(size, room) for size in sizes]
    half = room // 2
    if sizes[0] <= half:
        return [sizes[0], room - sizes[0]]
    if sizes[1] <= room - half:
        return [room - sizes[1], sizes[1]]
    return [half, room - half]


def of_words(encoded: EncodedPassages, number: int) -> Iterator[tuple[int, int]]:
    """Pieces of a passage: index of the piece and of its word."""
    return ((at, word) for at, (n, word) in enumerate(encoded.words) if n == number)
