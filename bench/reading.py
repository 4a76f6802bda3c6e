"""Figures of the close reading on annotated corpora, by the project's scorer, against pinned floors.

    python bench/reading.py SHARED [--floors bench/reading_floors.json] [--out FOLDER] [--rules] [--only NAME]

SHARED holds `bench/score.py` and `data/{polnear,timex,geoparsing,meantime}`; where it is absent, says so and passes: outside users do not
have it. `--rules` leaves the trained tagger out, to see what it brings.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from accord.archive import Archive, Options
from accord.model.reading import Reading
from accord.views.contract import dumps, report_json
from factuality import figures, judge
from quality import check, flatten, score

# What the scorer calls the task, and the corpus.
TASKS = {
    "attributions": ("attributions", "polnear/dev.jsonl"),
    "times.timebank": ("times", "timex/timebank.jsonl"),
    "times.aquaint": ("times", "timex/aquaint.jsonl"),
    "places.lgl": ("places", "geoparsing/lgl.jsonl"),
    "places.geovirus": ("places", "geoparsing/geovirus.jsonl"),
}
FACTUALITY = "meantime/dev.jsonl"


def read_corpus(archive: Archive, corpus: Path, out: Path) -> None:
    """What `accord read CORPUS` prints."""
    with out.open("w", encoding="utf-8") as file:
        for item in archive.read([str(corpus)]):
            if isinstance(item, Reading):
                file.write(dumps(report_json(item)) + "\n")
            else:
                print(f"{item.location}: {item.error}", file=sys.stderr)


def main() -> int:
    """Prints every figure, then what is out of bounds; 1 if anything is."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--floors", type=Path)
    ap.add_argument("--out", type=Path, help="keep the readings here")
    ap.add_argument("--rules", action="store_true", help="without the trained tagger")
    ap.add_argument("--only", help="one of the names that are printed")
    a = ap.parse_args()
    if not (a.shared / "bench/score.py").exists():
        print(f"no annotated corpora in {a.shared}: nothing measured")
        return 0
    archive = Archive(Options(tagger=None, workers=2) if a.rules else Options(workers=2))
    measured: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        out = a.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        for name, (task, corpus) in TASKS.items():
            if a.only in (None, name):
                readings = out / f"{name}.jsonl"
                read_corpus(archive, a.shared / "data" / corpus, readings)
                measured[name] = score(a.shared, task, a.shared / "data" / corpus, readings)
                print(f"{name}: {json.dumps(measured[name])}", flush=True)
        if a.only in (None, "factuality"):
            articles = (a.shared / "data" / FACTUALITY).read_text(encoding="utf-8").strip().split("\n")
            measured["factuality"] = figures([row for _, row in judge(list(map(json.loads, articles)))])
            print(f"factuality: {json.dumps(measured['factuality'])}")
    wrong = check(flatten(measured), json.loads(a.floors.read_text())) if a.floors else []
    print("\n".join(wrong) if wrong else "all floors held" if a.floors else "no floors given")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
