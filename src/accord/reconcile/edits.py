"""Two readings that share their wording -> what one adds, drops, replaces or moves, as spans of both."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from accord.model.reading import Reading
from accord.model.sentence import Token
from accord.model.spans import Span
from accord.model.story import Edit
from accord.model.vocabulary import EditKind

_WIDTH = 4  # words of a run that, told once in each report, ties the two together (patience diff, Cohen)
_NEAR = 2  # equal words between two changes that a reader sees as one
_GAP = 250 * 250  # products of lengths up to which words between ties are compared one by one; beyond it all of it is replaced
_MOVED = 8  # fewest words of a passage that is said to be moved
_KEPT = 0.8  # of its runs, that it must keep
_FACTS = frozenset({"NUM", "PROPN"})
_NEGATIONS = frozenset("not n't n’t no never none nobody nothing neither nor without".split())


@dataclass(frozen=True, slots=True)
class _Change:
    """Words `i1:i2` of the first report stand against words `j1:j2` of the second."""

    i1: int
    i2: int
    j1: int
    j2: int
    moved: bool = False


def words_of(reading: Reading) -> list[Token]:
    """The words of a report's sentences: its tokens without punctuation."""
    return [t for s in reading.sentences for t in s.tokens if t.text[:1].isalnum()]


def find_edits(first: Reading, second: Reading) -> tuple[Edit, ...]:
    """Edits that make the second report of the first, in order of position; case, spacing and punctuation are none.

    Near edits are one. Cost grows with the length of the reports, not with its square.
    """
    a, b = words_of(first), words_of(second)
    x, y = [_key(t) for t in a], [_key(t) for t in b]
    changes = _with_moves(_joined(_changes(x, y)), x, y)
    return tuple(_edit(c, a, b) for c in sorted(changes, key=lambda c: (c.i1, c.j1, c.i2, c.j2)))


def _key(t: Token) -> str:
    """The word without case and, but for numbers, without full stops: "US" for "U.S."."""
    word = t.lower
    return word.replace(".", "") if word[-1] == "." or not any(c.isdigit() for c in word) else word


def _changes(x: Sequence[str], y: Sequence[str]) -> Iterator[_Change]:
    i = j = 0
    for at, to in [*_ties(x, y), (len(x), len(y))]:
        while i < len(x) and j < len(y) and x[i] == y[j]:
            i, j = i + 1, j + 1
        if at < i or to < j:
            continue
        end, until = at, to
        while end > i and until > j and x[end - 1] == y[until - 1]:
            end, until = end - 1, until - 1
        yield from _between(x, y, _Change(i, end, j, until))
        i, j = at, to


def _between(x: Sequence[str], y: Sequence[str], gap: _Change) -> Iterator[_Change]:
    left, right = x[gap.i1 : gap.i2], y[gap.j1 : gap.j2]
    if not left and not right:
        return
    if not left or not right or len(left) * len(right) > _GAP:
        yield gap
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal" and "".join(left[i1:i2]) != "".join(right[j1:j2]):
            yield _Change(gap.i1 + i1, gap.i1 + i2, gap.j1 + j1, gap.j1 + j2)


def _ties(x: Sequence[str], y: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of runs that stand once in each, in the longest order that both keep."""
    once, other = _once(x), _once(y)
    pairs = [(i, other[run]) for run, i in once.items() if run in other]
    tails: list[int] = []  # last position in `y` of the best chain of each length
    ends: list[int] = []  # and its index in `pairs`
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        k = bisect_left(tails, j)
        before.append(ends[k - 1] if k else -1)
        tails[k:] = [j, *tails[k + 1 :]]
        ends[k:] = [n, *ends[k + 1 :]]
    chain = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Runs that stand once, in order, with their position."""
    seen: dict[tuple[str, ...], int] = {}
    for i in range(len(words) - _WIDTH + 1):
        run = tuple(words[i : i + _WIDTH])
        seen[run] = -1 if run in seen else i
    return {run: i for run, i in seen.items() if i >= 0}


def _joined(changes: Iterator[_Change]) -> list[_Change]:
    out: list[_Change] = []
    for c in changes:
        if out and c.i1 - out[-1].i2 <= _NEAR and c.j1 - out[-1].j2 <= _NEAR:
            out[-1] = replace(out[-1], i2=c.i2, j2=c.j2)
        else:
            out.append(c)
    return out


def _with_moves(changes: Sequence[_Change], x: Sequence[str], y: Sequence[str]) -> list[_Change]:
    """What one drops here and adds there is moved, not lost."""
    out = list(changes)
    runs = [set(_once(y[c.j1 : c.j2])) if c.j2 - c.j1 >= _MOVED else set() for c in changes]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, found in enumerate(runs):
        for run in found:
            where[run].append(n)
    for n, c in enumerate(changes):
        own = set(_once(x[c.i1 : c.i2])) if c.i2 - c.i1 >= _MOVED else set()
        to = {k for run in own for k in where.get(run, ()) if k != n and out[k].j2 > out[k].j1}
        best = max(to, key=lambda k: (len(own & runs[k]), -k), default=None)
        if best is not None and len(own & runs[best]) >= _KEPT * max(len(own), len(runs[best])):
            out.append(_Change(c.i1, c.i2, out[best].j1, out[best].j2, moved=True))
            out[n] = replace(out[n], i1=c.i2)
            out[best] = replace(out[best], j1=out[best].j2)
    return [c for c in out if c.i2 > c.i1 or c.j2 > c.j1]


def _edit(change: _Change, a: Sequence[Token], b: Sequence[Token]) -> Edit:
    left, right = a[change.i1 : change.i2], b[change.j1 : change.j2]
    if change.moved:
        kind = EditKind.MOVED
    elif not left:
        kind = EditKind.ADDED
    else:
        kind = EditKind.REPLACED if right else EditKind.DROPPED
    return Edit(
        kind=kind, first=_span(a, change.i1, change.i2), second=_span(b, change.j1, change.j2),
        is_fact=not change.moved and _facts(left) != _facts(right),
    )  # fmt: skip


def _span(words: Sequence[Token], start: int, end: int) -> Span:
    """From the first word to the last; with no word, the empty span behind the word before."""
    if end > start:
        return Span(words[start].start, words[end - 1].end)
    if start:
        return Span(words[start - 1].end, words[start - 1].end)
    return Span(words[0].start, words[0].start) if words else Span(0, 0)


def _facts(words: Sequence[Token]) -> set[str]:
    return {_key(t) for t in words if t.pos in _FACTS or t.text[:1].isdigit() or t.lower in _NEGATIONS}
