"""Trains what turns views of passages into findings: trees over the views and what reading knows, for differences and for agreements.

    python train/findings.py SHARED --work FOLDER --views LEFT_OUT.pkl... --to src/accord/reconcile/data

WORK is that of `comparer.py`, the views are those of stories that its network had not seen (`--fold`). Prints, for stories that neither the
network nor the trees saw, how many annotated differences are found and how many found ones are annotated, at several thresholds. Trees
learn from what readers said of each pair, and where they were of two minds from both; stories of which only pairs were read bring nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from accord.reconcile.judged import groups, rows_of
from accord.reconcile.passages import Facing
from accord.reconcile.trees import Trees
from boosting import FOLDS, exported, grown, odds, tree_fold
from figures import figure_table
from passages.annotated import Story, stories
from views import Said, facings

_DIFFERENCE, _AGREEMENT, _TENSION = ("contradiction", "update"), ("equivalence", "subsumption"), ("tension",)


def joined(story: Story, relations: tuple[str, ...], *, optional: bool) -> list[dict[int, set[int]]]:
    """For each finding of these relations, the sentences of its values by reading."""
    out = []
    for f in story.findings:
        if f.relation in relations and (optional or not f.optional):
            sentences: dict[int, set[int]] = defaultdict(set)
            for v in f.values:
                r = story.readings[v.reading]
                sentences[v.reading] |= {s.index for s in r.sentences if s.span.start < v.end and s.span.end > v.start}
            out.append(sentences)
    return out


def hits(told: Mapping[int, set[int]], found: Mapping[int, set[int]]) -> int:
    """Reports in which a found finding touches a told one."""
    return sum(bool(told[k] & found.get(k, set())) for k in told)


def measure(
    told: Sequence[Story], pairs: Mapping[str, Sequence[Facing]], scores: Mapping[str, Sequence[float]], least: float, agree: bool
) -> str:
    """Precision, recall and F1 of findings as bench/score.py counts them."""
    c: Counter[str] = Counter()
    for s in told:
        found = [_by_report(g) for g in groups(pairs.get(s.id, ()), scores.get(s.id, ()), least)]
        wanted = joined(s, _AGREEMENT if agree else _DIFFERENCE, optional=False)
        fine = joined(s, _AGREEMENT if agree else (*_DIFFERENCE, *_TENSION), optional=True)
        agreed = joined(s, _AGREEMENT, optional=True)
        right = [any(hits(g, f) >= 2 for g in fine) for f in found]
        c["gold"] += len(wanted)
        c["recalled"] += sum(any(hits(g, f) >= min(2, len(g)) for f in found) for g in wanted)
        c["found"] += len(found)
        c["right"] += sum(right)
        c["wolf"] += sum(any(hits(g, f) >= 2 for g in agreed) and not ok for f, ok in zip(found, right, strict=True))
    p, r = c["right"] / max(1, c["found"]), c["recalled"] / max(1, c["gold"])
    return f"P {p:.2f} R {r:.2f} F1 {2 * p * r / max(1e-9, p + r):.3f} ({c['found']} found, {c['gold']} annotated, {c['wolf']} wolves)"


def _by_report(group: Sequence[tuple[int, int]]) -> dict[int, set[int]]:
    out: dict[int, set[int]] = defaultdict(set)
    for report, sentence in group:
        out[report].add(sentence)
    return out


def kind_of(story: str) -> str:
    """Which sort of news a story is."""
    sorts = {"sy": "Syria", "co-": "MUC-4", "pe-": "MUC-4", "sv-": "MUC-4", "pa-": "MUC-4", "basil": "BASIL", "allsides": "AllSides"}
    return next((name for start, name in sorts.items() if story.startswith(start)), "written")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What trees learn from.

    Attributes:
        told: Annotated stories.
        pairs: Of each story, with the network's view.
        names: Of the columns.
        x: (rows, columns) numbers of their pairs.
        where: Story of each row, and which of its pairs it is.
        labels: "difference" and "agreement" -> (rows,) shares.
    """

    told: Sequence[Story]
    pairs: Mapping[str, Sequence[Facing]]
    names: Sequence[str]
    x: NDArray[np.float64]
    where: Sequence[tuple[str, int]]
    labels: Mapping[str, NDArray[np.float64]]

    def left_out(self, y: NDArray[np.float64]) -> NDArray[np.float64]:
        """(rows,) probabilities by trees that saw none of the story."""
        folds = np.array([tree_fold(s) for s, _ in self.where])
        scores = np.zeros(len(y))
        for k in range(FOLDS):
            scores[folds == k] = 1 / (1 + np.exp(-odds(grown(self.x[folds != k], y[folds != k]), self.x[folds == k])))
        return scores


