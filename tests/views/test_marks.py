"""Reports cut into segments."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

import hand
from accord.model.reading import Reading
from accord.model.report import Noise, Published
from accord.model.spans import Span
from accord.model.story import Brief, Single
from accord.model.vocabulary import NoiseKind
from accord.views.brief import view_brief
from accord.views.marks import Line, mark_reports
from accord.views.words import neutralise
from views import made


def lines(brief: Brief) -> dict[str, tuple[Line, ...]]:
    """Lines of its only story."""
    return mark_reports(view_brief(brief).stories[0])


def with_spans(text: str, spans: list[tuple[int, int]]) -> Brief:
    """A report with evidence at any spans."""
    singles = tuple(
        Single(report_id=hand.report(text).id, span=Span(*s), what=f"one of many things that are told {i}") for i, s in enumerate(spans)
    )
    noise = (Noise(span=Span(0, min(3, len(text))), kind=NoiseKind.CAPTION),)
    reading = Reading(report=hand.report(text, noise=noise), sentences=made.sentences(text, "a"), published=Published())
    alone = made.alone().stories[0]
    return Brief(readings=(reading,), stories=(dataclasses.replace(alone, report_ids=(reading.report.id,), singles=singles),))


def test_lines_keep_their_numbers() -> None:
    assert [line.number for line in lines(made.brief())["A"]] == [1, 3, 5, 6]


def test_a_line_that_only_begins_with_the_headline_is_none() -> None:
    text = "Bridge falls. The bridge over the river fell at dawn, and two boats sank."
    reading = Reading(
        report=dataclasses.replace(hand.report(text), headline="Bridge falls", headline_span=Span(0, 12)),
        sentences=made.sentences(text, "a"),
        published=Published(),
    )
    story = dataclasses.replace(made.alone().stories[0], report_ids=(reading.report.id,), singles=())
    assert [line.headline for line in lines(Brief(readings=(reading,), stories=(story,)))["A"]] == [False]


def test_the_headline_is_known() -> None:
    assert [line.headline for line in lines(made.brief())["A"]] == [True, False, False, False]


def test_evidence_over_two_lines_begins_once() -> None:
    text = "alpha beta\ngamma delta\n"
    a, b = lines(with_spans(text, [(6, 16)]))["A"]
    pieces = [(s.text, s.evidence, s.anchors) for line in (a, b) for s in line.segments if s.evidence and "w-a-6-16" in s.evidence]
    assert pieces == [("beta", ("w-a-6-16",), ("w-a-6-16",)), ("gamma", ("w-a-6-16",), ())]


@given(st.text("ab \n.", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_segments_rebuild_the_text_and_every_evidence_has_its_words(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs]
    found = lines(with_spans(text, spans))["A"]
    rebuilt = {line.number: "".join(s.text for s in line.segments) for line in found if any(s.text for s in line.segments)}
    assert rebuilt == {i: neutralise(words) for i, words in enumerate(text.split("\n"), 1) if words.strip()}
    begun = [a for line in found for s in line.segments for a in s.anchors]
    assert len(begun) == len(set(begun))
    for start, end in spans:
        anchor = f"w-a-{start}-{end}"
        words = "".join(s.text for line in found for s in line.segments if anchor in s.evidence)
        assert "".join(words.split()) == "".join(text[start:end].split())
        assert anchor in begun
