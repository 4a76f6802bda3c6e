"""Noun phrases and the entities that they stand for, in hand-built trees."""

from __future__ import annotations

import pytest

import hand
from accord.extract.event_cast import build_cast
from accord.extract.event_roles import last_sides, parties, without_owner
from accord.model.vocabulary import EntityKind
from extract.event_cases import entity

OVERTURES = """
Japan Japan PROPN NNP poss 2
's 's PART POS case 0
overtures overture NOUN NNS ROOT 2
"""
ARTILLERY = """
Japanese japanese ADJ JJ amod 1
artillery artillery NOUN NN ROOT 1
"""
LEADERS = """
leaders leader NOUN NNS ROOT 0
of of ADP IN prep 0
Japan Japan PROPN NNP pobj 1
and and CCONJ CC cc 2
Russia Russia PROPN NNP conj 2
"""
INCLUDING = """
heads head NOUN NNS ROOT 0
including include VERB VBG prep 0
Japan Japan PROPN NNP pobj 1
"""
COUNTERPART = """
his his PRON PRP$ poss 2
Japanese japanese ADJ JJ amod 2
counterpart counterpart NOUN NN ROOT 2
"""
RELATIVE = """
Japan Japan PROPN NNP ROOT 0
which which PRON WDT nsubj 2
left leave VERB VBD relcl 0
"""


@pytest.mark.parametrize(
    ("rows", "head", "japan", "russia", "expected"),
    [
        pytest.param(OVERTURES, 2, 0, None, ("n1",), id="owner"),
        pytest.param(ARTILLERY, 1, 0, None, ("n1",), id="adjective"),
        pytest.param(LEADERS, 0, 2, 4, ("n1", "n2"), id="of, with a list"),
        pytest.param(INCLUDING, 0, 2, None, ("n1",), id="including"),
        pytest.param(COUNTERPART, 2, 1, 0, ("n1",), id="adjective before a pronoun"),
        pytest.param(RELATIVE, 1, 0, None, ("n1",), id="relative pronoun"),
    ],
)
def test_parties(rows: str, head: int, japan: int, russia: int | None, expected: tuple[str, ...]) -> None:
    s = hand.sentence(rows)
    entities = [entity(1, "Japan", "JPN", [(0, japan)], [s])]
    if russia is not None:
        entities.append(entity(2, "Russia", "RUS", [(0, russia)], [s]))
    assert parties(build_cast([s], entities, ()), s, (head,)) == expected


def test_both_sides_are_the_last_two_named() -> None:
    first = hand.sentence("Japan Japan PROPN NNP nsubj 1\nmet meet VERB VBD ROOT 1\nRussia Russia PROPN NNP dobj 1")
    second = hand.sentence("Both both DET DT det 1\nsides side NOUN NNS nsubj 2\nagreed agree VERB VBD ROOT 2", index=1, start=40)
    entities = [entity(1, "Japan", "JPN", [(0, 0)], [first, second]), entity(2, "Russia", "RUS", [(0, 2)], [first, second])]
    cast = build_cast([first, second], entities, ())
    assert set(parties(cast, second, (1,))) == {"n1", "n2"}
    assert last_sides(cast, second, 0, 1, frozenset({"RUS"})) == ("n1",)
    assert last_sides(cast, first, 0, 1) == ()


def test_dateline_takes_no_part() -> None:
    rows = (
        "TOKYO Tokyo PROPN NNP nsubj 4\n, , PUNCT , punct 0\nMay May PROPN NNP npadvmod 0\n- - PUNCT : punct 0\n"
        "spoke speak VERB VBD ROOT 4\nRussia Russia PROPN NNP nsubj 4"
    )
    s = hand.sentence(rows)
    entities = [entity(1, "Japan", "JPN", [(0, 0)], [s]), entity(2, "Russia", "RUS", [(0, 5)], [s])]
    cast = build_cast([s], entities, ())
    assert parties(cast, s, (0, 5)) == ("n2",)


def test_armed_groups_are_sides_of_their_own() -> None:
    s = hand.sentence("ELN ELN PROPN NNP nsubj 1\nspoke speak VERB VBD ROOT 1")
    group = entity(1, "ELN", "COL", [(0, 0)], [s], kind=EntityKind.GROUP, sector="REB", code="ELN")
    assert build_cast([s], [group], ()).principals == ("ELN",)


def test_hosts_are_of_another_country() -> None:
    s = hand.sentence("Japan Japan PROPN NNP ROOT 0\nRussia Russia PROPN NNP conj 0\nTokyo Tokyo PROPN NNP conj 0")
    entities = [entity(n, name, land, [(0, n - 1)], [s]) for n, name, land in ((1, "J", "JPN"), (2, "R", "RUS"), (3, "T", "JPN"))]
    cast = build_cast([s], entities, ())
    assert without_owner(cast, tuple(e.id for e in entities[1:]), (entities[0].id,)) == ("n2",)
