"""Personal name or office and day -> persons with their terms in office."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from accord.knowledge.tables import cell, name_key, read_dicts
from accord.knowledge.transliteration import sound_key
from accord.model.reading import Office

CHIEFS = ("chief_of_state", "head_of_government")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person's term in one office.

    Attributes:
        country: ISO 3166-1 alpha-3, or None for heads of organisations.
        organization: Id in `organizations`, or None.
        since: First day. `until`: last day or the day of the successor's start; None while open.
        until_reason: "died (helicopter crash)", "resigned" ... only where a source says so.
        last_seen: Last day on which the source shows the person in office; a term that is open is not known to go on after it.
        certain: The end is known, or the term is open in a source that is kept up: nobody else is known to have followed.
    """

    office: str
    title: str
    country: str | None
    organization: str | None
    since: str | None
    until: str | None
    until_reason: str | None
    last_seen: str | None
    certain: bool

    def covers(self, day: str) -> bool:
        """Whether the term holds on an ISO day; an open term holds for ever."""
        return (self.since or "") <= day and (self.until is None or day <= self.until)

    def as_office(self) -> Office:
        """The term as readings carry it."""
        return Office(office=self.office, title=self.title, country=self.country, since=self.since, until=self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the office-holder table; `terms` by start."""

    person_id: str
    name: str
    family: str
    country: str | None
    names: tuple[str, ...]
    surnames: tuple[str, ...]
    terms: tuple[Term, ...]
    died: str | None = None

    def in_office(self, day: str) -> tuple[Term, ...]:
        """Terms that hold on a day."""
        return tuple(t for t in self.terms if t.covers(day))


# Rows of one person under two ids: the later terms come from a source that spells the name otherwise.
_SAME = {
    "brn-hassanal-bolkiah-2": "brn-hassanal-bolkiah", "idn-prabowo-subianto": "idn-prabowo-subianto-djojohadikusumo",
    "ind-s-jaishankar": "ind-subrahmanyam-jaishankar", "irl-michael-martin": "irl-micheal-martin",
    "irn-hossein-amirabdollahian": "irn-hossein-amir-abdollahian", "lao-boun-gnang-volachit": "lao-boungnang-volachit",
    "pak-mian-nawaz-sharif": "pak-mohammad-nawaz-sharif", "pak-muhammad-shehbaz-sharif": "pak-shehbaz-sharif",
    "phl-gilberto-teodoro": "phl-gilbert-teodoro", "rus-andrey-removich-belousov": "rus-andrei-belousov",
    "sau-muhammad-bin-salman-bin-abd-al-aziz-al-saud": "sau-mohammad-bin-salman",
    "sdn-umar-hassan-ahmad-al-bashir-2": "sdn-umar-hassan-ahmad-al-bashir", "svk-peter-pelligrini": "svk-peter-pellegrini",
    "yem-jamal-abdullah-al-sallal-2": "yem-jamal-abdullah-al-sallal",
}  # fmt: skip
# States whose people news name with the family name first, last, or now so and now so.
_EITHER_ORDER = frozenset("HUN JPN CHN TWN KOR PRK VNM KHM SGP HKG".split())
# States whose names come into English from another script, so that every paper spells them its own way.
_TRANSCRIBED = frozenset(
    "AFG ARE ARM AZE BGD BGR BHR BLR BTN COM CYP DJI DZA EGY ERI ESH ETH GEO GRC IND IRN IRQ ISR JOR KAZ KGZ KWT LBN LBY LKA MAR MDV"
    " MKD MLI MMR MNE MNG MRT NER NGA NPL OMN PAK PSE QAT RUS SAU SDN SEN SOM SRB SUN SYR TCD TJK TKM TUN TUR UKR UZB YEM"
    " XKX BIH KEN TZA".split()
)


@cache
def all_people() -> tuple[Person, ...]:
    """Everybody in the table, in its order."""
    rows: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in read_dicts("people.tsv.gz"):
        person_id = _SAME.get(row["person_id"], row["person_id"])
        rows.setdefault((person_id, row["iso3"]), []).append({**row, "person_id": person_id})
    return tuple(_person(group) for group in rows.values())


@cache
def _by_name() -> dict[str, tuple[Person, ...]]:
    out: dict[str, list[Person]] = {}
    for p in all_people():
        for key in {k for n in (*p.names, *_short_names(p)) for k in (name_key(n), _plain_umlauts(name_key(n)))}:
            out.setdefault(key, []).append(p)
    # One person may be chief of two states (a president of France is a co-prince of Andorra): the state that news mean comes first.
    return {k: tuple(sorted(v, key=lambda p: p.country not in WELL_KNOWN)) for k, v in out.items()}


@cache
def _by_sound() -> dict[str, tuple[Person, ...]]:
    """By the key that all transcriptions of a name share."""
    out: dict[str, dict[str, Person]] = {}
    for p in all_people():
        for key in {sound_key(n) for n in (*p.names, *_short_names(p))} if p.country in _TRANSCRIBED else ():
            out.setdefault(key, {})[p.person_id] = p
    return {k: tuple(v.values()) for k, v in out.items() if k}


@cache
def _by_surname() -> dict[str, tuple[Person, ...]]:
    out: dict[str, list[Person]] = {}
    for p in all_people():
        for key in {name_key(n) for n in (*p.surnames, *_last_words(p))}:
            out.setdefault(key, []).append(p)
    return {k: tuple(v) for k, v in out.items()}


@cache
def _by_office() -> dict[tuple[str, str], tuple[tuple[Term, Person], ...]]:
    out: dict[tuple[str, str], list[tuple[Term, Person]]] = {}
    for p in all_people():
        for t in p.terms:
            out.setdefault((t.country or t.organization or "", t.office), []).append((t, p))
    return {k: tuple(sorted(v, key=lambda x: x[0].since or "")) for k, v in out.items()}


@cache
def _by_id() -> dict[str, Person]:
    return {p.person_id: p for p in all_people()}


def person(person_id: str) -> Person | None:
    """The person of that id, or None."""
    return _by_id().get(person_id)


def holders(name: str, country: str | None = None, *, by_sound: bool = False) -> tuple[Person, ...]:
    """Persons of that name; with `country`, only of that state.

    First those that the table spells so, then those with the names in the other order (Hungary, East Asia); with `by_sound` then those
    whose names are the same but for transliteration, which takes a title or state beside the name to be safe.
    """
    key = name_key(name)
    found = _by_name().get(key) or _by_name().get(_plain_umlauts(key)) or _reversed(name)
    if not found and by_sound:
        found = _by_sound().get(sound_key(name) or "-", ())
    return tuple(p for p in found if p.country == country) if country else found


def _plain_umlauts(key: str) -> str:
    """As in "Schroder" for "Schroeder", which is "Schröder" without its mark."""
    return key.replace("oe", "o").replace("ae", "a").replace("ue", "u")


def _reversed(name: str) -> tuple[Person, ...]:
    words = name.split()
    if len(words) < 2:
        return ()
    turned = (name_key(" ".join(order)) for order in ((*words[1:], words[0]), (words[-1], *words[:-1])))
    return tuple(dict.fromkeys(p for key in turned for p in _by_name().get(key, ()) if p.country in _EITHER_ORDER))


def holders_by_surname(surname: str) -> tuple[Person, ...]:
    """Persons of that family name."""
    return _by_surname().get(name_key(surname), ())


def find_person(name: str, country: str | None = None, day: str | None = None) -> Person | None:
    """The one person that a full name means: by country, then by being in office on the day or nearest to it."""
    found = holders(name, country, by_sound=True)
    return nearest(found, day) if found else None


def nearest(people: tuple[Person, ...], day: str | None) -> Person | None:
    """Of several persons the one in office on the day, else the one whose terms are nearest to it; None if that is a draw."""
    if len(people) <= 1:
        return people[0] if people else None
    if day is None:
        return people[0] if len({p.name for p in people}) == 1 else None
    ranked = sorted(((min(_years_off(t, day) for t in p.terms), i) for i, p in enumerate(people)), key=lambda r: r[0])
    if ranked[0][0] < ranked[1][0] or len({p.name for p in people}) == 1:
        return people[ranked[0][1]]
    return None


# States whose chiefs news call by the family name alone, without saying whose they are.
WELL_KNOWN = frozenset("USA RUS CHN GBR FRA DEU JPN IND TUR ISR IRN UKR SYR PRK KOR CUB VEN BRA EGY ITA CAN AUS PAK SAU SUN IRQ".split())


def find_by_surname(surname: str, day: str, among: frozenset[str] = frozenset(), *, titled: bool = False) -> Person | None:
    """The person that a family name alone means around a day.

    A chief of state or government or a foreign minister in office on the day; else the only chief within ten years. Of several,
    those of the states `among` (the ones that the report speaks of) come first; a stranger's name counts only for well-known states,
    or with a title of office before it (`titled`).
    None if there is still more than one.
    """
    found = [p for p in holders_by_surname(surname) if titled or p.country in among or p.country in WELL_KNOWN]
    in_office = [p for p in found if any(t.covers(day) and t.office in (*CHIEFS, "foreign_minister") for t in p.terms)]
    near = [p for p in found if any(t.office in CHIEFS and _years_off(t, day) <= 10 for t in p.terms)]
    for group in (in_office, near):
        mine = [p for p in group if p.country in among]
        chiefs = [p for p in mine if any(t.office in CHIEFS for t in p.in_office(day))]
        for choice in (mine, chiefs, group):
            if len(choice) == 1:
                return choice[0]
        if group:
            return None
    return None


def terms(person: Person) -> tuple[Term, ...]:
    """All terms of a person, by start."""
    return person.terms


def holder_term(owner: str, office: str, day: str) -> tuple[Term, Person] | None:
    """Who is known to hold an office of a state (iso3) or organisation (id) on a day, the latest start first."""
    found = [(t, p) for t, p in _by_office().get((owner, office), ()) if t.covers(day)]
    return found[-1] if found else None


def next_holder(term: Term) -> tuple[Term, Person] | None:
    """Who came next in the same office after a term, acting holders passed over where a full holder follows within a year."""
    owner = term.country or term.organization or ""
    if term.until is None:
        return None
    later = [(t, p) for t, p in _by_office().get((owner, term.office), ()) if (t.since or "") >= term.until and t != term]
    full = [x for x in later if "acting" not in x[0].title.lower() and "interim" not in x[0].title.lower()]
    return full[0] if full else later[0] if later else None


def _years_off(term: Term, day: str) -> float:
    if term.covers(day):
        return 0.0
    edge = term.since if day < (term.since or "") else term.until
    return abs(_year(day) - _year(edge or day))


def _year(day: str) -> float:
    try:
        return int(day[:4]) + (int(day[5:7]) - 1) / 12 + int(day[8:10] or 1) / 365 if len(day) >= 10 else float(day[:4])
    except ValueError:
        return 0.0


def _short_names(p: Person) -> list[str]:
    """First given name with the family name, where the full name has more between."""
    out = []
    for name in p.names:
        words = name.split()
        if len(words) > 2 and p.family and p.family.split()[-1] == words[-1] and "-" not in words[0] and len(words[0]) > 2:
            out.append(f"{words[0]} {p.family}")
    return out


def _last_words(p: Person) -> list[str]:
    """Family names as the spellings of the full name end: "Bashar al-Assad" is called Assad as well."""
    if not p.family or any(n.startswith(p.family + " ") for n in p.names[:1]):
        return []
    out = []
    for name in p.names:
        words = name.split()
        if len(words) > 1:
            last = words[-1]
            out.append(last)
            if last.lower().startswith(("al-", "el-")):
                out.append(last[3:])
    return out


def _person(rows: list[dict[str, str]]) -> Person:
    first = rows[0]
    names = dict.fromkeys(n for r in rows for n in cell(r["names"]))
    surnames = dict.fromkeys(n for r in rows for n in cell(r["surnames"]))
    found = sorted((_term(r) for r in rows), key=lambda t: (t.since or "", t.office))
    died = next((t.until for t in found if t.until_reason and t.until_reason.startswith(("died", "killed", "assassinated"))), None)
    return Person(
        person_id=first["person_id"], name=first["name"], family=first["family_name"], country=first["iso3"] or None,
        names=tuple(names), surnames=tuple(surnames), terms=tuple(found), died=died,
    )  # fmt: skip


def _term(row: dict[str, str]) -> Term:
    return Term(
        office=row["office"], title=row["title"], country=row["iso3"] or None, organization=row["org"] or None, since=row["since"] or None,
        until=row["until"] or None, until_reason=row["until_reason"] or None, last_seen=row["last_seen"] or None,
        certain=row["until_precision"] != "open_at_last_seen",
    )  # fmt: skip
