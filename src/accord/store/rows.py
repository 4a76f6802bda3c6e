"""Model records <-> plain JSON values, by the types that the records declare."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from accord.model.errors import StoreError

T = TypeVar("T")


def unstructure(value: object) -> Any:
    """A record as dicts, lists and scalars; fields in the order of the record."""
    if is_dataclass(value):
        return {f.name: unstructure(getattr(value, f.name)) for f in fields(value) if f.init}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return [unstructure(v) for v in value]
    return value


def structure(kind: type[T], value: object) -> T:
    """The record of type `kind` that `unstructure` gave `value` for.

    Raises:
        StoreError: if the value does not fit; the message names the type and the field.
    """
    return _structure(kind, value, kind.__name__)  # type: ignore[no-any-return]


def _structure(kind: Any, value: Any, path: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        (inner,) = (a for a in get_args(kind) if a is not type(None))
        return _structure(inner, value, path)
    if origin is tuple:
        args = get_args(kind)
        inner = args[:1] * len(value) if args[-1] is Ellipsis else args
        return tuple(_structure(a, v, f"{path}[{i}]") for i, (a, v) in enumerate(zip(inner, value, strict=True)))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind, value, path)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        try:
            return kind(value)
        except ValueError as error:
            raise StoreError(f"{path}: {value!r} is not one of {', '.join(kind)}") from error
    return float(value) if kind is float and value is not None else value


def _record(kind: type, value: object, path: str) -> Any:
    if not isinstance(value, Mapping):
        raise StoreError(f"{path}: a {kind.__name__} is kept as an object, not {type(value).__name__}")
    hints = _hints(kind)
    unknown = set(value) - set(hints)
    if unknown:
        raise StoreError(f"{path}: unknown field {', '.join(sorted(unknown))}; the archive was written by another version of accord")
    try:
        return kind(**{name: _structure(hints[name], v, f"{path}.{name}") for name, v in value.items()})
    except TypeError as error:
        raise StoreError(f"{path}: {error}") from error


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    # NewTypes are their base at run time.
    return {f.name: getattr(hints[f.name], "__supertype__", hints[f.name]) for f in fields(kind) if f.init}
