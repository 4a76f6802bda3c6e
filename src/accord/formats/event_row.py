"""The columns of an event dataset: one record an event, with the type of each column and what it holds."""

# ruff: noqa: RUF009 - `column` is dataclasses.field under the name of what it makes
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from typing import Any, NewType

# An ISO 8601 day; a DATE where the format has one.
Day = NewType("Day", str)
# Raised when a column is renamed, dropped or changes its meaning.
TABLE_VERSION = 1


def column(holds: str) -> Any:
    """A column of `EventRow`; `holds` is its line in the docs."""
    return field(metadata={"holds": holds})


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityCell:
    """A count or measure of the event."""

    low: float | None
    high: float | None
    unit: str
    effect: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionCell:
    """One place where the report tells of the event: its id in `accord read`, its trigger and its sentence."""

    event: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event as one report tells it; offsets are half-open code points into the report's text, "not stated" is None.

    What two parties do together has all of them on both sides; lists about the parties of one side run in step.
    """

    event_id: str = column("report and event in it (`report#v3`); the first mention's. Rows that `--both-ways` parts share it")
    report_id: str = column("report, as `accord read` names it")
    report_digest: str = column("`sha256:` of the report's text: equal for word-for-word copies")
    outlet: str | None = column("who published the report")
    url: str | None = column("where the report was found")
    headline: str | None = column("headline of the report")
    published_from: Day | None = column("first day on which the report may have been published")
    published_to: Day | None = column("last such day")
    published_basis: str = column("`stated` by the page, `inferred` from the text, `unknown`")
    event_type: str = column("PLOVER event type")
    mode: str | None = column("PLOVER mode")
    contexts: tuple[str, ...] = column("PLOVER contexts; empty where none is coded")
    quad: str = column("PLOVER quad class")
    cameo_root: str = column("CAMEO root, two digits, as text")
    intensity: float = column("-10 (conflict) to 10 (cooperation), by type and mode; see the codebook")
    actor_names: tuple[str, ...] = column("who acts, the clearest first; empty if not told")
    actor_countries: tuple[str | None, ...] = column("their states, ISO 3166-1 alpha-3")
    actor_sectors: tuple[str | None, ...] = column("their PLOVER sectors")
    actor_codes: tuple[str | None, ...] = column("id of the organisation (`NATO`), else state and sector (`PRKGOV`)")
    recipient_names: tuple[str, ...] = column("who is acted upon; empty if not told")
    recipient_countries: tuple[str | None, ...] = column("their states")
    recipient_sectors: tuple[str | None, ...] = column("their sectors")
    recipient_codes: tuple[str | None, ...] = column("their codes")
    mutual: bool = column("the parties do it together: each acts on each of the others")
    place_name: str | None = column("where, as the report names it")
    place_country: str | None = column("state of the place")
    place_region: str | None = column("its first-level division (province, US state)")
    latitude: float | None = column("WGS 84 degrees")
    longitude: float | None = column("WGS 84 degrees")
    date_from: Day | None = column("first day that the stated time may mean; null if open or not stated")
    date_to: Day | None = column("last such day")
    time: str | None = column("TIMEX3 value of the stated time")
    modality: str = column("`asserted`, `planned`, `possible`, `requested`, `conditional` or `denied`, by the innermost source")
    historical: bool = column("PLOVER's auxiliary mode: ended more than 30 days before publication")
    future: bool = column("the same: planned, or begins after publication")
    hypothetical: bool = column("the same: possible, conditional, or asked for by another")
    negation: bool = column("the same: denied")
    source_names: tuple[str | None, ...] = column("whose word it is, outermost first; null for nobody known; empty: the report's own word")
    source_words: tuple[str, ...] = column("words that name the source")
    source_cues: tuple[str, ...] = column("words that report (`said`)")
    quantities: tuple[QuantityCell, ...] = column("counts and measures: range `low` to `high` of `unit`, the `effect` on them, the `words`")
    trigger: str = column("verb or noun that tells of it, first mention")
    trigger_start: int = column("offset of the trigger")
    trigger_end: int = column("offset of its end")
    sentence: str = column("sentence of the first mention, in the report's words")
    sentence_start: int = column("offset of that sentence")
    sentence_end: int = column("offset of its end")
    mention_count: int = column("how often the report tells of it")
    mentions: tuple[MentionCell, ...] = column(
        "each mention: its `event` in `accord read`, `start` and `end` of the trigger and of its sentence"
    )
    score: float = column("0 to 1, the surest mention; not calibrated")
    rule: str = column("what coded that mention")


_SQL: Mapping[str, str] = {
    "str": "VARCHAR",
    "str | None": "VARCHAR",
    "int": "INTEGER",
    "float": "DOUBLE",
    "float | None": "DOUBLE",
    "bool": "BOOLEAN",
    "Day | None": "DATE",
    "tuple[str, ...]": "VARCHAR[]",
    "tuple[str | None, ...]": "VARCHAR[]",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its SQL type, and what it holds."""

    name: str
    sql: str
    holds: str


@cache
def columns() -> tuple[Column, ...]:
    """The columns in their order."""
    return tuple(Column(name=f.name, sql=_sql(str(f.type)), holds=f.metadata["holds"]) for f in fields(EventRow))


def record(row: EventRow) -> dict[str, Any]:
    """The row as JSON values, columns in their order."""
    return asdict(row)


def _sql(annotation: str) -> str:
    for cell in (QuantityCell, MentionCell):
        if annotation == f"tuple[{cell.__name__}, ...]":
            inner = ", ".join(f'"{f.name}" {_SQL[str(f.type)]}' for f in fields(cell))
            return f"STRUCT({inner})[]"
    return _SQL[annotation]
