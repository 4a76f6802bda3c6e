"""Marked pair -> ids of the word pieces that a pair classifier is shown, and where the two actors begin.

Training imports this, so that what a model is trained on and what it is given cannot drift apart. Marking actors by symbols of their
own, and reading the state of the first mark, follows Soares et al. (2019, "Matching the Blanks").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.engine.wordpiece import WordPieces
from accord.model.pairs import MarkedPair

# Symbols that both open and close a span; the encoder knows them as pieces from its own training.
SOURCE_MARK, TARGET_MARK = "@", "#"
LONGEST = 200
# Pieces kept behind the later opening mark, so that a window never ends before the actor that it marks.
_BEHIND = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedPair:
    """What a pair classifier is shown.

    Attributes:
        ids: Pieces from [CLS] to [SEP].
        source, target: Index in `ids` of the first opening mark of either; 0 ([CLS]) for a side without a span.
    """

    ids: tuple[int, ...]
    source: int
    target: int


def encode_pair(pair: MarkedPair, pieces: WordPieces, *, longest: int = LONGEST) -> EncodedPair:
    """Writes every source span as `@ words @` and every target span as `# words #`, each mark a piece of its own.

    Spans may touch, nest and overlap. Of a sentence that is too long, a window around the first mark of either side is kept, or one
    around each where they are far apart.

    Args:
        pair: Two actors of a sentence.
        pieces: Splits the white-space words between the marks.
        longest: Most pieces, with [CLS] and [SEP]; at least 4.

    Raises:
        ValueError: if `longest` leaves no room for the marks.
    """
    room = longest - 2
    if room < 2:
        raise ValueError(f"longest is {longest}; two marks between [CLS] and [SEP] need 4")
    ids: list[int] = []
    first: dict[str, int] = {}
    at = 0
    for cut, mark, opens in (*_cuts(pair), (len(pair.text), "", False)):
        ids.extend(_stretch(pair.text[at:cut], pieces, longest))
        at = cut
        if opens:
            first.setdefault(mark, len(ids))
        if mark:
            ids.extend(pieces(mark))
    marks = [first[m] for m in (SOURCE_MARK, TARGET_MARK) if m in first]
    kept = _window(len(ids), min(marks, default=0), max(marks, default=0), room)
    return EncodedPair(
        ids=(pieces.start, *(ids[k] for part in kept for k in part), pieces.end),
        source=_place(first.get(SOURCE_MARK), kept),
        target=_place(first.get(TARGET_MARK), kept),
    )


def _cuts(pair: MarkedPair) -> list[tuple[int, str, bool]]:
    """Offset, mark, and whether it opens, in the order in which they are written."""
    # Where several meet: what closes goes before what opens, the inner one closes first, the outer one opens first.
    cuts = []
    for side, spans in enumerate((pair.source, pair.target)):
        for s in spans:
            if s.start < s.end:
                cuts.append((s.start, 1, -s.end, side))
                cuts.append((s.end, 0, -s.start, -side))
    return [(at, (SOURCE_MARK, TARGET_MARK)[side], opens == 1) for at, opens, _, side in sorted(cuts)]


def _stretch(text: str, pieces: WordPieces, longest: int) -> Iterator[int]:
    """Pieces of the words between two marks; the middle of a stretch that no window can hold is passed over, for it would cost time."""
    words = text.split()
    for word in words if len(words) <= 2 * longest else (*words[:longest], *words[-longest:]):
        yield from pieces(word)


def _window(size: int, first: int, last: int, room: int) -> tuple[range, ...]:
    """Which of `size` pieces are kept: at most `room`, those at `first` and `last` among them."""
    if size <= room:
        return (range(size),)
    end = min(size, last + 1 + min(_BEHIND, room // 4))
    spare = room - (end - first)
    if spare >= 0:
        start = min(max(0, first - spare // 2), size - room)
        return (range(start, start + room),)
    # Too far apart for one window: half of the room around either.
    left, right = room // 2, room - room // 2
    start, end = max(0, first - left // 2), min(size, last + 1 + right // 2)
    return range(start, start + left), range(end - right, end)


def _place(index: int | None, kept: tuple[range, ...]) -> int:
    """Where a piece stands among those that were kept, behind [CLS]."""
    before = 1
    for part in kept:
        if index is not None and index in part:
            return before + part.index(index)
        before += len(part)
    return 0
