"""One remark or sentence told twice in one report -> repetitions: one voice, not two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from accord.model.reading import Reading
from accord.model.sentence import Sentence
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.compare.voices import one_voice, unnamed_speaker
from accord.reconcile.drafts import Draft
from accord.reconcile.terms import term

RULE = "compare.repetition"
_RUN = 11  # identical words in a row: no two people write them apart
_FEWEST = 6  # content terms that both sentences hold
_SHARE = 0.65  # of the weight of the shorter sentence
_LEAD = 3  # a report's first sentences sum up the rest: only the very same words count there
_LONG_RUN = 13
_SOURCE_SHARE = 0.66  # of the words that describe an unnamed source
_MAX_SENTENCES = 400
_MAX_PER_REPORT = 3
# Trades that describe one person in a noun or in a verb.
_TRADES: dict[str, str] = {
    w: row.split()[0]
    for row in """
    teach lecturer teacher professor instructor academic lecture
    study student scholar researcher research
    analyze analyst analyse expert
    farm farmer grower
    sell seller vendor shopkeeper trader merchant
    write writer author columnist
    serve serviceman officer soldier
    run head director chief lead leader
    advise adviser advisor aide
    speak spokesman spokeswoman spokesperson
    fish fisherman
    drive driver
    heal doctor physician surgeon medic
    edit editor
    report reporter journalist correspondent
    politics political politic affair affairs
    law lawyer attorney legal
    economy economist economic economics
    history historian
    """.strip().splitlines()
    for w in row.split()
}
_ECHO = frozenset("likewise similarly also again echo too".split())
_REFERENCE = frozenset("himself herself themselves itself oneself".split())


def compare(story: Aligned) -> Iterator[Draft]:
    """At most three drafts a report, in order of position."""
    for reading in story.readings:
        yield from list(_repeated(reading))[:_MAX_PER_REPORT]


def _repeated(reading: Reading) -> Iterator[Draft]:
    sentences = [s for s in reading.sentences[:_MAX_SENTENCES] if len(s.tokens) >= 5 and not _is_headline(reading, s)]
    terms = {s.index: frozenset(w for t in s if (w := term(t))) for s in sentences}
    weight = _weights(terms)
    runs = _runs(sentences)
    used: set[int] = set()
    for a, b in _candidates(terms, runs):
        if b in used or a in used:
            continue
        x, y = reading.sentences[a], reading.sentences[b]
        why = _why(reading, (x, y), terms, weight, (a, b) in runs)
        # What nobody said and stands twice word for word is mostly furniture of the page: a teaser, a caption, a headline in the text.
        if why and (_is_remark(reading, x) or _is_remark(reading, y)):
            used |= {a, b}
            yield _draft(reading, x, y, why)
    yield from _paraphrased(reading, used)


_VOICE = "The unnamed speaker fits the one named in the other passage, and the remark is much the same: one voice, not two."


def _paraphrased(reading: Reading, used: set[int]) -> Iterator[Draft]:
    """An unnamed speaker whose trade and place fit one named speaker, with a remark of the same sense in other words."""
    sentences = reading.sentences[:_MAX_SENTENCES]
    named = [s for s in sentences if _names_a_person(reading, s) and _is_remark(reading, s)]
    for s in sentences:
        who = unnamed_speaker(s)
        if who is None or s.index in used or not _is_remark(reading, s):
            continue
        fitting = [n for n in named if n.index not in used and abs(n.index - s.index) >= 2 and one_voice(s, n)]
        # Where two named speakers fit, nobody can tell whose remark it is.
        if len(fitting) == 1 and not _differ_in_numbers(fitting[0], s):
            used |= {s.index, fitting[0].index}
            first, second = sorted((fitting[0], s), key=lambda x: x.index)
            yield _draft(reading, first, second, _VOICE)


def _is_remark(reading: Reading, s: Sentence) -> bool:
    return any(s.index in a.sentences for a in reading.attributions) or any(t.text in '"“”' for t in s)


def _is_headline(reading: Reading, s: Sentence) -> bool:
    h = reading.report.headline_span
    return (h is not None and h.overlap(s.span) > 0) or (s.index == 0 and s.tokens[-1].text not in ".!?\"”'’")


def _weights(terms: Mapping[int, frozenset[str]]) -> dict[str, float]:
    """Rarer words of the report weigh more; words in a fifth of its sentences hardly anything."""
    count = Counter(w for ws in terms.values() for w in ws)
    n = max(1, len(terms))
    return {w: (1.0 if c <= 2 else 0.5 if c <= max(3, n // 5) else 0.2) for w, c in count.items()}


def _runs(sentences: list[Sentence]) -> set[tuple[int, int]]:
    """Pairs of sentences that share a run of identical words, long enough for where they stand."""
    seen: dict[tuple[str, ...], tuple[int, int]] = {}
    words = {s.index: [t.lower for t in s if t.pos != "PUNCT" and t.text.strip("\"'“”‘’`")] for s in sentences}
    out = set()
    for s in sentences:
        mine = words[s.index]
        for i in range(len(mine) - _RUN + 1):
            first, at = seen.setdefault(tuple(mine[i : i + _RUN]), (s.index, i))
            if first != s.index and (first, s.index) not in out and _is_long_enough(words[first], mine, (first, at), (s.index, i)):
                out.add((first, s.index))
    return out


def _is_long_enough(a: list[str], b: list[str], x: tuple[int, int], y: tuple[int, int]) -> bool:
    """In a lead the run must be longer; next to each other the sentences must be the same for the most part.

    News quote a few words and then the sentence that they are of: that is one remark told once.
    """
    n = 0
    while x[1] + n < len(a) and y[1] + n < len(b) and a[x[1] + n] == b[y[1] + n]:
        n += 1
    if y[0] - x[0] <= 2:
        return n >= 0.6 * max(len(a), len(b))
    return n >= (_LONG_RUN if x[0] < _LEAD else _RUN)


def _candidates(terms: Mapping[int, frozenset[str]], runs: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of sentences that share at least two words which stand in few sentences, in order; linear in the number of words."""
    where: dict[str, list[int]] = {}
    for i, ws in terms.items():
        for w in ws:
            where.setdefault(w, []).append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for places in where.values():
        if len(places) <= 6:
            shared.update(combinations(sorted(places), 2))
    return sorted({p for p, n in shared.items() if n >= 2} | runs)


