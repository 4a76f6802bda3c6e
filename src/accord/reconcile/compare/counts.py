"""Aligned -> Drafts on counts: tolls by effect and scope, and measures of one thing by unit and what they hang on."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from accord.model.reading import Quantity
from accord.model.vocabulary import Aspect
from accord.reconcile.align import Aligned
from accord.reconcile.claims import Count, counts, ranges_overlap, unit_of
from accord.reconcile.compare.clusters import OPEN_END, TOLLS, Cluster, agreement, by_report_of, components, difference, singly
from accord.reconcile.compare.subjects import measured, plural
from accord.reconcile.drafts import Draft
from accord.reconcile.synonyms import noun_class
from accord.reconcile.terms import fold_name
from accord.reconcile.wording import harm

_TOLLS = frozenset({"killed", "injured", "missing", "arrested", "displaced", "rescued", "kidnapped", "freed", "hospitalized", "casualties"})
_LEAD = 6  # sentences in which a report gives the toll of its event
_MOST = 40  # counts of one unit that a report is asked for; more is a table
_BODY = 24  # sentences in which it may repeat it
_LIKE = 0.30  # cosine of the words around two quantities, for them to count one thing
_MATCH = 0.22  # cosine of their sentences
# Units whose numbers are about the telling or the calendar, not the event.
_IDLE = frozenset(
    {
        "",
        "time",
        "percent",
        "age",
        "%",
        "p.m.",
        "a.m.",
        "thing",
        "way",
        "one",
        "side",
        "part",
        "minute",
        "second",
        "hour",
        "image",
        "photo",
        "picture",
        "video",
        "slide",
    }
)
_LOOSE = frozenset(
    {
        "kilometer",
        "mile",
        "meter",
        "foot",
        "victim",
        "person",
        "people",
        "wounded",
        "country",
        "state",
        "nation",
        "member",
        "leader",
        "official",
        "statement",
    }
)
# Who is there when it happens: all the dead of a train are passengers, as not all the dead of a raid are children.
_THOSE_THERE = frozenset(
    {"passenger", "miner", "worker", "villager", "tourist", "visitor", "pilgrim", "fan", "spectator", "migrant", "student"}
)
_ATTACKERS = frozenset({"attacker", "guerrilla", "terrorist", "bomber"})
_DURATIONS = frozenset({"day", "week", "month", "year"})
VOTE = "vote"
_CHAMBERS = frozenset(
    fold_name(w) for w in "senate house parliament assembly congress council committee commons lords duma bundestag knesset court".split()
)
_LAYING = frozenset("after before ago later earlier since within until in every each".split())
_LONE = 0.15  # likeness granted to two lone numbers of one unit
_FACTOR = 5.0  # two lone numbers further apart than this measure different things


@dataclass(frozen=True)
class _Words:
    """Weights of terms by how rare they are in the story."""

    weight: dict[str, float] = field(default_factory=dict)

    def likeness(self, a: Iterable[str], b: Iterable[str]) -> float:
        x, y = set(a), set(b)
        norm = math.sqrt(self._sum(x) * self._sum(y))
        return self._sum(x & y) / norm if norm else 0.0

    def _sum(self, terms: Iterable[str]) -> float:
        return sum(self.weight.get(t, 1.0) ** 2 for t in terms)


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences and agreements of counts; tolls first, then other measures, each slot at most once."""
    every = [c for k, r in enumerate(story.readings) for c in counts(k, r)]
    seen = Counter(t for c in every for t in c.context)
    words = _Words({t: math.log(1 + len(every) / n) for t, n in seen.items()})
    sentences = {(m.a, m.i, m.b, m.j): m.score for m in story.matches}
    tolls: dict[str, list[Count]] = defaultdict(list)
    measures: dict[str, list[Count]] = defaultdict(list)
    for c in every:
        if c.quantity.effect in _TOLLS:
            tolls[c.quantity.effect or ""].append(c)
        else:
            measures[c.quantity.currency or _unit_class(unit_of(c.quantity))].append(c)
    for effect, found in sorted(tolls.items()):
        yield from _tolls(story, effect, found)
    for unit, found in sorted(measures.items()):
        yield from _measures(story, unit, found, words, sentences)


def _unit_class(unit: str) -> str:
    """Units that are counted alike ("vessels" and "ships"); who attacks, under every name."""
    if unit in _IDLE or unit in _DURATIONS:
        return unit
    whole = unit.replace(" ", "_")
    head = noun_class(whole) if noun_class(whole) != whole else noun_class(unit.split(" of ", maxsplit=1)[0])
    return "attacker" if head in _ATTACKERS else "country" if head == "government" else head


