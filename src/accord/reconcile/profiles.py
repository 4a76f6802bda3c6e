"""Reading -> Profile: the words, names, places, days and numbers by which stories are told apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources

from accord.knowledge.people import CHIEFS
from accord.model.reading import Place, Reading
from accord.model.report import Published
from accord.model.timex import interval
from accord.model.vocabulary import DateBasis, EntityKind
from accord.reconcile.copies import shingles
from accord.reconcile.terms import fold_name, terms

_LEAD = 4  # sentences that name the event of a report (inverted pyramid); their words count twice
_LEAD_DAYS = 2  # sentences whose days are those of the event
_WIDE = 60  # an inferred interval of publication wider than this tells nothing
_LEAST_NUMBER = 2  # "two" stands everywhere
# Titles and houses of government, which stand in reports of anything.
_TITLES = frozenset(
    "N:" + fold_name(w)
    for w in """
    president prime minister chancellor secretary general foreign defence defense deputy vice senator king queen prince house white
    ministry department council security united states nations union republic party parliament congress senate national state federal
    supreme court office premier north south east west northern southern eastern western us u.s. uk
    what when where has have this that there they
    """.split()
)
_NAMING = frozenset({"name", "demonym", "metonym"})
_EDGES = " \t\r\n\"'“”‘’`.,;:()"
_REMEMBERED = 20_000  # reports met that are counted before all counts are halved
_KEYS = 40  # heaviest terms of a report that may propose a partner


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a report is compared by, before its words are weighted.

    Attributes:
        digest: Of its text; settles every order.
        counts: Terms, those of the first sentences counted twice.
        lead: Terms of the first sentences.
        common: Terms of states, of those who lead them and of the houses of government, which stand in reports of anything.
        first, last: When it was published, at the earliest and the latest; None if that is not known.
        event_days, lead_days: Single days named in the first two, and in the first four sentences.
        places, lead_places: Folded names of towns and regions, in all and in the first sentences.
        numbers: What it counts.
        names: Folded last words of the names of people and bodies.
        shingles: Hashes of its word 5-grams.
        items: Profiles of its items where it tells of several happenings (`accord.reconcile.segments`); of all of them or of none.
    """

    digest: str
    counts: Mapping[str, int]
    lead: Mapping[str, int]
    common: frozenset[str]
    first: date | None
    last: date | None
    event_days: frozenset[date]
    lead_days: frozenset[date]
    places: frozenset[str]
    lead_places: frozenset[str]
    numbers: frozenset[float]
    names: frozenset[str]
    shingles: frozenset[int]
    items: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighted:
    """A profile with its words weighted by how rare they are.

    Attributes:
        vector, lead: Unit vectors of terms.
        places: Weights of the names of places.
        keys: Heaviest terms, the heaviest first.
    """

    profile: Profile
    vector: Mapping[str, float]
    lead: Mapping[str, float]
    places: Mapping[str, float]
    keys: tuple[str, ...]


