"""What is meant: planned, ruled out, undecided, plans that exclude each other, destinations; and what must stay silent."""

from __future__ import annotations

import pytest

from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.compare import intentions
from told import story

pytestmark = pytest.mark.model

_C, _U = Relation.CONTRADICTION, Relation.UPDATE
_FOUND = {
    "will, will not": (
        "Governor Ruth Haldane will run for a third term.", "Ruth Haldane will not run for a third term, an aide said.", _C, "whether",
    ),
    "ruled out": ("Poland plans to send tanks to the border.", "Poland ruled out sending tanks to the border.", _C, "whether"),
    "undecided, then planned": (
        "Ruth Haldane has not decided whether to run for a third term.", "Ruth Haldane will run for a third term.", _U, "whether",
    ),
    "sign or veto": ("Ruth Haldane will sign the school bill.", "Ruth Haldane will veto the school bill.", _C, "whether"),
    "reopen or close": (
        "Minera Ancon will reopen the mine at San Roque.", "Minera Ancon plans to abandon the mine at San Roque.", _C, "whether",
    ),
    "two destinations": (
        "The freighter Al Noor was bound for Hodeidah when it was stopped.",
        "The freighter Al Noor was on its way to Djibouti when it was stopped.",
        _C, "where the freighter was bound",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "subject"), _FOUND.values(), ids=_FOUND)
def test_difference(a: str, b: str, relation: Relation, subject: str) -> None:
    found = list(intentions.compare(story(a, b, newer=relation is _U)))
    assert [(d.relation, d.aspect) for d in found] == [(relation, Aspect.INTENTION)]
    assert found[0].subject.startswith(subject)
    assert {v.report_id for v in found[0].values} == {"a", "b"}


_SILENT = {
    "the same": ("Ruth Haldane will sign the school bill.", "Ruth Haldane is going to sign the school bill."),
    "other bills": ("Ruth Haldane will sign the school bill.", "Ruth Haldane will veto a cap on insulin prices."),
    "sent here, withdrawn there": (
        "France will send troops to the port of Douala.", "France will withdraw troops from the desert camp at Madama.",
    ),
    "other persons": ("Luke Abadie will run for a third term.", "Claire Abadie will not run for a third term."),
    "done": ("Ruth Haldane signed the school bill.", "Ruth Haldane vetoed the school bill."),
    "under a condition": ("Ruth Haldane will sign the school bill.", "If the tax is not dropped, Ruth Haldane would veto the school bill."),
    "in case": (
        "Ruth Haldane will not run for a third term.", "The party has no rule in case Ruth Haldane decides to run for a third term.",
    ),
    "both told": (
        "Ruth Haldane will sign the school bill.", "Ruth Haldane will veto the school bill. Ruth Haldane will sign the school bill.",
    ),
    "one place in the other": ("The freighter Al Noor was bound for Hodeidah.", "The freighter Al Noor was bound for Yemen."),
    "other ships": ("The freighter Al Noor was bound for Hodeidah.", "The freighter Meltem was bound for Djibouti."),
    "a stop on the way": (
        "The freighter Al Noor was bound for Hodeidah.", "The freighter Al Noor was bound for Djibouti before it sails on to Hodeidah.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: str, b: str) -> None:
    assert list(intentions.compare(story(a, b))) == []
