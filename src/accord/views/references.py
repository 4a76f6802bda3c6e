"""Positions in reports -> references that a reader can follow: report letter, line, and sentence where a line holds several.

`A:5` is report A, line 5 as a text editor counts. `A:7.12` is the 12th sentence that begins in line 7; it is given only where
more than one sentence begins in a line, so that the words of a one-paragraph article can be found too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.model.spans import Span
from accord.views.words import Quote, quote

LEGEND = "A:5 is report A, line 5; A:7.12 is sentence 12 of line 7."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where words stand.

    Attributes:
        line, last_line: From 1, by line feeds.
        sentence, last_sentence: From 1 in their line; None where the line begins at most one sentence.
        anchor: Id of the words on the page; equal for equal spans of one report.
    """

    letter: str
    span: Span
    line: int
    last_line: int
    sentence: int | None = None
    last_sentence: int | None = None

    @property
    def label(self) -> str:
        """As printed: `A:5`, `A:7.12`, `A:7.12-13`, `A:22-23`."""
        place = f"{self.letter}:{self.line}" + (f".{self.sentence}" if self.sentence else "")
        if self.last_line != self.line:
            return f"{place}-{self.last_line}" + (f".{self.last_sentence}" if self.last_sentence else "")
        if self.sentence and self.last_sentence and self.last_sentence != self.sentence:
            return f"{place}-{self.last_sentence}"
        return place

    @property
    def anchor(self) -> str:
        """Id of the words on the page; equal for equal spans of one report."""
        return f"w-{self.letter.lower()}-{self.span.start}-{self.span.end}"


def letters(n: int) -> list[str]:
    """Names of `n` reports: A to Z, then AA, AB ... as in a spreadsheet."""
    return [_letter(i) for i in range(n)]


def _letter(i: int) -> str:
    out = ""
    i += 1
    while i:
        i, rest = divmod(i - 1, 26)
        out = chr(ord("A") + rest) + out
    return out


class Locator:
    """Lines and sentences of one report."""

    def __init__(self, reading: Reading, letter: str) -> None:
        self.reading = reading
        self.letter = letter
        self.text = reading.report.text
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        self._sentences = sorted((s.span for s in reading.sentences if s.span.end <= len(self.text)), key=lambda s: s.start)
        self._starts = [s.start for s in self._sentences]
        self.sentence_numbers = self._number_sentences()

    def _number_sentences(self) -> dict[int, int]:
        """Start of a sentence -> its number in its line, for lines in which several begin."""
        lines = [self.line(s) for s in self._starts]
        total, seen, out = Counter(lines), Counter[int](), {}
        for start, line in zip(self._starts, lines, strict=True):
            seen[line] += 1
            if total[line] > 1:
                out[start] = seen[line]
        return out

    def line(self, position: int) -> int:
        """Number of the line that holds a position, from 1."""
        return bisect_right(self._line_starts, position)

    def reference(self, span: Span) -> Reference:
        """Where a span stands; one that reaches beyond the text is cut to it."""
        start, end = min(span.start, len(self.text)), min(span.end, len(self.text))
        last = max(start, end - 1)
        while last > start and self.text[last].isspace():
            last -= 1
        return Reference(
            letter=self.letter,
            span=Span(start, end),
            line=self.line(start),
            last_line=self.line(last),
            sentence=self._number(start),
            last_sentence=self._number(last),
        )

    def _number(self, position: int) -> int | None:
        i = bisect_right(self._starts, position) - 1
        if i < 0 or self.line(self._starts[i]) != self.line(position):
            return None
        return self.sentence_numbers.get(self._starts[i])

    def around(self, span: Span) -> Span:
        """The sentences that a span touches; where it stands in none (noise), its lines."""
        touched = [s for s in self._sentences if s.overlap(span)]
        if touched:
            return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", max(span.start, span.end - 1))
        return Span(min(start, span.start), max(span.end, end if end >= 0 else len(self.text)))

    def quote(self, span: Span) -> Quote:
        """The words of a span in its sentence."""
        span = self.reference(span).span
        return quote(self.text, self.around(span), span)


class Shelf:
    """All reports of a brief by id, each with its letter."""

    def __init__(self, readings: Iterable[Reading], order: Iterable[ReportId]) -> None:
        by_id: Mapping[ReportId, Reading] = {r.report.id: r for r in readings}
        ids = list(dict.fromkeys([*(i for i in order if i in by_id), *by_id]))
        self.locators = {i: Locator(by_id[i], letter) for i, letter in zip(ids, letters(len(ids)), strict=True)}

    def __contains__(self, report_id: object) -> bool:
        return report_id in self.locators

    def __getitem__(self, report_id: ReportId) -> Locator:
        return self.locators[report_id]
