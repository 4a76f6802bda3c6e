"""Statements of one report -> happenings: what is told several times is one, with all its mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from accord.knowledge.geography import contains, distance_km
from accord.model.reading import EntityId, Place, Quantity, Statement, TimeExpression
from accord.model.timex import interval
from accord.model.vocabulary import EventType, Modality

# First and last day; None is open.
Days = tuple[date | None, date | None]

_Range = tuple[str, str | None, float | None, float | None]
_Key = tuple[EventType, Modality, frozenset[EntityId], frozenset[EntityId], str]
# A retelling follows close on the telling; further back is not looked, so that a text of one act over and over costs no more.
_BACK = 20
# Two named spots no further apart than a large town is wide may be one scene.
_SAME_SCENE_KM = 30.0
_SPECIFIC = {"landmark": 3, "city": 3, "capital": 3, "region": 2, "state": 1}


@dataclass(slots=True)
class Happening:
    """One event of one report, told at least once; what its mentions add up to.

    Attributes:
        mentions: In order of position.
        mode: The first mode told.
        time, place: Those told most exactly.
        attribution: Of the mention that leans on the fewest: what a report also says in its own voice is its own word.
    """

    mentions: list[Statement] = field(default_factory=list)
    mode: str | None = None
    time: TimeExpression | None = None
    place: Place | None = None
    attribution: tuple[int, ...] = ()
    _quantities: dict[_Range, Quantity] = field(default_factory=dict)

    @property
    def quantities(self) -> list[Quantity]:
        """Quantities of all mentions, each value once, in order of position."""
        return list(self._quantities.values())

    @property
    def surest(self) -> Statement:
        """The mention with the best score, the first of equals."""
        return max(self.mentions, key=lambda s: s.score)

    def takes(self, s: Statement) -> bool:
        """Whether nothing in a statement of the same type, parties and modality speaks against its being this one."""
        event = s.event
        if event.mode and self.mode and event.mode != self.mode:
            return False
        return _times_fit(self.time, event.time) and _places_fit(self.place, event.place) and self._quantities_fit(event.quantities)

    def add(self, s: Statement) -> None:
        """Takes a mention in."""
        event = s.event
        self.attribution = min(self.attribution, s.attribution, key=len) if self.mentions else s.attribution
        self.mentions.append(s)
        self.mode = self.mode or event.mode
        self.time = min(filter(None, (self.time, event.time)), key=_vagueness, default=None)
        self.place = max(filter(None, (self.place, event.place)), key=_exactness, default=None)
        for q in event.quantities:
            self._quantities.setdefault((q.unit, q.effect, q.low, q.high), q)

    def _quantities_fit(self, new: Sequence[Quantity]) -> bool:
        told = list(self._quantities.values())[-_BACK:]
        return not any(a.unit == b.unit and a.effect == b.effect and _apart(a, b) for a in told for b in new)


def group_mentions(statements: Iterable[Statement]) -> list[Happening]:
    """Happenings in order of their first mention.

    Mentions of one happening agree on type, modality and the parties of either side, and nothing else that they tell excludes the
    other: modes, days, places, and ranges of the same quantity. Where a side is not told, they also agree on the word.
    """
    out: list[Happening] = []
    open_: dict[_Key, list[Happening]] = defaultdict(list)
    for s in statements:
        near = open_[_key(s)]
        told = next((h for h in reversed(near[-_BACK:]) if h.takes(s)), None)
        if told is None:
            told = Happening()
            out.append(told)
            near.append(told)
        told.add(s)
    return out


def _key(s: Statement) -> _Key:
    event = s.event
    # "Was charged" and "was accused" of nobody known may well be two men; "charged" told again seldom is.
    word = "" if event.actor and event.recipient else event.lemma
    return event.event_type, s.modality, frozenset(event.actor), frozenset(event.recipient), word


def days_of(time: TimeExpression | None) -> Days | None:
    """Days that a time may mean; None where it names none."""
    days = interval(time.value) if time else None
    if time is None or days is None:
        return None
    if time.mod == "BEFORE":
        return None, days[1]
    if time.mod == "AFTER":
        return days[0], None
    return days


def _vagueness(time: TimeExpression) -> int:
    days = days_of(time)
    if days is None:
        return date.max.toordinal() + 1
    return (days[1] - days[0]).days if days[0] and days[1] else date.max.toordinal()


def _exactness(place: Place) -> int:
    return _SPECIFIC.get(place.kind, 0)


def _times_fit(a: TimeExpression | None, b: TimeExpression | None) -> bool:
    x, y = days_of(a), days_of(b)
    if x is None or y is None:
        return True
    return not (_before(x, y) or _before(y, x))


def _before(x: Days, y: Days) -> bool:
    return x[1] is not None and y[0] is not None and x[1] < y[0]


def _places_fit(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None:
        return True
    if a.country != b.country and a.country and b.country:
        return False
    if a.name.casefold() == b.name.casefold() or contains(a, b) or contains(b, a):
        return True
    apart = distance_km(a, b) if min(_exactness(a), _exactness(b)) == 3 else None
    return apart is not None and apart <= _SAME_SCENE_KM


def _apart(a: Quantity, b: Quantity) -> bool:
    return _below(a.high, b.low) or _below(b.high, a.low)


def _below(high: float | None, low: float | None) -> bool:
    return high is not None and low is not None and high < low
