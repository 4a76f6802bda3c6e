"""ParsedReport + Entity -> Place: every name of a place with its position on the globe, by the gazetteer and the report's own context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accord.extract.names import inside_institution
from accord.knowledge.cities import City, find_cities
from accord.knowledge.landmarks import Landmark, find_landmark, province
from accord.knowledge.phrases import Phrase, PhraseMatch, find_phrases
from accord.knowledge.states import State, state
from accord.model.reading import Entity, Place
from accord.model.sentence import ParsedReport, Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind

# A city of this size is meant by its bare name anywhere in the world, unless the report says otherwise.
_KNOWN_EVERYWHERE = 300_000
_PLACE_LABELS = ("GPE", "LOC", "FAC")
_PREPOSITIONS = frozenset(
    "in at near from to outside around toward towards into through across of over throughout inside between via off".split()
)
# A smaller city counts only if the report speaks of its state.
_KNOWN = 100_000
# Words that follow a name to say what kind of place it is; alone they are none.
_KIND_WORDS = frozenset(
    "county parish province district township city town village region state island islands river lake beach airport".split()
)
# "Dublin Road" is in no Dublin.
_STREETS = frozenset(
    "Street St. St Avenue Ave Ave. Road Rd. Rd Drive Dr. Lane Boulevard Blvd. Highway Hwy. Way Trail Court Place Parkway Pike Turnpike"
    " Circle Terrace"
    " Interstate Route Hall Ridge Club".split()
)
_NOT_PLACES = frozenset(
    "god march may sunday monday internet congress senate house white democrat republican star west east north south".split()
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A name of a place in the text, before it is known which."""

    sentence: int
    start: int
    end: int
    name: str
    phrase: Phrase | None = None


@dataclass(slots=True)
class _World:
    """Where the report plays: states and provinces that it names, the oftener the heavier."""

    states: Counter[str]
    provinces: Counter[str]
    chosen: dict[str, City]


def find_places(parsed: ParsedReport, entities: tuple[Entity, ...]) -> tuple[Place, ...]:
    """Names of states, cities, regions and landmarks in order of position; a name that cannot be told has no coordinates.

    An ambiguous city is decided by a container beside it ("Paris, Texas"), by the same name decided elsewhere in the report, by the
    states and provinces that the report names, then by population. Adjectives of peoples are no places.
    """
    persons = _person_tokens(parsed, entities)
    organizations = _organization_tokens(parsed, entities)
    found = [f for s in parsed.sentences for f in _in_sentence(s, persons, organizations)]
    world = _World(_states(entities), _provinces(parsed, found), {})
    for code, count in world.provinces.items():
        mark = province(code)
        world.states[mark.iso3 if mark and mark.iso3 else "USA"] += count
    decided = [(f, _contained(f, parsed.sentences[f.sentence])) for f in found]
    for f, city in decided:
        _vote(f, city, world)
    places = [_resolve(f, city, parsed.sentences[f.sentence], world) for f, city in decided]
    places += _again(parsed, found, persons | organizations, world)
    return tuple(sorted((p for p in places if p is not None), key=lambda p: (p.span.start, p.span.end)))


def _vote(f: _Found, city: City | None, world: _World) -> None:
    """Cities that are certain, by a container or by being the only one of the name, speak for their province and state."""
    if city is not None:
        world.chosen.setdefault(f.name.casefold(), city)
    elif f.phrase is None:
        cities = find_cities(f.name)
        city = cities[0] if len(cities) == 1 else None
    if city is not None:
        world.states[city.iso3] += 1
        if city.admin1:
            world.provinces[city.admin1] += 1


def _again(parsed: ParsedReport, found: Sequence[_Found], names: set[tuple[int, int]], world: _World) -> list[Place]:
    """Further mentions of cities that were resolved once, wherever they stand ("Fargo plans to ...")."""
    taken = {(f.sentence, i) for f in found for i in range(f.start, f.end)}
    first = {key.split()[0] for key in world.chosen}
    out = []
    for sent in parsed.sentences:
        for t in sent.tokens:
            if t.lower not in first or not t.text[:1].isupper() or t.ner == "DATE":
                continue
            for n in (3, 2, 1):
                span = range(t.i, t.i + n)
                if span.stop > len(sent.tokens):
                    continue
                city = world.chosen.get(" ".join(sent.tokens[i].lower for i in span))
                after = sent.tokens[t.i + n].text if t.i + n < len(sent.tokens) else ""
                if (
                    city is not None
                    and after not in _STREETS
                    and not any((sent.index, i) in taken or (sent.index, i) in names for i in span)
                ):
                    taken.update((sent.index, i) for i in span)
                    f = _Found(sent.index, t.i, t.i + n, city.name)
                    out.append(_city(f, city, Span(t.start, sent.tokens[t.i + n - 1].end)))
                    break
    return out


