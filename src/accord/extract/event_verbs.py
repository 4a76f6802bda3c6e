"""Sentence and verb -> a coded event, by the first frame of the verb whose particles, object and further conditions are met."""

from __future__ import annotations

from accord.extract.event_agency import acting_state, is_somebody, may_be_done, struck_state
from accord.extract.event_cast import Parties
from accord.extract.event_conditions import CONDITIONS, VerbUse
from accord.extract.event_draft import Draft, Scene, all_parties, content_mode, implied_recipient
from accord.extract.event_gatherings import Gathering
from accord.extract.event_lexicon import VerbFrame, noun_lemma, same_lemma, verb_frames
from accord.extract.event_means import MEANS
from accord.extract.event_roles import Clause, last_sides, not_their_own_state, parties, verb_slot, without_owner
from accord.extract.event_syntax import conjuncts, for_clauses, is_passive, objects, prep_objects, subjects
from accord.knowledge.plover import quad_of
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EventType, Modality, Quad

# Particles that take no object of their own: "gave in" is not "gave a lunch in his honour".
_ADVERBS = frozenset("in out down up off back away aside together over".split())
_PARTICLE_DEPS = ("prt", "prep", "advmod", "agent", "dative", "npadvmod")
_LITERAL_DEPS = ("acomp", "oprd", "attr", "intj", "npadvmod", "advmod", "ccomp", "det")
# Types that say something about their object: an event noun there is no event of its own ("rejected talks").
_SWALLOWING = frozenset([EventType.REQUEST, EventType.REJECT, EventType.AGREE, EventType.CONCEDE, EventType.THREATEN])
_MEASURES = frozenset(
    "dozen hundred thousand million number group state round series batch piece package lot score pair handful act form convoy some all"
    " part rest most shipment ton tonne set wave % percent half third quarter"
    " majority bulk many several".split()
)
# What one will not do is a refusal.
_YIELDING = frozenset([EventType.CONCEDE, EventType.RETREAT])
_ACCEPTING = frozenset(
    "accept admit negotiate agree allow receive recognize recognise sign take_in tolerate support back endorse compromise cooperate bow"
    " apologize apologise extradite lift pay permit".split()
)
# What one does not do for good, told in the present as well ("does not recognise", "do not negotiate with").
_STANDING = frozenset("accept recognize recognise negotiate tolerate support back endorse".split())
_EACH_OTHER = frozenset(["other", "another"])
# What a state's own officials and soldiers do at home is not done to that state, but for a seizure of power.
_AGAINST = frozenset([EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE])
_EFFORTS = frozenset("work try attempt strive seek labour labor move continue help struggle".split())
_MODALITIES = {"refusal": Modality.ASSERTED, "planned": Modality.PLANNED, "asking": Modality.REQUESTED}
_TESTS = {**CONDITIONS, **MEANS}
# Frames whose recipient is a host: never somebody of the guest's own country.
_ABROAD = frozenset(["guest", "motion", "att", "guest2", "gath"])


def code_verb(scene: Scene, verb: Token) -> Draft | None:
    """The event that a verb tells of, or None."""
    if verb.dep in ("amod", "compound", "aux", "auxpass"):
        return None
    for frame in verb_frames().get(same_lemma(verb.lemma), ()):
        use = _fit(scene, frame, verb)
        if use is not None and may_be_done(use) and all(_TESTS[f](use) for f in frame.flags if f in _TESTS):
            draft = _draft(use)
            if draft is not None or not _may_try_on(frame):
                return draft
    return None


def _may_try_on(frame: VerbFrame) -> bool:
    """Whether a frame that found nobody gives way to the next: only those of attendance, which differ in who stands where."""
    return "att" in frame.flags


def _fit(scene: Scene, frame: VerbFrame, verb: Token) -> VerbUse | None:
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
    return VerbUse(scene=scene, frame=frame, verb=verb, clause=clause, actor=actor, recipient=recipient, gathering=gathering)


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
        if found is None and p == "for":
            found = next((m.i for k in for_clauses(s, verb.i) for m in s.kids(k.i, "mark")), None)
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
    return bool(frame.objects & {k.lemma.lower() for k in s.kids(verb.i, *_LITERAL_DEPS) if k.i > verb.i})


def measured(s: Sentence, k: int) -> tuple[int, ...]:
    """What a noun of measure or kind is of: "thousands of soldiers", "a state of emergency"."""
    t = s.tokens[k]
    return prep_objects(s, k, "of") if t.lemma.lower() in _MEASURES or t.pos == "NUM" else ()


def _gathering(scene: Scene, frame: VerbFrame, verb: Token, heads: tuple[int, ...]) -> Gathering | None:
    if not frame.flags & {"att", "attgath", "attany", "gathatt", "byhost", "list"} and "host" not in (*frame.recipient, frame.actor):
        return None
    s = scene.sentence
    near = frozenset(heads) | frozenset(prep_objects(s, verb.i, "in", "at", "for", "to", "from", "on", "during"))
    if frame.flags & {"gathatt", "attany"} and not scene.gatherings.named(s, near | frozenset(subjects(s, verb.i))):
        return None
    return scene.gatherings.near(s, near)


def _recipients(scene: Scene, frame: VerbFrame, clause: Clause, actor: Parties) -> Parties:
    for slot in frame.recipient:
        found = verb_slot(scene.cast, scene.sentence, clause, slot)
        other = without_owner(scene.cast, found, actor) if frame.flags & _ABROAD else tuple(r for r in found if r not in actor)
        if frame.event_type in _AGAINST and frame.mode != "seize":
            other = not_their_own_state(scene.cast, other, actor)
        if other:
            return other
    return ()


