"""Reading -> Mention: each word that tells of an event, with what tells events apart: participants, days, places, numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.model.reading import Reading, StatementId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.timex import interval
from accord.model.vocabulary import Modality
from accord.reconcile.predicates import entity_keys, subjects
from accord.reconcile.synonyms import noun_class, phrasal, verb_class
from accord.reconcile.terms import fold_name, terms

_OWNERS = ("poss", "compound", "amod")  # who acts, with a noun: "his arrest", "police raid", "Russian attack"
_OBJECTS = ("dobj", "dative", "nsubjpass", "pobj", "attr", "oprd")
_LONGEST = 400  # terms of a sentence that are looked at; longer "sentences" are lists or damage


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A word that tells of an event.

    Attributes:
        reading: Index of the reading.
        sentence: Index of its sentence there.
        token: Index of the word in the sentence.
        span: Of the word.
        lemma: Lower case.
        sense: Class of words that news uses for one thing (`synonyms`), with a particle where that makes the sense; else the lemma.
        pos: Universal POS tag.
        subjects, objects: Who acts, and what is acted on or stands behind a preposition: entity keys (`E:...`), else lemmas.
        names: Keys of entities and folded names (`P:...`) of places in the sentence.
        days: TIMEX3 values in the sentence that mean one day or less.
        places: Folded names of towns and regions in the sentence.
        numbers: Exact counts in the sentence.
        words: Content terms of the sentence.
        modality: What is committed to of it.
    """

    reading: int
    sentence: int
    token: int
    span: Span
    lemma: str
    sense: str
    pos: str
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    words: frozenset[str] = frozenset()
    modality: Modality = Modality.ASSERTED


def mentions_at(reading: Reading, index: int, at: Iterable[tuple[int, int]]) -> Iterator[Mention]:
    """A mention for each (sentence, token), in their order.

    Args:
        reading: What was read.
        index: Number that the mentions carry for it.
        at: Indexes of sentences, and of tokens in them.

    Raises:
        IndexError: if the reading has no such token.
    """
    keys = entity_keys(reading)
    names: dict[int, set[str]] = defaultdict(set)
    places: dict[int, set[str]] = defaultdict(set)
    days: dict[int, set[str]] = defaultdict(set)
    numbers: dict[int, set[float]] = defaultdict(set)
    for (sentence, _), key in keys.items():
        names[sentence].add(key)
    for p in reading.places:
        names[p.sentence].add("P:" + fold_name(p.name))
        if p.kind != "state":
            places[p.sentence].add(fold_name(p.name))
    for t in reading.times:
        span = interval(t.value)
        if span and span[0] == span[1]:
            days[t.sentence].add(span[0].isoformat())
    for q in reading.quantities:
        if q.exact is not None and not q.ordinal:
            numbers[q.sentence].add(q.exact)
    words: dict[int, frozenset[str]] = {}
    for s, at_word in at:
        sent = reading.sentences[s]
        word = sent.tokens[at_word]
        if s not in words:
            words[s] = frozenset(terms(sent)[:_LONGEST])
        acting, acted = _participants(sent, word, keys)
        yield Mention(
            reading=index, sentence=s, token=at_word, span=word.span, lemma=word.lemma.lower(), sense=_sense(sent, word), pos=word.pos,
            subjects=acting, objects=acted, names=frozenset(names[s]), days=frozenset(days[s]), places=frozenset(places[s]),
            numbers=frozenset(numbers[s]), words=words[s], modality=reading.modality(s, at_word),
        )  # fmt: skip


def stated(reading: Reading) -> dict[tuple[int, int], tuple[StatementId, ...]]:
    """Statements of a reading by (sentence, token) of the word that tells of their event, in order of position."""
    out: dict[tuple[int, int], list[StatementId]] = defaultdict(list)
    for s in reading.statements:
        if 0 <= s.sentence < len(reading.sentences):
            sent = reading.sentences[s.sentence]
            word = head(sent, sent.covering(s.event.trigger))
            if word is not None:
                out[s.sentence, word.i].append(s.id)
    return {k: tuple(out[k]) for k in sorted(out)}


def head(sent: Sentence, words: Sequence[Token]) -> Token | None:
    """The one of the words that hangs on none of the others, the first if there are several; None without words."""
    inside = {t.i for t in words}
    return next((t for t in words if t.head not in inside or t.head == t.i), words[0] if words else None)


def _sense(sent: Sentence, word: Token) -> str:
    if word.pos != "VERB":
        return noun_class(word.lemma)
    return verb_class(phrasal(sent, word) or word.lemma)


def _participants(sent: Sentence, word: Token, keys: Mapping[tuple[int, int], str]) -> tuple[frozenset[str], frozenset[str]]:
    acting = subjects(sent, word) if word.pos == "VERB" else sent.kids(word.i, *_OWNERS)
    acted = sent.kids(word.i, *_OBJECTS)
    for p in sent.kids(word.i, "prep", "agent"):
        (acting if p.dep == "agent" else acted).extend(sent.kids(p.i, "pobj"))
    return _keyed(sent, acting, keys), _keyed(sent, acted, keys)


def _keyed(sent: Sentence, heads: Iterable[Token], keys: Mapping[tuple[int, int], str]) -> frozenset[str]:
    return frozenset(keys.get((sent.index, t.i)) or t.lemma.lower() for t in heads)
