"""Aligned -> Drafts on who did it: who is blamed or claims it, and who announced, signed, hosted or led the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model.reading import Reading
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, EntityKind, Modality, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.drafts import Draft
from accord.reconcile.lookup import times_in
from accord.reconcile.phrases import join, noun_phrase
from accord.reconcile.predicates import Predication, entity_key
from accord.reconcile.responsibility import Charge, Kind, accused, charges
from accord.reconcile.synonyms import noun_class
from accord.reconcile.wording import SAY, Own, explain, harm

RULE = "compare.actors"
# Deeds that one person does once: with the same object and another person, one of the reports errs.
_SINGLE = frozenset(
    "announce sign post host lead head chair order invite arrange found shoot stab fire plant drive pilot negotiate broker"
    " mediate write draft file publish"
    " record film open appoint organize present read read_out conduct preside".split()
)
_JOINT = frozenset({"sign"})  # what several do together
_PLACED = frozenset({"announce", "sign"})  # what is announced or signed may stand behind the place
_MOST_NAMES = 4
_MATCH = 0.12


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of culprit, then of doer."""
    told = [tuple(charges(r)) for r in story.readings]
    yield from _claims(story, told)
    yield from _denials(story, told)
    yield from _culprits(story, told)
    yield from _doers(story)


# ---------------------------------------------------------------- culprits
def _value(reading: Reading, charge: Charge) -> FindingValue:
    words = {
        Kind.OPEN: "nobody has claimed it",
        Kind.CLAIMED: f"{charge.words} claimed it",
        Kind.DENIED: f"{charge.words} denied it",
        Kind.BLAMED: charge.words,
    }[charge.kind]
    return value_of(reading, charge.span, words)


def _claims(story: Aligned, told: Sequence[Sequence[Charge]]) -> Iterator[Draft]:
    """No claim of responsibility in one report, a claim in another."""
    still_open = {k: [c for c in row if c.kind is Kind.OPEN] for k, row in enumerate(told)}
    claimed = {k: [c for c in row if c.kind is Kind.CLAIMED] for k, row in enumerate(told)}
    early = [k for k, row in still_open.items() if row and not claimed[k]]
    late = [k for k, row in claimed.items() if row]
    if not early or not late:
        return
    values = tuple(_value(story.readings[k], c) for k in sorted(early + late) for c in (still_open[k] if k in early else claimed[k]))
    text = explain(story, Aspect.STANCE, Relation.UPDATE, values, Own(why="The claim came later", verbs=SAY))
    yield Draft(
        relation=Relation.UPDATE,
        aspect=Aspect.STANCE,
        subject=f"who has claimed responsibility{_deed(story)}",
        values=values,
        explanation=text,
        score=0.75,
        rule=RULE,
    )


def _denials(story: Aligned, told: Sequence[Sequence[Charge]]) -> Iterator[Draft]:
    """A party that denies the deed in one report and owns up to it in another."""
    for a, row in enumerate(told):
        for b, others in enumerate(told):
            if a == b:
                continue
            pair = next(
                (
                    (x, y) for x in row for y in others
                    if x.kind is Kind.DENIED and y.kind is Kind.CLAIMED and x.parties & y.parties
                    and not any(o.kind is Kind.CLAIMED and o.parties & x.parties for o in row)
                    and not any(o.kind is Kind.DENIED and o.parties & y.parties for o in others)
                ),
                None,
            )  # fmt: skip
            if pair is None:
                continue
            values = tuple(_value(story.readings[k], c) for k, c in sorted(((a, pair[0]), (b, pair[1])), key=lambda v: v[0]))
            relation = Relation.UPDATE if story.newer(b, a) == 1 else Relation.CONTRADICTION
            yield Draft(
                relation=relation, aspect=Aspect.STANCE, subject=f"who owns up to it{_deed(story)}", values=values,
                explanation=explain(story, Aspect.STANCE, relation, values, Own(verbs=SAY)), score=0.7, rule=RULE,
            )  # fmt: skip


def _culprits(story: Aligned, told: Sequence[Sequence[Charge]]) -> Iterator[Draft]:
    """Reports that name culprits of different camps; where one report names both, the others only leave one out."""
    named = {k: [c for c in row if c.kind in (Kind.CLAIMED, Kind.BLAMED)] for k, row in enumerate(told)}
    camps = {k: frozenset[str]().union(*(c.culprits for c in row)) for k, row in named.items() if row}
    pairs = [(a, b) for a in camps for b in camps if a < b]
    # Whoever acts for the accused is no other culprit: a report that also accuses the other's one does not clear him.
    also = {k: camps[k] | accused(story.readings[k]) for k in camps}
    apart = any(not also[a] & camps[b] and not camps[a] & also[b] for a, b in pairs)
    if not apart and not any(camps[a] != camps[b] and min(len(camps[a]), len(camps[b])) == 1 for a, b in pairs):
        return
    relation = Relation.CONTRADICTION if apart else Relation.TENSION
    values = tuple(_value(story.readings[k], c) for k in sorted(camps) for c in named[k])
    text = explain(story, Aspect.ACTOR, relation, values)
    subject = f"who is to blame{_deed(story)}"
    yield Draft(relation=relation, aspect=Aspect.ACTOR, subject=subject, values=values, explanation=text, score=0.55, rule=RULE)


