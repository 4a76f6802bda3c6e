"""The pair classifier on a model whose logits are known: order, batches, both ways, calibration, and files that are something else."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

import pytest

import pair_model
from accord.engine.onnx_pairs import OnnxPairClassifier
from accord.model.errors import ModelError
from accord.model.pairs import Direction, MarkedPair, Root
from accord.model.spans import Span

SHIPPED_TAGGER = Path(__file__).parents[2] / "src/accord/extract/data/attribution.onnx"


def pair(text: str, source: str = "Oman", target: str = "Iran") -> MarkedPair:
    marked = {name: (Span(text.index(name), text.index(name) + len(name)),) for name in (source, target)}
    return MarkedPair(text=text, source=marked[source], target=marked[target])


def classifier(folder: Path, **options: object) -> OnnxPairClassifier:
    return OnnxPairClassifier(pair_model.save(folder / "tiny.onnx", **options))  # type: ignore[arg-type]


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def test_a_pair_is_seen_as_the_model_sees_it(tmp_path: Path) -> None:
    model = classifier(tmp_path)
    (seen,) = model.classify([pair("Oman accused Iran")])
    assert model.name == "tiny-1"
    assert (seen.root, seen.direction) == (Root.ACCUSE, Direction.FORWARD)
    assert seen.scores[Root.ACCUSE] == pytest.approx(math.exp(5) / (math.exp(5) + 14))
    assert seen.related == pytest.approx(sigmoid(4))
    # Target's mark stands 4 pieces behind the source's.
    assert seen.directions[Direction.FORWARD] == pytest.approx(math.exp(4) / (math.exp(4) + math.exp(-4) + 1))
    assert sum(seen.scores.values()) == pytest.approx(1)
    assert sum(seen.directions.values()) == pytest.approx(1)


def test_order_and_padding_change_nothing(tmp_path: Path) -> None:
    verbs = ["accused", "thanked", "withdrew"]
    texts = ["x " * (n * 7 % 23) + f"Oman {verbs[n % 3]} Iran" + " x" * (n % 5) for n in range(40)]
    model = classifier(tmp_path)
    together = model.classify([pair(t) for t in texts])
    assert [r.root for r in together] == [(Root.ACCUSE, Root.SUPPORT, Root.YIELD)[n % 3] for n in range(40)]
    for text, seen in zip(texts, together, strict=True):
        (alone,) = model.classify([pair(text)])
        assert alone.scores == pytest.approx(seen.scores)
        assert alone.directions == pytest.approx(seen.directions)
        assert alone.related == pytest.approx(seen.related)
    assert model.classify([]) == []


def test_both_ways_is_the_mean_with_the_direction_turned(tmp_path: Path) -> None:
    one_way, both_ways = classifier(tmp_path), classifier(tmp_path, both_ways=True)
    there, back = pair("Oman was accused by Iran"), pair("Oman was accused by Iran", "Iran", "Oman")
    (a,), (b,), (both,) = one_way.classify([there]), one_way.classify([back]), both_ways.classify([there])
    mean = {
        Direction.FORWARD: (a.directions[Direction.FORWARD] + b.directions[Direction.REVERSED]) / 2,
        Direction.REVERSED: (a.directions[Direction.REVERSED] + b.directions[Direction.FORWARD]) / 2,
        Direction.SYMMETRIC: (a.directions[Direction.SYMMETRIC] + b.directions[Direction.SYMMETRIC]) / 2,
    }
    assert both.directions == pytest.approx(mean)
    assert a.directions != pytest.approx(mean)
    assert both.scores == pytest.approx(a.scores)
    (turned,) = both_ways.classify([back])
    assert turned.directions[Direction.FORWARD] == pytest.approx(both.directions[Direction.REVERSED])


def test_once_is_one_way_only(tmp_path: Path) -> None:
    there = pair("Oman was accused by Iran")
    path = pair_model.save(tmp_path / "tiny.onnx", both_ways=True)
    (one_way,), (once,) = classifier(tmp_path).classify([there]), OnnxPairClassifier(path, once=True).classify([there])
    assert once.directions == pytest.approx(one_way.directions)


def test_calibration(tmp_path: Path) -> None:
    (seen,) = classifier(tmp_path, calibration={"roots": 2.5, "directions": 2.0, "related": [0.5, -1.0]}).classify(
        [pair("Oman accused Iran")]
    )
    assert seen.scores[Root.ACCUSE] == pytest.approx(math.exp(2) / (math.exp(2) + 14))
    assert seen.directions[Direction.FORWARD] == pytest.approx(math.exp(2) / (math.exp(2) + math.exp(-2) + 1))
    assert seen.related == pytest.approx(sigmoid(0.5 * 4 - 1))


def test_the_order_of_labels_is_the_file_s(tmp_path: Path) -> None:
    turned = {"roots": " ".join(reversed(Root)), "directions": "symmetric reversed forward"}
    (seen,) = classifier(tmp_path, changes=turned).classify([pair("Oman accused Iran")])
    assert (seen.root, seen.direction) == (next(reversed(Root)), Direction.SYMMETRIC)


def test_great_logits_are_no_trouble(tmp_path: Path) -> None:
    (seen,) = classifier(tmp_path, words={"accused": {"ACCUSE": 3e4, "related": -3e4}}).classify([pair("Oman accused Iran")])
    assert (seen.scores[Root.ACCUSE], seen.related) == (1, 0)


@pytest.mark.parametrize("text", ["", " \n", "\x00\ud800", "中" * 5000, "Oman " * 5000], ids=["none", "blank", "odd", "ideographs", "long"])
def test_odd_text(tmp_path: Path, text: str) -> None:
    model = classifier(tmp_path, both_ways=True)
    (seen,) = model.classify([MarkedPair(text=text, source=(Span(0, len(text)),), target=(Span(len(text), len(text) + 3),))])
    assert sum(seen.scores.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"roots": None}, id="no roots"),
        pytest.param({"roots": "ACCUSE AGREE"}, id="too few roots"),
        pytest.param({"roots": " ".join([*list(Root)[:14], "ACCUSE"])}, id="one root twice"),
        pytest.param({"roots": " ".join([*list(Root)[:14], "FIGHT"])}, id="an unknown root"),
        pytest.param({"directions": "forward reversed"}, id="too few directions"),
        pytest.param({"word_pieces": "oman\niran"}, id="no pieces of BERT's own"),
        pytest.param({"calibration": "warm"}, id="no calibration"),
        pytest.param({"calibration": json.dumps({"roots": 1, "directions": 1, "related": 1})}, id="half a calibration"),
        pytest.param({"name": None}, id="no name"),
        pytest.param({"both_ways": None}, id="not told which ways"),
        pytest.param({"word_pieces": "\n".join(["x"] * 99 + ["[PAD]", "[UNK]", "[CLS]", "[SEP]"])}, id="more pieces than it has"),
    ],
)
def test_other_metadata_are_refused(tmp_path: Path, changes: Mapping[str, str | None]) -> None:
    with pytest.raises(ModelError, match=r"tiny\.onnx is not a pair classifier that accord can use"):
        classifier(tmp_path, changes=changes)


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text.onnx").write_text("no model")
    cut = pair_model.save(tmp_path / "cut.onnx").read_bytes()
    (tmp_path / "cut.onnx").write_bytes(cut[: len(cut) // 2])
    (tmp_path / "empty.onnx").write_bytes(b"")
    for name in ("text.onnx", "cut.onnx", "empty.onnx"):
        with pytest.raises(ModelError, match=f"{name} is not a pair classifier"):
            OnnxPairClassifier(tmp_path / name)
    with pytest.raises(ModelError, match=r"it takes begins, features, pieces, present, words and gives answers, asks, emissions"):
        OnnxPairClassifier(SHIPPED_TAGGER)
    with pytest.raises(ModelError, match="cannot be read"):
        OnnxPairClassifier(tmp_path / "absent.onnx")
