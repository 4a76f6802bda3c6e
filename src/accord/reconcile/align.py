"""Readings of one story -> Aligned: which sentences of different reports speak of the same thing, and which report is newer."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from accord.model.passages import PassageComparer
from accord.model.reading import Reading
from accord.model.story import StoryEvent
from accord.reconcile.attendance_claims import AttendanceClaim, claims_of
from accord.reconcile.attendance_seen import Claims, PartyAt, is_attended, parties_at, with_seen
from accord.reconcile.copies import find_copies
from accord.reconcile.coreference import Happening, between, happenings, mentioned
from accord.reconcile.event_likeness import Matrix
from accord.reconcile.gatherings import Gathering, find_gathering
from accord.reconcile.judged import Judged, judge
from accord.reconcile.looks import Words, look
from accord.reconcile.order import time_order
from accord.reconcile.predicates import Predication, entity_key, predications
from accord.reconcile.terms import terms
from accord.reconcile.titles import story_event

_LEAST = 0.12  # cosine below which two sentences have nothing to say to each other
_COMMON = 120  # sentences of a report that hold a term, beyond which it says nothing (and comparing grows with the square)
_KEEP = 4  # partners of one sentence in one other report
_NAMING = frozenset({"name", "demonym", "metonym"})
_LONGEST = 400  # terms of a sentence that are looked at; longer "sentences" are lists or damage


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences of different reports that speak of the same thing.

    Attributes:
        a, b: Indexes into `Aligned.readings`, a < b.
        i, j: Sentence of `a`, sentence of `b`.
        score: 0 to 1, cosine of the weighted content words.
    """

    a: int
    i: int
    b: int
    j: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """The readings of one story laid side by side; what every comparison takes.

    Attributes:
        readings: In story order (time of publication, then digest and id).
        matches: Best first within each pair of reports.
        order: For a pair of indexes (a, b): +1 if a is newer, -1 if b is, 0 if of the same time; absent if not known.
        copies: Pairs of indexes a < b of reports that share their wording.
        predications: Of each reading, its verbs with their participants.
        gathering: The occasion that the story is about, or None.
        claims: Of each reading, what it says of who comes there; empty without a gathering.
        event: What happened, where and when; None if not looked at.
        happenings: The events of all reports, each with the statements that tell of it.
        judged: Pairs of near sentences and how likely they differ or agree; empty without a trained comparer.
    """

    readings: tuple[Reading, ...]
    matches: tuple[Match, ...] = ()
    order: Mapping[tuple[int, int], int] = field(default_factory=dict)
    copies: tuple[tuple[int, int], ...] = ()
    predications: tuple[tuple[Predication, ...], ...] = ()
    gathering: Gathering | None = None
    claims: tuple[tuple[AttendanceClaim, ...], ...] = ()
    event: StoryEvent | None = None
    judged: tuple[Judged, ...] = ()
    happenings: tuple[Happening, ...] = ()

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of indexes of readings, a < b."""
        return combinations(range(len(self.readings)), 2)

    def newer(self, a: int, b: int) -> int | None:
        """+1 if reading `a` is newer than `b`, -1 if older, 0 if of the same time, None if not known."""
        if (a, b) in self.order:
            return self.order[a, b]
        return -self.order[b, a] if (b, a) in self.order else None

    def between(self, a: int, b: int) -> tuple[Match, ...]:
        """Matches of the reports `a` < `b`, best first."""
        return tuple(m for m in self.matches if m.a == a and m.b == b)


def align(readings: Sequence[Reading], comparer: PassageComparer | None = None) -> Aligned:
    """Lays the readings of one story side by side.

    Words are weighted by how rare they are among the story's own sentences, so that the name that stands in every sentence counts for
    little and the detail that two sentences share counts for much.

    Args:
        readings: Already in story order.
        comparer: Trained model that looks at near sentences; without one, the rules compare alone.
    """
    readings = tuple(readings)
    vectors = _vectors(readings)
    matches: list[Match] = []
    for a, b in combinations(range(len(readings)), 2):
        matches.extend(_match(a, vectors[a], b, vectors[b]))
    told = mentioned(readings)
    gathering = find_gathering(readings)
    judged: tuple[Judged, ...] = ()
    words: Matrix | None = None
    attended: tuple[tuple[PartyAt, ...], Matrix] | None = None
    if comparer is not None:
        events = [Words(m.reading, m.sentence, m.span) for m in told.near]
        parties = parties_at(readings)
        seen = look(readings, [*events, *(p.words for p in parties)], comparer)
        judged, words, attended = judge(readings, seen, comparer), seen.words[: len(events)], (parties, seen.attendance[len(events) :])
        if gathering is None and is_attended(*attended):
            gathering = find_gathering(readings, attended=True)
    return Aligned(
        readings=readings, matches=tuple(matches), order=time_order(readings), copies=find_copies(readings),
        predications=tuple(tuple(predications(r)) for r in readings), gathering=gathering,
        claims=() if gathering is None else _claims(readings, gathering, attended),
        event=story_event(readings, gathering), judged=judged,
        happenings=happenings(told, between(readings), words),
    )  # fmt: skip


def _claims(readings: Sequence[Reading], gathering: Gathering, attended: tuple[Sequence[PartyAt], Matrix] | None) -> Claims:
    read = tuple(tuple(claims_of(r, gathering)) for r in readings)
    return read if attended is None else with_seen(read, readings, *attended)


def _vectors(readings: Sequence[Reading]) -> list[list[dict[str, float]]]:
    bags = [_bags(r) for r in readings]
    seen = Counter(t for rows in bags for bag in rows for t in bag)
    total = sum(map(len, bags)) or 1
    out = []
    for rows in bags:
        vectors = []
        for bag in rows:
            raw = {t: math.log(1 + total / seen[t]) for t in sorted(bag)}
            norm = math.sqrt(sum(w * w for w in raw.values())) or 1.0
            vectors.append({t: w / norm for t, w in raw.items()})
        out.append(vectors)
    return out


def _bags(reading: Reading) -> list[set[str]]:
    """Terms of each sentence, with a key for each entity that it names, so that "American" meets "the United States"."""
    bags = [set(terms(s)[:_LONGEST]) for s in reading.sentences]
    for e in reading.entities:
        for m in e.mentions:
            if m.how in _NAMING and m.sentence < len(bags):
                bags[m.sentence].add(entity_key(e))
    return bags


def _match(a: int, left: list[dict[str, float]], b: int, right: list[dict[str, float]]) -> list[Match]:
    where: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in enumerate(right):
        for t, w in vector.items():
            where[t].append((j, w))
    found: list[Match] = []
    for i, vector in enumerate(left):
        scores: dict[int, float] = defaultdict(float)
        for t, w in vector.items():
            rows = where.get(t, ())
            if len(rows) > _COMMON:
                continue
            for j, v in rows:
                scores[j] += w * v
        best = sorted(((s, j) for j, s in scores.items() if s >= _LEAST), key=lambda x: (-x[0], x[1]))[:_KEEP]
        found.extend(Match(a, i, b, j, round(s, 4)) for s, j in best)
    return sorted(found, key=lambda m: (-m.score, m.i, m.j))
