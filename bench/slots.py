"""Pairs of short reports that differ, or only seem to, on one slot that is seldom told: what is found, and how often wolf is cried.

    python bench/slots.py [FILE.jsonl...] [--half open|closed]

Each line of a file (`slots/`, six aspects, 48 pairs each) has two reports, the quotes that carry the two values, and `relation`: a
difference, or "none" for what a hasty reader would take for one. Prints for each aspect how many differences are found (a finding touches
both quotes), how many of the others are told as one, and what else is told. Pairs whose name's SHA-256 begins with 8 to f are the closed
half: scored, not read, while rules were written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from accord.archive import Archive
from accord.model.reading import Reading
from accord.model.story import Finding
from accord.model.vocabulary import Relation
from accord.reconcile.order import sort_key
from accord.reconcile.reconcile import tell_stories
from accord.stages import comparer

HERE = Path(__file__).parent
_DIFFERENCES = frozenset({Relation.CONTRADICTION, Relation.UPDATE})
_CLOSED = 8  # of 16


def is_closed(name: str) -> bool:
    """Whether a pair is of the half that nobody who writes rules reads."""
    return int(hashlib.sha256(name.encode()).hexdigest()[0], 16) >= _CLOSED


def pairs(paths: Iterable[Path], half: str | None) -> Iterator[dict[str, Any]]:
    """Rows of the files."""
    for path in paths:
        rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
        yield from (r for r in rows if half is None or is_closed(r["id"]) == (half == "closed"))


def differences(archive: Archive, rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[Finding]]]:
    """Each row with the differences that are told of its two reports."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        told = [
            {"id": f"{r['id']}/{k}", "text": r[k]["text"], "date_published": r[k]["date"]} for r in rows for k in ("a", "b")
        ]  # fmt: skip
        file.write_text("".join(json.dumps(t, ensure_ascii=False) + "\n" for t in told), encoding="utf-8")
        read = {r.report.id: r for r in archive.read([str(file)]) if isinstance(r, Reading)}
    model = comparer(archive.options.comparer)
    for row in rows:
        both = [r for name, r in read.items() if name.rpartition("/")[0] == row["id"]]
        (story,) = tell_stories([sorted(both, key=sort_key)], None, model)
        yield row, [f for f in story.findings if f.relation in _DIFFERENCES]


def touches(finding: Finding, row: dict[str, Any]) -> bool:
    """Whether it has a value in the quote of either report."""
    quoted = {k: row[k]["text"].index(quote) for k, quote in zip(("a", "b"), row["quotes"], strict=True)}
    ends = {k: quoted[k] + len(quote) for k, quote in zip(("a", "b"), row["quotes"], strict=True)}
    there = {
        k for v in finding.values for k in quoted
        if v.report_id == f"{row['id']}/{k}" and v.span.start < ends[k] and quoted[k] < v.span.end
    }  # fmt: skip
    return len(there) == len(quoted)


def main() -> None:
    """Prints a line an aspect, then all."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", type=Path, nargs="*", default=sorted((HERE / "slots").glob("*.jsonl")))
    ap.add_argument("--half", choices=("open", "closed"))
    a = ap.parse_args()
    count: dict[str, Counter[str]] = {}
    for row, found in differences(Archive(), list(pairs(a.files, a.half))):
        hits = [f for f in found if touches(f, row)]
        for aspect in (row["aspect"], "all"):
            c = count.setdefault(aspect, Counter())
            is_gold = row["relation"] != "none"
            c["gold" if is_gold else "others"] += 1
            c["found" if is_gold else "cried"] += bool(hits)
            c["beside"] += len(found) - len(hits)
    for aspect, c in sorted(count.items()):
        print(
            f"{aspect}: {c['found']} of {c['gold']} differences found, {c['cried']} of {c['others']} others told as one,"
            f" {c['beside']} findings beside the slot"
        )


if __name__ == "__main__":
    main()