def _deed(story: Aligned) -> str:
    return harm(story.event).replace(" in the ", " for the ", 1)


# ---------------------------------------------------------------- doers
@dataclass(frozen=True, slots=True)
class _Doer:
    report: int
    deed: Predication
    names: frozenset[str]
    thing: frozenset[str]


def _doers(story: Aligned) -> Iterator[Draft]:
    by_verb: dict[str, list[_Doer]] = defaultdict(list)
    persons = [_person_keys(r) for r in story.readings]
    for k, row in enumerate(story.predications):
        for p in row:
            reading = story.readings[k]
            if p.verb in _SINGLE and p.modality is Modality.ASSERTED and not _is_own(reading, p) and not _is_long_past(reading, p):
                doer = _doer(k, p, frozenset(persons[k]))
                if doer is not None:
                    by_verb[p.verb].append(doer)
    sentences = {(m.a, m.i, m.b, m.j): m.score for m in story.matches}
    for _, found in sorted(by_verb.items()):
        for x in found:
            for y in found:
                if x.report < y.report and not x.names & y.names and _same_deed(x, y, found, sentences):
                    yield _doer_draft(story, (x, y), (persons[x.report], persons[y.report]))


def _doer(k: int, p: Predication, persons: frozenset[str]) -> _Doer | None:
    """Who did what; "the ministers A and B, yesterday, signed in Paris the treaty" is read as a passive, and has its thing behind."""
    names, thing = p.agent & persons, p.patient | (p.other if p.verb in _PLACED else frozenset())
    if not names and p.verb in _PLACED and not p.agent:
        names, thing = p.patient & persons, p.other
    if not names or len(names) > _MOST_NAMES or (len(names) > 1 and p.verb not in _JOINT):
        return None
    return _Doer(k, p, names, frozenset(t if t[:2] in ("E:", "N:") else noun_class(t) for t in thing))


def _is_long_past(reading: Reading, p: Predication) -> bool:
    """Whether its sentence lays it in other years than that of the report ("led the team in the 2000s")."""
    year = (reading.published.latest or "")[:4]
    years = {t.value[:4] for t in times_in(reading, p.sentence) if t.value[:3].isdigit()}
    return bool(year and years) and all(not y.isdigit() or int(y) < int(year) - 1 for y in years)


def _is_own(reading: Reading, p: Predication) -> bool:
    """As in "His resignation": each has one of his own."""
    sent = reading.sentences[p.sentence]
    return any(g.tag == "PRP$" for o in sent.kids(p.token, "dobj") for g in sent.kids(o.i, "poss"))


def _person_keys(reading: Reading) -> dict[str, str]:
    """Keys of named persons and their names."""
    return {entity_key(e): e.name for e in reading.entities if e.kind is EntityKind.PERSON and not e.anonymous and e.name[:1].isupper()}


def _same_deed(x: _Doer, y: _Doer, found: Sequence[_Doer], sentences: dict[tuple[int, int, int, int], float]) -> bool:
    p, q = x.deed, y.deed
    shared = x.thing & y.thing
    side = frozenset(t for t in (p.agent & q.agent) - x.names - y.names if t.startswith("E:"))  # "signed" alone, for the same party
    if not shared and not (p.verb in _JOINT and side and not (p.patient and q.patient)):
        return False
    told = shared | side
    named = any(t.startswith("E:") for t in told) and (p.verb in _JOINT or any(t[1:2] != ":" for t in told))
    sure = p.verb == "announce" or named
    if not sure and sentences.get((x.report, p.sentence, y.report, q.sentence), 0.0) < _MATCH:
        return False
    # A report that also tells of the other's doer knows both.
    return not any(o.report == a.report and o.names & b.names for a, b in ((x, y), (y, x)) for o in found)


def _doer_draft(story: Aligned, pair: tuple[_Doer, _Doer], names: tuple[dict[str, str], dict[str, str]]) -> Draft:
    values = tuple(
        value_of(story.readings[d.report], d.deed.span, " and ".join(n[key] for key in sorted(d.names)))
        for d, n in zip(pair, names, strict=True)
    )
    text = explain(story, Aspect.ACTOR, Relation.CONTRADICTION, values)
    return Draft(
        relation=Relation.CONTRADICTION, aspect=Aspect.ACTOR, subject=_doing(story, pair),
        values=values, explanation=text, score=0.6, rule=RULE,
    )  # fmt: skip


def _doing(story: Aligned, pair: tuple[_Doer, _Doer]) -> str:
    """As in "who signed the accord", in the words of the newer report that tells it with an object."""
    for d in sorted(pair, key=lambda d: (not d.deed.past, -d.report)):
        sent = story.readings[d.report].sentences[d.deed.sentence]
        verb = sent.tokens[d.deed.token]
        thing = next((noun_phrase(sent, o, most=7) for o in sent.kids(verb.i, "dobj") if o.pos in ("NOUN", "PROPN")), "")
        if thing and verb.tag in ("VBD", "VBZ", "VBP"):
            return f"who {join([verb])} {thing}"
        if thing:
            return f"who did it: “{join(sent.covering(d.deed.span)[:9])}”"
    return f"who did it: “{join(sent.covering(d.deed.span)[:9])}”"
