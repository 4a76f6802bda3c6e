"""How one passage, or two, are written for a comparer: what is cut where they are long, and which word each piece is of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.engine.passage_pieces import LONGEST, EncodedPassages, encode_passages, of_words
from accord.engine.wordpiece import WordPieces
from accord.model.passages import Passage, WordKind

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] oman agreed ##s to ( ) - 20 ##24".split()
PIECES = WordPieces(VOCABULARY)
KINDS = {"Oman": WordKind.STATE, "2024": WordKind.TIME}
WORDS = ("Oman", "oman", "agreeds", "omans", "to", "2024", "(", "zzz", "", "\u0301", "\ud800", "中")


def passage(words: str) -> Passage:
    found = tuple(words.split())
    return Passage(found, tuple(KINDS.get(w, WordKind.PLAIN) for w in found), (None,) * len(found))


def encoded(*texts: str, longest: int = LONGEST) -> EncodedPassages:
    return encode_passages(tuple(map(passage, texts)), PIECES, longest=longest)


def shown(found: EncodedPassages) -> str:
    """Pieces with their three features, marks of the encoder bare."""
    rows = zip(found.ids, found.features, found.words, strict=True)
    return " ".join(VOCABULARY[n] if w == (-1, -1) else f"{VOCABULARY[n]}|{''.join(map(str, f))}" for n, f, w in rows)


@pytest.mark.parametrize(
    ("texts", "pieces"),
    [
        pytest.param(["Oman agreed"], "[CLS] oman|151 agreed|101 [SEP]", id="one"),
        pytest.param(["Oman", "to"], "[CLS] oman|151 [SEP] to|201 [SEP]", id="two that share nothing"),
        pytest.param(["Oman to", "oman"], "[CLS] oman|152 to|101 [SEP] oman|202 [SEP]", id="shared whatever its case"),
        pytest.param(["Oman Oman"], "[CLS] oman|151 oman|151 [SEP]", id="twice in one is not shared"),
        pytest.param(["agreeds", "agreed"], "[CLS] agreed|101 ##s|101 [SEP] agreed|201 [SEP]", id="a shared piece is no shared word"),
        pytest.param(["2024", "2024"], "[CLS] 20|122 ##24|122 [SEP] 20|222 ##24|222 [SEP]", id="every piece has the kind of its word"),
        pytest.param(["", "to"], "[CLS] [SEP] to|201 [SEP]", id="an empty one"),
        pytest.param(["", ""], "[CLS] [SEP] [SEP]", id="two empty ones"),
        pytest.param([""], "[CLS] [SEP]", id="one that is empty"),
    ],
)
def test_pieces_and_features(texts: list[str], pieces: str) -> None:
    assert shown(encoded(*texts)) == pieces


@pytest.mark.parametrize(
    ("sizes", "longest", "kept"),
    [
        pytest.param((4, 3), 10, (4, 3), id="what fits is whole"),
        pytest.param((9, 3), 10, (4, 3), id="the first is the longer"),
        pytest.param((3, 9), 10, (3, 4), id="the second is the longer"),
        pytest.param((9, 9), 11, (4, 4), id="both are long"),
        pytest.param((9, 9), 10, (3, 4), id="an odd piece goes to the second"),
        pytest.param((0, 9), 10, (0, 7), id="nothing and a long one"),
        pytest.param((9, 0), 10, (7, 0), id="a long one and nothing"),
        pytest.param((5, 5), 3, (0, 0), id="room for the marks alone"),
        pytest.param((9,), 10, (8,), id="one that is long"),
        pytest.param((8,), 10, (8,), id="one that just fits"),
        pytest.param((8,), 2, (0,), id="one without room"),
    ],
)
def test_the_longer_gives_way_at_its_end(sizes: tuple[int, ...], longest: int, kept: tuple[int, ...]) -> None:
    found = encoded(*("to " * n for n in sizes), longest=longest)
    assert tuple([w for _, w in of_words(found, n)] for n in range(len(sizes))) == tuple(list(range(n)) for n in kept)


@pytest.mark.parametrize(("number", "longest"), [(0, 9), (3, 9), (1, 1), (2, 2), (2, 0), (1, -5)])
def test_other_numbers_and_no_room_are_refused(number: int, longest: int) -> None:
    with pytest.raises(ValueError, match=rf"^{number} passages in {longest} pieces; one needs 2, two need 3$"):
        encoded(*["to"] * number, longest=longest)


def test_pieces_of_a_passage_come_with_their_words() -> None:
    found = encoded("Oman agreeds", "to")
    assert (list(of_words(found, 0)), list(of_words(found, 1))) == ([(1, 0), (2, 1), (3, 1)], [(5, 0)])


PASSAGES = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(WordKind)), max_size=60).map(
    lambda rows: Passage(tuple(w for w, _ in rows), tuple(k for _, k in rows), (None,) * len(rows))
)


@given(passages=st.lists(PASSAGES, min_size=1, max_size=2), longest=st.integers(3, 130))
def test_every_piece_is_of_its_word_and_no_more_than_fit(passages: list[Passage], longest: int) -> None:
    found = encode_passages(tuple(passages), PIECES, longest=longest)
    assert len(found.ids) == len(found.features) == len(found.words) <= longest
    for n, p in enumerate(passages):
        rows = [(w, found.ids[at], found.features[at]) for at, w in of_words(found, n)]
        whole = [(k, piece) for k, word in enumerate(p.words) for piece in PIECES(word)]
        # From the beginning on, with nothing left out, up to where it is cut.
        assert [(w, piece) for w, piece, _ in rows] == whole[: len(rows)]
        assert all(f[:2] == (n + 1, p.kinds[w]) for w, _, f in rows)
    assert len(found.ids) - found.words.count((-1, -1)) == sum(sum(1 for _ in of_words(found, n)) for n in range(len(passages)))
    assert found.words.count((-1, -1)) == 1 + len(passages)


@given(first=PASSAGES, second=PASSAGES, longest=st.integers(1, 60).map(lambda n: 2 * n + 1))
def test_the_other_way_round_is_the_same_but_for_the_number_of_the_passage(first: Passage, second: Passage, longest: int) -> None:
    there, back = (encode_passages(pair, PIECES, longest=longest) for pair in ((first, second), (second, first)))

    def rows(found: EncodedPassages, number: int) -> list[tuple[int, int, tuple[int, ...]]]:
        return [(found.ids[at], word, found.features[at][1:]) for at, word in of_words(found, number)]

    assert (rows(there, 0), rows(there, 1)) == (rows(back, 1), rows(back, 0))


def test_nothing_is_shared_with_nobody() -> None:
    assert {f[2] for f in encoded("Oman agreed to Oman").features} == {0, 1}
