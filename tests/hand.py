"""Sentences built by hand, so that rules are tested without a model.

A row a token: `text lemma POS TAG dep head [NER]`, where `head` is the row number of the head (0-based) and NER is `B-X`/`I-X`.
`python tests/hand.py "A sentence."` prints the rows that the default pipeline gives, to start a table from.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache

from accord.model.protocols import Parser
from accord.model.report import Dateline, Noise, Provenance, Published, Report, ReportId
from accord.model.sentence import ParsedReport, Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import DateBasis


def report(
    text: str, report_id: str = "a", *, published: str | None = None, headline: str | None = None, noise: tuple[Noise, ...] = (),
    dateline: Dateline | None = None, publisher: str | None = None,
) -> Report:  # fmt: skip
    """A report from a string."""
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    when = Published(earliest=published, latest=published, basis=DateBasis.STATED) if published else Published()
    return Report(
        id=ReportId(report_id), text=text, provenance=Provenance(kind="file", location=report_id, digest=digest),
        published=when, headline=headline, noise=noise, dateline=dateline, publisher=publisher,
    )  # fmt: skip


def sentence(rows: str, text: str | None = None, *, report_id: str = "a", index: int = 0, start: int = 0, block: int = 0) -> Sentence:
    """A sentence from rows; without `text` the tokens are joined by spaces."""
    table = [line.split() for line in rows.strip().splitlines()]
    text = text if text is not None else " " * start + " ".join(r[0] for r in table)
    tokens, at = [], start
    for i, (word, lemma, pos, tag, dep, head, *ner) in enumerate(table):
        at = text.index(word, at)
        label = ner[0] if ner else ""
        tokens.append(
            Token(i, at, at + len(word), word, lemma, pos, tag, dep, int(head), label.partition("-")[2], label.startswith("B-"))
        )  # fmt: skip
        at += len(word)
    return Sentence(
        report_id=ReportId(report_id), index=index, block=block, span=Span(tokens[0].start, tokens[-1].end), tokens=tuple(tokens)
    )


def parsed(text: str, report_id: str = "a", *, published: str | None = None) -> ParsedReport:
    """A report parsed with the default pipeline; only for tests marked `model`."""
    result = next(iter(_parser().parse([report(text, report_id, published=published)])))
    assert isinstance(result, ParsedReport)
    return result


@cache
def _parser() -> Parser:
    """One pipeline for the whole test run: loading takes a second."""
    from accord.parse.spacy_parser import SpacyParser

    return SpacyParser()


if __name__ == "__main__":
    for sent in parsed(" ".join(sys.argv[1:])).sentences:
        for t in sent:
            ner = f" {'B' if t.ner_begins else 'I'}-{t.ner}" if t.ner else ""
            sys.stdout.write(f"{t.text} {t.lemma} {t.pos} {t.tag} {t.dep} {t.head}{ner}\n")
        sys.stdout.write("\n")
