"""Readings of one story -> what they place at which time, earliest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accord.model.reading import Reading, StatementId
from accord.model.report import ReportId
from accord.model.story import TimelineEntry
from accord.model.timex import interval

# Statements without a date close the line only where they are few enough to be read.
_MAX_UNDATED = 6


def find_timeline(readings: Sequence[Reading]) -> tuple[TimelineEntry, ...]:
    """Entries by first day, a longer period before a day in it; undated statements last and only if they are few."""
    rows: dict[str, list[tuple[ReportId, StatementId]]] = {}
    for reading in readings:
        for s in reading.statements:
            value = s.event.time.value if s.event.time is not None else ""
            key = value.split("T")[0] if interval(value) else ""
            rows.setdefault(key, []).append((reading.report.id, s.id))
    undated = rows.pop("", [])
    dated = [TimelineEntry(value=v, statements=tuple(rows[v])) for v in sorted(rows, key=_order)]
    if 0 < len(undated) <= _MAX_UNDATED:
        dated.append(TimelineEntry(value="", statements=tuple(undated)))
    return tuple(dated)


def _order(value: str) -> tuple[date, int, str]:
    found = interval(value)
    if found is None:
        return date.max, 0, value
    return found[0], -(found[1] - found[0]).days, value
