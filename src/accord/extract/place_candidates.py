"""PlaceName -> Candidates: every place of the tables that a name may mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from accord.extract.place_scan import PlaceName
from accord.extract.place_tables import COUNTY_WORDS, DIRECTIONS, FACILITIES, KIND_SUFFIXES
from accord.knowledge.gazetteer import Site, find_sites
from accord.knowledge.landmarks import Landmark, find_landmark
from accord.knowledge.phrases import Phrase
from accord.knowledge.states import state

# Namesakes beyond this number are too small to be meant without a container.
_MOST = 32


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    Attributes:
        kind: As in `Place.kind`.
        level: "state", "1" and "2" divisions, "P" settlement, "C" capital, "L" landmark.
        own: The name is the place's usual one.
        shadowed: A division of the same name as its main town: without a word for its kind the name means the town.
    """

    name: str
    kind: str
    level: str
    country: str | None
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int
    own: bool = True
    shadowed: bool = False

    def contains(self, other: Candidate) -> bool:
        """Whether another candidate lies in this state or division; settlements contain nothing."""
        if self.country is None or self.country != other.country or self == other:
            return False
        if self.level == "state":
            return other.level != "state"
        if self.level == "1" or (self.level == "L" and self.admin1):
            return bool(self.admin1) and self.admin1 == other.admin1 and other.level not in ("state", "1")
        return self.level == "2" and self.admin1 == other.admin1 and self.admin2 == other.admin2 != "" and other.level in ("P", "C")


def find_candidates(name: PlaceName) -> tuple[Candidate, ...]:
    """Candidates of a name: what the dictionary says first, then divisions and settlements of the gazetteer, the largest first."""
    return _candidates(name.name, name.phrase)


@lru_cache(maxsize=20_000)
def _candidates(name: str, phrase: Phrase | None) -> tuple[Candidate, ...]:
    out = list(_of_phrase(phrase)) if phrase is not None else []
    if phrase is not None and phrase.kind == "landmark" and out and out[0].level == "L":
        return tuple(out)
    provinces = {c.admin1 for c in out if c.level == "1" and c.country in ("USA", "CAN")}
    capital = next((c for c in out if c.level == "C"), None)
    for s in _sites(phrase.form if phrase is not None and phrase.kind == "landmark" else name):
        if s.kind == "1" and s.admin1 in provinces and s.iso3 in ("USA", "CAN"):
            continue
        if capital is not None and s.kind == "P" and s.iso3 == capital.country and s.population > 50_000:
            continue
        out.append(of_site(s))
        if len(out) >= _MOST:
            break
    towns = {(c.country, c.admin1) for c in out if c.level in ("P", "C") and c.own}
    return tuple(replace(c, shadowed=True) if c.level in ("1", "2") and (c.country, c.admin1) in towns else c for c in out)


def _of_phrase(phrase: Phrase) -> tuple[Candidate, ...]:
    if phrase.kind == "landmark":
        mark = find_landmark(phrase.key)
        return (_of_landmark(mark),) if mark is not None else ()
    found = state(phrase.key)
    if found is None:
        return ()
    if phrase.how in ("name", "abbreviation"):
        latitude, longitude = found.centre or (found.latitude, found.longitude)
        if latitude is None or longitude is None:
            return ()
        return (Candidate(found.name, "state", "state", found.iso3, "", "", latitude, longitude, 10_000_000),)
    seat = phrase.form.partition(",")[0]
    if seat in found.capital_names and found.latitude is not None and found.longitude is not None:
        near = (s for s in find_sites(seat) if s.kind == "P" and s.iso3 == found.iso3)
        site = next((s for s in near if abs(s.latitude - found.latitude or 0) < 1 and abs(s.longitude - found.longitude or 0) < 1), None)
        if site is None and seat != found.capital:
            return ()
        return (
            Candidate(
                found.capital, "capital", "C", found.iso3, site.admin1 if site else "", site.admin2 if site else "",
                found.latitude, found.longitude, max(site.population if site else 0, 100_000),
            ),
        )  # fmt: skip
    return ()


def _of_landmark(mark: Landmark) -> Candidate:
    level = "1" if mark.admin1 else "L"
    return Candidate(mark.name, mark.kind, level, mark.iso3, mark.admin1, "", mark.latitude, mark.longitude, 2_000_000)


def of_site(s: Site) -> Candidate:
    """A site of the gazetteer as a candidate."""
    kind = "city" if s.kind == "P" else "region"
    own = s.own or s.kind != "P"
    return Candidate(s.name, kind, s.kind, s.iso3, s.admin1, s.admin2, s.latitude, s.longitude, s.population, own)


def _sites(name: str) -> tuple[Site, ...]:
    """Sites of a name; failing that, of the name without a direction, the word for its kind, or what a facility adds to its town."""
    found = find_sites(name)
    parts = name.split()
    if found or len(parts) < 2:
        return found
    if parts[0].lower() in DIRECTIONS:
        return _sites(" ".join(parts[1:]))
    if parts[-1] in COUNTY_WORDS:
        return tuple(s for s in find_sites(" ".join(parts[:-1])) if s.kind != "1")
    if parts[-1] in KIND_SUFFIXES - {"City", "Town", "Village"}:
        return find_sites(" ".join(parts[:-1]))
    if parts[-1] in FACILITIES:
        bare = [p for p in parts if p not in FACILITIES]
        return find_sites(" ".join(bare)) if bare else ()
    return ()


def somewhere_in(name: str, container: Candidate) -> Candidate:
    """A place too small for the gazetteer lies in the middle of what holds it, as far as we can tell."""
    return Candidate(
        name, "city", "P", container.country, container.admin1, container.admin2, container.latitude, container.longitude, 0
    )  # fmt: skip
