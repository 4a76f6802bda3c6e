"""One report as published: its text is never edited, everything else points into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from accord.model.spans import Span
from accord.model.vocabulary import DateBasis, NoiseKind

ReportId = NewType("ReportId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the bytes came from (PROV-O).

    Attributes:
        kind: "file", "jsonl", "url", "stdin" or "example".
        location: Path or URL as the user gave it; for JSONL with `#line` appended.
        digest: `sha256:` and the hex digest of the report's text in UTF-8.
    """

    kind: str
    location: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that could not be read; it flows beside the good ones."""

    location: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEvidence:
    """Words that prove a publication date.

    Attributes:
        span: None where the proof stands outside the text (metadata, file).
        why: The rule, in one plain sentence.
    """

    span: Span | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report was published, as an interval of days.

    Attributes:
        earliest: ISO 8601 date, or None if not known.
        latest: ISO 8601 date, inclusive.
    """

    earliest: str | None = None
    latest: str | None = None
    basis: DateBasis = DateBasis.UNKNOWN
    evidence: tuple[DateEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place (and sometimes agency and day) at the head of a report.

    Attributes:
        agency: As written in brackets ("Reuters"), or None.
    """

    span: Span
    place: str
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """A stretch of text that is not the report's own prose. It stays in the text and is not parsed."""

    span: Span
    kind: NoiseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as published.

    Attributes:
        headline: None if the report has none. Where it stands in `text`, `headline_span` says so.
        language: BCP 47 tag, or None if not known.
        published: As stated by metadata, dateline or date line; `DateBasis.UNKNOWN` if nothing states it.
        noise: In order of position, not overlapping.
    """

    id: ReportId
    text: str
    provenance: Provenance
    headline: str | None = None
    headline_span: Span | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: Published = Published()
    dateline: Dateline | None = None
    noise: tuple[Noise, ...] = ()
