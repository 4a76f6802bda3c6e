"""Who comes by one report against who comes by another -> contradictions, updates, subsumptions and equivalences of attendance."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from accord.knowledge.states import name_of
from accord.model.authority import authority_of
from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.model.story import FindingValue
from accord.model.timex import interval
from accord.model.vocabulary import Aspect, Attendance, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.attendance import settled_claims
from accord.reconcile.attendance_claims import AttendanceClaim
from accord.reconcile.drafts import Draft
from accord.reconcile.gatherings import Gathering
from accord.reconcile.wording import explain

RULE = "compare.attendance"
_Pair = tuple[AttendanceClaim, AttendanceClaim]
_A = Attendance
_THERE = frozenset((_A.ATTENDS, _A.HOST))
_OPEN = frozenset((_A.UNDECIDED, _A.UNLIKELY, _A.INVITED))
_AWAY = frozenset((_A.DECLINED, _A.NOT_INVITED))
_SAID = {
    _A.ATTENDS: "attends", _A.HOST: "hosts it", _A.INVITED: "is invited", _A.UNDECIDED: "is undecided", _A.DECLINED: "does not attend",
    _A.NOT_INVITED: "is not invited", _A.REPRESENTED_BY_OTHER: "sends somebody else", _A.UNLIKELY: "is unlikely to attend",
}  # fmt: skip


def compare(story: Aligned) -> Iterator[Draft]:
    """One draft for each country of which two reports speak, in the order of first mention."""
    gathering = story.gathering
    if gathering is None:
        return
    index = {r.report.id: k for k, r in enumerate(story.readings)}
    ahead = {r.report.id for r in story.readings if _is_ahead(r, gathering)}
    for rows in settled_claims(story).values():
        claims = sorted(rows.values(), key=lambda c: index[c.report_id])
        if len(claims) >= 2:
            pairs = [(a, b) for a, b in combinations(claims, 2) if not _are_others(a, b)]
            relations = {(a, b): _relation(story, a, b, index, ahead) for a, b in pairs}
            if relations:
                yield _draft(story, [c for c in claims if any(c in p for p in relations)], relations, index, gathering.noun)


def _is_ahead(reading: Reading, gathering: Gathering) -> bool:
    """Whether the report was written before the gathering, as far as is known: only then can what it says change."""
    when = interval(gathering.date) if gathering.date else None
    if when is None or reading.published.earliest is None:
        return when is None
    return reading.published.earliest[:10] < when[0].isoformat()


def _draft(story: Aligned, claims: list[AttendanceClaim], relations: dict[_Pair, Relation], index: dict[ReportId, int], noun: str) -> Draft:
    found = set(relations.values())
    relation = next(r for r in (Relation.CONTRADICTION, Relation.UPDATE, Relation.SUBSUMPTION, Relation.EQUIVALENCE) if r in found)
    if relation in (Relation.CONTRADICTION, Relation.UPDATE):
        involved = [c for c in claims if any(c in pair and r == relation for pair, r in relations.items())]
    else:
        involved = claims
    values = tuple(_value(story.readings[index[c.report_id]], c) for c in involved)
    country = claims[0].country
    person = next((c.person for c in claims if c.person), None)
    stands_in = any(c.status is _A.REPRESENTED_BY_OTHER for c in involved)
    who = f"who represents {name_of(country)}" if stands_in else f"whether {person or name_of(country)} attends"
    return Draft(
        relation=relation, aspect=Aspect.ATTENDANCE, subject=f"{who} at the {noun}" if stands_in else f"{who} the {noun}", values=values,
        explanation=explain(story, Aspect.ATTENDANCE, relation, values), score=_SCORES[relation], rule=RULE,
    )  # fmt: skip


_SCORES = {Relation.CONTRADICTION: 0.8, Relation.UPDATE: 0.8, Relation.SUBSUMPTION: 0.6, Relation.EQUIVALENCE: 0.6}


def _value(reading: Reading, c: AttendanceClaim) -> FindingValue:
    said = f"{c.person or name_of(c.country)} {_SAID[c.status]}"
    return FindingValue(report_id=c.report_id, span=c.span, value=said, authority=authority_of(reading, c.span))


def _relation(story: Aligned, a: AttendanceClaim, b: AttendanceClaim, index: dict[ReportId, int], ahead: set[ReportId]) -> Relation:
    x, y = a.status, b.status
    if x == y:
        return Relation.SUBSUMPTION if _more_precise(a, b) else Relation.EQUIVALENCE
    kinds = {x, y}
    if kinds == _THERE or kinds <= _OPEN:
        return Relation.SUBSUMPTION
    if _A.UNDECIDED in kinds or (_A.UNLIKELY in kinds and kinds & _THERE):
        # An open state and its outcome stand in an order of their own, whatever the dates say, unless the dates deny it.
        opened, settled = (a, b) if x in _OPEN else (b, a)
        newer = story.newer(index[opened.report_id], index[settled.report_id])
        return Relation.CONTRADICTION if newer == 1 and settled.status in _THERE and _A.UNLIKELY in kinds else Relation.UPDATE
    if _differs(a, b):
        newer = story.newer(index[a.report_id], index[b.report_id])
        older = b if newer == 1 else a
        return Relation.UPDATE if newer in (1, -1) and older.report_id in ahead else Relation.CONTRADICTION
    return Relation.SUBSUMPTION


def _are_others(a: AttendanceClaim, b: AttendanceClaim) -> bool:
    """Whether one who is named stays away and another of the same state comes: that is no difference, and no agreement."""
    away, there = (a, b) if a.status in _AWAY else (b, a)
    return away.status in _AWAY and there.status not in _AWAY and away.person is not None and away.person != there.person


def _more_precise(a: AttendanceClaim, b: AttendanceClaim) -> bool:
    """Whether only one of the two names who comes."""
    return (a.person is None) != (b.person is None)


def _differs(a: AttendanceClaim, b: AttendanceClaim) -> bool:
    kinds = {a.status, b.status}
    if kinds & _AWAY and kinds & (_THERE | {_A.INVITED}):
        return not (_A.INVITED in kinds and _A.DECLINED in kinds)
    if _A.REPRESENTED_BY_OTHER in kinds and kinds & _THERE:
        there = a if a.status in _THERE else b
        return there.person is not None
    return False
