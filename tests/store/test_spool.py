from dataclasses import replace

import pytest

import hand
from accord.model.reading import Reading
from accord.model.report import Published
from accord.model.vocabulary import DateBasis
from accord.store.spool import Spool


def reading(text: str, day: str) -> Reading:
    when = Published(earliest=day, latest=day, basis=DateBasis.INFERRED)
    return Reading(report=hand.report(text, "a"), sentences=(hand.sentence("Rain rain NOUN NN ROOT 0"),), published=when)


def test_readings_come_back_in_any_order() -> None:
    kept = [reading("Rain in Tunis.", "2020-02-02"), reading("Snow in Oslo.", "2020-02-01")]
    with Spool() as spool:
        assert [spool.put(r) for r in kept] == [0, 1]
        assert list(spool.published()) == [(n, r.published) for n, r in enumerate(kept)]
        assert spool.numbered(1) == kept[1]
        assert spool.put(replace(kept[0], sentences=())) == 2
        assert spool.numbered(0) == kept[0]


def test_one_text_twice_is_two_readings() -> None:
    with Spool() as spool:
        assert [spool.put(reading("Rain in Tunis.", "2020-02-02")) for _ in range(2)] == [0, 1]


@pytest.mark.parametrize("number", [-1, 0, 7])
def test_no_reading_of_that_number(number: int) -> None:
    with Spool() as spool, pytest.raises(KeyError):
        spool.numbered(number)
