"""Values of a finding -> its subject and explanation in plain words; every template that a reader sees stands here.

Nothing is added to what the reports say: a template orders values, names whose word each is, and says which report is newer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.model.story import FindingValue, StoryEvent
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned

_MOST = 4  # reports, or values of one report, named in one sentence
_AROUND = 60  # characters of a value's setting, or of its own words, that count for how clear it is
_NARROW = frozenset({"city", "landmark"})
_TWO = 2
_LONG = 90  # characters of a value in an explanation


@dataclass(frozen=True, slots=True)
class Told:
    """How reports tell a value: the verb for one report and for several, and what comes of the comparison.

    Attributes:
        unordered: The same where no report is known to be newer.
    """

    one: str
    many: str
    why: str
    unordered: str = ""


_CONTRADICTION, _UPDATE, _SUBSUMPTION = Relation.CONTRADICTION, Relation.UPDATE, Relation.SUBSUMPTION
_EQUIVALENCE, _TENSION = Relation.EQUIVALENCE, Relation.TENSION
SAY, _GIVE, _NAME, _WRITE = ("says that", "say that"), ("gives", "give"), ("names", "name"), ("writes", "write")
# One row for each kind of finding: aspect (None: any other) and relation. The verb joins the report and its value.
EXPLANATIONS: dict[tuple[Aspect | None, Relation], Told] = {
    (Aspect.ATTENDANCE, _CONTRADICTION): Told(*SAY, "Both cannot hold"),
    (Aspect.ATTENDANCE, _UPDATE): Told(*SAY, "The matter has moved on", "One leaves open or plans what the other settles"),
    (Aspect.ATTENDANCE, _SUBSUMPTION): Told(*SAY, "The two fit; one tells more"),
    (Aspect.ATTENDANCE, _TENSION): Told(*SAY, "An exception, or one of the reports is wrong"),
    (Aspect.COUNT_KILLED, _CONTRADICTION): Told(*_GIVE, "No number fits all"),
    (Aspect.COUNT_KILLED, _UPDATE): Told(*_GIVE, "The later the report, the higher the toll"),
    (Aspect.COUNT_INJURED, _CONTRADICTION): Told(*_GIVE, "No number fits all"),
    (Aspect.COUNT_INJURED, _UPDATE): Told(*_GIVE, "The later the report, the higher the number"),
    (Aspect.COUNT_OTHER, _CONTRADICTION): Told(*_GIVE, "No number fits all"),
    (Aspect.COUNT_OTHER, _UPDATE): Told(*_GIVE, "The number has changed"),
    (Aspect.DATE, _CONTRADICTION): Told(*_GIVE, "The times exclude each other"),
    (Aspect.PLACE, _CONTRADICTION): Told("puts it in", "put it in", "It cannot have been in both"),
    (Aspect.ACTOR, _CONTRADICTION): Told(*_NAME, "The reports do not name the same"),
    (Aspect.ACTOR, _TENSION): Told(*_NAME, "Some name more than others"),
    (Aspect.STANCE, _CONTRADICTION): Told(*_WRITE, "One cannot hold both"),
    (Aspect.STANCE, _UPDATE): Told(*_WRITE, "The position is new"),
    (Aspect.INTENTION, _CONTRADICTION): Told(*_WRITE, "Both cannot be meant"),
    (Aspect.INTENTION, _UPDATE): Told(*_WRITE, "The plan is new"),
    (Aspect.OCCASION, _CONTRADICTION): Told(*_WRITE, "Both cannot hold"),
    (Aspect.EVENT_TYPE, _CONTRADICTION): Told(*_GIVE, "It cannot have been both"),
    (Aspect.RECIPIENT, _CONTRADICTION): Told(*_NAME, "The reports do not name the same"),
    (Aspect.MEANS, _CONTRADICTION): Told(*_NAME, "Neither report has what the other names"),
    (Aspect.OUTCOME, _CONTRADICTION): Told(*SAY, "Both cannot hold"),
    (Aspect.OUTCOME, _UPDATE): Told(*SAY, "The matter has moved on", "One stands earlier in the matter than another"),
    (Aspect.PRECEDENT, _CONTRADICTION): Told("calls it", "call it", "Both cannot be true of the same thing"),
    (Aspect.PRECEDENT, _TENSION): Told("calls it", "call it", "What one calls new, the other has met before"),
    (Aspect.PRECEDENT, _SUBSUMPTION): Told("calls it", "call it", "The two fit; one reaches further"),
    (Aspect.PRECEDENT, _EQUIVALENCE): Told("calls it", "call it", "The claim is the same"),
    (Aspect.OFFICE, _CONTRADICTION): Told(*_NAME, "One office has one holder"),
    (None, _CONTRADICTION): Told(*SAY, "Both cannot hold"),
    (None, _UPDATE): Told(*SAY, "The matter has moved on"),
    (Aspect.PLACE, _SUBSUMPTION): Told("puts it in", "put it in", "One is more precise"),
    (Aspect.PLACE, _EQUIVALENCE): Told("puts it in", "put it in", "They name the same place"),
    (Aspect.ATTENDANCE, _EQUIVALENCE): Told(*SAY, "They tell the same"),
    (None, _SUBSUMPTION): Told(*_GIVE, "The two fit; one is more precise"),
    (None, _EQUIVALENCE): Told(*_GIVE, "They tell the same"),
    (None, _TENSION): Told(*SAY, "Worth reading side by side"),
}
_FALLBACK = Told(*_GIVE, "They differ")
# Sources that begin a sentence with a capital without being names.
_PLAIN_SOURCES = frozenset(
    """
    doctors officials police witnesses leaders activists analysts sources residents investigators authorities prosecutors experts rebels
    militants soldiers troops medics rescuers lawyers diplomats polls researchers scientists media state government army military
    parliament lawmakers survivors relatives villagers additional local several some many most two three senior the a an his her their
    guerrillas opposition critics supporters aides aide foreign defense defence interior justice deputy
    """.split()
)
_DETERMINERS = frozenset(
    "the a an this that his her its their our my some several many most few all both no one two three four five six ten local".split()
)
_SPOKESPERSONS = frozenset("spokesman spokeswoman spokesperson official statement communique".split())
_MASSES = frozenset("police media people press government opposition military army intelligence state television radio news staff".split())
# What a measure is called by the word that goes with its unit ("19 kilometres long").
MEASURES: dict[str, str] = {
    "long": "length", "length": "length", "high": "height", "tall": "height", "height": "height", "wide": "width", "width": "width",
    "deep": "depth", "depth": "depth", "thick": "thickness", "distance": "distance", "border": "length", "frontier": "length",
    "weigh": "weight", "weight": "weight", "away": "distance",
}  # fmt: skip
WEAPONS: dict[str, str] = {
    "fire": "weapon that fired",
    "air defence": "air-defence system",
    "blade or gun": "weapon of the attacker",
    "bearer": "what carried the bomb",
    "craft": "kind of aircraft",
    "agent": "poison that was used",
    "explosive": "explosive that was used",
}
_HAPPENINGS_OF_HARM = frozenset(
    "suicide bombing|car bombing|chemical attack|air strikes|shelling|bombing|shooting|assassination|kidnapping|attack|clashes"
    "|earthquake|storm|flood|crash|coup|protest".split("|")
)


def name_of(story: Aligned, k: int) -> str:
    """How a report is called in a sentence: its id; "report x" where the id alone would read as a word or number."""
    name = str(story.readings[k].report.id)
    return f"report {name}" if name.isalpha() or name.isdigit() or len(name) < 2 else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What one finding says in place of the table.

    Attributes:
        why: Reason, in place of the table's.
        note: A sentence of its own at the end.
        verbs: In place of the table's verbs.
    """

    why: str | None = None
    note: str = ""
    verbs: tuple[str, str] | None = None