def _why(
    reading: Reading, pair: tuple[Sentence, Sentence], terms: Mapping[int, frozenset[str]], weight: Mapping[str, float], run: bool
) -> str | None:
    x, y = pair
    if run:
        return "The same words are printed twice."
    both = terms[x.index] & terms[y.index]
    least = min(sum(weight[w] for w in terms[s.index]) for s in pair)
    share = sum(weight[w] for w in both) / least if least else 0.0
    if _differ_in_numbers(x, y) or min(x.index, y.index) < _LEAD or abs(x.index - y.index) < 2:
        return None
    if len(both) >= _FEWEST and share >= _SHARE:
        return "Nearly the same is told twice in other words; one account, not two."
    return _same_voice(reading, (x, y), terms, weight, share)


def _differ_in_numbers(x: Sentence, y: Sentence) -> bool:
    """Sentences of one build with other numbers tell of two things."""
    a, b = ({t.lower for t in s if t.pos == "NUM"} for s in (x, y))
    return bool(a) and bool(b) and not a & b


def _same_voice(
    reading: Reading, pair: tuple[Sentence, Sentence], terms: Mapping[int, frozenset[str]], weight: Mapping[str, float], share: float
) -> str | None:
    """An unnamed speaker whose description fits a named one of the same report who says much the same."""
    x, y = pair
    if abs(x.index - y.index) < 2:
        return None
    for named, unnamed in ((x, y), (y, x)):
        who = _unnamed_source(unnamed)
        if who is None or len(who) < 2 or not _names_a_person(reading, named):
            continue
        fits = {w for w in who if w in {_trade(v) for v in _folded(named)}}
        # Words that run through the report describe nobody.
        if len(fits) < max(2, _SOURCE_SHARE * len(who)) or sum(weight.get(w, 1.0) >= 0.5 for w in fits) < 2:
            continue
        rest = (terms[x.index] & terms[y.index]) - who
        echo = {t.lower for t in unnamed} & _ECHO or ({t.lower for t in x} & {t.lower for t in y} & _REFERENCE)
        if share >= 0.4 or (len(rest) >= 2) or (echo and rest) or ({t.lower for t in unnamed} & {"likewise", "similarly"}):
            return "The unnamed speaker fits the one named in the other passage, and the remark is much the same: one voice, not two."
    return None


_PERSONS = frozenset(
    "fellow lecturer expert analyst professor researcher scholar official diplomat adviser advisor officer resident witness teacher"
    " activist lawyer economist historian senator lawmaker minister commander general trader spokesman spokeswoman doctor priest bishop"
    " farmer shopkeeper academic specialist author columnist editor consultant director negotiator mediator".split()
)


def _unnamed_source(s: Sentence) -> frozenset[str] | None:
    """Words that describe the subject of the sentence where that is one unnamed person ("a Suva lecturer on ...")."""
    for t in s:
        if t.dep == "nsubj" and t.lemma.lower() in _PERSONS and t.tag == "NN":
            kids = s.kids(t.i)
            if any(k.dep == "det" and k.lower in ("a", "an", "one", "another") for k in kids) and not any(k.dep == "appos" for k in kids):
                phrase = [k for k in s.subtree(t.i) if abs(k.i - t.i) <= 12]
                return frozenset(_trade(w) for k in phrase if (w := term(k)))
    return None


def _folded(s: Sentence) -> frozenset[str]:
    return frozenset(w for t in s if (w := term(t)))


def _trade(word: str) -> str:
    return _TRADES.get(word, word)


def _names_a_person(reading: Reading, s: Sentence) -> bool:
    return any(m.sentence == s.index and m.how == "name" for e in reading.entities if e.kind == "person" for m in e.mentions)


def _draft(reading: Reading, x: Sentence, y: Sentence, why: str) -> Draft:
    values = tuple(
        FindingValue(report_id=reading.report.id, span=s.span, value=" ".join(s.span.of(reading.report.text).split())[:80], authority=None)
        for s in (x, y)
    )
    return Draft(
        relation=Relation.REPETITION,
        aspect=Aspect.OTHER,
        subject="one remark told twice",
        values=values,
        explanation=why,
        score=0.6,
        rule=RULE,
    )
