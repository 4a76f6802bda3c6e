"""Rows of JSON -> drafts of reports, one line at a time; a bad row is skipped and the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from accord.model.errors import ReadError
from accord.model.report import Skipped
from accord.read.dates import parse_metadata_date
from accord.read.draft import Draft
from accord.read.json_rows import json_kind, loads, rows_of
from accord.read.options import ReadOptions

# Names that files in the wild use for one thing, the best first.
_ID = ("id", "doc_id", "_id", "uuid")
_HEADLINE = ("headline", "title")
_PUBLISHER = ("publisher", "outlet", "source")
_DATE = ("date_published", "date", "dct", "published")


def read_jsonl(stream: BinaryIO, location: str, name: str, options: ReadOptions) -> Iterator[Draft | Skipped]:
    """Rows in order; a line that is broken, too long or without text becomes a `Skipped` at `location#line`.

    Args:
        stream: The file, read line by line.
        location: As the user gave it.
        name: Stem of the ids of rows that have none: `name#line`.
        options: Limits.
    """
    for row in rows_of(stream, location, options.max_bytes):
        if isinstance(row, Skipped):
            yield row
            continue
        try:
            yield draft_of_row(row.value, row.location, f"{name}#{row.number}")
        except ReadError as error:
            yield Skipped(location=row.location, error=str(error))


def read_json(text: str, location: str, name: str) -> Iterator[Draft | Skipped]:
    """A JSON document: one report, or a list of them."""
    try:
        data = loads(text)
    except ReadError as error:
        yield Skipped(location=location, error=str(error))
        return
    rows: Iterable[Any] = data if isinstance(data, list) else [data]
    for number, row in enumerate(rows, 1):
        where = f"{location}#{number}" if isinstance(data, list) else location
        try:
            yield draft_of_row(row, where, f"{name}#{number}" if isinstance(data, list) else name)
        except ReadError as error:
            yield Skipped(location=where, error=str(error))


def draft_of_row(row: object, location: str, default_id: str) -> Draft:
    """A row as a draft; its `text` and `id` unchanged.

    Raises:
        ReadError: if the row is no object or has no text.
    """
    if not isinstance(row, dict):
        raise ReadError(f"a JSON {json_kind(row)}, not an object with fields id and text")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        keys = ", ".join(sorted(str(k) for k in row)[:8]) or "none"
        raise ReadError(f'no text: a row needs a field "text" with words in it; its fields are {keys}'[:300])
    date_key, published = _date(row)
    identity = next((row[k] for k in _ID if isinstance(row.get(k), (str, int)) and str(row[k]).strip()), None)
    return Draft(
        id=default_id if identity is None else str(identity),
        text=_storable(text),
        kind="jsonl",
        location=location,
        headline=_first(row, _HEADLINE),
        url=_first(row, ("url",)),
        publisher=_first(row, _PUBLISHER),
        language=_first(row, ("language",)),
        published=published,
        date_rule=f"JSONL {date_key}",
        find_title=_first(row, _HEADLINE) is None,
    )


def _storable(text: str) -> str:
    """Half a surrogate pair cannot be written as UTF-8; a replacement character keeps its place, so offsets stay."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if any("\ud800" <= c <= "\udfff" for c in text) else text


def _first(row: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    value = next((row[k] for k in keys if isinstance(row.get(k), str) and row[k].strip()), None)
    return _storable(value) if value is not None else None


def _date(row: dict[str, Any]) -> tuple[str, tuple[str, str] | None]:
    for key in _DATE:
        if isinstance(row.get(key), (str, int)) and (days := parse_metadata_date(str(row[key]))):
            return key, days
    return "", None