def _person_tokens(parsed: ParsedReport, entities: Iterable[Entity]) -> set[tuple[int, int]]:
    return _tokens(parsed, (e for e in entities if e.kind is EntityKind.PERSON))


def _organization_tokens(parsed: ParsedReport, entities: Iterable[Entity]) -> set[tuple[int, int]]:
    """Tokens inside the names of organisations of several words ("Bank of China")."""
    return _tokens(parsed, (e for e in entities if e.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP)), at_least=2)


def _tokens(parsed: ParsedReport, entities: Iterable[Entity], at_least: int = 1) -> set[tuple[int, int]]:
    out: set[tuple[int, int]] = set()
    for e in entities:
        for m in e.mentions:
            if m.how != "name":
                continue
            covered = parsed.sentences[m.sentence].covering(m.span)
            if len(covered) >= at_least:
                out.update((m.sentence, t.i) for t in covered)
    return out


def _states(entities: Iterable[Entity]) -> Counter[str]:
    out: Counter[str] = Counter()
    for e in entities:
        if e.country:
            out[e.country] += len(e.mentions)
    return out


def _in_sentence(sent: Sentence, persons: set[tuple[int, int]], organizations: set[tuple[int, int]]) -> list[_Found]:
    words = [t.text for t in sent.tokens]
    taken: set[int] = set()
    out: list[_Found] = []
    for m in find_phrases(words):
        taken.update(range(m.start, m.end))
        phrase = _place_phrase(m)
        if (
            phrase is None
            or inside_institution(sent, m.start)
            or any((sent.index, i) in persons or (sent.index, i) in organizations for i in range(m.start, m.end))
        ):
            continue
        if phrase.how in ("metonym", "weak_metonym", "region") and not find_landmark(phrase.form) and not find_cities(phrase.form):
            continue
        end = m.end
        follows = sent.tokens[end].text if end < len(words) else ""
        if follows in _STREETS:
            continue
        if follows in ("County", "Parish") or (phrase.form == "Washington" and follows in ("state", "State")):
            end += 1
            taken.add(m.end)
            phrase = None if follows in ("County", "Parish") else phrase
        out.append(_Found(sent.index, m.start, end, _name(sent, m.start, end), phrase))
    for start, end in _labelled(sent):
        span = range(start, end)
        if sent.tokens[end - 1].text in _STREETS or (end < len(words) and sent.tokens[end].text in _STREETS):
            continue
        if any(i in taken or (sent.index, i) in persons for i in span) or any((sent.index, i) in organizations for i in span):
            continue
        out.append(_Found(sent.index, start, end, _name(sent, start, end)))
        taken.update(span)
    for start, end in _unlabelled(sent, taken):
        if not any((sent.index, i) in persons or (sent.index, i) in organizations for i in range(start, end)):
            out.append(_Found(sent.index, start, end, _name(sent, start, end)))
    out += _abbreviated(sent, out)
    return sorted(out, key=lambda f: f.start)


def _abbreviated(sent: Sentence, found: Sequence[_Found]) -> list[_Found]:
    """The province behind a town: "Orlando, Fla."."""
    out = []
    taken = {i for f in found for i in range(f.start, f.end)}
    for f in found:
        at = f.end + 1
        if at < len(sent.tokens) and sent.tokens[f.end].text == "," and at not in taken:
            mark = province(sent.tokens[at].text) or province(sent.tokens[at].text + ".")
            if mark is not None and (len(sent.tokens[at].text) == 2 or sent.tokens[at].text.endswith(".")):
                out.append(_Found(f.sentence, at, at + 1, sent.tokens[at].text, Phrase(mark.name, "landmark", mark.name, "name")))
    return out


def _place_phrase(m: PhraseMatch) -> Phrase | None:
    """The entry of the dictionary that names a place: landmarks first, then states, capitals, regions; none for peoples."""
    order = {"name": 0, "abbreviation": 1, "metonym": 2, "region": 3, "weak_metonym": 4}
    if any(p.kind == "other" for p in m.phrases):
        return None
    landmarks = [p for p in m.phrases if p.kind == "landmark"]
    states = sorted((p for p in m.phrases if p.kind == "state" and p.how in order), key=lambda p: order[p.how])
    if any(p.kind == "state" and p.how == "adjective" for p in m.phrases) and not (states and states[0].how == "name"):
        return None
    if landmarks and not (states and states[0].how == "name"):
        return landmarks[0]
    return states[0] if states else None


