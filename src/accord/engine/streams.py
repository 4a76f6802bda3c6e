"""Items, one after the other -> as many as are wanted, some at a time; nothing is held that is not needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from accord.model.report import Skipped

T = TypeVar("T")


class Limited(Generic[T]):
    """Items up to number `limit`; what was skipped does not count.

    Attributes:
        reached: Whether so many came; known once the items were taken. It does not look whether there were more.
    """

    def __init__(self, items: Iterable[T | Skipped], limit: int | None) -> None:
        self._items, self._limit = items, limit
        self.reached = limit == 0

    def __iter__(self) -> Iterator[T | Skipped]:
        count = 0
        for item in () if self.reached else self._items:
            yield item
            count += not isinstance(item, Skipped)
            if count == self._limit:
                self.reached = True
                return


def in_batches(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """The items, `size` at a time; the last batch may have fewer."""
    it = iter(items)
    while batch := tuple(islice(it, size)):
        yield batch
