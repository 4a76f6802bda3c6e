"""Noun phrase or slot of a verb -> the entities that take part, found through owners, modifiers, prepositions and pairs ("both sides")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from accord.extract.event_syntax import agents, clause_complements, conjuncts, objects, prep_objects, subjects
from accord.extract.mentions import mentions_at
from accord.model.reading import Entity, EntityId, Place
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

Parties = tuple[EntityId, ...]

_DEPTH = 3
_RELATIVIZERS = frozenset("who whom which that".split())
_PAIRED_NOUNS = frozenset(
    "leader side country nation neighbour neighbor government delegation party state president minister premier man foe rival ally capital"
    " army power delegate negotiator enemy counterpart adviser people them they we".split()
)
_PAIR_WORDS = {"two": 2, "both": 2, "pair": 2, "three": 3, "trio": 3, "four": 4}
_BARE_PAIRS = frozenset("side delegation neighbour neighbor negotiator counterpart".split())
_INNER_PREPOSITIONS = (
    ("of",), ("between", "among"), ("from", "by"), ("in", "inside"), ("against", "on", "at", "with", "to", "for", "over"),
)  # fmt: skip
_LISTING = frozenset(["including", "include"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who is mentioned where in one report.

    Attributes:
        by_id: Entity id -> entity.
        at: (sentence, token) -> entities of the mention that has its head there (several for "both countries").
        places: (sentence, token) -> place whose words hold the token.
        states: ISO 3166-1 alpha-3 -> the entity that stands for that state: the state itself, else the first of its officials.
        order: (sentence, token) -> entity, in order of position.
    """

    sentences: Sequence[Sentence]
    by_id: Mapping[EntityId, Entity]
    at: Mapping[tuple[int, int], Parties]
    places: Mapping[tuple[int, int], Place]
    states: Mapping[str, EntityId]
    order: Sequence[tuple[tuple[int, int], EntityId]] = field(default=())

    def country(self, entity_id: EntityId) -> str | None:
        """Country of an entity."""
        return self.by_id[entity_id].country

    def is_known(self, entity_id: EntityId) -> bool:
        """Whether it is told who this is: a country, an organisation of the tables, or a name."""
        e = self.by_id[entity_id]
        return bool(e.country or e.code) or (not e.anonymous and e.kind is not EntityKind.GROUP)


def build_cast(sentences: Sequence[Sentence], entities: Iterable[Entity], places: Iterable[Place]) -> Cast:
    """Indexes the entities and places of one report by token."""
    entities = tuple(entities)
    at = mentions_at(entities)
    spots: dict[tuple[int, int], Place] = {}
    for p in places:
        if p.country and 0 <= p.sentence < len(sentences):
            spots.update({(p.sentence, t.i): p for t in sentences[p.sentence].covering(p.span)})
    states: dict[str, EntityId] = {}
    for wanted in (EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.PERSON):
        for e in entities:
            if e.country and e.kind is wanted and (wanted is EntityKind.STATE or e.sector == "GOV"):
                states.setdefault(e.country, e.id)
    order = sorted((k, i) for k, ids in at.items() for i in ids)
    return Cast(sentences=sentences, by_id={e.id: e for e in entities}, at=at, places=spots, states=states, order=order)


def parties(cast: Cast, s: Sentence, heads: Iterable[int], depth: int = _DEPTH) -> Parties:
    """Entities that the noun phrases with these heads name or stand for, the clearest first."""
    found: list[EntityId] = []
    for head in heads:
        for k in conjuncts(s, head):
            found += _of_noun(cast, s, k, depth)
    return tuple(dict.fromkeys(found))


def _of_noun(cast: Cast, s: Sentence, k: int, depth: int) -> list[EntityId]:
    t = s.tokens[k]
    direct = cast.at.get((s.index, k), ())
    if any(cast.is_known(i) for i in direct):
        return [*direct, *_listed(cast, s, k, depth)]
    if t.lower in _RELATIVIZERS and (antecedent := _antecedent(s, t)) is not None and depth:
        return list(parties(cast, s, (antecedent,), depth - 1))
    nested = (_pair(cast, s, t) or _around(cast, s, k, depth)) + _listed(cast, s, k, depth)
    if direct:
        return [*nested, *direct]
    return nested or list(_state_of_place(cast, s, k))


def _state_of_place(cast: Cast, s: Sentence, k: int) -> Parties:
    place = cast.places.get((s.index, k))
    found = cast.states.get(place.country or "") if place is not None else None
    return (found,) if found is not None else ()


