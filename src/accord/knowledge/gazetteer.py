"""Name -> settlements from 500 inhabitants and divisions of states, of GeoNames."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from accord.knowledge.landmarks import province
from accord.knowledge.tables import fold, read_bytes


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the gazetteer.

    Attributes:
        kind: "P" settlement, "1" first-level division of a state (province, US state), "2" second-level (county, district).
        admin1, admin2: GeoNames codes of the divisions that it lies in, or is; postal codes in the USA and Canada; "" if not known.
        population: Of a division the sum over its settlements; 0 if not known.
        own: The name asked for is the site's own, not one of its other spellings.
    """

    name: str
    kind: str
    iso3: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int
    own: bool = True


_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_ARTICLES = frozenset({"city", "al", "ar", "as", "ad", "el", "the", "greater"})
_MARKS = re.compile(r"['’‘`ʻʼ´.]")
_BREAKS = re.compile(r"[\s\-–_/]+")


def place_key(name: str) -> str:
    """Spelling-proof key of a place name: letters without marks, hyphens as spaces, "St." written out."""
    words = _BREAKS.split(_MARKS.sub("", fold(name)).casefold().strip())
    return " ".join(_WRITTEN_OUT.get(w, w) for w in words)


@cache
def _blocks() -> tuple[bytes, bytes]:
    """Records, and lines of a key with the records' byte offsets in the order of the keys."""
    records, _, index = read_bytes("gazetteer.tsv.gz").partition(b"\n\n")
    return records + b"\n", index


def _offsets(key: bytes) -> list[int]:
    """Byte offsets of the records that bear a key, by binary search: nothing is parsed before it is asked for."""
    index = _blocks()[1]
    low, high = 0, len(index)
    while low < high:
        middle = (low + high) // 2
        start = index.rfind(b"\n", 0, middle) + 1
        tab = index.find(b"\t", start)
        end = index.find(b"\n", start)
        if tab < 0:
            return []
        found = index[start:tab]
        if found == key:
            return [int(n) for n in index[tab + 1 : end].split()]
        if found < key:
            low = end + 1
        else:
            high = start
    return []


def _site(at: int, key: str) -> Site:
    records = _blocks()[0]
    name, kind, iso3, first, second, lat, lon, population = records[at : records.index(b"\n", at)].decode().split("\t")
    return Site(name, kind, iso3, first, second, float(lat), float(lon), int(population), _same(key, place_key(name)))


def _same(key: str, name: str) -> bool:
    """Whether two spellings differ only by the name's article or a word such as "city"."""
    return key == name or [w for w in key.split() if w not in _ARTICLES] == [w for w in name.split() if w not in _ARTICLES]


@lru_cache(maxsize=20_000)
def find_sites(name: str) -> tuple[Site, ...]:
    """Sites of that name or a spelling of it: those of the very name first, then the largest first."""
    key = place_key(name)
    if not key or len(key) > 80:
        return ()
    found = [_site(at, key) for at in _offsets(key.encode(errors="replace"))]
    return tuple(sorted(found, key=lambda s: (not s.own, -s.population, s.kind, s.iso3, s.admin1)))


@cache
def _regions() -> dict[tuple[str, str], str]:
    out = {}
    for line in _blocks()[0].split(b"\n"):
        if b"\t1\t" in line:
            name, kind, iso3, first, *_ = line.decode().split("\t")
            if kind == "1":
                out[iso3, first] = name
    return out


def region_name(iso3: str, admin1: str) -> str | None:
    """Name of a state's first-level division by its code ("USA", "TX": "Texas"), or None."""
    if not admin1:
        return None
    mark = province(admin1) if iso3 in ("USA", "CAN") else None
    return mark.name if mark is not None else _regions().get((iso3, admin1))
