"""How like two reports are: copies, strangers, and what the model is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.report import Published
from accord.model.vocabulary import DateBasis
from accord.reconcile.likeness import COPY, FEATURES, STRANGERS, days_between, features, likeness
from accord.reconcile.profiles import Frequencies, Profile, publication

_TERMS = [f"term{k}" for k in range(8)]
_DAYS = [date(2021, 3, k) for k in (1, 2, 9)]


def profile(words: str = "ferry reef diver buoy", **more: object) -> Profile:
    counts = Counter(words.split())
    plain = Profile(
        digest=words, counts=counts, lead=counts, common=frozenset(), first=None, last=None, event_days=frozenset(), lead_days=frozenset(),
        places=frozenset(), lead_places=frozenset(), numbers=frozenset(), names=frozenset(), shingles=frozenset(),
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def shown(a: Profile, b: Profile) -> dict[str, float]:
    frequencies = Frequencies()
    return dict(zip(FEATURES, features(frequencies.weigh(a), frequencies.weigh(b)), strict=True))


def odds(a: Profile, b: Profile) -> float:
    frequencies = Frequencies()
    return likeness(frequencies.weigh(a), frequencies.weigh(b))


def placed(lead: str, others: str = "") -> Profile:
    return profile(lead_places=frozenset(lead.split()), places=frozenset(f"{lead} {others}".split()))


def out_on(*days: date | None) -> Profile:
    first, last = days if len(days) > 1 else days * 2
    return profile(first=first, last=last)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(profile(), profile(), {"words": 1, "lead": 1, "undated": 1, "short": 1}, id="the same words"),
        pytest.param(profile(), profile("ballot"), {"words": 0, "lead": 0}, id="other words"),
        pytest.param(out_on(_DAYS[0]), out_on(_DAYS[0]), {"gap": 0, "undated": 0}, id="of one day"),
        pytest.param(out_on(_DAYS[0]), out_on(_DAYS[2]), {"gap": pytest.approx(2.1972246)}, id="eight days apart"),
        pytest.param(out_on(None), out_on(_DAYS[0]), {"gap": pytest.approx(1.3862944), "undated": 1}, id="as if three days apart"),
        pytest.param(placed("hom"), placed("rak"), {"places_apart": 1, "places": 0}, id="in two towns"),
        pytest.param(placed("hom"), placed("rak", "hom"), {"places_apart": 0}, id="one names both towns"),
        pytest.param(placed("hom"), placed(""), {"places_apart": 0, "places": 0}, id="one names no town"),
        pytest.param(placed("hom"), placed("hom"), {"places_apart": 0, "places": 1}, id="in one town"),
        pytest.param(
            profile(lead_days=frozenset(_DAYS[:2])), profile(lead_days=frozenset(_DAYS[1:])), {"day_shared": 1}, id="a shared day"
        ),
        pytest.param(
            profile(event_days=frozenset(_DAYS[:1])), profile(event_days=frozenset(_DAYS[1:])), {"days_apart": 1}, id="other days"
        ),
        pytest.param(profile(event_days=frozenset(_DAYS[:1])), profile(), {"days_apart": 0}, id="a day on one side"),
        pytest.param(
            profile(numbers=frozenset({3.0, 7.0})), profile(numbers=frozenset({7.0})), {"numbers": pytest.approx(1 / 3)}, id="a number"
        ),
        pytest.param(
            profile(names=frozenset("abcdefg"), numbers=frozenset(map(float, range(9)))),
            profile(names=frozenset("abcdefg"), numbers=frozenset(map(float, range(9)))),
            {"names": 1, "numbers": 1},
            id="more say no more",
        ),
        pytest.param(
            profile(" ".join(f"w{k}" for k in range(60))), profile(" ".join(f"w{k}" for k in range(60))), {"short": 0}, id="two long ones"
        ),
    ],
)
def test_features(a: Profile, b: Profile, expected: Mapping[str, float]) -> None:
    for row in (shown(a, b), shown(b, a)):
        assert {name: row[name] for name in expected} == pytest.approx(expected)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(profile("x", shingles=frozenset(range(40))), profile("y", shingles=frozenset(range(30))), COPY, id="copies"),
        pytest.param(profile(), profile("ballot recount"), STRANGERS, id="nothing in common"),
        pytest.param(profile("ferry reef"), profile("ferry reef"), STRANGERS, id="two words in common"),
        pytest.param(
            profile(common=frozenset({"ferry", "reef"})), profile("ferry reef diver buoy mast"), STRANGERS, id="what is in every report"
        ),
    ],
)
def test_copies_and_strangers(a: Profile, b: Profile, expected: float) -> None:
    assert odds(a, b) == odds(b, a) == expected


PROFILES = st.builds(
    lambda words, days, places, numbers, names: profile(
        " ".join(words), first=min(days, default=None), last=max(days, default=None), event_days=frozenset(days), lead_days=frozenset(days),
        places=frozenset(places), lead_places=frozenset(places[:1]), numbers=frozenset(numbers), names=frozenset(names),
    ),
    st.lists(st.sampled_from(_TERMS), max_size=12), st.lists(st.sampled_from(_DAYS), max_size=2),
    st.lists(st.sampled_from("xyz"), max_size=3),
    st.sets(st.sampled_from((3.0, 5.0))), st.sets(st.sampled_from("lmn")),
)  # fmt: skip


@given(PROFILES, PROFILES)
def test_it_is_the_same_whichever_comes_first(a: Profile, b: Profile) -> None:
    assert odds(a, b) == odds(b, a)


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        pytest.param(out_on(_DAYS[0], _DAYS[1]), out_on(_DAYS[1], _DAYS[2]), 0, id="overlapping"),
        pytest.param(out_on(_DAYS[0], _DAYS[1]), out_on(_DAYS[2]), 7, id="apart"),
        pytest.param(out_on(_DAYS[0], None), out_on(_DAYS[2]), None, id="half known"),
        pytest.param(out_on(None), out_on(None), None, id="not known"),
    ],
)
def test_days_between(a: Profile, b: Profile, days: int | None) -> None:
    assert days_between(a, b) == days_between(b, a) == days


@pytest.mark.parametrize(
    ("earliest", "latest", "basis", "days"),
    [
        pytest.param("2021-03-01", "2021-03-02", DateBasis.STATED, (_DAYS[0], _DAYS[1]), id="stated"),
        pytest.param("2021-03-01T08:30", "2021-03-02", DateBasis.STATED, (_DAYS[0], _DAYS[1]), id="with an hour"),
        pytest.param("2021-01-01", "2021-03-02", DateBasis.STATED, (date(2021, 1, 1), _DAYS[1]), id="stated, however wide"),
        pytest.param("2021-01-01", "2021-03-02", DateBasis.INFERRED, (date(2021, 1, 1), _DAYS[1]), id="inferred, sixty days"),
        pytest.param("2021-01-01", "2021-03-09", DateBasis.INFERRED, (None, None), id="inferred, too wide"),
        pytest.param(None, "2021-03-02", DateBasis.INFERRED, (None, _DAYS[1]), id="no earliest"),
        pytest.param("soon", "later", DateBasis.STATED, (None, None), id="no dates"),
    ],
)
def test_publication(earliest: str | None, latest: str | None, basis: DateBasis, days: tuple[date | None, date | None]) -> None:
    assert publication(Published(earliest=earliest, latest=latest, basis=basis)) == days
