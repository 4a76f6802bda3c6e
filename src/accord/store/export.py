"""Spooled rows, a JSON line a report -> one Parquet file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb

from accord.model.errors import StoreError
from accord.store.duck import CONFIG

# The longest report that is read at all gives a few megabytes of rows; DuckDB holds buffers of this size.
_LONGEST_LINE = 1 << 26
# Rows that are held before they are written.
_PIECE = 20_480


def write_parquet(spool: Path, output: Path, columns: Mapping[str, str]) -> None:
    """Writes the rows in their order, in pieces, so that memory stays flat however many there are.

    Args:
        spool: JSON lines with a list of records under `rows`; lines without it have none.
        output: The file.
        columns: Name and DuckDB type of each column, in order.

    Raises:
        StoreError: if the rows do not have those types or the file cannot be written.
    """
    row = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    # Names and types are ours; file names are bound.
    query = (
        "COPY (SELECT r.* FROM (SELECT unnest(rows) AS r FROM read_json(?, format = 'newline_delimited',"  # noqa: S608
        f" maximum_object_size = {_LONGEST_LINE}, columns = {{rows: 'STRUCT({row})[]'}})))"
        f" TO ? (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_PIECE})"
    )
    try:
        with duckdb.connect(config=CONFIG | {"threads": 1}) as db:
            db.execute(query, [str(spool), str(output)])
    except duckdb.Error as error:
        raise StoreError(f"{output} cannot be written ({str(error).splitlines()[0]}); what was read is kept in {spool}") from error
