"""Event type and mode -> CAMEO root and intensity, from our own table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from accord.model.errors import KnowledgeError
from accord.model.vocabulary import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class EventValue:
    """What a type, or one mode of it, is worth in other codings.

    Attributes:
        cameo_root: Two digits.
        intensity: -10 (conflict) to 10 (cooperation).
    """

    cameo_root: str
    intensity: float


def value_of(event_type: EventType, mode: str | None) -> EventValue:
    """The value of a mode; that of its type where the table has no row for the mode."""
    table = event_values()
    return table.get((event_type, mode)) or table[event_type, None]


@cache
def event_values() -> dict[tuple[EventType, str | None], EventValue]:
    """The table, rows without a mode under None.

    Raises:
        KnowledgeError: if a row has another number of cells.
    """
    text = resources.files("accord.formats").joinpath("data", "event_values.tsv").read_text(encoding="utf-8")
    out = {}
    for number, line in enumerate(text.splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != 4:
            raise KnowledgeError(f"table event_values.tsv, line {number}: {len(cells)} cells, expected 4")
        event_type, mode, root, intensity = cells
        out[EventType(event_type), mode or None] = EventValue(cameo_root=root, intensity=float(intensity))
    return out
