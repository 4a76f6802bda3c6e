"""AttendanceTable -> rows with a column a report; parties of whom every report says the same share a row."""

from __future__ import annotations

from collections.abc import Sequence

from accord.knowledge.states import name_of
from accord.model.story import AttendanceEntry, AttendanceTable
from accord.model.vocabulary import Aspect, Attendance, Relation
from accord.views.dates import say_dates
from accord.views.references import Locator
from accord.views.shapes import AttendanceRow, AttendanceView, CellView, FindingView
from accord.views.words import tidy

WORDS = {
    Attendance.ATTENDS: "attends",
    Attendance.HOST: "host",
    Attendance.INVITED: "invited",
    Attendance.UNDECIDED: "undecided",
    Attendance.DECLINED: "declined",
    Attendance.NOT_INVITED: "not invited",
    Attendance.REPRESENTED_BY_OTHER: "sends another",
    Attendance.UNLIKELY: "unlikely",
}


def view_attendance(table: AttendanceTable, locators: Sequence[Locator], findings: Sequence[FindingView]) -> AttendanceView:
    """Hosts first, then in the order of the table; a report that is silent has an empty cell."""
    entries = sorted(table.entries, key=lambda e: not any(s.status is Attendance.HOST for s in e.statuses))
    rows = [_view_entry(e, locators, findings) for e in entries]
    return AttendanceView(event=say_dates(tidy(table.event)), letters=tuple(x.letter for x in locators), rows=tuple(_join_alike(rows)))


def _view_entry(entry: AttendanceEntry, locators: Sequence[Locator], findings: Sequence[FindingView]) -> AttendanceRow:
    country = name_of(entry.country) if entry.country else None
    person = tidy(entry.person) if entry.person else None
    cells = tuple(_view_cell(entry, x) for x in locators)
    party = country or person or "not named"
    row = AttendanceRow(party=party, person=person if country else None, cells=cells)
    mark = next((f for f in findings if _is_about(f, row)), None)
    return AttendanceRow(party=row.party, person=row.person, cells=cells, mark=mark)


def _view_cell(entry: AttendanceEntry, locator: Locator) -> tuple[CellView, ...]:
    """What one report says of the party; a second word is kept if it differs ("invited, undecided")."""
    said: dict[str, CellView] = {}
    for s in entry.statuses:
        if s.report_id == locator.reading.report.id:
            said.setdefault(WORDS[s.status], CellView(word=WORDS[s.status], reference=locator.reference(s.span)))
    return tuple(said.values())


def _is_about(finding: FindingView, row: AttendanceRow) -> bool:
    """Whether a finding on who comes, or on who holds the office, names the party (or its person) and stands on the same words."""
    if finding.aspect != Aspect.ATTENDANCE and finding.relation is not Relation.ANACHRONISM:
        return False
    told = " ".join((finding.subject, finding.explanation, *(v.value for v in finding.values))).casefold()
    called = {row.party.casefold(), row.person.split()[-1].casefold() if row.person else row.party.casefold()}
    if not any(name in told for name in called):
        return False
    spans = {(v.letter, v.reference.span) for v in finding.values}
    return any(
        letter == c.reference.letter and span.overlap(c.reference.span) > 0 for cell in row.cells for c in cell for letter, span in spans
    )


def _join_alike(rows: Sequence[AttendanceRow]) -> list[AttendanceRow]:
    out: list[AttendanceRow] = []
    places: dict[tuple[tuple[str, ...], ...], int] = {}
    for row in rows:
        key = tuple(tuple(c.word for c in cell) for cell in row.cells)
        if row.person or row.mark:
            out.append(row)
        elif key in places:
            first = out[places[key]]
            out[places[key]] = AttendanceRow(party=f"{first.party}, {row.party}", person=None, cells=_join_cells(first, row))
        else:
            places[key] = len(out)
            out.append(row)
    return out


def _join_cells(a: AttendanceRow, b: AttendanceRow) -> tuple[tuple[CellView, ...], ...]:
    """The cells of the first, with the references of the second where these lie elsewhere."""
    return tuple(
        x + tuple(c for c in y if c.reference.label not in {d.reference.label for d in x}) for x, y in zip(a.cells, b.cells, strict=True)
    )
