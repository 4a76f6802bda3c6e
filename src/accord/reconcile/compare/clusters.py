"""Counts of one report -> Clusters, one for each number that it gives for a slot, and the Drafts that clusters of several reports make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from accord.model.reading import Quantity
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import Count, ranges_overlap, value_of, words_of
from accord.reconcile.drafts import Draft
from accord.reconcile.wording import explain

RULE = "compare.counts"
TOLLS = {"killed": Aspect.COUNT_KILLED, "injured": Aspect.COUNT_INJURED}
OPEN_END = 3.0  # "more than 100" is not said of more than three times as many


@dataclass
class Cluster:
    """What one report holds on one slot: counts that agree with one another, and the range that fits them all."""

    counts: list[Count]
    range: Quantity

    @property
    def report(self) -> int:
        """Index of the report."""
        return self.counts[0].report

    @property
    def scopes(self) -> frozenset[str]:
        """Whom its counts count, by every name."""
        return frozenset(c.scope for c in self.counts)

    @property
    def minor(self) -> bool:
        """An effect whose few counts all speak of the same victims, whatever they are called."""
        return self.counts[0].quantity.effect not in TOLLS

    def takes(self, count: Count) -> bool:
        """Whether a further count of the same report tells this toll again."""
        if not ranges_overlap(self.range, count.quantity):
            return False
        low, other = self.range.low, count.quantity.low
        if low and other and max(low, other) > OPEN_END * min(low, other):  # "at least 18" today, "hundreds" in the campaign
            return False
        if count.quantity.low == self.range.low:
            return True
        return count.scope in self.scopes and (count.quantity.exact is None or self.range.exact is None)

    def add(self, count: Count) -> None:
        """Takes the count in and narrows the range to what fits both."""
        self.counts.append(count)
        self.range = _meet(self.range, count.quantity)


def _meet(a: Quantity, b: Quantity) -> Quantity:
    low = max((q.low for q in (a, b) if q.low is not None), default=None)
    high = min((q.high for q in (a, b) if q.high is not None), default=None)
    return Quantity(
        span=a.span, sentence=a.sentence, low=low, high=high, exact=a.exact if a.exact is not None else b.exact, currency=a.currency
    )


_Item = TypeVar("_Item")


def components(pairs: Sequence[tuple[_Item, _Item]]) -> list[list[_Item]]:
    """Groups of all that the pairs join."""
    groups: list[list[_Item]] = []
    for x, y in pairs:
        hit = [g for g in groups if any(c is x or c is y for c in g)]
        merged = [c for g in hit for c in g]
        merged.extend(c for c in (x, y) if not any(c is m for m in merged))
        groups = [g for g in groups if not any(g is h for h in hit)] + [merged]
    return groups


def by_report_of(group: Sequence[Cluster]) -> dict[int, list[Cluster]]:
    """The clusters of each report."""
    out: dict[int, list[Cluster]] = defaultdict(list)
    for g in group:
        out[g.counts[0].report].append(g)
    return out


def singly(group: Sequence[Count]) -> dict[int, list[Cluster]]:
    """Each count as a cluster of its own, by report."""
    return by_report_of([Cluster([c], c.quantity) for c in group])


def _values(story: Aligned, by_report: dict[int, list[Cluster]]) -> tuple[FindingValue, ...]:
    out: list[FindingValue] = []
    for k in sorted(by_report):
        found = sorted((c for g in by_report[k] for c in g.counts), key=lambda c: c.quantity.span)
        out.extend(value_of(story.readings[k], c.quantity.span, words_of(c.quantity)) for c in found)
    return tuple(out)


def difference(story: Aligned, aspect: Aspect, subject: str, by_report: dict[int, list[Cluster]], score: float) -> Draft:
    """A contradiction, or an update where a toll rises with time."""
    by_report = {k: v for k, v in by_report.items() if v}
    values = _values(story, by_report)
    relation = Relation.UPDATE if aspect is not Aspect.COUNT_OTHER and _rises(story, by_report) else Relation.CONTRADICTION
    text = explain(story, aspect, relation, values)
    return Draft(relation=relation, aspect=aspect, subject=subject, values=values, explanation=text, score=score, rule=RULE)


def agreement(story: Aligned, aspect: Aspect, subject: str, by_report: dict[int, list[Cluster]], score: float) -> Draft:
    """The same number, or numbers that fit each other."""
    by_report = {k: v for k, v in by_report.items() if v}
    values = _values(story, by_report)
    same = len({v.value for v in values}) == 1
    relation = Relation.EQUIVALENCE if same else Relation.SUBSUMPTION
    text = explain(story, aspect, relation, values)
    return Draft(relation=relation, aspect=aspect, subject=subject, values=values, explanation=text, score=score, rule=RULE)


def _rises(story: Aligned, by_report: dict[int, list[Cluster]]) -> bool:
    """Whether, over all pairs of known order, the newer report gives the higher number, and at least one pair is ordered."""
    ordered = False
    for a in by_report:
        for b in by_report:
            if a < b and (age := story.newer(a, b)):
                low = [max(g.range.low or 0.0 for g in by_report[k]) for k in ((b, a) if age > 0 else (a, b))]
                if low[0] > low[1]:
                    return False
                ordered = True
    return ordered
