"""`pairs.tsv` and the corpora -> pairs of actors in real news, labelled or not, with their texts, which are not in the repository."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from accord.model.pairs import Direction

PAIRS = Path(__file__).resolve().parent / "pairs.tsv"
# Corpus, as the table names it -> its file in SHARED/data, and the key of a document's name there.
CORPORA = {
    "allsides": ("stories_allsides/stories_dev.jsonl", "doc_id"),
    "aquaint": ("timex/aquaint.jsonl", "id"),
    "basil": ("stories_basil/stories_dev.jsonl", "doc_id"),
    "geovirus": ("geoparsing/geovirus.jsonl", "id"),
    "lgl": ("geoparsing/lgl.jsonl", "id"),
    "meantime": ("meantime/dev.jsonl", "doc_id"),
    "muc4": ("stories_muc4/stories_dev.jsonl", "doc_id"),
    "polnear_train": ("polnear/train.jsonl", "id"),
    "syria": ("stories_syria/stories_dev.jsonl", "doc_id"),
    "timebank": ("timex/timebank.jsonl", "id"),
    "wikiwars": ("timex/wikiwars_train.jsonl", "id"),
}
_UNLABELLED, _UNRELATED = "?", "-"
_SIGNS = {">": Direction.FORWARD, "<": Direction.REVERSED, "=": Direction.SYMMETRIC}
# One document in so many is never trained on.
_HELD_PARTS = 6

Row = dict[str, Any]


def read_jsonl(path: Path) -> list[Row]:
    """Rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def part(key: str, parts: int) -> int:
    """Which of some parts a sentence or document is in, the same on every machine."""
    return int(sha256(key.encode()).hexdigest(), 16) % parts


def is_held_out(row: Row) -> bool:
    """Whether the row's document is kept for calibration and for figures."""
    return part(row["document"], _HELD_PARTS) == 0


def news_rows(shared: Path) -> tuple[list[Row], list[Row]]:
    """Rows with `text`, `source_spans`, `target_spans` and `document`: those that were labelled, and those that were not.

    A labelled row has `related`, and `root` and `direction`, which are None where the two are not related.
    """
    texts: dict[tuple[str, str], str] = {}
    for corpus, (file, key) in CORPORA.items():
        for row in read_jsonl(shared / "data" / file):
            texts[corpus, str(row[key])] = row["text"]
    labelled, unlabelled = [], []
    with PAIRS.open(encoding="utf-8", newline="") as table:
        for cells in csv.DictReader(table, delimiter="\t"):
            text = texts[cells["corpus"], cells["document"]][int(cells["start"]) : int(cells["end"])]
            row = {"text": text.replace("\n", " "), "document": cells["document"]}
            row |= {f"{side}_spans": [[int(n) for n in cells[side].split("-")]] for side in ("source", "target")}
            if cells["root"] == _UNLABELLED:
                unlabelled.append(row)
                continue
            related = cells["root"] != _UNRELATED
            row |= {"root": cells["root"] if related else None, "direction": _SIGNS.get(cells["direction"]), "related": related}
            labelled.append(row)
    return labelled, unlabelled
