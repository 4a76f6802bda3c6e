"""Readings of one story -> events between each two states, with their mean tone."""

from __future__ import annotations

from collections.abc import Sequence

from accord.knowledge.plover import score_of
from accord.model.reading import EntityId, Reading, StatementId
from accord.model.report import ReportId
from accord.model.story import DyadRelation
from accord.model.vocabulary import Modality

# What is only imagined says nothing of how two states stand to each other; what is asked for or planned does.
_LEFT_OUT = frozenset((Modality.DENIED, Modality.CONDITIONAL))


def find_dyads(readings: Sequence[Reading]) -> tuple[DyadRelation, ...]:
    """One relation for each pair of states, the pair with most events first, then by code.

    A statement counts once for each pair of an actor's and a recipient's state; `tone` is the mean PLOVER score.
    """
    rows: dict[tuple[str, str], list[tuple[ReportId, StatementId, float]]] = {}
    for reading in readings:
        country = {e.id: e.country for e in reading.entities}
        for s in reading.statements:
            if s.modality in _LEFT_OUT:
                continue
            for pair in sorted(_pairs(s.event.actor, s.event.recipient, country)):
                rows.setdefault(pair, []).append((reading.report.id, s.id, score_of(s.event.event_type)))
    found = [
        DyadRelation(a=a, b=b, statements=tuple((r, s) for r, s, _ in row), tone=round(sum(t for *_, t in row) / len(row), 2))
        for (a, b), row in rows.items()
    ]
    return tuple(sorted(found, key=lambda d: (-len(d.statements), d.a, d.b)))


def _pairs(actors: Sequence[EntityId], recipients: Sequence[EntityId], country: dict[EntityId, str | None]) -> set[tuple[str, str]]:
    out = set()
    for a in actors:
        for b in recipients:
            x, y = country.get(a), country.get(b)
            if x and y and x != y:
                out.add((min(x, y), max(x, y)))
    return out
