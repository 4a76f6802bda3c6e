"""Timeline, dyads, titles and singles from statements made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hand
from accord.model.reading import Entity, EntityId, Event, Reading, Statement, StatementId, TimeExpression
from accord.model.spans import Span
from accord.model.story import StoryEvent
from accord.model.vocabulary import EntityKind, EventType, Modality, Quad, TimeType
from accord.reconcile.align import Aligned
from accord.reconcile.dyads import find_dyads
from accord.reconcile.singles import find_singles
from accord.reconcile.timeline import find_timeline
from accord.reconcile.titles import story_event, story_title
from bag_comparer import reading

_STATES = tuple(Entity(id=EntityId(c), name=c, kind=EntityKind.STATE, country=c) for c in ("KEN", "UGA", "TZA"))


def _statement(
    number: int, kind: EventType = EventType.CONSULT, pair: tuple[str, str] = ("KEN", "UGA"), value: str | None = None,
    modality: Modality = Modality.ASSERTED,
) -> Statement:  # fmt: skip
    time = TimeExpression(span=Span(0, 1), sentence=0, type=TimeType.DATE, value=value) if value else None
    event = Event(
        event_type=kind, quad=Quad.VERBAL_COOPERATION, trigger=Span(0, 1), lemma="do", actor=(EntityId(pair[0]),),
        recipient=(EntityId(pair[1]),), time=time,
    )  # fmt: skip
    return Statement(id=StatementId(f"v{number}"), event=event, evidence=Span(0, 1), sentence=0, modality=modality)


def _reading(*statements: Statement, report_id: str = "a") -> Reading:
    report = hand.report("x", report_id)
    return Reading(report=report, sentences=(), published=report.published, entities=_STATES, statements=statements)


def test_timeline_runs_from_the_earliest_and_puts_a_period_before_a_day_in_it() -> None:
    reading = _reading(_statement(1, value="2024-05-03"), _statement(2, value="2019"), _statement(3, value="2024-05"), _statement(4))
    assert [e.value for e in find_timeline([reading])] == ["2019", "2024-05", "2024-05-03", ""]


def test_timeline_leaves_out_many_undated() -> None:
    assert find_timeline([_reading(*(_statement(n) for n in range(20)))]) == ()


def test_timeline_takes_a_reference_for_no_date() -> None:
    assert [e.value for e in find_timeline([_reading(_statement(1, value="PRESENT_REF"))])] == [""]


def test_dyads_are_ordered_and_have_a_mean_tone() -> None:
    reading = _reading(
        _statement(1, EventType.ASSAULT, ("UGA", "KEN")), _statement(2, EventType.ACCUSE), _statement(3, EventType.AID, ("KEN", "TZA"))
    )
    found = find_dyads([reading])
    assert [(d.a, d.b, len(d.statements)) for d in found] == [("KEN", "UGA", 2), ("KEN", "TZA", 1)]
    assert found[0].tone < 0 < found[1].tone


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.CONDITIONAL])
def test_dyads_leave_out_what_is_only_imagined(modality: Modality) -> None:
    assert find_dyads([_reading(_statement(1, modality=modality))]) == ()


def test_a_state_has_no_dyad_with_itself() -> None:
    assert find_dyads([_reading(_statement(1, pair=("KEN", "KEN")))]) == ()


def test_title() -> None:
    event = StoryEvent(what="military parade", where="Minsk", when="2024-07-03")
    assert story_title(event, []) == "Military parade in Minsk, 3 July 2024"
    assert story_title(StoryEvent(what="talks", where=None, when="2024-07"), []) == "Talks, July 2024"


def test_title_without_place_and_day_is_the_headline() -> None:
    reading = _reading()
    with_headline = replace(reading, report=replace(reading.report, headline="Flags go up"))
    assert story_title(StoryEvent(what="ceremony", where=None, when=None), [with_headline]) == "Flags go up"


@pytest.mark.parametrize(
    ("text", "title"),
    [("Ships left the Red Sea. The Red Sea is closed.", "Attack in the Red Sea"), ("They met in Red Sea.", "Attack in Red Sea")],
)
def test_title_takes_the_article_that_reports_write(text: str, title: str) -> None:
    report = hand.report(text)
    reading = Reading(report=report, sentences=(), published=report.published)
    assert story_title(StoryEvent(what="attack", where="Red Sea", when=None), [reading]) == title


def test_title_says_a_week_in_words() -> None:
    assert story_title(StoryEvent(what="g7", where=None, when="2021-W23"), []) == "G7, week of 7 June 2021"


def test_title_of_nothing() -> None:
    event = story_event([_reading()])
    assert event == StoryEvent(what=None, where=None, when=None)
    assert story_title(event, [_reading()]) == "Untitled"


def test_one_report_has_no_singles() -> None:
    assert find_singles(Aligned(readings=(_reading(_statement(1)),))) == ()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("a storm/NN tore/VBD* through the port/NN", "storm"),
        ("the cyclone/NN hit/VBD* the port/NN", "storm"),
        ("gunmen/NNS stormed/VBD* the port/NN", "shooting"),
        ("soldiers/NNS storm/VBP* the port/NN", "attack"),
    ],
)
def test_a_storm_is_weather_unless_somebody_storms(words: str, what: str) -> None:
    assert story_event([reading("a", words)]).what == what