def _draft(use: VerbUse) -> Draft | None:
    frame = use.frame
    sides = _sides(use)
    if sides is None:
        return None
    actor, recipient, implied = sides
    event_type, mode = frame.event_type, frame.mode
    refuses = (event_type in _YIELDING or frame.lemma in _ACCEPTING) and _will_not(use)
    if refuses:
        event_type, mode = EventType.REJECT, "yield" if event_type in _YIELDING else None
    if mode == "auto":
        mode = content_mode(use.sentence, frame.event_type, use.verb.i, use.clause.objects)
    swallows = frame.objects or frame.event_type in _SWALLOWING or mode == "third-party"
    return Draft(
        event_type=event_type, mode=mode, trigger=use.verb.i, anchor=use.verb.i, lemma="_".join((frame.lemma, *frame.particles)),
        actor=actor, recipient=recipient, score=_score(use, actor), rule=frame.name + ("+implied" if implied else ""),
        covers=frozenset(_used(use)) if swallows else frozenset(), gathering=use.gathering, effort=_effort(use, mode),
        modality=Modality.ASSERTED if refuses else _settled(frame),
    )  # fmt: skip


def _effort(use: VerbUse, mode: str | None) -> int | None:
    """The verb above a mediation that is being tried: to work or try to broker a deal is to mediate."""
    above = use.sentence.tokens[use.verb.head]
    trying = mode == "third-party" and use.verb.dep in ("xcomp", "advcl") and above.lemma in _EFFORTS
    return above.i if trying else None


def _settled(frame: VerbFrame) -> Modality | None:
    """The modality that the frame itself settles."""
    return next((m for flag, m in _MODALITIES.items() if flag in frame.flags), None)


def _sides(use: VerbUse) -> tuple[Parties, Parties, bool] | None:
    """Actor, recipient and whether a side was taken from the sentences before; None where nobody is told."""
    flags, actor, recipient, implied = use.frame.flags, use.actor, use.recipient, False
    symmetric = bool(flags & {"sym", "symplural"}) or _is_mutual(use)
    if "guest" in flags and actor and not recipient:
        return None
    if symmetric:
        more = verb_slot(use.scene.cast, use.sentence, use.clause, "obj") if "symobj" in flags else ()
        actor, recipient = all_parties(actor, recipient + more)
    if symmetric and not actor and is_passive(use.sentence, use.verb.i):
        actor = recipient = last_sides(use.scene.cast, use.sentence, len(use.sentence.tokens), 2)
        implied = bool(actor)
    if not actor and use.known(recipient) and (state := acting_state(use)):
        actor, implied = state, True
    if not recipient and use.known(actor) and (state := struck_state(use)):
        recipient, implied = state, True
    if not use.known(actor) and not use.known(recipient):
        return None
    if "sym" in flags and use.frame.event_type is EventType.CONSULT and not recipient and not use.gathering and not _may_be_many(use):
        return None
    if not recipient and _may_imply(use):
        recipient = implied_recipient(use.scene, use.verb.i, use.frame.event_type, actor)
        implied = implied or bool(recipient)
        actor, recipient = all_parties(actor, recipient) if symmetric else (actor, recipient)
    return actor, recipient, implied


def _may_be_many(use: VerbUse) -> bool:
    """Whether the one side that is told may be many who meet each other ("the leaders met"); else somebody only talks of something."""
    return use.frame.lemma in ("meet", "gather", "convene") and any(use.sentence.tokens[k].tag == "NNS" for k in use.clause.subjects)


def _will_not(use: VerbUse) -> bool:
    """Refusing is saying that one will not ("will not sign"), which is more than not doing."""
    kids = use.sentence.kids(use.verb.i)
    if not any(k.dep == "neg" for k in kids):
        return False
    aux = {k.lower for k in kids if k.dep == "aux"}
    return bool(aux & {"will", "would", "wo", "cannot"} or (use.frame.lemma in _STANDING and aux & {"do", "does"}))


def _is_mutual(use: VerbUse) -> bool:
    """Whether the sides do it to each other ("accused each other", "fired on one another")."""
    s, slots = use.sentence, use.frame.recipient
    if s.tokens[use.verb.i].pos != "VERB" or len(use.actor) < 2:
        return False
    heads = (*use.clause.objects, *prep_objects(s, use.verb.i, *slots))
    return any(s.tokens[h].lower in _EACH_OTHER and {k.lower for k in s.kids(h)} & {"each", "one"} for h in heads)


def _may_imply(use: VerbUse) -> bool:
    """Whether the other side may be left unsaid: not where a visit, or a blow with an object of its own, names nobody.

    Nor where the object is somebody whom the report tells nothing more of.
    """
    frame = use.frame
    if any(is_somebody(use.sentence, k) for k in use.clause.objects):
        return False
    if frame.event_type is EventType.CONSULT:
        return bool(frame.flags & {"sym", "aimed"})
    force = quad_of(frame.event_type) in (Quad.MATERIAL_CONFLICT, Quad.MATERIAL_COOPERATION)
    return not (force and use.clause.objects and not frame.objects)


def _used(use: VerbUse) -> list[int]:
    s = use.sentence
    heads = [*use.clause.objects, *prep_objects(s, use.verb.i, *use.frame.recipient)]
    return [k for h in heads for k in conjuncts(s, h)]


def _score(use: VerbUse, actor: Parties) -> float:
    """A frame's own score, less where a side is missing or not told by name."""
    score = use.frame.score
    if not use.known(actor):
        score *= 0.7
    if not use.recipient:
        score *= 0.85
    return round(score, 3)
