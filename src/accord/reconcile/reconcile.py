"""Readings -> Stories: groups the reports, lays each group side by side, and gathers what every comparison finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from accord.model.reading import Reading
from accord.model.story import Finding, FindingId, FindingValue, Story, StoryEvent, StoryId
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned, align
from accord.reconcile.compare import actors, agreements, counts, outcomes
from accord.reconcile.copies import find_copies
from accord.reconcile.drafts import Draft
from accord.reconcile.order import newest, sort_key
from accord.reconcile.stories import group_stories

COMPARISONS: tuple[Callable[[Aligned], Iterable[Draft]], ...] = (counts.compare, actors.compare, outcomes.compare, agreements.compare)


def reconcile(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """Stories in the order of their first report; the order in which readings are given changes nothing."""
    ordered = sorted(readings, key=sort_key)
    groups = group_stories(ordered, find_copies(ordered))
    return tuple(_story(f"s{n}", [ordered[k] for k in group]) for n, group in enumerate(groups, start=1))


def _story(story_id: str, readings: Sequence[Reading]) -> Story:
    story = align(readings)
    ids = tuple(r.report.id for r in story.readings)
    new = newest(story.readings)
    return Story(
        id=StoryId(story_id), title="", report_ids=ids, event=StoryEvent(what=None, where=None, when=None),
        copies=tuple((ids[a], ids[b]) for a, b in story.copies), findings=number(compare_all(story)),
        newest=None if new is None else ids[new],
    )  # fmt: skip


def compare_all(story: Aligned) -> Iterator[Draft]:
    """Drafts of every comparison, in its order."""
    for compare in COMPARISONS:
        yield from compare(story)


_WEIGHT = {
    Relation.CONTRADICTION: 0, Relation.UPDATE: 0, Relation.TENSION: 1, Relation.ANACHRONISM: 2, Relation.INCOHERENT: 2,
    Relation.REPETITION: 3, Relation.SUBSUMPTION: 4, Relation.EQUIVALENCE: 4,
}  # fmt: skip


def number(drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Findings f1, f2 ...: differences first, then tensions, faults inside a report, agreements; each group by score.

    Of two drafts of one aspect that point at the same words in the same reports the weightier stands.
    """
    kept: list[Draft] = []
    for d in sorted(drafts, key=_rank):
        if not any(_same_slot(d, k) for k in kept):
            kept.append(d)
    return tuple(
        Finding(
            id=FindingId(f"f{n}"), relation=d.relation, aspect=d.aspect, subject=d.subject, values=d.values, explanation=d.explanation,
            score=d.score, rule=d.rule,
        )
        for n, d in enumerate(kept, start=1)
    )  # fmt: skip


def _rank(d: Draft) -> tuple[int, float, str, str, tuple[tuple[str, int, int], ...]]:
    return _WEIGHT[d.relation], -d.score, d.aspect, d.subject, tuple((v.report_id, v.span.start, v.span.end) for v in d.values)


def _same_slot(d: Draft, kept: Draft) -> bool:
    if d.aspect is not kept.aspect or len({v.report_id for v in d.values}) == 1:
        return d.aspect is kept.aspect and d.relation is kept.relation and set(d.values) == set(kept.values)
    touched = {v.report_id for v in d.values for w in kept.values if v.report_id == w.report_id and v.span.overlap(w.span)}
    return len(touched) > 1
