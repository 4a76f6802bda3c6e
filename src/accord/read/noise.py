"""Text -> what in it is not the report's own prose: marked with its kind, never deleted."""

from __future__ import annotations

import re

from accord.model.report import Noise
from accord.model.spans import Span
from accord.model.vocabulary import NoiseKind
from accord.read.embeds import find_embeds
from accord.read.headings import find_headings, find_page_names
from accord.read.layout import Line, split_lines
from accord.read.noise_rules import CAPTION_AGENCY, INLINE_TEASER, NAV_WORDS, OPEN_WORDS, REPORTING_SENTENCE, noise_rules

_NAV_SEPARATOR = re.compile(r"\s*[|•·»›>]\s*|\s+[/–—-]\s+|\s{2,}|\t")
_NAV_ITEM_WORDS = 5
_TEASER_CHARS = 140
_TEASER_WORDS = 4
_BYLINE_WORDS, _BYLINE_CHARS = 16, 120
_BYLINE_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+(?=(?:Published|Updated|Posted|\d))|,?\s+(?=(?:Published|Updated|Posted)\b)")
_LONGEST_RULE, _LONGEST_LINE = 70, 700
# What is longer is no paragraph of a report: nothing is looked for inside it.
_LONGEST_PARAGRAPH = 30_000
# A paragraph of this length with question marks in it may hold sub-headings that lost their line breaks.
_FLATTENED_CHARS = 700
_FLAT_QUESTION = re.compile(
    r"(?:(?<=[.!?][\"”’])|(?<=[.!?)\]]))\s+"
    r"(?P<n>(?:(?P<open>What(?:['’]s)?|Why|How|Who(?:['’]s)?|When|Where|So what)|Will|Is|Are|Was|Could|Can|Does|Do)\b[^.!?\n\"“”,]{3,45}\?)"
    r"(?=\s+[A-Z“\"])"
)
_FLAT_QUESTION_WORDS, _FLAT_YES_NO_WORDS = 6, 4


def find_noise(text: str, headline_span: Span | None = None, known: tuple[Noise, ...] = ()) -> tuple[Noise, ...]:
    """Noise in order of position, not overlapping, inside `text`; the headline is never noise.

    Args:
        text: A report's text.
        headline_span: Where its headline stands.
        known: Noise that the page's own markup gives away (captions, headings, embedded posts).
    """
    lines = split_lines(text)
    found = list(known)
    found.extend(Noise(span=span, kind=NoiseKind.BOILERPLATE) for span in find_page_names(text, headline_span))
    found.extend(Noise(span=span, kind=NoiseKind.EMBED) for span in find_embeds(text))
    for line in lines:
        if line.span != headline_span:
            kind = line_noise(line.text)
            if kind:
                found.append(Noise(span=line.span, kind=kind))
    taken = [n.span for n in merge(found)]
    found.extend(Noise(span=span, kind=NoiseKind.HEADING) for span in find_headings(lines, headline_span, taken))
    for line in lines:
        if line.is_prose and len(line.text) <= _LONGEST_PARAGRAPH:
            found.extend(find_inline_noise(line))
    if headline_span is not None:
        found = [n for n in found if not n.span.overlap(headline_span)]
    return merge(found)


def line_noise(line: str) -> NoiseKind | None:
    """The kind of noise that a whole line is, or None if it may be the report's own words."""
    if len(line) > _LONGEST_LINE:
        return None
    words = len(line.split())
    reports = bool(REPORTING_SENTENCE.match(line)) if words <= _LONGEST_RULE else False
    for rule in noise_rules().lines:
        if words <= rule.max_words and not (rule.not_sentences and reports) and rule.pattern.match(line):
            return rule.kind
    if is_navigation(line):
        return NoiseKind.BOILERPLATE
    return NoiseKind.BYLINE if _is_dated_byline(line) else None


