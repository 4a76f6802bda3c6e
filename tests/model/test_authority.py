"""Whose word a stretch of a report is, by name."""

from __future__ import annotations

import pytest

import hand
from accord.model.authority import authority_name, authority_of
from accord.model.reading import Attribution, Entity, EntityId, Reading
from accord.model.report import Published
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind

RUIZ = Entity(id=EntityId("n1"), name="Ana Ruiz", kind=EntityKind.PERSON)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz, a fisherwoman from Vigo,", "Ana Ruiz"),
        ("the official who counted the boats", "the official"),
        ("harbour office's", "harbour office"),
        ("a group of nine old men from the upper town hall", "a group of nine old men from the"),
        ("“sources”", "sources"),
        ("", ""),
    ],
    ids=["name", "apposition", "relative-clause", "possessive", "eight-words", "quoted", "nobody"],
)
def test_authority_name_from_the_words(source: str, expected: str) -> None:
    attribution = Attribution(source=(Span(0, len(source)),) if source else (), cue=(), content=())
    assert authority_name(attribution, (), source) == expected


def test_authority_name_of_a_known_speaker() -> None:
    attribution = Attribution(source=(Span(0, 3),), cue=(), content=(), speaker=RUIZ.id)
    assert authority_name(attribution, (RUIZ,), "She said so.") == "Ana Ruiz"


WORDS = "The envoy said they told him boats sank . Rain fell ."


def _reading(*attributions: Attribution) -> Reading:
    first = hand.sentence("\n".join(f"{w} {w} X XX dep 0" for w in "The envoy said they told him boats sank .".split()))
    second = hand.sentence("\n".join(f"{w} {w} X XX dep 0" for w in ["Rain", "fell", "."]), WORDS, index=1, start=42)
    return Reading(report=hand.report(WORDS), sentences=(first, second), published=Published(), entities=(RUIZ,), attributions=attributions)


OUTER = Attribution(source=(Span(0, 9),), cue=(Span(10, 14),), content=(Span(15, 39),), sentences=(0,))
INNER = Attribution(source=(Span(15, 19),), cue=(Span(20, 24),), content=(Span(29, 39),), sentences=(0,))
SINKING = Span(35, 39)


def test_the_report_itself_has_no_authority() -> None:
    assert authority_of(_reading(OUTER), Span(42, 46)) is None
    assert authority_of(_reading(), SINKING) is None
    assert authority_of(_reading(OUTER), Span(500, 501)) is None


def test_a_pronoun_that_nobody_resolved_gives_way_to_the_outer_source() -> None:
    assert authority_of(_reading(OUTER, INNER), SINKING) == "The envoy"


def test_the_innermost_source_is_the_authority() -> None:
    known = Attribution(source=INNER.source, cue=INNER.cue, content=INNER.content, sentences=(0,), speaker=RUIZ.id)
    assert authority_of(_reading(OUTER, known), SINKING) == "Ana Ruiz"
