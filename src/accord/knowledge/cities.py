"""Name -> cities of at least 15,000 inhabitants, and the names that text in capitals is cased by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from accord.knowledge.tables import fold, read_rows, read_text


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames; `admin1` is the state or province in the USA and Canada, "" elsewhere."""

    geonameid: int
    name: str
    iso3: str
    admin1: str
    latitude: float
    longitude: float
    population: int


def city_key(name: str) -> str:
    """Key of a city name: letters without marks, hyphens as spaces, "St." written out."""
    key = fold(name).casefold().replace("-", " ").replace("’", "'")
    return key.replace("st. ", "saint ").replace("ft. ", "fort ") if "." in key else key


@cache
def _index() -> tuple[list[tuple[str, ...]], dict[str, list[int]]]:
    rows = list(read_rows("cities.tsv.gz"))
    index: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        names = (row[1], *row[2].split("|")) if row[2] else (row[1],)
        for key in {city_key(n) for n in names}:
            index.setdefault(key, []).append(i)
    return rows, index


def find_cities(name: str) -> tuple[City, ...]:
    """Cities of that name or a spelling of it: those of the very name first, then the largest first."""
    rows, index = _index()
    key = city_key(name)
    found = [rows[i] for i in index.get(key, ())]
    found.sort(key=lambda r: (city_key(r[1]) != key and not _near(key, city_key(r[1])), -int(r[7])))
    return tuple(City(int(r[0]), r[1], r[3], r[4], float(r[5]), float(r[6]), int(r[7])) for r in found)


def _near(key: str, name: str) -> bool:
    """Whether two spellings differ only by the name's article or a word such as "city"."""
    strip = {"city", "al", "ar", "as", "ad", "el", "the", "greater"}
    return [w for w in key.split() if w not in strip] == [w for w in name.split() if w not in strip]


def is_city(name: str) -> bool:
    """Whether any city bears the name."""
    return city_key(name) in _index()[1]


@cache
def cased_names() -> frozenset[str]:
    """Names of states, capitals, peoples, large cities and organisations in lower case; common words and months left out."""
    return frozenset(read_text("cased_names.txt.gz").split("\n")) - {""}
