"""Trains what tells stories apart: the background of term frequencies, and the weights of the likeness of two reports.

    python train/stories.py background CACHE --to src/accord/reconcile/data/background_terms.tsv CORPUS.jsonl...
    python train/stories.py fit SHARED --work FOLDER --to src/accord/reconcile/data/story_weights.tsv

`background` counts in how many reports of plain corpora (none of those that stories are scored on) each term stands. `fit` reads the five
sets of grouped reports in SHARED, keeps their readings in FOLDER, prints B-cubed F1 of each kind by weights learned from the other four,
and writes the weights learned from all. Logistic regression on pairs of reports that share keys, each kind with equal say, 35 of 100 alike.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from accord.archive import Archive, Options
from accord.model.reading import Reading
from accord.reconcile import likeness, stories
from accord.reconcile.profiles import Frequencies, Profile, Weighted, profile
from accord.reconcile.terms import terms

_LEAST = 3  # reports that hold a term of the background
_ALIKE = 0.35  # share of the weight of pairs of one story
_RIDGE = 1.0
_NEAR = 0.05  # likeness of words under which a pair is too plainly of two stories to teach anything
_ROUNDS = 30
# Kind of news -> files of its reports, field of the story, field of the id; reports without a story are distractors.
KINDS = {
    "syria": (("stories_syria/stories_dev.jsonl", "stories_syria/pool_dev.jsonl"), "story_id"),
    "muc4": (("stories_muc4/stories_dev.jsonl",), "story_id"),
    "basil": (("stories_basil/stories_dev.jsonl",), "story_id"),
    "allsides": (("stories_allsides/stories_dev.jsonl",), "story_id"),
    "ecb": (("ecbplus/train.jsonl", "ecbplus/dev.jsonl"), "story"),
}
_Array = NDArray[np.float64]


def readings_of(rows: Sequence[Mapping[str, object]], kept: Path) -> list[Reading]:
    """Readings of the rows by rules alone, kept in a file for the next time."""
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        inputs = kept.with_suffix(".jsonl")
        with inputs.open("w", encoding="utf-8") as out:
            for r in rows:
                fields = {"id": r["doc_id"], "text": r["text"], "headline": r.get("title"), "publisher": r.get("outlet")}
                fields["date_published"] = r.get("date") or r.get("date_guess")
                out.write(json.dumps(fields, ensure_ascii=False) + "\n")
        archive = Archive(Options(tagger=None, classifier=None))
        kept.write_bytes(pickle.dumps([r for r in archive.read([str(inputs)]) if isinstance(r, Reading)]))
    found: list[Reading] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
    return found


def kind_of(shared: Path, kind: str, work: Path) -> tuple[list[Reading], dict[str, str]]:
    """Readings of a kind, and the story of each report that has one."""
    files, field = KINDS[kind]
    rows = [json.loads(line) for f in files for line in (shared / "data" / f).read_text(encoding="utf-8").split("\n") if line]
    return readings_of(rows, work / f"{kind}.pkl"), {r["doc_id"]: r[field] for r in rows if r.get(field)}


def b_cubed(groups: Sequence[Sequence[str]], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall, F1 over the reports that have a story (Bagga and Baldwin 1998); one without, in a group with them, is a fault."""
    size = Counter(gold.values())
    precision = recall = 0.0
    for group in groups:
        for story, n in Counter(gold[r] for r in group if r in gold).items():
            precision += n * n / len(group)
            recall += n * n / size[story]
    p, r = precision / len(gold), recall / len(gold)
    return p, r, 2 * p * r / (p + r)


def pairs(readings: Sequence[Reading], gold: Mapping[str, str]) -> Iterator[tuple[Weighted, Weighted, bool]]:
    """Pairs that a stream would look at, and whether they are of one story; pairs of two distractors are left out."""
    profiles: list[Profile] = [profile(r) for r in readings]
    frequencies = Frequencies()
    frequencies.add(profiles)
    weighted = [frequencies.weigh(p) for p in profiles]
    where: dict[str, list[int]] = defaultdict(list)
    for k, w in enumerate(weighted):
        shared: Counter[int] = Counter(other for key in w.keys for other in where[key])
        for other, n in sorted(shared.items()):
            gap = likeness.days_between(profiles[k], profiles[other])
            a, b = gold.get(readings[k].report.id), gold.get(readings[other].report.id)
            if n > 1 and (gap is None or gap <= stories.WINDOW.days) and (a or b):
                yield weighted[other], w, a == b
        for key in w.keys:
            where[key].append(k)


