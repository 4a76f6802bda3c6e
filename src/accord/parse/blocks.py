"""Report -> stretches of prose: paragraphs with noise cut out, headline and dateline apart, in the report's own offsets."""

from __future__ import annotations

import re
from itertools import pairwise

from accord.model.report import Report
from accord.model.spans import Span

# A text whose lines are broken by hand at a column has many long lines that go on in lower case; there a single line break is a space.
_WRAPPED_SHARE = 0.3
_WRAPPED_MIN_WIDTH = 45


def find_blocks(report: Report) -> tuple[Span, ...]:
    """Paragraphs of prose in order: noise left out, no white space at the ends, none empty.

    A headline or dateline that runs on into the first sentence is a block of its own.
    """
    return tuple(b for part in _without_noise(report) for piece in _apart(report, part) for b in _paragraphs(report.text, piece))


def _apart(report: Report, part: Span) -> list[Span]:
    ends = {s.end for s in (report.headline_span, report.dateline and report.dateline.span) if s}
    cuts = [part.start, *sorted(e for e in ends if part.start < e < part.end), part.end]
    return [Span(a, b) for a, b in pairwise(cuts)]


def _without_noise(report: Report) -> list[Span]:
    out, at = [], 0
    for noise in report.noise:
        if noise.span.start > at:
            out.append(Span(at, noise.span.start))
        at = max(at, noise.span.end)
    if at < len(report.text):
        out.append(Span(at, len(report.text)))
    return out


def _paragraphs(text: str, part: Span) -> list[Span]:
    words = part.of(text)
    boundary = r"\n[ \t\r]*\n\s*" if is_wrapped(words) else r"\s*\n\s*"
    out, at = [], 0
    for m in [*re.finditer(boundary, words), None]:
        end = m.start() if m else len(words)
        piece = words[at:end]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            out.append(Span(part.start + at + lead, part.start + at + lead + len(piece.strip())))
        at = m.end() if m else end
    return out


def is_wrapped(text: str) -> bool:
    """Whether single line breaks fall inside sentences (agency copy set to a column)."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 4:
        return False
    on = sum(len(a) >= _WRAPPED_MIN_WIDTH and a.rstrip()[-1:] not in '.!?"”:' and b.strip()[:1].islower() for a, b in pairwise(lines))
    return on >= _WRAPPED_SHARE * (len(lines) - 1)
