"""Claims of "first", "first since", "second time", "never before", "not since" in several reports -> who contradicts whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model.authority import authority_of
from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span, cover
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.drafts import Draft
from accord.reconcile.lookup import places_in
from accord.reconcile.phrases import join
from accord.reconcile.terms import term
from accord.reconcile.wording import explain

RULE = "compare.precedent"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
# "The first half", "first aid", "first minister", "the first two days": parts and names, no precedent.
_NO_PRECEDENT = frozenset(
    "half quarter week day month year hour minute part phase stage step round name lady aid minister floor lieutenant secretary place"
    " glance thing page line sign section person responder division army brigade battalion regiment corps class degree reading sentence"
    " paragraph vice amendment instance moment thousand hundred step question shot draft leg edition session post grade world party".split()
)
# An act told by these words is told by pointing at it: any other account of the same act may be meant.
_POINTING = frozenset("step measure move action thing decision such that this so".split())
_EMPTY = frozenset(
    "time first second third year month decade history century ever before never since be have mark make take get see it".split()
)


@dataclass(frozen=True, slots=True)
class PrecedentClaim:
    """How often a thing has been before, by one sentence.

    Attributes:
        rank: 1 for "first" and "never before", 2 for "second time"; 0 for "has been before"; None for "not since".
        since: Year that it was last, or None.
        window: Reach of the claim in months ("in ten months", "in years"), None if it has no end.
        words: Content terms of the claim's own phrase; `names`: names and states of its sentence.
    """

    report: int
    sentence: int
    rank: int | None
    since: int | None
    window: float | None
    words: frozenset[str]
    names: frozenset[str]
    pointing: bool
    span: Span
    value: str

    @property
    def absolute(self) -> bool:
        """First or never, without any reach."""
        return self.rank == 1 and self.since is None and self.window is None


def precedent_claims(reading: Reading, report: int = 0) -> list[PrecedentClaim]:
    """Claims of precedence in one report, in order."""
    out: list[PrecedentClaim] = []
    for sentence in reading.sentences:
        out.extend(_claims(reading, sentence, report))
    return out


def _claims(reading: Reading, sentence: Sentence, report: int) -> Iterator[PrecedentClaim]:
    for t in sentence:
        low = t.lower
        if low in _RANKS and t.dep in ("amod", "advmod", "attr", "nmod", "nummod") and _is_precedent(sentence, t):
            top = sentence.tokens[t.head]
            yield _claim(reading, sentence, report, rank=_RANKS[low], top=top, at=t)
        elif low == "never" or (low == "ever" and _denied(sentence, t)):
            yield from _never(reading, sentence, report, t)
        elif low == "since" and t.dep == "prep" and sentence.tokens[t.head].pos in ("VERB", "AUX") and _denied(sentence, t):
            claim = _claim(reading, sentence, report, rank=None, top=sentence.tokens[t.head], at=t)
            if claim.since is not None:
                yield claim
        elif low == "before" and t.dep == "advmod" and t.i + 1 < len(sentence.tokens) and not _denied(sentence, t):
            yield from _before(reading, sentence, report, t)


def _is_precedent(sentence: Sentence, t: Token) -> bool:
    top = sentence.tokens[t.head]
    if (
        top.pos not in ("NOUN", "PROPN")
        or top.i < t.i
        or top.lemma.lower() in _NO_PRECEDENT
        or (t.text[:1].isupper() and top.text[:1].isupper())
    ):
        return False
    if any(k.dep == "nummod" for k in sentence.kids(top.i)):
        return False
    if top.lemma.lower() == "time":
        return True
    if _RANKS[t.lower] > 1:
        return any(k.lower in ("in", "since", "this") for k in sentence.kids(top.i, "prep", "det"))
    # "Its first summit since 2019", "is the first leader to ...", "first-ever": a plain "the first bomb" is an order, not a precedent.
    reach = any(k.dep in ("relcl", "acl") or (k.dep == "prep" and k.lower in ("since", "in", "for")) for k in sentence.kids(top.i))
    ever = any(k.lower in ("ever", "known", "official", "-ever") for k in sentence.tokens[t.i : top.i + 2])
    since = any(k.lower == "since" for k in sentence.tokens[top.i : top.i + 12])
    period = any(_months(sentence, k) is not None for k in sentence.tokens[top.i + 1 : top.i + 8] if k.lower in ("in", "for"))
    return ever or since or period or (reach and _predicated(sentence, top))


def _predicated(sentence: Sentence, top: Token) -> bool:
    head = sentence.tokens[top.head]
    return (
        top.dep in ("attr", "dobj", "appos") and head.lemma.lower() in ("be", "mark", "become", "represent", "make")
    ) or top.dep == "appos"


def _never(reading: Reading, sentence: Sentence, report: int, t: Token) -> Iterator[PrecedentClaim]:
    verb = sentence.tokens[t.head]
    if verb.pos not in ("VERB", "AUX"):
        verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), verb)
    before = any(k.lower == "before" for k in sentence) or t.lower == "ever"
    perfect = any(k.lower in ("has", "have", "had") for k in sentence.kids(verb.i, "aux"))
    if before and perfect:
        yield _claim(reading, sentence, report, rank=1, top=verb, at=t)


def _before(reading: Reading, sentence: Sentence, report: int, t: Token) -> Iterator[PrecedentClaim]:
    """As in "They have promised that before": the thing is not new."""
    verb = sentence.tokens[t.head]
    objects = {k.lower for k in sentence.kids(verb.i, "dobj", "nsubjpass", "advmod")}
    if (
        verb.pos == "VERB"
        and objects & {"that", "this", "it", "so", "same"}
        and any(k.lower in ("has", "have", "had") for k in sentence.kids(verb.i))
    ):
        yield _claim(reading, sentence, report, rank=0, top=verb, at=t)


def _denied(sentence: Sentence, t: Token) -> bool:
    verb = next((a for a in [t, *sentence.ancestors(t.i)] if a.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    if sentence.kids(verb.i, "neg"):
        return True
    return any(k.lower in ("none", "nobody", "neither") for k in sentence.kids(verb.i, "nsubj", "nsubjpass")) or any(
        d.lower == "no" for k in sentence.kids(verb.i, "nsubj", "nsubjpass") for d in sentence.kids(k.i, "det")
    )


def _claim(reading: Reading, sentence: Sentence, report: int, *, rank: int | None, top: Token, at: Token) -> PrecedentClaim:
    phrase = sentence.subtree(top.i)
    if top.lemma.lower() == "time" and not any(k.dep in ("relcl", "acl", "ccomp") for k in sentence.kids(top.i)):
        # "For the first time the port agreed to ...": the clause tells what.
        verb = next((a for a in sentence.ancestors(top.i) if a.pos in ("VERB", "AUX")), top)
        phrase = sentence.subtree(verb.i)
    near = phrase if len(phrase) <= 40 else [k for k in phrase if abs(k.i - at.i) <= 20]
    words = frozenset(w for k in near if (w := term(k) or (k.lemma.lower() if k.pos in ("NOUN", "VERB") else None)) and w not in _EMPTY)
    span = cover([k.span for k in near if abs(k.i - at.i) <= 14])
    since, window = _reach(reading, sentence, top, at)
    lowered = {k.lower for k in near}
    return PrecedentClaim(
        report, sentence.index, rank, since, window, frozenset(w for w in words if not w.startswith("N:")),
        _names(reading, sentence) | {w.removeprefix("N:") for w in words if w.startswith("N:")},
        bool(lowered & {"such", "that", "this", "so"} & _POINTING) and rank != 1, span, _said(rank, since, window),
    )  # fmt: skip


def _said(rank: int | None, since: int | None, window: float | None) -> str:
    if rank == 0:
        return "nothing new"
    name = next((n for n, r in _RANKS.items() if r == rank), None)
    head = f"the {name} time" if name else "something not seen"
    if since:
        return f"{head} since {since}"
    if window:
        return f"{head} in {window:g} months" if window < 24 else f"{head} in years"
    return head


def _names(reading: Reading, sentence: Sentence) -> frozenset[str]:
    out: set[str] = set()
    for e in reading.entities:
        if any(m.sentence == sentence.index for m in e.mentions):
            out.add(e.name if e.kind == "person" else e.country or e.code or e.name)
    out.update(p.name for p in places_in(reading, sentence.index) if p.kind != "state")
    return frozenset(out)


def _reach(reading: Reading, sentence: Sentence, top: Token, at: Token) -> tuple[int | None, float | None]:
    """Year after "since", months after "in": both None for a claim without reach."""
    tokens = sentence.tokens
    for k in tokens[min(at.i, top.i) :]:
        if k.lower == "since":
            below = sentence.subtree(k.i) if k.dep == "prep" else list(tokens[k.i : k.i + 12])
            years = [int(x.text[:4]) for x in below if _YEAR.match(x.text)]
            if years:
                return years[-1], None
            if any(x.lower in ("that", "then") for x in below) or k.i == len(tokens) - 2:
                return _year_before(reading, sentence), None if _year_before(reading, sentence) else 24.0
            return None, 24.0
        if k.lower in ("during", "throughout") and sentence.kids(k.i, "pobj"):  # "the first time during the pandemic": since it began
            return None, 24.0
        if k.lower in ("in", "for") and k.i + 1 < len(tokens):
            months = _months(sentence, k)
            if months is not None:
                return None, months
    return None, None


def _year_before(reading: Reading, sentence: Sentence) -> int | None:
    for s in reversed(reading.sentences[max(0, sentence.index - 1) : sentence.index]):
        years = [int(t.text) for t in s if _YEAR.fullmatch(t.text)]
        if years:
            return years[-1]
    return None


_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
_UNIT_MONTHS = {"day": 1 / 30, "week": 0.25, "month": 1, "year": 12, "decade": 120, "century": 1200, "generation": 300}


def _months(sentence: Sentence, prep: Token) -> float | None:
    after = sentence.tokens[prep.i + 1 : prep.i + 6]
    for n, k in enumerate(after):
        unit = k.lemma.lower()
        if unit in _UNIT_MONTHS:
            if any(x.lower in ("the", "this", "last", "recent", "coming", "next", "his", "its", "their") for x in after[:n]):
                return None
            count = next((float(x.text) for x in after[:n] if x.text.isdigit()), None)
            count = count or next((_SMALL.index(x.lower) + 1.0 for x in after[:n] if x.lower in _SMALL), None)
            if count is None and k.tag != "NNS":
                return None
            return (count or 2) * _UNIT_MONTHS[unit]
        if k.pos not in ("NUM", "ADV", "ADJ", "ADP"):
            return None
    return None


def compare(story: Aligned) -> Iterator[Draft]:
    """One draft for each thing of which two reports or more say how new it is, in the order of the first claim."""
    claims = [c for k, r in enumerate(story.readings) for c in precedent_claims(r, k)]
    close = {((m.a, m.i), (m.b, m.j)) for m in story.matches}
    groups: list[list[PrecedentClaim]] = []
    relations: dict[int, set[Relation]] = {}
    for c in claims:
        hit = next((g for g in groups if any(_pair_relation(x, c, close) is not None for x in g)), None)
        if hit is None:
            groups.append([c])
            continue
        found = {r for x in hit if (r := _pair_relation(x, c, close)) is not None}
        relations.setdefault(id(hit), set()).update(found)
        hit.append(c)
    for group in groups:
        found = relations.get(id(group), set())
        relation = next((r for r in _STRONGEST if r in found), None)
        if relation is not None:
            yield _draft(story, relation, _one_a_report(group, relation))


_STRONGEST = (Relation.CONTRADICTION, Relation.TENSION, Relation.SUBSUMPTION, Relation.EQUIVALENCE)


def _pair_relation(x: PrecedentClaim, y: PrecedentClaim, close: set[tuple[tuple[int, int], tuple[int, int]]]) -> Relation | None:
    if x.report == y.report:
        return None
    near = ((x.report, x.sentence), (y.report, y.sentence)) in close
    return _relation(x, y) if _same_thing(x, y, near) else None


def _one_a_report(group: list[PrecedentClaim], relation: Relation) -> list[PrecedentClaim]:
    """The first claim of each report; of a contradiction those that clash with another report's."""
    if relation == Relation.CONTRADICTION:
        group = [c for c in group if any(x.report != c.report and _relation(x, c) == relation for x in group)]
    first: dict[int, PrecedentClaim] = {}
    for c in group:
        first.setdefault(c.report, c)
    return [first[k] for k in sorted(first)]


