"""Reading: looking up what is committed to of a predicate."""

from __future__ import annotations

import hand
from accord.model.reading import Reading
from accord.model.report import Published
from accord.model.vocabulary import Modality

SENTENCE = hand.sentence("Oslo Oslo PROPN NNP nsubj 2\nwill will AUX MD aux 2\nhost host VERB VB ROOT 2")


def test_modality_of_a_predicate() -> None:
    row = (Modality.ASSERTED, Modality.ASSERTED, Modality.PLANNED)
    judged = Reading(report=hand.report(""), sentences=(SENTENCE,), published=Published(), modalities=(row,))
    assert judged.modality(0, 2) is Modality.PLANNED
    assert judged.modality(0, 0) is Modality.ASSERTED


def test_a_reading_that_was_not_judged_asserts_all() -> None:
    assert Reading(report=hand.report(""), sentences=(SENTENCE,), published=Published()).modality(0, 2) is Modality.ASSERTED
