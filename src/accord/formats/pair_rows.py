"""JSON rows of marked pairs (`PAIRS.jsonl` in the contract) -> pairs, or what is wrong with a row in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accord.model.errors import ReadError
from accord.model.pairs import MarkedPair, PairRow
from accord.model.spans import Span

# Far beyond any sentence; more is a mistake, and costs time.
_MOST_CHARS = 100_000
_MOST_SPANS = 1_000


def pair_of_row(row: object, default_id: str) -> PairRow:
    """A row as a pair, its text unchanged; spans in order of position, each once.

    One side may have no spans: a party that the sentence does not name. Spans of the two sides may overlap.

    Args:
        row: A JSON value.
        default_id: Id of a row that has none.

    Raises:
        ReadError: if the row is no such pair; the message says what would do.
    """
    if not isinstance(row, Mapping):
        raise ReadError('no object; a pair is {"id": ..., "text": ..., "source_spans": [[start, end]], "target_spans": [[start, end]]}')
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ReadError('no text: a pair needs a field "text" with the words of one sentence')
    if len(text) > _MOST_CHARS:
        raise ReadError(f"the text has {len(text):,} characters, the limit is {_MOST_CHARS:,}; give the one sentence that names the two")
    source, target = _spans(row, "source_spans", text), _spans(row, "target_spans", text)
    if not source and not target:
        raise ReadError("source_spans and target_spans are both empty; mark at least one of the two")
    return PairRow(id=_id(row.get("id"), default_id), pair=MarkedPair(text=text, source=source, target=target))


def _id(given: object, default: str) -> str | int:
    if isinstance(given, str):
        return given or default
    return given if isinstance(given, int) and not isinstance(given, bool) else default


def _spans(row: Mapping[str, Any], key: str, text: str) -> tuple[Span, ...]:
    if key not in row:
        raise ReadError(f"no {key}; give a list of [start, end], empty for a party that the sentence does not name")
    spans = row[key]
    if not isinstance(spans, list):
        raise ReadError(f"{key} is no list; give a list of [start, end], as in [[0, 5]]")
    if len(spans) > _MOST_SPANS:
        raise ReadError(f"{key} has {len(spans):,} spans, the limit is {_MOST_SPANS:,}")
    return tuple(sorted({_span(s, key, text) for s in spans}))


def _span(span: object, key: str, text: str) -> Span:
    if not (isinstance(span, list) and len(span) == 2 and all(type(n) is int for n in span)):
        raise ReadError(f"{key} holds {_shown(span)}; each span is [start, end] in whole code points")
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ReadError(f"{key} holds {_shown(span)}; need 0 <= start < end <= {len(text)}, the length of the text")
    if not text[start:end].strip():
        raise ReadError(f"{key} holds {_shown(span)}, which is white space; mark a name")
    return Span(start, end)


def _shown(value: object) -> str:
    # Of numbers with thousands of digits Python makes no text; of deep lists a traceback.
    try:
        text = repr(value)
    except (ValueError, RecursionError):
        return "something odd"
    return text if len(text) <= 40 else text[:40] + "..."
