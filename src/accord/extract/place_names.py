"""ParsedReport + Entity -> PlaceName: the words that name a place, before it is known which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from accord.extract import place_tables as tables
from accord.extract.names import inside_institution
from accord.extract.place_reasons import inside_name, is_place, is_seat, names_institution
from accord.extract.place_scan import PlaceName, Scan, window, words
from accord.knowledge.gazetteer import find_sites, place_key
from accord.knowledge.given_names import is_given_name
from accord.knowledge.landmarks import find_landmark, province
from accord.knowledge.phrases import Phrase, PhraseMatch, find_phrases
from accord.knowledge.states import state
from accord.model.reading import Entity
from accord.model.sentence import ParsedReport, Token
from accord.model.vocabulary import EntityKind

# A seat of power that is also a town must be at least so large to be meant as the town.
_KNOWN = 20_000
_TOWN = 2_000


def find_place_names(parsed: ParsedReport, entities: Iterable[Entity]) -> list[PlaceName]:
    """Names of places in order of position; adjectives of peoples, streets, teams and persons are none.

    States and landmarks come from the dictionary. Other names need a gazetteer entry and a reason: the parser's label, a preposition,
    a container or place noun beside them, an institution or inhabitant named by them, or the same name told as a place elsewhere.
    """
    entities = tuple(entities)
    persons = _covered(parsed, (e for e in entities if e.kind is EntityKind.PERSON and not _may_be_town(e)), 1)
    bodies = _covered(parsed, (e for e in entities if e.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP)), 2)
    marks = _labelled_otherwise(parsed)
    scans = [Scan(s, persons.get(s.index, set()), bodies.get(s.index, set()), set(), [], *marks) for s in parsed.sentences]
    for scan in scans:
        _from_dictionary(scan)
        _from_gazetteer(scan)
        _labelled(scan)
    known = {place_key(n.name) for scan in scans for n in scan.names if n.phrase is None or n.phrase.kind == "landmark"}
    for scan in scans:
        _again(scan, known)
        _abbreviated(scan)
    return [n for scan in scans for n in _linked(scan)]


def _labelled_otherwise(parsed: ParsedReport) -> tuple[frozenset[str], frozenset[str]]:
    """Words that the parser takes for persons and bodies oftener than for places; and those of companies ("Crane Co.")."""
    votes: Counter[str] = Counter()
    companies = set()
    for sent in parsed.sentences:
        for t in sent.tokens:
            after = sent.tokens[t.i + 1] if t.i + 1 < len(sent.tokens) else None
            if after is not None and after.text in tables.COMPANY_WORDS and t.text[:1].isupper():
                companies.add(t.lower)
            elif t.ner in ("PERSON", "ORG"):
                votes[t.lower] -= 1
            elif t.ner in tables.PLACE_LABELS:
                votes[t.lower] += 1
    return frozenset(word for word, n in votes.items() if n < 0), frozenset(companies)


def _linked(scan: Scan) -> list[PlaceName]:
    """Names of a sentence in order, each with the words up to the next."""
    ordered = sorted(scan.names, key=lambda n: n.start)
    out = []
    for n, following in zip(ordered, [*ordered[1:], None], strict=False):
        near = following is not None and 0 < following.start - n.end <= 2
        out.append(replace(n, link=words(scan.sent, n.end, following.start).lower() if following is not None and near else ""))
    return out


def _may_be_town(e: Entity) -> bool:
    """A person of one bare word that a gazetteer knows is often a town that the parser took for a person."""
    if e.offices or " " in e.name or is_given_name(e.name) or any(m.title is not None for m in e.mentions):
        return False
    return any(s.own and s.population >= _TOWN for s in find_sites(e.name))


def _covered(parsed: ParsedReport, entities: Iterable[Entity], at_least: int) -> dict[int, set[int]]:
    """Tokens inside names of those entities, by sentence."""
    out: dict[int, set[int]] = {}
    for e in entities:
        for m in e.mentions:
            if m.how != "name" or m.sentence >= len(parsed.sentences):
                continue
            tokens = parsed.sentences[m.sentence].covering(m.span)
            if len(tokens) >= at_least:
                out.setdefault(m.sentence, set()).update(t.i for t in tokens)
    return out


# ---------------------------------------------------------------- dictionary of states and landmarks
def _from_dictionary(scan: Scan) -> None:
    sent = scan.sent
    for m in find_phrases([t.text for t in sent.tokens]):
        phrase = _place_phrase(m)
        if phrase is None:
            if any(p.kind == "other" for p in m.phrases):
                continue
            if all(p.kind == "state" for p in m.phrases):
                scan.taken.update(range(m.start, m.end))
            continue
        follows = scan.text(m.end)
        if _longer(scan, m) or follows in tables.STREETS or tables.NUMBERED.match(words(sent, m.start, m.end + 1)):
            continue
        span = range(m.start, m.end)
        inside = any(i in scan.persons or i in scan.organizations for i in span) or inside_institution(sent, m.start)
        if inside and not (_is_local(phrase) and (names_institution(scan, m.start, m.end) or is_seat(scan, m.start))):
            scan.taken.update(span)
            continue
        if not _stands_for_itself(phrase):
            scan.taken.update(span)
            continue
        if phrase.form == "Washington" and follows in ("state", "State"):
            scan.add(m.start, m.end + 1, phrase)
        else:
            scan.add(m.start, m.end, phrase)


def _stands_for_itself(phrase: Phrase) -> bool:
    """Whether a seat or region is a place of our tables: capitals and cities are, a palace or a ministry's street is not."""
    if phrase.how not in ("metonym", "weak_metonym", "region") or find_landmark(phrase.form) is not None:
        return True
    found = state(phrase.key)
    return (found is not None and phrase.form.partition(",")[0] in found.capital_names) or any(
        s.population >= _KNOWN for s in find_sites(phrase.form)
    )


