"""What several reports tell of one happening, and how it relates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from accord.model.reading import Reading, StatementId
from accord.model.report import ReportId, Skipped
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Attendance, Relation

StoryId = NewType("StoryId", str)
FindingId = NewType("FindingId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingValue:
    """What one report says on the slot.

    Attributes:
        span: The shortest words that carry the value.
        value: Normalised, short, for a reader ("at least 26", "2025-09-03", "first time").
        authority: Whose word it is, by name; None if it is the report's own.
    """

    report_id: ReportId
    span: Span
    value: str
    authority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How what reports tell relates on one slot of one event.

    Attributes:
        values: Reports in the order of the story, then position.
        explanation: A plain sentence that says why, whose word each is and which is newer.
        score: 0 to 1; not calibrated yet.
        rule: The comparison that made it ("compare.counts"), so that it can be walked back.
    """

    id: FindingId
    relation: Relation
    aspect: Aspect
    subject: str
    values: tuple[FindingValue, ...]
    explanation: str
    score: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceStatus:
    """One report's word on whether somebody comes."""

    report_id: ReportId
    status: Attendance
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceEntry:
    """A party to a gathering: a state, by whom it is represented, and what each report says.

    Attributes:
        country: ISO 3166-1 alpha-3, or None.
        person: Name, or None if no report names one.
    """

    country: str | None
    person: str | None
    statuses: tuple[AttendanceStatus, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceTable:
    """Who comes to one gathering."""

    event: str
    entries: tuple[AttendanceEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """The happening that a story is about; each is None where no report says."""

    what: str | None
    where: str | None
    when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What reports place at one time.

    Attributes:
        value: TIMEX3 value, "" for events without a date.
    """

    value: str
    statements: tuple[tuple[ReportId, StatementId], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadRelation:
    """Events between two states in the story.

    Attributes:
        a, b: ISO 3166-1 alpha-3, a < b.
        tone: Mean PLOVER score of the events, -10 (conflict) to 10 (cooperation).
    """

    a: str
    b: str
    statements: tuple[tuple[ReportId, StatementId], ...]
    tone: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """Something that only one report of the story tells."""

    report_id: ReportId
    span: Span
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one happening and what comes of laying them side by side.

    Attributes:
        report_ids: In order of publication where known, else as given by id.
        copies: Pairs of reports that share their wording; they are one source.
        newest: The report that is plainly the newest, or None.
    """

    id: StoryId
    title: str
    report_ids: tuple[ReportId, ...]
    event: StoryEvent
    copies: tuple[tuple[ReportId, ReportId], ...] = ()
    findings: tuple[Finding, ...] = ()
    attendance: tuple[AttendanceTable, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    relations: tuple[DyadRelation, ...] = ()
    singles: tuple[Single, ...] = ()
    newest: ReportId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The answer to `accord brief`: every report read, every story, and what could not be read."""

    readings: tuple[Reading, ...]
    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...] = ()
