"""Readings in a temporary file: as many as there are, none of them in memory, gone when they are no longer needed."""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Iterator
from types import TracebackType

from accord.model.reading import Reading
from accord.model.report import Published


class Spool:
    """Keeps readings while they are wanted in another order than they came; use as a context manager.

    An archive file would keep one report of several with the same text; here each counts, since a text printed in three papers is told as
    copies. The file has no name that another program could open.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="accord-")  # noqa: SIM115 - closed with the spool
        self._starts = array("q")

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def put(self, reading: Reading) -> int:
        """Keeps a reading; its number, from 0 on."""
        self._starts.append(self._file.seek(0, 2))
        pickle.dump((reading.published, reading), self._file, pickle.HIGHEST_PROTOCOL)
        return len(self._starts) - 1

    def published(self) -> Iterator[tuple[int, Published]]:
        """Number of each reading and when its report was published, in the order in which they came."""
        for number in range(len(self._starts)):
            yield number, self._load(number)[0]

    def numbered(self, number: int) -> Reading:
        """The reading of that number.

        Raises:
            KeyError: if there is none.
        """
        if not 0 <= number < len(self._starts):
            raise KeyError(number)
        return self._load(number)[1]

    def _load(self, number: int) -> tuple[Published, Reading]:
        self._file.seek(self._starts[number])
        found: tuple[Published, Reading] = pickle.load(self._file)  # noqa: S301 - what this process wrote itself
        return found
