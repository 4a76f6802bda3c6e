"""A verb under one of its frames -> whether somebody can have done it, and the state that did or bore it where that goes without saying."""

from __future__ import annotations

from accord.extract.event_cast import Parties
from accord.extract.event_conditions import VerbUse
from accord.extract.event_lexicon import noun_frames, noun_lemma, object_classes
from accord.extract.event_roles import place_parties
from accord.extract.event_syntax import conjuncts, is_passive, prep_objects
from accord.knowledge.roles import longest_role
from accord.model.sentence import Sentence
from accord.model.vocabulary import EntityKind, EventType

# What befalls without anybody who does it.
_ACCIDENTS = frozenset(
    "accident collision crash derailment earthquake quake tremor aftershock flood flooding storm hurricane tornado cyclone typhoon tsunami"
    " landslide mudslide avalanche wildfire blaze lightning drought famine heatwave heat cold disease virus coronavirus covid covid-19"
    " pandemic epidemic outbreak cancer malaria cholera ebola illness stroke overdose dam wave eruption volcano wreck stampede dog shark"
    " smoking tobacco alcohol".split()
)
# What strikes in somebody's hand, or stands for those who strike.
_MEANS = frozenset(
    "bomb bomber bullet car truck vehicle device blast explosion mine knife gun rifle bombing violence gunfire fire shell attack strike"
    " raid shot grenade gas poison drone dynamite explosive fragment shrapnel missile rocket tank jet plane helicopter warplane gunship"
    " aircraft ship vessel boat".split()
)
# What only the authorities of a state do to people.
_OFFICIAL = frozenset(
    "arrest detain imprison jail incarcerate intern apprehend indict convict sentence prosecute deport extradite charge fine arraign"
    " subpoena".split()
)
# Endings of nouns for people by what they do or are, and nouns of things that end so too.
_OF_DOERS = ("er", "or", "ist", "ian", "eer", "man")
_THINGS = frozenset(
    "number order letter paper power matter measure corner border weather winter water factor motor error sector tower river chapter"
    " computer server poster offer answer danger disaster fever figure center centre counter trigger folder banner sticker"
    " quarter tremor rumor rumour terror horror mirror floor door colour color flavor favor labor honor behavior corridor".split()
)
_AGAINST_STATE = frozenset(["REB", "UAF", "CRM", "PRM"])
_TARGETS = ("target", "ground", "people", "captives", "weapons")
_HARMED_BY = ("in", "by", "from", "during", "after", "of")
_PEOPLE = frozenset(
    "man woman person people someone somebody anyone anybody one other boy girl youth gang mob crowd relative father mother son daughter"
    " brother sister wife husband friend neighbor neighbour driver family group side party member leader majority minority number dozen"
    " hundred thousand rest both few many several some all most half gunman individual pair couple trio team unit column convoy faction"
    " body board panel jury court firm company bank agency office house council committee city town village village district state"
    " country nation region province capital government".split()
)


def may_be_done(use: VerbUse) -> bool:
    """False where the subject is a thing or an idea that does not act, and where the harm that is told comes from an accident.

    What strikes in somebody's hand (a bomb, an attack) may be told without that somebody.
    """
    s = use.sentence
    if use.frame.event_type is EventType.ASSAULT:
        causes = {noun_lemma(s, k) for h in (*use.clause.subjects, *prep_objects(s, use.verb.i, *_HARMED_BY)) for k in conjuncts(s, h)}
        if causes & _ACCIDENTS and not use.actor:
            return False
    if use.actor or is_passive(s, use.verb.i) or not use.clause.subjects:
        return True
    return any(_can_act(s, k) for h in use.clause.subjects for k in conjuncts(s, h))


def is_somebody(s: Sentence, i: int) -> bool:
    """Whether a noun is a name or a person by its role, whoever that is."""
    t = s.tokens[i]
    if t.pos == "PROPN":
        return t.ner in ("PERSON", "ORG", "NORP", "")
    found = longest_role((noun_lemma(s, i),)) if t.pos == "NOUN" else None
    return found is not None and found[0].kind == "person"


def _can_act(s: Sentence, i: int) -> bool:
    """Whether a noun may stand for somebody, or for what somebody strikes with."""
    t = s.tokens[i]
    if t.pos not in ("NOUN", "PROPN") or t.ner in ("PERSON", "ORG", "NORP", "GPE"):
        return t.lower not in ("nothing", "this", "what", "it")
    lemma = noun_lemma(s, i)
    if lemma in _MEANS | _PEOPLE or lemma in object_classes()["weapons"] | object_classes()["people"] | object_classes()["forces"]:
        return True
    if any(f.event_type is EventType.ASSAULT for f in noun_frames().get(lemma, ())):
        return True
    named_for_deed = t.tag == "NNS" and lemma.endswith(_OF_DOERS) and lemma not in _THINGS
    return t.pos == "PROPN" or named_for_deed or longest_role((lemma,)) is not None


def acting_state(use: VerbUse) -> Parties:
    """Whose authorities arrested, charged or deported somebody where that is left unsaid: of the place in the clause, else the report's."""
    s, cast = use.sentence, use.scene.cast
    if use.frame.lemma not in _OFFICIAL or use.clause.subjects or not is_passive(s, use.verb.i):
        return ()
    return tuple(i for i in place_parties(cast, s, use.verb.i) if cast.by_id[i].kind is EntityKind.STATE) or _home(use)


def struck_state(use: VerbUse) -> Parties:
    """The report's state, where somebody else, or its rebels, struck people or places there that nobody is told to own."""
    s, cast = use.sentence, use.scene.cast
    if use.frame.event_type is not EventType.ASSAULT or use.frame.flags & {"sym", "shells"}:
        return ()
    struck = {noun_lemma(s, k) for h in use.clause.objects for k in (*conjuncts(s, h), *prep_objects(s, h, "of"))}
    if not any(struck & object_classes()[name] for name in _TARGETS):
        return ()
    own = {cast.country(i) for i in use.actor if cast.by_id[i].sector not in _AGAINST_STATE}
    return () if cast.home in own else _home(use)


def _home(use: VerbUse) -> Parties:
    state = use.scene.cast.states.get(use.scene.cast.home or "")
    return (state,) if state is not None and use.scene.cast.by_id[state].kind is EntityKind.STATE else ()
