"""Claims of one report that defeat themselves: a helper who is the helped, parts over their total, a first that is not first."""

from __future__ import annotations

from collections.abc import Iterator

from accord.knowledge.states import name_of
from accord.model.authority import authority_of
from accord.model.reading import Quantity, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span, cover
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, EntityKind, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.compare.precedent import PrecedentClaim, precedent_claims
from accord.reconcile.compare.totals import parts_against_totals
from accord.reconcile.drafts import Draft
from accord.reconcile.lookup import times_in
from accord.reconcile.parties import Parties, coordinated

RULE = "compare.incoherence"
# Verbs by which one state does something to, for or against another.
_DIRECTED = frozenset(
    "provide give supply send offer deliver lend grant assist help aid support back arm fund finance attack invade bomb shell accuse"
    " sanction threaten condemn warn urge ask thank invite recognise recognize occupy blockade embargo criticise"
    " criticize extend donate".split()
)
_PAIR_NOUNS = frozenset("country nation state government side neighbor neighbour capital power ally".split())
_MEETING = frozenset("meet meeting summit talk talks appear gather gathering encounter visit conference".split())
_STATESMEN = frozenset("leader president premier minister chancellor king head".split())
_BACK = frozenset("last previous earlier past former".split())


def compare(story: Aligned) -> Iterator[Draft]:
    """Faults inside each report, by report and kind."""
    for k, reading in enumerate(story.readings):
        yield from _helps_itself(reading)
        yield from parts_against_totals(reading)
        yield from _one_more(reading)
        yield from _not_first(reading, k)


def _value(reading: Reading, span: Span, said: str) -> FindingValue:
    return FindingValue(report_id=reading.report.id, span=span, value=said, authority=authority_of(reading, span))


# --- a state that acts on itself


def _helps_itself(reading: Reading) -> Iterator[Draft]:
    parties = Parties(reading)
    for sentence in reading.sentences:
        for t in sentence:
            if t.pos == "VERB" and t.lemma.lower() in _DIRECTED and not sentence.kids(t.i, "nsubjpass", "auxpass"):
                yield from _on_itself(reading, parties, sentence, t)


def _on_itself(reading: Reading, parties: Parties, sentence: Sentence, t: Token) -> Iterator[Draft]:
    for subject in sentence.kids(t.i, "nsubj"):
        pair = _both(reading, parties, sentence, subject)
        if len(pair) != 2:
            continue
        targets = _targets(sentence, t)
        struck = {p.country for o in targets for p in _states(parties, sentence, o)}
        twice = struck & set(pair)
        if len(struck) == 1 and twice:
            country = next(iter(twice))
            span = cover([subject.span, t.span, *(o.span for o in targets)])
            names = " and ".join(name_of(c) for c in pair)
            yield Draft(
                relation=Relation.INCOHERENT, aspect=Aspect.ACTOR, subject=f"{name_of(country)} on both sides of one act",
                values=(_value(reading, span, f"{name_of(country)} {t.lemma} {name_of(country)}"),),
                explanation=f'"{subject_words(reading, sentence, subject)}" are {names}: {name_of(country)} would act on itself.',
                score=0.7, rule=RULE,
            )  # fmt: skip


def subject_words(reading: Reading, sentence: Sentence, subject: Token) -> str:
    """The words of a short subject phrase."""
    tokens = [k for k in sentence.subtree(subject.i) if abs(k.i - subject.i) <= 4]
    return cover([k.span for k in tokens]).of(reading.report.text)


def _both(reading: Reading, parties: Parties, sentence: Sentence, subject: Token) -> list[str]:
    """The two states that "both countries" or "the two nations" are: the nearest pair before, in this sentence or the last."""
    kids = {k.lower for k in sentence.kids(subject.i)}
    if subject.lemma.lower() not in _PAIR_NOUNS or not kids & {"both", "two"}:
        return []
    if any(k.dep in ("amod", "prep", "poss", "relcl", "acl", "conj", "compound") for k in sentence.kids(subject.i)):
        return []
    for s in reversed(reading.sentences[max(0, sentence.index - 1) : sentence.index + 1]):
        before = [t for t in s if s.index < sentence.index or t.i < subject.i]
        found = []
        for t in before:
            if t.dep != "conj" and s.kids(t.i, "conj"):
                states = [p.country for p in _states(parties, s, t) if p.country]
                if len(states) == 2 and len(set(states)) == 2 and len(list(coordinated(s, t.i))) == 2:
                    found.append(states)
        if found:
            # With two different pairs nobody can tell which is meant.
            return found[0] if all(set(f) == set(found[0]) for f in found) else []
    return []


def _states(parties: Parties, sentence: Sentence, t: Token) -> list[_Named]:
    out = []
    for c in coordinated(sentence, t.i):
        hit = parties.mention(sentence, c.i)
        if hit and hit[0].kind == EntityKind.STATE and hit[1].how in ("name", "metonym", "demonym") and c.pos == "PROPN":
            out.append(_Named(hit[0].country))
    return out


class _Named:
    __slots__ = ("country",)

    def __init__(self, country: str | None) -> None:
        self.country = country


