"""The archive file: adds readings once, gives them back as they were. The only home of DuckDB."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb

from accord.model.errors import StoreError
from accord.model.reading import Attribution, Entity, Place, Quantity, Reading, Statement, TimeExpression
from accord.model.report import Dateline, Noise, Provenance, Published, Report, ReportId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import Modality
from accord.store.rows import T, structure, unstructure

SCHEMA_VERSION = 3
# Extensions would be fetched from the network at first use; none is needed.
CONFIG: dict[str, str | bool | int | float | list[str]] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}

# Work is on the rows of one report at a time: more threads only wait for each other, and pages are kept up to the limit.
_MODEST: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "memory_limit": "1GB"}
_BEFORE = 2  # the version that is brought up to this one
_SQL = resources.files("accord.store")
_AT_ONCE = 1000  # rows taken together
_ROWS = 100  # rows of a statement


class Store:
    """Reports and what was read in them, in one DuckDB file; use as a context manager.

    Args:
        path: The file; it is made if absent. One process writes at a time.

    Raises:
        StoreError: if the file is not an archive, is of another version, or another process holds it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        new = not path.exists()
        try:
            self._db = duckdb.connect(str(path), config=CONFIG | _MODEST)
        except duckdb.Error as error:
            raise StoreError(_opening(path, error)) from error
        try:
            if new:
                self._create()
            self._check()
            self._numbered = self._last_number()
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def add(self, readings: Iterable[Reading]) -> tuple[int, int]:
        """Keeps readings whose text is not there yet, each in a transaction of its own.

        Returns:
            How many were added, and how many were there already. A new text under an id that is taken gets `~2`, `~3` ...
        """
        before, came = self._numbered, 0
        for reading in readings:
            self.put(reading)
            came += 1
        added = self._numbered - before
        return added, came - added

    def put(self, reading: Reading) -> int:
        """Keeps a reading, unless its text is there already; its number."""
        known = self.number(reading.report.provenance.digest)
        if known is not None:
            return known
        self._db.begin()
        try:
            self._insert(reading, self._numbered + 1)
            self._db.commit()
        except BaseException:
            self._db.rollback()
            raise
        self._numbered += 1
        return self._numbered

    def has(self, digest: str) -> bool:
        """Whether a report with this text is kept."""
        return self.number(digest) is not None

    def number(self, digest: str) -> int | None:
        """Number of the report with this text, or None if it is not kept."""
        row = self._db.execute("SELECT number FROM report WHERE digest = ?", [digest]).fetchone()
        return int(row[0]) if row else None

    def published(self) -> Iterator[tuple[int, Published]]:
        """Number of each report and when it was published, oldest addition first; nothing else is loaded."""
        rows = self._db.cursor().execute("SELECT number, published FROM report ORDER BY number")
        while some := rows.fetchmany(_AT_ONCE):
            for number, published in some:
                yield int(number), structure(Published, json.loads(published))

    def numbered(self, number: int) -> Reading:
        """What was read in the report of that number, at a cost that does not hang on how many are kept.

        Raises:
            KeyError: if there is none.
        """
        row = self._db.execute(f"{_REPORT} WHERE number = ?", [number]).fetchone()
        if row is None:
            raise KeyError(number)
        return self._reading(row)

    def count(self) -> int:
        """Number of reports kept."""
        row = self._db.execute("SELECT count(*) FROM report").fetchone()
        return int(row[0]) if row else 0

    def reading(self, digest: str) -> Reading | None:
        """What was read in the report with this text, or None if it is not kept."""
        row = self._db.execute(f"{_REPORT} WHERE digest = ?", [digest]).fetchone()
        return self._reading(row) if row else None

    def readings(self) -> Iterator[Reading]:
        """All that is kept, oldest addition first, one report in memory at a time."""
        for number in range(1, self._numbered + 1):
            row = self._db.execute(f"{_REPORT} WHERE number = ?", [number]).fetchone()
            if row:
                yield self._reading(row)

    def _create(self) -> None:
        self._db.execute(_SQL.joinpath("schema.sql").read_text(encoding="utf-8"))
        self._db.execute("INSERT INTO meta VALUES (?, ?)", [SCHEMA_VERSION, "accord"])

    def _check(self) -> None:
        try:
            row = self._db.execute("SELECT schema_version FROM meta").fetchone()
        except duckdb.Error as error:
            raise StoreError(f"{self.path} is a DuckDB file but not an accord archive; name another file") from error
        if row and row[0] == _BEFORE:
            self._db.begin()
            try:
                self._db.execute(_SQL.joinpath("migrations", f"{SCHEMA_VERSION}.sql").read_text(encoding="utf-8"))
                self._db.commit()
            except duckdb.Error as error:
                self._db.rollback()
                raise StoreError(f"{self.path} cannot be brought to archive version {SCHEMA_VERSION} ({_first(error)})") from error
        elif not row or row[0] != SCHEMA_VERSION:
            raise StoreError(
                f"{self.path} has archive version {row and row[0]}, this accord reads {SCHEMA_VERSION}; add the reports to a new file"
            )

    def _last_number(self) -> int:
        row = self._db.execute("SELECT max(number) FROM report").fetchone()
        return int(row[0]) if row and row[0] else 0

    def _free_id(self, wanted: str) -> str:
        number, name = 1, wanted
        while self._db.execute("SELECT 1 FROM report WHERE id = ?", [name]).fetchone():
            number += 1
            name = f"{wanted}~{number}"
        return name

    def _insert(self, reading: Reading, number: int) -> None:
        r = reading.report
        rid = self._free_id(r.id)
        head = r.headline_span
        self._db.execute(
            f"INSERT INTO report VALUES ({', '.join('?' * 17)})",  # noqa: S608 - only question marks
            [rid, r.provenance.digest, r.provenance.kind, r.provenance.location, r.url, r.publisher, r.headline,
             head and head.start, head and head.end, r.language, r.text, _json(r.published), _json(reading.published),
             _json(r.dateline) if r.dateline else None, _json(r.noise), datetime.now(UTC).replace(tzinfo=None), number],
        )  # fmt: skip
        for table, rows in _rows(rid, reading).items():
            # One statement for many rows: a statement a row costs several times as much.
            for k in range(0, len(rows), _ROWS):
                some = rows[k : k + _ROWS]
                one = f"({'?, ' * len(some[0])}{number})"
                self._db.execute(f"INSERT INTO {table} VALUES {', '.join([one] * len(some))}", [v for row in some for v in row])  # noqa: S608

    def _reading(self, row: tuple[Any, ...]) -> Reading:
        number, rid, digest, kind, location, url, publisher, headline, hs, he, language, text, stated, published, dateline, noise = row
        report = Report(
            id=ReportId(rid), text=text, provenance=Provenance(kind=kind, location=location, digest=digest), headline=headline,
            headline_span=Span(hs, he) if hs is not None else None, url=url, publisher=publisher, language=language,
            published=structure(Published, json.loads(stated)), dateline=structure(Dateline, json.loads(dateline)) if dateline else None,
            noise=tuple(structure(Noise, n) for n in json.loads(noise)),
        )  # fmt: skip
        sentences, modalities = self._sentences(report.id, number)
        return Reading(
            report=report, sentences=sentences, published=structure(Published, json.loads(published)),
            times=self._records("time_expression", number, TimeExpression), entities=self._records("entity", number, Entity),
            quantities=self._records("quantity", number, Quantity), places=self._records("place", number, Place),
            attributions=self._records("attribution", number, Attribution), statements=self._records("statement", number, Statement),
            modalities=modalities,
        )  # fmt: skip

    def _records(self, table: str, number: int, kind: type[T]) -> tuple[T, ...]:
        rows = self._db.execute(f"SELECT record FROM {table} WHERE number = ? ORDER BY rowid", [number]).fetchall()  # noqa: S608
        return tuple(structure(kind, json.loads(record)) for (record,) in rows)

    def _sentences(self, report_id: ReportId, number: int) -> tuple[tuple[Sentence, ...], tuple[tuple[Modality, ...], ...]]:
        query = 'SELECT index, block, start, "end", tokens, modalities FROM sentence WHERE number = ? ORDER BY index'
        rows = self._db.execute(query, [number]).fetchall()
        sentences = tuple(
            Sentence(
                report_id=report_id, index=index, block=block, span=Span(start, end),
                tokens=tuple(Token(i, *t) for i, t in enumerate(json.loads(tokens))),
            )
            for index, block, start, end, tokens, _ in rows
        )  # fmt: skip
        judged = [json.loads(row[-1]) for row in rows if row[-1] is not None]
        return sentences, tuple(
            tuple(Modality(marked.get(str(t.i), Modality.ASSERTED)) for t in s) for s, marked in zip(sentences, judged, strict=bool(judged))
        )


