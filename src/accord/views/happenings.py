"""Timeline entries -> what happened and what is only planned: quoted words by time, told once for all reports that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accord.model.reading import EntityId, Reading, Statement
from accord.model.report import ReportId
from accord.model.spans import Span, cover
from accord.model.story import TimelineEntry
from accord.model.timex import interval
from accord.model.vocabulary import Modality
from accord.views.dates import say_date
from accord.views.names import entities_by_id
from accord.views.references import Locator, Shelf
from accord.views.shapes import HappeningView, TimelineRow
from accord.views.words import quote

# Evidence of fewer words ("his presence") says nothing alone and comes with its sentence.
_FEW_WORDS = 5

Key = tuple[str, frozenset[str], Modality]


@dataclass(slots=True)
class _Told:
    """Statements of one sentence of one report at one time."""

    locator: Locator
    sentence: int
    spans: list[Span]
    trigger: Span
    modalities: list[Modality]
    keys: set[Key]


def view_timeline(timeline: Iterable[TimelineEntry], shelf: Shelf) -> tuple[TimelineRow, ...]:
    """Rows in order of time as given, those without a date last; rows without statements are left out."""
    rows = []
    for entry in timeline:
        happenings = _view_entry(entry, shelf)
        if happenings:
            rows.append(TimelineRow(value=entry.value, when=say_date(entry.value), happenings=happenings))
    return tuple(sorted(rows, key=lambda r: interval(r.value) is None))


def _view_entry(entry: TimelineEntry, shelf: Shelf) -> tuple[HappeningView, ...]:
    told: dict[tuple[ReportId, int], _Told] = {}
    for report_id, statement_id in entry.statements:
        if report_id not in shelf:
            continue
        locator = shelf[report_id]
        statement = next((s for s in locator.reading.statements if s.id == statement_id), None)
        if statement is not None:
            _collect(told, report_id, statement, locator)
    return tuple(_view_group(g) for g in _join_reports(list(told.values())))


def _collect(told: dict[tuple[ReportId, int], _Told], report_id: ReportId, statement: Statement, locator: Locator) -> None:
    key: Key = (str(statement.event.event_type), _parties(statement, locator.reading), statement.modality)
    row = told.get((report_id, statement.sentence))
    if row is None:
        told[report_id, statement.sentence] = _Told(
            locator, statement.sentence, [statement.evidence], statement.event.trigger, [statement.modality], {key}
        )
        return
    row.spans.append(statement.evidence)
    row.modalities.append(statement.modality)
    row.keys.add(key)


def _parties(statement: Statement, reading: Reading) -> frozenset[str]:
    entities = entities_by_id(reading)
    ids: Sequence[EntityId] = (*statement.event.actor, *statement.event.recipient)
    return frozenset((entities[i].country or entities[i].name).casefold() for i in ids if i in entities)


def _join_reports(told: Sequence[_Told]) -> list[list[_Told]]:
    """Puts together what different reports tell of one event: same type, same parties (two at least), same modality."""
    groups: list[list[_Told]] = []
    for t in told:
        for group in groups:
            elsewhere = all(g.locator.letter != t.locator.letter for g in group)
            if elsewhere and any(len(k[1]) > 1 for k in t.keys & group[0].keys):
                group.append(t)
                break
        else:
            groups.append([t])
    return groups


def _view_group(group: Sequence[_Told]) -> HappeningView:
    first = group[0]
    spans = [_clean_span(s, first.locator) for s in first.spans]
    modal = [str(m) for m in dict.fromkeys(m for t in group for m in t.modalities) if m is not Modality.ASSERTED]
    words = cover(spans)
    few = len(words.of(first.locator.text).split()) < _FEW_WORDS
    return HappeningView(
        quote=quote(first.locator.text, first.locator.around(words) if few else words, first.trigger),
        modality=", ".join(modal) or None,
        references=tuple(t.locator.reference(cover(t.spans)) for t in group),
    )


def _clean_span(span: Span, locator: Locator) -> Span:
    return locator.reference(span).span
