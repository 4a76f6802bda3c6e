"""A report laid open for attributions: its quotations and sentences by position, and what was found in offsets of its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accord.extract.attribution_parts import Draft
from accord.extract.quotes import Quotation, find_quotations
from accord.model.report import Report
from accord.model.sentence import Sentence
from accord.model.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A draft in offsets of the report; `quoted`: its cue stands inside a quotation."""

    draft: Draft
    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    quoted: bool


class Page:
    """Quotations and sentences of a report, found by position without walking all of them."""

    def __init__(self, report: Report, sentences: Sequence[Sentence]) -> None:
        self.text = report.text
        self.sentences = sentences
        self.quotations: tuple[Quotation, ...] = find_quotations(report, sentences)
        self._quote_ends = [q.span.end for q in self.quotations]
        self._sentence_ends = [s.span.end for s in sentences]

    def quotes_at(self, span: Span) -> Iterator[tuple[int, Span]]:
        """Number and span of the quotations that overlap `span`, in order."""
        n = bisect_right(self._quote_ends, span.start)
        while n < len(self.quotations) and self.quotations[n].span.start < span.end:
            yield n, self.quotations[n].span
            n += 1

    def quoted_length(self, span: Span) -> int:
        """Number of code points of `span` between quotation marks."""
        return sum(q.overlap(span) for _, q in self.quotes_at(span))

    def sentences_at(self, span: Span) -> Iterator[int]:
        """Indexes of the sentences that overlap `span`, in order."""
        n = bisect_right(self._sentence_ends, span.start)
        while n < len(self.sentences) and self.sentences[n].span.start < span.end:
            yield self.sentences[n].index
            n += 1


class Nearby:
    """What was found, by the sentences that it stands in, so that long reports are not searched from end to end."""

    def __init__(self, page: Page, found: Iterable[Found]) -> None:
        self._page = page
        self._rows: dict[int, list[Found]] = {}
        for f in found:
            for n in {n for s in (*f.source, f.cue, *f.content) for n in page.sentences_at(s)}:
                self._rows.setdefault(n, []).append(f)

    def at(self, *spans: Span) -> list[Found]:
        """What shares a sentence with any of the spans, each once."""
        near = (f for span in spans for n in self._page.sentences_at(span) for f in self._rows.get(n, ()))
        return list({id(f): f for f in near}.values())


def merge(spans: list[Span], text: str = "") -> list[Span]:
    """Joins pieces that overlap or that at most one character, or with `text` only white space, parts."""
    out: list[Span] = []
    for s in sorted(spans):
        if out and (s.start <= out[-1].end + 1 or (text and not text[out[-1].end : s.start].strip())):
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        elif len(s):
            out.append(s)
    return out
