"""Values with their reports -> whose word each is, one voice under all names that reports have for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accord.model.authority import attribution_of, authority_name
from accord.model.reading import Attribution, Entity, Reading
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind
from accord.reconcile.sources import outlet_key
from accord.reconcile.terms import fold_name

Name = frozenset[str]

_WORD = re.compile(r"\w+(?:['’]\w+)?")
# Words that present a source and do not tell it from others: whose spokesman somebody is stays.
_PRESENTING = frozenset(
    """
    a an the of for and in on at to from by with its his her their our this that these those
    mr mrs ms dr sir president vice premier prime minister chancellor king queen prince senator governor mayor general colonel captain
    lieutenant sergeant admiral commander chief head director chairman chairwoman chair leader boss deputy former acting then late
    secretary spokesman spokeswoman spokesperson spokesmen spokespeople representative statement report reports
    one two three several some many other another local
    """.split()
)
_PRONOUNS = frozenset("he she they it i we you who which that this these those him her them his their its one".split())
_NAMING = frozenset({"name", "demonym"})
_SHORT_NAME = 2
# Words for those who watch and count: "a monitor" in one report is the one observatory that the others name.
_WATCHERS = frozenset(fold_name(w) for w in "monitor monitoring watchdog observatory observer watch".split())
_WATCHER = "~watcher"
_ANY_WATCHER = frozenset({_WATCHER})
_PHRASE = 8  # words by which somebody is presented; more tell a story
_MAIN_PART = 3  # of a sentence this part must be what a source says, for the sentence to be its word
_LONG_NAME = 5  # words of a name that is easy to read


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's word on a claim.

    Attributes:
        report: Index of the report.
        source: Number of the source that the report belongs to.
        authority: Name of whose word it is; "" where the source that the report passes on has no name, None if it is the report's own.
        names: What tells who that is: the words of the name, aliases, the organisation that somebody speaks for.
        house: Name of that organisation; "" if none is known.
    """

    report: int
    source: int
    authority: str | None
    names: frozenset[Name] = frozenset()
    house: str = ""


@dataclass(frozen=True, slots=True)
class Tellings:
    """Whose word a claim is: each voice with the indexes of the reports that pass it on, and how many words it rests on in the end."""

    voices: tuple[tuple[str | None, tuple[int, ...]], ...]
    origins: int


