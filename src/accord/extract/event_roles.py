"""Noun phrase or slot of a verb -> the entities that take part, found through owners, modifiers, prepositions and pairs ("both sides")."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from accord.extract.event_syntax import agents, clause_complements, conjuncts, objects, prep_objects, subjects
from accord.extract.mentions import mentions_at
from accord.model.reading import Attribution, Entity, EntityId, Place
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind

Parties = tuple[EntityId, ...]

_FIRST_PERSON = frozenset("we us our ours i me my".split())
_BODIES = frozenset([EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.GROUP])
# Pronoun -> what it may stand for.
_THIRD_PERSON: Mapping[str, frozenset[EntityKind]] = {
    "it": _BODIES,
    "they": _BODIES,
    "he": frozenset([EntityKind.PERSON]),
    "she": frozenset([EntityKind.PERSON]),
}
_DEPTH = 3
_ACTING = frozenset(["MIL", "REB", "UAF", "COP", "OPP", "GOV", "JUD", "LEG", "PTY"])
# A report has this many sides at most; others are named in passing.
_SIDES = 4
# A side is mentioned at least this often for each mention of the side mentioned most.
_LEAST_SHARE = 0.1
_HOME_SHARE, _FEWEST_HOME = 0.6, 3
# Sentences back in which an unnamed side is looked for.
_LOOK_BACK = 5
_DATELINE_WORDS = 16
_STATE_SECTORS = frozenset(["GOV", "MIL", "SPY"])
_HOSTS = frozenset("host organizer organiser".split())
_INSTITUTIONS = frozenset(
    "force army military troop soldier government ministry navy parliament police media side man officer commander cabinet".split()
)
_FORCES = frozenset("force army military troop soldier navy".split())
_DATELINE_MARKS = frozenset(["-", "--", "–", "—", ":", "_"])
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who is mentioned where in one report.

    Attributes:
        by_id: Entity id -> entity.
        at: (sentence, token) -> entities of the mention that has its head there (several for "both countries").
        places: (sentence, token) -> place whose words hold the token.
        states: ISO 3166-1 alpha-3 -> the entity that stands for that state: the state itself, else the first of its officials.
        order: (sentence, token) -> entity, in order of position.
        speakers: (sentence, token) -> who says "we" or "I" there.
        host: The state that hosts the gathering that the report is about, if there is one.
        home: ISO 3166-1 alpha-3 of the state that three fifths of all mentions belong to, or None.
        dateline: ISO 3166-1 alpha-3 of where the report was written ("here"), or None.
        principals: The sides that the report is most about, see `side`, most mentioned first.
    """

    sentences: Sequence[Sentence]
    by_id: Mapping[EntityId, Entity]
    at: Mapping[tuple[int, int], Parties]
    places: Mapping[tuple[int, int], Place]
    states: Mapping[str, EntityId]
    order: Sequence[tuple[tuple[int, int], EntityId]] = field(default=())
    principals: Sequence[str] = ()
    speakers: Mapping[tuple[int, int], EntityId] = field(default_factory=dict)
    host: EntityId | None = None
    home: str | None = None
    dateline: str | None = None

    def country(self, entity_id: EntityId) -> str | None:
        """Country of an entity."""
        return self.by_id[entity_id].country

    def is_known(self, entity_id: EntityId) -> bool:
        """Whether it is told who this is: a country, an organisation of the tables, a name, or a body that acts as one ("the rebels")."""
        e = self.by_id[entity_id]
        return bool(e.country or e.code) or (e.sector in _ACTING if e.kind is EntityKind.GROUP else not e.anonymous)

    def side(self, entity_id: EntityId) -> str | None:
        """What an entity stands for in a quarrel: an armed group or organisation itself, anybody else their country."""
        e = self.by_id[entity_id]
        if e.sector == "REB" or (e.kind is EntityKind.ORGANIZATION and not e.country):
            return e.code or e.name
        return e.country


