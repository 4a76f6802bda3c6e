"""A number in its sentence -> the range that the words around it make of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from accord.extract import quantity_tables as tables
from accord.extract.numbers import HYPHENS, Number, read_number, touches
from accord.model.sentence import Sentence, Token


def with_range(sent: Sentence, n: Number) -> Number:
    """Reads "10 to 15", "10-15", "two or three", "between 10 and 15", "2 to 3 million"; not "rose from 10 to 15"."""
    toks, i = sent.tokens, n.end
    if i + 1 >= len(toks) or n.kind == "fraction":
        return n
    link = toks[i].lower
    between = n.start > 0 and toks[n.start - 1].lower == "between"
    if not (link in {"to", "or"} or link in HYPHENS or (link == "and" and between)):
        return n
    if link == "to" and n.start and toks[n.start - 1].lower == "from":
        return n
    right = read_number(toks, i + 1)
    if right is None or right.kind in {"ordinal", "fraction"} or right.exact is None or n.exact is None:
        return n
    low, high = n.exact, right.exact
    if n.digits and not right.digits and low < high / 100:
        scale = high / (
            float(toks[right.start].text.replace(",", "")) if toks[right.start].text.replace(",", "").replace(".", "").isdecimal() else high
        )
        low *= scale
    if not low < high or (link in HYPHENS and not touches(toks, i)):
        return n
    return Number(n.start, right.end, low, high, None, "cardinal", n.digits and right.digits)


def with_bounds(sent: Sentence, n: Number) -> tuple[float | None, float | None, bool, int, int]:
    """Low, high, approximate, first token and the token behind, once "at least", "or more" and the like are read."""
    toks = sent.tokens
    low: float | None = n.low
    high, approximate = n.high, n.kind == "vague"
    first, end = n.start, n.end
    if n.exact is None and n.kind == "cardinal" and first and toks[first - 1].lower == "between":
        first -= 1
    kind, first = _bound_before(toks, first)
    after, end = _bound_after(toks, end)
    for k in (kind, after):
        if k == "min":
            high = None
        elif k == "max":
            low, high = None, n.high
        elif k in {"below", "about"} and n.kind != "vague":
            approximate = True
            low = _soft(n.low, -1)
            high = n.high if k == "below" or n.high is None else _soft(n.high, 1)
    return low, high, approximate, first, end


def _soft(n: float, sign: int) -> float:
    moved = round(n * (1 + sign * tables.SLACK), 6)
    if n != int(n):
        return moved
    return float(math.floor(moved) if sign < 0 else math.ceil(moved))


def _bound_before(toks: Sequence[Token], first: int) -> tuple[str | None, int]:
    at = first
    while at and toks[at - 1].lower in {"a", "total", "of", "another", "the", "$", "us$", "€", "£"} and toks[at - 1].lower != "of":
        at -= 1
    for stop in {first, at}:
        for width in range(tables.LONGEST_BOUND, 0, -1):
            if stop >= width:
                kind = tables.BOUNDS_BEFORE.get(tuple(t.lower for t in toks[stop - width : stop]))
                if kind and not (width == 1 and toks[stop - 1].lower == "over" and toks[stop - 1].dep == "prt"):
                    return kind, stop - width
    return None, first


def _bound_after(toks: Sequence[Token], end: int) -> tuple[str | None, int]:
    for width in (3, 2, 1):
        kind = tables.BOUNDS_AFTER.get(tuple(t.lower for t in toks[end : end + width]))
        if kind:
            return kind, end + width
    return None, end
