"""What it was: kinds of event that exclude each other, what became of somebody; and what must stay silent."""

from __future__ import annotations

import pytest

from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.compare import event_types
from told import story

pytestmark = pytest.mark.model

_FOUND = {
    "accident or attack": (
        "A fire at the depot in Turku on Monday was an accident, police said.",
        "The fire at the depot in Turku on Monday was arson, a witness said.", "whether it was an accident", {"accident", "attack"},
    ),
    "shelling or air strike": (
        "Shelling killed four people in the village of Ban Khok on Monday.",
        "An air strike killed four people in the village of Ban Khok on Monday.", "how it was struck", {"shelling", "air strike"},
    ),
    "suicide or planted": (
        "A suicide bomber killed six people at the mosque in Jalozai on Friday.",
        "A planted bomb killed six people at the mosque in Jalozai on Friday.", "how the bomb went off", {"suicide bombing",
        "planted bomb"},
    ),
    "combat or execution": (
        "Nine men died in a firefight with soldiers near Tibu on Monday.",
        "Nine men died in an execution by soldiers near Tibu on Monday.", "how they were killed", {"combat", "execution"},
    ),
    "merger or takeover": (
        "Nordbank and Sydbank announced a merger on Monday.", "Nordbank and Sydbank announced a takeover on Monday.",
        "how the companies join", {"merger", "takeover"},
    ),
    "caught or gave himself up": (
        "Police arrested Milan Kovac in Novi Grad on Monday.", "Milan Kovac surrendered in Novi Grad on Monday.",
        "how Milan Kovac came into custody", None,
    ),
    "expelled or left": (
        "Estonia expelled the envoy Oleg Sidorov on Monday.", "Oleg Sidorov left Estonia on Monday, his embassy said.",
        "how the envoy Oleg Sidorov left", None,
    ),
    "killed or killed himself": (
        "Gunmen killed the banker Denis Orlan in his garage on Monday.", "The banker Denis Orlan shot himself in his garage on Monday.",
        "how Denis Orlan died", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "subject", "values"), _FOUND.values(), ids=_FOUND)
def test_difference(a: str, b: str, subject: str, values: set[str] | None) -> None:
    found = list(event_types.compare(story(a, b)))
    assert [(d.relation, d.aspect, d.subject) for d in found] == [(Relation.CONTRADICTION, Aspect.EVENT_TYPE, subject)]
    assert {v.report_id for v in found[0].values} == {"a", "b"}
    assert values is None or {v.value for v in found[0].values} == values


_SILENT = {
    "the same": ("The fire in Turku was an accident.", "The fire in Turku was a mishap."),
    "denied": ("The fire in Turku was an accident.", "The fire in Turku was no attack, police said."),
    "one tells both": (
        "Shelling killed four people in Ban Khok on Monday.",
        "An air strike after hours of shelling killed four people in Ban Khok on Monday.",
    ),
    "other happenings": ("Shelling killed four people in Ban Khok.", "The minister spoke of an air strike on a distant port last year."),
    "only possible": ("The fire in Turku was an accident.", "The fire in Turku may have been arson."),
    "a power plant is no planted bomb": (
        "A suicide bomber killed six people at the power plant in Jalozai on Friday.",
        "The bomb at the power plant in Jalozai killed six people on Friday.",
    ),
    "restraint is no drill": (
        "Envoys asked the army to exercise restraint near Tibu on Monday.",
        "The army told envoys of a raid near Tibu on Monday.",
    ),
    "other persons": ("Police arrested Milan Kovac in Novi Grad.", "Petar Ilic surrendered in Novi Grad."),
    "both of one person": (
        "Police arrested Milan Kovac in Novi Grad.", "Milan Kovac surrendered in Novi Grad, and police arrested Milan Kovac.",
    ),
    "found dead": ("The banker Denis Orlan was found dead in his garage.", "The banker Denis Orlan shot himself in his garage."),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: str, b: str) -> None:
    assert list(event_types.compare(story(a, b))) == []
