"""Words of a sentence -> numbers written in digits, in words, or in both, with the range that they may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from accord.model.sentence import Token

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "score": 20.0,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "crore": 1e7, "lakh": 1e5,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, **{w + e: n for w, n in ORDINALS.items() if n > 2 for e in ("", "s")}}
# Plurals of scales and words for "not many": the range that a reader takes from them.
_VAGUE: dict[tuple[str, ...], tuple[float, float | None]] = {
    ("dozens",): (24, None), ("scores",): (40, None), ("hundreds",): (200, None), ("thousands",): (2000, None),
    ("millions",): (2e6, None), ("billions",): (2e9, None), ("trillions",): (2e12, None),
    ("tens", "of", "thousands"): (2e4, None), ("hundreds", "of", "thousands"): (2e5, None), ("tens", "of", "millions"): (2e7, None),
    ("hundreds", "of", "millions"): (2e8, None), ("tens", "of", "billions"): (2e10, None), ("hundreds", "of", "billions"): (2e11, None),
    ("several", "dozen"): (36, None), ("several", "dozens"): (36, None), ("several", "hundred"): (300, None), ("several",
    "hundreds"): (300, None),
    ("several", "thousand"): (3000, None), ("several", "thousands"): (3000, None), ("several", "million"): (3e6, None),
    ("several", "billion"): (3e9, None), ("a", "few", "dozen"): (24, None), ("a", "few", "hundred"): (200, None),
    ("a", "few", "thousand"): (2000, None), ("some", "dozens"): (24, None), ("several",): (3, None), ("a", "few"): (2, None),
    ("a", "couple"): (2, 3), ("a", "handful"): (3, 9),
}  # fmt: skip
_VAGUE_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(_VAGUE, key=len, reverse=True):
    _VAGUE_BY_FIRST.setdefault(_words[0], []).append(_words)

_DIGITS = re.compile(r"(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?P<s>k|m|mn|bn|b|tn|million|billion|thousand)?\+?$")
_SUFFIX = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "million": 1e6, "billion": 1e9, "thousand": 1e3}
_ORDINAL_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)$")
_GLUED = re.compile(f"({'|'.join(TENS)})-?({'|'.join(w for w, n in UNITS.items() if 1 <= n <= 9)})$")
_GLUED_ORDINAL = re.compile(f"({'|'.join(TENS)})-?({'|'.join(w for w, n in ORDINALS.items() if n <= 9)})$")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
HYPHENS = frozenset(("-", "‐", "‑", "–"))
# A number of more digits is a phone number, an account or an id.
_MAX_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence.

    Attributes:
        start, end: Half-open token indexes.
        low, high: Inclusive range; equal for a plain number.
        exact: The number as written, None for vague ones.
        kind: "cardinal", "ordinal", "fraction" or "vague".
        digits: Written in digits only, with no scale word.
    """

    start: int
    end: int
    low: float
    high: float | None
    exact: float | None
    kind: str = "cardinal"
    digits: bool = False


def read_number(tokens: Sequence[Token], i: int) -> Number | None:
    """The longest number that begins at token `i`, or None.

    Reads "1,200", "1.2 million", "twenty-one", "two hundred and five", "half a million", "thirteen and a half billion",
    "dozens", "a couple", "80th", "two-thirds". Says nothing of what is counted: years and ages are numbers here.
    """
    word = tokens[i].lower
    if not _may_begin(word):
        return None
    return _vague(tokens, i, word) or _fraction(tokens, i, word) or _ordinal(tokens, i, word) or _cardinal(tokens, i, word)


@lru_cache(maxsize=8192)
def _may_begin(word: str) -> bool:
    if word[:1].isdecimal() or word[:1] in _VULGAR or (word[:1] == "." and word[1:2].isdecimal()):
        return True
    return (
        word in UNITS or word in TENS or word in ORDINALS or word in _VAGUE_BY_FIRST or word in {"a", "an", "half", "dozen"} or
        _glued(word) is not None
        or _GLUED_ORDINAL.match(word) is not None
    )  # fmt: skip


