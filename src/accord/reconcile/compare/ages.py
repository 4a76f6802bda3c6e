"""Aligned -> Drafts on ages: one person who is 58 in one report and 63 in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.drafts import Draft
from accord.reconcile.phrases import join
from accord.reconcile.terms import fold_name
from accord.reconcile.wording import explain

RULE = "compare.ages"
# Behind a name: its age in commas or brackets, "aged 58", "who is 58", "is 58 years old"; before it: "the 58-year-old".
_AFTER = re.compile(
    r"\s*(?:,|\()\s*(?:(?:aged?|who\s+(?:is|was|turned|turns))\s+)?(\d{1,3})(?=\s*(?:[,.);:]|years?\s+old))"
    r"|\s+(?:is|was|turned|turns)\s+(\d{1,3})(?=\s+years\s+old)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(\d{1,3})[- ]years?[- ]old\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_REACH = 40  # characters before a name that may hold its age
_YOUNGEST, _OLDEST = 4, 115
_SHORT = 2  # letters of an initial or a title
_FEWEST = 2
_BIRTHDAY = 1  # years by which a birthday between two reports may part them


@dataclass(frozen=True, slots=True)
class _Age:
    name: str
    words: frozenset[str]
    years: int
    span: Span


def compare(story: Aligned) -> Iterator[Draft]:
    """One difference for each person whose ages exclude each other; reports that give none are left out."""
    told = [list(_ages(r)) for r in story.readings]
    used: set[str] = set()
    for word in sorted({w for row in told for a in row for w in a.words}):
        by_report = {k: found for k, row in enumerate(told) if (found := [a for a in row if word in a.words])}
        ages = {k: row[0] for k, row in by_report.items() if len({a.years for a in row}) == 1}
        known = {a.years for a in ages.values()}
        if len(ages) < _FEWEST or max(known) - min(known) <= _BIRTHDAY or any(a.words & used for a in ages.values()):
            continue
        used |= {w for a in ages.values() for w in a.words}
        values = tuple(value_of(story.readings[k], a.span, str(a.years)) for k, a in sorted(ages.items()))
        name = max((a.name for a in ages.values()), key=len)
        yield Draft(
            relation=Relation.CONTRADICTION, aspect=Aspect.OTHER, subject=f"age of {name}", values=values,
            explanation=explain(story, Aspect.OTHER, Relation.CONTRADICTION, values), score=0.6, rule=RULE,
        )  # fmt: skip


def _ages(reading: Reading) -> Iterator[_Age]:
    text = reading.report.text
    for sent in reading.sentences:
        for name in _names(sent):
            start, end = name[0].start, name[-1].end
            after = _AFTER.match(text, end)
            first = max(sent.span.start, start - _REACH)
            before = None if after else _BEFORE.search(text[first:start])
            found = after or before
            if found is None:
                continue
            years = int(next(g for g in found.groups() if g))
            if _YOUNGEST <= years <= _OLDEST:
                span = Span(start, after.end()) if after else Span(first + found.start(1), end)
                words = frozenset(fold_name(t.text) for t in name if len(t.text) > _SHORT)
                yield _Age(join(name), words, years, span)


def _names(sent: Sentence) -> Iterator[list[Token]]:
    """Runs of proper nouns that are, or hold, the name of a person; places and bodies are left out."""
    run: list[Token] = []
    for t in sent.tokens:
        if t.pos == "PROPN" and t.ner in ("PERSON", "", "ORG"):
            run.append(t)
        elif run:
            yield run
            run = []
    if run:
        yield run
