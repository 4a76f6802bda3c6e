"""Coded events of one report -> the same events, with the one attacker that the report names where an attack or its condemnation names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.extract.event_draft import Draft
from accord.extract.event_lexicon import noun_frames, noun_lemma, object_classes
from accord.extract.event_roles import Cast
from accord.extract.event_syntax import objects, subjects
from accord.model.reading import EntityId
from accord.model.sentence import Sentence
from accord.model.vocabulary import EntityKind, EventType

Coded = Sequence[tuple[Sentence, Draft]]

# Share of the attacks with a named attacker that must be one side's for the others to be taken for its own.
_DOMINANT = 0.75
# An attack is at most this many sentences from one of the attacker's own.
_REACH = 8
# What a verb tells counts double, event nouns and blame once: so much makes an attacker known.
_ENOUGH = 2
_CERTAINTY = 0.75
_ARMED = frozenset(["MIL", "REB", "UAF", "PRM", "CRM", "COP"])
_REPROACHES = frozenset([EventType.ACCUSE, EventType.REJECT])
# Nouns for what was done, besides event nouns of attack.
_DEEDS = frozenset("action crime act atrocity incident violence massacre aggression outrage tragedy terrorism deed".split())
_BURSTS = frozenset("explosion blast bomb car-bomb mine bullet fragment shrapnel attacker assailant raider bomber".split())
_SELF = frozenset("accident crash quake earthquake storm flood fire".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacker:
    """The one side whose attacks a report tells of, with the sentences that tell of them."""

    entity: EntityId
    side: str
    sentences: tuple[int, ...]


def name_attackers(cast: Cast, coded: Coded) -> list[tuple[Sentence, Draft]]:
    """The events in their order; unchanged where the report names no attacker, or several.

    An attack without actor gets the attacker as actor, a condemnation of "the attack" gets the attacker as recipient, and a request
    joined to a condemnation ("condemned the raid and urged an inquiry") gets the same recipient.
    """
    attacker = dominant_attacker(cast, coded)
    out: list[tuple[Sentence, Draft]] = []
    by_anchor: dict[tuple[int, int], Draft] = {}
    for s, draft in coded:
        done = draft
        if attacker is not None:
            done = _attributed(cast, s, draft, attacker) or _reproach(cast, s, draft, attacker) or draft
        above = by_anchor.get((s.index, s.tokens[done.anchor].head)) if s.tokens[done.anchor].dep == "conj" else None
        if done.event_type is EventType.REQUEST and not done.recipient and above is not None and above.event_type in _REPROACHES:
            done = replace(done, recipient=above.recipient, rule=done.rule + "+joined")
        by_anchor[s.index, done.anchor] = done
        out.append((s, done))
    return out


def dominant_attacker(cast: Cast, coded: Coded) -> Attacker | None:
    """The side that nearly all attacks with a known actor are told of; None where two sides attack, or none is named."""
    counts: Counter[str] = Counter()
    names: dict[str, EntityId] = {}
    where: dict[str, list[int]] = {}
    total = 0
    for s, d in coded:
        told = d.event_type is EventType.ASSAULT and not set(d.actor) & set(d.recipient)
        blamed = d.event_type is EventType.ACCUSE and d.mode == "allege"
        weight = 2 if told and s.tokens[d.trigger].pos == "VERB" else 1
        sides = set()
        for i in d.actor if told else d.recipient if blamed else ():
            side = cast.side(i)
            if side is None or not (cast.country(i) or cast.by_id[i].code) or (blamed and not _can_attack(cast, i)):
                continue
            sides.add(side)
            names.setdefault(side, i)
            where.setdefault(side, []).append(s.index)
        total += weight if sides else 0
        counts.update(dict.fromkeys(sides, weight))
    if not counts:
        return None
    side, n = counts.most_common(1)[0]
    if n < _DOMINANT * total or n < _ENOUGH:
        return None
    return Attacker(entity=names[side], side=side, sentences=tuple(where[side]))


def _can_attack(cast: Cast, i: EntityId) -> bool:
    e = cast.by_id[i]
    return e.kind is EntityKind.STATE or e.sector in _ARMED


def _attributed(cast: Cast, s: Sentence, d: Draft, attacker: Attacker) -> Draft | None:
    if d.event_type is not EventType.ASSAULT or any(cast.is_known(i) and cast.side(i) for i in d.actor) or d.lemma in _SELF:
        return None
    if not _leaves_room(s, d):
        return None
    if attacker.entity in d.recipient or attacker.side in {cast.side(i) for i in d.recipient}:
        return None
    if min(abs(s.index - n) for n in attacker.sentences) > _REACH:
        return None
    return replace(d, actor=(attacker.entity, *d.actor), score=round(d.score * _CERTAINTY, 3), rule=d.rule + "+attacker")


def _leaves_room(s: Sentence, d: Draft) -> bool:
    """Nobody is told to have done it: a passive, an event noun, or what flew, hit or burst as the subject."""
    doers = subjects(s, d.trigger) if s.tokens[d.trigger].pos == "VERB" else ()
    means = object_classes()["weapons"] | object_classes()["shell"] | object_classes()["gun"] | _DEEDS | _BURSTS
    return all(noun_lemma(s, i) in means or any(f.event_type is EventType.ASSAULT for f in noun_frames().get(noun_lemma(s, i), ())) for i in doers)


def _reproach(cast: Cast, s: Sentence, d: Draft, attacker: Attacker) -> Draft | None:
    """A condemnation whose object is the attack itself."""
    if d.event_type not in _REPROACHES or (d.recipient and not d.rule.endswith("+implied")):
        return None
    if not any(_is_deed(s, o) for o in objects(s, d.trigger)):
        return None
    if attacker.entity in d.actor or attacker.side in {cast.side(i) for i in d.actor}:
        return None
    return replace(d, recipient=(attacker.entity,), rule=d.rule.removesuffix("+implied") + "+attacker")


def _is_deed(s: Sentence, i: int) -> bool:
    lemma = noun_lemma(s, i)
    return lemma in _DEEDS or any(f.event_type is EventType.ASSAULT for f in noun_frames().get(lemma, ()))
