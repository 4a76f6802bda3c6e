import pytest

from accord.engine.local import LocalEngine
from accord.model.errors import UsageError


def double(x: int) -> int:
    return 2 * x


@pytest.mark.parametrize("workers", [1, 2])
def test_results_keep_the_order_of_the_items(workers: int) -> None:
    assert list(LocalEngine(workers).map(double, range(9))) == [2 * x for x in range(9)]


def test_one_worker_takes_no_more_than_it_gives() -> None:
    taken: list[int] = []

    def items() -> object:
        for x in range(100):
            taken.append(x)
            yield x

    results = LocalEngine(1).map(double, items())  # type: ignore[arg-type]
    assert next(iter(results)) == 0
    assert taken == [0]


def test_no_workers_is_refused() -> None:
    with pytest.raises(UsageError, match="workers must be 1 or more, not 0"):
        LocalEngine(0)
