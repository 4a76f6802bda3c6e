"""Aligned -> Drafts on what it was: kinds of event that exclude each other, and what became of one person in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Modality, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import quote_of, value_of
from accord.reconcile.commitment import negated
from accord.reconcile.compare.sorts import Answer, excluding
from accord.reconcile.drafts import Draft
from accord.reconcile.phrases import party_name
from accord.reconcile.predicates import Predication, are_namesakes, entity_keys, named_parties, subjects
from accord.reconcile.wording import explain

RULE = "compare.event_types"
# Kinds of event that one event cannot be at once, by the question that they answer. Written by hand.
_KINDS: dict[str, dict[str, str]] = {
    "whether it was an accident": {
        "accident": "accident mishap malfunction short-circuit derailment",
        "attack": "attack bombing sabotage arson assassination ambush",
    },
    "how it was struck": {
        "shelling": "shelling shell artillery mortar howitzer",
        "air strike": "airstrike air_strike air_raid airraid warplane air_attack barrel_bomb",
    },
    "how the bomb went off": {
        "suicide bombing": "suicide",
        "planted bomb": "plant remote-controlled booby-trap",
    },
    "how they were killed": {
        "combat": "combat firefight crossfire shootout",
        "execution": "execution execute massacre slaughter",
    },
    "what shook the ground": {"earthquake": "earthquake quake tremor", "explosion": "explosion blast detonation"},
    "whether it was an exercise": {"exercise": "exercise drill manoeuvre maneuver", "attack": "attack raid assault incursion"},
    "how power changed hands": {"coup": "coup putsch overthrow", "handover": "handover"},
    "how the work stopped": {"strike": "strike walkout stoppage", "lockout": "lockout"},
    "how the companies join": {"merger": "merger merge", "takeover": "takeover"},
}  # fmt: skip
_CELLS: Mapping[str, tuple[tuple[str, str], ...]] = {
    word: tuple((sort, cell) for sort, cells in _KINDS.items() for cell, words in cells.items() if word in words.split())
    for cells in _KINDS.values() for words in cells.values() for word in words.split()
}  # fmt: skip
# As another part of speech these mean something else ("power plant", "exercise restraint").
_ONLY = {"plant": "VERB", "exercise": "NOUN", "drill": "NOUN", "strike": "NOUN"}
_SECOND = frozenset(word.partition("_")[2] for word in _CELLS if "_" in word)
_MOST = 60  # words and fates of a report that are looked at: each meets each of the other's
_LEAD = 12  # sentences; what stands further down is background
_SCORE = 0.45
# What befalls a person (patient) against what the person does (agent), and what befalls one in two ways.
_FATES: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("how {} came into custody", frozenset({"arrest", "capture", "seize", "catch"}), frozenset({"surrender", "turn_in", "give_up"})),
    ("how {} left", frozenset({"expel", "deport", "banish"}), frozenset({"leave", "return", "depart"})),
    ("how {} died", frozenset({"kill", "shoot", "poison", "stab"}), frozenset({"kill_self"})),
)
_REFLEXIVE = frozenset({"himself", "herself", "themselves"})


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of kind, then of what became of somebody."""
    told = [list(islice((s for sent in r.sentences[:_LEAD] for s in _kinds(k, r, sent)), _MOST)) for k, r in enumerate(story.readings)]
    for group in excluding(story, told, [_named(r) for r in story.readings]):
        values = tuple(value_of(story.readings[s.report], s.span, s.cell) for s in group)
        yield _draft(story, group[0].sort, values)
    yield from _fates(story)


def _words(sent: Sentence, t: Token) -> tuple[str, ...]:
    """The lemma, and with the word before it where the two make one kind ("air raid")."""
    lemma = t.lemma.lower()
    if _ONLY.get(lemma, t.pos) != t.pos and lemma not in _SECOND:
        return ()
    return (lemma, f"{sent.tokens[t.i - 1].lemma.lower()}_{lemma}") if t.i and lemma in _SECOND else (lemma,)


def _answers(sent: Sentence, t: Token) -> Iterator[tuple[str, str]]:
    for word in _words(sent, t):
        yield from _CELLS.get(word, ())


