"""Sentence and verb -> a coded event, by the first frame of the verb whose particles, object and further conditions are met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from accord.extract.event_draft import Draft, Scene, all_parties, content_mode, implied_recipient
from accord.extract.event_gatherings import Gathering
from accord.extract.event_lexicon import VerbFrame, noun_frames, noun_lemma, object_classes, same_lemma, verb_frames
from accord.extract.event_roles import Clause, Parties, last_sides, parties, verb_slot, without_owner
from accord.extract.event_syntax import clause_complements, conjuncts, is_passive, objects, prep_objects, subjects
from accord.knowledge.plover import quad_of
from accord.model.reading import EntityId
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind, EventType, Quad

# Particles that take no object of their own: "gave in" is not "gave a lunch in his honour".
_ADVERBS = frozenset("in out down up off back away aside together over".split())
_PARTICLE_DEPS = ("prt", "prep", "advmod", "agent", "dative", "npadvmod")
_LITERAL_DEPS = ("acomp", "oprd", "attr", "intj", "npadvmod", "advmod", "ccomp", "det")
# Types that say something about their object: an event noun there is no event of its own ("rejected talks").
_SWALLOWING = frozenset([EventType.REQUEST, EventType.REJECT, EventType.AGREE, EventType.CONCEDE, EventType.THREATEN])
_ARMED_SECTORS = frozenset(["MIL", "REB", "UAF", "COP", "SPY"])
_MEASURES = frozenset(
    "dozen hundred thousand million number group state round series batch piece package lot score pair handful act form convoy some all"
    " part rest most shipment ton tonne set wave".split()
)
_IDLE_REFUSALS = frozenset("name identify comment elaborate say quote disclose specify confirm speculate answer discuss respond".split())
_PLAIN_WORDS = frozenset("all there also too after not never still then again here instead all both even probably now personally".split())
_LISTS = frozenset("list lineup guest attendee participant invitee delegation line".split())
_HARSH = frozenset("crushing befitting fitting strong harsh decisive devastating painful severe stern forceful firm bitter".split())
_MODAL_MOTION = frozenset("troop soldier force tank convoy ship plane aircraft missile money aid refugee".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """A verb under one of its frames."""

    scene: Scene
    frame: VerbFrame
    verb: Token
    clause: Clause
    actor: Parties
    recipient: Parties
    gathering: Gathering | None

    @property
    def sentence(self) -> Sentence:
        return self.scene.sentence

    def has_prep(self, *names: str) -> bool:
        return bool(prep_objects(self.sentence, self.verb.i, *names))

    def lemmas(self, heads: tuple[int, ...]) -> set[str]:
        return {noun_lemma(self.sentence, k) for h in heads for k in conjuncts(self.sentence, h)}

    def known(self, ids: Parties) -> bool:
        return any(self.scene.cast.is_known(i) for i in ids)


def code_verb(scene: Scene, verb: Token) -> Draft | None:
    """The event that a verb tells of, or None."""
    if verb.dep in ("amod", "compound", "aux", "auxpass"):
        return None
    for frame in verb_frames().get(same_lemma(verb.lemma), ()):
        use = _fit(scene, frame, verb)
        if use is not None and all(_CONDITIONS[f](use) for f in frame.flags if f in _CONDITIONS):
            return _draft(use)
    return None


def _fit(scene: Scene, frame: VerbFrame, verb: Token) -> _Use | None:
    s = scene.sentence
    last = _last_particle(s, verb, frame.particles)
    if last is None:
        return None
    heads = _objects(s, frame, verb, last)
    if heads is None or (not frame.free and not _object_fits(scene, frame, verb, heads)):
        return None
    gathering = _gathering(scene, frame, verb, heads)
    host = scene.cast.states.get(gathering.country or "") if gathering else None
    clause = Clause(verb=verb.i, subjects=subjects(s, verb.i), objects=heads, host=host)
    actor = verb_slot(scene.cast, s, clause, frame.actor)
    if not actor and "owner" in frame.flags and is_passive(s, verb.i):
        actor = parties(scene.cast, s, heads)
    if not actor and "byhost" in frame.flags and host is not None and not clause.subjects:
        actor = (host,)
    recipient = _recipients(scene, frame, clause, actor)
    return _Use(scene=scene, frame=frame, verb=verb, clause=clause, actor=actor, recipient=recipient, gathering=gathering)


def _objects(s: Sentence, frame: VerbFrame, verb: Token, last: int) -> tuple[int, ...] | None:
    """What the frame's object is: that of its preposition, else the verb's; None where the preposition belongs to something else."""
    own = objects(s, verb.i)
    if last == verb.i:
        return own
    of_preposition = tuple(k.i for k in s.kids(last, "pobj", "pcomp"))
    if not of_preposition:
        return own
    if frame.particles[-1] in _ADVERBS or any(s.tokens[k].ner in ("DATE", "TIME") for k in of_preposition):
        return None
    if s.kids(verb.i, "dobj") and not frame.objects:
        return None
    return of_preposition + (own if frame.objects else ())


def _last_particle(s: Sentence, verb: Token, particles: tuple[str, ...]) -> int | None:
    """Token of the last particle, the verb itself if there are none to find, None if one is missing."""
    at = verb.i
    for p in particles:
        found = next((k.i for k in s.kids(at, *_PARTICLE_DEPS) if k.lower == p), None)
        if found is None and at != verb.i:
            found = next((k.i for k in s.kids(verb.i, *_PARTICLE_DEPS) if k.lower == p), None)
        if found is None:
            return None
        at = found
    return at


def _object_fits(scene: Scene, frame: VerbFrame, verb: Token, heads: tuple[int, ...]) -> bool:
    s = scene.sentence
    if not heads and frame.without and not s.kids(verb.i, "xcomp", "ccomp"):
        return True
    if frame.without and frame.free is False and not (frame.objects or frame.party or frame.company):
        return not heads
    if frame.company and not heads and prep_objects(s, verb.i, "with"):
        return True
    spread = [k for h in heads for k in conjuncts(s, h)]
    if frame.party and any((s.index, k) in scene.cast.at or (s.index, k) in scene.cast.places for k in spread):
        return True
    words = {noun_lemma(s, k) for k in [*spread, *(o for k in spread for o in measured(s, k))]}
    if frame.objects & words:
        return True
    return bool(frame.objects & {k.lemma.lower() for k in s.kids(verb.i, *_LITERAL_DEPS)})


def measured(s: Sentence, k: int) -> tuple[int, ...]:
    """What a noun of measure or kind is of: "thousands of soldiers", "a state of emergency"."""
    return prep_objects(s, k, "of") if s.tokens[k].lemma.lower() in _MEASURES else ()


def _gathering(scene: Scene, frame: VerbFrame, verb: Token, heads: tuple[int, ...]) -> Gathering | None:
    if not frame.flags & {"att", "attgath", "attany", "gathatt", "byhost", "list"} and "host" not in frame.recipient:
        return None
    s = scene.sentence
    near = frozenset(heads) | frozenset(prep_objects(s, verb.i, "in", "at", "for", "to", "from", "on", "during"))
    if frame.flags & {"gathatt", "attany"} and not scene.gatherings.named(s, near | frozenset(subjects(s, verb.i))):
        return None
    return scene.gatherings.near(s, near)


def _recipients(scene: Scene, frame: VerbFrame, clause: Clause, actor: Parties) -> Parties:
    for slot in frame.recipient:
        found = verb_slot(scene.cast, scene.sentence, clause, slot)
        other = tuple(r for r in found if r not in actor)
        if other:
            return other
    return ()


def _draft(use: _Use) -> Draft | None:
    frame, actor, recipient = use.frame, use.actor, use.recipient
    flags = frame.flags
    if flags & {"guest", "motion", "att", "guest2"}:
        recipient = without_owner(use.scene.cast, recipient, actor)
    if "guest" in flags and actor and {use.scene.cast.country(r) for r in recipient} <= {use.scene.cast.country(a) for a in actor}:
        return None
    if "sym" in flags or "symplural" in flags:
        recipient_all = recipient + (verb_slot(use.scene.cast, use.sentence, use.clause, "obj") if "symobj" in flags else ())
        actor, recipient = all_parties(actor, recipient_all)
    if not actor and not recipient and flags & {"sym", "symplural"} and is_passive(use.sentence, use.verb.i):
        actor = recipient = last_sides(use.scene.cast, use.sentence, len(use.sentence.tokens), 2)
    if not use.known(actor) and not use.known(recipient):
        return None
    rule = frame.name
    if (
        not recipient
        and (frame.event_type is not EventType.CONSULT or flags & {"sym", "aimed"})
        and (implied := implied_recipient(use.scene, use.verb.i, frame.event_type, actor))
    ):
        recipient, rule = implied, rule + "+implied"
        actor, recipient = all_parties(actor, recipient) if "sym" in flags else (actor, recipient)
    mode = frame.mode
    if mode == "auto":
        mode = content_mode(use.sentence, frame.event_type, use.verb.i, use.clause.objects)
    swallows = frame.objects or frame.event_type in _SWALLOWING or mode == "third-party"
    return Draft(
        event_type=frame.event_type, mode=mode, trigger=use.verb.i, anchor=use.verb.i, lemma="_".join((frame.lemma, *frame.particles)),
        actor=actor, recipient=recipient, score=_score(use, actor, recipient), rule=rule,
        covers=frozenset(_used(use)) if swallows else frozenset(), gathering=use.gathering,
    )  # fmt: skip


def _used(use: _Use) -> list[int]:
    s = use.sentence
    heads = [*use.clause.objects, *prep_objects(s, use.verb.i, *use.frame.recipient)]
    return [k for h in heads for k in conjuncts(s, h)]


def _score(use: _Use, actor: Parties, recipient: Parties) -> float:
    """A frame's own score, less where a side is missing or not told by name."""
    score = use.frame.score
    if not use.known(actor):
        score *= 0.7
    if not use.recipient:
        score *= 0.85
    return round(score, 3)


