"""Aligned -> Drafts on shares: of one thing half in one report, every one in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.compare.subjects import plural
from accord.reconcile.drafts import Draft
from accord.reconcile.synonyms import noun_class
from accord.reconcile.terms import term
from accord.reconcile.wording import explain

RULE = "compare.shares"
# Share of a whole, in per cent, lowest and highest.
_SHARES: dict[str, tuple[float, float]] = {
    "all": (100, 100), "every": (100, 100), "each": (100, 100), "none": (0, 0), "no": (0, 0), "most": (50.1, 99), "half": (45, 55),
    "third": (30, 36), "quarter": (22, 28), "majority": (50.1, 99), "minority": (1, 49.9), "fraction": (1, 40), "few": (1, 30),
}  # fmt: skip
_HEDGES = frozenset({"nearly", "almost", "virtually", "practically", "not"})
_OF = frozenset({"of"})
_MATCH = 0.12
_NEAR = 10  # tokens of the clause that say which things are meant


@dataclass(frozen=True, slots=True)
class _Share:
    report: int
    sentence: int
    span: Span
    low: float
    high: float
    noun: str
    things: frozenset[str]


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences only, each thing once."""
    found = [list(_shares(k, r)) for k, r in enumerate(story.readings)]
    matches = {(m.a, m.i, m.b, m.j): m.score for m in story.matches}
    seen: set[str] = set()
    for a, b in story.pairs():
        for x in found[a]:
            for y in found[b]:
                if x.noun != y.noun or x.noun in seen or not x.things & y.things or _overlap(x, y):
                    continue
                if matches.get((a, x.sentence, b, y.sentence), 0.0) < _MATCH or any(_overlap(o, y) and o.noun == y.noun for o in found[a]):
                    continue
                seen.add(x.noun)
                yield _draft(story, x, y)


def _overlap(x: _Share, y: _Share) -> bool:
    return x.low <= y.high and y.low <= x.high


def _shares(k: int, reading: Reading) -> Iterator[_Share]:
    for sent in reading.sentences:
        for t in sent.tokens:
            if t.lower in _SHARES:
                noun = _whole(sent, t)
                if noun is not None and noun.i > t.i:
                    low, high = _SHARES[t.lower]
                    if low == high and t.i and sent.tokens[t.i - 1].lower in _HEDGES:  # "nearly all"
                        low, high = (55, 100) if low else (0, 30)
                    things = frozenset(w for g in sent.subtree(noun.i)[:_NEAR] if g.i != noun.i and (w := term(g)) is not None)
                    yield _Share(k, sent.index, Span(t.start, noun.end), low, high, noun_class(noun.lemma), things)


def _whole(sent: Sentence, t: Token) -> Token | None:
    """The noun that the share is of: "every house", "half of the houses", "half the houses"."""
    of = [o for p in sent.kids(t.i, "prep") if p.lower in _OF for o in sent.kids(p.i, "pobj")]
    if of:
        return of[0] if of[0].pos == "NOUN" else None
    head = sent.tokens[t.head]
    return head if t.dep in ("det", "predet", "amod", "nummod", "quantmod") and head.pos == "NOUN" and t.i < head.i else None


def _draft(story: Aligned, x: _Share, y: _Share) -> Draft:
    values = tuple(value_of(story.readings[s.report], s.span, s.span.of(story.readings[s.report].report.text)) for s in (x, y))
    newer = story.newer(x.report, y.report)
    grows = bool(newer) and ((y.low > x.low) == (newer == -1))
    relation = Relation.UPDATE if grows else Relation.CONTRADICTION
    return Draft(
        relation=relation, aspect=Aspect.COUNT_OTHER, subject=f"share of {plural(x.noun)}", values=values,
        explanation=explain(story, Aspect.COUNT_OTHER, relation, values), score=0.5, rule=RULE,
    )  # fmt: skip
