"""Aligned -> Drafts on the occasion: where one remark was made, before or after what one thing was done, and what somebody came for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from accord.model.reading import Attribution, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Modality, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import quote_of
from accord.reconcile.compare.sorts import by_word
from accord.reconcile.compare.subjects import asked
from accord.reconcile.drafts import Draft
from accord.reconcile.happenings import Happenings
from accord.reconcile.phrases import party_name
from accord.reconcile.predicates import Predication, entity_keys, named_parties, subjects
from accord.reconcile.terms import term
from accord.reconcile.wording import explain

RULE = "compare.occasions"
# Where things are said: words of one row are one occasion; what stands in no row may be the frame of another ("at the summit"). By hand.
_SAYING = by_word({
        "news conference": "news_conference press_conference news_briefing press_briefing",
        "interview": "interview",
        "rally": "rally",
        "hearing": "hearing testimony",
        "debate": "debate",
        "post": "tweet twitter facebook telegram instagram",
        "letter": "letter email e-mail memo",
        "telephone call": "phone_call telephone_call call",
        "sermon": "sermon homily",
})  # fmt: skip
# What people are somewhere for.
_COMING = by_word({
        "holiday": "holiday vacation honeymoon",
        "talks": "talk negotiation meeting consultation",
        "treatment": "treatment surgery operation checkup check-up",
        "funeral": "funeral burial",
        "wedding": "wedding",
        "pilgrimage": "pilgrimage",
})  # fmt: skip
_THERE = frozenset("visit arrive leave head fly be stay spend return".split())
_BEFORE, _AFTER = frozenset({"before"}), frozenset({"after", "following"})
_WITHIN = frozenset({"at", "in", "during", "on", "via", "by", "over"})
_FOR = frozenset({"for", "on"})
_MOST = 60  # remarks, deeds and stays of a report that are looked at: each meets each of the other's
_REMARK = 0.4  # weighted share of the words of two remarks by which they are one
_REMARK_WORDS = 3
_SCORE = 0.45


@dataclass(frozen=True, slots=True)
class _Told:
    report: int
    sentence: int
    span: Span
    answer: str
    words: frozenset[str]
    party: str
    name: str


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of where it was said, of before and after, of what for."""
    scale = Happenings(story)
    yield from _remarks(story, scale)
    yield from _orders(story, scale)
    yield from _purposes(story)


# ---------------------------------------------------------------- where a remark was made
def _remarks(story: Aligned, scale: Happenings) -> Iterator[Draft]:
    told = [list(islice(_remarks_of(k, r), _MOST)) for k, r in enumerate(story.readings)]
    for a, b in story.pairs():
        pairs = [
            (like, x, y) for x in told[a] for y in told[b]
            if x.party == y.party and x.answer != y.answer and len(x.words & y.words) >= _REMARK_WORDS
            and (like := scale.alike(x.words, y.words)) >= _REMARK
            and not any(o.party == y.party and o.answer == y.answer for o in told[a])
            and not any(o.party == x.party and o.answer == x.answer for o in told[b])
        ]  # fmt: skip
        for _, x, y in sorted(pairs, key=lambda p: (-p[0], p[1].span, p[2].span))[:1]:
            values = tuple(quote_of(story.readings[t.report], t.sentence, t.span) for t in (x, y))
            yield _draft(story, f"where {max(x.name, y.name, key=len)} said it", values)


def _remarks_of(k: int, reading: Reading) -> Iterator[_Told]:
    keys = entity_keys(reading)
    yield from (t for a in reading.attributions if (t := _remark(k, reading, a, keys)))


def _remark(k: int, reading: Reading, said: Attribution, keys: Mapping[tuple[int, int], str]) -> _Told | None:
    """What a named speaker said on an occasion that the words of saying name."""
    sent = next((s for s in reading.sentences if said.cue and s.span.contains(said.cue[0])), None)
    verb = next((t for t in sent.covering(said.cue[0]) if t.pos == "VERB"), None) if sent is not None else None
    if sent is None or verb is None:
        return None
    found = next((o for v in (verb, *sent.kids(verb.i, "advcl")) for o in _occasions(sent, v)), None)
    heads = subjects(sent, verb)[:1]
    party = next(iter(named_parties(sent, heads, keys)), "")
    if found is None or not party:
        return None
    words = frozenset(t for c in said.content for s in reading.sentences if s.span.overlap(c) for t in _terms(s, c))
    return _Told(k, sent.index, *found, words, party, party_name(reading, sent, heads[0]))


