"""Aligned -> Drafts on when: days and hours of one happening that exclude each other, or are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model.reading import TimeExpression
from accord.model.story import FindingValue
from accord.model.timex import contains, disjoint, interval
from accord.model.vocabulary import Aspect, Modality, Relation, TimeType
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.compare.subjects import asked, is_fallback, quoted, shared_terms
from accord.reconcile.drafts import Draft
from accord.reconcile.happenings import Happenings
from accord.reconcile.predicates import Predication
from accord.reconcile.wording import explain

RULE = "compare.dates"
_SURE = 0.6  # cosine of sentences and share of participants together, for two times to be of one happening beyond doubt
_MATCH = 0.24  # cosine of two sentences that tell of one happening, whatever their verbs
_MOST = 120  # times of a report that are looked at
_ALIKE = 0.15  # cosine from which a sentence of the other report may date the same happening
_FAR = 45  # days; further apart the two are different happenings, not two datings of one
_CLOCK = re.compile(r"T(\d{2}):?(\d{2})")


@dataclass(frozen=True, slots=True)
class _Dated:
    report: int
    time: TimeExpression
    predication: Predication | None


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of date, then agreements, each happening once."""
    happenings = Happenings(story)
    dated = [
        [_Dated(k, t, happenings.over(k, t.sentence, t.span)) for t in r.times[:_MOST] if _is_point(t)]
        for k, r in enumerate(story.readings)
    ]
    clashes, agreements = [], []
    for a, b in story.pairs():
        for x in dated[a]:
            for y in dated[b]:
                score = _same_happening(x, y, happenings)
                if not score:
                    continue
                if _clash(x.time, y.time):
                    if score < _SURE:
                        continue
                    words = [d.time.span.of(story.readings[d.report].report.text).lower() for d in (x, y)]
                    if words[0] != words[1] and not _also_told(x, y, dated, happenings):
                        clashes.append((score, x, y))
                elif _fit(x.time, y.time):
                    agreements.append((score, x, y))
    for found, relation in ((clashes, Relation.CONTRADICTION), (agreements, Relation.EQUIVALENCE)):
        for score, group in _groups(found):
            draft = _draft(story, group, relation, score)
            if relation is Relation.CONTRADICTION or not (is_fallback(draft.subject) or _is_vague(group)):
                yield draft


def _is_point(t: TimeExpression) -> bool:
    return t.type in (TimeType.DATE, TimeType.TIME) and (interval(t.value) is not None or _CLOCK.search(t.value) is not None)


def _same_happening(x: _Dated, y: _Dated, happenings: Happenings) -> float:
    p, q = x.predication, y.predication
    if p and q:
        if {p.modality, q.modality} & {Modality.CONDITIONAL} or (p.modality is Modality.DENIED) != (q.modality is Modality.DENIED):
            return 0.0
        same = happenings.same(x.report, p, y.report, q)
        if same:
            return same
    match = happenings.match(x.report, x.time.sentence, y.report, y.time.sentence)
    return match if match >= _MATCH and p is not None and q is not None and p.verb == q.verb else 0.0


def _clash(a: TimeExpression, b: TimeExpression) -> bool:
    if disjoint(a.value, b.value):
        x, y = interval(a.value), interval(b.value)
        if x is None or y is None or max((y[0] - x[1]).days, (x[0] - y[1]).days) > _FAR:
            return False
        return x[0] == x[1] and y[0] == y[1]
    m, n = _CLOCK.search(a.value), _CLOCK.search(b.value)
    return bool(m and n and m.groups() != n.groups())


def _fit(a: TimeExpression, b: TimeExpression) -> bool:
    return a.value == b.value or contains(a.value, b.value) or contains(b.value, a.value)


def _also_told(x: _Dated, y: _Dated, dated: Sequence[Sequence[_Dated]], happenings: Happenings) -> bool:
    """Whether either report also gives the other's time near words of the same happening."""
    for mine, other in ((x, y), (y, x)):
        for o in dated[mine.report]:
            if o.time.sentence == mine.time.sentence:
                near = o.predication is None or o.predication is mine.predication
            else:
                near = happenings.match(o.report, o.time.sentence, other.report, other.time.sentence) >= _ALIKE
            if near and not _clash(o.time, other.time):
                return True
    return False


def _is_vague(group: Sequence[_Dated]) -> bool:
    """Agreement on a bare year is background, not news."""
    return all(len(d.time.value) <= len("2011") for d in group)


def _groups(found: Sequence[tuple[float, _Dated, _Dated]]) -> Iterator[tuple[float, list[_Dated]]]:
    groups: list[tuple[float, list[_Dated]]] = []
    for score, x, y in sorted(found, key=lambda f: (-f[0], f[1].report, f[2].report, f[1].time.span, f[2].time.span)):
        home = next((g for _, g in groups if any(d is x or d is y for d in g)), None)
        if home is None:
            groups.append((score, [x, y]))
        else:
            home.extend(d for d in (x, y) if not any(d is h for h in home))
    yield from groups


def _draft(story: Aligned, group: Sequence[_Dated], relation: Relation, score: float) -> Draft:
    group = sorted(group, key=lambda d: (d.report, d.time.span))
    values: tuple[FindingValue, ...] = tuple(value_of(story.readings[d.report], d.time.span, d.time.value) for d in group)
    if relation is Relation.EQUIVALENCE and len({v.value for v in values}) > 1:
        relation = Relation.SUBSUMPTION
    text = explain(story, Aspect.DATE, relation, values)
    return Draft(
        relation=relation,
        aspect=Aspect.DATE,
        subject=_subject(story, group),
        values=values,
        explanation=text,
        score=min(0.7, 0.25 + score / 2),
        rule=RULE,
    )


def _subject(story: Aligned, group: Sequence[_Dated]) -> str:
    told = [(d.report, d.predication) for d in group if d.predication is not None]
    if told:
        return asked(story, "when", told)
    sentences = [story.readings[d.report].sentences[d.time.sentence] for d in group]
    return f"when: “{quoted(sentences, shared_terms(sentences))}”"
