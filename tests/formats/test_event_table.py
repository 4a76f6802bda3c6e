import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest

from accord.formats.event_row import columns
from accord.formats.event_table import EventTable, TableOptions
from accord.model.errors import UsageError
from accord.model.reading import Reading
from accord.store.export import write_parquet
from formats.told import reading, statement

FIRST = reading(statement(1), statement(2, recipient="n3"), report_id="first")
SILENT = reading(report_id="silent")
LAST = reading(statement(1, actor="n1 n2", recipient="n2 n1"), report_id="last")
ALL = (FIRST, SILENT, LAST)
FORMATS = (".parquet", ".jsonl", ".tsv")


def table(path: Path, **options: Any) -> EventTable:
    return EventTable(path, write_parquet, TableOptions(**options))


def fill(path: Path, readings: Iterable[Reading], **options: Any) -> EventTable:
    with table(path, **options) as made:
        for r in readings:
            if made.wants(r.report):
                made.add(r)
    return made


def stopped(path: Path, readings: Iterable[Reading], **options: Any) -> None:
    def interrupted() -> Iterator[Reading]:
        yield from readings
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill(path, interrupted(), **options)


def ids(path: Path) -> list[str]:
    if path.suffix == ".parquet":
        return [row[0] for row in duckdb.read_parquet(str(path)).project("event_id").fetchall()]
    if path.suffix == ".jsonl":
        return [json.loads(line)["event_id"] for line in path.read_text(encoding="utf-8").splitlines()]
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["event_id"] for row in csv.DictReader(lines, dialect="excel-tab")]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_run_leaves_the_file_and_nothing_else(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"events{ending}"
    made = fill(path, ALL)
    assert ids(path) == ["first#v1", "first#v2", "last#v1"]
    assert (made.reports, made.events, made.before) == (3, 3, 0)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_stopped_run_leaves_a_whole_file_and_goes_on_to_the_same(tmp_path: Path, ending: str) -> None:
    path, straight = tmp_path / f"events{ending}", tmp_path / f"straight{ending}"
    stopped(path, (FIRST, SILENT))
    assert ids(path) == ["first#v1", "first#v2"]
    made = fill(path, ALL, resume=True)
    assert (made.reports, made.before) == (1, 2)
    fill(straight, ALL)
    assert ids(path) == ids(straight)
    if ending != ".parquet":
        assert path.read_bytes() == straight.read_bytes()
    assert sorted(tmp_path.iterdir()) == sorted((path, straight))


def test_a_killed_run_goes_on_from_its_last_whole_report(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    stopped(path, (FIRST, LAST))
    spool = tmp_path / "events.jsonl.partial"
    spool.write_bytes(spool.read_bytes()[:-20])
    path.unlink()
    made = fill(path, ALL, resume=True)
    assert (made.reports, made.before) == (2, 1)
    assert ids(path) == ["first#v1", "first#v2", "last#v1"]


def test_a_stop_in_the_middle_of_a_report_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"

    def torn() -> None:
        with table(path) as made:
            made.add(FIRST)
            assert made._out is not None
            made._out.write(b'{"report": "last", "dig')
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        torn()
    assert ids(path) == ["first#v1", "first#v2"]
    fill(path, ALL, resume=True)
    assert ids(path) == ["first#v1", "first#v2", "last#v1"]


def paused(path: Path, readings: Iterable[Reading], **options: Any) -> EventTable:
    """A run that ends at its limit."""
    with table(path, **options) as made:
        for r in readings:
            if made.wants(r.report):
                made.add(r)
        made.pause()
    return made


@pytest.mark.parametrize("ending", FORMATS)
def test_a_paused_run_leaves_a_whole_file_and_goes_on_to_the_same(tmp_path: Path, ending: str) -> None:
    path, straight = tmp_path / f"events{ending}", tmp_path / f"straight{ending}"
    paused(path, (FIRST,))
    assert ids(path) == ["first#v1", "first#v2"]
    made = paused(path, (FIRST, SILENT), resume=True)
    assert (made.reports, made.before) == (1, 1)
    assert ids(path) == ["first#v1", "first#v2"]
    made = fill(path, ALL, resume=True)
    assert (made.reports, made.before) == (1, 2)
    fill(straight, ALL)
    assert ids(path) == ids(straight)
    if ending != ".parquet":
        assert path.read_bytes() == straight.read_bytes()
    assert sorted(tmp_path.iterdir()) == sorted((path, straight))
    with pytest.raises(UsageError, match="is finished"):
        fill(path, ALL, resume=True)


def test_a_paused_run_may_be_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    paused(path, (FIRST,))
    paused(path, (LAST,))
    assert ids(path) == ["last#v1"]
    fill(path, (SILENT, LAST))
    assert list(tmp_path.iterdir()) == [path]


def test_a_paused_run_that_is_stopped_later_is_unfinished(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    paused(path, (FIRST,))
    stopped(path, (FIRST, LAST), resume=True)
    assert ids(path) == ["first#v1", "first#v2", "last#v1"]
    with pytest.raises(UsageError, match="go on with it by --resume"):
        fill(path, ALL)
    with pytest.raises(UsageError, match="give the same options"):
        fill(path, ALL, resume=True, both_ways=True)
    fill(path, ALL, resume=True)
    assert list(tmp_path.iterdir()) == [path]


def test_copies_under_two_names_are_both_done_even_after_a_stop(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    copy = reading(statement(1), statement(2, recipient="n3"), report_id="copy")
    stopped(path, (FIRST,))
    fill(path, (FIRST, copy), resume=True)
    assert ids(path) == ["first#v1", "first#v2", "copy#v1", "copy#v2"]


def test_the_columns_are_there_without_a_row(tmp_path: Path) -> None:
    fill(tmp_path / "events.parquet", ())
    fill(tmp_path / "events.tsv", (SILENT,))
    names = [c.name for c in columns()]
    assert duckdb.read_parquet(str(tmp_path / "events.parquet")).columns == names
    assert (tmp_path / "events.tsv").read_text(encoding="utf-8") == "\t".join(names) + "\n"


def test_what_fails_before_the_first_report_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("what was there\n")
    stopped(path, ())
    assert path.read_text() == "what was there\n"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_kept(tmp_path: Path) -> None:
    def broken(spool: Path, output: Path, columns: Mapping[str, str]) -> None:
        output.write_text("half")
        raise OSError("no space left")

    path = tmp_path / "events.parquet"
    with pytest.raises(OSError, match="no space"), EventTable(path, broken) as made:
        made.add(FIRST)
    assert [p.name for p in tmp_path.iterdir()] == ["events.parquet.partial"]
    fill(path, ALL, resume=True)
    assert ids(path) == ["first#v1", "first#v2", "last#v1"]


def test_both_ways_and_since(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    early = reading(statement(1), report_id="early", published=("2024-01-01", "2024-01-31"))
    undated = reading(statement(1), report_id="undated", published=(None, None))
    made = fill(path, (early, LAST, undated), both_ways=True, since="2024-02-01")
    assert ids(path) == ["last#v1", "last#v1", "undated#v1"]
    assert (made.reports, made.older) == (2, 1)


@pytest.mark.parametrize("name", ["events.csv", "events", "events.parquet.gz"])
def test_an_ending_that_names_no_format_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"one of \.parquet, \.jsonl, \.tsv"):
        table(tmp_path / name)


def test_what_would_be_lost_or_mixed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    stopped(path, (FIRST,))
    for options, message in (({}, "go on with it by --resume"), ({"resume": True, "both_ways": True}, "give the same options")):
        with pytest.raises(UsageError, match=message):
            fill(path, ALL, **options)
    fill(path, ALL, resume=True)
    with pytest.raises(UsageError, match="is finished"):
        fill(path, ALL, resume=True)


def test_going_on_with_nothing_starts(tmp_path: Path) -> None:
    fill(tmp_path / "events.jsonl", ALL, resume=True)
    assert len(ids(tmp_path / "events.jsonl")) == 3