class Naming:
    """How the reports of a story call those whose word they pass on."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._starts = [[s.span.start for s in r.sentences] for r in readings]
        self._entities = [{e.id: e for e in r.entities} for r in readings]
        self._houses: dict[Name, list[Entity]] = {}
        self._phrases: dict[Name, set[str]] = {}  # by which reports present a person: "Observatory head Rui Costa"
        for k, reading in enumerate(readings):
            for a in reading.attributions:
                speaker = self._speaker(k, a)
                if speaker is None or speaker.kind is not EntityKind.PERSON:
                    continue
                words = name_words(speaker.name)
                self._houses.setdefault(words, []).extend(self._organizations(k, a))
                phrase = " ".join(s.of(reading.report.text) for s in a.source)
                if len(phrase.split()) <= _PHRASE:
                    self._phrases.setdefault(words, set()).add(phrase)

    def telling(self, report: int, span: Span, authority: str | None, source: int) -> Telling:
        """Whose word a value is: as the finding has it, with all names that the attribution around it gives."""
        found = self._attribution(report, span, authority)
        if found is None:
            return Telling(report, source, authority, _names_of([authority]) if authority else frozenset())
        attribution, name = found
        if not name:
            return Telling(report, source, "")
        speaker, key = self._speaker(report, attribution), name_words(name)
        houses = [*self._organizations(report, attribution), *self._houses.get(key, ())]
        phrases = [p for p in self._phrases.get(key, ()) if name_words(p) > key]
        names = _names_of([name, *phrases]).union(*(_entity_names(e) for e in [*houses, *([speaker] if speaker else [])]))
        if not houses and any(name_words(p) & _WATCHERS for p in phrases):
            names |= {_ANY_WATCHER}
        return Telling(report, source, name, names, max((e.name for e in houses), key=len, default=""))

    def _speaker(self, report: int, attribution: Attribution) -> Entity | None:
        return self._entities[report].get(attribution.speaker) if attribution.speaker else None

    def _attribution(self, report: int, span: Span, authority: str | None) -> tuple[Attribution, str] | None:
        """The innermost attribution around the span that names somebody (the authority, if given), with the name; else the innermost."""
        reading = self._readings[report]
        sentence = max(0, bisect_right(self._starts[report], span.start) - 1)
        over = [reading.attributions[i] for i in reversed(attribution_of(sentence, span, reading.attributions))]
        if not over and self._starts[report]:
            around = reading.sentences[sentence].span
            over = [a for a in reading.attributions if sentence in a.sentences and _introduces(a, span, around)]
        named = [(a, authority_name(a, reading.entities, reading.report.text)) for a in over]
        named = [(a, "" if n.lower() in _PRONOUNS else n) for a, n in named]
        if authority is not None:
            return next(((a, n) for a, n in named if n == authority), None)
        return next(((a, n) for a, n in named if n), named[0] if named else None)

    def _organizations(self, report: int, attribution: Attribution) -> list[Entity]:
        """Organisations that the words of the source name: "the head of the Coast Watch", "the Coast Watch's Ana Lima"."""
        found = (e for e in self._entities[report].values() if e.kind is EntityKind.ORGANIZATION)
        return [e for e in found if any(s.contains(m.span) for m in e.mentions if m.how in _NAMING for s in attribution.source)]


def _introduces(attribution: Attribution, span: Span, sentence: Span) -> bool:
    """Whether the words of a value are those that say whose word the sentence is: "The coast guard said" of a shared sentence."""
    content = sum(c.overlap(sentence) for c in attribution.content)
    return _MAIN_PART * content >= len(sentence) and any(span.overlap(s) for s in (*attribution.source, *attribution.cue))


def _entity_names(entity: Entity) -> frozenset[Name]:
    names = _names_of([entity.name, *(a for a in entity.aliases if a[:1].isupper())])
    return names | {frozenset({f"={entity.code}"})} if entity.code else names


def _names_of(names: Iterable[str]) -> frozenset[Name]:
    """The words of each name; of somebody who watches also that word alone, which is short for any such name."""
    out: set[Name] = set()
    for name in names:
        words = name_words(name)
        out.add(words)
        if words & _WATCHERS:
            out.add(words | {_WATCHER})
            if not name[:1].isupper() or name[:4].lower() == "the ":
                out.add(_ANY_WATCHER)
    return frozenset(n for n in out if n)


def name_words(name: str) -> Name:
    """The words of a name that tell it from others, folded; all of them if none does. Initials stand as one word."""
    words = [w.removesuffix("'s").removesuffix("’s") for w in _WORD.findall(name.replace(".", ""))]
    telling = [w for w in words if w.casefold() not in _PRESENTING] or words
    return frozenset(fold_name(_singular(w.casefold())) for w in telling)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _LONG_NAME and word[-1] == "s" and word[-2] != "s" else word


def _initials(name: Name, long_name: str) -> bool:
    words = [w for w in _WORD.findall(long_name) if w[:1].isupper()]
    return len(words) > _SHORT_NAME and name == {fold_name("".join(w[0] for w in words).casefold())}


def tell_apart(tellings: Sequence[Telling], outlets: Mapping[int, str]) -> Tellings:
    """Voices in the order of the reports, and how many words the claim rests on in the end.

    A source that passes nobody's word on in any of its reports is a word of its own; one voice under several names is one, and so is a
    report of the story that others quote by the name of its outlet. Who has no name may be any of the others and adds nothing.

    Args:
        tellings: In the order of the reports.
        outlets: Number of each source -> key of its outlet.
    """
    known = {t.report for t in tellings if t.authority}
    passed = [t for t in tellings if t.authority or (t.authority is not None and t.report not in known)]
    groups = _alike(passed)
    voices = []
    for group in groups:
        reports = tuple(dict.fromkeys(passed[k].report for k in group))
        voices.append((_called([passed[k] for k in group]), reports))
    named = [group for group in groups if passed[group[0]].authority]
    own = {t.source for t in tellings} - {t.source for t in passed}
    keys = {outlets.get(s, "") for s in own} - {""}
    quoted = sum(any(outlet_key(passed[k].authority) in keys for k in group) for group in named)
    return Tellings(tuple(voices), max(1, len(own) + len(named) - quoted))


def _called(group: Sequence[Telling]) -> str | None:
    """The fullest name that is easy to read; where reports name several people of one house, or one at length, that house."""
    names = list(dict.fromkeys(t.authority for t in group if t.authority))
    houses = [t.house for t in group if t.house][:1]
    if len(names) > 1 or any(len(n.split()) > _LONG_NAME for n in names):
        names += houses
    return max(names, key=lambda n: (n in houses, n[:1].isupper(), len(n.split()) <= _LONG_NAME, len(n)), default=None)


def _alike(passed: Sequence[Telling]) -> list[list[int]]:
    """Indexes of tellings of one voice together, in order of the first."""
    leader = list(range(len(passed)))

    def join(a: int, b: int) -> None:
        old, new = max(leader[a], leader[b]), min(leader[a], leader[b])
        leader[:] = [new if k == old else k for k in leader]

    for b, other in enumerate(passed):
        for a in range(b):
            if leader[a] != leader[b] and _one_voice(passed[a], other):
                join(a, b)
    for k, telling in enumerate(passed):
        # A short name that could be that of several voices stays a voice of its own.
        meant = {leader[m]: m for m, other in enumerate(passed) if leader[m] != leader[k] and _is_short_for(telling, other)}
        if len(meant) == 1:
            join(k, *meant.values())
    return [[k for k in range(len(passed)) if leader[k] == head] for head in dict.fromkeys(leader)]


def _one_voice(a: Telling, b: Telling) -> bool:
    if not a.authority or not b.authority:
        return not a.authority and not b.authority and a.source == b.source
    if a.names & b.names:
        return True
    return any(_initials(n, o.authority or "") for t, o in ((a, b), (b, a)) for n in t.names)


def _is_short_for(short: Telling, full: Telling) -> bool:
    """Whether one is called by some words of the other's name."""
    return any(n < m for n in short.names for m in full.names if n != _ANY_WATCHER or _ANY_WATCHER not in full.names)
