"""Aligned -> Drafts on whatever slot two passages speak of, as the trained comparison of passages sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from accord.model.passages import Passage
from accord.model.reading import Quantity, Reading
from accord.model.spans import Span
from accord.model.story import FindingValue
from accord.model.timex import interval
from accord.model.vocabulary import Aspect, Modality, Relation, TimeType
from accord.reconcile.align import Aligned
from accord.reconcile.attendance import settled_claims
from accord.reconcile.claims import is_forecast, kind_of, ranges_overlap, unit_of, value_of, words_of
from accord.reconcile.compare.subjects import shared_terms
from accord.reconcile.drafts import Draft
from accord.reconcile.judged import Judged, Sentence, groups
from accord.reconcile.phrases import shared_words
from accord.reconcile.synonyms import noun_class
from accord.reconcile.wording import Own, explain

RULE = "compare.passages"
# Probabilities from which a finding is told: of the differences of stories that nothing was trained on half are real from here on, rules'
# among them, and agreements 59 in 100 (train/left_out.py, docs/models.md).
LEAST_DIFFERENCE, LEAST_AGREEMENT = 0.25, 0.35
# Of 26 differences in who comes that only two passages bear out 5 held, in stories that nothing was trained on.
_LEAST_ATTENDANCE, _PAIR = 0.4, 2
_CARRIES = 0.5  # probability from which a word is of the value
_GAP = 2  # words between two of a value that belong to it
_LONGEST = 22  # words of a value
_DAY = len("2017-02-13")
_LIKELY = 0.5
# Parts of speech at the end of a value that lead nowhere, and at its beginning.
_HANGING, _JOINING = frozenset(("ADP", "CCONJ", "SCONJ", "PUNCT")), frozenset(("CCONJ", "PUNCT"))
_POINTING = frozenset(("DET", "PART", "PUNCT"))
_TELLING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
_COUNTS = (Aspect.COUNT_KILLED, Aspect.COUNT_INJURED, Aspect.COUNT_OTHER)
_TOLLS = (Aspect.COUNT_KILLED, Aspect.COUNT_INJURED)
_OPEN = (Modality.PLANNED, Modality.POSSIBLE, Modality.REQUESTED)
# What the slot is called in a subject, before the words that both passages share.
_SLOTS: Mapping[Aspect, str] = {
    Aspect.ATTENDANCE: "who comes", Aspect.COUNT_KILLED: "people killed", Aspect.COUNT_INJURED: "people injured",
    Aspect.COUNT_OTHER: "how many", Aspect.DATE: "when", Aspect.PLACE: "where", Aspect.ACTOR: "who did it", Aspect.RECIPIENT: "to whom",
    Aspect.MEANS: "by what means", Aspect.EVENT_TYPE: "what happened", Aspect.OUTCOME: "outcome", Aspect.OFFICE: "who holds the office",
    Aspect.PRECEDENT: "first, last or only", Aspect.STANCE: "position", Aspect.OCCASION: "occasion", Aspect.HISTORY: "what went before",
    Aspect.INTENTION: "what is intended", Aspect.OTHER: "what is told",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Side:
    """A passage in a group, with the words that carry its value, if any do, and the aspects, in the view that saw it best."""

    reading: int
    sentence: int
    value: Span | None
    aspects: Mapping[Aspect, float]


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences, the surest first, then agreements but for those whose sentences all stand in differences."""
    differing: set[Sentence] = set()
    facings = [j.facing for j in story.judged]
    for group in groups(facings, [j.difference for j in story.judged], LEAST_DIFFERENCE):
        score = max(j.difference for j in _inside(story.judged, group))
        draft = _draft(story, _sides(story, group, agree=False), score, agree=False)
        if draft is not None:
            differing |= set(group)
            yield draft
    for group in groups(facings, [j.agreement for j in story.judged], LEAST_AGREEMENT):
        if len(set(group) & differing) < len(group):
            draft = _draft(story, _sides(story, group, agree=True), max(j.agreement for j in _inside(story.judged, group)), agree=True)
            if draft is not None:
                yield draft


def _inside(judged: Sequence[Judged], group: Sequence[Sentence]) -> list[Judged]:
    """Pairs of the group."""
    members = set(group)
    return [j for j in judged if (j.facing.a, j.facing.i) in members and (j.facing.b, j.facing.j) in members]


