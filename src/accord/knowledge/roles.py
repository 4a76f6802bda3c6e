"""Role noun -> PLOVER sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from accord.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class Role:
    """What a role noun says of its bearer; `kind` is "person", "body" or ""."""

    role: str
    sector: str
    kind: str


@cache
def _table() -> dict[str, Role]:
    out: dict[str, Role] = {}
    for role, plural, sector, kind in read_rows("roles.tsv.gz"):
        entry = Role(role, sector, kind)
        for form in (role, plural):
            if form:
                out.setdefault(form, entry)
    return out


def find_role(words: str) -> Role | None:
    """The role of a phrase in lower case, singular or plural ("defence minister", "rebels"), or None."""
    found = _table().get(words)
    if found is None and "defense" in words:
        return _table().get(words.replace("defense", "defence"))
    return found


def longest_role(words: tuple[str, ...]) -> tuple[Role, int] | None:
    """The role of the longest ending of a noun phrase, and how many of its words it takes."""
    for n in range(min(5, len(words)), 0, -1):
        found = find_role(" ".join(words[-n:]))
        if found:
            return found, n
    return None
