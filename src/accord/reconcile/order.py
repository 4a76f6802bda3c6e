"""Two readings -> which is newer, by the intervals in which they were published."""

from __future__ import annotations

from collections.abc import Sequence

from accord.model.reading import Reading

_FAR = "9999-12-31"  # a report without a date sorts last


def sort_key(reading: Reading) -> tuple[str, str, str, str]:
    """Key of story order: time of publication, then digest and id, so that the order of input changes nothing."""
    p = reading.published
    return (p.earliest or _FAR, p.latest or _FAR, reading.report.provenance.digest, reading.report.id)


def compare_age(a: Reading, b: Reading) -> int | None:
    """+1 if `a` was published after `b`, -1 if before, 0 if on the same known day, None if the intervals overlap or are not known."""
    x, y = a.published, b.published
    if not (x.earliest and x.latest and y.earliest and y.latest):
        return None
    if x.latest < y.earliest:
        return -1
    if y.latest < x.earliest:
        return 1
    return 0 if x.earliest == x.latest == y.earliest == y.latest else None


def time_order(readings: Sequence[Reading]) -> dict[tuple[int, int], int]:
    """For each pair of indexes a < b whose order is known: +1 if `a` is newer, -1 if `b` is, 0 for the same day."""
    out = {}
    for a in range(len(readings)):
        for b in range(a + 1, len(readings)):
            age = compare_age(readings[a], readings[b])
            if age is not None:
                out[a, b] = age
    return out


def newest(readings: Sequence[Reading]) -> int | None:
    """Index of the report that is plainly newer than every other, or None."""
    for a, reading in enumerate(readings):
        if len(readings) > 1 and all(compare_age(reading, other) == 1 for b, other in enumerate(readings) if b != a):
            return a
    return None
