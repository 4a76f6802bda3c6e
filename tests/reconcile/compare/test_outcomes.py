"""What came of it: planned and done, done and denied, stages; and what must stay silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned, align
from accord.reconcile.compare import outcomes

pytestmark = pytest.mark.model

_LEAD = "Talks on a railway across the Andes are under way in Mendoza."


def _story(a: str, b: str, order: dict[tuple[int, int], int] | None = None) -> Aligned:
    story = align([read_closely(hand.parsed(f"{_LEAD} {t}", n, published="2024-02-07")) for t, n in ((a, "a"), (b, "b"))])
    return story if order is None else replace(story, order=order)


_FOUND = {
    "planned, then done": (
        "Chile and Argentina will sign the railway contract.", "Chile and Argentina signed the railway contract.",
        Relation.UPDATE, "whether Chile and Argentina signed the railway contract", {"it is planned", "it has happened"},
    ),
    "done or not": (
        "Chile signed the railway contract with Argentina at a feast in Santiago.",
        "Chile has not signed the railway contract with Argentina, engineers told a paper.",
        Relation.CONTRADICTION, "signed the railway contract with Argentina", {"it has happened", "it has not happened"},
    ),
    "a stage further": (
        "Gunmen kidnapped the railway engineer Luis Soto near Mendoza.", "The kidnapped railway engineer Luis Soto was freed near Mendoza.",
        Relation.UPDATE, "Luis Soto was freed", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "subject", "values"), _FOUND.values(), ids=_FOUND)
def test_difference(a: str, b: str, relation: Relation, subject: str, values: set[str] | None) -> None:
    found = list(outcomes.compare(_story(a, b)))
    assert [(d.relation, d.aspect) for d in found] == [(relation, Aspect.OUTCOME)]
    assert subject in found[0].subject
    assert found[0].subject.startswith("whether ")
    assert values is None or {v.value for v in found[0].values} == values


def test_what_others_say_of_his_men_is_no_denial_of_theirs() -> None:
    a = "The guards of Luis Soto burned the railway contract in Mendoza."
    b = "Police said that his guards did not burn the railway contract in Mendoza."
    assert [d.relation for d in outcomes.compare(_story(a, b))] == [Relation.CONTRADICTION]


_SILENT = {
    "both planned": ("Chile will sign the railway contract.", "Chile plans to sign the railway contract."),
    "both done": ("Chile signed the railway contract.", "Chile has signed the railway contract."),
    "other things": ("Chile will sign the railway contract.", "Argentina signed a fishing pact with Uruguay."),
    "only a condition": ("Chile signed the railway contract.", "If Chile signs the railway contract, work can begin."),
    "both states in one": (
        "Chile will sign the railway contract.", "Chile signed the railway contract. Chile will sign the railway contract again."
    ),
    "denied by who is said to have done it": (
        "Engineer Luis Soto signed the railway contract in Mendoza.",
        "Engineer Luis Soto said that he did not sign the railway contract in Mendoza.",
    ),
    "under way, as the other plans": (
        "Chile said that it was leaving the railway contract.", "Chile announced that it is leaving the railway contract.",
    ),
    "asked": ("Chile signed the railway contract with Argentina.", "Has Chile not signed the railway contract with Argentina?"),
    "voted for it and approved it": (
        "The house in Santiago voted to form a railway committee.", "The house in Santiago approved a railway committee.",
    ),
    "others were hurt": ("A blast wounded 60 people near Mendoza.", "At least 72 people died near Mendoza."),
    "other things of one body": ("Chile refused money for the port.", "Chile approved a law on salt."),
    "a state of mind": ("Chile wants the railway contract.", "Chile did not want the railway contract."),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: str, b: str) -> None:
    assert list(outcomes.compare(_story(a, b))) == []


def test_a_plan_of_the_newer_report_speaks_of_another_time() -> None:
    story = _story("Chile will sign the railway contract.", "Chile signed the railway contract.", {(0, 1): 1})
    assert list(outcomes.compare(story)) == []
