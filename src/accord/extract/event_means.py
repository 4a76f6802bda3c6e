"""A verb under one of its frames -> whether the company, means or manner that the frame names stands with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accord.extract.event_conditions import VerbUse
from accord.extract.event_lexicon import object_classes
from accord.extract.event_roles import parties
from accord.extract.event_syntax import clause_complements, prep_objects
from accord.model.vocabulary import EntityKind

_WILL = frozenset(["will", "would", "shall", "ll", "'ll", "’ll", "wo"])
_PHONES = frozenset("phone telephone line videolink video hotline videoconference teleconference zoom skype telegram".split())
_ROOMS = frozenset("office house palace ranch residence lunch dinner tea talk breakfast visit meeting home resort mansion".split())
_FORCEFUL = frozenset(
    "forcefully decisively harshly militarily firmly strongly severely crushingly fiercely resolutely swiftly mercilessly".split()
)
_FORCE_NOUNS = frozenset("force strength missile fire might strike violence weapon rocket bomb war".split())
_PEER_SECTORS = frozenset(["GOV", "MIL", "REB", "IGO", "OPP", "SPY"])
_BOMBS = frozenset("device car vehicle explosive mine bomber belt van truck charge landmine car-bomb motorcycle motorbike ied".split())
_MARTIAL = frozenset("military naval live-fire joint air war large-scale landing artillery missile nuclear combined marine army amphibious".split())
_WAR_GAMES = frozenset("drill wargame maneuver manoeuvre game".split())


def _will(use: VerbUse) -> bool:
    """What one will do, not what one has done, and not what one will not do."""
    kids = use.sentence.kids(use.verb.i)
    return any(k.dep == "aux" and k.lower in _WILL for k in kids) and not any(k.dep == "neg" for k in kids)


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


def _is_martial(use: VerbUse) -> bool:
    """Exercises are of soldiers where a word says so; those of power or of children are not."""
    s = use.sentence
    words = {k.lower for o in use.clause.objects for k in s.kids(o, "amod", "compound", "nmod")}
    armed = any(use.scene.cast.by_id[i].sector == "MIL" for i in use.actor)
    return armed or bool(words & _MARTIAL or use.lemmas(use.clause.objects) & _WAR_GAMES)


# Flag of the verb table -> its condition.
MEANS: Mapping[str, Callable[[VerbUse], bool]] = {
    "will": _will,
    "face": _is_face_to_face,
    "peer": _is_peer,
    "phoned": _is_by_phone,
    "hosted": _is_hosted,
    "forceful": _is_forceful,
    "martial": _is_martial,
    "for": lambda u: u.has_prep("for"),
    "against": lambda u: u.has_prep("against", "at", "on", "into") or any(prep_objects(u.sentence, o, "against", "on") for o in u.clause.objects),
    "charges": lambda u: u.has_prep("with", "over", "for"),
    "torefugees": lambda u: bool(u.lemmas(prep_objects(u.sentence, u.verb.i, "to", "for")) & object_classes()["refugees"]),
    "protesters": lambda u: bool(u.lemmas(u.clause.subjects) & object_classes()["protesters"]),
    "bombs": lambda u: bool(u.lemmas(u.clause.subjects) & (_BOMBS | object_classes()["shell"] | object_classes()["missile"])),
}
