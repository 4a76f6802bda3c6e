"""Drafts of named actors -> the state that a report is about, and which actors without a country of their own belong to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from accord.extract.mentions import Context, Draft
from accord.extract.personal_names import owner_of
from accord.knowledge import people
from accord.knowledge.cities import find_cities
from accord.knowledge.organizations import all_organizations, organization
from accord.knowledge.states import find_state
from accord.knowledge.tables import name_key
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

# Share of all mentions of states and places that makes a state the one that a report is about, with and without its dateline.
_CLEAR, _WITH_DATELINE = 0.6, 0.34
# The same of a report that is about several states, and happens in one.
_LEADING, _AHEAD = 0.4, 1.5
_FEWEST = 3
# The opening of a report tells what it is about: what is named there counts double.
_LEAD = 3
_MOST_PLACES = 60
_LONGEST_DATELINE = 40
# A dateline's city is taken for the largest of its name only if it is as large as this.
_LARGE_CITY = 100_000

# What makes a phrase foreign or international, whoever it names.
_FOREIGN = frozenset(
    "foreign international un western european arab african asian regional allied nato global world overseas outside expatriate eu"
    " multinational humanitarian neighbouring neighboring other interpol islamic islamist muslim christian american latin"
    " mercenary imperialist jihadi jihadist cross-border".split()
)
_OWN_AFFAIRS = frozenset("minister ministry secretary office affairs policy relations department committee".split())
# Role nouns whose bearers are often strangers to the report's state.
_STRANGERS = frozenset(
    "analyst expert journalist reporter observer monitor mediator tourist refugee migrant envoy ambassador diplomat peacekeeper ally"
    " neighbour neighbor investor economist historian scholar critic group organization organisation coalition delegation"
    " delegate researcher trader executive donor mercenary crew passenger pilot smuggler hacker terrorist jihadist source insider media"
    " negotiator adviser advisor person people man medic".split()
)
_STRANGE_TITLES = frozenset(
    "analyst expert economist historian professor researcher author correspondent reporter journalist editor envoy ambassador"
    " secretary-general high commissioner fellow columnist strategist diplomat pope".split()
)
# Sectors of bodies that belong to a state ("the supreme court", "the chamber of agriculture").
_DOMESTIC = frozenset(["GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "OPP", "LAB", "SPY"])
_HOME_BODIES = frozenset(
    "force forces brigade battalion regiment division command police guard corps court tribunal parliament assembly senate congress"
    " ministry department directorate authority chamber cabinet party front faction militia governorate prefecture municipality sheriff"
    " revolutionary electoral constitutional prosecutor's prosecutors customs federation confederation".split()
)
_NEAR = 4


def home_state(drafts: Sequence[Draft], ctx: Context) -> tuple[str | None, bool]:
    """The state that a report is about, whose army "the army" is, and whether it is about no other.

    None unless one is clearly spoken of more than all others: with two fifths of all mentions of states and their places, half as many
    again as the next. It is about no other where that state has three fifths, or a third if it is the one named most and the report
    was written there: a national paper names the other country oftener than its own. A report that hardly names a state is about
    the one where it was written.
    """
    counts, named, dateline = _count_states(drafts, ctx)
    ranked = counts.most_common(2)
    (top, n), (_, second) = (*ranked, ("", 0), ("", 0))[:2]
    total = sum(counts.values())
    if dateline is not None and counts[dateline] == n and n < _FEWEST and second < max(n, 1):
        return dateline, True
    if n < _FEWEST or top not in named or second == n:
        return None, False
    if n >= (_WITH_DATELINE if top == dateline else _CLEAR) * total:
        return top, True
    return (top if n >= max(_LEADING * total, _AHEAD * second) else None), False


def _count_states(drafts: Sequence[Draft], ctx: Context) -> tuple[Counter[str], set[str], str | None]:
    """Weighted mentions of states with their people and places, the states that are named as such, and that of the dateline."""
    counts: Counter[str] = Counter()
    named: set[str] = set()
    for d in drafts:
        if d.country and d.how != "pronoun":
            counts[d.country] += _weight(d.sentence)
            named.update([d.country] if d.how != "metonym" else ())
    for key in {d.key for d in drafts if d.key.startswith("person:")}:
        holder = people.person(key.partition(":")[2])
        if holder is not None and holder.country:
            counts[holder.country] += 2
            named.add(holder.country)
    dateline = ctx.dateline or _dateline_state(ctx)
    places = _place_mentions(ctx, set(counts) | ({dateline} if dateline else set()))
    if counts and counts.most_common(1)[0][0] != dateline:
        # Where a report is written from abroad, streets and halls of that place tell nothing of what it is about.
        places.pop(dateline or "", None)
    counts.update(places)
    return counts, named, dateline


def _weight(sentence: int) -> int:
    return 2 if sentence < _LEAD else 1


def _dateline_state(ctx: Context) -> str | None:
    """State of the dateline's place: the state that it names, else that of a city which is known or large."""
    words = _dateline_words(ctx)
    for part in reversed([p.strip(" .[]") for p in words.replace("(", ",").replace(")", ",").split(",") if p.strip(" .[]")][:3]):
        named = next((f for f in find_state(part.title()) if f.how in ("name", "abbreviation", "region", "metonym")), None)
        if named is not None:
            return named.iso3
        cities = find_cities(part)
        known = next((c for c in cities if ctx.countries.get(c.iso3)), None) or (
            cities[0] if cities and cities[0].population >= _LARGE_CITY else None
        )
        if known is not None:
            return known.iso3
    return None


