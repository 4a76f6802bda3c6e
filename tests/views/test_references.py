"""References that a reader can follow."""

from __future__ import annotations

import pytest

import hand
from accord.model.reading import Reading
from accord.model.report import Published
from accord.model.spans import Span
from accord.views.references import Locator, Shelf, letters
from views import made

TEXT = "Head line\n\nOne is here. Two is there. Three is gone.\nFour stands alone.\n"


def locator(text: str = TEXT) -> Locator:
    report = hand.report(text, "r")
    return Locator(Reading(report=report, sentences=made.sentences(text, "r"), published=Published()), "A")


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Head", "A:1"),
        ("One is", "A:3.1"),
        ("Two", "A:3.2"),
        ("gone.", "A:3.3"),
        ("here. Two", "A:3.1-2"),
        ("Four", "A:4"),
        ("gone.\nFour", "A:3.3-4"),
        ("Head line\n\nOne", "A:1-3.1"),
        ("gone.\n", "A:3.3"),
    ],
)
def test_label(words: str, label: str) -> None:
    assert locator().reference(made.span(TEXT, words)).label == label


def test_words_in_no_sentence_have_a_line() -> None:
    reading = Reading(report=hand.report(TEXT), sentences=(), published=Published())
    assert Locator(reading, "B").reference(made.span(TEXT, "Two")).label == "B:3"


def test_a_span_beyond_the_text_is_cut() -> None:
    reference = locator().reference(Span(5, 9999))
    assert reference.span == Span(5, len(TEXT))
    assert locator().reference(Span(9000, 9999)).span == Span(len(TEXT), len(TEXT))


def test_a_quote_is_the_sentence_with_the_words_in_focus() -> None:
    quote = locator().quote(made.span(TEXT, "is there"))
    assert (quote.before, quote.focus, quote.after) == ("Two ", "is there", ".")


def test_equal_spans_share_an_anchor() -> None:
    a = locator()
    assert a.reference(Span(0, 4)).anchor == a.reference(Span(0, 4)).anchor != a.reference(Span(0, 5)).anchor


def test_letters_go_on_after_z() -> None:
    names = letters(80)
    assert names[:3] == ["A", "B", "C"]
    assert names[25:28] == ["Z", "AA", "AB"]
    assert names[52] == "BA"
    assert len(set(names)) == 80


def test_reports_are_lettered_in_the_order_of_the_stories() -> None:
    story = made.story()
    shelf = Shelf((made.copy(), made.tide(), made.coast()), story.report_ids)
    assert [shelf[i].letter for i in story.report_ids] == ["A", "B"]
    assert shelf[made.copy().report.id].letter == "C"
