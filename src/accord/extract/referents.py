"""Draft mentions in order -> what has been named up to a point of the report, for words that refer back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from accord.extract.mentions import Draft
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

SUBJECTS = ("nsubj", "nsubjpass", "agent")
# Mentions that references may look back to: enough for several paragraphs, and the work stays linear in the length of a report.
_REMEMBERED = 200


@dataclass(slots=True)
class Seen:
    """What has been named up to a point of the report, the last at the end."""

    persons: list[Draft] = field(default_factory=list)
    states: list[Draft] = field(default_factory=list)
    organizations: list[Draft] = field(default_factory=list)
    described: list[Draft] = field(default_factory=list)
    pairs: list[tuple[Draft, Draft]] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    by_key: dict[str, Draft] = field(default_factory=dict)
    subjects: set[tuple[int, int]] = field(default_factory=set)
    main_subjects: set[tuple[int, int]] = field(default_factory=set)
    quoted: set[tuple[int, int]] = field(default_factory=set)

    def forget(self) -> None:
        """Drops all but the last mentions of each kind."""
        for kept in (self.persons, self.states, self.organizations, self.described, self.pairs):
            del kept[:-_REMEMBERED]

    def things(self) -> tuple[Draft, ...]:
        """States, organisations and described actors."""
        return (*self.states, *self.organizations, *self.described)


def refer(t: Token, sent: Sentence, to: Draft, how: str, start: int | None = None) -> Draft:
    """A mention of what `to` names, from token `start` up to its head `t`."""
    first = t.i if start is None else start
    return replace(to, sentence=sent.index, start=first, end=t.i + 1, head=t.i, how=how, title=None, former=False, aliases=())


def function_of(sent: Sentence, i: int) -> str:
    """Dependency label of a token in its clause: that of the list or apposition that it stands in, "agent" behind "by"."""
    t = sent.tokens[i]
    for _ in range(4):
        if t.dep not in ("conj", "appos") or t.head == t.i:
            break
        t = sent.tokens[t.head]
    return t.dep if t.dep != "pobj" or sent.tokens[t.head].dep != "agent" else "agent"


def is_plural(d: Draft, sent: Sentence) -> bool:
    """Whether a mention is of many: "the rebels", "Syrian troops", "police"."""
    t = sent.tokens[d.head]
    return d.kind is EntityKind.GROUP and (t.tag in ("NNS", "NNPS") or t.lower == "police")
