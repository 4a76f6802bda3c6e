"""To whom: victims, targets, receivers; and what must stay silent."""

from __future__ import annotations

import pytest

from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.compare import recipients
from told import story

pytestmark = pytest.mark.model

_FOUND = {
    "civilians or fighters": (
        "An air raid on Dahr killed 12 civilians on Monday.", "An air raid on Dahr killed 12 militants on Monday.",
        "who was killed", {"12 civilians", "12 militants"},
    ),
    "of two nations": (
        "Gunmen near Gao killed three Chadian soldiers on Monday.", "Gunmen near Gao killed three Guinean soldiers on Monday.",
        "who was killed", {"three Chadian soldiers", "three Guinean soldiers"},
    ),
    "a market or a gathering of fighters": (
        "Jets struck a crowded market in Mersa on Tuesday.", "Jets struck a gathering of militiamen in Mersa on Tuesday.",
        "what was hit", {"crowded market", "gathering"},
    ),
    "a hospital or a depot": (
        "Rockets destroyed a hospital in Mersa on Tuesday.", "Rockets destroyed an ammunition depot in Mersa on Tuesday.",
        "what was hit", {"hospital", "ammunition depot"},
    ),
    "rockets that land": (
        "Two rockets landed on a hospital in Mersa on Tuesday.",
        "Two rockets landed on a base in Mersa on Tuesday.",
        "what was hit",
        {"hospital", "base"},
    ),
    "given to another": (
        "The jury in Oslo awarded the peace prize to Ana Torres on Friday.",
        "The jury in Oslo awarded the peace prize to Luis Prado on Friday.",
        "to whom it was done", {"Ana Torres", "Luis Prado"},
    ),
    "sent to another": (
        "Finland sent the radar records to Sweden on Friday.", "Finland sent the radar records to Norway on Friday.",
        "to whom it was done", {"Sweden", "Norway"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "subject", "values"), _FOUND.values(), ids=_FOUND)
def test_difference(a: str, b: str, subject: str, values: set[str]) -> None:
    found = list(recipients.compare(story(a, b)))
    assert [(d.relation, d.aspect) for d in found] == [(Relation.CONTRADICTION, Aspect.RECIPIENT)]
    assert found[0].subject.startswith(subject)
    assert {v.value for v in found[0].values} == values


_SILENT = {
    "the same": ("An air raid on Dahr killed 12 civilians.", "An air raid on Dahr killed 12 villagers."),
    "other numbers are other people": ("An air raid on Dahr killed 12 civilians.", "An air raid on Dahr killed three militants."),
    "killed and hurt": ("An air raid on Dahr killed 12 civilians.", "An air raid on Dahr injured 12 militants."),
    "one tells both": (
        "An air raid on Dahr killed 12 civilians.", "An air raid on Dahr killed 12 civilians. An air raid on Dahr killed 12 militants.",
    ),
    "both hit": ("Jets struck a market in Mersa.", "Jets struck a depot and a market in Mersa."),
    "denied": ("Jets struck a market in Mersa.", "Jets did not strike a depot in Mersa."),
    "aircraft that land": ("The helicopter landed at a hospital in Mersa.", "The helicopter landed at a base in Mersa."),
    "other gifts": ("Finland sent the radar records to Sweden.", "Finland sent two ferries to Norway."),
    "two receivers": (
        "Finland sent the radar records to Sweden.", "Finland sent the radar records to Norway and sent the radar records to Sweden.",
    ),
    "only planned": ("Finland sent the radar records to Sweden.", "Finland will send the radar records to Norway."),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: str, b: str) -> None:
    assert list(recipients.compare(story(a, b))) == []
