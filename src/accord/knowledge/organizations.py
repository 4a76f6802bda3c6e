"""Name or acronym -> organisation, with its kind, home and members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from accord.knowledge.tables import cell, read_dicts

# Kinds that act as people do, not as offices do.
GROUP_KINDS = frozenset({"armed_group", "criminal_group", "militia", "political_movement", "civilian_group"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organisation, party, medium, company or armed group.

    Attributes:
        org_id: UN, EU, NATO, ELN ...
        acronyms: To be matched with their case.
        actor_code: PLOVER country-level code: iso3, UNO, EUR, IGO, NGO, IMG, MNC.
        home: ISO 3166-1 alpha-3 of the country that it belongs to or comes from; None for international bodies;
            for a coalition that one state leads, that state.
        seat: Seat of an international body; not an affiliation.
        members: ISO 3166-1 alpha-3 of the members, for organisations of states.
        ambiguous: Forms that another row bears too, or that are common words.
        curated: False for rows of the old Phoenix list of armed groups.
    """

    org_id: str
    name: str
    acronyms: tuple[str, ...]
    other_names: tuple[str, ...]
    kind: str
    actor_code: str
    sector: str | None
    home: str | None
    seat: str | None
    members: frozenset[str]
    leaders: tuple[str, ...]
    valid_until: str | None
    ambiguous: frozenset[str]
    curated: bool


@cache
def all_organizations() -> tuple[Organization, ...]:
    """Every organisation, in the order of the table, then the armed groups and bodies of our own lists."""
    bodies = tuple(_bodies())
    more = {b.org_id: b for b in bodies if not b.name}
    groups = (*_armed_groups(), *(b for b in bodies if b.name))
    better = {g.name.casefold() for g in groups}
    listed = (_organization(row) for row in read_dicts("organizations.tsv.gz"))
    kept = (o for o in listed if o.curated or o.name.casefold() not in better)
    return (*(_with_names(o, more.get(o.org_id)) for o in kept), *groups)


def _with_names(o: Organization, more: Organization | None) -> Organization:
    """The same organisation with the further names that our own list has for it."""
    if more is None:
        return o
    acronyms, names = dict.fromkeys((*o.acronyms, *more.acronyms)), dict.fromkeys((*o.other_names, *more.other_names))
    return replace(o, acronyms=tuple(acronyms), other_names=tuple(n for n in names if n != o.name))


def _bodies() -> Iterator[Organization]:
    """Agencies, parties, media and companies from `bodies.tsv`; a row without a name adds names to one of the big table."""
    text = resources.files("accord.knowledge").joinpath("data", "bodies.tsv").read_text(encoding="utf-8")
    for line in text.rstrip("\n").split("\n")[1:]:
        org_id, name, acronyms, others, kind, sector, home, ambiguous = line.split("\t")
        yield Organization(
            org_id=org_id, name=name, acronyms=cell(acronyms), other_names=cell(others), kind=kind, actor_code=home,
            sector=sector or None, home=home or None, seat=None, members=frozenset(), leaders=(), valid_until=None,
            ambiguous=frozenset(cell(ambiguous)), curated=True,
        )  # fmt: skip


# States that lead a coalition: its acts are theirs to news.
_LED_BY = {"SAUDICOALITION": "SAU", "ANTIISIS": "USA"}


def _armed_groups() -> Iterator[Organization]:
    """Guerrillas and militias of the years before the big table, from `armed_groups.tsv`."""
    text = resources.files("accord.knowledge").joinpath("data", "armed_groups.tsv").read_text(encoding="utf-8")
    for line in text.rstrip("\n").split("\n")[1:]:
        org_id, name, acronyms, others, kind, home, ambiguous = line.split("\t")
        yield Organization(
            org_id=org_id, name=name, acronyms=cell(acronyms), other_names=cell(others), kind=kind, actor_code=home, sector="REB",
            home=home, seat=None, members=frozenset(), leaders=(), valid_until=None, ambiguous=frozenset(cell(ambiguous)), curated=True,
        )  # fmt: skip


@cache
def _by_id() -> dict[str, Organization]:
    return {o.org_id: o for o in all_organizations()}


@cache
def _by_name() -> dict[str, tuple[Organization, ...]]:
    out: dict[str, tuple[Organization, ...]] = {}
    for o in all_organizations():
        for n in {n.casefold().removeprefix("the ") for n in (o.name, *o.other_names)} | set(o.acronyms):
            out[n] = (*out.get(n, ()), o)
    return out


def organization(org_id: str | None) -> Organization | None:
    """The organisation of that id, or None."""
    return _by_id().get(org_id or "")


def find_organizations(form: str) -> tuple[Organization, ...]:
    """Organisations of that name in any case, or of that acronym in its own case."""
    found = _by_name().get(form, ()) + _by_name().get(form.casefold().removeprefix("the "), ())
    return tuple(dict.fromkeys(found))


def is_member(org_id: str, iso3: str) -> bool | None:
    """Whether a state is a member; None if the organisation is not known or has no list of members."""
    found = organization(org_id)
    return iso3 in found.members if found and found.members else None


def _organization(row: dict[str, str]) -> Organization:
    return Organization(
        org_id=row["org_id"], name=row["name"], acronyms=cell(row["acronyms"]), other_names=cell(row["other_names"]), kind=row["kind"],
        actor_code=row["actor_code"], sector=row["sector"] or None, home=row["home_iso3"] or _LED_BY.get(row["org_id"]),
        seat=row["seat_iso3"] or None,
        members=frozenset(row["members"].split()), leaders=cell(row["leaders_own"]), valid_until=row["valid_until"] or None,
        ambiguous=frozenset(a.split("=")[0] for a in cell(row["ambiguous_forms"])), curated=row["sources"] != "phoenix",
    )  # fmt: skip
