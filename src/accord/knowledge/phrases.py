"""Words of a sentence -> names of states, organisations and landmarks among them, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from accord.knowledge.landmarks import all_landmarks
from accord.knowledge.organizations import all_organizations
from accord.knowledge.states import state_forms
from accord.knowledge.tables import fold


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of the dictionary.

    Attributes:
        form: As written in the table.
        kind: "state", "organization", "landmark" or "other" (a fixed phrase that only hides a name, such as "Chinese New Year").
        key: iso3, organisation id or name of the landmark.
        how: For states "name", "abbreviation", "adjective", "demonym", "metonym", "weak_metonym" or "region"; else "name" or "acronym".
        sector: PLOVER sector where the form implies one, else "".
        ambiguous: Also a common word, a given name, or another row's name.
        cased: To be matched with exactly this case.
    """

    form: str
    kind: str
    key: str
    how: str
    sector: str = ""
    ambiguous: bool = False
    cased: bool = False


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A stretch of words, `[start, end)`, and all entries that it matches; `glued` if an s without apostrophe hangs on ("Irans")."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    glued: bool = False


# Phrases that hold the name of a state or people but mean neither it nor its government.
_HIDING = (
    "Chinese New Year|Mexico City policy|New Jersey Turnpike|Indian Wells|Washington Post|Washington Times|Washington Monument|"
    "Washington University|"
    "George Washington|Denzel Washington|Bank of America|American Airlines|British Airways|Air France|Air India|Turkish Airlines|"
    "Korean Air|"
    "Japan Airlines|China Southern|China Eastern|China Airlines|Kenya Airways|Ethiopian Airlines|Singapore Airlines|Malaysia Airlines|"
    "Russian roulette|French fries|Swiss cheese|Irish stew|Dutch auction|German shepherd|Turkish coffee|Cuban cigar|Native American|"
    "Native Americans|African American|African Americans|Asian American|Asian Americans|Mexican American|Mexican Americans|Latin American|"
    "Central American|South American|North American|Pan American|Indian summer|West Indian|East Timorese|French Open|Australian Open|"
    "British Open|"
    "Israel Prize|Jordan Peterson|Michael Jordan|Vernon Jordan|Jordan Spieth|Chad Smith|Paris Hilton|Ireland Baldwin|Georgia Tech|"
    "Georgia State|"
    "University of Georgia|Georgia Bulldogs|Atlanta , Georgia|Savannah , Georgia|Augusta , Georgia|New South Wales|Prince of Wales|"
    "Princess of Wales|"
    "Duke of York|Bank of England|Church of England|New Orleans|French Quarter|Panama City Beach|Lebanon , Pennsylvania|Cuba Gooding|"
    "Peru , Indiana|"
    "Kuwait Airways|Iran Air|Iran-Contra|Iran Contra|Miss America|Captain America|Voice of America|Americas|Bloody Mary|South Jordan|"
    "West Jordan|"
    "Jordan River|Persian Gulf|North Caucasus|Korean War|Vietnam War|Iraq War|Gulf War|Falklands War|Chinese Taipei"
).split("|")
# Organs that news name without the organisation that they belong to.
_ORGANS = {
    "AU Peace and Security Council": "AU", "Peace and Security Council": "AU", "African Union Commission": "AU", "AU Commission": "AU",
    "U.N. mission": "UN", "UN mission": "UN", "ASEAN Secretariat": "ASEAN", "North Atlantic Council": "NATO",
    "eurozone": "EUROZONE", "euro zone": "EUROZONE", "euro area": "EUROZONE", "single currency": "EUROZONE",
}  # fmt: skip
# Forms of organisations that are no names of theirs but of their people or meetings.
_NOT_NAMES = re.compile(r"(?:chief|leaders|summit|ministers|lawmakers|militants|spyware|agents|rebels|Secretary-General)$")