# ---------------------------------------------------------------- tolls
def _tolls(story: Aligned, effect: str, found: Sequence[Count]) -> Iterator[Draft]:
    aspect = TOLLS.get(effect, Aspect.COUNT_OTHER)
    by_report: dict[int, list[Cluster]] = {}
    for k in range(len(story.readings)):
        main = [
            c for c in found if c.report == k and not c.background and c.quantity.sentence < _BODY and (not c.part or effect not in TOLLS)
        ]
        if main:
            by_report[k] = _clusters(main)
    clashes: list[tuple[Cluster, Cluster]] = []
    agreements: list[tuple[Cluster, Cluster]] = []
    for a in sorted(by_report):
        for b in sorted(by_report):
            if a < b:
                _confront(by_report[a], by_report[b], clashes, agreements, story.newer(a, b) or 0)
    # "Two people perished" here and "three, two of them in Gadsden" there: the other report tells that number too, as a part.
    parts = {k: {c.quantity.exact for c in found if c.report == k and c.part and c.quantity.exact} for k in by_report}
    clashes = [(x, y) for x, y in clashes if x.range.exact not in parts[y.report] and y.range.exact not in parts[x.report]]
    for group in components(clashes):
        yield difference(story, aspect, _toll_subject(story, group, effect), by_report_of(group), 0.8)
    for group in components(agreements):
        yield agreement(story, aspect, _toll_subject(story, group, effect), by_report_of(group), 0.6)


def _scope_words(group: Sequence[Cluster]) -> str:
    shared = frozenset.intersection(*(g.scopes for g in group)) or frozenset.union(*(g.scopes for g in group))
    return "people" if "people" in shared else plural(min(shared))


def _toll_subject(story: Aligned, group: Sequence[Cluster], effect: str) -> str:
    """Whom it befell, and in what happening."""
    towns = [frozenset(p for c in g.counts for p in c.town_names) for g in group]
    shared = frozenset.intersection(*towns) if towns else frozenset()
    return f"{_scope_words(group)} {effect}{harm(story.event, min(shared, default=None))}"


def _clusters(found: Sequence[Count]) -> list[Cluster]:
    """Counts of one report that are one toll: one number of one scope or two ("five people", "at least five civilians"), and vague words.

    "At least 58" of one source and "more than 100" of another stay two tolls.
    """
    out: list[Cluster] = []
    told = any(c.quantity.exact is not None for c in found)
    for c in sorted(found, key=lambda c: c.quantity.exact is None):
        home = next((g for g in out if g.takes(c)), None)
        if home:
            home.add(c)
        elif c.quantity.exact is not None or not told:  # "dozens" beside a number of the same report is no toll of its own
            out.append(Cluster([c], c.quantity))
    return out


def _confront(
    left: Sequence[Cluster], right: Sequence[Cluster],
    clashes: list[tuple[Cluster, Cluster]], agreements: list[tuple[Cluster, Cluster]], newer: int,
) -> None:  # fmt: skip
    """Sorts the clusters of two reports into those that clash and those that agree; what either also tells, clashes with nothing.

    Args:
        left: Tolls of one report.
        right: Tolls of the other.
        clashes: Takes the pairs that clash.
        agreements: Takes those that agree.
        newer: +1 if the left report is newer, -1 if the right one is, else 0.
    """

    def meet(x: Cluster, y: Cluster) -> bool:
        return _overlap(x, y) and not _has_risen(*((y, x) if newer > 0 else (x, y)), known=newer != 0)

    agreements.extend((x, y) for x in left for y in right if x.scopes & y.scopes and meet(x, y))
    free_x = [x for x in left if not any(meet(x, y) for y in right)]
    free_y = [y for y in right if not any(meet(x, y) for x in left)]
    used: set[str] = set()
    for loose in (False, True):  # counts of one scope find each other first
        for x in free_x:
            for y in free_y:
                shared = _one_scope(x, y) if not loose else _outgrown(x, y) or _outgrown(y, x) or _whole(x, left, y) or _whole(y, right, x)
                if shared and not shared & used and _one_toll(x, y):
                    clashes.append((x, y))
                    used |= shared


def _overlap(x: Cluster, y: Cluster) -> bool:
    """Whether one number fits both, also where one counts the attackers among the dead and the other does not."""
    if ranges_overlap(x.range, y.range):
        return True
    more = max((c.attackers for g in (x, y) for c in g.counts), default=0)
    return bool(more) and any(ranges_overlap(_more(p.range, more), q.range) for p, q in ((x, y), (y, x)))


def _more(q: Quantity, by: int) -> Quantity:
    low, high, exact = (None if n is None else n + by for n in (q.low, q.high, q.exact))
    return replace(q, low=low, high=high, exact=exact)