def _same_thing(x: PrecedentClaim, y: PrecedentClaim, close: bool) -> bool:
    words = x.words & y.words
    if len(words) >= 2 or (words and (x.names & y.names or close)):
        return True
    return (x.pointing or y.pointing) and (bool(x.names & y.names) or not x.names or not y.names)


def _relation(x: PrecedentClaim, y: PrecedentClaim) -> Relation | None:
    ranks = {x.rank, y.rank}
    if 0 in ranks:
        other = y if x.rank == 0 else x
        return Relation.TENSION if other.absolute else None
    if x.absolute and y.absolute:
        return Relation.EQUIVALENCE
    if x.absolute or y.absolute:
        return Relation.CONTRADICTION
    if ranks <= {None, 1}:
        return _by_reach(x, y)
    if None in ranks or 1 in ranks:
        # "The third time this year" against "not since 1999", "the first in years".
        more = x if (x.rank or 0) > 1 else y
        other = y if more is x else x
        return (
            Relation.CONTRADICTION if more.window is not None and (other.since is not None or (other.window or 0) > more.window) else None
        )
    return Relation.CONTRADICTION if len(ranks) == 2 and x.window == y.window else Relation.EQUIVALENCE if len(ranks) == 1 else None


def _by_reach(x: PrecedentClaim, y: PrecedentClaim) -> Relation:
    if x.since is not None and y.since is not None:
        return Relation.EQUIVALENCE if x.since == y.since else Relation.CONTRADICTION
    return Relation.EQUIVALENCE if x.window == y.window else Relation.SUBSUMPTION


