"""What is said of a group against what is told of a member of it -> tensions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from accord.knowledge.organizations import is_member, organization
from accord.knowledge.states import name_of
from accord.model.authority import authority_of
from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span, cover
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Attendance, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.attendance import settled_claims
from accord.reconcile.attendance_claims import AttendanceClaim
from accord.reconcile.commitment import outcome
from accord.reconcile.drafts import Draft
from accord.reconcile.gatherings import Gathering
from accord.reconcile.wording import Own, explain

RULE = "compare.tensions"
_A = Attendance
# Groups of states that news generalise about: organisations whose members stand for them.
GROUPS: dict[str, tuple[str, ...]] = {
    "western": ("NATO", "EU", "G7"),
    "european": ("EU",),
    "eu": ("EU",),
    "nato": ("NATO",),
    "g7": ("G7",),
    "african": ("AU",),
    "arab": ("LAS", "AL", "ARAB_LEAGUE"),
    "asean": ("ASEAN",),
    "gulf": ("GCC",),
    "brics": ("BRICS",),
    "ecowas": ("ECOWAS",),
    "commonwealth": ("COMMONWEALTH",),
    "pacific": ("PIF",),
}
_NOUNS = frozenset(
    "leader country nation state government capital ally member power president official minister diplomat ambassador".split()
)
_AWAY = frozenset((_A.DECLINED, _A.NOT_INVITED, _A.UNLIKELY))
_THERE = frozenset((_A.ATTENDS, _A.HOST))


@cache
def in_group(group: str, iso3: str) -> bool:
    """Whether a state belongs to a group that news speak of; False for unknown groups."""
    return any(organization(o) is not None and is_member(o, iso3) for o in GROUPS.get(group, ()))


def compare(story: Aligned) -> Iterator[Draft]:
    """A group said to stay away against its members told to come, and the other way round; one draft a statement."""
    gathering = story.gathering
    if gathering is None:
        return
    settled = settled_claims(story)
    for a, reading in enumerate(story.readings):
        for group, status, span in _group_claims(reading, gathering):
            members = [
                c
                for rows in settled.values()
                for report_id, c in rows.items()
                if report_id != reading.report.id and in_group(group, c.country) and _opposed(status, c.status)
            ]
            if members:
                yield _draft(story, a, group, (status, span), members)


def _opposed(group: Attendance, member: Attendance) -> bool:
    return (group in _AWAY and member in _THERE) or (group in _THERE and member in _AWAY)


def _group_claims(reading: Reading, gathering: Gathering) -> Iterator[tuple[str, Attendance, Span]]:
    for sentence in reading.sentences:
        for t in sentence:
            group = _group(sentence, t)
            if group is None or t.dep not in ("nsubj", "nsubjpass"):
                continue
            status, cue = _status(reading, sentence, sentence.tokens[t.head])
            if status is not None and cue is not None:
                yield group, status, cover([k.span for k in sentence.tokens[min(t.i, cue.i) : max(t.i, cue.i) + 1]])


def _group(sentence: Sentence, t: Token) -> str | None:
    if t.lemma.lower() in _NOUNS and t.tag == "NNS":
        modifiers = [k.lower for k in sentence.kids(t.i, "amod", "compound", "nmod")]
        if any(k.dep == "nummod" or k.lower in ("some", "few", "several", "many") for k in sentence.kids(t.i)):
            return None
        return next((m for m in modifiers if m in GROUPS), None)
    return None


def _status(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Attendance | None, Token | None]:
    below = [verb, *sentence.kids(verb.i, "xcomp", "acomp", "ccomp")]
    below += [k for b in below[1:] for k in sentence.kids(b.i, "xcomp")]
    for k in below:
        lemma = k.lemma.lower()
        if lemma in ("attend", "participate", "join", "come"):
            return outcome(sentence, k.i, reading.modality(sentence.index, k.i)), k
        if lemma in ("skip", "boycott", "shun") or (lemma == "stay" and any(x.lower == "away" for x in sentence.kids(k.i))):
            firm = outcome(sentence, k.i, reading.modality(sentence.index, k.i)) == _A.ATTENDS
            return (_A.DECLINED if firm else None), k
    return None, None


def _draft(story: Aligned, a: int, group: str, said: tuple[Attendance, Span], members: list[AttendanceClaim]) -> Draft:
    by_id = {r.report.id: r for r in story.readings}
    reading = story.readings[a]
    status, span = said
    name = group.upper() if group in ("eu", "nato", "g7", "asean", "brics", "ecowas") else group.capitalize()
    words = {_A.UNLIKELY: "are unlikely to attend", _A.DECLINED: "do not attend", _A.NOT_INVITED: "are not invited"}.get(status, "attend")
    values = [FindingValue(report_id=reading.report.id, span=span, value=f"{name} leaders {words}", authority=authority_of(reading, span))]
    for c in members[:4]:
        there = "attends" if c.status in _THERE else "does not attend"
        told = f"{c.person or name_of(c.country)} {there}"
        values.append(FindingValue(report_id=c.report_id, span=c.span, value=told, authority=authority_of(by_id[c.report_id], c.span)))
    order = {r.report.id: k for k, r in enumerate(story.readings)}
    values.sort(key=lambda v: (order[v.report_id], v.span))
    names = list(dict.fromkeys(name_of(c.country) for c in members[:4]))
    belongs = "belongs" if len(names) == 1 else "belong"
    why = f"{' and '.join(names)} {belongs} to that group: an exception, or one of the reports is wrong"
    noun = story.gathering.noun if story.gathering is not None else "gathering"
    return Draft(
        relation=Relation.TENSION, aspect=Aspect.ATTENDANCE, subject=f"{name} leaders at the {noun}", values=tuple(values),
        explanation=explain(story, Aspect.ATTENDANCE, Relation.TENSION, values, Own(why=why)), score=0.6, rule=RULE,
    )  # fmt: skip