def _targets(sentence: Sentence, t: Token) -> list[Token]:
    """Whom the act is done to: after "to" or "against", else the object."""
    preps = [*sentence.kids(t.i, "prep", "dative"), *(p for o in sentence.kids(t.i, "dobj") for p in sentence.kids(o.i, "prep"))]
    to = [o for p in preps if p.lower in ("to", "against") for o in sentence.kids(p.i, "pobj")]
    return to or sentence.kids(t.i, "dative", "dobj")


# --- one more


def _count_aspect(q: Quantity) -> Aspect:
    return {"killed": Aspect.COUNT_KILLED, "injured": Aspect.COUNT_INJURED}.get(q.effect or "", Aspect.COUNT_OTHER)


def _one_more(reading: Reading) -> Iterator[Draft]:
    """As in "X and seven others were killed" makes eight, where the same report counts seven."""
    for q in reading.quantities:
        if q.effect is None or q.exact is None or q.low != q.high or q.approximate:
            continue
        sentence = reading.sentences[q.sentence]
        tokens = sentence.covering(q.span)
        if not tokens or not any(t.lower in ("other", "others") for t in sentence.subtree(q.head)):
            continue
        named = _named_with(reading, sentence, q)
        if named is None:
            continue
        for other in reading.quantities:
            same = other.effect == q.effect and other.exact == q.exact and other.low == other.high and other.sentence != q.sentence
            plain = not any(t.lower in ("other", "others", "more") for t in reading.sentences[other.sentence].subtree(other.head))
            if same and plain and other.unit in ("people", "person", "man", ""):
                span = cover([named.span, q.span])
                values = (_value(reading, span, f"1 + {q.exact:g}"), _value(reading, other.span, f"{other.exact:g}"))
                yield Draft(
                    relation=Relation.INCOHERENT, aspect=_count_aspect(q), subject=f"number of {q.effect} in one report",
                    values=tuple(sorted(values, key=lambda v: v.span)),
                    explanation=f"One named and {q.exact:g} others make {q.exact + 1:g}; elsewhere the report counts {other.exact:g}.",
                    score=0.6, rule=RULE,
                )  # fmt: skip
                return


def _named_with(reading: Reading, sentence: Sentence, q: Quantity) -> Token | None:
    head = sentence.tokens[q.head]
    if head.dep != "conj" or sentence.tokens[head.head].pos != "PROPN" or len(list(coordinated(sentence, head.head))) != 2:
        return None
    return sentence.tokens[head.head]


# --- a first that is not first


def _not_first(reading: Reading, k: int) -> Iterator[Draft]:
    firsts = [c for c in precedent_claims(reading, k) if c.absolute and c.words & _MEETING and c.words & _STATESMEN]
    parties = Parties(reading)
    for claim in firsts:
        persons = _persons(reading, claim)
        before = [span for s in reading.sentences if s.index != claim.sentence for span in _met_before(reading, parties, s, persons)]
        if before:
            values = [_value(reading, claim.span, claim.value), *(_value(reading, b, "met before") for b in before[:3])]
            yield Draft(
                relation=Relation.INCOHERENT, aspect=Aspect.PRECEDENT, subject=f"whether it is the first time for {persons[0]}",
                values=tuple(sorted(values, key=lambda v: v.span)),
                explanation="The report calls it the first time and itself tells of earlier occasions.", score=0.6, rule=RULE,
            )  # fmt: skip
            return


def _persons(reading: Reading, claim: PrecedentClaim) -> list[str]:
    """The person nearest to the claim's words comes first."""
    near = [
        (m.span.distance(claim.span), e.name)
        for e in reading.entities
        if e.kind == EntityKind.PERSON and not e.anonymous
        for m in e.mentions
        if m.sentence == claim.sentence
    ]
    return [name for _, name in sorted(near)]


def _met_before(reading: Reading, parties: Parties, s: Sentence, persons: list[str]) -> Iterator[Span]:
    """Earlier meetings of one of the persons with a leader: "his last meeting with ...", "had three summits in 2018"."""
    for t in s:
        if t.pos != "NOUN" or t.lemma.lower() not in ("meeting", "summit", "talk", "encounter"):
            continue
        kids = s.kids(t.i)
        owners = {p.person for k in kids if k.dep == "poss" for p in parties.of(s, k.i)}
        backward = any(k.lower in _BACK for k in kids if k.dep == "amod")
        years = any(x.value[:4].isdigit() and _is_past(reading, x.value) for x in times_in(reading, s.index))
        had = t.dep == "dobj" and s.tokens[t.head].lower in ("had", "held") and years and any(k.dep == "nummod" for k in kids)
        if backward and owners & set(persons):
            yield cover([k.span for k in s.subtree(t.i)[:10]])
        elif had and set(persons) & {e.name for e in reading.entities for m in e.mentions if m.sentence == s.index}:
            yield cover([s.tokens[t.head].span, t.span])


def _is_past(reading: Reading, value: str) -> bool:
    published = reading.published.latest
    return published is not None and value[:4] < published[:4]
