"""Personal name -> one key for all the ways in which its letters come over from another alphabet ("Gaddafi", "Qadhafi", "Kadhafi").

The consonants stay, grouped by what transcriptions from Arabic, Persian, Hindustani, Cyrillic and German interchange, in the manner of
phonetic keys for name matching (Christen 2006, "A comparison of personal name matching"); vowels and h go, for they are what differs most.
"""

from __future__ import annotations

import re
from functools import cache

from accord.knowledge.tables import fold

# Letters that no decomposition turns into plain ones.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "e", "œ": "o", "ı": "i", "ð": "d", "þ": "t", "ə": "e"})
_ARTICLES = frozenset("al el as ad ar at an ash ul ur ud us il l".split())
# Whole words first: particles that are written apart, together or not at all.
_WORDS = (
    (re.compile(r"\babd(?:[eou]l|[- ](?:al|el|ul|ol|ur|ar|er))[- ]?"), "abd"),
    (re.compile(r"\b(?:ibn|bin|ben)\b"), "bn"),
)
# In this order; each a class of spellings for one sound.
_CLASSES = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"tch|tsch|tsh|ch|cz", "c"),
        (r"dzh|dj|zh", "j"),
        (r"schtsch|shch", "s"),
        (r"sch|sh|sz", "s"),
        (r"ph", "f"),
        (r"ck|kh|q|gh|g", "k"),
        (r"c(?=[eiy])", "s"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"z", "s"),
        (r"[aeiouyh']", ""),
    )
)
_REPEATED = re.compile(r"(.)\1+")
# With fewer consonants than these, all in all and in the last word, too many names have one key.
_FEWEST, _FEWEST_LAST = 5, 2


@cache
def sound_key(name: str) -> str:
    """Key of a name of two words and more; "" for names too short to be told apart by their consonants."""
    text = fold(name.casefold().translate(_LETTERS)).translate(_LETTERS)
    for pattern, plain in _WORDS:
        text = pattern.sub(plain, text)
    words = [w for w in re.split(r"[^a-z]+", text) if w and w not in _ARTICLES]
    keys = [_skeleton(w) for w in words]
    keys = [k for k in keys if k]
    if len(keys) < 2 or len(keys[-1]) < _FEWEST_LAST or sum(map(len, keys)) < _FEWEST:
        return ""
    return " ".join(keys)


def _skeleton(word: str) -> str:
    word = _REPEATED.sub(r"\1", word)
    for pattern, key in _CLASSES:
        word = pattern.sub(key, word)
    return word
