"""Sentences of our own with the event that must be coded: type, sides (countries or codes), modality."""

from __future__ import annotations

import hand
from accord.extract.entities import find_entities
from accord.extract.events import EventSource, code_events
from accord.extract.places import find_places
from accord.extract.times import find_times, resolve_times
from accord.model.reading import Entity, EntityId, Mention, Statement
from accord.model.report import Published
from accord.model.sentence import ParsedReport, Sentence
from accord.model.vocabulary import DateBasis, EntityKind


def read(parsed: ParsedReport, published: str | None = None) -> EventSource:
    """Everything that the event coder needs, quantities and attributions left out."""
    when = Published(earliest=published, latest=published, basis=DateBasis.STATED) if published else Published()
    times = resolve_times(find_times(parsed.sentences), when, parsed.sentences)
    entities = find_entities(parsed, when)
    return EventSource(
        report=parsed.report,
        sentences=parsed.sentences,
        entities=entities,
        times=times,
        places=find_places(parsed, entities),
        published=when,
    )


def coded(text: str, published: str | None = None) -> list[tuple[str, str, str, str]]:
    """Type, actors, recipients and modality of each event, sides as sorted countries or codes."""
    source = read(hand.parsed(text), published)
    return [row(source, s) for s in code_events(source)]


def row(source: EventSource, s: Statement) -> tuple[str, str, str, str]:
    by_id = {e.id: e for e in source.entities}

    def side(ids: tuple[EntityId, ...]) -> str:
        return " ".join(sorted({(by_id[i].code if by_id[i].sector == "REB" else by_id[i].country) or by_id[i].code or "?" for i in ids}))

    return s.event.event_type.value, side(s.event.actor), side(s.event.recipient), s.modality.value


def entity(n: int, name: str, country: str | None, at: list[tuple[int, int]], sentences: list[Sentence], **more: object) -> Entity:
    """An entity by hand, mentioned at the given (sentence, token)s."""
    kind = more.pop("kind", EntityKind.STATE)
    mentions = tuple(Mention(span=sentences[s].tokens[t].span, sentence=s, head=t) for s, t in at)
    return Entity(id=EntityId(f"n{n}"), name=name, kind=kind, country=country, mentions=mentions, **more)  # type: ignore[arg-type]
