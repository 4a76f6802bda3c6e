"""Coded events of one report -> the same events, with the report's one attacker where an attack or its condemnation names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.extract.event_cast import Cast, Parties
from accord.extract.event_draft import Draft
from accord.extract.event_lexicon import noun_frames, noun_lemma, object_classes
from accord.extract.event_syntax import objects, subjects
from accord.model.reading import EntityId
from accord.model.sentence import Sentence
from accord.model.vocabulary import EntityKind, EventType

Coded = Sequence[tuple[Sentence, Draft]]

# Share of the attacks with a named attacker that must be one side's for the others to be taken for its own.
_DOMINANT = 0.75
# An attack is at most this many sentences from one of the attacker's own.
_REACH = 8
# What a verb tells counts double, an event noun once: so much makes an attacker known.
_ENOUGH = 2
_CERTAINTY = 0.75
_ARMED = frozenset(["MIL", "REB", "UAF", "PRM", "CRM", "COP"])
_REPROACHES = frozenset([EventType.ACCUSE, EventType.REJECT])
# Nouns for what was done, besides event nouns of attack.
_DEEDS = frozenset("action crime act atrocity incident violence massacre aggression outrage tragedy terrorism deed".split())
_BURSTS = frozenset("explosion blast bomb car-bomb mine bullet fragment shrapnel attacker assailant raider bomber".split())
# What befalls by itself, and crimes of one person on another.
_SELF = frozenset("accident crash quake earthquake storm flood fire shooting stabbing lynching rape".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacker:
    """The one side (or allies that strike together) whose attacks a report tells of, with the sentences that tell of them."""

    entities: Parties
    sides: frozenset[str | None]
    sentences: tuple[int, ...]


def name_attackers(cast: Cast, coded: Coded) -> list[tuple[Sentence, Draft]]:
    """The events in their order; unchanged where the report names no attacker, or several.

    An attack without actor gets the attacker as actor, a condemnation of "the attack" gets the attacker as recipient, and a request
    joined to a condemnation ("condemned the raid and urged an inquiry") gets the same recipient.
    """
    attacker, culprit = dominant_attacker(cast, coded), dominant_attacker(cast, coded, blamed_too=True)
    out: list[tuple[Sentence, Draft]] = []
    by_anchor: dict[tuple[int, int], Draft] = {}
    for s, draft in coded:
        done = (attacker and _attributed(cast, s, draft, attacker)) or (culprit and _reproach(cast, s, draft, culprit)) or draft
        above = by_anchor.get((s.index, s.tokens[done.anchor].head)) if s.tokens[done.anchor].dep == "conj" else None
        if done.event_type is EventType.REQUEST and not done.recipient and above is not None and above.event_type in _REPROACHES:
            done = replace(done, recipient=above.recipient, rule=done.rule + "+joined")
        by_anchor[s.index, done.anchor] = done
        out.append((s, done))
    return out


def dominant_attacker(cast: Cast, coded: Coded, *, blamed_too: bool = False) -> Attacker | None:
    """The side that nearly all attacks with a known actor are told of; None where two sides attack, or none is named.

    With `blamed_too` whom somebody blames counts as well: enough to tell whom a condemnation means, not who did it.
    """
    counts: Counter[str] = Counter()
    names: dict[str, EntityId] = {}
    where: dict[str, list[int]] = {}
    total = 0
    for s, d in coded:
        told = d.event_type is EventType.ASSAULT and not set(d.actor) & set(d.recipient)
        blamed = blamed_too and d.event_type is EventType.ACCUSE and d.mode == "allege"
        found = d.actor if told else tuple(i for i in d.recipient if _can_attack(cast, i)) if blamed else ()
        sides = {side: i for i in found if (side := _side(cast, i)) is not None}
        weight = 2 if s.tokens[d.trigger].pos == "VERB" else 1
        total += weight if sides else 0
        for side, i in sides.items():
            counts[side] += weight
            names.setdefault(side, i)
            where.setdefault(side, []).append(s.index)
    top = [side for side, n in counts.items() if n >= max(_DOMINANT * total, _ENOUGH)]
    if not top:
        return None
    return Attacker(
        entities=tuple(names[side] for side in top), sides=frozenset(top), sentences=tuple(n for side in top for n in where[side])
    )


def _side(cast: Cast, i: EntityId) -> str | None:
    """A state or group that is told by name or kind; "the attackers" are nobody yet."""
    e = cast.by_id[i]
    nobody = e.sector == "UAF" or (e.anonymous and e.kind is EntityKind.PERSON)
    return None if nobody or not (e.country or e.code) else cast.side(i)


def _can_attack(cast: Cast, i: EntityId) -> bool:
    e = cast.by_id[i]
    return e.kind is EntityKind.STATE or e.sector in _ARMED


def _attributed(cast: Cast, s: Sentence, d: Draft, attacker: Attacker) -> Draft | None:
    if d.event_type is not EventType.ASSAULT or any(_side(cast, i) is not None for i in d.actor) or d.lemma in _SELF:
        return None
    unnamed = bool(d.actor) and all(cast.by_id[i].sector == "UAF" for i in d.actor)
    if not (unnamed or (not any(cast.is_known(i) for i in d.actor) and _leaves_room(s, d))) or _is_own(cast, d.recipient, attacker):
        return None
    if min(abs(s.index - n) for n in attacker.sentences) > _REACH:
        return None
    return replace(d, actor=(*attacker.entities, *d.actor), score=round(d.score * _CERTAINTY, 3), rule=d.rule + "+attacker")


def _is_own(cast: Cast, ids: Parties, attacker: Attacker) -> bool:
    """Whether one of these is the attacker itself."""
    return bool(set(attacker.entities) & set(ids)) or bool(attacker.sides & {cast.side(i) for i in ids})


def _leaves_room(s: Sentence, d: Draft) -> bool:
    """Nobody is told to have done it: a passive, an event noun, or what flew, hit or burst as the subject."""
    doers = subjects(s, d.trigger) if s.tokens[d.trigger].pos == "VERB" else ()
    means = object_classes()["weapons"] | object_classes()["shell"] | object_classes()["gun"] | _DEEDS | _BURSTS
    return all(
        noun_lemma(s, i) in means or any(f.event_type is EventType.ASSAULT for f in noun_frames().get(noun_lemma(s, i), ())) for i in doers
    )


def _reproach(cast: Cast, s: Sentence, d: Draft, attacker: Attacker) -> Draft | None:
    """A condemnation whose object is the attack itself."""
    if d.event_type not in _REPROACHES or (d.recipient and not d.rule.endswith("+implied")):
        return None
    if not any(_is_deed(s, o) for o in objects(s, d.trigger)):
        return None
    if _is_own(cast, d.actor, attacker):
        return None
    return replace(d, recipient=attacker.entities, rule=d.rule.removesuffix("+implied") + "+attacker")


def _is_deed(s: Sentence, i: int) -> bool:
    lemma = noun_lemma(s, i)
    return lemma in _DEEDS or any(f.event_type is EventType.ASSAULT for f in noun_frames().get(lemma, ()))
