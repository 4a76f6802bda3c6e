from __future__ import annotations

import time

import pytest

from accord.knowledge.gazetteer import find_sites, place_key, region_name
from accord.knowledge.geography import contains, distance_km
from accord.knowledge.outlets import outlet_seat
from accord.model.reading import Place
from accord.model.spans import Span


@pytest.mark.parametrize(
    ("name", "iso3", "admin1"),
    [
        pytest.param("Seville", "ESP", "51", id="city"),
        pytest.param("St. Cloud", "USA", "MN", id="saint, abbreviated"),
        pytest.param("KwaZulu-Natal", "ZAF", "02", id="province with a hyphen"),
        pytest.param("Rapides Parish", "USA", "LA", id="parish"),
        pytest.param("Thunder Bay", "CAN", "ON", id="Canadian provinces by their postal codes"),
        pytest.param("West Java", "IDN", "30", id="English name of a province"),
        pytest.param("NSW", "AUS", "02", id="short form of a state"),
        pytest.param("Pandi", "PHL", "03", id="town"),
        pytest.param("Acapulco", "MEX", "12", id="name without its tail"),
    ],
)
def test_find_sites(name: str, iso3: str, admin1: str) -> None:
    assert (iso3, admin1) in {(s.iso3, s.admin1) for s in find_sites(name)}


def test_namesakes_come_by_size_and_the_own_name_first() -> None:
    parises = [s for s in find_sites("Paris") if s.kind == "P"]
    assert parises[0].iso3 == "FRA"
    assert {"TX", "TN", "IL", "KY"} <= {s.admin1 for s in parises if s.iso3 == "USA"}
    own = [s.own for s in find_sites("Paris")]
    assert own == sorted(own, reverse=True)


@pytest.mark.parametrize("name", ["", " ", ".", "\t\n", "x" * 10_000, "\ud800", "Paris\tTexas", "😀"], ids=repr)
def test_odd_names_are_none(name: str) -> None:
    assert find_sites(name) == ()
    assert not find_sites(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint Louis"),
        ("Port-au-Prince", "port au prince"),
        ("Ta‘izz", "Taizz"),
        ("São Tomé", "Sao Tome"),
        ("Mt. Airy", "Mount Airy"),
    ],
    ids=["saint", "hyphens", "ayin", "marks", "mount"],
)
def test_place_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("iso3", "code", "name"),
    [("USA", "TX", "Texas"), ("CAN", "ON", "Ontario"), ("PHL", "03", "Central Luzon"), ("USA", "", None), ("XXX", "1", None)],
    ids=["US state", "province of Canada", "region", "no code", "no state"],
)  # fmt: skip
def test_region_name(iso3: str, code: str, name: str | None) -> None:
    assert region_name(iso3, code) == name


def test_a_look_up_is_quick() -> None:
    find_sites("Oslo")
    start = time.perf_counter()
    for n in range(1_000):
        find_sites(f"Nowhere {n}")
    assert time.perf_counter() - start < 1.0


def _place(name: str, kind: str, country: str | None, region: str | None = None, position: tuple[float, float] | None = None) -> Place:
    latitude, longitude = position or (None, None)
    return Place(
        span=Span(0, 1), sentence=0, name=name, kind=kind, country=country, region=region, latitude=latitude, longitude=longitude
    )  # fmt: skip


SPAIN = _place("Spain", "state", "ESP")
ANDALUSIA = _place("Andalusia", "region", "ESP", "Andalusia")
CATALONIA = _place("Catalonia", "region", "ESP", "Catalonia")
SEVILLE = _place("Seville", "city", "ESP", "Andalusia")


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        pytest.param(SPAIN, SEVILLE, True, id="a state its towns"),
        pytest.param(SPAIN, CATALONIA, True, id="a state its regions"),
        pytest.param(ANDALUSIA, SEVILLE, True, id="a region its towns"),
        pytest.param(SEVILLE, ANDALUSIA, False, id="not the other way"),
        pytest.param(CATALONIA, SEVILLE, False, id="another region"),
        pytest.param(SPAIN, SPAIN, False, id="not itself"),
        pytest.param(_place("Sahel", "region", None), _place("Gao", "city", "MLI", "Gao"), False, id="not known"),
    ],
)
def test_contains(outer: Place, inner: Place, holds: bool) -> None:
    assert contains(outer, inner) is holds


def test_distance() -> None:
    oslo, bergen = _place("Oslo", "capital", "NOR", position=(59.91, 10.75)), _place("Bergen", "city", "NOR", position=(60.39, 5.32))
    assert distance_km(oslo, bergen) == pytest.approx(305, abs=10)
    assert distance_km(oslo, _place("Nowhere", "region", None)) is None


@pytest.mark.parametrize(
    ("outlet", "town"),
    [("latimes", "Los Angeles"), ("Star-Telegram", "Fort Worth"), ("nosuchpaper", None)],
    ids=["label", "name", "unknown"],
)
def test_outlet_seat(outlet: str, town: str | None) -> None:
    seat = outlet_seat(outlet)
    assert (seat.name if seat else None) == town
