"""What the stages of entity finding share: draft mentions, the report's context, and the look-up of tokens by entity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from accord.knowledge.phrases import PhraseMatch, find_phrases
from accord.model.reading import Entity, EntityId
from accord.model.sentence import ParsedReport, Sentence
from accord.model.vocabulary import EntityKind

# Forms that the gazetteer marks as ambiguous but that news use for one thing only.
SAFE_FORMS = frozenset(
    "America American Americans England Scot Scots Wales Brit Brits US Korea Korean Koreans Palestine Samoa Samoan Croat Croats Serb"
    " Serbs Dane Danes Finn Finns Turk Turks Congo Congolese Moscow Kremlin Belgrade Prague Macedonia Emirates NZ Tripoli AU ICC AP AFP"
    " EFE IMF IS RSF SDF PKK KRG ISI CBI"
    " MI5 MI6 EU NATO Bloomberg Anadolu Polish Chad Jordan Georgia Turkey Guinea Poles Pole Dominican Dominicans".split()
) | {"Security Council", "General Assembly", "Human Rights Council", "National Liberation Army", "Red Cross", "Red Crescent",
     "The Associated Press",
     "Islamic Resistance Movement", "Islamic Jihad", "Financial Times", "Deutsche Welle", "World Bank", "Muslim Brotherhood",
     "Shining Path"}  # fmt: skip


# Bodies of these two act as the whole does: PLOVER gives them one code.
PARENTS = {"UNO": ("UN",), "EUR": ("EU",)}


NAMED = frozenset({"name", "abbreviation", "adjective", "demonym"})


_APOSTROPHE = re.compile(r"\w['’]s\b|\ws['’]\s", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Draft:
    """A mention on its way to an entity; drafts of one `key` become one entity.

    Attributes:
        start, end: Tokens of the mention, `[start, end)`.
        key: "state:CHN", "org:UN", "person:...", "group:..." - what it refers to.
        role: Lemma of the role noun, for nominals ("minister", "rebel").
    """

    sentence: int
    start: int
    end: int
    head: int
    kind: EntityKind
    key: str
    name: str
    how: str = "name"
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    title: str | None = None
    former: bool = False
    anonymous: bool = False
    role: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(slots=True)
class Context:
    """What the report as a whole says on the way to its entities.

    Attributes:
        matches: Per sentence the dictionary's matches.
        countries: Mentions a state by name, abbreviation or demonym.
        owners: (sentence, token) -> (iso3, organisation id): the state or organisation that the token names, in any role.
        day: ISO day to judge offices by.
        regions: Landmarks and provinces that the report names.
        region_owners: (sentence, token) -> state that the region or province named there belongs to.
        home: The state that the report is plainly about, if there is one.
        abroad: It tells much of other states too, so that a name without a country may be from anywhere.
        dateline: iso3 of the state where it was written, if its dateline tells.
        plain_words: Words that the report writes in small letters somewhere.
        capital_words: Words that it writes with a capital.
        no_persons: Names, and words of names, that turned out to be those of places, bodies and things.
        bare_possessives: It has no apostrophes at all, so that an s may stand for one ("Assads office").
    """

    parsed: ParsedReport
    matches: list[list[PhraseMatch]]
    countries: Counter[str]
    owners: dict[tuple[int, int], tuple[str | None, str | None]] = field(default_factory=dict)
    day: str = ""
    regions: set[str] = field(default_factory=set)
    dateline: str | None = None
    home: str | None = None
    abroad: bool = False
    region_owners: dict[tuple[int, int], str] = field(default_factory=dict)
    plain_words: frozenset[str] = frozenset()
    capital_words: frozenset[str] = frozenset()
    bare_possessives: bool = False
    no_persons: set[str] = field(default_factory=set)


def mentions_at(entities: Iterable[Entity]) -> dict[tuple[int, int], tuple[EntityId, ...]]:
    """(sentence, head token) -> all entities of mentions there, names before pronouns, in order of their ids."""
    out: dict[tuple[int, int], list[EntityId]] = {}
    for e in entities:
        for m in e.mentions:
            ids = out.setdefault((m.sentence, m.head), [])
            if e.id not in ids:
                ids.append(e.id)
    return {at: tuple(ids) for at, ids in out.items()}


def read_context(parsed: ParsedReport, day: str) -> Context:
    """Looks up the dictionary in all sentences and counts the states that are named without doubt."""
    matches = [find_phrases([t.text for t in s.tokens]) for s in parsed.sentences]
    ctx = Context(
        parsed, matches, Counter(), day=day, plain_words=frozenset(t.text for s in parsed.sentences for t in s.tokens if t.text.islower()),
        capital_words=frozenset(t.text for s in parsed.sentences for t in s.tokens if t.text[:1].isupper()),
        bare_possessives=not _APOSTROPHE.search(parsed.report.text),
    )  # fmt: skip
    for found in matches:
        for m in found:
            for p in m.phrases:
                if p.kind == "state" and p.how in NAMED and (not p.ambiguous or p.form in SAFE_FORMS):
                    ctx.countries[p.key] += 1
                    break
                if p.kind == "landmark":
                    ctx.regions.add(p.key)
    for found in matches:
        for m in found:
            for p in m.phrases:
                if p.kind == "state" and p.how == "metonym" and p.key not in ctx.countries:
                    ctx.countries[p.key] += 0
    return ctx


def head_of(sent: Sentence, start: int, end: int) -> int:
    """The token of `[start, end)` that hangs on a token outside it (the last, if there are several)."""
    outside = [i for i in range(start, end) if not start <= sent.tokens[i].head < end or sent.tokens[i].head == i]
    return outside[-1] if outside else end - 1


def words_of(m: PhraseMatch, sent: Sentence) -> str:
    """The words of a match, joined by spaces."""
    return " ".join(t.text for t in sent.tokens[m.start : m.end])
