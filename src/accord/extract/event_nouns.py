"""Sentence and event noun -> a coded event ("talks between A and B", "A's attack on B", "A held talks with B", "sanctions on A")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from accord.extract.event_cast import Parties
from accord.extract.event_conditions import ARMED_SECTORS
from accord.extract.event_draft import Draft, Scene, all_parties, content_mode, implied_recipient
from accord.extract.event_gatherings import Gathering
from accord.extract.event_lexicon import NounFrame, light_verbs, noun_frames, noun_lemma, object_classes, same_lemma
from accord.extract.event_means import MARTIAL, WORDY
from accord.extract.event_roles import last_sides, names_target, parties, place_parties, without_owner
from accord.extract.event_syntax import conjuncts, governing_verb, is_passive, objects, prep_objects, subjects
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind, EventType, Modality

_MAX_STEPS = 5
_VERBS = ("VERB", "AUX")
_GOVERNED = frozenset("dobj nsubjpass attr".split())
_LINKING_PREPOSITIONS = frozenset("for in into to under at on from against about of".split())
# Nouns that carry an event noun along: "a round of talks", "the idea of a meeting", "a series of strikes".
_CARRIERS = frozenset("round idea series wave kind number part possibility prospect proposal string spate barrage set day offer".split())
# Nouns that an event noun stands before: "mediation effort".
_OUTER_NOUNS = frozenset("effort mission bid attempt process drive campaign plan work".split())
_PLACING = frozenset("in at on from against about of".split())
_TAKING_PART = frozenset("engage participate take involve join come meet go gather attend represent".split())
_VAGUE_ATTACKS = frozenset("strike campaign operation offensive assault raid".split())
_VIOLENT_WORDS = frozenset(
    "military air drone missile rocket artillery ground cross-border terrorist bombing armed deadly suicide bomb aerial nuclear naval"
    " mortar machine gun tank shell sniper heavy retaliatory".split()
)
_NO_ATTACKS = frozenset(
    "heart panic asthma anxiety ad advertising political negative tv television media advertisement smear personal".split()
)
# What wars that are none are waged on ("the war on drugs").
_FOUGHT_IN_WORDS = frozenset("drug terror terrorism poverty crime corruption word cancer waste want inflation virus tobacco".split())
_UNARMED_WORDS = frozenset("trade price tariff world civil cold culture propaganda diplomatic drug class political legal".split())
_LABOUR = frozenset(
    "general hunger labour labor wildcat nationwide national indefinite work union transport rail teacher worker public 24-hour".split()
)
_MISSILE_WORDS = frozenset("missile rocket nuclear satellite ballistic weapon".split())
_LISTS = frozenset("list lineup".split())
# What only points to an event is none by itself; it may tell a side of one that a verb beside it tells.
_POINTING = 0.4
_BLOWS = frozenset([EventType.ASSAULT, EventType.COERCE])
_SPEECH = frozenset([EventType.ACCUSE, EventType.REJECT, EventType.THREATEN])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """An event noun under one of its frames.

    Attributes:
        noun: The noun whose modifiers and complements are read.
        light: The verb that governs it and lends it a subject, or None.
        part: Whether that subject is "actor" or "recipient"; "" without such a verb.
    """

    scene: Scene
    frame: NounFrame
    noun: Token
    light: int | None
    part: str
    actor: Parties = ()
    recipient: Parties = ()
    gathering: Gathering | None = None

    @property
    def sentence(self) -> Sentence:
        return self.scene.sentence

    def modifiers(self) -> set[str]:
        return {k.lower for k in self.sentence.kids(self.noun.i, "amod", "compound", "nmod")}

    def complements(self, *names: str) -> set[str]:
        s = self.sentence
        return {noun_lemma(s, k) for o in prep_objects(s, self.noun.i, *names) for k in conjuncts(s, o)}


def code_noun(scene: Scene, noun: Token) -> Draft | None:
    """The event that a noun tells of, or None where too few of its parties are told."""
    lemma = noun_lemma(scene.sentence, noun.i)
    if noun.ner in ("DATE", "TIME") or _is_somebody(scene, noun):
        return None
    if noun.dep in ("compound", "nmod"):
        noun = scene.sentence.tokens[noun.head]
        if noun.lemma.lower() not in _OUTER_NOUNS:
            return None
    light, part = _light_verb(scene.sentence, noun)
    if lemma in _LISTS:
        light, part = _listing_verb(scene.sentence, noun)
    for frame in noun_frames().get(lemma, ()):
        use = _cast_roles(_Use(scene=scene, frame=frame, noun=noun, light=light, part=part))
        if all(_CONDITIONS[f](use) for f in frame.flags if f in _CONDITIONS):
            draft = _draft(use)
            if draft is not None:
                return draft
    return None


def _is_somebody(scene: Scene, noun: Token) -> bool:
    """Whether the noun stands for people here ("the Syrian opposition said"), not for what they do ("opposition to the plan")."""
    s = scene.sentence
    return (s.index, noun.i) in scene.cast.at and not prep_objects(s, noun.i, "to", "with", "on", "against", "between")


def _light_verb(s: Sentence, noun: Token) -> tuple[int | None, str]:
    """The verb that lends the noun its subject, and as what."""
    t = noun
    for _ in range(_MAX_STEPS):
        head = s.tokens[t.head]
        if t.dep == "conj":
            t = head
        elif t.dep == "pobj" and head.lower in _LINKING_PREPOSITIONS:
            above = s.tokens[head.head]
            lemma = same_lemma(above.lemma)
            if above.pos not in _VERBS and lemma in _CARRIERS:
                t = above
            elif above.pos not in _VERBS or (head.lower in _PLACING and lemma not in _TAKING_PART):
                break
            else:
                return (above.i, "recipient") if head.lower == "under" else _as_light(above)
        elif t.dep in _GOVERNED and head.pos in _VERBS:
            return _as_light(head)
        else:
            break
    return None, ""


def _listing_verb(s: Sentence, noun: Token) -> tuple[int | None, str]:
    """The verb whose subject stands on a list ("X is named as one of ... on the guest list")."""
    if s.tokens[noun.head].lower not in ("on", "among"):
        return None, ""
    verb = governing_verb(s, noun.i)
    return (verb, "listed") if verb is not None else (None, "")


def _as_light(verb: Token) -> tuple[int | None, str]:
    part = light_verbs().get(same_lemma(verb.lemma), "")
    return (verb.i, part) if part else (None, "")


def _cast_roles(use: _Use) -> _Use:
    gathering = _gathering(use)
    actor = _first(use, use.frame.actor)
    lent = _lent(use)
    if use.part == "actor" and not actor:
        actor = lent
    elif use.part == "actor" and "sym" in use.frame.flags:
        actor = tuple(dict.fromkeys(lent + actor))
    recipient = _first(use, (*use.frame.recipient, "target"), besides=actor, gathering=gathering)
    if use.part == "recipient":
        recipient = recipient or tuple(r for r in lent if r not in actor)
    return replace(use, actor=actor, recipient=recipient, gathering=gathering)


def _lent(use: _Use) -> Parties:
    if use.light is None:
        return ()
    s = use.sentence
    heads = subjects(s, use.light)
    if use.part == "listed" and is_passive(s, use.light):
        heads = objects(s, use.light)
    if not heads and use.part == "recipient" and is_passive(s, use.light):
        heads = objects(s, use.light)
    return parties(use.scene.cast, s, (h for h in heads if h != use.noun.i))


def _gathering(use: _Use) -> Gathering | None:
    if not use.frame.flags & {"att", "gathctx"}:
        return None
    s = use.sentence
    return use.scene.gatherings.near(s, frozenset(prep_objects(s, use.noun.i, "at", "in", "for", "to")))


def _first(use: _Use, slots: tuple[str, ...], besides: Parties = (), gathering: Gathering | None = None) -> Parties:
    for slot in slots:
        if slot == "of" and "inof" in use.frame.recipient and use.sentence.tokens[use.noun.head].lower == "in":
            continue
        found = tuple(p for p in _slot(use, slot, gathering) if p not in besides)
        if found:
            return found
    return ()


def _slot(use: _Use, slot: str, gathering: Gathering | None) -> Parties:
    cast, s, n = use.scene.cast, use.sentence, use.noun.i
    if slot == "poss":
        return parties(cast, s, (k.i for k in s.kids(n, "poss")))
    if slot == "target":
        kids = s.kids(n, "compound", "nmod") if "sym" not in use.frame.flags else []
        return parties(cast, s, (k.i for k in kids if names_target(cast, s, k)), 1)
    if slot in ("adj", "mod"):
        kids = [k for k in s.kids(n, "amod", "compound", "nmod") if "sym" in use.frame.flags or not names_target(cast, s, k)]
        return parties(cast, s, (k.i for k in kids if (k.dep == "amod" or k.tag.startswith("J")) == (slot == "adj")), 1)
    if slot == "subj":
        return _lent(use) if use.part in ("actor", "listed") else ()
    if slot == "place":
        return place_parties(cast, s, n)
    if slot == "host":
        host = cast.states.get(gathering.country or "") if gathering else None
        return (host,) if host is not None else ()
    if slot == "inof":
        return parties(cast, s, prep_objects(s, n, "of")) if s.tokens[use.noun.head].lower == "in" else ()
    if slot == "support":
        return _supported(use)
    return parties(cast, s, _complements(use, slot))


def _complements(use: _Use, slot: str) -> list[int]:
    """Objects of a preposition on the noun, on its "of" complement, or on its light verb."""
    s, n = use.sentence, use.noun.i
    heads = list(prep_objects(s, n, slot))
    if slot in ("between", "with", "among"):
        heads += [o for inner in prep_objects(s, n, "of") for o in prep_objects(s, inner, slot)]
    if not heads and slot == "between":
        # The parser hangs a late "between" phrase on whatever stands before it.
        late = [t for t in s.tokens[n + 1 :] if t.lower == slot and s.tokens[t.head].pos != "NOUN"]
        heads = [o.i for t in late for o in s.kids(t.i, "pobj")]
    if not heads and use.light is not None and slot not in ("of", "by", "from"):
        heads = list(prep_objects(s, use.light, slot))
    return heads


def _supported(use: _Use) -> Parties:
    """Whom a deployment is to help: object of the infinitive after it."""
    s = use.sentence
    heads = [o for k in s.kids(use.noun.i, "acl", "relcl") for o in objects(s, k.i)]
    return parties(use.scene.cast, s, heads)


def _draft(use: _Use) -> Draft | None:
    frame, actor, recipient = use.frame, use.actor, use.recipient
    cast = use.scene.cast
    if frame.flags & {"guest", "att"}:
        recipient = without_owner(cast, recipient, actor)
    if "sym" in frame.flags:
        actor, recipient = all_parties(actor, recipient)
        alone = not recipient and not use.part and not prep_objects(use.sentence, use.noun.i, "between")
        if alone and (actor or "pair" not in frame.flags):
            return None
    rule = frame.name
    if not actor and not recipient and "pair" in frame.flags and _is_definite(use):
        actor = recipient = last_sides(cast, use.sentence, len(use.sentence.tokens), 2)
        rule += "+implied"
    known = [any(cast.is_known(p) for p in side) for side in (actor, recipient)]
    pointing = not all(known) and not _may_be_one_sided(use)
    if not any(known) or (pointing and frame.flags & {"both", "sym"}):
        return None
    if not recipient and (use.part or frame.event_type in _SPEECH):
        recipient = implied_recipient(use.scene, use.noun.i, frame.event_type, actor)
        actor, recipient = all_parties(actor, recipient) if "sym" in frame.flags else (actor, recipient)
        rule += "+implied" if recipient else ""
    mode = frame.mode
    if mode == "auto":
        mode = content_mode(use.sentence, frame.event_type, use.noun.i, prep_objects(use.sentence, use.noun.i, "for", "of"))
    if rule.endswith("+implied") and use.part != "actor":
        known = [False, True]
    score = frame.score * (_POINTING if pointing else 1.0) * (1.0 if all(known) else 0.65) * (1.0 if use.part or all(known) else 0.9)
    anchor = use.light if use.light is not None and use.part else use.noun.i
    event_type = frame.event_type
    refused = None
    if event_type is EventType.CONSULT and "sym" in frame.flags and _is_refused(use):
        event_type, mode, refused = EventType.REJECT, "meet", Modality.ASSERTED
        if use.actor and use.recipient:
            actor, recipient = use.actor, use.recipient
    return Draft(
        event_type=event_type, mode=mode, trigger=use.noun.i, anchor=anchor, lemma=frame.lemma, actor=actor,
        recipient=recipient, score=round(score, 3), rule=rule, gathering=use.gathering,
        modality=Modality.PLANNED if "listed" in frame.flags else refused,
    )  # fmt: skip


def _may_be_one_sided(use: _Use) -> bool:
    """Whether the noun tells of an event although one side is not told: a verb makes it one, or a blow names whom it fell on.

    Else it only points to what is told elsewhere, or to what is in general ("his visit", "German support").
    """
    if use.frame.flags & {"both", "sym"}:
        return False
    return bool(use.part) or (use.frame.event_type in _BLOWS and bool(use.recipient) and not use.actor)


def _is_refused(use: _Use) -> bool:
    """Talks that there will not be: "will not begin talks", "no more talks", "no talks until"."""
    s = use.sentence
    words = {k.lower for k in s.kids(use.noun.i, "det", "amod", "advmod")}
    if "no" in words and (words & {"more", "further"} or "until" in {t.lower for t in s.tokens[use.noun.i :]}):
        return True
    kids = s.kids(use.light) if use.light is not None else ()
    return any(k.dep == "neg" for k in kids) and any(k.dep == "aux" and k.lower in ("will", "would", "wo") for k in kids)


def _is_definite(use: _Use) -> bool:
    """The talks are those that the report is about: "the talks ended", "another round will be held", "with the signing of a treaty"."""
    s = use.sentence
    words = {k.lower for k in s.kids(use.noun.i, "det", "amod")}
    t = use.noun
    if t.dep == "pobj" and s.tokens[s.tokens[t.head].head].lemma.lower() in _CARRIERS:
        t = s.tokens[s.tokens[t.head].head]
        words |= {k.lower for k in s.kids(t.i, "det", "amod")}
    subject = t.dep in ("nsubj", "nsubjpass") and use.frame.lemma != "conversation"
    return bool(words & {"the", "next", "another", "further", "new", "latest"}) and (subject or use.frame.lemma == "signing")


def _is_attack(use: _Use) -> bool:
    """The words "strike", "campaign" and "operation" are attacks only with a violent word or something attacked."""
    if use.modifiers() & _NO_ATTACKS or (use.frame.lemma == "attack" and _is_by_the_unarmed(use)):
        return False
    if use.frame.lemma == "attack":
        return True
    if use.frame.lemma not in _VAGUE_ATTACKS:
        return True
    s = use.sentence
    target = prep_objects(s, use.noun.i, "on", "against") + (prep_objects(s, use.light, "on", "against") if use.light is not None else ())
    return bool(use.modifiers() & _VIOLENT_WORDS) or bool(parties(use.scene.cast, s, target))


def _is_by_the_unarmed(use: _Use) -> bool:
    """Whether named persons without arms attack: in words."""
    by_id = use.scene.cast.by_id
    return bool(use.actor) and all(by_id[i].kind is EntityKind.PERSON and by_id[i].sector not in ARMED_SECTORS for i in use.actor)


def _has_weapon(use: _Use) -> bool:
    """The words "fire" and "shells" are shooting with a violent word, a source or a target."""
    s = use.sentence
    return bool(use.modifiers() & _VIOLENT_WORDS) or bool(prep_objects(s, use.noun.i, "from", "on")) or use.part == "recipient"


def _frees_captive(use: _Use) -> bool:
    s = use.sentence
    of = prep_objects(s, use.noun.i, "of") + tuple(k.i for k in s.kids(use.noun.i, "poss"))
    people = any(use.scene.cast.by_id[p].kind in (EntityKind.PERSON, EntityKind.GROUP) for p in parties(use.scene.cast, s, of, 0))
    return people or bool(use.complements("of") & object_classes()["captives"])


_CONDITIONS: Mapping[str, Callable[[_Use], bool]] = {
    "light": lambda u: bool(u.part),
    "gathctx": lambda u: u.gathering is not None,
    "inviting": lambda u: bool(u.actor) and bool(u.recipient),
    "deal": lambda u: bool(u.complements("of") & object_classes()["agreement"]) or u.frame.lemma == "ratification",
    "relnoun": lambda u: bool(u.complements("of", "in") & (object_classes()["relations"] | {"fence"})),
    "aidobj": lambda u: bool((u.complements("of") | u.modifiers()) & (object_classes()["aid"] | object_classes()["weapons"])),
    "restr": lambda u: bool(u.complements("of") & object_classes()["restriction"]),
    "notpact": lambda u: not u.complements("from") & object_classes()["agreement"],
    "captive": _frees_captive,
    "person": lambda u: any(u.scene.cast.by_id[i].kind is EntityKind.PERSON for i in u.actor),
    "notfor": lambda u: not prep_objects(u.sentence, u.noun.i, "for", "on") and not u.sentence.kids(u.noun.i, "acl"),
    "callfor": lambda u: bool(prep_objects(u.sentence, u.noun.i, "for", "on")),
    "direct": lambda u: bool(u.actor and u.recipient),
    "hostile": _is_attack,
    "gunfire": _has_weapon,
    "missile": lambda u: bool((u.modifiers() | u.complements("of")) & _MISSILE_WORDS),
    "multi": lambda u: len(set(u.actor + u.recipient)) > 1,
    "listed": lambda u: u.part == "listed",
    "policed": lambda u: "police" in u.modifiers() or any(u.scene.cast.by_id[i].sector == "COP" for i in u.actor),
    "cyber": lambda u: "cyber" in u.modifiers(),
    "armed": lambda u: not u.modifiers() & _UNARMED_WORDS,
    "notworld": lambda u: (
        not u.complements("on", "of", "against") & _FOUGHT_IN_WORDS and not u.modifiers() & _UNARMED_WORDS and u.noun.ner != "EVENT"
    ),
    "wordy": lambda u: bool(u.modifiers() & WORDY) or (u.frame.lemma == "attack" and bool(u.recipient) and _is_by_the_unarmed(u)),
    "labour": lambda u: bool(u.modifiers() & _LABOUR),
    "martial": lambda u: bool(u.modifiers() & MARTIAL) or u.frame.lemma in ("drill", "wargame"),
    "military": lambda u: bool(u.modifiers() & {"military", "armed"}),
}
