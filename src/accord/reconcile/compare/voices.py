"""Two sentences of one report -> whether an unnamed speaker of one may be the named speaker of the other, and they say the same."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from accord.model.sentence import Sentence, Token
from accord.reconcile.synonyms import noun_class, verb_class
from accord.reconcile.terms import term

_ANY_ONE = frozenset("a an one some certain another".split())
_EMPTY = frozenset(
    "say tell warn complain caution note add describe find argue claim hear think believe call put be have do get go come make take one"
    " other same thing people man woman person country state year day just only for too also likewise no long longer who which that"
    " somebody someone anybody what hold remain week month time report speak local former retire retired".split()
)
_LEAST_FIT = 2
_LEAST_SHARED = 2


@cache
def _classes() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Word -> the classes that it is in: everyday words, and trades of speakers."""
    text = resources.files("accord.reconcile").joinpath("data", "everyday.tsv").read_text(encoding="utf-8")
    tables: dict[str, dict[str, set[str]]] = {"word": {}, "role": {}}
    for number, line in enumerate(text.splitlines()[1:]):
        kind, _, words = line.partition("\t")
        for w in words.split():
            tables[kind].setdefault(w, set()).add(f"{kind}{number}")
    return tuple({w: frozenset(c) for w, c in tables[k].items()} for k in ("word", "role"))  # type: ignore[return-value]


def _keys(t: Token, table: int) -> frozenset[str]:
    """Classes of a word; a word of no class is one by itself."""
    known = _classes()[table]
    lemma = t.lemma.lower()
    found = known.get(lemma) or known.get(t.lower)
    if found:
        return found
    base = verb_class(lemma) if t.pos == "VERB" else noun_class(lemma)
    return known.get(base) or frozenset((term(t) or lemma,))


def unnamed_speaker(s: Sentence) -> tuple[Token, frozenset[int]] | None:
    """Head and tokens of a subject that is one unnamed person with a trade ("a Suva lecturer on affairs"); None without one."""
    roles = _classes()[1]
    for t in s:
        if t.dep not in ("nsubj", "nsubjpass") or t.pos not in ("NOUN", "PROPN") or t.tag in ("NNS", "NNPS"):
            continue
        kids = s.kids(t.i)
        indefinite = any(k.dep in ("det", "nummod") and k.lower in _ANY_ONE for k in kids)
        if t.lemma.lower() in roles and indefinite and not any(k.dep == "appos" and k.pos == "PROPN" for k in kids):
            return t, frozenset(k.i for k in s.subtree(t.i) if abs(k.i - t.i) <= 14)
    return None


def fits(unnamed: Sentence, who: tuple[Token, frozenset[int]], named: Sentence) -> int:
    """How many words that describe the unnamed speaker stand, by trade and place, in the sentence with the name."""
    head, phrase = who
    theirs = [_keys(k, 1) for k in named if k.pos in ("NOUN", "PROPN", "ADJ", "VERB")]
    told = [k for k in unnamed if k.i in phrase and k.pos in ("NOUN", "PROPN", "ADJ") and k.lower not in _ANY_ONE]
    told = [k for k in told if k.i == head.i or k.lemma.lower() not in _EMPTY or k.lemma.lower() in _classes()[1]]
    return sum(any(_keys(k, 1) & other for other in theirs) for k in told)


def shared(x: Sentence, y: Sentence, but: frozenset[int]) -> int:
    """Content classes that two sentences share, the words that describe the speaker (tokens `but` of `x`) left out."""
    skip = {c for k in x if k.i in but for c in _keys(k, 0)}
    left = [_content(t) for t in x if t.i not in but]
    right = [_content(t) for t in y]
    rest = [c - skip for c in right if c - skip]
    used: set[int] = set()
    n = 0
    for c in left:
        hit = next((j for j, d in enumerate(rest) if j not in used and (c - skip) & d), None)
        if hit is not None:
            used.add(hit)
            n += 1
    return n


def _content(t: Token) -> frozenset[str]:
    if t.pos not in ("NOUN", "VERB", "ADJ", "ADV", "PROPN") or t.lemma.lower() in _EMPTY or t.dep in ("aux", "auxpass"):
        return frozenset()
    if t.pos == "ADV" and t.lemma.lower() not in _classes()[0]:
        return frozenset()
    return _keys(t, 0)


def one_voice(unnamed: Sentence, named: Sentence) -> bool:
    """Whether the speakers fit in two respects and the remarks share two words by class."""
    who = unnamed_speaker(unnamed)
    if who is None or any(k.lower in ("another", "second") for k in unnamed.kids(who[0].i)):
        return False
    if fits(unnamed, who, named) < _LEAST_FIT:
        return False
    return shared(unnamed, named, who[1]) >= _LEAST_SHARED
