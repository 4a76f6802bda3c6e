"""Readings built by hand, sentence by sentence, for tests of event tables."""

from __future__ import annotations

import hand
from accord.knowledge.plover import quad_of
from accord.model.reading import (
    Attribution,
    Entity,
    EntityId,
    Event,
    Place,
    Quantity,
    Reading,
    Statement,
    StatementId,
    TimeExpression,
)
from accord.model.report import Published
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import DateBasis, EntityKind, EventType, Modality, TimeType

WORD = "spoke"


def time(value: str, mod: str | None = None) -> TimeExpression:
    return TimeExpression(span=Span(0, 1), sentence=0, type=TimeType.DATE, value=value, mod=mod)


def place(
    name: str, country: str | None, kind: str = "city", position: tuple[float, float] | None = None, region: str | None = None
) -> Place:
    latitude, longitude = position or (None, None)
    return Place(span=Span(0, 1), sentence=0, name=name, kind=kind, country=country, latitude=latitude, longitude=longitude, region=region)


def count(low: float | None, high: float | None, unit: str = "sailor", effect: str | None = None) -> Quantity:
    return Quantity(span=Span(0, 1), sentence=0, low=low, high=high, unit=unit, effect=effect)


def statement(
    number: int = 1, *, actor: str = "n1", recipient: str = "n2", kind: EventType = EventType.CONSULT, mode: str | None = None,
    when: TimeExpression | None = None, where: Place | None = None, many: tuple[Quantity, ...] = (),
    lemma: str = "speak", modality: Modality = Modality.ASSERTED, attribution: tuple[int, ...] = (), score: float = 0.5,
) -> Statement:  # fmt: skip
    """The statement of sentence `number`; parties are ids with blanks between."""
    start = (number - 1) * (len(WORD) + 2)
    event = Event(
        event_type=kind, quad=quad_of(kind), trigger=Span(start, start + len(WORD)), lemma=lemma, mode=mode, time=when, place=where,
        actor=tuple(map(EntityId, actor.split())), recipient=tuple(map(EntityId, recipient.split())), quantities=many,
    )  # fmt: skip
    return Statement(
        id=StatementId(f"v{number}"), event=event, evidence=event.trigger, sentence=number - 1, modality=modality,
        attribution=attribution, score=score, rule=f"rule {number}",
    )  # fmt: skip


def reading(
    *statements: Statement, published: tuple[str | None, str | None] = ("2024-05-10", "2024-05-10"), report_id: str = "a",
    attributions: tuple[Attribution, ...] = (),
) -> Reading:  # fmt: skip
    """A report of as many sentences of one word as its last statement needs."""
    count_ = max((s.sentence for s in statements), default=0) + 1
    text = f"{WORD}. " * count_
    sentences = []
    for n in range(count_):
        start = n * (len(WORD) + 2)
        token = Token(0, start, start + len(WORD), WORD, "speak", "VERB", "VBD", "ROOT", 0)
        report = hand.report(text, report_id).id
        sentences.append(Sentence(report_id=report, index=n, block=0, span=Span(start, start + len(WORD) + 1), tokens=(token,)))
    entities = (
        Entity(id=EntityId("n1"), name="Oslo; the town", kind=EntityKind.STATE, country="NOR", sector="GOV"),
        Entity(id=EntityId("n2"), name="NATO", kind=EntityKind.ORGANIZATION, code="NATO", sector="IGO"),
        Entity(id=EntityId("n3"), name="a singer", kind=EntityKind.PERSON),
    )
    return Reading(
        report=hand.report(text, report_id, publisher="Coast Radio", headline="Two\ttalks"), sentences=tuple(sentences),
        published=Published(earliest=published[0], latest=published[1], basis=DateBasis.STATED), entities=entities,
        attributions=attributions, statements=statements,
    )  # fmt: skip