def _glued(word: str) -> float | None:
    m = _GLUED.match(word)
    return float(TENS[m[1]] + UNITS[m[2]]) if m else None


def digits_value(word: str) -> float | None:
    """Value of a token in digits ("1,200", "3.5", "1.2bn"), else None."""
    m = _DIGITS.match(word)
    if not m or len(m["n"]) > _MAX_DIGITS:
        return None
    return float(m["n"].replace(",", "")) * _SUFFIX.get(m["s"] or "", 1)


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _vague(tokens: Sequence[Token], i: int, word: str) -> Number | None:
    for words in _VAGUE_BY_FIRST.get(word, ()):
        if all(_word(tokens, i + k) == w for k, w in enumerate(words)):
            low, high = _VAGUE[words]
            return Number(i, i + len(words), low, high, None, "vague")
    return None


def _fraction(tokens: Sequence[Token], i: int, word: str) -> Number | None:
    """Reads "two-thirds", "a third of", "half of", "three quarters"; not "half a million", which is a cardinal."""
    at, top = i, None
    if word in {"a", "one", "an"} or (word in UNITS and UNITS[word] <= 9) or (word.isdecimal() and len(word) == 1):
        top = 1 if word in {"a", "an"} else int(digits_value(word) or UNITS.get(word, 0))
        at = i + 1
    elif word == "half":
        top = 1
    if not top:
        return None
    if _word(tokens, at) in HYPHENS:
        at += 1
    bottom = _FRACTIONS.get(_word(tokens, at))
    plural = _word(tokens, at).endswith(("s", "halves"))
    if bottom is None or (top > 1) != plural or (word == "half" and _word(tokens, at + 1) in {"a", "dozen", "million", "-"}):
        return None
    if _word(tokens, at + 1) != "of":
        return None
    if _word(tokens, at + 2) in {"a", "an"} and _word(tokens, at + 3) in SCALES:
        n = top / bottom * SCALES[_word(tokens, at + 3)]
        return Number(i, at + 4, n, n, n)
    share = 100 * top / bottom
    return Number(i, at + 1, share, share, share, "fraction")


def _ordinal(tokens: Sequence[Token], i: int, word: str) -> Number | None:
    m = _ORDINAL_DIGITS.match(word)
    n: float | None = None
    end = i + 1
    if m:
        n = float(m[1].replace(",", ""))
    elif word in ORDINALS:
        n = ORDINALS[word]
    elif g := _GLUED_ORDINAL.match(word):
        n = TENS[g[1]] + ORDINALS[g[2]]
    elif word in TENS:
        at = i + 1 + (_word(tokens, i + 1) in HYPHENS)
        if ORDINALS.get(_word(tokens, at), 99) <= 9:
            n, end = TENS[word] + ORDINALS[_word(tokens, at)], at + 1
    return Number(i, end, n, n, n, "ordinal") if n is not None else None


def _cardinal(tokens: Sequence[Token], i: int, word: str) -> Number | None:
    """Groups below a thousand, each with its scales, falling: "two hundred and five thousand" and then "one hundred"."""
    first = _leading(tokens, i, word)
    if first is None:
        return None
    group, at = first
    total, room = 0.0, float("inf")
    while True:
        group, at, scale = _scaled(tokens, group, at)
        total += group
        room = min(room, scale)
        if room < 1000 or (word[0].isdecimal() and _word(tokens, at)[:1].isdecimal()):
            break
        following, after = _group(tokens, at)
        if following is None or tokens[at].lower[0].isdecimal():
            break
        scaled, _, _ = _scaled(tokens, following, after)
        if scaled >= room:
            break
        group, at = following, after
    return Number(i, at, total, total, total, "cardinal", at == i + 1 and word[-1] in "0123456789+")


