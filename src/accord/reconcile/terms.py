"""Sentence -> content terms: folded lemmas that two reports of one thing share, whatever their spelling of foreign names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from accord.model.sentence import Sentence, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})

# Words that every report holds: they say nothing about which event is told. Written by hand.
_EMPTY = frozenset(
    """
    a an the be have do will would can could may might shall should must say tell add state note speak call report accord describe
    mr mrs ms dr new other more most many much several some such same own last next first one two year month week day time people person
    man woman thing way part lot number day today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    come go get make take give see know think want use include follow remain become seem begin start continue keep let put
    government official leader country state group statement source spokesman spokeswoman news agency reuters afp ap press media
    also earlier later late early former recent early good great big high little old long large small early local
    """.split()
)
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLE = re.compile(r"(.)\1+")
_SHORT = 2


@lru_cache(maxsize=50_000)
def fold_name(name: str) -> str:
    """One key for the spellings of a transliterated name: Raqqa and Raqa, Hasakeh and Hasaka, Manbij and Minbij.

    Marks are dropped, doubled letters made single, each run of vowels made one, a final vowel with its "h" dropped.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isalnum())
    if len(plain) <= _SHORT or any(c.isdigit() for c in plain):
        return plain
    body = _DOUBLE.sub(r"\1", _VOWELS.sub("a", plain.replace("q", "k").replace("ph", "f").replace("kh", "k").replace("gh", "g")))
    trimmed = body if plain.endswith("ia") else re.sub(r"ah?$", "", body)  # Nigeria is not Niger
    return trimmed if len(trimmed) > _SHORT else body


@lru_cache(maxsize=100_000)
def _key(lemma: str, text: str, pos: str) -> str | None:
    if pos == "PROPN":
        word = text.lower()
        if word in _EMPTY or not any(c.isalnum() for c in word):
            return None
        return "N:" + fold_name(text.removesuffix("'s").removesuffix("’s"))
    word = lemma.lower()
    if word in _EMPTY or len(word) < _SHORT or not any(c.isalnum() for c in word):
        return None
    return word.replace("-", "")


def term(token: Token) -> str | None:
    """The token's term: `N:` and the folded name for names, the lemma for other content words, None for the rest."""
    return _key(token.lemma, token.text, token.pos) if token.pos in _CONTENT else None


def terms(sent: Sentence) -> list[str]:
    """Content terms of the sentence, in order, repeats kept."""
    return [k for t in sent.tokens if (k := term(t)) is not None]
