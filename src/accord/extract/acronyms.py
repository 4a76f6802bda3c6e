"""Sentences -> organisations that are introduced with their acronym ("the National Union of Workers (NUW)"), in either order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.model.sentence import Sentence, Token

_SMALL = frozenset("of the and for in on de del la las los el y to & ' 's - – \" “ ”".split())
_LONGEST, _SHORTEST = 7, 3
# Words between a name's first word and its acronym.
_REACH = 14
_STOPS = frozenset([",", ";", ":", ".", "(", ")", "[", "]", "--"])
_VERBAL = ("VERB", "AUX", "PRON", "ADV")
# Bracketed words that are no names: agencies, parties and states of the USA, ages.
_NO_ACRONYMS = frozenset("AFP EFE UPI REUTERS USA SIC TEXT MORE PHOTO VIDEO GMT EST PHD CEO".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """An organisation's full name, tokens `[start, end)` of a sentence, and the token of its acronym."""

    sentence: int
    start: int
    end: int
    at: int
    acronym: str


def find_introductions(sentences: tuple[Sentence, ...], text: str) -> Iterator[Introduction]:
    """Names with their acronym beside them in brackets, in order; `text` is the report's, for its own case.

    The initials must be the acronym's letters in any order, for names are translated and acronyms are not
    ("Revolutionary Armed Forces of Colombia", FARC); of four letters and more one may be missing or left over.
    """
    for s in sentences:
        for t in s.tokens:
            if t.text != "(" or t.i + 2 >= len(s.tokens) or not t.i:
                continue
            inside, close = s.tokens[t.i + 1], s.tokens[t.i + 2]
            if close.text == ")" and is_acronym(inside, text):
                start = _start(s, t.i, inside.text.upper(), text)
                if start is not None:
                    yield Introduction(sentence=s.index, start=start, end=t.i, at=inside.i, acronym=inside.text.upper())
            elif is_acronym(s.tokens[t.i - 1], text):
                end = next((k.i for k in s.tokens[t.i + 1 : t.i + 1 + _REACH] if k.text == ")"), None)
                acronym = s.tokens[t.i - 1].text.upper()
                if end is not None and _spells(initials_of(s.tokens[t.i + 1 : end]), acronym):
                    yield Introduction(sentence=s.index, start=t.i + 1, end=end, at=t.i - 1, acronym=acronym)


def is_acronym(t: Token, text: str) -> bool:
    """Whether a token stands in capitals in the report's own text."""
    word = text[t.start : t.end].replace(".", "")
    return word.isalpha() and _SHORTEST <= len(word) <= _LONGEST and word not in _NO_ACRONYMS and word.isupper()


def _start(s: Sentence, bracket: int, acronym: str, text: str) -> int | None:
    """First token of the shortest phrase before a bracket that spells the acronym exactly, else of the shortest that nearly does."""
    nearly = None
    for i in range(bracket - 1, max(-1, bracket - 1 - _REACH), -1):
        t = s.tokens[i]
        if t.text in _STOPS or t.pos in _VERBAL:
            break
        if t.lower in _SMALL or not text[t.start].isupper() or bracket - i < 2:
            continue
        letters = initials_of(s.tokens[i:bracket])
        if sorted(letters) == sorted(acronym):
            return i
        if nearly is None and len(letters) > 1 and _spells(letters, acronym):
            nearly = i
    return nearly


def initials_of(tokens: tuple[Token, ...]) -> str:
    """First letters of the words that count, in capitals."""
    return "".join(t.text[0] for t in tokens if t.lower not in _SMALL and t.text[0].isalpha()).upper()


def _spells(letters: str, acronym: str) -> bool:
    rest = list(acronym)
    extra = 0
    for x in letters:
        if x in rest:
            rest.remove(x)
        else:
            extra += 1
    return extra + len(rest) <= (1 if len(acronym) > _SHORTEST else 0)
