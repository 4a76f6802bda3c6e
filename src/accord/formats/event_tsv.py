"""Records of events -> a table that R and Excel open: tab-separated, UTF-8, one line a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from accord.formats.event_row import columns

# A line break or tab inside a cell moves what follows to another row or column in one reader or the other, quoted or not.
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@")
# Excel cuts cells at 32,767 characters.
_LONGEST = 32_000
_BETWEEN = "; "


def write_tsv(records: Iterable[Mapping[str, Any]], path: Path) -> None:
    """A header and one line a record, quoted as RFC 4180 has it.

    Lists are joined by "; " (a ";" inside an element becomes ","), not stated is empty, truth is TRUE or FALSE, a quantity is
    `low..high unit effect`, a mention `start..end`. White space inside a cell becomes one blank, and text that a spreadsheet would
    take for a formula is led by an apostrophe.
    """
    names = [c.name for c in columns()]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
        writer.writerow(names)
        writer.writerows([cell(record[name]) for name in names] for record in records)


def cell(value: object) -> str:
    """One value as the text of a cell."""
    if isinstance(value, bool) or value is None:
        return {None: "", True: "TRUE", False: "FALSE"}[value]
    if isinstance(value, (int, float)):
        return _number(value)
    text = _BREAKS.sub(" ", _list(value) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)).strip()
    if text.startswith(_FORMULA):
        text = f"'{text}"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _list(values: Sequence[object]) -> str:
    return _BETWEEN.join(_element(v).replace(";", ",") for v in values)


def _element(value: object) -> str:
    if isinstance(value, Mapping):
        if "low" in value:
            bounds = f"{_number(value['low'])}..{_number(value['high'])}"
            return " ".join(filter(None, (bounds, value["unit"], value["effect"])))
        return f"{value['start']}..{value['end']}"
    return "" if value is None else str(value)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
