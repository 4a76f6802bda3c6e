"""What an event rule finds in a sentence before place, time and modality are added."""

from __future__ import annotations

from dataclasses import dataclass

from accord.extract.event_cast import Cast, Parties
from accord.extract.event_gatherings import Gathering, Gatherings
from accord.extract.event_lexicon import noun_frames, same_lemma, verb_frames
from accord.extract.event_roles import last_sides
from accord.extract.event_syntax import clause_complements
from accord.model.reading import Entity
from accord.model.sentence import Sentence
from accord.model.vocabulary import EntityKind, EventType, Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence with the report's cast and gatherings."""

    cast: Cast
    gatherings: Gatherings
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event as coded from its words.

    Attributes:
        trigger: Token of the verb or noun that tells of it.
        covers: Tokens that this event has used up; an event noun among them is no event of its own.
        gathering: The gathering that it is attendance of, or None.
        joined: Triggers of other words for the same act in the sentence.
        effort: The verb of trying above a mediation, which is one as soon as it is tried.
        anchor: The verb of its clause (the light verb of "hold talks"), or the trigger.
        modality: Where the rule itself settles it ("will not accept" is a refusal made), else None; `planned` gives way to any
            other judgement than `asserted`.
    """

    event_type: EventType
    mode: str | None
    trigger: int
    anchor: int
    lemma: str
    actor: Parties
    recipient: Parties
    score: float
    rule: str
    covers: frozenset[int] = frozenset()
    gathering: Gathering | None = None
    joined: tuple[int, ...] = ()
    effort: int | None = None
    modality: Modality | None = None


_ASKED = {
    EventType.CONSULT: "meet",
    EventType.AID: "assist",
    EventType.COOPERATE: "assist",
    EventType.SUPPORT: "assist",
    EventType.RETREAT: "yield",
    EventType.CONCEDE: "yield",
}
_THREATENED = {
    EventType.ASSAULT: "violence",
    EventType.MOBILIZE: "violence",
    EventType.SANCTION: "relations",
    EventType.REJECT: "relations",
    EventType.COERCE: "restrict",
}


def content_mode(s: Sentence, event_type: EventType, token: int, object_heads: tuple[int, ...]) -> str | None:
    """Mode of a request, refusal or threat by what is asked, refused or threatened; None where that is no event."""
    heads = [s.tokens[i] for i in (*object_heads, *clause_complements(s, token))]
    modes = _THREATENED if event_type is EventType.THREATEN else _ASKED
    for t in heads:
        frames = (verb_frames() if t.pos == "VERB" else noun_frames()).get(same_lemma(t.lemma), ())
        if not frames:
            continue
        inner = frames[0]
        if event_type is EventType.THREATEN and inner.mode in ("expel", "arrest"):
            return inner.mode
        if inner.event_type in modes:
            return modes[inner.event_type]
    return None


# Types that are always aimed at somebody; where a report leaves the other side unsaid, it is the side named last.
_AIMED = frozenset(
    [EventType.ACCUSE, EventType.REJECT, EventType.AGREE, EventType.THREATEN, EventType.CONSULT, EventType.REQUEST, EventType.CONCEDE]
)
_SIDE_SECTORS = frozenset(["GOV", "MIL", "REB", "IGO", "SPY"])
_AIMED_BY_FORCE = frozenset([EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION, EventType.RETREAT])


def implied_recipient(scene: Scene, trigger: int, event_type: EventType, actor: Parties) -> Parties:
    """The other side of the report's quarrel, named shortly before; for acts of force only where the report has two main sides."""
    cast = scene.cast
    own = frozenset(cast.side(a) for a in actor)
    principals = cast.principals
    if not actor or not own & set(principals) or event_type not in _AIMED | _AIMED_BY_FORCE:
        return ()
    if not any(_speaks_for_side(cast.by_id[a]) for a in actor):
        return ()
    found = last_sides(cast, scene.sentence, trigger, 1, own)
    if found and cast.by_id[found[0]].sector == "IGO" and cast.side(found[0]) != principals[0]:
        return ()
    if event_type in _AIMED_BY_FORCE and not all(cast.side(p) in principals[:2] for p in (*found, *actor)):
        return ()
    return found


def _speaks_for_side(e: Entity) -> bool:
    """A state, a body or official of it, an armed group or an organisation of states; private people have quarrels of their own."""
    return e.kind in (EntityKind.STATE, EntityKind.ORGANIZATION) or e.sector in _SIDE_SECTORS or bool(e.offices)


def all_parties(actor: Parties, recipient: Parties) -> tuple[Parties, Parties]:
    """Both sides of a symmetric event: all parties on each side where there are two or more."""
    everyone = tuple(dict.fromkeys(actor + recipient))
    return (everyone, everyone) if len(everyone) > 1 else (everyone, ())
