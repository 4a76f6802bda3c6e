"""Text -> its lines, or its paragraphs where lines are broken by hand at a column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from accord.model.spans import Span

# A text set to a column has many long lines that go on in lower case.
_WRAPPED_SHARE = 0.3
_WRAPPED_MIN_WIDTH = 45
# A line of prose: long, or a whole sentence of some length.
_PROSE_CHARS = 80
_SENTENCE_CHARS = 35
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph without the white space at its ends."""

    span: Span
    text: str

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @property
    def is_prose(self) -> bool:
        """Whether it reads like running text rather than like a title, label or button."""
        n = len(self.text)
        return n >= _PROSE_CHARS or (n >= _SENTENCE_CHARS and bool(_SENTENCE_END.search(self.text)))


def split_lines(text: str) -> list[Line]:
    """Lines that hold something, in order; paragraphs if the lines are broken at a column."""
    lines = _lines(text)
    return _paragraphs(text) if _is_wrapped(lines) else lines


def _lines(text: str) -> list[Line]:
    out, at = [], 0
    for raw in text.split("\n"):
        if words := raw.strip():
            start = at + len(raw) - len(raw.lstrip())
            out.append(Line(Span(start, start + len(words)), words))
        at += len(raw) + 1
    return out


def _paragraphs(text: str) -> list[Line]:
    out, at = [], 0
    for m in [*re.finditer(r"\n[^\S\n]*\n\s*", text), None]:
        end = m.start() if m else len(text)
        piece = text[at:end]
        if words := piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            out.append(Line(Span(start, start + len(words)), words))
        at = m.end() if m else end
    return out


def _is_wrapped(lines: list[Line]) -> bool:
    if len(lines) < 4:
        return False
    on = sum(len(a.text) >= _WRAPPED_MIN_WIDTH and a.text[-1] not in '.!?"”:' and b.text[0].islower() for a, b in pairwise(lines))
    return on >= _WRAPPED_SHARE * (len(lines) - 1)
