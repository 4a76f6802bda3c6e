"""Sums of trees: which way a row goes, and how they are read from a data file."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reconcile.trees import Node, Trees, trees


def leaf(value: float) -> Node:
    return (-1, value, 0, 0)


# One question: is the gap at most 2? And two: else, is the share at most a half?
STUMP = ((0, 2.0, 1, 2), leaf(-1.0), leaf(1.0))
DEEP = ((0, 2.0, 1, 2), leaf(-3.0), (1, 0.5, 3, 4), leaf(0.25), leaf(4.0))


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@pytest.mark.parametrize(
    ("base", "kept", "row", "odds"),
    [
        pytest.param(0.5, (), {"gap": 0, "share": 0}, 0.5, id="no tree"),
        pytest.param(0.0, ((leaf(0.75),),), {"gap": 0, "share": 0}, 0.75, id="a tree of one leaf"),
        pytest.param(0.0, (STUMP,), {"gap": 1, "share": 0}, -1.0, id="less"),
        pytest.param(0.0, (STUMP,), {"gap": 2, "share": 0}, -1.0, id="just as much"),
        pytest.param(0.0, (STUMP,), {"gap": 2.001, "share": 0}, 1.0, id="more"),
        pytest.param(0.0, (STUMP,), {"gap": math.inf, "share": 0}, 1.0, id="without end"),
        pytest.param(0.0, (STUMP,), {"gap": -math.inf, "share": 0}, -1.0, id="less than anything"),
        pytest.param(0.0, (DEEP,), {"gap": 1, "share": 9}, -3.0, id="a leaf beside a deeper one"),
        pytest.param(0.0, (DEEP,), {"gap": 3, "share": 0.5}, 0.25, id="two down, left"),
        pytest.param(0.0, (DEEP,), {"gap": 3, "share": 0.6}, 4.0, id="two down, right"),
        pytest.param(-0.5, (STUMP, DEEP, STUMP), {"gap": 3, "share": 0.6}, 5.5, id="a sum"),
        pytest.param(0.0, (STUMP,), {"gap": 1, "share": 0, "age": 7}, -1.0, id="what no tree asks for is no matter"),
    ],
)
def test_probability(base: float, kept: tuple[tuple[Node, ...], ...], row: dict[str, float], odds: float) -> None:
    assert Trees(features=("gap", "share"), base=base, trees=kept).probability(row) == pytest.approx(sigmoid(odds))


def test_a_feature_that_is_missing_is_no_zero() -> None:
    with pytest.raises(KeyError, match="share"):
        Trees(features=("gap", "share"), base=0, trees=(STUMP,)).probability({"gap": 1})


@given(base=st.floats(-1e6, 1e6), values=st.lists(st.floats(-1e6, 1e6), max_size=20))
def test_it_is_always_a_probability(base: float, values: list[float]) -> None:
    found = Trees(features=(), base=base, trees=tuple((leaf(v),) for v in values)).probability({})
    assert 0 <= found <= 1
    assert found == Trees(features=(), base=base, trees=tuple((leaf(v),) for v in reversed(values))).probability({})


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in place of the shipped data."""
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    (tmp_path / "data").mkdir()
    trees.cache_clear()
    yield tmp_path / "data"
    trees.cache_clear()


def test_trees_are_read_from_a_file_once(data: Path) -> None:
    kept = {"features": ["gap", "share"], "base": -0.5, "trees": [[[0, 2.0, 1, 2], [-1, -1, 0, 0], [-1, 1, 0, 0]], [[-1, 0.25, 0, 0]]]}
    (data / "differences.json").write_text(json.dumps(kept))
    found = trees("differences")
    assert found == Trees(features=("gap", "share"), base=-0.5, trees=(STUMP, (leaf(0.25),)))
    (data / "differences.json").unlink()
    assert trees("differences") is found
    with pytest.raises(FileNotFoundError):
        trees("agreements")
