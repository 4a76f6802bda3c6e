"""Sentences and what the rules found -> windows of words with features, as the attribution tagger sees them.

Training (`train/attribution.py`) and reading build their windows here, so that the two cannot drift apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from accord.extract.attribution_page import Found, Page
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.tagging import Window

ROLES = ("source", "cue", "content")
# The tags of a word: outside, or the begin or inside of a role (Ramshaw and Marcus 1995).
TAGS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BI"))
_POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
_DEPS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det dobj expl "
    "intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl "
    "xcomp"
).split()
_NER = "PERSON NORP ORG GPE LOC FAC DATE TIME MONEY PERCENT CARDINAL ORDINAL QUANTITY EVENT LAW PRODUCT WORK_OF_ART LANGUAGE".split()
_POS_ROW = {name: n + 1 for n, name in enumerate(_POS)}
_DEP_ROW = {name: n + 1 for n, name in enumerate(_DEPS)}
_NER_ROW = {name: n + 1 for n, name in enumerate(_NER)}
# Sizes of the vocabularies of the features, in order: rule's tag, part of speech, dependency, entity, quotation, edge.
FEATURES = (len(TAGS), len(_POS) + 1, len(_DEPS) + 1, len(_NER) + 1, 3, 3)
# Words a window, two paragraphs of news: attributions seldom cross a paragraph, and twice the size costs a fifth more time.
_WINDOW = 120


def find_windows(page: Page, found: Iterable[Found]) -> tuple[Window, ...]:
    """All words of the report, each once, in windows of whole paragraphs; a long paragraph is cut between sentences.

    Args:
        page: The report with its sentences and quotations.
        found: What the rules found, in the order of the cues; a feature of the words, not the truth.
    """
    sentences = page.sentences
    tags = rows_of_spans(sentences, [x for f in found for x in _roles(f)])
    quoted = _quoted(page)
    return tuple(_window(chunk, sentences, tags, quoted) for chunk in _chunks(sentences))


def rows_of_spans(sentences: Sequence[Sentence], spans: Iterable[tuple[str, Span]]) -> dict[tuple[int, int], int]:
    """Index into `TAGS` of every word that a span of a role covers, by sentence and token; a later span does not overwrite an earlier."""
    ends = [s.span.end for s in sentences]
    rows: dict[tuple[int, int], int] = {}
    for role, span in spans:
        begin = 1 + 2 * ROLES.index(role)
        row = begin
        for n in range(bisect_right(ends, span.start), len(sentences)):
            if sentences[n].span.start >= span.end:
                break
            for t in sentences[n].covering(span):
                if rows.setdefault((n, t.i), row) == row:
                    row = begin + 1
    return rows


def _roles(f: Found) -> Iterator[tuple[str, Span]]:
    yield from (("source", s) for s in f.source)
    yield "cue", f.cue
    yield from (("content", s) for s in f.content)


def _quoted(page: Page) -> dict[tuple[int, int], int]:
    """1 for the first word of a quotation, 2 for the others inside it."""
    sentences = page.sentences
    ends = [s.span.end for s in sentences]
    rows: dict[tuple[int, int], int] = {}
    for q in page.quotations:
        first = True
        for n in range(bisect_right(ends, q.span.start), len(sentences)):
            if sentences[n].span.start >= q.span.end:
                break
            for t in sentences[n].covering(q.span):
                rows[n, t.i] = 1 if first else 2
                first = False
    return rows


def _chunks(sentences: Sequence[Sentence]) -> Iterator[list[tuple[int, int]]]:
    """Positions of the words of each window."""
    chunk: list[tuple[int, int]] = []
    for paragraph in _paragraphs(sentences):
        size = sum(len(sentences[n].tokens) for n in paragraph)
        if chunk and len(chunk) + size > _WINDOW:
            yield chunk
            chunk = []
        for n in paragraph:
            if chunk and len(chunk) + len(sentences[n].tokens) > _WINDOW:
                yield chunk
                chunk = []
            positions = [(n, t.i) for t in sentences[n].tokens]
            while len(positions) > _WINDOW:
                yield positions[:_WINDOW]
                positions = positions[_WINDOW:]
            chunk += positions
    if chunk:
        yield chunk


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    """Indexes into `sentences` of each paragraph."""
    out: list[int] = []
    for n, s in enumerate(sentences):
        if out and s.block != sentences[n - 1].block:
            yield out
            out = []
        out.append(n)
    if out:
        yield out


def _window(
    chunk: list[tuple[int, int]], sentences: Sequence[Sentence], tags: dict[tuple[int, int], int], quoted: dict[tuple[int, int], int]
) -> Window:
    features = []
    for n, i in chunk:
        t = sentences[n].tokens[i]
        edge = 0 if i else 2 if not n or sentences[n].block != sentences[n - 1].block else 1
        pos, dep, ner = _POS_ROW.get(t.pos, 0), _DEP_ROW.get(t.dep, 0), _NER_ROW.get(t.ner, 0)
        features.append((tags.get((n, i), 0), pos, dep, ner, quoted.get((n, i), 0), edge))
    return Window(words=tuple(sentences[n].tokens[i].text for n, i in chunk), features=tuple(features), positions=tuple(chunk))
