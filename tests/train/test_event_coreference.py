"""The training of the weights of event coreference (`train/coreference.py`) and its bench (`bench/event_coreference.py`)."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import hand
from accord.model.reading import Reading

REPOSITORY = Path(__file__).resolve().parents[2]
TEXT = """
Firemen fireman NOUN NNS nsubj 1
freed free VERB VBD ROOT 1
the the DET DT det 3
trapped trapped ADJ JJ amod 4
miners miner NOUN NNS dobj 1
"""


@cache
def load(path: str) -> Any:
    """A script, which is no part of the package."""
    name = "loaded_" + path.replace("/", "_").removesuffix(".py")
    spec = importlib.util.spec_from_file_location(name, REPOSITORY / path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bench() -> Any:
    return load("bench/event_coreference.py")


@pytest.fixture
def train() -> Any:
    pytest.importorskip("scipy", reason="only training needs it")
    return load("train/coreference.py")


def document(name: str) -> tuple[dict[str, Any], Reading]:
    sent = hand.sentence(TEXT, report_id=name)
    report = hand.report("Firemen freed the trapped miners", name)
    rows = [
        {"mid": "1", "start": 8, "end": 13, "kind": "event", "validated": True, "cluster": "1:free"},
        {"mid": "2", "start": 18, "end": 25, "kind": "event", "validated": False, "cluster": "1:trap"},
        {"mid": "3", "start": 26, "end": 32, "kind": "human", "validated": True, "cluster": "1:miners"},
        {"mid": "4", "start": 90, "end": 99, "kind": "event", "validated": True, "cluster": "1:beyond"},
    ]
    return {"doc_id": name, "topic": 1, "story": "1_a", "mentions": rows}, Reading(
        report=report, sentences=(sent,), published=report.published
    )


def both() -> tuple[list[dict[str, Any]], list[Reading]]:
    (a, x), (b, y) = document("d1"), document("d2")
    return [a, b], [x, y]


def test_validated_events_are_mentions_and_those_without_a_word_are_not_dropped(bench: Any) -> None:
    rows, readings = both()
    (group,) = bench.groups_of(rows, {str(r.report.id): r for r in readings}, "story")
    assert [m.lemma for m in group.mentions] == ["free", "free"]
    assert group.labels == (("d1", "1"), ("d2", "1"))
    assert [cluster for _, cluster in group.lost] == ["1:beyond", "1:beyond"]
    assert bench.by_lemma(group) == [[0, 1]]


def test_vectors_are_put_in_the_order_of_the_mentions(bench: Any, tmp_path: Path) -> None:
    rows, readings = both()
    (group,) = bench.groups_of(rows, {str(r.report.id): r for r in readings}, "topic")
    np.savez(tmp_path / "v.npz", keys=np.array(["d2 1", "d9 1"]), vectors=np.array([[0, 1], [1, 0]], dtype=np.float32))
    found = bench.matrix(group, bench.vectors_of(tmp_path / "v.npz"))
    assert found.tolist() == [[0, 0], [0, 1]]
    assert bench.matrix(group, bench.vectors_of(None)) is None


def test_the_bench_says_what_to_install(bench: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "scorch", None)
    monkeypatch.setattr(sys, "argv", ["bench", "nowhere", "--work", "nowhere"])
    assert bench.main() == 2
    assert "pip install scorch" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("groups", "want"),
    [
        pytest.param([[0, 1, 2], [3, 4]], (1.0, 1.0, 1.0), id="all right"),
        pytest.param([[0], [1], [2], [3], [4]], (0.0, 4 / 7, 1 / 3), id="all apart"),
        pytest.param([[0, 1], [2, 3], [4]], (0.4, 0.64, 44 / 75), id="mixed"),
    ],
)
def test_the_scores_of_training(train: Any, groups: list[list[int]], want: tuple[float, ...]) -> None:
    mean, *found = train.conll(train.counts("aaabb", groups))
    assert found == pytest.approx(want)
    assert mean == pytest.approx(sum(want) / 3)


def test_weights_find_what_tells_events_apart(train: Any) -> None:
    class Pairs:
        x = np.array([[1.0, 0.2], [1.0, 0.8], [0.0, 0.2], [0.0, 0.8]] * 5)
        y = np.array([1.0, 1.0, 0.0, 0.0] * 5)

    first, second, _ = train.fit([Pairs(), Pairs()])
    assert first > 1
    assert abs(second) < 1e-6
