"""ParsedReport -> Entity: states, organisations, persons and groups, each with all its mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accord.extract.coreference import find_references
from accord.extract.home import home_state, settle_names
from accord.extract.introduced import find_organizations
from accord.extract.mentions import Context, Draft, read_context
from accord.extract.names import find_names
from accord.extract.nominals import find_nominals
from accord.extract.persons import find_people
from accord.knowledge import people
from accord.knowledge.organizations import organization
from accord.knowledge.states import name_of
from accord.model.reading import Entity, EntityId, Mention, Office
from accord.model.report import Published
from accord.model.sentence import ParsedReport
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind

# Offices are judged by this day where neither the report nor its text tells a year: the last day that the tables were checked for.
_LAST_KNOWN_DAY = "2026-01-22"
_YEAR = re.compile(r"\b(19[5-9]\d|20[0-3]\d)\b")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)


def find_entities(parsed: ParsedReport, published: Published | None = None) -> tuple[Entity, ...]:
    """Everybody who can act in a report, in order of first mention, ids n1, n2 ...

    The dictionary of states and organisations overrides the entity labels of the parser; persons are matched to the table of
    office-holders by name, state and day; described actors ("a Greek defence ministry official") follow; pronouns come last and
    only where there is one candidate.

    Args:
        parsed: The report with its sentences.
        published: When it was published, to judge offices by; the report's own statement without it.
    """
    ctx = read_context(parsed, _day(parsed, published))
    drafts = find_names(ctx)
    persons = find_people(ctx)
    drafts = _merge(persons, drafts)
    taken = {(d.sentence, d.head): d for d in drafts}
    drafts = _merge(drafts, find_organizations(ctx, taken))
    taken = {(d.sentence, d.head): d for d in drafts}
    ctx.home, sure = home_state(drafts, ctx)
    ctx.abroad = not sure
    drafts = _merge(_without_covered(find_nominals(ctx, taken), drafts), drafts)
    _join_offices(drafts, ctx)
    _join_coalitions(drafts)
    settle_names(drafts, ctx)
    drafts += find_references(ctx, sorted(drafts, key=_position))
    return _entities(sorted(drafts, key=_position), ctx)


def _day(parsed: ParsedReport, published: Published | None) -> str:
    for p in (published, parsed.report.published):
        if p and (p.latest or p.earliest):
            return (p.latest or p.earliest or "")[:10]
    years = [int(y) for y in _YEAR.findall(parsed.report.text[:50_000])]
    years = [y for y in years if y <= int(_LAST_KNOWN_DAY[:4])]
    return f"{max(years)}-06-30" if years else _LAST_KNOWN_DAY


def _position(d: Draft) -> tuple[int, int, int]:
    return d.sentence, d.start, d.end


def _merge(first: list[Draft], second: Iterable[Draft]) -> list[Draft]:
    """Both lists, without those of the second that share a token with one of the first (unless they only modify it)."""
    covered = {(d.sentence, i) for d in first for i in range(d.start, d.end) if d.how != "nominal"}
    heads = {(d.sentence, d.head) for d in first}
    out = list(first)
    for d in second:
        if (d.sentence, d.head) in heads or any((d.sentence, i) in covered for i in range(d.start, d.end)):
            continue
        out.append(d)
    return out


def _without_covered(nominals: list[Draft], names: list[Draft]) -> list[Draft]:
    """Nominals whose head no name covers."""
    covered = {(d.sentence, i) for d in names for i in range(d.start, d.end)}
    return [n for n in nominals if (n.sentence, n.head) not in covered]


# Titles that may mean the chief of state or of government, whichever the state has.
_CHIEF_TITLES = frozenset({"leader", "ruler", "strongman", "supreme leader", "head of state", "dictator", "autocrat"})


# A coalition of parties is none of states.
_OF_PARTIES = frozenset("ruling opposition governing government national party political syrian rebel left right".split())


def _join_coalitions(drafts: list[Draft]) -> None:
    """As in "the coalition" and "Arab coalition", which are the one coalition of states that the report names with its leader."""
    led = {d.key: d for d in drafts if d.key.startswith("coalition:") or (d.role == "alliance" and d.country)}
    if {d.country for d in led.values()} and len({d.country for d in led.values()}) == 1:
        to = next((d for d in led.values() if d.code), next(iter(led.values())))
        for d in drafts:
            if d.key in led or (d.role == "coalition" and ":None:" in d.key and not set(d.name.lower().split()) & _OF_PARTIES):
                d.key, d.kind, d.country, d.sector, d.code, d.role, d.anonymous = (
                    to.key, to.kind, to.country, to.sector, to.code, to.role, False,
                )  # fmt: skip


_PARTY_TITLES = frozenset({"party chief", "party leader", "general secretary", "leader"})


def _join_offices(drafts: list[Draft], ctx: Context) -> None:
    """As in "The Turkish president" is the person of the report who bears that title and belongs to that state, if there is one."""
    bearers = _bearers(drafts, ctx)
    for d in drafts:
        if d.key.startswith("one:") and d.country and d.title and not d.former:
            bearing = bearers.get((d.country, d.title), set())
            if len(bearing) == 1:
                d.key = next(iter(bearing))


def _bearers(drafts: list[Draft], ctx: Context) -> dict[tuple[str | None, str], set[str]]:
    """(state, title) -> keys of the persons of the report who bear it, as written or by the offices that they hold on the day."""
    out: dict[tuple[str | None, str], set[str]] = {}
    persons = [d for d in drafts if d.key.startswith("person:")]
    countries = {d.key: d.country for d in persons if d.country}
    for d in persons:
        if d.title and not d.former:
            out.setdefault((d.country or countries.get(d.key), d.title), set()).add(d.key)
    for key in {d.key for d in persons}:
        found = people.person(key.partition(":")[2])
        for term in found.in_office(ctx.day) if found else ():
            titles = _PARTY_TITLES if term.office == "party_leader" else _CHIEF_TITLES if term.office in people.CHIEFS else frozenset()
            for title in (term.title.lower(), *titles) if titles else ():
                out.setdefault((term.country, title), set()).add(key)
    return out


def _entities(drafts: list[Draft], ctx: Context) -> tuple[Entity, ...]:
    groups: dict[str, list[Draft]] = {}
    for d in drafts:
        groups.setdefault(d.key, []).append(d)
    return tuple(_entity(EntityId(f"n{n}"), key, group, ctx) for n, (key, group) in enumerate(groups.items(), start=1))


def _entity(entity_id: EntityId, key: str, group: list[Draft], ctx: Context) -> Entity:
    named = next((d for d in group if d.how != "pronoun"), group[0])
    kind = EntityKind.PERSON if key.startswith("person:") else named.kind
    country, sector, offices, name = _known(key, group, named.name, ctx)
    mentions = tuple(_mention(d, ctx) for d in sorted(group, key=_position))
    aliases = dict.fromkeys(a for d in group for a in (*d.aliases, *_words(d, ctx)) if a and a != name)
    return Entity(
        id=entity_id, name=name, kind=kind, country=country, sector=sector, aliases=tuple(aliases), mentions=mentions, offices=offices,
        code=_code(key, group, named, ctx), anonymous=all(d.anonymous for d in group if d.how != "pronoun"),
    )  # fmt: skip


def _code(key: str, group: list[Draft], named: Draft, ctx: Context) -> str | None:
    """Id of an organisation in the tables; for a person that of the organisation that it heads on the day."""
    if key.startswith("org:"):
        return named.code
    return _heads(key.partition(":")[2], group, ctx.day) if key.startswith("person:") else None


def _known(key: str, group: list[Draft], name: str, ctx: Context) -> tuple[str | None, str | None, tuple[Office, ...], str]:
    """Country, sector, offices and name: what the tables know of a person first, then what the report says."""
    country = next((d.country for d in group if d.country), None)
    sector = next((d.sector for d in group if d.sector), None)
    if key.startswith("state:"):
        return key.partition(":")[2], "GOV", (), name_of(key.partition(":")[2])
    if not key.startswith("person:"):
        return country, sector, (), name
    name = max((d.name for d in group if d.how == "name"), key=len, default=name)
    offices = _offices(key.partition(":")[2], name)
    heads = _heads(key.partition(":")[2], group, ctx.day)
    if heads:
        return None, "IGO", offices, name
    if offices:
        country = country or _holder_country(offices, ctx.day)
        sector = sector or _standing(offices, ctx.day)
    if country is None:
        org = organization(next((d.code for d in group if d.code), None))
        country = org.home if org else None
    return country, sector, offices, name


def _standing(offices: tuple[Office, ...], day: str) -> str | None:
    """Sector of a known office-holder without a title in the report: in office, out of it (PLOVER's elites), or only to hold one."""
    if any((o.since or "") <= day and (o.until is None or day <= o.until) for o in offices):
        return "GOV"
    return "ELI" if any((o.since or "") <= day for o in offices) else None


def _heads(person_id: str, group: Iterable[Draft], day: str) -> str | None:
    """The organisation that a person heads on the day: its word, not that of the country of birth."""
    found = people.person(person_id)
    same = [p for p in people.holders(found.name) if p.name == found.name] if found else []
    if any(d.title and "secretary" in d.title and "general" in d.title for d in group):
        return next((t.organization for p in same for t in p.terms if t.organization), None)
    held = [t for p in same for t in p.in_office(day)]
    return next((t.organization for t in held if t.organization), None) if not any(t.country for t in held) else None


def _holder_country(offices: tuple[Office, ...], day: str) -> str | None:
    held = [o for o in offices if (o.since or "") <= day and (o.until is None or day <= o.until)]
    return next((o.country for o in (*held, *reversed(offices)) if o.country), None)


def _offices(person_id: str, name: str) -> tuple[Office, ...]:
    """All terms of a person, those under other ids of the same name and organisations among them."""
    found = people.person(person_id)
    if found is None:
        return ()
    same = [p for p in people.holders(name) if p.person_id == person_id or (p.country is None) != (found.country is None)]
    terms = {(t.office, t.since, t.country): t for p in (found, *same) for t in p.terms}
    return tuple(t.as_office() for t in sorted(terms.values(), key=lambda t: (t.since or "", t.office)))


def _mention(d: Draft, ctx: Context) -> Mention:
    tokens = ctx.parsed.sentences[d.sentence].tokens
    return Mention(
        span=Span(tokens[d.start].start, tokens[d.end - 1].end), sentence=d.sentence, head=d.head, how=d.how, title=d.title or None,
        former=d.former,
    )  # fmt: skip


def _words(d: Draft, ctx: Context) -> tuple[str, ...]:
    if d.how not in ("name", "metonym") or d.kind is EntityKind.PERSON:
        return ()
    tokens = ctx.parsed.sentences[d.sentence].tokens
    text = ctx.parsed.report.text[tokens[d.start].start : tokens[d.end - 1].end]
    return (_ARTICLE.sub("", " ".join(text.split())).rstrip("-–—,.;:") if "." not in text[:-1] else text,)