def _sides(story: Aligned, group: Sequence[Sentence], *, agree: bool) -> list[_Side]:
    best: dict[Sentence, tuple[float, _Side]] = {}
    for j in _inside(story.judged, group):
        score = j.agreement if agree else j.difference
        f = j.facing
        for n, (reading, sentence) in enumerate(((f.a, f.i), (f.b, f.j))):
            if (reading, sentence) not in best or best[reading, sentence][0] < score:
                side = _Side(reading, sentence, _carrier(f.passages[n], f.view.carries[n]), f.view.aspects)
                best[reading, sentence] = score, side
    return [side for _, side in (best[s] for s in sorted(best))]


def _draft(story: Aligned, sides: Sequence[_Side], score: float, *, agree: bool) -> Draft | None:
    aspect = _aspect(story, sides)
    values = tuple(_value(story.readings[s.reading], s, aspect) for s in sides)
    same = len({v.value.casefold() for v in values}) == 1
    agree = agree and not (aspect in _TOLLS and _has_risen(story, sides))
    relation = (Relation.EQUIVALENCE if same else Relation.SUBSUMPTION) if agree else _difference(story, sides, aspect)
    fits = aspect in _COUNTS and relation is not Relation.UPDATE and _fit(story, sides)
    # Nothing that a reader could see differs; or who comes, of which two passages alone that do not surely differ mostly tell the same.
    doubtful = aspect is Aspect.ATTENDANCE and ((len(sides) == _PAIR and score < _LEAST_ATTENDANCE) or _come_alike(story, sides))
    if not agree and (same or fits or doubtful or _say_the_same(story, sides) or _tell_apart(story, sides, aspect)):
        return None
    return Draft(
        relation=relation, aspect=aspect, subject=_subject(story, sides, aspect), values=values,
        explanation=explain(story, aspect, relation, values, None if agree else _doubt(relation, score)), score=round(score, 3), rule=RULE,
    )  # fmt: skip


def _aspect(story: Aligned, sides: Sequence[_Side]) -> Aspect:
    """The likeliest that fits the words which carry the values: where they hold no day it is not when, without a number not how many."""
    shares: Counter[Aspect] = Counter()
    for side in sides:
        shares.update(side.aspects)
    order = sorted(shares, key=lambda a: (shares[a], a), reverse=True)
    carried = [(story.readings[s.reading], s.value) for s in sides if s.value is not None]
    return next((a for a in order if all(_may_be(a, reading, span) for reading, span in carried)), order[0] if order else Aspect.OTHER)


def _may_be(aspect: Aspect, reading: Reading, value: Span) -> bool:
    """Whether the words of a value can be of the aspect."""
    if aspect is Aspect.DATE:
        return any(t.span.overlap(value) for t in reading.times)
    return aspect not in _COUNTS or any(q.span.overlap(value) for q in reading.quantities)


def _doubt(relation: Relation, score: float) -> Own | None:
    """What a finding that more often than not is none says of itself, as often as findings of its score are right."""
    if score >= _LIKELY:
        return None
    why = "They may not both hold" if relation is Relation.CONTRADICTION else None
    return Own(why=why, note=f"Of ten findings as doubtful as this one about {round(10 * score)} are right")


def _value(reading: Reading, side: _Side, aspect: Aspect) -> FindingValue:
    span = _told(reading, side)
    value = None
    carried = side.value is not None  # else a number or day of the sentence need not be what differs
    if carried and aspect in _COUNTS:
        found = [q for q in reading.quantities if q.span.overlap(span) and not q.ordinal and q.sentence == side.sentence]
        bounded = len(found) == 1 and (found[0].low is not None or found[0].high is not None)
        value = words_of(found[0]) if bounded else None
    if carried and aspect is Aspect.DATE:
        days = [t for t in reading.times if t.span.overlap(span) and t.type in (TimeType.DATE, TimeType.TIME)]
        value = days[0].value if len(days) == 1 and days[0].value[:1].isdigit() else None
    return value_of(reading, span, value or " ".join(span.of(reading.report.text).split()))


