"""Names with their candidates -> the candidate that each name means, all names of a report together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from accord.extract.place_candidates import Candidate, find_candidates, somewhere_in
from accord.extract.place_scan import PlaceName

# Heat of each round: the first looks at all names with an open mind, so that no large namesake carries the day before the others spoke.
_HEAT = (2.5, 1.5, 1.0, 1.0)
_CELL = 1.0  # degrees: neighbours of a cell lie within about 200 km
# A place of this size is meant by its bare name in any report.
_KNOWN = 100_000
_SPOKEN_FOR = 0.3
_FAMOUS = 300_000  # Cleveland is the one in Ohio even in a report on Oklahoma
_FIRM = 0.03  # a candidate less likely than this tells nothing of the others
FEATURES = (
    "population own settlement division subdivision state capital landmark country_share country_seen division_share division_seen"
    " near_share near_seen outlet_near outlet_division hint against_hint shadowed famous"
).split()
# Log-odds of each feature, set by hand and compared on the even half of the development reports (bench/places.py); the fame of large
# cities weighs more than that half would have it, because its reports are of small papers.
WEIGHTS: dict[str, float] = {
    "population": 1.0, "own": 1.0, "settlement": 0.0, "division": 0.0, "subdivision": -1.0, "state": 3.0, "capital": 1.0, "landmark": 2.0,
    "country_share": 2.0, "country_seen": 1.7, "division_share": 5.0, "division_seen": 1.0, "near_share": 5.0, "near_seen": 0.0,
    "outlet_near": 5.0, "outlet_division": 1.0,
    "hint": 2.0, "against_hint": -1.0, "shadowed": -1.5, "famous": 1.5,
}  # fmt: skip


@dataclass(slots=True)
class Group:
    """All mentions of one name that mean one place.

    Attributes:
        mentions: Indexes into the list of names.
        shares: Probability of each candidate.
    """

    mentions: list[int]
    candidates: tuple[Candidate, ...]
    hints: Counter[str] = field(default_factory=Counter)
    shares: list[float] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """How loud the group is among others: repeating a name says little more."""
        return 1.0 + math.log(len(self.mentions)) if self.mentions else 1.0


@dataclass(slots=True)
class Evidence:
    """What the report speaks of: states, divisions and cells of the globe with their weights."""

    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[tuple[str, str]] = field(default_factory=Counter)
    cells: Counter[tuple[int, int]] = field(default_factory=Counter)

    def add(self, group: Group, sign: float = 1.0) -> None:
        """Adds (or takes away) what a group's likely candidates speak for."""
        for c, p in zip(group.candidates, group.shares, strict=True):
            if p < _FIRM:
                continue
            amount = sign * p * group.weight
            if c.country:
                self.countries[c.country] += amount  # type: ignore[assignment]
                if c.admin1:
                    self.divisions[c.country, c.admin1] += amount  # type: ignore[assignment]
            if c.level in ("P", "2", "C"):
                self.cells[_cell(c)] += amount  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a candidate is judged by: the report's names, its outlet and the states of its actors."""

    evidence: Evidence
    outlet: Evidence
    context: Mapping[str, float]


def resolve(
    names: Sequence[PlaceName], hints: Sequence[str], context: Mapping[str, float], home: Sequence[Candidate]
) -> list[Candidate | None]:
    """The candidate of each name, in order; None where the tables know none.

    Containers beside a name decide first ("Paris, Texas"); then each name is weighed by what all other names of the report
    speak for (states, divisions, nearness) and by its size, in a few rounds of mean-field inference.

    Args:
        names: In order of position.
        hints: For each name the level that words beside it say ("1", "2", "P"), or "".
        context: Weights of states from the report's actors and its outlet.
        home: Candidates for where the outlet sits; they speak as one more name.
    """
    groups, of = _groups(names, hints)
    scene = settle(groups, context, home)
    chosen: list[Candidate | None] = [None] * len(names)
    for k, g in enumerate(of):
        group = groups[g]
        if group.candidates:
            best = max(zip(group.shares, group.candidates, strict=True), key=lambda x: x[0])[1]
            chosen[k] = best if _is_supported(best, group, scene) else None
    return chosen


def _is_supported(c: Candidate, group: Group, scene: Scene) -> bool:
    """Whether a small place is of a state that something else in the report speaks for; where nothing does, any namesake is a guess."""
    if c.population >= _KNOWN or c.level in ("state", "C", "L") or c.country is None:
        return True
    own = sum(p for p, o in zip(group.shares, group.candidates, strict=True) if o.country == c.country) * group.weight
    others = scene.evidence.countries[c.country] - own + scene.context.get(c.country, 0.0)
    spoken = sum(scene.evidence.countries.values()) + sum(scene.context.values()) - group.weight
    return others > _SPOKEN_FOR or spoken < 1.0


