"""ParsedReport + Entity -> Place: every name of a place with its position on the globe, by the gazetteer and the report's own context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from accord.extract.place_candidates import Candidate
from accord.extract.place_names import find_place_names
from accord.extract.place_outlets import outlet_candidates, outlet_country
from accord.extract.place_resolution import resolve
from accord.extract.place_scan import PlaceName
from accord.extract.place_tables import NATIONAL_WORDS, PLACE_NOUNS
from accord.knowledge.gazetteer import region_name
from accord.model.reading import Entity, Place
from accord.model.sentence import ParsedReport, Sentence
from accord.model.spans import Span

# An actor that is named often speaks for its state only a little louder than one that is named twice.
_MOST_VOTES = 3
_VOTE = 0.5


def find_places(parsed: ParsedReport, entities: tuple[Entity, ...]) -> tuple[Place, ...]:
    """Names of states, divisions, towns and landmarks in order of position; a name that no table knows has no coordinates.

    An ambiguous name is decided by a container beside it ("Paris, Texas"), by the states, divisions and places that the rest of the
    report names, by where its outlet sits, and by size. Adjectives of peoples are no places. Recognition and resolution follow
    the task as set by Leidner (2007) and by Lieberman and Samet (2012): names near each other in a report are near on the globe.
    """
    names = find_place_names(parsed, entities)
    hints = [_hint(parsed.sentences[n.sentence], n) for n in names]
    chosen = resolve(names, hints, _context(entities, parsed), outlet_candidates(parsed.report))
    return tuple(_place(parsed.sentences[n.sentence], n, c) for n, c in zip(names, chosen, strict=True))


def _context(entities: Iterable[Entity], parsed: ParsedReport) -> Counter[str]:
    """States that the report's actors belong to, that of its outlet, and those whose affairs its words tell of."""
    out: Counter[str] = Counter()
    for e in entities:
        if e.country:
            out[e.country] += _VOTE * min(len(e.mentions), _MOST_VOTES)  # type: ignore[assignment]
    home = outlet_country(parsed.report)
    if home:
        out[home] += 1
    heard = Counter(iso3 for s in parsed.sentences for t in s.tokens if (iso3 := _NATIONAL.get(t.lower)))
    for iso3, n in heard.items():
        out[iso3] += _VOTE * min(n, _MOST_VOTES)  # type: ignore[assignment]
    return out


_NATIONAL = {word: iso3 for iso3, words in NATIONAL_WORDS.items() for word in words}


_BEFORE = {
    "1": frozenset("state province governorate oblast region emirate canton".split()),
    "2": frozenset({"county"}),
    "P": frozenset("city town village hamlet suburb port settlement capital".split()),
}
_AFTER = {
    "1": frozenset("state province governorate oblast region gov. gov governor legislature senate lawmakers".split()),
    "2": frozenset("county district prefecture department".split()),
    "P": frozenset("city mayor police".split()),
}
_UPSTATE = re.compile(r"(?i)upstate|statewide")


def _hint(sent: Sentence, n: PlaceName) -> str:
    """The level that words beside a name give it: "the state of X", "X province", "the town of X"."""
    before = [t.lower for t in sent.tokens[max(0, n.start - 2) : n.start]]
    noun = before[0] if before[1:] == ["of"] else before[-1] if before else ""
    after = sent.tokens[n.end].lower if n.end < len(sent.tokens) else ""
    if _UPSTATE.fullmatch(noun):
        return "1"
    for level, nouns in _BEFORE.items():
        if noun in nouns and noun in PLACE_NOUNS | {"emirate"}:
            return level
    return next((level for level, nouns in _AFTER.items() if after in nouns), "")


def _place(sent: Sentence, n: PlaceName, c: Candidate | None) -> Place:
    span = Span(sent.tokens[n.start].start + n.skip, sent.tokens[n.end - 1].end)
    if c is None:
        return Place(span=span, sentence=n.sentence, name=n.name, kind="region")
    region = region_name(c.country, c.admin1) if c.country and c.admin1 else None
    return Place(
        span=span, sentence=n.sentence, name=c.name, kind=c.kind, country=c.country, region=region,
        latitude=c.latitude, longitude=c.longitude,
    )  # fmt: skip
