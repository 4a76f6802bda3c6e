"""Figures of the main job on annotated stories, by the project's scorer, against pinned floors.

    python bench/quality.py SHARED [--floors bench/floors.json] [--out FOLDER] [--only STORIES]

SHARED holds `bench/score.py`, `bench/story_inputs.py`, `data/findings`, `data/stories_*` and `stories`; where it is absent, says so
and passes: outside users do not have it. STORIES is another folder of annotated stories (`tests/stories`, `tests/blind`). A floor is
a figure that must not fall; it is lowered by hand only, in a commit of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from accord.archive import Archive
from accord.views.contract import brief_json, dumps

KINDS: dict[str, str | tuple[str, ...]] = {"syria": "sy-", "muc4": ("co-", "pe-", "sv-"), "basil": "basil-", "allsides": "allsides-"}


def write_brief(archive: Archive, reports: list[str], out: Path) -> None:
    """What `accord brief REPORTS --json` prints."""
    out.write_text(dumps(brief_json(archive.brief(reports))), encoding="utf-8")


def score(shared: Path, *arguments: str | Path) -> dict[str, Any]:
    """The last line of the scorer."""
    command = [sys.executable, str(shared / "bench/score.py"), *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def findings_figures(shared: Path, out: Path, archive: Archive) -> dict[str, Any]:
    """Findings on the 39 real stories: all of them, and each kind of news."""
    inputs = out / "inputs"
    texts = sorted((shared / "data").glob("stories_*/stories_dev.jsonl"))
    subprocess.run(
        [sys.executable, shared / "bench/story_inputs.py", shared / "data/findings", inputs, *texts], check=True, capture_output=True
    )
    briefs = out / "findings"
    briefs.mkdir()
    for story in sorted(inputs.glob("*.jsonl")):
        write_brief(archive, [str(story)], briefs / f"{story.stem}.json")
    parade = sorted(map(str, (shared / "stories/parade-2025/reports").iterdir()))
    write_brief(archive, parade, briefs / "parade-2025.json")
    figures = {"findings": score(shared, "findings", shared / "data/findings", briefs)}
    for kind, prefix in KINDS.items():
        gold = out / f"gold-{kind}"
        gold.mkdir()
        for path in (shared / "data/findings").glob("*.json"):
            if path.name.startswith(prefix):
                (gold / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
        figures[f"findings.{kind}"] = score(shared, "findings", gold, briefs)
    return figures


def story_figures(shared: Path, stories: Path, out: Path, archive: Archive) -> dict[str, Any]:
    """All parts of each written story, the means over those beside the parade, and their findings together."""
    briefs = out / f"briefs-{stories.name}"
    briefs.mkdir()
    figures: dict[str, Any] = {}
    gold = out / f"gold-{stories.name}"
    gold.mkdir()
    for folder in sorted(p for p in stories.iterdir() if p.is_dir()):
        brief = briefs / f"{folder.name}.json"
        write_brief(archive, sorted(map(str, (folder / "reports").iterdir())), brief)
        figures[f"story.{folder.name}"] = score(shared, "story", folder / "gold.json", brief)
        if folder.name != "parade-2025":
            (gold / f"{folder.name}.json").write_text((folder / "gold.json").read_text(encoding="utf-8"), encoding="utf-8")
    figures["stories"] = score(shared, "findings", gold, briefs)
    others = [
        flatten({k: v for k, v in f.items() if k != "findings"}) for n, f in figures.items() if n not in ("stories", "story.parade-2025")
    ]
    names = sorted({k for f in others for k in f})
    figures["stories.mean"] = {n: round(sum(f[n] for f in others if n in f) / sum(n in f for f in others), 4) for n in names}
    return figures


def flatten(figures: dict[str, Any], prefix: str = "") -> dict[str, float]:
    """Nested figures as dotted names; numbers only."""
    out: dict[str, float] = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            out |= flatten(value, f"{prefix}{name}.")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            out[prefix + name] = float(value)
    return out


def check(figures: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """One line for each figure that is out of bounds."""
    at_least = [f"{n}: {figures.get(n, 0.0):.4f} is under its floor {f}" for n, f in floors["at_least"].items() if figures.get(n, 0.0) < f]
    at_most = [f"{n}: {figures.get(n, 0.0):.4f} is over its bound {f}" for n, f in floors["at_most"].items() if figures.get(n, 0.0) > f]
    return at_least + at_most


def main() -> int:
    """Prints every figure, then what is out of bounds; 1 if anything is."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--floors", type=Path)
    ap.add_argument("--out", type=Path, help="keep the briefs here")
    ap.add_argument("--only", type=Path, help="score this folder of annotated stories instead of those in SHARED")
    a = ap.parse_args()
    if not (a.shared / "bench/score.py").exists():
        print(f"no annotated stories in {a.shared}: nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        out = a.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        archive = Archive()
        if a.only:
            figures = story_figures(a.shared, a.only, out, archive)
        else:
            figures = findings_figures(a.shared, out, archive) | story_figures(a.shared, a.shared / "stories", out, archive)
    for name, part in figures.items():
        print(f"{name}: {json.dumps(part)}")
    wrong = check(flatten(figures), json.loads(a.floors.read_text())) if a.floors else []
    print("\n".join(wrong) if wrong else "all floors held" if a.floors else "no floors given")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