def _labelled(sent: Sentence) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    i = 0
    while i < len(sent.tokens):
        t = sent.tokens[i]
        if t.ner not in _PLACE_LABELS:
            i += 1
            continue
        end = i + 1
        while end < len(sent.tokens) and sent.tokens[end].ner == t.ner and not sent.tokens[end].ner_begins:
            end += 1
        start = i
        while start < end - 1 and (sent.tokens[start].dep == "det" or sent.tokens[start].lower == "the"):
            start += 1
        stop = end
        while stop > start + 1 and (sent.tokens[stop - 1].tag == "POS" or not sent.tokens[stop - 1].text[:1].isalnum()):
            stop -= 1
        if sent.tokens[start].text[:1].isupper() and sent.tokens[start].lower not in _NOT_PLACES:
            out.append((start, stop))
        i = end
    return out


def _unlabelled(sent: Sentence, taken: set[int]) -> list[tuple[int, int]]:
    """Names behind a place preposition that the parser gave another label, if a city bears them ("in Larissa")."""
    out = []
    for t in sent.tokens:
        if t.i in taken or t.tag != "NNP" or t.dep not in ("pobj", "npadvmod", "ROOT", "appos", "conj") or t.ner == "DATE":
            continue
        start = t.i
        while start and sent.tokens[start - 1].tag == "NNP" and sent.tokens[start - 1].head == t.i and start - 1 not in taken:
            start -= 1
        before = sent.tokens[start - 1] if start else None
        comma = t.i + 1 < len(sent.tokens) - 1 and sent.tokens[t.i + 1].text == "," and province(sent.tokens[t.i + 2].text) is not None
        placed = before is not None and before.lower in _PREPOSITIONS and before.lower not in ("of", "to", "from") and t.dep == "pobj"
        if (comma or placed) and find_cities(_name(sent, start, t.i + 1)):
            out.append((start, t.i + 1))
    return out


def _name(sent: Sentence, start: int, end: int) -> str:
    out = ""
    for t in sent.tokens[start:end]:
        out += (" " if out and t.start > sent.tokens[t.i - 1].end else "") + t.text
    return out


def _provinces(parsed: ParsedReport, found: Sequence[_Found]) -> Counter[str]:
    """States of the USA and provinces of Canada that the report names, and those that its abbreviations stand for."""
    out: Counter[str] = Counter()
    for f in found:
        mark = find_landmark(f.phrase.key) if f.phrase is not None and f.phrase.kind == "landmark" else None
        if mark is not None and mark.admin1:
            out[mark.admin1] += 2
    for m in _ABBREVIATED.finditer(parsed.report.text[:50_000]):
        mark = province(m.group(1))
        if mark is not None:
            out[mark.admin1] += 2
    return out


_ABBREVIATED = re.compile(r",\s+([A-Z]{2}|[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.)(?=[\s,.;)]|$)")


def _contained(f: _Found, sent: Sentence) -> City | None:
    """The city that a container beside the name decides: "Paris, Texas", "Alexandria, Egypt"."""
    rest = sent.tokens[f.end : f.end + 4]
    if len(rest) < 2 or rest[0].text not in (",", "("):
        return None
    cities = find_cities(f.name)
    for n in (2, 1):
        container = " ".join(t.text for t in rest[1 : 1 + n])
        mark = province(container) or province(container.rstrip(".") + ".")
        if mark is not None:
            return next((c for c in cities if c.iso3 == mark.iso3 and c.admin1 == mark.admin1), None) or _somewhere_in(f, mark)
        for m in find_phrases([t.text for t in rest[1 : 1 + n]]):
            iso3 = next((p.key for p in m.phrases if p.kind == "state" and p.how in ("name", "abbreviation")), None)
            if iso3 and m.start == 0:
                return next((c for c in cities if c.iso3 == iso3), None)
    return None


def _somewhere_in(f: _Found, mark: Landmark) -> City | None:
    """A town too small for the gazetteer lies in the middle of its province, as far as we can tell."""
    return City(0, f.name, mark.iso3 or "", mark.admin1, mark.latitude, mark.longitude, 0) if mark.admin1 else None


