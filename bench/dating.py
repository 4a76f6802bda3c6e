"""How often an undated report is dated from its words, and how often rightly.

    python bench/dating.py PATH... [--keep-url] [--hide-stamps] [--wrong]

PATH is a JSONL file of reports with their true date (`date`, `date_published` or `dct`). The date is hidden, the reports are read one by
one, and a line a file tells: how many there are; *stated*, those whose text states a date (dateline, date line), and how many of these are
the true one or the day after or before; *claimed*, undated ones for which an interval of at most ten days is given; *right*, how many of
these hold the true date. `--hide-stamps` also cuts what the head of the text states, so that only inner evidence is left; `--wrong` lists
what is wrong with its proof. Addresses often carry the date and are hidden too, unless `--keep-url`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from accord.archive import Archive
from accord.extract.dating import date_report
from accord.extract.times import find_times
from accord.model.reading import Reading
from accord.model.report import Published
from accord.model.vocabulary import DateBasis

_DATES = ("date_published", "date", "dct")
_NARROW_DAYS = 10


def _rows(path: Path) -> dict[str, dict[str, Any]]:
    out = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").strip().split("\n")):
        row = json.loads(line)
        if any(row.get(k) for k in _DATES):
            out[str(row.get("id") or row.get("doc_id") or number)] = row
    return out


def _readings(rows: dict[str, dict[str, Any]], keep_url: bool) -> Iterator[Reading]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as hidden:
        for key, row in rows.items():
            kept = {k: row[k] for k in ("title", "headline", "publisher", "text", *(("url",) if keep_url else ())) if row.get(k)}
            hidden.write(json.dumps({"id": key, **kept}) + "\n")
        hidden.flush()
        for reading in Archive().read([hidden.name]):
            if isinstance(reading, Reading):
                yield reading


def _inferred(reading: Reading) -> Published:
    """From inner evidence alone, the date that the head of the text states left out."""
    bare = replace(reading.report, published=Published())
    return date_report(bare, reading.sentences, find_times(reading.sentences))


def figures(path: Path, *, keep_url: bool = False, hide_stamps: bool = False, wrong: bool = False) -> Counter[str]:
    """Counts of one file: reports, stated, stated_right, claimed, right."""
    rows, counts = _rows(path), Counter[str]()
    for reading in _readings(rows, keep_url):
        row = rows[str(reading.report.id)]
        true = date.fromisoformat(str(next(row[k] for k in _DATES if row.get(k)))[:10])
        published = _inferred(reading) if hide_stamps else reading.published
        counts["reports"] += 1
        if not published.earliest or not published.latest:
            continue
        first, last = date.fromisoformat(published.earliest), date.fromisoformat(published.latest)
        stated = published.basis is DateBasis.STATED
        right = abs((first - true).days) <= 1 if stated else first <= true <= last
        if stated:
            counts.update(stated=1, stated_right=right)
        elif (last - first).days <= _NARROW_DAYS:
            counts.update(claimed=1, right=right)
        else:
            counts.update(wide=1, wide_right=right)
        if wrong and not right:
            why = "; ".join(f"{e.why} [{e.span.of(reading.report.text) if e.span else ''}]" for e in published.evidence)
            sys.stdout.write(f"  {reading.report.id}: true {true}, {published.basis} {first} to {last}: {why}\n")
    return counts


def main() -> int:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="+", type=Path)
    for flag in ("--keep-url", "--hide-stamps", "--wrong"):
        arguments.add_argument(flag, action="store_true")
    given = arguments.parse_args()
    sys.stdout.write(f"{'file':32}{'reports':>8}{'stated':>8}{'right':>8}{'claimed':>9}{'right':>8}{'wider':>7}{'right':>7}\n")
    for path in given.paths:
        n = figures(path, keep_url=given.keep_url, hide_stamps=given.hide_stamps, wrong=given.wrong)
        name = f"{path.parent.name}/{path.stem}"[:31]
        sys.stdout.write(
            f"{name:32}{n['reports']:8}{n['stated']:8}{n['stated_right']:8}{n['claimed']:9}{n['right']:8}{n['wide']:7}{n['wide_right']:7}\n"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
