"""Coded events of one report and a pair classifier -> the same events, with sides that the rules missed and events that no rule saw.

The rules say what an event is and where its sides stand as far as syntax tells; the classifier, which sees two marked actors and the
sentence, is asked only where they leave something open: which of the actors near an event is its missing side, and whether two actors
under one predicate that no rule knows have to do with each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from accord.extract.event_cast import Cast
from accord.extract.event_draft import Draft, all_parties
from accord.extract.event_lexicon import noun_frames, noun_lemma, same_lemma, verb_frames
from accord.extract.reporting import ATTITUDES, SPEECH, THOUGHT
from accord.knowledge.plover import root_of, types_of
from accord.model.pairs import Direction, MarkedPair, PairClassifier, PairRelation, Root
from accord.model.reading import EntityId
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import EventType, Modality

Coded = Sequence[tuple[Sentence, Draft]]
Named = Mapping[int, "list[Actor]"]

# Steps in the parse tree between a trigger and a side that it may have, and between two actors of an unknown predicate.
_REACH, _APART = 6, 6
# Actors near one event that are asked about, and pairs of one sentence.
_CANDIDATES, _PAIRS = 3, 3
# Least probabilities: that a side found belongs to the event; that an event no rule saw is one, of that type and that way round.
_BELONGS, _SEEN = 0.35, 0.55
# The rule is sure of the event itself, however doubtful its second side is.
_LEAST_SCORE = 0.4
# Where the two are related at least so surely, an event of the rules gets another type if the classifier gives that so much and its own
# so little, and is turned round if it is so sure that the other acts.
_RELATED, _OTHER_KIND, _OWN_KIND, _TURNED = 0.8, 0.7, 0.1, 0.8
_LONGEST = 80
_MUTUAL = frozenset([EventType.CONSULT, EventType.COOPERATE, EventType.AGREE])
# What PLV makes of an act that is only promised, announced, refused or asked for; here the act keeps its type and has a modality.
_MODAL = frozenset([Root.AGREE, Root.THREATEN, Root.REJECT, Root.REQUEST])
_PREDICATES = ("VERB", "NOUN")
# What stands between two actors and tells of nothing that one does to the other: words of speech and thought tell of what they govern.
_IDLE = SPEECH | THOUGHT | ATTITUDES | frozenset("be have say tell do make get go come take give".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A mention of somebody who may be a side of an event."""

    entity: EntityId
    head: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A pair that the classifier is asked about.

    Attributes:
        source, target: As marked; where a rule coded the event, the source is taken to act.
        event: Place of the coded event in the report's sequence, or None for a predicate that no rule knows.
        trigger: Token of the predicate.
    """

    sentence: Sentence
    source: Actor
    target: Actor
    event: int | None
    trigger: int

    @property
    def pair(self) -> MarkedPair:
        """The pair with offsets into its sentence."""
        start = self.sentence.tokens[0].start
        return MarkedPair(
            text=words(self.sentence),
            source=(Span(self.source.span.start - start, self.source.span.end - start),),
            target=(Span(self.target.span.start - start, self.target.span.end - start),),
        )


def words(s: Sentence) -> str:
    """The sentence as it stands in the report, line breaks and the like as blanks; offsets fit the report's."""
    out: list[str] = []
    at = s.tokens[0].start
    for t in s.tokens:
        out.append(" " * (t.start - at))
        out.append(t.text if len(t.text) == t.end - t.start else t.text[: t.end - t.start].ljust(t.end - t.start))
        at = t.end
    return "".join(out)


def complete(
    cast: Cast, coded: Coded, judged: Mapping[int, Sequence[Modality]], classifier: PairClassifier
) -> list[tuple[Sentence, Draft]]:
    """The events in order of position: those of the rules with sides that the classifier found, and new ones.

    `judged` has for each sentence index one modality a token.
    """
    named = named_actors(cast)
    asked = [*_open_sides(cast, coded, named), *_told_sides(coded, named), *_unknown_predicates(cast, coded, named)]
    views = classifier.classify([q.pair for q in asked])
    found: dict[int, tuple[float, Question, PairRelation]] = {}
    weighed: dict[int, Draft] = {}
    new: list[tuple[Sentence, Draft]] = []
    for q, view in zip(asked, views, strict=True):
        if q.event is None:
            if (draft := _seen(q, view)) is not None:
                new.append((q.sentence, draft))
            continue
        draft = coded[q.event][1]
        if draft.actor and draft.recipient:
            weighed[q.event] = _weighed(q, draft, view, judged[q.sentence.index][draft.trigger])
            continue
        sure = _belongs(draft, view)
        if sure >= _BELONGS and (q.event not in found or sure > found[q.event][0]):
            found[q.event] = sure, q, view
    by_sentence: dict[int, list[Draft]] = defaultdict(list)
    told = [(s, _with_side(d, *found[n]) if n in found else d) for n, (s, d) in enumerate(coded)]
    for s, d in told:
        by_sentence[s.index].append(d)
    out = [(s, d if n not in weighed or _is_told(by_sentence[s.index], weighed[n]) else weighed[n]) for n, (s, d) in enumerate(told)]
    for s, d in new:
        if all(d.trigger != other.trigger for other in by_sentence[s.index]) and not _is_told(by_sentence[s.index], d):
            by_sentence[s.index].append(d)
            out.append((s, d))
    return sorted(out, key=lambda x: (x[0].index, x[1].trigger))


