"""Persons named with an office that they did not hold when the report was written -> anachronisms, and who names somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from accord.knowledge.people import CHIEFS, Person, Term, find_person, holder_term, next_holder
from accord.knowledge.states import name_of
from accord.model.authority import authority_of
from accord.model.reading import Entity, Mention, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span, cover
from accord.model.story import FindingValue
from accord.model.timex import interval
from accord.model.vocabulary import Aspect, Attendance, DateBasis, EntityKind, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.compare.past_offices import past_holders
from accord.reconcile.drafts import Draft
from accord.reconcile.wording import Own, explain

RULE = "compare.offices"
# Titles that name one office of a state at a time. "Leader", "secretary" and "minister" alone are too loose to be held against anybody.
TITLES: dict[str, tuple[str, ...]] = {
    "president": CHIEFS,
    "prime minister": ("head_of_government",),
    "premier": ("head_of_government",),
    "chancellor": ("head_of_government",),
    "taoiseach": ("head_of_government",),
    "supreme leader": ("chief_of_state",),
    "king": ("chief_of_state",),
    "queen": ("chief_of_state",),
    "emir": ("chief_of_state",),
    "sultan": ("chief_of_state",),
    "foreign minister": ("foreign_minister",),
    "foreign secretary": ("foreign_minister",),
    "secretary of state": ("foreign_minister",),
    "defence minister": ("defence_minister",),
    "defense minister": ("defence_minister",),
    "defense secretary": ("defence_minister",),
    "defence secretary": ("defence_minister",),
}
# Tables may be days off, and reports are dated to within days: the whole interval must lie this far outside the term.
_MARGIN = timedelta(days=10)
# Here a former president keeps the title by courtesy.
_COURTESY = frozenset(("USA",))
_PAST_WORDS = frozenset(
    "former then ex late ousted deposed outgoing late- predecessor successor era legacy under memory since ago previously once formerly"
    " overthrow ouster coup assassination funeral death tenure reign succeed replace resign oust topple overthrow last".split()
)
_CLOSED = ("chief_of_state", "head_of_government", "foreign_minister", "defence_minister")


@dataclass(frozen=True, slots=True)
class _Fault:
    entity: Entity
    person: Person
    term: Term
    span: Span
    sentence: int
    holder: Person | None
    holder_since: str | None


def compare(story: Aligned) -> Iterator[Draft]:
    """An anachronism for each person and report; then, where another report names the true holder, a contradiction."""
    for k, reading in enumerate(story.readings):
        yield from past_holders(reading, _is_history)
        day = _days(reading)
        if day is None:
            continue
        faults: dict[str, _Fault] = {}
        coming = {c.person: c.sentence for c in (story.claims[k] if story.claims else ()) if c.status in _COMING and not c.seen}
        for entity in reading.entities:
            fault = _fault(reading, entity, day, coming.get(entity.name))
            if fault is not None:
                faults.setdefault(entity.name, fault)
        for fault in faults.values():
            yield _anachronism(reading, fault)
            yield from _named_otherwise(story, reading, fault)


_COMING = (Attendance.ATTENDS, Attendance.HOST, Attendance.UNDECIDED, Attendance.INVITED)


def _days(reading: Reading) -> tuple[date, date] | None:
    p = reading.published
    if p.basis == DateBasis.UNKNOWN or not p.earliest or not p.latest:
        return None
    try:
        return date.fromisoformat(p.earliest[:10]), date.fromisoformat(p.latest[:10])
    except ValueError:
        return None


def _fault(reading: Reading, entity: Entity, day: tuple[date, date], coming: int | None) -> _Fault | None:
    """The first mention of the entity that gives it an office it no longer held; None if there is none."""
    if entity.kind != EntityKind.PERSON or not entity.offices or entity.anonymous:
        return None
    person = find_person(entity.name, entity.country)
    if person is None or any(m.former for m in entity.mentions):
        return None
    for m in entity.mentions:
        if m.how != "name" or m.former:
            continue
        sentence = reading.sentences[m.sentence]
        offices = TITLES.get(_bare(m.title), ())
        if not offices and coming == m.sentence and _is_of_state(sentence, m):
            offices = CHIEFS if person.died else ()
        term = _ended(person, offices, day)
        if term is None or _is_history(reading, sentence, m, day):
            continue
        if m.title and term.country in _COURTESY and not _dead(person, day):
            continue
        holder = holder_term(term.country or "", term.office, day[0].isoformat())
        after = holder or next_holder(term)
        if after is None or after[1].name == person.name or _is_named(reading, after[1]):
            continue
        return _Fault(entity, person, term, _words(reading, sentence, m), m.sentence, after[1], after[0].since)
    return None


def _bare(title: str | None) -> str:
    words = (title or "").lower().split()
    for n in (3, 2, 1):
        if " ".join(words[-n:]) in TITLES and len(words) >= n:
            # "Vice president" and "deputy prime minister" are other offices.
            rest = words[:-n]
            return (
                "" if {"vice", "deputy", "acting", "interim", "former", "first", "designate", "elect"} & set(rest) else " ".join(words[-n:])
            )
    return ""


def _ended(person: Person, offices: tuple[str, ...], day: tuple[date, date]) -> Term | None:
    """The person's last term in one of the offices, if all of them are known to have ended well before the report."""
    begun = [t for t in person.terms if (t.since or "") <= day[1].isoformat()]
    mine = [t for t in begun if t.office in offices]
    chief = [t for t in begun if t.office in _CLOSED]
    if not mine or any(t.until is None or not t.certain for t in chief):
        return None
    last = max(mine, key=lambda t: t.until or "")
    ends = [date.fromisoformat((t.until or "")[:10]) for t in chief if t.office in offices or t.office in CHIEFS]
    return last if all(e + _MARGIN < day[0] for e in ends) else None