def _is_official(use: _Use) -> bool:
    cast = use.scene.cast
    return any(cast.is_known(i) and (cast.country(i) or cast.by_id[i].code) for i in use.actor)


def _is_armed(use: _Use) -> bool:
    cast = use.scene.cast
    if any(cast.by_id[i].sector in _ARMED_SECTORS or cast.by_id[i].kind is EntityKind.STATE for i in use.actor):
        return True
    return bool(use.lemmas(use.clause.subjects) & (object_classes()["forces"] | object_classes()["weapons"] | object_classes()["gun"]))


def _proposes(use: _Use) -> bool:
    """What is suggested is to be done ("that talks be held", "to meet", "talks"), not to be believed ("that he could come")."""
    s = use.sentence
    clauses = s.kids(use.verb.i, "ccomp")
    return not clauses or any(c.tag == "VB" and not any(k.tag == "MD" and k.lower != "should" for k in s.kids(c.i, "aux")) for c in clauses)


def _is_harsh(use: _Use) -> bool:
    return any(k.lower in _HARSH for o in use.clause.objects for k in use.sentence.kids(o, "amod", "compound"))


def _is_crowd(use: _Use) -> bool:
    """People march and rally; states and products do other things of these names ("demonstrated its power")."""
    kinds = {use.scene.cast.by_id[i].kind for i in use.actor}
    if kinds and kinds <= {EntityKind.STATE}:
        return False
    return bool(use.frame.objects) or not use.clause.objects or use.frame.lemma == "protest"


