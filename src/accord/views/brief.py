"""Brief -> BriefView: sections in the order in which a reader needs them, every row with words and a reference.

Nothing is generated: a value is a quotation or a normalised value of the model, and the sections only choose, order and join.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from accord.model.reading import Reading
from accord.model.report import Dateline, Noise, Published, Skipped
from accord.model.spans import Span
from accord.model.story import Brief, Finding, FindingValue, Story
from accord.model.vocabulary import Aspect, DateBasis, NoiseKind, Relation
from accord.views.attendance import view_attendance
from accord.views.dates import say_date, say_dates, say_range
from accord.views.happenings import view_timeline
from accord.views.references import LEGEND, Locator, Shelf
from accord.views.shapes import (
    AGREEMENTS,
    CHECKS,
    DIFFERENCES,
    RELATION_SIGNS,
    BriefView,
    DatingView,
    FindingView,
    NoiseView,
    ReportView,
    SingleView,
    SkippedView,
    StoryView,
    ValueView,
)
from accord.views.sources import view_sources
from accord.views.support import say_main_support, say_support, view_wording
from accord.views.words import ELLIPSIS, base_name, host, quote, safe_link, tidy

_NOISE_LABELS = {
    NoiseKind.BOILERPLATE: "page furniture",
    NoiseKind.EMBED: "embedded post",
    NoiseKind.HEADING: "sub-heading",
    NoiseKind.BYLINE: "byline",
    NoiseKind.CAPTION: "caption",
}
_ASPECTS = {
    Aspect.COUNT_KILLED: "killed",
    Aspect.COUNT_INJURED: "injured",
    Aspect.COUNT_OTHER: "count",
    Aspect.EVENT_TYPE: "kind of event",
}
_WARN_NOISE = {NoiseKind.BOILERPLATE, NoiseKind.EMBED}
_TITLE_WIDTH = 90
_LONG_VALUE = 40
_FEW_WORDS = 5
_FINDING_ORDER = {relation: i for i, relation in enumerate((*DIFFERENCES, *CHECKS, *AGREEMENTS))}


def view_brief(brief: Brief) -> BriefView:
    """The brief as a reader sees it; reports are lettered in the order of the stories, so each letter names one report."""
    shelf = Shelf(brief.readings, (i for s in brief.stories for i in s.report_ids))
    return BriefView(
        stories=tuple(_view_story(s, f"s{i}", shelf) for i, s in enumerate(brief.stories, 1)),
        skipped=tuple(_view_skipped(s) for s in brief.skipped),
        reports=len(brief.readings),
        legend=LEGEND,
    )


def _view_story(story: Story, anchor: str, shelf: Shelf) -> StoryView:
    ids = [i for i in dict.fromkeys(story.report_ids) if i in shelf]
    locators = [shelf[i] for i in ids]
    findings = _view_findings(story, anchor, shelf)
    differences = tuple(f for f in findings if f.relation in DIFFERENCES)
    checks = tuple(f for f in findings if f.relation in CHECKS)
    reports = tuple(_view_report(x, story, shelf) for x in locators)
    return StoryView(
        anchor=anchor,
        title=tidy(story.title) or "Untitled story",
        facts=_facts(story),
        counts=_counts(reports, story),
        newest=_newest(story, shelf, len(ids)),
        reports=reports,
        differences=differences,
        checks=checks,
        noise=tuple(n for r in reports for n in r.noise if n.warn),
        attendance=tuple(view_attendance(t, locators, differences + checks) for t in story.attendance if t.entries),
        sources=view_sources(locators, [f for f in story.findings if f.relation is Relation.REPETITION]),
        timeline=view_timeline(story.timeline, shelf),
        singles=_view_singles(story, locators),
        agreements=tuple(f for f in findings if f.relation in AGREEMENTS),
        support=say_main_support(story, shelf),
    )


def _facts(story: Story) -> tuple[str, ...]:
    """What, where and when, as far as the title does not say it."""
    event, title = story.event, tidy(story.title).casefold()
    said = (tidy(event.what or ""), tidy(event.where or ""), say_date(event.when) if event.when else "")
    # A title may spell the month out, so a day is taken as said where the title has its year and its number.
    known = {said[2]} if said[2] and all(part in title.split() for part in said[2].split()[::2]) else set()
    return tuple(x for x in said if x and x.casefold() not in title and x not in known)


def _counts(reports: Sequence[ReportView], story: Story) -> str:
    """How many reports, outlets and copies: three numbers, because copies are one source and an outlet may report twice."""
    parts = [f"{len(reports)} report{'s' if len(reports) != 1 else ''}"]
    outlets = {r.outlet.casefold() for r in reports if r.outlet}
    nameless = sum(r.outlet is None for r in reports)
    if outlets:
        parts.append(f"{len(outlets)} outlet{'s' if len(outlets) != 1 else ''}" + (f" and {nameless} not named" if nameless else ""))
    else:
        parts.append("outlet not named" if len(reports) == 1 else "outlets not named")
    if len(reports) > 1:
        copied = len({b for _, b in story.copies})
        parts.append(f"{copied} {'copy' if copied == 1 else 'copies'}" if copied else "no copies")
    if story.left_out:
        parts.append(f"{len(reports) - len(story.left_out)} laid side by side")
    return " · ".join(parts)


def _newest(story: Story, shelf: Shelf, n: int) -> str | None:
    if story.newest is None or story.newest not in shelf or n < 2:
        return None
    stated = all(shelf[i].reading.published.basis is DateBasis.STATED for i in story.report_ids if i in shelf)
    return f"{shelf[story.newest].letter} is {'' if stated else 'probably '}the {'newer' if n == 2 else 'newest'} report."


def _copies_of(story: Story, locator: Locator, shelf: Shelf) -> tuple[str, ...]:
    own = locator.reading.report.id
    others = [b if a == own else a for a, b in story.copies if own in (a, b)]
    return tuple(dict.fromkeys(shelf[i].letter for i in others if i in shelf))


def _view_report(locator: Locator, story: Story, shelf: Shelf) -> ReportView:
    report = locator.reading.report
    headline = tidy(report.headline or "")
    return ReportView(
        letter=locator.letter,
        title=headline or _first_words(locator.reading),
        has_headline=bool(headline),
        dateline=_dateline(report.dateline) if report.dateline else None,
        outlet=tidy(report.publisher) if report.publisher and report.publisher.strip() else host(report.url),
        dated=_say_published(locator.reading.published),
        dating=_view_dating(locator),
        link=safe_link(report.url),
        name=base_name(report.provenance.location),
        language=report.language,
        copy_of=_copies_of(story, locator, shelf),
        noise=tuple(_view_noise(n, locator) for n in report.noise if n.span.of(report.text).strip()),
        text=report.text,
        headline_span=report.headline_span,
        sentence_numbers=locator.sentence_numbers,
        wording=view_wording(story, report.id, shelf),
    )


def _first_words(reading: Reading) -> str:
    """The beginning of the prose: from the first sentence on (a dateline may be parsed as one), else of the text."""
    text = reading.report.text
    start = reading.sentences[0].span.start if reading.sentences else 0
    return quote(text, Span(start, min(len(text), start + 4 * _TITLE_WIDTH))).clip(_TITLE_WIDTH).text


def _say_published(published: Published) -> str:
    when = say_range(published.earliest, published.latest)
    if published.basis is DateBasis.STATED and when:
        return f"{when}, as stated"
    return f"undated; written {when}" if when else "undated"


def _view_dating(locator: Locator) -> tuple[DatingView, ...]:
    out: dict[tuple[object, ...], DatingView] = {}
    for e in locator.reading.published.evidence:
        key = (e.span, e.why)
        words = quote(locator.text, e.span) if e.span else None
        out.setdefault(key, DatingView(why=say_dates(tidy(e.why)), quote=words, reference=locator.reference(e.span) if e.span else None))
    return tuple(out.values())


def _view_noise(noise: Noise, locator: Locator) -> NoiseView:
    return NoiseView(
        label=_NOISE_LABELS[noise.kind],
        quote=quote(locator.text, noise.span),
        reference=locator.reference(noise.span),
        warn=noise.kind in _WARN_NOISE,
    )


def _view_findings(story: Story, anchor: str, shelf: Shelf) -> list[FindingView]:
    """Differences, then faults, then agreements; inside each the kind, what is of one source last, then the surest first."""
    ranked = sorted(story.findings, key=lambda f: (_FINDING_ORDER[f.relation], f.sources == 1, -f.score))
    return [_view_finding(f, f"{anchor}-f{i}", story, shelf) for i, f in enumerate(ranked, 1)]


def _view_finding(finding: Finding, anchor: str, story: Story, shelf: Shelf) -> FindingView:
    sign, word = RELATION_SIGNS[finding.relation]
    return FindingView(
        number=int(anchor.rpartition("-f")[2]),
        anchor=anchor,
        relation=finding.relation,
        sign=sign,
        word=word,
        aspect=_ASPECTS.get(finding.aspect, str(finding.aspect)),
        subject=tidy(finding.subject) or _ASPECTS.get(finding.aspect, str(finding.aspect)),
        values=tuple(_view_value(v, shelf[v.report_id]) for v in finding.values if v.report_id in shelf),
        explanation=_with_letters(say_dates(tidy(finding.explanation)), shelf),
        score=finding.score,
        rule=finding.rule,
        support=say_support(finding, story, shelf),
    )


def _with_letters(text: str, shelf: Shelf) -> str:
    """Names of reports in a text as the letters that the reader knows; names that could be plain words or numbers stay."""
    for report_id, locator in shelf.locators.items():
        for name in sorted({report_id, base_name(report_id)}, key=len, reverse=True):
            if name in text and not name.isalpha() and not name.isdigit() and len(name) > 1:
                text = re.sub(rf"(?<![\w./-]){re.escape(name)}(?![\w/-])", f"report {locator.letter}", text)
    return re.sub(r"^report (?=[A-Z]+\b)", "Report ", text)


def _view_value(value: FindingValue, locator: Locator) -> ValueView:
    words, said = locator.quote(value.span), say_date(tidy(value.value))
    # A value that is only the words again, whole or cut off, would be read twice.
    repeated = len(said) > _LONG_VALUE and said.rstrip(f" {ELLIPSIS}").casefold() in words.focus.casefold()
    return ValueView(
        letter=locator.letter,
        value="" if repeated else said,
        authority=tidy(value.authority) if value.authority else None,
        quote=words,
        reference=locator.reference(value.span),
    )


def _view_singles(story: Story, locators: Iterable[Locator]) -> tuple[tuple[str, tuple[SingleView, ...]], ...]:
    out = []
    for x in locators:
        own = sorted((s for s in story.singles if s.report_id == x.reading.report.id), key=lambda s: (s.span.start, -s.span.end))
        kept: dict[str, SingleView] = {}
        for s in own:
            what = tidy(s.what) or tidy(s.span.of(x.text))
            # A few words ("his presence") say nothing alone and come with their sentence.
            what = what if len(what.split()) >= _FEW_WORDS else x.quote(s.span).text
            kept.setdefault(what.casefold(), SingleView(what=what, quote=x.quote(s.span), reference=x.reference(s.span)))
        if kept:
            out.append((x.letter, tuple(kept.values())))
    return tuple(out)


def _view_skipped(skipped: Skipped) -> SkippedView:
    return SkippedView(name=base_name(skipped.location), location=tidy(skipped.location), error=tidy(skipped.error))


def _dateline(dateline: Dateline) -> str:
    place = tidy(dateline.place)
    return f"{place} ({tidy(dateline.agency)})" if dateline.agency else place
