"""Aligned -> Drafts on what came of an event: planned in one report and done, or denied, in another; open and then claimed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model.authority import attribution_of
from accord.model.vocabulary import Aspect, Modality, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.compare.subjects import asked
from accord.reconcile.drafts import Draft
from accord.reconcile.happenings import Happenings
from accord.reconcile.phrases import join
from accord.reconcile.predicates import Predication, entity_key, subjects
from accord.reconcile.synonyms import noun_class
from accord.reconcile.wording import Own, explain

RULE = "compare.outcomes"
_OPEN = frozenset({Modality.PLANNED, Modality.POSSIBLE, Modality.REQUESTED})
_MOST = 400  # predications of a report that are looked at
_COPIED = 0.85
_DENIED_LIKE = 0.4
_AS_LIKE = 0.8  # another telling in the same report counts where it is nearly as like
# Verbs whose objects are sayings or states, not happenings that come about once.
_STATES = frozenset(
    "believe hope expect support oppose need seem appear remain continue include involve consider want like love live work help"
    " allow try seek describe"
    " show mean require face follow find discover use cause lead come become keep plan intend call speak express stress report"
    " cite quote confirm claim"
    " deny reveal indicate suggest warn explain insist argue note point write read hear watch look understand remember regard"
    " base relate concern blame"
    " bring carry_out conduct perform mark commemorate celebrate represent reflect constitute locate accuse announce happen occur"
    " take give put move turn run".split()
)
# Stages that one thing goes through: who is at an early stage in one report and at a later one in another, has moved on. Written by hand.
_STAGES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"head", "leave", "fly"}), frozenset({"arrive"})),
    (frozenset({"kidnap", "hold_captive", "capture", "trap", "besiege", "surround"}), frozenset({"free", "evacuate"})),
    (frozenset({"expire"}), frozenset({"extend"})),
    (frozenset({"negotiate", "discuss"}), frozenset({"agree", "sign"})),
    (frozenset({"search", "hunt"}), frozenset({"locate", "arrest", "capture"})),
    (frozenset({"vote", "debate", "discuss"}), frozenset({"approve", "reject"})),
    (frozenset({"suspend", "postpone", "stop"}), frozenset({"resume"})),
    (frozenset({"appoint", "propose"}), frozenset({"elect", "approve"})),
    (frozenset({"arrest", "charge", "accuse", "indict"}), frozenset({"convict", "sentence", "acquit"})),
)
# Of one single person or thing: others hurt and others dead are not one matter.
_BEFALLEN: tuple[tuple[frozenset[str], frozenset[str]], ...] = ((frozenset({"injure", "hospitalize"}), frozenset({"die"})),)
_ANYBODY = frozenset("person man woman boy girl child people one other number group".split())
# What cannot both be the end of one matter; either may be told first.
_OPPOSED: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"survive", "flee"}), frozenset({"die", "kill"})),
    (frozenset({"shut"}), frozenset({"reopen"})),
    (frozenset({"rise"}), frozenset({"drop"})),
    (frozenset({"resign"}), frozenset({"sack"})),
    (frozenset({"approve"}), frozenset({"reject", "veto"})),
    (frozenset({"win"}), frozenset({"lose"})),
    (frozenset({"lift"}), frozenset({"impose", "extend"})),
    (frozenset({"acquit"}), frozenset({"convict"})),
    (frozenset({"cancel"}), frozenset({"postpone"})),
)
_DENYING = frozenset({"deny", "disclaim", "reject", "dispute"})
_STAGE_MATCH = 0.12
_STAGE_LIKE = 0.30
_OPPOSED_LIKE = 0.40
# Occasions: that something is to be held, opened or attended, and that it has been, is one matter whatever the verb.
_OCCASION = frozenset({"host", "begin", "visit", "appear", "testify", "meet", "arrive", "speak", "address"})
_OCCASION_LIKE = 0.40
_WORDS = {
    Modality.ASSERTED: "it has happened",
    Modality.DENIED: "it has not happened",
    Modality.PLANNED: "it is planned",
    Modality.POSSIBLE: "it is possible",
    Modality.REQUESTED: "it is asked for",
    Modality.CONDITIONAL: "it depends",
}


@dataclass(frozen=True, slots=True)
class _Told:
    report: int
    predication: Predication


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of outcome between two or more reports, each happening once."""
    by_verb: dict[str, list[_Told]] = defaultdict(list)
    for k, row in enumerate(story.predications):
        for p in row[:_MOST]:
            asks = story.readings[k].sentences[p.sentence].tokens[-1].text == "?"
            if p.verb not in _STATES and not asks:
                by_verb[p.verb].append(_Told(k, p))
    scale = Happenings(story)
    for verb in sorted(by_verb):
        yield from _one_verb(story, by_verb[verb], scale)
    for early, late in (*_STAGES, *_BEFALLEN):
        first = [t for v in sorted(early) for t in by_verb[v] if t.predication.modality in _at(v)]
        second = [t for v in sorted(late) for t in by_verb[v] if t.predication.modality is Modality.ASSERTED and t.predication.past]
        yield from _moved_on(story, first, second, (_STAGE_MATCH, _STAGE_LIKE), scale, single=(early, late) in _BEFALLEN)
    for one, other in _OPPOSED:
        sides = [
            [t for v in sorted(row) for t in by_verb[v] if t.predication.modality is Modality.ASSERTED and t.predication.past]
            for row in (one, other)
        ]
        drafts = [
            d for first, second in (sides, sides[::-1]) for d in _moved_on(story, first, second, (_STAGE_MATCH, _OPPOSED_LIKE), scale)
        ]
        yield from (d for d in drafts[:1])
    occasions = [t for v in sorted(_OCCASION) for t in by_verb[v]]
    planned = [t for t in occasions if t.predication.modality is Modality.PLANNED]
    held = [t for t in occasions if t.predication.modality is Modality.ASSERTED and t.predication.past]
    yield from _moved_on(story, planned, held, (_STAGE_MATCH, _OCCASION_LIKE), scale)


