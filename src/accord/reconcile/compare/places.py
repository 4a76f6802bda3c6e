"""Aligned -> Drafts on where: places of one happening that exclude each other, parts of a place by compass, and shared places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.knowledge.geography import distance_km
from accord.model.reading import Place
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Modality, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.compare.subjects import asked, is_fallback
from accord.reconcile.drafts import Draft
from accord.reconcile.happenings import Happenings
from accord.reconcile.phrases import noun_phrase
from accord.reconcile.predicates import Predication
from accord.reconcile.terms import fold_name, terms
from accord.reconcile.wording import explain

RULE = "compare.places"
_MATCH = 0.24
_MOST = 150  # places of a report that are looked at
_APART_KM = 12.0  # towns nearer than this may be two names of one site
_WITHIN = frozenset({"in", "at", "on", "near", "outside", "inside", "to", "into"})
_WIDE = frozenset({"state", "region"})
_COMPASS = re.compile(r"\b(north|south|east|west)(?:-?(east|west))?(?:ern|ward)?\b", re.IGNORECASE)
_OPPOSITE = {frozenset({"north", "south"}), frozenset({"east", "west"})}
_SITE = frozenset("part side outskirts suburb district quarter sector edge area neighborhood neighbourhood corner end".split())
_ANCHOR_MATCH = 0.10


@dataclass(frozen=True, slots=True)
class _Placed:
    report: int
    place: Place
    preposition: str
    predication: Predication | None


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of place, of compass, then shared places of one happening."""
    happenings = Happenings(story)
    placed = [[_placed(story, k, p, happenings) for p in r.places[:_MOST]] for k, r in enumerate(story.readings)]
    named = [{fold_name(p.name) for p in r.places} for r in story.readings]
    shared: list[tuple[float, _Placed, _Placed]] = []
    for a, b in story.pairs():
        for x in placed[a]:
            for y in placed[b]:
                score = _same_happening(x, y, happenings)
                if not score:
                    continue
                if fold_name(x.place.name) == fold_name(y.place.name):
                    shared.append((score, x, y))
                elif _exclude(x, y) and fold_name(x.place.name) not in named[b] and fold_name(y.place.name) not in named[a]:
                    yield _draft(story, [x, y], Relation.CONTRADICTION, score)
    for score, group in _groups(shared):
        draft = _draft(story, group, Relation.EQUIVALENCE, score)
        # What nobody tells in a whole clause is not worth a reader's time.
        if not is_fallback(draft.subject):
            yield draft
    yield from _compass(story, happenings)


def _groups(shared: Sequence[tuple[float, _Placed, _Placed]]) -> list[tuple[float, list[_Placed]]]:
    """Reports that name one place for one happening, each once."""
    groups: list[tuple[float, list[_Placed]]] = []
    for score, x, y in sorted(shared, key=lambda s: (-s[0], s[1].report, s[2].report, s[1].place.span, s[2].place.span)):
        name = fold_name(x.place.name)
        home = next((g for _, g in groups if fold_name(g[0].place.name) == name and any(p is x or p is y for p in g)), None)
        if home is not None:
            home.extend(p for p in (x, y) if all(p.report != h.report for h in home))
        elif not any(fold_name(g[0].place.name) == name and {x.report, y.report} <= {p.report for p in g} for _, g in groups):
            groups.append((score, [x, y]))
    return [(score, sorted(g, key=lambda p: (p.report, p.place.span))) for score, g in groups]


def _placed(story: Aligned, k: int, place: Place, happenings: Happenings) -> _Placed:
    sent = story.readings[k].sentences[place.sentence]
    inside = sent.covering(place.span)
    outer = next((t for t in inside if not place.span.overlap(sent.tokens[t.head].span)), inside[0] if inside else None)
    preposition = sent.tokens[outer.head].lower if outer is not None and outer.dep == "pobj" else ""
    return _Placed(k, place, preposition, happenings.over(k, place.sentence, place.span))


def _same_happening(x: _Placed, y: _Placed, happenings: Happenings) -> float:
    p, q = x.predication, y.predication
    if p is None or q is None or p.verb != q.verb or x.preposition not in _WITHIN or y.preposition not in _WITHIN:
        return 0.0
    if {p.modality, q.modality} & {Modality.CONDITIONAL, Modality.DENIED}:
        return 0.0
    match = happenings.match(x.report, x.place.sentence, y.report, y.place.sentence)
    return happenings.same(x.report, p, y.report, q) or (match if match >= _MATCH else 0.0)