_NOTHING = Own()


def explain(story: Aligned, aspect: Aspect, relation: Relation, values: Sequence[FindingValue], own: Own | None = None) -> str:
    """One or two sentences: who gives which value, whose word it is, what follows, and for differences which report is newer.

    Args:
        story: The reports.
        aspect: The slot.
        relation: How the reports relate on it.
        values: As they stand in the finding; one value of a report is named once.
        own: What the finding says in its own way.
    """
    own = own or _NOTHING
    told = EXPLANATIONS.get((aspect, relation)) or EXPLANATIONS.get((None, relation), _FALLBACK)
    reason = told.why if own.why is None else own.why
    if len({v.report_id for v in values}) == _TWO:
        reason = reason.replace("fits all", "fits both")
    if relation in (_CONTRADICTION, _UPDATE):
        age = age_words(story, values)
        if own.why is None and told.unordered and not age.endswith("newer report"):
            reason = told.unordered
        reason = f"{reason}; {age}" if age else reason
    sentences = (whose(story, values, own.verbs or (told.one, told.many)), reason, own.note)
    return " ".join(f"{s[:1].upper() + s[1:] if s.startswith('report ') else s}." for s in sentences if s)


def whose(story: Aligned, values: Sequence[FindingValue], verbs: tuple[str, str] = _GIVE) -> str:
    """As in "a.txt gives 22 (according to the Observatory); b.txt and c.txt give 13", in the order of the story."""
    index = {r.report.id: k for k, r in enumerate(story.readings)}
    rows: dict[int, str] = {k: _row(found) for k, found in _by_report(values, index).items()}
    groups: dict[str, list[int]] = {}
    for k in sorted(rows):
        groups.setdefault(rows[k], []).append(k)
    parts = []
    for said, ks in list(groups.items())[:_MOST]:
        parts.append(f"{_listed([name_of(story, k) for k in ks])} {verbs[len(ks) > 1]} {said}")
    more = f"; {len(groups) - _MOST} more differ again" if len(groups) > _MOST else ""
    return "; ".join(parts) + more


