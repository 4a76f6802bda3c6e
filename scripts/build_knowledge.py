"""Gazetteer folder + installed tables of GeoNames -> the compact tables in `src/accord/knowledge/data/`.

Run: `python scripts/build_knowledge.py ../shared/data/gazetteer`. Equal input gives equal bytes (gzip without a time stamp).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from build_gazetteer import DATA, MIN_POPULATION, add_centres, division_rows, fold, settlement_rows, write_gazetteer

COMMON_WORDS = DATA.parents[1] / "parse" / "data" / "common_words.txt.gz"

STATE_COLUMNS = (
    "iso3 iso2 status sovereign_iso3 successor_iso3 valid_until name name_long names_former names_other abbreviations capital capital_other"
    " capital_lat capital_lon capital_is_metonym demonym_nouns demonym_adjectives demonyms_own metonyms_own metonyms_weak_own regions_own"
    " major_cities ambiguous_forms centre_lat centre_lon"
).split()
ORGANIZATION_COLUMNS = (
    "org_id name acronyms other_names kind actor_code sector home_iso3 seat_iso3 members leaders_own valid_until ambiguous_forms sources"
).split()
PERSON_COLUMNS = (
    "person_id iso3 org office title name family_name given_names name_order names surnames since until until_precision until_earliest"
    " until_reason last_seen"
).split()
ROLE_COLUMNS = "role plural sector kind".split()

# REIGN has no data licence: its rows are left out of what we ship (README of the gazetteer).
UNLICENSED = {"reign"}
# Names that a case restorer must leave alone although a state, city or organisation bears them.
NOT_CASED = frozenset(
    "us polish male pole poles lao nice reading bath mobile split order man of lodge the apple shell total meta amazon renaissance league"
    " greens liberals conservatives confederation progressive most may march".split()
)


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def write_table(name: str, columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> int:
    """Writes a gzip TSV with a header; returns the number of rows."""
    columns = list(columns)
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [str(row.get(c) or "") for c in columns]
        if any("\t" in c or "\n" in c for c in cells):
            raise ValueError(f"{name}: a cell holds a tab or a line break: {cells}")
        lines.append("\t".join(cells))
    write_gzip(name, "\n".join(lines) + "\n")
    return len(lines) - 1


def write_gzip(name: str, text: str) -> None:
    """Writes text so that equal text gives equal bytes."""
    (DATA / name).write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def person_rows(folder: Path) -> list[dict[str, str]]:
    """Terms in office, the supplement laid over the main file, one row a person, office and start."""
    rows: dict[tuple[str, str, str], dict[str, str]] = {}
    for file in ("officeholders.csv", "officeholders_supplement.csv"):
        for row in read_rows(folder / file):
            if row["sources"] in UNLICENSED or not row["name"]:
                continue
            key = (row["person_id"], row["office"], row["since"])
            if key in rows:
                rows[key].update({k: v for k, v in row.items() if v and (k.startswith("until") or not rows[key].get(k))})
            else:
                rows[key] = dict(row)
    for row in rows.values():
        _part_namesakes(row)
        names = [row["name"], *row["aliases"].split("|"), *row["aliases_own"].split("|")]
        row["names"] = "|".join(dict.fromkeys(n for n in names if n and not (n != row["name"] and _TITLED.match(n))))
        row["surnames"] = "|".join(dict.fromkeys(n for n in [row["family_name"], *row["surname_variants"].split("|")] if n))
    return sorted(rows.values(), key=lambda r: (r["iso3"], r["org"], r["office"], r["since"], r["person_id"]))


_TITLED = re.compile(
    r"(?:President|Prime Minister|Premier|Chancellor|King|Queen|Pope|Chairman|General|Gen\.|Marshal|Ayatollah|Sheikh|Comrade) "
)
# The two presidents Bush bear one id in the source; the elder's terms begin before this year.
_NAMESAKES = {"usa-george-bush": ("2000", ("usa-george-h-w-bush", "George H. W. Bush", "George Bush|George H.W. Bush"), "George W. Bush")}


def _part_namesakes(row: dict[str, str]) -> None:
    found = _NAMESAKES.get(row["person_id"])
    if not found:
        return
    year, (elder_id, elder, elder_aliases), younger = found
    if row["since"] < year:
        row.update(person_id=elder_id, name=elder, aliases=elder_aliases, aliases_own="")
    else:
        row.update(name=younger, aliases="George Bush", aliases_own="")


def role_rows(folder: Path) -> list[dict[str, str]]:
    """Role nouns of persons and bodies; equipment and entries without a sector are left out."""
    return sorted(
        (r for r in read_rows(folder / "roles.csv") if r["kind"] != "equipment" and r["sector"]), key=lambda r: (r["role"], r["sector"])
    )


def cased_names(states: list[dict[str, str]], organizations: list[dict[str, str]], cities: list[dict[str, Any]]) -> list[str]:
    """Lower-case names that text in capitals must be cased by."""
    with gzip.open(COMMON_WORDS, "rt", encoding="utf-8") as f:
        common = set(f.read().split())

    def cell(row: dict[str, str], *columns: str) -> list[str]:
        return [n for c in columns for n in row[c].split("|") if n]

    out = set()
    for s in states:
        out.update(cell(s, "name", "names_other", "capital", "capital_other", "demonym_nouns", "demonym_adjectives", "demonyms_own"))
        out.update(m.split(":")[0] for m in cell(s, "metonyms_own"))
        out.update(cell(s, "regions_own"))
    for o in organizations:
        if o["sources"] == "phoenix":
            continue
        out.update(n for n in cell(o, "name", "other_names") if " " in n and n not in o["ambiguous_forms"].split("|") and n[0].isupper())
        out.update(n for n in cell(o, "name", "other_names") if " " not in n and n[0].isupper() and n.lower() not in common)
    for c in cities:
        if int(c["population"]) >= 100_000 and (" " in c["name"] or c["name"].lower() not in common):
            out.add(c["name"])
    lower = {fold(n).lower().removeprefix("the ") for n in out if "(" not in n} | {n.lower() for n in out if "(" not in n}
    return sorted(n for n in lower if n not in NOT_CASED and len(n) > 2 and "." not in n)


def build(folder: Path) -> dict[str, int]:
    """Writes every table; returns its rows by file name."""
    DATA.mkdir(parents=True, exist_ok=True)
    states, organizations = read_rows(folder / "countries.csv"), read_rows(folder / "organizations.csv")
    settlements = settlement_rows(states)
    cities = [c for c in settlements if c["population"] >= MIN_POPULATION]
    add_centres(states, cities)
    counts = {
        "states.tsv.gz": write_table("states.tsv.gz", STATE_COLUMNS, states),
        "organizations.tsv.gz": write_table("organizations.tsv.gz", ORGANIZATION_COLUMNS, organizations),
        "people.tsv.gz": write_table("people.tsv.gz", PERSON_COLUMNS, person_rows(folder)),
        "roles.tsv.gz": write_table("roles.tsv.gz", ROLE_COLUMNS, role_rows(folder)),
        "gazetteer.tsv.gz": write_gazetteer(settlements + division_rows(states, settlements)),
    }
    plover = json.loads((folder / "plover.json").read_text(encoding="utf-8"))
    write_gzip("plover.json.gz", json.dumps(plover, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    names = cased_names(states, organizations, cities)
    write_gzip("cased_names.txt.gz", "\n".join(names) + "\n")
    return counts | {"plover.json.gz": len(plover["events"]), "cased_names.txt.gz": len(names)}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "gazetteer", type=Path, help="folder with countries.csv, officeholders.csv, organizations.csv, roles.csv, plover.json"
    )
    for name, count in build(parser.parse_args().gazetteer).items():
        print(f"{name}\t{count}\t{(DATA / name).stat().st_size}")


if __name__ == "__main__":
    main()
