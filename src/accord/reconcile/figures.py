"""Two figures of facing sentences -> numbers, for the trees that say whether they measure one thing.

Whether reports differ in a number hangs on this: "12 people were killed" and "30 were on board" clash in nothing, "12 were killed" and "the
toll is 30" do. The numbers themselves are compared exactly; only what they are numbers of is learnt (`train/figures.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.model.reading import Reading
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Modality
from accord.reconcile.claims import Count, counted_class, counts, number_of, ranges_overlap, unit_of
from accord.reconcile.order import compare_age
from accord.reconcile.passages import Facing
from accord.reconcile.predicates import entity_keys, subjects
from accord.reconcile.synonyms import verb_class
from accord.reconcile.terms import fold_name, terms

_MOST = 8  # figures of a sentence that are looked at; more is a list
_UNLIKE = 4.0  # log of the ratio of two numbers beyond which it says no more
_SMALL = 3
_OPEN = frozenset((Modality.PLANNED, Modality.POSSIBLE, Modality.REQUESTED))
_ASPECTS = (Aspect.COUNT_KILLED, Aspect.COUNT_INJURED, Aspect.COUNT_OTHER)
TREES = "figures"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count where it stands.

    Attributes:
        number: As written, else the bound that is known.
        unit: Class of what is counted, currency of a sum.
        verb: Class of the verb over it, "" for none.
        doers: Names of whom that verb is said.
        is_open: That verb tells of no deed done.
    """

    count: Count
    number: float
    unit: str
    verb: str
    doers: frozenset[str]
    is_open: bool

    @property
    def span(self) -> Span:
        """Where it stands in the text of its report."""
        return self.count.quantity.span


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures, one of either sentence.

    Attributes:
        clash: No number satisfies both.
        row: Their numbers by name.
    """

    a: Figure
    b: Figure
    clash: bool
    row: Mapping[str, float]


class Figures:
    """Figures of the readings of a story, looked up once a report."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._figures = [_figures(k, r) for k, r in enumerate(readings)]
        self._numbers = [{f.number for row in by.values() for f in row} for by in self._figures]
        self._terms = [[frozenset(terms(s)) for s in r.sentences] for r in readings]

    def of(self, facing: Facing) -> Iterator[FigurePair]:
        """Pairs of figures of two sentences, by position."""
        left, right = self._figures[facing.a].get(facing.i, []), self._figures[facing.b].get(facing.j, [])
        if not left or not right:
            return
        shared = self._shared(facing)
        likeness = {(i, j): _likeness(x, y) for i, x in enumerate(left) for j, y in enumerate(right)}
        for (i, j), like in likeness.items():
            x, y = left[i], right[j]
            rivals = [s for (p, q), s in likeness.items() if (p == i) != (q == j)]
            row = shared | _units(x, y) | _scopes(x.count, y.count) | _sizes(x, y)
            row |= {
                "likeness": like, "behind": like - max(rivals, default=0.0), "rank": float(sum(s > like for s in rivals)),
                "apart": float(abs(i - j)), "fewest": float(min(len(left), len(right))), "most": float(max(len(left), len(right))),
                "in_sentence": float(any(x.number == v.number for v in right)) + float(any(y.number == v.number for v in left)),
                "in_report": float(x.number in self._numbers[facing.b]) + float(y.number in self._numbers[facing.a]),
            }  # fmt: skip
            yield FigurePair(x, y, clash=bool(row["clash"]), row=row)

    def _shared(self, f: Facing) -> dict[str, float]:
        """What holds of all pairs of two sentences."""
        x, y = self._terms[f.a][f.i], self._terms[f.b][f.j]
        return {
            "closeness": f.closeness, "first": float(min(f.i, f.j)), "last": float(max(f.i, f.j)),
            "terms": float(len(x & y)), "terms_share": len(x & y) / (1 + min(len(x), len(y))),
            "newer": float(compare_age(self._readings[f.a], self._readings[f.b]) or 0),
            "view_difference": f.view.difference, "view_agreement": f.view.agreement, "view_tension": f.view.tension,
            **{f"view_{aspect}": f.view.aspects[aspect] for aspect in _ASPECTS},
        }  # fmt: skip


def features_of(pairs: Iterable[FigurePair], likely: Callable[[FigurePair], float]) -> dict[str, float]:
    """What the figures of two sentences say of these: how likely some measure one thing and clash, and measure one thing and fit.

    Args:
        pairs: Of the two sentences.
        likely: Probability that two figures measure one thing.
    """
    clash: list[float] = []
    fit: list[float] = []
    for p in pairs:
        (clash if p.clash else fit).append(likely(p))
    most, least = max(clash, default=0.0), max(fit, default=0.0)
    return {
        "figures_clash": most, "figures_fit": least, "figures_more": most - least,
        "figures_any": 1 - math.prod(1 - s for s in clash),
    }  # fmt: skip


