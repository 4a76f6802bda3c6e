import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.spans import Span, cover

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda t: Span(min(t), max(t)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start <= end"):
        Span(start, end)


@given(spans, spans)
def test_overlap_is_symmetric_and_excludes_distance(a: Span, b: Span) -> None:
    assert a.overlap(b) == b.overlap(a)
    assert not (a.overlap(b) and a.distance(b))


@given(st.lists(spans, min_size=1))
def test_cover_contains_all(many: list[Span]) -> None:
    assert all(cover(many).contains(s) for s in many)


def test_words_of_a_span() -> None:
    assert Span(4, 7).of("the cat sat") == "cat"
