"""Locations (files, folders, URLs, standard input) -> Report, or Skipped with the reason."""

from __future__ import annotations

import io
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from accord.model.errors import ReadError
from accord.model.protocols import Fetcher
from accord.model.report import Report, Skipped
from accord.read.draft import Draft, build_report
from accord.read.files import decode
from accord.read.jsonl import read_json, read_jsonl
from accord.read.options import ReadOptions, size

__all__ = ["ReadOptions", "count_inputs", "read_inputs"]

_FORMATS = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
}  # fmt: skip
# In a folder a .json file is more likely anything else than a report.
_IN_FOLDERS = frozenset(_FORMATS) - {".json"}
_KNOWN = ", ".join(sorted(_IN_FOLDERS))
_PEEK = 4_096


@dataclass(frozen=True, slots=True)
class _Input:
    """One place to read from: a file, a URL or standard input."""

    location: str
    id: str
    kind: str


def read_inputs(locations: Iterable[str], fetcher: Fetcher, options: ReadOptions | None = None) -> Iterator[Report | Skipped]:
    """Reports in the order of the locations; folders are walked in order of name.

    A location is a text, HTML, JSONL or JSON file, a folder, an http(s) URL, or `-` for standard input. What cannot be read is a
    `Skipped` in its place, with one line that says why. Ids are the rows' own, file names (with their folder where two clash) or URLs;
    a repeated id gets `~2`, `~3`.

    Args:
        locations: As the user gave them.
        fetcher: Gets URLs.
        options: Limits and assumptions; the defaults of `ReadOptions`, if None.
    """
    options = options or ReadOptions()
    seen: Counter[str] = Counter()
    for item in _with_ids(list(_expand(locations))):
        if isinstance(item, Skipped):
            yield item
            continue
        for result in _guarded(item, fetcher, options):
            if isinstance(result, Report):
                seen[result.id] += 1
                yield result if seen[result.id] == 1 else _renamed(result, seen)
            else:
                yield result


def count_inputs(locations: Iterable[str]) -> int | None:
    """About how many results `read_inputs` will give; None where that cannot be told without reading (URLs, standard input)."""
    total = 0
    for item in _expand(locations):
        if isinstance(item, _Input) and item.kind != "file":
            return None
        path = Path(item.location)
        rows = isinstance(item, _Input) and _FORMATS.get(path.suffix.lower()) == "jsonl"
        total += _lines(path) if rows else 1
    return total


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b"")) or 1
    except OSError:
        return 1


def _renamed(report: Report, seen: Counter[str]) -> Report:
    base, number = report.id, seen[report.id]
    while seen[f"{base}~{number}"]:
        number += 1
    seen[f"{base}~{number}"] += 1
    return replace(report, id=type(base)(f"{base}~{number}"))


def _expand(locations: Iterable[str]) -> Iterator[_Input | Skipped]:
    for location in locations:
        if location == "-":
            yield _Input(location, "stdin", "stdin")
        elif _scheme(location) in ("http", "https"):
            yield _Input(location, location, "url")
        elif "://" in location:
            scheme = _scheme(location)
            yield Skipped(location=location, error=f"{scheme} addresses are not read; give an http or https URL or a file")
        elif _is_folder(location):
            yield from _walk(location)
        else:
            yield _Input(location, Path(location).name or location, "file")


def _scheme(location: str) -> str:
    """Scheme of a URL in lower case, "" for a path."""
    try:
        return urlsplit(location).scheme if "://" in location else ""
    except ValueError:
        return "http" if location.lower().startswith("http") else ""


