"""Word pieces: a table of words and their pieces under a small vocabulary; odd words give unknown, never an error."""

from __future__ import annotations

import pytest

from accord.engine.wordpiece import WordPieces

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] treaty treat ##y un ##signed - . ' s cafe ##s 中 国 a ##b".split()


def split(word: str) -> list[str]:
    return [VOCABULARY[n] for n in WordPieces(VOCABULARY)(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        pytest.param("treaty", "treaty", id="the longest piece first"),
        pytest.param("Treaty", "treaty", id="case is dropped"),
        pytest.param("unsigned", "un ##signed", id="a word of two pieces"),
        pytest.param("un-signed", "un - [UNK]", id="a mark stands alone, and what follows begins a word"),
        pytest.param("Cafés", "cafe ##s", id="accents are dropped"),
        pytest.param("'s", "' s", id="apostrophe"),
        pytest.param("中国", "中 国", id="ideographs stand alone"),
        pytest.param("treatx", "[UNK]", id="a part that no piece fits is one unknown"),
        pytest.param("\x00\u200b", "[UNK]", id="nothing but control characters"),
        pytest.param("a" + "b" * 200, "[UNK]", id="longer than any word"),
        pytest.param("a" + "b" * 3, "a ##b ##b ##b", id="pieces again and again"),
    ],
)
def test_pieces(word: str, pieces: str) -> None:
    assert split(word) == pieces.split()