def _are_troops(use: _Use) -> bool:
    sectors = {use.scene.cast.by_id[i].sector for i in use.actor}
    return bool(sectors & _ARMED_SECTORS or use.lemmas(use.clause.subjects) & object_classes()["forces"])


def _is_substantive(use: _Use) -> bool:
    """Sources that decline to be named or to comment refuse nobody anything."""
    s = use.sentence
    return not any(s.tokens[c].lemma.lower() in _IDLE_REFUSALS for c in clause_complements(s, use.verb.i))


def _is_state(use: _Use) -> bool:
    """Governments protest in words; people protest in the street."""
    cast = use.scene.cast
    return any(cast.by_id[i].kind in (EntityKind.STATE, EntityKind.ORGANIZATION) or cast.by_id[i].sector == "GOV" for i in use.actor)


def _says_must(use: _Use) -> bool:
    """As in "A said that B must leave": a demand, if B is another than A."""
    s, cast = use.sentence, use.scene.cast
    for c in s.kids(use.verb.i, "ccomp"):
        if not any(k.lower in ("must", "should") for k in s.kids(c.i, "aux")) or any(k.dep == "neg" for k in s.kids(c.i)):
            continue
        other = parties(cast, s, (k.i for k in s.kids(c.i, "nsubj", "nsubjpass")))
        if other and not {cast.side(i) for i in other} & {cast.side(i) for i in use.actor}:
            return True
    return False


