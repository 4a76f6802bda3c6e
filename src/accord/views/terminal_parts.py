"""Pieces of the terminal brief: styles, headings, columns without lines, references, and how much is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accord.model.vocabulary import Relation
from accord.views.references import Reference
from accord.views.words import Quote

STYLES = {
    Relation.CONTRADICTION: "bold red",
    Relation.UPDATE: "bold blue",
    Relation.TENSION: "bold magenta",
    Relation.ANACHRONISM: "bold yellow",
    Relation.INCOHERENT: "bold yellow",
    Relation.REPETITION: "bold yellow",
    Relation.EQUIVALENCE: "green",
    Relation.SUBSUMPTION: "green",
}
HEADING, REFERENCE, QUIET = "bold", "cyan", "dim"
# How much of a section a terminal shows before it says how much more there is.
_MOST = {
    "differences": 12,
    "checks": 10,
    "attendance": 24,
    "statements": 14,
    "timeline": 18,
    "singles": 6,
    "agreements": 10,
    "reports": 26,
    "edits": 3,
}
MOST_OF_ONE_SOURCE = 3
MOST_OF_ONE_TIME = 3
MOST_PROOFS = 3

Row = TypeVar("Row")


class Column(NamedTuple):
    """Width of a first column; without `most` it is as wide as its words."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How much fits."""

    width: int
    verbose: bool

    def most(self, section: str) -> int | None:
        """Rows of a section that are shown; None for all."""
        return None if self.verbose else _MOST[section]


def heading_lines(words: str, n: int | None = None, note: str | None = None) -> list[RenderableType]:
    """A blank line and a heading with a count or a note beside it."""
    beside = f" ({n})" if n is not None else f" ({note})" if note else ""
    return [Text(""), Text(words, style=HEADING) + Text(beside, style=QUIET)]


def more_lines(hidden: int, what: str) -> list[RenderableType]:
    """How much is not shown, and how to see it; nothing if all is."""
    if not hidden:
        return []
    what = {"parties": "party"}.get(what, what.removesuffix("s")) if hidden == 1 else what
    return [Text(f" … and {hidden} more {what} (--verbose or --html shows all)", style=QUIET)]


def bounded(items: Sequence[Row], most: int | None) -> tuple[Sequence[Row], int]:
    """What is shown, and how much is not."""
    return (items, 0) if most is None or len(items) <= most else (items[:most], len(items) - most)


def two_columns(rows: Iterable[tuple[Text, Text]], first: Column, *, indent: int = 1) -> RenderableType:
    """Two columns without lines: signs, letters, names or references, and beside them the words."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(min_width=first.least, max_width=first.most, no_wrap=first.most is None)
    grid.add_column(ratio=1, overflow="fold")
    for left, right in rows:
        grid.add_row(left, right)
    return Padding(grid, (0, 0, 0, indent))


def quoted(quote: Quote, *, marks: bool = True) -> Text:
    """Words of a report, those in focus standing out."""
    words = Text(quote.before, style=QUIET) + Text(quote.focus) + Text(quote.after, style=QUIET)
    return Text("“", style=QUIET) + words + Text("”", style=QUIET) if marks else words


def reference_labels(references: Sequence[Reference], most: int = 3) -> Text:
    """Labels of references, each once, at most so many and how many more."""
    labels = list(dict.fromkeys(r.label for r in references))
    more = f" +{len(labels) - most}" if len(labels) > most else ""
    return Text(" ".join(labels[:most]) + more, style=REFERENCE)
