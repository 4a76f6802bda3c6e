"""Positions in a report's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points, `[start, end)`, into `Report.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"Span({self.start}, {self.end}): need 0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Number of code points that both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: Span) -> int:
        """Code points between the two; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)


def cover(spans: Iterable[Span]) -> Span:
    """The shortest span that holds all of `spans`.

    Raises:
        ValueError: if there is none.
    """
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