_REPORT = (
    "SELECT number, id, digest, kind, location, url, publisher, headline, headline_start, headline_end, language, text, stated, published,"
    " dateline, noise FROM report"
)


def _json(value: object) -> str:
    return json.dumps(unstructure(value), ensure_ascii=False)


def _rows(rid: str, reading: Reading) -> dict[str, list[list[Any]]]:
    tokens = [
        json.dumps([[t.start, t.end, t.text, t.lemma, t.pos, t.tag, t.dep, t.head, t.ner, t.ner_begins] for t in s], ensure_ascii=False)
        for s in reading.sentences
    ]
    judged = [json.dumps({i: m for i, m in enumerate(row) if m is not Modality.ASSERTED}) for row in reading.modalities]
    modalities: list[str] | list[None] = judged or [None] * len(tokens)
    return {
        "sentence": [
            [rid, s.index, s.block, s.span.start, s.span.end, t, m] for s, t, m in zip(reading.sentences, tokens, modalities, strict=True)
        ],
        "entity": [[rid, e.id, e.name, e.kind, e.country, e.sector, _json(e)] for e in reading.entities],
        "time_expression": [[rid, t.type, t.value, _json(t)] for t in reading.times],
        "quantity": [[rid, q.low, q.high, q.unit, q.effect, _json(q)] for q in reading.quantities],
        "place": [[rid, p.name, p.country, p.latitude, p.longitude, _json(p)] for p in reading.places],
        "attribution": [[rid, a.speaker, a.kind, a.anonymous, _json(a)] for a in reading.attributions],
        "statement": [
            [rid, s.id, s.event.event_type, s.event.mode, s.event.quad, s.modality, s.event.time and s.event.time.value, s.score, _json(s)]
            for s in reading.statements
        ],
    }


def _opening(path: Path, error: duckdb.Error) -> str:
    text = str(error)
    if "lock" in text.lower():
        return f"{path} is in use by another process; wait for it to end or name another archive"
    if path.is_dir():
        return f"{path} is a folder; name a file, such as {path / 'news.accord'}"
    if not path.parent.is_dir():
        return f"{path}: there is no folder {path.parent}"
    return f"{path} cannot be opened as an archive ({_first(error)}); name another file"


def _first(error: duckdb.Error) -> str:
    return str(error).splitlines()[0]