def _by_report(values: Iterable[FindingValue], index: dict[ReportId, int]) -> dict[int, list[FindingValue]]:
    out: dict[int, list[FindingValue]] = {}
    for v in values:
        out.setdefault(index[v.report_id], []).append(v)
    return out


def _row(values: Sequence[FindingValue]) -> str:
    """Each value of one report once, with all whose word it is."""
    sources: dict[str, dict[str, None]] = {}
    for v in values:
        said = sources.setdefault(_short(v.value), {})
        if v.authority:
            said.setdefault(plain_source(v.authority))
    parts = [f"{value} (according to {_listed(list(who)[:2])})" if who else value for value, who in sources.items()]
    return _listed(parts[:_MOST])


def _short(value: str) -> str:
    words = " ".join(value.split())
    return words if len(words) <= _LONG else words[: words.rfind(" ", 0, _LONG)] + " …"


def plain_source(name: str) -> str:
    """The source as it stands after "according to": a common noun in small letters and with an article."""
    first, _, rest = name.partition(" ")
    if rest and name.isupper():
        name = name.lower() if first.lower() in _PLAIN_SOURCES else name.title()
    elif first.istitle() and first.lower() in _PLAIN_SOURCES and not rest[:1].isupper():
        name = f"{first.lower()} {rest}".strip()
    head = name.split(" of ", maxsplit=1)[0].split(" from ", maxsplit=1)[0]
    words = head.split()
    plural = any(w[-1:] == "s" and w[-2:] != "ss" and len(w) > 3 for w in words[:3])
    spokesperson = words[-1:] != [] and words[-1] in _SPOKESPERSONS
    bare = (
        name[:1].islower()
        and name.split(" ", maxsplit=1)[0] not in _DETERMINERS
        and (spokesperson or not plural)
        and head.rsplit(" ", 1)[-1] not in _MASSES
    )
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}" if bare else name


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def age_words(story: Aligned, values: Sequence[FindingValue]) -> str:
    """Which of the reports is newer, or that it is not known; nothing where all are of one day."""
    index = {r.report.id: k for k, r in enumerate(story.readings)}
    reports = sorted({index[v.report_id] for v in values})
    if len(reports) < 2:
        return ""
    for k in reports:
        if all(story.newer(k, o) == 1 for o in reports if o != k):
            return f"{name_of(story, k)} is the {'newer' if len(reports) == 2 else 'newest'} report"
    ages = [story.newer(a, b) for a in reports for b in reports if a < b]
    if all(age == 0 for age in ages):
        return "the reports are of the same day"
    if any(age for age in ages):
        return "no single report is the newest"
    return "which report is newer is not known"


def merged(values: Iterable[FindingValue], readings: Iterable[Reading]) -> tuple[FindingValue, ...]:
    """One value for each that a report gives: where it gives one twice, outside its headline, as somebody's word, with its place."""
    by_id = {r.report.id: r for r in readings}
    best: dict[tuple[ReportId, str], FindingValue] = {}
    for v in values:
        key = v.report_id, " ".join(v.value.casefold().split())
        old = best.get(key)
        if old is None or _clearness(v, by_id[v.report_id]) > _clearness(old, by_id[v.report_id]):
            best[key] = v
    return tuple(best.values())


def _clearness(v: FindingValue, reading: Reading) -> tuple[bool, bool, bool, int, int]:
    headline = reading.report.headline_span
    placed = any(p.kind in _NARROW and p.span.distance(v.span) < _AROUND for p in reading.places)
    in_headline = headline is not None and headline.overlap(v.span) > 0
    return not in_headline, v.authority is not None, placed, min(len(v.span), _AROUND), -v.span.start


def harm(event: StoryEvent | None, place: str | None = None) -> str:
    """As in " in the bombing in Quetta": the happening that a toll is of; nothing where the story's happening is of another kind."""
    what = event.what if event is not None and event.what in _HAPPENINGS_OF_HARM else None
    words = f" in the {what}" if what else ""
    return f"{words} in {place}" if place else words