class PhraseDictionary:
    """Finds the longest entries among words; the first words are the key, so that time does not grow with the number of entries."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[Phrase]]] = {}
        self._longest: dict[str, int] = {}
        for p in phrases:
            key = tuple(w.casefold() for w in _pieces(fold(p.form)))
            if not key:
                continue
            self._by_first.setdefault(key[0], {}).setdefault(key, []).append(p)
            self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))

    def find(self, words: Sequence[str]) -> list[PhraseMatch]:
        """Matches in order, not overlapping, of words as a tokenizer gives them."""
        pieces: list[str] = []
        owner: list[int] = []
        for i, word in enumerate(words):
            for piece in (word,) if word.isalnum() and word.isascii() else _pieces(fold(word)):
                pieces.append(piece)
                owner.append(i)
        out, at = [], 0
        pieces = [p if p != "’" else "'" for p in pieces]
        lower = [p.casefold() for p in pieces]
        while at < len(pieces):
            if at and owner[at] == owner[at - 1] and pieces[at - 1] not in "-/(":
                at += 1
                continue
            found = self._match(pieces, lower, owner, at) or self._glued(pieces, lower, owner, at)
            if found:
                n, phrases, glued = found
                out.append(PhraseMatch(owner[at], owner[at + n - 1] + 1, phrases, glued))
                at += n
            else:
                at += 1
        return out

    def _match(self, pieces: list[str], lower: list[str], owner: list[int], at: int) -> tuple[int, tuple[Phrase, ...], bool] | None:
        entries = self._by_first.get(lower[at])
        if not entries:
            return None
        for n in range(min(self._longest[lower[at]], len(pieces) - at), 0, -1):
            phrases = entries.get(tuple(lower[at : at + n]))
            if not phrases:
                continue
            last = at + n
            if last < len(pieces) and owner[last] == owner[last - 1] and pieces[last] not in ("-", "/", ".", "'", "’", ")"):
                continue
            fit = tuple(p for p in phrases if _case_fits(p, pieces[at:last]))
            if fit:
                return n, fit, False
        return None

    def _glued(self, pieces: list[str], lower: list[str], owner: list[int], at: int) -> tuple[int, tuple[Phrase, ...], bool] | None:
        """A state's name of one or two words with an s glued on, as in texts without apostrophes."""
        for n in (2, 1):
            last = at + n
            if last > len(pieces) or not lower[last - 1].endswith("s") or len(lower[last - 1]) < 4 or not pieces[at][0].isupper():
                continue
            if last < len(pieces) and owner[last] == owner[last - 1]:
                continue
            key = (*lower[at : last - 1], lower[last - 1][:-1])
            fit = [p for p in self._by_first.get(key[0], {}).get(key, ()) if p.kind == "state" and p.how in ("name", "metonym")]
            if fit and pieces[last - 1] not in ("Polands",) and pieces[last - 1][0].isupper():
                return n, tuple(fit), True
        return None


def _pieces(word: str) -> list[str]:
    return _PIECE.findall(word)


_PIECE = re.compile(r"\w+|[^\w\s]")


def _case_fits(p: Phrase, pieces: list[str]) -> bool:
    wanted = _pieces(fold(p.form))
    if p.cased:
        return pieces == wanted
    return all(w[:1].islower() or g[:1].isupper() or not g[:1].isalpha() for w, g in zip(wanted, pieces, strict=True))


@cache
def dictionary() -> PhraseDictionary:
    """States, organisations and landmarks in one dictionary."""
    return PhraseDictionary((*_states(), *_organizations(), *_landmarks(), *(Phrase(h, "other", h, "name") for h in _HIDING), *_organs()))


def find_phrases(words: Sequence[str]) -> list[PhraseMatch]:
    """Names of states, organisations and landmarks among words, in order, the longest at each place."""
    return dictionary().find(words)


def _states() -> Iterable[Phrase]:
    for f in state_forms():
        if len(f.form) > 1:
            yield Phrase(f.form.removeprefix("the "), "state", f.iso3, f.how, f.sector, f.ambiguous, cased=f.how == "abbreviation")


def _organizations() -> Iterable[Phrase]:
    for o in all_organizations():
        names = (o.name, *o.other_names)
        for n in dict.fromkeys(names):
            bare = re.sub(r" \(.*\)$", "", n).removeprefix("the ")
            if not bare[:1].isupper() or _NOT_NAMES.search(bare) or (not o.curated and (" " not in bare or len(bare) < 10)):
                continue
            yield Phrase(bare, "organization", o.org_id, "name", o.sector or "", n in o.ambiguous or bare in o.ambiguous)
        for a in o.acronyms if o.curated else ():
            if a not in names or len(a) <= 4 or a.isupper():
                yield Phrase(a, "organization", o.org_id, "acronym", o.sector or "", a in o.ambiguous or len(a) < 2, cased=True)


def _organs() -> Iterable[Phrase]:
    return (Phrase(form, "organization", org_id, "name") for form, org_id in _ORGANS.items())


def _landmarks() -> Iterable[Phrase]:
    for m in all_landmarks():
        for n in (m.name, *m.names):
            # "La.", "Ore." or "Man." are words elsewhere: abbreviations count only behind a comma, which `places` looks after.
            if not n.endswith("."):
                yield Phrase(n.removeprefix("the "), "landmark", m.name, "name")
