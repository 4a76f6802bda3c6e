"""Readings of one story -> what one party denies or is sorry for against what another report asserts: tensions of stance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from accord.model.authority import authority_of
from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span, cover
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.commitment import negated
from accord.reconcile.drafts import Draft
from accord.reconcile.terms import term
from accord.reconcile.wording import explain

RULE = "compare.stances"
_SORRY = frozenset("apologise apologize apology forgiveness regret remorse".split())
_GUILTY = frozenset("responsibility responsible blame fault guilt guilty liable liability negligence wrongdoing".split())
_NO = frozenset("no not n't deny reject refuse dismiss never without neither nor denied rejected".split())
_DENIES = frozenset("deny refute dispute contradict".split())
_ALLEGED = frozenset("allegation accusation charge claim report suggestion".split())
_THREATS = frozenset("boycott strike walkout war retaliation sanction protest blockade lawsuit resignation veto withdrawal".split())
_EMPTY_THREAT = frozenset("carry execute follow materialise materialize act".split())
_MUST_SHARE = 3
_LONGEST = 60  # longer ones are run together from headlines


@dataclass(frozen=True, slots=True)
class _Said:
    report: int
    sentence: int
    span: Span
    value: str
    words: frozenset[str]


_Finder = Callable[[int, Reading, Sentence], Iterator[_Said]]


def compare(story: Aligned) -> Iterator[Draft]:
    """At most one draft of each kind: sorry and not to blame, a denial and what is denied, a threat and its outcome."""
    yield from _pairs(story, _sorry, _blameless, "who is to blame", shared=0)
    yield from _pairs(story, _threats, _not_carried_out, "a threat and what came of it", shared=1)
    yield from _denials(story)


def _pairs(story: Aligned, one: _Finder, other: _Finder, subject: str, shared: int) -> Iterator[Draft]:
    left = [x for k, r in enumerate(story.readings) for s in r.sentences for x in one(k, r, s)]
    right = [x for k, r in enumerate(story.readings) for s in r.sentences for x in other(k, r, s)]
    for a in left:
        for b in right:
            if a.report != b.report and len(a.words & b.words) >= shared:
                yield _draft(story, subject, (a, b))
                return


def _near(s: Sentence, t: Token, width: int = 6) -> list[Token]:
    return list(s.tokens[max(0, t.i - width) : t.i + width + 1])


def _words(s: Sentence) -> frozenset[str]:
    return frozenset(w for t in s if (w := term(t)))


def _span(tokens: list[Token]) -> Span:
    return cover([t.span for t in tokens if t.pos not in ("PUNCT", "SPACE")] or [tokens[0].span])


def _sorry(k: int, reading: Reading, s: Sentence) -> Iterator[_Said]:
    for t in s:
        if t.lemma.lower() in _SORRY and not {x.lower for x in _near(s, t, 3)} & _NO and not _demanded(s, t):
            yield _Said(k, s.index, _span(_near(s, t, 5)), "sorry", _words(s))
            return


def _demanded(s: Sentence, t: Token) -> bool:
    return any(
        a.lemma.lower() in ("demand", "want", "call", "urge", "seek", "expect", "refuse", "should", "must") for a in [*s.ancestors(t.i)][:4]
    )


def _blameless(k: int, reading: Reading, s: Sentence) -> Iterator[_Said]:
    for t in s:
        if t.lemma.lower() in _GUILTY and {x.lower for x in _near(s, t, 4)} & _NO | {x.lemma.lower() for x in _near(s, t, 4)} & _NO:
            own = any(x.lower in ("own", "it", "its", "his", "her", "their", "we", "our", "any") for x in _near(s, t, 5))
            if own and "plead" not in {x.lemma.lower() for x in s}:
                yield _Said(k, s.index, _span(_near(s, t, 5)), "not to blame", _words(s))
                return


def _threats(k: int, reading: Reading, s: Sentence) -> Iterator[_Said]:
    lemmas = {t.lemma.lower() for t in s}
    for t in s:
        if (
            t.lemma.lower() in _THREATS
            and t.pos == "NOUN"
            and lemmas & {"threaten", "threat", "speak", "talk", "consider", "warn", "announce"}
        ):
            told = not negated(s, s.root) and "no" not in {x.lower for x in _near(s, t, 8)}
            if told:
                yield _Said(
                    k,
                    s.index,
                    _span(list(s.tokens[max(0, t.i - 9) : t.i + 1])),
                    f"{t.lemma.lower()} threatened",
                    frozenset((t.lemma.lower(),)),
                )
                return


def _not_carried_out(k: int, reading: Reading, s: Sentence) -> Iterator[_Said]:
    for t in s:
        if t.pos == "VERB" and t.lemma.lower() in _EMPTY_THREAT and "threat" in {x.lemma.lower() for x in s}:
            no = negated(s, t) or any(d.lower in ("no", "none") for n in s.kids(t.i, "nsubj", "nsubjpass") for d in [n, *s.kids(n.i)])
            threats = frozenset(x.lemma.lower() for x in s if x.lemma.lower() in _THREATS)
            if no and threats:
                yield _Said(k, s.index, _span(list(s.tokens[max(0, t.i - 5) : t.i + 8])), "not carried out", threats)
                return


def _denials(story: Aligned) -> Iterator[Draft]:
    """A denial with its content against another report's assertion of that content, two words and a name shared."""
    seen: set[int] = set()
    for k, reading in enumerate(story.readings):
        for s in reading.sentences:
            t = next((t for t in s if t.lemma.lower() in _DENIES and t.pos == "VERB" and not negated(s, t)), None)
            content = _content(s, t) if t is not None else []
            if t is None or len(content) < 2 or len(s.tokens) > _LONGEST:
                continue
            words = frozenset(w for x in content if (w := term(x)))
            hit = _asserted(story, k, s, words)
            if hit is not None and not {k, hit.report} <= seen:
                seen |= {k, hit.report}
                yield _draft(story, "what is asserted and denied", (_Said(k, s.index, _span([t, *content[:14]]), "denied", words), hit))
                return


