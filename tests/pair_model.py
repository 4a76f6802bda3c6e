"""A tiny pair classifier as an ONNX file, written byte by byte, so that tests need neither the trained model nor the `onnx` package.

Its logits are sums over the pieces of a sentence: each word that it knows speaks for a root, a direction or for being related. Beside
that the direction follows the marks: forward by as many pieces as the target's mark stands behind the source's.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from accord.model.pairs import Direction, Root

PLAIN = {"roots": 1.0, "directions": 1.0, "related": [1.0, 0.0]}
COLUMNS = (*map(str, Root), *map(str, Direction), "related")
WORDS: dict[str, dict[str, float]] = {
    "accused": {"ACCUSE": 5, "related": 4},
    "thanked": {"SUPPORT": 5, "related": 4},
    "withdrew": {"YIELD": 5, "related": 3},
    "by": {"reversed": 50},
}
_PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "@", "#")
_FLOAT, _INT = 1, 7


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
        _node("Gather", ["table", "pieces"], "rows"),
        _node("Unsqueeze", ["present", "two"], "shown"),
        _node("Mul", ["rows", "shown"], "kept"),
        _node("ReduceSum", ["kept", "one"], "sums", keepdims=0),
        _node("Slice", ["sums", "0", "15", "one"], "roots"),
        _node("Slice", ["sums", "15", "18", "one"], "told"),
        _node("Sub", ["target", "source"], "apart"),
        _node("Cast", ["apart"], "distance", to=_FLOAT),
        _node("Unsqueeze", ["distance", "one"], "column"),
        _node("Mul", ["column", "signs"], "order"),
        _node("Add", ["told", "order"], "directions"),
        _node("Slice", ["sums", "18", "19", "one"], "last"),
        _node("Squeeze", ["last", "one"], "related"),
    )
    constants = [_floats("table", [pieces, len(COLUMNS)], table), _floats("signs", [1, 3], [1, -1, 0])]
    constants += [_ints(name, [n]) for name, n in {"one": 1, "two": 2, "0": 0, "15": 15, "18": 18, "19": 19}.items()]
    inputs = [_value("pieces", _INT, 2), _value("present", _FLOAT, 2), _value("source", _INT, 1), _value("target", _INT, 1)]
    outputs = [_value("roots", _FLOAT, 2), _value("directions", _FLOAT, 2), _value("related", _FLOAT, 1)]
    graph = b"".join(_block(1, n) for n in nodes) + _block(2, b"g") + b"".join(_block(5, c) for c in constants)
    graph += b"".join(_block(11, i) for i in inputs) + b"".join(_block(12, o) for o in outputs)
    props = b"".join(_block(14, _block(1, k.encode()) + _block(2, v.encode())) for k, v in described.items())
    return _number(1, 8) + _block(7, graph) + _block(8, _block(1, b"") + _number(2, 13)) + props


def _node(kind: str, inputs: Sequence[str], output: str, **attributes: int) -> bytes:
    out = b"".join(_block(1, name.encode()) for name in inputs) + _block(2, output.encode()) + _block(4, kind.encode())
    return out + b"".join(_block(5, _block(1, k.encode()) + _number(3, v) + _number(20, 2)) for k, v in attributes.items())


def _floats(name: str, shape: Sequence[int], values: Sequence[float]) -> bytes:
    return _tensor(name, shape, _FLOAT, struct.pack(f"<{len(values)}f", *values))


def _ints(name: str, values: Sequence[int]) -> bytes:
    return _tensor(name, [len(values)], _INT, struct.pack(f"<{len(values)}q", *values))


def _tensor(name: str, shape: Sequence[int], kind: int, data: bytes) -> bytes:
    return b"".join(_number(1, n) for n in shape) + _number(2, kind) + _block(8, name.encode()) + _block(9, data)


def _value(name: str, kind: int, rank: int) -> bytes:
    shape = b"".join(_block(1, _block(2, f"{name}{n}".encode())) for n in range(rank))
    return _block(1, name.encode()) + _block(2, _block(1, _number(1, kind) + _block(2, shape)))


# Protocol buffers, as far as they are needed: a field is its number and wire type, then a varint or a length and bytes.


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _block(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*out, value))
