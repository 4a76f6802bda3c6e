"""Report and sentences -> quotations: stretches between quotation marks, over sentences and paragraphs, in the report's own offsets.

Curly, straight and angled marks, LaTeX marks (``so'') and doubled apostrophes. A paragraph that ends inside a quotation is continued if the
next one opens with a mark again; a mark that nothing closes ends with its sentence, because guessing further swallows the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model.report import Report
from accord.model.sentence import Sentence
from accord.model.spans import Span

_MARK = re.compile(r"``|''|[“”„«»\"‘’'‹›]|&quot;")
_FAMILY = {"“": "double", "”": "double", "„": "double", '"': "straight", "``": "latex", "''": "latex", "«": "angle", "»": "angle"}
_OPENERS = frozenset("“„«‘‹") | {"``"}
_CLOSERS = frozenset("”»›")
# Longer than any speech that a news report quotes in one piece: beyond it a mark was lost.
_MAX_LENGTH = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        span: With the marks.
        continued: It goes on from the quotation before it (the next paragraph of one speech).
    """

    span: Span
    continued: bool = False


def find_quotations(report: Report, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """Quotations in order of position, not nested: single marks inside double ones are part of them."""
    out: list[Quotation] = []
    open_before = False
    for block in _blocks(sentences):
        found, still_open = _in_block(report.text, block)
        for n, span in enumerate(found):
            continues = n == 0 and open_before and span.start == block[0].span.start
            out.append(Quotation(span=span, continued=continues))
        open_before = still_open
    return tuple(out)


def _blocks(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    row: list[Sentence] = []
    for s in sentences:
        if row and s.block != row[-1].block:
            yield row
            row = []
        row.append(s)
    if row:
        yield row


def _in_block(text: str, block: list[Sentence]) -> tuple[list[Span], bool]:
    """Quotations of one paragraph, and whether it ends inside one that opened at the head of a sentence."""
    start, end = block[0].span.start, block[-1].span.end
    heads = [s.span.start for s in block]
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    for m in _MARK.finditer(text, start, end):
        role = _role(text, m, start, end, opened)
        if role == "open":
            if opened is not None and m.group() in ("‘", "'"):
                continue
            if opened is not None:
                found.append(Span(opened[0], _sentence_end(block, heads, opened[0], m.start())))
            opened = (m.start(), _family(m.group()))
        elif role == "close" and opened is not None and _closes(opened[1], m.group()):
            if m.end() - opened[0] <= _MAX_LENGTH:
                found.append(Span(opened[0], m.end()))
            opened = None
    if opened is None:
        return found, False
    runs_on = opened[0] in heads
    found.append(Span(opened[0], end if runs_on else _sentence_end(block, heads, opened[0], end)))
    return [s for s in found if s.end - s.start > 1], runs_on


def _family(mark: str) -> str:
    return _FAMILY.get(mark, "single")


def _closes(opened: str, mark: str) -> bool:
    family = _family(mark)
    return family == opened or {family, opened} <= {"double", "straight", "latex"}


def _role(text: str, m: re.Match[str], start: int, end: int, opened: tuple[int, str] | None) -> str:
    """Whether a mark opens, closes or is an apostrophe, by its shape, then by its neighbours, then by what is open."""
    mark = m.group()
    before = text[m.start() - 1] if m.start() > start else " "
    after = text[m.end()] if m.end() < end else " "
    if mark in ("'", "’", "‘", "‹", "›"):
        return _single_role(mark, before, after, opened)
    if mark == "“" and opened is not None and (after.isspace() or m.end() == end) and not before.isspace():
        return "close"
    if mark in _OPENERS:
        return "open"
    if mark in _CLOSERS:
        return "close"
    opens = (before.isspace() or before in "([-—–/:>“‘") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or not after.isalnum())
    if opens != closes:
        return "open" if opens else "close"
    return "open" if opened is None else "close"


def _single_role(mark: str, before: str, after: str, opened: tuple[int, str] | None) -> str:
    if mark in ("‘", "‹"):
        return "open" if opened is None and not before.isalnum() and (after.isalnum() or after in "“[") else ""
    if opened is None:
        return "open" if mark == "'" and (before.isspace() or before in "(—–-") and after.isupper() else ""
    # An apostrophe follows a letter; a closing mark follows the comma or stop of what was said, or ends a curly pair.
    if opened[1] == "single" and not after.isalnum() and (before in ",.?!…" or mark != "'"):
        return "close"
    return ""


def _sentence_end(block: list[Sentence], heads: list[int], at: int, limit: int) -> int:
    return min(limit, block[max(0, bisect_right(heads, at) - 1)].span.end)
