"""Readings -> Stories: groups the reports, lays each group side by side, and gathers what every comparison finds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from accord.model.errors import FAULTS
from accord.model.passages import PassageComparer
from accord.model.reading import Reading
from accord.model.report import ReportId, Skipped
from accord.model.story import Finding, FindingId, FindingValue, SharedEvent, Story, StoryEvent, StoryId
from accord.model.vocabulary import Relation
from accord.reconcile.align import Aligned, align
from accord.reconcile.attendance import find_attendance
from accord.reconcile.compare import (
    actors,
    ages,
    agreements,
    attendance,
    counts,
    dates,
    event_types,
    frames,
    incoherence,
    intentions,
    magnitudes,
    means,
    occasions,
    offices,
    outcomes,
    passages,
    places,
    precedent,
    recipients,
    repetition,
    shares,
    stances,
    tensions,
)
from accord.reconcile.corroboration import count_sources, find_corroboration
from accord.reconcile.drafts import Draft
from accord.reconcile.dyads import find_dyads
from accord.reconcile.order import newest, sort_key
from accord.reconcile.singles import find_singles
from accord.reconcile.sources import find_derivations, independent_sources
from accord.reconcile.stories import group_stories
from accord.reconcile.timeline import find_timeline
from accord.reconcile.titles import story_title
from accord.reconcile.wording import merged

# One comparison an aspect or fault; a new one is one file and one row here.
COMPARISONS: tuple[Callable[[Aligned], Iterable[Draft]], ...] = (
    attendance.compare, counts.compare, frames.compare, shares.compare, magnitudes.compare, ages.compare, dates.compare, places.compare,
    actors.compare, recipients.compare, means.compare, event_types.compare, outcomes.compare, intentions.compare, occasions.compare,
    stances.compare, precedent.compare,
    tensions.compare, offices.compare, incoherence.compare, repetition.compare, agreements.compare, passages.compare,
)  # fmt: skip
_DIFFERENCES = frozenset({Relation.CONTRADICTION, Relation.UPDATE})
_AGREEMENTS = frozenset({Relation.EQUIVALENCE, Relation.SUBSUMPTION})
_BETWEEN = _DIFFERENCES | _AGREEMENTS | {Relation.TENSION}
# What the trained comparison thinks of a rule's difference. In 323 stories that it had not seen, of differences by rules with passages of a
# probability from 0.15 on 64 in 73 were right, of the others that are told 45 in 76; under 0.03, of counts, outcomes and actors, 2 in 14
# (left out); the other rules see more than two sentences.
_DOUBTED, _BORNE_OUT_FROM = 0.03, 0.15
_DOUBTABLE = frozenset({"compare.counts", "compare.outcomes", "compare.actors"})
_BORNE_OUT, _ALONE = 0.85, 0.6
_WEIGHT = {
    Relation.CONTRADICTION: 0, Relation.UPDATE: 0, Relation.TENSION: 1, Relation.ANACHRONISM: 2, Relation.INCOHERENT: 2,
    Relation.REPETITION: 3, Relation.SUBSUMPTION: 4, Relation.EQUIVALENCE: 4,
}  # fmt: skip


def reconcile(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """Stories in the order of their first report; the order in which readings are given changes nothing."""
    return tell_stories(group_readings(readings))


def group_readings(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], ...]:
    """Readings of one happening together, groups and members in order of publication."""
    ordered = sorted(readings, key=sort_key)
    return tuple(tuple(ordered[k] for k in group) for group in group_stories(ordered))


def tell_stories(
    groups: Iterable[Sequence[Reading]], faults: list[Skipped] | None = None, comparer: PassageComparer | None = None
) -> tuple[Story, ...]:
    """The story of each group, laid side by side, in the order of the groups.

    Args:
        groups: As `group_readings` gives them.
        faults: Takes a line for each comparison that fails, so that the others go on; without it, the fault is raised.
        comparer: Trained model that lays passages side by side; without it, the rules compare alone.
    """
    aligned = (_aligned(sorted(group, key=sort_key), comparer, faults) for group in groups)
    return tuple(_story(f"s{n}", story, faults) for n, story in enumerate(aligned, start=1))


def _aligned(readings: Sequence[Reading], comparer: PassageComparer | None, faults: list[Skipped] | None) -> Aligned:
    """Laid side by side; by rules alone where the trained comparer fails."""
    try:
        return align(readings, comparer)
    except FAULTS as error:
        if faults is None or comparer is None:
            raise
        faults.append(_fault(f"the comparison of passages by {comparer.name}", error, readings))
        return align(readings)


def _story(story_id: str, story: Aligned, faults: list[Skipped] | None) -> Story:
    ids = tuple(r.report.id for r in story.readings)
    event = story.event or StoryEvent(what=None, where=None, when=None)
    sources = independent_sources(story.readings, story.copies)
    drafts = weighed(compare_all(story, faults), story)
    findings = count_sources(number(drafts, story.readings), story.readings, sources)
    title = story_title(event, story.readings)
    covered = [v.span for f in findings if f.relation in _BETWEEN for v in f.values]
    new = newest(story.readings)
    return Story(
        id=StoryId(story_id), title=title, report_ids=ids, event=event,
        copies=tuple((ids[a], ids[b]) for a, b in story.copies), findings=findings,
        attendance=find_attendance(story), timeline=find_timeline(story.readings), relations=find_dyads(story.readings),
        singles=find_singles(story, covered), newest=None if new is None else ids[new],
        derivations=find_derivations(story.readings, story.copies), sources=tuple(tuple(ids[k] for k in group) for group in sources),
        corroboration=find_corroboration(story.readings, findings, sources, event, title),
        shared_events=tuple(
            SharedEvent(statements=tuple((ids[k], s) for k, s in h.statements)) for h in story.happenings if len(h.readings) > 1
        ),
    )  # fmt: skip


def compare_all(story: Aligned, faults: list[Skipped] | None = None) -> Iterator[Draft]:
    """Drafts of every comparison, in its order; one that fails is told in `faults` if there is such a list."""
    for compare in COMPARISONS:
        try:
            yield from tuple(compare(story))
        except FAULTS as error:
            if faults is None:
                raise
            faults.append(_fault(compare.__module__, error, story.readings))


def _fault(what: str, error: Exception, readings: Sequence[Reading]) -> Skipped:
    where = ", ".join(r.report.id for r in readings)
    why = f"{what} failed ({type(error).__name__}: {error}) and is left out; please report this"
    return Skipped(location=f"story of {where}", error=why)


def weighed(drafts: Iterable[Draft], story: Aligned) -> Iterator[Draft]:
    """The drafts, with the differences of rules scored by what the trained comparison thinks of their passages, or left out."""
    sentences = _Sentences(story.readings)
    order = {r.report.id: k for k, r in enumerate(story.readings)}
    for d in drafts:
        if not story.judged or d.relation not in _DIFFERENCES or d.rule == passages.RULE:
            yield d
            continue
        places = {(order[v.report_id], sentences.of(v) - 1) for v in d.values}
        near = [j.difference for j in story.judged if (j.facing.a, j.facing.i) in places and (j.facing.b, j.facing.j) in places]
        likely = max(near, default=_DOUBTED)
        if likely >= _DOUBTED or d.rule not in _DOUBTABLE:
            yield replace(d, score=_BORNE_OUT if likely >= _BORNE_OUT_FROM else _ALONE)


def number(drafts: Iterable[Draft], readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Findings f1, f2 ...: differences first, then tensions, faults inside a report, agreements; each group by score.

    Of two drafts of one aspect that touch the same sentences the weightier stands; sentences that differ do not also agree in general,
    and what the comparison of passages sees is said only where no rule has said it.
    """
    sentences = _Sentences(readings)
    order = {r.report.id: k for k, r in enumerate(readings)}
    kept: list[tuple[Draft, frozenset[tuple[ReportId, int]]]] = []
    for draft in sorted(drafts, key=_rank):
        d = replace(draft, values=merged(draft.values, readings)) if draft.relation in _BETWEEN else draft
        places = frozenset((v.report_id, sentences.of(v)) for v in d.values)
        if not any(_asks_again(d, k) or _repeats(d, places, k, there) for k, there in kept):
            kept.append((d, places))
    return tuple(
        Finding(
            id=FindingId(f"f{n}"), relation=d.relation, aspect=d.aspect, subject=d.subject,
            values=tuple(sorted(d.values, key=lambda v: (order[v.report_id], v.span))), explanation=d.explanation,
            score=d.score, rule=d.rule,
        )
        for n, (d, _) in enumerate(kept, start=1)
    )  # fmt: skip


