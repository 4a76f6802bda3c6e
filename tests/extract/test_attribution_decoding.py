"""Labels and links of a window -> attributions: a table; each word is a letter, each link a pair of a cue and a word."""

from __future__ import annotations

import numpy as np
import pytest

from accord.extract.attribution_decoding import decode
from accord.model.tagging import Tagged

NAMES = {"o": "O", "S": "B-source", "s": "I-source", "C": "B-cue", "c": "I-cue", "T": "B-content", "t": "I-content"}


def shape(labels: str, links: str) -> list[str]:
    """`links` such as "2:0,1 5:3" says that words 0 and 1 belong to the cue that begins at word 2."""
    belongs = np.full((len(labels), len(labels)), -5, dtype=np.float32)
    for link in links.split():
        cue, words = link.split(":")
        belongs[int(cue), [int(w) for w in words.split(",")]] = 5
    tagged = Tagged(labels=tuple(NAMES[c] for c in labels), belongs=belongs)
    return [f"{d.source} {d.cue} {list(d.content)}" for d in decode(tagged)]


@pytest.mark.parametrize(
    ("labels", "links", "expected"),
    [
        pytest.param("SsCTtt", "2:0,1,3,4,5", ["(0, 1) (2, 2) [(3, 5)]"], id="source, cue, content"),
        pytest.param("TtSCTt", "3:0,1,2,4,5", ["(2, 2) (3, 3) [(0, 1), (4, 5)]"], id="content in two pieces"),
        pytest.param("SCTCT", "1:0,2 3:0,4", ["(0, 0) (1, 1) [(2, 2)]", "(0, 0) (3, 3) [(4, 4)]"], id="a source of two cues"),
        pytest.param("CTt", "0:1,2", ["None (0, 0) [(1, 2)]"], id="nobody is named"),
        pytest.param("SCo", "1:0", [], id="a cue without content is none"),
        pytest.param("SCT", "1:0", [], id="content that belongs to no cue"),
        pytest.param("SsTt", "", [], id="no cue"),
        pytest.param("SSCT", "2:1,3", ["(1, 1) (2, 2) [(3, 3)]"], id="two sources side by side"),
        pytest.param("ooo", "", [], id="nothing"),
        pytest.param("", "", [], id="no words"),
    ],
)
def test_attributions(labels: str, links: str, expected: list[str]) -> None:
    assert shape(labels, links) == expected


def test_confidence_is_the_mean_of_what_belongs() -> None:
    belongs = np.full((3, 3), 0, dtype=np.float32)
    tagged = Tagged(labels=("B-source", "B-cue", "B-content"), belongs=belongs)
    assert [d.confidence for d in decode(tagged)] == [0.5]
