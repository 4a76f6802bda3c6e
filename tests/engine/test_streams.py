from collections.abc import Iterator

import pytest

from accord.engine.streams import Limited, in_batches
from accord.model.report import Skipped

BAD = Skipped(location="b", error="broken")


@pytest.mark.parametrize(
    ("limit", "taken", "reached"),
    [(None, [BAD, 1, BAD, 2], False), (0, [], True), (1, [BAD, 1], True), (2, [BAD, 1, BAD, 2], True), (3, [BAD, 1, BAD, 2], False)],
)
def test_what_was_skipped_does_not_count(limit: int | None, taken: list[object], reached: bool) -> None:
    items = Limited[int]([BAD, 1, BAD, 2], limit)
    assert list(items) == taken
    assert items.reached is reached


def test_batches_take_no_more_than_they_give() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for n in range(5):
            taken.append(n)
            yield n

    batches = in_batches(items(), 2)
    assert next(batches) == (0, 1)
    assert taken == [0, 1]
    assert list(batches) == [(2, 3), (4,)]
