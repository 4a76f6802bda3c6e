"""Text in capitals -> text with case, letter for letter, so that offsets stay and the parser sees what it was trained on."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Initials stay as they are: U.S., F-16, one or two letters without a vowel.
_ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z]+-?\d[\w-]*")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|MR|MRS|MS|DR|GEN|COL|LT|CAPT|MAJ|SGT|GOV|SEN|REP|REV|ST|JR|NO)\.$")
_CAPITALS_SHARE = 0.85
_ALWAYS_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december"
    " i mr mrs ms dr st jr".split()
)
_MONTH_CONTEXT = re.compile(r"\b(MARCH|MAY)\b(?=\s+\d)|(?<=\d\s)(MARCH|MAY)\b|(?<=\bIN )(MARCH|MAY)\b")


def is_capitals(text: str) -> bool:
    """Whether a stretch is written in capitals throughout (agency dispatches, some headlines)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 20 and sum(c.isupper() for c in letters) >= _CAPITALS_SHARE * len(letters)


def restore_case(text: str, names: frozenset[str] = frozenset()) -> str:
    """Gives a text in capitals its usual case; every character keeps its place.

    Words of the common word list become lower case, others are taken for names, and a sentence begins with a capital.
    `names` are known names in lower case, of any number of words: they are cased as names even if their words are common.
    """
    if not is_capitals(text):
        return text
    keep = [m.span() for m in _ACRONYM.finditer(text)]
    months = {m.start() for m in _MONTH_CONTEXT.finditer(text)}
    out = list(text)
    for m in _WORD.finditer(text):
        if any(s <= m.start() < e for s, e in keep):
            continue
        word = m.group()
        low = word.lower()
        name = m.start() in months or low in _ALWAYS_NAMES or not _is_common(low)
        if name and len(word) <= 5 and not re.search("[AEIOUY]", word):
            continue
        starts = _begins_sentence(text, m.start())
        cased = word[0] + low[1:] if name or starts else low
        if len(cased) == len(word):
            out[m.start() : m.end()] = cased
    cased_text = "".join(out)
    return _case_names(cased_text, names) if names else cased_text


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at].rstrip(" \"'“‘([\n")
    return not before or before.endswith("--") or (before[-1] in ".!?:" and not _ABBREVIATED.search(before))


def _is_common(word: str) -> bool:
    base = re.split("['’]", word)[0]
    return base in _common_words()


@cache
def _common_words() -> frozenset[str]:
    data = resources.files("accord.parse").joinpath("data/common_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode().split())


_SMALL = frozenset("of the and for in on de del la el al bin".split())


def _case_names(text: str, names: frozenset[str]) -> str:
    """Capitalises known names of several words, longest first."""
    words = [(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(text)]
    out = list(text)
    i = 0
    while i < len(words):
        for n in (5, 4, 3, 2, 1):
            piece = words[i : i + n]
            if len(piece) == n and text[piece[0][0] : piece[-1][1]].lower() in names:
                for start, _, word in piece:
                    if n == 1 or word not in _SMALL or start == piece[0][0]:
                        out[start] = out[start].upper()
                i += n
                break
        else:
            i += 1
    return "".join(out)
