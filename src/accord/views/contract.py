"""Reading, Brief or related pair -> the public JSON of the program, exactly as `contract.md` has it.

Offsets are half-open code points into the report's text. "Not stated" is None, "none found" an empty list. Fields may be
added; none is renamed or dropped without a new `SCHEMA_VERSION`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence

from accord.knowledge.plover import quad_of_root
from accord.model.pairs import RelatedPair, Root
from accord.model.reading import Attribution, Entity, EntityId, Event, Place, Quantity, Reading, Statement, TimeExpression
from accord.model.report import Dateline, Published, Report, ReportId, Skipped
from accord.model.spans import Span
from accord.model.story import AttendanceEntry, AttendanceTable, Brief, Corroboration, Derivation, Finding, FindingValue, Story

SCHEMA_VERSION = "1"

Json = dict[str, object]
StatementKey = tuple[ReportId, str]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_EXACT_INT = 2**53


def report_json(reading: Reading) -> Json:
    """One report as `accord read` prints it: what it says, each row with the words it stands on."""
    report = reading.report
    return {
        "schema_version": SCHEMA_VERSION,
        **_header(report),
        "published": _published(reading.published),
        "dateline": _dateline(report.dateline) if report.dateline else None,
        "noise": [_span(n.span) | {"kind": str(n.kind)} for n in report.noise],
        "sentences": [_span(s.span) for s in reading.sentences],
        "times": [_time(t) for t in reading.times],
        "quantities": [_quantity(q) for q in reading.quantities],
        "entities": [_entity(e) for e in reading.entities],
        "places": [_place(p) for p in reading.places],
        "attributions": [_attribution(a) for a in reading.attributions],
        "events": [_statement(s) for s in reading.statements],
        "skipped": [],
    }


def brief_json(brief: Brief) -> Json:
    """What `accord brief --json` prints: every report read, every story, and what could not be read."""
    return {
        "schema_version": SCHEMA_VERSION,
        "reports": [report_json(r) for r in brief.readings],
        "stories": [story_json(s) for s in brief.stories],
        "skipped": [skipped_json(s) for s in brief.skipped],
    }


def pair_json(pair: RelatedPair) -> Json:
    """One marked pair as `accord classify` prints it."""
    relation = pair.relation
    return {
        "id": pair.id,
        "event_type": str(relation.root),
        "quad": str(quad_of_root(relation.root)),
        "direction": str(relation.direction),
        "related": _score(relation.related),
        "scores": {str(root): _score(relation.scores[root]) for root in Root},
    }


def skipped_json(skipped: Skipped) -> Json:
    """An input that could not be read, with its reason in one line."""
    return {"location": skipped.location, "error": skipped.error}


def dumps(obj: object, *, indent: int | None = None) -> str:
    """JSON text that any reader takes: letters as themselves, no NaN, lone surrogates escaped so that UTF-8 can carry it.

    Without `indent` the text is one line, as JSONL needs it.

    Raises:
        ValueError: if a number is NaN or infinite.
    """
    text = json.dumps(obj, ensure_ascii=False, allow_nan=False, indent=indent)
    return _LONE_SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _header(report: Report) -> Json:
    return {
        "id": report.id,
        "url": report.url,
        "publisher": report.publisher,
        "headline": report.headline,
        "language": report.language,
        "text": report.text,
        "provenance": {"kind": report.provenance.kind, "location": report.provenance.location, "digest": report.provenance.digest},
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(s) for s in spans]


def _number(value: float | None) -> float | int | None:
    """Whole numbers as integers; what JSON cannot carry as "not stated"."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) <= _MAX_EXACT_INT else float(value)


def _score(value: float) -> float | int | None:
    return _number(round(value, 4) if math.isfinite(value) else value)


def _published(published: Published) -> Json:
    evidence = [
        {"start": e.span.start if e.span else None, "end": e.span.end if e.span else None, "why": e.why} for e in published.evidence
    ]
    return {"from": published.earliest, "to": published.latest, "basis": str(published.basis), "evidence": evidence}


def _time(time: TimeExpression) -> Json:
    return _span(time.span) | {"type": str(time.type), "value": time.value, "mod": time.mod}


def _quantity(quantity: Quantity) -> Json:
    return _span(quantity.span) | {
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "effect": quantity.effect,
        "currency": quantity.currency,
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": str(entity.kind),
        "country": entity.country,
        "sector": entity.sector,
        "code": entity.code,
        "anonymous": entity.anonymous,
        "aliases": list(entity.aliases),
        "mentions": [_span(m.span) | {"how": m.how} for m in entity.mentions],
        "offices": [{"title": o.title, "country": o.country, "since": o.since, "until": o.until} for o in entity.offices],
    }


