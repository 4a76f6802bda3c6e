"""What several reports tell of one happening, and how it relates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from accord.model.reading import Reading, StatementId
from accord.model.report import ReportId, Skipped
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Attendance, DerivationBasis, EditKind, Relation

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
        sources: Independent sources that hold what reports agree on, copies of one another being one; None for other relations.
    """

    id: FindingId
    relation: Relation
    aspect: Aspect
    subject: str
    values: tuple[FindingValue, ...]
    explanation: str
    score: float
    rule: str
    sources: int | None = None


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
class Edit:
    """One place where two copies differ.

    Attributes:
        first: Words of the first report; an empty span, where they would stand, if it has none.
        second: The same for the second report.
        is_fact: A number, a name or a negation stands on one side only: more than style changed.
    """

    kind: EditKind
    first: Span
    second: Span
    is_fact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Two reports of which one took over the wording of the other, or both that of a third.

    Attributes:
        first, second: The original and the copy where that is known, else in the order of the story.
        original: The report that had the wording first; None if it cannot be told.
        basis: How that is known: one credits the other's agency, was published later, or holds the other and more. None with `original`.
        agency: The news agency that both credit, or None.
        share: 0 to 1, how much of the wording of `second` (its runs of five words) stands in `first`.
        edits: In order of position; words that both have, in whatever case, spacing and punctuation, are none.
    """

    first: ReportId
    second: ReportId
    original: ReportId | None
    basis: DerivationBasis | None
    agency: str | None
    share: float
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody whose word a claim is in the end.

    Attributes:
        name: The fullest name that a report has for it; None where what is reported has no named source.
        report_ids: Reports that pass it on, in the order of the story.
    """

    name: str | None
    report_ids: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """How well a claim that several reports tell is supported.

    Attributes:
        what: The story's title for its main event, else the subject of the finding.
        finding: The finding that the claim is part of; None for the main event.
        value: What the reports share, where the finding has several values; None for an agreement as a whole and for the main event.
        report_ids: Reports that tell it, in the order of the story.
        sources: Independent sources among them: copies and reports of one outlet or agency are one.
        origins: On how many words it rests in the end: five outlets that quote one monitor are one.
        voices: Those whose word it is by what the reports say.
        own: Reports that say it in their own voice.
        evidence: The words of each report.
    """

    what: str
    finding: FindingId | None
    value: str | None
    report_ids: tuple[ReportId, ...]
    sources: int
    origins: int
    voices: tuple[Voice, ...]
    own: tuple[ReportId, ...]
    evidence: tuple[tuple[ReportId, Span], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEvent:
    """One event that several reports of a story tell of: the statements of it in each."""

    statements: tuple[tuple[ReportId, StatementId], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one happening and what comes of laying them side by side.

    Attributes:
        report_ids: In order of publication where known, else as given by id.
        copies: Pairs of reports that share their wording; they are one source.
        newest: The report that is plainly the newest, or None.
        left_out: Reports of a story of very many that were not laid side by side with the others; `report_ids` and `copies` have them.
        derivations: For each of `copies`, who copied whom and what was changed.
        sources: All reports, those together that are one source; in the order of the story. Empty if not looked at.
        shared_events: Events that at least two reports tell of, in the order of their first statement.
        corroboration: The main event first, then claims that reports share, in the order of the findings.
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
    left_out: tuple[ReportId, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    sources: tuple[tuple[ReportId, ...], ...] = ()
    corroboration: tuple[Corroboration, ...] = ()
    shared_events: tuple[SharedEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The answer to `accord brief`: every report read, every story, and what could not be read."""

    readings: tuple[Reading, ...]
    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...] = ()
