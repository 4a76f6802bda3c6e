"""Two sentences of different reports -> what reading knows of them as numbers, for the trees that say whether they differ on one slot."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from accord.model.reading import Reading
from accord.model.timex import interval
from accord.model.vocabulary import EntityKind, EventType, Modality
from accord.reconcile.claims import Count, counted_class, counts, number_of, ranges_overlap
from accord.reconcile.order import compare_age
from accord.reconcile.passages import ORDER, Facing
from accord.reconcile.predicates import Predication, predications
from accord.reconcile.terms import fold_name, terms

_FAR = 60  # days beyond which a gap says no more
_UNLIKE = 4.0  # log of the ratio of two numbers beyond which it says no more
_MOST = 40  # counts and verbs of a sentence that are looked at: each meets each of the other's, and longer "sentences" are lists or damage
_OPEN = (Modality.PLANNED, Modality.POSSIBLE)
Interval = tuple[date, date]


@dataclass
class _Sentence:
    """What stands in a sentence."""

    terms: frozenset[str]
    words: frozenset[str]
    counts: list[Count] = field(default_factory=list)
    times: list[Interval] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    predications: list[Predication] = field(default_factory=list)
    events: list[tuple[EventType, str]] = field(default_factory=list)
    attributed: bool = False

    @property
    def days(self) -> list[Interval]:
        """Times of a day."""
        return [t for t in self.times if (t[1] - t[0]).days <= 1]

    @property
    def numbers(self) -> set[float]:
        """What it counts."""
        return {number_of(c) for c in self.counts}


@dataclass
class _Report:
    """A reading by sentences, and what it says anywhere."""

    sentences: list[_Sentence]

    def __post_init__(self) -> None:
        self.terms = frozenset[str]().union(*(s.terms for s in self.sentences))
        self.numbers = {n for s in self.sentences for n in s.numbers}
        self.days = {d[0] for s in self.sentences for d in s.days}
        self.names = {n for s in self.sentences for n in s.names}
        self.places = {p for s in self.sentences for p in s.places}


class PairFeatures:
    """Numbers of each pair of a story; looked up once a report.

    Args:
        readings: Of one story, in its order.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._reports = [_Report(_sentences(k, r)) for k, r in enumerate(readings)]
        seen = Counter(t for r in self._reports for s in r.sentences for t in s.terms)
        total = sum(len(r.sentences) for r in self._reports)
        self._rarity = {t: math.log(1 + total / n) for t, n in seen.items()}

    def of(self, pairs: Sequence[Facing]) -> list[dict[str, float]]:
        """For each pair its numbers by name, those of the model's view among them."""
        best_a: dict[tuple[int, int, int], list[float]] = defaultdict(list)
        best_b: dict[tuple[int, int, int], list[float]] = defaultdict(list)
        for p in pairs:
            best_a[p.a, p.i, p.b].append(p.closeness)
            best_b[p.b, p.j, p.a].append(p.closeness)
        return [self._one(p, best_a[p.a, p.i, p.b], best_b[p.b, p.j, p.a]) for p in pairs]

    def _one(self, p: Facing, rivals_a: Sequence[float], rivals_b: Sequence[float]) -> dict[str, float]:
        left, right = self._reports[p.a], self._reports[p.b]
        x, y = left.sentences[p.i], right.sentences[p.j]
        age = compare_age(self._readings[p.a], self._readings[p.b])
        out = {
            "closeness": p.closeness,
            "rank_a": float(sum(c > p.closeness for c in rivals_a)), "rank_b": float(sum(c > p.closeness for c in rivals_b)),
            "behind_a": p.closeness - max(rivals_a), "behind_b": p.closeness - max(rivals_b),
            "at_a": float(p.i), "at_b": float(p.j), "share_a": p.i / len(left.sentences), "share_b": p.j / len(right.sentences),
            "sentences": float(min(len(left.sentences), len(right.sentences))), "reports": float(len(self._readings)),
            "age": float(age or 0), "age_known": float(age is not None),
            "view_difference": p.view.difference, "view_agreement": p.view.agreement, "view_tension": p.view.tension,
        }  # fmt: skip
        out |= {f"view_{aspect}": share for aspect, share in p.view.aspects.items()}
        return out | self._words(x, y) | _counted(x, y) | _timed(x, y) | _named(x, y) | _done(x, y) | _elsewhere(x, y, left, right)

    def _words(self, x: _Sentence, y: _Sentence) -> dict[str, float]:
        def weight(words: Iterable[str]) -> float:
            return math.fsum(self._rarity[t] for t in words)

        shared = x.terms & y.terms
        return {
            "shared": weight(shared) / (weight(x.terms | y.terms) or 1.0),
            "contained": weight(shared) / (min(weight(x.terms), weight(y.terms)) or 1.0),
            "shared_terms": float(len(shared)), "rarest": max((self._rarity[t] for t in shared), default=0.0),
            "terms_a": float(len(x.terms)), "terms_b": float(len(y.terms)),
            "order_one": float(bool(x.words & ORDER) != bool(y.words & ORDER)),
            "order_both": float(bool(x.words & ORDER and y.words & ORDER)),
            "attributed": float(x.attributed) + float(y.attributed),
        }  # fmt: skip


