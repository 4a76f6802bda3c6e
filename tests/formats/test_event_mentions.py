from time import perf_counter
from typing import Any

import pytest

from accord.formats.event_mentions import days_of, group_mentions
from accord.model.vocabulary import EventType, Modality
from formats.told import count, place, statement, time

HARBOUR = place("harbour", "NOR", "landmark", (59.91, 10.75))
OSLO = place("Oslo", "NOR", "capital", (59.91, 10.75))
BERGEN = place("Bergen", "NOR", "city", (60.39, 5.32))
NORWAY = place("Norway", "NOR", "state", (61.0, 8.0))
SWEDEN = place("Sweden", "SWE", "state")
VESTLAND = place("Vestland", "NOR", "region", region="Vestland")

ONE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "told twice": ({}, {}),
    "a day inside the month": ({"when": time("2024-05")}, {"when": time("2024-05-07")}),
    "only one is dated": ({"when": time("2024-05-07")}, {}),
    "a length of time is no date": ({"when": time("P3D")}, {"when": time("2024-05-07")}),
    "before the year is over": ({"when": time("2024", "BEFORE")}, {"when": time("2019")}),
    "a town in the state": ({"where": BERGEN}, {"where": NORWAY}),
    "a harbour of the town": ({"where": HARBOUR}, {"where": OSLO}),
    "only one says how": ({"mode": "visit"}, {}),
    "at least 20 and 26": ({"many": (count(20, None),)}, {"many": (count(26, 26),)}),
    "counts of different things": ({"many": (count(3, 3, "ship"),)}, {"many": (count(26, 26),)}),
    "another word": ({}, {"lemma": "talk"}),
    "the same word of nobody told": ({"recipient": ""}, {"recipient": ""}),
    "parties in another order": ({"actor": "n1 n2", "recipient": "n1 n2"}, {"actor": "n2 n1", "recipient": "n2 n1"}),
}
TWO: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "two days": ({"when": time("2024-05-06")}, {"when": time("2024-05-07")}),
    "after the year": ({"when": time("2025", "AFTER")}, {"when": time("2024-05-07")}),
    "two towns": ({"where": BERGEN}, {"where": OSLO}),
    "a town and another state": ({"where": BERGEN}, {"where": SWEDEN}),
    "a town and a region that it is not known to lie in": ({"where": OSLO}, {"where": VESTLAND}),
    "by phone and by visit": ({"mode": "visit"}, {"mode": "phone"}),
    "counts that exclude each other": ({"many": (count(20, 22),)}, {"many": (count(26, None),)}),
    "denied": ({}, {"modality": Modality.DENIED}),
    "the other way round": ({}, {"actor": "n2", "recipient": "n1"}),
    "to nobody": ({}, {"recipient": ""}),
    "another word of nobody told": ({"recipient": ""}, {"recipient": "", "lemma": "talk"}),
    "another type": ({}, {"kind": EventType.ACCUSE}),
}


@pytest.mark.parametrize("case", ONE)
def test_one_event_told_twice(case: str) -> None:
    a, b = ONE[case]
    for first, second in ((a, b), (b, a)):
        (happening,) = group_mentions([statement(1, **first), statement(2, **second)])
        assert [s.id for s in happening.mentions] == ["v1", "v2"]


@pytest.mark.parametrize("case", TWO)
def test_two_events(case: str) -> None:
    a, b = TWO[case]
    assert len(group_mentions([statement(1, **a), statement(2, **b)])) == 2


def test_what_mentions_add_up_to() -> None:
    (happening,) = group_mentions([
        statement(1, when=time("2024-05"), where=NORWAY, attribution=(0, 1), many=(count(20, None),), score=0.3),
        statement(2, when=time("2024-05-07"), where=BERGEN, attribution=(0,), mode="visit", score=0.9),
        statement(3, when=time("2024"), where=NORWAY, attribution=(1,), many=(count(20, None), count(2, 2, "ship")), score=0.9),
    ])  # fmt: skip
    assert happening.time == time("2024-05-07")
    assert happening.place == BERGEN
    assert happening.mode == "visit"
    assert happening.attribution == (0,)
    assert happening.quantities == [count(20, None), count(2, 2, "ship")]
    assert happening.surest.id == "v2"


def test_the_first_telling_narrows_what_may_join() -> None:
    tellings = [statement(1), statement(2, when=time("2024-05-06")), statement(3, when=time("2024-05-07")), statement(4)]
    assert [[s.id for s in h.mentions] for h in group_mentions(tellings)] == [["v1", "v2"], ["v3", "v4"]]


@pytest.mark.parametrize(
    ("value", "mod", "days"),
    [
        ("2024-05-07", None, ("2024-05-07", "2024-05-07")),
        ("2024-05", "BEFORE", ("None", "2024-05-31")),
        ("2024-05", "AFTER", ("2024-05-01", "None")),
        ("2024-05", "END", ("2024-05-01", "2024-05-31")),
    ],
)
def test_days_of_a_time(value: str, mod: str | None, days: tuple[str, str]) -> None:
    found = days_of(time(value, mod))
    assert found is not None
    assert tuple(map(str, found)) == days


@pytest.mark.parametrize("value", ["P3D", "XXXX-05", "PRESENT_REF", "9999-99-99"])
def test_a_time_without_days(value: str) -> None:
    assert days_of(time(value)) is None


@pytest.mark.parametrize("same", [True, False], ids=["one act over and over", "as many acts as sentences"])
def test_cost_is_linear(same: bool) -> None:
    def cost(n: int) -> float:
        rows = [statement(k + 1, when=time("2024" if same else str(1000 + k)), many=(count(k, None, f"u{k}"),)) for k in range(n)]
        start = perf_counter()
        group_mentions(rows)
        return perf_counter() - start

    cost(10)
    small = min(cost(400) for _ in range(3))
    assert min(cost(3200) for _ in range(2)) < 8 * 4 * small
