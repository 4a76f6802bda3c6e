"""Reading -> Position: who is for or against what, abstains, has not made up their mind, or has not spoken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from accord.model.authority import attribution_of
from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind, Modality
from accord.reconcile.phrases import party_name
from accord.reconcile.predicates import entity_key, entity_keys, named_parties, subjects
from accord.reconcile.synonyms import verb_class
from accord.reconcile.terms import term


class Side(StrEnum):
    """Where somebody stands on a matter."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    OPEN = "open"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One sentence's word on where somebody stands.

    Attributes:
        sentence: Index in the reading.
        token: Index of the word that says it, in its sentence.
        holders: Entity keys (`E:...`) of those who hold it.
        name: How the first of them is called.
        matter: Terms and entity keys of what it is on; empty where the sentence names no matter ("abstained").
        deed: Class of the verb where it is on doing something ("refused to sign"), "" where it is on a thing.
        vote: Whether it is a vote.
        span: From the first to the last word that says it, its object among them.
    """

    sentence: int
    token: int
    side: Side
    holders: frozenset[str]
    name: str
    matter: frozenset[str]
    deed: str
    vote: bool
    span: Span


# Words of standing, by what stands behind them. Written by hand.
_FOR = frozenset(
    "support back endorse favour favor welcome embrace advocate applaud praise hail champion defend commend accept bless approve".split()
)
_AGAINST = frozenset("oppose reject condemn denounce criticize criticise deplore resist dismiss rebuff spurn disapprove veto".split())
_AGREEING, _REFUSING = frozenset({"agree", "consent", "assent"}), frozenset({"refuse", "decline"})
_OBJECTING = frozenset({"object", "protest"})
_WILLING = frozenset("willing ready prepared happy eager keen open supportive".split())
_UNWILLING = frozenset("unwilling reluctant unprepared opposed averse hostile against".split())
_ABSTAINING = frozenset({"abstain"})
_ABSTENTION = frozenset({"abstention"})
_BACKING = frozenset("support backing approval blessing endorsement consent".split())
_OPPOSITION = frozenset("opposition objection rejection disapproval condemnation protest".split())
_GIVING = frozenset(
    "give lend offer pledge express voice declare announce reiterate state withhold withdraw make raise lodge throw".split()
)
_TAKING_BACK = frozenset({"withhold", "withdraw"})
_COMMENT = frozenset("comment word reaction response statement reply answer".split())
_SPEAKING = frozenset("comment respond reply answer react".split())
_OFFICES = frozenset("spokesman spokeswoman spokesperson ministry official embassy government".split())
_BY_PREPOSITION = {"for": Side.FOR, "favour": Side.FOR, "favor": Side.FOR, "against": Side.AGAINST}
_TURNED = {Side.FOR: Side.AGAINST, Side.OPEN: Side.OPEN, Side.ABSTAINED: Side.ABSTAINED}  # what a denial makes of it; none of others
_LOOSE = frozenset({Modality.POSSIBLE, Modality.CONDITIONAL, Modality.REQUESTED})
_FIRST_PERSONS = frozenset({"i", "we"})
_WITH_PARTICLE = (("rule", "out"), ("turn", "down"))
_PREDICATIVE = frozenset(("acomp", "attr", "prep", "ROOT", "conj", "oprd", "xcomp", "ccomp"))
_COPULAS = frozenset(("be", "remain", "stay"))
_COMPLEMENTS = ("dobj", "xcomp", "ccomp", "prep", "pcomp", "nsubjpass", "oprd")
_SAID_OF = frozenset("on to with about of for against".split())
_FAR = 16  # words of a matter that are looked at
_MOST = 400  # sentences of a report that are looked at


@dataclass(frozen=True, slots=True)
class _Found:
    """A word of standing, its side, and the words under which the matter stands."""

    side: Side
    over: tuple[Token, ...]
    vote: bool = False


def positions(reading: Reading) -> Iterator[Position]:
    """Where named parties stand, by the report, in its order; what is asked for, only possible or supposed is left out."""
    keys = _holder_keys(reading)
    for sent in reading.sentences[:_MOST]:
        for t in sent.tokens:
            if t.pos in ("VERB", "ADJ", "NOUN", "ADP", "AUX"):
                yield from _position(reading, sent, t, keys)


def _holder_keys(reading: Reading) -> Mapping[tuple[int, int], str]:
    """Keys of mentions; ministries and unnamed officials speak for their state."""
    out = dict(entity_keys(reading))
    for e in reading.entities:
        speaks_for = e.country and e.sector == "GOV" and (e.anonymous or e.kind is EntityKind.ORGANIZATION)
        if speaks_for and any(w.lower() in _OFFICES for w in e.name.split()):
            out.update(dict.fromkeys(((m.sentence, m.head) for m in e.mentions), f"E:{e.country}"))
    return out


def _position(reading: Reading, sent: Sentence, t: Token, keys: Mapping[tuple[int, int], str]) -> Iterator[Position]:
    silent = _silence(sent, t)
    found = _Found(Side.SILENT, ()) if silent is not None else _standing(sent, t)
    if found is None:
        return
    side = found.side if silent is not None else _committed(reading, sent, t, found.side)
    holders, name = _holders(reading, sent, silent if silent is not None else _heads(sent, t), keys)
    matter, words = _matter(sent, found.over, keys)
    if side is not None and holders and (matter - holders or found.vote or side is Side.SILENT):
        yield Position(
            sentence=sent.index, token=t.i, side=side, holders=holders, name=name, matter=matter - holders,
            deed=next((verb_class(k.lemma) for k in found.over if k.dep in ("xcomp", "pcomp")), ""), vote=found.vote,
            span=_cover([t, *words, *(silent or ())]),
        )  # fmt: skip


def _cover(words: list[Token]) -> Span:
    return Span(min(k.start for k in words), max(k.end for k in words))


def _standing(sent: Sentence, t: Token) -> _Found | None:
    return _by_verb(sent, t) if t.pos == "VERB" and t.dep != "acomp" else _by_predicate(sent, t)


def _by_verb(sent: Sentence, t: Token) -> _Found | None:
    """As in "backs it", "voted for it", "ruled it out", "gave it its blessing"."""
    lemma, kids = t.lemma.lower(), sent.kids(t.i)
    if lemma == "vote":
        return _vote(sent, t)
    if lemma in _ABSTAINING:
        return _Found(Side.ABSTAINED, tuple(kids), vote=True)
    if lemma == "call":
        behind = tuple(k for k in kids if k.lower == "for" and k.dep == "prep")
        return _Found(Side.FOR, behind) if behind else None
    if lemma in _GIVING:
        return _given(sent, kids, lemma)
    particle = next((p for v, p in _WITH_PARTICLE if v == lemma and _has(kids, p)), None)
    objecting = lemma in _OBJECTING and any(k.lower in ("to", "against") for k in kids)
    if particle or objecting or lemma in _AGAINST | _REFUSING:
        return _Found(Side.AGAINST, _under(kids))
    return _Found(Side.FOR, _under(kids)) if lemma in _FOR | _AGREEING else _by_predicate(sent, t)


def _by_predicate(sent: Sentence, t: Token) -> _Found | None:
    """As in "is unwilling to pay", "is in favour of it", "remains undecided"."""
    if t.dep not in _PREDICATIVE or sent.tokens[t.head].lemma not in _COPULAS:
        return None
    kids = sent.kids(t.i)
    if t.lemma.lower() in _WILLING:
        return _Found(Side.FOR, _under(kids))
    if t.lemma.lower() in _UNWILLING or t.lower == "opposed":
        return _Found(Side.AGAINST, (*_under(kids), *sent.kids(t.i, "pobj")))
    favour = [k for k in sent.kids(t.i, "pobj") if k.lower in ("favour", "favor")] if t.lower == "in" else []
    if favour:
        return _Found(Side.FOR, tuple(g for k in favour for g in sent.kids(k.i, "prep")))
    return _Found(Side.OPEN, _under(kids)) if t.lower == "undecided" else None


def _under(kids: list[Token]) -> tuple[Token, ...]:
    return tuple(k for k in kids if k.dep in _COMPLEMENTS and (k.dep != "prep" or k.lower in _SAID_OF))


def _has(kids: list[Token], word: str) -> bool:
    return any(k.lower == word and k.dep in ("prt", "advmod", "prep") for k in kids)


def _vote(sent: Sentence, t: Token) -> _Found | None:
    """As in "voted for it", "voted in favour of it"; "voted to leave" is a deed."""
    for p in sent.kids(t.i, "prep"):
        words = {p.lower, *(k.lower for k in sent.kids(p.i, "pobj"))}
        side = next((s for w, s in _BY_PREPOSITION.items() if w in words), None)
        if side is not None:
            return _Found(side, (p,), vote=True)
    return None


def _given(sent: Sentence, kids: list[Token], verb: str) -> _Found | None:
    """As in "gave its backing to the plan", "voiced opposition to it"; "withdrew support" is against."""
    for noun in (k for k in kids if k.dep == "dobj"):
        lemma = noun.lemma.lower()
        over = tuple(k for k in (*sent.kids(noun.i, "prep"), *kids) if k.dep == "prep" and k.lower in _SAID_OF)
        if any(d.lower == "no" for d in sent.kids(noun.i, "det")):
            return None
        if lemma in _BACKING:
            return _Found(Side.AGAINST if verb in _TAKING_BACK else Side.FOR, over)
        if lemma in _OPPOSITION:
            return None if verb in _TAKING_BACK else _Found(Side.AGAINST, over)
    return None


def _committed(reading: Reading, sent: Sentence, t: Token, side: Side) -> Side | None:
    """The side that the report commits to; None where it leaves it open whether anybody holds it."""
    verb = t if t.pos == "VERB" or t.dep == "ROOT" else sent.tokens[t.head]
    modality = reading.modality(sent.index, verb.i)
    denied = modality is Modality.DENIED or any(k.dep == "neg" for k in sent.kids(t.i))
    if not denied:
        return None if modality in _LOOSE else side
    if side is Side.FOR and _not_yet(sent, verb):
        return Side.OPEN
    return _TURNED.get(side)


def _not_yet(sent: Sentence, verb: Token) -> bool:
    """As in "has not endorsed", "has yet to endorse"."""
    near = [*sent.kids(verb.i), *(sent.kids(verb.head) if verb.dep == "xcomp" else [])]
    perfect = verb.tag == "VBN" and any(k.lower in ("has", "have", "had", "'ve", "’ve") for k in near)
    return perfect or any(k.lower == "yet" for k in near)


def _heads(sent: Sentence, t: Token) -> list[Token]:
    """Who holds it: the subject and those joined to it; of a passive those behind "by"."""
    verb = t if t.pos == "VERB" else sent.tokens[t.head]
    if t is verb and any(k.dep in ("nsubjpass", "auxpass") for k in sent.kids(verb.i)):
        heads = [o for p in sent.kids(verb.i, "agent", "prep") if p.lower == "by" for o in sent.kids(p.i, "pobj")]
    else:
        heads = subjects(sent, verb)
    return [h for head in heads for h in (head, *_joined(sent, head))]


def _holders(
    reading: Reading, sent: Sentence, heads: Sequence[Token], keys: Mapping[tuple[int, int], str]
) -> tuple[frozenset[str], str]:  # fmt: skip
    """Keys and the first one's name; of who speaks where it says "I" or "we"."""
    out = named_parties(sent, heads, keys)
    mine = next((h for h in heads if h.lower in _FIRST_PERSONS), None)
    if not out and mine is not None:
        covering = attribution_of(sent.index, mine.span, reading.attributions)
        speaker = next((reading.attributions[k].speaker for k in reversed(covering)), None)
        return next(((frozenset((entity_key(e),)), e.name) for e in reading.entities if e.id == speaker and not e.anonymous), (out, ""))
    return out, next((party_name(reading, sent, h) for h in heads if named_parties(sent, (h,), keys)), "")


