"""Rows of marked pairs: what is taken, and one line for what is not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.formats.pair_rows import pair_of_row
from accord.model.errors import ReadError
from accord.model.pairs import PairRow
from accord.model.spans import Span

TEXT = "Laos and Vietnam opened a bridge."
GOOD: dict[str, Any] = {"id": "p1", "text": TEXT, "source_spans": [[0, 4]], "target_spans": [[9, 16]]}


def test_a_row_is_a_pair() -> None:
    row = pair_of_row(GOOD, "pairs.jsonl#1")
    assert row.id == "p1"
    assert row.pair.text == TEXT
    assert [s.of(TEXT) for s in (*row.pair.source, *row.pair.target)] == ["Laos", "Vietnam"]


def test_spans_are_put_in_order_each_once() -> None:
    row = pair_of_row(GOOD | {"source_spans": [[9, 16], [0, 4], [9, 16]]}, "x")
    assert row.pair.source == (Span(0, 4), Span(9, 16))


@pytest.mark.parametrize(
    ("source", "target"),
    [([[0, 4]], []), ([], [[0, 4]]), ([[0, 16]], [[9, 16]]), ([[0, 4]], [[0, 4]])],
    ids=["no target", "no source", "one in the other", "the same words"],
)
def test_a_party_that_is_not_named_or_lies_in_the_other_is_a_pair(source: list[list[int]], target: list[list[int]]) -> None:
    row = pair_of_row(GOOD | {"source_spans": source, "target_spans": target}, "x")
    assert [[s.start, s.end] for s in row.pair.source] == source
    assert [[s.start, s.end] for s in row.pair.target] == target


@pytest.mark.parametrize(("given", "id_"), [("p1", "p1"), (17, 17), (None, "f#3"), (True, "f#3"), ("", "f#3"), ([1], "f#3"), (1.5, "f#3")])
def test_ids_stay_and_a_row_without_one_gets_its_line(given: object, id_: str | int) -> None:
    assert pair_of_row(GOOD | {"id": given}, "f#3").id == id_


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param([GOOD], "no object; a pair is", id="a list"),
        pytest.param("Laos", "no object; a pair is", id="a string"),
        pytest.param(None, "no object; a pair is", id="null"),
        pytest.param({k: v for k, v in GOOD.items() if k != "text"}, 'needs a field "text"', id="no text"),
        pytest.param(GOOD | {"text": " \n"}, 'needs a field "text"', id="blank text"),
        pytest.param(GOOD | {"text": ["Laos"]}, 'needs a field "text"', id="text is a list"),
        pytest.param(GOOD | {"text": "Laos " * 30_000}, "150,000 characters, the limit is 100,000", id="no sentence"),
        pytest.param({k: v for k, v in GOOD.items() if k != "target_spans"}, "no target_spans; give a list", id="no target spans"),
        pytest.param(GOOD | {"target_spans": None}, "target_spans is no list", id="null spans"),
        pytest.param(GOOD | {"target_spans": "9,16"}, "target_spans is no list", id="spans in words"),
        pytest.param(GOOD | {"source_spans": [0, 4]}, "source_spans holds 0; each span is", id="a bare span"),
        pytest.param(GOOD | {"source_spans": [[0, 4, 9]]}, r"holds \[0, 4, 9\]; each span is", id="three numbers"),
        pytest.param(GOOD | {"source_spans": [[0.0, 4.0]]}, "each span is", id="fractions"),
        pytest.param(GOOD | {"source_spans": [[False, True]]}, "each span is", id="truth values"),
        pytest.param(GOOD | {"source_spans": [["0", "4"]]}, "each span is", id="numbers in words"),
        pytest.param(GOOD | {"source_spans": [{"start": 0, "end": 4}]}, "each span is", id="objects"),
        pytest.param(GOOD | {"source_spans": [[0, 99]]}, "need 0 <= start < end <= 33, the length", id="beyond the text"),
        pytest.param(GOOD | {"source_spans": [[-4, 3]]}, "need 0 <= start", id="before the text"),
        pytest.param(GOOD | {"source_spans": [[4, 4]]}, "need 0 <= start", id="empty"),
        pytest.param(GOOD | {"source_spans": [[4, 0]]}, "need 0 <= start", id="turned round"),
        pytest.param(GOOD | {"source_spans": [[4, 10**5000]]}, "holds something odd", id="a number of 5,000 digits"),
        pytest.param(GOOD | {"source_spans": [[4, 5]]}, "white space; mark a name", id="a blank"),
        pytest.param(GOOD | {"source_spans": [], "target_spans": []}, "mark at least one", id="nothing marked"),
        pytest.param(GOOD | {"source_spans": [[0, 4]] * 1001}, "1,001 spans, the limit is 1,000", id="a thousand spans"),
    ],
)
def test_what_is_no_pair_is_told_in_one_line(row: object, message: str) -> None:
    with pytest.raises(ReadError, match=message) as told:
        pair_of_row(row, "x")
    assert len(str(told.value).splitlines()) == 1
    assert len(str(told.value)) < 200


VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda x: st.lists(x, max_size=3), max_leaves=6)
SPANS = st.lists(st.lists(st.integers(-2, 40), max_size=3), max_size=3) | VALUES


@given(st.fixed_dictionaries({}, optional={"id": VALUES, "text": st.just(TEXT) | VALUES, "source_spans": SPANS, "target_spans": SPANS}))
def test_any_row_is_a_pair_or_told(row: dict[str, object]) -> None:
    try:
        found = pair_of_row(row, "x")
    except ReadError:
        return
    assert isinstance(found, PairRow)
    json.dumps(found.id)
    assert all(s.of(found.pair.text).strip() for s in (*found.pair.source, *found.pair.target))