def _dateline_words(ctx: Context) -> str:
    """The place of the dateline; of a first sentence in wire style ("SAN SALVADOR, 16 NOV 89 (AGENCY) --") what stands before the day."""
    line = ctx.parsed.report.dateline
    if line is not None:
        return line.place
    text = ctx.parsed.report.text
    for n, sent in enumerate(ctx.parsed.sentences[:_LEAD]):
        words = text[sent.span.start : sent.span.end][:120]
        before = ctx.parsed.sentences[n - 1] if n else None
        if before is not None and before.block == sent.block and len(before.tokens) <= 2 and before.tokens[0].text.isupper():
            # The parser ends a sentence inside "ADDIS ABABA - ...".
            words = text[before.span.start : sent.span.end][:120]
        dash = next((words.index(x) for x in (" --", " - ", " – ", " — ", ": ") if x in words), None)
        head = words[:dash].partition(",")[0] if dash is not None else ""
        if head.replace("(", " ").replace(")", " ").isupper() and 3 < len(head) < _LONGEST_DATELINE and not words.isupper():
            return head
    return _wire_dateline(ctx)


def _wire_dateline(ctx: Context) -> str:
    """The same of a report all in capitals, where only the first sentence may begin with its place."""
    first = ctx.parsed.sentences[0] if ctx.parsed.sentences else None
    words = ctx.parsed.report.text[first.span.start : first.span.end][:120] if first is not None else ""
    dash = next((words.index(x) for x in (" --", " - ", " – ", " — ") if x in words), None)
    head = words[:dash].partition(",")[0] if dash is not None else ""
    return head if head.replace("(", " ").replace(")", " ").isupper() and len(head) > 3 else ""


def _place_mentions(ctx: Context, states: set[str]) -> Counter[str]:
    """Regions and cities of the states that the report names, by state."""
    out: Counter[str] = Counter()
    seen = 0
    for sent in ctx.parsed.sentences:
        for start, end in _place_runs(sent):
            iso3 = ctx.region_owners.get((sent.index, start))
            if iso3 is None and (sent.index, start) not in ctx.owners and seen < _MOST_PLACES:
                seen += 1
                here = {c.iso3 for c in find_cities(" ".join(t.text for t in sent.tokens[start:end]))} & states
                iso3 = max(here, key=lambda c: (ctx.countries.get(c, 0), c)) if here else None
            if iso3:
                out[iso3] += _weight(sent.index)
    return out


def _place_runs(sent: Sentence) -> list[tuple[int, int]]:
    """Runs of tokens labelled as places, each once."""
    out: list[tuple[int, int]] = []
    for t in sent.tokens:
        if t.ner not in ("GPE", "LOC"):
            continue
        if out and out[-1][1] == t.i and not t.ner_begins:
            out[-1] = (out[-1][0], t.i + 1)
        else:
            out.append((t.i, t.i + 1))
    return out


def belongs_home(d: Draft, sent: Sentence, home: str | None) -> bool:
    """Whether a described actor without a country ("the police", "villagers") is of the state that the report is about."""
    if d.country or d.code or (d.role in _STRANGERS and d.sector != "REB") or ":None:" not in d.key or sent.kids(d.head, "poss"):
        return False
    return not _is_foreign(sent.tokens[d.start : d.end]) and not _is_from_elsewhere(sent, d.head, home)


def speaks_of_others(sent: Sentence, ctx: Context) -> bool:
    """Whether a sentence names states or their places, but not the report's own."""
    named = {ctx.owners[sent.index, t.i][0] for t in sent.tokens if (sent.index, t.i) in ctx.owners}
    named |= {ctx.region_owners[sent.index, t.i] for t in sent.tokens if (sent.index, t.i) in ctx.region_owners}
    named.discard(None)
    return bool(named) and ctx.home not in named


def _is_from_elsewhere(sent: Sentence, head: int, home: str | None) -> bool:
    """Whether a complement tells another origin ("members of the Red Cross"; "a court in Istanbul" in a report about Germany)."""
    for prep in sent.kids(head, "prep"):
        for o in sent.kids(prep.i, "pobj"):
            if o.pos == "PROPN" and (prep.lower in ("of", "from", "at") or (prep.lower == "in" and _lies_abroad(sent, o.i, home))):
                return True
    return False


