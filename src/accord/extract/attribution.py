"""Report, sentences and entities -> attributions: whose word is what (source, cue, content), with quotations followed over sentences.

The scheme is PolNeAR's (Newell, Margolin and Ruths, LREC 2018): a source keeps its apposition, a cue its auxiliaries, a quotation
its marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.extract.attribution_parts import Draft, char_span
from accord.extract.attribution_rules import find_drafts
from accord.extract.quotes import Quotation, find_quotations
from accord.extract.speakers import Speakers
from accord.model.authority import attribution_of
from accord.model.reading import Attribution, Entity
from accord.model.report import Report
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import AttributionKind

__all__ = ["attribution_of", "find_attributions"]

_DIRECT_SHARE = 0.9
# A sentence of which so much stands between marks is somebody's words.
_WHOLE_SHARE = 0.85
# Characters of a title such as "Deputy Interior Minister" before a name.
_TITLE_LENGTH = 40
_FIRST_PERSON = frozenset("i we you us me my our your".split())


@dataclass(frozen=True, slots=True)
class _Found:
    """A draft in offsets of the report; `quoted`: its cue stands inside a quotation."""

    draft: Draft
    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    quoted: bool


class _Page:
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


def find_attributions(report: Report, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Attribution, ...]:
    """Attributions in the order of their cues; one inside another's content stands beside it.

    Offsets are those of the report. `entities` may be empty: then no speaker is resolved.
    """
    page = _Page(report, sentences)
    found = [f for s in sentences for f in _in_sentence(s, page)]
    found = _without_inner_attitudes(_continue_quotations(found, page), page)
    speakers = Speakers(report.text, sentences, entities)
    return tuple(_finish(f, page, speakers) for f in sorted(found, key=lambda f: (f.cue.start, f.cue.end)))


# ---------------------------------------------------------------- one sentence


def _in_sentence(s: Sentence, page: _Page) -> Iterator[_Found]:
    near = [q for _, q in page.quotes_at(s.span)]
    for draft in find_drafts(s):
        source = (char_span(s, draft.source),) if draft.source else ()
        cue = char_span(s, draft.cue)
        inside = next((q for q in near if q.contains(cue)), None)
        content = [char_span(s, piece) for piece in draft.content]
        if not content and inside is None:
            content = _told_by_marks(s, near, cue)
        content = _with_quotations(content, near, (cue, *source), inside)
        if content:
            yield _Found(draft, source, cue, tuple(content), inside is not None)


def _told_by_marks(s: Sentence, near: list[Span], cue: Span) -> list[Span]:
    """Quotations of at least two words that stand in the sentence of a cue for which the tree shows no content."""
    return [q for q in near if not q.overlap(cue) and len(s.covering(q)) > 3]


def _with_quotations(content: list[Span], near: list[Span], barred: tuple[Span, ...], inside: Span | None) -> list[Span]:
    """Content that touches a quotation takes all of it, with its marks; a cue inside a quotation reaches no further than that."""
    if inside is not None:
        return _merge([Span(max(c.start, inside.start), min(c.end, inside.end)) for c in content if c.overlap(inside)])
    out = [_without_title(c, near, barred) for c in content]
    for q in near:
        touched = any(q.overlap(c) >= 0.5 * min(len(q), len(c)) for c in content)
        if touched and not any(q.overlap(b) for b in barred):
            out.append(q)
    return _merge(out)


def _without_title(content: Span, near: list[Span], barred: tuple[Span, ...]) -> Span:
    """Cuts what is left between a closing mark and the source off the content: part of a long title that the tree lost."""
    last = next((q for q in reversed(near) if content.start <= q.start and q.end < content.end), None)
    if last is None or content.end - last.end > _TITLE_LENGTH or not any(content.end <= b.start <= content.end + 2 for b in barred):
        return content
    return Span(content.start, last.end)


def _merge(spans: list[Span], text: str = "") -> list[Span]:
    """Joins pieces that overlap or that at most one character, or with `text` only white space, parts."""
    out: list[Span] = []
    for s in sorted(spans):
        if out and (s.start <= out[-1].end + 1 or (text and not text[out[-1].end : s.start].strip())):
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        elif len(s):
            out.append(s)
    return out


# ---------------------------------------------------------------- quotations over sentences


def _continue_quotations(found: list[_Found], page: _Page) -> list[_Found]:
    """Gives a quotation that nobody introduces to whoever spoke last, as in: "A," X said. "B." It may go on in the next paragraph."""
    out = list(found)
    taken = {n for f in out if not f.quoted for c in f.content for n, _ in page.quotes_at(c)}
    speaking: dict[int, int] = {f.draft.sentence: n for n, f in enumerate(out) if f.draft.speech and not f.quoted}
    last: int | None = None
    reach = -1
    for s in page.sentences:
        fresh = [(n, q) for n, q in page.quotes_at(s.span) if n not in taken]
        here = s.index in speaking
        if here:
            last, reach = speaking[s.index], s.block
            mine = [(n, q) for n, q in fresh if q.start >= s.span.start]
        elif last is None or s.block > reach + 1:
            continue
        else:
            mine = [(n, q) for n, q in fresh if q.overlap(s.span) >= _WHOLE_SHARE * len(s.span)]
            if s.block != reach and any(q.of(page.text)[0] in "'‘" for _, q in mine):
                continue
        direct = any(page.quoted_length(c) for c in out[last].content)
        if mine and (direct or (s.block == reach and not here)):
            out[last] = replace(out[last], content=tuple(_merge([*out[last].content, *(q for _, q in mine)], page.text)))
            taken.update(n for n, _ in mine)
            reach = s.block
    return out


def _without_inner_attitudes(found: list[_Found], page: _Page) -> list[_Found]:
    """Inside another's content only speech of somebody named there counts.

    What the outer source says that somebody thinks or wants is the outer source's word; so is what it says of itself.
    """
    position = {s.index: s for s in page.sentences}
    contents: dict[int, list[tuple[int, Span]]] = {}
    for n, f in enumerate(found):
        for c in f.content:
            for index in page.sentences_at(c):
                contents.setdefault(index, []).append((n, c))
    out = []
    for n, f in enumerate(found):
        head = f.draft.source_head
        word = position[f.draft.sentence].tokens[head].lower if head is not None else ""
        if word in _FIRST_PERSON and (not f.draft.speech or f.quoted):
            continue
        holders = [c for m, c in contents.get(f.draft.sentence, ()) if m != n and c.contains(f.cue)]
        own = bool(f.source) and any(c.contains(f.source[0]) for c in holders)
        if not holders or (f.draft.speech and own):
            out.append(f)
    return out


def _finish(f: _Found, page: _Page, speakers: Speakers) -> Attribution:
    speaker = speakers.find(f.draft, quoted=f.quoted)
    quoted = sum(page.quoted_length(c) for c in f.content)
    kind = AttributionKind.INDIRECT
    if quoted >= _DIRECT_SHARE * sum(len(c) for c in f.content):
        kind = AttributionKind.DIRECT
    elif quoted:
        kind = AttributionKind.MIXED
    return Attribution(
        source=f.source,
        cue=(f.cue,),
        content=f.content,
        speaker=speaker,
        anonymous=speakers.is_anonymous(f.draft, speaker),
        kind=kind,
        sentences=tuple(sorted({i for c in f.content for i in page.sentences_at(c)})),
    )
