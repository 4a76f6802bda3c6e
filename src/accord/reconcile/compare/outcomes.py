"""Aligned -> Drafts on what came of an event: planned in one report and done, or denied, in another; open and then claimed."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model.vocabulary import Aspect, Modality, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.drafts import Draft
from accord.reconcile.predicates import Predication, predications
from accord.reconcile.wording import age_words, whose

RULE = "compare.outcomes"
_OPEN = frozenset({Modality.PLANNED, Modality.POSSIBLE, Modality.REQUESTED})
_LIKE = 0.25
_BOTH = 0.48
_AS_LIKE = 0.8  # another telling in the same report counts where it is nearly as like
_MATCH = 0.14  # cosine of two sentences, below which the same verb tells of other things
# Verbs whose objects are sayings or states, not happenings that come about once.
_STATES = frozenset(
    "believe hope expect support oppose need seem appear remain continue include involve consider want like love live work help allow try seek describe"
    " show mean require face follow find discover use cause lead come become keep plan intend call speak express stress report cite quote confirm claim"
    " deny reveal indicate suggest warn explain insist argue note point write read hear watch look understand remember regard base relate concern blame"
    " locate accuse announce happen occur take give put move turn run".split()
)
_WORDS = {
    Modality.ASSERTED: "has happened", Modality.DENIED: "has not happened", Modality.PLANNED: "is planned", Modality.POSSIBLE: "is possible",
    Modality.REQUESTED: "is asked for", Modality.CONDITIONAL: "depends",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    report: int
    predication: Predication


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of outcome between two or more reports, each happening once."""
    by_verb: dict[str, list[_Told]] = defaultdict(list)
    seen: Counter[str] = Counter()
    total = 0
    for k, reading in enumerate(story.readings):
        for p in predications(reading):
            total += 1
            seen.update(p.arguments)
            if p.verb not in _STATES:
                by_verb[p.verb].append(_Told(k, p))
    scale = _Scale({t: math.log(1 + total / n) for t, n in seen.items()}, {(m.a, m.i, m.b, m.j): m.score for m in story.matches})
    for verb in sorted(by_verb):
        yield from _one_verb(story, verb, by_verb[verb], scale)


def _one_verb(story: Aligned, verb: str, told: Sequence[_Told], scale: _Scale) -> Iterator[Draft]:
    pairs: list[tuple[float, _Told, _Told]] = []
    for x in told:
        for y in told:
            if x.report < y.report and _differ(x.predication, y.predication):
                score = scale.same_happening(x, y)
                if score and not _told_elsewhere(x, y, told, scale):
                    pairs.append((score, x, y))
    pairs.sort(key=lambda p: -p[0])
    if pairs:
        yield _draft(story, verb, _gather(pairs), pairs[0][0])


def _gather(pairs: Sequence[tuple[float, _Told, _Told]]) -> tuple[_Told, ...]:
    """All that takes part in the difference which the best pair opens, in the order of the story."""
    out = [pairs[0][1], pairs[0][2]]
    for _, x, y in pairs[1:]:
        if any(t is x or t is y for t in out):
            out.extend(t for t in (x, y) if not any(t is o for o in out))
    return tuple(sorted(out, key=lambda t: (t.report, t.predication.sentence, t.predication.token)))


def _differ(p: Predication, q: Predication) -> bool:
    pair = {p.modality, q.modality}
    if pair == {Modality.ASSERTED, Modality.PLANNED}:
        return (p if p.modality is Modality.ASSERTED else q).past
    return pair in ({Modality.ASSERTED, Modality.DENIED}, {Modality.PLANNED, Modality.DENIED})


@dataclass(frozen=True, slots=True)
class _Scale:
    """How alike two happenings are: by their sentences and by their participants, each word weighted by its rarity in the story."""

    weight: dict[str, float]
    sentences: dict[tuple[int, int, int, int], float]

    def likeness(self, p: Predication, q: Predication) -> float:
        norm = math.sqrt(self._sum(p.arguments) * self._sum(q.arguments))
        return self._sum(p.arguments & q.arguments) / norm if norm else 0.0

    def _sum(self, terms: frozenset[str]) -> float:
        return sum(self.weight.get(t, 1.0) for t in sorted(terms))

    def same_happening(self, x: _Told, y: _Told) -> float:
        """0 where the two are not surely one."""
        match = self.sentences.get((x.report, x.predication.sentence, y.report, y.predication.sentence), 0.0)
        like = self.likeness(x.predication, y.predication)
        return match + like if match >= _MATCH and like >= _LIKE and match + like >= _BOTH else 0.0


def _told_elsewhere(x: _Told, y: _Told, told: Sequence[_Told], scale: _Scale) -> bool:
    """Whether one of the two reports also tells the other's state of the same happening."""
    for a, b in ((x, y), (y, x)):
        for o in told:
            if o.report == a.report and o is not a and o.predication.modality is b.predication.modality:
                if scale.likeness(o.predication, b.predication) >= scale.likeness(a.predication, b.predication) * _AS_LIKE:
                    return True
    return False


def _draft(story: Aligned, verb: str, told: Sequence[_Told], score: float) -> Draft:
    values = tuple(value_of(story.readings[t.report], t.predication.span, _WORDS[t.predication.modality]) for t in told)
    modalities = {t.predication.modality for t in told}
    shared = frozenset.intersection(*(t.predication.arguments for t in told))
    relation = Relation.UPDATE if modalities & _OPEN and Modality.ASSERTED in modalities else Relation.CONTRADICTION
    subject = f"whether it came to {verb} ({', '.join(sorted(w for w in shared if ':' not in w)[:3])})"
    text = f"{whose(story, values)}{age_words(story, sorted({t.report for t in told}))}."
    return Draft(relation=relation, aspect=Aspect.OUTCOME, subject=subject, values=values, explanation=text, score=min(0.8, 0.3 + score / 2), rule=RULE)
