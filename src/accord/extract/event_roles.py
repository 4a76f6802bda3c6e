"""Noun phrase or slot of a verb -> the entities that take part, found through owners, modifiers, prepositions and pairs ("both sides")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from accord.extract.event_cast import FIRST_PERSON, Cast, Parties
from accord.extract.event_lexicon import noun_frames, noun_lemma
from accord.extract.event_syntax import agents, clause_complements, conjuncts, objects, prep_objects, subjects
from accord.model.reading import EntityId
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

_BODIES = frozenset([EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.GROUP])
# Pronoun -> what it may stand for.
_THIRD_PERSON: Mapping[str, frozenset[EntityKind]] = {
    "it": _BODIES,
    "they": _BODIES,
    "he": frozenset([EntityKind.PERSON]),
    "she": frozenset([EntityKind.PERSON]),
}
_DEPTH = 3
# Sentences back in which an unnamed side is looked for.
_LOOK_BACK = 5
_OFFICIAL = frozenset(["GOV", "MIL", "SPY", "COP", "JUD"])
_STATE_SECTORS = frozenset(["GOV", "MIL", "SPY"])
_HOSTS = frozenset("host organizer organiser".split())
_INSTITUTIONS = frozenset(
    "force army military troop soldier government ministry navy parliament police media side man officer commander cabinet".split()
)
_FORCES = frozenset("force army military troop soldier navy".split())
_RELATIVIZERS = frozenset("who whom which that whose".split())
_PAIRED_NOUNS = frozenset(
    "leader side country nation neighbour neighbor government delegation party state president minister premier man foe rival ally capital"
    " army power delegate negotiator enemy counterpart adviser people them they we".split()
)
_PAIR_WORDS = {"two": 2, "both": 2, "pair": 2, "three": 3, "trio": 3, "four": 4}
_BARE_PAIRS = frozenset("side delegation neighbour neighbor negotiator counterpart enemy foe rival".split())
_INNER_PREPOSITIONS = (
    ("of",), ("between", "among"), ("from", "by"), ("in", "inside"), ("against", "on", "at", "with", "to", "for", "over"),
)  # fmt: skip
_OWNERS: tuple[str, ...] = ("poss",)
_MODIFIERS: tuple[str, ...] = ("amod", "compound", "nmod")
_LISTING = frozenset(["including", "include"])


def parties(cast: Cast, s: Sentence, heads: Iterable[int], depth: int = _DEPTH, *, acting: bool = False) -> Parties:
    """Entities that the noun phrases with these heads name or stand for, the clearest first.

    With `acting` those that do what the phrases do: whom a noun is about, aimed at, or where it is, does nothing ("the attack on X
    killed", "the war in X", "donors in X").
    """
    found: list[EntityId] = []
    for head in heads:
        for k in conjuncts(s, head):
            found += _of_noun(cast, s, k, depth, acting=acting)
    return tuple(dict.fromkeys(found))


def _of_noun(cast: Cast, s: Sentence, k: int, depth: int, *, acting: bool = False) -> list[EntityId]:
    t = s.tokens[k]
    direct = cast.at.get((s.index, k), ())
    if cast.host is not None and t.lemma.lower() in _HOSTS and (t.tag == "NNS" or s.kids(k, "det", "poss")):
        return [cast.host]
    if direct and not any(cast.country(i) or cast.by_id[i].code for i in direct) and (owners := _owning(cast, s, k, depth)):
        return [*owners, *direct]
    if any(cast.is_known(i) for i in direct):
        return [*direct, *_hyphenated(cast, s, k), *_employer(cast, s, k, direct), *_listed(cast, s, k, depth)]
    if t.lower in FIRST_PERSON and (speaker := cast.speakers.get((s.index, k))) is not None:
        return [speaker]
    if t.lower in _RELATIVIZERS and (antecedent := _antecedent(s, t)) is not None and depth:
        return list(parties(cast, s, (antecedent,), depth - 1, acting=acting))
    if not direct and t.lower in _THIRD_PERSON and depth and (sayer := _reporting(cast, s, t)):
        return sayer
    nested = (_pair(cast, s, t) or _around(cast, s, k, depth, acting=acting)) + _listed(cast, s, k, depth)
    if not nested and t.lemma.lower() in _INSTITUTIONS:
        nested = _speaking_side(cast, s, t, depth) or _at_home(cast, t)
    if direct:
        return [*nested, *direct]
    return nested or ([] if acting and t.pos != "PROPN" else list(_state_of_place(cast, s, k)))


def _reporting(cast: Cast, s: Sentence, t: Token) -> list[EntityId]:
    """Who says so, for the "it", "he" or "they" that opens a reported clause ("Peru said it would reopen the border")."""
    clause = s.tokens[t.head]
    if t.dep not in ("nsubj", "nsubjpass") or clause.dep != "ccomp" or s.tokens[clause.head].pos != "VERB":
        return []
    kinds = _THIRD_PERSON[t.lower]
    found = parties(cast, s, (k.i for k in s.kids(clause.head, "nsubj")), 1)
    return [i for i in found if cast.by_id[i].kind in kinds]


def _owning(cast: Cast, s: Sentence, k: int, depth: int) -> list[EntityId]:
    """Whose somebody described is ("its commanders", "whose fighters"): who he is without them says little."""
    t = s.tokens[k]
    if not depth or t.pos == "PROPN" or any(cast.by_id[i].kind is EntityKind.ORGANIZATION for i in cast.at.get((s.index, k), ())):
        return []
    return list(parties(cast, s, (m.i for m in s.kids(k, "poss") if m.tag in ("PRP$", "WP$")), depth - 1))


def _hyphenated(cast: Cast, s: Sentence, k: int) -> list[EntityId]:
    """The first of two adjectives of state joined by a hyphen ("the Franco-German", "Russian-Syrian")."""
    if k < 2 or s.tokens[k - 1].text not in ("-", "–") or s.tokens[k - 2].head != k:
        return []
    return [i for i in cast.at.get((s.index, k - 2), ()) if cast.by_id[i].kind is EntityKind.STATE]


def _employer(cast: Cast, s: Sentence, k: int, direct: Parties) -> list[EntityId]:
    """The organisation or state that stands with a name of no country ("UN envoy X", "X of the Red Cross", "Vietnam's party")."""
    if any(cast.country(i) for i in direct):
        return []
    near = [m.i for m in s.kids(k, "poss", "compound", "nmod", "amod", "appos")]
    near += [o for a in near for o in prep_objects(s, a, "of", "at", "from")] + list(prep_objects(s, k, "of", "from"))
    ids = [i for m in near for i in cast.at.get((s.index, m), ())]
    return [i for i in ids if cast.by_id[i].kind in (EntityKind.ORGANIZATION, EntityKind.STATE) and i not in direct]


def _speaking_side(cast: Cast, s: Sentence, t: Token, depth: int) -> list[EntityId]:
    """The side of the official who speaks of "the army" or "our soldiers"."""
    for n, a in enumerate(s.ancestors(t.i)):
        if a.dep in ("ccomp", "xcomp", "advcl", "pcomp") and depth:
            above = a.head if s.tokens[a.head].pos in ("VERB", "AUX") else s.tokens[a.head].head
            found = parties(cast, s, (k.i for k in s.kids(above, "nsubj")), 1)
            if owned := [i for i in found if cast.country(i)]:
                return owned
        if n > 6:
            break
    return []


def _at_home(cast: Cast, t: Token) -> list[EntityId]:
    """In a report about one state, "the armed forces" are that state's."""
    state = cast.states.get(cast.home or "") if t.lemma.lower() in _FORCES else None
    return [state] if state is not None else []


def _state_of_place(cast: Cast, s: Sentence, k: int) -> Parties:
    place = cast.places.get((s.index, k))
    found = cast.states.get(place.country or "") if place is not None else None
    return (found,) if found is not None else ()


def _around(cast: Cast, s: Sentence, k: int, depth: int, *, acting: bool = False) -> list[EntityId]:
    """Entities that own, modify or complete a noun which is none itself ("X's offer", "Danish frigates", "leaders of X")."""
    if not depth:
        return []
    by_pronoun = any(m.pos == "PRON" for m in s.kids(k, "poss"))
    # In "his Ukrainian counterpart" the adjective tells, in "Russia's military aid" the owner.
    for deps in (_MODIFIERS, _OWNERS) if by_pronoun else (_OWNERS, _MODIFIERS):
        if found := parties(cast, s, (m.i for m in s.kids(k, *deps) if not (acting and names_target(cast, s, m))), depth - 1):
            return list(found)
    for names in _acting_prepositions(s, k) if acting else _INNER_PREPOSITIONS:
        if found := parties(cast, s, prep_objects(s, k, *names), depth - 1):
            return list(found)
    return list(parties(cast, s, (m.i for m in s.kids(k, "appos")), depth - 1))


def _acting_prepositions(s: Sentence, k: int) -> tuple[tuple[str, ...], ...]:
    """Prepositions behind which stands who acts: of an act its doer, of people and bodies whose they are."""
    if noun_lemma(s, k) in noun_frames():
        return (("by", "from"), ("between", "among"))
    return (("of",), ("from", "by"), ("in", "inside")) if s.tokens[k].lemma.lower() in _INSTITUTIONS else (("of",), ("from", "by"))


def names_target(cast: Cast, s: Sentence, m: Token) -> bool:
    """Whether a modifier is the name of a state or place, which an act is about or happens in ("Iraq war", "Syria strikes").

    Adjectives ("Iraqi"), and short forms that news use as adjectives ("US strikes"), tell whose it is.
    """
    at = (s.index, m.i)
    if m.tag.startswith("J") or m.dep == "poss" or m.text.replace(".", "").isupper():
        return False
    return at in cast.named or (at not in cast.at and at in cast.places)


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
    if t.dep in ("nummod", "det", "predet") or (low not in _PAIRED_NOUNS and t.lower not in _PAIR_WORDS):
        return []
    words = {k.lower for k in s.kids(t.i, "det", "nummod", "predet", "amod", "appos")} | {t.lower}
    size = next((n for w, n in _PAIR_WORDS.items() if w in words), 2 if low in _BARE_PAIRS and t.tag == "NNS" else 0)
    if not size:
        return []
    return list(last_sides(cast, s, t.i, size))


def last_sides(cast: Cast, s: Sentence, before: int, size: int, besides: frozenset[str | None] = frozenset()) -> Parties:
    """The `size` principal sides named before a token, those the report is most about first; none if there are fewer.

    One side is looked for in the last sentences only; organisations of states are no side of a pair.
    """
    sides: dict[str, EntityId] = {}
    for at in range(bisect_left(cast.order, ((s.index, before), EntityId(""))) - 1, -1, -1):
        (sentence, _), entity_id = cast.order[at]
        if size == 1 and sentence < s.index - _LOOK_BACK:
            break
        side = cast.side(entity_id)
        if size > 1 and cast.by_id[entity_id].sector == "IGO":
            continue
        if side in cast.principals and side not in besides and cast.is_known(entity_id):
            sides.setdefault(str(side), _spokesman(cast, side, entity_id))
    ranked = sorted(sides, key=list(cast.principals).index)
    return tuple(sides[side] for side in ranked[:size]) if len(sides) >= size else ()


def _spokesman(cast: Cast, side: str | None, entity_id: EntityId) -> EntityId:
    """Who stands for a side that is only implied: not a private person of that country, but the state."""
    official = cast.by_id[entity_id].sector in ("GOV", "MIL", "REB", "IGO") or side != cast.country(entity_id)
    return entity_id if official else cast.states.get(side or "", entity_id)


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


# Slot -> heads of the noun phrases that stand in it.
_SLOT_HEADS: Mapping[str, Callable[[Sentence, Clause], Iterable[int]]] = {
    "subj": lambda _, c: c.subjects,
    "obj": lambda _, c: c.objects,
    "by": lambda s, c: agents(s, c.verb),
    "dat": lambda s, c: (k.i for k in s.kids(c.verb, "dative") if k.pos != "ADP"),
    "attr": lambda s, c: (k.i for k in s.kids(c.verb, "attr", "oprd", "acomp")),
}


def verb_slot(cast: Cast, s: Sentence, clause: Clause, slot: str) -> Parties:
    """Entities in a slot of a verb: "subj", "obj", "dat", "clause", "aim", "place", "host", "home", "attr" or a preposition."""
    v = clause.verb
    if slot in ("host", "home"):
        state = clause.host if slot == "host" else cast.states.get(cast.home or "")
        return (state,) if state is not None else ()
    if slot in _SLOT_HEADS:
        return parties(cast, s, _SLOT_HEADS[slot](s, clause), acting=slot == "subj")
    if slot == "place":
        return place_parties(cast, s, v)
    if slot == "aim":
        return _aim(cast, s, v)
    if slot == "clause":
        return clause_parties(cast, s, v)
    heads = prep_objects(s, v, slot)
    nouns = [*clause.objects, *(o for noun in clause.objects for o in prep_objects(s, noun, "of"))]
    inner = [o for noun in nouns for o in prep_objects(s, noun, slot)]
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


def _aim(cast: Cast, s: Sentence, v: int) -> Parties:
    """Whom the act named in a complement clause would hit ("threatened to attack X")."""
    for c in clause_complements(s, v):
        for heads in (objects(s, c), prep_objects(s, c, "against", "on", "at", "with")):
            found = tuple(i for i in parties(cast, s, heads) if cast.by_id[i].sector != "IGO")
            if found:
                return found
    return ()


def _same(cast: Cast, a: Parties, b: Parties) -> bool:
    """The same entity, or two that speak for one state; a chamber of trade and its government are two."""
    official = [{cast.country(x) for x in ids if cast.by_id[x].sector in _STATE_SECTORS} - {None} for ids in (a, b)]
    return bool(set(a) & set(b)) or bool(official[0] & official[1])


def place_parties(cast: Cast, s: Sentence, top: int) -> Parties:
    """The state of the first place below a token."""
    for t in s.subtree(top):
        if found := _state_of_place(cast, s, t.i):
            return found
    return ()


def not_their_own_state(cast: Cast, recipients: Parties, actors: Parties) -> Parties:
    """Recipients without the state whose government, soldiers or police all actors are."""
    official = all(cast.by_id[a].kind is EntityKind.STATE or cast.by_id[a].sector in _OFFICIAL for a in actors)
    own = {cast.country(a) for a in actors} - {None} if official else set()
    return tuple(r for r in recipients if cast.by_id[r].kind is not EntityKind.STATE or cast.country(r) not in own)


def without_owner(cast: Cast, recipients: Parties, actors: Parties) -> Parties:
    """Recipients that are not of an actor's own country."""
    own = {cast.country(a) for a in actors} - {None}
    return tuple(r for r in recipients if r not in actors and cast.country(r) not in own)
