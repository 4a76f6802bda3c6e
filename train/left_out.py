"""Findings of the whole comparison on annotated stories that neither network nor trees had seen: what a change of comparing is worth.

    python train/left_out.py SHARED --work FOLDER --minilm FOLDER --fold WEIGHTS.pt...

WORK is that of `comparer.py`; each WEIGHTS.pt is a network that left a part of the stories out (`--fold`), with its views beside it. Trees
are learnt in four parts. Prints the scorer's figures for all stories and for each kind of news. These stories may be read and learnt from,
so that a choice made by these figures is not blind: for that there is `bench/held_out.py`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from accord.engine.wordpiece import WordPieces
from accord.model.passages import Passage
from accord.model.story import Finding
from accord.reconcile.align import align
from accord.reconcile.judged import Judged
from accord.reconcile.passages import passages_of
from accord.reconcile.reconcile import compare_all, number, weighed
from boosting import FOLDS
from comparer import carries, student
from figures import figure_table
from findings import Table, kind_of, table_of
from passages.annotated import Story, fold_of, stories
from relations import vocabulary
from views import facings

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
from quality import score

_LIKELY = 0.05  # of pairs that may become a finding; of others nobody asks which words carry the value


def judged(table: Table, weights: Sequence[Path], minilm: Path) -> dict[str, list[Judged]]:
    """Pairs of each annotated story as they are judged by those that never saw it."""
    differ, agree = (table.left_out(table.labels[what]) for what in ("difference", "agreement"))
    rows: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for (story, k), d, a in zip(table.where, differ, agree, strict=True):
        rows[story].append((k, float(d), float(a)))
    pieces = WordPieces(vocabulary(minilm))
    out: dict[str, list[Judged]] = {}
    for fold, path in enumerate(weights):
        network = student(minilm)
        network.load_state_dict(torch.load(path, weights_only=True))
        for s in (s for s in table.told if fold_of(s.id, len(weights)) == fold):
            told = [passages_of(r) for r in s.readings]
            found = [_with_passages(Judged(table.pairs[s.id][k], d, a), told) for k, d, a in rows[s.id]]
            likely = [k for k, j in enumerate(found) if max(j.difference, j.agreement) >= _LIKELY]
            shown = carries(network, [found[k].facing.passages for k in likely], pieces)
            for k, (left, right) in zip(likely, shown, strict=True):
                facing = found[k].facing
                found[k] = replace(found[k], facing=replace(facing, view=replace(facing.view, carries=(tuple(left), tuple(right)))))
            out[s.id] = found
    return out


def _with_passages(pair: Judged, told: Sequence[Sequence[Passage]]) -> Judged:
    """With the two passages, of which no word carries anything yet."""
    f = pair.facing
    both = told[f.a][f.i], told[f.b][f.j]
    none = (0.0,) * len(both[0].words), (0.0,) * len(both[1].words)
    return replace(pair, facing=replace(f, passages=both, view=replace(f.view, carries=none)))


def gold(story: Story) -> dict[str, Any]:
    """The annotation as the scorer reads it."""
    text = [r.report.text for r in story.readings]
    return {"story": story.id, "findings": [
        {
            "relation": f.relation, "aspect": f.aspect, "subject": "", "optional": f.optional,
            "values": [
                {"report": story.readings[v.reading].report.id, "quote": text[v.reading][v.start : v.end], "value": v.value}
                for v in f.values
            ],
        }
        for f in story.findings
    ]}  # fmt: skip


def brief(story: Story, found: Sequence[Finding]) -> dict[str, Any]:
    """What is found as the scorer reads it."""
    told = [
        {
            "relation": f.relation, "aspect": f.aspect, "subject": f.subject,
            "values": [{"report": v.report_id, "start": v.span.start, "end": v.span.end, "value": v.value} for v in f.values],
        }
        for f in found
    ]  # fmt: skip
    return {"reports": [{"id": r.report.id, "text": r.report.text} for r in story.readings], "stories": [{"findings": told}]}


def write(out: Path, told: Sequence[Story], pairs: Mapping[str, Sequence[Judged]], own: Set[str]) -> dict[str, Path]:
    """Gold by kind of news, and of the project's own findings by themselves, and briefs; the folders of the gold."""
    folders: dict[str, Path] = {}
    (out / "briefs").mkdir()
    for s in told:
        story = replace(align(s.readings), judged=tuple(pairs[s.id]))
        found = number(weighed(compare_all(story), story), s.readings)
        (out / "briefs" / f"{s.id}.json").write_text(json.dumps(brief(s, found), ensure_ascii=False), encoding="utf-8")
        for kind in ("all", kind_of(s.id), *(["data/findings"] if s.id in own else [])):
            folders.setdefault(kind, out / f"gold-{kind.replace('/', '-')}").mkdir(exist_ok=True)
            (folders[kind] / f"{s.id}.json").write_text(json.dumps(gold(s), ensure_ascii=False), encoding="utf-8")
    return folders


def main() -> None:
    """Prints figures of all and of each kind."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--work", type=Path, required=True)
    ap.add_argument("--minilm", type=Path, required=True)
    ap.add_argument("--fold", type=Path, nargs="+", required=True, help="weights of each fold, in order")
    a = ap.parse_args()
    found, (views, said) = list(stories(a.shared, a.work)), facings([path.with_suffix(".pkl") for path in a.fold])
    figures = figure_table(found, views)
    table = table_of(found, views, said, [figures.trees(but=k) for k in range(FOLDS)])
    pairs = judged(table, a.fold, a.minilm)
    own = {p.stem for p in (a.shared / "data/findings").glob("*.json")}
    with tempfile.TemporaryDirectory() as folder:
        for kind, where in write(Path(folder), table.told, pairs, own).items():
            print(f"{kind}: {json.dumps(score(a.shared, 'findings', where, Path(folder) / 'briefs'))}")


if __name__ == "__main__":
    main()