def _around(cast: Cast, s: Sentence, k: int, depth: int) -> list[EntityId]:
    """Entities that own, modify or complete a noun which is none itself ("his overtures", "Indian artillery", "leaders of X")."""
    if not depth:
        return []
    for deps in (("poss",), ("amod", "compound", "nmod", "nummod")):
        if found := parties(cast, s, (m.i for m in s.kids(k, *deps)), depth - 1):
            return list(found)
    for names in _INNER_PREPOSITIONS:
        if found := parties(cast, s, prep_objects(s, k, *names), depth - 1):
            return list(found)
    return list(parties(cast, s, (m.i for m in s.kids(k, "appos")), depth - 1))


def _listed(cast: Cast, s: Sentence, k: int, depth: int) -> list[EntityId]:
    if not depth:
        return []
    heads = [o.i for p in s.kids(k, "prep") if p.lower in _LISTING for o in s.kids(p.i, "pobj")]
    return list(parties(cast, s, heads, depth - 1))


def _antecedent(s: Sentence, t: Token) -> int | None:
    """Noun that a relative pronoun stands for."""
    for n, a in enumerate(s.ancestors(t.i)):
        if a.dep == "relcl":
            return a.head
        if n > 3:
            break
    return None


def _pair(cast: Cast, s: Sentence, t: Token) -> list[EntityId]:
    """The last two (or three) sides named before "the two leaders", "both sides", "the delegations"."""
    low = t.lemma.lower()
    words = {k.lower for k in s.kids(t.i, "det", "nummod", "predet", "amod", "appos")} | {t.lower}
    size = next((n for w, n in _PAIR_WORDS.items() if w in words), 2 if low in _BARE_PAIRS and t.tag == "NNS" else 0)
    if not size or (low not in _PAIRED_NOUNS and t.lower not in _PAIR_WORDS):
        return []
    sides: dict[str, EntityId] = {}
    for (sentence, token), entity_id in reversed(cast.order):
        if (sentence, token) >= (s.index, t.i):
            continue
        e = cast.by_id[entity_id]
        side = e.country if e.country and e.sector != "REB" else e.code or (e.name if e.sector == "REB" else None)
        if side and cast.is_known(entity_id):
            sides.setdefault(side, entity_id)
        if len(sides) == size:
            return list(sides.values())
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb with its logical subject and objects.

    Attributes:
        host: Entity that hosts the gathering of the clause, if one is known.
    """

    verb: int
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    host: EntityId | None = None


def verb_slot(cast: Cast, s: Sentence, clause: Clause, slot: str) -> Parties:
    """Entities in a slot of a verb: "subj", "obj", "dat", "clause", "place", "host" or a preposition."""
    v = clause.verb
    if slot == "subj":
        return parties(cast, s, clause.subjects)
    if slot == "obj":
        return parties(cast, s, clause.objects)
    if slot == "by":
        return parties(cast, s, agents(s, v))
    if slot == "dat":
        return parties(cast, s, (k.i for k in s.kids(v, "dative") if k.pos != "ADP"))
    if slot == "host":
        return (clause.host,) if clause.host is not None else ()
    if slot == "place":
        return place_parties(cast, s, v)
    if slot == "clause":
        return clause_parties(cast, s, v)
    heads = prep_objects(s, v, slot)
    inner = [o for noun in clause.objects for o in prep_objects(s, noun, slot)]
    below = [o for c in s.kids(v, "xcomp") for o in prep_objects(s, c.i, slot)] if not (heads or inner) else []
    return parties(cast, s, [*heads, *inner, *below])


def clause_parties(cast: Cast, s: Sentence, v: int) -> Parties:
    """Entities of the complement clauses of a verb: who is to act, else who it is done to."""
    for c in clause_complements(s, v):
        own = tuple(k.i for k in s.kids(c, "nsubj", "nsubjpass"))
        for heads in (own, objects(s, c), prep_objects(s, c, "with", "to", "against", "on", "in", "from", "of")):
            found = parties(cast, s, heads)
            if found and not _same(cast, found, parties(cast, s, subjects(s, v))):
                return found
    return ()


def _same(cast: Cast, a: Parties, b: Parties) -> bool:
    return bool(set(a) & set(b)) or bool({cast.country(x) for x in a} & {cast.country(x) for x in b} - {None})


def place_parties(cast: Cast, s: Sentence, top: int) -> Parties:
    """The state of the first place below a token."""
    for t in s.subtree(top):
        if found := _state_of_place(cast, s, t.i):
            return found
    return ()


def without_owner(cast: Cast, recipients: Parties, actors: Parties) -> Parties:
    """Recipients that are not of an actor's own country; all of them if nothing else is left."""
    own = {cast.country(a) for a in actors} - {None}
    other = tuple(r for r in recipients if r not in actors and cast.country(r) not in own)
    return other or tuple(r for r in recipients if r not in actors)