def build_cast(
    sentences: Sequence[Sentence],
    entities: Iterable[Entity],
    places: Iterable[Place],
    attributions: Iterable[Attribution] = (),
    dateline: Span | None = None,
) -> Cast:
    """Indexes the entities and places of one report by token."""
    entities = tuple(entities)
    datelines = {s.index: _dateline_end(s) for s in sentences}
    at = {k: ids for k, ids in mentions_at(entities).items() if k[1] >= datelines.get(k[0], 0)}
    spots: dict[tuple[int, int], Place] = {}
    written: str | None = None
    for p in places:
        if p.country and written is None and dateline is not None and dateline.overlap(p.span):
            written = p.country
        if p.country and 0 <= p.sentence < len(sentences):
            words = sentences[p.sentence].covering(p.span)
            spots.update({(p.sentence, t.i): p for t in words if t.i >= datelines[p.sentence]})
    states: dict[str, EntityId] = {}
    for wanted in (EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.PERSON):
        for e in entities:
            if e.country and e.kind is wanted and (wanted is EntityKind.STATE or e.sector == "GOV"):
                states.setdefault(e.country, e.id)
    order = sorted((k, i) for k, ids in at.items() for i in ids)
    cast = Cast(
        sentences=sentences,
        by_id={e.id: e for e in entities},
        at=at,
        places=spots,
        states=states,
        order=order,
        speakers=_speakers(sentences, attributions),
    )
    counts = Counter(side for _, i in order if (side := cast.side(i)) is not None)
    enough = max(counts.values(), default=0) * _LEAST_SHARE
    states_named = Counter(country for _, i in order if (country := cast.country(i)) is not None)
    home, n = states_named.most_common(1)[0] if states_named else (None, 0)
    home = home if n >= _FEWEST_HOME and n >= _HOME_SHARE * states_named.total() else None
    return replace(cast, home=home, dateline=written, principals=tuple(side for side, n in counts.most_common(_SIDES) if n >= enough))


def _speakers(sentences: Sequence[Sentence], attributions: Iterable[Attribution]) -> dict[tuple[int, int], EntityId]:
    said: dict[int, list[tuple[Span, EntityId]]] = {}
    for a in attributions:
        if a.speaker is not None:
            for n in a.sentences:
                said.setdefault(n, []).extend((piece, a.speaker) for piece in a.content)
    return {
        (n, t.i): speaker
        for n, pieces in said.items()
        if 0 <= n < len(sentences)
        for t in sentences[n].tokens
        if t.lower in _FIRST_PERSON
        for piece, speaker in pieces
        if piece.contains(t.span)
    }


def _dateline_end(s: Sentence) -> int:
    """Index of the first token behind a dateline ("GENEVA, May 3 (Agency) -"), 0 without one: its place takes no part in events."""
    first = s.tokens[0].text if s.tokens else ""
    if len(first) < 3 or not first.isupper():
        return 0
    for t in s.tokens[1:_DATELINE_WORDS]:
        if t.text in _DATELINE_MARKS:
            return t.i + 1
    return 0


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
    if cast.host is not None and t.lemma.lower() in _HOSTS and (t.tag == "NNS" or s.kids(k, "det", "poss")):
        return [cast.host]
    if direct and not any(cast.country(i) or cast.by_id[i].code for i in direct) and (owners := _owning(cast, s, k, depth)):
        return [*owners, *direct]
    if any(cast.is_known(i) for i in direct):
        return [*direct, *_hyphenated(cast, s, k), *_employer(cast, s, k, direct), *_listed(cast, s, k, depth)]
    if t.lower in _FIRST_PERSON and (speaker := cast.speakers.get((s.index, k))) is not None:
        return [speaker]
    if t.lower in _RELATIVIZERS and (antecedent := _antecedent(s, t)) is not None and depth:
        return list(parties(cast, s, (antecedent,), depth - 1))
    if not direct and t.lower in _THIRD_PERSON and depth and (sayer := _reporting(cast, s, t)):
        return sayer
    nested = (_pair(cast, s, t) or _around(cast, s, k, depth)) + _listed(cast, s, k, depth)
    if not nested and t.lemma.lower() in _INSTITUTIONS:
        nested = _speaking_side(cast, s, t, depth) or _at_home(cast, t)
    if direct:
        return [*nested, *direct]
    return nested or list(_state_of_place(cast, s, k))


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


def _around(cast: Cast, s: Sentence, k: int, depth: int) -> list[EntityId]:
    """Entities that own, modify or complete a noun which is none itself ("X's offer", "Danish frigates", "leaders of X")."""
    if not depth:
        return []
    by_pronoun = any(m.pos == "PRON" for m in s.kids(k, "poss"))
    # In "his Ukrainian counterpart" the adjective tells, in "Russia's military aid" the owner.
    for deps in (_MODIFIERS, _OWNERS) if by_pronoun else (_OWNERS, _MODIFIERS):
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
        return parties(cast, s, _SLOT_HEADS[slot](s, clause))
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


def without_owner(cast: Cast, recipients: Parties, actors: Parties) -> Parties:
    """Recipients that are not of an actor's own country."""
    own = {cast.country(a) for a in actors} - {None}
    return tuple(r for r in recipients if r not in actors and cast.country(r) not in own)
