"""Time expressions of annotated texts against their TIMEX3 gold: the project's figures, and which rules the values fail.

    python bench/times.py SHARED GOLD.jsonl... [--half even|odd] [--wrong RULE]

GOLD is a file of `SHARED/data/timex` (`id`, `dct`, `text`, `timex`). A line a file gives span and value F1 as `score.py times` counts them;
then follow, over all files, the rules by how many of their expressions are false or have another value. `--half` takes every other
document, so that rules are written on one half and believed on the other; `--wrong RULE` lists what that rule gets wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from accord.archive import Archive
from accord.extract.times import find_times
from accord.model.reading import Reading
from accord.views.contract import dumps, report_json


def _score(shared: Path, gold: Path, readings: list[Reading]) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(dumps(report_json(r)) + "\n" for r in readings)
        out.flush()
        command = [sys.executable, str(shared / "bench/score.py"), "times", str(gold), out.name]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _by_rule(rows: dict[str, dict[str, Any]], readings: list[Reading], wrong: str) -> dict[str, Counter[str]]:
    """Right, of another value, or false, for each rule; an expression is matched to the gold that it overlaps most."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        row = rows[str(reading.report.id)]
        for mention, time in zip(find_times(reading.sentences), reading.times, strict=True):
            met = [t for t in row["timex"] if t["start"] < time.span.end and time.span.start < t["end"]]
            told = max(met, key=lambda t: min(t["end"], time.span.end) - max(t["start"], time.span.start))["value"] if met else None
            kind = "false" if not met else "right" if told == time.value else "value"
            out[mention.rule][kind] += 1
            if kind != "right" and mention.rule == wrong:
                sys.stdout.write(f"  {reading.report.id} [{time.span.of(reading.report.text)}] {time.value}, gold {told}\n")
    return out


def main() -> int:
    """Prints the tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("shared", type=Path)
    arguments.add_argument("gold", nargs="+", type=Path)
    arguments.add_argument("--half", choices=("even", "odd"))
    arguments.add_argument("--wrong", default="")
    given = arguments.parse_args()
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for path in given.gold:
        lines = path.read_text(encoding="utf-8").strip().split("\n")
        lines = lines[given.half == "odd" :: 2] if given.half else lines
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as half:
            half.write("\n".join(lines))
            half.flush()
            readings = [r for r in Archive().read([half.name]) if isinstance(r, Reading)]
            figures = _score(given.shared, Path(half.name), readings)
        f1 = "  ".join(f"{k} {figures[k]['f1']:.3f}" for k in ("strict", "relaxed", "type", "value"))
        sys.stdout.write(f"{path.stem:16} {figures['n_gold']:5}  {f1}  (precision {figures['relaxed']['p']:.3f})\n")
        for rule, counts in _by_rule({str(json.loads(x)["id"]): json.loads(x) for x in lines}, readings, given.wrong).items():
            total[rule].update(counts)
    for rule, counts in sorted(total.items(), key=lambda r: -sum(r[1].values())):
        sys.stdout.write(f"{rule:20} right {counts['right']:5}  value {counts['value']:4}  false {counts['false']:4}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