def _exclude(x: _Placed, y: _Placed) -> bool:
    """Two narrow places that are not one inside the other, as far as the tables know."""
    p, q = x.place, y.place
    if x.preposition != y.preposition and {x.preposition, y.preposition} & {"near", "outside", "to", "into"}:
        return False
    if p.kind in _WIDE or q.kind in _WIDE:
        return p.kind == q.kind == "state" and p.country != q.country
    apart = distance_km(p, q)
    return p.kind == q.kind if apart is None else apart > _APART_KM


def _draft(story: Aligned, group: Sequence[_Placed], relation: Relation, score: float) -> Draft:
    values = tuple(value_of(story.readings[x.report], x.place.span, x.place.name) for x in group)
    text = explain(story, Aspect.PLACE, relation, values)
    told = [(x.report, x.predication) for x in group if x.predication is not None]
    return Draft(
        relation=relation,
        aspect=Aspect.PLACE,
        subject=asked(story, "where", told) if told else "where it was",
        values=values,
        explanation=text,
        score=min(0.65, 0.2 + score / 2),
        rule=RULE,
    )


# ---------------------------------------------------------------- compass
@dataclass(frozen=True, slots=True)
class _Bearing:
    report: int
    sentence: int
    span: Span
    directions: frozenset[str]
    words: frozenset[str]
    whole: str  # the place that it is a part of, folded; "" where none is named


def _compass(story: Aligned, happenings: Happenings) -> Iterator[Draft]:
    """As in "Northeastern X" against "the northwestern part of X", where the sentences share what stands there."""
    found = [[b for s in r.sentences for b in _bearings(k, s, r.report.text)] for k, r in enumerate(story.readings)]
    for a, b in story.pairs():
        for x in found[a]:
            for y in found[b]:
                if x.whole and y.whole and x.whole != y.whole:
                    continue
                if not _opposed(x, y) or happenings.match(a, x.sentence, b, y.sentence) < _ANCHOR_MATCH or not x.words & y.words:
                    continue
                if any(not _opposed(o, y) for o in found[a]) or any(not _opposed(x, o) for o in found[b]):
                    continue
                values = tuple(value_of(story.readings[v.report], v.span, _name(v)) for v in (x, y))
                text = explain(story, Aspect.PLACE, Relation.CONTRADICTION, values)
                yield Draft(
                    relation=Relation.CONTRADICTION,
                    aspect=Aspect.PLACE,
                    subject=f"in which part {_whole(story, x)}",
                    values=values,
                    explanation=text,
                    score=0.5,
                    rule=RULE,
                )


def _whole(story: Aligned, x: _Bearing) -> str:
    """The place that the part is of, by the words behind the compass word."""
    sentence = story.readings[x.report].sentences[x.sentence]
    after = [t for t in sentence.covering(x.span)[1:] if t.pos == "PROPN" and t.lower not in _SITE]
    return f"of {noun_phrase(sentence, after[-1], most=4)} it was" if after else "it was"


def _name(b: _Bearing) -> str:
    return "".join(d for d in ("north", "south", "east", "west") if d in b.directions)


def _bearings(k: int, sent: Sentence, text: str) -> Iterator[_Bearing]:
    """Compass words that say in which part of a place something is; not "South Korea", "the West" or a bearing from elsewhere."""
    for t in sent.tokens:
        m = _COMPASS.fullmatch(t.text)
        if not m:
            continue
        after = sent.tokens[t.i + 1 : t.i + 3]
        adjective = t.lower.endswith("ern") and bool(after) and (after[0].pos in ("PROPN", "NOUN"))
        if adjective and (after[0].pos == "PROPN" or after[0].lemma.lower() in _SITE | {"city", "town", "capital", "province"}):
            last = after[0]
            whole = fold_name(last.text) if last.pos == "PROPN" and last.lower not in _SITE else ""
            directions = frozenset(g.lower() for g in m.groups() if g)
            yield _Bearing(k, sent.index, Span(t.start, last.end), directions, frozenset(terms(sent)), whole)


def _opposed(x: _Bearing, y: _Bearing) -> bool:
    return any(frozenset({p, q}) in _OPPOSITE for p in x.directions for q in y.directions)
