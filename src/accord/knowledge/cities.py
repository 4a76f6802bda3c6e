"""Name -> cities of at least 15,000 inhabitants, and the names that text in capitals is cased by."""

from __future__ import annotations

from functools import cache

from accord.knowledge.gazetteer import Site, find_sites
from accord.knowledge.tables import read_text

_CITY = 15_000


def find_cities(name: str) -> tuple[Site, ...]:
    """Cities of that name or a spelling of it: those of the very name first, then the largest first."""
    return tuple(s for s in find_sites(name) if s.kind == "P" and s.population >= _CITY)


def is_city(name: str) -> bool:
    """Whether any city bears the name."""
    return bool(find_cities(name))


@cache
def cased_names() -> frozenset[str]:
    """Names of states, capitals, peoples, large cities and organisations in lower case; common words and months left out."""
    return frozenset(read_text("cased_names.txt.gz").split("\n")) - {""}
