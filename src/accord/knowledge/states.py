"""Name, demonym, capital or code -> the state that it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from accord.knowledge.tables import cell, read_dicts


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or territory.

    Attributes:
        iso3: ISO 3166-1 alpha-3, XKX for Kosovo, six former codes (SUN, YUG ...).
        status: "un_member", "un_observer", "partially_recognised", "territory", "former" ...
        name: Short form as news write it.
        names: Other forms, long and official ones among them; former names are left out.
        abbreviations: To be matched with their case (US, UK, DPRK).
        demonym_adjectives, demonym_nouns: "Russian"; "Russian", "Russians".
        metonyms: (form, PLOVER sector) of seats of power, the capital among them where it may stand for the government.
        weak_metonyms: (form, sector) that count only where the state is already in the sentence.
        regions: Parts of the state and disputed places seen in news.
        ambiguous: Forms that are also common words, given names or other places.
        latitude, longitude: Of the capital. `centre`: where atlases put the state, None for the smallest.
        valid_until: Last day of a former state, else None.
    """

    iso3: str
    iso2: str
    status: str
    name: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    capital: str
    capital_names: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    centre: tuple[float, float] | None
    demonym_adjectives: tuple[str, ...]
    demonym_nouns: tuple[str, ...]
    metonyms: tuple[tuple[str, str], ...]
    weak_metonyms: tuple[tuple[str, str], ...]
    regions: tuple[str, ...]
    cities: tuple[str, ...]
    ambiguous: frozenset[str]
    sovereign: str | None
    successor: str | None
    valid_until: str | None


@dataclass(frozen=True, slots=True)
class StateForm:
    """One way to write a state.

    Attributes:
        how: "name", "abbreviation", "adjective", "demonym", "metonym", "weak_metonym" or "region".
        sector: PLOVER sector of a metonym (Pentagon: MIL), GOV otherwise.
        ambiguous: It is also a common word, a given name or another place.
    """

    form: str
    iso3: str
    how: str
    sector: str = "GOV"
    ambiguous: bool = False


# Demonyms that the table lists as nouns but that also stand before nouns ("Serb forces", "Turk").
_NOUN_ENDINGS = ("s", "man", "men", "woman", "women")
# Old names that news still used inside the span of years of our sources; other former names are too odd to match.
_OLD_NAMES = {
    "MMR": ("Burma",), "COD": ("Zaire",), "CIV": ("Ivory Coast",), "SWZ": ("Swaziland",), "CZE": ("Czech Republic",), "LKA": ("Ceylon",),
    "BFA": ("Upper Volta",), "MKD": ("Macedonia",), "TLS": ("East Timor",), "CPV": ("Cape Verde",), "SUN": ("Soviet",),
    "TUR": ("Türkiye", "Turkiye"),
    "BLR": ("Byelorussia",), "BIH": ("Bosnia",), "ARE": ("United Arab Emirates", "Emirates"), "PSE": ("Palestinian Authority",),
}  # fmt: skip
# Short forms of capitals.
_MORE_METONYMS = {
    "ETH": ("Addis",),
    "TWN": ("Taipei",),
    "MMR": ("Nay Pyi Taw",),
    "UKR": ("Kiev",),
    "KAZ": ("Nur-Sultan",),
    "LKA": ("Colombo",),
}
# Adjectives that the table lacks or lists only with its own remarks.
_MORE_ADJECTIVES = {
    "PSE": ("Palestinian",), "TWN": ("Taiwanese",), "MMR": ("Burmese",), "BIH": ("Bosnian",), "ARE": ("Emirati",), "SUN": ("Soviet",),
    "DDR": ("East German",), "COD": ("Congolese",), "MKD": ("Macedonian",), "NLD": ("Dutch",), "PRK": ("North Korean",),
    "KOR": ("South Korean",),
    "HKG": ("Hong Kong",), "XKX": ("Kosovar", "Kosovan"), "SSD": ("South Sudanese",), "CAF": ("Central African",), "SAU": ("Saudi",),
    "DEU": ("West German",), "YUG": ("Yugoslav",), "KAZ": ("Kazakh",), "UZB": ("Uzbek",), "TKM": ("Turkmen",), "KGZ": ("Kyrgyz",),
    "TJK": ("Tajik",),
    "CZE": ("Czech",), "SVK": ("Slovak",), "HRV": ("Croatian",), "SRB": ("Serbian",), "SVN": ("Slovenian", "Slovene"), "GBR": ("British",),
    "SCG": (), "VNM": ("Vietnamese",), "BGD": ("Bangladeshi",), "AFG": ("Afghan",), "PHL": ("Philippine", "Filipino"), "NZL": ("Kiwi",),
}  # fmt: skip


