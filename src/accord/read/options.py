"""What a caller may set about reading: limits, standard input, language."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


def _standard_input() -> BinaryIO:
    return sys.stdin.buffer


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Limits and assumptions of `read_inputs`.

    Attributes:
        max_bytes: Largest text, HTML or JSON file, and longest line of a JSONL file; a JSONL file itself may be of any size.
        max_chars: Longest text of one report, in code points.
        max_depth: HTML nested deeper than this is read without the main-text finder, whose tree walks are recursive.
        max_elements: The same for pages with more tags than this.
        stdin: Gives the bytes of `-`.
        assume_language: BCP 47 tag for reports that state none; without it the language is detected.
        detect_language: Whether to detect the language of reports that state none.
    """

    max_bytes: int = 20_000_000
    max_chars: int = 400_000
    max_depth: int = 200
    max_elements: int = 60_000
    stdin: Callable[[], BinaryIO] = _standard_input
    assume_language: str | None = None
    detect_language: bool = True


def size(number: int) -> str:
    """A number of bytes for a reader: "50.0 MB"."""
    return f"{number / 1e6:.1f} MB" if number >= 100_000 else f"{number:,} bytes"