def fit(data: Sequence[tuple[_Array, _Array]]) -> tuple[_Array, float]:
    """Weights and bias of a logistic regression over several sets, each with the same say (Newton's method, ridge on standard scale)."""
    x = np.vstack([x for x, _ in data])
    y = np.concatenate([y for _, y in data])
    w = np.concatenate([np.where(y == 1, _ALIKE / max(1, y.sum()), (1 - _ALIKE) / max(1, (1 - y).sum())) * 1000 for _, y in data])
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / deviation, np.ones(len(x))]
    ridge = np.diag([_RIDGE] * x.shape[1] + [0.0])
    b = np.zeros(z.shape[1])
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-z @ b))
        b -= np.linalg.solve((z.T * (p * (1 - p) * w)) @ z + ridge, z.T @ ((p - y) * w) + ridge @ b)
    return b[:-1] / deviation, float(b[-1] - (b[:-1] * mean / deviation).sum())


def scored(readings: Sequence[Reading], gold: Mapping[str, str], weights: _Array, bias: float) -> tuple[float, float, float]:
    """B-cubed of the stream with these weights."""
    likeness._weights = lambda: (tuple(weights.tolist()), bias)  # type: ignore[assignment]  # noqa: SLF001 - trained here
    groups = stories.group_stories(readings, itemize=False)
    return b_cubed([[readings[k].report.id for k in g] for g in groups], gold)


def background(corpora: Sequence[Path], cache: Path, to: Path) -> None:
    """Writes how many reports of the corpora hold each term."""
    seen: Counter[str] = Counter()
    total = 0
    for path in corpora:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        named = [r | {"doc_id": r.get("doc_id") or r.get("id")} for r in rows]
        for reading in readings_of(named, cache / f"{path.parent.name}-{path.stem}.pkl"):
            seen.update({t for s in reading.sentences for t in terms(s)})
            total += 1
    rows_ = [f"\t{total}", *(f"{t}\t{n}" for t, n in sorted(seen.items()) if n >= _LEAST)]
    to.write_text("\n".join(rows_) + "\n", encoding="utf-8")


def main() -> int:
    """Runs one of the two."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest="command", required=True)
    b = sub.add_parser("background")
    b.add_argument("cache", type=Path)
    b.add_argument("corpora", type=Path, nargs="+")
    b.add_argument("--to", type=Path, required=True)
    f = sub.add_parser("fit")
    f.add_argument("shared", type=Path)
    f.add_argument("--work", type=Path, required=True)
    f.add_argument("--to", type=Path)
    a = ap.parse_args()
    if a.command == "background":
        background(a.corpora, a.cache, a.to)
        return 0
    sets = {kind: kind_of(a.shared, kind, a.work) for kind in KINDS}
    data = {}
    for kind, (readings, gold) in sets.items():
        found = [(likeness.features(x, y), same) for x, y, same in pairs(readings, gold)]
        found = [(x, same) for x, same in found if x[0] >= _NEAR]
        data[kind] = np.array([x for x, _ in found]), np.array([float(y) for _, y in found])
        print(f"{kind}: {len(readings)} reports, {len(set(gold.values()))} stories, {len(found)} pairs")
    every = []
    for kind, (readings, gold) in sets.items():
        p, r, f1 = scored(readings, gold, *fit([d for k, d in data.items() if k != kind]))
        every.append(f1)
        print(f"{kind}, learned from the others: B-cubed P {p:.3f} R {r:.3f} F1 {f1:.3f}")
    print(f"mean {math.fsum(every) / len(every):.3f}")
    weights, bias = fit(list(data.values()))
    for kind, (readings, gold) in sets.items():
        print(f"{kind}, learned from all: B-cubed P {{:.3f}} R {{:.3f}} F1 {{:.3f}}".format(*scored(readings, gold, weights, bias)))
    three = [sets[k] for k in ("syria", "muc4", "basil")]
    pooled = [r for readings, _ in three for r in readings], {r: s for _, gold in three for r, s in gold.items()}
    print("Syria, MUC-4 and BASIL in one stream: B-cubed P {:.3f} R {:.3f} F1 {:.3f}".format(*scored(*pooled, weights, bias)))
    if a.to:
        rows = [*zip(likeness.FEATURES, weights, strict=True), ("bias", bias)]
        a.to.write_text("".join(f"{name}\t{weight:.5f}\n" for name, weight in rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
