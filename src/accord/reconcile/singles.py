"""Aligned readings -> what only one report of the story tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from accord.model.reading import Reading, Statement
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.story import Single
from accord.model.vocabulary import Modality
from accord.reconcile.align import Aligned
from accord.reconcile.terms import term

_MOST = 8  # a report: what a reader takes in at a glance
_SHOWN = 110
# A sentence is told elsewhere as well if this much of its rarer half is found in one sentence of another report.
_TOLD_ELSEWHERE = 0.5
# Weaker matches only speak of the same matter.
_SAME = 0.25


def find_singles(story: Aligned, covered: Collection[Span] = ()) -> tuple[Single, ...]:
    """Statements and numbers that no other report of the story has, at most eight a report, in order of position.

    A story of one report has none. `covered` are spans of findings between reports: their sentences are left out.
    """
    if len(story.readings) < 2:
        return ()
    close = [m for m in story.matches if m.score >= _SAME]
    matched = {(m.a, m.i) for m in close} | {(m.b, m.j) for m in close}
    copied = {k for pair in story.copies for k in pair}
    out: list[Single] = []
    for k, reading in enumerate(story.readings):
        if k in copied and len(story.readings) <= len(copied):
            continue
        others = [_terms(s) for o, r in enumerate(story.readings) if o != k for s in r.sentences]
        ranked = []
        for s, span, rank in _candidates(reading):
            if (k, s.index) in matched or any(c.overlap(s.span) for c in covered) or _is_told(_terms(s), others):
                continue
            ranked.append((rank, span))
        chosen = sorted(span for _, span in sorted(ranked, key=lambda x: (-x[0], x[1]))[:_MOST])
        out.extend(Single(report_id=reading.report.id, span=span, what=_shown(reading, span)) for span in chosen)
    return tuple(out)


def _candidates(reading: Reading) -> Iterator[tuple[Sentence, Span, float]]:
    """Sentences that tell of an act or a number, with how much they tell: parties, exact numbers, place in the report."""
    statements: dict[int, list[Statement]] = {}
    for st in reading.statements:
        statements.setdefault(st.sentence, []).append(st)
    numbers = {q.sentence for q in reading.quantities if q.exact is not None and not q.ordinal}
    for s in reading.sentences:
        mine = statements.get(s.index, [])
        if not mine and s.index not in numbers:
            continue
        best = max(mine, key=lambda st: (len(st.event.actor) + len(st.event.recipient), -st.evidence.start), default=None)
        rank = 0.0
        if best is not None:
            rank += 1 + bool(best.event.actor) + bool(best.event.recipient) + 0.5 * (best.modality != Modality.CONDITIONAL)
        rank += s.index in numbers
        # "His presence" shows nothing by itself: short evidence gives way to its sentence.
        shown = best.evidence if best is not None and len(best.evidence) >= _SHOWN // 3 else s.span
        yield s, shown, rank - s.index / (2 * max(1, len(reading.sentences)))


def _terms(s: Sentence) -> frozenset[str]:
    return frozenset(w for t in s if (w := term(t)))


def _is_told(words: frozenset[str], others: list[frozenset[str]]) -> bool:
    if len(words) < 3:
        return True
    return any(len(words & o) >= max(3, _TOLD_ELSEWHERE * len(words)) for o in others)


def _shown(reading: Reading, span: Span) -> str:
    words = " ".join(span.of(reading.report.text).split())
    return words if len(words) <= _SHOWN else words[: words.rfind(" ", 0, _SHOWN)] + " …"
