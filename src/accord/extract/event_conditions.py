"""A verb under one of its frames -> whether the further conditions that the frame names are met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from accord.extract.event_cast import Parties
from accord.extract.event_draft import Scene
from accord.extract.event_gatherings import Gathering
from accord.extract.event_lexicon import VerbFrame, noun_frames, noun_lemma, object_classes, same_lemma, verb_frames
from accord.extract.event_roles import Clause, parties
from accord.extract.event_syntax import clause_complements, conjuncts, is_passive, objects, prep_objects
from accord.knowledge.plover import quad_of
from accord.model.reading import EntityId
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind, EventType, Quad

ARMED_SECTORS = frozenset(["MIL", "REB", "UAF", "COP", "SPY", "PRM", "CRM"])
_CROWDS = frozenset(["CVL", "REF", "LAB", "EDU", None])
_IDLE_REFUSALS = frozenset("name identify comment elaborate say quote disclose specify confirm speculate answer discuss respond".split())
_IDLE_WARNINGS = frozenset("travel weather flood tsunami health storm security early red".split())
_PLAIN_WORDS = frozenset("all there also too after not never still then again here instead all both even probably now personally".split())
_LISTS = frozenset("list lineup guest attendee participant invitee delegation line".split())
_HARSH = frozenset("crushing befitting fitting strong harsh decisive devastating painful severe stern forceful firm bitter".split())
_MODAL_MOTION = frozenset(
    "troop soldier force tank convoy ship plane aircraft missile money aid refugee peacekeeper contingent commando marine warship".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbUse:
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
        """The sentence of the verb."""
        return self.scene.sentence

    def has_prep(self, *names: str) -> bool:
        """Whether one of these prepositions, with an object, hangs on the verb."""
        return bool(prep_objects(self.sentence, self.verb.i, *names))

    def lemmas(self, heads: tuple[int, ...]) -> set[str]:
        """Lemmas of these nouns and of what is joined to them."""
        return {noun_lemma(self.sentence, k) for h in heads for k in conjuncts(self.sentence, h)}

    def known(self, ids: Parties) -> bool:
        """Whether it is told who one of these is."""
        return any(self.scene.cast.is_known(i) for i in ids)


def _is_official(use: VerbUse) -> bool:
    cast = use.scene.cast
    return any(cast.is_known(i) and (cast.country(i) or cast.by_id[i].code) for i in use.actor)


def _is_fought(use: VerbUse) -> bool:
    """People fight where one side is armed, a state or a crowd; persons and parties who fight each other do so in words."""
    by_id = use.scene.cast.by_id
    sides = [by_id[i] for i in use.actor + use.recipient]
    crowds = any(e.kind is EntityKind.GROUP and e.sector in _CROWDS for e in sides)
    return crowds or any(e.kind is EntityKind.STATE or e.sector in ARMED_SECTORS for e in sides) or _is_armed(use)


def _is_armed(use: VerbUse) -> bool:
    cast = use.scene.cast
    if any(cast.by_id[i].sector in ARMED_SECTORS or cast.by_id[i].kind is EntityKind.STATE for i in use.actor):
        return True
    return bool(use.lemmas(use.clause.subjects) & (object_classes()["forces"] | object_classes()["weapons"] | object_classes()["gun"]))


def _proposes(use: VerbUse) -> bool:
    """What is suggested is to be done ("that talks be held", "to meet", "talks"), not to be believed ("that he could come")."""
    s = use.sentence
    clauses = s.kids(use.verb.i, "ccomp")
    return not clauses or any(c.tag == "VB" and not any(k.tag == "MD" and k.lower != "should" for k in s.kids(c.i, "aux")) for c in clauses)


def _object_words(use: VerbUse) -> set[str]:
    return {k.lower for o in use.clause.objects for k in use.sentence.kids(o, "amod", "compound", "nmod")}


def _is_crowd(use: VerbUse) -> bool:
    """People march and rally; states and products do other things of these names ("demonstrated its power")."""
    kinds = {use.scene.cast.by_id[i].kind for i in use.actor}
    if kinds and kinds <= {EntityKind.STATE}:
        return False
    return bool(use.frame.objects) or not use.clause.objects or use.frame.lemma == "protest"


def _is_in_words(use: VerbUse) -> bool:
    """A politician attacks in words."""
    by_id = use.scene.cast.by_id
    return bool(use.actor) and all(by_id[i].kind is EntityKind.PERSON and by_id[i].sector not in ARMED_SECTORS for i in use.actor)


def _are_troops(use: VerbUse) -> bool:
    sectors = {use.scene.cast.by_id[i].sector for i in use.actor}
    return bool(sectors & ARMED_SECTORS or use.lemmas(use.clause.subjects) & object_classes()["forces"])


def _is_substantive(use: VerbUse) -> bool:
    """Sources that decline to be named or to comment refuse nobody anything."""
    s = use.sentence
    return not any(s.tokens[c].lemma.lower() in _IDLE_REFUSALS for c in clause_complements(s, use.verb.i))


def _is_state(use: VerbUse) -> bool:
    """Governments protest in words; people protest in the street."""
    cast = use.scene.cast
    return any(cast.by_id[i].kind in (EntityKind.STATE, EntityKind.ORGANIZATION) or cast.by_id[i].sector == "GOV" for i in use.actor)


def _says_must(use: VerbUse) -> bool:
    """As in "A said that B must leave": a demand, if B is another than A."""
    s, cast = use.sentence, use.scene.cast
    for c in s.kids(use.verb.i, "ccomp"):
        if not any(k.lower in ("must", "should") for k in s.kids(c.i, "aux")) or any(k.dep == "neg" for k in s.kids(c.i)):
            continue
        other = parties(cast, s, (k.i for k in s.kids(c.i, "nsubj", "nsubjpass")))
        if other and not {cast.side(i) for i in other} & {cast.side(i) for i in use.actor}:
            return True
    return False


def _fails_to_agree(use: VerbUse) -> bool:
    s = use.sentence
    agreed = object_classes()["agreement"]
    return any(noun_lemma(s, o) in agreed for c in clause_complements(s, use.verb.i) for o in objects(s, c))


def _is_hostile(use: VerbUse) -> bool:
    """The complement of "vow" is an act of conflict; the subject of "hit" can strike."""
    s = use.sentence
    if use.frame.event_type is EventType.THREATEN:
        inner = [verb_frames().get(same_lemma(s.tokens[c].lemma), ()) for c in clause_complements(s, use.verb.i)]
        return any(f and quad_of(f[0].event_type) is Quad.MATERIAL_CONFLICT for f in inner)
    if not use.clause.subjects:
        return bool(use.recipient)
    weapon = use.lemmas(use.clause.subjects) & (object_classes()["weapons"] | object_classes()["shell"] | object_classes()["gun"])
    return bool(weapon) or any(_can_strike(use, i) for i in use.actor)


def _can_strike(use: VerbUse, entity_id: EntityId) -> bool:
    e = use.scene.cast.by_id[entity_id]
    return e.kind is EntityKind.STATE or e.sector in ARMED_SECTORS or e.kind is EntityKind.GROUP


def _is_guest(use: VerbUse) -> bool:
    """A person, state or delegation that goes to another country than its own."""
    cast = use.scene.cast
    if use.lemmas(use.clause.subjects) & _MODAL_MOTION or not _goes_somewhere(use):
        return False
    own = {cast.country(i) for i in use.actor}
    guests = [i for i in use.actor if cast.is_known(i) and cast.by_id[i].sector not in ARMED_SECTORS]
    return bool(guests) and any(cast.country(r) not in own for r in use.recipient)


def _goes_somewhere(use: VerbUse) -> bool:
    """To a place that is told, or plainly to the gathering ("will come too"), not "went on"."""
    s, v = use.sentence, use.verb.i
    if s.kids(v, "dobj") or is_passive(s, v):
        return False
    if use.has_prep("to", "in", "at", "for"):
        return True
    words = s.kids(v, "advmod", "prt", "acomp", "dobj", "prep", "xcomp", "attr", "oprd")
    return all(k.lower in _PLAIN_WORDS or k.dep == "prep" for k in words)


def _asks_another(use: VerbUse) -> bool:
    """The words "want" and "like" ask only where somebody else is to act ("wants Iran to leave", "would like them out")."""
    s = use.sentence
    for c in clause_complements(s, use.verb.i):
        if s.kids(c, "nsubj", "nsubjpass") and any(k.lower == "to" for k in s.kids(c, "aux")):
            return True
        if use.clause.objects and s.tokens[c].dep == "xcomp":
            return True
    return False


def _asks_for_something(use: VerbUse) -> bool:
    s = use.sentence
    clauses = clause_complements(s, use.verb.i)
    asks_to_know = any(k.tag in ("WP", "WRB", "WDT") or k.lower in ("whether", "if") for c in clauses for k in s.kids(c))
    if asks_to_know or use.has_prep("about", "if"):
        return False
    return bool(clauses or use.clause.objects or use.has_prep("for"))


def _is_direct_warning(use: VerbUse) -> bool:
    """A warning is a threat where a government or armed group addresses a party or names acts of conflict; forecasts are not."""
    if not _is_official(use) or not use.recipient:
        return False
    s = use.sentence
    addressed = any((s.index, k) in use.scene.cast.at for o in use.clause.objects for k in conjuncts(s, o))
    heads = [*clause_complements(s, use.verb.i), *prep_objects(s, use.verb.i, "of", "against")]
    frames = [(noun_frames().get(same_lemma(s.tokens[h].lemma)) or verb_frames().get(same_lemma(s.tokens[h].lemma))) for h in heads]
    return addressed or any(f and quad_of(f[0].event_type) in (Quad.MATERIAL_CONFLICT, Quad.VERBAL_CONFLICT) for f in frames)


def _names_insult(use: VerbUse) -> bool:
    s = use.sentence
    told = [k.i for k in s.kids(use.verb.i, "oprd", "attr", "dobj", "ccomp", "xcomp", "prep") if k.dep != "prep" or k.lower in ("as", "to")]
    words = {same_lemma(t.lemma) for k in told for t in s.subtree(k)}
    return bool(words & object_classes()["thing"])


def _has_person(use: VerbUse) -> bool:
    kinds = {use.scene.cast.by_id[i].kind for i in use.actor}
    return bool(kinds & {EntityKind.PERSON, EntityKind.STATE, EntityKind.GROUP}) and not clause_complements(use.sentence, use.verb.i)


def _is_attendance(use: VerbUse) -> bool:
    """What is attended is a gathering by its noun, or stands unnamed in a report about one."""
    s = use.sentence
    if use.frame.event_type is EventType.REJECT and use.lemmas(use.clause.objects) & use.frame.objects:
        return True
    if use.gathering is None and not use.recipient:
        return False
    heads = use.clause.objects
    if not heads:
        return use.gathering is not None
    kinds = object_classes()["gathering"] | object_classes()["talks"] | object_classes()["visit"]
    return bool(use.lemmas(heads) & kinds) or any(s.tokens[h].pos in ("PRON", "PROPN") for h in heads)


def _names_gathering(use: VerbUse) -> bool:
    below = frozenset(t.i for t in use.sentence.subtree(use.verb.i))
    return use.gathering is not None and use.scene.gatherings.named(use.sentence, below)


def _in_gathering(use: VerbUse) -> bool:
    kinds = object_classes()["gathering"] | object_classes()["talks"]
    return bool(use.lemmas(prep_objects(use.sentence, use.verb.i, "in", "at") + _of_objects(use)) & kinds)


def _of_objects(use: VerbUse) -> tuple[int, ...]:
    return tuple(k for o in use.clause.objects for k in prep_objects(use.sentence, o, "in", "at"))


def _tells_infinitive(use: VerbUse) -> bool:
    return any(
        any(k.lower == "to" for k in use.sentence.kids(c, "aux")) or use.frame.event_type is EventType.AGREE
        for c in clause_complements(use.sentence, use.verb.i)
    )


def _is_plain_call(use: VerbUse) -> bool:
    """Neither called something, nor called to a scene ("police were called"), nor calling for something to be done."""
    s, v = use.sentence, use.verb.i
    asks = any(k.lower in ("for", "on") for k in s.kids(v, "prep")) or any(s.kids(k.i, "mark") for k in s.kids(v, "advcl"))
    return not (asks or is_passive(s, v) or s.kids(v, "oprd", "ccomp", "prt", "acomp"))


def _is_organization(use: VerbUse) -> bool:
    return any(use.scene.cast.by_id[i].kind is EntityKind.ORGANIZATION for i in parties(use.scene.cast, use.sentence, use.clause.objects))


_BLACK = frozenset("sanction black terror terrorist corrupt corruption watch wanted banned no-fly blacklist".split())
_DID = frozenset("do commit perpetrate".split())
_TO_BLAME = frozenset("responsible guilty behind".split())


def _says_who_did_it(use: VerbUse) -> bool:
    """As in "insisted that the rebels did it", "said X was behind the blast": blame, if the doer is somebody else."""
    s, cast = use.sentence, use.scene.cast
    for c in s.kids(use.verb.i, "ccomp"):
        words = {k.lower for k in s.kids(c.i, "acomp", "prep", "attr", "oprd")}
        if c.lemma.lower() not in _DID and not (c.lemma.lower() == "be" and words & _TO_BLAME):
            continue
        if c.lemma.lower() == "do" and not any(k.lower in ("it", "this", "that") for k in s.kids(c.i, "dobj")):
            continue
        if any(k.dep == "neg" for k in s.kids(c.i)):
            continue
        other = parties(cast, s, (k.i for k in s.kids(c.i, "nsubj")))
        if other and not set(other) & set(use.actor):
            return True
    return False


def _is_blacklist(use: VerbUse) -> bool:
    s = use.sentence
    for o in (*use.clause.objects, *prep_objects(s, use.verb.i, "on", "to")):
        words = {t.lemma.lower() for t in s.subtree(o)}
        if "blacklist" in words or ("list" in words and words & _BLACK):
            return True
    return False


def _has_no(use: VerbUse) -> bool:
    """The object or the verb is negated: "got no invitation", "did not receive an invitation"."""
    s = use.sentence
    return any(k.dep == "neg" for k in s.kids(use.verb.i)) or any(k.lower == "no" for o in use.clause.objects for k in s.kids(o, "det"))


def _joins_bloc(use: VerbUse) -> bool:
    """What is joined, entered or become a member of is an organisation of states, by somebody who is none."""
    by_id = use.scene.cast.by_id
    bloc = [i for i in use.recipient if by_id[i].sector == "IGO" or (by_id[i].code and not by_id[i].country)]
    return bool(bloc) and any(by_id[i].kind is EntityKind.STATE or by_id[i].sector in ("GOV", "REB", "PTY") for i in use.actor)


def _welcomes_guest(use: VerbUse) -> bool:
    """Persons and delegations are received; states, plans and decisions are welcomed in words."""
    s, by_id = use.sentence, use.scene.cast.by_id
    if use.frame.lemma != "welcome":
        return True
    heads = [k for o in use.clause.objects for k in conjuncts(s, o)]
    at = [i for k in heads for i in use.scene.cast.at.get((s.index, k), ())]
    return any(by_id[i].kind is EntityKind.PERSON for i in at) or bool(use.lemmas(use.clause.objects) & object_classes()["visitors"])


def _is_resigning(use: VerbUse) -> bool:
    return not use.clause.objects or bool(use.lemmas(use.clause.objects) & object_classes()["post"])


# Flag of the verb table -> its condition; flags that are not here tell how a frame is read.
CONDITIONS: Mapping[str, Callable[[VerbUse], bool]] = {
    "gov": _is_official,
    "rec": lambda u: bool(u.recipient),
    "ent": lambda u: u.known(u.actor) and u.known(u.recipient),
    "clause": _tells_infinitive,
    "other": _asks_another,
    "speech": _asks_for_something,
    "pass": lambda u: is_passive(u.sentence, u.verb.i),
    "govdirect": _is_direct_warning,
    "hostile": _is_hostile,
    "fought": _is_fought,
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
    "committed": lambda u: bool(u.sentence.kids(u.verb.i, "xcomp")) or u.has_prep("to"),
    "crowd": _is_crowd,
    "verbal": _is_in_words,
    "notwith": lambda u: not any(prep_objects(u.sentence, o, "with") for o in u.clause.objects),
    "legal": lambda u: "action" not in u.lemmas(u.clause.objects) or bool(_object_words(u) & {"legal", "court", "disciplinary"}),
    "grave": lambda u: not _object_words(u) & _IDLE_WARNINGS,
    "orgparty": _is_organization,
    "subjunctive": _proposes,
    "list": lambda u: bool(u.lemmas(u.clause.subjects) & _LISTS) and u.gathering is not None,
    "harsh": lambda u: bool(_object_words(u) & _HARSH),
    "state": _is_state,
    "must": _says_must,
    "ready": lambda u: bool(clause_complements(u.sentence, u.verb.i)) or u.has_prep("for", "to"),
    "failed": _fails_to_agree,
    "forces": _are_troops,
    "substantive": _is_substantive,
    "reports": lambda u: bool(u.sentence.kids(u.verb.i, "ccomp")),
    "from": lambda u: u.has_prep("from"),
    "person": _has_person,
    "soldiers": lambda u: any(u.scene.cast.by_id[i].sector in ("MIL", "REB") for i in u.actor),
    "didit": _says_who_did_it,
    "blacklist": _is_blacklist,
    "no": _has_no,
    "bloc": _joins_bloc,
    "guestobj": _welcomes_guest,
    "post": _is_resigning,
    "itself": lambda u: bool(u.lemmas(u.clause.objects) & {"himself", "herself", "themselves", "itself"}),
}