def _at(verb: str) -> frozenset[Modality]:
    """Of what commitment a verb tells an early stage: who has voted to do it has approved it."""
    return frozenset({Modality.PLANNED}) if verb == "vote" else frozenset({Modality.ASSERTED, Modality.PLANNED})


def _moved_on(
    story: Aligned, early: Sequence[_Told], late: Sequence[_Told], least: tuple[float, float], scale: Happenings, *, single: bool = False
) -> Iterator[Draft]:
    """What one report leaves at an early stage and another brings to a later one; with `single`, of one single undergoer."""
    pairs: list[tuple[float, _Told, _Told]] = []
    for x in early:
        for y in late:
            if x.report == y.report or story.newer(x.report, y.report) == 1:
                continue
            p, q = x.predication, y.predication
            match, like = scale.match(x.report, p.sentence, y.report, q.sentence), scale.likeness(p, q)
            one = _one_undergoer(story, x, y)
            if (single and not one) or not (one or _shares_a_thing(p, q)):
                continue
            if like < least[1] and one:
                like = least[1]
            if (
                match < least[0]
                or like < least[1]
                or any(o.report == x.report and scale.likeness(o.predication, q) >= like * _AS_LIKE for o in late)
            ):
                continue
            first, second = sorted((x, y), key=lambda t: t.report)
            pairs.append((match + like, first, second))
    if pairs:
        pairs.sort(key=lambda p: (-p[0], p[1].report, p[2].report, p[1].predication.span, p[2].predication.span))
        told = _gather(pairs)
        yield _draft(story, told, pairs[0][0], [t for t in told if any(t is o for o in late)])


def _shares_a_thing(p: Predication, q: Predication) -> bool:
    """Whether they have more in common than who acts; what has no object is taken as it is."""
    things = p.patient | p.other, q.patient | q.other
    return not (things[0] and things[1]) or bool(things[0] & (things[1] | q.agent) or things[1] & p.agent)


def _one_undergoer(story: Aligned, x: _Told, y: _Told) -> bool:
    """Whether one single person or thing goes through both ("the driver was wounded", "the driver died")."""
    return bool(_undergoer(story, x) & _undergoer(story, y))


def _undergoer(story: Aligned, told: _Told) -> frozenset[str]:
    p = told.predication
    sent = story.readings[told.report].sentences[p.sentence]
    heads = sent.kids(p.token, "nsubjpass") or sent.kids(p.token, "dobj") or sent.kids(p.token, "nsubj")
    return frozenset(noun_class(t.lemma) for t in heads if t.tag == "NN" and t.lemma.lower() not in _ANYBODY)


def _one_verb(story: Aligned, told: Sequence[_Told], scale: Happenings) -> Iterator[Draft]:
    pairs: list[tuple[float, _Told, _Told]] = []
    for x in told:
        for y in told:
            if x.report < y.report and _differ(story, x, y) and not _is_backward(story, x, y):
                score = scale.same(x.report, x.predication, y.report, y.predication)
                denied = next((t for t in (x, y) if t.predication.modality is Modality.DENIED), None)
                if score and denied is not None and (not _denies_it(x, y, scale) or _is_own_denial(story, denied)):
                    score = 0.0
                if score and not _told_elsewhere(x, y, told, scale):
                    pairs.append((score, x, y))
    pairs.sort(key=lambda p: -p[0])
    if pairs:
        yield _draft(story, _gather(pairs), pairs[0][0])


