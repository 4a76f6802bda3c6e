import csv
from pathlib import Path

import pytest

from accord.formats.event_row import columns, record
from accord.formats.event_rows import event_rows
from accord.formats.event_tsv import cell, write_tsv
from formats.told import reading, statement

CELLS: dict[str, tuple[object, str]] = {
    "not stated": (None, ""),
    "true": (True, "TRUE"),
    "false": (False, "FALSE"),
    "whole": (3.0, "3"),
    "negative": (-74.0133, "-74.0133"),
    "text": ("Łódź", "Łódź"),
    "breaks": ("one\ttwo\r\nthree\u2028four\x00five ", "one two three four five"),
    "formula": ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    "dash": ("- he said", "'- he said"),
    "formula behind a blank": ("\n@SUM(1)", "'@SUM(1)"),
    "list": (("RUS", None, "a;b"), "RUS; ; a,b"),
    "nobody": ((), ""),
    "nobody known": ((None,), ""),
    "range": ([{"low": 26.0, "high": None, "unit": "sailor", "effect": "killed", "words": "at least 26"}], "26.. sailor killed"),
    "open below": ([{"low": None, "high": 2.5, "unit": "", "effect": None, "words": "up to 2.5"}], "..2.5"),
    "mentions": ([{"event": "v1", "start": 3, "end": 9}, {"event": "v4", "start": 30, "end": 36}], "3..9; 30..36"),
}


@pytest.mark.parametrize("case", CELLS)
def test_cells(case: str) -> None:
    value, text = CELLS[case]
    assert cell(value) == text


def test_a_cell_is_never_longer_than_excel_takes() -> None:
    assert len(cell("word " * 40_000)) <= 32_767


def test_a_table_has_one_line_a_row_whatever_the_words(tmp_path: Path) -> None:
    row = record(event_rows(reading(statement()))[0]) | {"sentence": '"Go," she\nsaid', "headline": "a\tb"}
    path = tmp_path / "events.tsv"
    write_tsv([row, row], path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    assert {line.count("\t") for line in lines} == {len(columns()) - 1}
    with path.open(encoding="utf-8", newline="") as stream:
        first, second = csv.DictReader(stream, dialect="excel-tab")
    assert first == second
    assert (first["sentence"], first["headline"], first["mutual"]) == ('"Go," she said', "a b", "FALSE")
