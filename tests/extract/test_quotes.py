"""Quotations: a text and the stretches between marks that are found in it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

import hand
from accord.extract.quotes import find_quotations
from accord.model.report import Report, ReportId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span


def page(text: str) -> tuple[Report, tuple[Sentence, ...]]:
    """A report whose lines are blocks and whose sentences end at a stop before a space; tokens without a tree."""
    sentences: list[Sentence] = []
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        for m in re.finditer(r"\S.*?[.!?][”\"’']*(?=\s|$)|\S.*?$", line.group()):
            start = line.start() + m.start()
            words = [(w.start() + start, w.group()) for w in re.finditer(r"\S+", m.group())]
            tokens = tuple(Token(i, at, at + len(w), w, w, "X", "XX", "dep", 0) for i, (at, w) in enumerate(words))
            span = Span(start, start + len(m.group()))
            sentences.append(Sentence(report_id=ReportId("a"), index=len(sentences), block=number, span=span, tokens=tokens))
    return hand.report(text), tuple(sentences)


def quotations(text: str) -> list[str]:
    report, sentences = page(text)
    return [q.span.of(text) for q in find_quotations(report, sentences)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody said a word.", []),
        ("“We stay,” she said.", ["“We stay,”"]),
        ('"We stay," she said. "We work."', ['"We stay,"', '"We work."']),
        ("``We stay,'' she said.", ["``We stay,''"]),
        ("''We stay,'' she said.", ["''We stay,''"]),
        ("«Restons», dit-il.", ["«Restons»"]),
        ("‘We stay,’ she said.", ["‘We stay,’"]),
        ("'We stay,' she said.", ["'We stay,'"]),
        ("The town’s mayor said the banks’ plan isn’t fair.", []),
        ("The town's mayor said the banks' plan isn't fair.", []),
        ("She called it “a ‘grave’ error” twice.", ["“a ‘grave’ error”"]),
        ("“We stay. We work. We win,” she said.", ["“We stay. We work. We win,”"]),
        ("He spoke of “good luck. Then he left. Nobody saw him.", ["“good luck."]),
        ("“We stay here.\n“We work here,” she said.", ["“We stay here.", "“We work here,”"]),
        ("”", []),
    ],
    ids=(
        "none curly straight-twice latex doubled-apostrophes angle single-curly single-straight apostrophes-curly apostrophes-straight"
        " nested over-sentences unclosed-ends-with-its-sentence next-paragraph lone-mark"
    ).split(),
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_the_next_paragraph_continues_a_quotation_that_was_not_closed() -> None:
    report, sentences = page("“We stay here.\n“We work here,” she said.\n“Others go,” he said.")
    assert [q.continued for q in find_quotations(report, sentences)] == [False, True, False]


@pytest.mark.parametrize("text", ["", '"' * 301, "“" * 301, "''" * 100, "``", "‘’'\"“”«»" * 40, "a\n“\n”\n“b"])
def test_any_marks_give_ordered_spans_inside_the_text(text: str) -> None:
    report, sentences = page(text)
    spans = [q.span for q in find_quotations(report, sentences)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.end <= len(text) for s in spans)
