"""Name -> regions, waters and landmarks of our own small table, with coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from accord.knowledge.tables import cell


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that is neither state nor city; coordinates are of its middle, roughly.

    Attributes:
        kind: "region", "landmark" or "city".
        iso3: State that it lies in or is claimed as part of; None for waters, borders and continents.
        admin1: Postal code of a state of the USA or a province of Canada, else "".
    """

    name: str
    names: tuple[str, ...]
    kind: str
    iso3: str | None
    admin1: str
    latitude: float
    longitude: float


@cache
def all_landmarks() -> tuple[Landmark, ...]:
    """Every row, in the order of the table."""
    text = resources.files("accord.knowledge").joinpath("data", "landmarks.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.rstrip("\n").split("\n")[1:]]
    return tuple(Landmark(r[0], cell(r[1]), r[2], r[3] or None, r[4], float(r[5]), float(r[6])) for r in rows)


@cache
def _by_name() -> dict[str, Landmark]:
    return {n.casefold(): m for m in all_landmarks() for n in (m.name, *m.names)}


def find_landmark(name: str) -> Landmark | None:
    """The landmark of that name, or None."""
    return _by_name().get(name.casefold())


@cache
def province(code_or_name: str) -> Landmark | None:
    """A state of the USA or province of Canada by its postal code, name or old abbreviation ("TX", "Texas", "Tex.")."""
    for m in all_landmarks():
        if m.admin1 and code_or_name in (m.admin1, m.name, *m.names):
            return m
    return None