def _resolve(f: _Found, contained: City | None, sent: Sentence, world: _World) -> Place | None:
    span = Span(sent.tokens[f.start].start, sent.tokens[f.end - 1].end)
    if f.phrase is not None:
        place = _from_phrase(f, f.phrase, contained, sent, span, world)
        if place is not None:
            return place
    city = contained or world.chosen.get(f.name.casefold()) or _choose(f, world)
    if city is not None:
        world.chosen.setdefault(f.name.casefold(), city)
        return _city(f, city, span)
    if f.phrase is not None and f.phrase.kind == "state":
        return _state(f, state(f.phrase.key), span)
    if not _looks_like_place(sent.tokens[f.start : f.end], sent, f):
        return None
    return Place(span=span, sentence=f.sentence, name=f.name, kind="region")


def _from_phrase(f: _Found, p: Phrase, contained: City | None, sent: Sentence, span: Span, world: _World) -> Place | None:
    if contained is not None:
        return None
    if p.kind == "landmark":
        mark = find_landmark(p.key)
        if mark is None:
            return None
        return Place(
            span=span,
            sentence=f.sentence,
            name=mark.name,
            kind=mark.kind,
            country=mark.iso3,
            latitude=mark.latitude,
            longitude=mark.longitude,
        )
    found = state(p.key)
    if found is None:
        return None
    if p.how in ("name", "abbreviation"):
        if p.form == "Georgia" and not world.states["GEO"]:
            return Place(span=span, sentence=f.sentence, name="Georgia", kind="region", country="USA", latitude=32.7, longitude=-83.4)
        return _state(f, found, span)
    if p.form in found.capital_names and (p.form == found.capital or p.key in world.states) and not _elsewhere(p, found, world):
        return Place(
            span=span,
            sentence=f.sentence,
            name=found.capital,
            kind="capital",
            country=found.iso3,
            latitude=found.latitude,
            longitude=found.longitude,
        )
    return None


def _elsewhere(p: Phrase, found: State, world: _World) -> bool:
    """A capital's name that is small and common is no capital where its state is not spoken of ("Victoria", "Hamilton")."""
    cities = find_cities(p.form)
    own = next((c.population for c in cities if c.iso3 == found.iso3), 0)
    other = max((c.population for c in cities if c.iso3 != found.iso3 and (c.name == p.form)), default=0)
    return other > own and not world.states[found.iso3]


def _state(f: _Found, found: State | None, span: Span) -> Place | None:
    if found is None:
        return None
    latitude, longitude = found.centre or (found.latitude, found.longitude)
    return Place(span=span, sentence=f.sentence, name=found.name, kind="state", country=found.iso3, latitude=latitude, longitude=longitude)


def _city(f: _Found, city: City, span: Span) -> Place:
    return Place(
        span=span,
        sentence=f.sentence,
        name=city.name,
        kind="city",
        country=city.iso3 or None,
        latitude=city.latitude,
        longitude=city.longitude,
    )


def _choose(f: _Found, world: _World) -> City | None:
    """The city that a name means, by the report's provinces and states, then by size; None where nothing speaks for one."""
    cities = find_cities(f.name)
    if not cities and f.name.split()[-1] in ("County", "Parish") and len(f.name.split()) > 1:
        # A county lies about the town of its name, if the report is of that province.
        cities = tuple(c for c in find_cities(" ".join(f.name.split()[:-1])) if c.admin1 and world.provinces[c.admin1])
    if not cities:
        return None
    largest = cities[0]

    def weight(c: City) -> tuple[int, int, int]:
        return (world.provinces[c.admin1] if c.admin1 else 0, 1 if world.states[c.iso3] else 0, c.population)

    best = max(cities, key=weight)
    if not world.states[best.iso3] and best.population < _KNOWN and +world.states:
        return None
    if (
        largest.population >= _KNOWN_EVERYWHERE
        and largest.population >= 10 * best.population
        and not (best.admin1 and world.provinces[best.admin1])
    ):
        return largest
    return best


def _looks_like_place(tokens: Sequence[Token], sent: Sentence, f: _Found) -> bool:
    """Whether a name that no gazetteer knows is still worth showing: labelled as a place and used as one."""
    before = sent.tokens[f.start - 1] if f.start else None
    labelled = all(t.ner in _PLACE_LABELS for t in tokens)
    return labelled and ((before is not None and before.lower in _PREPOSITIONS) or tokens[-1].lower in _KIND_WORDS or len(tokens) > 1)
