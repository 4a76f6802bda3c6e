"""A parsed sentence as plain rows: spaCy's labels without spaCy's objects, so that rules are tested without a model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from accord.model.report import Report, ReportId
from accord.model.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        i: Index inside its sentence.
        start, end: Half-open offsets into `Report.text`.
        text: The words as they stand in the text, except that a text in capitals is cased for the parser.
        lemma: Lower case except for names.
        pos: Universal POS tag; `tag`: Penn Treebank tag.
        dep: ClearNLP label as spaCy's English models give it (nsubj, dobj, nsubjpass, agent, pobj, relcl ...).
        head: Index of the head inside the sentence; the root is its own head.
        ner: OntoNotes type of the entity that the token belongs to, or "".
        ner_begins: Whether the token begins that entity.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ner: str = ""
    ner_begins: bool = False

    @property
    def span(self) -> Span:
        """Offsets as a `Span`."""
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        """The words in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a report.

    Attributes:
        index: Position among the report's sentences.
        block: Index of the paragraph or line that it stands in.
        tokens: All its tokens, white space left out.
        children: For each token the indexes of its dependents, in order.
    """

    report_id: ReportId
    index: int
    block: int
    span: Span
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.children:
            rows: list[list[int]] = [[] for _ in self.tokens]
            for t in self.tokens:
                if t.head != t.i:
                    rows[t.head].append(t.i)
            object.__setattr__(self, "children", tuple(map(tuple, rows)))

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Dependents of token `i`, in order; with `deps`, only those labels."""
        return [self.tokens[k] for k in self.children[i] if not deps or self.tokens[k].dep in deps]

    def subtree(self, i: int) -> list[Token]:
        """Token `i` and all that hangs on it, in order of position."""
        out, todo = {i}, [i]
        while todo:
            new = [k for k in self.children[todo.pop()] if k not in out]
            out.update(new)
            todo.extend(new)
        return [self.tokens[k] for k in sorted(out)]

    def ancestors(self, i: int) -> Iterator[Token]:
        """Heads of token `i`, nearest first."""
        for _ in self.tokens:
            if self.tokens[i].head == i:
                return
            i = self.tokens[i].head
            yield self.tokens[i]

    @property
    def root(self) -> Token:
        """The token that is its own head (the first, if a parser gives several)."""
        return next((t for t in self.tokens if t.head == t.i), self.tokens[0])

    def covering(self, span: Span) -> list[Token]:
        """Tokens that overlap `span`."""
        return [t for t in self.tokens if t.start < span.end and t.end > span.start]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedReport:
    """A report with its sentences, noise left out."""

    report: Report
    sentences: tuple[Sentence, ...]