def _is_told(others: Sequence[Draft], draft: Draft) -> bool:
    """Whether an event at another word is of the same type and has a side in common."""
    return any(
        d.trigger != draft.trigger
        and d.event_type is draft.event_type
        and bool(set(d.actor) & set(draft.actor) or set(d.recipient) & set(draft.recipient))
        for d in others
    )


def _open_sides(cast: Cast, coded: Coded, named: Named) -> Iterator[Question]:
    """For each event with one side only, that side's mention with each actor near the trigger."""
    for n, (s, d) in enumerate(coded):
        if bool(d.actor) == bool(d.recipient) or len(s.tokens) > _LONGEST:
            continue
        here = named[s.index]
        known = [a for a in here if a.entity in (d.actor or d.recipient)]
        if not known:
            continue
        one = min(known, key=lambda a: steps(s, a.head, d.trigger))
        sides = {cast.side(e) for e in d.actor + d.recipient}
        others = [a for a in here if a.entity not in d.actor + d.recipient and cast.side(a.entity) not in sides - {None}]
        near = sorted((steps(s, a.head, d.trigger), a.head, a) for a in others if not a.span.overlap(one.span))
        for far, _, other in near[:_CANDIDATES]:
            if far <= _REACH:
                pair = (one, other) if d.actor else (other, one)
                yield Question(sentence=s, source=pair[0], target=pair[1], event=n, trigger=d.trigger)


def _told_sides(coded: Coded, named: Named) -> Iterator[Question]:
    """Both sides of each event that is the only one of its sentence between the two."""
    by_pair: dict[tuple[int, frozenset[EntityId]], list[Question]] = defaultdict(list)
    for n, (s, d) in enumerate(coded):
        if not d.actor or not d.recipient or set(d.actor) & set(d.recipient) or len(s.tokens) > _LONGEST:
            continue
        here = named[s.index]
        sides = [[a for a in here if a.entity in side] for side in (d.actor, d.recipient)]
        if all(sides):
            one, other = (min(side, key=lambda a: steps(s, a.head, d.trigger)) for side in sides)
            if not one.span.overlap(other.span):
                both = s.index, frozenset((one.entity, other.entity))
                by_pair[both].append(Question(sentence=s, source=one, target=other, event=n, trigger=d.trigger))
    yield from (questions[0] for questions in by_pair.values() if len(questions) == 1)


def _unknown_predicates(cast: Cast, coded: Coded, named: Named) -> Iterator[Question]:
    """Pairs of actors that meet under a verb or noun of which no rule made an event."""
    taken: dict[int, set[int]] = defaultdict(set)
    for s, d in coded:
        taken[s.index] |= {d.trigger, d.anchor, *d.covers}
    for s in cast.sentences:
        if len(s.tokens) > _LONGEST:
            continue
        here = named[s.index]
        pairs = []
        for n, a in enumerate(here):
            for b in here[n + 1 :]:
                if a.entity == b.entity or a.span.overlap(b.span) or _one_side(cast, a, b):
                    continue
                top, far = meeting(s, a.head, b.head)
                if top is not None and far <= _APART and top not in taken[s.index] and _may_tell(s, top, a, b):
                    pairs.append((far, top, a, b))
        for _, top, a, b in sorted(pairs, key=lambda p: (p[0], p[1], p[2].head, p[3].head))[:_PAIRS]:
            yield Question(sentence=s, source=a, target=b, event=None, trigger=top)


def named_actors(cast: Cast) -> dict[int, list[Actor]]:
    """For each sentence index the known actors named there in order, and the places that stand for their states."""
    spans = {(m.sentence, m.head): m.span for e in cast.by_id.values() for m in e.mentions}
    out: dict[int, list[Actor]] = {}
    for s in cast.sentences:
        here = out[s.index] = []
        for t in s.tokens:
            at = s.index, t.i
            known = next((i for i in cast.at.get(at, ()) if cast.is_known(i)), None)
            place = cast.places.get(at)
            if known is not None:
                here.append(Actor(entity=known, head=t.i, span=spans.get(at, t.span)))
            elif place is not None and t.end == place.span.end and (state := cast.states.get(place.country or "")) is not None:
                here.append(Actor(entity=state, head=t.i, span=place.span))
    return out


