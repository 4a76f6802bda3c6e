"""Coded events of one sentence -> the same events, each act once: what verb and noun both tell, and a blow with its dead and wounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.extract.event_cast import Cast, Parties
from accord.extract.event_draft import Draft
from accord.model.sentence import Sentence
from accord.model.vocabulary import EventType

_VERBS = ("VERB", "AUX")
# Steps from a consequence ("killing", "and wounded") up to the blow that it tells of.
_STEPS = 2
_TOGETHER = frozenset("advcl conj xcomp acl dep".split())
# What a blow does to those that it falls on, told beside it or instead of it.
_HARM = frozenset("kill wound injure hurt maim slay destroy damage demolish flatten raze wreck".split())


def without_doubles(cast: Cast, s: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The events in their order, doubles joined with the event that tells most: it keeps its words and gets sides that only they tell."""
    kept = list(drafts)
    for told in sorted(drafts, key=_weight):
        if told not in kept:
            continue
        over = next((d for d in kept if d is not told and _is_double(cast, s, told, d)), None)
        if over is not None:
            kept[kept.index(over)] = _joined(over, told)
            kept.remove(told)
    return kept


def _weight(d: Draft) -> tuple[bool, float]:
    return not d.rule.startswith("noun"), d.score


def _is_double(cast: Cast, s: Sentence, told: Draft, over: Draft) -> bool:
    """Whether `told` is the same act as `over`, which says more of it."""
    if told.event_type is not over.event_type:
        return False
    if s.tokens[told.trigger].pos not in _VERBS:
        if told.anchor not in (told.trigger, over.anchor):
            # A verb of its own tells of another time: "hopes to meet him, with whom he had talks in May".
            return False
        return _fits(cast, told.actor, over.actor) and _fits(cast, told.recipient, over.recipient)
    return told.event_type is EventType.ASSAULT and _is_harm_of(s, told, over) and _fits(cast, told.actor, over.actor)


def _is_harm_of(s: Sentence, told: Draft, over: Draft) -> bool:
    """As in "bombed the port, killing two and wounding ten" and "two were killed and ten wounded"."""
    if s.tokens[told.trigger].lemma.lower() not in _HARM or s.tokens[over.trigger].pos not in _VERBS:
        return False
    at = s.tokens[told.anchor]
    for _ in range(_STEPS):
        if at.dep not in _TOGETHER or at.head == at.i:
            return False
        at = s.tokens[at.head]
        if at.i == over.anchor:
            return True
    return False


def _fits(cast: Cast, a: Parties, b: Parties) -> bool:
    """Whether two answers to one question can both be true: one is left out, or they name the same side."""
    return not a or not b or bool(set(a) & set(b)) or bool({cast.side(i) for i in a} & {cast.side(i) for i in b} - {None})


def _joined(over: Draft, told: Draft) -> Draft:
    harm = told.event_type is EventType.ASSAULT and not told.rule.startswith("noun")
    recipient = tuple(dict.fromkeys(over.recipient + told.recipient)) if harm else over.recipient or told.recipient
    actor = over.actor or told.actor
    return replace(
        over, actor=actor, recipient=tuple(r for r in recipient if r not in actor or r in over.recipient),
        score=max(over.score, told.score), covers=over.covers | told.covers, joined=(*over.joined, told.trigger, *told.joined),
    )  # fmt: skip