def _is_local(phrase: Phrase) -> bool:
    """Whether a name is of a part of a state: bodies named by it stand there, those named by a state may stand anywhere."""
    return phrase.kind == "landmark" or phrase.how in ("region", "metonym", "weak_metonym") or phrase.form == "Georgia"


def _longer(scan: Scan, m: PhraseMatch) -> bool:
    """Whether a name of the dictionary is only a part of a longer one ("Virginia Beach", "New London", "St. Paris")."""
    before = scan.text(m.start - 1)
    if before in tables.PREFIXES and (before not in ("North", "South", "East", "West") or find_sites(words(scan.sent, m.start - 1, m.end))):
        return True
    if before == "." and scan.lower(m.start - 2) in tables.SAINTS:
        return True
    for end in range(min(m.end + 2, len(scan.sent.tokens)), m.end, -1):
        last = scan.sent.tokens[end - 1]
        if (
            last.text[:1].isupper()
            and last.text.isalpha()
            and last.text not in ("State", "Province")
            and find_sites(words(scan.sent, m.start, end))
        ):
            return True
    return False


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


# ---------------------------------------------------------------- gazetteer
def _from_gazetteer(scan: Scan) -> None:
    i = 0
    while i < len(scan.sent.tokens):
        end = window(scan, i) if scan.sent.tokens[i].text[:1].isupper() else 0
        if end and is_place(scan, i, end):
            scan.add(i, end)
            i = end
        else:
            i += 1
    _counties(scan)
    _party_tags(scan)


def _counties(scan: Scan) -> None:
    """Counties that share their noun: "Jackson and Madison counties"."""
    tokens = scan.sent.tokens
    for t in tokens:
        if t.lower not in ("counties", "parishes") or t.i < 3:
            continue
        noun = "County" if t.lower == "counties" else "Parish"
        at = t.i - 1
        while at >= 0 and (tokens[at].text[:1].isupper() or tokens[at].lower in ("and", ",", "or")):
            name = f"{tokens[at].text} {noun}"
            if tokens[at].text[:1].isupper() and at not in scan.persons and find_sites(name):
                scan.names = [n for n in scan.names if not n.start <= at < n.end]
                scan.add(at, at + 1, name=name)
            at -= 1


