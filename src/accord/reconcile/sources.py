"""Readings and copies -> which reports are one source, and for each pair of copies who copied whom."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from accord.model.reading import Reading
from accord.model.story import Derivation
from accord.model.vocabulary import DerivationBasis
from accord.reconcile.copies import shingles
from accord.reconcile.edits import find_edits
from accord.reconcile.order import compare_age

_WHOLE = 0.85  # of the shorter report's wording in the longer, for the longer to be the fuller version
_LONGER = 1.2  # times as long
_HOST_PARTS = frozenset("www com org net co uk news agency".split())


def outlet_key(name: str | None) -> str:
    """One key for the spellings of an outlet or agency ("The Coast Times", "coasttimes.com"); "" for none."""
    plain = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFKD", name or "").casefold() if not unicodedata.combining(c))
    words = plain.split()
    return "".join(w for w in words if w not in _HOST_PARTS and w != "the") or "".join(words)


def publisher_key(reading: Reading) -> str:
    """Who stands behind a report: the agency that its dateline credits, else its publisher; "" if neither is known."""
    dateline = reading.report.dateline
    return outlet_key(dateline.agency if dateline else None) or outlet_key(reading.report.publisher)


def independent_sources(readings: Sequence[Reading], copies: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Indexes of readings, those together that are one source, groups and members in order.

    One source are copies, copies of copies, and reports of one outlet or agency.
    """
    leader = list(range(len(readings)))

    def find(k: int) -> int:
        while leader[k] != k:
            leader[k] = leader[leader[k]]
            k = leader[k]
        return k

    for a, b in [*copies, *_same_outlet(readings)]:
        first, second = sorted((find(a), find(b)))
        leader[second] = first
    groups: dict[int, list[int]] = {}
    for k in range(len(readings)):
        groups.setdefault(find(k), []).append(k)
    return tuple(tuple(g) for g in groups.values())


def _same_outlet(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    first: dict[str, int] = {}
    for k, reading in enumerate(readings):
        key = publisher_key(reading)
        if key and first.setdefault(key, k) != k:
            yield first[key], k


def find_derivations(readings: Sequence[Reading], copies: Sequence[tuple[int, int]]) -> tuple[Derivation, ...]:
    """For each pair of copies, in order, who copied whom and what was changed."""
    return tuple(_derivation(readings[a], readings[b]) for a, b in copies)


def _derivation(a: Reading, b: Reading) -> Derivation:
    agency = _common_agency(a, b)
    known = _original(a, b) if agency is None else None
    first, second = (b, a) if known and known[0] is b else (a, b)
    mine, theirs = shingles(first), shingles(second)
    return Derivation(
        first=first.report.id, second=second.report.id, original=known[0].report.id if known else None,
        basis=known[1] if known else None, agency=agency,
        share=len(mine & theirs) / max(1, len(theirs)), edits=find_edits(first, second),
    )  # fmt: skip


def _common_agency(a: Reading, b: Reading) -> str | None:
    """The agency that both credit though neither is its own report: who printed it first copied nobody in the story."""
    x, y = a.report.dateline, b.report.dateline
    if x is None or y is None or not x.agency or outlet_key(x.agency) != outlet_key(y.agency):
        return None
    key = outlet_key(x.agency)
    return None if key in (outlet_key(a.report.publisher), outlet_key(b.report.publisher)) else x.agency


def _original(a: Reading, b: Reading) -> tuple[Reading, DerivationBasis] | None:
    for own, other in ((a, b), (b, a)):
        credited = other.report.dateline.agency if other.report.dateline else None
        publisher = outlet_key(own.report.publisher)
        if publisher and outlet_key(credited) == publisher != outlet_key(other.report.publisher):
            return own, DerivationBasis.CREDITED
    age = compare_age(a, b)
    if age:
        return (a if age < 0 else b), DerivationBasis.OLDER
    longer, shorter = sorted((a, b), key=lambda r: -len(shingles(r)))
    more, less = shingles(longer), shingles(shorter)
    if less and len(more) >= _LONGER * len(less) and len(more & less) >= _WHOLE * len(less):
        return longer, DerivationBasis.FULLER
    return None


def group_of(sources: Sequence[Sequence[int]]) -> Mapping[int, int]:
    """Index of a reading -> number of the source that it belongs to."""
    return {k: n for n, group in enumerate(sources) for k in group}
