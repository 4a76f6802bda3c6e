import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.reconcile.responsibility import Kind, accused, charges
from accord.reconcile.terms import fold_name

pytestmark = pytest.mark.model

CASES = [
    ("No group has claimed responsibility for the blast.", [(Kind.OPEN, frozenset())]),
    ("There was no immediate claim of responsibility.", [(Kind.OPEN, frozenset())]),
    ("It is not yet clear who carried out the bombing.", [(Kind.OPEN, frozenset())]),
    ("The Taliban claimed responsibility for the attack on the bus.", [(Kind.CLAIMED, frozenset({"jihadists"}))]),
    ("The governor blamed rebels for the attack.", [(Kind.BLAMED, frozenset({"rebels"}))]),
    ("The raid was carried out by army troops.", [(Kind.BLAMED, frozenset({"state"}))]),
    ("If it is confirmed that guerrillas carried out the attack, talks will end.", []),
    ("The court blamed the delay on the weather.", []),
    ("The president condemned the attack.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_charges(text: str, expected: list[tuple[Kind, frozenset[str]]]) -> None:
    assert [(c.kind, c.culprits) for c in charges(read_closely(hand.parsed(text)))] == expected


def test_whoever_is_to_be_blamed_is_accused_too() -> None:
    report = read_closely(hand.parsed("Norway will publicly blame Belgium's navy for the attack. Hired divers carried it out."))
    assert fold_name("Belgium") in accused(report)
    assert fold_name("Norway") not in accused(report)
