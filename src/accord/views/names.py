"""Reading -> look-ups that several sections share: entities by id, the words that name a source."""

from __future__ import annotations

from accord.model.reading import Attribution, Entity, EntityId, Reading
from accord.model.spans import cover
from accord.views.words import tidy


def entities_by_id(reading: Reading) -> dict[EntityId, Entity]:
    """Look-up of the reading's entities."""
    return {e.id: e for e in reading.entities}


def source_words(attribution: Attribution, text: str) -> str:
    """The words that name the source, on one line; "" where the report gives none."""
    return tidy(cover(attribution.source).of(text)) if attribution.source else ""
