"""Readings of one story and its gathering -> who attends, and in what way, by each report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from accord.model.report import ReportId
from accord.model.story import AttendanceEntry, AttendanceStatus, AttendanceTable
from accord.model.vocabulary import Attendance
from accord.reconcile.align import Aligned
from accord.reconcile.attendance_claims import RANK, AttendanceClaim
from accord.reconcile.gatherings import Gathering

_A = Attendance


def find_attendance(story: Aligned) -> tuple[AttendanceTable, ...]:
    """The table of the story's gathering; empty where the story has none or nobody is told to come.

    Entries stand in the order of first mention. One entry a country, or one a person where reports name several.
    """
    gathering = story.gathering
    if gathering is None:
        return ()
    claims = [c for row in story.claims for c in row]
    # A gathering that stands beside another matter needs more than one passing word.
    if gathering.scattered and len({(c.country, c.report_id) for c in claims}) < 2:
        return ()
    entries = tuple(_entries(_stand_ins(_hosts_at_home(claims, gathering), gathering)))
    return (AttendanceTable(event=gathering.title, entries=entries),) if entries else ()


def _hosts_at_home(claims: Iterable[AttendanceClaim], gathering: Gathering) -> list[AttendanceClaim]:
    """Whoever attends in their own country is a host."""
    out = []
    for c in claims:
        at_home = c.country == gathering.country and c.status in (_A.ATTENDS, _A.INVITED)
        status = _A.HOST if at_home else c.status
        out.append(replace(c, status=status))
    return out


def _stand_ins(claims: list[AttendanceClaim], gathering: Gathering) -> list[AttendanceClaim]:
    """Where leaders come, a minister or an envoy comes in their place, unless the report has the leader come as well."""
    leaders = {c.country for c in claims if c.principal and c.status in (_A.ATTENDS, _A.HOST)}
    away = {(c.report_id, c.country) for c in claims if c.status is _A.DECLINED and not c.deputy}
    if gathering.family == "talks" or not (leaders or away):
        return claims
    own = {(c.report_id, c.country) for c in claims if c.status is _A.ATTENDS and not c.deputy}
    out = []
    for c in claims:
        lower = (
            c.deputy
            and c.status is _A.ATTENDS
            and (c.report_id, c.country) not in own
            and (leaders - {c.country} or (c.report_id, c.country) in away)
        )
        out.append(replace(c, status=_A.REPRESENTED_BY_OTHER) if lower else c)
    return out


def _entries(claims: list[AttendanceClaim]) -> Iterator[AttendanceEntry]:
    order = list(dict.fromkeys(c.country for c in claims))
    for country in order:
        ours = [c for c in claims if c.country == country]
        by_report: dict[ReportId, list[AttendanceClaim]] = {}
        for c in ours:
            by_report.setdefault(c.report_id, []).append(c)
        chosen = {r: _settle(cs) for r, cs in by_report.items()}
        people = list(dict.fromkeys(c.person for c in chosen.values() if c.person))
        if len(people) <= 1:
            yield _entry(country, people[0] if people else None, list(chosen.values()))
            continue
        first = people[0]
        for person in people:
            theirs = [c for c in chosen.values() if c.person == person or (c.person is None and person == first)]
            yield _entry(country, person, theirs)


def _settle(claims: list[AttendanceClaim]) -> AttendanceClaim:
    """One claim of a report on a country: the status that tells most, from a passage that names a person if there is one."""
    best = max(claims, key=lambda c: (RANK[c.status], c.person is not None, -c.span.start))
    if best.person is None:
        # A claim of the same status that names somebody says more: "North Korea's leader" and, later on, his name.
        named = next((c for c in claims if c.person and c.status == best.status), None)
        if named is not None:
            return named
        person = next((c.person for c in claims if c.person), None)
        return replace(best, person=person) if person else best
    return best


def _entry(country: str, person: str | None, claims: list[AttendanceClaim]) -> AttendanceEntry:
    statuses = tuple(AttendanceStatus(report_id=c.report_id, status=c.status, span=c.span) for c in claims)
    return AttendanceEntry(country=country, person=person, statuses=statuses)


def settled_claims(story: Aligned) -> dict[str, dict[ReportId, AttendanceClaim]]:
    """For each country what each report says in the end by rules, countries in the order of first mention; empty without a gathering."""
    out: dict[str, dict[ReportId, list[AttendanceClaim]]] = {}
    if story.gathering is None:
        return {}
    read = [c for row in story.claims for c in row if not c.seen]
    for c in _stand_ins(_hosts_at_home(read, story.gathering), story.gathering):
        out.setdefault(c.country, {}).setdefault(c.report_id, []).append(c)
    return {country: {r: _settle(cs) for r, cs in rows.items()} for country, rows in out.items()}
