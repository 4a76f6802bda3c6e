"""A verb under one of its frames -> whether the company, means or manner that the frame names stands with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accord.extract.event_conditions import VerbUse
from accord.extract.event_lexicon import object_classes, same_lemma, verb_frames
from accord.extract.event_roles import parties
from accord.extract.event_syntax import clause_complements, conjuncts, prep_objects
from accord.model.vocabulary import EntityKind, EventType

_WILL = frozenset(["will", "would", "shall", "ll", "'ll", "’ll", "wo"])
_PHONES = frozenset("phone telephone line videolink video hotline videoconference teleconference zoom skype telegram".split())
_ROOMS = frozenset("office house palace ranch residence lunch dinner tea talk breakfast visit meeting home resort mansion".split())
_FORCEFUL = frozenset(
    "forcefully decisively harshly militarily firmly strongly severely crushingly fiercely resolutely swiftly mercilessly".split()
)
_FORCE_NOUNS = frozenset("force strength missile fire might strike violence weapon rocket bomb war".split())
_PEER_SECTORS = frozenset(["GOV", "MIL", "REB", "IGO", "OPP", "SPY"])
_BOMBS = frozenset("device car vehicle explosive mine bomber belt van truck charge landmine car-bomb motorcycle motorbike ied".split())
MARTIAL = frozenset(
    "military naval live-fire joint air war large-scale landing artillery missile nuclear combined marine army amphibious".split()
)
WORDY = frozenset(
    "verbal scathing personal blistering stinging fierce bitter rhetorical veiled vicious withering political twitter furious extraordinary"
    " thinly-veiled".split()
)
_STRIKERS = frozenset("worker employee teacher miner nurse staff trucker dockworker docker doctor pilot".split())
_FIGHTS = frozenset("fight attack strike bomb shell resist target hit kill battle combat fire pound retaliate defend respond".split())
_VIOLENT = frozenset([EventType.ASSAULT, EventType.COERCE])
_COUNTS = frozenset("hundred thousand dozen number group score".split())
_JOINT = frozenset("joint bilateral common shared".split())
_WAR_GAMES = frozenset("drill wargame maneuver manoeuvre game".split())


def _will(use: VerbUse) -> bool:
    """What one will do, not what one has done, and not what one will not do."""
    return _has_will(use) and not _is_negated(use)


def _has_will(use: VerbUse) -> bool:
    return any(k.lower in _WILL for k in use.sentence.kids(use.verb.i, "aux"))


def _is_negated(use: VerbUse) -> bool:
    return bool(use.sentence.kids(use.verb.i, "neg"))


def _is_face_to_face(use: VerbUse) -> bool:
    """Two persons, one of them in office, see each other; what one "sees as" or "sees do" something is no meeting."""
    s, by_id = use.sentence, use.scene.cast.by_id
    if clause_complements(s, use.verb.i) or s.kids(use.verb.i, "oprd") or use.has_prep("as"):
        return False
    met = [i for o in use.clause.objects for i in use.scene.cast.at.get((s.index, o), ()) if by_id[i].kind is EntityKind.PERSON]
    hosts = [i for i in use.actor if by_id[i].kind is EntityKind.PERSON]
    return bool(met) and any(by_id[i].sector in _PEER_SECTORS or by_id[i].country for i in hosts)


def _is_peer(use: VerbUse) -> bool:
    """Somebody who speaks for a state, an armed group or an organisation of states: neither the press nor the public."""
    by_id = use.scene.cast.by_id
    s = use.sentence
    heads = (*use.clause.objects, *prep_objects(s, use.verb.i, "to", "with"))
    spoken_to = parties(use.scene.cast, s, heads, 0)
    return any(by_id[i].kind is EntityKind.STATE or by_id[i].sector in _PEER_SECTORS for i in spoken_to if i in use.recipient)


def _is_by_phone(use: VerbUse) -> bool:
    return bool(use.lemmas(prep_objects(use.sentence, use.verb.i, "by", "on", "over", "via")) & _PHONES)


def _is_hosted(use: VerbUse) -> bool:
    return bool(use.lemmas(prep_objects(use.sentence, use.verb.i, "in", "to", "at", "for", "over")) & _ROOMS)


def _is_forceful(use: VerbUse) -> bool:
    s = use.sentence
    manner = {k.lower for k in s.kids(use.verb.i, "advmod")}
    return bool(manner & _FORCEFUL or use.lemmas(prep_objects(s, use.verb.i, "with", "by")) & _FORCE_NOUNS)


def _object_words(use: VerbUse) -> set[str]:
    return {k.lower for o in use.clause.objects for k in use.sentence.kids(o, "amod", "compound", "nmod")}


def _is_martial(use: VerbUse) -> bool:
    """Exercises are of soldiers where a word says so; those of power or of children are not."""
    words = _object_words(use)
    armed = any(use.scene.cast.by_id[i].sector == "MIL" for i in use.actor)
    return armed or bool(words & MARTIAL or use.lemmas(use.clause.objects) & _WAR_GAMES)


def _is_human(use: VerbUse) -> bool:
    """The object is people: by name, by nation or faith, or by a noun for captives."""
    s = use.sentence
    heads = [k for o in use.clause.objects for k in conjuncts(s, o)]
    heads += [m for k in heads for m in prep_objects(s, k, "of") if s.tokens[k].pos == "NUM" or s.tokens[k].lemma.lower() in _COUNTS]
    named = any(s.tokens[k].ner in ("PERSON", "NORP") and s.tokens[k].pos != "ADJ" for k in heads)
    classes = object_classes()
    return named or bool(use.lemmas(tuple(heads)) & (classes["captives"] | classes["people"] | classes["official"]))


def _ceases(use: VerbUse) -> bool:
    """What is stopped is an act of conflict ("stopped shelling the town")."""
    s = use.sentence
    inner = [verb_frames().get(same_lemma(s.tokens[c].lemma), ()) for c in clause_complements(s, use.verb.i)]
    return any(any(f.event_type in _VIOLENT for f in frames) for frames in inner)


def _is_joint(use: VerbUse) -> bool:
    return bool(_object_words(use) & _JOINT) or _on_verb_or_object(use, "with")


def _on_verb_or_object(use: VerbUse, *names: str) -> bool:
    return use.has_prep(*names) or any(prep_objects(use.sentence, o, *names) for o in use.clause.objects)


# Flag of the verb table -> its condition.
MEANS: Mapping[str, Callable[[VerbUse], bool]] = {
    "will": _will,
    "face": _is_face_to_face,
    "peer": _is_peer,
    "phoned": _is_by_phone,
    "hosted": _is_hosted,
    "forceful": _is_forceful,
    "martial": _is_martial,
    "wont": lambda u: _has_will(u) and _is_negated(u),
    "wordy": lambda u: bool(_object_words(u) & WORDY),
    "unwordy": lambda u: not _object_words(u) & WORDY,
    "for": lambda u: u.has_prep("for"),
    "against": lambda u: _on_verb_or_object(u, "against", "at", "on", "into"),
    "charges": lambda u: u.has_prep("with", "over", "for"),
    "human": _is_human,
    "ceases": _ceases,
    "fights": lambda u: any(u.sentence.tokens[c].lemma.lower() in _FIGHTS for c in clause_complements(u.sentence, u.verb.i)),
    "joint": _is_joint,
    "torefugees": lambda u: bool(u.lemmas(prep_objects(u.sentence, u.verb.i, "to", "for")) & object_classes()["refugees"]),
    "protesters": lambda u: bool(u.lemmas(u.clause.subjects) & (_STRIKERS | object_classes()["protesters"])),
    "bombs": lambda u: bool(u.lemmas(u.clause.subjects) & (_BOMBS | object_classes()["shell"] | object_classes()["missile"])),
}
