"""PLOVER code -> its place in the ontology: event types, quad classes, modes, contexts, scores, and the roots of PLV."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from accord.knowledge.tables import read_json
from accord.model.pairs import Root
from accord.model.vocabulary import EventType, Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClass:
    """A PLOVER event type.

    Attributes:
        score: Mean tone from -10 (conflict) to 10 (cooperation), as in the PLOVER manual (ACCUSE -3, misprinted there as 3).
        modes: Codes of its modes in the order of the ontology.
    """

    event_type: EventType
    quad: Quad
    score: float
    modes: tuple[str, ...]
    definition: str


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_json("plover.json.gz")
    return data


@cache
def event_classes() -> dict[EventType, EventClass]:
    """The 16 event types."""
    out = {}
    for e in _data()["events"]:
        kind = EventType(e["code"])
        score = float(e["plover_score"])
        out[kind] = EventClass(
            event_type=kind,
            quad=Quad(e["quad"].lower().replace(" ", "_")),
            score=-abs(score) if kind is EventType.ACCUSE else score,
            modes=tuple(m["code"] if isinstance(m, dict) else m for m in e["modes"]),
            definition=e["definition"],
        )
    return out


def quad_of(event_type: EventType) -> Quad:
    """Quad class of an event type."""
    return event_classes()[event_type].quad


def score_of(event_type: EventType) -> float:
    """Tone of an event type, -10 to 10."""
    return event_classes()[event_type].score


def mode_definitions(event_type: EventType) -> dict[str, str]:
    """Modes of an event type with their definitions, in the order of the ontology."""
    (event,) = (e for e in _data()["events"] if e["code"] == event_type)
    return {m["code"]: m["definition"] for m in event["modes"]}


def contexts() -> dict[str, str]:
    """Context code -> definition."""
    return {c["code"]: c["definition"] for c in _data()["contexts"]}


@cache
def sectors() -> dict[str, str]:
    """Sector code -> definition."""
    return {s["code"]: s["definition"] for s in _data()["sectors"]}


# PLV (Hu et al. 2024) takes these two together.
_YIELDING = frozenset((EventType.CONCEDE, EventType.RETREAT))


def root_of(event_type: EventType) -> Root:
    """The root that covers an event type."""
    return Root.YIELD if event_type in _YIELDING else Root(event_type.value)


def types_of(root: Root) -> tuple[EventType, ...]:
    """The event types that a root covers, in the order of the vocabulary."""
    return tuple(kind for kind in EventType if root_of(kind) is root)


def quad_of_root(root: Root) -> Quad:
    """Quad class of a root; of YIELD that of RETREAT, as PLV has it."""
    return quad_of(EventType.RETREAT if root is Root.YIELD else EventType(root.value))
