"""`accord code` as a user runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from accord.apps.cli import main

RIVERS = (
    "Chad accused Niger of diverting the river. Niger denied the charge.",
    "Mali and Senegal signed a water treaty in Dakar on Monday. Mali thanked Senegal for the treaty.",
    "Ghana will send an envoy to Togo next week.",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "rivers.jsonl"
    rows = [{"id": f"r{n}", "text": text, "date": f"2024-03-0{n}", "publisher": "River Post"} for n, text in enumerate(RIVERS, 1)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + '{"id": "r4", "text": \n', encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["code", "a.txt"], "Missing option '--output'"),
        (["code", "a.txt", "-o", "events.csv"], "it is one of .parquet, .jsonl, .tsv"),
        (["code", "a.txt", "-o", "no/such/events.tsv"], "there is no folder no/such"),
        (["code", "a.txt", "-o", "events.tsv", "--since", "May"], "'May' does not match the formats '%Y-%m-%d'"),
        (["code", "a.txt", "-o", "events.tsv", "--limit", "0"], "greater than or equal to 1"),
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_2(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert message in err


def test_nothing_readable_is_exit_1_and_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", str(tmp_path / "absent.txt"), "-o", str(tmp_path / "events.tsv")]) == 1
    assert "absent.txt" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.model
def test_a_corpus_becomes_events(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "events.jsonl"
    assert main(["code", str(corpus), "-o", str(out)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    bad, done = said.err.splitlines()
    assert "rivers.jsonl#4" in bad
    assert done == f"{len(rows(out))} events of 3 reports, 1 skipped: {out}"
    accused = next(r for r in rows(out) if r["event_type"] == "ACCUSE")
    assert (accused["report_id"], accused["outlet"], accused["published_from"]) == ("r1", "River Post", "2024-03-01")
    assert (accused["actor_countries"], accused["recipient_countries"], accused["trigger"]) == (["TCD"], ["NER"], "accused")
    signed = next(r for r in rows(out) if r["trigger"] == "signed")
    assert signed["mutual"]
    assert signed["actor_countries"] == signed["recipient_countries"]


@pytest.mark.model
def test_limit_since_both_ways_and_resume(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "events.parquet"
    assert main(["code", str(corpus), "-o", str(out), "--since", "2024-03-02", "--limit", "1", "--both-ways"]) == 0
    assert "of 1 reports, 1 older left out, 0 skipped" in capsys.readouterr().err
    events = duckdb.read_parquet(str(out))
    signed = events.filter("trigger = 'signed'").project("actor_countries, recipient_countries")
    assert sorted(signed.fetchall()) == [(["MLI"], ["SEN"]), (["SEN"], ["MLI"])]
    assert events.project("report_id").distinct().fetchall() == [("r2",)]


@pytest.mark.model
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_that_ended_at_its_limit_goes_on(workers: str, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    straight, out = tmp_path / "straight.tsv", tmp_path / "events.tsv"
    assert main(["code", str(corpus), "-o", str(straight)]) == 0
    command = ["code", str(corpus), "-o", str(out), "--limit", "2", "--workers", workers]
    assert main(command) == 0
    assert "of 2 reports, 0 skipped" in capsys.readouterr().err
    assert {line.split("\t")[1] for line in out.read_text(encoding="utf-8").splitlines()[1:]} == {"r1", "r2"}
    assert main(command) == 0
    assert "of 2 reports, 0 skipped" in (said := capsys.readouterr().err)
    assert "(stopped at the limit; --resume goes on)" in said
    assert main([*command, "--resume"]) == 0
    assert "of 1 reports, 2 before, 1 skipped" in (said := capsys.readouterr().err)
    assert "stopped" not in said
    assert out.read_bytes() == straight.read_bytes()
    assert main([*command, "--resume"]) == 2
    assert "is finished" in capsys.readouterr().err


@pytest.mark.model
@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to another process")
def test_a_run_stopped_by_hand_leaves_a_table_and_goes_on(tmp_path: Path) -> None:
    many, out = tmp_path / "many.jsonl", tmp_path / "events.tsv"
    many.write_text("".join(json.dumps({"id": f"m{n}", "text": RIVERS[n % 3] + f" It was day {n}."}) + "\n" for n in range(3000)))
    # A shell starts its background jobs deaf to SIGINT, and their children inherit it.
    start = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from accord.apps.cli import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", start, "code", str(many), "-o", str(out)]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    spool = tmp_path / "events.tsv.partial"
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not (spool.exists() and spool.read_bytes().count(b"\n") > 5):
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert len(err.splitlines()) == 1
    done = spool.read_bytes().count(b"\n") - 1
    assert 5 <= done < 3000
    reports = {line.split("\t")[1] for line in out.read_text(encoding="utf-8").splitlines()[1:]}
    assert reports <= {f"m{n}" for n in range(done)}
    assert len(reports) >= done // 2
    assert main(["code", str(many), "-o", str(out), "--resume", "--limit", "20"]) == 0
    later = {line.split("\t")[1] for line in out.read_text(encoding="utf-8").splitlines()[1:]}
    assert later > reports
    assert spool.exists()
