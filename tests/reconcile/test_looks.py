"""Sentences of a story and the words that tell of events, as a comparer without a model sees them."""

from collections.abc import Iterable

import numpy as np
import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.reconcile.coreference import between, happenings, mentioned
from accord.reconcile.event_mentions import Mention, mentions_at
from accord.reconcile.looks import Words, look
from accord.reconcile.passages import passages_of
from bag_comparer import BagComparer

pytestmark = pytest.mark.model


def words(mentions: Iterable[Mention]) -> list[Words]:
    return [Words(m.reading, m.sentence, m.span) for m in mentions]


def test_a_word_has_the_vector_that_the_comparer_gives_it() -> None:
    readings = [read_closely(hand.parsed(t, str(k))) for k, t in enumerate(["Oman sent ships.", "Iran sent envoys and sank a boat."])]
    mentions = [m for k, r in enumerate(readings) for m in mentions_at(r, k, [(0, t.i) for t in r.sentences[0].tokens if t.pos == "VERB"])]
    seen = look(readings, words(mentions), BagComparer())
    assert [m.lemma for m in mentions] == ["send", "send", "sink"]
    assert np.allclose(np.linalg.norm(seen.words, axis=1), 1)
    assert seen.words[0] @ seen.words[1] == pytest.approx(1)
    assert seen.words[0] @ seen.words[2] == pytest.approx(0)
    assert seen.passages == tuple(map(passages_of, readings))
    assert [v.shape[0] for v in seen.vectors] == [1, 1]


def test_a_mention_in_a_sentence_that_was_not_looked_at_has_a_vector_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = read_closely(hand.parsed("Oman sent ships. Iran sent envoys.", "a"))
    mentions = list(mentions_at(told, 0, [(s.index, t.i) for s in told.sentences for t in s.tokens if t.pos == "VERB"]))
    monkeypatch.setattr("accord.reconcile.passages.MOST_SENTENCES", 1)
    assert np.linalg.norm(look([told], words(mentions), BagComparer()).words, axis=1).tolist() == pytest.approx([1, 0])


def test_no_mentions_no_vectors() -> None:
    seen = look([], [], BagComparer())
    assert (seen.words.shape[0], seen.passages, seen.vectors) == (0, (), ())


def test_events_are_linked_with_the_comparer_as_without() -> None:
    texts = ["Oman attacked an Iranian base on 3 May 2011.", "An Iranian base was attacked by Oman on 3 May 2011."]
    readings = [read_closely(hand.parsed(t, str(k), published="2011-05-04")) for k, t in enumerate(texts)]
    found = mentioned(readings)
    told = happenings(found, between(readings), look(readings, words(found.near), BagComparer()).words)
    assert {k for h in told for k, _ in h.statements} == {0, 1}
