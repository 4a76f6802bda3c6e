"""`accord stories` and `--min-score` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accord import archive
from accord.apps.cli import main
from accord.archive import Archive, Options
from accord.model.errors import UsageError
from accord.model.report import Skipped
from accord.model.story import Story

LANDSLIDE = (
    "At least 12 people were killed when a landslide buried a market in Cajamarca on Friday, rescuers said. The mud came down after a night"
    " of rain. The mayor of Cajamarca closed the road to the market."
)
LANDSLIDE_LATER = (
    "Nineteen people were killed when a landslide buried a market in Cajamarca on Friday, the mayor said. Rescuers are still in the mud."
    " The road to the market of Cajamarca stays closed after the rain."
)
STRIKE = (
    "Tram drivers in Ghent began a strike over shifts on Monday. Their union wants longer breaks between two trams. The operator called the"
    " strike in Ghent a surprise."
)
ROWS = [
    {"id": "strike", "text": STRIKE, "date": "2023-11-06"},
    {"id": "later", "text": LANDSLIDE_LATER, "date": "2023-02-05"},
    {"id": "first", "text": LANDSLIDE, "date": "2023-02-04"},
    {"id": "undated", "text": "A whale was seen in the lagoon. Fishermen followed the whale for an hour with cameras."},
]


@pytest.fixture
def reports(tmp_path: Path) -> str:
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS) + '{"id": "broken", \n', encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["stories"], "no report given; name files, folders, JSONL files or URLs"),
        (["stories", "a.txt", "--limit", "0"], "greater than or equal to 1"),
        (["stories", "a.txt", "--min-score", "1.5"], "a score is from 0 to 1, not 1.5"),
        (["stories", "a.txt", "-o", "no/such/out.jsonl"], "there is no folder no/such"),
        (["brief", "a.txt", "--min-score", "-0.1"], "a score is from 0 to 1, not -0.1"),
        (["brief", "a.txt", "--min-score", "nan"], "a score is from 0 to 1, not nan"),
        (["brief", "a.txt", "--min-score", "high"], "should be a valid number"),
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_2(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert message in err


def test_nothing_readable_is_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", str(tmp_path / "absent.txt")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "absent.txt" in err


@pytest.mark.model
@pytest.mark.parametrize("few", [0, 24], ids=["as a stream", "all at hand"])
@pytest.mark.parametrize("kept", [False, True], ids=["files", "archive"])
def test_one_object_a_story_in_the_order_of_the_days(
    kept: bool, few: int, reports: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "FEW", few)
    arguments = [reports, "--archive", str(tmp_path / "news.accord")] if kept else [reports]
    assert main(["stories", *arguments]) == 0
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["reports"] for row in rows] == [["first", "later"], ["strike"], ["undated"]]
    assert [row["id"] for row in rows] == ["s1", "s2", "s3"]
    assert any(f["aspect"] == "count_killed" for f in rows[0]["findings"])
    assert all(row["left_out"] == [] for row in rows)
    assert len(err.splitlines()) == 1
    assert "wire.jsonl#5" in err
    if kept:
        assert main(["stories", "--archive", arguments[-1]]) == 0
        assert capsys.readouterr().out == out


@pytest.mark.model
def test_a_limit_and_a_file(reports: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "stories.jsonl"
    assert main(["stories", reports, "--limit", "1", "-o", str(out)]) == 0
    assert [json.loads(line)["reports"] for line in out.read_text(encoding="utf-8").splitlines()] == [["first", "later"]]
    assert f"1 stories told, 1 skipped: {out}" in capsys.readouterr().err


@pytest.mark.model
def test_an_archive_tells_of_the_reports_that_are_named(reports: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept, other = str(tmp_path / "news.accord"), tmp_path / "strike.txt"
    assert main(["add", reports, "--archive", kept]) == 0
    other.write_text(STRIKE, encoding="utf-8")
    capsys.readouterr()
    assert main(["stories", str(other), "--archive", kept]) == 0
    assert [json.loads(line)["reports"] for line in capsys.readouterr().out.splitlines()] == [["strike"]]


@pytest.mark.model
def test_findings_under_the_least_score_are_left_out(reports: str) -> None:
    reader = Archive(Options(tagger=None, classifier=None, comparer=None))
    (story, *_) = reader.brief([reports]).stories
    scores = sorted({f.score for f in story.findings})
    assert len(scores) > 1
    (less, *_) = reader.brief([reports], min_score=scores[1]).stories
    assert less.findings == tuple(f for f in story.findings if f.score >= scores[1])
    assert len(less.findings) < len(story.findings)
    (first, *_) = (s for s in reader.stories([reports], min_score=scores[1]) if isinstance(s, Story))
    assert first.findings == less.findings


@pytest.mark.model
def test_reports_are_watched_as_they_go_by(reports: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "FEW", 0)
    seen: list[tuple[str, int | None, int]] = []

    class Counting:
        def __call__(self, items, total, *, what):  # type: ignore[no-untyped-def]
            number = 0
            for number, item in enumerate(items, 1):  # noqa: B007
                yield item
            seen.append((what, total, number))

    told = list(Archive(Options(tagger=None, classifier=None, comparer=None)).stories([reports], watch=Counting()))
    assert [type(x) for x in told] == [Skipped, Story, Story, Story]
    assert seen == [("reports read", 5, 5), ("reports grouped", 4, 4)]


def test_a_wrong_score_is_told_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="from 0 to 1"):
        Archive().stories(["a.txt"], min_score=2)
