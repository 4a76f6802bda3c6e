"""Report, sentences and entities -> attributions: whose word is what (source, cue, content), with quotations followed over sentences.

The scheme is PolNeAR's (Newell, Margolin and Ruths, LREC 2018): a source keeps its apposition, a cue its auxiliaries, direct content its marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.extract.attribution_parts import QUOTE_MARKS, RELATIVES, Draft, char_span
from accord.extract.attribution_rules import find_drafts
from accord.extract.quotes import Quotation, find_quotations, quoted_length
from accord.model.authority import attribution_of
from accord.model.reading import Attribution, Entity, EntityId
from accord.model.report import Report
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import AttributionKind

__all__ = ["attribution_of", "find_attributions"]

_DIRECT_SHARE = 0.9
_FIRST_PERSON = frozenset("i we you us me my our your".split())


@dataclass(frozen=True, slots=True)
class _Found:
    """A draft in offsets of the report."""

    draft: Draft
    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]


def find_attributions(report: Report, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Attribution, ...]:
    """Attributions in the order of their cues; one inside another's content stands beside it.

    Offsets are those of the report. `entities` may be empty: then no speaker is resolved.
    """
    quotations = find_quotations(report, sentences)
    found = [f for s in sentences for f in _in_sentence(s, quotations)]
    found = _continue_quotations(report.text, sentences, quotations, found)
    found = _without_inner_attitudes(found, quotations)
    speakers = _Speakers(sentences, entities)
    return tuple(_finish(f, sentences, quotations, speakers) for f in sorted(found, key=lambda f: (f.cue.start, f.cue.end)))


# ---------------------------------------------------------------- one sentence


def _in_sentence(s: Sentence, quotations: Sequence[Quotation]) -> list[_Found]:
    near = [q for q in quotations if q.span.overlap(s.span)]
    out = []
    for draft in find_drafts(s):
        source = (char_span(s, draft.source),) if draft.source else ()
        cue = char_span(s, draft.cue)
        inside = next((q.span for q in near if q.span.contains(cue)), None)
        content = [char_span(s, piece) for piece in draft.content]
        content = _with_quotations(content, near, cue, source, inside)
        if content:
            out.append(_Found(draft, source, cue, tuple(content)))
    return out


def _with_quotations(content: list[Span], near: list[Quotation], cue: Span, source: tuple[Span, ...], inside: Span | None) -> list[Span]:
    """Content that touches a quotation takes all of it, with its marks; a cue inside a quotation reaches no further than that."""
    if inside is not None:
        clipped = [Span(max(c.start, inside.start), min(c.end, inside.end)) for c in content if c.overlap(inside)]
        return _merge(clipped)
    out = list(content)
    for q in near:
        touched = any(q.span.overlap(c) >= 0.5 * min(len(q.span), len(c)) for c in content)
        if touched and not any(q.span.overlap(s) for s in (cue, *source)):
            out.append(q.span)
    return _merge(out)


def _merge(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for s in sorted(spans):
        if out and s.start <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        elif len(s):
            out.append(s)
    return out


# ---------------------------------------------------------------- quotations over sentences


def _continue_quotations(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], found: list[_Found]) -> list[_Found]:
    """Gives a quotation that nobody introduces to whoever spoke last: "A," X said. "B." """  # noqa: D210
    out = list(found)
    taken = [c for f in out for c in f.content]
    by_sentence: dict[int, list[int]] = {}
    for n, f in enumerate(out):
        by_sentence.setdefault(f.draft.sentence, []).append(n)
    last: int | None = None
    reach = -1
    for s in sentences:
        here = [n for n in by_sentence.get(s.index, []) if out[n].draft.speech and not _is_quoted(quotations, out[n].cue)]
        if here:
            last = here[-1]
            reach = s.block
            continue
        if last is None or s.block > reach + 1:
            continue
        fresh = [q.span for q in quotations if q.span.overlap(s.span) and not any(q.span.overlap(c) for c in taken)]
        whole = [q for q in fresh if q.overlap(s.span) >= 0.85 * len(s.span)]
        direct = any(quoted_length(quotations, c) for c in out[last].content)
        if whole and (direct or s.block == reach):
            joined = _join(text, [*out[last].content, *whole])
            out[last] = replace(out[last], content=tuple(joined))
            taken.extend(whole)
            reach = max(reach, s.block)
    return out


def _join(text: str, spans: list[Span]) -> list[Span]:
    """Merges pieces that only white space parts."""
    out: list[Span] = []
    for s in sorted(spans):
        if out and (s.start <= out[-1].end or not text[out[-1].end : s.start].strip()):
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        else:
            out.append(s)
    return out


def _is_quoted(quotations: Sequence[Quotation], span: Span) -> bool:
    return any(q.span.contains(span) for q in quotations)


def _without_inner_attitudes(found: list[_Found], quotations: Sequence[Quotation]) -> list[_Found]:
    """Inside another's content only speech counts: what the outer source says somebody thinks or wants is the outer source's word."""
    out = []
    for f in found:
        inner = any(g is not f and any(c.contains(f.cue) for c in g.content) for g in found)
        if not inner or f.draft.speech:
            out.append(f)
    return out


# ---------------------------------------------------------------- speakers


class _Speakers:
    """Which entity stands at a token: looked up by sentence and head, then by the mention's span."""

    def __init__(self, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> None:
        self._sentences = {s.index: s for s in sentences}
        self._named: dict[EntityId, bool] = {e.id: not e.anonymous for e in entities}
        self._heads: dict[tuple[int, int], EntityId] = {}
        self._spans: dict[int, list[tuple[Span, EntityId]]] = {}
        for e in entities:
            for m in e.mentions:
                self._heads.setdefault((m.sentence, m.head), e.id)
                self._spans.setdefault(m.sentence, []).append((m.span, e.id))

    def find(self, draft: Draft) -> EntityId | None:
        """The entity at the source's head token; a relative pronoun stands for what it relates to."""
        if draft.source_head is None:
            return None
        s = self._sentences[draft.sentence]
        t = s.tokens[draft.source_head]
        if t.lower in RELATIVES:
            clause = next((a for a in s.ancestors(t.i) if a.dep == "relcl"), None)
            t = s.tokens[clause.head] if clause is not None else t
        for head in (t.i, *(k.i for k in s.kids(t.i, "appos"))):
            found = self._heads.get((s.index, head))
            if found is not None:
                return found
        holders = [(len(span), e) for span, e in self._spans.get(s.index, []) if span.start <= t.start and t.end <= span.end]
        return min(holders)[1] if holders else None

    def is_anonymous(self, draft: Draft, speaker: EntityId | None) -> bool:
        """Whether the source is described and not named ("a senior official"); False for pronouns and where there is no source."""
        if draft.source is None or draft.source_head is None:
            return False
        if speaker is not None:
            return not self._named[speaker]
        s = self._sentences[draft.sentence]
        t = s.tokens[draft.source_head]
        names = [t, *s.kids(t.i, "appos", "conj")]
        return t.pos not in ("PRON", "DET") and not any(k.pos == "PROPN" for k in names)


def _finish(f: _Found, sentences: Sequence[Sentence], quotations: Sequence[Quotation], speakers: _Speakers) -> Attribution:
    speaker = speakers.find(f.draft)
    length = sum(len(c) for c in f.content)
    quoted = sum(quoted_length(quotations, c) for c in f.content)
    kind = AttributionKind.INDIRECT
    if quoted >= _DIRECT_SHARE * length:
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
        sentences=tuple(s.index for s in sentences if any(s.span.overlap(c) for c in f.content)),
    )
