"""Attributions -> who says so: for each source its statements in the report's words, told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from accord.model.reading import Attribution, Entity, EntityId, Reading
from accord.model.spans import Span, cover
from accord.model.story import Finding
from accord.model.vocabulary import AttributionKind, EntityKind, Modality
from accord.views.names import entities_by_id, source_words
from accord.views.references import Locator, Reference
from accord.views.shapes import SourceView, StatementView
from accord.views.words import ELLIPSIS, Quote, tidy

NO_SOURCE = "source not given"
_PRONOUNS = frozenset("he she they it we i who that this his her their its him them one".split())
# Words that only point back ("a move that signals ...") name nobody.
_POINTERS = frozenset("that which this it these those what".split())
_WORD = re.compile(r"\w+")
# Two tellings of one remark by one source share most of their words, though one is quoted and the other retold.
_SAME_WORDS = 0.6
_DESCRIPTION_WIDTH = 70
_FEW_WORDS = 5
_CLOSE, _LONGEST_CUE = 12, 30
_PLAIN_CUE = re.compile(r"(?:(?:has|have|had|also) )*(?:say|says|said|saying|tell|tells|told|according to)(?: that)?", re.IGNORECASE)
_QUOTE_MARKS = "\"'“”‘’«»„`"


@dataclass(slots=True)
class _Told:
    """A statement while its tellings are collected."""

    source: str
    described: str | None
    rank: int
    anonymous: bool
    words: frozenset[str]
    quote: Quote
    direct: bool
    modality: str | None
    references: list[Reference] = field(default_factory=list)


def view_sources(locators: Iterable[Locator], repetitions: Sequence[Finding]) -> tuple[SourceView, ...]:
    """Named sources first, those with most to say before others, anonymous ones last; statements in the order of the reports."""
    told: list[_Told] = []
    by_source: dict[str, list[_Told]] = {}
    for locator in locators:
        for new in _read_all(locator):
            own = by_source.setdefault(new.source.casefold(), [])
            twin = next((t for t in own if _same_words(t, new)), None) or _repeated(new, told, repetitions, locator)
            if twin is None:
                told.append(new)
                own.append(new)
            else:
                _merge(twin, new)
    return _group(told)


def _read_all(locator: Locator) -> list[_Told]:
    reading = locator.reading
    entities = entities_by_id(reading)
    modalities = _modalities(reading)
    ordered = sorted((a.content[0].start, i) for i, a in enumerate(reading.attributions) if a.content)
    return [_read(reading.attributions[i], locator, entities, modalities.get(i)) for _, i in ordered]


def _read(attribution: Attribution, locator: Locator, entities: dict[EntityId, Entity], modality: str | None) -> _Told:
    text = locator.text
    words = source_words(attribution, text)
    speaker = entities.get(attribution.speaker) if attribution.speaker else None
    if words.casefold() in _POINTERS and speaker is None:
        words = ""
    name = tidy(speaker.name) if speaker and speaker.name.strip() else words or NO_SOURCE
    anonymous = attribution.anonymous or not words or (speaker is not None and speaker.anonymous)
    quote = _content_words(attribution, locator)
    return _Told(
        source=name,
        described=_description(name, words, speaker),
        rank=2 if anonymous else 1 if speaker is None else 0,
        anonymous=anonymous,
        words=_bag(quote.focus),
        quote=quote,
        direct=attribution.kind is AttributionKind.DIRECT and not quote.before and not quote.after,
        modality=modality,
        references=[locator.reference(cover(attribution.content))],
    )


def _content_words(attribution: Attribution, locator: Locator) -> Quote:
    """The words told, after the verb of telling where it says more than "said"; a few words alone come with their sentence."""
    pieces = [tidy(s.of(locator.text)) for s in sorted(attribution.content)]
    words = f" {ELLIPSIS} ".join(p.strip(" ,;") for p in pieces if p.strip())
    if len(_WORD.findall(words)) < _FEW_WORDS:
        around = locator.quote(cover(attribution.content))
        return around if around.before.strip() or around.after.strip(" .") else Quote(focus=around.focus)
    if attribution.kind is AttributionKind.DIRECT:
        return Quote(focus=words.strip(_QUOTE_MARKS + " ,"))
    return Quote(before=_verb_of_telling(attribution, locator.text), focus=words)


def _verb_of_telling(attribution: Attribution, text: str) -> str:
    """The cue with a space, where it stands close before the content and is no mere "said" ("urged", "has denied"); else ""."""
    if not attribution.cue:
        return ""
    first, last = cover(attribution.cue), min(attribution.content).start
    words = tidy(first.of(text)).rstrip(" :,")
    if first.end > last or last - first.end > _CLOSE or len(words) > _LONGEST_CUE or _PLAIN_CUE.fullmatch(words):
        return ""
    return words + " "


def _description(name: str, words: str, speaker: Entity | None) -> str | None:
    """The words that present a source, where they say more than its name."""
    low = words.casefold()
    if not words or low == name.casefold() or low in _PRONOUNS or len(words) <= len(name):
        return None
    if speaker is not None and speaker.kind is EntityKind.STATE:
        return None
    if speaker is not None and speaker.kind is not EntityKind.PERSON and name.casefold() in low and len(words) < len(name) + 6:
        return None
    return Quote(before=words).clip(_DESCRIPTION_WIDTH).text


def _modalities(reading: Reading) -> dict[int, str]:
    """Attribution -> the modality of what it tells, where all events that it is the innermost source of share one that is not plain."""
    found: dict[int, set[Modality]] = {}
    for s in reading.statements:
        if s.attribution:
            found.setdefault(s.attribution[-1], set()).add(s.modality)
    return {i: str(next(iter(m))) for i, m in found.items() if len(m) == 1 and Modality.ASSERTED not in m}


def _bag(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _same_words(a: _Told, b: _Told) -> bool:
    shared, either = len(a.words & b.words), len(a.words | b.words)
    return either == 0 or shared >= _SAME_WORDS * either or a.quote.text == b.quote.text


def _repeated(new: _Told, told: Sequence[_Told], repetitions: Sequence[Finding], locator: Locator) -> _Told | None:
    """The statement that a finding of repetition holds for the same remark, whatever its source is called there."""
    return next((t for f in repetitions for t in told if _repeats(f, t, new, locator)), None)


def _repeats(finding: Finding, a: _Told, b: _Told, locator: Locator) -> bool:
    """Whether a finding of repetition stands on both statements, in different places of one report."""
    spans = [v.span for v in finding.values if v.report_id == locator.reading.report.id]
    if len(spans) < 2 or a.references[0].letter != locator.letter:
        return False
    first, second = _touching(spans, a.references), _touching(spans, b.references)
    return bool(first and second and first != second)


def _touching(spans: Sequence[Span], references: Sequence[Reference]) -> frozenset[Span]:
    return frozenset(s for s in spans for r in references if s.overlap(r.span))


def _merge(into: _Told, new: _Told) -> None:
    """One more telling: its reference is added, a description gained, a telling in the source's own words preferred."""
    known = {r.label for r in into.references}
    into.references.extend(r for r in new.references if r.label not in known)
    if new.rank < into.rank:
        into.source, into.described, into.rank, into.anonymous = new.source, new.described, new.rank, new.anonymous
    into.described = into.described or new.described
    if new.direct and not into.direct:
        into.quote, into.direct, into.words = new.quote, True, new.words


def _group(told: Sequence[_Told]) -> tuple[SourceView, ...]:
    groups: dict[str, list[_Told]] = {}
    for t in told:
        groups.setdefault(t.source.casefold(), []).append(t)
    ordered = sorted(groups.values(), key=lambda g: (min(t.rank for t in g), -_reports(g), -len(g)))
    return tuple(_view_source(g) for g in ordered)


def _reports(group: Sequence[_Told]) -> int:
    return len({r.letter for t in group for r in t.references})


def _view_source(group: Sequence[_Told]) -> SourceView:
    return SourceView(
        name=group[0].source,
        described=next((t.described for t in group if t.described), None),
        anonymous=all(t.anonymous for t in group),
        statements=tuple(StatementView(quote=t.quote, direct=t.direct, modality=t.modality, references=tuple(t.references)) for t in group),
    )
