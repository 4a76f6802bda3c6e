"""Aligned -> Drafts on what reports agree on: statements in the same words, and days and places of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.compare.subjects import quoted
from accord.reconcile.drafts import Draft
from accord.reconcile.phrases import clause
from accord.reconcile.synonyms import verb_class
from accord.reconcile.terms import term
from accord.reconcile.wording import explain

RULE = "compare.agreements"
_LIKE = 0.30  # cosine of two sentences that tell one thing
_MOST = 5  # agreements a pair of reports; the central ones (findings guideline, rule 6)
_LEAD_BONUS = 0.25  # fades over the first sentences: what stands at the top is central
_LEAD = 10
_SPAN_WORDS = 16
_FEWEST_NAMES = 4  # where all of them are names: a list of who comes, not a name with its title
_FEWEST = 3  # terms that a sentence must share with the other for both to tell one thing


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
        sents = [story.readings[k].sentences[i] for k, i in sorted(g.items())]
        shared = _shared(sents)
        if len(shared) >= (_FEWEST if any(not t.startswith("N:") for t in shared) else _FEWEST_NAMES):
            yield _draft(story, g, rank, shared)


def _central(story: Aligned) -> list[_Pair]:
    """Best mutual partners of sentences, the best few of each pair of reports."""
    best: dict[tuple[int, int, int], float] = defaultdict(float)
    for m in story.matches:
        best[m.a, m.i, m.b] = max(best[m.a, m.i, m.b], m.score)
        best[m.b, m.j, m.a] = max(best[m.b, m.j, m.a], m.score)
    by_reports: dict[tuple[int, int], list[_Pair]] = defaultdict(list)
    prose = [{s.index for s in r.sentences if _is_prose(r, s)} for r in story.readings]
    for m in story.matches:
        if m.i not in prose[m.a] or m.j not in prose[m.b]:
            continue
        if m.score >= _LIKE and m.score >= best[m.a, m.i, m.b] and m.score >= best[m.b, m.j, m.a]:
            bonus = _LEAD_BONUS * (max(0, _LEAD - m.i) + max(0, _LEAD - m.j)) / (2 * _LEAD)
            by_reports[m.a, m.b].append(_Pair(m.score + bonus, m.a, m.i, m.b, m.j, m.score))
    out = [p for rows in by_reports.values() for p in sorted(rows, key=lambda p: (-p.rank, p.i, p.j))[:_MOST]]
    return sorted(out, key=lambda p: (-p.rank, p.a, p.b, p.i, p.j))


def _is_prose(reading: Reading, sent: Sentence) -> bool:
    """Whether it tells something: not a dateline, a list or a name alone."""
    dateline = reading.report.dateline
    inside = dateline is not None and dateline.span.end >= sent.span.end
    return not inside and any(t.pos == "VERB" or (t.pos == "AUX" and t.head == t.i) for t in sent.tokens)


def _draft(story: Aligned, group: dict[int, int], rank: float, shared: frozenset[str]) -> Draft:
    sents = {k: story.readings[k].sentences[i] for k, i in sorted(group.items())}
    spans = {k: _core(s, shared) for k, s in sents.items()}
    values = tuple(value_of(story.readings[k], span, _quote(story.readings[k], span)) for k, span in spans.items())
    quotes = [replace(v, value=f"“{v.value}”") for v in values]
    same = len({_fold(v.value) for v in values}) == 1 or min(len(_terms(s)) for s in sents.values()) <= len(shared) * 1.5
    relation = Relation.EQUIVALENCE if same else Relation.SUBSUMPTION
    aspect = _aspect(story, group)
    return Draft(
        relation=relation,
        aspect=aspect,
        subject=_subject(story, group, shared),
        values=values,
        explanation=explain(story, aspect, relation, quotes),
        score=min(0.9, rank * 0.7),
        rule=RULE,
    )


def _shared(sents: Sequence[Sentence]) -> frozenset[str]:
    """Terms of all the sentences, else of the first two."""
    return frozenset.intersection(*map(_terms, sents)) or _terms(sents[0]) & _terms(sents[1])


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


def _subject(story: Aligned, group: dict[int, int], shared: frozenset[str]) -> str:
    """What the newest report tells in a clause of its own that holds the shared words; else the shared words."""
    for k in sorted(group, reverse=True):
        sent = story.readings[k].sentences[group[k]]
        verbs = [t for t in sent.tokens if t.pos == "VERB" and term(t) in shared]
        for verb in verbs[:3]:
            words = clause(story.readings[k], sent, verb)
            if words and len(words.split()) >= 4:
                return words
    return quoted([story.readings[k].sentences[i] for k, i in sorted(group.items())], shared)


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
    return Aspect.OUTCOME if any(verbs) else Aspect.OTHER


def _main_verb(sent: Sentence) -> Token | None:
    root = sent.root
    return root if root.pos == "VERB" else None
