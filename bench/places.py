"""Gold toponyms -> recognition and resolution of places, by halves of the reports.

    python bench/places.py SHARED/data/geoparsing/lgl.jsonl [...] [--no-outlet]

Rules were written on even-numbered reports (from 0); the odd ones were only scored. Places are matched as `bench/score.py` of the shared
folder matches them: one to one, the largest overlap first. `acc161` is the share of resolved matches within 161 km (100 miles) of gold.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from accord.extract.entities import find_entities
from accord.extract.places import find_places
from accord.knowledge.geography import distance_km
from accord.model.reading import Place
from accord.model.report import Provenance, Report, ReportId
from accord.model.sentence import ParsedReport
from accord.model.spans import Span
from accord.parse.spacy_parser import SpacyParser

_MILES_100 = 161.0


def report(row: dict[str, Any], *, outlet: bool) -> Report:
    """A row of the gold file as a report."""
    digest = "sha256:" + hashlib.sha256(row["text"].encode()).hexdigest()
    return Report(
        id=ReportId(row["id"]),
        text=row["text"],
        provenance=Provenance(kind="jsonl", location=row["id"], digest=digest),
        headline=row.get("title"),
        publisher=row.get("outlet") if outlet else None,
    )


def gold_places(row: dict[str, Any]) -> list[Place]:
    """Gold toponyms that have a position."""
    return [
        Place(span=Span(t["start"], t["end"]), sentence=0, name=t["name"], kind="", latitude=float(t["lat"]), longitude=float(t["lon"]))
        for t in row["toponyms"]
        if t.get("lat") is not None
    ]


def matches(gold: Sequence[Place], found: Sequence[Place]) -> list[tuple[Place, Place]]:
    """Pairs that overlap, the largest overlap first, each place once."""
    pairs = ((g.span.overlap(p.span), i, j) for i, g in enumerate(gold) for j, p in enumerate(found))
    used: tuple[set[int], set[int]] = set(), set()
    out = []
    for overlap, i, j in sorted(pairs, key=lambda x: -x[0]):
        if overlap and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((gold[i], found[j]))
    return out


def count(gold: Sequence[Place], found: Sequence[Place]) -> Counter[str]:
    """Numbers of one report."""
    pairs = matches(gold, found)
    distances = [d for g, p in pairs if (d := distance_km(g, p)) is not None]
    return Counter(
        gold=len(gold), found=len(found), matched=len(pairs), resolved=len(distances), near=sum(d <= _MILES_100 for d in distances)
    )


def line(n: Counter[str]) -> str:
    """Figures of some reports."""
    f1 = 2 * n["matched"] / max(1, n["gold"] + n["found"])
    return (
        f"P {n['matched'] / max(1, n['found']):.3f} R {n['matched'] / max(1, n['gold']):.3f} F1 {f1:.3f}"
        f"  acc161 {n['near'] / max(1, n['resolved']):.3f} of {n['resolved']}"
        f"  end to end {n['near'] / max(1, n['gold']):.3f} of {n['gold']}"
    )


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path, nargs="+")
    ap.add_argument("--no-outlet", action="store_true", help="hide who published the reports")
    a = ap.parse_args()
    parser = SpacyParser()
    for path in a.gold:
        rows = [json.loads(text) for text in path.read_text(encoding="utf-8").strip().split("\n") if text.strip()]
        halves: tuple[Counter[str], Counter[str]] = Counter(), Counter()
        seconds, words = 0.0, 0
        parses = parser.parse([report(r, outlet=not a.no_outlet) for r in rows])
        for k, (row, parsed) in enumerate(zip(rows, parses, strict=True)):
            if not isinstance(parsed, ParsedReport):
                continue
            entities = find_entities(parsed, parsed.report.published)
            start = time.perf_counter()
            found = find_places(parsed, entities)
            seconds += time.perf_counter() - start
            words += sum(len(s.tokens) for s in parsed.sentences)
            halves[k % 2].update(count(gold_places(row), found))
        print(f"{path.stem}\n  even {line(halves[0])}\n  odd  {line(halves[1])}\n  all  {line(halves[0] + halves[1])}")
        print(f"  {seconds / max(1, words) * 800 * 1000:.1f} ms a report of 800 words")


if __name__ == "__main__":
    main()
