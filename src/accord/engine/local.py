"""Work on this machine: in this process, or in a pool of processes; results keep the order of the items."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from accord.model.errors import UsageError
from accord.model.protocols import In, Out


class LocalEngine:
    """Maps a function over items.

    Args:
        workers: Processes; 1 works in this process. With more, `work` and items must pickle, and each process loads its own models.

    Raises:
        UsageError: if `workers` is below 1.
    """

    def __init__(self, workers: int = 1) -> None:
        if workers < 1:
            raise UsageError(f"workers must be 1 or more, not {workers}")
        self.workers = workers

    def map(self, work: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """Results in the order of the items; at most twice as many items as workers are held at a time."""
        if self.workers == 1:
            yield from map(work, items)
            return
        # "spawn" everywhere: a forked copy of a process that has loaded spaCy or DuckDB may hang on their threads.
        with ProcessPoolExecutor(self.workers, mp_context=multiprocessing.get_context("spawn")) as pool:
            it = iter(items)
            waiting: deque[Future[Out]] = deque(pool.submit(work, x) for x in islice(it, 2 * self.workers))
            while waiting:
                yield waiting.popleft().result()
                waiting.extend(pool.submit(work, x) for x in islice(it, 1))
