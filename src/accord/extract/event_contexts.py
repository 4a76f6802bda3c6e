"""Sentence and the words of an event in it -> PLOVER contexts: what the event is about, beside its type."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from accord.extract.event_lexicon import rows_of
from accord.knowledge.plover import contexts
from accord.model.sentence import Sentence, Token

# An event with more contexts than this stands in a sentence that tells of everything at once; the nearest words decide.
_MOST = 3
# Words outside the event's clause come after all words inside.
_OUTSIDE = 10_000
# Words further from the trigger than this tell of something else, even in a clause within its clause.
_FAR = 20
_HYPHENS = frozenset(["-", "‐", "‑", "–"])
# Words are tokens of the parser, which parts "re-election" and "people's" but not "F-16".
_PARTS = re.compile(r"\s+|(?<=[^\W\d])-(?=[^\W\d])|'s(?=\s)")
# Context -> contexts that say it more narrowly, as PLOVER has it.
_NARROWER: Mapping[str, frozenset[str]] = {
    "crime": frozenset("corruption illegal_drugs trafficking cyber terrorism human_rights gender".split()),
}
_NOUNS = frozenset(["NOUN", "PROPN"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word or phrase that tells what an event is about.

    Attributes:
        words: Lemmas or forms in lower case, hyphens and possessive marks left out; of a name the words as written.
        match: "any", "noun", "verb", or "name" for words that count only as written.
        context: PLOVER context; None for a phrase whose words mean something else.
        strong: It counts also outside the event's clause.
    """

    words: tuple[str, ...]
    match: str
    context: str | None
    strong: bool


def contexts_of(s: Sentence, tokens: Collection[int], trigger: int) -> tuple[str, ...]:
    """PLOVER contexts of an event (Halterman et al. 2023), in the order of the ontology: none where no word tells of one, three at most.

    Args:
        s: The sentence.
        tokens: Indexes of the tokens in the event's clause.
        trigger: Index of the verb or noun that tells of the event.
    """
    words = [t for t in s.tokens if t.text not in _HYPHENS and t.tag != "POS"]
    table = cues()
    distance: dict[str, int] = {}
    n = 0
    while n < len(words):
        found = _longest(words, n, table)
        if not found:
            n += 1
            continue
        held = words[n : n + len(found[0].words)]
        n += len(held)
        steps = min(abs(t.i - trigger) for t in held)
        inside = any(t.i == trigger or t.i in tokens for t in held)
        for cue in found if steps <= _FAR else ():
            if cue.context and (inside or _is_strong(cue, held)):
                far = steps if inside else steps + _OUTSIDE
                distance[cue.context] = min(far, distance.get(cue.context, far))
    return _in_order(distance)


def _is_strong(cue: Cue, held: Sequence[Token]) -> bool:
    """Whether words outside the event's clause count; in the name of an organisation they often tell who speaks."""
    return cue.strong and (cue.match == "name" or all(t.ner != "ORG" for t in held))


def _in_order(distance: Mapping[str, int]) -> tuple[str, ...]:
    if not distance:
        return ()
    found = [c for c in distance if not (_NARROWER.get(c, frozenset()) & distance.keys())]
    nearest = sorted(found, key=lambda c: (distance[c], c))[:_MOST]
    return tuple(c for c in _codes() if c in nearest)


def _longest(words: Sequence[Token], n: int, table: Mapping[str, tuple[Cue, ...]]) -> list[Cue]:
    """The cues that begin at a word, of which only the longest count: "human rights" is no matter of "rights"."""
    first = words[n]
    low, lemma = first.text.lower(), first.lemma.lower()
    rows = table.get(low, ())
    if lemma != low:
        rows = (*rows, *table.get(lemma, ()))
    if not rows and first.tag == "NNPS":
        rows = table.get(low.removesuffix("s"), ())
    if not rows:
        return []
    out: list[Cue] = []
    for cue in rows:
        length = len(cue.words)
        if length <= len(words) - n and (not out or length >= len(out[0].words)) and _fits(cue, words, n):
            out = [cue] if not out or length > len(out[0].words) else [*out, cue]
    return out


def _fits(cue: Cue, words: Sequence[Token], n: int) -> bool:
    if cue.match == "name":
        return all(words[n + k].text == word for k, word in enumerate(cue.words))
    t = words[n]
    if len(cue.words) == 1:
        # A surname is no word ("Church", "Judge").
        return t.ner != "PERSON" and (cue.match == "any" or (t.pos in _NOUNS if cue.match == "noun" else t.pos == "VERB"))
    return all(_is(words[n + k], word) for k, word in enumerate(cue.words[1:], 1))


def _is(t: Token, word: str) -> bool:
    low = t.lower
    return low == word or t.lemma.lower() == word or (t.tag == "NNPS" and low.removesuffix("s") == word)


@cache
def _codes() -> tuple[str, ...]:
    return tuple(contexts())


@cache
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """First word in lower case -> the cues that begin with it, the longest first, otherwise in the order of the table."""
    out: dict[str, list[Cue]] = defaultdict(list)
    for context, reach, match, listed in rows_of("event_contexts.tsv", 4):
        for written in listed.split("|"):
            words = tuple(w for w in _PARTS.split(written if match == "name" else written.lower()) if w)
            cue = Cue(words=words, match=match, context=None if context == "-" else context, strong=reach == "sentence")
            out[words[0].lower()].append(cue)
    return {first: tuple(sorted(rows, key=lambda c: -len(c.words))) for first, rows in out.items()}
