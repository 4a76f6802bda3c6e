"""Findings on the annotated stories of `train/passages`: those that nothing learnt from (held out), or those learnt from.

    python bench/held_out.py SHARED [--learnt] [--out FOLDER] [--min-score X]

SHARED holds the texts of the real stories and `bench/score.py`; prints the scorer's figures for all and for each kind of news. The held-out
stories are chosen by a fixed rule (`passages.annotated.is_held_out`); run on them once a change is done, not while it is made. "second" are
60 groups of real reports that were annotated later (`held_out.jsonl`), when the others had been scored once; half of their groups were
made by accord itself, and a third of them hold reports of several happenings.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accord.archive import Archive
from quality import score, write_brief

_TRAIN = Path(__file__).parents[1] / "train"
sys.path.insert(0, str(_TRAIN))
from passages.annotated import is_held_out, texts_of

_FIRST, _SECOND = "findings.jsonl", "held_out.jsonl"
_KINDS = {
    "muc-": "muc4", "sy": "syria", "co-": "muc4", "pe-": "muc4", "sv-": "muc4", "pa-": "muc4", "basil-": "basil", "allsides-": "allsides",
}  # fmt: skip


def kind_of(story: str) -> str:
    """Kind of news by the name of the story."""
    return next((kind for start, kind in _KINDS.items() if story.startswith(start)), "written")


def real(shared: Path, out: Path, name: str) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Gold with quotes and the input file of each real story of a file."""
    texts = texts_of(shared)
    for line in (_TRAIN / "passages" / name).read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        gold = json.loads(line)
        for f in gold["findings"]:
            for v in f["values"]:
                v["quote"] = texts[v["report"]]["text"][v.pop("start") : v.pop("end")]
        path = out / f"{gold['story']}.jsonl"
        path.write_text("".join(json.dumps(texts[r], ensure_ascii=False) + "\n" for r in gold["reports"]), encoding="utf-8")
        yield gold, [str(path)]


def written() -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The same of the stories written for training."""
    for folder in sorted((_TRAIN / "passages/stories").iterdir()):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        yield gold | {"story": folder.name}, sorted(map(str, (folder / "reports").iterdir()))


def main() -> int:
    """Prints figures of all and of each kind."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--learnt", action="store_true", help="the stories that were learnt from instead")
    ap.add_argument("--out", type=Path, help="keep gold and briefs here")
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = a.out or Path(folder)
        for name in ("inputs", "briefs"):
            (out / name).mkdir(parents=True, exist_ok=True)
        archive = Archive()
        kinds: dict[str, Path] = {}
        counts: dict[str, int] = defaultdict(int)
        rounds = {"first": (*real(a.shared, out / "inputs", _FIRST), *written()), "second": (*real(a.shared, out / "inputs", _SECOND),)}
        for which, gold, reports in ((n, *row) for n, rows in rounds.items() for row in rows):
            if is_held_out(gold["story"]) == a.learnt:
                continue
            write_brief(archive, reports, out / "briefs" / f"{gold['story']}.json")
            for kind in (which, f"{which} {kind_of(gold['story'])}"):
                kinds.setdefault(kind, out / f"gold-{kind.replace(' ', '-')}").mkdir(exist_ok=True)
                (kinds[kind] / f"{gold['story']}.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
                counts[kind] += 1
        for kind, where in kinds.items():
            print(f"{kind} ({counts[kind]} stories): {json.dumps(score(a.shared, 'findings', where, out / 'briefs'))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
