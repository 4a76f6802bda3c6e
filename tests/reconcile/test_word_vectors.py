"""Vectors of the words that tell of events, by a comparer without a model."""

import numpy as np
import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.reconcile.coreference import happenings
from accord.reconcile.event_mentions import mentions_at
from accord.reconcile.word_vectors import PassageWords
from bag_comparer import BagComparer

pytestmark = pytest.mark.model


def test_a_word_has_the_vector_that_the_comparer_gives_it() -> None:
    readings = [read_closely(hand.parsed(t, str(k))) for k, t in enumerate(["Oman sent ships.", "Iran sent envoys and sank a boat."])]
    mentions = [m for k, r in enumerate(readings) for m in mentions_at(r, k, [(0, t.i) for t in r.sentences[0].tokens if t.pos == "VERB"])]
    vectors = PassageWords(BagComparer()).word_vectors(readings, mentions)
    assert [m.lemma for m in mentions] == ["send", "send", "sink"]
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert vectors[0] @ vectors[1] == pytest.approx(1)
    assert vectors[0] @ vectors[2] == pytest.approx(0)


def test_no_mentions_no_vectors() -> None:
    assert PassageWords(BagComparer()).word_vectors([], []).shape == (0, 0)


def test_events_are_linked_with_the_comparer_as_without() -> None:
    texts = ["Oman attacked an Iranian base on 3 May 2011.", "An Iranian base was attacked by Oman on 3 May 2011."]
    readings = [read_closely(hand.parsed(t, str(k), published="2011-05-04")) for k, t in enumerate(texts)]
    told = happenings(readings, words=PassageWords(BagComparer()))
    assert {k for h in told for k, _ in h.statements} == {0, 1}