def _joined(sent: Sentence, head: Token) -> list[Token]:
    out: list[Token] = []
    todo = sent.kids(head.i, "conj")
    while todo and len(out) < _FAR:
        k = todo.pop(0)
        out.append(k)
        todo.extend(sent.kids(k.i, "conj"))
    return out


def _matter(sent: Sentence, over: Sequence[Token], keys: Mapping[tuple[int, int], str]) -> tuple[frozenset[str], list[Token]]:
    """Terms and keys of the words under the complements, and those words."""
    words = [t for k in over for t in sent.subtree(k.i)[:_FAR] if t.dep != "punct"]
    out = {k for t in words if (k := keys.get((sent.index, t.i)) or term(t))}
    return frozenset(out), words


def _silence(sent: Sentence, t: Token) -> list[Token] | None:
    """Who has not spoken: "no comment from Paris", "Paris has not commented", "declined to comment"; None where that is not said."""
    lemma = t.lemma.lower()
    if t.pos == "NOUN" and lemma in _COMMENT and any(d.lower == "no" for d in sent.kids(t.i, "det")):
        return [o for p in sent.kids(t.i, "prep") if p.lower in ("from", "by") for o in sent.kids(p.i, "pobj")] or None
    if t.pos == "VERB" and lemma in _SPEAKING:
        above = sent.tokens[t.head]
        declined = t.dep == "xcomp" and (above.lemma.lower() in _REFUSING or any(k.lower == "yet" for k in sent.kids(above.i)))
        if declined or (any(k.dep == "neg" for k in sent.kids(t.i)) and not sent.kids(t.i, "ccomp")):
            return subjects(sent, t) or None
    return None
