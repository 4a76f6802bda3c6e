"""Parties in readings + a trained model's view of their words -> what each report says of who comes, beside what the rules read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from accord.model.reading import Reading
from accord.model.vocabulary import Attendance
from accord.reconcile.attendance_claims import AttendanceClaim
from accord.reconcile.event_likeness import Matrix
from accord.reconcile.looks import Words
from accord.reconcile.parties import Parties, Party
from accord.reconcile.passages import MOST_SENTENCES

Claims = tuple[tuple[AttendanceClaim, ...], ...]
_STATUSES = tuple(Attendance)
# Probability that a party's words tell of its coming or staying away, and the countries of which that must be told in a story where rules
# find no gathering. On stories that the network had not seen: F1 0.57 where rules reach 0.25; of 61 stories whose annotators named no
# gathering 16 are given a table (rules alone: 3).
_LEAST, _COUNTRIES = 0.7, 4
# Where rules read so many countries in a report they read most, and the model must be surer of another.
_READ, _SURER = 5, 0.95


@dataclass(frozen=True, slots=True)
class PartyAt:
    """A party where a sentence names it."""

    words: Words
    party: Party


def parties_at(readings: Sequence[Reading]) -> tuple[PartyAt, ...]:
    """Every mention of a party that has a country, in order."""
    return tuple(p for k, r in enumerate(readings) for p in _parties(k, r))


def _parties(index: int, reading: Reading) -> Iterator[PartyAt]:
    parties = Parties(reading)
    for sentence in reading.sentences[:MOST_SENTENCES]:
        for t in sentence:
            for p in parties.single(sentence, t):
                if p.country and p.token == t.i:
                    yield PartyAt(Words(index, sentence.index, p.span), p)


def is_attended(parties: Sequence[PartyAt], attendance: Matrix) -> bool:
    """Whether the model is sure of enough countries that they come to something or stay away from it.

    Args:
        parties: As `parties_at` gives them.
        attendance: (parties, 1 + statuses) probabilities, as in `Looks`.
    """
    sure = {p.party.country for p, row in zip(parties, attendance, strict=True) if row[1:].sum() >= _LEAST}
    return len(sure) >= _COUNTRIES


def with_seen(claims: Claims, readings: Sequence[Reading], parties: Sequence[PartyAt], attendance: Matrix) -> Claims:
    """The claims of rules, and for every country of which rules read nothing in a report, what the model sees surest there.

    Args:
        claims: Of each reading, in order of position.
        readings: Of the story.
        parties: As `parties_at` gives them.
        attendance: As for `is_attended`.
    """
    needed = [_SURER if len({c.country for c in row}) >= _READ else _LEAST for row in claims]
    best: dict[tuple[int, str], tuple[float, AttendanceClaim]] = {}
    for p, row in zip(parties, attendance, strict=True):
        k, country = p.words.reading, p.party.country or ""
        share = float(row[1:].max())
        if row[1:].sum() >= needed[k] and share > best.get((k, country), (0.0, None))[0]:
            status = _STATUSES[int(np.argmax(row[1:]))]
            best[k, country] = share, AttendanceClaim(
                readings[k].report.id, country, p.party.person, status, p.words.span, p.words.sentence, seen=True
            )  # fmt: skip
    read = {(k, c.country) for k, row in enumerate(claims) for c in row}
    added: dict[int, list[AttendanceClaim]] = defaultdict(list)
    for (k, country), (_, claim) in best.items():
        if (k, country) not in read:
            added[k].append(claim)
    return tuple(tuple(sorted((*row, *added[k]), key=lambda c: c.span)) for k, row in enumerate(claims))
