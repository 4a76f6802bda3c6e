"""Noun phrases and clauses cut from sentences of our own."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.spans import Span
from accord.reconcile.phrases import clause, join, noun_phrase, shared_words

_BRIDGE = hand.sentence(
    """
    The the DET DT det 3
    19 19 NUM CD nummod 2
    kilometre kilometre NOUN NN compound 3
    bridge bridge NOUN NN nsubj 7
    over over ADP IN prep 3
    the the DET DT det 6
    strait strait NOUN NN pobj 4
    opened open VERB VBD ROOT 7
    . . PUNCT . punct 7
    """
)


def test_noun_phrase_keeps_its_complement() -> None:
    assert noun_phrase(_BRIDGE, _BRIDGE.tokens[3]) == "the 19 kilometre bridge over the strait"


def test_noun_phrase_without_the_number() -> None:
    assert noun_phrase(_BRIDGE, _BRIDGE.tokens[3], without={1, 2}) == "the bridge over the strait"


def test_noun_phrase_drops_a_complement_that_does_not_fit() -> None:
    assert noun_phrase(_BRIDGE, _BRIDGE.tokens[3], without={1, 2}, most=4) == "the bridge"


def test_join_takes_off_the_capital_and_the_stop() -> None:
    assert join(_BRIDGE.tokens[3:]) == "bridge over the strait opened"
    assert join(_BRIDGE.tokens[:1]) == ""
    assert join([]) == ""


def test_shared_words_keep_order_and_case() -> None:
    assert shared_words(_BRIDGE, {"bridge", "strait"}) == "bridge over the strait"
    assert shared_words(_BRIDGE, set()) == ""


@pytest.mark.parametrize(
    ("but", "words"),
    [
        pytest.param("over the", "strait opened", id="of two stretches the one that holds more"),
        pytest.param("bridge", "strait opened", id="what is shared but barred does not count"),
        pytest.param("19", "bridge over the strait opened", id="what lies elsewhere bars nothing"),
        pytest.param("19 kilometre bridge over the strait opened", "", id="all is barred"),
    ],
)
def test_shared_words_leave_out_what_they_must_not_hold(but: str, words: str) -> None:
    text = "The 19 kilometre bridge over the strait opened"
    span = Span(text.index(but), text.index(but) + len(but))
    assert shared_words(_BRIDGE, {"bridge", "strait", "open"}, but=span) == words


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        pytest.param("Norway joined the pact on Friday.", "joined", "Norway joined the pact", id="time-left-out"),
        pytest.param("The envoys have signed the accord.", "signed", "the envoys have signed the accord", id="auxiliary"),
        pytest.param("The summit is expected to open in Lima.", "open", "the summit is expected to open in Lima", id="chain"),
        pytest.param("The treaty was ratified by parliament.", "ratified", "the treaty was ratified by parliament", id="passive"),
        pytest.param("The divers who found the wreck were hailed in Lima.", "found", "the divers found the wreck", id="relative-clause"),
        pytest.param("It rained.", "rained", None, id="nobody"),
        pytest.param("To sign the accord took years.", "sign", None, id="infinitive-alone"),
    ],
)
def test_clause(text: str, verb: str, words: str | None) -> None:
    reading = read_closely(hand.parsed(text, published="2024-02-07"))
    sentence = reading.sentences[0]
    assert clause(reading, sentence, next(t for t in sentence if t.text == verb)) == words


@pytest.mark.model
def test_clause_without_its_place() -> None:
    reading = read_closely(hand.parsed("The envoys met in Lima.", published="2024-02-07"))
    sentence = reading.sentences[0]
    assert clause(reading, sentence, sentence.root, placed=False) == "the envoys met"
