"""How good and how fast the pair classifier is on what it was not trained on.

    python bench/classify.py [SHARED] [--model FILE]

Without SHARED: our probe of direction (`bench/direction.jsonl`) by form, and pairs a second on one core. With SHARED also: conflict or
cooperation on AW (`data/event_coding/AW_train.jsonl`, none of it trained on), and the labelled news pairs whose documents were held out of
training, with a table of how often what it is so sure of is so.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "train"))
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from accord.archive import Archive, Options
from accord.knowledge.plover import quad_of_root
from accord.model.pairs import MarkedPair, PairRelation
from accord.model.spans import Span
from accord.model.vocabulary import Quad
from events.news_pairs import Row, is_held_out, news_rows, read_jsonl

HERE = Path(__file__).resolve().parent
CONFLICT = (Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)
BINS = 10


def marked(row: Row) -> MarkedPair:
    """The pair of a row."""
    return MarkedPair(
        text=row["text"],
        source=tuple(Span(*s) for s in row["source_spans"]),
        target=tuple(Span(*s) for s in row["target_spans"]),
    )


def directions(rows: Sequence[Row], views: Sequence[PairRelation]) -> None:
    """Share of right directions by form; meetings are left out, as in the project's scorer."""
    seen, right = Counter[str](), Counter[str]()
    for row, view in zip(rows, views, strict=True):
        if row["gold_root"] != "CONSULT":
            for key in (row["form"], "all"):
                seen[key] += 1
                right[key] += view.direction == row["gold_direction"]
    for key in sorted(seen):
        print(f"  {key:<12} {right[key] / seen[key]:.3f}  of {seen[key]}")


def conflict(rows: Sequence[Row], views: Sequence[PairRelation]) -> float:
    """Share of pairs rightly told as conflict or cooperation, by the quad class of the root."""
    told = [quad_of_root(view.root) in CONFLICT for view in views]
    return sum(a == bool(row["gold_binary"]) for a, row in zip(told, rows, strict=True)) / len(rows)


def average_precision(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """Mean of the precision at each true one, best score first."""
    ranked = [t for _, t in sorted(zip(scores, truth, strict=True), key=lambda x: -x[0])]
    hits = 0
    total = 0.0
    for n, true in enumerate(ranked, 1):
        if true:
            hits += 1
            total += hits / n
    return total / max(1, hits)


def reliability(scores: Iterable[float], truth: Iterable[bool]) -> None:
    """For each tenth of probability: how many, how sure on average, how often so."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, true in zip(scores, truth, strict=True):
        bins[min(BINS - 1, int(score * BINS))].append((score, true))
    for group in bins:
        if group:
            sure, so = (sum(x[k] for x in group) / len(group) for k in (0, 1))
            print(f"  sure {sure:.2f}  so {so:.2f}  of {len(group)}")


def news(rows: Sequence[Row], views: Sequence[PairRelation]) -> None:
    """Figures on the news pairs."""
    truth = [row["related"] for row in rows]
    print(f"held-out news pairs: {len(rows)}, of which related {sum(truth)}")
    print(f"  related, average precision: {average_precision([v.related for v in views], truth):.3f}")
    both = [(row, view) for row, view, true in zip(rows, views, truth, strict=True) if true]
    checks: dict[str, Callable[[Row, PairRelation], bool]] = {
        "root": lambda row, view: view.root == row["root"],
        "quad": lambda row, view: quad_of_root(view.root) == quad_of_root(next(r for r in view.scores if r == row["root"])),
        "direction": lambda row, view: view.direction == row["direction"],
    }
    for name, right in checks.items():
        print(f"  {name} of the related: {sum(right(r, v) for r, v in both) / len(both):.3f}")
    print("reliability, related:")
    reliability([v.related for v in views], truth)
    print("reliability, root of the related:")
    reliability([max(v.scores.values()) for _, v in both], [v.root == r["root"] for r, v in both])


def main() -> int:
    """Prints the figures."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path, nargs="?")
    ap.add_argument("--model", type=Path)
    args = ap.parse_args()
    archive = Archive(Options(classifier=args.model) if args.model else Options())
    probe = read_jsonl(HERE / "direction.jsonl")
    start = time.perf_counter()
    views = list(archive.classify(map(marked, probe)))
    seconds = time.perf_counter() - start
    print("direction, our probe:")
    directions(probe, views)
    print(f"{len(probe) / seconds:.0f} pairs a second on one core")
    if args.shared is None or not (args.shared / "data").exists():
        return 0
    rows = read_jsonl(args.shared / "data" / "event_coding" / "AW_train.jsonl")
    print(f"AW, conflict or cooperation: {conflict(rows, list(archive.classify(map(marked, rows)))):.3f} of {len(rows)}")
    rows = [row for row in news_rows(args.shared)[0] if is_held_out(row)]
    news(rows, list(archive.classify(map(marked, rows))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