def table_of(
    found: Iterable[Story], pairs: Mapping[str, Sequence[Facing]], said: Mapping[str, Sequence[Said]], one_thing: Sequence[Trees]
) -> Table:
    """Rows of the annotated stories of which pairs are there; columns in alphabetical order, numbers as exact as they are shipped.

    Args:
        found: Stories.
        pairs: Of each, with the network's view.
        said: What readers said of them.
        one_thing: For each part of the stories, trees of figures that did not see it (`figures.py`).
    """
    where: list[tuple[str, int]] = []
    rows: list[Mapping[str, float]] = []
    labels: dict[str, list[float]] = {"difference": [], "agreement": []}
    told = [s for s in found if s.id in pairs and s.annotated]
    for s in told:
        rows += rows_of(s.readings, pairs[s.id], one_thing[tree_fold(s.id)])
        where += [(s.id, k) for k in range(len(pairs[s.id]))]
        for what, marks in labels.items():
            marks += [getattr(x, what) for x in said[s.id]]
    names = sorted(rows[0])
    x: NDArray[np.float64] = np.array([[np.float32(r[n]) for n in names] for r in rows], dtype=np.float64)
    return Table(told=told, pairs=pairs, names=names, x=x, where=where, labels={what: np.array(marks) for what, marks in labels.items()})


def main() -> None:
    """Trains, prints, writes."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--work", type=Path, required=True)
    ap.add_argument("--views", type=Path, nargs="+", required=True)
    ap.add_argument("--to", type=Path)
    a = ap.parse_args()
    found, (pairs, said) = list(stories(a.shared, a.work)), facings(a.views)
    figures = figure_table(found, pairs)
    table = table_of(found, pairs, said, [figures.trees(but=k) for k in range(FOLDS)])
    told = table.told
    for what, y in table.labels.items():
        scores = table.left_out(y)
        by: dict[str, list[float]] = defaultdict(list)
        for (name, _), v in zip(table.where, scores, strict=True):
            by[name].append(float(v))
        print(f"{what}: {y.sum():.0f} of {len(y)} pairs")
        for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
            print(f"  from {least}: {measure(told, table.pairs, by, least, what == 'agreement')}")
            for kind in sorted({kind_of(s.id) for s in told}):
                here = [s for s in told if kind_of(s.id) == kind]
                print(f"      {kind}: {measure(here, table.pairs, by, least, what == 'agreement')}")
        reliability(y, scores)
        if a.to:
            (a.to / f"{what}s.json").write_text(exported(grown(table.x, y), table.names), encoding="utf-8")


def reliability(y: NDArray[np.float64], scores: NDArray[np.float64]) -> None:
    """How well scores rank, and how many of the pairs of a score are what it says."""
    print(f"  average precision of pairs {average_precision_score(y >= 0.5, scores):.3f}")
    for low, high in ((0.0, 0.05), (0.05, 0.1), (0.1, 0.2), (0.2, 0.3), (0.3, 0.4), (0.4, 0.6), (0.6, 1.01)):
        here = (scores >= low) & (scores < high)
        if here.any():
            mean, true = scores[here].mean(), y[here].mean()
            print(f"  scores {low:.2f} to {high:.2f}: {int(here.sum())} pairs, mean {mean:.3f}, true {true:.3f}")


if __name__ == "__main__":
    main()
