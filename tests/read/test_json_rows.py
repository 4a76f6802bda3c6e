"""JSONL files as rows: bad lines cost themselves, bad files cost one line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from accord.model.report import Skipped
from accord.read.json_rows import JsonRow, read_rows
from accord.read.options import ReadOptions


def rows(*locations: str | Path, stdin: bytes = b"", **options: int) -> list[tuple[str, object]]:
    """Location and value of each row, the error of each that was skipped."""
    given = ReadOptions(stdin=lambda: io.BytesIO(stdin), **options)  # type: ignore[arg-type]
    return [(x.location, x.value if isinstance(x, JsonRow) else x.error) for x in read_rows(map(str, locations), given)]


def test_rows_of_files_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"n": 1}\r\n\n[2]')
    path = tmp_path / "a.jsonl"
    assert rows(path, "-", stdin=b"3\n") == [(f"{path}#1", {"n": 1}), (f"{path}#3", [2]), ("-#1", 3)]


def test_lines_end_at_line_feeds_only() -> None:
    assert rows("-", stdin='"a\u2028b\u0085c"\n'.encode()) == [("-#1", "a\u2028b\u0085c")]


def test_bad_lines_are_told_and_the_others_go_on() -> None:
    found = rows(
        "-", stdin=b'1\n{"n": \n\xff\xfe\n' + b"[" * 100_000 + b"\n" + b"9" * 5000 + b"\n" + b'"' + b"x" * 6000 + b'"\n2', max_bytes=200_000
    )
    assert [n for n, _ in found] == [f"-#{n}" for n in range(1, 8)]
    assert (found[0][1], found[6][1]) == (1, 2)
    assert found[5][1] == "x" * 6000
    assert all("broken JSON" in str(e) or "text" in str(e) for _, e in found[1:5])


def test_a_line_over_the_limit_is_not_held() -> None:
    assert rows("-", stdin=b"1\n" + b"8" * 5000 + b"\n2\n", max_bytes=100) == [
        ("-#1", 1),
        ("-#2", "the line is 5,001 bytes long, the limit is 100 bytes; split it into its reports"),
        ("-#3", 2),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"PK\x03\x04...", "zip"),
        ("{}".encode("utf-16"), "UTF-16"),
        ("{}".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_what_is_no_such_file_is_one_line(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "bad.jsonl").write_bytes(data)
    (told,) = read_rows([str(tmp_path / "bad.jsonl")], ReadOptions())
    assert isinstance(told, Skipped)
    assert why in told.error


def test_what_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    for location in (str(tmp_path), str(tmp_path / "absent"), "a\0b", "x" * 5000):
        (told,) = read_rows([location], ReadOptions())
        assert isinstance(told, Skipped)
        assert "give a JSONL file, or - for standard input" in told.error