def _lies_abroad(sent: Sentence, place: int, home: str | None) -> bool:
    """Whether a place name is that of towns, but of none in the home state."""
    first = min([place, *(k.i for k in sent.kids(place, "compound"))])
    states = {c.iso3 for c in find_cities(" ".join(t.text for t in sent.tokens[first : place + 1]))}
    return bool(states) and home not in states


def _is_foreign(tokens: Sequence[Token]) -> bool:
    """Whether words mark a phrase as foreign; "foreign minister" and "foreign office" are a state's own."""
    words = [t.lower for t in tokens]
    return any(w in _FOREIGN and not (w == "foreign" and n + 1 < len(words) and words[n + 1] in _OWN_AFFAIRS) for n, w in enumerate(words))


def settle_names(drafts: Sequence[Draft], ctx: Context) -> None:
    """Gives the report's state to named persons and bodies of state that nothing ties to another country or to an organisation."""
    if ctx.home is None or ctx.abroad:
        return
    groups: dict[str, list[Draft]] = {}
    for d in drafts:
        if d.key.startswith(("person:", "named:")):
            groups.setdefault(d.key, []).append(d)
    at = {(d.sentence, i): d for d in drafts for i in range(d.start, d.end)}
    unsettled = {key: group for key, group in groups.items() if not any(d.country or d.code for d in group)}
    for key, group in unsettled.items():
        if not key.startswith("person:"):
            group[0].country = _country_of_body(group, ctx)
    for key, group in unsettled.items():
        if key.startswith("person:"):
            group[0].country = ctx.home if _is_local_person(group, at, ctx) else None


def _is_local_person(group: Sequence[Draft], at: dict[tuple[int, int], Draft], ctx: Context) -> bool:
    if people.person(group[0].key.partition(":")[2]) is not None or name_key(group[0].name) in _notorious():
        return False
    if any(d.title and set(d.title.split()) & _STRANGE_TITLES for d in group):
        return False
    first = group[0]
    named = {ctx.owners.get((first.sentence, t.i), (None, None))[0] for t in ctx.parsed.sentences[first.sentence].tokens} - {None}
    if named - {ctx.home} and not any(d.title for d in group):
        return False
    for d in group[:3]:
        beside = (*range(d.start - _NEAR, d.start), *range(d.end, d.end + _NEAR + 2))
        if any(_is_abroad(at.get((d.sentence, i)), ctx) or _foreign_owner(ctx, d.sentence, i) for i in beside):
            return False
        before = _phrase_before(ctx.parsed.sentences[d.sentence], d.start)
        if _is_foreign(before) or any(t.tag == "PRP$" or t.lower.startswith("coalition") for t in before):
            return False
    return True


@cache
def _notorious() -> frozenset[str]:
    """Leaders of armed groups and movements: fighting a state or being fought by it is no belonging."""
    names = (re.sub(r"\(.*?\)|, alias.*", "", leader) for o in all_organizations() if o.sector == "REB" for leader in o.leaders)
    return frozenset(name_key(n) for n in names) | {name_key("Osama bin Laden"), name_key("Usama bin Laden")}


def _phrase_before(sent: Sentence, start: int) -> tuple[Token, ...]:
    """The words of the same noun phrase before a name: titles, owners and what modifies them."""
    first = start
    while first and start - first < 2 * _NEAR and sent.tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "PART", "PUNCT"):
        if sent.tokens[first - 1].pos == "PUNCT" and sent.tokens[first - 1].text not in ("-", "–", ".", "'"):
            break
        first -= 1
    return sent.tokens[first:start]


def _foreign_owner(ctx: Context, sentence: int, i: int) -> bool:
    owner = ctx.owners.get((sentence, i)) or (ctx.region_owners.get((sentence, i)), None)
    return owner[0] not in (None, ctx.home) or (owner[0] is None and organization(owner[1]) is not None)


def _is_abroad(d: Draft | None, ctx: Context) -> bool:
    """Whether what stands beside a name is of another state, or an organisation that may be from anywhere."""
    if d is None or d.kind is EntityKind.PERSON:
        return False
    return d.country != ctx.home if d.country else d.kind is EntityKind.ORGANIZATION and not _is_domestic(d)


def _is_domestic(d: Draft) -> bool:
    """Whether a body is of a kind that works inside one state, by its sector or the noun of its name ("Special Deterrence Force")."""
    return d.sector in _DOMESTIC or (d.sector is None and bool(_HOME_BODIES & {w.lower() for w in d.name.split()}))


def _country_of_body(group: Sequence[Draft], ctx: Context) -> str | None:
    """The state that owns a body by its words ("Chile's Radical Party"), else the report's own for bodies of state."""
    d = group[0]
    if not _is_domestic(d) or d.end - d.start < 2:
        return None
    for g in group[:3]:
        sent = ctx.parsed.sentences[g.sentence]
        iso3, org_id = owner_of(sent.tokens[g.head], sent, ctx)
        if iso3 or org_id:
            return iso3
    return None if _is_foreign(ctx.parsed.sentences[d.sentence].tokens[d.start : d.end]) else ctx.home