def is_navigation(line: str) -> bool:
    """Whether a line is a row of buttons, links or sections: "Share  Tweet  Email", "Home > News > Region"."""
    items = [i.strip(" []()#.").lower() for i in _NAV_SEPARATOR.split(line) if i.strip()]
    if len(items) == 1:
        # "Share Tweet Email" with single spaces.
        items = items[0].split() if 2 <= len(items[0].split()) <= 8 and all(w in NAV_WORDS for w in items[0].split()) else []
    if len(items) < 2 or any(len(i.split()) > _NAV_ITEM_WORDS for i in items):
        return False
    return 2 * sum(i in NAV_WORDS for i in items) >= len(items)


def _is_dated_byline(line: str) -> bool:
    """A writer or desk with a date or the paper's name: "By our desk | Published 7 April 2021", "Posted July 8, 2015 by Jane Roe"."""
    if len(line) > _BYLINE_CHARS:
        return False
    if re.match(r"(?:Posted|Published|Updated|Written)\b[^.!?]{4,40}\bby\b [^.!?]{3,50}$", line):
        return True
    head, *rest = _BYLINE_PARTS.split(line)
    if not rest or len(head.split()) > _BYLINE_WORDS:
        return False
    return any(rule.name == "byline" and rule.pattern.match(head) for rule in noise_rules().lines)


def find_inline_noise(line: Line) -> list[Noise]:
    """Stretches of noise inside a paragraph, by rule; they may overlap."""
    out: list[Noise] = []
    capitals = line.text.isupper()
    for rule in noise_rules().inline:
        # In a text in capitals no word stands out as a button.
        if capitals and rule.name == "button in capitals":
            continue
        out.extend(_at(line, *m.span(rule.group), rule.kind) for m in rule.pattern.finditer(line.text))
    for m in INLINE_TEASER.finditer(line.text):
        kind = NoiseKind.CAPTION if m["caption"] else NoiseKind.BOILERPLATE
        agency = CAPTION_AGENCY.match(line.text, m.end("n")) if m["caption"] else None
        end = agency.end() if agency else _teaser_end(line.text, m.end("n"))
        if end is not None:
            out.append(_at(line, m.start("n"), end, kind))
    if len(line.text) >= _FLATTENED_CHARS:
        for m in _FLAT_QUESTION.finditer(line.text):
            limit = _FLAT_QUESTION_WORDS if m["open"] else _FLAT_YES_NO_WORDS
            if len(m["n"].split()) <= limit and not _inside_quote(line.text, m.start("n")):
                out.append(_at(line, m.start("n"), m.end("n"), NoiseKind.HEADING))
    return out


def _at(line: Line, start: int, end: int, kind: NoiseKind) -> Noise:
    return Noise(span=Span(line.span.start + start, line.span.start + end), kind=kind)


def _teaser_end(text: str, at: int) -> int | None:
    """A teaser ends with its sentence or before the capital that opens the next one; None if it shows no end."""
    tail = text[at : at + _TEASER_CHARS]
    stop = re.search(r"[.!?](?=\s|$)", tail)
    words = list(re.finditer(r"\S+", tail))
    # The fifth word or a later one that begins with a capital after a word in lower case.
    for a, b in zip(words[_TEASER_WORDS - 1 :], words[_TEASER_WORDS:], strict=False):
        if stop and b.start() > stop.start():
            break
        low = a.group()[0].islower() and a.group()[-1].isalpha() and a.group() not in OPEN_WORDS
        if (low or a.group()[-1] in ")]") and b.group()[0].isupper():
            return at + a.end()
    if stop:
        return at + stop.end()
    return at + len(tail.rstrip()) if len(tail) < _TEASER_CHARS else None


def _inside_quote(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def merge(found: list[Noise]) -> tuple[Noise, ...]:
    """In order, without overlaps: where two overlap, the first keeps its kind and the second what lies beyond it; empty ones fall out."""
    out: list[Noise] = []
    for noise in sorted(found, key=lambda n: (n.span.start, -n.span.end)):
        start = max(noise.span.start, out[-1].span.end if out else 0)
        if start < noise.span.end:
            out.append(Noise(span=Span(start, noise.span.end), kind=noise.kind))
    return tuple(out)
