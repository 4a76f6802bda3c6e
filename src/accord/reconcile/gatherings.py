"""Readings of one story -> the gathering that it is about (parade, summit, talks, ceremony, signing), or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.knowledge.states import find_state
from accord.model.reading import Place, Reading, TimeExpression
from accord.model.report import ReportId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.timex import interval
from accord.reconcile.lookup import places_in, times_in

# Nouns of a family are taken to name the same occasion inside a story; generic nouns go with any family.
FAMILIES: dict[str, frozenset[str]] = {
    "parade": frozenset("parade march-past flypast".split()),
    "summit": frozenset("summit conference forum congress convention conclave retreat g7 g20".split()),
    "talks": frozenset("talk talks negotiation consultation dialogue sit-down meeting session encounter".split()),
    "ceremony": frozenset(
        "ceremony inauguration coronation funeral commemoration celebration signing festivity burial wedding investiture enthronement"
        " requiem jubilee".split()
    ),
}
GENERIC = frozenset("gathering event meeting occasion session encounter".split())
_FAMILY_OF = {noun: family for family, nouns in FAMILIES.items() for noun in nouns}
# "Congress" and "the Forum" may be standing bodies: with a capital only these names of occasions count.
_NEVER_AS_NAME = frozenset("congress convention assembly dialogue session talk".split())
_AGREEMENTS = frozenset(
    "accord agreement treaty deal pact truce ceasefire armistice memorandum declaration protocol convention contract".split()
)
# Words that set a gathering apart from the one in hand.
_OTHER = frozenset("last previous past earlier former another other similar separate subsequent future bilateral joint".split())
# Verbs that tell of talks: "meet", "receive somebody", "sit down with somebody".
_LONG = frozenset("negotiation consultation dialogue".split())
_SHORT = frozenset("meeting session encounter sit-down summit".split())
# Reports of one occasion may call it a summit or tell that two leaders meet.
_BOTH = "summit+talks"
_ENCOUNTERS = frozenset("meet receive confer sit".split())
_PLANS = frozenset("be set due schedule expect plan slate".split())
_STATESMEN = frozenset("leader president premier minister chancellor king head counterpart chief envoy official delegation".split())
_VIOLENCE = frozenset(
    "kill wound injure shell shelling bomb bombing bombardment airstrike raid attack explosion blast gunman gunmen militant fire massacre"
    " murder assassinate shoot shooting strike".split()
)
_WHERE = frozenset("in at inside near through outside".split())
_LEAD = 4
_LEAD_WEIGHT = 3
_MAX_PER_REPORT = 4
_MIN_SCORE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """An occasion to which states or people come.

    Attributes:
        family: "parade", "summit", "talks" or "ceremony".
        noun: As most reports call it, with its modifiers ("military parade").
        place: Name of the most precise place that a report gives, or None.
        country: ISO 3166-1 alpha-3 of that place, or None.
        date: TIMEX3 value, a day where a report gives one, or None.
        mentions: Tokens that name it: report, sentence, index of the token.
        scattered: It is not the subject of every report (a gathering beside an attack).
        signing: A report tells that an agreement is signed.
    """

    family: str
    noun: str
    place: str | None
    country: str | None
    date: str | None
    mentions: frozenset[tuple[ReportId, int, int]]
    scattered: bool = False
    signing: bool = False

    @property
    def title(self) -> str:
        """What, where, when, for a reader: "military parade, Beijing, 2025-09-03"."""
        return ", ".join(part for part in (self.noun, self.place, self.date) if part)


def find_gathering(readings: Sequence[Reading], *, attended: bool = False) -> Gathering | None:
    """The one gathering that the reports of a story are about; None where they are about something else.

    A gathering stands in the lead of a report and is named in half of the reports at least. In reports of violence it
    must stand in the very first sentence of one and be named in most.

    Args:
        readings: Of one story.
        attended: It is known that states come to something: then it is what reports name most, whatever it is called.
    """
    found = {r.report.id: list(_mentions(r)) for r in readings}
    family = _main_family(readings, found) or (_commonest(found) if attended else None)
    if family is None:
        return None
    ours = [(r, s, t) for r in readings for s, t, f in found[r.report.id] if _belongs(s, t, f, family)]
    place = _main_place(ours) or _dateline_place(ours)
    date = _main_date(ours)
    ours = [(r, s, t) for r, s, t in _of_one_sort(ours, family) if not _elsewhere(r, s, t, place)]
    mentions = frozenset((r.report.id, s.index, t.i) for r, s, t in ours)
    named = {m[0] for m in mentions}
    family = "talks" if family == _BOTH else family
    return Gathering(
        family=family, noun=_noun(ours, family), place=place.name if place else None, country=place.country if place else None,
        date=date, mentions=mentions, scattered=len(named) < len(readings),
        signing=any(t.lemma.lower() in ("sign", "signing") for _, _, t in ours),
    )  # fmt: skip


def _belongs(sentence: Sentence, t: Token, family: str | None, main: str) -> bool:
    if family in (main, None) or _refers_back(sentence, t):
        return True
    return (main == _BOTH and family in ("summit", "talks")) or (main == "summit" and t.pos == "VERB" and family == "talks")


def _of_one_sort(ours: list[tuple[Reading, Sentence, Token]], family: str) -> list[tuple[Reading, Sentence, Token]]:
    """A meeting is not the long negotiations that it may be about: of the two sorts the commoner is kept."""
    if family not in ("talks", _BOTH):
        return ours
    long = [x for x in ours if x[2].lemma.lower() in _LONG]
    short = [x for x in ours if x[2].lemma.lower() in _SHORT]
    drop = _SHORT if len(long) > len(short) else _LONG
    return [x for x in ours if x[2].lemma.lower() not in drop] if long and short else ours


def _mentions(reading: Reading) -> Iterator[tuple[Sentence, Token, str | None]]:
    for sentence in reading.sentences:
        for t in sentence:
            family = _family(sentence, t)
            if family is not None and not _is_other(sentence, t):
                yield sentence, t, family or None


def _family(sentence: Sentence, t: Token) -> str | None:
    """Family of the occasion that the token names, "" for a generic one, None if it names none."""
    lemma = t.lemma.lower()
    if t.pos in ("NOUN", "PROPN"):
        if t.dep in ("compound", "nmod", "amod") and t.pos == "NOUN":
            return None
        if lemma in GENERIC and lemma not in _FAMILY_OF:
            return ""
        if lemma in ("talk", "talks"):
            return "talks" if t.lower == "talks" else None
        if lemma in _FAMILY_OF and not (t.pos == "PROPN" and t.text[:1].isupper() and lemma in _NEVER_AS_NAME):
            return _FAMILY_OF[lemma]
    if t.pos == "VERB" and lemma in _ENCOUNTERS:
        planned = t.dep == "xcomp" and sentence.tokens[t.head].lemma.lower() in _PLANS
        return "talks" if (planned or sentence.kids(t.i, "nsubj")) and _company(sentence, t) else None
    if t.pos == "VERB" and lemma == "sign":
        objects = sentence.kids(t.i, "dobj", "nsubjpass")
        if any(o.lemma.lower() in _AGREEMENTS | {"it"} for o in objects):
            return "ceremony"
    return None


def _company(sentence: Sentence, t: Token) -> bool:
    """Whether the verb has a person or state for its object or its company ("met X", "sat down with X")."""
    objects = [o for k in sentence.kids(t.i, "prep") if k.lower == "with" for o in sentence.kids(k.i, "pobj")]
    if t.lemma.lower() != "sit":
        objects += sentence.kids(t.i, "dobj")
    if t.lemma.lower() == "meet" and not objects:
        # "The ministers of A and B met": they are each other's company.
        objects = [
            k for k in sentence.kids(t.i, "nsubj") if (k.tag == "NNS" and k.lemma.lower() in _STATESMEN) or sentence.kids(k.i, "conj")
        ]
    return any(o.pos == "PROPN" or o.lemma.lower() in _STATESMEN for o in objects)


def _refers_back(sentence: Sentence, t: Token) -> bool:
    """As in "The meeting" or "this gathering" after an occasion of another name."""
    return t.lemma.lower() in GENERIC and any(k.lower in ("the", "this", "that") for k in sentence.kids(t.i, "det"))


def _is_other(sentence: Sentence, t: Token) -> bool:
    if t.lemma.lower() == "summit" and t.lower == "summits":
        return True
    for k in sentence.kids(t.i):
        low = k.lower
        if k.dep in ("amod", "det", "advmod", "nmod") and low in _OTHER:
            return True
        if k.dep == "nummod" and low not in ("one", "1"):
            return True
        if (k.dep == "neg" and t.pos != "VERB") or (k.dep == "det" and low == "no"):
            return True
    return False


def _main_family(readings: Sequence[Reading], found: dict[ReportId, list[tuple[Sentence, Token, str | None]]]) -> str | None:
    score: Counter[str] = Counter()
    reports: dict[str, set[ReportId]] = {f: set() for f in (*FAMILIES, _BOTH)}
    lead: dict[str, int] = {}
    for reading in readings:
        count: Counter[str] = Counter()
        for sentence, _, family in found[reading.report.id]:
            if family is None:
                continue
            for name in (family, _BOTH) if family in ("summit", "talks") else (family,):
                count[name] += 1
                reports[name].add(reading.report.id)
                lead[name] = min(lead.get(name, 99), sentence.index)
                if sentence.index < _LEAD:
                    score[name] += _LEAD_WEIGHT
        for family, n in count.items():
            score[family] += min(n, _MAX_PER_REPORT)
    violent = _is_violent(readings)
    # The union of two families is asked only where neither stands in enough reports by itself.
    for family, n in sorted(score.items(), key=lambda x: (x[0] == _BOTH, -x[1])):
        share = len(reports[family]) / max(1, len(readings))
        if n < _MIN_SCORE or share < (0.6 if violent else 0.5) or lead[family] >= (2 if violent else _LEAD):
            continue
        return family
    return None


def _commonest(found: Mapping[ReportId, Sequence[tuple[Sentence, Token, str | None]]]) -> str:
    """The family that most words name; where none is named, an occasion of the widest."""
    count = Counter(family for rows in found.values() for _, _, family in rows if family)
    return min(count, key=lambda f: (-count[f], f)) if count else "summit"


def _is_violent(readings: Sequence[Reading]) -> bool:
    """Whether most leads tell of killing or attack."""
    leads = [{t.lemma.lower() for s in r.sentences[:_LEAD] for t in s} for r in readings]
    return sum(len(words & _VIOLENCE) >= 2 for words in leads) * 2 >= len(leads)


def places_at(reading: Reading, sentence: Sentence, t: Token) -> list[Place]:
    """Places attached to a noun or to the verb that governs it, nearest first."""
    near: set[int] = set()
    for top in [t, *list(sentence.ancestors(t.i))[:2]]:
        for k in sentence.kids(top.i):
            if k.dep == "dobj":
                near.update(x.i for p in sentence.kids(k.i, "prep") if p.lower in _WHERE for x in sentence.subtree(p.i)[:6])
            own = top is t and k.dep in ("poss", "compound", "nmod", "amod")
            if own or (k.dep == "prep" and k.lower in _WHERE):
                near.update(x.i for x in sentence.subtree(k.i)[:6])
    spans = [sentence.tokens[i].span for i in sorted(near)]
    out = [p for p in places_in(reading, sentence.index) if any(p.span.overlap(s) for s in spans)]
    out += [p for p in _seats(reading, sentence) if any(p.span.overlap(s) for s in spans) and not any(p.span.overlap(o.span) for o in out)]
    return sorted(out, key=lambda p: p.span.distance(t.span))


def _seats(reading: Reading, sentence: Sentence) -> Iterator[Place]:
    """Seats of governments, which are no places to readings: "at the White House"."""
    for t in sentence:
        if t.dep != "pobj" or t.pos != "PROPN" or sentence.tokens[t.head].lower not in ("at", "in"):
            continue
        first = min([t.i, *(k.i for k in sentence.kids(t.i, "compound", "nmod", "amod") if k.text[:1].isupper())])
        span = Span(sentence.tokens[first].start, t.end)
        name = " ".join(span.of(reading.report.text).split())
        seat = next((f for f in find_state(name) if f.how == "metonym"), None)
        if seat is not None:
            yield Place(span=span, sentence=sentence.index, name=name, kind="capital", country=seat.iso3)


def _main_place(ours: list[tuple[Reading, Sentence, Token]]) -> Place | None:
    votes: Counter[str] = Counter()
    best: dict[str, Place] = {}
    precise = {"landmark": 3, "city": 3, "capital": 3, "region": 2, "state": 1}
    for reading, sentence, t in ours:
        for p in places_at(reading, sentence, t)[:1]:
            key = p.country or p.name
            # A place that nobody can put on the map is taken only where there is no other.
            votes[key] += (1 + (sentence.index < _LEAD)) * (100 if p.country else 1)
            if key not in best or precise.get(p.kind, 0) > precise.get(best[key].kind, 0):
                best[key] = p
    return best[votes.most_common(1)[0][0]] if votes else None


def _dateline_place(ours: list[tuple[Reading, Sentence, Token]]) -> Place | None:
    """Where no words put it anywhere: the town named beside it, the dateline of a report in which it goes on "here"."""
    votes: Counter[str] = Counter()
    found: dict[str, Place] = {}
    for reading, sentence, _ in ours:
        dateline = reading.report.dateline.span if reading.report.dateline else None
        here = any(k.lower == "here" for k in sentence)
        at = [p for p in reading.places if dateline and dateline.overlap(p.span)] if here else []
        for p in places_in(reading, sentence.index):
            # A capital that does something is a government.
            tokens = sentence.covering(p.span)
            inside = any(k.dep == "pobj" and sentence.tokens[k.head].lower in ("in", "to", "at", "for", "near") for k in tokens)
            if inside and not (dateline and dateline.overlap(p.span)):
                at.append(p)
        for p in at:
            if p.kind in ("city", "capital", "landmark"):
                votes[p.name] += 2 if here else 1
                found.setdefault(p.name, p)
    if not votes:
        return None
    return found[max(votes, key=lambda n: (votes[n], n))]


def _elsewhere(reading: Reading, sentence: Sentence, t: Token, place: Place | None) -> bool:
    """Whether the noun's own complement puts it in another country than the gathering in hand."""
    if place is None or place.country is None:
        return False
    own = {k.i for prep in sentence.kids(t.i, "prep") if prep.lower in ("in", "at") for k in sentence.subtree(prep.i)}
    own |= {k.i for k in sentence.kids(t.i, "compound", "poss")}
    hits = [p for p in places_in(reading, sentence.index) if any(p.span.overlap(sentence.tokens[i].span) for i in own)]
    return bool(hits) and all(p.country not in (None, place.country) for p in hits)


