"""Aligned -> Drafts on to whom or what: who the same number of victims were, what was hit, and to whom one thing was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from accord.model.reading import Quantity, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Modality, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import counts, value_of
from accord.reconcile.compare.sorts import Answer, by_word, excluding
from accord.reconcile.drafts import Draft
from accord.reconcile.happenings import Happenings
from accord.reconcile.phrases import join, noun_phrase
from accord.reconcile.predicates import Predication, entity_keys, named_parties
from accord.reconcile.synonyms import verb_class
from accord.reconcile.terms import term
from accord.reconcile.wording import explain, harm

RULE = "compare.recipients"
# Who people are: words of two camps are not of one person. Written by hand.
_PEOPLE = by_word({
    "civilians": "civilian villager resident peasant farmer shopper worshipper worshiper worker miner student teacher pupil schoolchild"
    " child passenger tourist trader herder shepherd journalist nurse doctor pilgrim bystander passerby demonstrator protester",
    "fighters": "fighter militant insurgent rebel guerrilla terrorist jihadist militiaman gunman combatant extremist",
    "soldiers": "soldier troop serviceman conscript paratrooper marine sailor",
    "police": "policeman policewoman gendarme",
})  # fmt: skip
_TARGETS = by_word({
        "civil": "market bazaar hospital clinic school mosque church bakery house home wedding funeral ambulance kindergarten restaurant"
        " hotel shelter orphanage",
        "military": "depot arsenal base barrack airbase hideout garrison encampment bunker armoury armory",
})  # fmt: skip
_HIT = frozenset("attack destroy explode fire burn target level flatten".split())
_COMING_DOWN = frozenset("land fall slam crash hit".split())  # a blow only where it is a projectile that does
_PROJECTILES = frozenset("rocket shell missile bomb mortar drone projectile grenade barrel".split())
_BLOWS = frozenset("attack strike airstrike raid bombing bombardment shelling assault blast explosion".split())
_CROWDS = frozenset("gathering meeting concentration group column convoy position".split())  # military where fighters make it up
_ON = frozenset({"on", "at", "in", "inside", "of", "into", "against", "through"})
_WHAT = "what was hit"
_GIVING = frozenset("give send hand award grant donate deliver present address sell supply transfer pay lend entrust serve".split())
_MOST = 60  # victims, targets and gifts of a report that are looked at: each meets each of the other's
_LEAD = 12  # sentences; what stands further down is background
_MATCH = 0.12
_REACH = 2  # sentences about one that names the target
_ONE_THING = 0.5  # weighted share of what was given
_SCORE = 0.45


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of victims, of targets, of receivers."""
    yield from _victims(story)
    told = [list(islice(_targets(k, r), _MOST)) for k, r in enumerate(story.readings)]
    for group in excluding(story, told, reach=_REACH):
        values = tuple(value_of(story.readings[s.report], s.span, s.span.of(story.readings[s.report].report.text)) for s in group)
        yield _draft(story, f"{_WHAT}{harm(story.event)}", values)
    yield from _receivers(story)


# ---------------------------------------------------------------- victims
@dataclass(frozen=True, slots=True)
class _Victims:
    """People to whom something befell: their number, their camp, and the states that the words say they are of."""

    quantity: Quantity
    camp: str
    nations: frozenset[str]


def _victims(story: Aligned) -> Iterator[Draft]:
    """One number of dead, hurt or taken, of two camps or two nations."""
    found = [_victims_of(r) for r in story.readings]
    matches = {(m.a, m.i, m.b, m.j) for m in story.matches if m.score >= _MATCH}
    for a, b in story.pairs():
        pair = next(
            (
                (x, y) for x in found[a] for y in found[b]
                if (a, x.quantity.sentence, b, y.quantity.sentence) in matches and _are_others(x, y)
                and not any(_is_like(o, y) for o in found[a]) and not any(_is_like(o, x) for o in found[b])
            ),
            None,
        )  # fmt: skip
        if pair is not None and all(_is_of_the_event(k, story.readings[k], v.quantity) for k, v in zip((a, b), pair, strict=True)):
            values = tuple(_told(story.readings[k], v.quantity) for k, v in zip((a, b), pair, strict=True))
            yield _draft(story, f"who was {pair[0].quantity.effect}{harm(story.event)}", values)