def _party_tags(scan: Scan) -> None:
    """The home of a politician behind the party's letter: "R-Marshall", "D-W. Va."."""
    tokens = scan.sent.tokens
    for t in tokens:
        m = tables.PARTY.match(t.text)
        split = t.text in tables.PARTIES and scan.text(t.i + 1) in ("-", "–") and scan.text(t.i + 2)[:1].isupper()
        start = t.i + 2 if split else t.i
        if (m is None and not split) or start in scan.taken:
            continue
        skip = m.end() if m is not None and not split else 0
        for end in range(min(start + 3, len(tokens)), start, -1):
            name = words(scan.sent, start, end)[skip:].strip()
            mark = province(name) or province(name.replace(" ", "").rstrip(".") + ".")
            if mark is not None:
                scan.add(start, end, Phrase(mark.name, "landmark", mark.name, "name"), name, skip)
                break
            if tokens[end - 1].text[:1].isupper() and find_sites(name):
                scan.add(start, end, None, name, skip)
                break


# ---------------------------------------------------------------- the parser's own places
def _labelled(scan: Scan) -> None:
    """Places by the parser's label that no table knows; shown without a position where the words around them bear it out."""
    tokens, i = scan.sent.tokens, 0
    while i < len(tokens):
        if tokens[i].ner not in tables.PLACE_LABELS:
            i += 1
            continue
        end = i + 1
        while end < len(tokens) and tokens[end].ner == tokens[i].ner and not tokens[end].ner_begins:
            end += 1
        start, stop = _trimmed(tokens, i, end)
        name = words(scan.sent, start, stop)
        if (
            scan.free(start, stop)
            and tokens[start].text[:1].isupper()
            and tokens[start].lower not in tables.NOT_PLACES
            and tokens[stop - 1].lower not in tables.DIRECTIONS
            and not any(k in scan.persons or k in scan.organizations for k in range(start, stop))
            and scan.text(stop - 1) not in tables.STREETS
            and scan.text(stop) not in tables.STREETS
            and not tables.NUMBERED.match(name)
            and _looks_like_place(scan, start, stop)
        ):
            scan.add(start, stop)
        i = end


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and (tokens[start].dep == "det" or tokens[start].lower == "the"):
        start += 1
    while end > start + 1 and (tokens[end - 1].tag == "POS" or not tokens[end - 1].text[:1].isalnum()):
        end -= 1
    return start, end


def _looks_like_place(scan: Scan, start: int, stop: int) -> bool:
    last = scan.sent.tokens[stop - 1]
    if last.text in tables.NATURE or last.text in tables.KIND_SUFFIXES or scan.lower(stop) in tables.PLACE_NOUNS:
        return True
    if last.ner == "FAC" or not last.text.isalpha():
        return False
    return scan.lower(start - 1) in tables.PREPOSITIONS


def _again(scan: Scan, known: set[str]) -> None:
    """Further mentions of names that were told as places once, wherever they stand ("Fargo plans to ...")."""
    i = 0
    while i < len(scan.sent.tokens):
        end = window(scan, i) if scan.sent.tokens[i].text[:1].isupper() else 0
        tokens = scan.sent.tokens[i:end]
        if (
            end
            and place_key(words(scan.sent, i, end)) in known
            and not (end - i == 1 and tokens[0].lower in scan.companies)
            and scan.text(end) not in tables.STREETS
            and scan.lower(end) not in tables.STREET_NOUNS
            and not any(k in scan.persons for k in range(i, end))
            and not any(t.ner in tables.OTHER_LABELS for t in tokens)
            and (not inside_name(scan, i, end) or scan.text(end) in tables.INSTITUTIONS | tables.LIKELY_INSTITUTIONS)
        ):
            scan.add(i, end)
            i = end
        else:
            i += 1


def _abbreviated(scan: Scan) -> None:
    """The province behind a town: "Orlando, Fla."."""
    for n in list(scan.names):
        at = n.end + 1
        if at >= len(scan.sent.tokens) or scan.text(n.end) != "," or at in scan.taken:
            continue
        text = scan.text(at)
        mark = province(text) or province(text + ".")
        if mark is not None and (len(text) == 2 or "." in text or scan.text(at + 1) == "."):
            scan.add(at, at + 1, Phrase(mark.name, "landmark", mark.name, "name"), text)
