"""Comparison -> Draft: a finding before it has an id, so that every comparison can be sorted, de-duplicated and numbered in one place."""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """How what reports tell relates on one slot of one event, before it is numbered.

    Attributes:
        subject: Which event and which slot, in a few words ("people killed in the bombing of X").
        values: In the order of the story's reports, then of position.
        explanation: A plain sentence that says why, whose word each value is and which report is newer.
        score: 0 to 1; the greater, the earlier in the list.
        rule: The comparison that made it ("compare.counts").
    """

    relation: Relation
    aspect: Aspect
    subject: str
    values: tuple[FindingValue, ...]
    explanation: str
    score: float
    rule: str
