"""File name of a shipped table -> its rows."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from accord.model.errors import KnowledgeError


def read_bytes(name: str) -> bytes:
    """Bytes of a gzip file in `accord/knowledge/data`.

    Raises:
        KnowledgeError: if it is missing or damaged.
    """
    try:
        return gzip.decompress(resources.files("accord.knowledge").joinpath("data", name).read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(name, error) from error


def read_text(name: str) -> str:
    """Text of a gzip file in `accord/knowledge/data`.

    Raises:
        KnowledgeError: if it is missing or damaged.
    """
    try:
        return read_bytes(name).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: Exception) -> KnowledgeError:
    return KnowledgeError(f"table {name} cannot be read ({error}); reinstall accord or run scripts/build_knowledge.py")


def read_rows(name: str) -> Iterator[tuple[str, ...]]:
    """Rows of a TSV table in order, without its header."""
    lines = iter(read_text(name).rstrip("\n").split("\n"))
    next(lines, None)
    for line in lines:
        yield tuple(line.split("\t"))


def read_dicts(name: str) -> Iterator[dict[str, str]]:
    """Rows of a TSV table in order, by column name."""
    lines = iter(read_text(name).rstrip("\n").split("\n"))
    header = next(lines, "").split("\t")
    for line in lines:
        yield dict(zip(header, line.split("\t"), strict=True))


def read_json(name: str) -> Any:
    """A JSON table."""
    return json.loads(read_text(name))


def cell(text: str, separator: str = "|") -> tuple[str, ...]:
    """Parts of a list inside a cell, empty ones left out."""
    return tuple(p for p in text.split(separator) if p)


def fold(text: str) -> str:
    """Letters without marks; everything else stays."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_NOT_LETTER = re.compile(r"[\W\d_]+")


def name_key(name: str) -> str:
    """Spelling-proof key of a personal name: "Kim Jong-un", "Kim Jong Un" and "KIM Jongun" have one key."""
    return _NOT_LETTER.sub("", fold(name)).casefold()
