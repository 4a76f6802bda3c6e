import json
from pathlib import Path

import duckdb
import pytest

from accord.formats.event_row import columns, record
from accord.formats.event_rows import event_rows
from accord.model.errors import StoreError
from accord.store.export import write_parquet
from formats.told import count, place, reading, statement, time

KINDS = {c.name: c.sql for c in columns()}
BERGEN = place("Bergen", "NOR", position=(60.4, 5.3))


def spool(path: Path, *rows: dict[str, object]) -> Path:
    lines = [{"header": 1}, {"report": "a", "digest": "d", "rows": rows}, {"report": "b", "digest": "e", "rows": []}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_every_value_comes_back_under_its_type(tmp_path: Path) -> None:
    full = record(event_rows(reading(statement(when=time("2024-05-07"), where=BERGEN, many=(count(26, None, "sailor", "killed"),))))[0])
    bare = record(event_rows(reading(statement(2, actor=""), published=(None, None)))[0]) | {"sentence": "a\tb\n\x00“c”"}
    out = tmp_path / "events.parquet"
    write_parquet(spool(tmp_path / "spool", full, bare), out, KINDS)
    found = duckdb.read_parquet(str(out))
    kinds = {name: str(kind).replace('"', "") for name, kind in zip(found.columns, found.types, strict=True)}
    assert kinds == {name: kind.replace('"', "") for name, kind in KINDS.items()}
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    back = json.loads(json.dumps(rows, default=str))
    assert back == json.loads(json.dumps([full, bare]))


def test_columns_need_no_quotes_in_sql(tmp_path: Path) -> None:
    out = tmp_path / "events.parquet"
    write_parquet(spool(tmp_path / "spool"), out, KINDS)
    assert duckdb.read_parquet(str(out)).project(", ".join(KINDS)).fetchall() == []


def test_rows_of_another_kind_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write_parquet(spool(tmp_path / "spool", {"score": "much"}), tmp_path / "events.parquet", {"score": "DOUBLE"})


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write_parquet(spool(tmp_path / "spool"), tmp_path / "no" / "events.parquet", KINDS)
