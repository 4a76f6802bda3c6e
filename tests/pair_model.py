"""A tiny pair classifier as an ONNX file.

Its logits are sums over the pieces of a sentence: each word that it knows speaks for a root, a direction or for being related. Beside
that the direction follows the marks: forward by as many pieces as the target's mark stands behind the source's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from accord.model.pairs import Direction, Root
from onnx_file import FLOAT, INT, floats, ints, model, node, value

PLAIN = {"roots": 1.0, "directions": 1.0, "related": [1.0, 0.0]}
COLUMNS = (*map(str, Root), *map(str, Direction), "related")
WORDS: dict[str, dict[str, float]] = {
    "accused": {"ACCUSE": 5, "related": 4},
    "thanked": {"SUPPORT": 5, "related": 4},
    "withdrew": {"YIELD": 5, "related": 3},
    "by": {"reversed": 50},
}
_PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "@", "#")


def save(
    path: Path,
    words: Mapping[str, Mapping[str, float]] = WORDS,
    *,
    both_ways: bool = False,
    calibration: object = PLAIN,
    changes: Mapping[str, str | None] | None = None,
) -> Path:
    """Writes the file; `changes` replaces metadata, None takes some away."""
    pieces = (*_PIECES, *words)
    table = [words.get(p, {}).get(c, 0.0) for p in pieces for c in COLUMNS]
    described: dict[str, str | None] = {
        "name": "tiny-1",
        "word_pieces": "\n".join(pieces),
        "roots": " ".join(Root),
        "directions": " ".join(Direction),
        "both_ways": "1" if both_ways else "0",
        "calibration": json.dumps(calibration),
    }
    described |= changes or {}
    path.write_bytes(_model(table, len(pieces), {k: v for k, v in described.items() if v is not None}))
    return path


def _model(table: Sequence[float], pieces: int, described: Mapping[str, str]) -> bytes:
    nodes = (
        node("Gather", ["table", "pieces"], "rows"),
        node("Unsqueeze", ["present", "two"], "shown"),
        node("Mul", ["rows", "shown"], "kept"),
        node("ReduceSum", ["kept", "one"], "sums", keepdims=0),
        node("Slice", ["sums", "0", "15", "one"], "roots"),
        node("Slice", ["sums", "15", "18", "one"], "told"),
        node("Sub", ["target", "source"], "apart"),
        node("Cast", ["apart"], "distance", to=FLOAT),
        node("Unsqueeze", ["distance", "one"], "column"),
        node("Mul", ["column", "signs"], "order"),
        node("Add", ["told", "order"], "directions"),
        node("Slice", ["sums", "18", "19", "one"], "last"),
        node("Squeeze", ["last", "one"], "related"),
    )
    constants = [floats("table", [pieces, len(COLUMNS)], table), floats("signs", [1, 3], [1, -1, 0])]
    constants += [ints(name, [n]) for name, n in {"one": 1, "two": 2, "0": 0, "15": 15, "18": 18, "19": 19}.items()]
    inputs = [value("pieces", INT, 2), value("present", FLOAT, 2), value("source", INT, 1), value("target", INT, 1)]
    outputs = [value("roots", FLOAT, 2), value("directions", FLOAT, 2), value("related", FLOAT, 1)]
    return model(nodes, constants, inputs, outputs, described)