def _fails_to_agree(use: _Use) -> bool:
    s = use.sentence
    agreed = object_classes()["agreement"]
    return any(noun_lemma(s, o) in agreed for c in clause_complements(s, use.verb.i) for o in objects(s, c))


def _is_hostile(use: _Use) -> bool:
    """The complement of "vow" is an act of conflict; the subject of "hit" can strike."""
    s = use.sentence
    if use.frame.event_type is EventType.THREATEN:
        inner = [verb_frames().get(same_lemma(s.tokens[c].lemma), ()) for c in clause_complements(s, use.verb.i)]
        return any(f and quad_of(f[0].event_type) is Quad.MATERIAL_CONFLICT for f in inner)
    if not use.clause.subjects:
        return bool(use.recipient)
    weapon = use.lemmas(use.clause.subjects) & (object_classes()["weapons"] | object_classes()["shell"] | object_classes()["gun"])
    return bool(weapon) or any(_can_strike(use, i) for i in use.actor)


def _can_strike(use: _Use, entity_id: EntityId) -> bool:
    e = use.scene.cast.by_id[entity_id]
    return e.kind is EntityKind.STATE or e.sector in _ARMED_SECTORS or e.kind is EntityKind.GROUP


def _is_guest(use: _Use) -> bool:
    """A person, state or delegation that goes to another country than its own."""
    cast = use.scene.cast
    if use.lemmas(use.clause.subjects) & _MODAL_MOTION or not _goes_somewhere(use):
        return False
    own = {cast.country(i) for i in use.actor}
    guests = [i for i in use.actor if cast.is_known(i) and cast.by_id[i].sector not in _ARMED_SECTORS]
    return bool(guests) and any(cast.country(r) not in own for r in use.recipient)


def _goes_somewhere(use: _Use) -> bool:
    """To a place that is told, or plainly to the gathering ("will come after all"), not "went further"."""
    s, v = use.sentence, use.verb.i
    if use.has_prep("to", "in", "at", "for"):
        return True
    words = s.kids(v, "advmod", "prt", "acomp", "dobj", "prep", "xcomp", "attr", "oprd")
    return all(k.lower in _PLAIN_WORDS or k.dep == "prep" for k in words)


def _asks_another(use: _Use) -> bool:
    """The words "want" and "like" ask only where somebody else is to act ("wants Iran to leave", "would like them out")."""
    s = use.sentence
    for c in clause_complements(s, use.verb.i):
        if s.kids(c, "nsubj", "nsubjpass") and any(k.lower == "to" for k in s.kids(c, "aux")):
            return True
        if use.clause.objects and s.tokens[c].dep == "xcomp":
            return True
    return False


def _asks_for_something(use: _Use) -> bool:
    s = use.sentence
    clauses = clause_complements(s, use.verb.i)
    asks_to_know = any(k.tag in ("WP", "WRB", "WDT") or k.lower in ("whether", "if") for c in clauses for k in s.kids(c))
    if asks_to_know or use.has_prep("about", "if"):
        return False
    return bool(clauses or use.clause.objects or use.has_prep("for"))


def _is_direct_warning(use: _Use) -> bool:
    """A warning is a threat where a government or armed group addresses a party or names acts of conflict; forecasts are not."""
    if not _is_official(use) or not use.recipient:
        return False
    s = use.sentence
    addressed = any((s.index, k) in use.scene.cast.at for o in use.clause.objects for k in conjuncts(s, o))
    heads = [*clause_complements(s, use.verb.i), *prep_objects(s, use.verb.i, "of", "against")]
    frames = [(noun_frames().get(same_lemma(s.tokens[h].lemma)) or verb_frames().get(same_lemma(s.tokens[h].lemma))) for h in heads]
    return addressed or any(f and quad_of(f[0].event_type) in (Quad.MATERIAL_CONFLICT, Quad.VERBAL_CONFLICT) for f in frames)


def _names_insult(use: _Use) -> bool:
    s = use.sentence
    words = {same_lemma(t.lemma) for k in s.kids(use.verb.i, "oprd", "attr", "dobj", "ccomp", "xcomp", "prep") for t in s.subtree(k.i)}
    return bool(words & object_classes()["thing"])


