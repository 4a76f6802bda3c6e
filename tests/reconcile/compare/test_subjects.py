"""Subjects: plurals, measures, questions."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.reconcile.align import align
from accord.reconcile.compare.subjects import asked, is_fallback, measured, plural


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("day", "days"), ("country", "countries"), ("storey", "storeys"), ("story", "storeys"), ("person", "people"), ("police", "police"),
        ("head of state", "heads of state"), ("kilometer", "kilometres"), ("missile launcher", "missile launchers"), ("bus", "bus"),
        ("boss", "bosses"), ("bench", "benches"), ("F-16", "F-16s"), ("", ""),
    ],
)  # fmt: skip
def test_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "unit", "subject"),
    [
        pytest.param("A 40-page contract came out.", "page", "number of pages of the contract", id="attributive"),
        pytest.param("The tunnel is 12 kilometres long.", "kilometer", "length of the tunnel in kilometres", id="length"),
        pytest.param("More than 300 buses were hired.", "bus", "number of buses", id="plain"),
    ],
)
def test_measured(text: str, unit: str, subject: str) -> None:
    story = align([read_closely(hand.parsed(text, published="2024-02-07"))])
    assert measured(story, unit, [(0, story.readings[0].quantities[0])]) == subject


@pytest.mark.model
def test_asked_prefers_what_is_done_and_whole() -> None:
    texts = ("Norway will join the pact.", "Norway joined the pact.")
    story = align([read_closely(hand.parsed(t, n, published="2024-02-07")) for t, n in zip(texts, "ab", strict=True)])
    assert asked(story, "whether", [(k, row[0]) for k, row in enumerate(story.predications)]) == "whether Norway joined the pact"


@pytest.mark.model
def test_asked_quotes_where_no_clause_is_whole() -> None:
    story = align([read_closely(hand.parsed("To repair the old dam took years.", published="2024-02-07"))])
    subject = asked(story, "when", [(0, next(p for p in story.predications[0] if p.verb == "repair"))])
    assert is_fallback(subject)
    assert "repair the old dam" in subject
