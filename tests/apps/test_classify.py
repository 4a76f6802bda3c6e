"""`accord classify` as a user runs it, on a tiny model."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import pair_model
from accord.apps.cli import main
from accord.archive import Archive, Options
from accord.model.errors import ModelError, UsageError
from accord.model.pairs import MarkedPair, Root
from accord.model.spans import Span

ROWS: list[dict[str, object]] = [
    {"id": "a", "text": "Oman accused Iran.", "source_spans": [[0, 4]], "target_spans": [[13, 17]]},
    {"id": 2, "text": "Oman was thanked by Iran.", "source_spans": [[0, 4]], "target_spans": [[20, 24]]},
    {"text": "Oman withdrew.", "source_spans": [[0, 4]], "target_spans": []},
]


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(pair_model.save(tmp_path / "tiny.onnx"))


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.split("\n") if line]


def test_one_object_a_pair_in_order(pairs: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", str(pairs), "--classifier", model]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    found = rows(out)
    assert [(r["id"], r["event_type"], r["quad"], r["direction"]) for r in found] == [
        ("a", "ACCUSE", "verbal_conflict", "forward"),
        (2, "SUPPORT", "verbal_cooperation", "reversed"),
        (f"{pairs}#3", "YIELD", "material_cooperation", "reversed"),
    ]
    assert all(set(r) == {"id", "event_type", "quad", "direction", "related", "scores"} for r in found)
    assert all(set(r["scores"]) == set(Root) for r in found if isinstance(r["scores"], dict))


def test_standard_input_several_files_and_a_file_for_the_result(
    pairs: Path, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(ROWS[0]).encode())))
    out = tmp_path / "out.jsonl"
    assert main(["classify", "-", str(pairs), "-o", str(out), "--classifier", model]) == 0
    assert [r["id"] for r in rows(out.read_text(encoding="utf-8"))] == ["a", "a", 2, f"{pairs}#3"]
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"4 pairs classified, 0 skipped: {out}\n")


def test_bad_lines_are_told_one_line_each_and_the_others_go_on(pairs: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    bad = ["{", "[]", '{"text": "x"}', json.dumps(ROWS[0] | {"source_spans": [[4, 90]]}), '"' + "x" * 21_000_000 + '"', "\x00" * 30]
    lines = pairs.read_text(encoding="utf-8").splitlines()
    pairs.write_text("\n".join([lines[0], *bad, *lines[1:]]) + "\n", encoding="utf-8")
    assert main(["classify", str(pairs), "--classifier", model]) == 0
    out, err = capsys.readouterr()
    assert [r["event_type"] for r in rows(out)] == ["ACCUSE", "SUPPORT", "YIELD"]
    told = err.splitlines()
    assert [line.split(": ")[1] for line in told] == [f"{pairs}#{n}" for n in range(2, 8)]
    assert "Traceback" not in err


def test_more_pairs_than_go_together_keep_their_order(tmp_path: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps(ROWS[n % 2] | {"id": n}) + "\n" + "{\n" * (n % 100 == 0) for n in range(600)), encoding="utf-8")
    assert main(["classify", str(many), "--classifier", model]) == 0
    out, err = capsys.readouterr()
    assert [(r["id"], r["event_type"]) for r in rows(out)] == [(n, ("ACCUSE", "SUPPORT")[n % 2]) for n in range(600)]
    assert len(err.splitlines()) == 6
    assert main(["classify", str(many), "--classifier", model, "--limit", "301"]) == 0
    assert [r["id"] for r in rows(capsys.readouterr().out)] == list(range(301))


@pytest.mark.parametrize("data", [b"", b"\n", b"nonsense\n", b"\x89PNG\r\n\x1a\n"], ids=["empty", "blank", "no JSON", "a picture"])
def test_nothing_readable_is_exit_1(data: bytes, model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.jsonl").write_bytes(data)
    assert main(["classify", str(tmp_path / "bad.jsonl"), "--classifier", model]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "bad.jsonl" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["classify"], "Missing argument 'PAIRS'"),
        (["classify", "pairs.jsonl", "--limit", "0"], "greater than or equal to 1"),
        (["classify", "pairs.jsonl", "--classifier", "absent.onnx"], "absent.onnx cannot be read"),
        (["classify", "pairs.jsonl", "--classifier", "pairs.jsonl"], "pairs.jsonl is not a pair classifier"),
        (["classify", "pairs.jsonl", "-o", "./pairs.jsonl"], "would be overwritten"),
        (["classify", "pairs.jsonl", "-o", "no/such/out.jsonl"], "there is no folder no/such"),
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_2(
    arguments: list[str], message: str, pairs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(pairs.parent)
    before = pairs.read_bytes()
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert message in err
    assert pairs.read_bytes() == before


def test_a_wrong_model_leaves_the_result_of_before(pairs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("what was there\n")
    assert main(["classify", str(pairs), "-o", str(out), "--classifier", str(pairs)]) == 2
    assert out.read_text() == "what was there\n"


def test_pairs_in_python(model: str) -> None:
    pair = MarkedPair(text="Iran thanked Oman", source=(Span(0, 4),), target=(Span(13, 17),))
    taken = []

    def endless() -> object:
        while True:
            taken.append(1)
            yield pair

    relations = Archive(Options(classifier=Path(model))).classify(endless())  # type: ignore[arg-type]
    assert next(relations).root is Root.SUPPORT
    assert len(taken) < 1000
    with pytest.raises(UsageError, match="no pair classifier"):
        Archive(Options(classifier=None)).classify([pair])


def test_doctor_knows_the_model(model: str) -> None:
    found = {c.name: c for c in Archive(Options(classifier=Path(model))).doctor()}
    assert (found["model relations"].version, found["model relations"].problem) == ("tiny-1", None)
    missing = {c.name: c for c in Archive(Options(classifier=Path(model + "x"))).doctor()}["model relations"]
    assert missing.problem is not None
    assert "cannot be read" in missing.problem


def test_a_shipped_model_that_is_broken_is_no_wrong_argument(
    pairs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("accord.archive.SHIPPED_CLASSIFIER", pairs)
    with pytest.raises(ModelError, match="is not a pair classifier"):
        Archive(Options(classifier=pairs)).classify([])
