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
from accord.reconcile.predicates import Predication, entity_key
from accord.reconcile.responsibility import Charge, Kind, charges
from accord.reconcile.wording import age_words, whose

RULE = "compare.actors"
# Deeds that one person does once: with the same object and another person, one of the reports errs.
_SINGLE = frozenset(
    "announce sign post host lead head chair order invite arrange found shoot stab fire plant drive pilot negotiate broker"
    " mediate write draft file publish"
    " record film open appoint organize present read read_out conduct preside".split()
)
_MATCH = 0.12


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of culprit, then of doer."""
    told = [tuple(charges(r)) for r in story.readings]
    yield from _claims(story, told)
    yield from _culprits(story, told)
    yield from _doers(story)


# ---------------------------------------------------------------- culprits
def _value(reading: Reading, charge: Charge) -> FindingValue:
    words = {Kind.OPEN: "nobody has claimed it", Kind.CLAIMED: f"claimed by {charge.words}", Kind.BLAMED: charge.words}[charge.kind]
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
    text = f"{whose(story, values)}; the claim came later{age_words(story, sorted(early + late))}."
    yield Draft(
        relation=Relation.UPDATE,
        aspect=Aspect.STANCE,
        subject="claim of responsibility",
        values=values,
        explanation=text,
        score=0.75,
        rule=RULE,
    )


def _culprits(story: Aligned, told: Sequence[Sequence[Charge]]) -> Iterator[Draft]:
    """Reports that name culprits of different camps; where one report names both, the others only leave one out."""
    named = {k: [c for c in row if c.kind is not Kind.OPEN] for k, row in enumerate(told)}
    camps = {k: frozenset[str]().union(*(c.culprits for c in row)) for k, row in named.items() if row}
    pairs = [(a, b) for a in camps for b in camps if a < b]
    apart = any(not camps[a] & camps[b] for a, b in pairs)
    if not apart and not any(camps[a] != camps[b] and min(len(camps[a]), len(camps[b])) == 1 for a, b in pairs):
        return
    relation = Relation.CONTRADICTION if apart else Relation.TENSION
    values = tuple(_value(story.readings[k], c) for k in sorted(camps) for c in named[k])
    text = f"{whose(story, values)}: they name different culprits{age_words(story, sorted(camps))}."
    yield Draft(relation=relation, aspect=Aspect.ACTOR, subject="who is to blame", values=values, explanation=text, score=0.55, rule=RULE)


# ---------------------------------------------------------------- doers
@dataclass(frozen=True, slots=True)
class _Doer:
    report: int
    deed: Predication
    names: frozenset[str]


def _doers(story: Aligned) -> Iterator[Draft]:
    by_verb: dict[str, list[_Doer]] = defaultdict(list)
    persons = [_person_keys(r) for r in story.readings]
    for k, row in enumerate(story.predications):
        for p in row:
            names = p.agent & persons[k].keys()
            if _is_own(story.readings[k], p):
                continue
            if p.verb in _SINGLE and len(names) == 1 and p.modality is Modality.ASSERTED:
                by_verb[p.verb].append(_Doer(k, p, names))
    sentences = {(m.a, m.i, m.b, m.j): m.score for m in story.matches}
    for verb, found in sorted(by_verb.items()):
        for x in found:
            for y in found:
                if x.report < y.report and not x.names & y.names and _same_deed(x, y, found, sentences):
                    yield _doer_draft(story, verb, (x, y), (persons[x.report], persons[y.report]))


def _is_own(reading: Reading, p: Predication) -> bool:
    """As in "His resignation": each has one of his own."""
    sent = reading.sentences[p.sentence]
    return any(g.tag == "PRP$" for o in sent.kids(p.token, "dobj") for g in sent.kids(o.i, "poss"))


def _person_keys(reading: Reading) -> dict[str, str]:
    """Keys of named persons and their names."""
    return {entity_key(e): e.name for e in reading.entities if e.kind is EntityKind.PERSON and not e.anonymous}


def _same_deed(x: _Doer, y: _Doer, found: Sequence[_Doer], sentences: dict[tuple[int, int, int, int], float]) -> bool:
    p, q = x.deed, y.deed
    if not (p.patient & q.patient or (p.verb == "announce" and (p.patient | p.other) & (q.patient | q.other))):
        return False
    if p.verb != "announce" and sentences.get((x.report, p.sentence, y.report, q.sentence), 0.0) < _MATCH:
        return False
    # A report that also tells of the other's doer knows both.
    return not any(o.report == a.report and o.names & b.names for a, b in ((x, y), (y, x)) for o in found)


def _doer_draft(story: Aligned, verb: str, pair: tuple[_Doer, _Doer], names: tuple[dict[str, str], dict[str, str]]) -> Draft:
    values = tuple(value_of(story.readings[d.report], d.deed.span, n[next(iter(d.names))]) for d, n in zip(pair, names, strict=True))
    what = sorted(w for w in pair[0].deed.patient & pair[1].deed.patient)
    text = f"{whose(story, values)}: two different people for one deed{age_words(story, [d.report for d in pair])}."
    return Draft(
        relation=Relation.CONTRADICTION, aspect=Aspect.ACTOR, subject=f"who did {verb} {' '.join(w.split(':')[-1] for w in what[:2])}",
        values=values, explanation=text, score=0.6, rule=RULE,
    )  # fmt: skip
