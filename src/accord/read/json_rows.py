"""JSONL files -> their rows as JSON values, one line at a time; a bad line is skipped and the others go on."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from accord.model.errors import ReadError
from accord.model.report import Skipped
from accord.read.files import decode, refuse_known_binary
from accord.read.options import ReadOptions, size

_CHUNK = 1 << 20
_PEEK = 4_096
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonRow:
    """A line that is JSON.

    Attributes:
        location: The file as the user gave it, with `#line` appended.
        number: Of the line, from 1.
        value: Whatever JSON it is.
    """

    location: str
    number: int
    value: object


def read_rows(locations: Iterable[str], options: ReadOptions) -> Iterator[JsonRow | Skipped]:
    """Rows of JSONL files, or of standard input for `-`, in order; what cannot be read is a `Skipped` in its place."""
    for location in locations:
        try:
            if location == "-":
                yield from _of_stream(options.stdin(), location, options)
                continue
            with Path(location).open("rb") as stream:
                yield from _of_stream(cast("BinaryIO", stream), location, options)
        except ReadError as error:
            yield Skipped(location=location, error=str(error))
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            yield Skipped(location=location, error=f"cannot be read ({why}); give a JSONL file, or - for standard input")


def rows_of(stream: BinaryIO, location: str, limit: int) -> Iterator[JsonRow | Skipped]:
    """Rows of one file; lines end at line feeds only, and blank ones are passed over.

    Args:
        stream: The file, read line by line.
        location: As the user gave it.
        limit: Longest line in bytes.
    """
    for number, line in enumerate(_lines(stream, limit), 1):
        where = f"{location}#{number}"
        if isinstance(line, int):
            yield Skipped(location=where, error=f"the line is {size(line)} long, the limit is {size(limit)}; split it into its reports")
        elif line.strip():
            try:
                yield JsonRow(location=where, number=number, value=loads(decode(line)))
            except ReadError as error:
                yield Skipped(location=where, error=str(error))


def loads(text: str) -> object:
    """A JSON value.

    Raises:
        ReadError: if the text is no JSON, or none that can be held.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(f"broken JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError("broken JSON: it is nested too deeply or holds a number too long") from error


def json_kind(value: object) -> str:
    """JSON's name for a value that is no object."""
    names = {list: "list", str: "string", bool: "boolean", int: "number", float: "number", type(None): "null"}
    return names.get(type(value), "value")


def _of_stream(raw: BinaryIO, location: str, options: ReadOptions) -> Iterator[JsonRow | Skipped]:
    stream = io.BufferedReader(cast("io.RawIOBase", raw), _PEEK)
    try:
        head = stream.peek(_PEEK)
        refuse_known_binary(head)
        if head.startswith(_UTF_16) or b"\x00" in head[:4]:
            raise ReadError("UTF-16, or no text; save it as UTF-8")
        empty = True
        for row in rows_of(stream, location, options.max_bytes):
            empty = False
            yield row
        if empty:
            raise ReadError("nothing came from standard input" if location == "-" else "the file is empty")
    finally:
        # Standard input stays open for whoever gave it.
        stream.detach()


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | int]:
    """Lines; instead of one longer than `limit` its length, without holding it."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        length = len(line)
        while rest := stream.readline(_CHUNK):
            length += len(rest)
            if rest.endswith(b"\n"):
                break
        yield length
