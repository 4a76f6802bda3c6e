"""StoryView -> the text of each report cut into segments: every row's evidence can be jumped to, also where it overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from accord.model.spans import Span
from accord.model.vocabulary import Relation
from accord.views.references import Reference
from accord.views.shapes import FindingView, NoiseView, ReportView, StoryView
from accord.views.words import neutralise

# Class of a finding's evidence: what is to be checked inside one report looks alike.
MARK_CLASSES = {
    Relation.CONTRADICTION: "contradiction",
    Relation.UPDATE: "update",
    Relation.TENSION: "tension",
    Relation.ANACHRONISM: "check",
    Relation.INCOHERENT: "check",
    Relation.REPETITION: "check",
    Relation.EQUIVALENCE: "same",
    Relation.SUBSUMPTION: "same",
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """Evidence of one row; `finding` is None for rows that are not findings, whose words are marked only when jumped to."""

    anchor: str
    span: Span
    finding: FindingView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of one line with the same evidence all through.

    Attributes:
        text: Neutralised, to be escaped by the template.
        anchors: Ids of evidence that begins here.
        evidence: Ids of all evidence that covers it.
        classes: Classes of the findings that it proves.
        backs: Findings whose evidence ends here, to link back to.
        sentence: Number of the sentence that begins here, where its line holds several.
        noise: Label of the noise that it belongs to, or None.
        noise_begins: Whether that noise begins here.
    """

    text: str
    anchors: tuple[str, ...]
    evidence: tuple[str, ...]
    classes: tuple[str, ...]
    backs: tuple[FindingView, ...]
    sentence: int | None
    noise: str | None
    noise_begins: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a report; blank lines are left out, so numbers may jump."""

    number: int
    headline: bool
    segments: tuple[Segment, ...]


def mark_reports(story: StoryView) -> dict[str, tuple[Line, ...]]:
    """Letter -> the report's lines, evidence marked."""
    marks: dict[str, dict[tuple[str, str | None], _Mark]] = {r.letter: {} for r in story.reports}
    for reference, finding in _evidence(story):
        mark = _Mark(reference.anchor, reference.span, finding)
        if reference.letter in marks:
            marks[reference.letter].setdefault((mark.anchor, finding.anchor if finding else None), mark)
    return {r.letter: tuple(_mark_lines(r, list(marks[r.letter].values()))) for r in story.reports}


def _evidence(story: StoryView) -> Iterator[tuple[Reference, FindingView | None]]:
    """Every reference that the page prints, with the finding that it belongs to."""
    for f in story.findings:
        yield from ((v.reference, f) for v in f.values)
    for references in _other_references(story):
        yield from ((r, None) for r in references)


def _other_references(story: StoryView) -> Iterator[Iterable[Reference]]:
    for source in story.sources:
        yield from (s.references for s in source.statements)
    for table in story.attendance:
        yield from ([c.reference for c in cell] for row in table.rows for cell in row.cells)
    yield from (h.references for row in story.timeline for h in row.happenings)
    yield from ([s.reference for s in singles] for _, singles in story.singles)
    for report in story.reports:
        yield [n.reference for n in report.noise]
        yield [d.reference for d in report.dating if d.reference]
        yield [r for w in report.wording for e in w.edits for r in (e.before_at, e.after_at) if r]


def _mark_lines(report: ReportView, marks: Sequence[_Mark]) -> Iterator[Line]:
    start = 0
    ordered = sorted(marks, key=lambda m: (m.span.start, -m.span.end))
    placed: set[str] = set()
    head = report.headline_span
    for number, line in enumerate(report.text.split("\n"), 1):
        here = Span(start, start + len(line))
        start = here.end + 1
        if line.strip():
            touching = [m for m in ordered if m.span.start < here.end and m.span.end > here.start]
            segments = tuple(_segments(report, here, touching, placed))
            yield Line(number=number, headline=head is not None and _is_headline(line, here, head), segments=segments)
    # Evidence that is only white space stands in no line; its links must still arrive somewhere.
    lost = tuple(dict.fromkeys(m.anchor for m in ordered if m.anchor not in placed))
    if lost:
        yield Line(number=report.text.count("\n") + 1, headline=False, segments=(_empty_segment(lost),))


def _is_headline(line: str, here: Span, head: Span) -> bool:
    """Whether most of a line is headline: in a text of one line it only begins with it."""
    return 2 * here.overlap(head) > len(line)


def _empty_segment(anchors: tuple[str, ...]) -> Segment:
    return Segment(text="", anchors=anchors, evidence=anchors, classes=(), backs=(), sentence=None, noise=None, noise_begins=False)


def _segments(report: ReportView, line: Span, marks: Sequence[_Mark], placed: set[str]) -> Iterator[Segment]:
    noise = [n for n in report.noise if n.reference.span.overlap(line)]
    for a, b in _cuts(report, line, marks, noise):
        over = [m for m in marks if m.span.start <= a and m.span.end >= b]
        ids = tuple(dict.fromkeys(m.anchor for m in over))
        new = tuple(i for i in ids if i not in placed)
        placed.update(new)
        grey = next((n for n in noise if n.reference.span.start <= a and n.reference.span.end >= b), None)
        last = b == line.end
        yield Segment(
            text=neutralise(report.text[a:b]),
            anchors=new,
            evidence=ids,
            classes=tuple(dict.fromkeys(MARK_CLASSES[m.finding.relation] for m in over if m.finding)),
            backs=_backs(m for m in over if m.finding and (m.span.end == b or (last and m.span.end == b + 1))),
            sentence=report.sentence_numbers.get(a),
            noise=grey.label if grey else None,
            noise_begins=grey is not None and max(grey.reference.span.start, line.start) == a,
        )


def _cuts(report: ReportView, line: Span, marks: Iterable[_Mark], noise: Iterable[NoiseView]) -> Iterator[tuple[int, int]]:
    """Neighbouring positions at which evidence, noise or a numbered sentence begins or ends."""
    at = {line.start, line.end}
    for span in (*(m.span for m in marks), *(n.reference.span for n in noise)):
        at.update(x for x in (span.start, span.end) if line.start < x < line.end)
    at.update(x for x in report.sentence_numbers if line.start < x < line.end)
    points = sorted(at)
    return pairwise(points)


def _backs(marks: Iterable[_Mark]) -> tuple[FindingView, ...]:
    return tuple({m.finding.anchor: m.finding for m in marks if m.finding}.values())