class _Sentences:
    """Where the sentences of each report begin."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._starts = {r.report.id: [s.span.start for s in r.sentences] for r in readings}

    def of(self, value: FindingValue) -> int:
        return bisect_right(self._starts.get(value.report_id, []), value.span.start)


def _rank(d: Draft) -> tuple[int, bool, float, str, str, tuple[tuple[str, int, int], ...]]:
    return (
        _WEIGHT[d.relation],
        d.rule == passages.RULE,
        -d.score,
        d.aspect,
        d.subject,
        tuple((v.report_id, v.span.start, v.span.end) for v in d.values),
    )


def _repeats(d: Draft, places: frozenset[tuple[ReportId, int]], kept: Draft, there: frozenset[tuple[ReportId, int]]) -> bool:
    if d.relation not in _BETWEEN or kept.relation not in _BETWEEN:
        return d.relation is kept.relation and d.aspect is kept.aspect and set(d.values) == set(kept.values)
    if len({report for report, _ in places & there}) < 2:
        return False
    general = (d.rule == agreements.RULE and (kept.relation in _DIFFERENCES or kept.rule == agreements.RULE)) or d.rule == passages.RULE
    return d.aspect is kept.aspect or general


def _asks_again(d: Draft, kept: Draft) -> bool:
    """Two differences under one subject are one for a reader."""
    return d.relation in _DIFFERENCES and kept.relation in _DIFFERENCES and (d.aspect, d.subject) == (kept.aspect, kept.subject)