def _content(s: Sentence, t: Token) -> list[Token]:
    # "Deny somebody the means": another word.
    tops = s.kids(t.i, "ccomp", "xcomp") or [k for k in s.kids(t.i, "dobj") if k.lemma.lower() in _ALLEGED]
    return sorted({x.i: x for top in tops for x in s.subtree(top.i)}.values(), key=lambda x: x.i)


def _asserted(story: Aligned, k: int, s: Sentence, words: frozenset[str]) -> _Said | None:
    best: tuple[int, _Said] | None = None
    for j, other in enumerate(story.readings):
        if j == k:
            continue
        for x in other.sentences:
            both = words & _words(x)
            lemmas = {t.lemma.lower() for t in x}
            if (
                len(x.tokens) > _LONGEST
                or len(both) < min(_MUST_SHARE, len(words))
                or len(both) < 2
                or lemmas & (_DENIES | {"reject", "dismiss"})
            ):
                continue
            if best is None or len(both) > best[0]:
                inside = [t for t in x if (term(t) or "") in both]
                span = cover([t.span for t in x.tokens[inside[0].i : inside[-1].i + 1]][:30])
                best = (len(both), _Said(j, x.index, span, "asserted", both))
    return best[1] if best else None


def _draft(story: Aligned, subject: str, said: tuple[_Said, ...]) -> Draft:
    said = tuple(sorted(said, key=lambda x: (x.report, x.span)))
    values = tuple(
        FindingValue(
            report_id=story.readings[x.report].report.id,
            span=x.span,
            value=x.value,
            authority=authority_of(story.readings[x.report], x.span),
        )
        for x in said
    )  # fmt: skip
    return Draft(
        relation=Relation.TENSION, aspect=Aspect.STANCE, subject=subject, values=values,
        explanation=explain(story, Aspect.STANCE, Relation.TENSION, values), score=0.5, rule=RULE,
    )  # fmt: skip
