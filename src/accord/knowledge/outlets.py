"""Name or host of an outlet -> the town that it is written in, for well-known papers whose name does not say it."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from accord.knowledge.gazetteer import Site, find_sites

_NOT_LETTER = re.compile(r"[^a-z0-9]+")


@cache
def _seats() -> dict[str, tuple[str, str, str]]:
    text = resources.files("accord.knowledge").joinpath("data", "outlets.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.rstrip("\n").split("\n")[1:]]
    return {_NOT_LETTER.sub("", r[0]): (r[1], r[2], r[3]) for r in rows}


def outlet_seat(name: str) -> Site | None:
    """The town of an outlet by its name or the label of its address ("latimes", "Los Angeles Times"), or None if it is not listed."""
    found = _seats().get(_NOT_LETTER.sub("", name.lower()))
    if found is None:
        return None
    place, iso3, admin1 = found
    return next((s for s in find_sites(place) if s.kind == "P" and s.iso3 == iso3 and admin1 in ("", s.admin1)), None)
