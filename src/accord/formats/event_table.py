"""Readings, one after the other -> a file of events: what is done is kept on the way, so that a run can be stopped and gone on with."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from io import BufferedWriter
from pathlib import Path
from types import TracebackType
from typing import Any

from accord.formats.event_jsonl import write_jsonl
from accord.formats.event_row import TABLE_VERSION, columns, record
from accord.formats.event_rows import event_rows
from accord.formats.event_tsv import write_tsv
from accord.model.errors import UsageError
from accord.model.reading import Reading
from accord.model.report import Published, Report

# Writes the rows of a spool as Parquet: spool, output, name and SQL type of the columns.
ParquetWriter = Callable[[Path, Path, Mapping[str, str]], None]

FORMATS = (".parquet", ".jsonl", ".tsv")
_SPOOL = ".partial"
# Last line of a spool whose run ended at its limit: its file is whole, and more reports may be added.
_PAUSED = b'{"paused": true}\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOptions:
    """How an event table is written.

    Attributes:
        resume: Go on with what an earlier run left unfinished.
        both_ways: Part what parties do together into a row for each as actor.
        since: ISO 8601 day; reports known to be older are left out.
    """

    resume: bool = False
    both_ways: bool = False
    since: str | None = None


class EventTable:
    """A file of events in the making; use as a context manager.

    Reports go to a spool beside the file, one line each. On leaving, also when the run is stopped, the spool becomes the file, at once
    and whole; the spool stays only if the run did not end well, or was paused and may be gone on with.

    Args:
        output: The file; its ending says the format.
        parquet: Writes Parquet.
        options: See there.

    Attributes:
        reports, events: Done in this run; `before`: reports done in earlier ones; `older`: reports left out for their date;
            `paused`: whether this run ends before its corpus does.

    Raises:
        UsageError: if the ending is none of `FORMATS`, there is nothing to go on with, or an unfinished run would be lost.
    """

    def __init__(self, output: Path, parquet: ParquetWriter, options: TableOptions | None = None) -> None:
        if output.suffix.lower() not in FORMATS:
            raise UsageError(f"{output}: the ending says the format; it is one of {', '.join(FORMATS)}")
        self.output = output
        self.options = options or TableOptions()
        self.reports = self.events = self.before = self.older = 0
        self._parquet = parquet
        self._done: set[int] = set()
        self._spool = output.with_name(output.name + _SPOOL)
        self._out: BufferedWriter | None = None
        self._whole = 0
        self.paused = False

    def __enter__(self) -> EventTable:
        header: dict[str, object] = {"accord_events": TABLE_VERSION, "both_ways": self.options.both_ways}
        first = json.dumps(header).encode() + b"\n"
        if self.options.resume and self._spool.exists():
            self._go_on(header)
        elif self.options.resume and self.output.exists():
            raise UsageError(f"{self.output} is finished; without --resume it is made anew, and more reports need another file")
        elif self._spool.exists() and self._spool.stat().st_size > len(first) and not _is_paused(self._spool):
            raise UsageError(f"an unfinished run left {self._spool}; go on with it by --resume, or delete it")
        if not self.before:
            self._spool.write_bytes(first)
        self._whole = self._spool.stat().st_size
        self._out = self._spool.open("ab")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()
        if error is not None and not self.reports + self.before:
            self._spool.unlink(missing_ok=True)
            return
        self._finish()
        if error is None and self.paused:
            with self._spool.open("ab") as spool:
                spool.write(_PAUSED)
        elif error is None:
            self._spool.unlink(missing_ok=True)

    def pause(self) -> None:
        """Says that this run ends before its corpus does: the file will be whole, and a run that resumes goes on with it."""
        self.paused = True

    def wants(self, report: Report) -> bool:
        """Whether a report is still to be done and not stated to be older than wanted."""
        if _key(report) in self._done:
            return False
        return not self._is_older(report.published)

    def add(self, reading: Reading) -> None:
        """Keeps the events of one report; those of a report that turns out to be older than wanted are left out."""
        if self._out is None:
            raise ValueError("an EventTable is used as a context manager")
        if self._is_older(reading.published):
            return
        rows = [record(r) for r in event_rows(reading, both_ways=self.options.both_ways)]
        report = reading.report
        line = json.dumps(
            {"report": report.id, "digest": report.provenance.digest, "rows": rows}, ensure_ascii=False, allow_nan=False
        )  # fmt: skip
        # One write a report: what a killed run leaves is whole but for its last line.
        self._out.write(line.encode("utf-8", errors="replace") + b"\n")
        self._out.flush()
        self._whole = self._out.tell()
        self.reports += 1
        self.events += len(rows)

    def _close(self) -> None:
        """Closes the spool; of a report that the stop, or a full disk, fell into, nothing stays."""
        if self._out is not None:
            with contextlib.suppress(OSError):
                self._out.close()
            os.truncate(self._spool, self._whole)

    def _is_older(self, published: Published) -> bool:
        since = self.options.since
        older = since is not None and published.latest is not None and published.latest < since
        self.older += older
        return older

    def _go_on(self, header: Mapping[str, object]) -> None:
        """Notes which reports the spool has; a last line that was cut off, or says that a run was paused, is taken away."""
        whole = 0
        with self._spool.open("rb") as lines:
            for number, line in enumerate(lines):
                if not line.endswith(b"\n") or line == _PAUSED:
                    break
                row = _parse(line)
                if (row != header) if number == 0 else ("digest" not in row):
                    raise UsageError(f"{self._spool} was not left by a run like this one; give the same options, or delete it")
                if number:
                    self._done.add(_hash(row["report"], row["digest"]))
                    self.before += 1
                whole += len(line)
        if whole < self._spool.stat().st_size:
            os.truncate(self._spool, whole)

    def _finish(self) -> None:
        new = self.output.with_name(self.output.name + ".new")
        try:
            match self.output.suffix.lower():
                case ".jsonl":
                    write_jsonl(self._records(), new)
                case ".tsv":
                    write_tsv(self._records(), new)
                case _:
                    self._parquet(self._spool, new, {c.name: c.sql for c in columns()})
            new.replace(self.output)
        finally:
            new.unlink(missing_ok=True)

    def _records(self) -> Iterator[Mapping[str, Any]]:
        with self._spool.open("rb") as lines:
            next(lines, None)
            for line in lines:
                yield from _parse(line)["rows"]


def _parse(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}


def _is_paused(spool: Path) -> bool:
    with spool.open("rb") as lines:
        lines.seek(-min(len(_PAUSED), spool.stat().st_size), os.SEEK_END)
        return lines.read() == _PAUSED


def _key(report: Report) -> int:
    return _hash(report.id, report.provenance.digest)


def _hash(report_id: str, digest: str) -> int:
    """Eight bytes a report, so that going on after millions of reports still fits in memory."""
    return int.from_bytes(blake2b(f"{report_id}\0{digest}".encode("utf-8", errors="replace"), digest_size=8).digest())