def _has_person(use: _Use) -> bool:
    kinds = {use.scene.cast.by_id[i].kind for i in use.actor}
    return bool(kinds & {EntityKind.PERSON, EntityKind.STATE, EntityKind.GROUP}) and not clause_complements(use.sentence, use.verb.i)


def _is_attendance(use: _Use) -> bool:
    """What is attended is a gathering by its noun, or stands unnamed in a report about one."""
    s = use.sentence
    if use.gathering is None and not use.recipient:
        return False
    heads = use.clause.objects
    if not heads:
        return use.gathering is not None
    kinds = object_classes()["gathering"] | object_classes()["talks"] | object_classes()["visit"]
    return bool(use.lemmas(heads) & kinds) or any(s.tokens[h].pos in ("PRON", "PROPN") for h in heads)


def _names_gathering(use: _Use) -> bool:
    below = frozenset(t.i for t in use.sentence.subtree(use.verb.i))
    return use.gathering is not None and use.scene.gatherings.named(use.sentence, below)


def _in_gathering(use: _Use) -> bool:
    kinds = object_classes()["gathering"] | object_classes()["talks"]
    return bool(use.lemmas(prep_objects(use.sentence, use.verb.i, "in", "at") + _of_objects(use)) & kinds)


def _of_objects(use: _Use) -> tuple[int, ...]:
    return tuple(k for o in use.clause.objects for k in prep_objects(use.sentence, o, "in", "at"))


def _tells_infinitive(use: _Use) -> bool:
    return any(
        any(k.lower == "to" for k in use.sentence.kids(c, "aux")) or use.frame.event_type is EventType.AGREE
        for c in clause_complements(use.sentence, use.verb.i)
    )


def _is_plain_call(use: _Use) -> bool:
    s = use.sentence
    return not s.kids(use.verb.i, "oprd", "xcomp", "ccomp", "prt", "acomp")


def _is_organization(use: _Use) -> bool:
    return any(use.scene.cast.by_id[i].kind is EntityKind.ORGANIZATION for i in parties(use.scene.cast, use.sentence, use.clause.objects))


_CONDITIONS: Mapping[str, Callable[[_Use], bool]] = {
    "gov": _is_official,
    "rec": lambda u: bool(u.recipient),
    "ent": lambda u: u.known(u.actor) and u.known(u.recipient),
    "clause": _tells_infinitive,
    "other": _asks_another,
    "speech": _asks_for_something,
    "pass": lambda u: is_passive(u.sentence, u.verb.i),
    "govdirect": _is_direct_warning,
    "hostile": _is_hostile,
    "mil": _is_armed,
    "guest": lambda u: bool(u.actor or u.recipient),
    "guest2": lambda u: any(u.scene.cast.by_id[i].kind is not EntityKind.GROUP for i in u.actor) and bool(u.recipient),
    "motion": _is_guest,
    "att": _is_attendance,
    "gath": lambda u: u.gathering is not None,
    "gathin": _in_gathering,
    "attgath": _names_gathering,
    "gathatt": lambda u: u.gathering is not None or u.has_prep("with", "alongside", "beside"),
    "host": _is_official,
    "phone": _is_plain_call,
    "noton": lambda u: u.has_prep("with"),
    "insult": _names_insult,
    "multi": lambda u: len(set(u.actor + u.recipient)) > 1,
    "notat": lambda u: not u.has_prep("at", "on", "into", "against"),
    "neg": lambda u: any(k.dep == "neg" for k in u.sentence.kids(u.verb.i)),
    "shells": lambda u: bool(u.lemmas(u.clause.subjects) & (object_classes()["shell"] | object_classes()["missile"])),
    "crowd": _is_crowd,
    "orgparty": _is_organization,
    "subjunctive": _proposes,
    "list": lambda u: bool(u.lemmas(u.clause.subjects) & _LISTS) and u.gathering is not None,
    "harsh": _is_harsh,
    "state": _is_state,
    "must": _says_must,
    "ready": lambda u: bool(clause_complements(u.sentence, u.verb.i)) or u.has_prep("for", "to"),
    "failed": _fails_to_agree,
    "forces": _are_troops,
    "substantive": _is_substantive,
    "reports": lambda u: bool(u.sentence.kids(u.verb.i, "ccomp")),
    "from": lambda u: u.has_prep("from"),
    "person": _has_person,
}