def _dead(person: Person, day: tuple[date, date]) -> bool:
    return person.died is not None and person.died[:10] < day[0].isoformat()


def _is_of_state(sentence: Sentence, m: Mention) -> bool:
    return any(k.dep in ("poss", "amod", "compound", "nmod") and k.ner in ("GPE", "NORP") for k in sentence.kids(m.head))


def _is_history(reading: Reading, sentence: Sentence, m: Mention, day: tuple[date, date]) -> bool:
    """Whether the sentence may tell of the past, or only mentions the person in passing."""
    words = {t.lower for t in sentence} | {t.lemma.lower() for t in sentence}
    if words & _PAST_WORDS:
        return True
    for x in reading.times:
        found = interval(x.value) if x.sentence == sentence.index else None
        if found and found[1] < day[0] - timedelta(days=20):
            return True
    top = sentence.tokens[m.head]
    while top.dep in ("conj", "appos", "compound", "nmod") and top.head != top.i:
        top = sentence.tokens[top.head]
    if top.dep in ("nsubj", "nsubjpass"):
        verb = sentence.tokens[top.head]
        # "When Prime Minister X was prime minister" tells of the past.
        was = verb.lemma == "be" and verb.tag == "VBD" and bool(sentence.kids(verb.i, "attr"))
        return was or verb.dep in ("relcl", "acl") or _is_pluperfect(sentence, verb)
    if top.dep == "pobj":
        return sentence.tokens[top.head].lower not in ("with", "including", "alongside", "between") or _is_pluperfect_above(sentence, top)
    return top.dep not in ("appos", "ROOT", "dobj") or _is_pluperfect_above(sentence, top)


def _is_pluperfect(sentence: Sentence, verb: Token) -> bool:
    return any(k.lower in ("had", "would") for k in sentence.kids(verb.i, "aux"))


def _is_pluperfect_above(sentence: Sentence, t: Token) -> bool:
    verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
    return verb is not None and (_is_pluperfect(sentence, verb) or verb.dep in ("relcl", "acl"))


def _is_named(reading: Reading, person: Person) -> bool:
    """Whether the report itself knows the present holder: then the title is one of courtesy or of history."""
    return any(e.name == person.name or e.name in person.names for e in reading.entities if e.kind == EntityKind.PERSON)


def _words(reading: Reading, sentence: Sentence, m: Mention) -> Span:
    before = [k.span for k in sentence.kids(m.head) if k.dep in ("compound", "nmod", "poss", "amod") and k.start >= m.span.start - 60]
    return cover([m.span, *before])


def _plain(iso: str | None) -> str:
    if not iso:
        return "an unknown day"
    try:
        d = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{d.day} {d:%B %Y}"


def _anachronism(reading: Reading, f: _Fault) -> Draft:
    reason = f" ({f.term.until_reason})" if f.term.until_reason else ""
    state = name_of(f.term.country)
    text = f"{f.person.name} was {f.term.title} of {state} until {_plain(f.term.until)}{reason}"
    if f.holder is not None:
        text += f"; {f.holder.name} has held the office since {_plain(f.holder_since)}"
    value = FindingValue(report_id=reading.report.id, span=f.span, value=f.person.name, authority=authority_of(reading, f.span))
    return Draft(
        relation=Relation.ANACHRONISM, aspect=Aspect.OFFICE, subject=f"{f.term.title} of {state}", values=(value,),
        explanation=text + ".", score=0.85, rule=RULE,
    )  # fmt: skip


def _named_otherwise(story: Aligned, reading: Reading, f: _Fault) -> Iterator[Draft]:
    """The reports that name the true holder with the office."""
    values = [FindingValue(report_id=reading.report.id, span=f.span, value=f.person.name, authority=None)]
    for other in story.readings:
        if other is reading or f.holder is None:
            continue
        for e in other.entities:
            hit = next((m for m in e.mentions if m.how == "name" and TITLES.get(_bare(m.title)) and not m.former), None)
            if hit is not None and e.kind == EntityKind.PERSON and (e.name == f.holder.name or e.name in f.holder.names):
                values.append(FindingValue(report_id=other.report.id, span=hit.span, value=f.holder.name, authority=None))
    if len(values) < 2:
        return
    order = {r.report.id: k for k, r in enumerate(story.readings)}
    values.sort(key=lambda v: (order[v.report_id], v.span))
    state = name_of(f.term.country)
    left = f"{f.person.name} left the office on {_plain(f.term.until)}"
    yield Draft(
        relation=Relation.CONTRADICTION, aspect=Aspect.OFFICE, subject=f"who is {f.term.title} of {state}", values=tuple(values),
        explanation=explain(story, Aspect.OFFICE, Relation.CONTRADICTION, values, Own(note=left)),
        score=0.7, rule=RULE,
    )  # fmt: skip
