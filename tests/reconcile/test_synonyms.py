from importlib import resources

import pytest

import hand
from accord.reconcile.synonyms import count_frame, deeds, noun_class, phrasal, verb_class


@pytest.mark.parametrize(
    ("one", "other"),
    [("sign", "initial"), ("flee", "escape"), ("earmark", "set_aside"), ("collapse", "burst"), ("free", "liberate"), ("end", "break_up")],
)
def test_verbs_of_one_class(one: str, other: str) -> None:
    assert verb_class(one) == verb_class(other)


@pytest.mark.parametrize(("one", "other"), [("ship", "vessel"), ("raid", "airstrike"), ("pact", "treaty"), ("inhabitant", "villager")])
def test_nouns_of_one_class(one: str, other: str) -> None:
    assert noun_class(one) == noun_class(other)


@pytest.mark.parametrize(
    ("one", "other"), [("kill", "injure"), ("arrive", "leave"), ("pledge", "pay"), ("begin", "stop"), ("rise", "drop")]
)
def test_verbs_that_news_keeps_apart(one: str, other: str) -> None:
    assert verb_class(one) != verb_class(other)


def test_word_without_class_names_itself() -> None:
    assert (verb_class("Whittle"), noun_class("zither")) == ("whittle", "zither")


@pytest.mark.parametrize("name", ["synonyms.tsv", "count_frames.tsv"])
def test_each_row_holds_a_word_once(name: str) -> None:
    text = resources.files("accord.reconcile").joinpath("data", name).read_text(encoding="utf-8")
    rows = [line.split("\t")[-1].split() for line in text.splitlines()[1:]]
    assert [row for row in rows if len(row) != len(set(row)) or len(row) < 2] == []


ORDERED = """
They they PRON PRP nsubjpass 2
were be AUX VBD auxpass 2
told tell VERB VBN ROOT 2
to to PART TO aux 4
leave leave VERB VB xcomp 2
"""
BROKE = """
Talks talk NOUN NNS nsubj 1
broke break VERB VBD ROOT 1
up up ADP RP prt 1
"""


def test_deeds_follow_the_infinitive() -> None:
    sent = hand.sentence(ORDERED)
    assert list(deeds(sent, sent.tokens[2])) == ["tell_leave", "tell", "leave"]
    assert count_frame("people", deeds(sent, sent.tokens[2])) == "people moved"
    assert count_frame("money", deeds(sent, sent.tokens[2])) == ""


def test_phrasal_verb_needs_its_particle() -> None:
    sent = hand.sentence(BROKE)
    assert phrasal(sent, sent.tokens[1]) == "break_up"
