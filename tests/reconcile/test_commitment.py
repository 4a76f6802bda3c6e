from __future__ import annotations

import pytest

import hand
from accord.model.vocabulary import Attendance, Modality
from accord.reconcile.commitment import negated, outcome

_CASES = {
    "told": (
        """
        Chad Chad PROPN NNP nsubj 1
        attended attend VERB VBD ROOT 1
        """,
        1,
        Modality.ASSERTED,
        Attendance.ATTENDS,
    ),
    "denied": (
        """
        Chad Chad PROPN NNP nsubj 3
        will will AUX MD aux 3
        not not PART RB neg 3
        attend attend VERB VB ROOT 3
        """,
        3,
        Modality.DENIED,
        Attendance.DECLINED,
    ),
    "possible": (
        """
        Chad Chad PROPN NNP nsubj 2
        may may AUX MD aux 2
        attend attend VERB VB ROOT 2
        """,
        2,
        Modality.POSSIBLE,
        Attendance.UNDECIDED,
    ),
    "refused": (
        """
        Chad Chad PROPN NNP nsubj 1
        refused refuse VERB VBD ROOT 1
        to to PART TO aux 3
        attend attend VERB VB xcomp 1
        """,
        3,
        Modality.DENIED,
        Attendance.DECLINED,
    ),
    "unlikely": (
        """
        Chad Chad PROPN NNP nsubj 1
        is be AUX VBZ ROOT 1
        unlikely unlikely ADJ JJ acomp 1
        to to PART TO aux 4
        attend attend VERB VB xcomp 2
        """,
        4,
        Modality.POSSIBLE,
        Attendance.UNLIKELY,
    ),
    "not expected": (
        """
        Chad Chad PROPN NNP nsubjpass 3
        is be AUX VBZ auxpass 3
        not not PART RB neg 3
        expected expect VERB VBN ROOT 3
        to to PART TO aux 5
        attend attend VERB VB xcomp 3
        """,
        5,
        Modality.POSSIBLE,
        Attendance.UNLIKELY,
    ),
    "not allowed": (
        """
        Chad Chad PROPN NNP nsubjpass 3
        was be AUX VBD auxpass 3
        not not PART RB neg 3
        allowed allow VERB VBN ROOT 3
        to to PART TO aux 5
        attend attend VERB VB xcomp 3
        """,
        5,
        Modality.DENIED,
        Attendance.NOT_INVITED,
    ),
    "only if": (
        """
        If if SCONJ IN mark 2
        Chad Chad PROPN NNP nsubj 2
        attends attend VERB VBZ advcl 4
        Mali Mali PROPN NNP nsubj 4
        leaves leave VERB VBZ ROOT 4
        """,
        2,
        Modality.CONDITIONAL,
        None,
    ),
    "wished for": (
        """
        Mali Mali PROPN NNP nsubj 1
        urged urge VERB VBD ROOT 1
        Chad Chad PROPN NNP dobj 1
        to to PART TO aux 4
        attend attend VERB VB xcomp 1
        """,
        4,
        Modality.REQUESTED,
        None,
    ),
    "likely": (
        """
        Chad Chad PROPN NNP nsubj 1
        is be AUX VBZ ROOT 1
        likely likely ADJ JJ acomp 1
        to to PART TO aux 4
        attend attend VERB VB xcomp 2
        """,
        4,
        Modality.POSSIBLE,
        Attendance.ATTENDS,
    ),
    "hoped for": (
        """
        Mali Mali PROPN NNP nsubj 1
        hopes hope VERB VBZ ROOT 1
        to to PART TO aux 3
        attend attend VERB VB xcomp 1
        """,
        3,
        Modality.POSSIBLE,
        None,
    ),
    "will if": (
        """
        Mali Mali PROPN NNP nsubj 2
        will will AUX MD aux 2
        attend attend VERB VB ROOT 2
        if if SCONJ IN mark 5
        Chad Chad PROPN NNP nsubj 5
        pays pay VERB VBZ advcl 2
        """,
        2,
        Modality.CONDITIONAL,
        Attendance.UNDECIDED,
    ),
    "invited": (
        """
        Mali Mali PROPN NNP nsubj 1
        invited invite VERB VBD ROOT 1
        Chad Chad PROPN NNP dobj 1
        to to PART TO aux 4
        attend attend VERB VB xcomp 1
        """,
        4,
        Modality.REQUESTED,
        Attendance.INVITED,
    ),
}


@pytest.mark.parametrize(("rows", "verb", "modality", "status"), _CASES.values(), ids=_CASES)
def test_outcome(rows: str, verb: int, modality: Modality, status: Attendance | None) -> None:
    assert outcome(hand.sentence(rows), verb, modality) == status


def test_negative_subject_denies() -> None:
    s = hand.sentence(
        """
        Neither neither DET DT det 1
        side side NOUN NN nsubj 2
        attended attend VERB VBD ROOT 2
        """
    )
    assert negated(s, s.tokens[2])
