"""What a stage asks of the outside: one small Protocol each, so that tests bring their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from accord.model.report import Report, Skipped
from accord.model.sentence import ParsedReport

In = TypeVar("In")
Out = TypeVar("Out")


class Parser(Protocol):
    """Turns reports into sentences with lemmas, tags, dependencies and entity labels."""

    @property
    def name(self) -> str:
        """Name and version of the pipeline."""
        ...

    def parse(self, reports: Iterable[Report]) -> Iterator[ParsedReport | Skipped]:
        """Parses in order; a report that fails becomes a `Skipped`."""
        ...


class Fetcher(Protocol):
    """Gets the bytes of a URL."""

    def fetch(self, url: str) -> tuple[bytes, str]:
        """Body and media type.

        Raises:
            ReadError: if it cannot be had.
        """
        ...


class Engine(Protocol):
    """How work runs: the same pure function over many items, in order."""

    def map(self, work: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """Results in the order of the items."""
        ...
