"""Values of a finding -> the plain words of its explanation: whose word each value is, and which report is newer."""

from __future__ import annotations

from collections.abc import Sequence

from accord.model.story import FindingValue
from accord.reconcile.align import Aligned

_MOST = 4  # reports named in one sentence


def name_of(story: Aligned, k: int) -> str:
    """How a report is called in a sentence: its publisher, else its id."""
    report = story.readings[k].report
    publishers = [r.report.publisher for r in story.readings]
    if report.publisher and publishers.count(report.publisher) == 1:
        return report.publisher
    return str(report.id).rsplit("/", maxsplit=1)[-1]


def whose(story: Aligned, values: Sequence[FindingValue]) -> str:
    """As in "A: 22 (Observatory); B: 13 (state television)", in the order of the story."""
    index = {r.report.id: k for k, r in enumerate(story.readings)}
    rows: dict[int, list[str]] = {}
    for v in values:
        said = f"{v.value} (by {v.authority})" if v.authority else v.value
        row = rows.setdefault(index[v.report_id], [])
        if said not in row:
            row.append(said)
    parts = [f"{name_of(story, k)} has {', '.join(rows[k])}" for k in sorted(rows)]
    more = f" and {len(parts) - _MOST} more" if len(parts) > _MOST else ""
    return "; ".join(parts[:_MOST]) + more


def age_words(story: Aligned, reports: Sequence[int]) -> str:
    """As in "; B is newer" where one of the reports is plainly newer than all the others, else nothing."""
    for k in reports:
        if len(reports) > 1 and all(story.newer(k, o) == 1 for o in reports if o != k):
            return f"; {name_of(story, k)} is the newer"
    return ""
