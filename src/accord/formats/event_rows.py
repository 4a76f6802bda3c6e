"""Reading -> rows of an event dataset, one an event."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from accord.formats.event_mentions import Days, Happening, days_of, group_mentions
from accord.formats.event_row import Day, EventRow, MentionCell, QuantityCell
from accord.formats.event_values import value_of
from accord.knowledge.plover import contexts
from accord.model.reading import Attribution, Entity, EntityId, Quantity, Reading, Statement
from accord.model.spans import Span
from accord.model.vocabulary import EventType, Modality

# News tells of days and weeks; what ended longer before is looked back on.
_LONG_AGO = timedelta(days=30)
_HYPOTHETICAL = frozenset((Modality.POSSIBLE, Modality.CONDITIONAL))


def event_rows(reading: Reading, *, both_ways: bool = False) -> list[EventRow]:
    """Rows in order of first mention; an event that is told several times is one row.

    Args:
        reading: What one report says.
        both_ways: Write an event whose parties act together once for each of them as actor, with the others as recipients.
    """
    entities = {e.id: e for e in reading.entities}
    out: list[EventRow] = []
    for happening in group_mentions(reading.statements):
        row = _row(reading, happening, entities)
        out.extend(_parted(row) if both_ways and row.mutual else (row,))
    return out


def _parted(row: EventRow) -> Iterator[EventRow]:
    count = len(row.actor_names)
    for n in range(count):
        others = [k for k in range(count) if k != n]
        yield replace(
            row,
            actor_names=row.actor_names[n : n + 1],
            actor_countries=row.actor_countries[n : n + 1],
            actor_sectors=row.actor_sectors[n : n + 1],
            actor_codes=row.actor_codes[n : n + 1],
            recipient_names=tuple(row.actor_names[k] for k in others),
            recipient_countries=tuple(row.actor_countries[k] for k in others),
            recipient_sectors=tuple(row.actor_sectors[k] for k in others),
            recipient_codes=tuple(row.actor_codes[k] for k in others),
        )


def _row(reading: Reading, happening: Happening, entities: Mapping[EntityId, Entity]) -> EventRow:
    report, text = reading.report, reading.report.text
    first, surest = happening.mentions[0], happening.surest
    event, place = first.event, happening.place
    mode = happening.mode
    value = value_of(event.event_type, mode)
    actors = _parties(event.actor, entities)
    # The lists of the two sides run in step where the parties act together, whatever order the coder gave them.
    mutual = len(set(event.actor)) > 1 and set(event.actor) == set(event.recipient)
    recipients = actors if mutual else _parties(event.recipient, entities)
    days = days_of(happening.time) or (None, None)
    sources = [reading.attributions[n] for n in happening.attribution if n < len(reading.attributions)]
    sentence = _sentence(reading, first)
    return EventRow(
        event_id=f"{report.id}#{first.id}", report_id=report.id, report_digest=report.provenance.digest,
        outlet=report.publisher, url=report.url, headline=report.headline,
        published_from=_stated_day(reading.published.earliest), published_to=_stated_day(reading.published.latest),
        published_basis=str(reading.published.basis),
        event_type=str(event.event_type), mode=mode, contexts=_contexts(happening), quad=str(event.quad),
        cameo_root=value.cameo_root, intensity=value.intensity,
        actor_names=tuple(e.name for e in actors), actor_countries=tuple(e.country for e in actors),
        actor_sectors=tuple(e.sector for e in actors), actor_codes=tuple(map(_code, actors)),
        recipient_names=tuple(e.name for e in recipients), recipient_countries=tuple(e.country for e in recipients),
        recipient_sectors=tuple(e.sector for e in recipients), recipient_codes=tuple(map(_code, recipients)),
        mutual=mutual,
        place_name=place.name if place else None, place_country=place.country if place else None,
        place_region=place.region if place else None, latitude=_finite(place.latitude if place else None),
        longitude=_finite(place.longitude if place else None),
        date_from=_day(days[0]), date_to=_day(days[1]), time=happening.time.value if happening.time else None,
        modality=str(first.modality), **_auxiliary(reading, first, days),
        source_names=tuple(_speaker(a, entities) for a in sources), source_words=tuple(_words(a.source, text) for a in sources),
        source_cues=tuple(_words(a.cue, text) for a in sources),
        quantities=tuple(_quantity(q, text) for q in happening.quantities),
        trigger=event.trigger.of(text), trigger_start=event.trigger.start, trigger_end=event.trigger.end,
        sentence=sentence.of(text), sentence_start=sentence.start, sentence_end=sentence.end,
        mention_count=len(happening.mentions), mentions=tuple(_mention(reading, s) for s in happening.mentions),
        score=round(surest.score, 4) if math.isfinite(surest.score) else 0.0, rule=surest.rule,
    )  # fmt: skip


def _contexts(happening: Happening) -> tuple[str, ...]:
    """What any mention is about, in the order of the ontology."""
    found = {c for m in happening.mentions for c in m.event.contexts}
    return tuple(c for c in contexts() if c in found) if found else ()


def _parties(ids: Sequence[EntityId], entities: Mapping[EntityId, Entity]) -> tuple[Entity, ...]:
    return tuple(entities[i] for i in dict.fromkeys(ids) if i in entities)


def _code(entity: Entity) -> str | None:
    """CAMEO writes a known organisation by its own code and anybody else by state and sector."""
    return entity.code or f"{entity.country or ''}{entity.sector or ''}" or None


def _auxiliary(reading: Reading, told: Statement, days: Days) -> dict[str, bool]:
    """PLOVER's auxiliary modes (Halterman et al. 2023)."""
    modality = told.modality
    # What is asked for is not there yet; the asking is.
    asked = modality is Modality.REQUESTED and told.event.event_type is not EventType.REQUEST
    earliest, latest = (_parse(d) for d in (reading.published.earliest, reading.published.latest))
    return {
        "historical": bool(days[1] and earliest and earliest - days[1] > _LONG_AGO),
        "future": modality is Modality.PLANNED or bool(days[0] and latest and days[0] > latest),
        "hypothetical": modality in _HYPOTHETICAL or asked,
        "negation": modality is Modality.DENIED,
    }


def _speaker(attribution: Attribution, entities: Mapping[EntityId, Entity]) -> str | None:
    speaker = entities.get(attribution.speaker) if attribution.speaker else None
    return speaker.name if speaker else None


def _words(spans: Sequence[Span], text: str) -> str:
    return " ... ".join(s.of(text) for s in spans)


def _quantity(quantity: Quantity, text: str) -> QuantityCell:
    return QuantityCell(
        low=_finite(quantity.low), high=_finite(quantity.high), unit=quantity.unit, effect=quantity.effect, words=quantity.span.of(text)
    )


def _mention(reading: Reading, s: Statement) -> MentionCell:
    sentence = _sentence(reading, s)
    trigger = s.event.trigger
    return MentionCell(event=s.id, start=trigger.start, end=trigger.end, sentence_start=sentence.start, sentence_end=sentence.end)


def _sentence(reading: Reading, s: Statement) -> Span:
    return reading.sentences[s.sentence].span if s.sentence < len(reading.sentences) else s.evidence


def _finite(number: float | None) -> float | None:
    return number if number is not None and math.isfinite(number) else None


def _parse(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None


def _stated_day(day: str | None) -> Day | None:
    return _day(_parse(day))


def _day(day: date | None) -> Day | None:
    return Day(day.isoformat()) if day else None
