"""Lines -> which of them are titles: the headline, the name of the page above it, sub-headings between paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left

from accord.model.spans import Span
from accord.read.layout import Line, split_lines

_HEADLINE_WORDS, _HEADLINE_CHARS = 22, 180
# A question, or words that end in an abbreviation, are a headline only if they are shorter than most first sentences.
_SHORT_HEADLINE_WORDS = 16
_HEADING_WORDS, _HEADING_CHARS = 10, 75
# More short lines than this beside paragraphs: a list, a poem, a transcript or stripped punctuation, so no line is a heading.
_HEADING_SHARE = 0.4
_ENDS_OPEN = re.compile(r"[.,;:…\-–—_][\"”’)\]]*$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){1,4}$|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|No|vs)\.$")
_ENDS_SPEECH = re.compile(r"[.!?,…]\s?(?:[\"”’]|'')+$")
_SENTENCE_INSIDE = re.compile(r"[^\W\d]{4,}\.\s+[^\W\d_]")
_QUOTED = re.compile(r"[\"“”‘'`].*[\"”’']$")
_LIST_ITEM = re.compile(r"(?:[-–—•*·▪●◦>]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s*\S")
_POINT = re.compile(r"^\d{1,2}[.)]\s+(?=[A-Z\"“])")
_NUMBERS_ONLY = re.compile(r"[\d\s.,:%$€£/()+-]+$")
# A speaker's name at the head of a turn, or a label of data.
_LABEL = re.compile(r"[^:]{1,40}:\s")
_SIGNATURE = re.compile(r"(?:[A-Z][a-z'’.-]+,? ){0,3}[A-Z][a-z'’.-]+(?:, (?:\d{2}|aged \d+|[A-Z].*))?$")
_LIST_NAMES = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\. ")
_MASTHEAD = re.compile(
    r"\b(?:daily|times|herald|chronicle|courier|gazette|tribune|observer|guardian|telegraph|standard|journal|mirror|mail|sentinel|dispatch|examiner"
    r"|inquirer|monitor|bulletin|monthly|weekly|post|news|press|agency|wire|edition|online|newsroom|newspaper|magazine|tv|radio|quotidien|journal|diario"
    r"|noticias|gazeta|zeitung|nachrichten)\b",
    re.I,
)
_SECTION_SEPARATOR = re.compile(r"\s*(?:\s[/|>»›·•]\s|[>»›])\s*")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|says?|said|will|would|can|could|may|might|to|after|as|for|in|on|at|over|with|against|from|amid|by|[a-z]{3,}(?:s|ed))\b"
)


def find_headline(text: str, skip: tuple[Span, ...] = ()) -> Span | None:
    """The headline that opens a text: a short line without a final full stop, above prose.

    `skip` are lines already known as noise (consent, by-line, date line); a page name above the headline is passed over too.
    """
    lines = [line for line in split_lines(text)[:12] if not any(s.contains(line.span) for s in skip)]
    prose = next((i for i, line in enumerate(lines) if line.is_prose and not _may_be_headline(line)), None)
    candidates = [line for line in lines[:prose] if _may_be_headline(line)] if prose is not None else []
    if not candidates or candidates[0] is not lines[0]:
        return None
    if len(candidates) > 1 and lines[1] is candidates[1] and is_page_name(candidates[0].text):
        return candidates[1].span
    return candidates[0].span


def find_page_names(text: str, headline_span: Span | None) -> tuple[Span, ...]:
    """Short lines above the headline: the name of the page, its sections, its edition."""
    if headline_span is None:
        return ()
    above = [line for line in split_lines(text)[:12] if line.span.end <= headline_span.start]
    return tuple(line.span for line in above if line.words <= 12 and not line.is_prose)


def is_page_name(line: str) -> bool:
    """Whether a line that stands above another title is the page's name or section ("The Harbour Times - English edition")."""
    words = line.split()
    if len(words) > 8:
        return False
    if _SECTION_SEPARATOR.search(line) and not re.search(r"[.!?\"”]", line):
        return True
    # A newspaper's name holds no verb or preposition as a headline does.
    return bool(_MASTHEAD.search(line)) and not _FINITE.search(" ".join(words[1:]))


def _may_be_headline(line: Line) -> bool:
    t = line.text
    if line.words > _HEADLINE_WORDS or len(t) > _HEADLINE_CHARS or _LIST_ITEM.match(t) or _NUMBERS_ONLY.match(t):
        return False
    if t[0] == "[" or _SENTENCE_INSIDE.search(t):
        return False
    if t[-1] in "?…" or t.endswith("...") or _ABBREVIATION.search(t):
        return line.words <= _SHORT_HEADLINE_WORDS
    return not _ENDS_OPEN.search(t)


def find_headings(lines: list[Line], headline_span: Span | None, skip: list[Span]) -> tuple[Span, ...]:
    """Sub-headings: short lines without a final full stop between two paragraphs of prose.

    `lines` are all lines of the text, `skip` what is known as noise, in order and disjoint. None are found in a text most of whose lines
    are short.
    """
    starts = [s.start for s in skip]
    body = [line for line in lines if line.span != headline_span and not _overlaps(line.span, skip, starts)]
    prose = [i for i, line in enumerate(body) if line.is_prose]
    if not prose:
        return ()
    found = [
        line
        for i, line in enumerate(body)
        if prose[0] < i < prose[-1] and _may_be_heading(line) and body[i - 1].is_prose and body[i + 1].is_prose
    ]
    short = sum(not line.is_prose for line in body[prose[0] : prose[-1]])
    if short > max(2, _HEADING_SHARE * (prose[-1] - prose[0] + 1)):
        return ()
    return tuple(line.span for line in found)


def _overlaps(span: Span, others: list[Span], starts: list[int]) -> bool:
    before = bisect_left(starts, span.end) - 1
    return before >= 0 and others[before].end > span.start


def _may_be_heading(line: Line) -> bool:
    # The numbers of a page of points ("3. Who pays?"): between two paragraphs no list has its items.
    t = _POINT.sub("", line.text)
    if line.words > _HEADING_WORDS or len(t) > _HEADING_CHARS or not any(c.isalpha() for c in t):
        return False
    if _ENDS_OPEN.search(t) or _ENDS_SPEECH.search(t) or _QUOTED.match(t) or _LIST_ITEM.match(t) or _LABEL.match(t) or _LIST_NAMES.match(t):
        return False
    # A line that goes on in lower case is a piece of a sentence; a single word is a heading only with a capital.
    return t.lstrip("\"“‘'#")[:1].isupper() or t[:1].isdigit()
