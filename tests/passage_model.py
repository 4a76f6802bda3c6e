"""A tiny passage comparer as an ONNX file.

The state of a piece is the row of its word. Log-odds of relations and logits of aspects are sums over the pieces of what their words speak
for; beside that every piece adds the number of its passage to the tension, 1 or 2 to the agreement as its word is alone or shared, and
its kind to what it carries itself. The row of the padding is all nines, which must never be seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from accord.model.passages import WordKind
from accord.model.vocabulary import Aspect, Attendance
from onnx_file import FLOAT, INT, floats, ints, model, node, value

RELATIONS, STATES = ("difference", "agreement", "tension"), ("north", "east")
WORDS: dict[str, dict[str, float]] = {
    "[CLS]": {"north": 1},
    "[SEP]": {"east": 1},
    "[UNK]": {},
    "oman": {"north": 2, "date": 3, "host": 2},
    "agreed": {"east": 3, "agreement": 1.5, "outcome": 1},
    "refused": {"east": -4, "difference": 2, "carry": -1, "outcome": 4, "nobody": 5},
    "##s": {"north": -2, "carry": 2, "host": 1, "declined": 3},
}


def save(
    path: Path,
    words: Mapping[str, Mapping[str, float]] = WORDS,
    *,
    kinds: int = len(WordKind),
    renamed: Mapping[str, str] | None = None,
    changes: Mapping[str, str | None] | None = None,
) -> Path:
    """Writes the file.

    Args:
        path: Where to.
        words: What each piece speaks for.
        kinds: How many kinds of word it knows.
        renamed: Other names of outputs.
        changes: Replaces metadata; None takes some away.
    """
    described: dict[str, str | None] = {
        "name": "tiny-2",
        "word_pieces": "\n".join(("[PAD]", *words)),
        "aspects": " ".join(Aspect),
        "statuses": " ".join(Attendance),
    }
    described |= changes or {}
    path.write_bytes(_model(words, kinds, renamed or {}, {k: v for k, v in described.items() if v is not None}))
    return path


def _model(words: Mapping[str, Mapping[str, float]], kinds: int, renamed: Mapping[str, str], described: Mapping[str, str]) -> bytes:
    columns = (*RELATIONS, *Aspect, "carry", *STATES, "nobody", *Attendance)
    width, third, carry = len(columns), len(RELATIONS), columns.index("carry")
    states, nobody = carry + 1, columns.index("nobody")
    rows = [[9.0] * width, *([told.get(c, 0.0) for c in columns] for told in words.values())]
    # What a passage, a kind and a shared word add: a row a value.
    marks = {"passage": (3, {"tension": 1.0}), "kind": (kinds, {"carry": 1.0}), "shared": (3, {"agreement": 1.0})}
    nodes = [node("Gather", ["table", "pieces"], "told")]
    constants = [floats("table", [len(rows), width], [x for row in rows for x in row])]
    total = "told"
    for n, (name, (size, adds)) in enumerate(marks.items()):
        constants.append(floats(f"table of {name}", [size, width], [k * adds.get(c, 0.0) for k in range(size) for c in columns]))
        nodes += [
            node("Slice", ["features", str(n), str(n + 1), "2"], f"column of {name}"),
            node("Squeeze", [f"column of {name}", "2"], name),
            node("Gather", [f"table of {name}", name], f"rows of {name}"),
            node("Add", [total, f"rows of {name}"], f"with {name}"),
        ]
        total = f"with {name}"
    nodes += [
        node("Unsqueeze", ["present", "2"], "shown"),
        node("Mul", [total, "shown"], "kept"),
        node("ReduceSum", ["kept", "1"], "sums", keepdims=0),
        node("Slice", ["sums", "0", str(third), "1"], renamed.get("relations", "relations")),
        node("Slice", ["sums", str(third), str(carry), "1"], renamed.get("aspects", "aspects")),
        node("Slice", [total, str(carry), str(states), "2"], "column of carry"),
        node("Squeeze", ["column of carry", "2"], renamed.get("carries", "carries")),
        node("Slice", ["told", str(states), str(nobody), "2"], renamed.get("states", "states")),
        node("Slice", ["told", str(nobody), str(width), "2"], renamed.get("attendance", "attendance")),
    ]
    constants += [ints(str(n), [n]) for n in sorted({0, 1, 2, 3, third, carry, states, nobody, width})]
    inputs = [value("pieces", INT, 2), value("features", INT, 3), value("present", FLOAT, 2)]
    ranks = {"relations": 2, "aspects": 2, "carries": 2, "states": 3, "attendance": 3}
    outputs = [value(renamed.get(n, n), FLOAT, rank) for n, rank in ranks.items()]
    return model(nodes, constants, inputs, outputs, described)
