"""Trains what says whether two figures of facing sentences measure one thing: trees over what reading knows of them.

    python train/figures.py SHARED --work FOLDER --views LEFT_OUT.pkl... --to src/accord/reconcile/data

WORK and the views are those of `findings.py`, which takes from here, for each story, trees that did not see it. Labels are in
`passages/figures.jsonl`. Prints how well figures that clash are told to be of one thing, in stories left out, and writes `figures.json`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from accord.reconcile.figures import TREES, FigurePair, Figures
from accord.reconcile.passages import Facing
from accord.reconcile.trees import Trees, read_trees
from boosting import FOLDS, exported, grown, tree_fold
from passages.annotated import Story, measured, stories
from views import facings


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """What trees of figures learn from.

    Attributes:
        names: Of the columns.
        x: (rows, columns) numbers of pairs of figures.
        y: (rows,) how far they measure one thing.
        clash: (rows,) whether no number satisfies both.
        folds: (rows,) the part of the stories that each lies in.
    """

    names: Sequence[str]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    clash: NDArray[np.bool_]
    folds: NDArray[np.int64]

    def trees(self, but: int | None = None) -> Trees:
        """Trees that saw all stories, or all but one part."""
        rows = self.folds != but
        return read_trees(exported(grown(self.x[rows], self.y[rows]), self.names))


def labelled(story: Story, pairs: Iterable[Facing]) -> Iterator[tuple[FigurePair, float]]:
    """Figures of a story that a reader saw side by side, and how far they measure one thing."""
    figures = Figures(story.readings)
    for f in pairs:
        left, right = story.readings[f.a], story.readings[f.b]
        place = str(left.report.id), left.sentences[f.i].span.start, str(right.report.id), right.sentences[f.j].span.start
        told = measured().get((story.id, place))
        if told is None:
            continue
        for pair in figures.of(f):
            if pair.a.span in told.shown[0] and pair.b.span in told.shown[1]:
                yield pair, told.same.get((pair.a.span, pair.b.span), 0.0)


def figure_table(found: Iterable[Story], pairs: Mapping[str, Sequence[Facing]]) -> FigureTable:
    """Rows of all stories of which figures were looked at; columns in alphabetical order, numbers as exact as they are shipped."""
    rows = [(pair, share, tree_fold(s.id)) for s in found for pair, share in labelled(s, pairs.get(s.id, ()))]
    names = sorted(rows[0][0].row)
    return FigureTable(
        names=names, x=np.array([[np.float32(p.row[n]) for n in names] for p, _, _ in rows], dtype=np.float64),
        y=np.array([share for _, share, _ in rows]), clash=np.array([p.clash for p, _, _ in rows]),
        folds=np.array([fold for _, _, fold in rows]),
    )  # fmt: skip


def main() -> None:
    """Trains, prints, writes."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--work", type=Path, required=True)
    ap.add_argument("--views", type=Path, nargs="+", required=True)
    ap.add_argument("--to", type=Path)
    a = ap.parse_args()
    pairs, _ = facings(a.views)
    table = figure_table(stories(a.shared, a.work), pairs)
    scores = np.zeros(len(table.y))
    for k in range(FOLDS):
        one_thing = table.trees(but=k)
        for n in np.flatnonzero(table.folds == k):
            scores[n] = one_thing.probability(dict(zip(table.names, map(float, table.x[n]), strict=True)))
    clash = table.clash
    print(f"{len(table.y)} pairs of figures, {table.y.sum():.0f} of one thing; that clash {clash.sum()}, {table.y[clash].sum():.0f}")
    print(f"average precision {average_precision_score(table.y >= 0.5, scores):.3f}, of those that clash"
          f" {average_precision_score(table.y[clash] >= 0.5, scores[clash]):.3f}")  # fmt: skip
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
        here = clash & (scores >= least)
        print(f"  from {least}: P {table.y[here].mean():.2f} R {table.y[here].sum() / table.y[clash].sum():.2f} ({here.sum()} that clash)")
    if a.to:
        (a.to / f"{TREES}.json").write_text(exported(grown(table.x, table.y), table.names), encoding="utf-8")


if __name__ == "__main__":
    main()
