"""Reading and span -> the name of whose word it is, for findings and views."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from accord.model.reading import Attribution, Entity, Reading
from accord.model.spans import Span

_MAX_WORDS = 8
# Where a noun phrase has said who it is: a relative clause, an apposition, a participle with its comma.
_TAIL = re.compile(r"\s*(?:[,;:(–—]|--|\b(?:who|whom|whose|which|that|where|speaking|citing|when)\b).*$", re.DOTALL | re.IGNORECASE)
_EDGES = " \t\r\n\"'“”‘’`.,;:"
_POSSESSIVE = re.compile(r"['’]s?$")
_PRONOUNS = frozenset("he she they it i we you who which that this these those him her them his their its one".split())


def attribution_of(sentence_index: int, span: Span, attributions: Sequence[Attribution]) -> tuple[int, ...]:
    """Indexes of the attributions whose content covers `span`, which stands in sentence `sentence_index`, outermost first.

    A span counts as covered if at least half of it lies inside the content: a trigger or a number is all in or all out.
    """
    found: list[tuple[int, int]] = []
    for index, a in enumerate(attributions):
        if sentence_index not in a.sentences:
            continue
        if _covers(a.content, span) and not any(c.contains(span) for c in (*a.cue, *a.source)):
            found.append((-sum(len(c) for c in a.content), index))
    return tuple(index for _, index in sorted(found))


def _covers(content: Iterable[Span], span: Span) -> bool:
    return any(c.contains(span) for c in content) or 2 * sum(c.overlap(span) for c in content) >= max(1, len(span))


def authority_name(attribution: Attribution, entities: Iterable[Entity], text: str) -> str:
    """Name of the speaker; where nobody is named the words of the source, cut to what says who it is (at most eight words).

    "" for an attribution that names no source.
    """
    if attribution.speaker is not None:
        for e in entities:
            if e.id == attribution.speaker and e.name.strip():
                return e.name
    words = " ".join(" ".join(s.of(text) for s in attribution.source).split())
    if not words:
        return ""
    short = _POSSESSIVE.sub("", _TAIL.sub("", words).strip(_EDGES)) or words.strip(_EDGES)
    return " ".join(short.split()[:_MAX_WORDS])


def authority_of(reading: Reading, span: Span) -> str | None:
    """Name of the innermost source whose content covers `span`; None if it is the report's own voice.

    An innermost source that is only a pronoun nobody resolved gives way to the next one out.
    """
    sentence = next((s.index for s in reading.sentences if s.span.overlap(span) or s.span.contains(span)), None)
    if sentence is None:
        return None
    for index in reversed(attribution_of(sentence, span, reading.attributions)):
        name = authority_name(reading.attributions[index], reading.entities, reading.report.text)
        if name and name.lower() not in _PRONOUNS:
            return name
    return None
