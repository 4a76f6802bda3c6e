import pytest

from accord.model.reading import Quantity
from accord.model.spans import Span
from accord.reconcile.claims import ranges_overlap, rounds_to, unit_of, words_of


def quantity(low: float | None, high: float | None, exact: float | None = None, unit: str = "", currency: str | None = None) -> Quantity:
    return Quantity(span=Span(0, 1), sentence=0, low=low, high=high, exact=exact, unit=unit, currency=currency)


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        pytest.param((26, 26), (26, None), True, id="26-and-at-least-26"),
        pytest.param((24, None), (34, 34), True, id="dozens-and-34"),
        pytest.param((12, 12), (21, 21), False, id="12-and-21"),
        pytest.param((None, 50), (60, None), False, id="at-most-50-and-at-least-60"),
        pytest.param((27, 33), (33, 40), True, id="touching"),
    ],
)
def test_ranges_overlap(a: tuple[float | None, float | None], b: tuple[float | None, float | None], both: bool) -> None:
    assert ranges_overlap(quantity(*a), quantity(*b)) is both
    assert ranges_overlap(quantity(*b), quantity(*a)) is both


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (188_829, 188_000, True),
        (43_350, 43_000, True),
        (43_350, 44_000, True),
        (43_350, 45_000, False),
        (12, 10, False),
        (5687.75, 5587.75, False),
    ],
)
def test_rounds_to(a: float, b: float, same: bool) -> None:
    assert rounds_to(a, b) is same
    assert rounds_to(b, a) is same


@pytest.mark.parametrize(
    ("q", "words"),
    [
        (quantity(26, None, 26), "at least 26"),
        (quantity(None, 50, 50), "at most 50"),
        (quantity(27, 33, 30), "about 30"),
        (quantity(6, 7), "6 to 7"),
        (quantity(5687.75, 5687.75, 5687.75, currency="USD"), "5,687.75 USD"),
    ],
)
def test_words_of(q: Quantity, words: str) -> None:
    assert words_of(q) == words


@pytest.mark.parametrize(
    ("unit", "one"),
    [("storey", "story"), ("story", "story"), ("F-16s", "f-16"), ("kg of dynamite", "kilogram"), ("tonne of grain", "ton"), ("", "")],
)
def test_unit_of(unit: str, one: str) -> None:
    assert unit_of(quantity(1, 1, unit=unit)) == one
