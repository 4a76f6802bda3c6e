"""ONNX files written byte by byte, so that tests need neither trained models nor the `onnx` package."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence

FLOAT, BYTE, INT = 1, 2, 7


def model(
    nodes: Iterable[bytes], constants: Iterable[bytes], inputs: Iterable[bytes], outputs: Iterable[bytes], described: Mapping[str, str]
) -> bytes:
    """A file with its metadata; of operator set 13."""
    graph = b"".join(_block(1, n) for n in nodes) + _block(2, b"g") + b"".join(_block(5, c) for c in constants)
    graph += b"".join(_block(11, i) for i in inputs) + b"".join(_block(12, o) for o in outputs)
    props = b"".join(_block(14, _block(1, k.encode()) + _block(2, v.encode())) for k, v in described.items())
    return _number(1, 8) + _block(7, graph) + _block(8, _block(1, b"") + _number(2, 13)) + props


def node(kind: str, inputs: Sequence[str], output: str, **attributes: int) -> bytes:
    """One operation."""
    out = b"".join(_block(1, name.encode()) for name in inputs) + _block(2, output.encode()) + _block(4, kind.encode())
    return out + b"".join(_block(5, _block(1, k.encode()) + _number(3, v) + _number(20, 2)) for k, v in attributes.items())


def floats(name: str, shape: Sequence[int], values: Sequence[float]) -> bytes:
    """A constant."""
    return _tensor(name, shape, FLOAT, struct.pack(f"<{len(values)}f", *values))


def ints(name: str, values: Sequence[int]) -> bytes:
    """A constant of one dimension."""
    return _tensor(name, [len(values)], INT, struct.pack(f"<{len(values)}q", *values))


def value(name: str, kind: int, rank: int) -> bytes:
    """An input or output of any size."""
    shape = b"".join(_block(1, _block(2, f"{name}{n}".encode())) for n in range(rank))
    return _block(1, name.encode()) + _block(2, _block(1, _number(1, kind) + _block(2, shape)))


def _tensor(name: str, shape: Sequence[int], kind: int, data: bytes) -> bytes:
    return b"".join(_number(1, n) for n in shape) + _number(2, kind) + _block(8, name.encode()) + _block(9, data)


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