def _is_folder(location: str) -> bool:
    try:
        return Path(location).is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: str) -> Iterator[_Input | Skipped]:
    found = False
    denied: list[Skipped] = []

    def refuse(error: OSError) -> None:
        denied.append(Skipped(location=str(error.filename), error=_os_error(error)))

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(d for d in folders if not d.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.suffix.lower() in _IN_FOLDERS and path.is_file():
                found = True
                yield _Input(str(path), name, "file")
    yield from denied
    if not found and not denied:
        yield Skipped(location=folder, error=f"no reports in this folder; files that end in {_KNOWN} are read")


def _with_ids(items: list[_Input | Skipped]) -> Iterator[_Input | Skipped]:
    """Puts the folder before file names that two different files share."""
    files = {i.location: i.id for i in items if isinstance(i, _Input) and i.kind == "file"}
    shared = {name for name, n in Counter(files.values()).items() if n > 1}
    for item in items:
        if isinstance(item, _Input) and item.kind == "file" and item.id in shared:
            folder = Path(item.location).absolute().parent.name
            yield replace(item, id=f"{folder}/{item.id}" if folder else item.id)
        else:
            yield item


def _guarded(item: _Input, fetcher: Fetcher, options: ReadOptions) -> Iterator[Report | Skipped]:
    try:
        for result in _read(item, fetcher, options):
            yield result if isinstance(result, Skipped) else _build(result, options)
    except ReadError as error:
        yield Skipped(location=item.location, error=str(error))
    except OSError as error:
        yield Skipped(location=item.location, error=_os_error(error))
    except ValueError as error:
        # A path with a NUL in it, and what else the operating system cannot name.
        yield Skipped(location=item.location, error=f"cannot be opened: {error}")


def _build(draft: Draft, options: ReadOptions) -> Report | Skipped:
    try:
        return build_report(draft, options)
    except ReadError as error:
        return Skipped(location=draft.location, error=str(error))


def _read(item: _Input, fetcher: Fetcher, options: ReadOptions) -> Iterator[Draft | Skipped]:
    if item.kind == "url":
        yield from _read_url(item, fetcher, options)
    elif item.kind == "stdin":
        yield from _read_stream(item, options.stdin(), "", options)
    else:
        path = Path(item.location)
        with path.open("rb") as stream:
            named = _FORMATS.get(path.suffix.lower(), "")
            mode = os.fstat(stream.fileno())
            if stat.S_ISREG(mode.st_mode) and not mode.st_size:
                raise ReadError("the file is empty")
            if stat.S_ISREG(mode.st_mode) and named != "jsonl" and mode.st_size > options.max_bytes:
                raise ReadError(_too_large(mode.st_size, options))
            yield from _read_stream(item, cast("BinaryIO", stream), named, options)


def _read_stream(item: _Input, raw: BinaryIO, named: str, options: ReadOptions) -> Iterator[Draft | Skipped]:
    stream = io.BufferedReader(cast("io.RawIOBase", raw), _PEEK)
    try:
        head = stream.peek(_PEEK)
        if not head:
            raise ReadError("nothing came from standard input" if item.kind == "stdin" else "the file is empty")
        utf_16 = head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in head[:4]
        if not utf_16 and (named or sniff(head)) == "jsonl":
            yield from _of_kind(item, read_jsonl(stream, item.location, item.id, options))
            return
        data = stream.read(options.max_bytes + 1)
        if len(data) > options.max_bytes:
            raise ReadError(_too_large(None, options))
        yield from _read_bytes(item, data, named, None, options)
    finally:
        # Standard input stays open for whoever gave it.
        stream.detach()


def _read_bytes(item: _Input, data: bytes, named: str, charset: str | None, options: ReadOptions) -> Iterator[Draft | Skipped]:
    if not data.strip():
        raise ReadError("nothing in it but white space" if data else "the answer is empty" if item.kind == "url" else "the file is empty")
    form = named or sniff(data[:_PEEK])
    if form == "html":
        from accord.read.html import read_html

        yield read_html(data, charset, _draft(item, ""), options)
        return
    text = decode(data, charset)
    form = named or sniff(text[:_PEEK].encode("utf-8", errors="replace"))
    if form == "jsonl":
        rows = read_jsonl(io.BytesIO(text.encode("utf-8", errors="replace")), item.location, item.id, options)
        yield from _of_kind(item, rows)
    elif form == "json":
        yield from _of_kind(item, read_json(text, item.location, item.id))
    elif form == "html":
        from accord.read.html import read_html

        yield read_html(text.encode("utf-8", errors="replace"), "utf-8", _draft(item, ""), options)
    else:
        yield _draft(item, text.replace("\r\n", "\n").replace("\r", "\n"))


def _draft(item: _Input, text: str) -> Draft:
    url = item.location if item.kind == "url" else None
    return Draft(id=item.id, text=text, kind=item.kind, location=item.location, url=url, find_title=True)


def _of_kind(item: _Input, rows: Iterator[Draft | Skipped]) -> Iterator[Draft | Skipped]:
    for row in rows:
        yield replace(row, kind=item.kind) if isinstance(row, Draft) and item.kind != "file" else row


def _read_url(item: _Input, fetcher: Fetcher, options: ReadOptions) -> Iterator[Draft | Skipped]:
    data, media_type = fetcher.fetch(item.location)
    if len(data) > options.max_bytes:
        raise ReadError(_too_large(len(data), options))
    kind, _, parameters = media_type.partition(";")
    named = _MEDIA_TYPES.get(kind.strip().lower(), "")
    if not named and kind.strip() and kind.split("/")[0].strip().lower() in ("image", "audio", "video", "font"):
        raise ReadError(f"{kind.strip()}, not text; give the address of the page itself")
    yield from _read_bytes(item, data, named, _charset(parameters), options)


_MEDIA_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html",
    "application/jsonl": "jsonl", "application/x-ndjson": "jsonl", "application/x-jsonlines": "jsonl", "application/json": "json",
}  # fmt: skip


def _charset(parameters: str) -> str | None:
    for part in parameters.split(";"):
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'").lower() or None
    return None


def sniff(head: bytes) -> str:
    """The format by the first bytes: "jsonl", "json", "html" or "text"."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] == b"{" and start[1:].lstrip()[:1] in (b'"', b"}"):
        # One object written over several lines is a document, not rows.
        return "json" if start[1:].lstrip(b" \t")[:1] in (b"\n", b"\r") else "jsonl"
    if start[:1] == b"[" and start[1:].lstrip()[:1] == b"{":
        return "json"
    lower = start[:1_000].lower()
    if lower.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<!--", b"<article", b"<div", b"<meta", b"<script")):
        return "html"
    return "html" if lower[:1] == b"<" and (b"<html" in lower or b"<body" in lower or b"</p>" in lower) else "text"


def _too_large(length: int | None, options: ReadOptions) -> str:
    much = f"{size(length)} large" if length else "too large"
    return f"{much}, the limit is {size(options.max_bytes)}; give its reports one by one or as JSONL"


def _os_error(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; give a text, HTML or JSONL file, a folder, a URL or -"
    if isinstance(error, PermissionError):
        return "permission denied; make it readable for this user"
    if isinstance(error, IsADirectoryError):
        return "a folder that cannot be walked"
    return f"cannot be read: {error.strerror or error}"