def _occasions(sent: Sentence, verb: Token) -> Iterator[tuple[Span, str]]:
    """Occasions behind the prepositions of a verb, with the words that name them."""
    for prep in sent.kids(verb.i, "prep"):
        if prep.lower not in _WITHIN:
            continue
        for noun in sent.kids(prep.i, "pobj"):
            before = sent.tokens[noun.i - 1]
            occasion = _SAYING.get(f"{before.lemma.lower()}_{noun.lemma.lower()}") or _SAYING.get(noun.lemma.lower())
            if occasion and not any(k.lower == "no" for k in sent.kids(noun.i, "det")):
                yield Span(prep.start, noun.end), occasion


def _terms(sent: Sentence, span: Span) -> Iterator[str]:
    yield from (k for t in sent.covering(span) if (k := term(t)) is not None)


# ---------------------------------------------------------------- before and after
@dataclass(frozen=True, slots=True)
class _Order:
    """A deed, and that it was before or after something."""

    report: int
    deed: Predication
    is_after: bool
    than: frozenset[str]
    span: Span


def _orders(story: Aligned, scale: Happenings) -> Iterator[Draft]:
    told = [list(islice((o for p in row for o in _order(k, story.readings[k], p)), _MOST)) for k, row in enumerate(story.predications)]
    for a, b in story.pairs():
        pair = next(
            (
                (x, y) for x in told[a] for y in told[b]
                if x.is_after != y.is_after and scale.same(a, x.deed, b, y.deed) and scale.alike(x.than, y.than) >= _REMARK
            ),
            None,
        )  # fmt: skip
        if pair is not None:
            readings = story.readings
            values = tuple(quote_of(readings[o.report], o.deed.sentence, o.span) for o in pair)
            yield _draft(story, asked(story, "when", [(o.report, o.deed) for o in pair]), values)


def _order(k: int, reading: Reading, p: Predication) -> Iterator[_Order]:
    """As in "left after the vote", "spoke before the vote was taken"; of deeds that the report commits to."""
    if p.modality is not Modality.ASSERTED or not p.past:
        return
    sent = reading.sentences[p.sentence]
    for kid in sent.kids(p.token, "prep", "advcl"):
        word = kid if kid.dep == "prep" else next(iter(sent.kids(kid.i, "mark")), kid)
        if word.lower not in _BEFORE | _AFTER:
            continue
        below = [t for t in sent.subtree(kid.i) if t.i != word.i]
        than = frozenset(w for t in below if not t.ner and (w := term(t)) is not None)
        if than:
            yield _Order(k, p, word.lower in _AFTER, than, Span(word.start, below[-1].end))


# ---------------------------------------------------------------- what for
def _purposes(story: Aligned) -> Iterator[Draft]:
    told = [list(islice(_purposes_of(k, r, story.predications[k]), _MOST)) for k, r in enumerate(story.readings)]
    for a, b in story.pairs():
        pair = next(
            (
                (x, y) for x in told[a] for y in told[b]
                if x.party == y.party and x.answer != y.answer
                and not any(o.answer == y.answer for o in told[a]) and not any(o.answer == x.answer for o in told[b])
            ),
            None,
        )  # fmt: skip
        if pair is not None:
            values = tuple(quote_of(story.readings[t.report], t.sentence, t.span) for t in pair)
            yield _draft(story, f"what {max((t.name for t in pair), key=len)} was there for", values)


def _purposes_of(k: int, reading: Reading, told: Sequence[Predication]) -> Iterator[_Told]:
    keys = entity_keys(reading)
    yield from (t for p in told if (t := _purpose(k, reading, p, keys)))


def _purpose(k: int, reading: Reading, p: Predication, keys: Mapping[tuple[int, int], str]) -> _Told | None:
    """What somebody who is named is somewhere for: "flew to Bern for talks", "was there on holiday"."""
    if p.verb not in _THERE or p.modality is not Modality.ASSERTED:
        return None
    sent = reading.sentences[p.sentence]
    heads = subjects(sent, sent.tokens[p.token])[:1]
    party = next(iter(named_parties(sent, heads, keys)), "")
    for prep in sent.kids(p.token, "prep") if party else ():
        for noun in sent.kids(prep.i, "pobj") if prep.lower in _FOR else ():
            purpose = _COMING.get(noun.lemma.lower())
            if purpose:
                return _Told(k, p.sentence, Span(prep.start, noun.end), purpose, p.arguments, party, party_name(reading, sent, heads[0]))
    return None


def _draft(story: Aligned, subject: str, values: tuple[FindingValue, ...]) -> Draft:
    text = explain(story, Aspect.OCCASION, Relation.CONTRADICTION, values)
    return Draft(
        relation=Relation.CONTRADICTION, aspect=Aspect.OCCASION, subject=subject, values=values, explanation=text, score=_SCORE, rule=RULE,
    )  # fmt: skip
