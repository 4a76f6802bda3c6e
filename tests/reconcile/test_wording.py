"""Explanations from values alone: whose word, which report is newer, no value twice, verbs that agree."""

from __future__ import annotations

import pytest

import hand
from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.model.spans import Span
from accord.model.story import FindingValue, StoryEvent
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.wording import EXPLANATIONS, Own, age_words, explain, harm, merged, name_of, whose

_TEXT = "x" * 200


def _story(*names: str, order: dict[tuple[int, int], int] | None = None) -> Aligned:
    reports = [hand.report(_TEXT, n) for n in names]
    return Aligned(readings=tuple(Reading(report=r, sentences=(), published=r.published) for r in reports), order=order or {})


def _value(report: str, value: str, authority: str | None = None, start: int = 0, length: int = 2) -> FindingValue:
    return FindingValue(report_id=ReportId(report), span=Span(start, start + length), value=value, authority=authority)


_A, _B, _C = "a.txt", "b.txt", "c.txt"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        pytest.param([_value(_A, "12"), _value(_B, "21")], "a.txt gives 12; b.txt gives 21", id="two"),
        pytest.param([_value(_A, "12"), _value(_B, "12"), _value(_C, "9")], "a.txt and b.txt give 12; c.txt gives 9", id="together"),
        pytest.param([_value(_A, "12"), _value(_A, "12", start=9), _value(_B, "9")], "a.txt gives 12; b.txt gives 9", id="once"),
        pytest.param(
            [_value(_A, "3"), _value(_A, "3", "Police"), _value(_A, "3", "Bo Lund"), _value(_B, "4")],
            "a.txt gives 3 (according to police and Bo Lund); b.txt gives 4", id="one-value-of-two-sources",
        ),
        pytest.param([_value(_A, "3", "spokesman")], "a.txt gives 3 (according to a spokesman)", id="article"),
        pytest.param([_value(_A, "3", "an aide")], "a.txt gives 3 (according to an aide)", id="has-an-article"),
        pytest.param([_value(_A, "3", "media reports")], "a.txt gives 3 (according to media reports)", id="plural"),
        pytest.param([_value(_A, "3", "THE MAYOR OF LIMA")], "a.txt gives 3 (according to the mayor of lima)", id="capitals"),
        pytest.param([_value(_A, "3", "NATO")], "a.txt gives 3 (according to NATO)", id="acronym"),
        pytest.param([_value(_A, "3"), _value(_A, "5", start=9)], "a.txt gives 3 and 5", id="two-values"),
    ],
)  # fmt: skip
def test_whose(values: list[FindingValue], said: str) -> None:
    assert whose(_story(_A, _B, _C), values) == said


@pytest.mark.parametrize(
    ("order", "words"),
    [
        pytest.param({(0, 1): -1}, "b.txt is the newer report", id="newer"),
        pytest.param({(0, 1): 1}, "a.txt is the newer report", id="older"),
        pytest.param({(0, 1): 0}, "the reports are of the same day", id="same-day"),
        pytest.param({}, "which report is newer is not known", id="unknown"),
    ],
)
def test_age(order: dict[tuple[int, int], int], words: str) -> None:
    assert age_words(_story(_A, _B, order=order), [_value(_A, "1"), _value(_B, "2")]) == words


def test_age_of_one_report_says_nothing() -> None:
    assert age_words(_story(_A, _B), [_value(_A, "1"), _value(_A, "2")]) == ""


@pytest.mark.parametrize(
    ("name", "called"), [("x", "report x"), ("12", "report 12"), ("a.txt", "a.txt"), ("news/a.txt", "news/a.txt"), ("fk-1", "fk-1")]
)
def test_name_of_report(name: str, called: str) -> None:
    assert name_of(_story(name), 0) == called


def test_explanation_of_a_contradiction_begins_with_a_capital_and_ends_with_a_stop() -> None:
    text = explain(_story("x", "y"), Aspect.COUNT_KILLED, Relation.CONTRADICTION, [_value("x", "1"), _value("y", "2")])
    assert text == "Report x gives 1; report y gives 2. No number fits both; which report is newer is not known."


def test_explanation_takes_its_own_reason_note_and_verbs() -> None:
    own = Own(why="An exception", note="He left in 2011", verbs=("has", "have"))
    text = explain(_story(_A, _B), Aspect.OTHER, Relation.TENSION, [_value(_A, "1"), _value(_B, "1")], own)
    assert text == "a.txt and b.txt have 1. An exception. He left in 2011."


def test_every_kind_of_finding_between_reports_has_words() -> None:
    between = (Relation.CONTRADICTION, Relation.UPDATE, Relation.SUBSUMPTION, Relation.EQUIVALENCE, Relation.TENSION)
    assert all((None, relation) in EXPLANATIONS for relation in between)
    assert all(not told.why.endswith(".") for told in EXPLANATIONS.values())


def test_merged_keeps_the_word_of_somebody_and_what_differs() -> None:
    plain, sourced, other = _value(_A, "12"), _value(_A, "12", "police", start=50), _value(_A, "14", start=90)
    assert merged([plain, sourced, other, _value(_B, "12")], _story(_A, _B).readings) == (sourced, other, _value(_B, "12"))


@pytest.mark.parametrize(
    ("what", "place", "words"),
    [("bombing", "Lima", " in the bombing in Lima"), ("bombing", None, " in the bombing"), ("talks", "Lima", " in Lima"), (None, None, "")],
)
def test_harm(what: str | None, place: str | None, words: str) -> None:
    assert harm(StoryEvent(what=what, where=None, when=None), place) == words


def test_harm_without_an_event() -> None:
    assert harm(None) == ""
