from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.reconcile.gatherings import Gathering, clashes, find_gathering

_CASES = {
    "parade": (
        "Thousands of troops will march in a military parade in Minsk on 3 July 2024. The parade closes the city centre.",
        ("parade", "Minsk", "2024-07-03"),
    ),
    "summit": (
        "The leaders of nine states meet at a summit in Nairobi on 3 July 2024. The summit is about water.",
        ("summit", "Nairobi", "2024-07-03"),
    ),
    "talks": (
        "Officials of Kenya and Uganda opened talks in Kampala on 3 July 2024. The talks are about a lake. The talks last a week.",
        ("talks", "Kampala", "2024-07-03"),
    ),
    "attack": ("A bomb killed four people in Minsk on 3 July 2024. Police held two men.", None),
    "law": ("Parliament passed a budget on 3 July 2024. The opposition voted against it.", None),
}


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), _CASES.values(), ids=_CASES)
def test_find_gathering(text: str, expected: tuple[str, str, str] | None) -> None:
    found = find_gathering([read_closely(hand.parsed(text, published="2024-07-01"))])
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert (found.family, found.place, found.date) == expected


_GATHERING = Gathering(family="summit", noun="summit", place="Oslo", country="NOR", date="2024-07-03", mentions=frozenset())


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2024-07-03", False), ("2024-07-10", False), ("2024-07", False), ("2024-06-01", True), ("2019", True), ("PRESENT_REF", False)],
)
def test_clashes(value: str, expected: bool) -> None:
    assert clashes(_GATHERING, value) is expected


def test_title_leaves_out_what_is_not_known() -> None:
    assert _GATHERING.title == "summit, Oslo, 2024-07-03"
    bare = Gathering(family="summit", noun="summit", place=None, country=None, date=None, mentions=frozenset())
    assert bare.title == "summit"
