"""Coded event in its sentence -> the words of its clause, and the time, place and quantities that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from accord.extract.event_draft import Draft
from accord.extract.event_syntax import subjects
from accord.knowledge.plover import quad_of
from accord.model.reading import Attribution, Place, Quantity, TimeExpression
from accord.model.sentence import Sentence
from accord.model.spans import Span, cover
from accord.model.vocabulary import Quad, TimeType

_MAX_STEPS = 12
# Dependents that are clauses of their own, not part of what the trigger tells.
_OWN_CLAUSES = frozenset(["relcl", "parataxis"])
_CLAUSE_MARKS = frozenset("when while after before as since if though although because whereas until unless".split())
_RAISING = frozenset(["xcomp"])
_BARRIERS = frozenset(["relcl", "advcl", "conj", "ccomp"])
# Clauses whose events have a time of their own, not that of the clause which they hang on.
_ASIDES = frozenset(["relcl"])
_VERBAL = frozenset([Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT])
_VERBS = ("VERB", "AUX")
_VAGUE_TIMES = frozenset(["PRESENT_REF", "PAST_REF", "FUTURE_REF"])

Found = TypeVar("Found", TimeExpression, Place, Quantity)


@dataclass(frozen=True, slots=True)
class SentenceFacts:
    """Times, places and quantities of one sentence, and the attributions with content in it, by their index in the report."""

    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[tuple[int, Attribution], ...] = ()


def clause_tokens(s: Sentence, draft: Draft) -> frozenset[int]:
    """Tokens of the clause that tells of the event: the trigger with what hangs on it, joined clauses left out, and its subject."""
    top = draft.anchor
    is_verb = s.tokens[top].pos in _VERBS
    out, todo = set(), [top, draft.trigger, *draft.joined]
    while todo:
        k = todo.pop()
        if k in out:
            continue
        out.add(k)
        todo.extend(c.i for c in s.kids(k) if not _stands_apart(s, c.i) and not (k == top and c.dep == "conj" and is_verb))
    for head in subjects(s, top) if is_verb else ():
        if head not in out:
            out |= _noun_words(s, head, top)
    return frozenset(out)


def _stands_apart(s: Sentence, i: int) -> bool:
    t = s.tokens[i]
    if t.dep == "advcl":
        return any(k.lower in _CLAUSE_MARKS for k in s.kids(i, "mark", "advmod"))
    return t.dep in _OWN_CLAUSES


def _noun_words(s: Sentence, head: int, inside: int) -> set[int]:
    """Words of a noun phrase, without the branch that leads to token `inside`."""
    path = {inside, *(t.i for t in s.ancestors(inside))} - {head}
    out, todo = set(), [head]
    while todo:
        k = todo.pop()
        out.add(k)
        todo.extend(c.i for c in s.kids(k) if c.i not in path and c.dep not in ("relcl", "acl"))
    return out


def evidence_span(s: Sentence, tokens: Iterable[int], draft: Draft) -> Span:
    """The stretch from the first to the last word of the clause, without marks at its ends."""
    words = [s.tokens[i].span for i in tokens if s.tokens[i].dep != "punct"]
    return cover(words or [s.tokens[draft.trigger].span])


def clause_time(s: Sentence, draft: Draft, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time whose words hang on the event, nearest in the tree; failing that, on a clause that governs it.

    When something is said is not when it happens: a time on a clause that reports a deed, or that the event is an aside to, is not taken.
    What is done in words is done when it is said.
    """
    usable = [t for t in times if t.type in (TimeType.DATE, TimeType.TIME) and t.value not in _VAGUE_TIMES]
    return _nearest(s, draft, usable, _ASIDES if quad_of(draft.event_type) in _VERBAL else _ASIDES | {"ccomp"})


def clause_place(s: Sentence, draft: Draft, places: Sequence[Place]) -> Place | None:
    """The place whose words hang on the event in an "in", "at", "to" ... phrase, nearest in the tree."""
    located = [p for p in places if any(t.dep in ("pobj", "dobj") for t in s.covering(p.span))]
    return _nearest(s, draft, located)


def clause_quantities(tokens: frozenset[int], quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Quantities whose noun stands in the clause, in order."""
    return tuple(q for q in quantities if q.head in tokens)


def _nearest(s: Sentence, draft: Draft, found: Sequence[Found], closed: frozenset[str] = frozenset()) -> Found | None:
    best: tuple[float, int] | None = None
    chosen: Found | None = None
    for item in found:
        words = s.covering(item.span)
        if not words:
            continue
        head = _phrase_head(s, [t.i for t in words])
        distance = _distance(s, head, draft, closed)
        if distance is None:
            continue
        key = (distance, abs(head - draft.trigger))
        if best is None or key < best:
            best, chosen = key, item
    return chosen


def _phrase_head(s: Sentence, words: Sequence[int]) -> int:
    inside = set(words)
    return next((i for i in words if s.tokens[i].head not in inside or s.tokens[i].head == i), words[0])


def _distance(s: Sentence, head: int, draft: Draft, closed: frozenset[str]) -> float | None:
    """Steps in the tree from a phrase up to the event; a phrase on a governing clause counts more, and not across a `closed` clause."""
    above = [head, *(t.i for t in s.ancestors(head))][:_MAX_STEPS]
    for target in (draft.trigger, draft.anchor):
        if target in above:
            steps = above.index(target)
            crossed = sum(s.tokens[k].dep in _BARRIERS and s.tokens[k].pos in _VERBS for k in above[:steps])
            return steps + 4 * crossed
    chain = [draft.anchor, *(t.i for t in s.ancestors(draft.anchor))][:_MAX_STEPS]
    for up, k in enumerate(chain):
        if up and k != head and s.tokens[chain[up - 1]].dep in closed and s.tokens[chain[up - 1]].pos in _VERBS:
            return None
        if k in above:
            raised = all(s.tokens[c].dep in _RAISING for c in chain[:up] if s.tokens[c].pos in _VERBS)
            return above.index(k) + (2 if raised else 6) * up
    return None