def _leading(tokens: Sequence[Token], i: int, word: str) -> tuple[float, int] | None:
    """What stands before the first scale: "half a", "a", "dozen" itself, or a group."""
    following = _word(tokens, i + 1)
    if word == "half":
        at = i + 1 + (following == "a")
        return (0.5, at) if following in {"a", "dozen"} and _word(tokens, at) in SCALES else None
    if word in {"a", "an"}:
        return (1.0, i + 1) if following in SCALES and following != "score" else None
    if word == "dozen":
        return 12.0, i + 1
    group, at = _group(tokens, i)
    return None if group is None else (group, at)


def _scaled(tokens: Sequence[Token], group: float, at: int) -> tuple[float, int, float]:
    """A group with "and a half", "hundred and five" and the large scales that follow; and their product."""
    if _word(tokens, at) == "and" and _word(tokens, at + 1) == "a" and _word(tokens, at + 2) == "half":
        group, at = group + 0.5, at + 3
    if _word(tokens, at) == "hundred":
        group, at = group * 100, at + 1
        here = at + (_word(tokens, at) == "and")
        rest, end = _group(tokens, here)
        if rest is not None and rest < 100 and not _word(tokens, here)[0].isdecimal():
            group, at = group + rest, end
    scale = 1.0
    while (s := SCALES.get(_word(tokens, at))) and _word(tokens, at) not in {"hundred", "score"}:
        scale, at = scale * s, at + 1
    return group * scale, at, scale


def _group(tokens: Sequence[Token], i: int) -> tuple[float | None, int]:
    """A number below a scale: digits, a unit, a ten, a ten and a unit."""
    word = _word(tokens, i)
    if word in _VULGAR:
        return _VULGAR[word], i + 1
    n = digits_value(word)
    if n is not None:
        return (n + _VULGAR[_word(tokens, i + 1)], i + 2) if _word(tokens, i + 1) in _VULGAR else (n, i + 1)
    if word in UNITS:
        return float(UNITS[word]), i + 1
    if (glued := _glued(word)) is not None:
        return glued, i + 1
    if word in TENS:
        at = i + 1 + (_word(tokens, i + 1) in HYPHENS)
        unit = UNITS.get(_word(tokens, at), 0)
        return (float(TENS[word] + unit), at + 1) if 1 <= unit <= 9 else (float(TENS[word]), i + 1)
    return None, i


def touches(tokens: Sequence[Token], i: int) -> bool:
    """Whether no space stands before token `i`."""
    return i > 0 and tokens[i - 1].end == tokens[i].start


def is_year(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is a year and no count: "in 1988", "the 2012 attacks", but "1300 people", "some 2000 fighters"."""
    text = tokens[i].text
    if not (len(text) == 4 and text.isdecimal() and 1000 <= int(text) <= 2100):
        return False
    before = tokens[i - 1] if i else None
    if before is None:
        return not counts_noun(tokens, i + 1)
    if i >= 2 and tokens[i - 2].lower in MONTH_WORDS and before.text[:1].isdecimal():
        return True
    if before.lower in _NO_YEAR_BEFORE:
        return False
    if int(text) >= 1700 and (before.lower in _YEAR_LEADS or before.lower in MONTH_WORDS):
        return True
    return (int(text) >= 1900 and before.tag in {"DT", "PRP$", "POS"}) or not counts_noun(tokens, i + 1)


def counts_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a plural noun, a measure or a share comes within three words: "1300 people", "2000 rebel fighters"."""
    for t in tokens[i : i + 3]:
        if t.tag in {"NNS", "NNPS"} or t.lower in _COUNTED_WORDS:
            return True
        if t.pos not in {"ADJ", "NOUN"} and t.lower != "-":
            return False
    return False


MONTH_WORDS = frozenset(
    "january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun."
    " jul jul."
    " aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.".split()
)
_YEAR_LEADS = frozenset("in since by until till during before after early late mid mid- year ( ' through".split())
_NO_YEAR_BEFORE = frozenset(
    "$ us$ € £ ¥ # no. number least than about some nearly almost over approximately roughly another flight resolution".split()
)
_COUNTED_WORDS = frozenset(
    "people percent % km troops mile kilometer kilometre meter metre foot feet acre hectare ton tonne barrel pound dollar euro kg"
    " degree mw hours hrs per".split()
)
