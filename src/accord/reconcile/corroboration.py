"""Findings and sources -> how well each shared claim is supported: by how many independent sources, and on whose word in the end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from accord.model.authority import authority_of
from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.story import Corroboration, Finding, FindingValue, StoryEvent, Voice
from accord.model.vocabulary import Modality, Relation
from accord.reconcile.origins import Naming, Telling, Tellings, tell_apart
from accord.reconcile.sources import group_of, publisher_key
from accord.reconcile.titles import HAPPENINGS
from accord.reconcile.wording import plain_source

AGREEMENTS = frozenset({Relation.EQUIVALENCE, Relation.SUBSUMPTION})
_SHARED = AGREEMENTS | {Relation.CONTRADICTION, Relation.UPDATE, Relation.TENSION}
_HAPPENED = frozenset({Modality.ASSERTED, Modality.PLANNED})
_LEAD = 8  # sentences in which a report tells what it is about
_FEWEST = 2
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ONE_SOURCE = "one source"


def count_sources(findings: Sequence[Finding], readings: Sequence[Reading], sources: Sequence[Sequence[int]]) -> tuple[Finding, ...]:
    """The findings, agreements with the number of independent sources that hold them, and what they say where that is one."""
    group = _groups(readings, sources)
    return tuple(_counted(f, group) if f.relation in AGREEMENTS else f for f in findings)


def _groups(readings: Sequence[Reading], sources: Sequence[Sequence[int]]) -> Mapping[ReportId, int]:
    return {readings[k].report.id: n for k, n in group_of(sources).items()}


def _counted(finding: Finding, group: Mapping[ReportId, int]) -> Finding:
    n = len({group[v.report_id] for v in finding.values if v.report_id in group})
    explanation = finding.explanation
    if n == 1 and _ONE_SOURCE not in explanation:
        explanation = f"{explanation} The reports are {_ONE_SOURCE}.".strip()
    return replace(finding, sources=n, explanation=explanation)


def find_corroboration(
    readings: Sequence[Reading], findings: Sequence[Finding], sources: Sequence[Sequence[int]], event: StoryEvent | None, title: str = "",
) -> tuple[Corroboration, ...]:  # fmt: skip
    """The story's main event, then every agreement and every value that reports share in a difference, in the order of the findings.

    What only one report tells has no entry. A report that names a source for a claim passes that source's word on, and so does a copy
    that has dropped the name; a report that names none says it in its own voice.

    Args:
        readings: Those of the story, in its order.
        findings: As numbered.
        sources: Indexes of readings that are one source, as `independent_sources` gives them.
        event: What the story is about.
        title: How the main event is called.
    """
    if len(readings) < _FEWEST:
        return ()
    book = _Book(readings, sources)
    told = list(_main_event(readings, event))
    own = frozenset(v.report_id for v, is_own in told if is_own)
    main = book.entry([v for v, _ in told], what=title or (event.what or "" if event else ""), own=own)
    out = [main] if main else []
    for f in findings:
        if f.relation not in _SHARED:
            continue
        for value, values in _claims(f):
            found = book.entry(values, what=f.subject)
            if found is not None:
                out.append(replace(found, finding=f.id, value=value))
    return tuple(out)


def _claims(finding: Finding) -> Iterator[tuple[str | None, list[FindingValue]]]:
    """An agreement is one claim; a difference is one for each of its values."""
    if finding.relation in AGREEMENTS:
        yield None, list(finding.values)
        return
    by_value: dict[str, list[FindingValue]] = {}
    for v in finding.values:
        by_value.setdefault(" ".join(v.value.casefold().split()), []).append(v)
    yield from ((values[0].value, values) for values in by_value.values())


class _Book:
    """The reports of a story, their sources, and how their authorities are called."""

    def __init__(self, readings: Sequence[Reading], sources: Sequence[Sequence[int]]) -> None:
        self._order = {r.report.id: k for k, r in enumerate(readings)}
        self._group = group_of(sources)
        self._outlets = [publisher_key(r) for r in readings]
        self._naming = Naming(readings)

    def entry(self, values: Sequence[FindingValue], what: str, own: Collection[ReportId] = ()) -> Corroboration | None:
        """How well the claim is supported that these values make; None if one report alone tells it.

        `own` are reports that are known to say it in their own voice.
        """
        known = sorted((v for v in values if v.report_id in self._order), key=lambda v: (self._order[v.report_id], v.span))
        reports = list(dict.fromkeys(v.report_id for v in known))
        if len(reports) < _FEWEST:
            return None
        tellings = [self._telling(v, v.report_id in own) for v in known]
        apart = tell_apart(tellings, {self._group[self._order[r]]: self._outlets[self._order[r]] for r in reports})
        return Corroboration(
            what=what, finding=None, value=None, report_ids=tuple(reports), sources=len({self._group[self._order[r]] for r in reports}),
            origins=apart.origins, voices=self._voices(apart), own=self._own(apart, reports),
            evidence=tuple((v.report_id, v.span) for v in known),
        )  # fmt: skip

    def _telling(self, value: FindingValue, is_own: bool) -> Telling:
        k = self._order[value.report_id]
        if is_own:
            return Telling(k, self._group[k], None)
        return self._naming.telling(k, value.span, value.authority, self._group[k])

    def _voices(self, apart: Tellings) -> tuple[Voice, ...]:
        ids = list(self._order)
        named = [(plain_source(name) if name else None, reports) for name, reports in apart.voices]
        return tuple(Voice(name=name, report_ids=tuple(ids[k] for k in reports)) for name, reports in named)

    def _own(self, apart: Tellings, reports: Sequence[ReportId]) -> tuple[ReportId, ...]:
        """Reports of sources that pass nobody's word on: a copy that has dropped the name does not make the words its own."""
        passing = {self._group[k] for _, ks in apart.voices for k in ks}
        return tuple(r for r in reports if self._group[self._order[r]] not in passing)


def _main_event(readings: Sequence[Reading], event: StoryEvent | None) -> Iterator[tuple[FindingValue, bool]]:
    """Where each report first tells in its own voice of what the story is about, else where it first does; and whether it is its own.

    Who condemns "the bombing" takes it as known: that one is the speaker's word is no doubt about the other.
    """
    what = event.what if event is not None else None
    for reading in readings if what else ():
        told = [(s, t) for s in reading.sentences[:_LEAD] for t in s.tokens if _tells(reading, s, t, what or "")]
        own = next((t for s, t in told if _is_known(s, t) or authority_of(reading, t.span) is None), None)
        if told:
            yield FindingValue(report_id=reading.report.id, span=(own or told[0][1]).span, value=what or ""), own is not None


def _is_known(sentence: Sentence, t: Token) -> bool:
    return t.pos in ("NOUN", "PROPN") and any(k.lower in _DEFINITE or k.dep == "poss" for k in sentence.kids(t.i, "det", "poss"))


def _tells(reading: Reading, sentence: Sentence, t: Token, what: str) -> bool:
    lemma = t.lemma.lower()
    if lemma != what.rsplit(maxsplit=1)[-1] and HAPPENINGS.get(lemma) != what:
        return False
    headline = reading.report.headline_span
    if headline is not None and headline.contains(Span(t.start, t.end)):
        return False
    return reading.modality(sentence.index, t.i) in _HAPPENED if sentence.index < len(reading.modalities) else True
