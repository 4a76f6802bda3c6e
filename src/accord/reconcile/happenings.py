"""Aligned -> how alike what two verbs tell is, and which verb a time, place or number hangs on."""

from __future__ import annotations

import math
from collections import Counter

from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.reconcile.align import Aligned
from accord.reconcile.predicates import Predication

_MATCH = 0.14  # cosine of two sentences, below which the same verb tells of other things
_LIKE = 0.25  # share of participants
_BOTH = 0.48
_MATCHED = 0.4  # sentences as like as this need to share less of the verb's own participants
_LIKE_MATCHED = 0.15
_SAYING = frozenset({"say", "tell", "add", "report"})


class Happenings:
    """The predications of a story, each participant weighted by how rare it is in the story."""

    def __init__(self, story: Aligned) -> None:
        self._story = story
        seen = Counter(t for row in story.predications for p in row for t in p.arguments)
        total = sum(map(len, story.predications)) + 1
        self._weight = {t: math.log(1 + total / n) for t, n in seen.items()}
        self._by_token = [{(p.sentence, p.token): p for p in row} for row in story.predications]
        self._matches: dict[tuple[int, int, int, int], float] = {}
        for m in story.matches:
            self._matches[m.a, m.i, m.b, m.j] = self._matches[m.b, m.j, m.a, m.i] = m.score

    def match(self, a: int, i: int, b: int, j: int) -> float:
        """Cosine of sentence `i` of report `a` and `j` of `b`; 0 where they were not matched."""
        return self._matches.get((a, i, b, j), 0.0)

    def likeness(self, p: Predication, q: Predication) -> float:
        """Weighted share of the participants of two predications, 0 to 1."""
        return self.alike(p.arguments, q.arguments)

    def alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weighted share of terms and entity keys that two phrases have in common, 0 to 1."""
        x, y = self._sum(one), self._sum(other)
        return self._sum(one & other) / math.sqrt(x * y) if x and y else 0.0

    def _sum(self, terms: frozenset[str]) -> float:
        return sum(self._weight.get(t, 1.0) for t in sorted(terms))

    def same(self, a: int, p: Predication, b: int, q: Predication) -> float:
        """How surely two predications of one verb tell of one happening; 0 where that is not plain."""
        if p.verb != q.verb:
            return 0.0
        match = self.match(a, p.sentence, b, q.sentence)
        if match < _MATCH:
            return 0.0
        like = self.likeness(p, q)
        least = _LIKE_MATCHED if match >= _MATCHED else _LIKE
        return match + like if like >= least and match + like >= _BOTH else 0.0

    def over(self, report: int, sentence: int, span: Span) -> Predication | None:
        """The predication that the words of `span` hang on, the nearest one up; None if they hang on none."""
        sentences = self._story.readings[report].sentences
        if not 0 <= sentence < len(sentences):
            return None
        sent: Sentence = sentences[sentence]
        inside = sent.covering(span)
        outer = [t for t in inside if not span.overlap(sent.tokens[t.head].span)] or inside[:1]
        for t in outer[:1]:
            for above in sent.ancestors(t.i):
                found = self._by_token[report].get((sentence, above.i))
                if found is not None:
                    return found
                if above.lemma.lower() in _SAYING:  # when it was said is not when it happened
                    return None
        return None