def _is_backward(story: Aligned, x: _Told, y: _Told) -> bool:
    """The report that still plans is plainly the newer: it speaks of another time."""
    early, late = (x, y) if x.predication.modality is Modality.PLANNED else (y, x)
    return early.predication.modality is Modality.PLANNED and story.newer(early.report, late.report) == 1


def _denies_it(x: _Told, y: _Told, scale: Happenings) -> bool:
    """A denial clashes only with the same deed done to the same thing by the same one."""
    p, q = x.predication, y.predication
    if scale.match(x.report, p.sentence, y.report, q.sentence) >= _COPIED:  # the same sentence twice: the parse differs, not the report
        return False
    return (
        scale.likeness(p, q) >= _DENIED_LIKE
        and bool(p.agent & q.agent or not (p.agent and q.agent))
        and bool(p.patient & q.patient or p.other & q.other)
    )


def _gather(pairs: Sequence[tuple[float, _Told, _Told]]) -> tuple[_Told, ...]:
    """All that takes part in the difference which the best pair opens, in the order of the story."""
    out = [pairs[0][1], pairs[0][2]]
    for _, x, y in pairs[1:]:
        if any(t is x or t is y for t in out):
            out.extend(t for t in (x, y) if not any(t is o for o in out))
    return tuple(sorted(out, key=lambda t: (t.report, t.predication.sentence, t.predication.token)))


def _differ(story: Aligned, x: _Told, y: _Told) -> bool:
    p, q = x.predication, y.predication
    pair = {p.modality, q.modality}
    if pair == {Modality.ASSERTED, Modality.PLANNED}:
        done = x if p.modality is Modality.ASSERTED else y
        return done.predication.past and not _is_under_way(story, done)
    return pair in ({Modality.ASSERTED, Modality.DENIED}, {Modality.PLANNED, Modality.DENIED})


def _is_under_way(story: Aligned, told: _Told) -> bool:
    """As in "said that he was bowing out", which is what the other report tells as a plan."""
    p = told.predication
    sent = story.readings[told.report].sentences[p.sentence]
    return sent.tokens[p.token].tag == "VBG" and any(k.lower in ("was", "were") for k in sent.kids(p.token, "aux"))


def _is_own_denial(story: Aligned, told: _Told) -> bool:
    """Whether only who is said to have done it denies it: that is a position, and the report with the charge stands."""
    p, reading = told.predication, story.readings[told.report]
    said = attribution_of(p.sentence, reading.sentences[p.sentence].tokens[p.token].span, reading.attributions)
    speakers = {reading.attributions[k].speaker for k in said}
    sent = reading.sentences[p.sentence]
    denies = any(a.lemma.lower() in _DENYING for a in sent.ancestors(p.token))
    if said and denies and any(k.tag == "PRP$" for h in subjects(sent, sent.tokens[p.token]) for k in sent.kids(h.i, "poss")):
        return True  # "denied that his organization did it"
    return any(entity_key(e) in p.agent for e in reading.entities if e.id in speakers)


def _told_elsewhere(x: _Told, y: _Told, told: Sequence[_Told], scale: Happenings) -> bool:
    """Whether one of the two reports also tells the other's state of the same happening."""
    for a, b in ((x, y), (y, x)):
        for o in told:
            if o.report != a.report or o is a or o.predication.modality is not b.predication.modality:
                continue
            if scale.likeness(o.predication, b.predication) >= scale.likeness(a.predication, b.predication) * _AS_LIKE:
                return True
    return False


def _core(story: Aligned, told: _Told) -> str:
    """Its words."""
    p = told.predication
    sent = story.readings[told.report].sentences[p.sentence]
    return join(sent.covering(p.span)[:9])


def _draft(story: Aligned, told: Sequence[_Told], score: float, late: Sequence[_Told] = ()) -> Draft:
    modalities = {t.predication.modality for t in told}
    staged = len({t.predication.verb for t in told}) > 1
    relation = Relation.UPDATE if staged or (modalities & _OPEN and Modality.ASSERTED in modalities) else Relation.CONTRADICTION
    values = tuple(
        value_of(story.readings[t.report], t.predication.span, f"“{_core(story, t)}”" if staged else _WORDS[t.predication.modality])
        for t in told
    )
    subject = asked(story, "whether", [(t.report, t.predication) for t in (told if not staged else late or told)])
    text = explain(story, Aspect.OUTCOME, relation, values, Own(verbs=("says", "say")) if staged else None)
    return Draft(
        relation=relation,
        aspect=Aspect.OUTCOME,
        subject=subject,
        values=values,
        explanation=text,
        score=min(0.8, 0.3 + score / 2),
        rule=RULE,
    )