def _told(reading: Reading, side: _Side) -> Span:
    """What carries the value, without words that lead nowhere ("the minister of"); the sentence where no word of it says anything."""
    sent = reading.sentences[side.sentence]
    words = sent.covering(side.value) if side.value else []
    while words and words[-1].pos in _HANGING and words[-1].dep != "prt":
        words = words[:-1]
    while words and words[0].pos in _JOINING:
        words = words[1:]
    return Span(words[0].start, words[-1].end) if any(w.pos not in _POINTING for w in words) else sent.span


def _carrier(passage: Passage, carries: Sequence[float]) -> Span | None:
    """The run of words that carries most of the value, small gaps bridged; a day written out in brackets is no gap."""
    words = [(s, share) for s, share in zip(passage.spans, carries, strict=True) if s is not None]
    runs: list[list[int]] = []
    for k, (_, share) in enumerate(words):
        if share >= _CARRIES:
            if runs and k - runs[-1][-1] <= _GAP + 1:
                runs[-1].append(k)
            else:
                runs.append([k])
    if not runs:
        return None
    best = max(runs, key=lambda run: (sum(words[k][1] for k in run), -run[0]))[:_LONGEST]
    return Span(words[best[0]][0].start, words[best[-1]][0].end)


def _difference(story: Aligned, sides: Sequence[_Side], aspect: Aspect) -> Relation:
    """An update where the newest plainly gives a newer state: a higher toll, or a deed where the older had a plan."""
    newest = next((s for s in sides if all(story.newer(s.reading, o.reading) == 1 for o in sides if o is not s)), None)
    if newest is None:
        return Relation.CONTRADICTION
    others = [s for s in sides if s is not newest]
    if aspect in _TOLLS:
        last, before = _number(story, newest), [_number(story, s) for s in others]
        return Relation.UPDATE if last is not None and all(n is not None and n < last for n in before) else Relation.CONTRADICTION
    open_before = all(_is_open(story.readings[s.reading], s) for s in others)
    return Relation.UPDATE if open_before and not _is_open(story.readings[newest.reading], newest) else Relation.CONTRADICTION


def _has_risen(story: Aligned, sides: Sequence[_Side]) -> bool:
    """Whether "at least 12" has become "at least 19", or 19, in the one report that is plainly newer."""
    found = [(s, _quantities(story.readings[s.reading], s)) for s in sides]
    newest = [s for s, _ in found if all(story.newer(s.reading, o.reading) == 1 for o, _ in found if o is not s)]
    if len(newest) != 1 or any(len(q) != 1 or q[0].exact is None or q[0].low is None for _, q in found):
        return False
    now = next(q[0] for s, q in found if s is newest[0])
    return all(q[0].high is None and (now.low or 0.0) > (q[0].low or 0.0) for s, q in found if s is not newest[0])


def _number(story: Aligned, side: _Side) -> float | None:
    found = _quantities(story.readings[side.reading], side)
    return (found[0].low if found[0].low is not None else found[0].high) if found else None


def _fit(story: Aligned, sides: Sequence[_Side]) -> bool:
    """Whether each gives one number and all their ranges meet: "at least 28" and "about 36" do not differ."""
    found = [_quantities(story.readings[s.reading], s) for s in sides]
    return all(len(q) == 1 for q in found) and all(ranges_overlap(x[0], y[0]) for x, y in combinations(found, 2))


def _come_alike(story: Aligned, sides: Sequence[_Side]) -> bool:
    """Whether rules read of a party in two of the passages that it comes in one way, and of none that it comes in two."""
    there = {(story.readings[s.reading].report.id, s.sentence) for s in sides}
    told = [[c.status for c in rows.values() if (c.report_id, c.sentence) in there] for rows in settled_claims(story).values()]
    return any(len(row) > 1 for row in told) and all(len(set(row)) <= 1 for row in told)


def _say_the_same(story: Aligned, sides: Sequence[_Side]) -> bool:
    """Whether the words that carry the values are the same: one number, or the words of one in the other's, and no number or day apart."""
    values = [_said(story.readings[s.reading], s) for s in sides]
    return all(x.same(y) for x, y in combinations(values, 2))


