"""How a pair is written for a classifier: marks of their own around either side, a window around the first marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.engine.pair_pieces import EncodedPair, encode_pair
from accord.engine.wordpiece import WordPieces
from accord.model.pairs import MarkedPair
from accord.model.spans import Span

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] @ # peru chile ##ans fined troops and in . x".split()
PIECES = WordPieces(VOCABULARY)


def encoded(text: str, source: list[tuple[int, int]], target: list[tuple[int, int]], **options: int) -> EncodedPair:
    pair = MarkedPair(text=text, source=tuple(Span(*s) for s in source), target=tuple(Span(*s) for s in target))
    return encode_pair(pair, PIECES, **options)


def shown(found: EncodedPair) -> str:
    """The pieces between [CLS] and [SEP]; the two that are pointed at in brackets."""
    words = [VOCABULARY[n] for n in found.ids]
    assert (words[0], words[-1]) == ("[CLS]", "[SEP]")
    for n in {found.source, found.target} - {0}:
        words[n] = f"<{words[n]}>"
    return " ".join(words[1:-1])


@pytest.mark.parametrize(
    ("text", "source", "target", "pieces"),
    [
        pytest.param("Peru fined Chile.", [(0, 4)], [(11, 16)], "<@> peru @ fined <#> chile # .", id="plain"),
        pytest.param("Peru fined Chile.", [(11, 16)], [(0, 4)], "<#> peru # fined <@> chile @ .", id="the target first"),
        pytest.param(
            "Peru and Peru fined Chile", [(0, 4), (9, 13)], [(20, 25)], "<@> peru @ and @ peru @ fined <#> chile #", id="named twice"
        ),
        pytest.param("Peru and Chile", [(0, 4)], [(4, 14)], "<@> peru @ <#> and chile #", id="touching"),
        pytest.param("Chileans and troops", [(0, 19)], [(0, 8)], "<@> <#> chile ##ans # and troops @", id="one in the other, at its start"),
        pytest.param("troops in Chile", [(0, 15)], [(10, 15)], "<@> troops in <#> chile # @", id="one in the other, at its end"),
        pytest.param("Peru and Chile", [(0, 8)], [(5, 14)], "<@> peru <#> and @ chile #", id="overlapping"),
        pytest.param("Peru fined", [(0, 4)], [(0, 4)], "<@> <#> peru # @ fined", id="the same words"),
        pytest.param("Chilean", [(0, 5)], [(5, 7)], "<@> chile @ <#> [UNK] #", id="inside a word"),
        pytest.param("x@Peru#", [(2, 6)], [(6, 7)], "x @ <@> peru @ <#> # #", id="marks in the text are words"),
        pytest.param("Peru fined", [(0, 4)], [], "<@> peru @ fined", id="no target"),
        pytest.param("Peru fined", [], [], "peru fined", id="nothing marked"),
        pytest.param("Peru fined", [(0, 4)], [(5, 99)], "<@> peru @ <#> fined #", id="beyond the end"),
        pytest.param("Peru", [(2, 2)], [(0, 4)], "<#> peru #", id="an empty span marks nothing"),
        pytest.param("", [(0, 0)], [(3, 9)], "<#> #", id="no text"),
    ],
)
def test_pieces_and_marks(text: str, source: list[tuple[int, int]], target: list[tuple[int, int]], pieces: str) -> None:
    assert shown(encoded(text, source, target)) == pieces


def between(before: int, apart: int, after: int) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """`before` words, Peru, `apart` words, Chile, `after` words."""
    text = "x " * before + "Peru " + "in " * apart + "Chile" + " ." * after
    start = 2 * before + 5 + 3 * apart
    return text, [(2 * before, 2 * before + 4)], [(start, start + 5)]


@pytest.mark.parametrize(
    ("before", "apart", "after", "pieces"),
    [
        pytest.param(2, 2, 3, "x x <@> peru @ in in <#> chile # . . .", id="what fits is whole"),
        pytest.param(9, 2, 9, "x x <@> peru @ in in <#> chile # . . .", id="the middle of it"),
        pytest.param(0, 2, 99, "<@> peru @ in in <#> chile # . . . . .", id="the beginning"),
        pytest.param(99, 2, 0, "x x x x x <@> peru @ in in <#> chile #", id="the end"),
        pytest.param(9, 30, 9, "x x x <@> peru @ in in <#> chile # .", id="cut between the two"),
        pytest.param(0, 3000, 0, "<@> peru @ in in in in in in <#> chile #", id="cut between the two, one at each end"),
    ],
)
def test_a_long_sentence_is_a_window_around_both(before: int, apart: int, after: int, pieces: str) -> None:
    found = encoded(*between(before, apart, after), longest=15 if apart < 9 else 14)
    assert len(shown(found).split()) <= 13
    assert shown(found) == pieces


@given(
    text=st.text("Peru x.\u0301\ud800\n@#中", max_size=120),
    cuts=st.lists(st.tuples(st.integers(0, 130), st.integers(0, 9), st.booleans()), max_size=8),
    longest=st.integers(4, 60),
)
def test_any_pair_is_encoded_and_its_marks_stay(text: str, cuts: list[tuple[int, int, bool]], longest: int) -> None:
    source = [(a, a + n) for a, n, mine in cuts if mine]
    target = [(a, a + n) for a, n, mine in cuts if not mine]
    found = encoded(text, source, target, longest=longest)
    assert len(found.ids) <= longest
    for at, mark, spans in ((found.source, "@", source), (found.target, "#", target)):
        if any(a < b for a, b in spans):
            assert VOCABULARY[found.ids[at]] == mark
        else:
            assert at == 0


def test_no_room_is_refused() -> None:
    with pytest.raises(ValueError, match="need 4"):
        encoded("Peru", [(0, 4)], [], longest=3)


@pytest.mark.parametrize(
    "text", ["a" + "\u0301\u0327" * 50_000, "x " * 50_000, "." * 100_000, "a" * 100_000], ids=["accents", "words", "dots", "a"]
)
def test_a_huge_sentence_takes_no_time(text: str) -> None:
    begun = time.process_time()
    found = encoded(text, [(n, n + 1) for n in range(0, 2000, 2)], [(5, 6)])
    assert len(found.ids) == 200 or "\u0301" in text
    assert time.process_time() - begun < 3
