"""Aligned -> Drafts on what reports agree on: statements in the same words, and days and places of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.drafts import Draft
from accord.reconcile.modality import modality_of
from accord.reconcile.predicates import verb_class
from accord.reconcile.terms import term
from accord.reconcile.wording import whose

RULE = "compare.agreements"
_LIKE = 0.30  # cosine of two sentences that tell one thing
_MOST = 10  # agreements a pair of reports; the central ones (findings guideline, rule 6)
_LEAD_BONUS = 0.25  # fades over the first sentences: what stands at the top is central
_LEAD = 10
_SPAN_WORDS = 16


@dataclass(frozen=True, slots=True)
class _Pair:
    rank: float
    a: int
    i: int
    b: int
    j: int
    score: float


def compare(story: Aligned) -> Iterator[Draft]:
    """Agreements, the central ones first; what the same sentences say in several reports is one agreement."""
    groups: list[dict[int, int]] = []
    ranks: list[float] = []
    for pair in _central(story):
        home = next((g for g in groups if g.get(pair.a) == pair.i or g.get(pair.b) == pair.j), None)
        if home is None:
            groups.append({pair.a: pair.i, pair.b: pair.j})
            ranks.append(pair.rank)
        else:
            home.setdefault(pair.a, pair.i)
            home.setdefault(pair.b, pair.j)
    for g, rank in zip(groups, ranks, strict=True):
        yield _draft(story, g, rank)


def _central(story: Aligned) -> list[_Pair]:
    """Best mutual partners of sentences, the best few of each pair of reports."""
    best: dict[tuple[int, int, int], float] = defaultdict(float)
    for m in story.matches:
        best[m.a, m.i, m.b] = max(best[m.a, m.i, m.b], m.score)
        best[m.b, m.j, m.a] = max(best[m.b, m.j, m.a], m.score)
    by_reports: dict[tuple[int, int], list[_Pair]] = defaultdict(list)
    for m in story.matches:
        if m.score >= _LIKE and m.score >= best[m.a, m.i, m.b] and m.score >= best[m.b, m.j, m.a]:
            bonus = _LEAD_BONUS * (max(0, _LEAD - m.i) + max(0, _LEAD - m.j)) / (2 * _LEAD)
            by_reports[m.a, m.b].append(_Pair(m.score + bonus, m.a, m.i, m.b, m.j, m.score))
    out = [p for rows in by_reports.values() for p in sorted(rows, key=lambda p: (-p.rank, p.i, p.j))[:_MOST]]
    return sorted(out, key=lambda p: (-p.rank, p.a, p.b, p.i, p.j))


def _draft(story: Aligned, group: dict[int, int], rank: float) -> Draft:
    sents = {k: story.readings[k].sentences[i] for k, i in sorted(group.items())}
    shared = frozenset.intersection(*(_terms(s) for s in sents.values()))
    if not shared:
        first, second = list(sents.values())[:2]
        shared = _terms(first) & _terms(second)
    spans = {k: _core(s, shared) for k, s in sents.items()}
    values = tuple(value_of(story.readings[k], span, _quote(story.readings[k], span)) for k, span in spans.items())
    same = len({_fold(v.value) for v in values}) == 1 or min(len(_terms(s)) for s in sents.values()) <= len(shared) * 1.5
    return Draft(
        relation=Relation.EQUIVALENCE if same else Relation.SUBSUMPTION,
        aspect=_aspect(story, group),
        subject=_subject(next(iter(sents.values())), shared),
        values=values,
        explanation=f"{whose(story, values)}: they tell the same{_source(story, group)}.",
        score=min(0.9, rank * 0.7),
        rule=RULE,
    )


def _source(story: Aligned, group: dict[int, int]) -> str:
    """That copies are one source, where all that agree are copies of each other."""
    ks = sorted(group)
    copied = all((a, b) in story.copies for n, a in enumerate(ks) for b in ks[n + 1 :])
    return "; they share their wording, so that this is one source" if copied else ""


def _terms(sent: Sentence) -> frozenset[str]:
    return frozenset(k for t in sent.tokens if (k := term(t)) is not None)


def _core(sent: Sentence, shared: frozenset[str]) -> Span:
    """The stretch of at most `_SPAN_WORDS` words that holds most of the shared terms."""
    marks = [term(t) in shared for t in sent.tokens]
    best, at = -1, 0
    for k in range(len(marks)):
        n = len({term(t) for t, m in zip(sent.tokens[k : k + _SPAN_WORDS], marks[k : k + _SPAN_WORDS], strict=True) if m})
        if marks[k] and n > best:
            best, at = n, k
    window = [t for t, m in zip(sent.tokens[at : at + _SPAN_WORDS], marks[at : at + _SPAN_WORDS], strict=True) if m] or [sent.tokens[0]]
    return Span(window[0].start, window[-1].end)


def _quote(reading: Reading, span: Span) -> str:
    return " ".join(span.of(reading.report.text).split())


def _fold(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())


def _subject(sent: Sentence, shared: frozenset[str]) -> str:
    words: list[str] = []
    for t in sent.tokens:
        if term(t) in shared and t.text not in words:
            words.append(t.text)
    return " ".join(words[:6])


_EVENT_VERBS = frozenset("attack bomb kill explode strike raid shell arrest kidnap".split())


def _aspect(story: Aligned, group: dict[int, int]) -> Aspect:
    """The slot on which the sentences agree, by what stands in them."""
    quoted = 0
    for k, i in group.items():
        reading = story.readings[k]
        quoted += any(i in a.sentences for a in reading.attributions)
    if quoted == len(group):
        return Aspect.STANCE
    verbs = [_main_verb(story.readings[k].sentences[i]) for k, i in group.items()]
    if any(v and verb_class(v.lemma) in _EVENT_VERBS for v in verbs):
        return Aspect.EVENT_TYPE
    return (
        Aspect.OUTCOME
        if any(v and modality_of(story.readings[k].sentences[i], v) for (k, i), v in zip(group.items(), verbs, strict=True))
        else Aspect.OTHER
    )


def _main_verb(sent: Sentence) -> Token | None:
    root = sent.root
    return root if root.pos == "VERB" else None