def _sentences(index: int, reading: Reading) -> list[_Sentence]:
    out = [_Sentence(terms=frozenset(terms(s)), words=frozenset(t.lower for t in s.tokens)) for s in reading.sentences]
    for c in counts(index, reading):
        out[c.quantity.sentence].counts.append(c)
    for p in predications(reading):
        out[p.sentence].predications.append(p)
    for e in reading.entities:
        state = e.kind is EntityKind.STATE
        name = e.country if state and e.country else fold_name((e.name.split() or ["?"])[-1])
        for m in e.mentions:
            if not e.anonymous and m.how != "pronoun":
                (out[m.sentence].states if state else out[m.sentence].names).add(name)
    for t in reading.times:
        span = interval(t.value)
        if span:
            out[t.sentence].times.append(span)
    for place in reading.places:
        if place.kind != "state":
            out[place.sentence].places.add(fold_name(place.name))
    for s in reading.statements:
        out[s.sentence].events.append((s.event.event_type, s.event.lemma))
    for k in {k for a in reading.attributions for k in a.sentences if k < len(out)}:
        out[k].attributed = True
    return out


def _counted(x: _Sentence, y: _Sentence) -> dict[str, float]:
    """The two counts that are likeliest of one thing, and whether they fit."""
    names = ("score", "clash", "fit", "context", "effect", "scope", "part", "background", "ratio", "host", "unit")
    best = dict.fromkeys(names, 0.0)
    for p in x.counts[:_MOST]:
        for q in y.counts[:_MOST]:
            found = _count_pair(p, q)
            if found["score"] > best["score"]:
                best = found
    return {f"count_{k}": v for k, v in best.items()} | {"counts_a": float(len(x.counts)), "counts_b": float(len(y.counts))}


def _count_pair(p: Count, q: Count) -> dict[str, float]:
    effect = bool(p.quantity.effect) and p.quantity.effect == q.quantity.effect
    unit = counted_class(p) == counted_class(q)
    if not (effect or unit):
        return {"score": 0.0}
    context = len(p.context & q.context) / (1 + min(len(p.context), len(q.context)))
    host, scope, fits = bool(set(p.host) & set(q.host)), p.scope == q.scope, ranges_overlap(p.quantity, q.quantity)
    return {
        "score": context + host + 0.7 * effect + 0.5 * scope, "clash": float(not fits), "fit": float(fits), "context": context,
        "effect": float(effect), "scope": float(scope), "part": float(p.part) + float(q.part),
        "background": float(p.background) + float(q.background), "ratio": _ratio(p, q), "host": float(host), "unit": float(unit),
    }  # fmt: skip