def _victims_of(reading: Reading) -> list[_Victims]:
    demonyms = [(m.span, e.country) for e in reading.entities if e.country for m in e.mentions if m.how == "demonym"]
    out = []
    for q in reading.quantities:
        if q.effect and q.exact is not None and not q.ordinal:
            camp = next((_camp(w) for w in (*q.unit.split(), *q.unit_modifiers) if _camp(w)), "")
            out.append(_Victims(q, camp, frozenset(country for span, country in demonyms if q.span.contains(span))))
    return out[:_MOST]


def _is_of_the_event(k: int, reading: Reading, q: Quantity) -> bool:
    """Whether the words place the number in the event, and as a whole."""
    return any(c.quantity.span == q.span and not c.background and not c.part for c in counts(k, reading))


def _camp(word: str) -> str:
    return _PEOPLE.get(f"{word[:-3]}man" if word.endswith("men") else word, "")


def _are_others(x: _Victims, y: _Victims) -> bool:
    """One number and fate, and people of another camp or another nation."""
    if (x.quantity.effect, x.quantity.exact) != (y.quantity.effect, y.quantity.exact):
        return False
    camps = bool(x.camp and y.camp) and x.camp != y.camp
    return camps or (bool(x.nations and y.nations) and not x.nations & y.nations)


def _is_like(o: _Victims, other: _Victims) -> bool:
    """Whether a report also tells of people of the other's camp and nation."""
    return o.camp == other.camp and o.nations == other.nations


def _told(reading: Reading, q: Quantity) -> FindingValue:
    return value_of(reading, q.span, " ".join(q.span.of(reading.report.text).split()))


# ---------------------------------------------------------------- targets
def _targets(k: int, reading: Reading) -> Iterator[Answer]:
    """What an attack that the report commits to was on: the object of its verb, or what stands behind a preposition."""
    for sent in reading.sentences[:_LEAD]:
        for t in sent.tokens:
            if not _is_blow(sent, t) or reading.modality(sent.index, t.i) is not Modality.ASSERTED:
                continue
            for hit in _undergoers(sent, t):
                cell = _cell(sent, hit)
                if cell:
                    yield Answer(k, sent.index, Span(min(w.start for w in _phrase(sent, hit)), hit.end), _WHAT, cell)


def _is_blow(sent: Sentence, t: Token) -> bool:
    if t.pos == "VERB" and t.lemma.lower() in _COMING_DOWN and any(k.lemma.lower() in _PROJECTILES for k in sent.kids(t.i, "nsubj")):
        return True
    return (t.pos == "VERB" and verb_class(t.lemma) in _HIT) or (t.pos == "NOUN" and t.lemma.lower() in _BLOWS)


def _cell(sent: Sentence, t: Token) -> str:
    """Civil or military; a gathering of fighters is military."""
    if t.lemma.lower() in _CROWDS:
        of = [o for p in sent.kids(t.i, "prep") if p.lower == "of" for o in sent.kids(p.i, "pobj")]
        own = (*of, *sent.kids(t.i, "amod", "compound", "nmod"))
        return "military" if any(_camp(o.lemma.lower()) in ("fighters", "soldiers") for o in own) else ""
    return _TARGETS.get(t.lemma.lower(), "")


def _undergoers(sent: Sentence, over: Token) -> list[Token]:
    direct = sent.kids(over.i, "dobj", "nsubjpass")
    behind = [o for p in sent.kids(over.i, "prep") if p.lower in _ON for o in sent.kids(p.i, "pobj")]
    found = direct or behind
    return [*found, *(c for t in found for c in sent.kids(t.i, "conj"))]