def _main_date(ours: list[tuple[Reading, Sentence, Token]]) -> str | None:
    votes: Counter[str] = Counter()
    for reading, sentence, t in ours:
        mine = [x for x in times_in(reading, sentence.index) if x.type in ("DATE", "TIME")]
        # A bare year dates no occasion: it mostly tells of an earlier one.
        times = [x for x in mine if len(x.value) > len("2024") and interval(x.value)]
        for x in _attached(sentence, t, times):
            votes[x.value[:10]] += 3 if len(x.value) >= 10 and "W" not in x.value else 1
    # Of several days the first: an occasion is dated by its opening.
    return min(votes, key=lambda v: (-votes[v], v)) if votes else None


def _attached(sentence: Sentence, t: Token, times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Times in the noun's own phrase, else in the clause of its verb."""
    own = {k.i for k in sentence.subtree(t.i)}
    head = t if t.pos == "VERB" else next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), t)
    clause = {k.i for kid in sentence.kids(head.i, "prep", "npadvmod", "advmod", "tmod") for k in sentence.subtree(kid.i)}
    out = []
    for x in times:
        tokens = {k.i for k in sentence.covering(x.span)}
        if tokens & (own | clause):
            out.append(x)
    return out


def _noun(ours: list[tuple[Reading, Sentence, Token]], family: str) -> str:
    """The commonest specific noun of the family with the modifiers it most often has."""
    nouns = Counter(t.lemma.lower() for _, _, t in ours if t.pos != "VERB" and t.lemma.lower() in FAMILIES[family])
    if not ours:
        return "gathering"
    if not nouns:
        return "signing" if family == "ceremony" else family
    noun = nouns.most_common(1)[0][0]
    words = Counter(
        k.lower
        for _, s, t in ours
        if t.lemma.lower() == noun
        for k in s.kids(t.i, "amod", "compound")
        if k.pos in ("ADJ", "NOUN") and k.text.islower() and not k.lower.endswith(("ed", "ing"))
    )
    plural = {"talk": "talks", "negotiation": "negotiations", "consultation": "consultations"}.get(noun, noun)
    top = words.most_common(1)
    return f"{top[0][0]} {plural}" if top and top[0][1] >= 2 else plural


def clashes(gathering: Gathering, value: str) -> bool:
    """Whether a TIMEX3 value is of another time than the gathering: ten days apart or more, or another year."""
    there, here = interval(value), interval(gathering.date) if gathering.date else None
    if there is None or here is None or (gathering.date and len(value) >= 10 and value[4:10] == gathering.date[4:10]):
        # The same day of another year is a day whose year was read wrong more often than an anniversary.
        return False
    gap = max((here[0] - there[1]).days, (there[0] - here[1]).days)
    return gap > 10
