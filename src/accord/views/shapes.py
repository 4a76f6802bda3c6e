"""What a reader sees, as frozen records: the terminal and the page render the same ones."""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.spans import Span
from accord.model.vocabulary import Relation
from accord.views.references import Reference
from accord.views.words import Quote

# Every state is told by a sign and a word, never by colour alone (WCAG 1.4.1).
RELATION_SIGNS: dict[Relation, tuple[str, str]] = {
    Relation.CONTRADICTION: ("✕", "contradiction"),
    Relation.UPDATE: ("↻", "update"),
    Relation.TENSION: ("~", "tension"),
    Relation.ANACHRONISM: ("!", "anachronism"),
    Relation.INCOHERENT: ("!", "incoherent"),
    Relation.REPETITION: ("!", "repetition"),
    Relation.EQUIVALENCE: ("=", "same"),
    Relation.SUBSUMPTION: ("+", "compatible"),
}
DIFFERENCES = (Relation.CONTRADICTION, Relation.UPDATE, Relation.TENSION)
CHECKS = (Relation.ANACHRONISM, Relation.INCOHERENT, Relation.REPETITION)
AGREEMENTS = (Relation.EQUIVALENCE, Relation.SUBSUMPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingView:
    """One proof of a publication date; `reference` is None where it stands outside the text."""

    why: str
    quote: Quote | None
    reference: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseView:
    """Words of a page that are not the report's own prose.

    Attributes:
        warn: It can be taken for the report's own words (page furniture, an embedded post), so a reader should know.
    """

    label: str
    quote: Quote
    reference: Reference
    warn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EditView:
    """What a copy adds, drops, replaces or moves; `before` is None for what it adds, `after` for what it drops.

    Attributes:
        is_fact: A number, a name or a negation is changed.
    """

    kind: str
    is_fact: bool
    before: Quote | None
    before_at: Reference | None
    after: Quote | None
    after_at: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingView:
    """From which report (`letter`) a report was copied, how much of it and how that is known; edits that change a fact first."""

    letter: str
    said: str
    edits: tuple[EditView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report.

    Attributes:
        title: Headline, else the first words.
        has_headline: Whether `title` is a headline.
        outlet: Publisher, else host, else None.
        dated: When it was published and how that is known, in a few words.
        link: http or https address, or None.
        name: File name or address that it was read from.
        copy_of: Letters of reports that share its wording.
        wording: Those of them that it was copied from, or that came before it, with what was changed.
        text: As read; untrusted.
        sentence_numbers: Start offset -> number in its line, where a line begins several sentences.
    """

    letter: str
    title: str
    has_headline: bool
    dateline: str | None
    outlet: str | None
    dated: str
    dating: tuple[DatingView, ...]
    link: str | None
    name: str
    language: str | None
    copy_of: tuple[str, ...]
    noise: tuple[NoiseView, ...]
    text: str
    headline_span: Span | None
    sentence_numbers: dict[int, int]
    wording: tuple[WordingView, ...] = ()

    @property
    def copied_with(self) -> tuple[str, ...]:
        """Letters of `copy_of` that `wording` says nothing of."""
        return tuple(x for x in self.copy_of if x not in {w.letter for w in self.wording})


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """What one report says on a slot: the value as normalised, whose word it is, and the words."""

    letter: str
    value: str
    authority: str | None
    quote: Quote
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding.

    Attributes:
        number: From 1 in its story, in the order shown.
        anchor: Id on the page.
        support: For each claim that reports share, by how many independent sources and on whose word.
    """

    number: int
    anchor: str
    relation: Relation
    sign: str
    word: str
    aspect: str
    subject: str
    values: tuple[ValueView, ...]
    explanation: str
    score: float
    rule: str
    support: tuple[str, ...] = ()

    @property
    def letters(self) -> tuple[str, ...]:
        """Reports that speak to it."""
        return tuple(dict.fromkeys(v.letter for v in self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One report's word on whether somebody comes."""

    word: str
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """A party, or several of whom the reports say the same; `cells` are in the order of the story's reports, None is silence.

    Attributes:
        mark: The finding that is about this row, if there is one.
    """

    party: str
    person: str | None
    cells: tuple[tuple[CellView, ...], ...]
    mark: FindingView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceView:
    """Who comes to one gathering."""

    event: str
    letters: tuple[str, ...]
    rows: tuple[AttendanceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """What a source is quoted with.

    Attributes:
        direct: In the source's own words.
        modality: What the source commits to, where that is not plain assertion.
        references: One for each place that tells it.
    """

    quote: Quote
    direct: bool
    modality: str | None
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Somebody whose word is reported.

    Attributes:
        described: The words that present the source, where they say more than the name.
        anonymous: Described, not named.
    """

    name: str
    described: str | None
    anonymous: bool
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """What reports say happened or will happen, in the words of the first."""

    quote: Quote
    modality: str | None
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """All that is placed at one time; `when` is "no date" for the rest."""

    value: str
    when: str
    happenings: tuple[HappeningView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleView:
    """Something that only one report tells."""

    what: str
    quote: Quote
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story, its sections in the order in which a reader needs them.

    Attributes:
        anchor: Its id on the page.
        facts: What, where and when, as far as the title does not say it.
        counts: How many reports, outlets and copies.
        support: By how many independent sources the main event is told, and on whose word; None if not known.
    """

    anchor: str
    title: str
    facts: tuple[str, ...]
    counts: str
    newest: str | None
    reports: tuple[ReportView, ...]
    differences: tuple[FindingView, ...] = ()
    checks: tuple[FindingView, ...] = ()
    noise: tuple[NoiseView, ...] = ()
    attendance: tuple[AttendanceView, ...] = ()
    sources: tuple[SourceView, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    singles: tuple[tuple[str, tuple[SingleView, ...]], ...] = ()
    agreements: tuple[FindingView, ...] = ()
    support: str | None = None

    @property
    def findings(self) -> tuple[FindingView, ...]:
        """All findings in the order shown."""
        return self.differences + self.checks + self.agreements

    @property
    def sources_note(self) -> str:
        """How many statements there are, and how many have no name."""
        n = sum(len(s.statements) for s in self.sources)
        nameless = sum(len(s.statements) for s in self.sources if s.anonymous)
        counted = f"{n} statement" + ("s" if n != 1 else "")
        return counted + (f", {nameless} anonymous" if nameless else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedView:
    """An input that could not be read; `name` is the last part of its location."""

    name: str
    location: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefView:
    """The whole answer."""

    stories: tuple[StoryView, ...]
    skipped: tuple[SkippedView, ...]
    reports: int
    legend: str