def _place(place: Place) -> Json:
    return _span(place.span) | {
        "name": place.name,
        "country": place.country,
        "region": place.region,
        "latitude": _number(place.latitude),
        "longitude": _number(place.longitude),
        "kind": place.kind,
    }


def _attribution(attribution: Attribution) -> Json:
    return {
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "speaker": attribution.speaker,
        "anonymous": attribution.anonymous,
        "kind": str(attribution.kind),
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        **_event(statement.event),
        "evidence": _span(statement.evidence),
        "modality": str(statement.modality),
        "attribution": list(statement.attribution),
        "score": _score(statement.score),
        "rule": statement.rule,
    }


def _event(event: Event) -> Json:
    return {
        "event_type": str(event.event_type),
        "mode": event.mode,
        "quad": str(event.quad),
        "actor": _ids(event.actor),
        "recipient": _ids(event.recipient),
        "trigger": _span(event.trigger),
        "lemma": event.lemma,
        "time": _time(event.time) if event.time else None,
        "place": _place(event.place) if event.place else None,
        "quantities": [_quantity(q) for q in event.quantities],
        "contexts": list(event.contexts),
    }


def _ids(ids: Sequence[EntityId]) -> list[str]:
    return [str(i) for i in ids]


def story_json(story: Story) -> Json:
    """One story as `accord stories` prints it: what its reports tell, laid side by side."""
    return {
        "id": story.id,
        "title": story.title,
        "reports": [str(r) for r in story.report_ids],
        "copies": [[str(a), str(b)] for a, b in story.copies],
        "newest": story.newest,
        "left_out": [str(r) for r in story.left_out],
        "event": {"what": story.event.what, "where": story.event.where, "when": story.event.when},
        "findings": [_finding(f) for f in story.findings],
        "attendance": [_attendance(t) for t in story.attendance],
        "timeline": [{"value": t.value, "events": _keys(t.statements)} for t in story.timeline],
        "relations": [{"a": r.a, "b": r.b, "events": _keys(r.statements), "tone": _score(r.tone)} for r in story.relations],
        "singles": [_span(s.span) | {"report": s.report_id, "what": s.what} for s in story.singles],
        "sources": [[str(r) for r in group] for group in story.sources],
        "derivations": [_derivation(d) for d in story.derivations],
        "corroboration": [_corroboration(c) for c in story.corroboration],
        "shared_events": [[{"report": r, "event": e} for r, e in shared.statements] for shared in story.shared_events],
    }


def _derivation(d: Derivation) -> Json:
    return {
        "first": d.first,
        "second": d.second,
        "original": d.original,
        "basis": None if d.basis is None else str(d.basis),
        "agency": d.agency,
        "share": _score(d.share),
        "edits": [{"kind": str(e.kind), "first": _span(e.first), "second": _span(e.second), "is_fact": e.is_fact} for e in d.edits],
    }


def _corroboration(c: Corroboration) -> Json:
    return {
        "what": c.what,
        "finding": c.finding,
        "value": c.value,
        "reports": [str(r) for r in c.report_ids],
        "sources": c.sources,
        "origins": c.origins,
        "voices": [{"name": v.name, "reports": [str(r) for r in v.report_ids]} for v in c.voices],
        "own": [str(r) for r in c.own],
        "evidence": [{"report": r, **_span(span)} for r, span in c.evidence],
    }


def _keys(statements: Iterable[StatementKey]) -> list[Json]:
    return [{"report": report_id, "event": statement_id} for report_id, statement_id in statements]


def _finding(finding: Finding) -> Json:
    return {
        "id": finding.id,
        "relation": str(finding.relation),
        "aspect": str(finding.aspect),
        "subject": finding.subject,
        "values": [_value(v) for v in finding.values],
        "explanation": finding.explanation,
        "score": _score(finding.score),
        "rule": finding.rule,
        "sources": finding.sources,
    }


def _value(value: FindingValue) -> Json:
    return {"report": value.report_id, **_span(value.span), "value": value.value, "authority": value.authority}


def _attendance(table: AttendanceTable) -> Json:
    return {"event": table.event, "entries": [_entry(e) for e in table.entries]}


def _entry(entry: AttendanceEntry) -> Json:
    """A report's first word on somebody is the one shown; reconcile puts the one that holds first."""
    status: dict[str, str] = {}
    evidence: dict[str, Mapping[str, object]] = {}
    for s in entry.statuses:
        if s.report_id not in status:
            status[s.report_id], evidence[s.report_id] = str(s.status), _span(s.span)
    return {"country": entry.country, "person": entry.person, "status": status, "evidence": evidence}


def _dateline(dateline: Dateline) -> Json:
    return _span(dateline.span) | {"place": dateline.place, "agency": dateline.agency}
