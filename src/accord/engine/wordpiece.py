"""Word -> ids of its word pieces, as the uncased BERT encoders were trained (Wu et al. 2016; Devlin et al. 2019).

Written out because the package that does it (`tokenizers`) brings a client for a model hub with it, which accord must not need.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

UNKNOWN, START, END, PAD = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
# As in BERT: what is longer is one unknown piece.
_MAX_LENGTH = 100
# No word; of what is longer the beginning must do, for putting runs of accents in order takes the square of their number.
_MOST_CHARS = 2_000


class WordPieces:
    """Looks words up; each word is split once and remembered."""

    _REMEMBERED = 200_000

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """`vocabulary` holds the pieces by id; those inside a word begin with "##"."""
        self._ids = {piece: n for n, piece in enumerate(vocabulary)}
        self.unknown, self.start, self.end, self.pad = (self._ids[p] for p in (UNKNOWN, START, END, PAD))
        self._known: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """Ids of the pieces of one word without white space; at least one."""
        found = self._known.get(word)
        if found is None:
            found = tuple(n for part in _parts(word[:_MOST_CHARS]) for n in self._split(part)) or (self.unknown,)
            if len(self._known) < self._REMEMBERED:
                self._known[word] = found
        return found

    def _split(self, part: str) -> list[int]:
        """Greedy, longest piece first."""
        if len(part) > _MAX_LENGTH:
            return [self.unknown]
        out = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self._ids:
                    out.append(self._ids[piece])
                    start = end
                    break
            else:
                return [self.unknown]
        return out


def _parts(word: str) -> Iterator[str]:
    """The word in lower case without accents, cut at punctuation and around CJK ideographs."""
    run = ""
    for c in unicodedata.normalize("NFD", _clean(word).lower()):
        category = unicodedata.category(c)
        if category == "Mn":
            continue
        if _stands_alone(c, category):
            if run:
                yield run
            run = ""
            yield c
        else:
            run += c
    if run:
        yield run


def _clean(word: str) -> str:
    """Without control characters and white space."""
    return "".join(c for c in word if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf") and c not in "\x00\ufffd")


def _stands_alone(c: str, category: str) -> bool:
    code = ord(c)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    ideograph = 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2CEAF
    return ascii_mark or ideograph or category.startswith("P")
