"""What the pair classifier may change in coded events, with a classifier that says what the test wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

import hand
from accord.extract.event_pairs import meeting, steps, words
from accord.extract.events import EventSource, code_events
from accord.model.pairs import Direction, MarkedPair, PairRelation, Root
from accord.model.reading import Statement
from extract.event_cases import entity

NO_RULE = """
Japan Japan PROPN NNP nsubj 1 B-GPE
outfoxed outfox VERB VBD ROOT 1
Russia Russia PROPN NNP dobj 1 B-GPE
"""
ONE_SIDE = """
Japan Japan PROPN NNP nsubj 1 B-GPE
retaliated retaliate VERB VBD ROOT 1
. . PUNCT . punct 1
"""
BESIDE = """
Japan Japan PROPN NNP nsubj 1 B-GPE
launched launch VERB VBD ROOT 1
airstrikes airstrike NOUN NNS dobj 1
as as SCONJ IN mark 5
Russia Russia PROPN NNP nsubj 5 B-GPE
slept sleep VERB VBD advcl 1
"""
TWO_SIDES = """
Japan Japan PROPN NNP nsubj 1 B-GPE
accused accuse VERB VBD ROOT 1
Russia Russia PROPN NNP dobj 1 B-GPE
"""
PLANNED = """
Japan Japan PROPN NNP nsubj 2 B-GPE
will will AUX MD aux 2
visit visit VERB VB ROOT 2
Russia Russia PROPN NNP dobj 2 B-GPE
"""


@dataclass
class Says:
    """A classifier that gives every pair the same view, and remembers what it was asked."""

    root: Root
    direction: Direction = Direction.FORWARD
    related: float = 0.97
    sure: float = 0.95
    asked: list[MarkedPair] = field(default_factory=list)
    name: str = "says"

    def classify(self, pairs: Sequence[MarkedPair]) -> list[PairRelation]:
        self.asked += pairs
        scores = {r: self.sure if r is self.root else (1 - self.sure) / 14 for r in Root}
        ways = {d: 0.98 if d is self.direction else 0.01 for d in Direction}
        return [PairRelation(scores=scores, directions=ways, related=self.related) for _ in pairs]


def coded(rows: str, says: Says | None, japan: int = 0, russia: int | None = 2) -> list[Statement]:
    s = hand.sentence(rows)
    entities = [entity(1, "Japan", "JPN", [(0, japan)], [s])]
    if russia is not None:
        entities.append(entity(2, "Russia", "RUS", [(0, russia)], [s]))
    source = EventSource(report=hand.report(" ".join(t.text for t in s)), sentences=(s,), entities=tuple(entities))
    return list(code_events(source, says))


def told(statements: list[Statement]) -> list[tuple[str, str, str]]:
    return [(s.event.event_type.value, " ".join(s.event.actor), " ".join(s.event.recipient)) for s in statements]


@pytest.mark.parametrize(
    ("rows", "russia", "says", "expected"),
    [
        pytest.param(NO_RULE, 2, None, [], id="no rule knows the verb"),
        pytest.param(NO_RULE, 2, Says(Root.REJECT), [("REJECT", "n1", "n2")], id="a predicate that no rule knows"),
        pytest.param(NO_RULE, 2, Says(Root.REJECT, Direction.REVERSED), [("REJECT", "n2", "n1")], id="told the other way round"),
        pytest.param(NO_RULE, 2, Says(Root.CONSULT, Direction.SYMMETRIC), [("CONSULT", "n1 n2", "n1 n2")], id="both act"),
        pytest.param(NO_RULE, 2, Says(Root.YIELD), [("CONCEDE", "n1", "n2")], id="a root of two types"),
        pytest.param(NO_RULE, 2, Says(Root.REJECT, related=0.5), [], id="hardly related"),
        pytest.param(NO_RULE, 2, Says(Root.REJECT, sure=0.4), [], id="of no clear type"),
        pytest.param(BESIDE, 4, None, [("ASSAULT", "n1", "")], id="the rules see one side"),
        pytest.param(BESIDE, 4, Says(Root.ASSAULT), [("ASSAULT", "n1", "n2")], id="the missing side"),
        pytest.param(BESIDE, 4, Says(Root.ACCUSE), [("ASSAULT", "n1", "")], id="near, but in an event of another type"),
        pytest.param(BESIDE, 4, Says(Root.ASSAULT, Direction.REVERSED), [("ASSAULT", "n1", "")], id="near, but it acts itself"),
        pytest.param(TWO_SIDES, 2, Says(Root.ACCUSE), [("ACCUSE", "n1", "n2")], id="agrees with the rule"),
        pytest.param(TWO_SIDES, 2, Says(Root.ASSAULT), [("ASSAULT", "n1", "n2")], id="sure of another type"),
        pytest.param(TWO_SIDES, 2, Says(Root.ASSAULT, sure=0.5), [("ACCUSE", "n1", "n2")], id="not sure of another type"),
        pytest.param(TWO_SIDES, 2, Says(Root.ASSAULT, related=0.5), [("ACCUSE", "n1", "n2")], id="not sure that they are related"),
        pytest.param(TWO_SIDES, 2, Says(Root.ACCUSE, Direction.REVERSED), [("ACCUSE", "n2", "n1")], id="turned round"),
        pytest.param(PLANNED, 3, Says(Root.AGREE), [("CONSULT", "n1", "n2")], id="a plan is the modality's business"),
    ],
)
def test_what_the_classifier_changes(rows: str, russia: int, says: Says | None, expected: list[tuple[str, str, str]]) -> None:
    assert told(coded(rows, says, russia=russia)) == expected


def test_a_changed_event_names_the_rule_and_the_model() -> None:
    (statement,) = coded(BESIDE, Says(Root.ASSAULT), russia=4)
    assert statement.rule.endswith("+pair")


def test_nothing_is_asked_about_one_actor() -> None:
    says = Says(Root.ASSAULT)
    coded(ONE_SIDE, says, russia=None)
    assert says.asked == []


def test_a_pair_is_marked_in_the_sentence_as_it_stands() -> None:
    says = Says(Root.REJECT)
    coded(NO_RULE, says)
    (pair,) = says.asked
    assert [pair.text[s.start : s.end] for s in pair.source + pair.target] == ["Japan", "Russia"]


def test_words_keep_the_offsets_of_the_report() -> None:
    s = hand.sentence(NO_RULE, "     Japan\n outfoxed\tRussia", start=5)
    text = words(s)
    assert [text[t.start - 5 : t.end - 5] for t in s] == ["Japan", "outfoxed", "Russia"]
    assert "\n" not in text


def test_where_two_tokens_meet() -> None:
    s = hand.sentence(BESIDE)
    assert meeting(s, 0, 4) == (1, 3)
    assert meeting(s, 2, 1) == (1, 1)
    assert steps(s, 4, 2) == 3
