"""Aligned -> Drafts on measures that a word announces: the magnitude of an earthquake, the category of a storm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.model.reading import Reading
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.drafts import Draft
from accord.reconcile.wording import explain

RULE = "compare.magnitudes"
_NUMBER = r"(\d{1,2}(?:\.\d{1,2})?)"
_MEASURES: dict[str, re.Pattern[str]] = {
    "magnitude of the earthquake": re.compile(
        rf"\bmagnitude(?:\s+of)?\s+(?:about\s+|around\s+)?{_NUMBER}|\b{_NUMBER}[- ]magnitude\b"
        rf"|\b{_NUMBER}(?:\s+degrees)?\s+on\s+the\s+(?:open-ended\s+)?Richter",
        re.IGNORECASE,
    ),
    "category of the storm": re.compile(r"\bcategory[- ]([1-5])\b", re.IGNORECASE),
}
_LEAD = 12  # sentences; further down stand earlier quakes


def compare(story: Aligned) -> Iterator[Draft]:
    """One finding a measure, of the reports that give one value for it near their top."""
    for subject, pattern in _MEASURES.items():
        told = {k: row for k, r in enumerate(story.readings) if (row := list(_values(r, pattern))) and len({n for n, _ in row}) == 1}
        if len(told) < 2:
            continue
        values = tuple(value_of(story.readings[k], row[0][1], f"{row[0][0]:g}") for k, row in sorted(told.items()))
        same = len({row[0][0] for row in told.values()}) == 1
        relation = Relation.EQUIVALENCE if same else Relation.CONTRADICTION
        yield Draft(
            relation=relation, aspect=Aspect.COUNT_OTHER, subject=subject, values=values,
            explanation=explain(story, Aspect.COUNT_OTHER, relation, values), score=0.55, rule=RULE,
        )  # fmt: skip


def _values(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[float, Span]]:
    last = reading.sentences[:_LEAD][-1].span.end if reading.sentences else 0
    for m in pattern.finditer(reading.report.text, 0, last):
        yield float(next(g for g in m.groups() if g)), Span(m.start(), m.end())
