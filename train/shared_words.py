"""Takes the table of word vectors out of model files: every model here begins with the same frozen one, which is shipped once.

    python train/shared_words.py MODEL.onnx... --table src/accord/engine/data/words.npy

A file without its table takes it as the input `words`, which `accord.engine.onnx` feeds; a file that has its own works as before.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

INPUT = "words"
_LARGE = 5_000_000  # numbers; nothing else in a small encoder is as large


def detach(model: onnx.ModelProto) -> NDArray[np.uint8]:
    """Turns the largest table of the graph into its input `words`; returns the table.

    Raises:
        ValueError: if there is not one such table.
    """
    tables = [t for t in model.graph.initializer if np.prod(t.dims) > _LARGE]
    if len(tables) != 1:
        raise ValueError(f"{len(tables)} tables of more than {_LARGE} numbers")
    (table,) = tables
    numbers: NDArray[np.uint8] = numpy_helper.to_array(table)
    model.graph.initializer.remove(table)
    for node in model.graph.node:
        for k, name in enumerate(node.input):
            if name == table.name:
                node.input[k] = INPUT
    model.graph.input.append(onnx.helper.make_tensor_value_info(INPUT, table.data_type, list(table.dims)))
    return numbers


def main() -> None:
    """Changes the files in place; writes the table, or compares it with the one that is there."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("models", type=Path, nargs="+")
    ap.add_argument("--table", type=Path, required=True)
    a = ap.parse_args()
    for path in a.models:
        model = onnx.load(path)
        numbers = detach(model)
        if not a.table.exists():
            a.table.parent.mkdir(parents=True, exist_ok=True)
            np.save(a.table, numbers)
        kept = np.load(a.table)
        off = np.abs(kept.astype(int) - numbers.astype(int))
        if off.max() > 1:  # the last bit may fall either way where a weight lies between two steps
            raise ValueError(f"{path} has another table than {a.table}")
        onnx.save(model, path)
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, {int((off > 0).sum())} numbers a step off the table")


if __name__ == "__main__":
    main()
