"""Readings of one large story -> those that are laid side by side, so that a story costs no square of its reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.model.reading import Reading
from accord.model.story import Story
from accord.reconcile.copies import is_copy, shingles, sketch
from accord.reconcile.order import newest, sort_key

# Reports that are laid side by side. Every pair of them is compared: forty cost about half a second, eighty three to four times as much.
MOST = 40


def representatives(readings: Sequence[Reading], most: int = MOST) -> tuple[Reading, ...]:
    """At most so many readings of a story, in story order: of those that share their wording the newest, then the others, spread over time.

    Args:
        readings: Of one story, in any order; all come back if they are not too many.
        most: How many, at least 1.
    """
    ordered = sorted(readings, key=sort_key)
    if len(ordered) <= most:
        return tuple(ordered)
    again = _older_copies(ordered)
    own = [k for k in range(len(ordered)) if k not in again]
    chosen = set(_spread(own, most)) | set(_spread(sorted(again), most - len(own)))
    return tuple(ordered[k] for k in sorted(chosen))


def _older_copies(readings: Sequence[Reading]) -> set[int]:
    """Indexes of readings whose wording a later one shares; each is compared with those few that hold one of its least shingles."""
    wording = [shingles(r) for r in readings]
    holders: dict[int, int] = {}
    out = set()
    for k in reversed(range(len(readings))):
        marks = sketch(wording[k])
        if any(is_copy(wording[k], wording[other]) for other in sorted({holders[m] for m in marks if m in holders})):
            out.add(k)
        else:
            for m in marks:
                holders.setdefault(m, k)
    return out


def _spread(indexes: Sequence[int], most: int) -> list[int]:
    """At most so many of them, from the first to the last in even steps; the last, if only one is wanted."""
    if len(indexes) <= most:
        return list(indexes)
    if most <= 1:
        return list(indexes[-1:]) if most == 1 else []
    return [indexes[k * (len(indexes) - 1) // (most - 1)] for k in range(most)]


def completed(story: Story, readings: Sequence[Reading]) -> Story:
    """The story of some of the readings with the others named: in its reports, and as copies of those whose wording they share."""
    if len(readings) == len(story.report_ids):
        return story
    ordered = sorted(readings, key=sort_key)
    ids = tuple(r.report.id for r in ordered)
    compared = set(story.report_ids)
    wording = [(k, shingles(r)) for k, r in enumerate(ordered) if r.report.id in compared]
    copies = [
        (ids[min(k, n)], ids[max(k, n)])
        for n, r in enumerate(ordered)
        if r.report.id not in compared
        for k, theirs in wording
        if is_copy(shingles(r), theirs)
    ]
    new = newest(ordered)
    return replace(
        story, report_ids=ids, copies=(*story.copies, *copies), newest=None if new is None else ids[new],
        left_out=tuple(i for i in ids if i not in compared),
    )  # fmt: skip
