"""The tables and the generator that the event classifier is trained on (`train/events`)."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"
ROOTS = "ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD".split()
FORMS = "active passive nominal oblique relative participle quote light causative dative fronted reciprocal".split()
FIELDS = {"text", "source_spans", "target_spans", "root", "direction", "related", "form"}
#: As many words in a row as the project holds to be copied.
COPIED = 11


@cache
def load() -> Any:
    """The generator, which is a script and not a part of the package."""
    spec = importlib.util.spec_from_file_location("accord_train_events", REPOSITORY / "train" / "events" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def sample() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = load().generate(11, 3000)
    return rows


@cache
def probe() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (REPOSITORY / "bench" / "direction.jsonl").read_text(encoding="utf-8").splitlines()]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: str, n: int) -> Iterator[tuple[str, ...]]:
    w = words(text)
    return (tuple(w[i : i + n]) for i in range(len(w) - n + 1))


def marked(row: dict[str, Any], key: str) -> list[str]:
    return [row["text"][s:e] for s, e in row[key]]


# ---------------------------------------------------------------- tables
@pytest.mark.parametrize("root", ROOTS)
def test_each_root_has_templates_of_every_kind(root: str) -> None:
    found = load().templates()[root]
    assert len(found) >= 25
    assert {"active", "passive", "nominal", "oblique", "relative"} <= {t.form for t in found}
    assert len({t.text for t in found}) == len(found)


def test_tables_name_only_known_roots_forms_and_modes() -> None:
    found = [t for root in ROOTS for t in load().templates()[root]]
    assert {t.form for t in found} == set(FORMS)
    assert {t.mode for t in found} == {"plain", "planned", "threatened", "refused", "denied"}
    assert set(load().templates()) == {"", *ROOTS}
    assert set(load().acts()) <= set(ROOTS)


@pytest.mark.parametrize(
    ("mode", "roots"),
    [
        pytest.param("threatened", {"THREATEN"}, id="to threaten an act is THREATEN, whatever the act"),
        pytest.param("refused", {"REJECT"}, id="to refuse an act is REJECT"),
        pytest.param("planned", {"ACCUSE", "REQUEST", "THREATEN", "AGREE"}, id="planned words stay, planned deeds are AGREE or THREATEN"),
        pytest.param("denied", {"ACCUSE", "ASSAULT", "COERCE", "PROTEST", "REJECT"}, id="a deed denied keeps its root"),
    ],
)
def test_mode_decides_the_root(mode: str, roots: set[str]) -> None:
    assert {root for root in ROOTS for t in load().templates()[root] if t.mode == mode} <= roots


def test_each_template_marks_both_sides() -> None:
    for root, found in load().templates().items():
        for t in found:
            text = re.sub(r"\{act:[A-Z,]+\}", "{B}", t.text)
            assert re.search(r"\{A(?:'s)?\}", text), (root, t.text)
            assert re.search(r"\{B(?:'s)?\}", text), (root, t.text)


def test_acts_name_the_one_acted_upon() -> None:
    assert all("{B}" in text for texts in load().acts().values() for text in texts)


def test_actors_have_all_kinds_that_templates_ask_for() -> None:
    asked = {k for found in load().templates().values() for t in found for group in t.a + t.b for k in load().GROUPS.get(group, group)}
    assert asked <= set(load().actors())
    for kind, found in load().actors().items():
        assert len({a.owner for a in found}) >= 7, kind
        for a in found:
            assert a.text[slice(*a.core)].strip() == a.text[slice(*a.core)] != "", a
            assert a.gender in load().PRONOUNS, a


# ---------------------------------------------------------------- rows
def test_rows_have_the_fields_that_training_reads() -> None:
    for row in sample():
        assert set(row) == FIELDS
        assert row["related"] == (row["root"] is not None) == (row["direction"] is not None)
        assert row["root"] is None or row["root"] in ROOTS
        assert row["direction"] in {None, "forward", "reversed", "symmetric"}
        assert (row["direction"] == "symmetric") == (row["form"] == "reciprocal" and row["related"])


def test_spans_hold_names_and_do_not_meet() -> None:
    names = {a.text for found in load().actors().values() for a in found}
    names |= {a.text[slice(*a.core)] for found in load().actors().values() for a in found}
    low = {n.lower() for n in names}
    for row in sample():
        for key in ("source_spans", "target_spans"):
            assert marked(row, key), row
            assert all(m.lower() in low for m in marked(row, key)), (row["text"], marked(row, key))
        every = sorted(row["source_spans"] + row["target_spans"])
        assert all(a[1] <= b[0] for a, b in pairwise(every)), row


def test_text_is_finished() -> None:
    for row in sample():
        text = row["text"]
        assert not re.search(r"[{}\[\]|*]|  | [,.;:]|,,|\.\.", text), text
        assert text[-1] in ".\"\u201d'", text
        assert next(c for c in text if c.isalpha()).isupper(), text


@pytest.mark.parametrize("root", ROOTS)
def test_each_root_comes_both_ways_round(root: str) -> None:
    found = Counter(row["direction"] for row in sample() if row["root"] == root)
    assert min(found["forward"], found["reversed"]) >= 20
    assert 0.5 < found["forward"] / found["reversed"] < 2


@pytest.mark.parametrize("form", [f for f in FORMS if f != "reciprocal"])
def test_neither_direction_nor_order_gives_a_form_away(form: str) -> None:
    """The first of the two marks acts in some rows of each form and is the marked source in about half."""
    found = [row for row in sample() if row["form"] == form and row["related"]]
    assert {row["direction"] for row in found} == {"forward", "reversed"}
    first = sum(row["source_spans"] < row["target_spans"] for row in found) / len(found)
    assert 0.3 < first < 0.7


def test_unrelated_pairs_are_a_good_share_and_also_stand_where_another_pair_is_related() -> None:
    apart = [row for row in sample() if not row["related"]]
    assert 0.2 < len(apart) / len(sample()) < 0.45
    assert {"apart", "shared", "contrast", "background", "speaker", "list"} <= {row["form"] for row in apart}


def test_the_same_seed_gives_the_same_rows() -> None:
    assert load().generate(5, 60) == load().generate(5, 60)
    assert load().generate(5, 60) != load().generate(6, 60)
    assert load().generate(5, 0) == []


def test_script_prints_json_lines() -> None:
    script = REPOSITORY / "train" / "events" / "generate.py"
    done = subprocess.run([sys.executable, str(script), "3", "--seed", "5"], capture_output=True, text=True, encoding="utf-8", check=True)
    assert [json.loads(line) for line in done.stdout.splitlines()] == load().generate(5, 3)


# ---------------------------------------------------------------- nothing copied
@pytest.mark.shared
def test_no_words_of_the_development_data() -> None:
    """Neither templates nor probe share a run of words with the data that accord is measured on."""
    if not (SHARED / "data").is_dir():
        pytest.skip("no ../shared")
    mine = {run: row["text"] for row in [*sample(), *probe()] for run in runs(row["text"], COPIED)}
    starts = {run[:3] for run in mine}
    for path in sorted((SHARED / "data" / "event_coding").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for run in runs(json.loads(line)["text"], COPIED):
                assert run[:3] not in starts or run not in mine, (path.name, mine[run])


def wording(row: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Runs of six words between the two marks, before and after them: what is left when the names are taken out."""
    edges = [0, *(at for span in sorted(row["source_spans"] + row["target_spans"]) for at in span), len(row["text"])]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield from runs(row["text"][start:end], 6)


def test_the_probe_shares_no_wording_with_the_templates() -> None:
    """It would measure memory."""
    trained = {run for row in sample() for run in wording(row)}
    for row in probe():
        assert not trained & set(wording(row)), row["text"]