def _kinds(k: int, reading: Reading, sent: Sentence) -> Iterator[Answer]:
    """Words of a kind that the report commits to."""
    for t in sent.tokens:
        answers = tuple(_answers(sent, t)) if t.pos in ("NOUN", "VERB", "ADJ", "ADV", "PROPN") else ()
        if answers and not _is_denied(reading, sent, t):
            yield from (Answer(k, sent.index, t.span, sort, cell) for sort, cell in answers)


def _is_denied(reading: Reading, sent: Sentence, t: Token) -> bool:
    verb = next((a for a in (t, *sent.ancestors(t.i)) if a.pos in ("VERB", "AUX")), t)
    return reading.modality(sent.index, verb.i) is not Modality.ASSERTED or negated(sent, verb) or negated(sent, t)


def _named(reading: Reading) -> dict[str, frozenset[str]]:
    found = [answer for s in reading.sentences for t in s.tokens for answer in _answers(s, t)]
    return {sort: frozenset(cell for s, cell in found if s == sort) for sort, _ in found}


# ---------------------------------------------------------------- what became of somebody
@dataclass(frozen=True, slots=True)
class _Fate:
    report: int
    predication: Predication
    persons: frozenset[str]
    name: str


def _fates(story: Aligned) -> Iterator[Draft]:
    keys = [entity_keys(r) for r in story.readings]
    for question, befalls, does in _FATES:
        passive = [list(islice(_told(story, k, befalls, keys[k], undergoes=True), _MOST)) for k in range(len(story.readings))]
        active = [list(islice(_told(story, k, does, keys[k], undergoes=False), _MOST)) for k in range(len(story.readings))]
        for a, row in enumerate(passive):
            for b, others in enumerate(active):
                pair = next(
                    (
                        (x, y) for x in row for y in others
                        if a != b and _are_one(story, x, y) and not any(o.persons & x.persons for o in (*active[a], *passive[b]))
                    ),
                    None,
                )  # fmt: skip
                if pair is not None:
                    who = max((f.name for f in pair), key=len)
                    values = tuple(
                        quote_of(story.readings[f.report], f.predication.sentence, f.predication.span)
                        for f in sorted(pair, key=lambda f: f.report)
                    )
                    yield _draft(story, question.format(who), values)


def _are_one(story: Aligned, x: _Fate, y: _Fate) -> bool:
    return any(not are_namesakes(story.readings[x.report], story.readings[y.report], key) for key in x.persons & y.persons)


def _told(story: Aligned, k: int, verbs: frozenset[str], keys: Mapping[tuple[int, int], str], *, undergoes: bool) -> Iterator[_Fate]:
    """Deeds done to, or by, somebody who is named."""
    reading = story.readings[k]
    for p in story.predications[k]:
        sent = reading.sentences[p.sentence]
        if p.modality is not Modality.ASSERTED or not p.past or _sense(sent, p) not in verbs:
            continue
        verb = sent.tokens[p.token]
        heads = sent.kids(verb.i, "dobj", "nsubjpass") if undergoes else subjects(sent, verb)
        for head in heads[:1]:
            persons = named_parties(sent, (head,), keys)
            if persons:
                yield _Fate(k, p, persons, party_name(reading, sent, head))


def _sense(sent: Sentence, p: Predication) -> str:
    """The verb's class; `kill_self` and the like where the object is who acts."""
    lemma = sent.tokens[p.token].lemma.lower()
    objects = sent.kids(p.token, "dobj")
    if any(o.lower in _REFLEXIVE for o in objects):
        own = {"kill": "kill_self", "shoot": "kill_self", "hang": "kill_self", "turn": "turn_in", "give": "give_up"}
        return own.get(lemma, "")
    if lemma in ("commit", "take") and any(o.lemma.lower() in ("suicide", "life") for o in objects):
        return "kill_self"
    return "" if lemma == "find" else p.verb


def _draft(story: Aligned, subject: str, values: tuple[FindingValue, ...]) -> Draft:
    text = explain(story, Aspect.EVENT_TYPE, Relation.CONTRADICTION, values)
    return Draft(
        relation=Relation.CONTRADICTION, aspect=Aspect.EVENT_TYPE, subject=subject, values=values, explanation=text, score=_SCORE,
        rule=RULE,
    )  # fmt: skip
