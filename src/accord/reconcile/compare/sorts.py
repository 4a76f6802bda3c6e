"""Words that exclude each other (weapons, kinds of event, targets) -> where two reports each give one, and neither the other's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.model.spans import Span
from accord.reconcile.align import Aligned

_MATCH = 0.12


def by_word(cells: Mapping[str, str]) -> dict[str, str]:
    """Each word of a table's cells with the name of its cell."""
    return {word: cell for cell, words in cells.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Answer:
    """A word of a report that answers the question of a sort.

    Attributes:
        report: Index in the story.
        sort: The question that its cells answer ("weapon that fired").
        cell: The answer; words of one cell are one answer.
        owners: Whose it is, where that is told; answers of two owners are of two things.
    """

    report: int
    sentence: int
    span: Span
    sort: str
    cell: str
    owners: frozenset[str] = frozenset()


def excluding(
    story: Aligned, told: Sequence[Sequence[Answer]], named: Sequence[Mapping[str, frozenset[str]]] = (), *, reach: int = 0
) -> Iterator[list[Answer]]:
    """For each sort and pair of reports that each give one answer, not the same, in sentences that speak of one thing: all that give it.

    Args:
        story: The reports.
        told: Of each report the words that answer.
        named: Of each report, by sort, all cells that it has a word of anywhere: a report that has both knows both. Without it, only what
            it answers counts.
        reach: How many sentences from those that answer the ones may stand that speak of one thing.
    """
    matches = {(m.a, m.i, m.b, m.j) for m in story.matches if m.score >= _MATCH}
    by_sort: dict[str, dict[int, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for row in told:
        for s in row:
            by_sort[s.sort][s.report].append(s)
    for sort in sorted(by_sort):
        for a, b in story.pairs():
            x, y = by_sort[sort].get(a, []), by_sort[sort].get(b, [])
            if _exclude(x, y, _also(named, a, b, sort)) and _near(x, y, matches, reach):
                yield [*x, *y]


def _also(named: Sequence[Mapping[str, frozenset[str]]], a: int, b: int, sort: str) -> tuple[frozenset[str], frozenset[str]]:
    none: frozenset[str] = frozenset()
    return (named[a].get(sort, none), named[b].get(sort, none)) if named else (none, none)


def _exclude(x: Sequence[Answer], y: Sequence[Answer], named: tuple[frozenset[str], frozenset[str]]) -> bool:
    cells = {s.cell for s in x}, {s.cell for s in y}
    if len(cells[0]) != 1 or len(cells[1]) != 1 or cells[0] == cells[1] or cells[0] & named[1] or cells[1] & named[0]:
        return False
    owners = [frozenset[str]().union(*(s.owners for s in row)) for row in (x, y)]
    return not (owners[0] and owners[1]) or bool(owners[0] & owners[1])


def _near(x: Sequence[Answer], y: Sequence[Answer], matches: set[tuple[int, int, int, int]], reach: int) -> bool:
    """Whether sentences of the two, or their neighbours, speak of one thing."""
    around = range(-reach, reach + 1)
    near = {(v.sentence + d, w.sentence + e) for v in x for w in y for d in around for e in around}
    return any((x[0].report, i, y[0].report, j) in matches for i, j in near)
