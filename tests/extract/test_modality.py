"""Modality: tables of a sentence, the trigger's word and what the innermost source commits to."""

from __future__ import annotations

import pytest

import hand
from accord.extract.modality import judge_modality
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


CASES = """
asserted    | attended  | The president attended the summit in Lima.
asserted    | managed   | The envoy managed to reach the village.
asserted    | reach     | The envoy managed to reach the village.
asserted    | attend    | Bad weather forced the envoys to attend by video.
asserted    | rejected  | Cairo said the mediators had rejected its offer.
asserted    | deny      | Officials deny the report.
asserted    | visit     | She was the first chancellor to visit the island.
asserted    | meet      | The ministers flew to Oslo to meet the mediators.
asserted    | stepped   | Nobody doubted that he stepped down.
asserted    | went      | He did not stay in Paris but went to Rome.
asserted    | attacking | Washington accused the militia of attacking a tanker.
asserted    | attack    | The general will discuss the attack with his staff.
asserted    | signed    | The accord was signed in Lima on Sunday.
denied      | attend    | The president did not attend the summit.
denied      | attend    | The president will not attend the summit.
denied      | attend    | Neither leader will attend the summit.
denied      | attend    | The envoy has yet to attend a meeting.
denied      | attend    | The premier refused to attend the summit.
denied      | attend    | The courier failed to attend the hearing.
denied      | attend    | The minister was unable to attend the hearing.
denied      | fired     | No shots were fired at the crowd.
denied      | attacked  | Tehran denied that its forces attacked the convoy.
denied      | attacked  | The army dismissed claims that its troops attacked the convoy.
denied      | attacking | Soldiers prevented rebels from attacking the embassy.
denied      | negotiate | They went home without agreeing to negotiate.
denied      | talks     | Rangoon rejected talks with the rebels.
denied      | talks     | The talks did not take place.
denied      | withdrew  | There is no evidence that the brigade withdrew its guns.
planned     | attend    | The president will attend the summit.
planned     | attend    | The president is expected to attend the summit.
planned     | visit     | The king is to visit Nairobi.
planned     | visit     | The king is due to visit Nairobi.
planned     | visits    | The king visits Nairobi next week.
planned     | lands     | The king lands in Nairobi on Sunday.
planned     | meet      | The two delegations meet again in March.
planned     | hold      | The two leaders plan to meet and hold talks.
planned     | talks     | The talks will be held in Oslo.
planned     | talks     | Both sides agreed to hold talks.
planned     | visit     | The planned visit to Hanoi was announced.
planned     | withdraw  | Ankara said it would withdraw its guns.
planned     | visit     | The sultan accepted an invitation to visit Muscat.
possible    | attend    | The president may attend the summit.
possible    | attend    | The president is unlikely to attend the summit.
possible    | attend    | The president is not expected to attend the summit.
possible    | attend    | He is weighing whether to attend.
possible    | attend    | The president is not likely to attend the summit.
denied      | attend    | The president is not able to attend the summit.
planned     | host      | Kenya to host talks on the river.
possible    | impose    | Brussels threatened to impose sanctions on Minsk.
possible    | sanctions | Brussels is considering sanctions against Minsk.
possible    | talks     | Possible talks between the two sides were discussed.
possible    | talks     | The minister could be in Oslo for talks.
possible    | meeting   | The two spoke of their hope of a meeting with the pope.
possible    | meeting   | The premier raised the idea of another meeting with the king.
possible    | attack    | Villagers fear the threat of an attack.
possible    | conclude  | Tokyo hopes to conclude the pact this year.
requested   | attend    | Tokyo urged the leaders to attend the summit.
requested   | urged     | Tokyo urged the leaders to attend the summit.
requested   | attend    | Paris called on Ankara to attend the summit.
requested   | ceasefire | The pope called for a ceasefire.
requested   | withdraw  | Kyiv demanded that the brigade withdraw its guns.
requested   | release   | Release the hostages now!
requested   | resign    | Opposition parties want him to resign.
requested   | lift      | Hanoi would like the allies to lift the ban.
conditional | attend    | The minister will attend if Ankara is invited.
conditional | attend    | Unless Kyiv agrees, the envoy will attend alone.
conditional | withdraw  | The brigade would withdraw if Kyiv agreed.
conditional | answer    | The army will answer with force should any enemy cross the river.
conditional | warned    | Khartoum warned that it would go to court.
"""


def _rows() -> list[tuple[str, str, str]]:
    table = [tuple(c.strip() for c in line.split("|")) for line in CASES.strip().splitlines()]
    return [(a, b, c) for a, b, c in table]


@pytest.mark.model
@pytest.mark.parametrize(("expected", "word", "text"), _rows(), ids=[f"{e}-{w}-{n}" for n, (e, w, _) in enumerate(_rows())])
def test_modality_of_parsed_sentences(expected: str, word: str, text: str) -> None:
    sentence = hand.parsed(text).sentences[0]
    trigger = next(t.i for t in sentence if t.lower == word)
    assert judge_modality(sentence, trigger) == expected


@pytest.mark.model
@pytest.mark.xfail(strict=True, reason="notyet: denial does not reach an event noun below the object clause's verb")
def test_denial_reaches_the_object_of_what_is_denied() -> None:
    sentence = hand.parsed("Tehran denied that it planned the attack.").sentences[0]
    assert judge_modality(sentence, next(t.i for t in sentence if t.text == "attack")) is Modality.DENIED
