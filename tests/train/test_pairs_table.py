"""The labelled pairs of real news: offsets and labels, without texts."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from accord.model.pairs import Root

PAIRS = Path(__file__).parents[2] / "train" / "events" / "pairs.tsv"


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def span(cell: str) -> tuple[int, int]:
    first, last = map(int, cell.split("-"))
    return first, last


def test_every_row_marks_two_places_of_its_sentence(rows: list[dict[str, str]]) -> None:
    for row in rows:
        length = int(row["end"]) - int(row["start"])
        source, target = span(row["source"]), span(row["target"])
        assert 0 <= source[0] < source[1] <= length, row
        assert 0 <= target[0] < target[1] <= length, row
        assert source[1] <= target[0] or target[1] <= source[0], row


def test_a_direction_stands_where_a_root_stands(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert row["root"] in {"?", "-", *Root}, row
        assert (row["direction"] in {">", "<", "="}) == (row["root"] in set(Root)), row


def test_no_pair_is_labelled_twice_over(rows: list[dict[str, str]]) -> None:
    labels: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for row in rows:
        if row["root"] != "?":
            at = tuple(row[k] for k in ("corpus", "document", "start", "source", "target"))
            labels.setdefault(at, set()).add((row["root"], row["direction"]))
    assert not [at for at, said in labels.items() if len(said) > 1]


def test_every_root_was_met(rows: list[dict[str, str]]) -> None:
    assert set(Counter(row["root"] for row in rows)) == {"?", "-", *Root}
