"""What a time expression says before it is laid against a calendar."""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.spans import Span
from accord.model.vocabulary import TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression as its words have it, not yet resolved.

    Attributes:
        kind: "calendar" (parts of a date), "weekday", "day" (steps from a day), "period" (a week, month ... by steps), "ago" (a count
            of units from an anchor), "season", "quarter", "half", "holiday", "part" and "clock" (without a date), "fixed" (its value
            needs no anchor).
        rule: Name of the pattern that found it.
        first, last: Indexes of its first and last token.
        year: Four digits, or three ("199" for a decade), or None.
        weekday: 1 Monday to 7 Sunday.
        unit: TIMEX3 unit, DE decade, CE century, Q quarter, WE weekend.
        count: Number of units; None is "several" (X).
        shift: Steps from the anchor (last -1, this 0, next +1), None if no word says so.
        anchor: "published", or "told" for the date told last in the text.
        part: MO, AF, EV, NI ...; `clock`: "T14:30".
        value: For "fixed" the TIMEX3 value.
        event_year: Year of the event that a day stands for ("the Sept. 11 attacks"), for reports from that day on.
        tense: -1 the clause looks back, +1 ahead, 0 neither.
        since: "Since" stands before it, so that it lies back however far.
        quoted: It stands between quotation marks: "tomorrow" is the day after it was said, not after it was printed.
    """

    span: Span
    sentence: int
    first: int = 0
    last: int = 0
    kind: str
    type: TimeType = TimeType.DATE
    rule: str = ""
    year: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    count: float | None = None
    shift: int | None = None
    anchor: str = "published"
    part: str | None = None
    clock: str | None = None
    season: str | None = None
    nth: int | None = None
    value: str | None = None
    mod: str | None = None
    event_year: int | None = None
    tense: int = 0
    since: bool = False
    quoted: bool = False

    @property
    def full_date(self) -> str | None:
        """ISO 8601 date, if year, month and day are all written."""
        if self.kind == "calendar" and self.year and len(self.year) == 4 and self.month and self.day:
            return f"{self.year}-{self.month:02d}-{self.day:02d}"
        return None
