"""How often event coding finds the marked event of a PLV sentence by itself: its type, its actors, both.

    python bench/marked_events.py SHARED [--every 1] [--rules]

Reads the sentences of `data/event_coding/PLV_train.jsonl` without their marks, each as a report of its own: harder than in a report, since
nothing around it says whose "the army" is. An actor counts where a mention of it, or a place that stands for its state, overlaps the marks.
The shipped classifier was trained on these sentences with their marks, so expect a little less elsewhere.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from accord.archive import Archive, Options
from accord.knowledge.plover import root_of
from accord.model.reading import EntityId, Reading

Spans = list[list[int]]


def stands_at(reading: Reading, ids: Iterable[EntityId], spans: Spans) -> bool:
    """Whether one of the entities is named, or its state's place stands, where the spans are."""
    entities = [reading.entity(i) for i in ids]
    words = [m.span for e in entities for m in e.mentions]
    countries = {e.country for e in entities} - {None}
    words += [p.span for p in reading.places if p.country in countries]
    return any(w.start < end and start < w.end for w in words for start, end in spans)


def found(reading: Reading, row: dict[str, Any]) -> set[str]:
    """What of the marked event some coded event tells."""
    out = set()
    for statement in reading.statements:
        event = statement.event
        kind = root_of(event.event_type) == row["gold_root"]
        sides = [
            stands_at(reading, event.actor, row["source_spans"]),
            stands_at(reading, event.recipient, row["target_spans"]),
        ]
        out |= {name for name, yes in (("type", kind), ("actors", all(sides)), ("type and actors", kind and all(sides))) if yes}
        out |= {"type and actor"} if kind and sides[0] else set()
    return out


def main() -> int:
    """Prints the shares."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--every", type=int, default=1, help="take each n-th sentence")
    ap.add_argument("--rules", action="store_true", help="without the classifier")
    args = ap.parse_args()
    path = args.shared / "data" / "event_coding" / "PLV_train.jsonl"
    if not path.exists():
        print(f"no {path}: nothing measured")
        return 0
    rows = {r["id"]: r for r in map(json.loads, path.read_text(encoding="utf-8").splitlines()[:: args.every])}
    rows = {key: r for key, r in rows.items() if r["source_spans"] and r["target_spans"]}
    archive = Archive(Options(classifier=None) if args.rules else Options())
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        reports.write_text("".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in rows.values()), encoding="utf-8")
        for reading in archive.read([str(reports)]):
            if isinstance(reading, Reading):
                counts["sentences"] += 1
                counts["events"] += len(reading.statements)
                counts.update(found(reading, rows[reading.report.id]))
            else:
                print(f"{reading.location}: {reading.error}", file=sys.stderr)
    n = counts["sentences"]
    print(f"{n} sentences, {counts['events'] / n:.2f} events a sentence")
    for name in ("type", "actors", "type and actor", "type and actors"):
        print(f"{name}: {counts[name] / n:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