def _has_risen(old: Cluster, new: Cluster, *, known: bool) -> bool:
    """Whether "at least 12" has become "at least 19", or 19: numbers that fit, of which the plainly newer report gives the higher."""
    was, now = old.range, new.range
    open_ended = was.high is None and was.exact is not None and now.exact is not None
    return known and open_ended and was.low is not None and now.low is not None and now.low > was.low


def _one_scope(x: Cluster, y: Cluster) -> frozenset[str]:
    return x.scopes & y.scopes or (x.scopes | y.scopes if x.minor and "people" in x.scopes | y.scopes else frozenset())


def _outgrown(part: Cluster, whole: Cluster) -> frozenset[str]:
    """The scopes, where those of one kind are more than all that the other report counts."""
    more = part.range.low is not None and whole.range.high is not None and part.range.low > whole.range.high
    return part.scopes | whole.scopes if more and "people" in whole.scopes else frozenset()


def _whole(x: Cluster, told: Sequence[Cluster], y: Cluster) -> frozenset[str]:
    """The scopes, where a report counts its dead only as those who were there ("nine miners") and the other as people."""
    return x.scopes | y.scopes if len(told) == 1 and x.scopes <= _THOSE_THERE and "people" in y.scopes else frozenset()


def _one_toll(x: Cluster, y: Cluster) -> bool:
    """Whether two clusters can be the toll of one happening: both told near the top, and of places that do not exclude each other."""
    lead = all(min(c.quantity.sentence for c in g.counts) < _LEAD for g in (x, y))
    towns = [frozenset[str]().union(*(c.towns for c in g.counts)) for g in (x, y)]
    if not lead or (towns[0] and towns[1] and not towns[0] & towns[1]):
        return False
    few, many = (x, y) if (x.range.low or 0) <= (y.range.low or 0) else (y, x)
    part = frozenset[str]().union(*(c.narrow for c in few.counts))
    whole = frozenset[str]().union(*(c.places for c in many.counts))
    wide = frozenset[str]().union(*(c.narrow for c in many.counts))
    return not (part - whole and whole and not wide)  # the lower toll is that of a town, the higher that of the country


# ---------------------------------------------------------------- measures
def _measures(
    story: Aligned, unit: str, found: Sequence[Count], words: _Words, sentences: dict[tuple[int, int, int, int], float]
) -> Iterator[Draft]:
    if unit in _IDLE:
        return
    if unit in _DURATIONS:
        found = [c for c in found if c.quantity.sentence < _LEAD]
    by_report: dict[int, list[Count]] = defaultdict(list)
    for c in found:
        if len(by_report[c.report]) < _MOST:
            by_report[c.report].append(c)
    pairs: list[tuple[Count, Count, bool, float]] = []
    for a in sorted(by_report):
        for b in sorted(by_report):
            if a < b:
                pairs.extend(_pairs(by_report[a], by_report[b], words, sentences))
    if unit in _DURATIONS:
        pairs = [(x, y, same, score) for x, y, same, score in pairs if same or not _laid_apart(story, x, y)]
    for group in components([(x, y) for x, y, same, _ in pairs if not same]):
        group.extend(c for c in found if not any(c is g for g in group) and any(_repeats(c, g) for g in group))
        score = max(s for x, y, _, s in pairs if any(x is g for g in group))
        yield difference(
            story,
            Aspect.COUNT_OTHER,
            measured(story, _unit(group), [(c.report, c.quantity) for c in group]),
            singly(group),
            min(0.75, 0.35 + score / 2),
        )
    for group in components([(x, y) for x, y, same, _ in pairs if same and _is_told(x) and _is_told(y)]):
        yield agreement(
            story, Aspect.COUNT_OTHER, measured(story, _unit(group), [(c.report, c.quantity) for c in group]), singly(group), 0.5
        )


def _laid_apart(story: Aligned, x: Count, y: Count) -> bool:
    """Whether two stretches of time are laid in different ways, so that they measure different things."""
    p, q = _laid(story, x), _laid(story, y)
    return bool(p and q and not p & q)


def _laid(story: Aligned, c: Count) -> frozenset[str]:
    """The words that lay a stretch of time somewhere: "four months after", "within six months"."""
    sentence = story.readings[c.report].sentences[c.quantity.sentence]
    inside = sentence.covering(c.quantity.span)
    if not inside:
        return frozenset()
    near = [t for t in sentence.tokens[max(0, inside[0].i - 2) : inside[-1].i + 2] if t.i < inside[0].i or t.i > inside[-1].i]
    return frozenset(t.lower for t in near) & _LAYING