def _one_side(cast: Cast, a: Actor, b: Actor) -> bool:
    side = cast.side(a.entity)
    return side is not None and side == cast.side(b.entity)


def _may_tell(s: Sentence, top: int, a: Actor, b: Actor) -> bool:
    t = s.tokens[top]
    if top in (a.head, b.head) or t.pos not in _PREDICATES or t.lemma.lower() in _IDLE:
        return False
    return t.pos == "VERB" or noun_lemma(s, top) in noun_frames()


def _up(s: Sentence, i: int) -> list[int]:
    return [i, *(t.i for t in s.ancestors(i))]


def meeting(s: Sentence, a: int, b: int) -> tuple[int | None, int]:
    """The lowest token over both, and the steps from one to the other through it; None and a large number if they do not meet."""
    first, second = _up(s, a), _up(s, b)
    above = {t: n for n, t in enumerate(second)}
    for n, t in enumerate(first):
        if t in above:
            return t, n + above[t]
    return None, len(s.tokens)


def steps(s: Sentence, a: int, b: int) -> int:
    """Steps from token to token in the parse tree."""
    return meeting(s, a, b)[1]


def _belongs(draft: Draft, view: PairRelation) -> float:
    """Probability that the source acts on the target in an event of the draft's type."""
    ways = view.directions[Direction.FORWARD]
    if draft.event_type in _MUTUAL:
        ways += view.directions[Direction.SYMMETRIC] + view.directions[Direction.REVERSED]
    return view.related * ways * view.scores[root_of(draft.event_type)]


def _weighed(q: Question, draft: Draft, view: PairRelation, modality: Modality) -> Draft:
    """The event under another type, or turned round, where the classifier is sure of that."""
    if view.related < _RELATED:
        return draft
    turned = view.directions[Direction.REVERSED] > _TURNED
    actor, recipient = (draft.recipient, draft.actor) if turned else (draft.actor, draft.recipient)
    own = root_of(draft.event_type)
    if view.root is own:
        wrong_way = turned and draft.event_type not in _MUTUAL
        return replace(draft, actor=actor, recipient=recipient, rule=draft.rule + "+turned") if wrong_way else draft
    hardly = view.scores[view.root] < _OTHER_KIND or view.scores[own] > _OWN_KIND
    if hardly or (view.root in _MODAL and (draft.modality or modality) is not Modality.ASSERTED):
        return draft
    kind = _type_at(q, view.root)
    return replace(draft, event_type=kind, mode=None, actor=actor, recipient=recipient, rule=draft.rule + "+retyped")


def _type_at(q: Question, root: Root) -> EventType:
    """The event type of a root: of the two of YIELD the one that a rule knows for the word at the trigger."""
    t = q.sentence.tokens[q.trigger]
    types = types_of(root)
    frames = (verb_frames() if t.pos == "VERB" else noun_frames()).get(same_lemma(t.lemma), ())
    return next((f.event_type for f in frames if f.event_type in types), types[0])


def _with_side(draft: Draft, sure: float, q: Question, view: PairRelation) -> Draft:
    actor, recipient = draft.actor or (q.source.entity,), draft.recipient or (q.target.entity,)
    if draft.event_type in _MUTUAL and view.direction is Direction.SYMMETRIC:
        actor, recipient = all_parties(actor, recipient)
    return replace(draft, actor=actor, recipient=recipient, score=min(draft.score, max(sure, _LEAST_SCORE)), rule=draft.rule + "+pair")


def _seen(q: Question, view: PairRelation) -> Draft | None:
    """The event that the classifier sees between two actors, or None where it is not sure enough."""
    sure = view.related * view.scores[view.root] * view.directions[view.direction]
    if sure < _SEEN:
        return None
    source, target = (q.source.entity,), (q.target.entity,)
    kinds: Mapping[Direction, tuple[tuple[EntityId, ...], tuple[EntityId, ...]]] = {
        Direction.FORWARD: (source, target),
        Direction.REVERSED: (target, source),
        Direction.SYMMETRIC: (source + target, source + target),
    }
    actor, recipient = kinds[view.direction]
    return Draft(
        event_type=_type_at(q, view.root), mode=None, trigger=q.trigger, anchor=q.trigger,
        lemma=q.sentence.tokens[q.trigger].lemma.lower(), actor=actor, recipient=recipient, score=sure, rule="pair",
    )  # fmt: skip
