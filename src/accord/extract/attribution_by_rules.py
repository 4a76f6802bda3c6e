"""Sentences and quotations -> attributions by rules: each sentence by its tree, then quotations that go on over sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.extract.attribution_page import Found, Page, merge
from accord.extract.attribution_parts import char_span
from accord.extract.attribution_rules import find_drafts
from accord.model.sentence import Sentence
from accord.model.spans import Span

# A sentence of which so much stands between marks is somebody's words.
_WHOLE_SHARE = 0.85
# Characters of a title such as "Deputy Interior Minister" before a name.
_TITLE_LENGTH = 40
_FIRST_PERSON = frozenset("i we you us me my our your".split())


def find_by_rules(page: Page) -> list[Found]:
    """Attributions in the order of their cues; one inside another's content stands beside it."""
    found = [f for s in page.sentences for f in _in_sentence(s, page)]
    found = _without_inner_attitudes(continue_quotations(found, page), page)
    return sorted(found, key=lambda f: (f.cue.start, f.cue.end))


# ---------------------------------------------------------------- one sentence


def _in_sentence(s: Sentence, page: Page) -> Iterator[Found]:
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
            yield Found(draft, source, cue, tuple(content), inside is not None)


def _told_by_marks(s: Sentence, near: list[Span], cue: Span) -> list[Span]:
    """Quotations of at least two words that stand in the sentence of a cue for which the tree shows no content."""
    return [q for q in near if not q.overlap(cue) and len(s.covering(q)) > 3]


def _with_quotations(content: list[Span], near: list[Span], barred: tuple[Span, ...], inside: Span | None) -> list[Span]:
    """Content that touches a quotation takes all of it, with its marks; a cue inside a quotation reaches no further than that."""
    if inside is not None:
        return merge([Span(max(c.start, inside.start), min(c.end, inside.end)) for c in content if c.overlap(inside)])
    out = [_without_title(c, near, barred) for c in content]
    for q in near:
        touched = any(q.overlap(c) >= 0.5 * min(len(q), len(c)) for c in content)
        if touched and not any(q.overlap(b) for b in barred):
            out.append(q)
    return merge(out)


def _without_title(content: Span, near: list[Span], barred: tuple[Span, ...]) -> Span:
    """Cuts what is left between a closing mark and the source off the content: part of a long title that the tree lost."""
    last = next((q for q in reversed(near) if content.start <= q.start and q.end < content.end), None)
    if last is None or content.end - last.end > _TITLE_LENGTH or not any(content.end <= b.start <= content.end + 2 for b in barred):
        return content
    return Span(content.start, last.end)


# ---------------------------------------------------------------- quotations over sentences


def continue_quotations(found: list[Found], page: Page, *, within: bool = True) -> list[Found]:
    """Gives a quotation that nobody introduces to whoever spoke last, as in: "A," X said. "B." It may go on in the next paragraph.

    With `within` False only into further paragraphs: what stands in one with the speech has been looked at already.
    """
    out = list(found)
    taken = {n for f in out if not f.quoted for c in f.content for n, _ in page.quotes_at(c)}
    speaking: dict[int, int] = {f.draft.sentence: n for n, f in enumerate(out) if f.draft.speech and not f.quoted}
    last: int | None = None
    reach = first = -1
    for s in page.sentences:
        fresh = [(n, q) for n, q in page.quotes_at(s.span) if n not in taken]
        here = s.index in speaking
        if here:
            last, reach = speaking[s.index], s.block
            first = s.block
            mine = [(n, q) for n, q in fresh if q.start >= s.span.start]
        elif last is None or s.block > reach + 1:
            continue
        else:
            mine = [(n, q) for n, q in fresh if q.overlap(s.span) >= _WHOLE_SHARE * len(s.span)]
            if s.block != reach and any(q.of(page.text)[0] in "'‘" for _, q in mine):
                continue
        if not within and s.block == reach and reach == first:
            continue
        direct = any(page.quoted_length(c) for c in out[last].content)
        if mine and (direct or (s.block == reach and not here)):
            out[last] = replace(out[last], content=tuple(merge([*out[last].content, *(q for _, q in mine)], page.text)))
            taken.update(n for n, _ in mine)
            reach = s.block
    return out


def _without_inner_attitudes(found: list[Found], page: Page) -> list[Found]:
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
