"""Records of events -> JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def write_jsonl(records: Iterable[Mapping[str, Any]], path: Path) -> None:
    """One object a line; keys and types as `event_row.columns` has them, days as ISO 8601."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")
