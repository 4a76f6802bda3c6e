"""Modality: tables of a sentence, the trigger's word and what the innermost source commits to."""

from __future__ import annotations

from pathlib import Path

import pytest

import hand
from accord.extract.modality import judge_modality, judge_sentence
from accord.extract.modality_stance import (
    ASK,
    CAUSE,
    DENY,
    EXPECT,
    FACT,
    FAIL,
    HESITATE,
    LIKELY,
    MANAGE,
    OPEN,
    PLAN,
    REFUSE,
    SETTING,
    OwnWords,
    Signature,
    Stance,
    combined,
    under,
)  # fmt: skip
from accord.model.vocabulary import Modality

WILL_NOT_ATTEND = """
    Kenya Kenya PROPN NNP nsubj 3
    will will AUX MD aux 3
    not not PART RB neg 3
    attend attend VERB VB ROOT 3
    the the DET DT det 5
    summit summit NOUN NN dobj 3
"""
SHELLED_KILLING = """
    Troops troops NOUN NNS nsubj 1
    shelled shell VERB VBD ROOT 1
    Dara Dara PROPN NNP dobj 1
    , , PUNCT , punct 1
    killing kill VERB VBG advcl 1
    five five NUM CD dobj 4
"""
DENIED_THAT = """
    Minsk Minsk PROPN NNP nsubj 1
    denied deny VERB VBD ROOT 1
    that that SCONJ IN mark 4
    it it PRON PRP nsubj 4
    jailed jail VERB VBD ccomp 1
    reporters reporter NOUN NNS dobj 4
"""
CALLS_FOR_TRUCE = """
    Oman Oman PROPN NNP nsubj 1
    repeated repeat VERB VBD ROOT 1
    calls call NOUN NNS dobj 1
    for for ADP IN prep 2
    a a DET DT det 5
    truce truce NOUN NN pobj 3
"""
IF_CLAUSE = """
    Lima Lima PROPN NNP nsubj 2
    will will AUX MD aux 2
    leave leave VERB VB ROOT 2
    if if SCONJ IN mark 5
    Quito Quito PROPN NNP nsubj 5
    stays stay VERB VBZ advcl 2
"""


@pytest.mark.parametrize(
    ("rows", "trigger", "expected"),
    [
        (WILL_NOT_ATTEND, 3, Modality.DENIED),
        (SHELLED_KILLING, 1, Modality.ASSERTED),
        (SHELLED_KILLING, 4, Modality.ASSERTED),
        (DENIED_THAT, 1, Modality.ASSERTED),
        (DENIED_THAT, 4, Modality.DENIED),
        (CALLS_FOR_TRUCE, 5, Modality.REQUESTED),
        (IF_CLAUSE, 2, Modality.CONDITIONAL),
        (IF_CLAUSE, 5, Modality.CONDITIONAL),
        (IF_CLAUSE, 99, Modality.ASSERTED),
        (IF_CLAUSE, -1, Modality.ASSERTED),
    ],
    ids=[
        "will-not",
        "past",
        "participle",
        "denying",
        "denied-that",
        "calls-for",
        "under-if",
        "if-itself",
        "beyond-the-end",
        "before-the-start",
    ],
)
def test_modality_by_hand(rows: str, trigger: int, expected: Modality) -> None:
    assert judge_modality(hand.sentence(rows), trigger) is expected


def test_a_sentence_without_end_is_not_judged() -> None:
    row = "never never ADV RB neg 0"
    assert judge_modality(hand.sentence("\n".join(["go go VERB VB ROOT 0", *[row] * 900])), 0) is Modality.ASSERTED


A, PL, PO, RQ, CO, DE = (
    Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.REQUESTED, Modality.CONDITIONAL, Modality.DENIED,
)  # fmt: skip
_HELD, _UNDONE = Stance(), Stance(negated=True)


@pytest.mark.parametrize(
    ("signature", "held", "undone", "will", "may"),
    [
        (MANAGE, A, DE, PL, PO),
        (CAUSE, A, PO, PL, PO),
        (FACT, A, A, A, A),
        (PLAN, PL, DE, PL, PO),
        (EXPECT, PL, PO, PL, PO),
        (OPEN, PO, DE, PO, PO),
        (LIKELY, PO, PO, PO, PO),
        (HESITATE, PO, A, PO, PO),
        (ASK, RQ, PO, RQ, PO),
        (FAIL, DE, A, DE, PO),
        (REFUSE, DE, PO, DE, PO),
        (DENY, DE, DE, DE, PO),
        (SETTING, A, A, PL, PO),
    ],
    ids="manage cause fact plan expect open likely hesitate ask fail refuse deny setting".split(),
)
def test_signatures(signature: Signature, held: Modality, undone: Modality, will: Modality, may: Modality) -> None:
    stances = (_HELD, _UNDONE, Stance(PL), Stance(PO))
    assert tuple(under(s, signature).modality for s in stances) == (held, undone, will, may)


@pytest.mark.parametrize(
    ("outer", "own", "expected"),
    [
        (_HELD, OwnWords(negated=True), DE),
        (_UNDONE, OwnWords(negated=True), A),
        (Stance(PO), OwnWords(negated=True), PO),
        (Stance(RQ), OwnWords(negated=True), DE),
        (Stance(PL), OwnWords(modality=PO), PO),
        (Stance(CO), OwnWords(modality=PL), CO),
    ],
    ids=["not", "two-negations", "may-not", "must-not", "will-perhaps", "would-then"],
)
def test_own_words_over_a_stance(outer: Stance, own: OwnWords, expected: Modality) -> None:
    assert combined(outer, own).modality is expected


def test_a_whole_sentence_has_one_value_a_token() -> None:
    assert judge_sentence(hand.sentence(WILL_NOT_ATTEND)) == (A, A, A, DE, A, DE)
    assert judge_sentence(hand.sentence("\n".join(["go go VERB VB ROOT 0", *["never never ADV RB neg 0"] * 900]))) == (A,) * 901


def _rows() -> list[tuple[str, str, str, str]]:
    rows, about = [], ""
    for line in (Path(__file__).parent / "modality_cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            about = line.strip("# ")
        else:
            expected, word, text = (c.strip() for c in line.split("|"))
            rows.append((about, expected, word, text))
    return rows


@pytest.mark.model
@pytest.mark.parametrize(("about", "expected", "word", "text"), _rows(), ids=[f"{e}-{w}-{n}" for n, (_, e, w, _) in enumerate(_rows())])
def test_modality_of_parsed_sentences(about: str, expected: str, word: str, text: str) -> None:
    sentence = hand.parsed(text).sentences[0]
    trigger = next(t.i for t in sentence if t.lower == word)
    assert judge_modality(sentence, trigger) == expected, about


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "word", "text"),
    [
        (RQ, "leave", "It is time for the general to leave."),
        (A, "vote", "For the first time women were allowed to vote."),
        (A, "rained", "It is not that it rained."),
        (DE, "attack", "Tehran denied that it planned the attack."),
    ],
    ids=["time-to", "allowed-at-last", "not-that", "denial-of-the-definite"],
)
@pytest.mark.xfail(strict=True, reason="notyet: needs more than the signature of the governing word")
def test_known_gaps(expected: Modality, word: str, text: str) -> None:
    sentence = hand.parsed(text).sentences[0]
    assert judge_modality(sentence, next(t.i for t in sentence if t.lower == word)) is expected
