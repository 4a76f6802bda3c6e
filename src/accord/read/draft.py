"""What an input says of itself -> Report: headline, noise, dateline, language and digest are found here, for every kind of input."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from accord.model.errors import ReadError
from accord.model.report import DateEvidence, Dateline, Noise, Provenance, Published, Report, ReportId
from accord.model.spans import Span
from accord.model.vocabulary import DateBasis, NoiseKind
from accord.read.dateline import DATELINE_RULE, find_dateline, find_stamp
from accord.read.headings import find_headline
from accord.read.language import detect_language
from accord.read.layout import Line, split_lines
from accord.read.noise import find_inline_noise, find_noise, line_noise, merge
from accord.read.options import ReadOptions

# A text in one paragraph of this length may hold headline and date stamp without line breaks.
_ONE_PARAGRAPH = 500
# A date line is followed by less than this, running text by more; agency names before the date take less than the second.
_SENTENCE_CHARS = 70
_WIRE_CHARS = 40
# A given headline is looked for near the head, at the start of a line or behind a date stamp.
_TITLE_WITHIN = 2_000
_BEFORE_TITLE = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text with what its file or page states beside it.

    Attributes:
        text: As it will stand in the report.
        kind, location: Of the provenance.
        published: Publication date as given by metadata, any form that `parse_metadata_date` reads, already parsed to first and last day.
        date_rule: Where that date stands ("JSON-LD datePublished").
        weak_date: The date is a guess from the page, and a date line in the text is better.
        find_title: Whether the text may open with its headline.
        noise: Noise that markup gives away.
    """

    id: str
    text: str
    kind: str
    location: str
    headline: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: tuple[str, str] | None = None
    date_rule: str = ""
    weak_date: bool = False
    find_title: bool = False
    noise: tuple[Noise, ...] = ()


def build_report(draft: Draft, options: ReadOptions) -> Report:
    """The report, with spans into `draft.text`.

    Raises:
        ReadError: if the text is empty or longer than `options.max_chars`.
    """
    text = draft.text
    if not any(c.isalnum() for c in text):
        raise ReadError("no words in it; nothing to read")
    if len(text) > options.max_chars:
        raise ReadError(f"{len(text):,} characters in one report, the limit is {options.max_chars:,}; split it into its reports")
    headline_span, stamp = _locate_headline(draft)
    known = draft.noise
    if stamp:
        known = (*known, Noise(span=stamp[0], kind=NoiseKind.BYLINE))
    noise = find_noise(text, headline_span, known)
    dateline, from_text = _head(text, headline_span)
    if stamp:
        from_text = from_text or stamp[1]
    noise = merge([*noise, *_opening_stamp(text, headline_span, from_text)])
    return Report(
        id=ReportId(draft.id),
        text=text,
        provenance=Provenance(kind=draft.kind, location=draft.location, digest=digest(text)),
        headline=draft.headline or (headline_span.of(text) if headline_span else None),
        headline_span=headline_span,
        url=draft.url,
        publisher=draft.publisher,
        language=draft.language or options.assume_language or (detect_language(text) if options.detect_language else None),
        published=_published(draft, from_text),
        dateline=dateline,
        noise=tuple(n for n in noise if not dateline or not n.span.overlap(dateline.span)),
    )


def digest(text: str) -> str:
    """`sha256:` and the hex digest of the text in UTF-8."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()


def _locate_headline(draft: Draft) -> tuple[Span | None, tuple[Span, Published] | None]:
    text = draft.text
    if draft.headline:
        return _find_given(text, draft.headline), None
    if not draft.find_title:
        return None, None
    skip = tuple(line.span for line in split_lines(text)[:12] if _is_no_title(line))
    span = find_headline(text, skip)
    if span or "\n" in text.strip() or len(text) < _ONE_PARAGRAPH:
        return span, None
    stamp = find_stamp(text)
    if stamp and stamp[0] <= 180:
        # Consent lines and buttons may stand before the headline.
        start = max([len(text) - len(text.lstrip()), *(n.span.end for n in find_inline_noise(Line(Span(0, stamp[0]), text[: stamp[0]])))])
        start += len(text[start : stamp[0]]) - len(text[start : stamp[0]].lstrip())
        return (Span(start, stamp[0]) if start < stamp[0] else None), (stamp[1], stamp[2])
    return None, None


def _is_no_title(line: Line) -> bool:
    """Consent lines, by-lines, date lines, datelines alone; the first paragraph stays, for a headline stands above one."""
    if line_noise(line.text) is not None:
        return True
    dateline, published = find_dateline(line.text)
    return not line.is_prose and (dateline is not None or published is not None)


def _find_given(text: str, headline: str) -> Span | None:
    """A given headline where it opens a line near the head of the text, whatever its spaces and marks."""
    words = re.findall(r"\w+", headline)
    if not words or len(words) > 60:
        return None
    pattern = r"\W+".join(re.escape(w) for w in words)
    for m in re.compile(rf"[\"“‘'`]*\b{pattern}\b[\"”’']*[.!?]?[\"”’']*", re.I).finditer(text[:_TITLE_WITHIN]):
        line_start = text.rfind("\n", 0, m.start()) + 1
        if m.start() - line_start <= _BEFORE_TITLE:
            return Span(*m.span())
    return None


def _head(text: str, headline_span: Span | None) -> tuple[Dateline | None, Published | None]:
    if headline_span is None:
        return find_dateline(text)
    dateline, published = find_dateline(text, headline_span.end)
    # Some pages print the date above the headline.
    return dateline, published or find_dateline(text[: headline_span.start])[1]


def _opening_stamp(text: str, headline_span: Span | None, published: Published | None) -> list[Noise]:
    """A date before the first sentence in one line with it ("Sunday 3 May 2015 The minister ..."): no part of that sentence."""
    spans = [e.span for e in published.evidence if e.span and e.why != DATELINE_RULE] if published else []
    out = []
    for span in spans:
        line_start = text.rfind("\n", 0, span.start) + 1
        line_end = text.find("\n", span.end)
        start = max(line_start, headline_span.end if headline_span else 0)
        goes_on = (line_end if line_end >= 0 else len(text)) - span.end > _SENTENCE_CHARS
        if goes_on and start <= span.start and span.start - start <= _WIRE_CHARS:
            lead = len(text[start : span.start]) - len(text[start : span.start].lstrip(" .|–—-"))
            out.append(Noise(span=Span(start + lead, span.end), kind=NoiseKind.BYLINE))
    return out


def _published(draft: Draft, from_text: Published | None) -> Published:
    if draft.published and not (draft.weak_date and from_text):
        first, last = draft.published
        return Published(earliest=first, latest=last, basis=DateBasis.STATED, evidence=(DateEvidence(span=None, why=draft.date_rule),))
    return from_text or Published()
