"""Counts of a story -> Drafts on slots that a verb gives them ("money given", "people moved") and on tolls of one past happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import MONEY, Count, counts, kind_of, ranges_overlap, unit_of, value_of, words_of
from accord.reconcile.compare.subjects import measured
from accord.reconcile.drafts import Draft
from accord.reconcile.wording import explain

RULE = "compare.frames"
_FACTOR = 5.0  # two numbers of one slot further apart than this are of different things
_MONEY_FACTOR = 15.0  # sums of money grow more
_TOLL_FACTOR = 10.0
_MEN = frozenset({"soldier", "militant"})  # of a war: "12,000 men" and "7,500 soldiers"
_TOLLS = {"killed": Aspect.COUNT_KILLED, "injured": Aspect.COUNT_INJURED}
_SUBJECTS = {
    "money given": "sum of money that is given",
    "money frozen": "sum of money that is frozen",
    "money fined": "amount of the fine",
    "money stolen": "sum of money that was taken",
    "money lost": "sum of money that was lost",
    "money cost": "cost",
    "money demanded": "sum of money that is demanded",
    "money paid": "sum of money that was paid",
    "money raised": "sum of money that was raised",
    "money earned": "sum of money that was earned",
    "people moved": "number of people who had to leave",
    "people back": "number of people who have returned",
    "people without power": "number of people who go without",
    "people saved": "number of people who were saved",
    "people sheltered": "number of people who were taken in",
    "people gathered": "number of people who came together",
    "people sought": "number of people who are sought",
    "people carried": "number of people on board",
    "people sent": "number of people who were sent",
    "people dismissed": "number of people who lose their work",
    "people voted": "number of people who voted",
    "people infected": "number of people infected",
    "goods moved": "amount of goods that was carried",
    "goods seized": "amount that was seized",
    "guests": "number of guests",
}


def compare(story: Aligned) -> Iterator[Draft]:
    """Each slot at most once, with the values of all reports that give one number for it."""
    slots: dict[tuple[str, str], dict[int, list[Count]]] = defaultdict(lambda: defaultdict(list))
    for k, reading in enumerate(story.readings):
        for c in counts(k, reading):
            for slot in _slots(c):
                slots[slot][k].append(c)
    for slot, told in sorted(slots.items()):
        lone = {k: row for k, row in told.items() if len({(c.quantity.low, c.quantity.high) for c in row}) == 1}
        if len(lone) > 1:
            yield from _slot(story, slot, lone)


def _slots(c: Count) -> Iterator[tuple[str, str]]:
    """Slot and what narrows it: the currency of money, the past happening of a toll."""
    if c.part:
        return
    if c.quantity.effect in _TOLLS:
        for era in sorted(c.eras):
            yield f"{c.quantity.effect} {'people' if c.scope in _MEN else c.scope}", era
    elif c.frame and not c.eras:
        yield c.frame, c.quantity.currency or ""


def _slot(story: Aligned, slot: tuple[str, str], told: dict[int, list[Count]]) -> Iterator[Draft]:
    differ: set[int] = set()
    agree: set[int] = set()
    for a in told:
        for b in told:
            x, y = told[a][0], told[b][0]
            if a < b and _comparable(x, y):
                (agree if ranges_overlap(x.quantity, y.quantity) else differ).update((a, b))
    if differ:
        differ |= {k for k in agree if any(ranges_overlap(told[k][0].quantity, told[d][0].quantity) for d in differ)}
        yield _draft(story, slot, [c for k in sorted(differ) for c in told[k]], Relation.CONTRADICTION)
    elif agree:
        group = [c for k in sorted(agree) for c in told[k]]
        if any(c.quantity.exact not in (None, 1) for c in group):
            same = len({words_of(c.quantity) for c in group}) == 1
            yield _draft(story, slot, group, Relation.EQUIVALENCE if same else Relation.SUBSUMPTION)


def _comparable(x: Count, y: Count) -> bool:
    """Of one order, narrowed alike, and not each the doing of another named party."""
    most = _TOLL_FACTOR if x.quantity.effect else _MONEY_FACTOR if kind_of(x.quantity) == MONEY else _FACTOR
    a, b = (max(c.quantity.low or 0.0, 0.0) or (c.quantity.high or 0.0) for c in (x, y))
    if ranges_overlap(x.quantity, y.quantity):
        return True
    if min(a, b) <= 0 or max(a, b) > most * min(a, b):
        return False
    p, q = set(x.quantity.unit_modifiers), set(y.quantity.unit_modifiers)
    if (p and q and not p & q) or (x.towns and y.towns and not x.towns & y.towns):
        return False
    return not (x.doers and y.doers and not x.doers & y.doers)


def _draft(story: Aligned, slot: tuple[str, str], group: Sequence[Count], relation: Relation) -> Draft:
    name, era = slot
    aspect = next((a for effect, a in _TOLLS.items() if name.startswith(effect)), Aspect.COUNT_OTHER)
    values = tuple(value_of(story.readings[c.report], c.quantity.span, words_of(c.quantity)) for c in group)
    if aspect is Aspect.COUNT_OTHER:
        subject = _SUBJECTS.get(name) or measured(story, unit_of(group[-1].quantity), [(c.report, c.quantity) for c in group])
    else:
        effect, _, scope = name.partition(" ")
        year, _, happening = era.partition(" ")
        subject = f"{scope} {effect} in the {happening} of {year}"
    return Draft(
        relation=relation, aspect=aspect, subject=subject, values=values, explanation=explain(story, aspect, relation, values),
        score=0.55 if relation is Relation.CONTRADICTION else 0.4, rule=RULE,
    )  # fmt: skip
