"""Sentence -> stretches of words that a gazetteer knows, and the record of names found in it."""

from __future__ import annotations

from dataclasses import dataclass

from accord.extract import place_tables as tables
from accord.knowledge.gazetteer import find_sites
from accord.knowledge.phrases import Phrase
from accord.model.sentence import Sentence, Token

_LONGEST = 5
# Names of three letters and fewer are acronyms and words far oftener than small towns.
_SHORT, _LARGE = 4, 50_000


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Tokens `[start, end)` of a sentence that name a place.

    Attributes:
        name: The words, or what they stand for ("Jackson County" for the first word of "Jackson and Madison counties").
        phrase: Entry of the dictionary of states and landmarks, if one matched.
        skip: Code points at the start that are no part of the name ("R-" of "R-Marshall").
        link: Words between this name and the next of the sentence, lower case, if they are few; else "".
    """

    sentence: int
    start: int
    end: int
    name: str
    phrase: Phrase | None = None
    skip: int = 0
    link: str = ""


@dataclass(slots=True)
class Scan:
    """One sentence while its names are gathered."""

    sent: Sentence
    persons: set[int]
    organizations: set[int]
    taken: set[int]
    names: list[PlaceName]
    otherwise: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()

    def add(self, start: int, end: int, phrase: Phrase | None = None, name: str = "", skip: int = 0) -> None:
        """Records a name; its tokens are taken."""
        self.names.append(PlaceName(self.sent.index, start, end, name or words(self.sent, start, end), phrase, skip))
        self.taken.update(range(start, end))

    def free(self, start: int, end: int) -> bool:
        """Whether no name has taken any of the tokens."""
        return not any(i in self.taken for i in range(start, end))

    def token(self, i: int) -> Token | None:
        """The token at an index, None outside the sentence."""
        return self.sent.tokens[i] if 0 <= i < len(self.sent.tokens) else None

    def lower(self, i: int) -> str:
        """Its words in lower case, "" outside the sentence."""
        t = self.token(i)
        return t.lower if t is not None else ""

    def text(self, i: int) -> str:
        """Its words, "" outside the sentence."""
        t = self.token(i)
        return t.text if t is not None else ""


def words(sent: Sentence, start: int, end: int) -> str:
    """Tokens as they stand in the text, with one space where white space is."""
    out = ""
    for t in sent.tokens[start:end]:
        out += (" " if out and t.start > sent.tokens[t.i - 1].end else "") + t.text
    return out


def window(scan: Scan, start: int) -> int:
    """End of the longest name of the gazetteer that begins at a token, or 0."""
    tokens = scan.sent.tokens
    first = tokens[start]
    if not first.text[:1].isupper() or start in scan.taken or first.lower in ("the", "a", "an"):
        return 0
    ends = [start + 1]
    while len(ends) < _LONGEST and ends[-1] < len(tokens) and ends[-1] not in scan.taken:
        t = tokens[ends[-1]]
        joined = t.start == tokens[t.i - 1].end
        saint = t.text == "." and tokens[t.i - 1].lower in tables.SAINTS
        if not (t.text[:1].isupper() or t.lower in tables.CONNECTORS or saint or (joined and t.text in ("-", "–", "'", "’"))):
            break
        ends.append(ends[-1] + 1)
    for end in reversed(ends):
        last = tokens[end - 1]
        if not last.text[:1].isupper() or (end - start == 1 and (last.lower in tables.NOT_PLACES or not last.text[-1].isalnum())):
            continue
        name = words(scan.sent, start, end)
        sites = find_sites(name)
        if (
            not sites
            or (len(name) < _SHORT and not any(s.population >= _LARGE or s.kind == "1" for s in sites))
            or name.lower() in tables.NEVER
            or (_is_acronym(name) and not any(s.kind == "1" for s in sites))
        ):
            continue
        if end - start > 1 and last.text == "City" and scan.text(end) in tables.CITY_BODIES:
            shorter = find_sites(words(scan.sent, start, end - 1))
            if shorter and max(s.population for s in shorter) > max(s.population for s in sites):
                continue
        return end
    return 0


def _is_acronym(name: str) -> bool:
    return len(name) <= 4 and name.isupper()
