"""Aligned -> Drafts on what somebody means to do: planned and ruled out or undecided, plans that exclude each other, two destinations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from accord.knowledge.geography import distance_km
from accord.model.reading import Place, Reading
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Modality, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import quote_of, value_of
from accord.reconcile.compare.subjects import asked
from accord.reconcile.drafts import Draft
from accord.reconcile.happenings import Happenings
from accord.reconcile.lookup import places_in
from accord.reconcile.predicates import Predication, are_namesakes, entity_keys, named_parties, subjects
from accord.reconcile.synonyms import noun_class
from accord.reconcile.terms import fold_name
from accord.reconcile.wording import explain

RULE = "compare.intentions"
# Plans that one party cannot have at once: verbs by their class or lemma. Written by hand.
_OPPOSED: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("run seek stand contest", "retire resign withdraw"),
        ("sign", "veto reject refuse"),
        ("appeal challenge", "accept serve"),
        ("reopen resume restart", "shut abandon scrap"),
        ("stay remain", "leave withdraw resign quit retire"),
        ("send deploy dispatch", "withdraw recall"),
        ("extend", "stop end lift"),
        ("fight", "surrender"),
        ("raise rise increase", "cut reduce lower drop"),
        ("build", "scrap demolish"),
        ("buy keep", "sell"),
        ("free", "execute"),
        ("support back", "oppose"),
    )
)
_UNDECIDED = frozenset("undecided unsure uncertain decide consider weigh mull ponder contemplate discuss debate".split())
_FUTURE = frozenset("will 'll ’ll wo shall would".split())
_REFUSING = frozenset("refuse decline rule reject plan intend want mean".split())
_SUPPOSING = frozenset({"if", "unless", "lest", "provided"})
_MOST = 60  # plans and journeys of a report that are looked at: each meets each of the other's
_CLAUSE = 8  # words before a verb in which "in case" makes it a supposition
_LIKE, _LIKE_OPPOSED = 0.25, 0.5  # weighted share of what is planned; two verbs must plan more of one thing than one verb
_MATCH = 0.12
_BOUND = frozenset({"bind", "bound", "destine", "head", "en", "sail", "travel", "steam", "make", "leave", "depart", "fly", "convoy", "way"})
_TO = frozenset({"to", "for", "toward", "towards"})
_CARRIERS = frozenset(
    "ship vessel freighter tanker ferry boat carrier trawler convoy bus train plane flight jet aircraft helicopter truck lorry"
    " column".split()
)
_NAME = 4  # words from a carrier in which its name stands
_APART_KM = 12.0
_SCORE = 0.45


@dataclass(frozen=True, slots=True)
class _Plan:
    report: int
    predication: Predication
    kind: str  # "planned", "ruled out", "undecided"
    parties: frozenset[str]


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of plan, then of destination."""
    scale = Happenings(story)
    plans = [list(islice(_plans(story, k), _MOST)) for k in range(len(story.readings))]
    for a, b in story.pairs():
        pairs = [(like, x, y) for x in plans[a] for y in plans[b] if (like := _clash(story, x, y, plans, scale))]
        for like, x, y in sorted(pairs, key=lambda p: (-p[0], p[1].predication.span, p[2].predication.span))[:1]:
            yield _plan_draft(story, x, y, like)
    yield from _destinations(story)


def _plans(story: Aligned, k: int) -> Iterator[_Plan]:
    reading = story.readings[k]
    keys = entity_keys(reading)
    for p in story.predications[k]:
        kind = _kind(reading, p)
        sent = reading.sentences[p.sentence]
        parties = named_parties(sent, subjects(sent, sent.tokens[p.token]), keys) if kind else frozenset[str]()
        if parties:
            yield _Plan(k, p, kind, parties)


def _kind(reading: Reading, p: Predication) -> str:
    """What the report says of a deed that is still to come; "" for other deeds."""
    sent = reading.sentences[p.sentence]
    above = [a for a, _ in zip(sent.ancestors(p.token), range(3), strict=False)]
    words = {w.lemma.lower() for a in above for w in (a, *sent.kids(a.i, "acomp"))}
    asks = any(k.lower in ("whether", "if") for k in sent.kids(p.token, "mark", "advmod"))
    if words & _UNDECIDED and (asks or p.modality is Modality.POSSIBLE):
        return "undecided"
    supposed = any(k.lower in _SUPPOSING for a in (sent.tokens[p.token], *above) for k in sent.kids(a.i, "mark", "advmod", "prep"))
    before = [t.lower for t in sent.tokens[max(0, p.token - _CLAUSE) : p.token]]
    if supposed or ("in", "case") in pairwise(before):
        return ""
    if p.modality is Modality.PLANNED:
        return "planned"
    refused = sent.tokens[p.token].dep in ("xcomp", "pcomp") and bool(words & _REFUSING)
    ahead = refused or any(k.lower in _FUTURE for k in sent.kids(p.token, "aux"))
    return "ruled out" if p.modality is Modality.DENIED and ahead and not p.past else ""


