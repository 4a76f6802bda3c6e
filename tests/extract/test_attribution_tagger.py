"""Attributions as the shipped tagger and the rules find them together: a table of a text and one line that must be among what is found."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import hand
from accord.archive import Options
from accord.engine.onnx_tagger import OnnxTagger
from accord.extract.attribution import find_attributions
from accord.model.errors import ModelError
from accord.model.reading import Attribution
from accord.model.vocabulary import AttributionKind

pytestmark = pytest.mark.model


@cache
def tagger() -> OnnxTagger:
    path = Options().tagger
    assert path is not None
    return OnnxTagger(path)


def find(text: str) -> tuple[Attribution, ...]:
    parsed = hand.parsed(text)
    return find_attributions(parsed.report, parsed.sentences, (), tagger())


def shape(text: str) -> list[str]:
    """ "source | cue | content" of each attribution, pieces joined by dots."""
    return [" | ".join(" ... ".join(s.of(text) for s in part) for part in (a.source, a.cue, a.content)) for a in find(text)]


CASES = Path(__file__).with_name("attribution_cases.txt")
# Texts of the table that are not read as they should be yet, and why.
GAPS: dict[str, str] = {
    "The minister's claim that the camp was empty was false.": "the judgement behind the clause is taken along",
    "The opposition's demand for a recount was dismissed.": "a demand told by its noun is passed over",
}


def _rows() -> list[Any]:
    rows: list[Any] = []
    kind = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif " => " in line:
            text, expected = line.split(" => ")
            marks = [pytest.mark.xfail(reason=GAPS[text], strict=True)] if text in GAPS else []
            rows.append(pytest.param(text, expected, marks=marks, id=f"{kind} {len(rows) + 1}"))
    return rows


@pytest.mark.parametrize(("text", "expected"), _rows())
def test_attributions(text: str, expected: str) -> None:
    assert expected in shape(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the convoy near the river at dawn.",
        "The boat left the harbour at noon with forty passengers.",
        "Snow fell on the pass for three days.",
        "The team won its fourth match of the season.",
    ],
)
def test_what_is_done_is_not_said(text: str) -> None:
    assert shape(text) == []


def test_speech_inside_speech_is_listed_beside_it() -> None:
    text = "The envoy said the rebels had told him that the road was mined."
    assert shape(text) == [
        "The envoy | said | the rebels had told him that the road was mined",
        "the rebels | had told | that the road was mined",
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    found = shape("“We leave today,” said Ana Ruiz.\n\n“Nobody feeds us here.”")
    assert found == ["Ana Ruiz | said | “We leave today,” ... “Nobody feeds us here.”"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We leave,” said Ana Ruiz.", AttributionKind.DIRECT),
        ("Ana Ruiz said that they would leave.", AttributionKind.INDIRECT),
        ("Ana Ruiz said that the town was “dead and buried” now.", AttributionKind.MIXED),
    ],
    ids=["direct", "indirect", "mixed"],
)
def test_kind(text: str, kind: AttributionKind) -> None:
    assert [a.kind for a in find(text)] == [kind]


def test_texts_in_capitals_and_without_commas() -> None:
    assert shape("THE ARMY SAID THAT THE ROAD WAS CLOSED.") == ["THE ARMY | SAID | THAT THE ROAD WAS CLOSED"]
    assert "The governor | said | the road to the port was closed" in shape("The governor said the road to the port was closed.")


@pytest.mark.xfail(reason="now and then the sentence behind is taken along where nothing is quoted", strict=True)
def test_what_is_said_ends_with_its_sentence() -> None:
    assert "THE ARMY | SAID | THAT THE ROAD WAS CLOSED" in shape("THE ARMY SAID THAT THE ROAD WAS CLOSED. THE ROAD LEADS TO THE PORT.")


def test_a_chain_gives_each_link() -> None:
    assert "her | as saying | that the road was mined" in shape(
        "Ana Ruiz went home. The daily quoted her as saying that the road was mined."
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said",
        "according to",
        ": :",
        "“ said",
        "said said said,",
        "He said. " * 50,
        '"A," he said. ' * 50,
        "—" * 40,
        "ab" * 3000,
        "中文 " * 400,
        "a" * 40,
    ],
)
def test_spans_of_odd_texts_are_ordered_and_inside(text: str) -> None:
    for a in find(text):
        for part in (a.source, a.cue, a.content):
            assert all(0 <= s.start < s.end <= len(text) for s in part)


def test_a_file_that_is_no_model_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("models")
    (folder / "broken.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelError, match=r"broken\.onnx is not a tagger"):
        OnnxTagger(folder / "broken.onnx")
    with pytest.raises(ModelError, match="cannot be read"):
        OnnxTagger(folder / "absent.onnx")
