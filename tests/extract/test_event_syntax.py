"""Logical subjects and objects in hand-built trees."""

from __future__ import annotations

import pytest

import hand
from accord.extract.event_syntax import clause_complements, conjuncts, is_passive, objects, prep_objects, subjects

CONTROL = """
Iran Iran PROPN NNP nsubj 1
urged urge VERB VBD ROOT 1
Iraq Iraq PROPN NNP dobj 1
to to PART TO aux 4
leave leave VERB VB xcomp 1
"""
PROMISE = """
Iran Iran PROPN NNP nsubj 1
promised promise VERB VBD ROOT 1
Iraq Iraq PROPN NNP dobj 1
to to PART TO aux 4
leave leave VERB VB xcomp 1
"""
GAPPED = """
Ethiopia Ethiopia PROPN NNP nsubj 1
thanked thank VERB VBD ROOT 1
Russia Russia PROPN NNP dobj 1
for for ADP IN prep 1
arms arm NOUN NNS pobj 3
and and CCONJ CC cc 4
China China PROPN NNP conj 4
for for ADP IN prep 1
grain grain NOUN NN pobj 7
"""
LISTED = """
Ethiopia Ethiopia PROPN NNP nsubj 1
thanked thank VERB VBD ROOT 1
Russia Russia PROPN NNP dobj 1
for for ADP IN prep 1
arms arm NOUN NNS pobj 3
and and CCONJ CC cc 4
Kalashnikovs Kalashnikov PROPN NNPS conj 4
"""
SHARED = """
Iran Iran PROPN NNP nsubj 1
attacked attack VERB VBD ROOT 1
Iraq Iraq PROPN NNP dobj 1
and and CCONJ CC cc 1
seized seize VERB VBD conj 1
ships ship NOUN NNS dobj 4
"""
PASSIVE = """
Iraq Iraq PROPN NNP nsubjpass 2
was be AUX VBD auxpass 2
attacked attack VERB VBN ROOT 2
by by ADP IN agent 2
Iran Iran PROPN NNP pobj 3
"""
RELATIVE = """
ships ship NOUN NNS nsubj 4
that that PRON WDT dobj 3
Iran Iran PROPN NNP nsubj 3
seized seize VERB VBD relcl 0
sank sink VERB VBD ROOT 4
"""
BLAME = """
Iran Iran PROPN NNP nsubj 1
accused accuse VERB VBD ROOT 1
Iraq Iraq PROPN NNP dobj 1
of of ADP IN prep 1
attacking attack VERB VBG pcomp 3
ships ship NOUN NNS dobj 4
"""
RAISED = """
Leaders leader NOUN NNS nsubjpass 2
are be AUX VBP auxpass 2
set set VERB VBN ROOT 2
to to PART TO aux 4
meet meet VERB VB xcomp 2
"""
DUE = """
Leaders leader NOUN NNS nsubj 1
are be AUX VBP ROOT 1
due due ADJ JJ acomp 1
to to PART TO aux 4
meet meet VERB VB xcomp 2
"""
PARTICIPLE = """
troops troop NOUN NNS ROOT 0
sent send VERB VBN acl 0
by by ADP IN agent 1
Iran Iran PROPN NNP pobj 2
"""


@pytest.mark.parametrize(
    ("rows", "verb", "doers", "done_to"),
    [
        pytest.param(CONTROL, 4, (2,), (), id="object control"),
        pytest.param(PROMISE, 4, (0,), (), id="subject control"),
        pytest.param(SHARED, 4, (0,), (5,), id="coordination"),
        pytest.param(GAPPED, 1, (0,), (2, 6), id="verb left out the second time"),
        pytest.param(LISTED, 1, (0,), (2,), id="a list behind the preposition"),
        pytest.param(PASSIVE, 2, (4,), (0,), id="passive"),
        pytest.param(RELATIVE, 3, (2,), (0,), id="object relative"),
        pytest.param(BLAME, 4, (2,), (5,), id="accused of"),
        pytest.param(RAISED, 4, (0,), (), id="is set to"),
        pytest.param(DUE, 4, (0,), (), id="is due to"),
        pytest.param(PARTICIPLE, 1, (3,), (0,), id="participle"),
    ],
)
def test_who_does_what_to_whom(rows: str, verb: int, doers: tuple[int, ...], done_to: tuple[int, ...]) -> None:
    s = hand.sentence(rows)
    assert subjects(s, verb) == doers
    assert objects(s, verb) == done_to


def test_passive() -> None:
    assert is_passive(hand.sentence(PASSIVE), 2)
    assert is_passive(hand.sentence(PARTICIPLE), 1)
    assert not is_passive(hand.sentence(CONTROL), 1)


def test_prepositions_and_complements() -> None:
    assert prep_objects(hand.sentence(BLAME), 1, "of") == (4,)
    assert clause_complements(hand.sentence(BLAME), 1) == (4,)
    assert clause_complements(hand.sentence(DUE), 1) == (4,)


def test_conjuncts_of_a_long_list_without_recursion() -> None:
    rows = "\n".join(f"w{i} w{i} NOUN NN {'conj' if i else 'ROOT'} {max(i - 1, 0)}" for i in range(3000))
    assert conjuncts(hand.sentence(rows), 0) == list(range(3000))