def _clash(story: Aligned, x: _Plan, y: _Plan, plans: Sequence[Sequence[_Plan]], scale: Happenings) -> float:
    """How alike what is planned is, of plans that one party cannot have at once; 0 where it can, or where one report tells both."""
    p, q = x.predication, y.predication
    one, other = story.readings[x.report], story.readings[y.report]
    keys = frozenset(k for k in x.parties & y.parties if not are_namesakes(one, other, k))
    if not keys:
        return 0.0
    opposed = x.kind == y.kind == "planned" and any((p.verb in m and q.verb in n) or (q.verb in m and p.verb in n) for m, n in _OPPOSED)
    if not opposed and (x.kind == y.kind or p.verb != q.verb):
        return 0.0
    match, like = scale.match(x.report, p.sentence, y.report, q.sentence), scale.alike(p.patient | p.other, q.patient | q.other)
    bare = not (p.patient | p.other) or not (q.patient | q.other)
    if like < (_LIKE_OPPOSED if opposed else _LIKE) and not (bare and match >= _MATCH):
        return 0.0
    both = any(
        o.kind == other.kind and o.predication.verb == other.predication.verb and o.parties & keys
        for mine, other in ((x, y), (y, x)) for o in plans[mine.report]
    )  # fmt: skip
    return 0.0 if both else match + max(like, _LIKE)


def _plan_draft(story: Aligned, x: _Plan, y: _Plan, score: float) -> Draft:
    values = tuple(_quoted(story.readings[p.report], p.predication) for p in (x, y))
    late = next((p for p, o in ((x, y), (y, x)) if o.kind == "undecided" and story.newer(p.report, o.report) == 1), None)
    relation = Relation.UPDATE if late else Relation.CONTRADICTION
    planned = [p for p in (x, y) if p.kind == "planned"] or [x, y]
    return Draft(
        relation=relation, aspect=Aspect.INTENTION, subject=asked(story, "whether", [(p.report, p.predication) for p in planned[:1]]),
        values=values, explanation=explain(story, Aspect.INTENTION, relation, values), score=round(min(0.6, 0.3 + score / 2), 3), rule=RULE,
    )  # fmt: skip


def _quoted(reading: Reading, p: Predication) -> FindingValue:
    """Its words, from those that say that it is meant ("will not")."""
    sent = reading.sentences[p.sentence]
    above = [a for a, _ in zip(sent.ancestors(p.token), range(2), strict=False) if a.lemma.lower() in _UNDECIDED | _REFUSING]
    start = min(w.start for o in (sent.tokens[p.token], *above) for w in (o, *sent.kids(o.i, "aux", "neg")))
    span = Span(min(start, p.span.start), p.span.end)
    return quote_of(reading, p.sentence, span)


# ---------------------------------------------------------------- destinations
@dataclass(frozen=True, slots=True)
class _Bound:
    """A carrier, and a place that it is on its way to."""

    report: int
    sentence: int
    carrier: str
    names: frozenset[str]
    place: Place


def _destinations(story: Aligned) -> Iterator[Draft]:
    found = [list(islice((b for s in r.sentences for b in _bound(k, r, s)), _MOST)) for k, r in enumerate(story.readings)]
    named = [{fold_name(p.name) for p in r.places} for r in story.readings]
    for a, b in story.pairs():
        pair = next(
            (
                (x, y) for x in found[a] for y in found[b]
                if _one_carrier(x, y) and _are_apart(x.place, y.place)
                and fold_name(x.place.name) not in named[b] and fold_name(y.place.name) not in named[a]
            ),
            None,
        )  # fmt: skip
        if pair is not None:
            values = tuple(value_of(story.readings[x.report], x.place.span, x.place.name) for x in pair)
            yield Draft(
                relation=Relation.CONTRADICTION, aspect=Aspect.INTENTION, subject=f"where the {pair[0].carrier} was bound", values=values,
                explanation=explain(story, Aspect.INTENTION, Relation.CONTRADICTION, values), score=_SCORE, rule=RULE,
            )  # fmt: skip


def _bound(k: int, reading: Reading, sent: Sentence) -> Iterator[_Bound]:
    """As in "the freighter was bound for Aden", "a bus on its way to Lima"."""
    for place in places_in(reading, sent.index):
        inside = sent.covering(place.span)
        head = next((t for t in inside if not place.span.overlap(sent.tokens[t.head].span)), None)
        if head is None or head.dep != "pobj" or sent.tokens[head.head].lower not in _TO:
            continue
        above = list(sent.ancestors(head.head))[:3]
        over = {t.lemma.lower() for t in (*above, *(g for t in above for g in sent.kids(t.i, "prep", "advmod", "acomp")))}
        if not over & _BOUND:
            continue
        carrier = next((t for t in sent if t.lemma.lower() in _CARRIERS and t.i < head.i), None)
        if carrier is not None:
            named = sent.tokens[carrier.head]
            near = [*sent.subtree(carrier.i), *([named, *sent.kids(named.i, "compound")] if named.pos == "PROPN" else [])]
            names = frozenset(fold_name(t.text) for t in near if t.pos == "PROPN" and abs(t.i - carrier.i) <= _NAME)
            yield _Bound(k, sent.index, carrier.lemma.lower(), names, place)


def _one_carrier(x: _Bound, y: _Bound) -> bool:
    if x.names and y.names:
        return bool(x.names & y.names)
    return noun_class(x.carrier) == noun_class(y.carrier)


def _are_apart(p: Place, q: Place) -> bool:
    if "state" in (p.kind, q.kind):
        return p.country != q.country
    apart = distance_km(p, q)
    return fold_name(p.name) != fold_name(q.name) if apart is None else apart > _APART_KM
