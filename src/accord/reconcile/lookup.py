"""Reading + sentence -> the places and times of that sentence, without looking through the whole report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from accord.model.reading import Place, Reading, TimeExpression

_SENTENCE = attrgetter("sentence")


def places_in(reading: Reading, sentence: int) -> tuple[Place, ...]:
    """Places of a sentence, in order; readings hold them by position."""
    rows = reading.places
    return rows[bisect_left(rows, sentence, key=_SENTENCE) : bisect_right(rows, sentence, key=_SENTENCE)]


def times_in(reading: Reading, sentence: int) -> tuple[TimeExpression, ...]:
    """Times of a sentence, in order; readings hold them by position."""
    rows = reading.times
    return rows[bisect_left(rows, sentence, key=_SENTENCE) : bisect_right(rows, sentence, key=_SENTENCE)]
