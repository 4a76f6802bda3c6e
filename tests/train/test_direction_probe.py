"""`bench/direction.jsonl`, our own probe of who acts on whom: balanced, so that neither order nor names tell."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

PROBE = Path(__file__).resolve().parents[2] / "bench" / "direction.jsonl"
ROOTS = set("ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD".split())
FORMS = "active passive nominal oblique relative participle quote light causative dative fronted reciprocal".split()


@cache
def probe() -> list[dict[str, Any]]:
    return [json.loads(line) for line in PROBE.read_text(encoding="utf-8").splitlines()]


def mark(row: dict[str, Any], key: str) -> str:
    ((start, end),) = row[key]
    text: str = row["text"][start:end]
    return text.lower()


def test_size_and_fields() -> None:
    assert len(probe()) >= 320
    assert len({r["id"] for r in probe()}) == len({r["text"] for r in probe()}) == len(probe())
    assert {tuple(sorted(r)) for r in probe()} == {
        ("form", "gold_direction", "gold_root", "id", "pair", "source_spans", "target_spans", "text")
    }  # fmt: skip


def test_all_roots_and_forms() -> None:
    assert {r["gold_root"] for r in probe()} == ROOTS
    assert {r["form"] for r in probe()} == set(FORMS)


def test_marks_are_the_names_and_the_direction_follows_from_who_acts() -> None:
    """`pair` is (acts, is acted upon)."""
    for r in probe():
        acts, acted_upon = (p.lower() for p in r["pair"])
        marks = mark(r, "source_spans"), mark(r, "target_spans")
        if r["gold_direction"] == "symmetric":
            assert sorted(marks) == sorted((acts, acted_upon)), r
        else:
            assert marks == ((acts, acted_upon) if r["gold_direction"] == "forward" else (acted_upon, acts)), r


def test_symmetric_means_reciprocal() -> None:
    assert {r["form"] for r in probe() if r["gold_direction"] == "symmetric"} == {"reciprocal"}
    assert {r["gold_direction"] for r in probe() if r["form"] == "reciprocal"} == {"symmetric"}


def test_each_pair_acts_and_is_marked_both_ways() -> None:
    acting = Counter((r["pair"][0], r["pair"][1]) for r in probe())
    marked = Counter((mark(r, "source_spans"), mark(r, "target_spans")) for r in probe())
    for orders in (acting, marked):
        assert [pair for pair in orders if orders[pair] != orders[pair[::-1]]] == []


@pytest.mark.parametrize("form", [f for f in FORMS if f != "reciprocal"])
def test_each_form_is_balanced(form: str) -> None:
    found = [r for r in probe() if r["form"] == form]
    assert len(found) >= 12
    assert 0.4 <= sum(r["gold_direction"] == "forward" for r in found) / len(found) <= 0.6
    assert 0.4 <= sum(r["source_spans"] < r["target_spans"] for r in found) / len(found) <= 0.6


@pytest.mark.parametrize(
    ("guess", "most"),
    [
        pytest.param(lambda r: "forward", 0.52, id="always forward"),
        pytest.param(lambda r: "forward" if r["source_spans"] < r["target_spans"] else "reversed", 0.62, id="the first one named acts"),
    ],
)
def test_a_rule_without_reading_fails(guess: Any, most: float) -> None:
    found = [r for r in probe() if r["gold_root"] != "CONSULT"]
    assert sum(guess(r) == r["gold_direction"] for r in found) / len(found) <= most


def test_sentences_are_of_many_lengths() -> None:
    lengths = [len(r["text"].split()) for r in probe()]
    assert min(lengths) <= 12
    assert max(lengths) >= 35
    assert len(set(lengths)) >= 20