def _unit(group: Sequence[Count]) -> str:
    newest = max(group, key=lambda c: (c.report, -c.quantity.span.start))
    return newest.quantity.currency or unit_of(newest.quantity)


def _pairs(
    left: Sequence[Count], right: Sequence[Count], words: _Words, sentences: dict[tuple[int, int, int, int], float]
) -> Iterator[tuple[Count, Count, bool, float]]:
    lone = _lone(left) and _lone(right)
    scores = {
        (i, j): _one_measure(x, y, words, sentences) or (_LONE if lone and _same_kind(x, y) else 0.0)
        for i, x in enumerate(left) for j, y in enumerate(right)
    }  # fmt: skip
    fits = {(i, j) for (i, j), s in scores.items() if s and _compatible(left[i].quantity, right[j].quantity)}
    for (i, j), score in scores.items():
        if not score:
            continue
        if (i, j) in fits:
            yield left[i], right[j], True, score
        elif not any((i, k) in fits for k in range(len(right))) and not any((k, j) in fits for k in range(len(left))):
            yield left[i], right[j], False, score


def _is_told(c: Count) -> bool:
    """Whether the count says a number: "several rounds" and "one meeting" agree with anything."""
    return c.quantity.exact is not None and c.quantity.exact != 1


def _lone(found: Sequence[Count]) -> bool:
    """Whether a report gives one single number of the unit, so that there is nothing else it could be compared with."""
    plain = [c for c in found if not c.part and not c.background]
    return bool(plain) and len({(c.quantity.low, c.quantity.high) for c in plain}) == 1


def _repeats(c: Count, g: Count) -> bool:
    return c.report == g.report and (c.quantity.low, c.quantity.high) == (g.quantity.low, g.quantity.high)


def _same_kind(x: Count, y: Count) -> bool:
    """Two lone numbers measure one thing where nothing narrows them differently and they are of one order."""
    if _is_said_otherwise(x, y) or x.part or y.part or x.background or y.background:
        return False
    if x.attributive and y.attributive and x.host[:1] != y.host[:1]:  # a 60-vote threshold, a 54-35 vote
        return False
    p, q = set(x.quantity.unit_modifiers), set(y.quantity.unit_modifiers)
    if x.quantity.currency or (unit_of(x.quantity) in _LOOSE and not (p == q and p)) or (p != q and ((p and q) or x.scope == "people")):
        return False
    a, b = x.quantity.low or x.quantity.high or 0.0, y.quantity.low or y.quantity.high or 0.0
    return min(a, b) > 1 and max(a, b) <= _FACTOR * min(a, b)


def _is_said_otherwise(x: Count, y: Count) -> bool:
    """Expected and come, so much a month and in all, done by one and by another: such numbers measure different things."""
    return x.forecast != y.forecast or x.per != y.per or bool(x.doers and y.doers and not x.doers & y.doers)


def _compatible(a: Quantity, b: Quantity) -> bool:
    """Whether both may hold; "more than 100" is not said of 500, so an open range of a measure ends at three times its bound."""
    if not ranges_overlap(a, b):
        return False
    return not any(x.high is None and x.exact is not None and x.low and y.low and y.low > OPEN_END * x.low for x, y in ((a, b), (b, a)))


def _chambers(c: Count) -> frozenset[str]:
    """Houses and committees that are named near a vote, or that vote."""
    return frozenset(fold_name(w[2:] if w[1:2] == ":" else w) for w in c.context | c.doers) & _CHAMBERS


def _one_measure(x: Count, y: Count, words: _Words, sentences: dict[tuple[int, int, int, int], float]) -> float:
    """How surely two quantities of one unit measure one thing; 0 for not at all."""
    if _is_said_otherwise(x, y) or (x.part != y.part and not x.quantity.currency):
        return 0.0
    like = words.likeness(x.context, y.context)
    match = sentences.get((x.report, x.quantity.sentence, y.report, y.quantity.sentence), 0.0)
    same_host = bool(x.host and y.host and x.host[0] == y.host[0])
    chambers = _chambers(x), _chambers(y)
    if x.attributive and y.attributive and unit_of(x.quantity) == unit_of(y.quantity) == VOTE and chambers[0] and chambers[1]:
        return max(like, match, 0.2) if chambers[0] == chambers[1] else 0.0  # "94-1": the house that voted says what was counted
    if x.attributive and y.attributive:  # a 15-storey building, a 48-page indictment: the noun says what is measured
        return max(like, match, 0.2) if same_host else 0.0
    if (same_host and like >= _LIKE / 2) or like >= _LIKE or match >= 2 * _MATCH:
        return max(like, match, 0.1)
    return 0.0