def _phrase(sent: Sentence, t: Token) -> list[Token]:
    return [t, *(k for k in sent.kids(t.i, "amod", "compound", "nmod") if t.i - k.i <= 3)]


# ---------------------------------------------------------------- receivers
@dataclass(frozen=True, slots=True)
class _Gift:
    report: int
    predication: Predication
    receivers: frozenset[str]
    thing: frozenset[str]


def _receivers(story: Aligned) -> Iterator[Draft]:
    """One thing that one party gave, and two that got it."""
    scale = Happenings(story)
    keys = [entity_keys(r) for r in story.readings]
    gifts = [
        list(islice((g for p in row if (g := _gift(k, story.readings[k], p, keys[k]))), _MOST)) for k, row in enumerate(story.predications)
    ]
    for a, b in story.pairs():
        pair = next(
            (
                (x, y) for x in gifts[a] for y in gifts[b]
                if not x.receivers & y.receivers and _is_one(x, y, scale)
                and not any(o.receivers & y.receivers for o in gifts[a]) and not any(o.receivers & x.receivers for o in gifts[b])
            ),
            None,
        )  # fmt: skip
        if pair is not None:
            values = tuple(_given(story.readings[g.report], g) for g in pair)
            yield _draft(story, _question(story.readings[a], pair[0]), values)


def _gift(k: int, reading: Reading, p: Predication, keys: Mapping[tuple[int, int], str]) -> _Gift | None:
    sent = reading.sentences[p.sentence]
    verb = sent.tokens[p.token]
    if verb.lemma.lower() not in _GIVING or p.modality is not Modality.ASSERTED:
        return None
    heads = _receiver_heads(sent, verb)
    receivers = named_parties(sent, heads, keys)
    objects = sent.kids(verb.i, "dobj") or sent.kids(verb.i, "nsubjpass")
    thing = frozenset(w for o in objects for t in _phrase(sent, o) if (w := term(t)) is not None)
    return _Gift(k, p, receivers, thing) if receivers and thing else None


def _receiver_heads(sent: Sentence, verb: Token) -> list[Token]:
    """Behind "to", before the object ("gave the rebels arms"), or the subject of "was given"."""
    behind = [o for p in sent.kids(verb.i, "prep", "dative") if p.lower == "to" for o in sent.kids(p.i, "pobj")]
    before = [k for k in sent.kids(verb.i, "dative") if k.pos in ("NOUN", "PROPN")]
    passive = sent.kids(verb.i, "nsubjpass") if sent.kids(verb.i, "dobj") else []
    return behind or before or passive


def _is_one(x: _Gift, y: _Gift, scale: Happenings) -> bool:
    p, q = x.predication, y.predication
    giver = p.agent & q.agent or not (p.agent and q.agent)
    match = scale.match(x.report, p.sentence, y.report, q.sentence)
    return p.verb == q.verb and bool(giver) and match >= _MATCH and scale.alike(x.thing, y.thing) >= _ONE_THING


def _given(reading: Reading, g: _Gift) -> FindingValue:
    sent = reading.sentences[g.predication.sentence]
    head = _receiver_heads(sent, sent.tokens[g.predication.token])[0]
    return value_of(reading, head.span, noun_phrase(sent, head, most=6))


def _question(reading: Reading, g: _Gift) -> str:
    sent = reading.sentences[g.predication.sentence]
    verb = sent.tokens[g.predication.token]
    return f"to whom it was done: “{join([verb, *sent.kids(verb.i, 'dobj')])}”"


def _draft(story: Aligned, subject: str, values: tuple[FindingValue, ...]) -> Draft:
    text = explain(story, Aspect.RECIPIENT, Relation.CONTRADICTION, values)
    return Draft(
        relation=Relation.CONTRADICTION, aspect=Aspect.RECIPIENT, subject=subject, values=values, explanation=text, score=_SCORE, rule=RULE,
    )  # fmt: skip