def settle(groups: Sequence[Group], context: Mapping[str, float], home: Sequence[Candidate]) -> Scene:
    """Fills the shares of every group; yields what they were judged by."""
    outlet = Group([], tuple(home))
    everyone = [*groups, outlet]
    scene = Scene(Evidence(), Evidence(), context)
    for g in everyone:
        g.shares = softmax([_score(features(c, g, scene, 0.0)) / (2 * _HEAT[0]) for c in g.candidates])
    for heat in _HEAT:
        scene = Scene(Evidence(), Evidence(), context)
        scene.outlet.add(outlet)
        for g in everyone:
            scene.evidence.add(g)
        total = sum(g.weight for g in everyone if g.candidates)
        for g in everyone:
            if len(g.candidates) < 2:
                continue
            scene.evidence.add(g, -1.0)
            g.shares = softmax([_score(features(c, g, scene, total - g.weight)) / heat for c in g.candidates])
            scene.evidence.add(g)
    return scene


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities of log-odds."""
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]


def _score(values: Sequence[float]) -> float:
    return sum(w * v for w, v in zip(_ORDERED, values, strict=True))


_ORDERED = [WEIGHTS[f] for f in FEATURES]


def features(c: Candidate, group: Group, scene: Scene, total: float) -> tuple[float, ...]:
    """Values of `FEATURES` for a candidate, given what the other names speak for."""
    evidence, context = scene.evidence, scene.context
    country = evidence.countries[c.country] if c.country else 0.0
    actors = context.get(c.country, 0.0) if c.country else 0.0
    whole = sum(context.values())
    division = evidence.divisions[c.country, c.admin1] if c.country and c.admin1 and c.level != "state" else 0.0
    near = _near(c, evidence) if c.level in ("P", "2", "C") else 0.0
    hinted = group.hints[_HINTED.get(c.level, "")]
    other = sum(group.hints.values()) - hinted
    share = max(1.0, total)
    return (
        math.log10(c.population + 100),
        float(c.own),
        float(c.level == "P"),
        float(c.level == "1"),
        float(c.level == "2"),
        float(c.level == "state"),
        float(c.level == "C"),
        float(c.level == "L"),
        (country + actors) / (share + whole),
        float(country + actors > 0.3),
        division / share,
        float(division > 0.3),
        near / share,
        float(near > 0.3),
        _near(c, scene.outlet) if c.level in ("P", "2", "C") else 0.0,
        scene.outlet.divisions[c.country, c.admin1] if c.country and c.admin1 and c.level != "state" else 0.0,
        float(hinted > 0),
        float(other > 0 and not hinted),
        float(c.shadowed and not hinted),
        float(c.level != "2" and c.population >= _FAMOUS and not c.shadowed),
    )


_HINTED = {"1": "1", "2": "2", "P": "P", "C": "P", "state": "state", "L": "L"}


def _cell(c: Candidate) -> tuple[int, int]:
    return math.floor(c.latitude / _CELL), math.floor(c.longitude / _CELL)


def _near(c: Candidate, evidence: Evidence) -> float:
    y, x = _cell(c)
    return sum(evidence.cells.get((y + dy, x + dx), 0.0) for dy in (-1, 0, 1) for dx in (-1, 0, 1))


# ---------------------------------------------------------------- groups and containers
def _groups(names: Sequence[PlaceName], hints: Sequence[str]) -> tuple[list[Group], list[int]]:
    """Groups of mentions of one name and, for each mention, its group; a container beside a mention parts it from its namesakes."""
    bound = _bind(names)
    first: dict[str, tuple[Candidate, ...]] = {}
    for k, n in enumerate(names):
        if bound[k]:
            first.setdefault(_key(n), bound[k])
    groups: list[Group] = []
    at: dict[tuple[str, tuple[Candidate, ...]], int] = {}
    of = []
    for k, n in enumerate(names):
        candidates = bound[k] or first.get(_key(n)) or find_candidates(n)
        g = at.setdefault((_key(n), candidates), len(groups))
        if g == len(groups):
            groups.append(Group([], candidates))
        groups[g].mentions.append(k)
        if hints[k]:
            groups[g].hints[hints[k]] += 1
        of.append(g)
    return groups, of


def _key(n: PlaceName) -> str:
    return n.phrase.key + "/" + n.phrase.form if n.phrase is not None else n.name.casefold()


def _bind(names: Sequence[PlaceName]) -> list[tuple[Candidate, ...]]:
    """For each name the candidates that a container beside it leaves, else nothing; the last container of a chain first."""
    bound: list[tuple[Candidate, ...]] = [() for _ in names]
    for k in range(len(names) - 2, -1, -1):
        n, c = names[k], names[k + 1]
        if n.sentence != c.sentence or n.link not in _LINKS or (n.phrase is not None and n.phrase.how in ("name", "abbreviation")):
            continue
        inside = find_candidates(n)
        around = bound[k + 1] or find_candidates(c)
        pairs = [(a, b) for b in around if b.level in ("state", "1", "2", "L") for a in inside if b.contains(a)]
        if pairs:
            bound[k] = tuple(dict.fromkeys(a for a, _ in pairs))
            bound[k + 1] = tuple(dict.fromkeys(b for _, b in pairs))
        elif n.link in (",", "(") and around and around[0].level == "1" and around[0].country in ("USA", "CAN") and _small(inside):
            bound[k] = (somewhere_in(n.name, around[0]),)
            bound[k + 1] = (around[0],)
    return bound


def _small(candidates: Sequence[Candidate]) -> bool:
    return all(c.level == "P" and c.population < 300_000 for c in candidates)


_LINKS = frozenset({",", "(", "in", ", in"})
