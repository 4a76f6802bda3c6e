"""Coded events judged by hand (`judged_events.tsv`) -> shares that are right, and what has become of them since.

    python bench/judged_events.py [SHARED]

Without SHARED: the shares as they were judged. With it the documents are coded again: which of the judged rows are still coded, those that
were right and those that were wrong. A row is known by its document, trigger and type.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "train"))

from accord.archive import Archive
from accord.model.reading import Reading
from events.news_pairs import CORPORA, read_jsonl

JUDGED = Path(__file__).resolve().parent / "judged_events.tsv"
FILES = {**CORPORA, "plv_train": ("event_coding/PLV_train.jsonl", "id"), "polnear_dev": ("polnear/dev.jsonl", "id")}
COLUMNS = ("type", "actor", "recipient", "modality")

Row = dict[str, str]


def judged() -> list[Row]:
    """The rows; each of `COLUMNS` is y, n, m (missed though told), or - (none told)."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def is_right(row: Row) -> bool:
    """Type, actor and recipient without fault; a side that was missed is one."""
    return row["type"] == "y" and not {row["actor"], row["recipient"]} & {"n", "m"}


def shares(rows: list[Row]) -> None:
    """Prints how often each column is right where there is something to judge."""
    print(f"{len(rows)} rows judged; type, actor and recipient right: {sum(map(is_right, rows)) / len(rows):.2f}")
    for column in COLUMNS:
        told = [r[column] for r in rows if r[column] in "yn"]
        missed = sum(r[column] == "m" for r in rows)
        print(f"  {column}: {told.count('y') / len(told):.2f} of {len(told)} right" + (f", {missed} missed" if missed else ""))


def coded_again(rows: list[Row], shared: Path) -> set[tuple[str, str, int, str]]:
    """Corpus, document, trigger's start and type of all that is coded now in the documents of the rows."""
    out = set()
    for corpus in sorted({r["corpus"] for r in rows}):
        file, key = FILES[corpus]
        wanted = {r["document"] for r in rows if r["corpus"] == corpus}
        texts = {str(x[key]): x for x in read_jsonl(shared / "data" / file) if str(x[key]) in wanted}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "reports.jsonl"
            kept = [
                {"id": name, "text": x["text"], "date": (x.get("date") or x.get("dct") or "")[:10] or None} for name, x in texts.items()
            ]
            path.write_text("".join(json.dumps(x) + "\n" for x in kept), encoding="utf-8")
            for reading in Archive().read([str(path)]):
                if isinstance(reading, Reading):
                    for s in reading.statements:
                        out.add((corpus, str(reading.report.id), s.event.trigger.start, s.event.event_type.value))
    return out


def main() -> int:
    """Prints the shares."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path, nargs="?")
    args = ap.parse_args()
    rows = judged()
    shares(rows)
    for name, part in (("sentences of PLV", True), ("whole reports", False)):
        print(f"{name}:")
        shares([r for r in rows if (r["corpus"] == "plv_train") is part])
    if args.shared is not None and (args.shared / "data").exists():
        now = coded_again(rows, args.shared)
        still = Counter((is_right(r), (r["corpus"], r["document"], int(r["start"]), r["event_type"]) in now) for r in rows)
        for right, word in ((True, "right"), (False, "wrong")):
            print(f"of {still[right, True] + still[right, False]} that were {word}, {still[right, True]} are still coded")
    return 0


if __name__ == "__main__":
    sys.exit(main())