class Frequencies:
    """In how many reports each term stands: those of a fixed background, and those met since.

    The background (`data/background_terms.tsv`) says how common a word is in the news when only a few reports are at hand. Of those met,
    the latest ten thousand or so count: every so often all counts are halved, so that memory is bounded, and what a word weighs hangs on
    the news of its time, not on how many reports came before.
    """

    def __init__(self) -> None:
        self._background, self._total = _background()
        self._met: Counter[str] = Counter()
        self._reports = 0
        self._counted: set[str] = set()

    def add(self, profiles: Iterable[Profile]) -> None:
        """Counts reports, each once."""
        for p in profiles:
            if p.digest not in self._counted:
                self._counted.add(p.digest)
                self._met.update(p.counts.keys())
                self._reports += 1
        while self._reports > _REMEMBERED:
            self._met = Counter({term: n // 2 for term, n in self._met.items() if n > 1})
            self._reports //= 2
            self._counted.clear()

    def weigh(self, profile: Profile) -> Weighted:
        """The profile with weights as they are now."""
        vector = self._unit(profile.counts)
        return Weighted(
            profile=profile, vector=vector, lead=self._unit(profile.lead),
            places={p: self._rarity(f"N:{p}") for p in profile.places},
            keys=tuple(sorted(vector, key=lambda t: (-vector[t], t))[:_KEYS]),
        )  # fmt: skip

    def _rarity(self, term: str) -> float:
        return _rarity(self._background.get(term, 0) + self._met[term], self._total + self._reports)

    def _unit(self, counts: Mapping[str, int]) -> dict[str, float]:
        raw = {t: (1 + math.log(n)) * self._rarity(t) for t, n in counts.items()}
        norm = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        return {t: w / norm for t, w in raw.items()}


def _rarity(holders: int, reports: int) -> float:
    return math.log((reports + 1) / (holders + 0.5))


@lru_cache(maxsize=100_000)
def background_rarity(term: str) -> float:
    """How rare a term is in the fixed background alone, in the scale of `Frequencies`."""
    known, total = _background()
    return _rarity(known.get(term, 0), total)


@cache
def _background() -> tuple[Mapping[str, int], int]:
    lines = resources.files("accord.reconcile").joinpath("data", "background_terms.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    (_, total), *terms_ = rows
    return {term: int(n) for term, n in terms_}, int(total)


def profile(reading: Reading) -> Profile:
    """The profile of a report as a whole; what it says of its own dateline is no place of the event."""
    return _profile(reading, range(len(reading.sentences)), common_terms(reading), reading.report.provenance.digest)


def item_profile(reading: Reading, sentences: range) -> Profile:
    """The profile of one item of a report, as if its sentences were a report of their own.

    Args:
        reading: Of the whole report.
        sentences: Indexes of those of the item.
    """
    return _profile(reading, sentences, common_terms(reading), f"{reading.report.provenance.digest}#{sentences.start}")


def _profile(reading: Reading, sentences: range, common: frozenset[str], digest: str) -> Profile:
    counts: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    for k in sentences:
        found = Counter(terms(reading.sentences[k]))
        counts.update(found)
        if k < sentences.start + _LEAD:
            lead.update(found)
    counts.update(lead)
    first, last = publication(reading.published)
    places = [p for p in reading.places if p.sentence in sentences]
    return Profile(
        digest=digest, counts=counts, lead=lead, common=common, first=first, last=last,
        event_days=_days(reading, sentences[:_LEAD_DAYS]), lead_days=_days(reading, sentences[:_LEAD]),
        places=_places(reading, places), lead_places=_places(reading, (p for p in places if p.sentence in sentences[:_LEAD])),
        numbers=frozenset(
            q.exact for q in reading.quantities
            if q.sentence in sentences and q.exact is not None and q.exact > _LEAST_NUMBER and not q.ordinal
        ),
        names=frozenset(
            fold_name(e.name.split()[-1]) for e in reading.entities
            if e.kind is not EntityKind.STATE and not e.anonymous and e.name.split()
            and (not e.mentions or any(m.sentence in sentences for m in e.mentions))
        ),
        shingles=shingles(reading, sentences),
    )  # fmt: skip


def common_terms(reading: Reading) -> frozenset[str]:
    """Terms of the states that a report names, in every form, of those who lead them, and of the houses of government."""
    out: set[str] = set()
    for e in reading.entities:
        if e.kind is EntityKind.STATE or (e.kind is EntityKind.PERSON and any(o.office in CHIEFS for o in e.offices)):
            spans = {m.span for m in e.mentions if m.how in _NAMING}
            words = {w.strip(_EDGES) for span in spans for w in span.of(reading.report.text).split()} | set(e.name.split())
            for w in words:
                word = w.removesuffix("'s").removesuffix("’s")
                out |= {"N:" + fold_name(word), word.lower().replace("-", "")}
    return _TITLES | out


def publication(published: Published) -> tuple[date | None, date | None]:
    """First and last day on which a report may have been published; None, None where that is not known, or too vaguely to tell anything."""
    first, last = _day(published.earliest), _day(published.latest)
    if published.basis is not DateBasis.STATED and first and last and (last - first).days > _WIDE:
        return None, None
    return first, last


def _places(reading: Reading, places: Iterable[Place]) -> frozenset[str]:
    dateline = reading.report.dateline
    return frozenset(fold_name(p.name) for p in places if p.kind != "state" and not (dateline and dateline.span.overlap(p.span)))


def _day(iso: str | None) -> date | None:
    span = interval(iso) if iso else None
    return span[0] if span else None


def _days(reading: Reading, sentences: range) -> frozenset[date]:
    """Single days that sentences name."""
    spans = (interval(t.value) for t in reading.times if t.sentence in sentences)
    return frozenset(span[0] for span in spans if span and span[0] == span[1])