def _draft(story: Aligned, relation: Relation, pair: Sequence[PrecedentClaim]) -> Draft:
    values = tuple(
        FindingValue(
            report_id=story.readings[c.report].report.id,
            span=c.span,
            value=c.value,
            authority=authority_of(story.readings[c.report], c.span),
        )
        for c in pair
    )
    return Draft(
        relation=relation, aspect=Aspect.PRECEDENT, subject=_subject(story, pair), values=values,
        explanation=explain(story, Aspect.PRECEDENT, relation, values), score=0.7, rule=RULE,
    )  # fmt: skip


_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_SUBJECT_WORDS = 14


def _subject(story: Aligned, claims: Sequence[PrecedentClaim]) -> str:
    """As in "whether this is the first summit in Honiara since 1992": by a claim that is a noun phrase of its own, absolute ones first."""
    for c in sorted(claims, key=lambda c: (not c.absolute, -c.report)):
        sentence = story.readings[c.report].sentences[c.sentence]
        tokens = sentence.covering(c.span)
        at = next((n for n, t in enumerate(tokens) if t.lower in _RANKS), None)
        if at is None:
            continue
        before = tokens[at - 1] if at else None
        # "Its first" of a sentence may be anybody's.
        if before is not None and before.lower in _OWNERS:
            continue
        rest = tokens[at : at + _SUBJECT_WORDS]
        stop = next((n for n, t in enumerate(rest) if t.text in (",", ";", ":", "--", "–", "—")), len(rest))
        if stop >= 3:
            return f"whether it is the {join(rest[:stop])}"
    c = claims[-1]
    sentence = story.readings[c.report].sentences[c.sentence]
    return f"how often before: “{join(sentence.covering(c.span)[:_SUBJECT_WORDS])}”"