def _figures(index: int, reading: Reading) -> dict[int, list[Figure]]:
    keys = entity_keys(reading)
    out: dict[int, list[Figure]] = defaultdict(list)
    for c in counts(index, reading):
        if len(out[c.quantity.sentence]) < _MOST:
            out[c.quantity.sentence].append(_figure(reading, c, keys))
    return dict(out)


def _figure(reading: Reading, c: Count, keys: Mapping[tuple[int, int], str]) -> Figure:
    q = c.quantity
    sent = reading.sentences[q.sentence]
    verb = next((t for t in sent.ancestors(q.head) if t.pos in ("VERB", "AUX")), None) if 0 <= q.head < len(sent.tokens) else None
    doers = subjects(sent, verb) if verb is not None else []
    return Figure(
        count=c, number=number_of(c), unit=counted_class(c), verb=verb_class(verb.lemma) if verb else "",
        doers=frozenset(keys.get((sent.index, t.i)) or fold_name(t.text) for t in doers if t.i != q.head),
        is_open=verb is not None and reading.modality(sent.index, verb.i) in _OPEN,
    )  # fmt: skip


def _context(c: Count, d: Count) -> float:
    return len(c.context & d.context) / (1 + min(len(c.context), len(d.context)))


def _likeness(x: Figure, y: Figure) -> float:
    """How alike two figures look, for finding rivals."""
    effect = x.count.quantity.effect
    same = 0.5 * (x.unit == y.unit) + 0.7 * bool(effect and effect == y.count.quantity.effect) + 0.3 * bool(x.verb and x.verb == y.verb)
    return _context(x.count, y.count) + same


def _units(x: Figure, y: Figure) -> dict[str, float]:
    """What is counted, and what befell it."""
    p, q = x.count.quantity, y.count.quantity
    u, v = unit_of(p), unit_of(q)
    narrow, other = set(p.unit_modifiers), set(q.unit_modifiers)
    return {
        "unit": float(x.unit == y.unit), "unit_same": float(u == v), "unit_none": float(not u) + float(not v),
        "money": float(bool(p.currency)) + float(bool(q.currency)), "money_apart": float(p.currency != q.currency),
        "percent": float("percent" in u) + float("percent" in v), "percent_one": float(("percent" in u) != ("percent" in v)),
        "effect": float(bool(p.effect) and p.effect == q.effect), "effect_one": float(bool(p.effect) != bool(q.effect)),
        "effect_other": float(bool(p.effect and q.effect and p.effect != q.effect)),
        "killed": float(p.effect == "killed") + float(q.effect == "killed"),
        "modifiers": float(len(narrow & other)), "modifiers_other": float(len(narrow ^ other)),
        "verb": float(bool(x.verb) and x.verb == y.verb), "verb_none": float(not x.verb) + float(not y.verb),
        "doers": float(len(x.doers & y.doers)), "doers_apart": float(bool(x.doers and y.doers and not x.doers & y.doers)),
        "open": float(x.is_open) + float(y.is_open), "open_one": float(x.is_open != y.is_open),
    }  # fmt: skip


def _scopes(c: Count, d: Count) -> dict[str, float]:
    """Of whom, where, as a part of what."""
    out = {
        "context": _context(c, d), "context_terms": float(len(c.context & d.context)),
        "scope": float(c.scope == d.scope), "people": float(c.scope == "people") + float(d.scope == "people"),
        "frame": float(bool(c.frame) and c.frame == d.frame), "frame_other": float(bool(c.frame and d.frame and c.frame != d.frame)),
        "host": float(len(set(c.host) & set(d.host))), "host_first": float(bool(c.host and d.host and c.host[0] == d.host[0])),
        "attributive": float(c.attributive) + float(d.attributive),
        "part": float(c.part) + float(d.part), "part_one": float(c.part != d.part),
        "forecast": float(c.forecast) + float(d.forecast), "forecast_one": float(c.forecast != d.forecast),
        "attackers": float(c.attackers > 0) + float(d.attackers > 0),
        "background": float(c.background) + float(d.background), "background_one": float(c.background != d.background),
    }  # fmt: skip
    for name, left, right in (("places", c.places, d.places), ("towns", c.towns, d.towns), ("eras", c.eras, d.eras)):
        out |= {f"{name}_shared": float(len(left & right)), f"{name}_apart": float(bool(left and right and not left & right))}
    return out


def _sizes(x: Figure, y: Figure) -> dict[str, float]:
    p, q = x.count.quantity, y.count.quantity
    few, many = sorted((x.number, y.number))
    return {
        "clash": float(not ranges_overlap(p, q)), "equal": float(few == many),
        "approximate": float(p.approximate) + float(q.approximate),
        "bound": float(p.low is None or p.high is None) + float(q.low is None or q.high is None),
        "ratio": 0.0 if few == many else min(math.log(many / few), _UNLIKE) if few > 0 else _UNLIKE,
        "fewer": math.log1p(max(few, 0.0)), "larger": math.log1p(max(many, 0.0)), "small": float(few <= _SMALL) + float(many <= _SMALL),
    }  # fmt: skip