def _tell_apart(story: Aligned, sides: Sequence[_Side], aspect: Aspect) -> bool:
    """Whether the words that carry the values clash in nothing of the slot: they may give one day, or numbers of unlike things."""
    if aspect is Aspect.DATE:
        days = [_said(story.readings[s.reading], s).days for s in sides]
        return all(days) and all(any(_may_be_one(p, q) for p in x for q in y) for x, y in combinations(days, 2))
    found = [[(q, _is_expected(story.readings[s.reading], q)) for q in _quantities(story.readings[s.reading], s)] for s in sides]
    pairs = ((p, q) for x, y in combinations(found, 2) for p in x for q in y)
    return aspect in _COUNTS and all(found) and not any(_are_like(p[0], q[0]) and p[1] == q[1] for p, q in pairs)


def _is_expected(reading: Reading, q: Quantity) -> bool:
    return is_forecast(reading.sentences[q.sentence], q)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two TIMEX3 values of days are the same as far as both tell ("XXXX-02-13" and "2017-02-13")."""
    pairs = list(zip(one[:_DAY], other[:_DAY], strict=False))
    return len(one) >= _DAY and len(other) >= _DAY and all(a == b or "X" in (a, b) for a, b in pairs)


def _are_like(p: Quantity, q: Quantity) -> bool:
    """Whether two quantities can be of one measure: of people by what befell them, of other things by what they are."""
    if p.effect or q.effect:
        return p.effect == q.effect or not (p.effect and q.effect)
    units = [unit_of(x).split(" of ", maxsplit=1)[0] for x in (p, q)]
    return not all(units) or noun_class(units[0]) == noun_class(units[1]) or kind_of(p) == kind_of(q) != ""


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands in the words that carry a value."""

    words: frozenset[str]
    numbers: tuple[Quantity, ...]
    days: tuple[str, ...]

    def same(self, other: _Said) -> bool:
        """Whether a reader sees one value in two wordings."""
        numbers = [(p, q) for p in self.numbers for q in other.numbers]
        if any((p.low, p.high) == (q.low, q.high) for p, q in numbers):
            return True
        apart = bool(numbers) and not any(ranges_overlap(p, q) for p, q in numbers)
        fewer, more = sorted((self.words, other.words), key=len)
        return bool(fewer) and fewer <= more and not apart and not _apart(self.days, other.days)


def _said(reading: Reading, side: _Side) -> _Said:
    tokens = reading.sentences[side.sentence].covering(side.value) if side.value else []
    days = tuple(t.value for t in reading.times if side.value and t.span.overlap(side.value))
    return _Said(frozenset(t.lemma.casefold() for t in tokens if t.pos in _TELLING), tuple(_quantities(reading, side)), days)


def _apart(days: Sequence[str], others: Sequence[str]) -> bool:
    """Whether both give times of the calendar and no two of them meet."""
    known = [[span for d in told if (span := interval(d))] for told in (days, others)]
    return all(known) and not any(p[0] <= q[1] and q[0] <= p[1] for p in known[0] for q in known[1])


def _quantities(reading: Reading, side: _Side) -> list[Quantity]:
    return [q for q in reading.quantities if side.value and q.span.overlap(side.value) and not q.ordinal]


def _is_open(reading: Reading, side: _Side) -> bool:
    """Whether what carries the value is planned, possible or asked for: the predicates in it, else the one that it hangs on."""
    sent = reading.sentences[side.sentence]
    words = sent.covering(side.value or sent.span)
    told = [t for t in words if t.pos in ("VERB", "AUX")] or [a for t in words[:1] for a in sent.ancestors(t.i) if a.pos == "VERB"][:1]
    return any(reading.modality(sent.index, t.i) in _OPEN for t in told)


def _subject(story: Aligned, sides: Sequence[_Side], aspect: Aspect) -> str:
    """The slot, and the words that the passages share beside their values; of several with none in common, those that two share."""
    sents = [story.readings[s.reading].sentences[s.sentence] for s in sides]
    pairs = ([a, b] for a, b in combinations(range(len(sides)), 2) if shared_terms([sents[a], sents[b]]))
    alike = list(range(len(sides))) if shared_terms(sents) else next(pairs, [])
    last = alike[-1] if alike else None
    words = "" if last is None else shared_words(sents[last], shared_terms([sents[k] for k in alike]), but=sides[last].value)
    return f"{_SLOTS[aspect]}: {words}" if words else _SLOTS[aspect]