@cache
def all_states() -> tuple[State, ...]:
    """Every state and territory, in the order of the table."""
    return tuple(_state(row) for row in read_dicts("states.tsv.gz"))


@cache
def _by_iso3() -> dict[str, State]:
    return {s.iso3: s for s in all_states()}


def state(iso3: str | None) -> State | None:
    """The state of that code, or None."""
    return _by_iso3().get(iso3 or "")


def name_of(iso3: str | None) -> str:
    """Short name as news write it; the code itself if it is not known, "" for None."""
    found = state(iso3)
    return found.name if found else iso3 or ""


@cache
def state_forms() -> tuple[StateForm, ...]:
    """Every way to write every state, in the order of the table; the same form may stand for several."""
    return tuple(f for s in all_states() for f in _forms(s))


@cache
def _by_form() -> dict[str, tuple[StateForm, ...]]:
    out: dict[str, tuple[StateForm, ...]] = {}
    for f in state_forms():
        key = f.form if f.how == "abbreviation" else f.form.casefold()
        out[key] = (*out.get(key, ()), f)
    return out


def find_state(form: str) -> tuple[StateForm, ...]:
    """What a form may stand for, names before demonyms before metonyms; abbreviations only in their own case."""
    order = {"name": 0, "abbreviation": 1, "adjective": 2, "demonym": 3, "metonym": 4, "weak_metonym": 5, "region": 6}
    return tuple(sorted((*_by_form().get(form, ()), *_by_form().get(form.casefold(), ())), key=lambda f: order[f.how]))


def _forms(s: State) -> list[StateForm]:
    def make(form: str, how: str, sector: str = "GOV") -> StateForm:
        return StateForm(form, s.iso3, how, sector, form in s.ambiguous)

    out = [make(n, "name") for n in (s.name, *s.names)]
    out += [make(n, "abbreviation") for n in s.abbreviations]
    adjectives = dict.fromkeys(s.demonym_adjectives)
    out += [make(n, "adjective") for n in adjectives]
    out += [make(n, "demonym") for n in s.demonym_nouns if n not in adjectives]
    metonyms = dict(s.metonyms)
    out += [make(n, "metonym", sector) for n, sector in metonyms.items()]
    out += [make(n, "weak_metonym", sector) for n, sector in s.weak_metonyms if n not in metonyms]
    taken = {f.form for f in out}
    out += [make(n, "region") for n in s.regions if n not in taken]
    return out


def _state(row: dict[str, str]) -> State:
    iso3 = row["iso3"]
    own = cell(row["demonyms_own"])
    nouns = tuple(d for d in own if d.endswith(_NOUN_ENDINGS) and not d.endswith(("ese", "ss", "is")))
    adjectives = (*cell(row["demonym_adjectives"]), *_MORE_ADJECTIVES.get(iso3, ()), *(d for d in own if d not in nouns))
    capitals = (row["capital"], *cell(row["capital_other"]))
    pairs = [tuple(m.rsplit(":", 1)) for m in cell(row["metonyms_own"])]
    metonyms = [(p[0], p[1]) for p in pairs if len(p) == 2]
    if row["capital_is_metonym"] == "1":
        metonyms += [(c, "GOV") for c in capitals if c]
    metonyms += [(m, "GOV") for m in _MORE_METONYMS.get(iso3, ())]
    weak = [tuple(m.rsplit(":", 1)) for m in cell(row["metonyms_weak_own"])]
    names = [row["name_long"], *cell(row["names_other"]), *_OLD_NAMES.get(iso3, ())]
    return State(
        iso3=iso3, iso2=row["iso2"], status=row["status"], name=row["name"],
        names=tuple(dict.fromkeys(n for n in names if n and n != row["name"])),
        abbreviations=cell(row["abbreviations"]), capital=row["capital"], capital_names=tuple(c for c in capitals if c),
        latitude=float(row["capital_lat"]) if row["capital_lat"] else None,
        longitude=float(row["capital_lon"]) if row["capital_lon"] else None,
        centre=(float(row["centre_lat"]), float(row["centre_lon"])) if row["centre_lat"] else None,
        demonym_adjectives=tuple(dict.fromkeys(adjectives)),
        demonym_nouns=tuple(dict.fromkeys((*cell(row["demonym_nouns"]), *nouns))),
        metonyms=tuple(dict.fromkeys(metonyms)), weak_metonyms=tuple((w[0], w[1]) for w in weak if len(w) == 2),
        regions=cell(row["regions_own"]), cities=cell(row["major_cities"]), ambiguous=frozenset(
            form for form in (a.split("=")[0] for a in cell(row["ambiguous_forms"])) if form
        ),
        sovereign=row["sovereign_iso3"] or None, successor=row["successor_iso3"] or None, valid_until=row["valid_until"] or None,
    )  # fmt: skip