def _ratio(p: Count, q: Count) -> float:
    x, y = (number_of(c) or 1.0 for c in (p, q))
    if x == y:
        return 0.0
    return min(abs(math.log(x) - math.log(y)), _UNLIKE) if x > 0 and y > 0 else _UNLIKE


def _timed(x: _Sentence, y: _Sentence) -> dict[str, float]:
    days, others = x.days, y.days
    gap = min((abs((p[0] - q[0]).days) for p in days for q in others), default=-1)
    meet = any(p[0] <= q[1] and q[0] <= p[1] for p in x.times for q in y.times)
    both = bool(x.times and y.times)
    return {
        "days_both": float(bool(days and others)), "days_gap": float(min(gap, _FAR)), "days_clash": float(gap > 0),
        "times_both": float(both), "times_meet": float(meet), "times_apart": float(both and not meet),
    }  # fmt: skip


def _named(x: _Sentence, y: _Sentence) -> dict[str, float]:
    out: dict[str, float] = {}
    for kind, p, q in (("places", x.places, y.places), ("names", x.names, y.names), ("states", x.states, y.states)):
        out |= {
            f"{kind}_shared": float(len(p & q)),
            f"{kind}_other": float(len(p ^ q)),
            f"{kind}_apart": float(bool(p and q and not p & q)),
        }
    return out


def _done(x: _Sentence, y: _Sentence) -> dict[str, float]:
    pairs = [(p, q) for p in x.predications[:_MOST] for q in y.predications[:_MOST]]
    same, other = [(p, q) for p, q in pairs if p.verb == q.verb], [(p, q) for p, q in pairs if p.verb != q.verb]
    types, lemmas = {kind for kind, _ in y.events}, {lemma for _, lemma in y.events}

    def some(s: _Sentence, *modalities: Modality) -> bool:
        return any(p.modality in modalities for p in s.predications)

    return {
        "verbs_same": float(len(same)), "verbs_modality": float(any(p.modality is not q.modality for p, q in same)),
        "verbs_denied": float(any((p.modality is Modality.DENIED) != (q.modality is Modality.DENIED) for p, q in same)),
        "verbs_sides": float(max((len(p.agent & q.agent) + len(p.patient & q.patient) for p, q in same), default=0)),
        "same_arguments": float(max((len(p.arguments & q.arguments) for p, q in same), default=0)),
        "other_arguments": float(max((len(p.arguments & q.arguments) for p, q in other), default=0)),
        "denied_one": float(some(x, Modality.DENIED) != some(y, Modality.DENIED)), "open_one": float(some(x, *_OPEN) != some(y, *_OPEN)),
        "types_same": float(sum(kind in types for kind, _ in x.events)),
        "lemmas_same": float(sum(lemma in lemmas for _, lemma in x.events)),
        "events_a": float(len(x.events)), "events_b": float(len(y.events)),
    }  # fmt: skip


def _elsewhere(x: _Sentence, y: _Sentence, left: _Report, right: _Report) -> dict[str, float]:
    """What either sentence says that the other report says nowhere: both reports give both values, or each has its own."""
    pairs: Mapping[str, tuple[set[object], set[object], set[object], set[object]]] = {
        "numbers": (set(x.numbers), set(y.numbers), set(left.numbers), set(right.numbers)),
        "days": ({d[0] for d in x.days}, {d[0] for d in y.days}, set(left.days), set(right.days)),
        "names": (set(x.names), set(y.names), set(left.names), set(right.names)),
        "places": (set(x.places), set(y.places), set(left.places), set(right.places)),
    }
    out: dict[str, float] = {}
    for kind, (p, q, all_p, all_q) in pairs.items():
        new_p, new_q = len(p - all_q), len(q - all_p)
        out |= {f"{kind}_new_a": float(new_p), f"{kind}_new_b": float(new_q), f"{kind}_new": float(min(new_p, new_q))}
    new_x, new_y = (len(s.terms - r.terms) / (1 + len(s.terms)) for s, r in ((x, right), (y, left)))
    return out | {"terms_new_a": new_x, "terms_new_b": new_y, "terms_new": min(new_x, new_y)}
